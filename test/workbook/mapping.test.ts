import { loadMappings } from "../../src/workbook/mapping";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

const KEY = { heading: "Knowledge", before: "Post", after: "" };

test("what version 2 kept is still read: its grade table by its address, and no chart of one's own", async () => {
  const register = { sheetId: "s", scheme: "NJC", headingRows: 1, factors: [KEY], columns: { title: KEY } };
  page.settings.set(
    "jobEvaluation.registers",
    JSON.stringify({
      version: 2,
      registers: [
        { ...register, bands: "'Our grades'!$A$1:$C$4" },
        { ...register, sheetId: "t", bands: null },
      ],
    }),
  );
  const mappings = await page.Excel.run((context) => loadMappings(context));
  expect(mappings).toEqual([
    { ...register, bands: { name: null, address: "'Our grades'!$A$1:$C$4" }, chart: null },
    { ...register, sheetId: "t", bands: null, chart: null },
  ]);
});
