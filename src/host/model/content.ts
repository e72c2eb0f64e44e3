import { HostFailure } from "../executor/failure";
import { formatArea, intersection, type Area } from "../workbook/address";
import { readWritten } from "../workbook/cell";
import { shownTexts } from "../workbook/shown-text";
import { requireAllowed, requireEditable } from "./guard";
import type { RangeReference } from "./reference";
import { plain, valueType } from "./value";

/** What a range's cells hold: read as arrays, written as arrays of the range's own size or as one value for all. */

/** Excel answers larger reads with an error. */
const maxCellsRead = 5_000_000;

export function readValues(range: RangeReference): unknown[][] {
  return readable(range)
    .sheet.values(range.area)
    .map((row) => row.map(plain));
}

export function readValueTypes(range: RangeReference): string[][] {
  return readable(range)
    .sheet.values(range.area)
    .map((row) => row.map(valueType));
}

export function readFormulas(range: RangeReference): unknown[][] {
  const values = readable(range).sheet.values(range.area);
  return range.sheet.formulas(range.area).map((row, i) => row.map((formula, j) => formula || plain(values[i]?.[j] ?? null)));
}

export function readTexts(range: RangeReference): string[][] {
  return shownTexts(range.sheet, readable(range).area);
}

export function readNumberFormats(range: RangeReference): string[][] {
  return readable(range).sheet.numberFormats(range.area);
}

export function writeNumberFormats(range: RangeReference, formats: unknown): void {
  requireAllowed(range.sheet, "allowFormatCells");
  range.sheet.setNumberFormats(range.area, spread(range, formats) as (string | undefined)[][]);
}

export function writeContents(range: RangeReference, written: unknown): void {
  const values = spread(range, written);
  requireEditable(range);
  const formats = range.sheet.numberFormats(range.area);
  const year = range.book.year();
  const cells = values.map((row, i) =>
    row.map((value, j) => (value === undefined ? undefined : readWritten(value, formats[i]?.[j] ?? "General", year))),
  );
  range.sheet.write(range.area, cells);
  // A date or a percentage brings its format along where the cell has none.
  const brought = cells.map((row, i) => row.map((cell, j) => (formats[i]?.[j] === "General" ? cell?.numberFormat : undefined)));
  if (brought.flat().some((format) => format !== undefined)) range.sheet.setNumberFormats(range.area, brought);
}

/** The page asks this before it writes an array in chunks of rows. */
export function validateArraySize({ area }: RangeReference, rows: number, columns: number): void {
  if (rows !== area.rowCount || columns !== area.columnCount) throw wrongSize(area, rows, columns);
}

/** The part of an area that holds anything, its first cell where nothing does. */
export function usedPart({ sheet, area }: RangeReference): Area {
  const used = sheet.usedArea();
  return (used && intersection(used, area)) ?? { ...area, rowCount: 1, columnCount: 1 };
}

function readable(range: RangeReference): RangeReference {
  const { rowCount, columnCount } = range.area;
  if (rowCount * columnCount > maxCellsRead) {
    throw new HostFailure("RangeExceedsLimit", `${range.address} has more than ${maxCellsRead} cells, too many to read at once.`);
  }
  return range;
}

/** One value for all cells, or an array of the range's own size; null leaves a cell as it is. */
function spread({ area }: RangeReference, written: unknown): unknown[][] {
  if (!Array.isArray(written)) return filled(area, written);
  const rows = written as unknown[];
  const columns = Array.isArray(rows[0]) ? rows[0].length : 0;
  if (rows.length === 1 && columns === 1) return filled(area, (rows[0] as unknown[])[0]);
  const fitting = rows.length === area.rowCount && rows.every((row) => Array.isArray(row) && row.length === area.columnCount);
  if (!fitting) throw wrongSize(area, rows.length, columns);
  return (rows as unknown[][]).map((row) => row.map((value) => value ?? undefined));
}

function filled(area: Area, value: unknown): unknown[][] {
  if (area.rowCount * area.columnCount > maxCellsRead) {
    throw new HostFailure("RangeExceedsLimit", `${formatArea(area)} has more than ${maxCellsRead} cells, too many to write at once.`);
  }
  return Array.from({ length: area.rowCount }, () => Array<unknown>(area.columnCount).fill(value ?? undefined));
}

function wrongSize(area: Area, rows: number, columns: number): HostFailure {
  const { rowCount, columnCount } = area;
  return new HostFailure(
    "InvalidArgument",
    `The number of rows or columns in the input array (${rows} × ${columns}) does not match the range ${formatArea(area)} (${rowCount} × ${columnCount}).`,
  );
}
