import { atOnce, inSteps, type Steps } from "../steps";

/** Scores of the published schemes are 0 to 1,000: a slot each. What a points chart of one's own gives beyond them is kept apart. */
const SLOTS = 1001;

/** Weights are summed as whole billionths, so that a sum is exact, whatever the order of the rows. */
const UNIT = 1e9;

/** A register as columns, a place a job. A score that is NaN: the job counts, but has no score. */
export interface RegisterColumns {
  readonly scores: ArrayLike<number>;
  /** Where it is not known, for one job (NaN) or for all: 1. */
  readonly headcount?: ArrayLike<number> | null;
  /** Where it is not known: the headcount. */
  readonly fte?: ArrayLike<number> | null;
  readonly women?: ArrayLike<number> | null;
  readonly men?: ArrayLike<number> | null;
}

/** One measure of a register, summed over scores: any range of scores is one subtraction, however many jobs there are. */
export class Tally {
  /** `sums`: running sums in billionths, one longer than the scores that occur; `scoreless`: of the jobs without a score. */
  constructor(
    private readonly sums: Float64Array,
    private readonly scoreless: number,
  ) {}

  /** Billionths at the scores from place `start` up to, not including, place `end`. */
  units(start: number, end: number): number {
    return end > start ? this.sums[end]! - this.sums[start]! : 0;
  }

  get scorelessUnits(): number {
    return this.scoreless;
  }

  get totalUnits(): number {
    return this.sums[this.sums.length - 1]! + this.scoreless;
  }

  between(start: number, end: number): number {
    return amountOf(this.units(start, end));
  }
}

/** Billionths as the number a person gave, free of what a binary fraction adds. */
export const amountOf = (units: number): number => Math.round(units / 1000) / 1e6;

/** What a rate costs for so many billionths, in the rate's own whole unit (pence). */
export const atRate = (units: number, rate: number): number => Math.round((units / UNIT) * rate);

/** The scores that occur, in ascending order; measures are kept beside them. */
export class ScoreAxis {
  private readonly ranks = new Int32Array(SLOTS + 1);

  constructor(readonly scores: Float64Array) {
    for (let score = 0, rank = 0; score <= SLOTS; score++) {
      while (rank < scores.length && scores[rank]! < score) rank++;
      this.ranks[score] = rank;
    }
  }

  /** How many of the scores lie below a score. */
  below(score: number): number {
    const known = this.ranks[score];
    if (known !== undefined) return known;
    let low = 0;
    let high = this.scores.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.scores[middle]! < score) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many of the scores are at most a score. */
  upTo(score: number): number {
    const below = this.below(score);
    return this.scores[below] === score ? below + 1 : below;
  }
}

/** Everything that one pass over a register gives: what all scenarios, sweeps and searches are computed from. */
export interface RegisterCounts {
  readonly axis: ScoreAxis;
  readonly jobs: Tally;
  readonly headcount: Tally;
  readonly fte: Tally;
  /** null where the register does not say how many women and men hold the jobs. */
  readonly sexes: { readonly women: Tally; readonly men: Tally } | null;
}

export const countRegister = (columns: RegisterColumns): RegisterCounts => atOnce(countRegisterInSteps(columns));

export function* countRegisterInSteps({ scores, headcount, fte, women, men }: RegisterColumns): Steps<RegisterCounts> {
  const heads = (job: number): number => numberAt(headcount, job) ?? 1;
  const sexed = women !== undefined && women !== null && men !== undefined && men !== null;
  const { axis, jobs, tallies } = yield* countScoresInSteps(scores, [
    heads,
    (job) => numberAt(fte, job) ?? heads(job),
    ...(sexed ? [(job: number) => women[job]!, (job: number) => men[job]!] : []),
  ]);
  const [headTally, fteTally, ofWomen, ofMen] = tallies;
  const sexes = ofWomen === undefined || ofMen === undefined ? null : { women: ofWomen, men: ofMen };
  return { axis, jobs, headcount: headTally!, fte: fteTally!, sexes };
}

function numberAt(column: ArrayLike<number> | null | undefined, job: number): number | null {
  const number = column?.[job];
  return number === undefined || Number.isNaN(number) ? null : number;
}

/** A weight that is NaN is not known and adds nothing. */
type Weight = (job: number) => number;

interface ScoreCounts {
  readonly axis: ScoreAxis;
  readonly jobs: Tally;
  readonly tallies: readonly Tally[];
}

/** One pass over scores and their weights. */
export const countScores = (scores: ArrayLike<number>, weights: readonly Weight[]): ScoreCounts =>
  atOnce(countScoresInSteps(scores, weights));

function* countScoresInSteps(scores: ArrayLike<number>, weights: readonly Weight[]): Steps<ScoreCounts> {
  const columns = [null, ...weights];
  const slots = columns.map(() => new Float64Array(SLOTS));
  const scoreless = columns.map(() => 0);
  const beyond = new Map<number, number[]>();
  const counts = new Int32Array(SLOTS);
  const count = (job: number): void => {
    const score = scores[job]!;
    const inSlot = (score | 0) === score && score >= 0 && score < SLOTS;
    if (inSlot) counts[score]! += 1;
    let other: number[] | undefined;
    if (!inSlot && !Number.isNaN(score)) {
      other = beyond.get(score);
      if (other === undefined) beyond.set(score, (other = columns.map(() => 0)));
    }
    for (let column = 0; column < columns.length; column++) {
      const weight = columns[column];
      const given = weight === null || weight === undefined ? 1 : weight(job);
      const units = Number.isNaN(given) ? 0 : Math.round(given * UNIT);
      if (inSlot) slots[column]![score]! += units;
      else if (other !== undefined) other[column]! += units;
      else scoreless[column]! += units;
    }
  };
  yield* inSteps(scores.length, (from, end) => {
    for (let job = from; job < end; job++) count(job);
  });
  const found = Float64Array.from([...Array.from(counts.keys()).filter((score) => counts[score]! > 0), ...beyond.keys()]).sort();
  const [jobs, ...tallies] = columns.map((_, column) => {
    const sums = new Float64Array(found.length + 1);
    found.forEach((score, place) => {
      const here = beyond.get(score)?.[column] ?? (slots[column] as Float64Array)[score] ?? 0;
      sums[place + 1] = sums[place]! + here;
    });
    return new Tally(sums, scoreless[column]!);
  });
  return { axis: new ScoreAxis(found), jobs: jobs!, tallies };
}
