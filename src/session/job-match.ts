import { library } from "../data/library";
import type { Entry } from "../domain/entry";
import { type Comparison, compareJob } from "../domain/profile/comparison";
import { matcherOf } from "../domain/profile/match";
import { nameKey, suitesOf } from "../domain/profile/profile";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Scheme } from "../domain/scheme/scheme";

/** A profile beside the job, with its rank among all profiles; 1 is the closest. */
export interface RankedProfile {
  readonly rank: number;
  readonly comparison: Comparison;
}

/** The built-in profiles' occupational groups; none for a scheme without profiles. */
export const suitesFor = (scheme: Scheme): readonly string[] => (library.profiles.scheme === scheme ? suitesOf(library.profiles) : []);

/** Every profile beside a complete job, closest first; null while the job is not complete, or where its scheme has no profiles. */
export function rankProfiles(scheme: Scheme, entries: readonly Entry[]): readonly RankedProfile[] | null {
  if (library.profiles.scheme !== scheme) return null;
  const sheet = new JobSheet<Entry>(chartOf(scheme), [entries], (entry) => entry);
  if (sheet.states[0] !== JobState.complete) return null;
  const matcher = matcherOf(library.profiles);
  return matcher.ranking(sheet, 0).map(({ place, rank }) => ({ rank, comparison: compareJob(matcher, sheet, 0, place) }));
}

/** The closest profiles of the group that a panel has chosen; all groups where it has chosen none. */
export const inSuite = (ranked: readonly RankedProfile[], suite: string | null): readonly RankedProfile[] =>
  suite === null ? ranked : ranked.filter(({ comparison }) => nameKey(comparison.profile.suite) === nameKey(suite));
