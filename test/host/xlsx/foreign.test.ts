import ExcelJS from "exceljs";
import { MemoryWorkbook } from "../../../src/host/workbook/memory";
import { describeRemark } from "../../../src/host/xlsx/problem";
import { writeZip } from "../../../src/host/xlsx/zip-writer";
import { convert, libreOfficeTest } from "../../support/libre-office";
import { at, open, partTexts, save, sheetNamed } from "../../support/workbook-file";

/** Files that other programs make. */

libreOfficeTest("a file made by LibreOffice opens and keeps its values, dates, formulas, looks and rules", async () => {
  const { port } = await open(convert(new TextEncoder().encode(flatOpenDocument), "fods", "xlsx"));
  const jobs = sheetNamed(port, "Jobs & bands");
  expect(jobs.values(at("A1:E3"))).toEqual([
    ["Job", "Level", "Due", "Share", "Double"],
    ["Analyst  <two>", "007", 45_292, 0.25, 14],
    [null, 7, 45_293.5, true, { error: "#DIV/0!" }],
  ]);
  expect(jobs.formulas(at("E2:E3"))).toEqual([["=B3*2"], ["=1/0"]]);
  expect(jobs.numberFormats(at("C2"))[0]?.[0]?.toLowerCase()).toMatch(/^dd\/mm\/yyyy/);
  expect(jobs.format(at("A1"))).toMatchObject({ bold: true, fill: "#FFEE00" });
  // 5.08 cm are 144 points; LibreOffice counts in digits of another font.
  expect(Math.abs(jobs.columnWidth(0) - 144)).toBeLessThan(10);
  expect(jobs.merges()).toEqual([at("A5:B5")]);
  expect(jobs.notes()).toMatchObject([{ row: 0, column: 0, text: "A note" }]);
  expect(jobs.validations()).toMatchObject([{ areas: [at("B2")], validation: { rule: { kind: "list", source: "1,2,3" } } }]);
  expect([...port.names()]).toEqual([["Bands", "='Jobs & bands'!$A$1:$B$2"]]);
  expect(sheetNamed(port, "Hidden").visibility()).toBe("Hidden");
});

libreOfficeTest("a table of comma separated values that LibreOffice made a workbook of", async () => {
  const { port } = await open(convert(new TextEncoder().encode('Job,Level\n"Nurse, senior",5\n'), "csv", "xlsx"));
  expect(port.activeSheet().values(at("A1:B2"))).toEqual([
    ["Job", "Level"],
    ["Nurse, senior", 5],
  ]);
});

test("a file made by another library opens and keeps its values", async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Pay", { views: [{ state: "frozen", xSplit: 1, ySplit: 2 }] });
  sheet.addTable({
    name: "PayTable",
    ref: "A1",
    headerRow: true,
    style: { theme: "TableStyleLight3" },
    columns: [{ name: "Band" }, { name: "Pay" }, { name: "From" }],
    rows: [
      ["5", 29_970.5, new Date(Date.UTC(2024, 3, 1))],
      ["6", 37_338, new Date(Date.UTC(2025, 3, 1))],
    ],
  });
  sheet.getCell("C2").numFmt = "dd/mm/yyyy";
  sheet.getCell("E1").value = { formula: "SUM(B2:B3)", result: 67_308.5 };
  sheet.getCell("E2").value = { formula: 'A2&"!"', result: "5!" };
  sheet.getCell("E3").value = { richText: [{ text: "rich " }, { text: "text", font: { bold: true } }] };
  sheet.getCell("E4").value = { text: "link", hyperlink: "https://example.org/" };
  sheet.getCell("E5").value = { error: "#N/A" };
  sheet.getCell("E6").note = "noted";
  sheet.getCell("F1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FF00FF00" } };
  sheet.getColumn(2).width = 20;
  sheet.getCell("A9").dataValidation = { type: "whole", operator: "greaterThan", formulae: [3], allowBlank: true, showErrorMessage: true };
  book.addWorksheet("Away", { state: "veryHidden" });
  const { port, opened } = await open(new Uint8Array(await book.xlsx.writeBuffer()));
  const pay = sheetNamed(port, "Pay");
  expect(pay.values(at("A1:C3"))).toEqual([
    ["Band", "Pay", "From"],
    ["5", 29_970.5, 45_383],
    ["6", 37_338, 45_748],
  ]);
  expect(pay.values(at("E1:E5")).flat()).toEqual([67_308.5, "5!", "rich text", "link", { error: "#N/A" }]);
  expect(pay.formulas(at("E1:E2")).flat()).toEqual(["=SUM(B2:B3)", '=A2&"!"']);
  expect(pay.frozen()).toEqual({ rows: 2, columns: 1 });
  expect(pay.columnWidth(1)).toBe(105);
  expect(pay.format(at("F1")).fill).toBe("#00FF00");
  expect(pay.notes()).toMatchObject([{ row: 5, column: 4, text: "noted" }]);
  expect(port.tables().map((table) => [table.name(), table.style(), table.area()])).toEqual([
    ["PayTable", "TableStyleLight3", at("A1:C3")],
  ]);
  expect(pay.validations()).toMatchObject([
    { areas: [at("A9")], validation: { rule: { kind: "wholeNumber", comparison: "GreaterThan", operands: ["3"] } } },
  ]);
  expect(sheetNamed(port, "Away").visibility()).toBe("VeryHidden");
  expect(opened.remarks.map(describeRemark)).toEqual(['Left out on the sheet "Pay": links behind cells (their texts stay).']);
});

test("the other library reads what is saved here", async () => {
  const port = new MemoryWorkbook();
  port.activeSheet().write(at("A1:B2"), [
    [{ value: "Job" }, { value: "Score" }],
    [{ value: "=text" }, { value: 421, formula: "=JOB.JESCORE(A1:P1)" }],
  ]);
  port.addTable(port.activeSheet(), at("A1:B2"), "Register");
  port.activeSheet().setFormat(at("A1"), { bold: true, fill: "#112233" });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await save(port)).buffer as ArrayBuffer);
  const sheet = book.getWorksheet("Sheet1")!;
  expect(sheet.getCell("A2").value).toBe("=text");
  expect(sheet.getCell("B2").value).toMatchObject({ formula: "_xldudf_JOB_JESCORE(A1:P1)", result: 421 });
  expect(sheet.getCell("A1").font.bold).toBe(true);
  expect(sheet.getTables().length).toBe(1);
});

describe("what files hold that few programs write", () => {
  const withParts = async (changes: (parts: Map<string, string>) => void) => {
    const source = new MemoryWorkbook();
    source.activeSheet().write(at("A1"), [[{ value: "x" }]]);
    source.activeSheet().setNumberFormats(at("A2:A2"), [["dd/mm/yyyy"]]);
    const parts = new Map(await partTexts(await save(source)));
    changes(parts);
    return open(await writeZip([...parts]));
  };
  const sheetPart = "xl/worksheets/sheet1.xml";
  const cells = (rows: string, after = "") =>
    withParts((parts) =>
      parts.set(sheetPart, parts.get(sheetPart)!.replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${rows}</sheetData>${after}`)),
    );

  test("dates in words are numbers of days, not years", async () => {
    const { port } = await cells('<row r="1"><c r="A1" t="d"><v>2024-01-01T12:00:00</v></c><c r="B1" t="d"><v>1900-03-01</v></c></row>');
    // Day 61 is 1 March 1900, since day 60 never was.
    expect(port.activeSheet().values(at("A1:B1"))).toEqual([[45_292.5, 61]]);
  });

  test("cells and rows without numbers follow one another; names may have prefixes", async () => {
    const { port } = await withParts((parts) =>
      parts.set(
        sheetPart,
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="inlineStr"><x:is><x:t>two</x:t><x:rPh sb="0" eb="1"><x:t>no</x:t></x:rPh></x:is></x:c></x:row><x:row><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    );
    expect(port.activeSheet().values(at("A1:B2"))).toEqual([
      [1, "two"],
      [3, null],
    ]);
  });

  test("shared formulas move along; array formulas stand once", async () => {
    const shared =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:B2" si="0">$C1+D$2*Sheet1!E3</f><v>1</v></c><c r="B1"><f t="shared" si="0"/><v>2</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>3</v></c></row>';
    const array =
      '<row r="4"><c r="A4"><f t="array" ref="A4:B5">_xldudf_JOB_JEPOINTS(C1:D2)</f><v>1</v></c><c r="B4"><v>2</v></c></row><row r="5"><c r="A5"><v>3</v></c><c r="B5"><v>4</v></c><c r="C5"><v>5</v></c></row>';
    const { port } = await cells(shared + array);
    const sheet = port.activeSheet();
    expect(sheet.formulas(at("A1:B2"))).toEqual([
      ["=$C1+D$2*Sheet1!E3", "=$C1+E$2*Sheet1!F3"],
      ["=$C2+D$2*Sheet1!E4", ""],
    ]);
    expect(sheet.formulas(at("A4:B5"))).toEqual([
      ["=JOB.JEPOINTS(C1:D2)", ""],
      ["", ""],
    ]);
    expect(sheet.values(at("A4:C5"))).toEqual([
      [1, null, null],
      [null, null, 5],
    ]);
  });

  test("dates that count from 1904 show the same day; plain numbers stay", async () => {
    const { port, opened } = await withParts((parts) => {
      parts.set("xl/workbook.xml", parts.get("xl/workbook.xml")!.replace("<workbookPr/>", '<workbookPr date1904="1"/>'));
      parts.set(
        sheetPart,
        parts
          .get(sheetPart)!
          .replace(
            /<sheetData>.*<\/sheetData>/s,
            '<sheetData><row r="1"><c r="A1" s="1"><v>0</v></c><c r="B1"><v>0</v></c></row></sheetData>',
          ),
      );
    });
    // Day 1462 of the count from 1900 is 1 January 1904.
    expect(port.activeSheet().values(at("A1:B1"))).toEqual([[1462, 0]]);
    expect(opened.remarks.map(describeRemark)).toEqual([
      "The workbook counted dates from 1904; they were converted and show the same days.",
    ]);
  });

  test("formulas that read other workbooks keep their last values, and it is said", async () => {
    const { port, opened } = await cells(
      '<row r="1"><c r="A1"><f>[1]Pay!B2*2</f><v>42</v></c><c r="B1"><f>FANCY.NEW(A1)</f><v>7</v></c></row>',
    );
    expect(port.activeSheet().values(at("A1:B1"))).toEqual([[42, 7]]);
    expect(port.activeSheet().formulas(at("A1:B1"))).toEqual([["", "=FANCY.NEW(A1)"]]);
    expect(opened.remarks.map(describeRemark)).toEqual([
      "1 formula reads other workbooks; the values they last had are kept in their place.",
    ]);
  });

  test("macros are left out, and it is said", async () => {
    const { opened } = await withParts((parts) =>
      parts.set(
        "[Content_Types].xml",
        parts
          .get("[Content_Types].xml")!
          .replace(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
          ),
      ),
    );
    expect(opened.remarks.map(describeRemark)).toEqual([
      "The file has macros. They were left out, and are not in what is saved from here.",
    ]);
  });

  test("rules that are not carried are named; a prompt without a rule stays", async () => {
    const rules =
      '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="min"/><cfvo type="max"/><color rgb="FF000000"/></dataBar></cfRule><cfRule type="containsBlanks" dxfId="0" priority="2"><formula>LEN(TRIM(A1))=0</formula></cfRule></conditionalFormatting><dataValidations><dataValidation showInputMessage="1" prompt="From 1 to 8" sqref="B2"/></dataValidations>';
    const { port, opened } = await cells("", rules);
    expect(port.activeSheet().conditionalFormats()).toMatchObject([{ rule: { kind: "custom", formula: "=LEN(TRIM(A1))=0" } }]);
    expect(port.activeSheet().validations()).toMatchObject([
      { validation: { prompt: { shown: true, message: "From 1 to 8" }, rule: { formula: "=TRUE" } } },
    ]);
    expect(opened.remarks.map(describeRemark)).toEqual(['Left out on the sheet "Sheet1": data bars.']);
  });

  test("a list on another sheet, as newer Excels write it", async () => {
    const extension =
      '<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>Sheet2!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>';
    const { port } = await cells("", extension);
    expect(port.activeSheet().validations()).toMatchObject([
      { areas: [at("B2:B9")], validation: { rule: { kind: "list", source: "=Sheet2!$A$1:$A$3" } } },
    ]);
  });

  test("colours of the theme, with a tint, and of the old palette", async () => {
    const { port } = await withParts((parts) => {
      const fills =
        '<fills count="4"><fill/><fill/><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.5999938962981048"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor indexed="10"/></patternFill></fill></fills>';
      const styles = parts.get("xl/styles.xml")!.replace(/<fills.*<\/fills>/s, fills);
      const looks = '<cellXfs count="2"><xf fillId="2"/><xf fillId="3"/></cellXfs>';
      parts.set("xl/styles.xml", styles.replace(/<cellXfs.*<\/cellXfs>/s, looks));
      parts.set(
        sheetPart,
        parts
          .get(sheetPart)!
          .replace(
            /<sheetData>.*<\/sheetData>/s,
            '<sheetData><row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>1</v></c></row></sheetData>',
          ),
      );
    });
    // Accent 1 of the Office theme, 60 % lighter, is B4C6E7 in Excel, which rounds on the way; entry 10 of the palette is red.
    const channels = [
      ...port
        .activeSheet()
        .format(at("A1"))
        .fill.matchAll(/[0-9A-F]{2}/g),
    ].map(([channel]) => parseInt(channel, 16));
    for (const [index, channel] of [0xb4, 0xc6, 0xe7].entries()) expect(Math.abs(channels[index]! - channel)).toBeLessThanOrEqual(1);
    expect(port.activeSheet().format(at("B1")).fill).toBe("#FF0000");
  });
});

const flatOpenDocument = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
 <number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
 <style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>
 <style:style style:name="head" style:family="table-cell"><style:table-cell-properties fo:background-color="#ffee00"/><style:text-properties fo:font-weight="bold"/></style:style>
 <style:style style:name="wide" style:family="table-column"><style:table-column-properties style:column-width="5.08cm"/></style:style>
 <style:style style:name="gone" style:family="table"><style:table-properties table:display="false"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet>
 <table:content-validations><table:content-validation table:name="v" table:condition="of:cell-content-is-in-list(&quot;1&quot;;&quot;2&quot;;&quot;3&quot;)" table:base-cell-address="'Jobs &amp; bands'.B2"/></table:content-validations>
 <table:table table:name="Jobs &amp; bands">
  <table:table-column table:style-name="wide"/><table:table-column table:number-columns-repeated="4"/>
  <table:table-row>
   <table:table-cell table:style-name="head" office:value-type="string"><office:annotation><text:p>A note</text:p></office:annotation><text:p>Job</text:p></table:table-cell>
   <table:table-cell office:value-type="string"><text:p>Level</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Due</text:p></table:table-cell>
   <table:table-cell office:value-type="string"><text:p>Share</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Double</text:p></table:table-cell>
  </table:table-row>
  <table:table-row>
   <table:table-cell office:value-type="string"><text:p>Analyst <text:s/>&lt;two&gt;</text:p></table:table-cell>
   <table:table-cell table:content-validation-name="v" office:value-type="string"><text:p>007</text:p></table:table-cell>
   <table:table-cell table:style-name="date" office:value-type="date" office:date-value="2024-01-01"/>
   <table:table-cell office:value-type="percentage" office:value="0.25"/>
   <table:table-cell table:formula="of:=[.B3]*2" office:value-type="float" office:value="14"/>
  </table:table-row>
  <table:table-row>
   <table:table-cell/><table:table-cell office:value-type="float" office:value="7"/>
   <table:table-cell table:style-name="date" office:value-type="date" office:date-value="2024-01-02T12:00:00"/>
   <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
   <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"/>
  </table:table-row>
  <table:table-row/>
  <table:table-row><table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>merged</text:p></table:table-cell></table:table-row>
 </table:table>
 <table:table table:name="Hidden" table:style-name="gone"><table:table-column/><table:table-row><table:table-cell/></table:table-row></table:table>
 <table:named-expressions><table:named-range table:name="Bands" table:cell-range-address="$'Jobs &amp; bands'.$A$1:.$B$2" table:base-cell-address="$'Jobs &amp; bands'.$A$1"/></table:named-expressions>
</office:spreadsheet></office:body></office:document>`;
