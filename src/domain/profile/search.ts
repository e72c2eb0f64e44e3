import { bandKey } from "../scheme/band";
import { nameKey, type Profile } from "./profile";

/** What a person looks for; blank or null leaves nothing out. */
export interface ProfileQuery {
  /** Words, in any order: each must stand somewhere in the profile. */
  readonly words: string;
  readonly suite: string | null;
  readonly band: string | null;
}

/**
 * The profiles that have all that is asked for: those whose title says it first, then by suite, by band, and by what else is written of
 * them; alike in title order. Without words they keep their own order.
 */
export function searchProfiles(profiles: readonly Profile[], { words, suite, band }: ProfileQuery): readonly Profile[] {
  const wanted = wantedWords(words);
  const within = profiles.filter(
    (profile) =>
      (suite === null || nameKey(profile.suite) === nameKey(suite)) &&
      (band === null || profile.bands.some((label) => bandKey(label) === bandKey(band))),
  );
  if (wanted.length === 0) return within;
  return within
    .flatMap((profile) => {
      const text = textOfProfile(profile);
      const places = wanted.map((word) => text.findIndex((own, place) => own.some((one) => stands(word, one, place))));
      return places.includes(NONE) ? [] : [{ profile, farthest: Math.max(...places), sum: places.reduce((all, place) => all + place, 0) }];
    })
    .sort((a, b) => a.farthest - b.farthest || a.sum - b.sum || TITLES.compare(a.profile.title, b.profile.title))
    .map(({ profile }) => profile);
}

const NONE = -1;
const TITLES = new Intl.Collator("en");

/** Where a word may stand, the most telling place first; what else is written comes last. */
const PLACES = ["title", "suite", "band", "text"] as const;

interface Wanted {
  readonly text: string;
  /** A band's number, alone or with its letter. A year is a word like any other. */
  readonly number: boolean;
  /** "band" stands before it: nothing else is meant. */
  readonly band: boolean;
}

const NUMBER = /^\d{1,3}[a-d]?$/;

function wantedWords(words: string): readonly Wanted[] {
  const texts = wordsOf(words);
  const isNumber = (place: number): boolean => NUMBER.test(texts[place] ?? "");
  return texts.flatMap((text, place): Wanted[] =>
    text === "band" && isNumber(place + 1) ? [] : [{ text, number: isNumber(place), band: isNumber(place) && texts[place - 1] === "band" }],
  );
}

/** Whole words and their beginnings; a number is a band or a word of the title, never a part of something else. */
function stands({ text, number, band }: Wanted, own: string, place: number): boolean {
  if (!number) return own.startsWith(text);
  // Band 8 comes as 8a to 8d.
  if (PLACES[place] === "band") return own === text || (/\d$/.test(text) && /^[a-d]$/.test(own.slice(text.length)) && own.startsWith(text));
  return !band && PLACES[place] === "title" && own === text;
}

/** All that is written of a profile, in words, by where it stands. */
const textOfProfile = ({ id, title, suite, edition, bands, notes, factors }: Profile): readonly (readonly string[])[] =>
  [title, suite, bands.map((label) => `band ${bandKey(label)}`), [id, edition, ...notes, ...factors.map(({ note }) => note ?? "")]].map(
    (text) => wordsOf(typeof text === "string" ? text : text.join(" ")),
  );

/** Case and accents aside; "IM&T" is one word. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFD")
    .replace(/[\p{M}&'’]/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
