import { formatArea, columnLetters, type Area } from "../../workbook/address";
import { isCellError, readWritten, type CellValue } from "../../workbook/cell";
import type { FileCell, LineContent, RowContent, TableContent } from "../content";
import { isDynamic, toFile } from "../formula";
import { escapeCellText, escapeXml } from "../xml";
import { spreadsheetNamespace, textXml, xmlHead } from "./part";
import type { StyleSheet } from "./style";

/** Every text of the workbook once. */
export class SharedTexts {
  private readonly ids = new Map<string, number>();
  private uses = 0;

  id(text: string): number {
    this.uses++;
    const id = this.ids.get(text) ?? this.ids.size;
    this.ids.set(text, id);
    return id;
  }

  part(): string {
    const items = [...this.ids.keys()].map((text) => `<si>${textXml(text)}</si>`);
    return `${xmlHead}<sst xmlns="${spreadsheetNamespace}" count="${this.uses}" uniqueCount="${this.ids.size}">${items.join("")}</sst>`;
  }
}

/** What the cells of all sheets are written with. */
export interface CellWriting {
  readonly namespace: string;
  readonly styles: StyleSheet;
  readonly texts: SharedTexts;
  /** Set once a formula that may fill several cells has been written: the workbook then says what that mark means. */
  dynamic: boolean;
}

export function rowsXml(
  rows: readonly RowContent[],
  lines: readonly LineContent[],
  tables: readonly TableContent[],
  writing: CellWriting,
): string {
  const attributes = new Map<number, string>();
  for (const { from, count, points, hidden } of lines) {
    const text = `${points === undefined ? "" : ` ht="${points}" customHeight="1"`}${hidden ? ` hidden="1"` : ""}`;
    for (let row = from; row < from + count; row++) attributes.set(row, text);
  }
  const cellsByRow = new Map(rows.map(({ row, cells }) => [row, cells]));
  const all = [...new Set([...attributes.keys(), ...cellsByRow.keys()])].sort((a, b) => a - b);
  const pieces = all.map((row) => {
    const cells = (cellsByRow.get(row) ?? []).map((cell) => cellXml(cell, row, tables, writing)).join("");
    const start = `<row r="${row + 1}"${attributes.get(row) ?? ""}`;
    return cells === "" ? `${start}/>` : `${start}>${cells}</row>`;
  });
  return pieces.join("");
}

function cellXml(cell: FileCell, row: number, tables: readonly TableContent[], writing: CellWriting): string {
  const { column, value, formula, look } = cell;
  const table = tables.find(({ area }) => within(area, row, column));
  const start = `<c r="${columnLetters(column)}${row + 1}"`;
  if (formula !== undefined) {
    const { kind, text } = resultXml(value);
    const { mark, attributes } = formulaKind(cell, formula, row, writing);
    const filed = escapeXml(toFile(formula, { namespace: writing.namespace, table: table?.name }));
    return `${start}${styleXml(writing.styles.look(look))}${kind}${mark}><f${attributes}>${filed}</f>${text}</c>`;
  }
  if (typeof value === "string") {
    const style = writing.styles.look(look, needsApostrophe(value, look?.numberFormat ?? "General"));
    return `${start}${styleXml(style)} t="s"><v>${writing.texts.id(value)}</v></c>`;
  }
  const { kind, text } = resultXml(value);
  const style = styleXml(writing.styles.look(look));
  return text === "" ? (style === "" ? "" : `${start}${style}/>`) : `${start}${style}${kind}>${text}</c>`;
}

function within(area: Area, row: number, column: number): boolean {
  return row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount;
}

function styleXml(style: number): string {
  return style === 0 ? "" : ` s="${style}"`;
}

/** A text that would be something else if it were typed again keeps its leading apostrophe. */
function needsApostrophe(text: string, numberFormat: string): boolean {
  return /^['=+\-.#\d\s]|^(?:true|false)$/i.test(text) && readWritten(text, numberFormat, 2000).value !== text;
}

/** A formula that fills several cells, or that works on arrays on its way to one value, is marked as a dynamic array. */
function formulaKind(
  { column, spill }: FileCell,
  formula: string,
  row: number,
  writing: CellWriting,
): { mark: string; attributes: string } {
  if (!spill && !isDynamic(formula, writing.namespace)) return { mark: "", attributes: "" };
  writing.dynamic = true;
  const area = spill ?? { row, column, rowCount: 1, columnCount: 1 };
  return { mark: ` cm="1"`, attributes: ` t="array" ref="${formatArea(area)}"` };
}

function resultXml(value: CellValue): { readonly kind: string; readonly text: string } {
  if (value === null) return { kind: "", text: "" };
  if (typeof value === "number") return { kind: "", text: `<v>${value}</v>` };
  if (typeof value === "boolean") return { kind: ` t="b"`, text: `<v>${value ? 1 : 0}</v>` };
  if (isCellError(value) && unfinished.has(value.error)) return { kind: "", text: "" };
  if (isCellError(value)) return { kind: ` t="e"`, text: `<v>${escapeXml(filedError(value.error))}</v>` };
  return { kind: ` t="str"`, text: `<v>${escapeCellText(value)}</v>` };
}

/** No results: what is still being worked on has no value in a file. */
const unfinished = new Set(["#BUSY!", "#GETTING_DATA"]);

/** The file format knows these; a younger error is a #VALUE! there until it is calculated again. */
const filedErrors = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"]);

function filedError(error: string): string {
  return filedErrors.has(error) ? error : "#VALUE!";
}
