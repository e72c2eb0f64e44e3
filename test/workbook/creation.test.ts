import { library } from "../../src/data/library";
import { readGradeText } from "../../src/domain/scheme/grade-text";
import type { Scheme } from "../../src/domain/scheme/scheme";
import { createRegister } from "../../src/workbook/creation/creation";
import { listRegisters, locateRegister } from "../../src/workbook/register";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

const scheme = (name: string): Scheme => library.schemes.find((one) => one.name === name)!;
const njc = (text: string) => {
  const reading = readGradeText(text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problem));
  return { scheme: scheme("NJC"), name: "Council", jobs: 4, grades: reading.value.bands };
};
const nhs = { scheme: scheme("NHS"), name: "Register", jobs: 3, grades: null };
const GRADES = "Grade\tFrom\tTo\nG1\t164\t259\nG2\t260\t1000";

/** All that a workbook holds. */
const everything = (target: OfficePage): unknown => [
  target.workbook.sheets().map((sheet) => {
    const area = sheet.usedArea();
    return [sheet.name(), area === undefined ? [] : [sheet.values(area), sheet.formulas(area)], sheet.validations(), sheet.frozen()];
  }),
  target.workbook.tables().map((table) => [table.name(), table.area()]),
  [...target.settings],
  [...target.workbook.names()],
];

const sheetNamed = (name: string) => page.workbook.sheets().find((sheet) => sheet.name() === name)!;
const formulas = (name: string, row: number, column: number, columns: number) =>
  sheetNamed(name).formulas({ row, column, rowCount: 1, columnCount: columns })[0];

test("NHS: a table with live formulas in each row, lists of levels, headings that stay in sight; it is a register at once", async () => {
  expect(await createRegister(nhs)).toMatchObject({ ok: true, value: { kind: "created", sheet: { name: "Register" } } });
  expect(formulas("Register", 4, 2, 2)).toEqual(["=JOB.JESCORE(G5:V5)", "=JOB.JEBAND(C5)"]);
  expect(formulas("Register", 6, 22, 2)).toEqual(["=JOB.PROFILEMATCH(G7:V7)", "=JOB.JECHECK(G7:V7)"]);
  const sheet = sheetNamed("Register");
  expect(sheet.frozen()).toEqual({ rows: 4, columns: 4 });
  // Chapter seven: factor 15 has four levels, factor 1 six.
  const listAt = (column: number) =>
    sheet.validations().find(({ areas }) => areas.some((area) => area.column === column && area.row === 4))?.validation.rule;
  expect([JSON.stringify(listAt(20)), JSON.stringify(listAt(6))]).toEqual([
    expect.stringContaining("1,2,3,4"),
    expect.stringContaining("1,2,3,4,5,6"),
  ]);
  expect(JSON.stringify(listAt(20))).not.toContain("5");
  const list = await listRegisters();
  if (!list.ok) throw new Error("unread");
  const located = await locateRegister(list.value.registers[0]!.mapping);
  expect(located).toMatchObject({
    ok: true,
    value: { places: { found: true, headingRow: 3, factors: Array.from({ length: 16 }, (_, index) => 6 + index), changes: [] } },
  });
});

test("NJC: every grade formula carries the grade table, which stands beside the register", async () => {
  expect((await createRegister(njc(GRADES))).ok).toBe(true);
  for (const row of [4, 5, 6, 7]) {
    expect(formulas("Council", row, 2, 2)).toEqual([`=JOB.JESCORE(G${row + 1}:S${row + 1},"NJC")`, `=JOB.JEBAND(C${row + 1},$V$5:$X$6)`]);
  }
  expect(sheetNamed("Council").values({ row: 3, column: 21, rowCount: 3, columnCount: 3 })).toEqual([
    ["Grades", "From", "To"],
    ["G1", 164, 259],
    ["G2", 260, 1000],
  ]);
  const list = await listRegisters();
  if (!list.ok) throw new Error("unread");
  const { mapping } = list.value.registers[0]!;
  expect(mapping.bands?.address).toBe("'Council'!$V$5:$X$6");
  expect(await locateRegister(mapping)).toMatchObject({ ok: true, value: { places: { found: true, changes: [] } } });
});

test("a name that is taken gets a number", async () => {
  await createRegister(nhs);
  expect(await createRegister(nhs)).toMatchObject({ ok: true, value: { sheet: { name: "Register 2" } } });
});

test.each([
  ["G1 164 259\nG2 260", 2],
  ["Grade, From, To\nGrade 3, 164, 259\nGrade 4, 260, 300\n\n", 2],
  ["SCP 5 164-259\nSCP 6 260 to 300", 2],
])("grades as people type or paste them: %j", (text, count) => {
  const reading = readGradeText(text);
  expect(reading.ok && reading.value.bands.length).toBe(count);
  expect(reading.ok && reading.value.bands.map(({ from }) => from)).toEqual([164, 260]);
});

test.each([
  ["G1 164 259\nG2 261 300", "bands-gap"],
  ["G1 164 259\nG2 200 300", "bands-overlap"],
  ["G1 164\nG2 many", "bands-score"],
  ["G1 164\nG2", "bands-score"],
  ["", "bands-empty"],
])("grades that are none are refused: %j", (text, kind) => {
  const reading = readGradeText(text);
  expect(reading.ok || reading.problem.kind).toBe(kind);
});

describe("a failure at any sync leaves the workbook as it was, or as asked", () => {
  const SYNCS = 6;
  test("creating takes fewer syncs than are made to fail", async () => {
    page.close();
    page = await openOfficePage({ faults: { failAtSync: SYNCS } });
    Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
    expect((await createRegister(nhs)).ok).toBe(true);
  });

  test.each(Array.from({ length: SYNCS - 1 }, (_, index) => index + 1))("sync %d fails before anything of it is done", async (failing) => {
    page.close();
    page = await openOfficePage({ faults: { failAtSync: failing } });
    Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
    const before = everything(page);
    expect((await createRegister(njc(GRADES))).ok).toBe(false);
    expect(everything(page)).toEqual(before);
  });
});
