import { afcEngland2025 } from "../../src/data/pay/edition";
import { applyEdits } from "../../src/domain/boundary/scenario";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import { insertSample } from "../../src/workbook/sample";
import type { ScenarioReport } from "../../src/workbook/scenario-sheet";
import { writeScenario } from "../../src/workbook/scenario-write";
import { ScoredRegister } from "../../src/session/scored-register";
import { value } from "../support/boundary";
import { openOfficePage, type OfficePage, type OfficePageOptions } from "../support/office";

jest.setTimeout(60_000);

let page: OfficePage;
async function open(options: OfficePageOptions = {}): Promise<void> {
  page = await openOfficePage({ calculate: (formula) => (formula === "=NA()" ? { error: "#N/A" } : null), ...options });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
}
afterEach(() => page.close());

async function report(name = "Six at 442"): Promise<ScenarioReport> {
  const added = await insertSample();
  if (!added.ok) throw new Error(added.failure.kind);
  const reading = await new ScoredRegister(added.value[0]!.id).read();
  if (!reading.ok || reading.value.kind !== "jobs") throw new Error("not read");
  const { jobs } = reading.value;
  const before = { bands: jobs.bands!, pay: afcEngland2025.table };
  const after = value(applyEdits(before, [{ kind: "move", band: "6", from: 442 }]));
  const { spread, jobs: movement, cost } = pictureOf(countJobs(jobs), before, after);
  return {
    name,
    jobs,
    before,
    after,
    spread,
    movements: [{ title: "In jobs", movement, weight: null }],
    cost,
    opening: ["Boundaries are set nationally."],
    sections: [
      {
        title: "Who moves",
        sentences: ["=1+1 is a text here"],
        tables: [
          {
            caption: "Movers",
            headings: ["Job ID", "Job title", "Score"],
            rows: [
              ["DD-130", '=HYPERLINK("x")', 441],
              ["2-3", "Clerk", 120],
            ],
          },
        ],
      },
    ],
  };
}

const cells = (sheet: string): Promise<(string | number)[][]> =>
  page.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
    used.load("formulas");
    await context.sync();
    return used.formulas as (string | number)[][];
  });
const names = (): Promise<string[]> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.load("items/name");
    await context.sync();
    return context.workbook.worksheets.items.map(({ name }) => name);
  });
const column = (rows: (string | number)[][], text: string): (string | number)[] =>
  rows.flat().filter((cell) => String(cell).startsWith(text));

test("the sheet is headed as a scenario, its formulas name the register's levels and both band tables", async () => {
  await open();
  const before = await cellsOfRegister(await report());
  const written = await writeScenario(before.report);
  expect(written).toMatchObject({ ok: true, value: { sheetName: "Scenario Six at 442" } });
  const rows = await cells("Scenario Six at 442");
  expect(rows[0]![0]).toBe("Scenario, not an outcome");
  // 58 jobs from row 5, sixteen factors from column G (the sample's own layout).
  const scores = "JOB.JESCORE('Register'!$G$5:$V$62)";
  const distributions = column(rows, "=JOB.JEDISTRIBUTION");
  expect(distributions).toHaveLength(2);
  expect(distributions.every((formula) => String(formula).startsWith(`=JOB.JEDISTRIBUTION(${scores},$`))).toBe(true);
  expect(column(rows, `=JOB.JEMOVES(${scores},$`)).toHaveLength(1);
  expect(column(rows, `=JOB.JECOST(${scores},$`)).toHaveLength(2);
  expect(rows.flat()).toContain(442);
  // The register's cells are as they were.
  expect(await cells("Register")).toEqual(before.cells);
});

async function cellsOfRegister(made: ScenarioReport): Promise<{ report: ScenarioReport; cells: (string | number)[][] }> {
  return { report: made, cells: await cells("Register") };
}

test("texts stay texts, whatever they look like", async () => {
  await open();
  await writeScenario(await report());
  const rows = await cells("Scenario Six at 442");
  expect(rows.flat()).toEqual(expect.arrayContaining(["=1+1 is a text here", '=HYPERLINK("x")', "2-3"]));
  const typed = await page.Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem("Scenario Six at 442").getUsedRange();
    used.load("values");
    await context.sync();
    return used.values as unknown[][];
  });
  expect(typed.flat()).toContain('=HYPERLINK("x")');
});

test("where Excel has no charts for add-ins, the sheet stands without one, and says so", async () => {
  await open();
  const written = await writeScenario(await report());
  expect(written).toMatchObject({ ok: true, value: { without: ["chart"] } });
  expect(page.unavailable.some((member) => /chart/i.test(member))).toBe(true);
});

test("a register with rows between its jobs gets figures, and says that they do not follow", async () => {
  await open();
  const made = await report();
  const rows = Int32Array.from(made.jobs.rows, (row, job) => (job > 10 ? row + 1 : row));
  await writeScenario({ ...made, jobs: { ...made.jobs, rows } });
  const written = await cells("Scenario Six at 442");
  expect(column(written, "=JOB.")).toEqual([]);
  expect(column(written, "All figures are as they were")).toHaveLength(1);
});

test("posts that are not known would be none to a formula: cost is then written as figures", async () => {
  await open();
  const made = await report();
  const fte = Float64Array.from(made.jobs.rows, (_, job) => (job === 0 ? NaN : 1));
  const jobs = { ...made.jobs, weights: { ...made.jobs.weights, fte }, weightColumns: { ...made.jobs.weightColumns, fte: 30 } };
  await writeScenario({ ...made, jobs });
  const rows = await cells("Scenario Six at 442");
  expect(column(rows, "=JOB.JECOST")).toEqual([]);
  expect(column(rows, "=JOB.JEDISTRIBUTION")).toHaveLength(2);
});

test("a name that no sheet may have is made into one, and the second of a name gets a number", async () => {
  await open();
  const made = await report("a/b: [what] if* we moved everything a long way up?");
  await writeScenario(made);
  await writeScenario(made);
  const added = (await names()).filter((name) => name.startsWith("Scenario"));
  expect(added).toEqual(["Scenario a b what if we mov", "Scenario a b what if we mov 2"]);
});

describe("whatever sync fails, the workbook is as it was, or the sheet is whole", () => {
  /** Syncs that the writing itself takes, found by letting it through once. */
  test.each([1, 2, 3, 4])("sync %d of writing", async (failing) => {
    let armed = false;
    let count = 0;
    await open({
      faults: {
        cellEditMode: () => {
          if (!armed) return false;
          count += 1;
          return count === failing;
        },
      },
    });
    const made = await report();
    const before = await names();
    armed = true;
    const written = await writeScenario(made);
    armed = false;
    const now = await names();
    if (written.ok) expect(now).toEqual([...before, written.value.sheetName]);
    else expect(now).toEqual(before);
    expect(written.ok || written.failure.kind).toBe("cell-edit");
  });
});

test("moves of people follow the register's headcount; where a count is not known they are figures, since a formula would take it for none", async () => {
  await open();
  const made = await report();
  const [jobs] = made.movements;
  const people = { title: "In people", movement: jobs!.movement, weight: "headcount" } as const;
  const counted = (known: boolean): ScenarioReport => {
    const headcount = Float64Array.from(made.jobs.rows, (_, job) => (job === 0 && !known ? NaN : 2));
    const weights = { ...made.jobs.weights, headcount };
    const register = { ...made.jobs, weights, weightColumns: { ...made.jobs.weightColumns, headcount: 30 } };
    return { ...made, jobs: register, movements: [jobs!, people] };
  };
  await writeScenario(counted(true));
  const moves = column(await cells("Scenario Six at 442"), "=JOB.JEMOVES");
  expect(moves).toHaveLength(2);
  expect(moves.map((formula) => String(formula).endsWith(",'Register'!$AE$5:$AE$62)"))).toEqual([false, true]);
  await writeScenario(counted(false));
  expect(column(await cells("Scenario Six at 442 2"), "=JOB.JEMOVES")).toHaveLength(1);
});
