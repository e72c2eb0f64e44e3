import { library } from "../data/library";
import type { Entry } from "../domain/entry";
import { type Comparison, compareJob } from "../domain/profile/comparison";
import { matcherOf } from "../domain/profile/match";
import { nameKey, type ProfileLibrary } from "../domain/profile/profile";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Scheme } from "../domain/scheme/scheme";

/** A profile beside the job, with its rank among all profiles; 1 is the closest. */
export interface RankedProfile {
  readonly rank: number;
  readonly comparison: Comparison;
}

/** What a job of a scheme is compared with: the user's own profiles and the built-in ones; of one id, the own. */
export function candidatesFor(scheme: Scheme, own: ProfileLibrary | null = null): ProfileLibrary {
  const builtIn = library.profiles.scheme === scheme ? library.profiles : { scheme, profiles: [] };
  if (own === null || own.profiles.length === 0) return builtIn;
  const known = candidates.get(own);
  if (known !== undefined) return known;
  const ids = new Set(own.profiles.map(({ id }) => id.toLowerCase()));
  const all = { scheme, profiles: [...own.profiles, ...builtIn.profiles.filter(({ id }) => !ids.has(id.toLowerCase()))] };
  candidates.set(own, all);
  return all;
}

const candidates = new WeakMap<ProfileLibrary, ProfileLibrary>();

/** Every profile beside a complete job, closest first; null while the job is not complete, or where there are no profiles. */
export function rankProfiles(among: ProfileLibrary, entries: readonly Entry[]): readonly RankedProfile[] | null {
  if (among.profiles.length === 0) return null;
  const sheet = new JobSheet<Entry>(chartOf(among.scheme), [entries], (entry) => entry);
  if (sheet.states[0] !== JobState.complete) return null;
  const matcher = matcherOf(among);
  return matcher.ranking(sheet, 0).map(({ place, rank }) => ({ rank, comparison: compareJob(matcher, sheet, 0, place) }));
}

/** The closest profiles of the group that a panel has chosen; all groups where it has chosen none. */
export const inSuite = (ranked: readonly RankedProfile[], suite: string | null): readonly RankedProfile[] =>
  suite === null ? ranked : ranked.filter(({ comparison }) => nameKey(comparison.profile.suite) === nameKey(suite));
