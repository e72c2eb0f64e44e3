import { type ColumnName, columnNames } from "../../data/register/heading";
import { type Entry, isBlank } from "../../domain/entry";
import { readLevel } from "../../domain/scheme/level";
import { factorAt, type Scheme } from "../../domain/scheme/scheme";
import type { ColumnKey, RegisterMapping } from "../mapping";
import { factorStrength, headingOf, Strength } from "./heading";
import type { Cells } from "./body";
import { DEEPEST_HEADINGS, headingsAt } from "./recognition";

/** What was done to a register's columns since they were last agreed. */
export type ColumnChange =
  | { readonly kind: "renamed"; readonly from: string; readonly to: string }
  | { readonly kind: "moved"; readonly heading: string }
  | { readonly kind: "lost"; readonly heading: string };

/** Where a register's columns stand among some cells, and in which row their headings; -1 where id or title has none. */
export type HeadingPlaces =
  | {
      readonly found: true;
      readonly row: number;
      readonly id: number;
      readonly title: number;
      readonly factors: readonly number[];
      readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
      readonly headings: readonly string[];
      readonly changes: readonly ColumnChange[];
    }
  | { readonly found: false; readonly missing: readonly string[] };

/**
 * Finds the columns again: by their headings wherever they stand; where a heading was changed, by the headings beside it or by what the
 * new one says. A factor is never guessed: two columns under its heading, or none, make the register unreadable, and say so.
 */
export function findHeadings(mapping: RegisterMapping, cells: Cells, scheme: Scheme | null): HeadingPlaces {
  const names = columnNames.filter((name) => mapping.columns[name] !== undefined);
  const keys = [...mapping.factors, ...names.flatMap((name) => mapping.columns[name] ?? [])];
  const line = headingLine(mapping, keys, cells);
  if (line === null) return { found: false, missing: keys.map(({ heading }) => heading) };
  const { texts, row } = line;
  const [changes, places] = [[] as ColumnChange[], keys.map((key) => byHeading(key, texts))];
  const used = new Set(places.filter((place) => place >= 0));
  keys.forEach((key, index) => {
    if (places[index] === NONE) {
      const place = renamed(key, index < mapping.factors.length ? index : null, {
        texts,
        used,
        scheme,
        body: cells.slice(row + 1, row + 400),
      });
      if (place < 0) return void changes.push({ kind: "lost", heading: key.heading });
      places[index] = place;
      used.add(place);
      changes.push({ kind: "renamed", from: key.heading, to: texts[place] ?? "" });
    } else if (places[index] === TWICE) changes.push({ kind: "lost", heading: key.heading });
    else if (hasMoved(key, places[index] ?? -1, texts)) changes.push({ kind: "moved", heading: key.heading });
  });
  const factors = places.slice(0, mapping.factors.length);
  const missing = mapping.factors.filter((_, index) => (factors[index] ?? NONE) < 0).map(({ heading }) => heading);
  if (missing.length > 0) return { found: false, missing };
  const columns = Object.fromEntries(
    names.flatMap((name, index) => {
      const place = places[mapping.factors.length + index] ?? NONE;
      return place < 0 ? [] : [[name, place]];
    }),
  ) as Partial<Record<ColumnName, number>>;
  return { found: true, row, id: columns.id ?? -1, title: columns.title ?? -1, factors, columns, headings: texts, changes };
}

/** The key under which a column is kept. */
export const keyAt = (headings: readonly string[], column: number): ColumnKey => ({
  heading: headings[column] ?? "",
  before: headings[column - 1] ?? "",
  after: headings[column + 1] ?? "",
});

/** Whether a column can be told from the others by the key under which it is kept. */
export const isFoundAgain = (headings: readonly string[], column: number): boolean =>
  byHeading(keyAt(headings, column), headings) === column;

const NONE = -1;
const TWICE = -2;

const same = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string => text.replace(/\s+/g, " ").trim().toLowerCase();

/** The row with most of the headings; less than half of the factors is none. */
function headingLine(
  mapping: RegisterMapping,
  keys: readonly ColumnKey[],
  cells: Cells,
): { readonly row: number; readonly texts: readonly string[] } | null {
  let best: { row: number; texts: readonly string[]; count: number } | null = null;
  const two = mapping.headingRows === 2;
  for (let row = two ? 1 : 0; row < Math.min(cells.length, DEEPEST_HEADINGS); row++) {
    const texts = headingsAt(cells, { lower: row, upper: two ? row - 1 : null }).map(({ text }) => text);
    const plainTexts = new Set(texts.map(plain));
    const count = keys.filter(({ heading }) => plainTexts.has(plain(heading))).length;
    if (best === null || count > best.count) best = { row, texts, count };
    if (count === keys.length) break;
  }
  return best !== null && best.count * 2 >= mapping.factors.length ? best : null;
}

function byHeading(key: ColumnKey, texts: readonly string[]): number {
  const found = texts.flatMap((text, column) => (same(text, key.heading) ? [column] : []));
  if (found.length < 2) return found[0] ?? NONE;
  const beside = (column: number): boolean => same(texts[column - 1] ?? "", key.before) && same(texts[column + 1] ?? "", key.after);
  const known = found.filter(beside);
  return known.length === 1 ? (known[0] ?? NONE) : TWICE;
}

interface Around {
  readonly texts: readonly string[];
  readonly used: ReadonlySet<number>;
  readonly scheme: Scheme | null;
  readonly body: Cells;
}

/** `factor` is a place in the scheme's order, or null for a column that is none. */
function renamed(key: ColumnKey, factor: number | null, { texts, used, scheme, body }: Around): number {
  const free = texts.flatMap((_, column) => (used.has(column) ? [] : [column]));
  const between = free.filter(
    (column) => key.before + key.after !== "" && same(texts[column - 1] ?? "", key.before) && same(texts[column + 1] ?? "", key.after),
  );
  if (factor === null) return between.length === 1 ? (between[0] ?? NONE) : NONE;
  if (scheme === null) return NONE;
  const names = (column: number, place: number): number => factorStrength(headingOf(texts[column] ?? ""), scheme, place);
  const said = free.filter((column) => names(column, factor) >= Strength.words);
  const fits = (column: number): boolean => {
    const other = scheme.factors.some((_, place) => place !== factor && names(column, place) >= Strength.words);
    const filled = body.flatMap((row): Entry[] => (isBlank(row[column] ?? null) ? [] : [row[column] ?? null]));
    const levels = filled.filter((cell) => readLevel(factorAt(scheme, factor), cell).kind === "level");
    return !other && !headingOf(texts[column] ?? "").beside && levels.length * 2 >= filled.length;
  };
  const candidates = [...new Set([...said, ...between])].filter((column) => said.includes(column) || fits(column));
  return candidates.length === 1 ? (candidates[0] ?? NONE) : NONE;
}

/** An inserted column changes one neighbour, a moved one both. */
const hasMoved = (key: ColumnKey, place: number, texts: readonly string[]): boolean =>
  key.before !== "" && key.after !== "" && !same(texts[place - 1] ?? "", key.before) && !same(texts[place + 1] ?? "", key.after);
