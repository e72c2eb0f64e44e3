import { MemoryWorkbook } from "../../../src/host/workbook/memory";
import { plainFormat } from "../../../src/host/workbook/format";
import { plainLayout, type ConditionalFormat, type Validation } from "../../../src/host/workbook/rule";
import { openWorkbook } from "../../../src/host/xlsx/workbook-file";
import { writeZip } from "../../../src/host/xlsx/zip-writer";
import { at, fileOptions, open, partTexts, reopen, save, sheetNamed } from "../../support/workbook-file";

const quiet = {
  alert: { shown: true, style: "Stop", title: "", message: "" },
  prompt: { shown: false, title: "", message: "" },
  ignoreBlanks: true,
} as const;

describe("what is saved and opened again", () => {
  let port: MemoryWorkbook;
  beforeEach(() => {
    port = new MemoryWorkbook();
  });
  const sheet = () => port.activeSheet();

  test("numbers, texts, truth values, errors and blanks stay what they were", async () => {
    const values = [
      [0, -0.1, 1e300, 5e-324, 123456789012345],
      ["text", "007", "3/4", "=1+1", "'quoted"],
      [true, false, { error: "#N/A" }, { error: "#DIV/0!" }, null],
      [" spaces ", "two\nlines", "tab\there", "<&>\"'", "naïve – ₤ 名 😀"],
      ["_x0041_", "carriage\rreturn", "\u0001", "TRUE", "#N/A"],
    ];
    sheet().write(
      at("B3:F7"),
      values.map((row) => row.map((value) => ({ value }))),
    );
    const again = await reopen(port);
    expect(again.activeSheet().values(at("B3:F7"))).toEqual(values);
    expect(again.activeSheet().formulas(at("B3:F7")).flat().join("")).toBe("");
    expect(again.activeSheet().usedArea()).toEqual(at("B3:F7"));
  });

  test("a text that would be read as something else is marked with an apostrophe in the file, another is not", async () => {
    sheet().write(at("A1:C1"), [[{ value: "0123" }, { value: "=A1" }, { value: "plain" }]]);
    const parts = await partTexts(await save(port));
    const looks = [...parts.get("xl/styles.xml")!.matchAll(/<xf [^>]*xfId="0"[^>]*>/g)].map(([xf]) => xf.includes('quotePrefix="1"'));
    const cells = [...parts.get("xl/worksheets/sheet1.xml")!.matchAll(/<c r="(\w+)"(?: s="(\d+)")? t="s">/g)];
    expect(cells.map(([, cell, look]) => [cell, looks[Number(look ?? 0)]])).toEqual([
      ["A1", true],
      ["B1", true],
      ["C1", false],
    ]);
  });

  test("formulas keep their text and the value that they last had", async () => {
    sheet().write(at("A1:E1"), [
      [
        { value: 3, formula: "=1+2" },
        { value: "a&b", formula: '="a&"&"b"' },
        { value: true, formula: "=1<2" },
        { value: { error: "#N/A" }, formula: "=NA()" },
        { value: null, formula: '=IF(TRUE,"","x")' },
      ],
    ]);
    const again = await reopen(port);
    expect(again.activeSheet().formulas(at("A1:E1"))).toEqual([["=1+2", '="a&"&"b"', "=1<2", "=NA()", '=IF(TRUE,"","x")']]);
    expect(again.activeSheet().values(at("A1:E1"))).toEqual([[3, "a&b", true, { error: "#N/A" }, null]]);
  });

  test("an add-in's function is written under the file's name for it, with its value", async () => {
    sheet().write(at("Q1"), [[{ value: 86, formula: "=JOB.JESCORE(A1:P1)" }]]);
    const bytes = await save(port);
    const xml = (await partTexts(bytes)).get("xl/worksheets/sheet1.xml")!;
    expect(xml).toContain(">_xldudf_JOB_JESCORE(A1:P1)</f><v>86</v>");
    expect((await open(bytes)).port.activeSheet().formulas(at("Q1"))).toEqual([["=JOB.JESCORE(A1:P1)"]]);
  });

  test("a spilled formula is marked with its whole area, and so is one that works on arrays; others are not", async () => {
    sheet().write(at("A1:B3"), [
      [{ value: 5, formula: "=JOB.JEPOINTS(D1:E2)" }, { value: 16 }],
      [{ value: 6 }, { value: null }],
      [
        { value: 1, formula: "=SUM((A1:A2>5)*1)" },
        { value: 11, formula: "=SUM(A1:A2)" },
      ],
    ]);
    // Nothing spills in memory; the grid says where its formulas do.
    Object.assign(sheet(), { spills: () => [at("A1:B2")] });
    const bytes = await save(port);
    const parts = await partTexts(bytes);
    const cells = parts.get("xl/worksheets/sheet1.xml")!;
    expect(cells).toContain('<c r="A1" cm="1"><f t="array" ref="A1:B2">_xldudf_JOB_JEPOINTS(D1:E2)</f><v>5</v></c>');
    expect(cells).toContain('<c r="A3" cm="1"><f t="array" ref="A3">SUM((A1:A2&gt;5)*1)</f><v>1</v></c>');
    expect(cells).toContain('<c r="B3"><f>SUM(A1:A2)</f><v>11</v></c>');
    expect(parts.get("xl/metadata.xml")).toContain("XLDAPR");
    const again = (await open(bytes)).port.activeSheet();
    expect(again.formulas(at("A1:B3"))).toEqual([
      ["=JOB.JEPOINTS(D1:E2)", ""],
      ["", ""],
      ["=SUM((A1:A2>5)*1)", "=SUM(A1:A2)"],
    ]);
    // What had spilled comes from the formula again.
    expect(again.values(at("A1:B2"))).toEqual([
      [5, null],
      [null, null],
    ]);
  });

  test("a function that is still at work is saved without a value; a younger error as the one that files know", async () => {
    sheet().write(at("A1:B1"), [
      [
        { value: { error: "#BUSY!" }, formula: "=JOB.JESCORE(C1:R1)" },
        { value: { error: "#SPILL!" }, formula: "=B9:B10" },
      ],
    ]);
    expect((await reopen(port)).activeSheet().values(at("A1:B1"))).toEqual([[null, { error: "#VALUE!" }]]);
  });

  test("dates stay numbers of days with their format; number formats keep their text", async () => {
    const formats = ["dd/mm/yyyy", "d-mmm", "0.00", "#,##0", '"£"#,##0.00;[Red]-"£"#,##0.00', "@", "General", "h:mm", "0%"];
    sheet().write(at("A1:I1"), [formats.map((_, index) => ({ value: 45_000.1 + index }))]);
    sheet().setNumberFormats(at("A1:I1"), [formats]);
    const again = (await reopen(port)).activeSheet();
    expect(again.numberFormats(at("A1:I1"))).toEqual([formats]);
    expect(again.values(at("A1:I1"))).toEqual([formats.map((_, index) => 45_000.1 + index)]);
  });

  test("fonts, fills, alignment, borders and unlocked cells, on cells with and without contents", async () => {
    const loud = {
      ...plainFormat,
      fill: "#FFEE00",
      fontName: "Arial",
      fontColor: "#112233",
      fontSize: 14,
      bold: true,
      italic: true,
      underline: true,
      strikethrough: true,
      horizontal: "Center",
      vertical: "Top",
      wrap: true,
      locked: false,
      borderTop: { line: "thin", color: "#000000" },
      borderRight: { line: "double", color: "#FF0000" },
    } as const;
    sheet().write(at("A1"), [[{ value: 1 }]]);
    sheet().setFormat(at("A1"), loud);
    sheet().setFormat(at("D9"), { fill: "#00FF00" });
    const again = (await reopen(port)).activeSheet();
    expect(again.format(at("A1"))).toEqual(loud);
    expect(again.format(at("D9"))).toEqual({ ...plainFormat, fill: "#00FF00" });
    expect(again.formats(at("B2"))).toEqual([[undefined]]);
  });

  test("widths, heights, hidden rows and columns, merged cells, frozen panes, gridlines, tab colour", async () => {
    sheet().write(
      at("A1:C9"),
      Array.from({ length: 9 }, () => [{ value: 1 }, { value: null }, { value: 2 }]),
    );
    sheet().setColumnWidth(1, 2, 90);
    sheet().setColumnsHidden(3, 1, true);
    sheet().setRowHeight(4, 1, 30);
    sheet().setRowsHidden(5, 2, true);
    sheet().merge(at("A1:B1"));
    sheet().setFrozen(1, 2);
    sheet().setGridlines(false);
    sheet().setTabColor("#0B5C3B");
    const again = (await reopen(port)).activeSheet();
    expect([0, 1, 2, 3].map((column) => again.columnWidth(column))).toEqual([48, 90, 90, 48]);
    expect([2, 3, 4].map((column) => again.columnHidden(column))).toEqual([false, true, false]);
    expect([3, 4, 5].map((row) => again.rowHeight(row))).toEqual([15, 30, 15]);
    expect([4, 5, 6, 7].map((row) => again.rowHidden(row))).toEqual([false, true, true, false]);
    expect(again.merges()).toEqual([at("A1:B1")]);
    expect(again.frozen()).toEqual({ rows: 1, columns: 2 });
    expect(again.gridlines()).toBe(false);
    expect(again.tabColor()).toBe("#0B5C3B");
  });

  test("sheets in their order, hidden ones hidden, the one in front in front; odd names", async () => {
    sheet().rename("It's <one> & 'two'");
    port.addSheet("Hidden").setVisibility("Hidden");
    port.addSheet("Very hidden").setVisibility("VeryHidden");
    port.addSheet("Front").activate();
    const again = await reopen(port);
    expect(again.sheets().map((item) => [item.name(), item.visibility()])).toEqual([
      ["It's <one> & 'two'", "Visible"],
      ["Hidden", "Hidden"],
      ["Very hidden", "VeryHidden"],
      ["Front", "Visible"],
    ]);
    expect(again.activeSheet().name()).toBe("Front");
  });

  test("tables with name, style, place and filter; their headings are texts", async () => {
    sheet().write(at("B2:D4"), [
      [{ value: "Job" }, { value: 2024 }, { value: null }],
      [{ value: "Analyst" }, { value: 3 }, { value: 1 }],
      [{ value: "Manager" }, { value: 5 }, { value: 2 }],
    ]);
    const table = port.addTable(sheet(), at("B2:D4"), "Register");
    table.setStyle("TableStyleLight9");
    table.setFilterCriterion(0, { kind: "values", values: ["Analyst"] });
    const bytes = await save(port);
    const again = (await open(bytes)).port;
    expect(again.tables().map((item) => [item.name(), item.style(), item.area()])).toEqual([["Register", "TableStyleLight9", at("B2:D4")]]);
    expect([...again.tables()[0]!.filter().criteria]).toEqual([[0, { kind: "values", values: ["Analyst"] }]]);
    expect([2, 3].map((row) => again.activeSheet().rowHidden(row))).toEqual([false, true]);
    // Excel mends a file whose headings are not texts, or whose table names others.
    expect(again.activeSheet().values(at("B2:D2"))).toEqual([["Job", "2024", "Column3"]]);
    expect((await partTexts(bytes)).get("xl/tables/table1.xml")).toContain('<tableColumn id="3" name="Column3"/>');
  });

  test("formulas in a table name it as the file does and read back as typed", async () => {
    sheet().write(at("A1:B2"), [
      [{ value: "Score" }, { value: "Band" }],
      [{ value: 400 }, { value: 6, formula: "=JOB.JEBAND([@Score])" }],
    ]);
    sheet().write(at("D1"), [[{ value: 400, formula: "=SUM(Register[Score])" }]]);
    port.addTable(sheet(), at("A1:B2"), "Register");
    const bytes = await save(port);
    expect((await partTexts(bytes)).get("xl/worksheets/sheet1.xml")).toContain("_xldudf_JOB_JEBAND(Register[[#This Row],[Score]])");
    const again = (await open(bytes)).port.activeSheet();
    expect([again.formulas(at("B2")), again.formulas(at("D1"))].flat(2)).toEqual(["=JOB.JEBAND([@Score])", "=SUM(Register[Score])"]);
  });

  test("names of the workbook and of a sheet, print area and repeated rows", async () => {
    sheet().rename("Pay's");
    port.setName("Bands", "='Pay''s'!$A$1:$B$9");
    port.setName("Rate", '=0.2&"x"');
    sheet().setName("Local", "='Pay''s'!$C$1");
    const layout = {
      ...plainLayout,
      orientation: "Landscape",
      paperSize: "A3",
      zoom: { pagesWide: 1, pagesTall: 0 },
      printArea: at("A1:D20"),
      titleRows: at("1:2"),
      headerText: { left: "Jobs", center: "", right: "&D" },
      footerText: { left: "", center: "&P && &N", right: "" },
    } as const;
    sheet().setLayout(layout);
    const again = await reopen(port);
    expect([...again.names()]).toEqual([
      ["Bands", "='Pay''s'!$A$1:$B$9"],
      ["Rate", '=0.2&"x"'],
    ]);
    expect([...again.activeSheet().names()]).toEqual([["Local", "='Pay''s'!$C$1"]]);
    expect(again.activeSheet().layout()).toEqual(layout);
  });

  test("a filter of the sheet's own, with tests", async () => {
    sheet().write(
      at("A1:A4"),
      ["Score", 100, 300, 500].map((value) => [{ value }]),
    );
    sheet().setFilter(at("A1:A4"));
    sheet().setFilterCriterion(0, { kind: "custom", tests: [">=200", "<>500"], join: "and" });
    const again = (await reopen(port)).activeSheet();
    expect([...again.filter()!.criteria]).toEqual([[0, { kind: "custom", tests: [">=200", "<>500"], join: "and" }]]);
    expect([1, 2, 3].map((row) => again.rowHidden(row))).toEqual([true, false, true]);
  });

  const validations: Record<string, Validation> = {
    list: { ...quiet, rule: { kind: "list", source: "1,2,3", dropDown: true } },
    "list of cells, without an arrow": { ...quiet, rule: { kind: "list", source: "=$D$1:$D$9", dropDown: false } },
    "whole number": {
      ...quiet,
      ignoreBlanks: false,
      rule: { kind: "wholeNumber", comparison: "Between", operands: ["1", "=MAX(5,8)"] },
      alert: { shown: true, style: "Warning", title: "Level", message: 'From 1 to 8, said <"&>' },
      prompt: { shown: true, title: "Factor 2", message: "Knowledge" },
    },
    "text length": { ...quiet, rule: { kind: "textLength", comparison: "LessThanOrEqualTo", operands: ["10"] } },
    formula: { ...quiet, rule: { kind: "custom", formula: "=COUNTIF(A:A,A1)<2" } },
    decimal: { ...quiet, rule: { kind: "decimal", comparison: "NotBetween", operands: ["0.5", "1"] } },
  };
  test.each(Object.entries(validations))("validation: %s", async (_, validation) => {
    sheet().setValidation(at("A2:B9"), validation);
    sheet().setValidation(at("D1"), validation);
    const again = (await reopen(port)).activeSheet();
    expect(again.validations().map((placed) => placed.validation)).toEqual(again.validations().map(() => validation));
    expect(again.validations().flatMap(({ areas }) => areas)).toEqual([at("A2:B9"), at("D1")]);
  });

  test("a validation of dates keeps the day, however it was written", async () => {
    // 1 January 2024 is day 45292 (a day is a whole number; day 1 is 1 January 1900, with the 29 February that never was).
    for (const [index, operand] of ["01/01/2024", "2024-01-01", "45292"].entries())
      sheet().setValidation(at(`A${index + 1}`), { ...quiet, rule: { kind: "date", comparison: "GreaterThan", operands: [operand] } });
    const again = (await reopen(port)).activeSheet();
    const rule = { kind: "date", comparison: "GreaterThan", operands: ["45292"] };
    expect(again.validations().map((placed) => placed.validation.rule)).toEqual([rule, rule, rule]);
  });

  test("conditional formats with their order, style and stop", async () => {
    const formats: ConditionalFormat[] = [
      {
        areas: [at("A1:A9"), at("C1")],
        rule: { kind: "cellValue", comparison: "Between", operands: ["1", "=$D$1"] },
        style: { fill: "#FFC7CE", fontColor: "#9C0006" },
        stopIfTrue: true,
      },
      {
        areas: [at("A1:A9")],
        rule: { kind: "custom", formula: '=$A1="x<y"' },
        style: { bold: true, italic: false, underline: true, strikethrough: true },
        stopIfTrue: false,
      },
      {
        areas: [at("B1:B9")],
        rule: { kind: "text", comparison: "Contains", text: 'say "no" & <b>' },
        style: { fill: "#FFFFFF" },
        stopIfTrue: false,
      },
      { areas: [at("B1:B9")], rule: { kind: "text", comparison: "NotContains", text: "x" }, style: { fill: "#FF0000" }, stopIfTrue: false },
      { areas: [at("B1:B9")], rule: { kind: "text", comparison: "BeginsWith", text: "x" }, style: { fill: "#FF0000" }, stopIfTrue: false },
      { areas: [at("B1:B9")], rule: { kind: "text", comparison: "EndsWith", text: "x" }, style: { fill: "#FF0000" }, stopIfTrue: false },
      {
        areas: [at("D1:D9")],
        rule: {
          kind: "colorScale",
          points: [
            { kind: "LowestValue", operand: "", color: "#F8696B" },
            { kind: "Percentile", operand: "50", color: "#FFEB84" },
            { kind: "Formula", operand: "=$E$1", color: "#63BE7B" },
          ],
        },
        style: {},
        stopIfTrue: false,
      },
    ];
    for (const format of [...formats].reverse()) sheet().addConditionalFormat(format);
    const again = (await reopen(port)).activeSheet();
    expect(again.conditionalFormats().map(({ id: _, ...format }) => format)).toEqual(formats);
  });

  test("notes with their authors", async () => {
    sheet().setNote(0, 0, { text: "First\nline & <second>", author: "Panel" });
    sheet().setNote(9, 3, { text: "=1+1", author: "" });
    const again = (await reopen(port)).activeSheet();
    expect(again.notes()).toEqual([
      { row: 0, column: 0, text: "First\nline & <second>", author: "Panel" },
      { row: 9, column: 3, text: "=1+1", author: "" },
    ]);
  });

  test("a protected sheet stays protected, with what it lets people do", async () => {
    sheet().setProtection({
      options: { allowFormatCells: true, allowAutoFilter: true, allowSort: false, selectionMode: "Unlocked" },
      passwordHash: "CC1A",
    });
    const again = (await reopen(port)).activeSheet().protection();
    expect(again?.passwordHash).toBe("CC1A");
    expect(again?.options).toMatchObject({
      allowFormatCells: true,
      allowAutoFilter: true,
      allowSort: false,
      allowInsertRows: false,
      selectionMode: "Unlocked",
    });
  });

  test("the add-in's settings, where Excel keeps them; another add-in does not see them", async () => {
    const settings = new Map([
      ["mapping", JSON.stringify({ columns: ["A & B", '"C"'] })],
      ["seen", "true"],
    ]);
    const bytes = await save(port, settings);
    expect((await open(bytes)).opened.settings).toEqual(settings);
    const other = { namespace: "JOB", addIn: { id: "99999999-2222-4333-8444-555555555555", version: "1.0.0.0" } };
    expect((await open(bytes, other)).opened.settings.size).toBe(0);
  });

  test("cells far apart, in the last row and column", async () => {
    sheet().write(at("A1"), [[{ value: 1 }]]);
    sheet().write(at("XFD1048576"), [[{ value: "end" }]]);
    const again = (await reopen(port)).activeSheet();
    expect([again.values(at("A1")), again.values(at("XFD1048576"))]).toEqual([[[1]], [["end"]]]);
  });

  test("sheets keep their ids, by which add-ins remember them; a copied id is not given twice", async () => {
    port.addSheet("Two");
    const bytes = await save(port);
    const ids = port.sheets().map(({ id }) => id);
    const again = (await open(bytes)).port;
    expect(again.sheets().map(({ id }) => id)).toEqual(ids);
    // The same file into the same workbook.
    await openWorkbook(again, bytes, fileOptions);
    expect(again.sheets().map((item) => [item.name(), item.id])).toEqual([
      ["Sheet1", ids[0]],
      ["Two", ids[1]],
    ]);
    const copied = new Map(await partTexts(bytes));
    copied.set("xl/worksheets/sheet2.xml", copied.get("xl/worksheets/sheet2.xml")!.replace(ids[1]!, ids[0]!));
    const both = (await open(await writeZip([...copied]))).port.sheets().map(({ id }) => id);
    expect(new Set(both).size).toBe(2);
  });

  test("opening takes the place of all that was there", async () => {
    port.activeSheet().write(at("A1"), [[{ value: "new" }]]);
    const bytes = await save(port);
    const other = new MemoryWorkbook();
    other.activeSheet().write(at("Z9"), [[{ value: "old" }]]);
    other.addTable(other.activeSheet(), at("Z9:Z10"), "Old");
    other.addSheet("Other");
    other.setName("OldName", "=Sheet1!$Z$9");
    await openWorkbook(other, bytes, fileOptions);
    expect(other.sheets().map((item) => item.name())).toEqual(["Sheet1"]);
    expect([other.tables().length, other.names().size]).toEqual([0, 0]);
    expect(sheetNamed(other, "Sheet1").usedArea()).toEqual(at("A1"));
  });
});
