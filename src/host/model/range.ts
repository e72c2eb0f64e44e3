import { HostFailure } from "../executor/failure";
import { hostObject, isHostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { bounds, fits, formatArea, intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import { readWritten } from "../workbook/cell";
import { shownTexts } from "../workbook/shown-text";
import { findRange, SheetReference, type RangeReference } from "./book";
import { rangeFormatType } from "./range-format";
import { plain, valueType } from "./value";
import { worksheetType } from "./worksheet";

/** Excel answers larger reads with an error. */
const maxCellsRead = 5_000_000;

export const rangeType: HostType<RangeReference> = {
  name: "Range",
  keepable: true,
  properties: {
    Address: { get: (range) => range.address },
    AddressLocal: { get: (range) => range.address },
    CellCount: { get: ({ area }) => area.rowCount * area.columnCount },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rowCount },
    ColumnCount: { get: ({ area }) => area.columnCount },
    IsEntireColumn: { get: ({ area }) => area.rowCount === maxRows },
    IsEntireRow: { get: ({ area }) => area.columnCount === maxColumns },
    Values: {
      get: (range) =>
        readable(range)
          .sheet.values(range.area)
          .map((row) => row.map(plain)),
      set: write,
    },
    Formulas: { get: formulas, set: write },
    FormulasLocal: { get: formulas, set: write },
    ValueTypes: {
      get: (range) =>
        readable(range)
          .sheet.values(range.area)
          .map((row) => row.map(valueType)),
    },
    Text: { get: texts },
    NumberFormat: {
      get: (range) => readable(range).sheet.numberFormats(range.area),
      set: (range, formats) => range.sheet.setNumberFormats(range.area, spread(range, formats) as (string | undefined)[][]),
    },
  },
  navigations: {
    Format: (range) => hostObject(rangeFormatType, range),
    Worksheet: ({ book, sheet }) => hostObject(worksheetType, new SheetReference(book, sheet)),
  },
  methods: {
    GetCell: (range, row: number, column: number) => within(range, { row, column, rowCount: 1, columnCount: 1 }),
    GetRow: (range, row: number) => within(range, { row, column: 0, rowCount: 1, columnCount: range.area.columnCount }),
    GetColumn: (range, column: number) => within(range, { row: 0, column, rowCount: range.area.rowCount, columnCount: 1 }),
    GetLastRow: (range) => within(range, { row: range.area.rowCount - 1, column: 0, rowCount: 1, columnCount: range.area.columnCount }),
    GetLastColumn: (range) => within(range, { row: 0, column: range.area.columnCount - 1, rowCount: range.area.rowCount, columnCount: 1 }),
    GetLastCell: (range) =>
      within(range, { row: range.area.rowCount - 1, column: range.area.columnCount - 1, rowCount: 1, columnCount: 1 }),
    GetOffsetRange: (range, rows: number, columns: number) =>
      rangeAt(range, { ...range.area, row: range.area.row + rows, column: range.area.column + columns }),
    GetResizedRange: (range, rows: number, columns: number) =>
      rangeAt(range, { ...range.area, rowCount: range.area.rowCount + rows, columnCount: range.area.columnCount + columns }),
    GetAbsoluteResizedRange: (range, rowCount: number, columnCount: number) => rangeAt(range, { ...range.area, rowCount, columnCount }),
    GetBoundingRect: (range, other: unknown) => rangeAt(range, bounds(range.area, otherArea(range, other))),
    GetIntersection: (range, other: unknown) => present(intersect(range, other)),
    GetIntersectionOrNullObject: intersect,
    GetEntireRow: (range) => rangeAt(range, { ...range.area, column: 0, columnCount: maxColumns }),
    GetEntireColumn: (range) => rangeAt(range, { ...range.area, row: 0, rowCount: maxRows }),
    GetUsedRange: (range) => present(usedWithin(range)),
    GetUsedRangeOrNullObject: usedWithin,
    Clear: (range, what?: string) =>
      range.sheet.clear(range.area, what === "Contents" ? "contents" : what === "Formats" ? "formats" : "all"),
    Select: ({ book, sheet, area }) => book.port.select(sheet, area),
    /** The page asks this before it writes an array in chunks of rows. */
    _ValidateArraySize: ({ area }, rows: number, columns: number) => {
      if (rows !== area.rowCount || columns !== area.columnCount) throw wrongSize(area, rows, columns);
    },
  },
};

export function rangeObject(range: RangeReference): HostObject {
  return hostObject(rangeType, range);
}

function rangeAt(range: RangeReference, area: Area): HostObject {
  if (!fits(area)) throw new HostFailure("InvalidArgument", `The range would leave the sheet, seen from ${range.address}.`);
  return rangeObject(range.at(area));
}

/** A part of the range, given relative to its first cell; like Excel it may lie outside. */
function within(range: RangeReference, part: Area): HostObject {
  const { row, column } = range.area;
  return rangeAt(range, { ...part, row: row + part.row, column: column + part.column });
}

function otherArea(range: RangeReference, other: unknown): Area {
  if (isHostObject(other)) return (other.target as RangeReference).area;
  return findRange(range.book, range.sheet, String(other)).area;
}

function intersect(range: RangeReference, other: unknown): HostObject | typeof missing {
  const shared = intersection(range.area, otherArea(range, other));
  return shared ? rangeAt(range, shared) : missing;
}

function usedWithin(range: RangeReference): HostObject | typeof missing {
  const used = range.sheet.usedArea();
  const shared = used && intersection(range.area, used);
  return shared ? rangeAt(range, shared) : missing;
}

function present(found: HostObject | typeof missing): HostObject {
  if (found === missing) throw new HostFailure("ItemNotFound", "There are no such cells.");
  return found;
}

function readable(range: RangeReference): RangeReference {
  const { rowCount, columnCount } = range.area;
  if (rowCount * columnCount > maxCellsRead) {
    throw new HostFailure("InvalidOperation", `${range.address} has more than ${maxCellsRead} cells, too many to read at once.`);
  }
  return range;
}

function formulas(range: RangeReference): unknown[][] {
  const values = readable(range).sheet.values(range.area);
  return range.sheet.formulas(range.area).map((row, i) => row.map((formula, j) => formula || plain(values[i]?.[j] ?? null)));
}

function texts(range: RangeReference): string[][] {
  return shownTexts(range.sheet, readable(range).area);
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
  return Array.from({ length: area.rowCount }, () => Array<unknown>(area.columnCount).fill(value ?? undefined));
}

function write(range: RangeReference, written: unknown): void {
  const formats = range.sheet.numberFormats(range.area);
  const year = range.book.year();
  const cells = spread(range, written).map((row, i) =>
    row.map((value, j) => (value === undefined ? undefined : readWritten(value, formats[i]?.[j] ?? "General", year))),
  );
  range.sheet.write(range.area, cells);
  // A date or a percentage brings its format along where the cell has none.
  const brought = cells.map((row, i) => row.map((cell, j) => (formats[i]?.[j] === "General" ? cell?.numberFormat : undefined)));
  if (brought.flat().some((format) => format !== undefined)) range.sheet.setNumberFormats(range.area, brought);
}

function wrongSize(area: Area, rows: number, columns: number): HostFailure {
  const { rowCount, columnCount } = area;
  return new HostFailure(
    "InvalidArgument",
    `The number of rows or columns in the input array (${rows} × ${columns}) does not match the range ${formatArea(area)} (${rowCount} × ${columnCount}).`,
  );
}
