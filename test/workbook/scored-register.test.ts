import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { lookAtSheet } from "../../src/workbook/adoption/look";
import { readScoredJobs, type ScoredJobs } from "../../src/workbook/scored-register";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(60_000);

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

type Cell = string | number;
const FACTORS =
  "Communication|Knowledge|Analytical|Planning|Physical skills|Patient care|Policy|Finance|HR|Information|Research|Freedom to act|Physical effort|Mental effort|Emotional effort|Working conditions".split(
    "|",
  );
/** All at level 1: 86 points, the least there are (handbook, chapter seven). */
const LEAST: Cell[] = FACTORS.map(() => 1);

async function register(rows: readonly (readonly Cell[])[]): Promise<string> {
  const head = ["Job ID", "Job title", ...FACTORS, "Headcount", "FTE", "Women", "Men"];
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRangeByIndexes(2, 0, rows.length + 1, head.length).values = [head, ...rows.map((row) => [...row])];
    await context.sync();
  });
  const look = await lookAtSheet();
  if (!look.ok || look.value?.answer.kind !== "register") throw new Error("not recognised");
  const { sheetId, answer } = look.value;
  const { scheme, headingRows, headings, factors, columns } = answer.recognition;
  await adoptSheet({
    sheetId,
    scheme,
    chart: null,
    headingRows,
    headings,
    factors: factors.flatMap((factor) => (factor === null ? [] : [factor.column])),
    columns,
  });
  return sheetId;
}

async function read(sheetId: string): Promise<ScoredJobs> {
  const reading = await readScoredJobs(sheetId);
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
  expect(await readScoredJobs("nowhere")).toEqual({ ok: true, value: { kind: "no-register" } });
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
