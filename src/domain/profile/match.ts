import { type JobSheet, JobState } from "../scheme/chart";
import { bandScores, type Profile, type ProfileLibrary } from "./profile";

/** The four outcomes, best first; their words are the contract. */
export const OUTCOMES = ["Profile match", "Band match", "Below band", "No match"] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type OutcomeCode = 0 | 1 | 2 | 3;

/** How one job stands to one profile, in numbers only. */
export interface Fit {
  outcome: OutcomeCode;
  /** Factors outside the profile's range. */
  variations: number;
  /** Levels outside, summed over the factors. */
  distance: number;
}

/** A candidate's place in the library and its rank, 1 for the closest. */
export interface Ranked {
  readonly place: number;
  readonly rank: number;
}

/** Each job's best profile; `best` is a place in the candidates, -1 for a job without a score. */
export interface BestFits {
  readonly best: Int32Array;
  readonly outcomes: Uint8Array;
  readonly variations: Uint16Array;
  readonly distances: Uint16Array;
}

const OUTCOME_WEIGHT = 2 ** 32;
const VARIATION_WEIGHT = 2 ** 16;

/** A library's profiles made ready for many jobs: ranges and scores in flat arrays. */
export class Matcher {
  private readonly lows: Int16Array;
  private readonly highs: Int16Array;
  private readonly scoreFrom: Float64Array;
  private readonly scoreTo: Float64Array;
  private readonly generic: Uint8Array;
  private readonly fixed: Uint8Array;
  private readonly maxVariation: number;
  private readonly maxVarying: number;

  constructor(readonly library: ProfileLibrary) {
    const { scheme, profiles } = library;
    const spans = profiles.flatMap((profile) => profile.factors);
    const scores = profiles.map((profile) => bandScores(scheme.bands, profile));
    this.lows = Int16Array.from(spans, (span) => span.low);
    this.highs = Int16Array.from(spans, (span) => span.high);
    this.scoreFrom = Float64Array.from(scores, ({ from }) => from);
    this.scoreTo = Float64Array.from(scores, ({ to }) => to);
    this.generic = Uint8Array.from(profiles, (profile) => (profile.generic === null ? 0 : 1));
    this.fixed = Uint8Array.from(scheme.factors, (factor) => (scheme.matchRule?.fixedFactors.includes(factor.number) === true ? 1 : 0));
    this.maxVariation = scheme.matchRule?.maxVariation ?? 0;
    this.maxVarying = scheme.matchRule?.maxVaryingFactors ?? 0;
  }

  /** Best = outcome, then fewest variations, then smallest distance, then the library's order. Cost: jobs × profiles × factors. */
  bestFits<Cell>(sheet: JobSheet<Cell>): BestFits {
    const { count, states } = sheet;
    const result: BestFits = {
      best: new Int32Array(count).fill(-1),
      outcomes: new Uint8Array(count),
      variations: new Uint16Array(count),
      distances: new Uint16Array(count),
    };
    for (let job = 0; job < count; job++) {
      if (states[job] !== JobState.complete) continue;
      const place = this.best(sheet, job);
      const fit = this.fit(sheet, job, place);
      result.best[job] = place;
      result.outcomes[job] = fit.outcome;
      result.variations[job] = fit.variations;
      result.distances[job] = fit.distance;
    }
    return result;
  }

  /** The place of the best candidate for a complete job, -1 where there is no candidate. */
  best<Cell>(sheet: JobSheet<Cell>, job: number): number {
    const profileCount = this.library.profiles.length;
    let best = -1;
    let bestRank = Infinity;
    for (let place = 0; place < profileCount; place++) {
      const rank = this.rank(sheet, job, place);
      if (rank < bestRank) {
        bestRank = rank;
        best = place;
      }
    }
    return best;
  }

  fit<Cell>(sheet: JobSheet<Cell>, job: number, place: number): Fit {
    return fitOfRank(this.rank(sheet, job, place));
  }

  /** The candidates, closest first; those that fit equally well share a rank and keep the library's order. */
  ranking<Cell>(sheet: JobSheet<Cell>, job: number): readonly Ranked[] {
    const ordered = this.library.profiles
      .map((_, place) => ({ place, key: this.rank(sheet, job, place) }))
      .sort((a, b) => a.key - b.key || a.place - b.place);
    let rank = 0;
    return ordered.map(({ place, key }, index) => {
      if (index === 0 || key !== ordered[index - 1]?.key) rank = index + 1;
      return { place, rank };
    });
  }

  /** The candidates that fit a job exactly as well as one of them does, without that one. */
  equals<Cell>(sheet: JobSheet<Cell>, job: number, place: number): readonly Profile[] {
    const rank = this.rank(sheet, job, place);
    return this.library.profiles.filter((_, other) => other !== place && this.rank(sheet, job, other) === rank);
  }

  /** Outcome, variations and distance in one number: the smaller, the better. */
  private rank<Cell>(sheet: JobSheet<Cell>, job: number, place: number): number {
    const { lows, highs, fixed } = this;
    const levels = sheet.levels;
    const factorCount = fixed.length;
    const jobBase = job * factorCount;
    const profileBase = place * factorCount;
    let variations = 0;
    let distance = 0;
    let largest = 0;
    let fixedVaries = 0;
    for (let factor = 0; factor < factorCount; factor++) {
      const level = levels[jobBase + factor]!;
      const below = lows[profileBase + factor]! - level;
      const above = level - highs[profileBase + factor]!;
      const outside = below > above ? below : above;
      if (outside > 0) {
        variations++;
        distance += outside;
        if (outside > largest) largest = outside;
        fixedVaries |= fixed[factor]!;
      }
    }
    const score = sheet.scores[job]!;
    const from = this.scoreFrom[place]!;
    const inBands = score >= from && score <= this.scoreTo[place]!;
    let outcome: OutcomeCode = 3;
    if (variations === 0) outcome = inBands ? 0 : score < from && this.generic[place] === 1 ? 2 : 3;
    else if (inBands && fixedVaries === 0 && largest <= this.maxVariation && variations <= this.maxVarying) outcome = 1;
    return outcome * OUTCOME_WEIGHT + variations * VARIATION_WEIGHT + distance;
  }
}

function fitOfRank(rank: number): Fit {
  const rest = rank % OUTCOME_WEIGHT;
  return {
    outcome: Math.floor(rank / OUTCOME_WEIGHT) as OutcomeCode,
    variations: Math.floor(rest / VARIATION_WEIGHT),
    distance: rest % VARIATION_WEIGHT,
  };
}

const matchers = new WeakMap<ProfileLibrary, Matcher>();

/** The matcher of a library, made once. */
export function matcherOf(library: ProfileLibrary): Matcher {
  const known = matchers.get(library);
  if (known !== undefined) return known;
  const matcher = new Matcher(library);
  matchers.set(library, matcher);
  return matcher;
}
