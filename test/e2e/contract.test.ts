import type { Frame } from "playwright-core";
import { contractCases, expectation } from "../host/contract";
import { plainAddIn, servePlainAddIn } from "../support/plain-add-in";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/** The cases of test/host/contract, run in the add-in's page in a browser against the grid. */
describe("the contract with Excel, in the grid", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let frame: Frame;
  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open(plainAddIn, {}, (context) => servePlainAddIn(context, workbench.url));
    frame = await workbook.pane();
    await frame.waitForFunction(() => typeof Excel !== "undefined");
    await frame.evaluate(() => Office.onReady());
  });
  afterAll(() => workbench.close());

  test.each(contractCases.map((contractCase, index) => [contractCase.name, contractCase, `Case ${index + 1}`] as const))(
    "%s",
    async (_, contractCase, sheet) => {
      await frame.evaluate(
        (name) =>
          Excel.run(async (context) => {
            context.workbook.worksheets.add(name);
            await context.sync();
          }),
        sheet,
      );
      const observed = await frame.evaluate(`(${contractCase.observe.toString()})(Excel, ${JSON.stringify(sheet)})`);
      expect(observed).toEqual(expectation(contractCase, "grid"));
    },
  );

  test("the page raised no errors", () => {
    expect(workbook.faults).toEqual([]);
  });
});
