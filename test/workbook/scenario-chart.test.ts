import { applyEdits } from "../../src/domain/boundary/scenario";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import type { ScenarioReport } from "../../src/workbook/scenario-sheet";
import { writeScenario, type WrittenScenario } from "../../src/workbook/scenario-write";
import { ScoredRegister } from "../../src/session/scored-register";
import { value } from "../support/boundary";
import { BoundaryWorkbook } from "../support/boundary-workbook";
import { offerCharts } from "../support/charts";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
let charts: ReturnType<typeof offerCharts>;
beforeEach(async () => {
  book = await BoundaryWorkbook.open();
  charts = offerCharts();
});
afterEach(() => {
  charts.withdraw();
  book.close();
});

async function write(): Promise<{ readonly report: ScenarioReport; readonly written: WrittenScenario }> {
  const reading = await new ScoredRegister(book.sheets[0]!).read();
  if (!reading.ok || reading.value.kind !== "jobs") throw new Error("not read");
  const { jobs } = reading.value;
  const before = { bands: jobs.bands!, pay: null };
  const after = value(
    applyEdits(before, [
      { kind: "move", band: "6", from: 442 },
      { kind: "split", band: "8a", at: 560, label: "8a+" },
    ]),
  );
  const { spread, jobs: movement } = pictureOf(countJobs(jobs), before, after);
  const movements = [{ title: "In jobs", movement, weight: null }];
  const report = { name: "Six at 442", jobs, before, after, spread, movements, cost: null, opening: [], sections: [] };
  const outcome = await writeScenario(report);
  if (!outcome.ok) throw new Error(outcome.failure.kind);
  return { report, written: outcome.value };
}

const sheetOf = (name: string) => book.page.workbook.sheets().find((sheet) => sheet.name() === name)!;

test("the chart has a column a band before and after, says what it is, and names its axes", async () => {
  const { written, report } = await write();
  expect(written.without).not.toContain("chart");
  expect(charts.drawn).toHaveLength(1);
  const [chart] = charts.drawn;
  expect(chart).toMatchObject({
    sheet: "Scenario Six at 442",
    type: "ColumnClustered",
    seriesBy: "Columns",
    title: "Scenario, not an outcome: jobs in each band, Six at 442",
    axes: { category: "Band", value: "Jobs" },
  });
  const cells = sheetOf(written.sheetName).values(chart!.source);
  expect(cells[0]).toEqual(["Band", "In force", "Scenario"]);
  // Texts, so that Excel takes them for names of the columns, not for a third series.
  expect(cells.slice(1).map(([label]) => label)).toEqual(["1", "2", "3", "4", "5", "6", "7", "8a", "8a+", "8b", "8c", "8d", "9"]);
  expect(report.after.bands.bands).toHaveLength(cells.length - 1);
  // Both series refer to the live tables above: jobs of the bands in force in column D, of the scenario's in column J.
  const formulas = sheetOf(written.sheetName).formulas(chart!.source).slice(1);
  const columns = formulas.map((row) => row.slice(1).map((formula) => /^=([A-Z]+)\d+$/.exec(formula)?.[1]));
  expect(columns[5]).toEqual(["D", "J"]);
  // The new band was not there before.
  expect([columns[8], cells[9]![1]]).toEqual([[undefined, "J"], 0]);
});

test("it covers no cell that holds something, and nothing is written over it", async () => {
  const { written } = await write();
  const [from, to] = charts.drawn[0]!.place!;
  const covered = {
    row: from.row,
    column: from.column,
    rowCount: to.row - from.row + 1,
    columnCount: to.column - from.column + 1,
  };
  expect(covered.rowCount).toBeGreaterThan(10);
  expect(covered.columnCount).toBeGreaterThan(5);
  const sheet = sheetOf(written.sheetName);
  expect(
    sheet
      .values(covered)
      .flat()
      .every((cell) => cell === null),
  ).toBe(true);
  expect(sheet.formulas(covered).flat().join("")).toBe("");
  expect(from.row).toBeGreaterThanOrEqual(charts.drawn[0]!.source.row + charts.drawn[0]!.source.rowCount);
});

test("where Excel refuses the chart, the sheet stands without one, and says so", async () => {
  charts.withdraw();
  const { written } = await write();
  expect(written.without).toContain("chart");
  expect(sheetOf(written.sheetName).values({ row: 0, column: 0, rowCount: 1, columnCount: 1 })).toEqual([["Scenario, not an outcome"]]);
  expect(book.page.unavailable.some((member) => /chart/i.test(member))).toBe(true);
});
