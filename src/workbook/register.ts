import type { Entry } from "../domain/entry";
import { type Outcome, run } from "./failure";
import { loadMappings, type RegisterMapping } from "./mapping";

/** A register as its sheet shows it at one moment. */
export interface RegisterReading {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly scheme: string;
  readonly content:
    | { readonly kind: "jobs"; readonly jobs: readonly JobRow[]; readonly factorColumns: readonly number[] }
    /** Headings that were renamed or removed, so that the columns are not known. */
    | { readonly kind: "headings-missing"; readonly missing: readonly string[] };
}

export interface JobRow {
  /** Counted from 0, on the sheet. */
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly levels: readonly Entry[];
}

export interface RegisterSet {
  readonly registers: readonly RegisterReading[];
  /** The sheet in front. */
  readonly activeSheetId: string;
}

/** Reads every register of the workbook; sheets that were deleted are left out. */
export function readRegisters(): Promise<Outcome<RegisterSet>> {
  return run(async (context) => {
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load("id");
    const mappings = await loadMappings(context);
    const sheets = mappings.map(({ sheetId }) => context.workbook.worksheets.getItemOrNullObject(sheetId));
    sheets.forEach((sheet) => sheet.load("name"));
    await context.sync();
    const present = mappings.flatMap((mapping, index) => {
      const sheet = sheets[index];
      if (sheet === undefined || sheet.isNullObject) return [];
      const used = sheet.getUsedRangeOrNullObject(true);
      used.load("values,rowIndex,columnIndex");
      return [{ mapping, name: sheet.name, used }];
    });
    await context.sync();
    return {
      activeSheetId: active.id,
      registers: present.map(({ mapping, name, used }) =>
        readCells(mapping, name, used.isNullObject ? { values: [], rowIndex: 0, columnIndex: 0 } : used),
      ),
    };
  });
}

interface UsedCells {
  readonly values: readonly (readonly Entry[])[];
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** Where a register's columns stand among some cells, and in which row their headings. */
export type HeadingPlaces =
  | { readonly found: true; readonly row: number; readonly id: number; readonly title: number; readonly factors: readonly number[] }
  | { readonly found: false; readonly missing: readonly string[] };

/** Finds the columns by their headings, so that inserted or moved columns and rows do no harm; -1 where id or title has none. */
export function findHeadings({ headings }: RegisterMapping, values: readonly (readonly Entry[])[]): HeadingPlaces {
  const wanted = [headings.id, headings.title, ...headings.factors];
  const rows = values.slice(0, DEEPEST_HEADINGS).map((row) => row.map(headingKey));
  const place = rows.findIndex((row) => headings.factors.every((heading) => row.includes(headingKey(heading))));
  const row = rows[place];
  if (row === undefined) {
    const nearest = rows
      .map((cells) => wanted.filter((heading) => !cells.includes(headingKey(heading))))
      .sort((a, b) => a.length - b.length)[0];
    return { found: false, missing: nearest ?? wanted };
  }
  const [id = -1, title = -1, ...factors] = wanted.map((heading) => row.indexOf(headingKey(heading)));
  return { found: true, row: place, id, title, factors };
}

function readCells(mapping: RegisterMapping, sheetName: string, { values, rowIndex, columnIndex }: UsedCells): RegisterReading {
  const { sheetId, scheme } = mapping;
  const start = { sheetId, sheetName, scheme };
  const places = findHeadings(mapping, values);
  if (!places.found) return { ...start, content: { kind: "headings-missing", missing: places.missing } };
  const { row: place, id, title, factors } = places;
  const jobs = values.slice(place + 1).flatMap((cells, index): JobRow[] => {
    const job = { id: textAt(cells, id), title: textAt(cells, title), levels: factors.map((column) => cells[column] ?? null) };
    const empty = job.id === "" && job.title === "" && job.levels.every((level) => level === null || level === "");
    return empty ? [] : [{ row: rowIndex + place + 1 + index, ...job }];
  });
  return { ...start, content: { kind: "jobs", jobs, factorColumns: factors.map((column) => columnIndex + column) } };
}

/** How far down a sheet its headings may begin. */
export const DEEPEST_HEADINGS = 50;

const headingKey = (cell: Entry): string => (typeof cell === "string" ? cell.replace(/\s+/g, " ").trim().toLowerCase() : "");

export const textAt = (cells: readonly Entry[], column: number): string => {
  const cell = cells[column];
  return cell === undefined || cell === null || typeof cell === "object" ? "" : String(cell).trim();
};
