import { good, type Result } from "../result";
import { refused } from "./fault";
import type { BandTable } from "../scheme/band";
import type { RegisterCounts } from "./count";
import { NEAR_POINTS } from "./near";

/** People on one side of a boundary, within so many points of it. */
export interface Crowd {
  readonly headcount: number;
  /** null where the register does not say. */
  readonly women: number | null;
  readonly men: number | null;
}

export interface Bunching {
  /** The bands the boundary parts, and the lowest score of the upper one. */
  readonly lower: string | number;
  readonly upper: string | number;
  readonly at: number;
  readonly below: Crowd;
  readonly above: Crowd;
}

/**
 * Headcount within so many points either side of each boundary: below, scores from boundary - points up to boundary - 1; above, from the
 * boundary up to boundary + points - 1. So the points to rise and to fall that count are the same. A crowd just above a boundary is what
 * guidance warns of. Source: Armstrong on placing grade boundaries (not just above a heavily populated job).
 */
export function bunching({ axis, headcount, sexes }: RegisterCounts, table: BandTable, points: number): readonly Bunching[] {
  const crowd = (start: number, end: number): Crowd => ({
    headcount: headcount.between(start, end),
    women: sexes?.women.between(start, end) ?? null,
    men: sexes?.men.between(start, end) ?? null,
  });
  return table.bands.slice(1).map((upper, index) => ({
    lower: table.bands[index]?.label ?? "",
    upper: upper.label,
    at: upper.from,
    below: crowd(axis.below(upper.from - points), axis.below(upper.from)),
    above: crowd(axis.below(upper.from), axis.upTo(upper.from + points - 1)),
  }));
}

/** What the boundary test calls near, large and mainly. Defaults are ours. */
export interface BoundaryTestSettings {
  readonly points: number;
  /** People, from which on a group is large. */
  readonly large: number;
  /** Per cent of one sex, from which on a group is mainly of it. */
  readonly mainly: number;
}

export const BOUNDARY_TEST: BoundaryTestSettings = { points: NEAR_POINTS, large: 20, mainly: 70 };

export interface BoundaryTest extends Bunching {
  /** A large, mainly female group below and a mainly male group above: it looks like a boundary placed against women. */
  readonly flagged: boolean;
}

/**
 * The boundary test: flagged where a large mainly-female group stands within the near distance below a boundary and a mainly-male group
 * within it above. A group's size is its women and men, those of unstated sex left out. Source: EHRC equal pay checklist on the time after the evaluations.
 */
export function boundaryTest(
  counts: RegisterCounts,
  table: BandTable,
  settings: BoundaryTestSettings = BOUNDARY_TEST,
): Result<readonly BoundaryTest[]> {
  if (counts.sexes === null) return refused({ kind: "needs", figure: "The boundary test", needs: "sexes" });
  return good(
    bunching(counts, table, settings.points).map((boundary) => {
      const { below, above } = boundary;
      const size = (below.women ?? 0) + (below.men ?? 0);
      const flagged =
        size >= settings.large &&
        mainlyOf(below.women ?? 0, below.men ?? 0, settings.mainly) === "women" &&
        mainlyOf(above.women ?? 0, above.men ?? 0, settings.mainly) === "men";
      return { ...boundary, flagged };
    }),
  );
}

/** Share of women = women / (women + men), in per cent; null where there are neither. */
export const shareOfWomen = (women: number, men: number): number | null => (women + men === 0 ? null : (women / (women + men)) * 100);

/** The sex that makes up at least so many per cent of a group; null for a mixed or empty one. */
export function mainlyOf(women: number, men: number, percent: number): "women" | "men" | null {
  // Compared as products: 70 % of 10 is exactly 7.
  const both = women + men;
  if (both === 0) return null;
  if (women * 100 >= percent * both) return "women";
  return men * 100 >= percent * both ? "men" : null;
}
