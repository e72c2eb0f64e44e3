import type { BandTable } from "../scheme/band";
import type { ScoreAxis } from "./count";
import { type Direction, directions, type Lineage } from "./movement";
import { bandPlaces } from "./span";

/** Jobs of one score that change band: from place `start` up to, not including, place `end` of the jobs in order of their scores. */
export interface MoverRun {
  readonly score: number;
  /** Places of the bands in their tables, -1 for none. */
  readonly old: number;
  readonly now: number;
  readonly direction: Exclude<Direction, "same">;
  readonly start: number;
  readonly end: number;
}

/** The jobs that have a score, in order of their scores; of equal scores in order of their rows. */
export function jobsByScore(scores: ArrayLike<number>): Int32Array {
  const scored = Array.from({ length: scores.length }, (_, job) => job).filter((job) => !Number.isNaN(scores[job]));
  return Int32Array.from(scored).sort((a, b) => scores[a]! - scores[b]! || a - b);
}

/** Who changes band between two tables, a run a score: the cost goes with the scores that occur, not with the jobs. */
export function moverRuns(
  { axis, order, scores }: { readonly axis: ScoreAxis; readonly order: Int32Array; readonly scores: ArrayLike<number> },
  from: BandTable,
  to: BandTable,
  lineage: Lineage,
): readonly MoverRun[] {
  const [before, after] = [bandPlaces(axis, from), bandPlaces(axis, to)];
  const directionOf = directions(from, to, lineage);
  const runs: MoverRun[] = [];
  for (let place = 0; place < before.length; place++) {
    const [old, now] = [before[place]!, after[place]!];
    const direction = directionOf(old, now);
    if (direction === "same") continue;
    const score = axis.scores[place]!;
    runs.push({ score, old, now, direction, start: firstAt(order, scores, score), end: firstAbove(order, scores, score) });
  }
  return runs;
}

const firstAt = (order: Int32Array, scores: ArrayLike<number>, score: number): number => search(order, (job) => scores[job]! >= score);
const firstAbove = (order: Int32Array, scores: ArrayLike<number>, score: number): number => search(order, (job) => scores[job]! > score);

function search(order: Int32Array, reached: (job: number) => boolean): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reached(order[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
