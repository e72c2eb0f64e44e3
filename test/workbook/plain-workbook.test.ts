import ExcelJS from "exceljs";
import { openPlainWorkbook, plainWorkbook } from "../../src/workbook/plain-workbook";
import { openOfficePage } from "../support/office";

jest.setTimeout(30_000);

const SHEETS = [
  { name: "About", rows: [["Scenario, not an outcome"], ["=1+1 & <b>"]], widths: [40] },
  {
    name: "Bands",
    rows: [
      ["Band", "Jobs"],
      ["5", 12.5],
      ["8a", null],
    ],
    widths: [10, 10],
  },
];

async function parsed(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  return book;
}

test("another reader finds the values, and nothing but values", async () => {
  const book = await parsed(plainWorkbook(SHEETS));
  expect(book.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ["About", "visible"],
    ["Bands", "visible"],
  ]);
  // A text that looks like a formula is a text.
  expect(book.getWorksheet("About")!.getCell("A2").value).toBe("=1+1 & <b>");
  expect(book.getWorksheet("About")!.getCell("A2").type).toBe(ExcelJS.ValueType.String);
  expect(book.getWorksheet("Bands")!.getCell("B2").value).toBe(12.5);
  expect(book.getWorksheet("Bands")!.getCell("A2").value).toBe("5");
  expect(book.getWorksheet("Bands")!.getCell("B3").value).toBeNull();
  expect(book.definedNames.model).toEqual([]);
});

test("no part of the file is of any other kind", () => {
  const text = new TextDecoder("latin1").decode(plainWorkbook(SHEETS));
  // The directory at the end of the file names every part; a name follows 46 bytes after the mark.
  const parts = text
    .split("PK\u0001\u0002")
    .slice(1)
    .map((entry) => /^[\w/.[\]]+?\.(xml\.rels|rels|xml)/.exec(entry.slice(42))?.[0]);
  expect(parts).toEqual([
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/sheet2.xml",
  ]);
});

test("it is opened as a new workbook through Excel", async () => {
  const opened: (string | undefined)[] = [];
  const page = await openOfficePage({ openWorkbook: (file) => void opened.push(file) });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  expect(await openPlainWorkbook(SHEETS)).toMatchObject({ ok: true });
  page.close();
  expect(opened).toHaveLength(1);
  const book = await parsed(Uint8Array.from(Buffer.from(opened[0]!, "base64")));
  expect(book.worksheets).toHaveLength(2);
});
