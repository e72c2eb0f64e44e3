import { nhsSample, njcSample } from "../../src/data/register/sample";
import { listenToWorkbook, selectCell } from "../../src/workbook/change";
import { listRegisters, locateRegister, readRows, type RegisterFrame, type RegisterRow } from "../../src/workbook/register";
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
    expect(await read("Register", "A4:B5")).toEqual([
      ["Job ID", "Job title"],
      ["DD-101", "Post Room and Scanning Assistant"],
    ]);
    expect(await read("Register", "E4:G5")).toEqual([
      ["Department", "Job family", "1 Communication"],
      ["Health Records", "Operations", 2],
    ]);
    expect(await read("Register", "C4:D6", "formulas")).toEqual([
      ["Score", "Band"],
      ["=JOB.JESCORE(G5:V5)", "=JOB.JEBAND(C5)"],
      ["=JOB.JESCORE(G6:V6)", "=JOB.JEBAND(C6)"],
    ]);
    expect(await read("Register", "W4:X6", "formulas")).toEqual([
      ["Match on levels", "Findings"],
      ["=JOB.PROFILEMATCH(G5:V5)", "=JOB.JECHECK(G5:V5)"],
      ["=JOB.PROFILEMATCH(G6:V6)", "=JOB.JECHECK(G6:V6)"],
    ]);
  });

  test("keeps every level as typed: letters, brackets, a Cyrillic look-alike, blanks, an error", async () => {
    await insertSample();
    const last = 4 + nhsSample.jobs.length;
    const levels = await read("Register", `G5:V${last}`, "formulas");
    expect(levels).toEqual(nhsSample.jobs.map((job) => job.levels.map((level) => level ?? "")));
  });

  test("the NJC sheet has its grade table, marked as illustrative, and formulas that use it", async () => {
    await insertSample();
    expect(await read("NJC register", "X1:X2")).toEqual([["Illustrative grade table"], [njcSample.gradesNote]]);
    expect(await read("NJC register", "X4:Z5")).toEqual([
      ["Grade", "From", "To"],
      ["G1", 164, 259],
    ]);
    expect(await read("NJC register", "C5:F5", "formulas")).toEqual([['=JOB.JEEVALUATE(I5:U16,"NJC",$X$5:$Z$16)', "", "", ""]]);
    expect(await read("NJC register", "V5", "formulas")).toEqual([['=JOB.JECHECK(I5:U5,"NJC")']]);
    expect(await read("NJC register", "Y19:Y20", "formulas")).toEqual([['=JOB.JESCORE(I14:U14,"NJC")'], ["=JOB.JEBAND(Y19,$X$5:$Z$16)"]]);
  });

  test("the pane's grade table follows a row that is inserted among the jobs, and its formulas' alike", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("NJC register").getRange("8:8").insert("Down");
      await context.sync();
    });
    expect(await read("NJC register", "C5", "formulas")).toEqual([['=JOB.JEEVALUATE(I5:U17,"NJC",$X$5:$Z$17)']]);
    const listed = await listRegisters();
    const mapping = (listed.ok ? listed.value.registers : [])[1]!.mapping;
    const frame = await locateRegister(mapping);
    const grades = frame.ok ? frame.value?.basis.grades : null;
    expect(grades?.address).toBe("'NJC register'!$X$5:$Z$17");
    expect(grades?.reading).toMatchObject({ ok: true, value: { bands: { length: njcSample.grades.length } } });
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
      context.workbook.worksheets.getItem("Register").getRange("G5").values = [[5]];
      await context.sync();
    });
    expect(await insertSample()).toMatchObject({
      ok: true,
      value: [{ name: "Register 2" }, { name: "NJC register 2" }, { name: "About the sample 2" }],
    });
    expect((await read("Register", "G5"))[0]).toEqual([5]);
    expect((await read("Register 2", "G5"))[0]).toEqual([2]);
    expect(page.workbook.tables().map((table) => table.name())).toEqual(["JobRegister", "JobRegister_2"]);
  });

  test("names that differ in case alone count as taken", async () => {
    page.workbook.addSheet("REGISTER");
    expect(await insertSample()).toMatchObject({ ok: true, value: [{ name: "Register 2" }, { name: "NJC register" }, {}] });
  });
});

interface Reading {
  readonly sheetName: string;
  readonly scheme: string;
  readonly frame: RegisterFrame;
  readonly rows: readonly RegisterRow[];
}

/** Every register of the workbook, read as the session reads it. */
async function readings(): Promise<readonly Reading[]> {
  const list = await listRegisters();
  if (!list.ok) throw new Error(list.failure.kind);
  const found: Reading[] = [];
  for (const { mapping, sheetName } of list.value.registers) {
    const located = await locateRegister(mapping);
    if (!located.ok || located.value === null) throw new Error("not located");
    const frame = located.value;
    const rows: RegisterRow[] = [];
    const { places } = frame;
    if (places.found) {
      await readRows(mapping.sheetId, frame, { from: places.headingRow + 1, count: frame.end }, (part) => void rows.push(...part.rows));
    }
    found.push({ sheetName, scheme: mapping.scheme, frame, rows });
  }
  return found;
}

const jobsOf = (reading: Reading | undefined) => (reading?.rows ?? []).filter((row) => typeof row === "object" && row !== null);

describe("reading registers", () => {
  test("a workbook without any has none", async () => {
    expect(await listRegisters()).toMatchObject({ ok: true, value: { registers: [] } });
  });

  test("finds the sample's jobs, cell by cell", async () => {
    await insertSample();
    const [nhs, njc] = await readings();
    expect([nhs?.sheetName, nhs?.scheme, njc?.sheetName, njc?.scheme]).toEqual(["Register", "NHS", "NJC register", "NJC"]);
    expect(jobsOf(nhs).map(({ id, title }) => [id, title])).toEqual(nhsSample.jobs.map(({ id, title }) => [id, title]));
    expect(jobsOf(nhs)[0]?.levels).toEqual(nhsSample.jobs[0]?.levels);
    expect(nhs?.frame.places).toMatchObject({ headingRow: 3, factors: Array.from({ length: 16 }, (_, index) => 6 + index) });
    expect(jobsOf(njc)).toHaveLength(njcSample.jobs.length);
  });

  test("follows columns that moved and rows above the headings", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Register");
      sheet.getRange("E4:G4").values = [["1 Communication", "Job family", "Department"]];
      sheet.getRange("E5:G5").values = [["3ab", "x", "y"]];
      await context.sync();
    });
    const [nhs] = await readings();
    expect(nhs?.frame.places).toMatchObject({ found: true, factors: [4, ...Array.from({ length: 15 }, (_, index) => 7 + index)] });
    expect(jobsOf(nhs)[0]?.levels[0]).toBe("3ab");
  });

  test("names the headings it cannot find", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("H4").values = [["2 Knowledge: evidence"]];
      await context.sync();
    });
    const [nhs] = await readings();
    expect(nhs?.frame.places).toEqual({ found: false, missing: ["2 Knowledge"] });
  });

  test("leaves out a register whose sheet was deleted, and keeps one that was renamed", async () => {
    await insertSample();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").delete();
      context.workbook.worksheets.getItem("NJC register").name = "Council";
      await context.sync();
    });
    expect((await readings()).map(({ sheetName }) => sheetName)).toEqual(["Council"]);
  });

  test("settings of a later version count as none and are not an error", async () => {
    page.settings.set("jobEvaluation.registers", JSON.stringify({ version: 99, registers: "?" }));
    expect(await listRegisters()).toMatchObject({ ok: true, value: { registers: [] } });
  });
});

describe("events", () => {
  test("an edited cell, a new sheet and a sheet brought to the front are told", async () => {
    await insertSample();
    const told: string[] = [];
    await listenToWorkbook({
      cellsChanged: (sheetId, changes) => told.push(`cells ${sheetId} ${JSON.stringify(changes)}`),
      sheetsChanged: () => told.push("sheets"),
      calculated: () => undefined,
      rowsHidden: (sheetId) => told.push(`hidden ${sheetId}`),
    });
    const [first] = page.workbook.sheets();
    const register = page.workbook.sheets()[1];
    if (first === undefined || register === undefined) throw new Error("sheets missing");
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("G5").values = [[3]];
      await context.sync();
    });
    const area = { row: 4, rows: 1, column: 6, columns: 1 };
    await until(() => told.includes(`cells ${register.id} ${JSON.stringify([{ kind: "edited", area }])}`));
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange("6:7").insert("Down");
      await context.sync();
    });
    const rows = { row: 5, rows: 2, column: 0, columns: 16384 };
    await until(() => told.includes(`cells ${register.id} ${JSON.stringify([{ kind: "moved", area: rows, by: "rows", way: "in" }])}`));
    register.setRowsHidden(8, 1, true);
    await until(() => told.includes(`hidden ${register.id}`));
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
