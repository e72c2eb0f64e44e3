import { library } from "../../src/data/library";
import type { FaultPlan } from "../../src/host/fault";
import { createProfileSession, type ProfileSession } from "../../src/session/profile";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
let session: ProfileSession;

async function open(faults?: FaultPlan): Promise<void> {
  page = await openOfficePage(faults === undefined ? {} : { faults });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  session = createProfileSession(() => new Date(2026, 2, 2, 10, 15));
}
afterEach(() => page.close());

const [operator] = library.profiles.profiles;
const sheet = () => page.workbook.sheets()[0]!;
const formulas = (): unknown => {
  const area = sheet().usedArea();
  return area === undefined ? [] : sheet().formulas(area);
};
const select = (row: number, column: number): void => page.workbook.select(sheet(), { row, column, rowCount: 1, columnCount: 1 });
const write = (row: number, column: number, value: string): void =>
  sheet().write({ row, column, rowCount: 1, columnCount: 1 }, [[{ value }]]);

test("a profile is put into the selected cell, and taken back", async () => {
  await open();
  select(2, 1);
  await session.spillProfile(operator!, null);
  expect(formulas()).toEqual([['=JOB.PROFILE("it-operator-2")']]);
  // 16 factors, a heading row and the totals; five columns.
  expect(session.getState().notice).toMatchObject({ kind: "spilled", spilled: { address: "B3:F20" } });
  await session.restore();
  expect(formulas()).toEqual([]);
  expect(page.unavailable).toEqual([]);
});

test("the list of a suite, and of all", async () => {
  await open();
  await session.spillLibrary(library.profiles, null, null);
  select(30, 0);
  await session.spillLibrary(library.profiles, "Information Technology", null);
  expect((formulas() as string[][]).flat().filter((formula) => formula !== "")).toEqual([
    "=JOB.PROFILELIST()",
    '=JOB.PROFILELIST(,"Information Technology")',
  ]);
});

test.each([
  ["at the last cell that it fills", 19, 5, true],
  ["just below it", 20, 1, false],
  ["just right of it", 2, 6, false],
])("nothing is written over: something %s", async (_, row, column, refused) => {
  await open();
  write(row, column, "mine");
  select(2, 1);
  await session.spillProfile(operator!, null);
  expect(session.getState().notice).toMatchObject(
    refused ? { kind: "failed", failure: { kind: "occupied", address: "B3:F20" } } : { kind: "spilled" },
  );
  expect(sheet().values({ row, column, rowCount: 1, columnCount: 1 })).toEqual([["mine"]]);
});

test("a table is no place for it", async () => {
  await open();
  write(0, 0, "Heading");
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add("A1:A40", true);
    await context.sync();
  });
  select(3, 0);
  await session.spillProfile(operator!, null);
  expect(session.getState().notice).toMatchObject({ kind: "failed", failure: { kind: "in-table" } });
});

test("what somebody has put there since is not taken out", async () => {
  await open();
  await session.spillProfile(operator!, null);
  write(0, 0, "mine");
  await session.restore();
  expect(session.getState().notice).toMatchObject({ kind: "failed", task: "restore", failure: { kind: "changed-since" } });
  expect(sheet().values({ row: 0, column: 0, rowCount: 1, columnCount: 1 })).toEqual([["mine"]]);
});

test.each([
  ["fails at the first sync", { failAtSync: 1 }, false],
  ["fails at the second", { failAtSync: 2 }, false],
  ["loses the first answer", { loseAnswerOfSync: 1 }, false],
  ["loses the second", { loseAnswerOfSync: 2 }, true],
] as const)("when it %s, the sheet is as before or as told", async (_, faults, there) => {
  await open(faults);
  await session.spillProfile(operator!, null);
  expect(session.getState().notice?.kind).toBe(there ? "spilled" : "failed");
  expect(formulas()).toEqual(there ? [['=JOB.PROFILE("it-operator-2")']] : []);
});

test("own profiles are named by their table", async () => {
  await open();
  const { scheme, profiles } = library.profiles;
  await session.open();
  expect(await session.add(scheme, profiles.slice(0, 1), "A. Person")).toBe(true);
  const [own] = session.getState().own!;
  expect(own?.tableName).toBe("OwnProfiles");
  page.workbook.sheets()[0]!.activate();
  select(0, 0);
  await session.spillProfile(profiles[0]!, own!);
  expect(formulas()).toEqual([['=JOB.PROFILE("it-operator-2",OwnProfiles)']]);
});
