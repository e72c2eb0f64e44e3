import type { Frame } from "playwright-core";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/** What can be focused and used, by what it is called. */
const nameOfFocused = `(() => {
  const one = document.activeElement;
  if (one === null || one === document.body || !document.hasFocus()) return "";
  const labelled = one.getAttribute("aria-labelledby")?.split(" ").map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
  return (one.getAttribute("aria-label") ?? labelled ?? one.labels?.[0]?.textContent ?? one.textContent ?? "").trim();
})()`;

describe("the Boundaries view by keyboard alone", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const key = (name: string): Promise<void> => workbook.page.keyboard.press(name);
  const focused = (): Promise<string> => pane.evaluate<string>(nameOfFocused);
  /** Tab by tab to the control of that name, as a person finds it. */
  const reach = async (name: string | RegExp): Promise<void> => {
    const seen: string[] = [];
    for (let presses = 0; presses < 250; presses++) {
      const now = await focused();
      if (typeof name === "string" ? now === name : name.test(now)) return;
      // At the end of the view it begins again.
      if (now === "" || now === seen[seen.length - 1]) await pane.getByRole("tab", { name: "Boundaries" }).focus();
      seen.push(now);
      await key("Tab");
    }
    throw new Error(`${String(name)} is not reached: ${[...new Set(seen)].join(" | ")}`);
  };
  const use = async (name: string | RegExp, how = "Enter"): Promise<void> => {
    await reach(name);
    await key(how);
  };
  const type = async (label: string | RegExp, text: string): Promise<void> => {
    await reach(label);
    await key("Control+A");
    await workbook.page.keyboard.type(text);
    await key("Enter");
  };

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
    await pane.getByRole("tab", { name: "Boundaries" }).click();
    await pane.getByRole("slider", { name: "Start of band 6" }).waitFor({ timeout: 30_000 });
  }, 120_000);
  afterAll(() => workbench.close());

  test("every control is reached by Tab, in the order in which it stands", async () => {
    await pane.evaluate(() => document.querySelectorAll("details").forEach((details) => (details.open = true)));
    await workbook.page.waitForTimeout(300);
    const controls = await pane.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>("main button, main input, main select, main textarea, main summary, main [role=slider]"),
      ];
      const usable = all.filter((one) => one.offsetParent !== null && !one.matches(":disabled") && one.tabIndex >= 0);
      usable.forEach((one, place) => (one.dataset["place"] = String(place)));
      return usable.length;
    });
    expect(controls).toBeGreaterThan(60);
    await pane.locator('[data-place="0"]').focus();
    const reached: number[] = [];
    for (let presses = 0; presses < 3 * controls; presses++) {
      const place = await pane.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset["place"] ?? null);
      if (place !== null) reached.push(Number(place));
      if (reached.length > 1 && place === String(controls - 1)) break;
      await key("Tab");
    }
    expect(reached).toEqual(Array.from({ length: controls }, (_, place) => place));
  }, 120_000);

  test("a boundary is moved, a scenario named, copied, deleted and brought back; the focus is never lost", async () => {
    await reach("Start of band 6");
    for (const press of ["ArrowRight", "Shift+ArrowRight", "ArrowLeft"]) await key(press);
    expect(await pane.getByRole("slider", { name: "Start of band 6" }).getAttribute("aria-valuetext")).toBe("401, before 396");
    await use("Rename");
    await workbook.page.keyboard.type("Six at 401");
    await key("Enter");
    expect(await focused()).not.toBe("");
    await use("Copy");
    await use("Delete");
    await pane.getByText("Six at 401 (copy) was deleted.").waitFor();
    expect(await focused()).toBe("Delete");
    await use("Bring back Six at 401 (copy)");
    expect(await focused()).not.toBe("");
    expect(await pane.getByLabel("Scenario", { exact: true }).locator("option").allTextContents()).toEqual([
      "Six at 401",
      "Six at 401 (copy)",
    ]);
  }, 120_000);

  test("pay, the sweep's table, a search and a comparison", async () => {
    await use("Use the Agenda for Change 2025/26 sample");
    await pane.getByRole("table", { name: /^Cost a year/ }).waitFor();
    // The button is gone; the focus has gone to its neighbour.
    expect(await focused()).toBe("Use selected cells as pay table");
    await reach("Show the sweep as a table");
    expect(await pane.getByRole("table", { name: /each position against/ }).count()).toBe(1);
    await reach(/^Find boundaries with/);
    await key("ArrowDown");
    await type(/^No boundary moves more than/, "15");
    await use("Search");
    await pane.getByText("Why each boundary sits where it does").waitFor();
    await use("Six at 401", "Space");
    await pane.getByRole("table", { name: /Scenarios side by side/ }).waitFor();
  }, 120_000);

  test("it is written to a sheet, and what other eyes would see is listed", async () => {
    await use("Write scenario to a sheet");
    await pane.getByText(/^Sheet Scenario .* was added\./).waitFor({ timeout: 30_000 });
    await pane.getByRole("tab", { name: "Boundaries" }).focus();
    await reach("Open as a new workbook");
    expect(await pane.getByRole("table", { name: /^Sheet Bands: / }).count()).toBe(1);
    expect(workbook.faults).toEqual([]);
  }, 120_000);
});
