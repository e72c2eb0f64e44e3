import type { Entry } from "../domain/entry";
import { type ColumnChange, findHeadings } from "./adoption/location";
import { type LeftOut, splitRows } from "./adoption/row";
import { type Outcome, run } from "./failure";
import { loadMappings, type RegisterMapping } from "./mapping";

/** A register as its sheet shows it at one moment. */
export interface RegisterReading {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly scheme: string;
  readonly content:
    | JobsReading
    /** Headings that were renamed or removed, so that the columns are not known. */
    | { readonly kind: "headings-missing"; readonly missing: readonly string[] };
}

export interface JobsReading {
  readonly kind: "jobs";
  readonly jobs: readonly JobRow[];
  /** Counted from 0, on the sheet. */
  readonly factorColumns: readonly number[];
  readonly hasIds: boolean;
  /** Rows that are no jobs, by their place on the sheet. */
  readonly leftOut: readonly LeftOut[];
  readonly changes: readonly ColumnChange[];
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

function readCells(mapping: RegisterMapping, sheetName: string, { values, rowIndex, columnIndex }: UsedCells): RegisterReading {
  const { sheetId, scheme } = mapping;
  const start = { sheetId, sheetName, scheme };
  const places = findHeadings(mapping, values);
  if (!places.found) return { ...start, content: { kind: "headings-missing", missing: places.missing } };
  const { row: place, id, title, factors } = places;
  const body = values.slice(place + 1);
  const rows = splitRows(
    body,
    places.columns,
    factors.map((column) => ({ column })),
    places.headings,
  );
  const onSheet = (index: number): number => rowIndex + place + 1 + index;
  const jobs = rows.jobs.map((index): JobRow => {
    const cells = body[index] ?? [];
    return {
      row: onSheet(index),
      id: textAt(cells, id),
      title: textAt(cells, title),
      levels: factors.map((column) => cells[column] ?? null),
    };
  });
  return {
    ...start,
    content: {
      kind: "jobs",
      jobs,
      factorColumns: factors.map((column) => columnIndex + column),
      hasIds: id >= 0,
      leftOut: rows.leftOut.map(({ row, why }) => ({ row: onSheet(row), why })),
      changes: places.changes,
    },
  };
}

export const textAt = (cells: readonly Entry[], column: number): string => {
  const cell = cells[column];
  return cell === undefined || cell === null || typeof cell === "object" ? "" : String(cell).trim();
};
