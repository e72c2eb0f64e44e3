import { nhsSample, njcSample } from "../../src/data/register/sample";
import { listenToWorkbook, selectCell } from "../../src/workbook/change";
import { readRegisters } from "../../src/workbook/register";
import { insertSample } from "../../src/workbook/sample";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;

beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

const sheetNames = (): string[] => page.workbook.sheets().map((sheet) => sheet.name());

const read = (sheetName: string, address: string, what: "values" | "formulas" = "values"): Promise<unknown[][]> =>
  page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address);
    range.load(what);
    await context.sync();
    return range[what] as unknown[][];
  });

describe("inserting the sample registers", () => {
  test("adds three sheets beside what is there, with a live formula for every result", async () => {
    const outcome = await insertSample();
    expect(outcome).toEqual({
      ok: true,
      value: ["Register", "NJC register", "About the sample"].map((name) => ({ id: expect.any(String) as string, name })),
    });
    expect(sheetNames()).toEqual(["Sheet1", "Register", "NJC register", "About the sample"]);
    expect(page.workbook.activeSheet().name()).toBe("Register");
    expect(page.unavailable).toEqual([]);
    expect(await read("Register", "A3:E4")).toEqual([
      ["Job ID", "Job title", "Department", "Job family", "1 Communication"],
      ["DD-101", "Post Room and Scanning Assistant", "Health Records", "Operations", 2],
    ]);
    expect(await read("Register", "U3:X5", "formulas")).toEqual([
      ["Score", "Band", "Match on levels", "Findings"],
      ["=JOB.JESCORE(E4:T4)", "=JOB.JEBAND(U4)", "=JOB.PROFILEMATCH(E4:T4)", "=JOB.JECHECK(E4:T4)"],
      ["=JOB.JESCORE(E5:T5)", "=JOB.JEBAND(U5)", "=JOB.PROFILEMATCH(E5:T5)", "=JOB.JECHECK(E5:T5)"],
    ]);
  });

  test("keeps every level as typed: letters, brackets, a Cyrillic look-alike, blanks, an error", async () => {
    await insertSample();
    const last = 3 + nhsSample.jobs.length;
    const levels = await read("Register", `E4:T${last}`, "formulas");
    expect(levels).toEqual(nhsSample.jobs.map((job) => job.levels.map((level) => level ?? "")));
  });

  test("the NJC sheet has its grade table, marked as illustrative, and formulas that use it", async () => {
    await insertSample();
    expect(await read("NJC register", "X1:X2")).toEqual([["Illustrative grade table"], [njcSample.gradesNote]]);
    expect(await read("NJC register", "X3:Z4")).toEqual([
      ["Grade", "From", "To"],
      ["G1", 164, 259],
    ]);
    expect((await read("NJC register", "R4:V4", "formulas"))[0]).toEqual([
      '=JOB.JEEVALUATE(E4:Q15,"NJC",$X$4:$Z$15)',
      "",
      "",
      "",
      '=JOB.JECHECK(E4:Q4,"NJC")',
    ]);
    expect(await read("NJC register", "Y18:Y19", "formulas")).toEqual([['=JOB.JESCORE(E13:Q13,"NJC")'], ["=JOB.JEBAND(Y18,$X$4:$Z$15)"]]);
  });

  test("each sheet says that its data are invented", async () => {
    await insertSample();
    for (const [sheet, cell] of [
      ["Register", "A2"],
      ["NJC register", "A2"],
      ["About the sample", "A2"],
    ] as const) {
      expect(String((await read(sheet, cell))[0]?.[0])).toMatch(/made up/);
    }
  });

  test("a second time it adds sheets and a table under new names and leaves the first alone", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("E4").values = [[5]];
      await context.sync();
    });
    expect(await insertSample()).toMatchObject({
      ok: true,
      value: [{ name: "Register 2" }, { name: "NJC register 2" }, { name: "About the sample 2" }],
    });
    expect((await read("Register", "E4"))[0]).toEqual([5]);
    expect((await read("Register 2", "E4"))[0]).toEqual([2]);
    expect(page.workbook.tables().map((table) => table.name())).toEqual(["JobRegister", "JobRegister_2"]);
  });

  test("names that differ in case alone count as taken", async () => {
    page.workbook.addSheet("REGISTER");
    expect(await insertSample()).toMatchObject({ ok: true, value: [{ name: "Register 2" }, { name: "NJC register" }, {}] });
  });
});

describe("reading registers", () => {
  test("a workbook without any has none", async () => {
    expect(await readRegisters()).toMatchObject({ ok: true, value: { registers: [] } });
  });

  test("finds the sample's jobs, cell by cell", async () => {
    await insertSample();
    const outcome = await readRegisters();
    if (!outcome.ok) throw new Error(outcome.failure.kind);
    const [nhs, njc] = outcome.value.registers;
    expect([nhs?.sheetName, nhs?.scheme, njc?.sheetName, njc?.scheme]).toEqual(["Register", "NHS", "NJC register", "NJC"]);
    expect(outcome.value.activeSheetId).toBe(nhs?.sheetId);
    if (nhs?.content.kind !== "jobs" || njc?.content.kind !== "jobs") throw new Error("no jobs");
    expect(nhs.content.jobs.map(({ id, title }) => [id, title])).toEqual(nhsSample.jobs.map(({ id, title }) => [id, title]));
    expect(nhs.content.jobs[0]).toMatchObject({ row: 3, levels: nhsSample.jobs[0]?.levels });
    expect(nhs.content.factorColumns).toEqual(Array.from({ length: 16 }, (_, index) => 4 + index));
    expect(njc.content.jobs).toHaveLength(njcSample.jobs.length);
  });

  test("follows columns that moved and rows above the headings", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Register");
      sheet.getRange("C3:D3").values = [["1 Communication", "Job family"]];
      sheet.getRange("E3").values = [["Department"]];
      sheet.getRange("C4:E4").values = [["3ab", "x", "y"]];
      await context.sync();
    });
    const outcome = await readRegisters();
    const content = outcome.ok ? outcome.value.registers[0]?.content : undefined;
    expect(content).toMatchObject({ kind: "jobs", factorColumns: [2, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19] });
    expect(content?.kind === "jobs" && content.jobs[0]?.levels[0]).toBe("3ab");
  });

  test("names the headings it cannot find", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("F3").values = [["Skills"]];
      await context.sync();
    });
    const outcome = await readRegisters();
    expect(outcome.ok && outcome.value.registers[0]?.content).toEqual({ kind: "headings-missing", missing: ["2 Knowledge"] });
  });

  test("leaves out a register whose sheet was deleted, and keeps one that was renamed", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").delete();
      context.workbook.worksheets.getItem("NJC register").name = "Council";
      await context.sync();
    });
    expect(await readRegisters()).toMatchObject({ ok: true, value: { registers: [{ sheetName: "Council" }] } });
  });

  test("settings of a later version count as none and are not an error", async () => {
    page.settings.set("jobEvaluation.registers", JSON.stringify({ version: 99, registers: "?" }));
    expect(await readRegisters()).toMatchObject({ ok: true, value: { registers: [] } });
  });
});

describe("events", () => {
  test("an edited cell, a new sheet and a sheet brought to the front are told", async () => {
    await insertSample();
    const told: string[] = [];
    await listenToWorkbook({ cellsChanged: (sheetId) => told.push(`cells ${sheetId}`), sheetsChanged: () => told.push("sheets") });
    const [first] = page.workbook.sheets();
    const register = page.workbook.sheets()[1];
    if (first === undefined || register === undefined) throw new Error("sheets missing");
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("E4").values = [[3]];
      await context.sync();
    });
    await until(() => told.includes(`cells ${register.id}`));
    first.activate();
    await until(() => told.includes("sheets"));
  });

  test("a cell is selected on its sheet", async () => {
    await insertSample();
    const [first] = page.workbook.sheets();
    expect(await selectCell(first?.id ?? "", 4, 2)).toEqual({ ok: true, value: undefined });
    expect(page.workbook.activeSheet()).toBe(first);
    expect(page.workbook.selection()).toEqual({ row: 4, column: 2, rowCount: 1, columnCount: 1 });
  });

  test("a sheet that is gone is a failure with Excel's own words", async () => {
    expect(await selectCell("gone", 0, 0)).toMatchObject({ ok: false, failure: { kind: "unexpected", code: "ItemNotFound" } });
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}
