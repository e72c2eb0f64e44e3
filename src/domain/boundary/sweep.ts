import { good, type Result } from "../result";
import { type BandTable, bandKey } from "../scheme/band";
import type { RegisterCounts, ScoreAxis, Tally } from "./count";
import { costOf, type FixedPointCost, minus, plus } from "./cost";
import { refused } from "./fault";
import { type PayTable, payOf } from "./pay";
import { bandSpans, endOf, overlap, type Span } from "./span";

/** One position of the boundary: what it would move, counted against where the boundary is now. */
export interface SweepPosition {
  /** The band's lowest score there. */
  readonly from: number;
  readonly up: number;
  readonly down: number;
  /** What the band would hold. */
  readonly inBand: number;
}

/** The positions a sweep or a search may give a boundary: both bands beside it keep at least one point. */
export interface Freedom {
  readonly lowest: number;
  /** null where nothing bounds it from above. */
  readonly highest: number | null;
}

/** More positions than there are scores are a slip of the hand. */
const MOST_POSITIONS = 1001;

/** The place of the band that a label means, however it is written. */
export function placeOfBand({ bands }: BandTable, label: string | number): Result<number> {
  const places = bands.flatMap((band, place) => (bandKey(band.label) === bandKey(label) ? [place] : []));
  const [first] = places;
  if (first === undefined) return refused({ kind: "unknown-band", found: label, known: bands.map((band) => band.label) });
  return places.length > 1 ? refused({ kind: "same-label", label }) : good(first);
}

/** Where the lower boundary of a band may go; the lowest band has none. */
export function freedomOf({ bands }: BandTable, place: number): Result<Freedom> {
  const [band, below, above] = [bands[place], bands[place - 1], bands[place + 1]];
  if (band === undefined) throw new RangeError(`no band at place ${place}`);
  if (below === undefined) return refused({ kind: "lowest-band", label: band.label });
  return good({ lowest: below.from + 1, highest: band.closed ? band.to : above === undefined ? null : above.from - 1 });
}

/** The positions of a boundary from one to another, each one point from the last, in a measure of choice. */
export function sweepBoundary(
  axis: ScoreAxis,
  tally: Tally,
  table: BandTable,
  place: number,
  positions: { readonly from: number; readonly to: number },
): Result<readonly SweepPosition[]> {
  const problem = positionFault(table, place, positions);
  if (problem !== null) return problem;
  const pair = boundaryPair(axis, table, place);
  return good(
    Array.from({ length: positions.to - positions.from + 1 }, (_, index) => {
      const from = positions.from + index;
      const { lower, upper } = pair.at(from);
      const between = (a: Span, b: Span): number => {
        const { start, end } = overlap(a, b);
        return tally.between(start, end);
      };
      return {
        from,
        up: between(pair.lower, upper),
        down: between(pair.upper, lower),
        inBand: tally.between(upper.start, upper.end),
      };
    }),
  );
}

/**
 * What each position would add to the cost at the fixed points; what the bands away from the boundary cost does not change. null where
 * one of the two bands has posts but no pay.
 */
export function sweepCost(
  { axis, fte }: Pick<RegisterCounts, "axis" | "fte">,
  table: BandTable,
  place: number,
  positions: { readonly from: number; readonly to: number },
  pay: PayTable,
): Result<readonly (FixedPointCost | null)[]> {
  const problem = positionFault(table, place, positions);
  if (problem !== null) return problem;
  const pair = boundaryPair(axis, table, place);
  const [lowerPay, upperPay] = [place - 1, place].map((each) => payOf(pay, table.bands[each]?.label ?? ""));
  const costAt = ({ lower, upper }: { readonly lower: Span; readonly upper: Span }): FixedPointCost | null => {
    const parts = [
      costOf(fte.units(lower.start, lower.end), lowerPay ?? null),
      costOf(fte.units(upper.start, upper.end), upperPay ?? null),
    ];
    return parts[0] == null || parts[1] == null ? null : plus(parts[0], parts[1]);
  };
  const now = costAt(pair);
  return good(
    Array.from({ length: positions.to - positions.from + 1 }, (_, index) => {
      const then = costAt(pair.at(positions.from + index));
      return now === null || then === null ? null : minus(then, now);
    }),
  );
}

/** The spans of the two bands beside a boundary, now and with the boundary elsewhere. */
function boundaryPair(axis: ScoreAxis, table: BandTable, place: number) {
  const spans = bandSpans(axis, table);
  const [lower, upper] = [spans[place - 1], spans[place]];
  const below = table.bands[place - 1];
  if (lower === undefined || upper === undefined || below === undefined) throw new RangeError(`no boundary at place ${place}`);
  const at = (from: number): { readonly lower: Span; readonly upper: Span } => ({
    lower: { start: lower.start, end: endOf(axis, below.closed ? from - 1 : null, from) },
    upper: { start: axis.below(from), end: upper.end },
  });
  return { lower, upper, at };
}

function positionFault(table: BandTable, place: number, { from, to }: { readonly from: number; readonly to: number }) {
  const freedom = freedomOf(table, place);
  if (!freedom.ok) return freedom;
  if (from > to) return refused({ kind: "positions-reversed", from, to });
  if (to - from >= MOST_POSITIONS) return refused({ kind: "positions-many", count: to - from + 1, most: MOST_POSITIONS });
  const { lowest, highest } = freedom.value;
  const outside = [from, to].find((position) => position < lowest || (highest !== null && position > highest));
  if (outside === undefined) return null;
  return refused({ kind: "position-range", label: table.bands[place]?.label ?? "", position: outside, lowest, highest });
}
