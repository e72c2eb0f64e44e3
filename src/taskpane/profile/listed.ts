import { library } from "../../data/library";
import type { Profile } from "../../domain/profile/profile";
import type { Scheme } from "../../domain/scheme/scheme";
import type { OwnLibrary } from "../../workbook/own-library";

/** A profile as the view lists it, with the scheme that its levels belong to. */
export interface ListedProfile {
  /** Tells profiles apart over all libraries. */
  readonly key: string;
  readonly profile: Profile;
  readonly scheme: Scheme;
  /** The library of the user's own that it belongs to; null for a built-in profile. */
  readonly own: OwnLibrary | null;
}

const builtIn: readonly ListedProfile[] = library.profiles.profiles.map((profile) => ({
  key: `published ${profile.id}`,
  profile,
  scheme: library.profiles.scheme,
  own: null,
}));

/** The built-in profiles, then those of the user's own libraries. */
export function listProfiles(own: readonly OwnLibrary[] | null): readonly ListedProfile[] {
  const ownProfiles = (own ?? []).flatMap((from) =>
    from.content.kind === "profiles"
      ? from.content.library.profiles.map((profile) => ({
          key: `own ${from.scheme.id} ${profile.id}`,
          profile,
          scheme: from.scheme,
          own: from,
        }))
      : [],
  );
  return [...ownProfiles, ...builtIn];
}

/** Who published the profile's document, and which it is; a source of one's own is the text that was entered for it. */
export function sourceTitle({ source, edition }: Profile): string {
  const known = library.sources.find(({ id }) => id === source);
  return [known === undefined ? source : `${known.title}, ${known.publisher}`, edition].filter((text) => text !== "").join(", ");
}
