import { type Factor, factorAt, type Scheme } from "../scheme/scheme";
import type { Profile, ProfileFactor } from "./profile";

/**
 * How a factor's range in one profile stands to the other's. `overlap`: some levels are common; `higher` and `lower` say where the
 * second lies, seen from the first, where none is.
 */
export type RangeRelation = "same" | "overlap" | "higher" | "lower";

export interface FactorDifference {
  readonly factor: Factor;
  readonly first: ProfileFactor;
  readonly second: ProfileFactor;
  readonly relation: RangeRelation;
  /** How many levels the nearest ends of the two ranges are apart; 0 where levels are common. */
  readonly apart: number;
  /** Whether the levels are the same and the letters printed are not. */
  readonly otherLetters: boolean;
}

/** Two profiles of one scheme, factor by factor. */
export function compareProfiles(scheme: Scheme, first: Profile, second: Profile): readonly FactorDifference[] {
  return first.factors.map((one, place) => {
    const factor = factorAt(scheme, place);
    const other = second.factors[place];
    if (other === undefined) throw new RangeError(`${second.id} has no factor ${factor.number}`);
    const relation = relationOf(one, other);
    const apart = relation === "higher" ? other.low - one.high : relation === "lower" ? one.low - other.high : 0;
    return { factor, first: one, second: other, relation, apart, otherLetters: relation === "same" && one.text !== other.text };
  });
}

function relationOf(one: ProfileFactor, other: ProfileFactor): RangeRelation {
  if (one.low === other.low && one.high === other.high) return "same";
  if (other.low > one.high) return "higher";
  return other.high < one.low ? "lower" : "overlap";
}
