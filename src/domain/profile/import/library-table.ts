import { readProfileLevels } from "../levels";
import { factorAt, factorTitle, type Scheme } from "../../scheme/scheme";
import { type ColumnName, type Columns, type FactorColumn, HeadingReader } from "./column";
import type { DoubtBook } from "./doubt-book";
import type { ImportOptions } from "./draft";
import { type Line, makeLine } from "./line";
import { looksLevels } from "./tail";

/** A table with a row a profile, its columns known by their headings. */
export interface LibraryTable {
  readonly heading: Line;
  readonly columns: Columns;
  /** The rows that are profiles. */
  readonly rows: readonly Line[];
}

export interface LibraryTables {
  readonly tables: readonly LibraryTable[];
  readonly above: readonly Line[];
  /** Whether the table has a column a profile: its lines are columns then. */
  readonly turned: boolean;
}

/**
 * The tables of profiles in some lines: each begins with its headings, which a long print repeats. Null where no line is such a
 * heading. `spaced`: runs of spaces part the columns, so that a blank cell is not to be seen.
 */
export function libraryTables(lines: readonly Line[], scheme: Scheme, options: ImportOptions, spaced: boolean): LibraryTables | null {
  const reader = new HeadingReader(scheme, options.factorWords ?? []);
  const tables: { heading: Line; columns: Columns; rows: Line[] }[] = [];
  const above: Line[] = [];
  for (const printed of lines) {
    if (printed.filled.length === 0) continue;
    const line = spaced ? makeLine(printed.number, printed.filled) : printed;
    const columns = reader.columnsOf(line);
    if (columns !== null) tables.push({ heading: line, columns, rows: [] });
    else (tables[tables.length - 1]?.rows ?? above).push(line);
  }
  return tables.length === 0 ? null : { tables, above, turned: false };
}

/** A table with the factors one below the other and a profile in each of several columns, read as the same turned; null for any other. */
export function turnedTable(lines: readonly Line[], scheme: Scheme, options: ImportOptions): LibraryTables | null {
  const width = Math.max(0, ...lines.map(({ cells }) => cells.length));
  if (lines.length > MOST_TURNED || width > MOST_TURNED) return null;
  const columns = Array.from({ length: width }, (_, at) =>
    makeLine(
      at + 1,
      lines.map(({ cells }) => cells[at] ?? ""),
    ),
  );
  const reader = new HeadingReader(scheme, options.factorWords ?? []);
  const at = columns.findIndex((column) => reader.columnsOf(column) !== null);
  const names = columns[at];
  const known = names === undefined ? null : reader.columnsOf(names);
  if (names === undefined || known === null) return null;
  const rows = columns.slice(at + 1).filter(({ filled }) => filled.length > 0);
  if (rows.filter((row) => holdsProfile(row, known, scheme)).length < 2) return null;
  // The row of the titles has no name, or the column's: "Factor".
  const free = names.cells.findIndex((_, row) => !isKnown(row, known) && rows.some(({ cells }) => /[a-z]/i.test(cells[row] ?? "")));
  const heading = known.named.has("Title") || free < 0 ? names : makeLine(names.number, names.cells.with(free, "Title"));
  return { tables: [{ heading, columns: reader.columnsOf(heading) ?? known, rows }], above: [], turned: true };
}

const isKnown = (row: number, { named, factors }: Columns): boolean =>
  [...named.values()].includes(row) || factors.some((factor) => factor?.column === row);

/** Whether nearly all cells beside the factors' names are levels of theirs; points are not. */
function holdsProfile({ cells }: Line, { factors }: Columns, scheme: Scheme): boolean {
  const levels = factors.filter((factor, place) => readProfileLevels(factorAt(scheme, place), cells[factor?.column ?? -1] ?? "").ok);
  return levels.length * 5 >= scheme.factors.length * 4;
}

/** Says what of the tables is not plain, and gives those whose columns are all known; null where one lacks a factor's column. */
export function settleTables({ tables, above, turned }: LibraryTables, scheme: Scheme, book: DoubtBook): readonly LibraryTable[] | null {
  if (turned) book.add({ kind: "turned" }, { remark: true });
  if (above.length > 0) book.add({ kind: "above-headings", lines: above.map(({ number }) => number) }, { remark: true });
  const bare: Line[] = [];
  const settled = tables.map((table) => settle(table, scheme, book, bare));
  if (bare.length > 0)
    book.add(
      { kind: "rows-without-levels", rows: bare.map(({ number, text }) => ({ line: number, text })) },
      { proposal: bare.length === 1 ? "leave it out" : "leave them out" },
    );
  return settled.every((table) => table !== null) ? settled : null;
}

function settle({ heading, columns, rows }: LibraryTable, scheme: Scheme, book: DoubtBook, bare: Line[]): LibraryTable | null {
  const { number: line } = heading;
  const factors = byPlace(columns, heading, rows);
  const own = new Set([...columns.named.values(), ...factors.flatMap((factor) => (factor === null ? [] : [factor.column]))]);
  const titleOf = (column: number): string => `column ${column + 1}${heading.cells[column] ? ` "${heading.cells[column]}"` : ""}`;
  for (const { column, kept } of columns.twice) {
    const same = rows.every(({ cells }) => (cells[column] ?? "") === (cells[kept] ?? ""));
    book.add({ kind: "column-twice", columns: [titleOf(kept), titleOf(column)], same }, { line, proposal: titleOf(kept), remark: same });
  }
  const told = new Set(columns.twice.map(({ column }) => column));
  const unread = heading.cells.flatMap((_, column) =>
    !own.has(column) && !told.has(column) && [heading, ...rows].some(({ cells }) => (cells[column] ?? "") !== "") ? [column] : [],
  );
  const missing = scheme.factors.filter((_, place) => factors[place] === null).map(({ number, name }) => ({ number, name }));
  if (missing.length > 0) {
    book.add({ kind: "columns-missing", factors: missing, of: factors.length, unread: unread.map(titleOf), scheme: scheme.name }, { line });
    return null;
  }
  if (unread.length > 0) book.add({ kind: "columns-unread", columns: unread.map(titleOf) }, { line, remark: true });
  for (const by of ["place", "number", "alike"] as const) {
    const columns = factors.flatMap((factor, place) =>
      factor?.by === by ? [`${titleOf(factor.column)} as ${factorTitle(factorAt(scheme, place)).replace("F", "f")}`] : [],
    );
    if (columns.length > 0)
      book.add({ kind: "columns-alike", by, columns }, { line, proposal: `read ${columns.length === 1 ? "it" : "them"} so` });
  }
  const isBare = ({ cells }: Line): boolean => factors.every((factor) => (cells[factor?.column ?? -1] ?? "") === "");
  bare.push(...rows.filter(isBare));
  return { heading, columns: { ...columns, factors }, rows: rows.filter((row) => !isBare(row)) };
}

/** Between the columns of their neighbours as many unknown columns of levels as factors are missing: those are theirs. */
function byPlace({ factors, named, twice }: Columns, heading: Line, rows: readonly Line[]): readonly (FactorColumn | null)[] {
  const taken = new Set([
    ...named.values(),
    ...twice.map(({ column }) => column),
    ...factors.flatMap((factor) => (factor === null ? [] : [factor.column])),
  ]);
  const found = [...factors];
  for (let first = 0; first < factors.length; first++) {
    if (factors[first] !== null) continue;
    let last = first;
    while (last + 1 < factors.length && factors[last + 1] === null) last++;
    const before = factors[first - 1]?.column;
    const after = last + 1 < factors.length ? factors[last + 1]?.column : heading.cells.length;
    if (before !== undefined && after !== undefined) {
      const free = Array.from({ length: Math.max(0, after - before - 1) }, (_, at) => before + 1 + at).filter(
        (column) => !taken.has(column),
      );
      if (
        free.length === last - first + 1 &&
        free.every((column) => !looksLevels(heading.cells[column] ?? "") && holdsLevels(column, rows))
      )
        for (const [at, column] of free.entries()) found[first + at] = { column, by: "place" };
    }
    first = last;
  }
  return found;
}

function holdsLevels(column: number, rows: readonly Line[]): boolean {
  const filled = rows.flatMap(({ cells }) => ((cells[column] ?? "") === "" ? [] : [cells[column]!]));
  return filled.length > 0 && filled.every(looksLevels);
}

/** The cell of a row in a column of a name, "" where the table has no such column. */
export const cellOf = ({ columns }: LibraryTable, { cells }: Line, name: ColumnName): string => cells[columns.named.get(name) ?? -1] ?? "";

/** Factors or profiles; a document has more lines. */
const MOST_TURNED = 200;
