import {
  BooleanNumber,
  BorderStyleTypes,
  CellValueType,
  getNumfmtParseValueFilter,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IBorderStyleData,
  type ICellData,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { errorTexts, isCellError, type CellContent, type CellValue } from "../workbook/cell";
import {
  plainFormat,
  type Border,
  type BorderLine,
  type CellFormat,
  type HorizontalAlignment,
  type VerticalAlignment,
} from "../workbook/format";
import { keyOf } from "./validation";

/** Between our cells and Univer's. */

export function toCellData({ value, formula }: CellContent): ICellData {
  if (formula !== undefined) return { f: formula, v: null, si: null, p: null, t: null };
  const emptied = { f: null, si: null, p: null };
  if (value === null) return { ...emptied, v: null, t: null };
  if (isCellError(value)) return { ...emptied, v: value.error, t: CellValueType.STRING };
  if (typeof value === "boolean") return { ...emptied, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value === "number") return { ...emptied, v: value, t: CellValueType.NUMBER };
  return { ...emptied, v: value, t: readsOtherwise(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

/** Levels and headings come again and again. */
const known = new Map<string, boolean>();
const knownMost = 10_000;

/** Whether the same text, typed, would become something else: a number, a date, a formula. Only such a text is shown with an apostrophe. */
function readsOtherwise(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  const otherwise =
    /^['=+-]/.test(text) ||
    /^(?:true|false)$/i.test(text) ||
    isErrorText(text) ||
    Number.isFinite(Number(text)) ||
    getNumfmtParseValueFilter(text) !== null;
  if (known.size >= knownMost) known.clear();
  known.set(text, otherwise);
  return otherwise;
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

const lines: Readonly<Record<BorderLine, BorderStyleTypes>> = {
  hair: BorderStyleTypes.HAIR,
  thin: BorderStyleTypes.THIN,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  dashDot: BorderStyleTypes.DASH_DOT,
  dashDotDot: BorderStyleTypes.DASH_DOT_DOT,
  double: BorderStyleTypes.DOUBLE,
  medium: BorderStyleTypes.MEDIUM,
  mediumDashed: BorderStyleTypes.MEDIUM_DASHED,
  mediumDashDot: BorderStyleTypes.MEDIUM_DASH_DOT,
  mediumDashDotDot: BorderStyleTypes.MEDIUM_DASH_DOT_DOT,
  slantDashDot: BorderStyleTypes.SLANT_DASH_DOT,
  thick: BorderStyleTypes.THICK,
};

/** The parts of a format that are given, as a style that leaves the rest of a cell's style alone. */
export function toStyle(format: Partial<CellFormat>): IStyleData {
  const given = <K extends keyof CellFormat>(key: K, style: (value: CellFormat[K]) => IStyleData): IStyleData => {
    const value = format[key];
    return value === undefined ? {} : style(value);
  };
  return {
    ...given("fill", (color) => ({ bg: color === "" ? null : { rgb: color } })),
    ...given("fontName", (ff) => ({ ff })),
    ...given("fontColor", (color) => ({ cl: { rgb: color } })),
    ...given("fontSize", (fs) => ({ fs })),
    ...given("bold", (on) => ({ bl: truth(on) })),
    ...given("italic", (on) => ({ it: truth(on) })),
    ...given("underline", (on) => ({ ul: { s: truth(on) } })),
    ...given("strikethrough", (on) => ({ st: { s: truth(on) } })),
    ...given("horizontal", (alignment) => ({ ht: horizontal[alignment] })),
    ...given("vertical", (alignment) => ({ vt: vertical[alignment] })),
    ...given("wrap", (on) => ({ tb: on ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW })),
    ...toBorders(format),
  };
}

function toBorders({ borderTop, borderBottom, borderLeft, borderRight }: Partial<CellFormat>): IStyleData {
  const sides = { t: borderTop, b: borderBottom, l: borderLeft, r: borderRight };
  const given = Object.entries(sides).flatMap(([side, border]) => (border === undefined ? [] : [[side, toBorder(border)] as const]));
  return given.length === 0 ? {} : { bd: Object.fromEntries(given) };
}

function toBorder(border: Border | null): Nullable<IBorderStyleData> {
  return border && { s: lines[border.line], cl: { rgb: border.color } };
}

/** Where a cell keeps that it may be edited while its sheet is protected; the grid has no such style. */
const unlocked = { unlocked: true };

export function toCustom({ locked }: Partial<CellFormat>): Pick<ICellData, "custom"> {
  return locked === undefined ? {} : { custom: locked ? null : unlocked };
}

export function toFormat(style: Nullable<IStyleData>, custom: ICellData["custom"]): CellFormat {
  return {
    fill: style?.bg?.rgb ?? plainFormat.fill,
    fontName: style?.ff ?? plainFormat.fontName,
    fontColor: style?.cl?.rgb ?? plainFormat.fontColor,
    fontSize: style?.fs ?? plainFormat.fontSize,
    bold: style?.bl === BooleanNumber.TRUE,
    italic: style?.it === BooleanNumber.TRUE,
    underline: style?.ul?.s === BooleanNumber.TRUE,
    strikethrough: style?.st?.s === BooleanNumber.TRUE,
    horizontal: keyOf(horizontal, style?.ht) ?? plainFormat.horizontal,
    vertical: keyOf(vertical, style?.vt) ?? plainFormat.vertical,
    wrap: style?.tb === WrapStrategy.WRAP,
    locked: custom?.["unlocked"] !== true,
    borderTop: fromBorder(style?.bd?.t),
    borderBottom: fromBorder(style?.bd?.b),
    borderLeft: fromBorder(style?.bd?.l),
    borderRight: fromBorder(style?.bd?.r),
  };
}

function fromBorder(border: Nullable<IBorderStyleData>): Border | null {
  const line = border && keyOf(lines, border.s);
  return line ? { line, color: border.cl.rgb ?? "#000000" } : null;
}

function truth(value: boolean): BooleanNumber {
  return value ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
