import type { Frame } from "playwright-core";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/** Three factors of one's own; scores below are added up by hand. */
const CHART = [
  ["Factor", "L1", "L2", "L3"],
  ["Knowledge", "10", "25", "60"],
  ["May", "5", "x"],
  ["People", "2.5", "7.5", "12.5"],
];
const GRADES = [
  ["Grade", "From", "To"],
  ["A", "17.5", "59.5"],
  ["B", "60", "112.5"],
];

describe("a scheme of one's own", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const press = (name: string): Promise<void> => pane.getByRole("button", { name, exact: true }).click();

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?press=JobEvaluation.ShowPane");
    pane = await workbook.pane();
    await workbook.type("A1", ...CHART[0]!);
    await workbook.type("A2", ...CHART[1]!);
    await workbook.type("A3", ...CHART[2]!);
    await workbook.type("A4", ...CHART[3]!);
    await workbook.type("F1", ...GRADES[0]!);
    await workbook.type("F2", ...GRADES[1]!);
    await workbook.type("F3", ...GRADES[2]!);
  }, 180_000);
  afterAll(() => workbench.close());

  test("its chart is pointed at, a fault names its cell, and jobs are scored from it", async () => {
    await press("Create a new register");
    await pane.getByLabel("Scheme").selectOption("own");
    await workbook.goTo("A1:D4");
    await press("Use selected cells as points chart");
    await pane.getByText('Cell C3 on sheet Sheet1: Points chart, row 3, column 3: "x" is not a number').waitFor({ timeout: 20_000 });
    await workbook.screenshot("own-chart-fault");
    await workbook.type("C3", "40");
    await workbook.goTo("A1:D4");
    await press("Use other selected cells as points chart");
    await pane.getByText("3 factors, 2 to 3 levels; scores from 17.5 to 112.5.").waitFor({ timeout: 20_000 });
    await workbook.goTo("F1:H3");
    await press("Use selected cells as grade table");
    await pane.getByText("2 grades, from A to B.").waitFor({ timeout: 20_000 });
    await pane.getByLabel("Name of the sheet").fill("Ours");
    await workbook.screenshot("own-chart");
    await press("Create register");
    await pane.getByText("Sheet Ours is ready").waitFor({ timeout: 60_000 });
    await workbook.type("B5", "Librarian");
    // 60 + 40 + 2.5; any letters pass.
    await workbook.type("G5", "3", "2zz", "Level 1");
    await workbook.type("B6", "Porter");
    await workbook.type("G6", "1", "1", "3");
    expect(await workbook.read("Ours!C5:D6")).toEqual([
      ["102.5", "B"],
      ["27.5", "A"],
    ]);
    await pane.locator('[data-tile="Complete"]', { hasText: "2" }).waitFor({ timeout: 20_000 });
  }, 180_000);

  test("missing ids are given, and taken back by a pane that was loaded anew", async () => {
    await press("Give the missing ids");
    await pane.getByText("2 jobs have one now").waitFor({ timeout: 30_000 });
    expect(await workbook.read("Ours!A5:A6")).toEqual([["J-0001"], ["J-0002"]]);
    await workbook.screenshot("ids-given");
    // The browser keeps the workbook a moment after each change.
    await workbook.page.waitForTimeout(3_000);
    await workbook.page.reload();
    await workbook.page.waitForFunction(() => "embeddedWorkbook" in window);
    await workbook.press("Show pane");
    pane = await workbook.pane();
    await pane.getByText("Takes out the ids that were given last").waitFor({ timeout: 60_000 });
    await press("Restore");
    await pane.getByText("Taken back").waitFor({ timeout: 30_000 });
    expect(await workbook.read("Ours!A5:A6")).toEqual([[""], [""]]);
    expect(await workbook.read("Ours!C5:D5")).toEqual([["102.5", "B"]]);
    expect(workbook.faults).toEqual([]);
  }, 180_000);
});

describe("jobs under headings of one's own, adopted with a points chart that stands on another sheet", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const press = (name: string): Promise<void> => pane.getByRole("button", { name, exact: true }).click();
  const chosen = (label: string): Promise<string> =>
    pane.getByLabel(label, { exact: true }).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? "");
  const choose = (label: string, column: string) => pane.getByLabel(label, { exact: true }).selectOption({ label: column });
  async function fitsAt320(name: string): Promise<void> {
    await workbook.narrow();
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`own-adopt-${name}`);
  }

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?press=JobEvaluation.ShowPane");
    pane = await workbook.pane();
    await workbook.type("A1", "Factor", "Level 1", "Level 2", "Level 3", "Level 4");
    await workbook.type("A2", "Knowledge and skills", "10", "25", "60", "90");
    await workbook.type("A3", "Responsibility for people", "5", "15", "40");
    await workbook.type("A4", "Working environment", "2.5", "7.5", "12.5");
    await workbook.type("A6", "Grade", "From", "To");
    await workbook.type("A7", "A", "17.5", "59.5");
    await workbook.type("A8", "B", "60", "142.5");
    await workbook.addSheet();
    await workbook.type("A1", "Our jobs");
    await workbook.type("A3", "Post no", "Post", "Environment", "People", "Know-how", "Comment");
    // Levels that read like the numbers of the three factors.
    await workbook.type("A4", "P-1", "Librarian", "1", "2", "3", "quiet");
    await workbook.type("A5", "P-2", "Porter", "3", "1", "1");
    await workbook.type("A6", "P-3", "Manager", "2", "3", "4");
  }, 180_000);
  afterAll(() => workbench.close());

  test("few headings are known: the pane says so, and where a scheme of one's own is chosen", async () => {
    await press("Use the sheet in front as a register");
    await pane.getByText("Few headings are those of this scheme's factors.").waitFor({ timeout: 20_000 });
    await fitsAt320("few");
    await pane.getByLabel("Scheme").selectOption("own");
    await pane.getByText("Then the columns of sheet Sheet2 are matched with its factors.").waitFor();
    await fitsAt320("point");
  }, 60_000);

  test("the chart is pointed at on its sheet; what no heading tells is asked for, and no job is taken for a heading", async () => {
    await workbook.sheet("Sheet1");
    await workbook.goTo("A1:E4");
    await press("Use selected cells as points chart");
    await pane.getByText("1 of 3 factors recognised; 3 jobs.").waitFor({ timeout: 20_000 });
    await pane.getByText("Points chart Sheet1!A1:E4").waitFor();
    expect(await chosen("3 Working environment")).toBe("C: Environment");
    expect(await chosen("Job title")).toBe("B: Post");
    await pane.getByText("Still without a column: Factor 1 Knowledge and skills; Factor 2 Responsibility for people.").waitFor();
    await fitsAt320("mapping");
    await choose("1 Knowledge and skills", "D: People");
    await choose("2 Responsibility for people", "D: People");
    await pane.getByText("Chosen for two factors: D: People.").waitFor();
    await choose("1 Knowledge and skills", "E: Know-how");
    await choose("Job id", "A: Post no");
    await press("Use this as the register");
    await pane.getByText("The pane now reads sheet Sheet2.").waitFor({ timeout: 20_000 });
    await pane.locator('[data-tile="Complete"]', { hasText: "3" }).waitFor();
    expect(await pane.evaluate(() => [document.activeElement?.textContent, document.documentElement.scrollTop])).toEqual(["Register", 0]);
    await fitsAt320("adopted");
  }, 60_000);

  test("scores alone without grades; with a grade table both, each from the chart", async () => {
    await press("Add result columns");
    await pane.getByText("untick Band or grade").waitFor();
    await workbook.sheet("Sheet1");
    await workbook.goTo("A6:C8");
    await press("Use selected cells as grade table");
    await pane.getByText("Every formula names your grade table: 2 grades, from A to B.").waitFor({ timeout: 20_000 });
    await press("Add result columns");
    await pane.getByText("Result columns added").waitFor({ timeout: 30_000 });
    await fitsAt320("results");
    // 60 + 15 + 2.5; 10 + 5 + 12.5; 90 + 40 + 7.5.
    expect(await workbook.read("Sheet2!G3:H6")).toEqual([
      ["Score", "Grade"],
      ["77.5", "B"],
      ["27.5", "A"],
      ["137.5", "B"],
    ]);
    await workbook.sheet("Sheet2");
    await workbook.goTo("C4");
    await pane.getByRole("tab", { name: "Job" }).click();
    await pane.getByRole("heading", { level: 1, name: "P-1" }).waitFor();
    await fitsAt320("job");
    expect(workbook.faults).toEqual([]);
  }, 60_000);
});
