import { type Band, type BandTable, placeScore } from "../domain/scheme/band";
import type { Factor, Scheme } from "../domain/scheme/scheme";

/** One level up or down in one factor that would put the job into another band, or into none. */
export interface BandEffect {
  readonly factor: Factor;
  readonly from: number;
  readonly to: number;
  readonly score: number;
  /** null: the score then has no band. */
  readonly band: Band | null;
}

/** Every change of a single factor by a single level that would change the band; `levels` is a whole job's. */
export function bandEffects(scheme: Scheme, table: BandTable, levels: readonly number[]): readonly BandEffect[] {
  const pointsAt = (place: number, level: number): number | undefined => scheme.factors[place]?.levels[level - 1]?.points;
  const score = levels.reduce((sum, level, place) => sum + (pointsAt(place, level) ?? 0), 0);
  const before = bandAt(table, score);
  return scheme.factors.flatMap((factor, place) => {
    const from = levels[place] ?? 0;
    return [from - 1, from + 1].flatMap((to): BandEffect[] => {
      const [old, next] = [pointsAt(place, from), pointsAt(place, to)];
      if (old === undefined || next === undefined) return [];
      const band = bandAt(table, score - old + next);
      return band === before ? [] : [{ factor, from, to, score: score - old + next, band }];
    });
  });
}

/** The table's own band, so that two placements can be compared by identity. */
function bandAt(table: BandTable, score: number): Band | null {
  const placement = placeScore(table, score);
  return placement.kind === "in" ? placement.band : null;
}
