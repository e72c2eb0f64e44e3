import { type Band, type BandTable, marginOf, placeScore } from "../scheme/band";
import { bandTitle } from "./fault";

/** A boundary that a score stands close to. */
export interface NearBoundary {
  /** Where the score stands. */
  readonly side: "above" | "below";
  /** The bands the boundary parts. */
  readonly lower: Band;
  readonly upper: Band;
  /** Points to lose to fall a band, or to gain to rise one. */
  readonly points: number;
}

/** How close is near, where nobody says otherwise: at most ten points. */
export const NEAR_POINTS = 10;

/** The boundaries within so many points: points to fall = score - lowest + 1, points to rise = highest + 1 - score. */
export function nearBoundaries(table: BandTable, score: number, points: number): readonly NearBoundary[] {
  const placement = placeScore(table, score);
  if (placement.kind !== "in") return [];
  const { toFall, toRise } = marginOf(table, score);
  const [below, above] = [table.bands[placement.place - 1], table.bands[placement.place + 1]];
  const near: NearBoundary[] = [];
  if (below !== undefined && toFall !== null && toFall <= points)
    near.push({ side: "above", lower: below, upper: placement.band, points: toFall });
  if (above !== undefined && toRise !== null && toRise <= points)
    near.push({ side: "below", lower: placement.band, upper: above, points: toRise });
  return near;
}

/** The boundary, the side and the points, in a cell's few words. */
export function describeNear({ side, lower, upper, points }: NearBoundary): string {
  const boundary = `the boundary of ${bandTitle(lower.label)} and ${bandTitle(upper.label)} (${upper.from})`;
  const way = side === "above" ? `to lose to fall to ${bandTitle(lower.label)}` : `to gain to rise to ${bandTitle(upper.label)}`;
  return `${side === "above" ? "Above" : "Below"} ${boundary}: ${points} ${points === 1 ? "point" : "points"} ${way}`;
}
