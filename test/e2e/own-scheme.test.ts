import type { Frame } from "playwright-core";
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
