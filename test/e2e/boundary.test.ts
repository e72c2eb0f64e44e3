import type { Frame, Locator } from "playwright-core";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

// NHS bands of chapter eight: band 6 starts at 396, band 7 at 466. DD-130 scores 441 (test/data/sample-plan.ts).
describe("a pay modeller moves a boundary", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  let six: Locator;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
    await pane.getByRole("tab", { name: "Boundaries" }).click();
    six = pane.getByRole("slider", { name: "Start of band 6" });
    await six.waitFor({ timeout: 30_000 });
  }, 120_000);
  afterAll(() => workbench.close());

  const position = (): Promise<string | null> => six.getAttribute("aria-valuetext");
  const figure = (label: string): Promise<string | null> => pane.locator("dl > div", { hasText: label }).locator("dd").textContent();

  test("dragged with the mouse, the jobs are counted while it moves", async () => {
    const box = (await six.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await workbook.page.mouse.move(x, y);
    await workbook.page.mouse.down();
    await workbook.page.mouse.move(x + 22, y, { steps: 10 });
    expect(Number((await position())?.split(",")[0])).toBeGreaterThan(441);
    expect(Number(await figure("Jobs down"))).toBeGreaterThan(0);
    await workbook.page.mouse.up();
    await workbook.screenshot("boundary-drag");
    expect(await figure("Jobs up")).toBe("0");
  });

  test("nudged by the arrow keys: one point, with Shift five", async () => {
    const from = Number((await position())?.split(",")[0]);
    await six.press("ArrowLeft");
    expect(await position()).toBe(`${from - 1}, before 396`);
    await six.press("Shift+ArrowRight");
    expect(await position()).toBe(`${from + 4}, before 396`);
  });

  test("typed: who moves is listed, and a click goes to the row", async () => {
    const field = pane.getByLabel("Band 6 starts at", { exact: true });
    await field.fill("442");
    await field.press("Enter");
    expect(await position()).toBe("442, before 396");
    const mover = pane.locator("li", { hasText: "441 points: 6 → 5, ▼ down" }).getByRole("button");
    await mover.click();
    await workbook.page.waitForTimeout(500);
    expect(
      await workbook.page
        .getByText(/^G\d+: /)
        .first()
        .textContent(),
    ).toMatch(/^G\d+: /);
  });

  test("typed across a neighbour it is refused in a sentence", async () => {
    const field = pane.getByLabel("Band 6 starts at", { exact: true });
    await field.fill("500");
    await field.press("Enter");
    await pane.getByText("band 6 from 500 would cross the start of band 7 (466).").waitFor();
    expect(await position()).toBe("442, before 396");
  });

  test("a band is split by keyboard alone, and the new boundary is dragged; undone, it is gone", async () => {
    await pane.getByRole("button", { name: "Change band 8a" }).press("Enter");
    await pane.getByRole("group", { name: "Change band 8a" }).getByRole("button", { name: "Split" }).press("Enter");
    await workbook.page.keyboard.type("600");
    await workbook.page.keyboard.press("Enter");
    await pane.getByText("Band 8a (540 to 584) cannot be split at 600: both parts need at least one point.").waitFor();
    await workbook.page.keyboard.press("Control+A");
    await workbook.page.keyboard.type("560");
    await workbook.page.keyboard.press("Enter");
    const handle = pane.getByRole("slider", { name: "Start of band 8a+" });
    expect(await handle.getAttribute("aria-valuetext")).toBe("560, new");
    await handle.scrollIntoViewIfNeeded();
    await workbook.screenshot("boundary-split");
    const box = (await handle.boundingBox())!;
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await workbook.page.mouse.move(x, y);
    await workbook.page.mouse.down();
    await workbook.page.mouse.move(x + 4, y, { steps: 4 });
    await workbook.page.mouse.up();
    expect(Number((await handle.getAttribute("aria-valuenow")) ?? 0)).toBeGreaterThan(560);
    for (let left = 2; left > 0; left--) await pane.getByRole("button", { name: "Undo last step" }).click();
    expect(await handle.count()).toBe(0);
    expect(await position()).toBe("442, before 396");
  });

  test("searched and compared side by side", async () => {
    await pane.getByRole("button", { name: "Search", exact: true }).click();
    await pane.getByText("Why each boundary sits where it does").waitFor();
    for (const box of await pane.getByRole("group", { name: "Compare scenarios" }).getByRole("checkbox").all()) await box.check();
    const table = pane.getByRole("table", { name: /Scenarios side by side/ });
    await table.waitFor();
    expect(await table.getByRole("row", { name: /^Band 6 starts at 442/ }).count()).toBe(1);
    await table.scrollIntoViewIfNeeded();
    await workbook.screenshot("boundary-compare");
  });

  test("what a search found, and why, is there again after the pane has been away", async () => {
    const reason = pane.getByText(/^Band 6 starts at \d+.*: .*one point|^Band 6 starts at \d+.*as before/);
    const said = await reason.textContent();
    await pane.getByRole("tab", { name: "Register" }).click();
    await pane.getByRole("tab", { name: "Boundaries" }).click();
    expect(await reason.textContent()).toBe(said);
    await pane.getByText("Pay gaps need a staff list with pay").first().waitFor();
  });

  test("written to a sheet whose formulas answer", async () => {
    await pane.getByLabel("Scenario", { exact: true }).selectOption({ label: "Scenario 1" });
    await pane.getByRole("button", { name: "Write scenario to a sheet" }).click();
    await pane.getByText("Sheet Scenario 1 was added.").waitFor({ timeout: 30_000 });
    const cells = await workbook.read("A1:K60");
    expect(cells[0]![0]).toBe("Scenario, not an outcome");
    const line = cells.findIndex(([first, second, , , fifth]) => first === "Band" && second === "From" && fifth === "Share");
    const six = cells.slice(line).find(([first]) => first === "6")!;
    // In force band 6 holds jobs from 396, in the scenario from 442: columns D and J count them.
    expect([six[1], six[7]]).toEqual(["396", "442"]);
    expect(Number(six[9])).toBeLessThan(Number(six[3]));
    await workbook.screenshot("boundary-sheet");
  });

  test("NJC by its own grade table: a boundary typed at a job's score and one above it", async () => {
    const go = async (sheet: string): Promise<void> => {
      await pane.getByRole("tab", { name: "Register" }).click();
      await pane.getByRole("button", { name: `Sheet ${sheet}` }).click();
      await pane.getByText(`Sheet ${sheet} ·`).waitFor();
      await pane.getByRole("tab", { name: "Boundaries" }).click();
    };
    await go("NJC register");
    const grade = pane.getByRole("slider", { name: "Start of band G9" });
    await grade.waitFor({ timeout: 30_000 });
    await pane.getByText("The register's own bands never change.").waitFor();
    // CS-110 scores 676 by the matrix at the end of the scheme; the sample's G9 starts at 640 (test/data/sample-plan.ts).
    const start = async (at: string): Promise<void> => {
      await grade.focus();
      const field = pane.getByLabel("Band G9 starts at", { exact: true });
      await field.fill(at);
      await field.press("Enter");
    };
    await start("676");
    await pane.getByText("No job changes band.").waitFor();
    await start("677");
    await pane
      .locator("li", { hasText: "676 points: G9 → G8, ▼ down" })
      .getByRole("button", { name: /CS-110/ })
      .waitFor();
    await workbook.screenshot("boundary-njc");
    await pane.getByRole("button", { name: "Back to the bands in force" }).click();
    await go("Register");
    await six.waitFor();
  });

  test.each([
    ["light", "none"],
    ["dark", "none"],
    ["light", "active"],
  ] as const)(
    "axe finds nothing in %s, forced colours %s, everything unfolded; nothing is wider than the pane",
    async (colorScheme, forcedColors) => {
      await workbook.page.emulateMedia({ colorScheme, forcedColors });
      // The narrowest pane there is.
      await workbook.page.evaluate(() => (document.querySelector("iframe")!.style.width = "320px"));
      await pane.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
      await workbook.page.waitForTimeout(400);
      expect(await violations(pane)).toEqual([]);
      expect(await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      await pane.getByRole("heading", { level: 1 }).first().scrollIntoViewIfNeeded();
      await workbook.screenshot(`boundary-${colorScheme}-${forcedColors}`);
    },
  );
});
