import { columnLetters, columnNumber, maxColumns, maxRows, quoteSheet, type Area } from "./address";

/** References to cells within a formula's text, and rewriting them. */
interface Reference {
  /** Undefined where the formula's own sheet is meant. */
  readonly sheetName: string | undefined;
  readonly area: Area;
}

/** What a reference becomes: an area of the same sheet, another sheet's name, or "#REF!". */
export type Rewrite = (reference: Reference) => Area | { readonly sheetName: string } | "#REF!";

const token =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?[A-Za-z]{1,3}\$?\d{1,7}(?::\$?[A-Za-z]{1,3}\$?\d{1,7})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w.(!])|[A-Za-z_][\w.]*!?|\[[^\]]*\]|\d+(?:\.\d+)?|./gs;

/** The formula with every reference as `rewrite` says; texts, names and table columns stay. */
export function rewriteReferences(formula: string, rewrite: Rewrite): string {
  return formula.replace(token, (whole: string, prefix: string | undefined, cells: string | undefined) => {
    const corners = cells?.split(":").map(readCorner);
    const [from, to = from] = corners ?? [];
    if (!from || !to) return whole;
    const reference = { sheetName: prefix === undefined ? undefined : unquote(prefix.slice(0, -1)), area: areaOf(from, to) };
    const result = rewrite(reference);
    if (result === reference.area) return whole;
    if (result === "#REF!") return `${prefix ?? ""}#REF!`;
    if ("sheetName" in result) return `${quoteSheet(result.sheetName)}!${cells ?? ""}`;
    return `${prefix ?? ""}${write(from, to, result, corners?.length === 2)}`;
  });
}

/** The formula as it reads when copied so many rows and columns on: relative references go along. */
export function moveReferences(formula: string, rows: number, columns: number): string {
  return formula.replace(token, (whole: string, prefix: string | undefined, cells: string | undefined) => {
    if (cells === undefined) return whole;
    const corners = cells.split(":").map(readCorner);
    const moved = corners.map((corner) => ({
      ...corner,
      row: corner.row === undefined || corner.rowFixed ? corner.row : corner.row + rows,
      column: corner.column === undefined || corner.columnFixed ? corner.column : corner.column + columns,
    }));
    const left = moved.some(({ row = 0, column = 0 }) => row < 0 || column < 0 || row >= maxRows || column >= maxColumns);
    return left ? `${prefix ?? ""}#REF!` : `${prefix ?? ""}${moved.map(writeCorner).join(":")}`;
  });
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

function readCorner(text: string): Corner {
  const [, columnMark = "", letters = "", rowMark = "", digits = ""] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  return {
    row: digits === "" ? undefined : Number(digits) - 1,
    column: letters === "" ? undefined : columnNumber(letters),
    // `$2:$3` has its mark where a column's would stand.
    rowFixed: (letters === "" ? columnMark : rowMark) === "$",
    columnFixed: letters !== "" && columnMark === "$",
  };
}

function areaOf(from: Corner, to: Corner): Area {
  const rows = [from.row ?? 0, to.row ?? maxRows - 1];
  const columns = [from.column ?? 0, to.column ?? maxColumns - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return { row, column, rowCount: Math.max(...rows) - row + 1, columnCount: Math.max(...columns) - column + 1 };
}

function write(from: Corner, to: Corner, area: Area, pair: boolean): string {
  const first = {
    ...from,
    row: from.row === undefined ? undefined : area.row,
    column: from.column === undefined ? undefined : area.column,
  };
  if (!pair) return writeCorner(first);
  const last = {
    ...to,
    row: to.row === undefined ? undefined : area.row + area.rowCount - 1,
    column: to.column === undefined ? undefined : area.column + area.columnCount - 1,
  };
  return `${writeCorner(first)}:${writeCorner(last)}`;
}

function writeCorner({ row, column, rowFixed, columnFixed }: Corner): string {
  const letters = column === undefined ? "" : `${columnFixed ? "$" : ""}${columnLetters(column)}`;
  return row === undefined ? letters : `${letters}${rowFixed ? "$" : ""}${row + 1}`;
}

function unquote(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
