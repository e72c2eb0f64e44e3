import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

describe("walking down the jobs with the pane beside the sheet", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((job) => job.id === id);

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
    await pane.getByRole("tab", { name: "Job" }).click();
  }, 60_000);
  afterAll(() => workbench.close());

  const heading = (text: string): Promise<void> => pane.getByRole("heading", { level: 1, name: text }).waitFor();

  test("the pane follows the selected row; the score is hidden until there are reasons", async () => {
    await workbook.goTo(`C${rowOf("DD-130")}`);
    await heading("DD-130");
    await pane.getByText("Still to do: 16 reasons.").waitFor();
    expect(await pane.getByText("441").count()).toBe(0);
    await workbook.screenshot("job-panel");
  });

  test("a level and letters are set by keyboard alone, a reason is typed, and applying writes the row and the evidence sheet", async () => {
    // DD-110 misses a profile by factor 12 alone: 249 points with level 4, 249 - 32 + 21 = 238 with level 3 (chapter seven).
    const row = rowOf("DD-110");
    await workbook.goTo(`R${row}`);
    await heading("DD-110");
    const before = await workbook.read(`Register!G${row}:V${row}`);
    const factor = pane.getByRole("button", { name: /^12 Freedom to act/ });
    await factor.focus();
    await workbook.page.keyboard.press("Enter");
    await pane.getByRole("radio", { name: /^Level 4/ }).focus();
    await workbook.page.keyboard.press("ArrowUp");
    await pane.getByText("1 level to apply.").waitFor();
    await pane.getByRole("textbox", { name: "Reason" }).fill("Works to set procedures");
    await pane.getByText("1 level and 1 note to apply.").waitFor();
    await workbook.screenshot("job-edited");
    expect(await workbook.read(`Register!R${row}`)).toEqual([["4"]]);
    await pane.getByRole("button", { name: "Apply to the row" }).click();
    await pane.getByText(/: 1 level in the row, 1 note on the evidence sheet written\.$/).waitFor();
    const after = await workbook.read(`Register!G${row}:V${row}`);
    expect(after).toEqual([before[0]!.with(11, "3")]);
    expect(await workbook.read(`Register!C${row}`)).toEqual([["238"]]);
    expect(await workbook.read("Evidence!A1:F2")).toEqual([
      ["Job ID", "Factor", "Level", "Letters", "Evidence", "Reason"],
      ["DD-110", "12", "3", "", "", "Works to set procedures"],
    ]);
  });

  test("an edit in the sheet meanwhile is shown and not overwritten", async () => {
    const row = rowOf("DD-110");
    await pane.getByRole("radio", { name: /^Level 2/ }).click();
    await workbook.type(`R${row}`, "4");
    await pane.getByText("Meanwhile the sheet's cell was changed; it now holds 4.").waitFor();
    await workbook.screenshot("job-conflict");
    await pane.getByRole("button", { name: "Use the sheet's" }).click();
    await pane.getByRole("button", { name: "Apply to the row" }).waitFor({ state: "detached" });
    expect(await workbook.read(`Register!R${row}`)).toEqual([["4"]]);
  });

  test("what was applied is restored, note and level together", async () => {
    const row = rowOf("DD-110");
    const before = [await workbook.read(`Register!A${row}:V${row}`), await workbook.read("Evidence!A1:F3")];
    await pane.getByRole("radio", { name: /^Level 2/ }).click();
    await pane.getByRole("textbox", { name: "Reason" }).fill("Works under supervision");
    await pane.getByRole("button", { name: "Apply to the row" }).click();
    await pane.getByRole("button", { name: "Restore", exact: true }).waitFor();
    await workbook.screenshot("job-applied");
    expect(await workbook.read(`Register!R${row}`)).toEqual([["2"]]);
    await pane.getByRole("button", { name: "Restore", exact: true }).click();
    await pane.getByText(/: the row and its notes are as they were before\.$/).waitFor();
    expect([await workbook.read(`Register!A${row}:V${row}`), await workbook.read("Evidence!A1:F3")]).toEqual(before);
  });

  test("what was applied is undone in the grid in one step, and the pane offers no Restore of it", async () => {
    const row = rowOf("DD-110");
    const before = [await workbook.read(`Register!A${row}:V${row}`), await workbook.read("Evidence!A1:F3")];
    await pane.getByRole("radio", { name: /^Level 2/ }).click();
    await pane.getByRole("textbox", { name: "Reason" }).fill("Works under supervision");
    await pane.getByRole("button", { name: "Apply to the row" }).click();
    await pane.getByRole("button", { name: "Restore", exact: true }).waitFor();
    await workbook.goTo(`R${row}`);
    await workbook.page.keyboard.press("Control+z");
    await pane.getByRole("button", { name: "Restore", exact: true }).waitFor({ state: "detached" });
    expect([await workbook.read(`Register!A${row}:V${row}`), await workbook.read("Evidence!A1:F3")]).toEqual(before);
  });

  test("what is not applied is there again when the page is loaded anew", async () => {
    const row = rowOf("DD-110");
    const before = await workbook.read(`Register!A${row}:V${row}`);
    await pane.getByRole("radio", { name: /^Level 2/ }).click();
    await pane.getByRole("textbox", { name: "Reason" }).fill("Works under supervision");
    await pane.getByText("1 level and 1 note to apply.").waitFor();
    // The browser keeps the workbook a moment after each change, and asks before it leaves the page.
    await workbook.page.waitForTimeout(3_000);
    const asked: string[] = [];
    workbook.page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await workbook.page.reload();
    expect(asked).toEqual(["beforeunload"]);
    await workbook.page.waitForFunction(() => "embeddedWorkbook" in window);
    await workbook.press("Show pane");
    pane = await workbook.pane();
    await pane.getByRole("tab", { name: "Job" }).click();
    await workbook.sheet("Register");
    await workbook.goTo(`R${row}`);
    await heading("DD-110");
    await pane.getByText("1 level and 1 note to apply.").waitFor();
    await workbook.screenshot("job-reloaded");
    expect(await workbook.read(`Register!A${row}:V${row}`)).toEqual(before);
    await pane.getByRole("button", { name: "Discard" }).click();
    await pane.getByRole("button", { name: "Apply to the row" }).waitFor({ state: "detached" });
  }, 60_000);

  test("analysts' mode shows score, margins, working and the profile's reasons", async () => {
    await workbook.goTo(`C${rowOf("DD-130")}`);
    await heading("DD-130");
    await pane.getByRole("radio", { name: "Analysts' mode" }).click();
    await pane.getByText("Why 441?").click();
    await pane.getByText("To fall it must lose 46 points: 441 − 396 + 1.").waitFor();
    await pane.getByText("Profile match on levels").first().waitFor();
    await workbook.screenshot("job-analyst");
    await pane.locator("article").first().scrollIntoViewIfNeeded();
    await workbook.screenshot("job-profiles");
  });

  test.each([
    ["light", "none"],
    ["dark", "none"],
    ["light", "active"],
    ["dark", "active"],
  ] as const)("axe finds nothing in %s, forced colours %s, with a factor open", async (colorScheme, forcedColors) => {
    await workbook.page.emulateMedia({ colorScheme, forcedColors });
    const factor = pane.getByRole("button", { name: /^1 Communication/ });
    if ((await factor.getAttribute("aria-expanded")) === "false") await factor.click();
    await pane.getByText("Presents to a large group, of staff or of the public").first().waitFor();
    await workbook.page.waitForTimeout(300);
    expect(await violations(pane)).toEqual([]);
    await pane.getByRole("heading", { name: "Closest profiles" }).scrollIntoViewIfNeeded();
    await workbook.screenshot(`job-${colorScheme}-${forcedColors}`);
  });

  test("at 320 px nothing is cut off", async () => {
    await workbook.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    const frame = workbook.page.locator("iframe");
    await frame.evaluate((element: HTMLElement) => {
      element.style.width = "320px";
      element.style.minWidth = "320px";
      element.style.flex = "none";
    });
    await workbook.page.waitForTimeout(300);
    const [width, content] = await pane.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    expect(width).toBe(320);
    expect(content).toBeLessThanOrEqual(320);
    for (const part of ["Factors", "Closest profiles"]) {
      await pane.getByRole("heading", { name: part }).scrollIntoViewIfNeeded();
      await frame.screenshot({ path: `test/e2e/screenshots/job-320-${part.split(" ")[0]!.toLowerCase()}.png` });
    }
    expect(await violations(pane)).toEqual([]);
  });

  test("nothing went wrong on the way", () => {
    expect(workbook.faults).toEqual([]);
  });
});
