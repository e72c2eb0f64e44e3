import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

// Counted by hand in test/data/sample-register.test.ts.
const AS_INSERTED = "Jobs 58, Complete 50, Incomplete 2, Invalid 5";

describe("what a person does to the sheet while the pane stands open", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
  }, 120_000);
  afterAll(() => workbench.close());

  const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((job) => job.id === id);
  const view = (name: string): Promise<void> => pane.getByRole("tab", { name }).click();
  const heading = (text: string): Promise<void> => pane.getByRole("heading", { level: 1, name: text }).waitFor();
  /** The grid is a canvas: places of the page, at the size that the tests open it. */
  const click = (x: number, y: number, button: "left" | "right" = "left"): Promise<void> => workbook.page.mouse.click(x, y, { button });
  /** The first column beside the frozen ones comes into sight. */
  const unscrolled = async (): Promise<void> => {
    await workbook.goTo("E5");
    await workbook.page.waitForTimeout(400);
  };
  const rowHead = (row: number): Promise<void> => click(20, 361 + 24 * (row - 5));
  const sheetTab = (name: string) => workbook.page.locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${name}$`) });
  const menu = (text: string): Promise<void> => workbook.page.getByText(text, { exact: true }).last().click();
  const undo = async (): Promise<void> => {
    await click(300, 600);
    await workbook.page.keyboard.press("Control+z");
  };
  /** The grid copies and pastes when the browser's clipboard answers, and says nothing of it: tried until the row has come. */
  async function copyRow(from: number, to: number): Promise<void> {
    const idOf = async (row: number): Promise<string | undefined> => (await workbook.read(`Register!A${row}`))[0]?.[0];
    const wanted = await idOf(from);
    for (let tries = 0; tries < 5 && (await idOf(to)) !== wanted; tries++) {
      await workbook.goTo("A7");
      await rowHead(from);
      await workbook.page.keyboard.press("Control+c");
      await workbook.page.waitForTimeout(300);
      await rowHead(to);
      await workbook.page.keyboard.press("Control+v");
      for (let waits = 0; waits < 20 && (await idOf(to)) !== wanted; waits++) await workbook.page.waitForTimeout(100);
    }
    expect(await idOf(to)).toBe(wanted);
  }
  /** Waits until the tiles say this; what they say at last. */
  async function counts(wanted: string): Promise<string> {
    const labels = wanted.split(", ").map((part) => part.replace(/ \d+$/, ""));
    const told = async (): Promise<string> =>
      (
        await Promise.all(
          labels.map(async (label) => `${label} ${await pane.locator(`[data-tile="${label}"] span`).first().textContent()}`),
        )
      ).join(", ");
    for (let tries = 0; tries < 40 && (await told()) !== wanted; tries++) await workbook.page.waitForTimeout(100);
    return told();
  }
  async function filterBy(column: "B" | "E", text: string): Promise<void> {
    await openArrow(column);
    await workbook.page.getByText(/^Select All/).click();
    await menu(text);
    await menu("Confirm");
  }
  /** The arrow in a heading of the table, of columns A to F while nothing is scrolled. */
  async function openArrow(column: "B" | "E"): Promise<void> {
    await unscrolled();
    await click(column === "B" ? 415 : 775, 313);
    await workbook.page.getByText("By Values", { exact: true }).waitFor();
  }

  test("rows sorted: the pane goes over to the job that stands in the row now, what was typed waits for its own, counts stay", async () => {
    await view("Job");
    await workbook.goTo(`G${rowOf("DD-110")}`);
    await heading("DD-110");
    await pane.getByRole("button", { name: /^1 Communication/ }).click();
    await pane.getByLabel("Reason", { exact: true }).fill("Explains records to other teams");
    await openArrow("B");
    await menu("Descending");
    await workbook.goTo(`G${rowOf("DD-110")}`);
    const [[standing = ""] = []] = await workbook.read(`Register!A${rowOf("DD-110")}`);
    expect(standing).not.toBe("DD-110");
    await heading(standing);
    await pane.getByText("Not applied yet in 1 other job: DD-110").waitFor();
    await workbook.screenshot("feel-sorted");
    await view("Register");
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
    const ids = (await workbook.read("Register!A5:A62")).map(([id]) => id);
    await view("Job");
    await workbook.goTo(`G${5 + ids.indexOf("DD-110")}`);
    await heading("DD-110");
    await pane.getByText("16 of 16 have a level, 1 a reason.").waitFor();
  });

  test("the sort undone in the grid: every job is where it was", async () => {
    await undo();
    expect(await workbook.read("Register!A5:A6")).toEqual([["DD-101"], ["DD-102"]]);
    await workbook.goTo(`G${rowOf("DD-110")}`);
    await heading("DD-110");
    await view("Register");
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
  });

  test("rows filtered: all jobs count, or those that are seen, as is chosen, and as the filter goes", async () => {
    const seen = nhsSample.jobs.filter(({ department }) => department === "Switchboard").length;
    await filterBy("E", "Switchboard");
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
    await pane.getByLabel("Visible rows only").check();
    expect(await counts(`Jobs ${seen}`)).toBe(`Jobs ${seen}`);
    await workbook.screenshot("feel-filtered");
    await openArrow("E");
    await menu("Clear Filter");
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
    await filterBy("E", "Switchboard");
    expect(await counts(`Jobs ${seen}`)).toBe(`Jobs ${seen}`);
    await pane.getByLabel("Visible rows only").uncheck();
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
    await openArrow("E");
    await menu("Clear Filter");
  });

  test("a row copied over another: both rows are named before evidence is attached; undone, nothing is said", async () => {
    await copyRow(7, 8);
    await pane.getByText("DD-103: rows 7 and 8").waitFor();
    await view("Job");
    await workbook.goTo("G8");
    await pane.getByText("Job id DD-103 stands in rows 7, 8.").waitFor();
    await workbook.screenshot("feel-copied");
    await undo();
    await workbook.goTo("G8");
    await heading("DD-104");
    expect(await pane.getByText(/stands in rows/).count()).toBe(0);
  });

  test("a factor's column deleted: the pane says what is missing and how to go on; undone, all is counted again", async () => {
    await view("Register");
    await unscrolled();
    await click(1008, 198);
    await click(1008, 198, "right");
    await workbook.page.getByText("Delete Selected Column").click();
    await pane.getByText('"1 Communication"').first().waitFor();
    await workbook.screenshot("feel-column");
    await view("Job");
    await workbook.goTo("H8");
    await heading("Some columns are not found");
    await undo();
    await view("Register");
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
  });

  test("the sheet renamed: the pane calls it so as soon as it is turned to", async () => {
    await sheetTab("Register").click({ button: "right" });
    await menu("Rename");
    await workbook.page.keyboard.press("Control+a");
    await workbook.page.keyboard.type("Jobs 2026");
    await workbook.page.keyboard.press("Enter");
    await pane.getByRole("heading", { level: 1, name: "Register" }).click();
    await pane.getByText("Sheet Jobs 2026").waitFor();
    expect(await counts(AS_INSERTED)).toBe(AS_INSERTED);
  });

  test("other sheets looked at, the pane closed and opened again: the draft is there, and an edit made meanwhile is told", async () => {
    await view("Job");
    await workbook.goTo(`G${rowOf("DD-110")}`);
    await heading("DD-110");
    await pane.getByRole("button", { name: /^1 Communication/ }).click();
    await pane.getByRole("radio", { name: /^Level 4/ }).check();
    await sheetTab("About the sample").click();
    await workbook.page.waitForTimeout(500);
    await heading("DD-110");
    await sheetTab("Jobs 2026").click();
    await workbook.page.locator("#pane-close").click();
    await workbook.type(`G${rowOf("DD-110")}`, "2");
    await workbook.press("Show pane");
    await workbook.goTo(`G${rowOf("DD-110")}`);
    await heading("DD-110");
    await pane.getByText("Meanwhile the sheet's cell was changed; it now holds 2.").waitFor();
    expect(await pane.getByLabel("Reason", { exact: true }).inputValue()).toBe("Explains records to other teams");
    await workbook.screenshot("feel-reopened");
  });
});
