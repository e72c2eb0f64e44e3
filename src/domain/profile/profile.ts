import type { BandTable } from "../scheme/band";
import { bandKey } from "../scheme/band";
import { factorAt, type Scheme } from "../scheme/scheme";
import { type LevelSpan } from "./notation";

/** One factor of a profile. */
export interface ProfileFactor extends LevelSpan {
  /** The levels in clean notation. */
  readonly text: string;
  readonly lowestPoints: number;
  readonly highestPoints: number;
  /** What the document prints where it differs, null where it is lost, absent where it agrees. */
  readonly printed?: { readonly levels?: string | null; readonly points?: string | null };
  readonly note?: string;
}

export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly suite: string;
  readonly edition: string;
  readonly source: string;
  /** The page of its source; null in a library of one's own. */
  readonly page: number | null;
  /** Every band of its range, lowest first, by the scheme's labels. */
  readonly bands: readonly string[];
  /** The band below to which the generic provision points; null where the provision does not apply. */
  readonly generic: string | null;
  readonly lowest: number;
  readonly highest: number;
  readonly factors: readonly ProfileFactor[];
  readonly notes: readonly string[];
}

/** Profiles of one scheme, in their library's order. */
export interface ProfileLibrary {
  readonly scheme: Scheme;
  readonly profiles: readonly Profile[];
}

/** A profile's band or bands as one label: `7`, `8a-8b`, `8c-9`. */
export function bandLabel({ bands }: Pick<Profile, "bands">): string {
  const [first, last] = [bands[0] ?? "", bands[bands.length - 1] ?? ""];
  return first === last ? first : `${first}-${last}`;
}

/** A profile as it is called: titles are not unique, bands tell many of them apart. */
export function profileName(profile: Pick<Profile, "title" | "bands">): string {
  const band = bandLabel(profile);
  return band === "" ? profile.title : `${profile.title} (${band})`;
}

/** The scores that a profile's bands cover; without a band table, all. */
export function bandScores(table: BandTable | null, { bands }: Pick<Profile, "bands">): { readonly from: number; readonly to: number } {
  if (table === null) return { from: -Infinity, to: Infinity };
  const own = table.bands.filter((band) => bands.some((label) => bandKey(label) === bandKey(band.label)));
  const [first, last] = [own[0], own[own.length - 1]];
  if (first === undefined || last === undefined) return { from: Infinity, to: -Infinity };
  return { from: first.from, to: last.to ?? Infinity };
}

/** A factor of a profile with the points of its ends, which the scheme gives. */
export function profileFactor(scheme: Scheme, place: number, text: string, span: LevelSpan): ProfileFactor {
  const levels = factorAt(scheme, place).levels;
  return { ...span, text, lowestPoints: levels[span.low - 1]?.points ?? NaN, highestPoints: levels[span.high - 1]?.points ?? NaN };
}

export const sumOf = (factors: readonly ProfileFactor[], end: "lowestPoints" | "highestPoints"): number =>
  factors.reduce((sum, factor) => sum + factor[end], 0);

/** How a person names a profile: by id, or by a title that only one has. */
export function profilesNamed(profiles: readonly Profile[], name: string): readonly Profile[] {
  const key = nameKey(name);
  const byId = profiles.filter((profile) => nameKey(profile.id) === key);
  return byId.length > 0 ? byId : profiles.filter((profile) => nameKey(profile.title) === key);
}

export const nameKey = (name: string): string => name.toLowerCase().replace(/\s+/g, " ").trim();

/** The suites of a library, in its order. */
export const suitesOf = ({ profiles }: ProfileLibrary): readonly string[] =>
  [...new Set(profiles.map((profile) => profile.suite))].filter((suite) => suite !== "");

/** The library's profiles of some suites, by name; null leaves it whole. */
export function limitToSuites(library: ProfileLibrary, suites: readonly string[] | null): ProfileLibrary {
  if (suites === null) return library;
  const keys = new Set(suites.map(nameKey));
  return { scheme: library.scheme, profiles: library.profiles.filter((profile) => keys.has(nameKey(profile.suite))) };
}
