import { HostFailure } from "../executor/failure";
import { missing, type HostObject } from "../executor/host-type";
import { bounds, intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import { rangeObject } from "./range";
import { rangeGiven, requireFit, type RangeReference } from "./reference";

/** The methods of a range that lead to other ranges. */
export const rangeNavigation = {
  GetCell: (range: RangeReference, row: number, column: number) => within(range, { row, column, rowCount: 1, columnCount: 1 }),
  GetRow: (range: RangeReference, row: number) => within(range, { row, column: 0, rowCount: 1, columnCount: range.area.columnCount }),
  GetColumn: (range: RangeReference, column: number) => within(range, { row: 0, column, rowCount: range.area.rowCount, columnCount: 1 }),
  GetLastRow: (range: RangeReference) =>
    within(range, { row: range.area.rowCount - 1, column: 0, rowCount: 1, columnCount: range.area.columnCount }),
  GetLastColumn: (range: RangeReference) =>
    within(range, { row: 0, column: range.area.columnCount - 1, rowCount: range.area.rowCount, columnCount: 1 }),
  GetLastCell: (range: RangeReference) =>
    within(range, { row: range.area.rowCount - 1, column: range.area.columnCount - 1, rowCount: 1, columnCount: 1 }),
  GetOffsetRange: (range: RangeReference, rows: number, columns: number) =>
    rangeAt(range, { ...range.area, row: range.area.row + rows, column: range.area.column + columns }),
  GetResizedRange: (range: RangeReference, rows: number, columns: number) =>
    rangeAt(range, { ...range.area, rowCount: range.area.rowCount + rows, columnCount: range.area.columnCount + columns }),
  GetAbsoluteResizedRange: (range: RangeReference, rowCount: number, columnCount: number) =>
    rangeAt(range, { ...range.area, rowCount, columnCount }),
  GetRowsAbove: (range: RangeReference, count = 1) => beside(range, "row", -count),
  GetRowsBelow: (range: RangeReference, count = 1) => beside(range, "row", count),
  GetColumnsBefore: (range: RangeReference, count = 1) => beside(range, "column", -count),
  GetColumnsAfter: (range: RangeReference, count = 1) => beside(range, "column", count),
  GetBoundingRect: (range: RangeReference, other: unknown) =>
    rangeAt(range, bounds(range.area, rangeGiven(range.book, range.sheet, other).area)),
  GetIntersection: (range: RangeReference, other: unknown) => present(intersect(range, other)),
  GetIntersectionOrNullObject: intersect,
  GetEntireRow: (range: RangeReference) => rangeAt(range, { ...range.area, column: 0, columnCount: maxColumns }),
  GetEntireColumn: (range: RangeReference) => rangeAt(range, { ...range.area, row: 0, rowCount: maxRows }),
  GetUsedRange: (range: RangeReference) => present(usedWithin(range)),
  GetUsedRangeOrNullObject: usedWithin,
  GetSurroundingRegion: (range: RangeReference) => rangeAt(range, surrounding(range)),
  GetSpillingToRange: (range: RangeReference) => present(spillingTo(range)),
  GetSpillingToRangeOrNullObject: spillingTo,
  GetSpillParent: (range: RangeReference) => present(spillParent(range)),
  GetSpillParentOrNullObject: spillParent,
};

export function spillAt({ sheet, area }: RangeReference): Area | undefined {
  const cell = { ...area, rowCount: 1, columnCount: 1 };
  return sheet.spills().find((spill) => intersection(spill, cell));
}

export function rangeAt(range: RangeReference, area: Area): HostObject {
  return rangeObject(range.at(requireFit(area)));
}

function present(found: HostObject | typeof missing): HostObject {
  if (found === missing) throw new HostFailure("ItemNotFound", "There are no such cells.");
  return found;
}

/** A part of the range, given relative to its first cell; like Excel it may lie outside. */
function within(range: RangeReference, part: Area): HostObject {
  const { row, column } = range.area;
  return rangeAt(range, { ...part, row: row + part.row, column: column + part.column });
}

function beside(range: RangeReference, axis: "row" | "column", count: number): HostObject {
  if (count === 0) throw new HostFailure("InvalidArgument", "The number of rows or columns beside a range cannot be 0.");
  const size = axis === "row" ? "rowCount" : "columnCount";
  const from = count > 0 ? range.area[axis] + range.area[size] : range.area[axis] + count;
  return rangeAt(range, { ...range.area, [axis]: from, [size]: Math.abs(count) });
}

function intersect(range: RangeReference, other: unknown): HostObject | typeof missing {
  const { sheet, area } = rangeGiven(range.book, range.sheet, other);
  const shared = sheet === range.sheet ? intersection(range.area, area) : undefined;
  return shared ? rangeAt(range, shared) : missing;
}

function usedWithin(range: RangeReference): HostObject | typeof missing {
  const used = range.sheet.usedArea();
  const shared = used && intersection(range.area, used);
  return shared ? rangeAt(range, shared) : missing;
}

/** Grows over neighbours, corners too, until blank rows and columns bound it. */
function surrounding({ sheet, area }: RangeReference): Area {
  const used = sheet.usedArea();
  if (!used) return area;
  const filled = sheet.values(used);
  const formulas = sheet.formulas(used);
  const any = (part: Area): boolean => {
    const shared = intersection(part, used);
    if (!shared) return false;
    for (let row = shared.row; row < shared.row + shared.rowCount; row++) {
      for (let column = shared.column; column < shared.column + shared.columnCount; column++) {
        const [i, j] = [row - used.row, column - used.column];
        if ((filled[i]?.[j] ?? null) !== null || formulas[i]?.[j]) return true;
      }
    }
    return false;
  };
  let region = area;
  for (;;) {
    const { row, column, rowCount, columnCount } = region;
    const wide = { column: column - 1, columnCount: columnCount + 2 };
    const high = { row: row - 1, rowCount: rowCount + 2 };
    const up = row > 0 && any({ ...wide, row: row - 1, rowCount: 1 }) ? 1 : 0;
    const down = any({ ...wide, row: row + rowCount, rowCount: 1 }) ? 1 : 0;
    const left = column > 0 && any({ ...high, column: column - 1, columnCount: 1 }) ? 1 : 0;
    const right = any({ ...high, column: column + columnCount, columnCount: 1 }) ? 1 : 0;
    if (up + down + left + right === 0) return region;
    region = { row: row - up, rowCount: rowCount + up + down, column: column - left, columnCount: columnCount + left + right };
  }
}

/** What the formula in the range's first cell fills. */
function spillingTo(range: RangeReference): HostObject | typeof missing {
  const spill = spillAt(range);
  return spill?.row === range.area.row && spill.column === range.area.column ? rangeAt(range, spill) : missing;
}

function spillParent(range: RangeReference): HostObject | typeof missing {
  const spill = spillAt(range);
  return spill ? rangeAt(range, { ...spill, rowCount: 1, columnCount: 1 }) : missing;
}
