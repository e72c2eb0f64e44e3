import { besideWords, type ColumnName, columnNames, columnWords, factorWords, levelWords, whichWords } from "../../data/register/heading";
import { type Entry, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import { remembering } from "./memory";

/** How sure a heading is of its factor; 0 is not at all. A name with another factor's number counts as similar. */
export const Strength = { none: 0, similar: 1, number: 2, numbered: 2.5, words: 3, both: 4 } as const;

/** A column's heading taken apart. */
export interface Heading {
  /** As the sheet shows it: both rows where there are two. */
  readonly text: string;
  /** The words of the whole text, and of the part below a group's heading. */
  readonly words: readonly string[];
  /** Readings to try: the lower row alone, and with the row above it. */
  readonly readings: readonly Reading[];
  /** The words of the group's heading, which its columns share. */
  readonly group: string;
  /** It is about a level, and is none: evidence, points, reasons. */
  readonly beside: boolean;
}

interface Reading {
  readonly number: number | null;
  readonly words: string;
}

export const plainWords = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/&/g, " and ")
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** `above` is the heading of a group, which holds for all columns up to the next one. */
export const headingOf = (cell: Entry, above: Entry = null): Heading => headingWith(textOf(above))(textOf(cell));

/** Row after row is tried as the headings, and the same texts come in each. */
const headingWith = remembering((group: string) => remembering((own: string) => takeApart(own, group)));

function takeApart(own: string, group: string): Heading {
  const texts = [own, group].filter((text) => text !== "");
  const together = [readingOf(plainWords(own)), readingOf(plainWords(`${group} ${own}`)), readingOf(plainWords(`${own} ${group}`))];
  const beside = texts.some((text) =>
    plainWords(text)
      .split(" ")
      .some((word) => besideWords.has(word)),
  );
  const text = own === "" || group === "" ? (texts[0] ?? "") : `${group} / ${own}`;
  return {
    text,
    words: [plainWords(text), plainWords(text.slice(text.lastIndexOf(" / ") + 1))],
    readings: group === "" ? together.slice(0, 1) : together,
    group: own === "" ? "" : plainWords(group),
    beside,
  };
}

const LEADING_NUMBER = /^(?:factor |f)?(\d{1,2})(?= |$)/;
const TRAILING_NUMBER = / (?:factor |f)?(\d{1,2})$/;

function readingOf(words: string): Reading {
  let rest = trimLevelWords(words, false);
  const number = LEADING_NUMBER.exec(rest) ?? TRAILING_NUMBER.exec(rest);
  if (number !== null) rest = rest.replace(number[0], "");
  return { number: number === null ? null : Number(number[1]), words: trimLevelWords(rest.trim(), true) };
}

/** "F" alone is left to the number behind it. */
function trimLevelWords(words: string, all: boolean): string {
  const list = words.split(" ");
  const empty = (word: string | undefined): boolean => word !== undefined && levelWords.has(word) && (all || word.length > 1);
  while (list.length > 1 && empty(list[0]) && !/^f(actor)?$/.test(all ? "" : (list[0] ?? ""))) list.shift();
  while (list.length > 1 && empty(list[list.length - 1])) list.pop();
  return all && list.length === 1 && empty(list[0]) ? "" : list.join(" ");
}

/** How well a heading names the factor at a place of a scheme. */
export const factorStrength = (heading: Heading, scheme: Scheme, place: number): number =>
  strengthsIn(scheme)(heading)[place] ?? Strength.none;

const strengthsIn = remembering((scheme: Scheme) =>
  remembering((heading: Heading) => scheme.factors.map((_, place) => strengthIn(heading, scheme, place))),
);

function strengthIn({ readings, group, beside }: Heading, scheme: Scheme, place: number): number {
  if (beside) return Strength.none;
  // A scheme of one's own has no other words than its factors' names.
  const names = factorWords[scheme.id]?.[place] ?? [plainWords(scheme.factors[place]?.name ?? "")].filter((name) => name !== "");
  const strength = Math.max(...readings.map((reading) => strengthOf(reading, names, place + 1)));
  return strength > 0 || group === "" ? strength : Math.min(Strength.similar, strengthOf(readingOf(group), names, place + 1));
}

function strengthOf({ number, words }: Reading, names: readonly string[], wanted: number): number {
  if (words === "") return number === wanted ? Strength.number : Strength.none;
  const contrary = number !== null && number !== wanted;
  if (names.includes(words)) return contrary ? Strength.similar : number === null ? Strength.words : Strength.both;
  if (contrary || !names.some((name) => alike(words, name))) return Strength.none;
  return number === null ? Strength.similar : Strength.numbered;
}

/** One holds all the words of the other, some cut short; single short words are too common to tell by. */
function alike(words: string, name: string): boolean {
  const [left, right] = [words.split(" "), name.split(" ")];
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const long = few.length > 1 || (few[0]?.length ?? 0) >= 7 || many.every((word) => word === few[0] || whichWords.has(word));
  // "Working conds": beside a whole word, a shorter beginning tells enough.
  const enough = few.some((word) => many.includes(word)) ? 3 : 5;
  return long && few.every((word) => many.some((other) => other === word || isBeginning(word, other, enough)));
}

const isBeginning = (word: string, of: string, enough: number): boolean =>
  [word, word.replace(/s$/, "")].some((start) => start.length >= enough && of.startsWith(start));

export interface NamedColumn {
  readonly name: ColumnName | "scheme";
  readonly column: number;
}

/** The columns that are no factors, each name at most once: the most telling word wins; a word that several columns bear tells nothing. */
export function namedColumns(headings: readonly Heading[], taken: ReadonlySet<number>): readonly NamedColumn[] {
  const used = new Set(taken);
  const bearing = new Map<string, number[]>();
  headings.forEach(({ words }, column) => {
    for (const word of new Set(words)) bearing.set(word, [...(bearing.get(word) ?? []), column]);
  });
  return [...columnNames, "scheme" as const].flatMap((name): NamedColumn[] => {
    for (const word of columnWords[name]) {
      const columns = (bearing.get(word) ?? []).filter((column) => !used.has(column));
      const [column] = columns;
      if (column === undefined || (columns.length > 1 && name !== "id" && name !== "title")) continue;
      used.add(column);
      return [{ name, column }];
    }
    return [];
  });
}
