import {
  plainFormat,
  type Border,
  type BorderLine,
  type CellFormat,
  type HorizontalAlignment,
  type VerticalAlignment,
} from "../../workbook/format";
import type { ConditionalStyle } from "../../workbook/rule";
import { officeTheme, readColor } from "../color";
import type { Look } from "../content";
import { readNumberFormat } from "../number-format";
import { child, children, flag, type XmlElement } from "../xml";

/** The looks that a file's cells name by number. */
export interface Styles {
  readonly looks: readonly (Look | undefined)[];
  /** What conditional formats change. */
  readonly differences: readonly ConditionalStyle[];
}

export function readStyles(root: XmlElement | undefined, theme: readonly string[]): Styles {
  const custom = new Map(
    children(child(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      attributes["formatCode"] ?? "General",
    ]),
  );
  const fonts = children(child(root, "fonts"), "font").map((font) => readFont(font, theme));
  const fills = children(child(root, "fills"), "fill").map((fill) => readFill(fill, theme));
  const borders = children(child(root, "borders"), "border").map((border) => readBorders(border, theme));
  const looks = children(child(root, "cellXfs"), "xf").map((xf): Look | undefined => {
    const { attributes } = xf;
    const format: CellFormat = {
      ...plainFormat,
      ...fonts[Number(attributes["fontId"] ?? 0)],
      fill: fills[Number(attributes["fillId"] ?? 0)] ?? plainFormat.fill,
      ...borders[Number(attributes["borderId"] ?? 0)],
      ...readAlignment(child(xf, "alignment")),
      locked: flag(child(xf, "protection")?.attributes ?? {}, "locked", true),
    };
    const numberFormat = readNumberFormat(Number(attributes["numFmtId"] ?? 0), custom);
    const plain = sameFormat(format, plainFormat);
    return plain && numberFormat === "General" ? undefined : { numberFormat, format: plain ? undefined : format };
  });
  const differences = children(child(root, "dxfs"), "dxf").map((dxf) => readDifference(dxf, theme));
  return { looks, differences };
}

/** The colours of a theme part, in the order in which they are numbered: light comes before dark, the part has it the other way. */
export function readTheme(root: XmlElement | undefined): readonly string[] {
  const scheme = child(child(root, "themeElements"), "clrScheme");
  if (!scheme) return officeTheme;
  const colors = scheme.children.map(({ children: [color] }) => color?.attributes["lastClr"] ?? color?.attributes["val"] ?? "000000");
  const [dark = "000000", light = "FFFFFF", dark2 = "44546A", light2 = "E7E6E6", ...accents] = colors;
  return [light, dark, light2, dark2, ...accents];
}

function readFont(font: XmlElement, theme: readonly string[]): Partial<CellFormat> {
  const value = (name: string) => child(font, name)?.attributes["val"];
  const color = readColor(child(font, "color")?.attributes, theme);
  const size = Number(value("sz") ?? plainFormat.fontSize);
  return {
    fontName: value("name") ?? plainFormat.fontName,
    fontColor: color === "" ? plainFormat.fontColor : color,
    fontSize: Number.isFinite(size) && size > 0 ? size : plainFormat.fontSize,
    ...readFontFlags(font),
  };
}

const fontFlags = { b: "bold", i: "italic", strike: "strikethrough" } as const;

/** Only what the file says: in a conditional format, what it does not say stays as it is. */
function readFontFlags(font: XmlElement): Partial<CellFormat> {
  const flags = font.children.flatMap(({ name, attributes }): [string, boolean][] => {
    if (name === "u") return [["underline", attributes["val"] !== "none"]];
    return name in fontFlags ? [[fontFlags[name as keyof typeof fontFlags], flag(attributes, "val", true)]] : [];
  });
  return Object.fromEntries(flags);
}

function readFill(fill: XmlElement, theme: readonly string[]): string {
  const pattern = child(fill, "patternFill");
  return pattern?.attributes["patternType"] === "solid" ? readColor(child(pattern, "fgColor")?.attributes, theme) : "";
}

const borderLines: readonly string[] = [
  "hair",
  "thin",
  "dotted",
  "dashed",
  "dashDot",
  "dashDotDot",
  "double",
  "medium",
  "mediumDashed",
  "mediumDashDot",
  "mediumDashDotDot",
  "slantDashDot",
  "thick",
] satisfies BorderLine[];

function readBorders(border: XmlElement, theme: readonly string[]): Partial<CellFormat> {
  const side = (...names: string[]): Border | null => {
    const found = names.map((name) => child(border, name)).find(Boolean);
    const line = found?.attributes["style"];
    if (line === undefined || !borderLines.includes(line)) return null;
    const color = readColor(child(found, "color")?.attributes, theme);
    return { line: line as BorderLine, color: color === "" ? "#000000" : color };
  };
  return {
    borderTop: side("top"),
    borderBottom: side("bottom"),
    // Files in the strict form have sides that follow the direction of writing.
    borderLeft: side("left", "start"),
    borderRight: side("right", "end"),
  };
}

const horizontal: Readonly<Record<string, HorizontalAlignment>> = {
  left: "Left",
  center: "Center",
  right: "Right",
  centerContinuous: "Center",
};
const vertical: Readonly<Record<string, VerticalAlignment>> = { top: "Top", center: "Center", distributed: "Center", justify: "Top" };

function readAlignment(alignment: XmlElement | undefined): Partial<CellFormat> {
  const attributes = alignment?.attributes ?? {};
  return {
    horizontal: horizontal[attributes["horizontal"] ?? ""] ?? plainFormat.horizontal,
    vertical: vertical[attributes["vertical"] ?? ""] ?? plainFormat.vertical,
    wrap: flag(attributes, "wrapText"),
  };
}

function readDifference(dxf: XmlElement, theme: readonly string[]): ConditionalStyle {
  const font = child(dxf, "font");
  const pattern = child(child(dxf, "fill"), "patternFill");
  // In a difference a solid fill is the background's colour.
  const fill = readColor((child(pattern, "bgColor") ?? child(pattern, "fgColor"))?.attributes, theme);
  const fontColor = readColor(child(font, "color")?.attributes, theme);
  return {
    ...(fill === "" ? {} : { fill }),
    ...(fontColor === "" ? {} : { fontColor }),
    ...(font ? readFontFlags(font) : {}),
  };
}

function sameFormat(a: CellFormat, b: CellFormat): boolean {
  return (Object.keys(plainFormat) as (keyof CellFormat)[]).every((key) => {
    const [left, right] = [a[key], b[key]];
    if (typeof left === "object" && left !== null && typeof right === "object" && right !== null)
      return left.line === right.line && left.color === right.color;
    return left === right;
  });
}
