import { placeScore } from "../scheme/band";
import { atOnce, inSteps, ITEMS_A_STEP, sortInSteps, type Steps } from "../steps";
import { jobsByScoreInSteps } from "./mover";
import { type Pence, payOf, pointKey } from "./pay";
import type { Structure } from "./scenario";

export type Sex = "woman" | "man" | "not stated";

/** A row of a staff list. */
export interface Person {
  readonly job: string;
  readonly sex: Sex;
  readonly fte: number;
  /** Annual full-time basic pay; null where the list gives a point or nothing. */
  readonly pay: Pence | null;
  readonly point: string | number | null;
  /** A post nobody holds: it has no sex, no pay of its own perhaps, and may be costed. */
  readonly vacancy: boolean;
  /** Further characteristics by name: ethnicity, disability, age group, part-time. */
  readonly traits: Readonly<Record<string, string>>;
}

/** What the staff list leaves to be found: the score of a job, and the pay of a point at a score. */
export interface StaffSources {
  readonly scoreOf: (job: string) => number | null;
  readonly payOfPoint: (score: number, point: string | number) => Pence | null;
}

/** Finds points in the pay of the band that a score has in a structure. */
export function staffSources(scoreOf: (job: string) => number | null, { bands, pay }: Structure): StaffSources {
  const payOfPoint = (score: number, point: string | number): Pence | null => {
    const placement = placeScore(bands, score);
    const points = placement.kind === "in" ? payOf(pay, placement.band.label)?.points : null;
    return points?.find(({ name }) => pointKey(name) === pointKey(point))?.pay ?? null;
  };
  return { scoreOf, payOfPoint };
}

/** People of one score: from place `start` up to, not including, place `end`. */
export interface ScoreRun {
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** A staff list in columns, sorted by score and pay, so that a band is one stretch of it and pay rises within a score. */
export interface Staff {
  readonly count: number;
  /** Row of the list, from 0, of each place. */
  readonly rows: Int32Array;
  /** Full-time pay in pence; NaN where it is not known. */
  readonly pays: Float64Array;
  readonly ftes: Float64Array;
  /** A place in `SEXES`. */
  readonly sexes: Uint8Array;
  readonly vacancies: Uint8Array;
  readonly runs: readonly ScoreRun[];
  /** Rows whose job is not in the register or has no score: they are in no figure. */
  readonly unplaced: readonly number[];
  /** Rows of people, not vacancies, whose pay is not known: they are in no pay figure. */
  readonly withoutPay: readonly number[];
}

const SEXES = ["woman", "man", "not stated"] as const;

export const makeStaff = (people: readonly Person[], sources: StaffSources): Staff => atOnce(makeStaffInSteps(people, sources));

export function* makeStaffInSteps(people: readonly Person[], { scoreOf, payOfPoint }: StaffSources): Steps<Staff> {
  const scores = new Float64Array(people.length).fill(NaN);
  const pays = new Float64Array(people.length);
  const unplaced: number[] = [];
  const withoutPay: number[] = [];
  const join = ({ job, pay, point, vacancy }: Person, row: number): void => {
    const score = scoreOf(job);
    if (score === null) {
      unplaced.push(row);
      return;
    }
    scores[row] = score;
    const known = pay ?? (point === null ? null : payOfPoint(score, point));
    pays[row] = known ?? NaN;
    if (known === null && !vacancy) withoutPay.push(row);
  };
  yield* inSteps(people.length, (from, end) => {
    for (let row = from; row < end; row++) join(people[row]!, row);
  });
  const rankedPay = (row: number): number => (Number.isNaN(pays[row]) ? Infinity : pays[row]!);
  const order = yield* jobsByScoreInSteps(scores);
  const runs: ScoreRun[] = [];
  for (let start = 0, rested = 0; start < order.length;) {
    const score = scores[order[start]!]!;
    let end = start + 1;
    while (end < order.length && scores[order[end]!] === score) end++;
    runs.push({ score, start, end });
    // The share of a post settles the order of equal pays, so that sums do not hang on the order of the rows.
    yield* sortInSteps(
      order.subarray(start, end),
      (a, b) =>
        // Infinity - Infinity is no number, and counts as equal.
        rankedPay(a) - rankedPay(b) || people[a]!.fte - people[b]!.fte,
    );
    start = end;
    if (start - rested < ITEMS_A_STEP) continue;
    rested = start;
    yield;
  }
  const count = order.length;
  const staff = {
    pays: new Float64Array(count),
    ftes: new Float64Array(count),
    sexes: new Uint8Array(count),
    vacancies: new Uint8Array(count),
  };
  yield* inSteps(count, (from, end) => {
    for (let place = from; place < end; place++) {
      const row = order[place]!;
      const { fte, sex, vacancy } = people[row]!;
      staff.pays[place] = pays[row]!;
      staff.ftes[place] = fte;
      staff.sexes[place] = SEXES.indexOf(sex);
      staff.vacancies[place] = vacancy ? 1 : 0;
    }
  });
  return { count, rows: order, ...staff, runs, unplaced, withoutPay };
}

/** People parted by a characteristic. Vacancies are in no group. */
export interface Division {
  readonly labels: readonly string[];
  /** Place in `labels` of each place of the staff; `NO_GROUP` for a vacancy. */
  readonly groups: Uint8Array;
}

export const NO_GROUP = 255;

export function divideBySex(staff: Staff): Division {
  return { labels: SEXES, groups: staff.sexes.map((sex, place) => (staff.vacancies[place] === 1 ? NO_GROUP : sex)) };
}

/** Divides by a further characteristic; who has none stated is a group of its own, the last. Groups stand in the order of their names. */
export function divideByTrait(staff: Staff, people: readonly Person[], trait: string): Division {
  const valueAt = (place: number): string => people[staff.rows[place]!]?.traits[trait]?.trim() ?? "";
  const values = new Set<string>();
  for (let place = 0; place < staff.count; place++) if (staff.vacancies[place] === 0) values.add(valueAt(place));
  const stated = [...values].filter((value) => value !== "").sort();
  // A characteristic with more values than this is none to compare groups by; the rest counts as not stated.
  const kept = stated.slice(0, NO_GROUP - 1);
  const places = new Map(kept.map((value, place) => [value, place]));
  const groups = new Uint8Array(staff.count);
  for (let place = 0; place < staff.count; place++)
    groups[place] = staff.vacancies[place] === 1 ? NO_GROUP : (places.get(valueAt(place)) ?? kept.length);
  return { labels: [...kept, "not stated"], groups };
}
