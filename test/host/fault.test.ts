import { readFaults, type FaultPlan } from "../../src/host/fault";
import { openOfficePage, type OfficePage } from "../support/office";

describe("faults on demand, as Microsoft's office.js tells the add-in of them", () => {
  let page: OfficePage | undefined;
  afterEach(() => page?.close());

  const open = async (faults: FaultPlan) => (page = await openOfficePage({ faults }));
  const write = (own: OfficePage, address: string, value: unknown) =>
    own.Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange(address).values = [[value]];
      await context.sync();
    });
  const shown = (own: OfficePage, row: number) => own.workbook.sheets()[0]?.values({ row, column: 0, rowCount: 1, columnCount: 1 })[0]?.[0];

  test("the second sync fails and nothing of it is done; the first and third are done", async () => {
    const own = await open({ failAtSync: 2 });
    await own.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange("A1").values = [[1]];
      await context.sync();
      sheet.getRange("A2").values = [[2]];
      await expect(context.sync()).rejects.toMatchObject({ code: "GeneralException" });
    });
    await write(own, "A3", 3);
    expect([0, 1, 2].map((row) => shown(own, row))).toEqual([1, null, 3]);
  });

  test("the answer of a sync is lost though it was done", async () => {
    const own = await open({ loseAnswerOfSync: 1 });
    await expect(write(own, "A1", 1)).rejects.toMatchObject({ code: "GeneralException" });
    expect(shown(own, 0)).toBe(1);
  });

  test("while a cell is being edited every sync is refused, afterwards none", async () => {
    let editing = true;
    const own = await open({ cellEditMode: () => editing });
    await expect(write(own, "A1", 1)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    editing = false;
    await write(own, "A1", 2);
    expect(shown(own, 0)).toBe(2);
  });

  test("requests and responses over the limit are refused by name", async () => {
    const own = await open({ payloadLimit: 20_000 });
    await expect(write(own, "A1", "x".repeat(30_000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    own.workbook.sheets()[0]?.write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[{ value: "y".repeat(30_000) }]]);
    await expect(
      own.Excel.run(async (context) => {
        const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
        range.load("values");
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
  });

  test("a co-author edits between two syncs, and the change is told as remote", async () => {
    const own = await open(readFaults(["co-author-3-Sheet1!A1-7"]));
    const heard: string[] = [];
    await own.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const cell = sheet.getRange("A1");
      cell.values = [[1]];
      sheet.onChanged.add(async ({ address, source, details }) => {
        heard.push(`${address} ${source} ${String(details.valueAfter)}`);
      });
      await context.sync();
      cell.load("values");
      await context.sync();
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[7]]);
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heard.at(-1)).toBe("A1 Remote 7");
  });

  test("sheets that somebody protects in between refuse the next write", async () => {
    const own = await open(readFaults(["protected-2"]));
    await write(own, "A1", 1);
    await expect(write(own, "A1", 2)).rejects.toMatchObject({ code: "AccessDenied" });
    expect(shown(own, 0)).toBe(1);
  });

  test("an answer takes its time", async () => {
    const own = await open({ latencyMs: 120 });
    const before = performance.now();
    await write(own, "A1", 1);
    expect(performance.now() - before).toBeGreaterThanOrEqual(120);
  });

  test("a fault that is misspelt is an error, not a fault that never comes", () => {
    expect(() => readFaults(["synk-2"])).toThrow("synk-2");
    expect(() => readFaults(["sync"])).toThrow("sync");
    expect(readFaults(["sync-2", "latency-5", "limit"])).toEqual({ failAtSync: 2, latencyMs: 5, payloadLimit: 5 * 1024 * 1024 });
  });
});

describe("a workbook that the add-in makes", () => {
  test("its file reaches the host, which opens it", async () => {
    const opened: (string | undefined)[] = [];
    const page = await openOfficePage({ openWorkbook: (file) => opened.push(file) });
    await page.Excel.createWorkbook("UEsDBA==");
    page.close();
    expect(opened).toEqual(["UEsDBA=="]);
  });
});
