import { nhs } from "../../src/data/library";
import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { lookAtSheet } from "../../src/workbook/adoption/look";
import { keepGradeTable } from "../../src/workbook/chosen-table";
import { restore } from "../../src/workbook/guarded-write";
import { addResults, reenterFormulas } from "../../src/workbook/result";
import { adoptFront, recognised } from "../support/adoption";
import { failAtSync } from "../support/failing-sync";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(30_000);

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

type Cell = string | number;

/** As in the scoring chart of chapter seven; the third stands last, with evidence between. */
const HEADINGS = [
  "Ref",
  "Post",
  "Communication",
  "Knowledge",
  "Evidence",
  ..."Planning|Physical skills|Patient care|Policy|Finance|HR|Information|Research|Freedom to act|Physical effort|Mental effort|Emotional effort|Working conditions|Analytical".split(
    "|",
  ),
];
const JOB: Cell[] = ["4a", 6, "see file", 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1, 4];
const NJC =
  "Knowledge|Mental skills|Interpersonal and communication skills|Physical skills|Initiative and independence|Physical demands|Mental demands|Emotional demands|Responsibility for people|Supervision|Financial resources|Physical resources|Working conditions".split(
    "|",
  );

async function write(address: string, cells: readonly (readonly Cell[])[], table = false): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange(address).formulas = cells.map((row) => [...row]);
    if (table) sheet.tables.add(address, true);
    await context.sync();
  });
}
async function read(address: string): Promise<Cell[][]> {
  return page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as Cell[][];
  });
}
const messy = async (table: boolean): Promise<string> => {
  await write("A1:A1", [["Register of jobs"]]);
  await write("A3:S5", [HEADINGS, ["J-1", "Analyst", ...JOB], ["J-2", "Engineer", ...JOB]], table);
  return adoptFront();
};

test("a formula in each row, factor columns gathered in the scheme's order; the user's cells are as they were", async () => {
  const sheetId = await messy(false);
  const before = await read("A1:S5");
  const answer = await addResults(sheetId, ["score", "band", "match"]);
  expect(answer).toMatchObject({ ok: true, value: { kind: "written", mode: "rows", kept: true } });
  const levels = (row: number): string =>
    `CHOOSE({1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16},${"C D S F G H I J K L M N O P Q R"
      .split(" ")
      .map((column) => `${column}${row}`)
      .join(",")})`;
  expect(await read("T3:V5")).toEqual([
    ["Score", "Band", "Match on levels"],
    [`=JOB.JESCORE(${levels(4)})`, "=JOB.JEBAND(T4)", `=JOB.PROFILEMATCH(${levels(4)})`],
    [`=JOB.JESCORE(${levels(5)})`, "=JOB.JEBAND(T5)", `=JOB.PROFILEMATCH(${levels(5)})`],
  ]);
  expect(await read("A1:S5")).toEqual(before);
});

test("looking again shows what was agreed, not what would be recognised", async () => {
  await write("A3:S5", [HEADINGS, ["J-1", "Analyst", ...JOB], ["J-2", "Engineer", ...JOB]]);
  const { sheetId, recognition, factors: found } = await recognised();
  const { scheme, headingRows, headings, columns } = recognition;
  // Somebody has two columns the other way round, and the ids in none.
  const chosen = found.with(0, found[1]!).with(1, found[0]!);
  await adoptSheet({ sheetId, scheme, chart: null, headingRows, headings, factors: chosen, columns: { title: columns.title! } });
  const again = await lookAtSheet();
  expect(again.ok && again.value?.answer).toMatchObject({
    kind: "register",
    recognition: { factors: chosen.map((column) => ({ column, why: "agreed" })), columns: { title: 1 }, jobs: 2 },
  });
  const columnsAgain = again.ok && again.value?.answer.kind === "register" ? again.value.answer.recognition.columns : {};
  expect(columnsAgain.id).toBeUndefined();
  // Asked for a scheme, it recognises afresh.
  const afresh = await lookAtSheet({ chosen: { scheme } });
  expect(afresh.ok && afresh.value?.answer.kind === "register" && afresh.value.answer.recognition.factors[0]?.column).toBe(found[0]);
});

test("a table takes the columns in, and gives them back", async () => {
  const sheetId = await messy(true);
  const answer = await addResults(sheetId, ["score"]);
  if (!answer.ok || answer.value.kind !== "written") throw new Error(JSON.stringify(answer));
  expect(page.workbook.tables()[0]?.area().columnCount).toBe(20);
  expect(await restore(answer.value.written)).toEqual({ ok: true, value: undefined });
  expect(page.workbook.tables()[0]?.area().columnCount).toBe(19);
  expect(await read("T3:T5")).toEqual([[""], [""], [""]]);
});

test("what was changed since is not taken out", async () => {
  const sheetId = await messy(false);
  const answer = await addResults(sheetId, ["score"]);
  if (!answer.ok || answer.value.kind !== "written") throw new Error(JSON.stringify(answer));
  await write("T4", [[500]]);
  expect(await restore(answer.value.written)).toEqual({ ok: false, failure: { kind: "changed-since", sheet: "Sheet1", address: "T3:T5" } });
  expect(await read("T4")).toEqual([[500]]);
});

test("a write into a table takes ten syncs, so the failures below reach every one", async () => {
  const sheetId = await messy(true);
  const counter = failAtSync(page, "", 99);
  expect((await addResults(sheetId, ["score", "band"])).ok).toBe(true);
  expect(counter.syncs()).toBe(10);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])("a failure at sync %d leaves the sheet as it was", async (failing) => {
  const sheetId = await messy(true);
  const before = await read("A1:X8");
  failAtSync(page, "AccessDenied", failing);
  expect(await addResults(sheetId, ["score", "band"])).toEqual({ ok: false, failure: { kind: "refused" } });
  Object.assign(globalThis, { Excel: page.Excel });
  expect(await read("A1:X8")).toEqual(before);
  expect(page.workbook.tables()[0]?.area().columnCount).toBe(19);
});

test.each([true, false])("a protected sheet refuses, and nothing is left to be cleared by hand; a table: %s", async (table) => {
  const sheetId = await messy(table);
  const before = await read("A1:X8");
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().protection.protect();
    await context.sync();
  });
  expect(await addResults(sheetId, ["score", "band"])).toEqual({ ok: false, failure: { kind: "refused" } });
  expect(await read("A1:X8")).toEqual(before);
  expect(page.settings.get("jobEvaluation.lastWrite")).toBeUndefined();
});

test("columns that stand there already are named, and none is added a second time", async () => {
  const sheetId = await messy(false);
  expect(await addResults(sheetId, ["score"])).toMatchObject({ ok: true, value: { kind: "written" } });
  expect(await addResults(sheetId, ["band", "match"])).toMatchObject({ ok: true, value: { kind: "written" } });
  const before = await read("A1:Z8");
  expect(await addResults(sheetId, ["score", "match"])).toEqual({
    ok: true,
    value: {
      kind: "results-there",
      columns: [
        { name: "score", letters: "T" },
        { name: "match", letters: "V" },
      ],
    },
  });
  expect(await read("A1:Z8")).toEqual(before);
});

test("NJC: no grade without a grade table; with one, every formula names it", async () => {
  await write("A1:O3", [
    ["Ref", "Post", ...NJC],
    ["J-1", "Clerk", ...NJC.map(() => 1)],
    ["J-2", "Clerk", ...NJC.map(() => 1)],
  ]);
  const sheetId = await adoptFront();
  expect(await addResults(sheetId, ["score", "band"])).toEqual({ ok: true, value: { kind: "grades-missing" } });
  await write("R1:T3", [
    ["Grade", "From", "To"],
    ["G1", 164, 300],
    ["G2", 301, 1000],
  ]);
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("R1:T3").select();
    await context.sync();
  });
  expect(await keepGradeTable(sheetId)).toMatchObject({ ok: true, value: { reading: { ok: true } } });
  expect((await addResults(sheetId, ["score", "band"])).ok).toBe(true);
  // The grade table beside it has a Grade already; two alike could not be told apart later.
  expect(await read("U1:V2")).toEqual([
    ["Score", "Grade (computed)"],
    ['=JOB.JESCORE(C2:O2,"NJC")', "=JOB.JEBAND(U2,'Sheet1'!$R$1:$T$3)"],
  ]);
});

test("more than 500 jobs: one formula that spills, beside the register", async () => {
  const rows = Array.from({ length: 501 }, (_, index): Cell[] => [`J-${index}`, "Analyst", ...JOB]);
  await write("A1:S502", [HEADINGS, ...rows]);
  const answer = await addResults(await adoptFront(), ["score", "band", "match"]);
  expect(answer).toMatchObject({ ok: true, value: { mode: "spill" } });
  const [heads, first = [], second] = await read("T1:X3");
  expect(heads).toEqual(["Score", "Band", "Points to fall", "Points to rise", "Match on levels"]);
  expect(first[0]).toMatch(/^=JOB\.JEEVALUATE\(CHOOSE\(\{1,2,.*\},C2:C502,D2:D502,S2:S502,.*\),"NHS"\)$/);
  expect(second).toEqual(["", "", "", "", ""]);
});

test("totals between many jobs: values, with the word for what has none", async () => {
  const rows = Array.from({ length: 502 }, (_, index): Cell[] => [`J-${index}`, "Analyst", ...JOB]);
  rows[10] = ["", "Total", ...JOB.map(() => "")];
  rows[11] = ["J-11", "Draft", ...JOB.map((level, place) => (place === 1 ? "" : level))];
  await write("A1:S503", [HEADINGS, ...rows]);
  expect(await addResults(await adoptFront(), ["score", "band", "match"])).toMatchObject({ ok: true, value: { mode: "values" } });
  const cells = await read("T2:V13");
  // 466 points, band 7 (466-539): chapters seven and eight.
  expect(cells[0]?.slice(0, 2)).toEqual([466, "7"]);
  expect(cells[10]).toEqual(["", "", ""]);
  expect(cells[11]).toEqual(["incomplete", "incomplete", "incomplete"]);
});

test("formulas that show #NAME? are entered again once the functions are there, and no others", async () => {
  let there = false;
  page.close();
  // Excel shows #NAME? for functions of an add-in that was not loaded when the cell was entered, until it is entered again.
  const calculate = (formula: string) => (there && formula.startsWith("=JOB.") ? 466 : { error: "#NAME?" });
  page = await openOfficePage({ calculate });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const sheetId = await messy(false);
  await write("U4:U6", [["=_xldudf_JOB_JESCORE(C4:R4)"], ["=OTHER.THING(1)"], ["=JOB.JESCORE(C5:R5)"]]);
  const shown = async (): Promise<unknown> => {
    await page.workbook.settled();
    return page.workbook.sheets()[0]?.values({ row: 3, column: 20, rowCount: 3, columnCount: 1 });
  };
  expect(await shown()).toEqual([[{ error: "#NAME?" }], [{ error: "#NAME?" }], [{ error: "#NAME?" }]]);
  there = true;
  expect(await reenterFormulas(sheetId)).toEqual({ ok: true, value: 2 });
  expect(await read("U4:U6")).toEqual([["=JOB.JESCORE(C4:R4)"], ["=OTHER.THING(1)"], ["=JOB.JESCORE(C5:R5)"]]);
  expect(await shown()).toEqual([[466], [{ error: "#NAME?" }], [466]]);
  expect(await reenterFormulas(sheetId)).toEqual({ ok: true, value: 0 });
});

test("settings of a later version are refused, not written over", async () => {
  await write("A3:S5", [HEADINGS, ["J-1", "Analyst", ...JOB], ["J-2", "Engineer", ...JOB]]);
  await page.Excel.run(async (context) => {
    context.workbook.settings.add("jobEvaluation.registers", { version: 99 });
    await context.sync();
  });
  const choice = { sheetId: "x", scheme: nhs(), chart: null, headingRows: 1 as const, headings: HEADINGS, factors: [2], columns: {} };
  expect(await adoptSheet(choice)).toEqual({ ok: false, failure: { kind: "later-settings" } });
});
