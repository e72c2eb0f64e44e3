import { library } from "../../data/library";
import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import type { Steps } from "../../domain/steps";
import { areLevels, assign, fillGaps, type FoundFactor, strengthsOf } from "./assignment";
import { Body, type Cells, isLevelLike, isWords, SAMPLE } from "./body";
import { type Heading, headingOf, namedColumns } from "./heading";
import { remembering } from "./memory";

/** What a sheet's columns look like as a register's; rows and columns count from the first cell given. */
export interface FoundColumns {
  readonly scheme: Scheme;
  /** The lower of two heading rows. */
  readonly headingRow: number;
  readonly headingRows: 1 | 2;
  readonly headings: readonly string[];
  /** An item a factor; null where no column was found. */
  readonly factors: readonly (FoundFactor | null)[];
  /** Per factor, further columns whose headings name it; where no column was found, those between which a person must choose. */
  readonly rivals: readonly (readonly number[])[];
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
}

/** Why a sheet is no register. */
export type NoRegister =
  | { readonly kind: "two-schemes"; readonly schemes: readonly string[]; readonly row: number | null }
  | { readonly kind: "no-headings" }
  /** The first row of several texts is a job's. */
  | { readonly kind: "job-on-top"; readonly row: number };

export type ColumnsAnswer =
  /** `schemeColumn` says of each job by which scheme it was evaluated. */
  { readonly kind: "columns"; readonly found: FoundColumns; readonly schemeColumn: number | null } | NoRegister;

/** How far down a sheet its headings may begin. */
export const DEEPEST_HEADINGS = 50;
/** The columns are told by so many rows from the top; a longer sheet is not looked at further. */
export const TELLING_ROWS = DEEPEST_HEADINGS + SAMPLE;

/** What a person has said of a sheet before it is looked at. */
export interface Chosen {
  readonly scheme?: Scheme | undefined;
  readonly headings?: HeadingRows | undefined;
}

/** Finds headings, factors and the other columns by a sheet's first rows. */
export function* recogniseColumns(top: Cells, chosen: Chosen = {}): Steps<ColumnsAnswer> {
  const schemes = chosen.scheme === undefined ? library.schemes : [chosen.scheme];
  const bodyBelow = remembering((row: number) => new Body(top, row));
  const candidates = chosen.headings === undefined ? headingRowsOf(top) : [chosen.headings];
  let best: SchemeReading | null = null;
  for (const rows of candidates) {
    const headings = headingsAt(top, rows);
    const above = top.slice(0, rows.lower);
    for (const scheme of schemes) {
      const reading = readingOf(rows, headings, bodyBelow(rows.lower), scheme, above);
      if (best === null || better(reading, best)) best = reading;
      yield;
    }
  }
  if (best === null) return { kind: "no-headings" };
  if (chosen.headings === undefined && isJob(top[best.rows.lower] ?? [], best)) return { kind: "job-on-top", row: best.rows.lower };
  const second = schemeBeside(best);
  if (second !== null) return { kind: "two-schemes", schemes: [best.scheme.name, second.name], row: null };
  const named = namedColumns(best.headings, new Set(best.factors.flatMap((factor) => (factor === null ? [] : [factor.column]))));
  const columns = Object.fromEntries(named.flatMap(({ name, column }) => (name === "scheme" ? [] : [[name, column]]))) as Partial<
    Record<ColumnName, number>
  >;
  return {
    kind: "columns",
    found: {
      scheme: best.scheme,
      headingRow: best.rows.lower,
      headingRows: best.rows.upper === null ? 1 : 2,
      headings: best.headings.map(({ text }) => text),
      factors: best.factors,
      rivals: best.rivals,
      columns: byContent(best.body, best.factors, columns),
    },
    schemeColumn: named.find(({ name }) => name === "scheme")?.column ?? null,
  };
}

/** The row of the headings, and the row above it where that holds headings too. */
export interface HeadingRows {
  readonly lower: number;
  readonly upper: number | null;
}

interface SchemeReading {
  readonly scheme: Scheme;
  readonly rows: HeadingRows;
  readonly headings: readonly Heading[];
  readonly factors: readonly (FoundFactor | null)[];
  readonly body: Body;
  readonly rivals: readonly (readonly number[])[];
  readonly complete: boolean;
  /** 2 where the row names at least half of the factors, 1 where their columns follow from the scheme's order, else 0; less where
   * more headings stand below, or the lower row is a job's. */
  readonly rank: number;
  readonly weight: number;
  /** How many different texts head a column. */
  readonly words: number;
}

const textsIn = (row: readonly Entry[]): readonly string[] =>
  row.flatMap((cell) => (typeof cell === "string" && !isBlank(cell) ? [textOf(cell)] : []));

/** The rows among a sheet's first that hold several texts, as headings do. */
export const rowsOfText = (top: Cells): readonly { readonly row: number; readonly text: string }[] =>
  top.slice(0, DEEPEST_HEADINGS).flatMap((cells, row) => {
    const texts = textsIn(cells);
    return texts.length < 2 ? [] : [{ row, text: texts.slice(0, 4).join(", ") }];
  });

function headingRowsOf(cells: Cells): readonly HeadingRows[] {
  const texts = cells.slice(0, DEEPEST_HEADINGS).map((row) => textsIn(row).length);
  return texts.flatMap((count, row): HeadingRows[] => {
    // Numbers above names count the factors; the same number again and again is a row of levels or sums.
    const numbers = (cells[row - 1] ?? []).filter((cell) => typeof cell === "number" && cell !== 0);
    const two = row > 0 && (texts[row - 1] ?? 0) + numbers.length > 0 && new Set(numbers).size === numbers.length;
    return [...(count >= 2 ? [{ lower: row, upper: null }] : []), ...(two ? [{ lower: row, upper: row - 1 }] : [])];
  });
}

/** A group's heading is kept in the first of its cells, merged or not, and holds up to the next. */
export function headingsAt(cells: Cells, { lower, upper }: HeadingRows): readonly Heading[] {
  const width = cells[lower]?.length ?? 0;
  let group: Entry = null;
  return Array.from({ length: width }, (_, column) => {
    const own = cells[lower]?.[column] ?? null;
    if (upper === null) return headingOf(own);
    const above = cells[upper]?.[column] ?? null;
    if (!isBlank(above)) group = above;
    return isBlank(own) ? headingOf(above) : headingOf(own, group);
  });
}

function readingOf(rows: HeadingRows, headings: readonly Heading[], body: Body, scheme: Scheme, above: Cells): SchemeReading {
  const strengths = strengthsOf(headings, body, scheme, above);
  const found = assign(strengths);
  const named = found.flatMap(({ factor, rivals, strength }) =>
    strength === 0 ? [] : [{ column: factor?.column ?? rivals[0] ?? 0, strength }],
  );
  const others = namedColumns(headings, new Set(named.map(({ column }) => column)));
  const subheaded = body.isSubheaded(
    named.map(({ column }) => column),
    others.map(({ column }) => column),
  );
  const overJob =
    rows.upper !== null &&
    areLevels(
      named.map(({ column }) => column),
      headings,
      scheme,
      above,
    );
  const filled = fillGaps(found, headings, body, scheme);
  const complete = !filled.includes(null);
  const most = named.length * 2 >= scheme.factors.length;
  return {
    scheme,
    rows,
    headings,
    body,
    factors: filled,
    rivals: found.map(({ rivals }) => rivals),
    complete,
    rank: (most ? 2 : filled.every((factor) => factor?.why === "order") ? 1 : 0) - (subheaded || overJob ? 3 : 0),
    weight: named.reduce((sum, { strength }) => sum + strength, 0) * 2 + others.length,
    words: new Set(headings.flatMap(({ text }) => (isWords(text) ? [text] : []))).size,
  };
}

/** Names of factors tell a row of headings; what is read off the order of columns never outdoes them. */
function better(one: SchemeReading, other: SchemeReading): boolean {
  if (one.rank !== other.rank) return one.rank > other.rank;
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (one.complete !== other.complete) return one.complete;
  if (one.rank < 2 && one.words !== other.words) return one.words > other.words;
  return one.complete && one.scheme.factors.length > other.scheme.factors.length;
}

/** Levels stand above levels, and nothing in the row names a factor. */
function isJob(row: readonly Entry[], { factors, body, scheme }: SchemeReading): boolean {
  if (factors.some((factor) => factor !== null)) return false;
  const levels = row.filter((cell, column) => isLevelLike(cell) && body.looksLikeLevels(column));
  return levels.length * 2 >= scheme.factors.length;
}

/** The scheme of a second set of factor columns beside the first. */
function schemeBeside(best: SchemeReading): Scheme | null {
  const own = new Set(best.factors.map((factor) => factor?.column));
  const beside = (scheme: Scheme): readonly unknown[] =>
    assign(strengthsOf(best.headings, best.body, scheme)).filter(({ factor }) => factor?.why === "name" && !own.has(factor.column));
  return library.schemes.find((other) => other !== best.scheme && beside(other).length * 2 > other.factors.length) ?? null;
}

/** How many factors of a scheme a row names, taken as a row of headings. */
export const factorsNamed = (headings: readonly Heading[], scheme: Scheme): number =>
  assign(strengthsOf(headings, Body.blank, scheme)).filter(({ strength }) => strength > 0).length;

/** An id is a short text that no two rows share; a title is the first column of words. */
function byContent(
  body: Body,
  factors: readonly (FoundFactor | null)[],
  columns: Readonly<Partial<Record<ColumnName, number>>>,
): Readonly<Partial<Record<ColumnName, number>>> {
  const taken = new Set([...factors.map((factor) => factor?.column), ...Object.values(columns)]);
  const free = Array.from({ length: body.width }, (_, column) => column).filter((column) => !taken.has(column));
  const texts = (column: number): readonly string[] => body.filled(column).map(textOf);
  const distinct = (list: readonly string[]): boolean => new Set(list).size === list.length;
  const id =
    columns.id ??
    free.find((column) => {
      const list = texts(column);
      return list.length >= 3 && distinct(list) && list.every((text) => text.length <= 20 && /\d/.test(text) && !/^\d{1,2}$/.test(text));
    });
  const title =
    columns.title ??
    free.find((column) => {
      const list = texts(column);
      return (
        column !== id &&
        list.length >= 2 &&
        list.filter((text) => /\p{L}{3}/u.test(text)).length >= list.length * 0.9 &&
        new Set(list).size >= list.length * 0.6
      );
    });
  return { ...columns, ...(id === undefined ? {} : { id }), ...(title === undefined ? {} : { title }) };
}
