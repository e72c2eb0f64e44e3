import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { startWorkbench, WorkbookPage, type Workbench } from "../support/browser";

/** What a person meets in the embedded workbook itself, whatever the add-in does. */
describe("at work in the embedded workbook", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let frame: Frame;
  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?fresh");
    frame = await workbook.pane();
  });
  afterAll(() => workbench.close());

  const message = () => workbook.page.locator("#cell-message").textContent();
  /** What the add-in does through Microsoft's library; answers the error's code where it is refused. */
  const addIn = (work: (sheet: Excel.Worksheet) => void): Promise<string> =>
    frame.evaluate(
      `Excel.run(async (context) => {
        (${work.toString()})(context.workbook.worksheets.getActiveWorksheet());
        await context.sync();
        return "done";
      }).catch((error) => error.code)`,
    );

  test("what is typed stays as it was typed", async () => {
    await workbook.type("A1", "1. Communication", "- none", "1) a", "'007", "# 4", "end");
    expect(await workbook.read("A1:F1")).toEqual([["1. Communication", "- none", "1) a", "007", "# 4", "end"]]);
  });

  test("why a cell holds an error is said where the pointer rests on it", async () => {
    // Factor 1 has levels 1 to 6 (chart of chapter seven).
    await workbook.type("B4", "17", ...Array<string>(15).fill("1"));
    await workbook.type("A3", "=JOB.JESCORE(B4:Q4)");
    expect(await workbook.read("A3")).toEqual([["#VALUE!"]]);
    await workbook.goTo("D8");
    const sentence = "Factor 1 Communication and relationship skills: 17 is not a level of this factor; its levels are 1 to 6.";
    const tip = workbook.page.getByRole("tooltip");
    // Rows are 24 px high under the column heads.
    const grid = (await workbook.page.locator("#grid canvas").last().boundingBox())!;
    await workbook.page.mouse.move(grid.x + 80, grid.y + 20 + 2.5 * 24);
    await tip.filter({ hasText: sentence }).waitFor();
    await workbook.screenshot("workbook-error-sentence");
    await workbook.page.mouse.move(grid.x + 400, grid.y + 300);
    await tip.waitFor({ state: "hidden" });
  });

  test("a protected sheet takes nothing but what its unlocked cells are given, from a person or the add-in", async () => {
    const protect = (sheet: Excel.Worksheet) => {
      sheet.getRange("B10").format.protection.locked = false;
      sheet.protection.protect();
    };
    expect(await addIn(protect)).toBe("done");
    await workbook.goTo("A10");
    await workbook.page.keyboard.type("no");
    expect(await message()).toBe('You cannot do this: the worksheet "Sheet1" is protected.');
    await workbook.type("B10", "yes");
    await workbook.goTo("A1");
    await workbook.page.keyboard.press("Delete");
    expect(await message()).toBe('You cannot do this: the worksheet "Sheet1" is protected.');
    expect(await addIn((sheet) => (sheet.getRange("A10").values = [["no"]]))).toBe("AccessDenied");
    expect(await workbook.read("A1:B1")).toEqual([["1. Communication", "- none"]]);
    expect(await workbook.read("A10:B10")).toEqual([["", "yes"]]);
    expect(await addIn((sheet) => sheet.protection.unprotect())).toBe("done");
    await workbook.type("A10", "now");
    expect(await workbook.read("A10")).toEqual([["now"]]);
  });

  test("undo takes back what was typed and what the add-in wrote, one step at a time, and redo does it again", async () => {
    await workbook.type("A12", "typed");
    await addIn((sheet) => (sheet.getRange("A12:B12").values = [["written", 5]]));
    expect(await workbook.read("A12:B12")).toEqual([["written", "5"]]);
    await workbook.page.keyboard.press("Control+z");
    expect(await workbook.read("A12:B12")).toEqual([["typed", ""]]);
    await workbook.page.keyboard.press("Control+z");
    expect(await workbook.read("A12:B12")).toEqual([["", ""]]);
    await workbook.page.keyboard.press("Control+y");
    await workbook.page.keyboard.press("Control+y");
    expect(await workbook.read("A12:B12")).toEqual([["written", "5"]]);
  });

  test("what the add-in asks for at once is undone at once, the last first", async () => {
    await workbook.type("A13", "mine");
    await addIn((sheet) => {
      const cell = sheet.getRange("A13");
      cell.values = [["first"]];
      cell.values = [["second"]];
      sheet.getRange("13:13").insert("Down");
      sheet.getRange("A13").values = [["above"]];
    });
    expect(await workbook.read("A13:A15")).toEqual([["above"], ["second"], [""]]);
    await workbook.page.keyboard.press("Control+z");
    expect(await workbook.read("A13:A15")).toEqual([["mine"], [""], [""]]);
    await workbook.page.keyboard.press("Control+y");
    expect(await workbook.read("A13:A15")).toEqual([["above"], ["second"], [""]]);
    await workbook.page.keyboard.press("Control+z");
    expect(await workbook.read("A13:A15")).toEqual([["mine"], [""], [""]]);
  });

  test("a workbook that the add-in makes is offered, and opens in a window of its own", async () => {
    const download = workbook.page.waitForEvent("download");
    await workbook.press("Save");
    const file = readFileSync(await (await download).path()).toString("base64");
    await frame.evaluate((text) => Excel.createWorkbook(text), file);
    const opening = workbook.page.context().waitForEvent("page");
    await workbook.page.getByRole("link", { name: "Open it in a new window" }).click();
    const opened = new WorkbookPage(await opening, []);
    await opened.page.locator("#file-state", { hasText: "Opened New workbook.xlsx." }).waitFor();
    expect(await opened.read("A1:B1")).toEqual([["1. Communication", "- none"]]);
    expect(await opened.read("A3")).toEqual([["#VALUE!"]]);
    await opened.page.close();
    await workbook.press("Put the new workbook away");
    expect(await workbook.page.locator("#created").textContent()).toBe("");
  });

  test("the last cell of Excel can be written and read, and the grid grows to it", async () => {
    expect(await addIn((sheet) => (sheet.getRange("A1048576").values = [["last"]]))).toBe("done");
    expect(await workbook.read("A1048576")).toEqual([["last"]]);
    expect(workbook.faults).toEqual([]);
  });
});
