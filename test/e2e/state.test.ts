import { startWorkbench, WorkbookPage, type Workbench } from "../support/browser";

describe("the workbook is kept in the browser", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    workbench = await startWorkbench();
  });
  afterAll(() => workbench.close());

  test("a reload brings back values, formulas and their results; another page cannot spoil it", async () => {
    const workbook = await workbench.open();
    await workbook.type("A1", "Kept", ...Array<string>(16).fill("2"), "=JOB.JESCORE(B1:Q1)", "=JOB.JEEVALUATE(B1:Q1)");
    // Chart of chapter seven, level 2: 12+36+15+15+15+9+12+12+12+9+12+12+7+7+11+7 = 203; band 2 is 161 to 215.
    const shown = [["Kept", "203", "203", "2", "43", "13"]];
    expect(await workbook.read("A1")).toEqual([["Kept"]]);
    expect(await workbook.read("R1:V1")).toEqual([shown[0]!.slice(1)]);
    await workbook.page.waitForTimeout(1500);

    const second = new WorkbookPage(await workbook.page.context().newPage(), []);
    await second.page.goto(`${workbench.url}host/?fresh`);
    await second.page.waitForFunction(() => "embeddedWorkbook" in window);
    await second.page.getByText("Open in another window too: this copy is not kept.").waitFor();
    await second.type("A1", "Spoilt");
    await second.page.waitForTimeout(1500);
    await second.page.close();

    await workbook.page.reload();
    await workbook.page.waitForFunction(() => "embeddedWorkbook" in window);
    await workbook.page.getByText(/As you left it on/).waitFor();
    expect(await workbook.read("A1")).toEqual([["Kept"]]);
    expect(await workbook.read("R1:V1")).toEqual([shown[0]!.slice(1)]);
    await workbook.type("B1", "1");
    expect(await workbook.read("R1:S1")).toEqual([["196", "196"]]);

    await workbook.press("Start afresh");
    await workbook.page.getByText("Kept in this browser.").waitFor();
    expect(await workbook.read("A1:R1")).toEqual([Array<string>(18).fill("")]);
    expect(workbook.faults).toEqual([]);
  });
});
