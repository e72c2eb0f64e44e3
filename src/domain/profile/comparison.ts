import type { JobSheet } from "../scheme/chart";
import type { Factor, MatchRule, Scheme } from "../scheme/scheme";
import { type Outcome, OUTCOMES, type Matcher } from "./match";
import { lettersAt } from "./notation";
import { bandLabel, bandScores, type Profile, type ProfileFactor } from "./profile";
import type { Reason } from "./reason";

/** How one factor of a job stands to a profile. `outside`: the scheme has no match rule that would weigh a variation. */
export type Verdict = "at-level" | "in-range" | "varies" | "too-far" | "fixed" | "outside";

export interface FactorComparison {
  readonly factor: Factor;
  readonly level: number;
  readonly letters: string;
  readonly profile: ProfileFactor;
  /** 0 in range, else the level minus the nearest end of the range. */
  readonly variation: number;
  readonly verdict: Verdict;
  /** The job's letters that the profile does not print at this level, where it prints some. No effect on points or outcome. */
  readonly otherLetters: string;
}

/** One job beside one profile, factor by factor, with every reason for the outcome. */
export interface Comparison {
  readonly profile: Profile;
  readonly score: number;
  readonly outcome: Outcome;
  readonly variations: number;
  readonly distance: number;
  readonly factors: readonly FactorComparison[];
  readonly reasons: readonly Reason[];
}

/** Compares a complete job of the sheet with the matcher's profile at a place. */
export function compareJob<Cell>(matcher: Matcher, sheet: JobSheet<Cell>, job: number, place: number): Comparison {
  const { scheme, profiles } = matcher.library;
  const profile = profiles[place];
  if (profile === undefined) throw new RangeError(`no profile at place ${place}`);
  const factors = scheme.factors.map((factor, index) => compareFactor(scheme.matchRule, factor, sheet, job, index, profile));
  const { outcome: code, variations, distance } = matcher.fit(sheet, job, place);
  const outcome = OUTCOMES[code];
  const score = sheet.scores[job] ?? 0;
  return { profile, score, outcome, variations, distance, factors, reasons: reasonsOf(scheme, profile, factors, outcome, score) };
}

function compareFactor<Cell>(
  rule: MatchRule | null,
  factor: Factor,
  sheet: JobSheet<Cell>,
  job: number,
  place: number,
  profile: Profile,
): FactorComparison {
  const own = profile.factors[place];
  const reading = sheet.reading(job, place);
  if (own === undefined || reading.kind !== "level")
    throw new RangeError(`job ${job} and profile ${profile.id} cannot be compared at factor ${factor.number}`);
  const { level, letters } = reading;
  const variation = level < own.low ? level - own.low : level > own.high ? level - own.high : 0;
  const printed = lettersAt(own, level);
  return {
    factor,
    level,
    letters,
    profile: own,
    variation,
    verdict: verdictOf(rule, factor, own, variation),
    otherLetters:
      printed === ""
        ? ""
        : Array.from(letters)
            .filter((letter) => !printed.includes(letter))
            .join(""),
  };
}

function verdictOf(rule: MatchRule | null, factor: Factor, profile: ProfileFactor, variation: number): Verdict {
  if (variation === 0) return profile.low === profile.high ? "at-level" : "in-range";
  if (rule === null) return "outside";
  if (rule.fixedFactors.includes(factor.number)) return "fixed";
  return Math.abs(variation) > rule.maxVariation ? "too-far" : "varies";
}

function reasonsOf(
  scheme: Scheme,
  profile: Profile,
  factors: readonly FactorComparison[],
  outcome: Outcome,
  score: number,
): readonly Reason[] {
  const band = { label: bandLabel(profile), ...bandScores(scheme.bands, profile) };
  const varying = factors.filter((factor) => factor.variation !== 0);
  const inRange = varying.length === 0;
  const rule = scheme.matchRule;
  const variations: Reason[] = varying.map((factor) => ({ kind: "variation", comparison: factor, maxVariation: rule?.maxVariation ?? 0 }));
  switch (outcome) {
    case "Profile match":
      return [{ kind: "in-range", score, band }];
    case "Band match":
      return [...variations, { kind: "in-band", score, band }];
    case "Below band":
      return [
        {
          kind: "below-band",
          score,
          band,
          generic: profile.generic ?? "",
          allMinimum: factors.every(({ level, profile: own }) => level === own.low),
        },
      ];
    case "No match":
      return [
        ...variations,
        ...(rule !== null && varying.length > rule.maxVaryingFactors
          ? [{ kind: "too-many", count: varying.length, most: rule.maxVaryingFactors } as const]
          : []),
        ...(score < band.from || score > band.to ? [{ kind: "outside-band", score, band, inRange } as const] : []),
      ];
  }
}
