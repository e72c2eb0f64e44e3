/** Reads the XML of a workbook's parts, and writes texts into it. Names come without their namespace's prefix. */

export type Attributes = Readonly<Record<string, string>>;

export interface XmlVisitor {
  open(name: string, attributes: Attributes): void;
  /** Texts between tags, with what they escape resolved; several may follow each other. */
  text(text: string): void;
  close(name: string): void;
}

/** A part that is no well-formed XML, or that declares entities, which no workbook needs and hostile files multiply. */
export class XmlFault extends Error {}

const deepest = 256;

export function visitXml(xml: string, visitor: XmlVisitor): void {
  const path: string[] = [];
  let rooted = false;
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (tag > at || tag < 0) {
      const text = xml.slice(at, tag < 0 ? xml.length : tag);
      if (path.length > 0) visitor.text(unescapeXml(text));
      else if (text.trim() !== "" && text !== "\uFEFF") throw new XmlFault("There is text outside of the root element.");
    }
    if (tag < 0) break;
    if (xml.startsWith("<!--", tag)) at = after(xml, "-->", tag + 4);
    else if (xml.startsWith("<![CDATA[", tag)) {
      at = after(xml, "]]>", tag + 9);
      visitor.text(xml.slice(tag + 9, at - 3));
    } else if (xml.startsWith("<?", tag)) at = after(xml, "?>", tag + 2);
    else if (xml.startsWith("<!", tag)) throw new XmlFault("There is a document type declaration.");
    else {
      const end = tagEnd(xml, tag);
      at = end + 1;
      if (xml[tag + 1] === "/") {
        const name = localName(xml.slice(tag + 2, end).trim());
        if (path.pop() !== name) throw new XmlFault(`The element ${name} is closed where it is not open.`);
        visitor.close(name);
        continue;
      }
      if (path.length === 0 && rooted) throw new XmlFault("There is more than one root element.");
      rooted = true;
      const empty = xml[end - 1] === "/";
      const inner = xml.slice(tag + 1, empty ? end - 1 : end);
      const space = inner.search(/\s/);
      const name = localName(space < 0 ? inner : inner.slice(0, space));
      visitor.open(name, space < 0 ? noAttributes : readAttributes(inner.slice(space)));
      if (empty) visitor.close(name);
      else if (path.push(name) > deepest) throw new XmlFault("Elements are nested too deeply.");
    }
  }
  if (path.length > 0 || !rooted) throw new XmlFault("The text ends before its root element does.");
}

export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
}

/** Builds elements from what a visitor is told. */
export class TreeBuilder implements XmlVisitor {
  root: XmlElement | undefined;
  private readonly path: OpenElement[] = [];

  open(name: string, attributes: Attributes): void {
    const element: OpenElement = { name, attributes, children: [], text: "" };
    this.path.at(-1)?.children.push(element);
    this.root ??= element;
    this.path.push(element);
  }
  text(text: string): void {
    const element = this.path.at(-1);
    if (element) element.text += text;
  }
  close(): void {
    this.path.pop();
  }
}

export function parseXml(xml: string): XmlElement {
  const builder = new TreeBuilder();
  visitXml(xml, builder);
  // visitXml has thrown where there is no root.
  return builder.root!;
}

export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((candidate) => candidate.name === name);
}

export function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((candidate) => candidate.name === name) ?? [];
}

/** `1`, `true` and their kin; `absent` where the attribute is missing. */
export function flag(attributes: Attributes, name: string, absent = false): boolean {
  const text = attributes[name];
  return text === undefined ? absent : text === "1" || text === "true" || text === "on";
}

/** For attributes and texts between tags. */
export function escapeXml(text: string): string {
  return /[<>&"\n\t]/.test(text) ? text.replace(/[<>&"\n\t]/g, (sign) => escaped[sign]!) : text;
}

const escaped: Readonly<Record<string, string>> = {
  "<": "&lt;",
  ">": "&gt;",
  "&": "&amp;",
  '"': "&quot;",
  // A line end within an attribute would else be read as a blank.
  "\n": "&#10;",
  "\t": "&#9;",
};

/**
 * What XML cannot hold stands in cell texts as `_x` and four hexadecimal digits (ST_Xstring of ECMA-376), and a text that
 * happens to look like that has its first underscore written so.
 */
export function escapeCellText(text: string): string {
  return escapeXml(text.replace(special, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`));
}

/** Built from numbers, so that no sign that cannot be seen stands in this file. */
const special = new RegExp(
  [
    "_(?=x[0-9A-Fa-f]{4}_)",
    "[\\u0000-\\u0008\\u000B-\\u001F\\uFFFE\\uFFFF]",
    "[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])",
    "(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]",
  ].join("|"),
  "g",
);

export function unescapeCellText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

const noAttributes: Attributes = {};
const attribute = /\s([^\s=]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;

function readAttributes(text: string): Attributes {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
  attribute.lastIndex = 0;
  let end = 0;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    end = attribute.lastIndex;
    const [, name = "", double, single] = match;
    const local = localName(name);
    // `r:id` beside `id`: the name without a prefix is the element's own.
    if (local === name || !(local in attributes)) attributes[local] = unescapeXml(double ?? single ?? "");
  }
  if (text.slice(end).trim() !== "") throw new XmlFault(`These are no attributes: ${text.slice(end, end + 40)}`);
  return attributes;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The `>` of a tag; one within an attribute's quotes is not it. */
function tagEnd(xml: string, from: number): number {
  for (let at = from; at < xml.length; at++) {
    const sign = xml.charCodeAt(at);
    if (sign === closing) return at;
    if (sign !== quote && sign !== apostrophe) continue;
    at = xml.indexOf(xml[at]!, at + 1);
    if (at < 0) break;
  }
  throw new XmlFault("A tag has no end.");
}

const [closing, quote, apostrophe] = [62, 34, 39];

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new XmlFault(`${mark} is missing.`);
  return at + mark.length;
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (text.includes("\r")) text = text.replace(/\r\n?/g, "\n");
  if (!text.includes("&")) return text;
  return text.replace(/&([^;\s]{0,10});?/g, (whole, name: string) => {
    const code = /^#x([0-9A-Fa-f]+)$/.exec(name)?.[1];
    const decimal = /^#(\d+)$/.exec(name)?.[1];
    const point = code !== undefined ? parseInt(code, 16) : decimal !== undefined ? Number(decimal) : undefined;
    if (point !== undefined && point <= 0x10ffff) return String.fromCodePoint(point);
    const sign = named[name];
    if (sign === undefined || !whole.endsWith(";")) throw new XmlFault(`${whole} stands for nothing.`);
    return sign;
  });
}
