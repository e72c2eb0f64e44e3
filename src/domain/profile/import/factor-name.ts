import { plainText } from "../../scheme/level";
import type { Scheme } from "../../scheme/scheme";
import { lookAlikes } from "./print";

/** The factors that a text begins by naming: in full one after the other, else those it may name in part. */
export interface NameReading {
  /** Places in the scheme. */
  readonly whole: readonly number[];
  readonly partly: readonly number[];
  /** Whether nothing follows the names. */
  readonly exact: boolean;
  /** Whether the names in full, or the words of the only one that is named in part, are the scheme's own and not only alike. */
  readonly verbatim: boolean;
}

const NONE: NameReading = { whole: [], partly: [], exact: false, verbatim: false };

/** `cell`: the text is a cell of its own and so the whole name; else the name's end is not known. */
export function readName(scheme: Scheme, text: string, cell: boolean): NameReading {
  if (!/[a-z]/i.test(text.slice(0, LONGEST_NAME)) && lookAlikes(text) === "") return NONE;
  const words = wordsOf(text.slice(0, LONGEST_NAME));
  if (words.length === 0) return NONE;
  const names = namesOf(scheme);
  const whole: number[] = [];
  let verbatim = true;
  let rest = words;
  while (whole.length < MOST_NAMES) {
    const place = longestWhole(names, rest);
    if (place < 0 || whole.includes(place)) break;
    whole.push(place);
    const name = names[place] ?? [];
    verbatim &&= name.every((word, index) => word === rest[index]);
    rest = rest.slice(name.length);
  }
  if (whole.length > 0) return { whole, partly: [], exact: rest.length === 0, verbatim };
  const partly = cell ? within(names, words) : leading(names, words);
  const only = partly.length === 1 ? names[partly[0]!]! : [];
  return { whole, partly, exact: false, verbatim: words.every((word) => only.includes(word)) };
}

/** The words of a factor's name or a title: no case, no signs, no filler words; "well-being" and "co-ordination" are one word however written. */
export const wordsOf = (text: string): readonly string[] =>
  plainText(text)
    .replace(/\b(well|co)[\s-]+(?=being\b|ordinat)/g, "$1")
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !FILLERS.has(word));

function longestWhole(names: readonly (readonly string[])[], words: readonly string[]): number {
  let best = -1;
  for (const [place, name] of names.entries())
    if (name.length > 0 && name.every((word, index) => alike(word, words[index])) && name.length > (names[best]?.length ?? 0)) best = place;
  return best;
}

/** Names that hold every word of a short text: a name cut at either end. */
const within = (names: readonly (readonly string[])[], words: readonly string[]): number[] =>
  places(names, (name) => words.every((word) => name.some((own) => alike(own, word))));

/** Names that begin as the text does. */
function leading(names: readonly (readonly string[])[], words: readonly string[]): number[] {
  const shared = names.map((name) => {
    const end = name.findIndex((word, index) => !alike(word, words[index]));
    return end < 0 ? name.length : end;
  });
  const most = Math.max(...shared);
  return most === 0 ? [] : places(names, (_, place) => shared[place] === most);
}

const places = (names: readonly (readonly string[])[], fits: (name: readonly string[], place: number) => boolean): number[] =>
  names.flatMap((name, place) => (fits(name, place) ? [place] : []));

const namesByScheme = new WeakMap<Scheme, readonly (readonly string[])[]>();

function namesOf(scheme: Scheme): readonly (readonly string[])[] {
  const known = namesByScheme.get(scheme);
  if (known !== undefined) return known;
  const names = scheme.factors.map(({ name }) => wordsOf(name));
  namesByScheme.set(scheme, names);
  return names;
}

/** Whether two words are one but for an ending or one damaged letter. */
export function alike(one: string, other: string | undefined): boolean {
  if (other === undefined) return false;
  if (one === other) return true;
  const shorter = Math.min(one.length, other.length);
  if (shorter >= SAME_START && one.slice(0, SAME_START) === other.slice(0, SAME_START)) return true;
  return shorter >= 4 && Math.abs(one.length - other.length) <= 1 && differsOnce(one, other);
}

/** One letter replaced, lost or added. */
function differsOnce(one: string, other: string): boolean {
  let start = 0;
  while (start < one.length && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return Math.max(one.length, other.length) - start - end <= 1;
}

const LONGEST_NAME = 160;
const MOST_NAMES = 3;
const SAME_START = 5;
const FILLERS = new Set(["and", "of", "for", "the", "to", "in", "responsibility", "responsibilities"]);
