import type { Area } from "../workbook/address";

/** What of a row is in use. */
export interface Extent {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/** A block spans so many rows, and so many cells, at most; a single row may be longer. */
const blockRows = 1000;
const blockCells = 100_000;

/**
 * Areas that together hold all rows in use, so that a workbook is asked for many cells at once, and never for the blanks
 * between two cells at the ends of a sheet.
 * @param extents in the order of their rows.
 */
export function blocks(extents: readonly Extent[]): Area[] {
  const areas: Area[] = [];
  for (const { row, first, last } of extents) {
    const open = areas.at(-1);
    const grown = open && {
      row: open.row,
      column: Math.min(open.column, first),
      rowCount: row - open.row + 1,
      columnCount: Math.max(open.column + open.columnCount, last + 1) - Math.min(open.column, first),
    };
    if (grown && grown.rowCount <= blockRows && grown.rowCount * grown.columnCount <= blockCells) areas[areas.length - 1] = grown;
    else areas.push({ row, column: first, rowCount: 1, columnCount: last - first + 1 });
  }
  return areas;
}
