import { columnRuns } from "../../../src/host/workbook/column-run";

describe("single cells joined down a column", () => {
  test("neighbours join, gaps and other columns and sheets do not, order and repetition do not matter", () => {
    expect(columnRuns(["S!A3", "S!A1", "S!A2", "S!A2", "S!A5", "S!B1", "'My sheet'!A1"])).toEqual([
      { sheetName: "My sheet", column: 0, from: 0, to: 0 },
      { sheetName: "S", column: 0, from: 0, to: 2 },
      { sheetName: "S", column: 0, from: 4, to: 4 },
      { sheetName: "S", column: 1, from: 0, to: 0 },
    ]);
  });

  test("nothing gives nothing", () => {
    expect(columnRuns([])).toEqual([]);
  });
});
