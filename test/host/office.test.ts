import { openOfficePage, type OfficePage } from "../support/office";

describe("Microsoft's office.js in a page, against the workbook in memory", () => {
  let page: OfficePage;
  beforeAll(async () => {
    page = await openOfficePage();
  });
  afterAll(() => page.close());

  test("writes and reads back values, formulas, texts and formats", async () => {
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const range = sheet.getRange("B2:D3");
      range.values = [
        [1, "two", true],
        ["'3", "", "4.5"],
      ];
      range.format.fill.color = "#FFEE00";
      range.format.set({ wrapText: true, font: { bold: true } });
      range.load("values,address,rowCount,text,valueTypes,format/fill/color,format/wrapText,format/font/bold");
      await context.sync();
      expect(range.values).toEqual([
        [1, "two", true],
        ["3", "", 4.5],
      ]);
      expect(range.text).toEqual([
        ["1", "two", "TRUE"],
        ["3", "", "4.5"],
      ]);
      expect(range.valueTypes).toEqual([
        ["Double", "String", "Boolean"],
        ["String", "Empty", "Double"],
      ]);
      expect(range.address).toBe("Sheet1!B2:D3");
      expect([range.format.fill.color, range.format.wrapText, range.format.font.bold]).toEqual(["#FFEE00", true, true]);
    });
  });

  test("a range is still good after the second sync", async () => {
    await page.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("H1");
      range.values = [[1]];
      await context.sync();
      range.values = [[2]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[2]]);
    });
  });

  test("3-4 becomes a date, as in Excel", async () => {
    await page.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("J1");
      range.values = [["3-4"]];
      range.load("values,numberFormat");
      await context.sync();
      expect(range.values).toEqual([[46115]]);
      expect(range.numberFormat).toEqual([["d-mmm"]]);
    });
  });

  test("arrays of more than 1,500 cells arrive whole though the library sends them in chunks", async () => {
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Large");
      const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 16 }, (_, column) => row * 16 + column));
      const range = sheet.getRange("A1").getResizedRange(399, 15);
      range.values = values;
      const used = sheet.getUsedRange();
      used.load("values,address");
      await context.sync();
      expect(used.address).toBe("Large!A1:P400");
      expect(used.values).toEqual(values);
    });
  });

  test("sheets: added, found, not found, named twice", async () => {
    await page.Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.add("Register");
      const found = sheets.getItemOrNullObject("register");
      const absent = sheets.getItemOrNullObject("Nowhere");
      found.load("name");
      sheets.load("items/name");
      await context.sync();
      expect(found.name).toBe("Register");
      expect(absent.isNullObject).toBe(true);
      expect(sheets.items.map((sheet) => sheet.name)).toContain("Register");
    });
    await expect(
      page.Excel.run(async (context) => {
        context.workbook.worksheets.add("REGISTER");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemAlreadyExists" });
    await expect(
      page.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Nowhere").load("name");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("a table: made on cells, named, its parts and columns", async () => {
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Tables");
      sheet.getRange("A1:B3").values = [
        ["Job", "Score"],
        ["A", 1],
        ["B", 2],
      ];
      const table = sheet.tables.add("A1:B3", true);
      table.name = "Jobs";
      const body = table.getDataBodyRange();
      const scores = table.columns.getItem("Score").getDataBodyRange();
      body.load("address");
      scores.load("values");
      table.load("name");
      await context.sync();
      expect([table.name, body.address, scores.values]).toEqual(["Jobs", "Tables!A2:B3", [[1], [2]]]);
      expect(context.workbook.tables.getItem("jobs")).toBeDefined();
      const again = context.workbook.tables.getItem("jobs").getHeaderRowRange();
      again.load("values");
      await context.sync();
      expect(again.values).toEqual([["Job", "Score"]]);
    });
  });

  test("an array of the wrong size is refused and nothing is written", async () => {
    await expect(
      page.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().getRange("A20:B21").values = [[1, 2, 3]];
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("what the model lacks answers ApiNotAvailable and is logged", async () => {
    await expect(
      page.Excel.run(async (context) => {
        context.workbook.worksheets.getActiveWorksheet().charts.load("items");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotAvailable" });
    expect(page.unavailable).toContain("Worksheet.Charts");
  });

  test("a change is told to its handler until the handler is removed", async () => {
    const heard: string[] = [];
    const registration = await page.Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add(async (event) => {
        heard.push(`${event.address} ${event.changeType} ${String(event.details.valueAfter)}`);
      });
      await context.sync();
      return handler;
    });
    const [sheet] = page.workbook.sheets();
    const cell = { row: 4, column: 1, rowCount: 1, columnCount: 1 };
    sheet!.write(cell, [[{ value: 7 }]]);
    await soon();
    expect(heard).toEqual(["B5 RangeEdited 7"]);
    await page.Excel.run(registration.context, async (context) => {
      registration.remove();
      await context.sync();
    });
    sheet!.write(cell, [[{ value: 8 }]]);
    await soon();
    expect(heard).toHaveLength(1);
  });

  test("settings saved by the page are kept with the workbook", async () => {
    const { settings } = page.Office.context.document;
    settings.set("mapping", { version: 1 });
    await new Promise<void>((resolve, reject) =>
      settings.saveAsync((result) =>
        result.status === page.Office.AsyncResultStatus.Succeeded ? resolve() : reject(new Error(result.error.message)),
      ),
    );
    expect([...page.settings]).toEqual([["mapping", '{"version":1}']]);
  });

  test("a ribbon command runs in the page and comes back as completed", async () => {
    const done: string[] = [];
    page.Office.actions.associate("sayHello", (event: Office.AddinCommands.Event) => {
      done.push(event.source.id);
      event.completed();
    });
    await page.addIn.runCommand("sayHello", "HelloButton");
    expect(done).toEqual(["HelloButton"]);
  });
});

describe("custom functions through office.js", () => {
  let page: OfficePage;
  beforeAll(async () => {
    page = await openOfficePage();
  });
  afterAll(() => page.close());

  test("many calls go in one message and come back with values, arrays and error sentences", async () => {
    const { CustomFunctions } = page;
    CustomFunctions.associate("TOTAL", (cells: number[][]) => cells.flat().reduce((sum, cell) => sum + cell, 0));
    CustomFunctions.associate("TWICE", (cells: number[][]) => cells.map((row) => row.map((cell) => cell * 2)));
    CustomFunctions.associate("REFUSE", () => {
      throw new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "Factor 2 has no level.");
    });
    const call = (functionId: string, address: string) =>
      page.addIn.broker.evaluate({
        functionId,
        address,
        parameters: [
          [
            [1, 2],
            [3, 4],
          ],
        ],
        errorsAllowed: true,
        cancelable: true,
      });
    expect(call("TOTAL", "S!A1")).toEqual([[{ error: "#BUSY!", message: expect.any(String) }]]);
    call("TWICE", "S!A2");
    call("REFUSE", "S!A3");
    while (page.addIn.broker.waiting > 0) await soon();
    expect(page.answered.sort()).toEqual(["S!A1", "S!A2", "S!A3"]);
    expect(call("TOTAL", "S!A1")).toEqual([[10]]);
    expect(call("TWICE", "S!A2")).toEqual([
      [2, 4],
      [6, 8],
    ]);
    expect(call("REFUSE", "S!A3")).toEqual([[{ error: "#N/A", message: "Factor 2 has no level." }]]);
    expect(page.addIn.broker.waiting).toBe(0);
  });

  test("a function that can be cancelled is, when its cell is given something else meanwhile", async () => {
    const { CustomFunctions } = page;
    const calls: string[] = [];
    CustomFunctions.associate("SLOW", (name: string, invocation: CustomFunctions.CancelableInvocation) => {
      calls.push(`begun ${name}`);
      invocation.onCanceled = () => calls.push(`cancelled ${name}`);
      return new Promise(() => undefined);
    });
    const sheet = page.workbook.sheets()[0]!;
    const at = (address: string) => `${sheet.name()}!${address}`;
    for (const address of ["A1", "A2", "C1"]) {
      page.addIn.broker.evaluate({
        functionId: "SLOW",
        address: at(address),
        parameters: [address],
        errorsAllowed: false,
        cancelable: true,
      });
    }
    while (calls.length < 3) await soon();
    sheet.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[{ value: "mine" }]]);
    while (calls.length < 4) await soon();
    expect(calls.slice(3)).toEqual(["cancelled A1"]);
    // A whole column, of which only one cell waits.
    sheet.clear({ row: 0, column: 0, rowCount: 1000, columnCount: 1 }, "contents");
    while (calls.length < 5) await soon();
    expect(calls.slice(4)).toEqual(["cancelled A2"]);
    expect(page.addIn.broker.waiting).toBe(1);
  });
});

function soon(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 30));
}
