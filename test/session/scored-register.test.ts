import type { ScoredJobs } from "../../src/workbook/scored-jobs";
import { ScoredRegister } from "../../src/session/scored-register";
import { listenToWorkbook } from "../../src/workbook/change";
import { adoptFront, SHORT_NHS } from "../support/adoption";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(60_000);

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

type Cell = string | number;
/** All at level 1: 86 points, the least there are (handbook, chapter seven). */
const LEAST: Cell[] = SHORT_NHS.map(() => 1);

async function register(rows: readonly (readonly Cell[])[]): Promise<string> {
  const head = ["Job ID", "Job title", ...SHORT_NHS, "Headcount", "FTE", "Women", "Men"];
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRangeByIndexes(2, 0, rows.length + 1, head.length).values = [head, ...rows.map((row) => [...row])];
    await context.sync();
  });
  return adoptFront();
}

async function read(sheetId: string): Promise<ScoredJobs> {
  const reading = await new ScoredRegister(sheetId).read();
  if (!reading.ok || reading.value.kind !== "jobs") throw new Error(JSON.stringify(reading));
  return reading.value.jobs;
}

test("weights: a blank is not known, a typed 0 is 0, and what is no number is told with its row", async () => {
  const sheetId = await register([
    ["J1", "First", ...LEAST, 3, 2.5, 2, 1],
    ["J2", "Second", ...LEAST, "", "", 0, 0],
    ["J3", "Third", ...LEAST, "two", -1, "1", "4"],
  ]);
  const { weights, unreadable, scores, rows, ids } = await read(sheetId);
  expect(ids).toEqual(["J1", "J2", "J3"]);
  expect(Array.from(scores)).toEqual([86, 86, 86]);
  expect(Array.from(rows)).toEqual([3, 4, 5]);
  expect(Array.from(weights.headcount!)).toEqual([3, NaN, NaN]);
  expect(Array.from(weights.fte!)).toEqual([2.5, NaN, NaN]);
  expect(Array.from(weights.women!)).toEqual([2, 0, 1]);
  expect(Array.from(weights.men!)).toEqual([1, 0, 4]);
  expect(unreadable).toEqual([
    { heading: "Headcount", rows: [5] },
    { heading: "FTE", rows: [5] },
  ]);
});

test("a register larger than one answer may be is read in parts, whole", async () => {
  const many = 7_000;
  const sheetId = await register(
    Array.from({ length: many }, (_, job): Cell[] => [`J${job}`, "Job", ...LEAST, 1, 1, job % 2, 1 - (job % 2)]),
  );
  const { scores, ids, weights } = await read(sheetId);
  expect(scores).toHaveLength(many);
  expect(ids[many - 1]).toBe(`J${many - 1}`);
  expect(scores.every((score) => score === 86)).toBe(true);
  expect(weights.women!.reduce((sum, each) => sum + each, 0)).toBe(many / 2);
});

test("a sheet that is no register", async () => {
  expect(await new ScoredRegister("nowhere").read()).toEqual({ ok: true, value: { kind: "no-register" } });
});

test("long texts beside the levels: where an answer is too large, less is asked for, and no job is lost or read twice", async () => {
  page.close();
  // Excel on the web answers up to 5 MB; here a hundredth of that, and a thousandth of the rows.
  const limit = 50_000;
  page = await openOfficePage({ faults: { payloadLimit: limit } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const sheetId = await register([["J0", "Job 0", ...LEAST, 1, 1, 1, 0]]);
  const count = 300;
  const long = "x".repeat(400);
  page.workbook.sheets()[0]!.write(
    { row: 4, column: 0, rowCount: count - 1, columnCount: 18 },
    Array.from({ length: count - 1 }, (_, index) => [`J${index + 1}`, `${long} ${index + 1}`, ...LEAST].map((value) => ({ value }))),
  );
  const { ids, titles, scores } = await read(sheetId);
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => `J${index}`));
  expect(titles.slice(1)).toEqual(Array.from({ length: count - 1 }, (_, index) => `${long} ${index + 1}`));
  expect(new Set(scores)).toEqual(new Set([86]));
});

describe("followed", () => {
  /** Cells that were read from the sheet. */
  let cellsRead = 0;
  let followed: ScoredRegister;
  const JOBS = 2_000;

  async function begin(): Promise<string> {
    const sheetId = await register(Array.from({ length: JOBS }, (_, job): Cell[] => [`J${job}`, "Job", ...LEAST, 1, 1, 1, 0]));
    followed = new ScoredRegister(sheetId);
    await jobsOf();
    await listenToWorkbook({
      cellsChanged: (sheet, changes) => followed.changed(sheet, changes),
      calculated: (sheet) => followed.calculated(sheet),
      sheetDeleted: (sheet) => followed.deleted(sheet),
      sheetsChanged: () => undefined,
    });
    const sheet = page.workbook.sheets()[0]!;
    const prototype = Object.getPrototypeOf(sheet) as { values: (area: { rowCount: number; columnCount: number }) => unknown[][] };
    const { values } = prototype;
    jest.spyOn(prototype, "values").mockImplementation(function (this: unknown, area) {
      cellsRead += area.rowCount * area.columnCount;
      return values.call(this, area);
    });
    cellsRead = 0;
    return sheetId;
  }
  afterEach(() => jest.restoreAllMocks());

  async function jobsOf(): Promise<ScoredJobs> {
    const reading = await followed.read();
    if (!reading.ok || reading.value.kind !== "jobs") throw new Error(JSON.stringify(reading));
    return reading.value.jobs;
  }

  /** Excel tells a moment later. */
  async function told(work: (sheet: Excel.Worksheet) => void): Promise<void> {
    await page.Excel.run(async (context) => {
      work(context.workbook.worksheets.getFirst());
      await context.sync();
    });
    for (let tries = 0; tries < 200 && !followed.behind; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(followed.behind).toBe(true);
  }

  // Factor 1 gives 5 points at level 1 and 12 at level 2 (handbook, chapter seven).
  test("an edited level, or weight, is read with its row alone; unchanged, the very same answer comes again", async () => {
    const sheetId = await begin();
    const before = await jobsOf();
    expect(await jobsOf()).toBe(before);
    expect(cellsRead).toBe(0);
    await told((sheet) => (sheet.getRange("C1000").values = [[2]]));
    const after = await jobsOf();
    // A row of 22 columns, and the cells that tell of its job once more for their formulas.
    expect(cellsRead).toBeLessThanOrEqual(2 * 22);
    expect(after.scores[996]).toBe(86 - 5 + 12);
    expect(after.rows[996]).toBe(999);
    await told((sheet) => (sheet.getRange("S1000").values = [[7]]));
    expect((await jobsOf()).weights.headcount![996]).toBe(7);
    await told((sheet) => sheet.getRange("500:501").insert("Down"));
    await told((sheet) => sheet.getRange("10:10").delete("Up"));
    const moved = await jobsOf();
    expect(moved.rows[995]).toBe(1000);
    expect(moved.weights.headcount![995]).toBe(7);
    // What is followed is what somebody sees who reads all of it now.
    expect(moved).toEqual(await read(sheetId));
  });

  test("a sheet that is deleted is no register any more; one that is renamed is called by its new name", async () => {
    await begin();
    await page.Excel.run(async (context) => {
      const { workbook } = context;
      workbook.worksheets.getFirst().name = "Posts 2026";
      workbook.worksheets.add("Other");
      await context.sync();
    });
    expect((await jobsOf()).sheetName).toBe("Posts 2026");
    await told((sheet) => sheet.delete());
    expect(await followed.read()).toEqual({ ok: true, value: { kind: "no-register" } });
  });
});
