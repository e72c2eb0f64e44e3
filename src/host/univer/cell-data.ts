import {
  BooleanNumber,
  CellValueType,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type ICellData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { errorTexts, isCellError, type CellContent, type CellValue } from "../workbook/cell";
import { plainFormat, type CellFormat, type HorizontalAlignment, type VerticalAlignment } from "../workbook/format";

/** Between our cells and Univer's. */

export function toCellData({ value, formula }: CellContent): ICellData {
  if (formula !== undefined) return { f: formula, v: null, si: null, p: null, t: null };
  const emptied = { f: null, si: null, p: null };
  if (value === null) return { ...emptied, v: null, t: null };
  if (isCellError(value)) return { ...emptied, v: value.error, t: CellValueType.STRING };
  if (typeof value === "boolean") return { ...emptied, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  return { ...emptied, v: value, t: typeof value === "number" ? CellValueType.NUMBER : CellValueType.FORCE_STRING };
}

export function toCellValue(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null || value === "") return null;
  if (cell?.t === CellValueType.BOOLEAN || typeof value === "boolean") return Boolean(Number(value));
  if (typeof value === "string" && isErrorText(value) && cell?.t !== CellValueType.FORCE_STRING) return { error: value };
  if (cell?.t === CellValueType.NUMBER && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)))
    return Number(value);
  return value;
}

export function isErrorText(text: string): boolean {
  return (errorTexts as readonly string[]).includes(text) || text === "#CYCLE!" || text === "#ERROR!";
}

const horizontal: Readonly<Record<HorizontalAlignment, HorizontalAlign>> = {
  General: HorizontalAlign.UNSPECIFIED,
  Left: HorizontalAlign.LEFT,
  Center: HorizontalAlign.CENTER,
  Right: HorizontalAlign.RIGHT,
};

const vertical: Readonly<Record<VerticalAlignment, VerticalAlign>> = {
  Top: VerticalAlign.TOP,
  Center: VerticalAlign.MIDDLE,
  Bottom: VerticalAlign.BOTTOM,
};

export function toStyle(format: Partial<CellFormat>): IStyleData {
  return {
    ...(format.fill === undefined ? {} : { bg: format.fill === "" ? null : { rgb: format.fill } }),
    ...(format.fontColor === undefined ? {} : { cl: { rgb: format.fontColor } }),
    ...(format.fontSize === undefined ? {} : { fs: format.fontSize }),
    ...(format.bold === undefined ? {} : { bl: format.bold ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(format.italic === undefined ? {} : { it: format.italic ? BooleanNumber.TRUE : BooleanNumber.FALSE }),
    ...(format.horizontal === undefined ? {} : { ht: horizontal[format.horizontal] }),
    ...(format.vertical === undefined ? {} : { vt: vertical[format.vertical] }),
    ...(format.wrap === undefined ? {} : { tb: format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  };
}

export function toFormat(style: Nullable<IStyleData>): CellFormat {
  return {
    fill: style?.bg?.rgb ?? plainFormat.fill,
    fontColor: style?.cl?.rgb ?? plainFormat.fontColor,
    fontSize: style?.fs ?? plainFormat.fontSize,
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    horizontal: keyOf(horizontal, style?.ht) ?? plainFormat.horizontal,
    vertical: keyOf(vertical, style?.vt) ?? plainFormat.vertical,
    wrap: style?.tb === WrapStrategy.WRAP,
  };
}

function keyOf<K extends string>(table: Readonly<Record<K, unknown>>, value: unknown): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}
