import { good, type Result } from "../result";
import { type BandTable, bandKey, makeBandTable } from "../scheme/band";
import { type EditFault, refused } from "./fault";
import type { Lineage } from "./movement";
import { type BandPay, payFromPoints, payOf, payRange, payTable, type PayPoint, type PayTable, type Pence } from "./pay";

type Label = string | number;

/** One step of a what-if. Bands are named by their label as it is at that step. Plain data, so that scenarios can be kept and compared. */
export type Edit =
  /** Gives a band another lowest score; the band below ends one point under it. */
  | { readonly kind: "move"; readonly band: Label; readonly from: number }
  /** Cuts a band in two: the part from `at` up gets the new label, both keep the pay. */
  | { readonly kind: "split"; readonly band: Label; readonly at: number; readonly label: Label }
  /** Makes one band of two neighbours. It has the pay of the one whose label it keeps; under a new label, none until it is priced. */
  | { readonly kind: "merge"; readonly lower: Label; readonly upper: Label; readonly label: Label }
  | { readonly kind: "rename"; readonly band: Label; readonly label: Label }
  /** Puts a band above or below all others; it has no pay until it is priced. `to` null: up to the next band, or open. */
  | { readonly kind: "add"; readonly label: Label; readonly from: number; readonly to: number | null }
  | { readonly kind: "re-price"; readonly band: Label; readonly pay: Price };

/** The pay of a band in a scenario: a range, or points. */
export type Price =
  | { readonly kind: "range"; readonly minimum: Pence; readonly middle: Pence | null; readonly maximum: Pence }
  | { readonly kind: "points"; readonly points: readonly [PayPoint, ...PayPoint[]] };

/** What bands there are and what they pay. */
export interface Structure {
  readonly bands: BandTable;
  /** null: no pay is known, so nothing can be costed. */
  readonly pay: PayTable | null;
}

/** A structure that steps have changed, and which band of the baseline each of its bands continues. */
export interface ScenarioStructure extends Structure {
  readonly lineage: Lineage;
}

interface Draft {
  label: Label;
  from: number;
  /** The band's own highest score; null where it reaches up to the next, or is open. */
  to: number | null;
  readonly origin: number;
  pay: BandPay | null;
}

/** Applies the steps in order to a baseline, which stays as it is. The first step that cannot be is named by its place, from 1. */
export function applyEdits(baseline: Structure, edits: readonly Edit[]): Result<ScenarioStructure> {
  const drafts: Draft[] = baseline.bands.bands.map(({ label, from, to, closed }, origin) => ({
    label,
    from,
    to: closed ? to : null,
    origin,
    pay: payOf(baseline.pay, label),
  }));
  for (const [index, edit] of edits.entries()) {
    const fault = applyEdit(drafts, edit);
    if (fault !== null) return refused({ kind: "edit", place: index + 1, fault });
  }
  // A changed table is nobody's edition: it must not carry the baseline's id or source.
  const { id, source, place } = edits.length === 0 ? baseline.bands : { id: "", source: "", place: "" };
  const table = makeBandTable(
    drafts.map(({ label, from, to }, row) => ({ label, from, to, row: row + 1 })),
    { id, source, place },
  );
  if (!table.ok) return table;
  const priced = drafts.flatMap(({ label, pay }) => (pay === null ? [] : [{ ...pay, label }]));
  const pay = priced.length === 0 ? null : payTable(priced, baseline.pay?.effective ?? null);
  return good({ bands: table.value, pay, lineage: drafts.map(({ origin }) => origin) });
}

/** Carries out one step on the drafts, which are in order of their scores, or says why it cannot be. */
function applyEdit(drafts: Draft[], edit: Edit): EditFault | null {
  switch (edit.kind) {
    case "move":
      return withBand(drafts, edit.band, (place) => move(drafts, place, edit.from));
    case "split":
      return labelFault(drafts, edit.label, []) ?? withBand(drafts, edit.band, (place) => split(drafts, place, edit.at, edit.label));
    case "merge":
      return withBand(drafts, edit.lower, (lower) => withBand(drafts, edit.upper, (upper) => merge(drafts, lower, upper, edit.label)));
    case "rename":
      return withBand(drafts, edit.band, (place) => {
        const draft = drafts[place]!;
        const fault = labelFault(drafts, edit.label, [draft]);
        if (fault === null) draft.label = edit.label;
        return fault;
      });
    case "add":
      return labelFault(drafts, edit.label, []) ?? add(drafts, edit);
    case "re-price":
      return withBand(drafts, edit.band, (place) => price(drafts[place]!, edit.pay));
  }
}

function move(drafts: readonly Draft[], place: number, from: number): EditFault | null {
  if (!isScore(from)) return { kind: "score", found: from };
  const draft = drafts[place]!;
  const [below, above] = [drafts[place - 1], drafts[place + 1]];
  if (below !== undefined && from <= below.from)
    return { kind: "crosses", label: draft.label, from, other: below.label, otherFrom: below.from };
  if (above !== undefined && from >= above.from)
    return { kind: "crosses", label: draft.label, from, other: above.label, otherFrom: above.from };
  if (draft.to !== null && from > draft.to) return { kind: "empty", label: draft.label, from, to: draft.to };
  draft.from = from;
  if (below !== undefined && below.to !== null) below.to = from - 1;
  return null;
}

function split(drafts: Draft[], place: number, at: number, label: Label): EditFault | null {
  if (!isScore(at)) return { kind: "score", found: at };
  const draft = drafts[place]!;
  const to = draft.to ?? lastBelow(drafts[place + 1]);
  if (at <= draft.from || (to !== null && at > to)) return { kind: "split-outside", label: draft.label, at, from: draft.from, to };
  drafts.splice(place + 1, 0, { label, from: at, to: draft.to, origin: -1, pay: draft.pay });
  if (draft.to !== null) draft.to = at - 1;
  return null;
}

function merge(drafts: Draft[], lowerPlace: number, upperPlace: number, label: Label): EditFault | null {
  const [lower, upper] = [drafts[lowerPlace]!, drafts[upperPlace]!];
  if (upperPlace !== lowerPlace + 1) return { kind: "not-neighbours", lower: lower.label, upper: upper.label };
  const fault = labelFault(drafts, label, [lower, upper]);
  if (fault !== null) return fault;
  const kept = [lower, upper].find((draft) => bandKey(draft.label) === bandKey(label));
  drafts.splice(lowerPlace, 2, { label, from: lower.from, to: upper.to, origin: kept?.origin ?? -1, pay: kept?.pay ?? null });
  return null;
}

function add(drafts: Draft[], { label, from, to }: Extract<Edit, { readonly kind: "add" }>): EditFault | null {
  for (const score of [from, to]) if (score !== null && !isScore(score)) return { kind: "score", found: score };
  if (to !== null && to < from) return { kind: "empty", label, from, to };
  const added: Draft = { label, from, to, origin: -1, pay: null };
  const [lowest, highest] = [drafts[0], drafts[drafts.length - 1]];
  if (lowest !== undefined && from < lowest.from) {
    if (to !== null && to >= lowest.from) return { kind: "overlap", label, from, to, other: lowest.label };
    if (to !== null && to < lowest.from - 1) return { kind: "gap", label, from, to, other: lowest.label };
    drafts.unshift(added);
    return null;
  }
  if (highest !== undefined && (from <= highest.from || (highest.to !== null && from <= highest.to))) {
    const other = [...drafts].reverse().find((draft) => draft.from <= from) ?? highest;
    return { kind: "overlap", label, from, to, other: other.label };
  }
  if (highest !== undefined && highest.to !== null && from > highest.to + 1) return { kind: "gap", label, from, to, other: highest.label };
  drafts.push(added);
  return null;
}

function price(draft: Draft, given: Price): EditFault | null {
  const amounts =
    given.kind === "points"
      ? given.points.map(({ pay }) => pay)
      : [given.minimum, ...(given.middle === null ? [] : [given.middle]), given.maximum];
  const falls = given.kind === "range" && amounts.some((amount, place) => amount < (amounts[place - 1] ?? 0));
  if (falls || amounts.some((amount) => !Number.isInteger(amount) || amount <= 0)) return { kind: "pay-order", label: draft.label };
  draft.pay =
    given.kind === "points" ? payFromPoints(draft.label, given.points) : payRange(draft.label, given.minimum, given.middle, given.maximum);
  return null;
}

function withBand(drafts: readonly Draft[], label: Label, change: (place: number) => EditFault | null): EditFault | null {
  const places = drafts.flatMap((draft, place) => (bandKey(draft.label) === bandKey(label) ? [place] : []));
  const [first] = places;
  if (first === undefined) return { kind: "unknown-band", found: label, known: drafts.map((draft) => draft.label) };
  return places.length > 1 ? { kind: "same-label", label } : change(first);
}

/** A new label must be one, and nobody else's. */
function labelFault(drafts: readonly Draft[], label: Label, own: readonly Draft[]): EditFault | null {
  if (String(label).trim() === "") return { kind: "label-blank" };
  const taken = drafts.some((draft) => !own.includes(draft) && bandKey(draft.label) === bandKey(label));
  return taken ? { kind: "label-taken", label } : null;
}

const isScore = (score: number): boolean => Number.isInteger(score) && score >= 0;

const lastBelow = (next: Draft | undefined): number | null => (next === undefined ? null : next.from - 1);
