import { HostFailure } from "../executor/failure";
import { type HostObject } from "../executor/host-type";
import { formatArea, intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import type { CellContent } from "../workbook/cell";
import type { Shift } from "../workbook/shift";
import { requireAllowed, requireEditable } from "./guard";
import { rangeAt } from "./navigation";
import { copiedFormula, rangeGiven, type RangeReference } from "./reference";

/** The methods of a range that change cells beyond writing them. */
export const rangeChange = {
  Insert: insert,
  Delete: remove,
  Clear: clear,
  Merge: merge,
  Unmerge: ({ sheet, area }: RangeReference) => {
    requireAllowed(sheet, undefined);
    sheet.unmerge(area);
  },
  CopyFrom: copyFrom,
};

/** What stands in the new cells' place moves on; the new cells are the result. */
function insert(range: RangeReference, shiftName?: string): HostObject {
  const { sheet, area } = range;
  const whole = wholeLines(area);
  const direction = whole === "rows" ? "down" : whole === "columns" ? "right" : shiftName === "Right" ? "right" : "down";
  requireAllowed(sheet, whole === "rows" ? "allowInsertRows" : whole === "columns" ? "allowInsertColumns" : undefined);
  requireRoom(range, direction);
  requireWholeTables(range, { area, direction });
  sheet.shift({ area, direction });
  return rangeAt(range, area);
}

function remove(range: RangeReference, shiftName?: string): void {
  const { sheet, area } = range;
  const whole = wholeLines(area);
  const direction = whole === "rows" ? "up" : whole === "columns" ? "left" : shiftName === "Left" ? "left" : "up";
  requireAllowed(sheet, whole === "rows" ? "allowDeleteRows" : whole === "columns" ? "allowDeleteColumns" : undefined);
  requireWholeTables(range, { area, direction });
  sheet.shift({ area, direction });
}

function wholeLines({ rowCount, columnCount }: Area): "rows" | "columns" | undefined {
  if (columnCount === maxColumns) return "rows";
  return rowCount === maxRows ? "columns" : undefined;
}

function requireRoom({ sheet, area }: RangeReference, direction: "down" | "right"): void {
  const used = sheet.usedArea();
  const band = direction === "down" ? { ...area, row: 0, rowCount: maxRows } : { ...area, column: 0, columnCount: maxColumns };
  const pushed = used && intersection(used, band);
  const outside =
    pushed &&
    (direction === "down"
      ? pushed.row + pushed.rowCount + area.rowCount > maxRows
      : pushed.column + pushed.columnCount + area.columnCount > maxColumns);
  if (outside) throw new HostFailure("NonBlankCellOffSheet", "Cells that hold something would be pushed off the sheet.");
}

/** Excel does not shift a part of a table's cells past the others. */
function requireWholeTables({ book, sheet }: RangeReference, { area, direction }: Shift): void {
  const vertical = direction === "down" || direction === "up";
  for (const table of book.port.tables().filter((candidate) => candidate.sheet === sheet)) {
    const place = table.area();
    const reach = vertical ? { ...area, rowCount: maxRows - area.row } : { ...area, columnCount: maxColumns - area.column };
    const touched = intersection(place, reach);
    if (!touched) continue;
    const across = vertical ? touched.columnCount === place.columnCount : touched.rowCount === place.rowCount;
    if (!across) {
      throw new HostFailure("InsertDeleteConflict", `Shifting ${formatArea(area)} would move a part of the table "${table.name()}" only.`);
    }
  }
}

function clear(range: RangeReference, what?: string): void {
  const formats = what !== "Contents";
  const contents = what !== "Formats" && what !== "Hyperlinks" && what !== "RemoveHyperlinks";
  if (contents) requireEditable(range);
  if (formats) requireAllowed(range.sheet, contents ? undefined : "allowFormatCells");
  // The embedded workbook has no hyperlinks to clear.
  if (what === "Hyperlinks" || what === "RemoveHyperlinks") return;
  range.sheet.clear(range.area, what === "Contents" ? "contents" : what === "Formats" ? "formats" : "all");
}

function merge(range: RangeReference, across = false): void {
  const { book, sheet, area } = range;
  requireAllowed(sheet, undefined);
  const table = book.port.tables().find((candidate) => candidate.sheet === sheet && intersection(candidate.area(), area));
  if (table) throw new HostFailure("InvalidOperation", `Cells of the table "${table.name()}" cannot be merged.`);
  const rows = across ? Array.from({ length: area.rowCount }, (_, index) => ({ ...area, row: area.row + index, rowCount: 1 })) : [area];
  for (const row of rows) {
    sheet.unmerge(row);
    if (row.rowCount * row.columnCount > 1) sheet.merge(row);
  }
}

/** Copies as pasting does: the source is repeated as often as it fits whole, at least once. */
function copyFrom(range: RangeReference, source: unknown, what = "All", skipBlanks = false, transpose = false): void {
  const from = rangeGiven(range.book, range.sheet, source);
  const height = transpose ? from.area.columnCount : from.area.rowCount;
  const width = transpose ? from.area.rowCount : from.area.columnCount;
  const { row, column, rowCount, columnCount } = range.area;
  const area = {
    row,
    column,
    rowCount: rowCount % height === 0 ? rowCount : height,
    columnCount: columnCount % width === 0 ? columnCount : width,
  };
  const target = range.at(area);
  const fromCell = (inRow: number, inColumn: number): readonly [number, number] =>
    transpose ? [inColumn % width, inRow % height] : [inRow % height, inColumn % width];
  const spreadOver = <T>(read: (row: number, column: number) => T): T[][] =>
    Array.from({ length: area.rowCount }, (_, i) => Array.from({ length: area.columnCount }, (__, j) => read(...fromCell(i, j))));
  if (what !== "Formats") {
    requireEditable(target);
    const values = from.sheet.values(from.area);
    const formulas = from.sheet.formulas(from.area);
    const copied = Array.from({ length: area.rowCount }, (_, i) =>
      Array.from({ length: area.columnCount }, (__, j): CellContent | undefined => {
        const [atRow, atColumn] = fromCell(i, j);
        const value = values[atRow]?.[atColumn] ?? null;
        const formula = what === "Values" ? "" : (formulas[atRow]?.[atColumn] ?? "");
        if (formula === "") return skipBlanks && value === null ? undefined : { value };
        const origin = { row: from.area.row + atRow, column: from.area.column + atColumn };
        return { value: null, formula: copiedFormula(formula, origin, { row: row + i, column: column + j }) };
      }),
    );
    target.sheet.write(area, copied);
  }
  if (what === "All" || what === "Formats") {
    requireAllowed(target.sheet, "allowFormatCells");
    const numberFormats = from.sheet.numberFormats(from.area);
    const formats = from.sheet.formats(from.area);
    target.sheet.clear(area, "formats");
    target.sheet.setNumberFormats(
      area,
      spreadOver((i, j) => numberFormats[i]?.[j]),
    );
    target.sheet.setFormats(
      area,
      spreadOver((i, j) => formats[i]?.[j]),
    );
  }
}
