import { library } from "../../data/library";
import type { Profile } from "../../domain/profile/profile";
import type { Scheme } from "../../domain/scheme/scheme";

/** A profile as the view lists it, with the scheme that its levels belong to. */
export interface ListedProfile {
  /** Tells profiles apart over all libraries. */
  readonly key: string;
  readonly profile: Profile;
  readonly scheme: Scheme;
}

export const builtIn: readonly ListedProfile[] = library.profiles.profiles.map((profile) => ({
  key: `published ${profile.id}`,
  profile,
  scheme: library.profiles.scheme,
}));

/** Who published the profile's document, and which it is; a source of one's own is the text that was entered for it. */
export function sourceTitle({ source, edition }: Profile): string {
  const known = library.sources.find(({ id }) => id === source);
  return [known === undefined ? source : `${known.title}, ${known.publisher}`, edition].filter((text) => text !== "").join(", ");
}
