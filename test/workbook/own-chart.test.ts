/** A register for a points chart of one's own: all scores and points below are added up by hand from CHART. */
import { createSession, type LiveSession } from "../../src/session/session";
import { createJobSession, type JobState } from "../../src/session/job";
import type { RegisterState } from "../../src/session/summary";
import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { lookAtSheet } from "../../src/workbook/adoption/look";
import { chooseChart, chooseGrades, type ChosenChart } from "../../src/workbook/chosen-table";
import { createOwnRegister } from "../../src/workbook/creation/creation";
import { handOver } from "../../src/workbook/handover/handover";
import { addResults } from "../../src/workbook/result";
import { ScoredRegister } from "../../src/session/scored-register";
import { contentOf, failAtSync } from "../support/failing-sync";
import { openOfficePage, type OfficePage, type OfficePageOptions } from "../support/office";

jest.setTimeout(30_000);

type Cell = string | number;

/** Three factors; the second has two levels, the third's points have parts. */
const CHART: Cell[][] = [
  ["Factor", "L1", "L2", "L3"],
  ["Knowledge", 10, 25, 60],
  ["May", 5, 40, ""],
  ["People", 2.5, 7.5, 12.5],
];
const GRADES: Cell[][] = [
  ["Grade", "From", "To"],
  ["A", 17.5, 59.5],
  ["B", 60, 112.5],
];

let page: OfficePage;
async function open(options: OfficePageOptions = {}): Promise<void> {
  page = await openOfficePage(options);
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.name = "Our chart";
    sheet.getRange("B3:E6").formulas = CHART;
    sheet.getRange("H3:J5").formulas = GRADES;
    await context.sync();
  });
}
afterEach(() => page.close());

const select = (address: string, sheet = "Our chart"): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).activate();
    context.workbook.worksheets.getItem(sheet).getRange(address).select();
    await context.sync();
  });
const write = (sheet: string, address: string, cells: Cell[][]): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = cells;
    await context.sync();
  });
const formulas = (sheet: string, address: string): Promise<Cell[][]> =>
  page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as Cell[][];
  });

async function chosen(address = "B3:E6"): Promise<ChosenChart> {
  await select(address);
  const answer = await chooseChart();
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

async function create(withGrades: boolean): Promise<string> {
  const chart = await chosen();
  await select("H3:J5");
  const grades = await chooseGrades();
  if (!grades.ok) throw new Error(JSON.stringify(grades));
  const answer = await createOwnRegister({ name: "Ours", jobs: 3, chart, grades: withGrades ? grades.value : null });
  if (!answer.ok || answer.value.kind !== "created") throw new Error(JSON.stringify(answer));
  return answer.value.sheet.id;
}

const JOBS: Cell[][] = [
  // 60 + 40 + 2.5 = 102.5, grade B
  [3, "2zz", "Level 1"],
  // 10 + 5 + 12.5 = 27.5, grade A
  ["1(q)", 1, "3"],
  // The second factor has two levels.
  [1, 3, 1],
];

async function fill(withGrades: boolean): Promise<void> {
  await write("Ours", "A5:B7", [
    ["J-1", "One"],
    ["J-2", "Two"],
    ["J-3", "Three"],
  ]);
  await write("Ours", withGrades ? "G5:I7" : "F5:H7", JOBS);
}

let session: LiveSession;
const state = (): RegisterState => {
  const content = session.getState().current?.content;
  if (content?.kind !== "jobs") throw new Error(JSON.stringify(session.getState()));
  return content.state;
};
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition()).toBe(true);
}

describe("pointing at a chart", () => {
  beforeEach(() => open());

  test("it is read as the functions read it, wherever it stands", async () => {
    const { reading, sheetName, area } = await chosen();
    expect([sheetName, area]).toEqual(["Our chart", { row: 2, column: 1, rows: 4, columns: 4 }]);
    expect(reading.ok && reading.value.factors.map(({ name, levels }) => [name, levels.map(({ points }) => points)])).toEqual([
      ["Knowledge", [10, 25, 60]],
      ["May", [5, 40]],
      ["People", [2.5, 7.5, 12.5]],
    ]);
  });

  test("whole columns end where the sheet does", async () => {
    await write(
      "Our chart",
      "H3:J5",
      GRADES.map((row) => row.map(() => "")),
    );
    expect((await chosen("B:E")).area).toEqual({ row: 0, column: 1, rows: 6, columns: 4 });
  });

  test.each<[string, string, Cell, unknown]>([
    ["a word for points", "D5", "forty", { kind: "chart-points", row: 3, column: 3, found: "forty" }],
    ["a gap", "C4", "", { kind: "chart-gap", row: 2, column: 2 }],
    ["points that fall", "E6", 7, { kind: "chart-falls", row: 4, column: 4, points: 7, before: 7.5 }],
    ["a factor without a name", "B5", "", { kind: "chart-names", row: 3, found: "" }],
  ])("%s is a fault with its cell", async (_, address, cell, problem) => {
    await write("Our chart", address, [[cell]]);
    expect((await chosen()).reading).toEqual({ ok: false, problem });
  });

  test("one cell is no chart", async () => {
    expect((await chosen("C4")).reading).toMatchObject({ ok: false, problem: { kind: "one-cell-selected" } });
  });
});

describe("a register created for it", () => {
  test("live formulas carry the addresses of chart and grades; lists of levels, headings that stay in sight", async () => {
    await open();
    await create(true);
    expect(await formulas("Ours", "A4:J5")).toEqual([
      ["Job ID", "Job title", "Score", "Grade", "Department", "Job family", "1 Knowledge", "2 May", "3 People", "Findings"],
      [
        "",
        "",
        "=JOB.JESCORE(G5:I5,'Our chart'!$B$3:$E$6)",
        "=JOB.JEBAND(C5,'Our chart'!$H$3:$J$5)",
        "",
        "",
        "",
        "",
        "",
        "=JOB.JECHECK(G5:I5,'Our chart'!$B$3:$E$6)",
      ],
    ]);
    const sheet = page.workbook.sheets().find((one) => one.name() === "Ours")!;
    expect(sheet.frozen()).toEqual({ rows: 4, columns: 4 });
    const listAt = (column: number): string =>
      JSON.stringify(
        sheet.validations().find(({ areas }) => areas.some((area) => area.column === column && area.row === 4))?.validation.rule,
      );
    expect([listAt(6), listAt(7)]).toEqual([expect.stringContaining('"1,2,3"'), expect.stringContaining('"1,2"')]);
  });

  test("without grades it has no grade column, so that no formula takes the NHS bands", async () => {
    await open();
    await create(false);
    expect(JSON.stringify(await formulas("Ours", "A4:J7"))).not.toContain("JEBAND");
    expect((await formulas("Ours", "A4:I4"))[0]).toEqual(
      "Job ID|Job title|Score|Department|Job family|1 Knowledge|2 May|3 People|Findings".split("|"),
    );
  });

  test("the pane counts, bands and names what is wrong", async () => {
    await open();
    await create(true);
    await fill(true);
    session = createSession();
    await session.start();
    expect([state().jobs, state().complete, state().invalid.length, state().unmatched, state().outcomes]).toEqual([3, 2, 1, null, null]);
    const scores = state().bands?.rows.map(({ band, findings }) => [band.label, findings.first(9).map(({ id, score }) => [id, score])]);
    expect(scores).toEqual([
      ["A", [["J-2", 27.5]]],
      ["B", [["J-1", 102.5]]],
    ]);
    expect(state().invalid.first(1)[0]?.cells).toMatchObject([
      { column: 7, factor: { number: 2, name: "May" }, fault: { kind: "no-such-level", count: 2 } },
    ]);
  });

  test("a point changed in the chart is followed; a fault in it is told with its cell, and cured", async () => {
    await open();
    await create(true);
    await fill(true);
    session = createSession();
    await session.start();
    // 70 + 40 + 2.5
    await write("Our chart", "E4", [[70]]);
    await until(() => session.getState().current?.content.kind === "jobs" && state().bands?.rows[1]?.findings.first(1)[0]?.score === 112.5);
    await write("Our chart", "D5", [["x"]]);
    await until(() => session.getState().current?.content.kind === "no-scheme");
    expect(session.getState().current?.content).toMatchObject({
      problem: { kind: "chart-points", row: 3, column: 3 },
      corner: { sheetName: "Our chart", row: 2, column: 1 },
    });
    await write("Our chart", "D5", [[40]]);
    await until(() => session.getState().current?.content.kind === "jobs");
    expect(state().complete).toBe(2);
  });

  test("rows of the chart that change places are refused: each column would be another factor", async () => {
    await open();
    await create(false);
    session = createSession();
    await session.start();
    await write("Our chart", "B4:E5", [CHART[2]!, CHART[1]!]);
    await until(() => session.getState().current?.content.kind === "no-scheme");
    expect(session.getState().current?.content).toMatchObject({
      problem: { kind: "chart-order", number: 1, found: "May", expected: "Knowledge" },
    });
  });

  test("chart and grades are followed when rows come in above them and their sheet gets another name", async () => {
    await open();
    const sheetId = await create(true);
    await fill(true);
    session = createSession();
    await session.start();
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Our chart");
      sheet.getRange("1:2").insert("Down");
      sheet.getRange("A:A").insert("Right");
      sheet.name = "Points 2027";
      await context.sync();
    });
    await session.refresh();
    expect(state().bands?.rows.map(({ findings }) => findings.length)).toEqual([1, 1]);
    // The register was created with a grade column; a second one is refused until that is cleared.
    expect(await addResults(sheetId, ["band"])).toMatchObject({ ok: true, value: { kind: "results-there", columns: [{ letters: "D" }] } });
    await write("Ours", "D4:D7", [[""], [""], [""], [""]]);
    expect(await addResults(sheetId, ["band"])).toMatchObject({ ok: true, value: { kind: "written" } });
    const written = (await formulas("Ours", "K5:K5"))[0]?.[0];
    expect(written).toBe("=JOB.JEBAND(JOB.JESCORE(G5:I5,'Points 2027'!$C$5:$F$8),'Points 2027'!$I$5:$K$7)");
  });

  test("a deleted sheet of the chart is told, not scored around", async () => {
    await open();
    await create(false);
    session = createSession();
    await session.start();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Our chart").delete();
      await context.sync();
    });
    await session.refresh();
    expect(session.getState().current?.content).toMatchObject({ kind: "no-scheme", problem: { kind: "cells-lost", what: "points chart" } });
  });

  test("result columns, what-if and hand-over copy use the chart too", async () => {
    await open();
    const sheetId = await create(true);
    await fill(true);
    await write("Ours", "C4:C7", [[""], [""], [""], [""]]);
    expect(await addResults(sheetId, ["score"])).toMatchObject({ ok: true, value: { kind: "written" } });
    expect((await formulas("Ours", "K5:K5"))[0]).toEqual(["=JOB.JESCORE(G5:I5,'Our chart'!$B$3:$E$6)"]);
    const jobs = await new ScoredRegister(sheetId).read();
    expect(jobs.ok && jobs.value.kind === "jobs" && [...jobs.value.jobs.scores]).toEqual([102.5, 27.5, NaN]);
    expect(jobs).toMatchObject({ value: { jobs: { chart: "'Our chart'!$B$3:$E$6" } } });
    await handOver(sheetId);
    const copy = page.workbook.sheets().find((sheet) => sheet.name() === "Hand-over copy")!;
    const values = copy.values(copy.usedArea()!);
    // The chart is copied as values: a row a level.
    expect(values[4]?.slice(8, 12)).toEqual([1, 10, 5, 2.5]);
    expect(values[6]?.slice(8, 12)).toEqual([3, 60, null, 12.5]);
  });

  test("the Job view opens its jobs: levels, any letters", async () => {
    await open();
    await create(false);
    await fill(false);
    await select("A5", "Ours");
    const job = createJobSession();
    job.open();
    const kind = (): JobState["view"]["kind"] => job.getState().view.kind;
    await until(() => kind() !== "reading");
    const { view } = job.getState();
    expect(view.kind === "job" && view.job.factors.map(({ reading }) => reading)).toEqual([
      { kind: "level", level: 3, letters: "" },
      { kind: "level", level: 2, letters: "z" },
      { kind: "level", level: 1, letters: "" },
    ]);
  });
});

describe("adopting a sheet of one's own", () => {
  test("columns are known by the chart's names, and agreed", async () => {
    await open();
    await page.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Old list");
      sheet.getRange("A1:F4").formulas = [
        ["Ref", "Post", "People", "Note", "Knowledge level", "May"],
        ["J-1", "One", 1, "", 3, 2],
        ["J-2", "Two", 3, "seen", 1, 1],
        ["J-3", "Three", 2, "", 2, 2],
      ];
      await context.sync();
      sheet.load("id");
      await context.sync();
    });
    const sheetId = page.workbook.sheets().find((sheet) => sheet.name() === "Old list")!.id;
    const chart = await chosen();
    if (!chart.reading.ok) throw new Error("fault");
    const look = await lookAtSheet({ chosen: { scheme: chart.reading.value }, sheetId });
    if (!look.ok || look.value?.answer.kind !== "register") throw new Error(JSON.stringify(look));
    const { headingRows, headings, factors, columns } = look.value.answer.recognition;
    expect([look.value.sheetName, factors.map((factor) => factor?.column), columns.id, columns.title]).toEqual([
      "Old list",
      [4, 5, 2],
      0,
      1,
    ]);
    const places = factors.map((factor) => factor!.column);
    expect(await adoptSheet({ sheetId, scheme: chart.reading.value, chart, headingRows, headings, factors: places, columns })).toEqual({
      ok: true,
      value: { kind: "adopted" },
    });
    expect(await addResults(sheetId, ["score", "band"])).toEqual({ ok: true, value: { kind: "grades-missing" } });
    expect(await addResults(sheetId, ["score"])).toMatchObject({ ok: true });
    expect((await formulas("Old list", "G1:G2")).flat()).toEqual(["Score", "=JOB.JESCORE(CHOOSE({1,2,3},E2,F2,C2),'Our chart'!$B$3:$E$6)"]);
  });
});

describe("a failure at any sync leaves the workbook as it was", () => {
  const wanted = (chart: ChosenChart) => {
    const grades = { sheetId: chart.sheetId, sheetName: chart.sheetName, area: { row: 2, column: 7, rows: 3, columns: 3 } };
    return { name: "Ours", jobs: 2, chart, grades };
  };

  /** The last is Excel.run's own, with nothing left to do. */
  const SYNCS = 11;
  test("creating takes that many syncs", async () => {
    await open();
    const chart = await chosen();
    const counter = failAtSync(page, "AccessDenied", 99);
    expect(await createOwnRegister(wanted(chart))).toMatchObject({ ok: true, value: { kind: "created" } });
    expect(counter.syncs()).toBe(SYNCS);
  });

  test.each(Array.from({ length: SYNCS - 1 }, (_, index) => index + 1))("sync %d", async (failing) => {
    await open();
    const chart = await chosen();
    const before = contentOf(page);
    failAtSync(page, "AccessDenied", failing);
    const answer = await createOwnRegister(wanted(chart));
    expect(answer).toEqual({ ok: false, failure: { kind: "refused" } });
    expect(contentOf(page)).toEqual(before);
  });
});
