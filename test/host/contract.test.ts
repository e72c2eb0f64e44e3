import { arithmetic } from "../support/arithmetic";
import { openOfficePage, type OfficePage } from "../support/office";
import { contractCases, expectation, knownDifferences } from "./contract";

/** The grid runs the same cases in a browser: test/e2e/contract.test.ts. */
describe("the contract with Excel, in memory", () => {
  let page: OfficePage;
  beforeAll(async () => {
    page = await openOfficePage({ calculate: arithmetic(() => page.workbook) });
  });
  afterAll(() => page.close());

  test.each(contractCases.map((contractCase, index) => [contractCase.name, contractCase, `Case ${index + 1}`] as const))(
    "%s",
    async (_, contractCase, sheet) => {
      await page.Excel.run(async (context) => {
        context.workbook.worksheets.add(sheet);
        await context.sync();
      });
      const observed = JSON.parse(JSON.stringify(await contractCase.observe(page.Excel, sheet))) as unknown;
      expect(observed).toEqual(expectation(contractCase, "memory"));
    },
  );

  test("every known difference is of a case, and says why", () => {
    for (const difference of knownDifferences) {
      expect(contractCases.map(({ name }) => name)).toContain(difference.case);
      expect(difference.why.length).toBeGreaterThan(20);
    }
  });
});
