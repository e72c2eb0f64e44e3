import type { Frame } from "playwright-core";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

describe("the register's sheet deleted while the pane stands open", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
  }, 120_000);
  afterAll(() => workbench.close());

  const tab = (name: string): Promise<void> => pane.getByRole("tab", { name }).click();
  async function deleteSheet(name: string): Promise<void> {
    await workbook.page.locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${name}$`) }).click({ button: "right" });
    await workbook.page.getByText("Delete", { exact: true }).last().click();
    const confirm = workbook.page.getByRole("button", { name: /^(OK|Confirm)$/ });
    await confirm.click({ timeout: 3_000 }).catch(() => undefined);
    await workbook.page
      .locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${name}$`) })
      .waitFor({ state: "detached", timeout: 10_000 });
  }

  test("with another register left, the pane goes over to that; the job that was open is told to be elsewhere", async () => {
    await tab("Job");
    await workbook.goTo("G14");
    await pane.getByRole("heading", { level: 1, name: "DD-110" }).waitFor();
    await deleteSheet("Register");
    await workbook.screenshot("gone-job");
    expect(await pane.getByRole("heading", { level: 1, name: "DD-110" }).count()).toBe(0);
    await tab("Register");
    await pane.getByText("Sheet NJC register ·").waitFor({ timeout: 20_000 });
    await workbook.screenshot("gone-other");
  }, 60_000);

  test("with none left, it says so and offers the ways to begin", async () => {
    await deleteSheet("NJC register");
    await pane.getByRole("heading", { level: 1, name: "No register in this workbook yet" }).waitFor({ timeout: 20_000 });
    await pane.getByRole("button", { name: "Create a new register" }).click();
    await pane.getByRole("button", { name: "Create register" }).click();
    await pane.getByText("Register created").waitFor({ timeout: 60_000 });
    await workbook.screenshot("gone-begun-anew");
  }, 90_000);

  test("the page loaded anew: the new register is there, and its jobs are counted", async () => {
    await workbook.type("A5", "J-1", "Clerk");
    await pane.locator('[data-tile="Not started"]', { hasText: "1" }).waitFor({ timeout: 20_000 });
    // The browser keeps the workbook a moment after each change.
    await workbook.page.waitForTimeout(3_000);
    await workbook.page.reload();
    await workbook.page.waitForFunction(() => "embeddedWorkbook" in window);
    await workbook.press("Show pane");
    pane = await workbook.pane();
    await pane.locator('[data-tile="Not started"]', { hasText: "1" }).waitFor({ timeout: 60_000 });
    await pane.getByText("Sheet Register ·").waitFor();
    expect(workbook.faults).toEqual([]);
  }, 120_000);
});
