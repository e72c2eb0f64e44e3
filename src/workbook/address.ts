/** Rows and columns count from 0, as Office.js counts them. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

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
