import { restore } from "../../src/workbook/guarded-write";
import { addResults } from "../../src/workbook/result";
import { fillResults } from "../../src/workbook/result-fill";
import { adoptFront, SHORT_NHS } from "../support/adoption";
import { contentOf, failAtSync } from "../support/failing-sync";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(30_000);

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

type Cell = string | number;

const HEADINGS = ["Ref", "Post", ...SHORT_NHS];
const JOB: Cell[] = [4, 6, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];

async function write(address: string, cells: readonly (readonly Cell[])[]): Promise<void> {
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange(address).formulas = cells.map((row) => [...row]);
    await context.sync();
  });
}
async function read(address: string): Promise<Cell[][]> {
  return page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as Cell[][];
  });
}
async function adopted(): Promise<string> {
  await write("A3:R5", [HEADINGS, ["J-1", "Analyst", ...JOB], ["J-2", "Engineer", ...JOB]]);
  return adoptFront();
}
/** Two jobs with results in S to U, a third and a fourth typed in below, and a total between. */
async function withLaterJobs(): Promise<string> {
  const sheetId = await adopted();
  expect((await addResults(sheetId, ["score", "band", "match"])).ok).toBe(true);
  await write("A6:B8", [
    ["J-3", "Clerk"],
    ["", "Total"],
    ["J-4", "Nurse"],
  ]);
  return sheetId;
}

test("only empty cells of jobs' rows get their column's formula; what was typed and rows that are no jobs stay", async () => {
  const sheetId = await withLaterJobs();
  await write("T6", [["7"]]);
  const before = await read("A3:R8");
  const answer = await fillResults(sheetId);
  expect(answer).toMatchObject({ ok: true, value: { kind: "filled", jobs: 2, cells: 5, blocked: [], kept: true } });
  expect(await read("S5:U8")).toEqual([
    ["=JOB.JESCORE(C5:R5)", "=JOB.JEBAND(S5)", "=JOB.PROFILEMATCH(C5:R5)"],
    ["=JOB.JESCORE(C6:R6)", 7, "=JOB.PROFILEMATCH(C6:R6)"],
    ["", "", ""],
    ["=JOB.JESCORE(C8:R8)", "=JOB.JEBAND(S8)", "=JOB.PROFILEMATCH(C8:R8)"],
  ]);
  expect(await read("A3:R8")).toEqual(before);
  expect(await fillResults(sheetId)).toEqual({ ok: true, value: { kind: "nothing-to-fill", blocked: [] } });
});

test("jobs below a table are filled in too, and the table stays as it is", async () => {
  const sheetId = await adopted();
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add("A3:R5", true);
    await context.sync();
  });
  expect((await addResults(sheetId, ["score"])).ok).toBe(true);
  await write("A6:B6", [["J-3", "Clerk"]]);
  expect(await fillResults(sheetId)).toMatchObject({ ok: true, value: { kind: "filled", jobs: 1, cells: 1 } });
  expect(await read("S6")).toEqual([["=JOB.JESCORE(C6:R6)"]]);
  expect(page.workbook.tables()[0]?.area()).toMatchObject({ rowCount: 3, columnCount: 19 });
});

test("Restore takes out what was filled in, and nothing else", async () => {
  const sheetId = await withLaterJobs();
  const before = await read("A1:X9");
  const answer = await fillResults(sheetId);
  if (!answer.ok || answer.value.kind !== "filled") throw new Error(JSON.stringify(answer));
  expect(answer.value.written.what).toBe("formulas");
  expect(await restore(answer.value.written)).toEqual({ ok: true, value: undefined });
  expect(await read("A1:X9")).toEqual(before);
});

test("the formula that most rows have is the column's: cells that stay where they are stay, one's own wrapping too", async () => {
  const sheetId = await adopted();
  await write("S3:T5", [
    ["Score", "Grade"],
    ['=IFERROR(_xldudf_JOB_JESCORE(C4:R4),"see A4")', "=JOB.JEBAND(S4,'My A1'!$A$1:C$9)"],
    ['=IFERROR(_xldudf_JOB_JESCORE(C5:R5),"see A4")', "=JOB.JEBAND(S5,'My A1'!$A$1:C$9)"],
  ]);
  await write("A6:B6", [["J-3", "Clerk"]]);
  expect(await fillResults(sheetId)).toMatchObject({ ok: true, value: { kind: "filled", cells: 2 } });
  expect(await read("S6:T6")).toEqual([['=IFERROR(JOB.JESCORE(C6:R6),"see A4")', "=JOB.JEBAND(S6,'My A1'!$A$1:C$9)"]]);
});

test("one formula that fills many rows is left as it is, and so is a working beside the register", async () => {
  const sheetId = await adopted();
  await write("S3:S4", [["Score"], ["=JOB.JEEVALUATE(C4:R5)"]]);
  // Without a heading over it, or about another row.
  await write("X4:Y4", [["=JOB.JESCORE(C4:R4)", "=JOB.JESCORE(C5:R5)"]]);
  await write("Y3", [["Second"]]);
  await write("A6:B6", [["J-3", "Clerk"]]);
  const before = await read("A1:Z9");
  expect(await fillResults(sheetId)).toEqual({ ok: true, value: { kind: "nothing-to-fill", blocked: [] } });
  expect(await read("A1:Z9")).toEqual(before);
});

test("a formula whose results spill to the right is entered only where the cells beside are empty", async () => {
  const sheetId = await adopted();
  await write("S3:V5", [
    ["Score", "Band", "Fall", "Rise"],
    ["=JOB.JEEVALUATE(C4:R4)", "", "", ""],
    ["=JOB.JEEVALUATE(C5:R5)", "", "", ""],
  ]);
  await write("A6:B7", [
    ["J-3", "Clerk"],
    ["J-4", "Nurse"],
  ]);
  await write("U6", [["my note"]]);
  expect(await fillResults(sheetId)).toMatchObject({ ok: true, value: { kind: "filled", cells: 1, blocked: [{ row: 5, column: 18 }] } });
  expect(await read("S6:V7")).toEqual([
    ["", "", "my note", ""],
    ["=JOB.JEEVALUATE(C7:R7)", "", "", ""],
  ]);
});

test("filling three columns takes thirteen syncs, so the failures below reach every one", async () => {
  const sheetId = await withLaterJobs();
  const counter = failAtSync(page, "", 99);
  expect((await fillResults(sheetId)).ok).toBe(true);
  expect(counter.syncs()).toBe(13);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])("a failure at sync %d leaves the sheet as it was", async (failing) => {
  const sheetId = await withLaterJobs();
  const before = contentOf(page);
  failAtSync(page, "AccessDenied", failing);
  expect(await fillResults(sheetId)).toEqual({ ok: false, failure: { kind: "refused" } });
  Object.assign(globalThis, { Excel: page.Excel });
  expect(contentOf(page)).toEqual(before);
});

test("a protected sheet refuses, and stays as it was", async () => {
  const sheetId = await withLaterJobs();
  const before = contentOf(page);
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().protection.protect();
    await context.sync();
  });
  expect(await fillResults(sheetId)).toEqual({ ok: false, failure: { kind: "refused" } });
  expect(contentOf(page)).toEqual(before);
});
