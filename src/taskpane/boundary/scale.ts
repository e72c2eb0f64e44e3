import type { RegisterCounts } from "../../domain/boundary/count";
import type { BandTable } from "../../domain/scheme/band";

/** The stretch of scores that a chart shows, on a width in pixels. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly width: number;
  x(score: number): number;
  /** The nearest whole score. */
  score(x: number): number;
}

export function scaleOf(low: number, high: number, width: number): Scale {
  const span = Math.max(1, high - low);
  return {
    low,
    high,
    width,
    x: (score) => Math.min(width, Math.max(0, ((score - low) / span) * width)),
    score: (x) => Math.round(low + (x / width) * span),
  };
}

/** From a little below the scores and inner boundaries to a little above them. */
export function extentOf(
  { axis }: Pick<RegisterCounts, "axis">,
  tables: readonly BandTable[],
): { readonly low: number; readonly high: number } {
  const inner = tables.flatMap(({ bands }) => bands.slice(1).map(({ from }) => from));
  const ends = tables.map(({ bands }) => bands[bands.length - 1]?.to ?? 0);
  const scores = axis.scores.length === 0 ? [] : [axis.scores[0]!, axis.scores[axis.scores.length - 1]!];
  const all = [...inner, ...ends, ...scores].filter((score) => score > 0);
  if (all.length === 0) return { low: 0, high: 100 };
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const margin = Math.max(10, Math.round((high - low) * 0.05));
  return { low: Math.max(0, low - margin), high: high + margin };
}

export interface Bar {
  readonly from: number;
  /** Up to, not including. */
  readonly to: number;
  readonly jobs: number;
}

const STEPS = [1, 2, 5, 10, 20, 50];

/** Jobs in stretches of equal width, no narrower than a few pixels. */
export function barsOf({ axis, jobs }: Pick<RegisterCounts, "axis" | "jobs">, { low, high, width }: Scale): readonly Bar[] {
  const step = STEPS.find((points) => (points * width) / Math.max(1, high - low) >= 4) ?? 100;
  const first = Math.floor(low / step) * step;
  return Array.from({ length: Math.ceil((high - first) / step) }, (_, index) => {
    const from = first + index * step;
    return { from, to: from + step, jobs: jobs.between(axis.below(from), axis.below(from + step)) };
  });
}
