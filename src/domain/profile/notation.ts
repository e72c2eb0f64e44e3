import { lettersOf, plainText } from "../scheme/level";

/** The letters that a profile prints at one of its levels. */
export interface LevelLetters {
  readonly level: number;
  readonly letters: string;
}

/** A profile's levels of one factor: a level, a range or a list, and the letters printed. */
export interface LevelSpan {
  readonly low: number;
  readonly high: number;
  readonly letters: readonly LevelLetters[];
}

const TOKEN = /(\d+)|([a-z]+)|(-)|([\s()[\]{},;/&]+)|(.)/gy;

/**
 * Reads levels as profiles print them: `3ab`, `2-3a`, `2be-3e`, `1, 2abc, 3a`, `1/ 2(b); (d)/ 3 (c)`, `4 (a) (c)5(a)`.
 * Letters belong to the level before them. A list is read as the range from its lowest level to its highest.
 * Null where the text is not of that kind or its levels do not rise.
 */
export function readSpan(text: string): LevelSpan | null {
  const letters: { level: number; letters: string }[] = [];
  let openRange = false;
  for (const [, digits, option, dash, , stray] of plainText(text).matchAll(TOKEN)) {
    const last = letters[letters.length - 1];
    if (stray !== undefined) return null;
    if (digits !== undefined) {
      const level = Number(digits);
      if (level < 1 || (last !== undefined && level <= last.level)) return null;
      letters.push({ level, letters: "" });
      openRange = false;
    } else if (option !== undefined) {
      if (last === undefined || openRange) return null;
      last.letters = lettersOf(last.letters + option);
    } else if (dash !== undefined) {
      if (last === undefined || openRange) return null;
      openRange = true;
    }
  }
  const [lowest, highest] = [letters[0], letters[letters.length - 1]];
  if (lowest === undefined || highest === undefined || openRange) return null;
  return { low: lowest.level, high: highest.level, letters };
}

/**
 * What in a text of levels no profile prints although it can be read: a trace of a letter, a level or a sign that is lost or moved.
 * `brackets`: empty, without partner, around a level, or at some letters of a level only; `letters`: twice or out of order;
 * `signs`: two together, at either end, or before a level's first letter; `parting`: no sign between two levels; `noughts`: a level
 * written as in a date.
 */
export type Oddity = "brackets" | "letters" | "signs" | "parting" | "noughts";

/** The oddities of a text that `readSpan` reads. */
export function odditiesOf(text: string): readonly Oddity[] {
  const plain = plainText(text).replace(/\s+/g, "");
  const bare = plain.replace(BRACKETED, "$1$2$3");
  const found: Oddity[] = [];
  if (/[()[\]{}]/.test(bare) || HALF_BRACKETED.test(plain)) found.push("brackets");
  const runs = bare.split(/[\d-]+/).map((run) => run.replace(/[^a-z]/g, ""));
  if (runs.some((run) => !isRising(run))) found.push("letters");
  if (STRAY_SIGN.test(bare)) found.push("signs");
  if (SIGN_LOST.test(plainText(text))) found.push("parting");
  if (/(?<!\d)0\d/.test(bare)) found.push("noughts");
  return found;
}

/** Whether each letter stands once and in the order of the alphabet. */
const isRising = (letters: string): boolean => Array.from(letters).every((letter, at) => at === 0 || letters[at - 1]! < letter);

/** Letters in brackets: `(a)`, `(ab)`, `(a, b)`. */
const LETTERS = "([a-z]+(?:[,;/&]?[a-z]+)*)";
const BRACKETED = new RegExp(`\\(${LETTERS}\\)|\\[${LETTERS}\\]|\\{${LETTERS}\\}`, "g");
const HALF_BRACKETED = /[)\]}][,;/&]?[a-z]|[a-z][,;/&]?[([{]/;
/** A level after letters, brackets or a space, with no sign between. */
const SIGN_LOST = /[\da-z)\]][\s()[\]]*(?<=[a-z)\]\s])\d/;
const STRAY_SIGN = /[-,;/&]{2}|^[-,;/&]|[-,;/&]$|\d[-,;/&][a-z]/;

/** Letters printed at a level, "" for none. */
export const lettersAt = (span: LevelSpan, level: number): string => span.letters.find((item) => item.level === level)?.letters ?? "";

/** A band range as profiles print it (`8a-8b`, `8A-B`, `8a/b`, `8a*8b`, `8c-9`, `Band 4*`): the ends, and whether it bears the asterisk. */
export function readBandRange(text: string): { readonly from: string; readonly to: string; readonly generic: boolean } | null {
  const plain = plainText(text)
    .replace(/^bands?\s+/, "")
    .replace(/\s+/g, "");
  const parts = /^(\d+[a-z]?)(\*?)(?:[-/]?(\d+[a-z]?|(?<=[-/])[a-z])(\*?))?$/.exec(plain);
  if (parts === null) return null;
  const from = parts[1] ?? "";
  const end = parts[3] ?? from;
  const to = /^[a-z]$/.test(end) ? from.replace(/[a-z]$/, "") + end : end;
  return { from, to, generic: parts[2] === "*" || parts[4] === "*" };
}
