import type { Frame } from "playwright-core";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

// JESCORE's example: IM&T Section Manager (page 24) at its lowest levels, 466 points, the lowest score of band 7 (chapter eight).
const LEVELS = "4 6 4 4 2 1 3 4 4 4 1 4 1 3 2 1".split(" ");

describe("a register made from nothing", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?fresh&press=JobEvaluation.ShowPane");
    pane = await workbook.pane();
  }, 120_000);
  afterAll(() => workbench.close());

  test("NHS: levels typed into cells that offer lists are scored as typed", async () => {
    await pane.getByRole("button", { name: "Create a new register" }).click();
    await workbook.screenshot("create");
    await pane.getByRole("button", { name: "Create register" }).click();
    await pane.getByText("Register created").waitFor({ timeout: 60_000 });
    await workbook.type("A5", "J-1", "Section manager");
    await workbook.type("G5", ...LEVELS);
    expect((await workbook.read("Register!C5:D6")).map((row) => row.slice(0, 2))).toEqual([
      ["466", "7"],
      ["", ""],
    ]);
    await pane.locator('[data-tile="Complete"]', { hasText: "1" }).waitFor();
  }, 120_000);

  test("NJC asks for grades, says what is wrong with them, and every formula names them", async () => {
    await pane.getByRole("button", { name: "Create a new register" }).click();
    await pane.getByLabel("Scheme").selectOption({ label: "Local Government NJC Job Evaluation Scheme" });
    await pane.getByLabel("Name of the sheet").fill("Council");
    const grades = pane.getByLabel("Your grades");
    await grades.fill("G1 164 259\nG2 261 1000");
    await pane.getByRole("button", { name: "Create register" }).click();
    await pane.getByText(/gap/i).waitFor();
    await grades.fill("G1 164 259\nG2 260 1000");
    await pane.getByRole("button", { name: "Create register" }).click();
    await pane.getByText("Sheet Council is ready").waitFor({ timeout: 60_000 });
    // All factors at level 1: 164, the scheme's minimum (the matrix at the end of the scheme).
    await workbook.type("G5", ...Array<string>(13).fill("1"));
    expect((await workbook.read("Council!C5:D5"))[0]).toEqual(["164", "G1"]);
    await workbook.screenshot("create-njc");
    expect(workbook.faults).toEqual([]);
  }, 120_000);
});
