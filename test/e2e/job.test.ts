import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

const axeScript = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describe("walking down the jobs with the pane beside the sheet", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((job) => job.id === id);

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    await workbook.press("Insert sample register");
    await workbook.press("Show pane");
    pane = await workbook.pane();
    await pane.getByText("Sample inserted").waitFor({ timeout: 40_000 });
    await pane.getByRole("tab", { name: "Job" }).click();
  }, 60_000);
  afterAll(() => workbench.close());

  const heading = (text: string): Promise<void> => pane.getByRole("heading", { level: 1, name: text }).waitFor();

  async function violations(): Promise<unknown> {
    await pane.evaluate(axeScript);
    // The component library's own focus sentinels pass the focus on at once; they hold no content.
    return pane.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (context: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      return (await axe.run({ exclude: ["[data-tabster-dummy]"] })).violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    });
  }

  test("the pane follows the selected row; the score is hidden until there are reasons", async () => {
    await workbook.goTo(`C${rowOf("DD-130")}`);
    await heading("DD-130");
    await pane.getByText("Still to do: 16 reasons.").waitFor();
    expect(await pane.getByText("441").count()).toBe(0);
    await workbook.screenshot("job-panel");
  });

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
    expect(await violations()).toEqual([]);
    await pane.getByRole("heading", { name: "Closest profiles" }).scrollIntoViewIfNeeded();
    await workbook.screenshot(`job-${colorScheme}-${forcedColors}`);
  });

  test("nothing went wrong on the way", () => {
    expect(workbook.faults).toEqual([]);
  });
});
