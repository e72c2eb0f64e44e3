import { bandKey } from "../scheme/band";
import { nameKey, type Profile } from "./profile";

/** What a person looks for; blank or null leaves nothing out. */
export interface ProfileQuery {
  /** Words, in any order: each must stand somewhere in the profile. */
  readonly words: string;
  readonly suite: string | null;
  readonly band: string | null;
}

/** The profiles that have all that is asked for, in their own order. */
export function searchProfiles(profiles: readonly Profile[], { words, suite, band }: ProfileQuery): readonly Profile[] {
  const wanted = nameKey(words)
    .split(" ")
    .filter((word) => word !== "");
  return profiles.filter(
    (profile) =>
      (suite === null || nameKey(profile.suite) === nameKey(suite)) &&
      (band === null || profile.bands.some((label) => bandKey(label) === bandKey(band))) &&
      (wanted.length === 0 || hasAll(textOfProfile(profile), wanted)),
  );
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every((word) => text.includes(word));

/** All that is written of a profile: its name, its place and its notes. */
const textOfProfile = ({ id, title, suite, edition, bands, notes, factors }: Profile): string =>
  nameKey(
    [id, title, suite, edition, ...bands.map((band) => `band ${band}`), ...notes, ...factors.map(({ note }) => note ?? "")].join(" "),
  );
