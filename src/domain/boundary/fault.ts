import { type Entry, isEntryError, show } from "../entry";
import { bad } from "../result";

type Label = string | number;

/** What can be wrong with what a what-if is asked of. `row` and `column` count from 1 within the range. */
export type BoundaryFault =
  | { readonly kind: "weights-shape"; readonly what: string; readonly weights: Size; readonly scores: Size }
  | { readonly kind: "weight"; readonly what: string; readonly row: number; readonly column: number; readonly found: Entry }
  | { readonly kind: "near-points"; readonly found: Entry }
  | { readonly kind: "position"; readonly which: "from" | "to"; readonly found: Entry }
  | { readonly kind: "positions-reversed"; readonly from: number; readonly to: number }
  | { readonly kind: "positions-many"; readonly count: number; readonly most: number }
  | { readonly kind: "band-missing" }
  | { readonly kind: "unknown-band"; readonly found: Label; readonly known: readonly Label[] }
  | { readonly kind: "same-label"; readonly label: Label }
  | { readonly kind: "lowest-band"; readonly label: Label }
  | {
      readonly kind: "position-range";
      readonly label: Label;
      readonly position: number;
      readonly lowest: number;
      readonly highest: number | null;
    }
  | { readonly kind: "pay-empty" }
  | { readonly kind: "pay-columns"; readonly columns: number }
  | { readonly kind: "pay-band"; readonly row: number; readonly found: Entry }
  | { readonly kind: "pay-point"; readonly row: number; readonly found: Entry }
  | { readonly kind: "pay-amount"; readonly row: number; readonly column: number; readonly found: Entry }
  | { readonly kind: "pay-order"; readonly row: number; readonly label: Label }
  | { readonly kind: "pay-date"; readonly row: number; readonly found: Entry }
  | { readonly kind: "pay-twice"; readonly row: number; readonly label: Label; readonly point: Label }
  | { readonly kind: "pay-dates"; readonly dates: readonly string[] }
  | { readonly kind: "pay-before"; readonly day: string; readonly first: string }
  | { readonly kind: "pay-lacking"; readonly labels: readonly Label[] }
  | { readonly kind: "staff-empty" }
  | { readonly kind: "staff-headings"; readonly found: readonly string[] }
  | { readonly kind: "staff-cell"; readonly row: number; readonly heading: string; readonly found: Entry; readonly wanted: string }
  | { readonly kind: "edit"; readonly place: number; readonly fault: EditFault }
  | { readonly kind: "search-shift"; readonly shift: number }
  | { readonly kind: "search-infeasible"; readonly label: Label; readonly width: number; readonly shift: number }
  | { readonly kind: "needs"; readonly figure: string; readonly needs: Need };

export interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** What can be wrong with one step of a scenario. */
export type EditFault =
  | { readonly kind: "unknown-band"; readonly found: Label; readonly known: readonly Label[] }
  | { readonly kind: "same-label"; readonly label: Label }
  | { readonly kind: "label-blank" }
  | { readonly kind: "label-taken"; readonly label: Label }
  | { readonly kind: "score"; readonly found: number }
  | { readonly kind: "crosses"; readonly label: Label; readonly from: number; readonly other: Label; readonly otherFrom: number }
  | { readonly kind: "empty"; readonly label: Label; readonly from: number; readonly to: number }
  | { readonly kind: "split-outside"; readonly label: Label; readonly at: number; readonly from: number; readonly to: number | null }
  | { readonly kind: "not-neighbours"; readonly lower: Label; readonly upper: Label }
  | { readonly kind: "overlap"; readonly label: Label; readonly from: number; readonly to: number | null; readonly other: Label }
  | { readonly kind: "gap"; readonly label: Label; readonly from: number; readonly to: number | null; readonly other: Label }
  | { readonly kind: "pay-order"; readonly label: Label };

/** Data that a figure cannot do without. */
export type Need = "pay" | "points" | "sexes" | "staff" | "pension-rate";

const NEEDS: Readonly<Record<Need, string>> = {
  pay: "a pay table",
  points: "a pay table by point",
  sexes: "the numbers of women and men in each job",
  staff: "a staff list, a row a person",
  "pension-rate": "the employer's pension contribution in per cent",
};

export const refused = (fault: BoundaryFault) => bad({ kind: "boundary", fault });

/** Whether data is only not there, rather than wrong. */
export const isBoundaryAbsence = ({ kind }: BoundaryFault): boolean => kind === "needs" || kind === "pay-lacking";

export function describeBoundaryFault(fault: BoundaryFault): string {
  return isPayFault(fault) ? describePayFault(fault) : describeOtherFault(fault);
}

type PayFault = Extract<BoundaryFault, { readonly kind: `pay-${string}` }>;

const isPayFault = (fault: BoundaryFault): fault is PayFault => fault.kind.startsWith("pay-");

function describeOtherFault(fault: Exclude<BoundaryFault, PayFault>): string {
  switch (fault.kind) {
    case "weights-shape":
      return `The ${fault.what} are ${size(fault.weights)}, the scores are ${size(fault.scores)}: give a cell of ${fault.what} for each score.`;
    case "weight":
      return `The ${fault.what}, row ${fault.row}, column ${fault.column}: ${found(fault.found)} is not a number from 0.`;
    case "near-points":
      return `${upper(found(fault.found))} is not a number of points: give one above 0.`;
    case "position":
      return `${upper(found(fault.found))} is not a position: give ${fault.which} as a whole number of points above 0.`;
    case "positions-reversed":
      return `The positions run from ${fault.from} to ${fault.to}: give the lower one first.`;
    case "positions-many":
      return `${fault.count} positions are too many for one sweep: give at most ${fault.most}.`;
    case "band-missing":
      return "No band is given: name the band whose lowest score is to move.";
    case "unknown-band":
      return unknownBand(fault);
    case "same-label":
      return sameLabel(fault.label);
    case "lowest-band":
      return `${upper(bandTitle(fault.label))} is the lowest: no boundary lies below it. Name a band above it.`;
    case "position-range":
      return `${upper(bandTitle(fault.label))} cannot start at ${fault.position}: its neighbours leave ${fault.highest === null ? `${fault.lowest} and above` : `${fault.lowest} to ${fault.highest}`}.`;
    case "staff-empty":
      return "The staff list has no people: give a row of headings, and a row a person below it.";
    case "staff-headings":
      return `The staff list has no column headed Job ID (or Post number): people are joined to jobs by it. The headings found are ${listed(fault.found)}.`;
    case "staff-cell":
      return `Staff list, row ${fault.row}, ${fault.heading}: ${found(fault.found)} is not ${fault.wanted}.`;
    case "edit":
      return `Step ${fault.place}: ${describeEditFault(fault.fault)}`;
    case "search-shift":
      return `${fault.shift} is not a largest shift: give a whole number of points from 0.`;
    case "search-infeasible":
      return `No positions meet the conditions: ${bandTitle(fault.label)} cannot be ${fault.width} points wide with shifts of at most ${fault.shift}. Allow a narrower band or larger shifts.`;
    case "needs":
      return `${fault.figure} needs ${NEEDS[fault.needs]}.`;
  }
}

function describePayFault(fault: PayFault): string {
  switch (fault.kind) {
    case "pay-empty":
      return "The pay table has no rows: give band, minimum, middle (optional) and maximum, a row a band, or band, point, pay and date (optional), a row a point.";
    case "pay-columns":
      return `The pay table has ${fault.columns} ${fault.columns === 1 ? "column" : "columns"}; it needs three or four: band, minimum, middle (optional), maximum, or band, point, pay, date (optional).`;
    case "pay-band":
      return `Pay table, row ${fault.row}: ${fault.found === null ? "the band is blank" : `${show(fault.found)} is not a band`}. Give each row a band, or leave the whole row blank.`;
    case "pay-point":
      return `Pay table, row ${fault.row}: ${fault.found === null ? "the pay point is blank" : `${show(fault.found)} is not a pay point`}.`;
    case "pay-amount":
      return `Pay table, row ${fault.row}, column ${fault.column}: ${found(fault.found)} is not an amount of pounds above 0.`;
    case "pay-order":
      return `Pay table, row ${fault.row}: the pay of ${bandTitle(fault.label)} falls. Give minimum, middle and maximum in rising order; a table by point has the heading Point over its second column.`;
    case "pay-date":
      return `Pay table, row ${fault.row}: ${fault.found === null ? "there is no effective date, though other rows have one" : `${found(fault.found)} is not a date`}. Give a date cell, or a text such as 2025-04-01.`;
    case "pay-twice":
      return `Pay table, row ${fault.row}: ${bandTitle(fault.label)} has the point ${fault.point} twice for the same date.`;
    case "pay-dates":
      return `The pay table has ${fault.dates.length} effective dates (${fault.dates.join(", ")}): give the rows of one date.`;
    case "pay-before":
      return `The pay table begins on ${fault.first}; it has no pay for ${fault.day}.`;
    case "pay-lacking":
      return `The pay table has no pay for ${listed(fault.labels)}.`;
  }
}

/** What is wrong with one step, without its place in the scenario. */
export function describeEditFault(fault: EditFault): string {
  switch (fault.kind) {
    case "unknown-band":
      return unknownBand(fault);
    case "same-label":
      return sameLabel(fault.label);
    case "label-blank":
      return "the band has no label.";
    case "label-taken":
      return `another band is called ${show(fault.label)} already. Give each band a label of its own.`;
    case "score":
      return `${fault.found} is not a score: give a whole number of points from 0.`;
    case "crosses":
      return `${bandTitle(fault.label)} from ${fault.from} would cross the start of ${bandTitle(fault.other)} (${fault.otherFrom}).`;
    case "empty":
      return `${bandTitle(fault.label)} from ${fault.from} would have no score left: it ends at ${fault.to}.`;
    case "split-outside":
      return `${bandTitle(fault.label)} (${range(fault.from, fault.to)}) cannot be split at ${fault.at}: both parts need at least one point.`;
    case "not-neighbours":
      return `${bandTitle(fault.lower)} and ${bandTitle(fault.upper)} cannot be merged: the second must be the next above the first.`;
    case "overlap":
      return `${bandTitle(fault.label)} (${range(fault.from, fault.to)}) would overlap ${bandTitle(fault.other)}. To put a band inside another, split that one.`;
    case "gap":
      return `${bandTitle(fault.label)} (${range(fault.from, fault.to)}) would leave a gap beside ${bandTitle(fault.other)}. Each band starts one point above the end of the one below.`;
    case "pay-order":
      return `the pay of ${bandTitle(fault.label)} must be above 0 and rise from minimum over middle to maximum.`;
  }
}

/** A band as sentences name it: "band 7", but "Band 7" or "Grade 7" as typed. */
export const bandTitle = (label: Label): string => (/^\p{L}{3,}/u.test(String(label)) ? String(label) : `band ${label}`);

const unknownBand = ({ found: label, known }: { readonly found: Label; readonly known: readonly Label[] }): string =>
  `No band is called ${show(label)}. The bands are ${listed(known)}.`;
const sameLabel = (label: Label): string => `Several bands are called ${show(label)}: give each a label of its own.`;

const found = (entry: Entry): string => (isEntryError(entry) ? `the error ${entry.error}` : entry === null ? "a blank" : show(entry));
const listed = (labels: readonly Label[]): string =>
  labels.length < 2 ? labels.join("") : `${labels.slice(0, -1).join(", ")} and ${labels[labels.length - 1]}`;
const range = (from: number, to: number | null): string => (to === null ? `${from} and above` : `${from} to ${to}`);
const size = ({ rows, columns }: Size): string =>
  `${rows} ${rows === 1 ? "row" : "rows"} by ${columns} ${columns === 1 ? "column" : "columns"}`;
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
