import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

describe("results on the sheet that are missing or typed over", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const free = 5 + nhsSample.jobs.length;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?fresh");
    pane = await workbook.insertSample();
  }, 90_000);
  afterAll(() => workbench.close());

  test("a job typed below the others: its cells are named, filled in by one button, and live", async () => {
    await workbook.type(`A${free}`, "DD-900", "Porter");
    await pane.getByText("1 job has no formula where the other rows have one").waitFor();
    const fill = pane.getByRole("button", { name: "Fill in the missing formulas" });
    await fill.focus();
    await workbook.page.keyboard.press("Enter");
    await pane.getByText("Formulas filled in").waitFor();
    await fill.waitFor({ state: "detached" });
    // The button that had the focus is gone; what follows it has it, not the page.
    expect(await pane.evaluate(() => document.activeElement?.textContent)).toBe("Complete jobs by band");
    expect(await workbook.read(`Register!A${free}:D${free}`)).toEqual([["DD-900", "Porter", "", ""]]);
    await workbook.type(`G${free}`, ...Array<string>(16).fill("1"));
    // Level 1 of each factor: 86 points (chart of chapter seven), band 1.
    expect(await workbook.read(`Register!C${free}:D${free}`)).toEqual([["86", "1"]]);
  });

  test("a score typed over its formula is told with what the levels make, and not changed", async () => {
    await workbook.type(`C${free}`, "123");
    await pane.getByText("Results that were typed").waitFor();
    await pane.getByText("Score: 123 is there; the levels make 86.").waitFor();
    expect(await workbook.read(`Register!C${free}`)).toEqual([["123"]]);
    await workbook.narrow();
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot("result-check-320");
    await workbook.narrow(null);
    await pane.getByRole("button", { name: `Go to C${free}` }).click();
    await workbook.page.locator("#cell-message", { hasText: `C${free}` }).waitFor();
    expect(workbook.faults).toEqual([]);
  });
});
