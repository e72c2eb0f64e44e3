import type { ColumnName } from "../data/register/heading";
import type { Entry } from "../domain/entry";
import { type ColumnChange, findHeadings } from "./adoption/location";
import { DEEPEST_HEADINGS } from "./adoption/recognition";
import { type LeftOut, splitRows } from "./adoption/row";
import { type Area, parseAreas } from "./address";
import { type Basis, readBasis, schemeOf } from "./basis";
import { readParts } from "./cell-parts";
import { type Outcome, run } from "./failure";
import { loadLastWrite, type Written } from "./last-write";
import { loadMappings, type RegisterMapping } from "./mapping";
import { findResults, type ResultPlace } from "./result-place";
import { weightNames } from "./scored-jobs";

/** Which sheets are registers, and which sheet is in front. */
export interface RegisterList {
  /** Sheets that were deleted are left out. */
  readonly registers: readonly { readonly mapping: RegisterMapping; readonly sheetName: string }[];
  readonly activeSheetId: string;
  /** What the add-in wrote last and can take out again, if its sheet is still there. */
  readonly lastWrite: Written | null;
}

/** Where a register's parts stand on its sheet; rows and columns count from 0. */
export interface RegisterFrame {
  readonly sheetName: string;
  /** The first column that holds anything, and how many do. */
  readonly column: number;
  readonly columns: number;
  /** The first row below everything. */
  readonly end: number;
  readonly places:
    | {
        readonly found: true;
        readonly headingRow: number;
        readonly id: number | null;
        readonly title: number | null;
        readonly factors: readonly number[];
        readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
        readonly headings: readonly string[];
        readonly changes: readonly ColumnChange[];
      }
    | { readonly found: false; readonly missing: readonly string[] };
  readonly basis: Basis;
  /** Its columns of results; none unless they were asked for. */
  readonly results: readonly ResultPlace[];
}

/** A row of a register: a job, a row that is none, or a blank one. */
export type RegisterRow = JobRow | LeftOut["why"] | null;

export interface JobRow {
  readonly id: string;
  readonly title: string;
  readonly levels: readonly Entry[];
  /** Its cells in the columns of `weightNames`; empty where the register has none of them. */
  readonly weights: readonly Entry[];
  /** Its cells in the columns of results. */
  readonly results: readonly Entry[];
  /** Its label might be a total's. */
  readonly doubtful: boolean;
}

const NONE: readonly Entry[] = [];

export function listRegisters(): Promise<Outcome<RegisterList>> {
  return run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("id");
    const mappings = await loadMappings(context);
    const written = await loadLastWrite(context);
    const writtenOn = written === null ? null : context.workbook.worksheets.getItemOrNullObject(written.sheetId);
    writtenOn?.load("name");
    const sheets = mappings.map(({ sheetId }) => context.workbook.worksheets.getItemOrNullObject(sheetId));
    sheets.forEach((sheet) => sheet.load("name"));
    await context.sync();
    return {
      activeSheetId: active.id,
      lastWrite: written !== null && writtenOn?.isNullObject === false ? { ...written, sheetName: writtenOn.name } : null,
      registers: mappings.flatMap((mapping, index) => {
        const sheet = sheets[index];
        return sheet === undefined || sheet.isNullObject ? [] : [{ mapping, sheetName: sheet.name }];
      }),
    };
  });
}

/** Rows below the headings that help to know a renamed column again, and those by whose formulas columns of results are known. */
const BODY_SAMPLE = 330;
const FORMULA_SAMPLE = 20;

/**
 * Finds a register's columns by reading its first rows only; null where the sheet is gone. Where the answer is too large, fewer rows are
 * looked at. `results`: whether the columns of results are looked for too.
 */
export async function locateRegister(
  mapping: RegisterMapping,
  results = false,
  sample = BODY_SAMPLE,
): Promise<Outcome<RegisterFrame | null>> {
  const outcome = await locate(mapping, results, sample);
  if (outcome.ok || outcome.failure.kind !== "too-large" || sample === 0) return outcome;
  return locateRegister(mapping, results, Math.floor(sample / 4));
}

function locate(mapping: RegisterMapping, results: boolean, sample: number): Promise<Outcome<RegisterFrame | null>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(mapping.sheetId);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return null;
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const basis = await readBasis(context, mapping);
    await context.sync();
    const start = { sheetName: sheet.name, basis, results: [] };
    const missing = { found: false, missing: mapping.factors.map(({ heading }) => heading) } as const;
    if (used.isNullObject) return { ...start, column: 0, columns: 0, end: 0, places: missing };
    const { rowIndex, columnIndex, rowCount, columnCount } = used;
    const top = sheet.getRangeByIndexes(rowIndex, columnIndex, Math.min(rowCount, DEEPEST_HEADINGS + sample), columnCount);
    top.load("values");
    const depth = Math.min(rowCount, DEEPEST_HEADINGS + Math.min(sample, FORMULA_SAMPLE));
    const typed = results ? sheet.getRangeByIndexes(rowIndex, columnIndex, depth, columnCount) : null;
    typed?.load("formulas");
    await context.sync();
    const frame = { ...start, column: columnIndex, columns: columnCount, end: rowIndex + rowCount };
    const places = findHeadings(mapping, top.values as Entry[][], schemeOf(basis));
    if (!places.found) return { ...frame, places };
    const onSheet = (place: number): number | null => (place < 0 ? null : columnIndex + place);
    const { headings } = places;
    const factors = places.factors.map((place) => columnIndex + place);
    const [score, band] = [onSheet(places.columns.score ?? -1), onSheet(places.columns.band ?? -1)];
    const below = ((typed?.formulas ?? []) as Entry[][]).slice(places.row + 1);
    return {
      ...frame,
      results: results ? findResults({ headings, column: columnIndex, factors, score, band }, rowIndex + places.row + 1, below) : [],
      places: {
        found: true,
        headingRow: rowIndex + places.row,
        id: onSheet(places.id),
        title: onSheet(places.title),
        factors,
        columns: Object.fromEntries(Object.entries(places.columns).map(([name, place]) => [name, columnIndex + place])),
        headings,
        changes: places.changes,
      },
    };
  });
}

/** Rows, or columns, that stand together. */
export interface Run {
  readonly from: number;
  readonly count: number;
}

export interface RowsRead {
  /** Counted from 0, on the sheet. */
  readonly from: number;
  readonly rows: readonly RegisterRow[];
}

/** Reads rows below the headings, and hands over each part as it comes. Ends early when `wanted` says no. */
export async function readRows(
  sheetId: string,
  frame: RegisterFrame,
  { from, count }: Run,
  take: (part: RowsRead) => void,
  wanted: () => boolean = () => true,
): Promise<Outcome<void>> {
  const end = Math.min(from + count, frame.end);
  const area = { row: from, column: frame.column, rows: end - from, columns: frame.columns };
  const read = await readParts(sheetId, area, (part) => take({ from: part.from, rows: registerRows(frame, part.cells) }), wanted);
  if (!read.ok) return read;
  // What lies below everything is blank.
  const below = Math.max(from, end);
  if (wanted() && from + count > below) take({ from: below, rows: Array<RegisterRow>(from + count - below).fill(null) });
  return read;
}

function registerRows({ places, column: first, results }: RegisterFrame, body: readonly (readonly Entry[])[]): readonly RegisterRow[] {
  if (!places.found) return body.map(() => null);
  const { factors, id, title, columns, headings } = places;
  const inBody = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, column - first]));
  const split = splitRows(
    body,
    inBody,
    factors.map((column) => ({ column: column - first })),
    headings,
  );
  const weights = weightNames.map((name) => inBody[name] ?? -1);
  const weighed = weights.some((column) => column >= 0);
  const rows = Array<RegisterRow>(body.length).fill(null);
  const doubtful = new Set(split.doubtful);
  for (const { row, why } of split.leftOut) rows[row] = why;
  for (const row of split.jobs) {
    const cells = body[row] ?? [];
    rows[row] = {
      id: id === null ? "" : textAt(cells, id - first),
      title: title === null ? "" : textAt(cells, title - first),
      levels: factors.map((column) => cells[column - first] ?? null),
      weights: weighed ? weights.map((column) => cells[column] ?? null) : NONE,
      results: results.length > 0 ? results.map(({ column }) => cells[column - first] ?? null) : NONE,
      doubtful: doubtful.has(row),
    };
  }
  return rows;
}

/** The columns whose cells tell what a row is. */
export const tellingColumns = (frame: RegisterFrame): readonly number[] => {
  const { places } = frame;
  const own = frame.results.map(({ column }) => column);
  return places.found ? [...new Set([...places.factors, ...Object.values(places.columns), ...own])].sort((a, b) => a - b) : [];
};

export interface FormulaRows {
  /** Rows in which an id, a title, a level or a weight comes from a formula: calculation changes them without a word. */
  readonly telling: readonly Run[];
  /** Rows with a formula, for each column of results. */
  readonly results: readonly (readonly Run[])[];
}

export function formulaRows(sheetId: string, frame: RegisterFrame, rows: readonly Run[]): Promise<Outcome<FormulaRows>> {
  return run(async (context) => {
    const { places, results } = frame;
    if (!places.found || rows.length === 0) return { telling: [], results: results.map(() => []) };
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const others = [places.id, places.title, ...weightNames.map((name) => places.columns[name])];
    const telling = [...places.factors, ...others.flatMap((column) => column ?? [])].sort((a, b) => a - b);
    const formulasIn = (columns: readonly number[]) => {
      const asked = rows.flatMap((own) =>
        runsOf(columns).map(({ from, count }) => {
          // Asked for a single cell, Excel answers for the whole sheet.
          const height = count === 1 ? Math.max(own.count, 2) : own.count;
          const areas = sheet.getRangeByIndexes(own.from, from, height, count).getSpecialCellsOrNullObject("Formulas");
          areas.load("address");
          return { own, column: from, columns: count, areas };
        }),
      );
      return (): readonly Area[] => asked.flatMap(areasFound);
    };
    const [inTelling, inResults] = [formulasIn(telling), formulasIn(results.map(({ column }) => column).sort((a, b) => a - b))];
    await context.sync();
    const areas = inResults();
    return {
      telling: inTelling().map(runOf),
      results: results.map(({ column }) => areas.filter((area) => area.column <= column && column < area.column + area.columns).map(runOf)),
    };
  });
}

interface AskedFormulas {
  readonly own: Run;
  readonly column: number;
  readonly columns: number;
  readonly areas: Excel.RangeAreas;
}

/** The cells with formulas among the rows asked for. */
function areasFound({ own, column, columns, areas }: AskedFormulas): readonly Area[] {
  if (areas.isNullObject) return [];
  const cells = parseAreas(areas.address.replace(/(?:'[^']*'|[^,!]*)!/g, "")) ?? [{ row: own.from, rows: own.count, column, columns }];
  return cells.flatMap((area) => {
    const [from, end] = [Math.max(area.row, own.from), Math.min(area.row + area.rows, own.from + own.count)];
    return end > from ? [{ ...area, row: from, rows: end - from }] : [];
  });
}

const runOf = ({ row, rows }: Area): Run => ({ from: row, count: rows });

function runsOf(columns: readonly number[]): readonly Run[] {
  const runs: { from: number; count: number }[] = [];
  for (const column of columns) {
    const last = runs[runs.length - 1];
    if (last !== undefined && column <= last.from + last.count) last.count = column - last.from + 1;
    else runs.push({ from: column, count: 1 });
  }
  return runs;
}

/** Which rows from one on are shown: neither hidden by hand nor by a filter. */
export function shownRows(sheetId: string, frame: RegisterFrame, from: number): Promise<Outcome<ReadonlySet<number>>> {
  return run(async (context) => {
    if (frame.end <= from) return new Set<number>();
    const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(from, frame.column, frame.end - from, frame.columns);
    const shown = range.getSpecialCellsOrNullObject("Visible");
    shown.areas.load("items/rowIndex,items/rowCount");
    await context.sync();
    // Hidden columns cut the shown rows into areas side by side.
    const areas = shown.isNullObject ? [] : shown.areas.items;
    return new Set(areas.flatMap(({ rowIndex, rowCount }) => Array.from({ length: rowCount }, (_, index) => rowIndex + index)));
  });
}

export const textAt = (cells: readonly Entry[], column: number): string => {
  const cell = cells[column];
  return cell === undefined || cell === null || typeof cell === "object" ? "" : String(cell).trim();
};

/** Ids differ by more than case and outer spaces: so do Excel's own lookups see them. */
export const idKey = (id: string): string => id.trim().toLowerCase();
