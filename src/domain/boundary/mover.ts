import type { BandTable } from "../scheme/band";
import { inSteps, type Steps } from "../steps";
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

/** The jobs that have a score, in order of their scores; of equal scores in order of their rows. One pass: few scores differ. */
export function* jobsByScoreInSteps(scores: ArrayLike<number>): Steps<Int32Array> {
  const counts = new Map<number, number>();
  let scored = 0;
  yield* inSteps(scores.length, (from, end) => {
    for (let job = from; job < end; job++) {
      const score = scores[job]!;
      if (Number.isNaN(score)) continue;
      counts.set(score, (counts.get(score) ?? 0) + 1);
      scored++;
    }
  });
  const next = new Map<number, number>();
  let start = 0;
  for (const score of [...counts.keys()].sort((a, b) => a - b)) {
    next.set(score, start);
    start += counts.get(score)!;
  }
  const order = new Int32Array(scored);
  yield* inSteps(scores.length, (from, end) => {
    for (let job = from; job < end; job++) {
      const place = next.get(scores[job]!);
      if (place === undefined) continue;
      order[place] = job;
      next.set(scores[job]!, place + 1);
    }
  });
  return order;
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
