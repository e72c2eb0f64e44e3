import { cellAddress } from "./address";
import { type Outcome, run } from "./failure";

/** A sheet of values for other eyes: no formulas, names, comments, links, settings or properties can be in it. */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** Widths in characters. */
  readonly widths: readonly number[];
}

/** Opens a new workbook with the sheets, which the person then saves; the workbook at hand is not touched. */
export async function openPlainWorkbook(sheets: readonly PlainSheet[]): Promise<Outcome<void>> {
  if (!Office.context.requirements.isSetSupported("ExcelApi", "1.8")) return { ok: false, failure: { kind: "not-available" } };
  return run(() => Excel.createWorkbook(base64(plainWorkbook(sheets))));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook file written from nothing but these values. */
export function plainWorkbook(sheets: readonly PlainSheet[]): Uint8Array {
  const numbers = sheets.map((_, index) => index + 1);
  return storedZip([
    [
      "[Content_Types].xml",
      `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${numbers.map((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers.map((number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      "xl/styles.xml",
      `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`,
    ],
    ...sheets.map((sheet, index): Part => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet)]),
  ]);
}

function sheetXml({ rows, widths }: PlainSheet): string {
  const columns = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("");
  const lines = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cellAddress(row, column), cell, row === 0)).join("")}</row>`,
    )
    .join("");
  return `${XML}<worksheet xmlns="${MAIN}"><cols>${columns}</cols><sheetData>${lines}</sheetData></worksheet>`;
}

/** The first row is bold. */
function cellXml(address: string, cell: string | number | null, bold: boolean): string {
  const style = ` r="${address}"${bold ? ' s="1"' : ""}`;
  if (cell === null) return `<c${style}/>`;
  if (typeof cell === "number") return `<c${style}><v>${cell}</v></c>`;
  return `<c${style} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

const escaped = (text: string): string =>
  text
    // Characters that XML cannot hold.
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

type Part = readonly [name: string, text: string];

/** Parts one after the other, not compressed: a few small sheets. */
function storedZip(parts: readonly Part[]): Uint8Array {
  const encoder = new TextEncoder();
  const [pieces, directory] = [[] as Uint8Array[], [] as Uint8Array[]];
  let offset = 0;
  for (const [name, text] of parts) {
    const [nameBytes, bytes] = [encoder.encode(name), encoder.encode(text)];
    // 1 January 1980: what a file holds depends on the values alone.
    const described = [
      [2, 0x0800],
      [2, 0],
      [2, 0],
      [2, 0x21],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, nameBytes.length],
    ];
    const local = joined([fields([[4, 0x04034b50], [2, 20], ...described, [2, 0]]), nameBytes, bytes]);
    directory.push(
      joined([fields([[4, 0x02014b50], [2, 20], [2, 20], ...described, [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]]), nameBytes]),
    );
    pieces.push(local);
    offset += local.length;
  }
  const index = joined(directory);
  const end = fields([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, parts.length],
    [2, parts.length],
    [4, index.length],
    [4, offset],
    [2, 0],
  ]);
  return joined([...pieces, index, end]);
}

/** Little-endian numbers of so many bytes each. */
function fields(values: readonly (readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap(([size = 0, value = 0]) => Array.from({ length: size }, (_, byte) => (value >>> (8 * byte)) & 0xff)),
  );
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
