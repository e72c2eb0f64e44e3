import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/** The Job view without a mouse: every stop is reached by Tab or arrows, has a name, and shows that it has the focus. */
describe("a job judged by keyboard alone", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const key = (name: string): Promise<void> => workbook.page.keyboard.press(name);
  const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((job) => job.id === id);

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
    await pane.getByRole("tab", { name: "Job" }).click();
    // The embedded grid takes the focus with each new sheet: the evidence sheet is there before the walk begins.
    await workbook.goTo(`R${rowOf("DD-130")}`);
    await pane.getByRole("heading", { level: 1, name: "DD-130" }).waitFor();
    await pane.getByRole("button", { name: "Look now" }).click();
    await pane.getByText("Why 441?").waitFor({ timeout: 20_000 });
    await workbook.sheet("Register");
    // DD-110 misses a profile by factor 12 alone: 4 where the team leader's (page 7) has 3.
    await workbook.goTo(`R${rowOf("DD-110")}`);
    await pane.getByRole("heading", { level: 1, name: "DD-110" }).waitFor();
    await pane.getByRole("tab", { name: "Job" }).focus();
  }, 120_000);
  afterAll(() => workbench.close());

  /** What has the focus: its name, and whether anything marks it. */
  const focused = () =>
    pane.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const labels: ArrayLike<HTMLElement> | null | undefined = (element as HTMLInputElement).labels;
      const name = element.getAttribute("aria-label") ?? (labels ? (labels[0] ?? element) : element).textContent;
      const own = getComputedStyle(element);
      // Fluent marks fields by a line below them, checkboxes and radios by an outline around them and their label.
      const around = [element, element.parentElement!, element.nextElementSibling ?? element].flatMap((one) => [
        getComputedStyle(one),
        getComputedStyle(one, "::after"),
      ]);
      const marked =
        own.outlineStyle !== "none" ||
        around.some(({ outlineStyle, borderBottomWidth }) => outlineStyle !== "none" || borderBottomWidth === "2px");
      return { tag: element.tagName, name: name.trim(), marked };
    });
  const visited: string[] = [];
  /** Tab until something of that name has the focus; every stop on the way is named and marked. */
  async function tabTo(name: RegExp, by = "Tab"): Promise<void> {
    for (let stops = 0; stops < 120; stops++) {
      await key(by);
      const stop = await focused();
      expect([stop.tag, stop.name !== "" && stop.tag !== "BODY", stop.marked]).toEqual([stop.tag, true, true]);
      visited.push(stop.name);
      if (name.test(stop.name)) return;
    }
    throw new Error(`no stop called ${String(name)} among ${visited.slice(-120).join(" | ")}`);
  }
  const hasFocus = async (name: RegExp): Promise<void> => expect((await focused()).name).toMatch(name);

  test("an early look is asked for, is written down, and shows the score; the focus is not lost", async () => {
    await tabTo(/^Look now$/);
    await key("Enter");
    await pane.getByText("To fall a band").waitFor({ timeout: 20_000 });
    // 249 points with level 4 in factor 12 (chapter seven).
    await pane.getByText("Why 249?").waitFor();
    expect((await workbook.read("Evidence!A1:B3"))[2]).toEqual(["DD-110", "Early look"]);
    expect((await focused()).tag).not.toBe("BODY");
  }, 60_000);

  test("from the first factor to the last button every stop is named and marked, and a level is set by the arrows", async () => {
    await tabTo(/^1 Communication/);
    await key("Enter");
    await tabTo(/^Level \d/);
    const level = Number(/^Level (\d)/.exec((await focused()).name)?.[1]);
    // The chosen level, not the first of them.
    expect(await workbook.read(`Register!G${rowOf("DD-110")}`)).toEqual([[`${level}ab`]]);
    await key("ArrowDown");
    await hasFocus(new RegExp(`^Level ${level + 1}`));
    await key("ArrowUp");
    await hasFocus(new RegExp(`^Level ${level}`));
    // Back at what the cell says, letters included, there is nothing to apply.
    expect(await pane.getByText(/to apply\.$/).count()).toBe(0);
    await pane.getByRole("button", { name: /^12 Freedom to act/ }).focus();
    await key("Enter");
    await tabTo(/^Level 4/);
    await key("ArrowUp");
    await tabTo(/^Apply to the row/);
    for (const stop of ["Evidence", "Reason", "Occupational group", "As a table", "Reasons", "Compare with"])
      expect(visited).toContain(stop);
  }, 60_000);

  test("applied: the row and the evidence sheet are written, and the focus stays in the pane", async () => {
    await hasFocus(/^Apply to the row/);
    await key("Enter");
    await pane.getByText(/: 1 level in the row written\.$/).waitFor({ timeout: 20_000 });
    expect(await workbook.read(`Register!R${rowOf("DD-110")}`)).toEqual([["3"]]);
    expect((await focused()).tag).not.toBe("BODY");
    expect(workbook.faults).toEqual([]);
  }, 60_000);
});
