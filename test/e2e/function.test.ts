import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

describe("a formula typed into the grid, answered by the add-in through Microsoft's office.js", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
  });
  afterAll(() => workbench.close());

  test("sixteen levels, their score, and the score after a change", async () => {
    // Chart of chapter seven, level 1 of each factor: 5+16+6+6+6+4+5+5+5+4+5+5+3+3+5+3 = 86.
    await workbook.type("A1", ...Array<string>(16).fill("1"), "=JOB.JESCORE(A1:P1)");
    expect(await workbook.read("Q1")).toEqual([["86"]]);
    // Factor 2 from level 1 (16 points) to level 3 (60).
    await workbook.type("B1", "3");
    expect(await workbook.read("Q1")).toEqual([["130"]]);
    expect(workbook.faults).toEqual([]);
  });
});
