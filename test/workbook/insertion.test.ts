import { insertSample } from "../../src/workbook/sample";
import { failAtSync } from "../support/failing-sync";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;

beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

const sheetNames = (): string[] => page.workbook.sheets().map((sheet) => sheet.name());

test("an insertion takes seven syncs, the last at the end of the run, so the failures below reach every one", async () => {
  const counter = failAtSync(page, "", 99);
  expect((await insertSample()).ok).toBe(true);
  expect(counter.syncs()).toBe(7);
});

test.each([1, 2, 3, 4, 5, 6, 7])("a failure at sync %d leaves the workbook as it was", async (failing) => {
  failAtSync(page, "AccessDenied", failing);
  expect(await insertSample()).toEqual({ ok: false, failure: { kind: "refused" } });
  expect(sheetNames()).toEqual(["Sheet1"]);
  expect(page.workbook.tables()).toEqual([]);
  expect([...page.workbook.names().keys()]).toEqual([]);
});

test.each([1, 2, 3, 4, 5, 6, 7])("Excel having carried out sync %d, whose answer was lost: as before, or as asked", async (lost) => {
  page.close();
  page = await openOfficePage({ faults: { loseAnswerOfSync: lost } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const outcome = await insertSample();
  expect(sheetNames()).toEqual(outcome.ok ? ["Sheet1", "Register", "NJC register", "About the sample"] : ["Sheet1"]);
  expect(page.workbook.names().size).toBe(outcome.ok ? 1 : 0);
});

test("a sheet of the same name that somebody else adds meanwhile is theirs, and stays", async () => {
  page.close();
  const edit = () => page.workbook.addSheet("Register").write({ row: 0, column: 0, rowCount: 1, columnCount: 1 }, [[{ value: "theirs" }]]);
  page = await openOfficePage({ faults: { coAuthor: { beforeSync: 2, edit } } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  expect((await insertSample()).ok).toBe(false);
  expect(sheetNames()).toEqual(["Sheet1", "Register"]);
});

test("sheets that cannot be taken away again are named", async () => {
  failAtSync(page, "InvalidOperationInCellEditMode", 3, 4);
  expect(await insertSample()).toEqual({
    ok: false,
    failure: { kind: "left-behind", sheets: ["Register", "NJC register", "About the sample"], cause: { kind: "cell-edit" } },
  });
});

test("a cell that does not keep what was written is a failure, and nothing stays", async () => {
  const sheet = page.workbook.addSheet("probe");
  const prototype = Object.getPrototypeOf(sheet) as { write: (area: unknown, cells: { value?: unknown }[][]) => void };
  const write = prototype.write;
  const spy = jest.spyOn(prototype, "write").mockImplementation(function (this: unknown, area, cells) {
    // As Excel does where the sheet's locale reads "3ab" as something else.
    write.call(
      this,
      area,
      cells.map((row) => row.map((cell) => (cell.value === "3ab" ? { value: 46115 } : cell))),
    );
  });
  try {
    expect(await insertSample()).toEqual({ ok: false, failure: { kind: "not-kept", sheet: "Register", address: "G5:V62" } });
  } finally {
    spy.mockRestore();
  }
  expect(sheetNames()).toEqual(["Sheet1", "probe"]);
});

test("an error that Excel did not make is a bug and is thrown", async () => {
  Object.assign(globalThis, { Excel: { run: () => Promise.reject(new TypeError("a bug")) } });
  await expect(insertSample()).rejects.toThrow("a bug");
});
