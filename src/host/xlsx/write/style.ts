import { plainFormat, type Border, type CellFormat } from "../../workbook/format";
import type { ConditionalStyle } from "../../workbook/rule";
import { fileColor } from "../color";
import type { Look } from "../content";
import { NumberFormats } from "../number-format";
import { escapeXml } from "../xml";
import { spreadsheetNamespace, xmlHead } from "./part";

const plainLook: Look = { numberFormat: "General", format: undefined };

/** Numbers the looks of cells and the differences of conditional formats, and writes the part that holds them. */
export class StyleSheet {
  private readonly numberFormats = new NumberFormats();
  private readonly fonts = new Pool([fontXml(plainFormat)]);
  /** Excel takes the first two for its own, whatever they say. */
  private readonly fills = new Pool([fillXml("none", ""), fillXml("gray125", "")]);
  private readonly borders = new Pool([borderXml(plainFormat)]);
  private readonly crossed = new Pool([xfXml(plainFormat, { numberFormat: 0, font: 0, fill: 0, border: 0 }, false)]);
  private readonly differences = new Pool([]);
  private readonly known = { plain: new Map<Look, number>(), apostrophe: new Map<Look, number>() };

  /** With `apostrophe`, of a text that is to stay a text when it is typed again. */
  look(look: Look | undefined, apostrophe = false): number {
    if (!look && !apostrophe) return 0;
    const { format = plainFormat, numberFormat } = look ?? { numberFormat: "General" };
    const key = look ?? plainLook;
    const known = this.known[apostrophe ? "apostrophe" : "plain"];
    const found = known.get(key);
    if (found !== undefined) return found;
    const numbers = {
      numberFormat: this.numberFormats.id(numberFormat),
      font: this.fonts.id(fontXml(format)),
      fill: format.fill === "" ? 0 : this.fills.id(fillXml("solid", format.fill)),
      border: this.borders.id(borderXml(format)),
    };
    const id = this.crossed.id(xfXml(format, numbers, apostrophe));
    known.set(key, id);
    return id;
  }

  difference(style: ConditionalStyle): number {
    return this.differences.id(differenceXml(style));
  }

  part(): string {
    const formats = [...this.numberFormats.custom].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`);
    return [
      xmlHead,
      `<styleSheet xmlns="${spreadsheetNamespace}">`,
      formats.length === 0 ? "" : `<numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
      this.fonts.list("fonts"),
      this.fills.list("fills"),
      this.borders.list("borders"),
      `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`,
      this.crossed.list("cellXfs"),
      `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>`,
      this.differences.list("dxfs"),
      `<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/>`,
      "</styleSheet>",
    ].join("");
  }
}

/** Elements of one kind, each once, by their number. */
class Pool {
  private readonly ids: Map<string, number>;

  constructor(first: readonly string[]) {
    this.ids = new Map(first.map((xml, index) => [xml, index]));
  }
  id(xml: string): number {
    const id = this.ids.get(xml) ?? this.ids.size;
    this.ids.set(xml, id);
    return id;
  }
  list(name: string): string {
    return `<${name} count="${this.ids.size}">${[...this.ids.keys()].join("")}</${name}>`;
  }
}

function fontXml(format: CellFormat): string {
  const flags = `${format.bold ? "<b/>" : ""}${format.italic ? "<i/>" : ""}${format.strikethrough ? "<strike/>" : ""}${format.underline ? "<u/>" : ""}`;
  const color = `<color rgb="${fileColor(format.fontColor === "" ? plainFormat.fontColor : format.fontColor)}"/>`;
  return `<font>${flags}<sz val="${format.fontSize}"/>${color}<name val="${escapeXml(format.fontName)}"/></font>`;
}

function fillXml(pattern: string, color: string): string {
  const colors = color === "" ? "" : `<fgColor rgb="${fileColor(color)}"/><bgColor indexed="64"/>`;
  return `<fill><patternFill patternType="${pattern}"${colors === "" ? "/>" : `>${colors}</patternFill>`}</fill>`;
}

function borderXml({ borderLeft, borderRight, borderTop, borderBottom }: CellFormat): string {
  const side = (name: string, border: Border | null) =>
    border
      ? `<${name} style="${border.line}"><color rgb="${fileColor(border.color === "" ? "#000000" : border.color)}"/></${name}>`
      : `<${name}/>`;
  const sides = side("left", borderLeft) + side("right", borderRight) + side("top", borderTop) + side("bottom", borderBottom);
  return `<border>${sides}<diagonal/></border>`;
}

interface StyleNumbers {
  readonly numberFormat: number;
  readonly font: number;
  readonly fill: number;
  readonly border: number;
}

function xfXml(format: CellFormat, { numberFormat, font, fill, border }: StyleNumbers, apostrophe: boolean): string {
  const { horizontal, vertical, wrap, locked } = format;
  const aligned = [
    horizontal === "General" ? "" : ` horizontal="${horizontal.toLowerCase()}"`,
    vertical === "Bottom" ? "" : ` vertical="${vertical.toLowerCase()}"`,
    wrap ? ` wrapText="1"` : "",
  ].join("");
  const parts = `${aligned === "" ? "" : `<alignment${aligned}/>`}${locked ? "" : `<protection locked="0"/>`}`;
  const applied = [
    apostrophe ? ` quotePrefix="1"` : "",
    numberFormat === 0 ? "" : ` applyNumberFormat="1"`,
    font === 0 ? "" : ` applyFont="1"`,
    fill === 0 ? "" : ` applyFill="1"`,
    border === 0 ? "" : ` applyBorder="1"`,
    aligned === "" ? "" : ` applyAlignment="1"`,
    locked ? "" : ` applyProtection="1"`,
  ].join("");
  const start = `<xf numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${applied}`;
  return parts === "" ? `${start}/>` : `${start}>${parts}</xf>`;
}

function differenceXml(style: ConditionalStyle): string {
  const mark = (name: string, on: boolean | undefined) => (on === undefined ? "" : on ? `<${name}/>` : `<${name} val="0"/>`);
  const underline = style.underline === undefined ? "" : style.underline ? "<u/>" : `<u val="none"/>`;
  const color = style.fontColor ? `<color rgb="${fileColor(style.fontColor)}"/>` : "";
  const font = `${mark("b", style.bold)}${mark("i", style.italic)}${mark("strike", style.strikethrough)}${underline}${color}`;
  const fill = style.fill ? `<fill><patternFill><bgColor rgb="${fileColor(style.fill)}"/></patternFill></fill>` : "";
  return `<dxf>${font === "" ? "" : `<font>${font}</font>`}${fill}</dxf>`;
}
