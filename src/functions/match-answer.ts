import { isBlank, isEntryError, textOf } from "../domain/entry";
import { compareJob } from "../domain/profile/comparison";
import { type Matcher, type Outcome, OUTCOMES } from "../domain/profile/match";
import { bandLabel, profileName, type Profile, type ProfileLibrary, profilesNamed } from "../domain/profile/profile";
import { describeEquals, describeReasons, summarise } from "../domain/profile/reason";
import type { Problem } from "../domain/problem";
import { bandOf } from "../domain/scheme/band";
import { type JobSheet, JobState } from "../domain/scheme/chart";
import { errorCell, refuse } from "./answer";
import { entryOf, gridOf } from "./cells";

/** Each job's profile: the best of the candidates, or the one that was named for it. */
export interface Matches {
  readonly matcher: Matcher;
  readonly sheet: JobSheet<unknown>;
  /** The place of job j's profile among the candidates. */
  readonly places: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  readonly variations: ArrayLike<number>;
  readonly named: (job: number) => boolean;
  /** Why a job's profile is none, where it is the name that is wrong and not the job. */
  readonly problem: (job: number) => Problem | null;
}

/** `whole` is the library before suites limited it: a profile that they leave out is told from one that does not exist. */
export function matchesOf(matcher: Matcher, whole: ProfileLibrary, sheet: JobSheet<unknown>, argument: unknown): Matches {
  const names = (gridOf(argument, "profile") ?? []).flat().map(entryOf);
  if (names.every(isBlank)) return bestMatches(matcher, sheet);
  if (names.length !== 1 && names.length !== sheet.count)
    return refuse({ kind: "profile-count", profiles: names.length, jobs: sheet.count });
  const known = new Map<string, number | Problem>();
  const choices = names.map((name): number | Problem | null => {
    if (isEntryError(name)) return { kind: "cell-error", what: "profile", error: name.error };
    if (isBlank(name)) return null;
    const text = textOf(name);
    const choice = known.get(text) ?? namedPlace(matcher.library, whole, text);
    known.set(text, choice);
    return choice;
  });
  const only = choices.length === 1 ? choices[0] : undefined;
  if (only !== undefined && only !== null && typeof only !== "number") return refuse(only);
  return namedMatches(matcher, sheet, (job) => (only === undefined ? (choices[job] ?? null) : only));
}

function bestMatches(matcher: Matcher, sheet: JobSheet<unknown>): Matches {
  const { best, outcomes, variations } = matcher.bestFits(sheet);
  return { matcher, sheet, places: best, outcomes, variations, named: () => false, problem: () => null };
}

function namedMatches(matcher: Matcher, sheet: JobSheet<unknown>, choice: (job: number) => number | Problem | null): Matches {
  const [places, outcomes, variations] = [new Int32Array(sheet.count), new Uint8Array(sheet.count), new Uint16Array(sheet.count)];
  for (let job = 0; job < sheet.count; job++) {
    if (sheet.states[job] !== JobState.complete) continue;
    const chosen = choice(job);
    const place = typeof chosen === "number" ? chosen : chosen === null ? matcher.best(sheet, job) : -1;
    if (place < 0) continue;
    const fit = matcher.fit(sheet, job, place);
    places[job] = place;
    outcomes[job] = fit.outcome;
    variations[job] = fit.variations;
  }
  const problem = (job: number): Problem | null => {
    const chosen = choice(job);
    return typeof chosen === "number" ? null : chosen;
  };
  return { matcher, sheet, places, outcomes, variations, named: (job) => choice(job) !== null, problem };
}

/** The place of a profile that a person named, by id or by a title that only one has. */
export function namedPlace(candidates: ProfileLibrary, whole: ProfileLibrary, name: string | null): number | Problem {
  if (name === null) return { kind: "profile-missing" };
  const found = profilesNamed(candidates.profiles, name);
  const [profile] = found;
  if (profile !== undefined)
    return found.length === 1
      ? candidates.profiles.indexOf(profile)
      : { kind: "profile-ambiguous", found: name, ids: found.map(({ id }) => id) };
  const [outside] = profilesNamed(whole.profiles, name);
  return outside === undefined
    ? { kind: "unknown-profile", found: name }
    : { kind: "profile-outside-suite", id: outside.id, suite: outside.suite };
}

type Column = (match: OneMatch) => unknown;

interface OneMatch {
  readonly job: number;
  readonly place: number;
  readonly outcome: Outcome;
  readonly profile: Profile;
  readonly matches: Matches;
}

const isMatch = (outcome: Outcome): boolean => outcome === "Profile match" || outcome === "Band match";

const COLUMNS = {
  outcome: ({ outcome }) => outcome,
  profile: ({ outcome, profile }) => (isMatch(outcome) ? profile.id : ""),
  title: ({ outcome, profile }) => (isMatch(outcome) ? profile.title : ""),
  profileband: ({ outcome, profile }) => (isMatch(outcome) ? bandLabel(profile) : ""),
  variations: ({ job, matches }) => matches.variations[job] ?? 0,
  score: ({ job, matches }) => matches.sheet.scores[job] ?? 0,
  band: bandCell,
  nearest: nearestCell,
  reasons: reasonsCell,
} as const satisfies Record<string, Column>;

/** The columns of a whole answer, in order. */
export const RESULT_COLUMNS = Object.values<Column>(COLUMNS);

type ColumnName = keyof typeof COLUMNS;

/** The cells of a job, made only when they are asked for. */
export function resultCells(matches: Matches, kind: "summary" | "all" | ColumnName): (job: number) => unknown[] {
  const columns = kind === "all" ? RESULT_COLUMNS : [kind === "summary" ? summaryColumn() : COLUMNS[kind]];
  return (job) => {
    const problem = matches.problem(job);
    if (problem !== null) return new Array<unknown>(columns.length).fill(errorCell(problem));
    const match = matchOfJob(matches, job);
    return columns.map((column) => column(match));
  };
}

function matchOfJob(matches: Matches, job: number): OneMatch {
  const place = matches.places[job] ?? -1;
  const profile = matches.matcher.library.profiles[place];
  const outcome = OUTCOMES[matches.outcomes[job] ?? 3];
  if (profile === undefined || outcome === undefined) throw new RangeError(`job ${job} has no profile`);
  return { job, place, outcome, profile, matches };
}

/** Many jobs share few summaries: each is made once. */
function summaryColumn(): Column {
  const known = new Map<string, string>();
  return ({ outcome, profile, job, matches }) => {
    const named = matches.named(job);
    const key = `${outcome}|${named}|${profile.id}`;
    const summary = known.get(key) ?? summarise(outcome, profile, named);
    known.set(key, summary);
    return summary;
  };
}

/** The closest of all candidates, also where another profile was named. */
function nearestCell({ job, profile, matches }: OneMatch): string {
  const { matcher, sheet } = matches;
  return matches.named(job) ? (matcher.library.profiles[matcher.best(sheet, job)]?.id ?? "") : profile.id;
}

function bandCell({ job, matches }: OneMatch): unknown {
  const { bands, name } = matches.matcher.library.scheme;
  if (bands === null) return errorCell({ kind: "no-bands", scheme: name });
  const band = bandOf(bands, matches.sheet.scores[job] ?? 0);
  return band.ok ? band.value.label : errorCell(band.problem);
}

function reasonsCell({ job, place, outcome, profile, matches }: OneMatch): string {
  const { matcher, sheet } = matches;
  const named = matches.named(job);
  const lead = isMatch(outcome) || named ? "" : `Nearest: ${profileName(profile)}. `;
  const equals = named ? "" : describeEquals(outcome, profile, matcher.equals(sheet, job, place));
  return `${lead}${describeReasons(compareJob(matcher, sheet, job, place).reasons)}${equals === "" ? "" : ` ${equals}`}`;
}
