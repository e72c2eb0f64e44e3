import type { Frame } from "playwright-core";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/** Short names of the scoring chart in chapter seven; the third stands last, and evidence between. */
const HEADINGS =
  "Ref|Post|F1 Communication|2. Knowledge|Evidence|4. Planning|5. Physical skills|6. Patient care|7. Policy|8. Finance|9. HR|10. Information|11. Research|12. Freedom to act|13. Physical effort|14. Mental effort|15. Emotional effort|Conditions|3. Analytical".split(
    "|",
  );
// JESCORE's example: 466 points, the lowest score of band 7 (chapter eight).
const JOB = "4a|6|see file|4|2|1|3|4a|4a|4b|1|4|1|3a|2|1|4".split("|");
// The same with knowledge at 5: 120 points for 156 (chapter seven).
const OTHER = JOB.map((level, place) => (place === 1 ? "5" : level));

describe("a messy register of one's own is adopted and scored", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?press=JobEvaluation.ShowPane");
    await workbook.type("A1", "Job evaluation register, Dunmarrow Trust");
    await workbook.type("A3", ...HEADINGS);
    await workbook.type("A4", "J-1", "Analyst", ...JOB);
    await workbook.type("A5", "J-2", "Engineer", ...OTHER);
    await workbook.type("A6", "J-2", "Tester", ...JOB.slice(0, 5));
    await workbook.type("B7", "Grand total");
    await workbook.type("B8", "Corporate totals office", "2");
    pane = await workbook.pane();
  }, 120_000);
  afterAll(() => workbench.close());

  test("the sheet is recognised, and says what it was taken for", async () => {
    const before = await workbook.read("Sheet1!A1:S7");
    await pane.getByRole("button", { name: "Use the sheet in front as a register" }).click();
    await pane.getByText("16 of 16 factors recognised; 4 jobs.").waitFor({ timeout: 20_000 });
    await pane.getByText("Not counted as jobs: row 7 (total).").waitFor();
    await pane.getByText("Counted as a job, though the label might be a total's: row 8.").waitFor();
    await workbook.screenshot("adopt");
    await pane.getByRole("button", { name: "Use this as the register" }).click();
    await pane.getByText("Register adopted").waitFor({ timeout: 20_000 });
    expect(await workbook.read("Sheet1!A1:S7")).toEqual(before);
    await pane.getByText("J-2: rows 5 and 6").waitFor();
    await pane.getByText("Counted as jobs, though the label might be a total's: row 8").waitFor();
    await workbook.screenshot("adopted-doubtful");
  });

  test("another row can be named as the headings, and the one before again", async () => {
    await pane.getByRole("button", { name: "Use the sheet in front as a register" }).click();
    const rows = pane.getByRole("combobox", { name: "Row of headings" });
    await rows.waitFor({ timeout: 20_000 });
    expect(await rows.locator("option:checked").textContent()).toBe("Row 3: Ref, Post, F1 Communication, 2. Knowledge");
    await rows.selectOption({ label: "Row 4: J-1, Analyst, 4a, see file" });
    await pane.getByText("3 jobs.").waitFor({ timeout: 20_000 });
    await pane.getByText("Still without a column:").waitFor();
    await workbook.screenshot("adopt-other-row");
    await rows.selectOption({ label: "Row 3: Ref, Post, F1 Communication, 2. Knowledge" });
    await pane.getByText("16 of 16 factors recognised; 4 jobs.").waitFor({ timeout: 20_000 });
    expect(await pane.getByRole("checkbox", { name: "Row 2 above it holds headings too" }).isChecked()).toBe(false);
    await pane.getByRole("button", { name: "Cancel" }).click();
  });

  test("result columns score it, and follow a level", async () => {
    await pane.getByRole("button", { name: "Add result columns" }).click();
    await pane.getByText("Result columns added").waitFor({ timeout: 30_000 });
    expect(await workbook.read("Sheet1!T3:U6")).toEqual([
      ["Score", "Band"],
      ["466", "7"],
      ["430", "6"],
      ["#N/A", "#N/A"],
    ]);
    await workbook.type("D5", "6");
    expect(await workbook.read("Sheet1!T5:U5")).toEqual([["466", "7"]]);
  });

  test.each([
    ["light", "none", 1400],
    ["dark", "none", 900],
    ["light", "active", 900],
  ] as const)("axe finds nothing in %s, forced colours %s", async (colorScheme, forcedColors, width) => {
    await workbook.page.emulateMedia({ colorScheme, forcedColors });
    await workbook.page.setViewportSize({ width, height: 850 });
    await workbook.page.waitForTimeout(300);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`adopted-${colorScheme}-${forcedColors}`);
    await pane.getByRole("button", { name: "Use the sheet in front as a register" }).click();
    await pane.getByText("16 of 16 factors recognised").waitFor({ timeout: 20_000 });
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`adopt-${colorScheme}-${forcedColors}`);
    await pane.getByRole("button", { name: "Cancel" }).click();
  });

  test("Restore takes the columns out again", async () => {
    await pane.getByRole("button", { name: "Restore" }).click();
    await pane.getByText("Taken back").waitFor({ timeout: 20_000 });
    expect(await workbook.read("Sheet1!T3:U4")).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect(workbook.faults).toEqual([]);
  });
});
