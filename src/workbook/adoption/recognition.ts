import { library } from "../../data/library";
import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import { factorAt, type Scheme } from "../../domain/scheme/scheme";
import { Body, type Cells, isLevelLike, SAMPLE } from "./body";
import { factorStrength, type Heading, headingOf, namedColumns, Strength } from "./heading";
import { remembering } from "./memory";

/** Why a column is taken for a factor. */
export type Why = "name" | "number" | "similar" | "between" | "order" | "agreed";

export interface FoundFactor {
  readonly column: number;
  readonly why: Why;
}

/** What a sheet's columns look like as a register's; rows and columns count from the first cell given. */
export interface FoundColumns {
  readonly scheme: Scheme;
  /** The lower of two heading rows. */
  readonly headingRow: number;
  readonly headingRows: 1 | 2;
  readonly headings: readonly string[];
  /** An item a factor; null where no column was found. */
  readonly factors: readonly (FoundFactor | null)[];
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
}

/** Why a sheet is no register. */
export type NoRegister =
  { readonly kind: "two-schemes"; readonly schemes: readonly string[]; readonly row: number | null } | { readonly kind: "no-headings" };

export type ColumnsAnswer =
  /** `schemeColumn` says of each job by which scheme it was evaluated. */
  { readonly kind: "columns"; readonly found: FoundColumns; readonly schemeColumn: number | null } | NoRegister;

/** How far down a sheet its headings may begin. */
export const DEEPEST_HEADINGS = 50;
/** The columns are told by so many rows from the top; a longer sheet is not looked at further. */
export const TELLING_ROWS = DEEPEST_HEADINGS + SAMPLE;

/** Finds headings, factors and the other columns by a sheet's first rows; `only` is a scheme that the person has chosen. */
export function recogniseColumns(top: Cells, only?: Scheme): ColumnsAnswer {
  const schemes = only === undefined ? library.schemes : [only];
  const bodyBelow = remembering((row: number) => new Body(top, row));
  const readings = headingRowsOf(top).flatMap((rows) => {
    const headings = headingsAt(top, rows);
    const above = top.slice(0, rows.lower);
    return schemes.map((scheme) => readingOf(rows, headings, bodyBelow(rows.lower), scheme, above));
  });
  const best = readings.reduce<SchemeReading | null>(
    (found, reading) => (found === null || better(reading, found) ? reading : found),
    null,
  );
  if (best === null) return { kind: "no-headings" };
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
      columns: byContent(best.body, best.factors, columns),
    },
    schemeColumn: named.find(({ name }) => name === "scheme")?.column ?? null,
  };
}

interface HeadingRows {
  readonly lower: number;
  readonly upper: number | null;
}

interface SchemeReading {
  readonly scheme: Scheme;
  readonly rows: HeadingRows;
  readonly headings: readonly Heading[];
  readonly factors: readonly (FoundFactor | null)[];
  readonly body: Body;
  readonly complete: boolean;
  readonly weight: number;
}

function headingRowsOf(cells: Cells): readonly HeadingRows[] {
  const texts = cells.slice(0, DEEPEST_HEADINGS).map((row) => row.filter((cell) => typeof cell === "string" && !isBlank(cell)).length);
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
  const factors = assign(strengths);
  const named = factors.filter((factor) => factor !== null);
  const weight = named.reduce((sum, { column }) => sum + Math.max(...strengths.map((ofFactor) => ofFactor[column] ?? 0)), 0);
  const others = namedColumns(headings, new Set(named.map(({ column }) => column))).length;
  const filled = fillGaps(factors, headings, body, scheme, above);
  return {
    scheme,
    rows,
    headings,
    body,
    factors: filled,
    complete: !filled.includes(null),
    weight: weight * 2 + others - (body.isSubheaded(named.map(({ column }) => column)) ? 10 : 0),
  };
}

function better(one: SchemeReading, other: SchemeReading): boolean {
  if (one.complete !== other.complete) return one.complete;
  if (one.weight !== other.weight) return one.weight > other.weight;
  return one.complete && one.scheme.factors.length > other.scheme.factors.length;
}

function strengthsOf(headings: readonly Heading[], body: Body, scheme: Scheme, above: Cells = []): readonly (readonly number[])[] {
  const strengths = scheme.factors.map((factor, place) =>
    headings.map((heading, column) => {
      const strength = factorStrength(heading, scheme, place);
      return strength > 0 && body.holdsNoLevels(column, factor) ? 0 : strength;
    }),
  );
  const numbered = strengths.flatMap((columns) => columns.flatMap((strength, column) => (strength === Strength.number ? [column] : [])));
  // Numbers head factors only as a series.
  const series = strengths.filter((columns) => columns.includes(Strength.number)).length * 2 >= scheme.factors.length;
  return series && !areLevels(numbered, headings, scheme, above)
    ? strengths
    : strengths.map((columns) => columns.map((strength) => (strength === Strength.number ? 0 : strength)));
}

/**
 * Where a scheme has few factors, a job's levels may read 1, 2, 3: cells that may be levels are no headings under words, nor where nothing
 * else in their row is a heading.
 */
function areLevels(columns: readonly number[], headings: readonly Heading[], scheme: Scheme, above: Cells): boolean {
  const highest = Math.max(...scheme.factors.map(({ levels }) => levels.length));
  const own = columns.map((column) => headings[column]?.words[1] ?? "");
  if (!own.every((words) => isLevelLike(words) && Number(/\d/.exec(words)?.[0]) <= highest)) return false;
  const headed = above.some((row) => columns.filter((column) => isWords(row[column] ?? null)).length * 2 > columns.length);
  return headed || namedColumns(headings, new Set(columns)).length === 0;
}

/** A text that may head a column, which a level with its letters does not. */
export const isWords = (cell: Entry): boolean => typeof cell === "string" && /\p{L}/u.test(cell) && !isLevelLike(cell);

/** The surest pairs first; each column serves one factor. */
function assign(strengths: readonly (readonly number[])[]): (FoundFactor | null)[] {
  const pairs = strengths.flatMap((columns, place) =>
    columns.flatMap((strength, column) => (strength > 0 ? [{ place, column, strength }] : [])),
  );
  pairs.sort((a, b) => b.strength - a.strength || a.column - b.column);
  const factors: (FoundFactor | null)[] = strengths.map(() => null);
  const used = new Set<number>();
  for (const { place, column, strength } of pairs) {
    if (factors[place] !== null || used.has(column)) continue;
    used.add(column);
    factors[place] = { column, why: strength >= Strength.words ? "name" : strength === Strength.number ? "number" : "similar" };
  }
  return factors;
}

/** Columns of levels under headings that say nothing: as many between two known factors as the scheme has there, or the whole row of them. */
function fillGaps(
  factors: readonly (FoundFactor | null)[],
  headings: readonly Heading[],
  body: Body,
  scheme: Scheme,
  above: Cells,
): (FoundFactor | null)[] {
  if (!factors.includes(null)) return [...factors];
  const used = new Set(factors.flatMap((factor) => (factor === null ? [] : [factor.column])));
  const taken = new Set([...used, ...namedColumns(headings, used).map(({ column }) => column)]);
  const free = headings.flatMap(({ beside }, column) => (!beside && !taken.has(column) && body.looksLikeLevels(column) ? [column] : []));
  if (used.size === 0) {
    return free.length === factors.length && !areLevels(free, headings, scheme, above)
      ? free.map((column, place) => (body.levelShare(column, factorAt(scheme, place)) >= 0.8 ? { column, why: "order" as const } : null))
      : [...factors];
  }
  const filled = [...factors];
  for (let start = 0; start < filled.length; start++) {
    if (factors[start] !== null) continue;
    let end = start;
    while (end < factors.length && factors[end] === null) end++;
    const [before, after] = [factors[start - 1]?.column, factors[end]?.column];
    const between = before === undefined || after === undefined ? [] : free.filter((column) => column > before && column < after);
    if (between.length === end - start) between.forEach((column, index) => (filled[start + index] = { column, why: "between" }));
    start = end;
  }
  return filled;
}

/** The scheme of a second set of factor columns beside the first. */
function schemeBeside(best: SchemeReading): Scheme | null {
  const own = new Set(best.factors.map((factor) => factor?.column));
  const beside = (scheme: Scheme): readonly unknown[] =>
    assign(strengthsOf(best.headings, best.body, scheme)).filter((factor) => factor?.why === "name" && !own.has(factor.column));
  return library.schemes.find((other) => other !== best.scheme && beside(other).length * 2 > other.factors.length) ?? null;
}

/** How many factors of a scheme a row names, taken as a row of headings. */
export const factorsNamed = (headings: readonly Heading[], scheme: Scheme): number =>
  assign(strengthsOf(headings, Body.blank, scheme)).filter((factor) => factor !== null).length;

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
