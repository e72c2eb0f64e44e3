/** Areas of a sheet and the A1 notation for them. Rows and columns count from 0. */

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rowCount: number;
  readonly columnCount: number;
}

export const wholeSheet: Area = { row: 0, column: 0, rowCount: maxRows, columnCount: maxColumns };

export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + (letter.charCodeAt(0) - 64);
  return number - 1;
}

export function formatArea(area: Area): string {
  const lastRow = area.row + area.rowCount - 1;
  const lastColumn = area.column + area.columnCount - 1;
  if (area.rowCount === maxRows) return `${columnLetters(area.column)}:${columnLetters(lastColumn)}`;
  if (area.columnCount === maxColumns) return `${area.row + 1}:${lastRow + 1}`;
  const first = `${columnLetters(area.column)}${area.row + 1}`;
  return area.rowCount === 1 && area.columnCount === 1 ? first : `${first}:${columnLetters(lastColumn)}${lastRow + 1}`;
}

export function formatAddress(sheetName: string, area: Area): string {
  return `${quoteSheet(sheetName)}!${formatArea(area)}`;
}

/** A sheet's name as it stands before "!". */
export function quoteSheet(name: string): string {
  return /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface Address {
  readonly sheetName: string | undefined;
  readonly area: Area;
}

/** Reads `B2`, `$B$2:D9`, `A:C`, `2:5`, with or without a sheet name; undefined where it is none of these. */
export function parseAddress(text: string): Address | undefined {
  const at = text.lastIndexOf("!");
  const sheetName =
    at < 0
      ? undefined
      : text
          .slice(0, at)
          .replace(/^'(.*)'$/s, "$1")
          .replaceAll("''", "'");
  const [from, to = from, ...rest] = text
    .slice(at + 1)
    .replaceAll("$", "")
    .split(":");
  if (from === undefined || to === undefined || rest.length > 0) return undefined;
  const a = parseCorner(from);
  const b = parseCorner(to);
  if (!a || !b || (a.row === undefined) !== (b.row === undefined) || (a.column === undefined) !== (b.column === undefined)) {
    return undefined;
  }
  if (from === to && !text.includes(":") && (a.row === undefined || a.column === undefined)) return undefined;
  const rows = span(a.row ?? 0, b.row ?? maxRows - 1);
  const columns = span(a.column ?? 0, b.column ?? maxColumns - 1);
  const area = { row: rows.from, column: columns.from, rowCount: rows.count, columnCount: columns.count };
  return fits(area) ? { sheetName, area } : undefined;
}

export function fits({ row, column, rowCount, columnCount }: Area): boolean {
  return row >= 0 && column >= 0 && rowCount > 0 && columnCount > 0 && row + rowCount <= maxRows && column + columnCount <= maxColumns;
}

/** The cells that two areas share, or undefined where they share none. */
export function intersection(a: Area, b: Area): Area | undefined {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(a.row + a.rowCount, b.row + b.rowCount) - row;
  const columnCount = Math.min(a.column + a.columnCount, b.column + b.columnCount) - column;
  return rowCount > 0 && columnCount > 0 ? { row, column, rowCount, columnCount } : undefined;
}

export function contains(outer: Area, inner: Area): boolean {
  const shared = intersection(outer, inner);
  return shared?.rowCount === inner.rowCount && shared.columnCount === inner.columnCount;
}

/** What is left of an area without another, in at most four areas. */
export function subtract(area: Area, hole: Area): readonly Area[] {
  const shared = intersection(area, hole);
  if (!shared) return [area];
  const below = shared.row + shared.rowCount;
  const right = shared.column + shared.columnCount;
  const { row, rowCount } = shared;
  return [
    { ...area, rowCount: shared.row - area.row },
    { ...area, row: below, rowCount: area.row + area.rowCount - below },
    { row, rowCount, column: area.column, columnCount: shared.column - area.column },
    { row, rowCount, column: right, columnCount: area.column + area.columnCount - right },
  ].filter((rest) => rest.rowCount > 0 && rest.columnCount > 0);
}

/** The smallest area that holds both. */
export function bounds(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row,
    column,
    rowCount: Math.max(a.row + a.rowCount, b.row + b.rowCount) - row,
    columnCount: Math.max(a.column + a.columnCount, b.column + b.columnCount) - column,
  };
}

function parseCorner(text: string): { row: number | undefined; column: number | undefined } | undefined {
  const match = /^([A-Za-z]{0,3})([0-9]{0,7})$/.exec(text);
  if (!match || text === "") return undefined;
  const [, letters = "", digits = ""] = match;
  if (digits !== "" && Number(digits) < 1) return undefined;
  return { column: letters === "" ? undefined : columnNumber(letters), row: digits === "" ? undefined : Number(digits) - 1 };
}

function span(a: number, b: number): { from: number; count: number } {
  return { from: Math.min(a, b), count: Math.abs(a - b) + 1 };
}
