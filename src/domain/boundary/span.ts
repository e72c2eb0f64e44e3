import type { BandTable } from "../scheme/band";
import type { ScoreAxis } from "./count";

/** The scores of a band among those that occur: from place `start` up to, not including, place `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where the bands of a table lie on the axis. What is in no span has no band, as in `placeScore`. */
export function bandSpans(axis: ScoreAxis, { bands }: BandTable): readonly Span[] {
  return bands.map(({ from, to, closed }, place) => {
    const next = bands[place + 1];
    return { start: axis.below(from), end: endOf(axis, closed ? to : null, next?.from ?? null) };
  });
}

/** Where a band ends that has a highest score of its own, or else reaches up to the next band, or has no end. */
export function endOf(axis: ScoreAxis, to: number | null, nextFrom: number | null): number {
  if (to !== null) return axis.upTo(to);
  return nextFrom === null ? axis.scores.length : axis.below(nextFrom);
}

/** The place of each score's band, -1 for none. */
export function bandPlaces(axis: ScoreAxis, table: BandTable): Int16Array {
  const places = new Int16Array(axis.scores.length).fill(-1);
  bandSpans(axis, table).forEach(({ start, end }, place) => {
    if (end > start) places.fill(place, start, end);
  });
  return places;
}

/** What two spans have in common. */
export function overlap(a: Span, b: Span): Span {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}
