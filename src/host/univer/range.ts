import type { IRange } from "@univerjs/core";
import type { Area } from "../workbook/address";

/** Between our areas and Univer's ranges. Whole rows and columns have NaN for an end there. */

export function toArea({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  const [row, column] = [startRow || 0, startColumn || 0];
  return { row, column, rowCount: (endRow || row) - row + 1, columnCount: (endColumn || column) - column + 1 };
}

export function toRange({ row, column, rowCount, columnCount }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rowCount - 1, endColumn: column + columnCount - 1 };
}
