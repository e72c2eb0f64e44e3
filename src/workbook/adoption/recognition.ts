import { library } from "../../data/library";
import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import { readLevel } from "../../domain/scheme/level";
import { factorAt, type Scheme } from "../../domain/scheme/scheme";
import { factorStrength, type Heading, headingOf, namedColumns, Strength } from "./heading";
import { type LeftOut, splitRows } from "./row";

export type Cells = readonly (readonly Entry[])[];

/** Why a column is taken for a factor. */
export type Why = "name" | "number" | "similar" | "between" | "order" | "agreed";

export interface FoundFactor {
  readonly column: number;
  readonly why: Why;
}

/** What a sheet's cells look like as a register; rows and columns count from the first cell given. */
export interface Recognition {
  readonly scheme: Scheme;
  /** The lower of two heading rows. */
  readonly headingRow: number;
  readonly headingRows: 1 | 2;
  readonly headings: readonly string[];
  /** An item a factor; null where no column was found. */
  readonly factors: readonly (FoundFactor | null)[];
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
  readonly jobs: number;
  readonly leftOut: readonly LeftOut[];
}

export type RecognitionAnswer =
  | { readonly kind: "register"; readonly recognition: Recognition }
  | { readonly kind: "two-schemes"; readonly schemes: readonly string[]; readonly row: number | null }
  | { readonly kind: "no-headings" };

/** How far down a sheet its headings may begin. */
const DEEPEST_HEADINGS = 50;
/** Rows looked at to tell what a column holds. */
const SAMPLE = 400;

/** Finds headings, factors and the other columns; `only` is a scheme that the person has chosen. */
export function recognise(cells: Cells, only?: Scheme): RecognitionAnswer {
  const schemes = only === undefined ? library.schemes : [only];
  const readings = headingRowsOf(cells).flatMap((rows) => schemes.map((scheme) => readingOf(cells, rows, scheme)));
  const best = readings.reduce<SchemeReading | null>(
    (found, reading) => (found === null || better(reading, found) ? reading : found),
    null,
  );
  if (best === null) return { kind: "no-headings" };
  const named = namedColumns(best.headings, new Set(best.factors.flatMap((factor) => (factor === null ? [] : [factor.column]))));
  const mixed = mixedSchemes(best, named.find(({ name }) => name === "scheme")?.column);
  if (mixed !== null) return mixed;
  const columns = Object.fromEntries(named.flatMap(({ name, column }) => (name === "scheme" ? [] : [[name, column]]))) as Partial<
    Record<ColumnName, number>
  >;
  const withContent = byContent(best.body, best.factors, columns);
  const rows = splitRows(
    best.body,
    withContent,
    best.factors,
    best.headings.map(({ text }) => text),
  );
  return {
    kind: "register",
    recognition: {
      scheme: best.scheme,
      headingRow: best.rows.lower,
      headingRows: best.rows.upper === null ? 1 : 2,
      headings: best.headings.map(({ text }) => text),
      factors: best.factors,
      columns: withContent,
      jobs: rows.jobs.length,
      leftOut: rows.leftOut.map(({ row, why }) => ({ row: best.rows.lower + 1 + row, why })),
    },
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
  readonly body: Cells;
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

function readingOf(cells: Cells, rows: HeadingRows, scheme: Scheme): SchemeReading {
  const headings = headingsAt(cells, rows);
  const body = cells.slice(rows.lower + 1);
  const strengths = strengthsOf(headings, body, scheme);
  const factors = assign(strengths);
  const named = factors.filter((factor) => factor !== null);
  const weight = named.reduce((sum, { column }) => sum + Math.max(...strengths.map((ofFactor) => ofFactor[column] ?? 0)), 0);
  const others = namedColumns(headings, new Set(named.map(({ column }) => column))).length;
  const filled = fillGaps(factors, headings, body, scheme);
  return {
    scheme,
    rows,
    headings,
    body,
    factors: filled,
    complete: !filled.includes(null),
    weight: weight * 2 + others - (subheaded(body, named) ? 10 : 0),
  };
}

/** The first row below holds words where levels belong, such as "Level": it is a heading row too. */
function subheaded(body: Cells, factors: readonly FoundFactor[]): boolean {
  const words = factors.filter(({ column }) => /^\D*\p{L}\D*$/u.test(textOf(body[0]?.[column] ?? null)));
  return words.length * 2 > factors.length;
}

function better(one: SchemeReading, other: SchemeReading): boolean {
  if (one.complete !== other.complete) return one.complete;
  if (one.weight !== other.weight) return one.weight > other.weight;
  return one.complete && one.scheme.factors.length > other.scheme.factors.length;
}

function strengthsOf(headings: readonly Heading[], body: Cells, scheme: Scheme): readonly (readonly number[])[] {
  const strengths = scheme.factors.map((_, place) =>
    headings.map((heading, column) => {
      const strength = factorStrength(heading, scheme, place);
      return strength > 0 && holdsNoLevels(body, column, scheme, place) ? 0 : strength;
    }),
  );
  // Bare numbers head factors only as a series.
  const numbered = strengths.filter((columns) => columns.includes(Strength.number)).length;
  return numbered * 2 >= scheme.factors.length
    ? strengths
    : strengths.map((columns) => columns.map((strength) => (strength === Strength.number ? 0 : strength)));
}

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
  body: Cells,
  scheme: Scheme,
): (FoundFactor | null)[] {
  if (!factors.includes(null)) return [...factors];
  const used = new Set(factors.flatMap((factor) => (factor === null ? [] : [factor.column])));
  const taken = new Set([...used, ...namedColumns(headings, used).map(({ column }) => column)]);
  const free = headings.flatMap(({ beside }, column) => (!beside && !taken.has(column) && looksLikeLevels(body, column) ? [column] : []));
  if (used.size === 0) {
    return free.length === factors.length
      ? free.map((column, place) => (levelShare(body, column, scheme, place) >= 0.8 ? { column, why: "order" as const } : null))
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

const filledCells = (body: Cells, column: number): readonly Entry[] =>
  body.slice(0, SAMPLE).flatMap((row) => (isBlank(row[column] ?? null) ? [] : [row[column] ?? null]));

function levelShare(body: Cells, column: number, scheme: Scheme, place: number): number {
  const cells = filledCells(body, column);
  const levels = cells.filter((cell) => readLevel(factorAt(scheme, place), cell).kind === "level");
  return cells.length === 0 ? 1 : levels.length / cells.length;
}

/** Evidence, points or anything else under a factor's name. Few cells prove nothing, and a few slips leave a column of levels what it is. */
const holdsNoLevels = (body: Cells, column: number, scheme: Scheme, place: number): boolean =>
  filledCells(body, column).length >= 3 && levelShare(body, column, scheme, place) < 0.4;

const LEVEL_LIKE = /^\s*(level|l)?\s*[1-9]\s*(\(?[a-k]\)?[\s,/&]*)*$/i;

function looksLikeLevels(body: Cells, column: number): boolean {
  const cells = filledCells(body, column);
  const like = cells.filter((cell) => LEVEL_LIKE.test(textOf(cell)));
  return cells.length >= 2 && like.length >= cells.length * 0.8;
}

/** A scheme column with both, a second set of factor columns, or headings of the other scheme further down. */
function mixedSchemes(best: SchemeReading, column: number | undefined): RecognitionAnswer | null {
  if (column !== undefined) {
    const named = library.schemes.filter(({ name }) =>
      best.body.some((row) => new RegExp(`\\b${name}\\b`, "i").test(textOf(row[column] ?? null))),
    );
    if (named.length > 1) return { kind: "two-schemes", schemes: named.map(({ name }) => name), row: null };
  }
  for (const other of library.schemes) {
    if (other === best.scheme) continue;
    const both = (row: number | null): RecognitionAnswer => ({ kind: "two-schemes", schemes: [best.scheme.name, other.name], row });
    const own = new Set(best.factors.map((factor) => factor?.column));
    const beside = assign(strengthsOf(best.headings, best.body, other)).filter(
      (factor) => factor?.why === "name" && !own.has(factor.column),
    );
    if (beside.length * 2 > other.factors.length) return both(null);
    const below = best.body.findIndex((row) => {
      if (row.filter((cell) => typeof cell === "string" && !isBlank(cell)).length < other.factors.length / 2) return false;
      const headings = row.map((cell) => headingOf(cell));
      const count = (scheme: Scheme): number => assign(strengthsOf(headings, [], scheme)).filter((factor) => factor !== null).length;
      return (
        count(other) * 1.3 > other.factors.length && count(other) / other.factors.length > count(best.scheme) / best.scheme.factors.length
      );
    });
    if (below >= 0) return both(best.rows.lower + 1 + below);
  }
  return null;
}

/** An id is a short text that no two rows share; a title is the first column of words. */
function byContent(
  body: Cells,
  factors: readonly (FoundFactor | null)[],
  columns: Readonly<Partial<Record<ColumnName, number>>>,
): Readonly<Partial<Record<ColumnName, number>>> {
  const taken = new Set([...factors.map((factor) => factor?.column), ...Object.values(columns)]);
  const width = body[0]?.length ?? 0;
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !taken.has(column));
  const texts = (column: number): readonly string[] => filledCells(body, column).map(textOf);
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
