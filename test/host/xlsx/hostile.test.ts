import { MemoryWorkbook } from "../../../src/host/workbook/memory";
import { describeProblem, type FileProblem } from "../../../src/host/xlsx/problem";
import { openWorkbook } from "../../../src/host/xlsx/workbook-file";
import { usualLimits, type Limits } from "../../../src/host/xlsx/zip-reader";
import { writeZip } from "../../../src/host/xlsx/zip-writer";
import { at, fileOptions, open, partTexts, save } from "../../support/workbook-file";

/** Files that nobody should open: each is refused with a sentence, and the workbook stays as it was. */
describe("refused", () => {
  let port: MemoryWorkbook;
  let good: Uint8Array;
  let parts: ReadonlyMap<string, string>;
  const sheetPart = "xl/worksheets/sheet1.xml";

  beforeAll(async () => {
    const source = new MemoryWorkbook();
    source.activeSheet().write(at("A1:B2"), [
      [{ value: "Job" }, { value: 1 }],
      [{ value: "Other" }, { value: 2, formula: "=1+1" }],
    ]);
    good = await save(source);
    parts = await partTexts(good);
  });
  beforeEach(() => {
    port = new MemoryWorkbook();
    port.activeSheet().write(at("C3"), [[{ value: "mine" }]]);
    port.setName("Mine", "=Sheet1!$C$3");
  });

  async function refused(bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<FileProblem> {
    const outcome = await openWorkbook(port, bytes, { ...fileOptions, limits: { ...usualLimits, ...limits } });
    expect(port.sheets().map((sheet) => sheet.name())).toEqual(["Sheet1"]);
    expect(port.activeSheet().usedArea()).toEqual(at("C3"));
    expect([...port.names().keys()]).toEqual(["Mine"]);
    if (outcome.kind === "opened") throw new Error("The file was opened.");
    expect(describeProblem(outcome)).toMatch(/^[A-Z].*\.$/s);
    return outcome;
  }

  const changed = (changes: Readonly<Record<string, string | undefined>>) => {
    const texts = new Map([...parts, ...Object.entries(changes)]);
    return writeZip([...texts].flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])));
  };
  const withCells = (rows: string) =>
    changed({ [sheetPart]: parts.get(sheetPart)!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>`) });

  test("nothing, a text, a picture, a file of Excel 97", async () => {
    expect(await refused(new Uint8Array())).toEqual({ kind: "empty" });
    expect(await refused(new TextEncoder().encode("Job,Level\n1,2\n"))).toEqual({ kind: "notZip" });
    expect(await refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47))).toEqual({ kind: "notZip" });
    expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0))).toEqual({ kind: "oldFormat" });
  });

  test("an encrypted workbook, and an encrypted zip file", async () => {
    const stream = Array.from("EncryptedPackage", (letter) => [letter.charCodeAt(0), 0]).flat();
    expect(await refused(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...stream))).toEqual({ kind: "encrypted" });
    const marked = good.slice();
    const view = new DataView(marked.buffer);
    const entry = findLast(marked, 0x02014b50);
    view.setUint16(entry + 8, view.getUint16(entry + 8, true) | 1, true);
    expect(await refused(marked)).toEqual({ kind: "encrypted" });
  });

  test("other documents: OpenDocument, a letter, a binary workbook, any zip file", async () => {
    const types = parts.get("[Content_Types].xml")!;
    const main = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    expect(await refused(await writeZip([["mimetype", "application/vnd.oasis.opendocument.spreadsheet"]]))).toEqual({
      kind: "notWorkbook",
      found: "OpenDocument",
    });
    expect(await refused(await writeZip([["readme.xml", "<a/>"]]))).toEqual({ kind: "notWorkbook", found: "nothing known" });
    const letter = types.replace(main, "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml");
    expect(await refused(await changed({ "[Content_Types].xml": letter }))).toEqual({ kind: "notWorkbook", found: "document" });
    const binary = types.replace(main, "application/vnd.ms-excel.sheet.binary.macroEnabled.main");
    expect(await refused(await changed({ "[Content_Types].xml": binary }))).toEqual({ kind: "notWorkbook", found: "binary workbook" });
  });

  test("cut off anywhere", async () => {
    for (let length = 4; length < good.length; length += 97)
      expect(await refused(good.slice(0, length))).toMatchObject({ kind: "damaged" });
  });

  test("a byte turned over in a part that is read", async () => {
    const entry = findLast(good, 0x04034b50);
    const bytes = good.slice();
    bytes[entry + 60]! ^= 0xff;
    expect(await refused(bytes)).toMatchObject({ kind: "damaged" });
  });

  test("a part whose contents are not those that its checksum was made of", async () => {
    const bytes = good.slice();
    bytes[findLast(bytes, 0x02014b50) + 16]! ^= 0xff;
    expect(await refused(bytes)).toMatchObject({ kind: "damaged", what: "its contents are not what they were when it was saved." });
  });

  test("too many bytes, parts or cells", async () => {
    expect(await refused(good, { fileBytes: 100 })).toEqual({ kind: "fileTooLarge", bytes: good.length, limit: 100 });
    expect(await refused(good, { parts: 3 })).toMatchObject({ kind: "tooManyParts", limit: 3 });
    expect(await refused(good, { cells: 3 })).toEqual({ kind: "tooManyCells", sheet: "Sheet1", limit: 3 });
    expect(await refused(good, { unzippedBytes: 1000 })).toEqual({ kind: "unzippedTooLarge", limit: 1000 });
  });

  test("a zip bomb: a part that unpacks to a thousand times its size", async () => {
    const bomb = await changed({ [sheetPart]: `<worksheet>${" ".repeat(30_000_000)}</worksheet>` });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toMatchObject({ kind: "tooCompressed", part: sheetPart });
  });

  test("a zip bomb that says it is small", async () => {
    const bomb = await changed({ [sheetPart]: `<worksheet>${" ".repeat(30_000_000)}</worksheet>` });
    const view = new DataView(bomb.buffer);
    for (let entry = bomb.length - 4; entry >= 0; entry--) {
      if (view.getUint32(entry, true) !== 0x02014b50 || view.getUint32(entry + 24, true) < 1_000_000) continue;
      view.setUint32(entry + 24, 5000, true);
    }
    const before = process.memoryUsage().arrayBuffers;
    expect(await refused(bomb)).toEqual({ kind: "damaged", where: sheetPart, what: "it cannot be unpacked." });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
  });

  test("two million cells announced, and more cells than are taken in", async () => {
    const announced = await changed({
      [sheetPart]: parts.get(sheetPart)!.replace(/<dimension ref="[^"]*"\/>/, '<dimension ref="A1:T100000"/>'),
    });
    // What a file announces costs nothing: its cells are counted.
    expect((await open(announced)).port.activeSheet().usedArea()).toEqual(at("A1:B2"));
    const row = Array.from({ length: 100 }, () => "<c><v>1</v></c>").join("");
    const many = await withCells(Array.from({ length: 2_000 }, () => `<row>${row}</row>`).join(""));
    expect(await refused(many, { cells: 199_999, ratio: 10_000 })).toMatchObject({ kind: "tooManyCells" });
  });

  test("entities that multiply, and any document type at all", async () => {
    const laughs = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>${parts.get(sheetPart)!.replace(/^<\?xml.*?\?>/s, "")}`;
    expect(await refused(await changed({ [sheetPart]: laughs }))).toMatchObject({ kind: "damaged" });
  });

  test.each([
    ["a text that is missing", '<row r="1"><c r="A1" t="s"><v>99</v></c></row>', "Sheet1, cell A1"],
    ["a number that is none", '<row r="1"><c r="A1"><v>12x</v></c></row>', "Sheet1, cell A1"],
    ["a value of no kind", '<row r="1"><c r="A1" t="q"><v>1</v></c></row>', "Sheet1, cell A1"],
    ["a cell in another row", '<row r="1"><c r="A2"><v>1</v></c></row>', "Sheet1"],
    ["a row beyond the last", '<row r="1048577"><c><v>1</v></c></row>', "Sheet1"],
    ["a shared formula without its first", '<row r="1"><c r="A1"><f t="shared" si="0"/><v>1</v></c></row>', "Sheet1, cell A1"],
    ["a date that is none", '<row r="1"><c r="A1" t="d"><v>yesterday</v></c></row>', "Sheet1, cell A1"],
    ["an array elsewhere", '<row r="1"><c r="A1"><f t="array" ref="B1:C9">1</f></c></row>', "Sheet1, cell A1"],
    ["elements that are not closed", "<row>", "The file"],
    ["an unknown entity", '<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>', "The file"],
  ])("damaged: %s", async (_, rows, where) => {
    expect(await refused(await withCells(rows))).toMatchObject({ kind: "damaged", where });
  });

  test("a sheet whose part is missing, and a workbook without sheets", async () => {
    expect(await refused(await changed({ [sheetPart]: undefined }))).toMatchObject({ kind: "damaged", where: "Sheet1" });
    const none = parts.get("xl/workbook.xml")!.replace(/<sheets>.*<\/sheets>/s, "<sheets/>");
    expect(await refused(await changed({ "xl/workbook.xml": none }))).toMatchObject({ kind: "damaged", where: "The workbook" });
  });

  test("a sheet of a hundred thousand nested elements, and one with areas without end, take no time", async () => {
    const nested = `<worksheet>${"<a>".repeat(100_000)}</worksheet>`;
    expect(await refused(await changed({ [sheetPart]: nested }), { ratio: 1e6 })).toMatchObject({ kind: "damaged" });
    const rules = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const validation =
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576 A:XFD"><formula1>"a"</formula1></dataValidation></dataValidations>';
    const sheet = parts.get(sheetPart)!.replace("</sheetData>", `</sheetData>${rules}${validation}`);
    const started = performance.now();
    await open(await changed({ [sheetPart]: sheet }));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

/** Where a four-byte mark stands last. */
function findLast(bytes: Uint8Array, mark: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = bytes.length - 4;
  while (place >= 0 && view.getUint32(place, true) !== mark) place--;
  return place;
}
