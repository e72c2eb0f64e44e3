import { type BoundaryFault, describeBoundaryFault, isBoundaryAbsence } from "./boundary/fault";
import { type Entry, show } from "./entry";
import { describeLibraryFault, type LibraryFault } from "./profile/library-fault";
import type { Band, BandRow } from "./scheme/band";
import { dayOfSerial } from "./scheme/date-serial";
import type { LevelFault } from "./scheme/level";
import { MOST_FACTORS, MOST_LEVELS } from "./scheme/own-chart";
import { type FactorName, factorTitle } from "./scheme/scheme";

/** Everything that can be wrong with what a person gave. Closed: `describe` has a sentence for each. */
export type Problem =
  | { readonly kind: "job-incomplete"; readonly missing: readonly FactorName[] }
  | { readonly kind: "job-invalid"; readonly faults: readonly FactorFault[]; readonly missing: readonly FactorName[] }
  | {
      readonly kind: "jobs-shape";
      readonly scheme: string;
      readonly factors: readonly FactorName[];
      readonly rows: number;
      readonly columns: number;
    }
  | { readonly kind: "ragged"; readonly what: string; readonly row: number; readonly columns: number; readonly expected: number }
  | { readonly kind: "one-job-wanted"; readonly jobs: number }
  | { readonly kind: "one-cell-wanted"; readonly what: string; readonly rows: number; readonly columns: number }
  | { readonly kind: "unknown-scheme"; readonly found: string; readonly known: readonly string[] }
  | { readonly kind: "chart-empty" }
  | { readonly kind: "chart-names"; readonly row: number; readonly found: Entry }
  | { readonly kind: "chart-points"; readonly row: number; readonly column: number; readonly found: Entry }
  | { readonly kind: "chart-gap"; readonly row: number; readonly column: number }
  | { readonly kind: "chart-falls"; readonly row: number; readonly column: number; readonly points: number; readonly before: number }
  | { readonly kind: "chart-size"; readonly factors: number; readonly levels: number }
  | { readonly kind: "chart-factors"; readonly found: number; readonly expected: number }
  | { readonly kind: "chart-order"; readonly number: number; readonly found: string; readonly expected: string }
  | { readonly kind: "cells-lost"; readonly what: string }
  | { readonly kind: "one-cell-selected"; readonly what: string }
  | { readonly kind: "unknown-bands"; readonly found: string; readonly known: readonly string[] }
  | { readonly kind: "no-bands"; readonly scheme: string }
  | { readonly kind: "bands-empty" }
  | { readonly kind: "bands-columns"; readonly columns: number }
  | { readonly kind: "bands-label"; readonly row: number; readonly found: Entry }
  | { readonly kind: "bands-score"; readonly row: number; readonly which: "lowest" | "highest"; readonly found: Entry }
  | { readonly kind: "bands-reversed"; readonly band: BandRow }
  | { readonly kind: "bands-shared-start"; readonly first: BandRow; readonly second: BandRow }
  | { readonly kind: "bands-overlap"; readonly lower: BandRow; readonly upper: BandRow }
  | { readonly kind: "bands-gap"; readonly lower: BandRow; readonly upper: BandRow }
  | { readonly kind: "scores-column"; readonly rows: number; readonly columns: number }
  | { readonly kind: "score-unreadable"; readonly found: Entry }
  | { readonly kind: "cell-error"; readonly what: string; readonly error: string }
  | { readonly kind: "score-below-bands"; readonly score: number; readonly lowest: Band }
  | { readonly kind: "score-above-bands"; readonly score: number; readonly highest: Band }
  | { readonly kind: "score-between-bands"; readonly score: number; readonly lower: Band; readonly upper: Band }
  | { readonly kind: "unknown-profile"; readonly found: string }
  | { readonly kind: "profile-missing" }
  | { readonly kind: "profile-ambiguous"; readonly found: string; readonly ids: readonly string[] }
  | { readonly kind: "profile-count"; readonly profiles: number; readonly jobs: number }
  | { readonly kind: "profile-outside-suite"; readonly id: string; readonly suite: string }
  | { readonly kind: "unknown-suite"; readonly found: string; readonly known: readonly string[] }
  | { readonly kind: "unknown-library"; readonly found: string; readonly known: readonly string[] }
  | { readonly kind: "library"; readonly fault: LibraryFault }
  | { readonly kind: "boundary"; readonly fault: BoundaryFault }
  | { readonly kind: "unknown-result"; readonly found: string; readonly known: readonly string[] }
  | { readonly kind: "top"; readonly found: Entry };

export interface FactorFault {
  readonly factor: FactorName;
  readonly fault: LevelFault;
}

/** Whether something is only not there yet, or does not exist, rather than wrong. */
export const isAbsence = (problem: Problem): boolean =>
  problem.kind === "boundary" ? isBoundaryAbsence(problem.fault) : ABSENCES.includes(problem.kind);

const ABSENCES: readonly Problem["kind"][] = [
  "job-incomplete",
  "no-bands",
  "score-above-bands",
  "score-below-bands",
  "score-between-bands",
];

/** A problem in words a person can act on: what was found, where, and what was expected. */
export function describe(problem: Problem): string {
  switch (problem.kind) {
    case "job-incomplete":
      return describeMissing(problem.missing);
    case "job-invalid":
      return [...problem.faults.map(describeFault), ...(problem.missing.length === 0 ? [] : [describeMissing(problem.missing)])].join(" ");
    case "jobs-shape":
      return describeShape(problem);
    case "ragged":
      return `The ${problem.what} are not a full rectangle: row ${problem.row} has ${count(problem.columns, "cell")}, the first row has ${problem.expected}.`;
    case "one-job-wanted":
      return `This function takes the levels of one job; the range holds ${problem.jobs} jobs. Give the range of one job.`;
    case "one-cell-wanted":
      return `The ${problem.what} is one cell; the range given is ${size(problem.rows, problem.columns)}.`;
    case "unknown-scheme":
      return `No scheme is called ${show(problem.found)}. Use ${either(problem.known)}, or give a range with a points chart of your own.`;
    case "chart-empty":
      return "The points chart has no factor: give a row a factor and a column a level, with the points in the cells.";
    case "chart-names":
      return `Points chart, row ${problem.row}: ${show(problem.found)} stands where the other rows have ${typeof problem.found === "string" ? "points" : "the factor's name"}. Either every factor has a name in the first column, or none has.`;
    case "chart-points":
      return `Points chart, row ${problem.row}, column ${problem.column}: ${show(problem.found)} is not a number of points above 0.`;
    case "chart-gap":
      return `Points chart, row ${problem.row}: column ${problem.column} is blank (or 0) although points follow it. Leave cells blank only after a factor's last level.`;
    case "chart-falls":
      return `Points chart, row ${problem.row}, column ${problem.column}: ${problem.points} points are fewer than the ${problem.before} of the level below. A higher level never has fewer points.`;
    case "chart-size":
      return `The points chart has ${count(problem.factors, "factor")} and up to ${count(problem.levels, "level")}; a register takes at most ${MOST_FACTORS} factors of at most ${MOST_LEVELS} levels. Select the cells of the chart alone.`;
    case "chart-factors":
      return `The points chart has ${count(problem.found, "factor")} now; the register was made for ${problem.expected}. Put the chart back as it was, or say again which columns hold the factors.`;
    case "chart-order":
      return `Factor ${problem.number} of the points chart is called ${show(problem.found)} now; it was ${show(problem.expected)}. Where rows of the chart were moved, move them back. Where it was only renamed, say again which columns hold the factors.`;
    case "cells-lost":
      return `The cells of the ${problem.what} are gone: they were deleted, or the sheet that they stood on.`;
    case "one-cell-selected":
      return `Only one cell is selected. Select all cells of the ${problem.what}, then press the button again.`;
    case "unknown-bands":
      return `No band table is called ${show(problem.found)}. Use ${either(problem.known)}, or give a range with label, lowest score and, if you like, highest score.`;
    case "no-bands":
      return problem.scheme === "NJC"
        ? "NJC has no national grades: give a grade table."
        : "A points chart of your own has no bands: give a band table.";
    case "bands-empty":
      return "The band table has no rows: give label, lowest score and, if you like, highest score, a row a band.";
    case "bands-columns":
      return `The band table has ${count(problem.columns, "column")}; it needs two or three: label, lowest score and, if you like, highest score.`;
    case "bands-label":
      return `Band table, row ${problem.row}: ${problem.found === null ? "the label is blank" : `${show(problem.found)} is not a label`}. Give each band a label, or leave the whole row blank.`;
    case "bands-score":
      return `Band table, row ${problem.row}: ${show(problem.found)} is not a ${problem.which} score. Give a number from 0.`;
    case "bands-reversed":
      return `Band table, row ${problem.band.row}: ${bandTitle(problem.band)} ends at ${problem.band.to}, below its lowest score ${problem.band.from}.`;
    case "bands-shared-start":
      return `Band table: ${bandTitle(problem.first)} (row ${problem.first.row}) and ${bandTitle(problem.second)} (row ${problem.second.row}) share the lowest score ${problem.first.from}.`;
    case "bands-overlap":
      return `Band table: ${bandTitle(problem.lower)} (to ${problem.lower.to}) and ${bandTitle(problem.upper)} (from ${problem.upper.from}) overlap. Each band starts one point above the end of the one below.`;
    case "bands-gap":
      return `Band table: a gap between ${bandTitle(problem.lower)} (to ${problem.lower.to}) and ${bandTitle(problem.upper)} (from ${problem.upper.from}). Each band starts one point above the end of the one below.`;
    case "scores-column":
      return `The scores are one column, because each has two results beside it; the range given is ${size(problem.rows, problem.columns)}.`;
    case "score-unreadable":
      return `${show(problem.found)} is not a score: a score is a number of points.`;
    case "cell-error":
      return `The ${problem.what} cell holds the error ${problem.error}.`;
    case "score-below-bands":
      return `A score of ${problem.score} is below every band: the lowest, ${bandTitle(problem.lowest)}, starts at ${problem.lowest.from}.`;
    case "score-above-bands":
      return `A score of ${problem.score} is above every band: the highest, ${bandTitle(problem.highest)}, ends at ${problem.highest.to}.`;
    case "score-between-bands":
      return `A score of ${problem.score} is in no band: ${bandTitle(problem.lower)} ends at ${problem.lower.to} and ${bandTitle(problem.upper)} starts at ${problem.upper.from}.`;
    case "unknown-profile":
      return `No profile has the id or title ${show(problem.found)} among those considered. PROFILELIST gives the ids.`;
    case "profile-missing":
      return "No profile is given: name one by its id or title. PROFILELIST gives the ids.";
    case "profile-ambiguous":
      return `${problem.ids.length} profiles have the title ${show(problem.found)}: name one by its id, ${either(problem.ids)}.`;
    case "profile-count":
      return `${count(problem.profiles, "profile")} for ${count(problem.jobs, "job")}: give one profile for all, or one a job.`;
    case "profile-outside-suite":
      return `The profile ${problem.id} belongs to the suite ${show(problem.suite)}, which the suite argument leaves out.`;
    case "unknown-suite":
      return `No suite is called ${show(problem.found)}. ${problem.known.length === 0 ? "The library names no suite." : `Use ${either(problem.known.map(show))}.`}`;
    case "unknown-library":
      return `No profile library is called ${show(problem.found)}. Use ${either(problem.known)}, or give a range as PROFILELIST gives it.`;
    case "library":
      return describeLibraryFault(problem.fault);
    case "boundary":
      return describeBoundaryFault(problem.fault);
    case "unknown-result":
      return `${show(problem.found)} is not a kind of result. Use ${either(problem.known)}.`;
    case "top":
      return `${show(problem.found)} is not a number of profiles: give a whole number from 1.`;
  }
}

const describeMissing = (missing: readonly FactorName[]): string =>
  `No level yet for ${list(missing.map((factor) => lowerFirst(factorTitle(factor))))}.`;

const describeFault = ({ factor, fault }: FactorFault): string => `${factorTitle(factor)}: ${describeLevelFault(fault)}`;

/** What is wrong with an entry that should be one level; the caller names the factor. */
export function describeLevelFault(fault: LevelFault): string {
  switch (fault.kind) {
    case "not-whole":
      return `${fault.found} is not a whole number; a level is.`;
    case "date":
      return `${fault.found} looks like a date (${dateText(fault.found)}): Excel makes one of an entry such as 2-3 or 3/4. Format the cell as text and enter the level again.`;
    case "range":
      return `${show(fault.found)} is a range; a job has one level a factor.`;
    case "several":
      return `${show(fault.found)} names more than one level; a job has one level a factor.`;
    case "unreadable":
      return `${show(fault.found)} is not a level; enter one such as 3, 3ab or Level 3.`;
    case "error":
      return `the cell holds the error ${fault.error}.`;
    case "no-such-level":
      return `${show(fault.found)} is not a level of this factor; its levels are 1 to ${fault.count}.`;
    case "no-such-letter":
      return describeLetters(fault);
  }
}

function describeLetters({ found, level, lacking, options }: Extract<LevelFault, { kind: "no-such-letter" }>): string {
  const has = lacking.length === 1 ? "has a letter that level" : `has letters (${spaced(lacking)}) that level`;
  return `${show(found)} ${has} ${level} lacks; level ${level} has ${options === "" ? "no letters" : spaced(options)}.`;
}

function describeShape({ scheme, factors, rows, columns }: Extract<Problem, { kind: "jobs-shape" }>): string {
  const [first, last] = [factors[0], factors[factors.length - 1]];
  const ends = first === undefined || last === undefined || first.name === "" ? "" : ` (from ${first.name} to ${last.name})`;
  const given = rows === 1 || columns === 1 ? `${count(rows * columns, "level")} given` : `the range given is ${size(rows, columns)}`;
  return `A job has ${count(factors.length, "level")}, one for each factor of ${scheme}${ends}; ${given}. Give ${factors.length} columns, a row a job, or ${factors.length} rows, a column a job.`;
}

const spaced = (letters: string): string => Array.from(letters).join(", ");
const bandTitle = (band: Band): string => (/^band\b/i.test(String(band.label)) ? String(band.label) : `band ${band.label}`);
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const size = (rows: number, columns: number): string => `${count(rows, "row")} by ${count(columns, "column")}`;
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const list = (items: readonly string[]): string => items.join(", ");
const either = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items[items.length - 1]}`;

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function dateText(serial: number): string {
  const { day, month, year } = dayOfSerial(serial);
  return `${day} ${MONTHS[month - 1] ?? ""} ${year}`;
}
