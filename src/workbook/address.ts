/** Rows and columns count from 0, as Office.js counts them. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const areaAt = (row: number, column: number, rows: number, columns: number): Area => ({ row, column, rows, columns });

/** The cells of a range whose place has been loaded: rowIndex, columnIndex, rowCount, columnCount. */
export const areaOfRange = ({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): Area =>
  areaAt(rowIndex, columnIndex, rowCount, columnCount);

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export const cellAddress = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export const areaAddress = ({ row, column, rows, columns }: Area): string =>
  `${cellAddress(row, column)}:${cellAddress(row + rows - 1, column + columns - 1)}`;

/** The same cells wherever the formula stands. */
export const fixedAddress = (area: Area): string => areaAddress(area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");

const MOST_ROWS = 1_048_576;
const MOST_COLUMNS = 16_384;

/** The areas that an address without a sheet names ("A1:B2", "5:6", "C:C", several after commas); null where it is none. */
export function parseAreas(address: string): readonly Area[] | null {
  const areas = address.split(",").map((part) => parseArea(part.trim()));
  return areas.every((area) => area !== null) ? areas : null;
}

function parseArea(address: string): Area | null {
  const [, fromColumn = "", fromRow = "", colon, toColumn = fromColumn, toRow = fromRow] =
    /^(?:.*!)?\$?([A-Z]{0,3})\$?(\d*)(?:(:)\$?([A-Z]{0,3})\$?(\d*))?$/.exec(address) ?? [];
  if (fromColumn + fromRow === "" || (colon === undefined && (fromColumn === "" || fromRow === ""))) return null;
  const columns = fromColumn === "" ? { from: 0, count: MOST_COLUMNS } : span(columnNumber(fromColumn), columnNumber(toColumn));
  const rows = fromRow === "" ? { from: 0, count: MOST_ROWS } : span(Number(fromRow) - 1, Number(toRow) - 1);
  return { row: rows.from, rows: rows.count, column: columns.from, columns: columns.count };
}

const span = (from: number, to: number): { readonly from: number; readonly count: number } => ({
  from: Math.min(from, to),
  count: Math.abs(to - from) + 1,
});

const columnNumber = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
