import { nhs } from "../../src/data/library";
import { createSession } from "../../src/session/session";
import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { restore } from "../../src/workbook/guarded-write";
import { giveIds } from "../../src/workbook/job-id";
import { contentOf, failAtSync } from "../support/failing-sync";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(30_000);
type Cell = string | number;

const FACTORS = nhs().factors.map(({ name }) => name);
/** JESCORE's example: 466 points. */
const LEVELS: Cell[] = ["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1];
const NONE: Cell[] = LEVELS.map(() => "");

let page: OfficePage;
beforeEach(async () => {
  page = await openOfficePage();
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
});
afterEach(() => page.close());

async function write(address: string, cells: Cell[][], table = false): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange(address).formulas = cells;
    if (table) sheet.tables.add(address, true);
    await context.sync();
  });
}
const read = (address: string): Promise<Cell[][]> =>
  page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    range.load("formulas");
    await context.sync();
    return range.formulas as Cell[][];
  });

/** Ids in column A, titles in B, levels from C; or no ids, and all a column to the left. */
async function register(rows: readonly Cell[][], withIds: boolean, table = false): Promise<string> {
  const headings = [...(withIds ? ["Ref"] : []), "Post", ...FACTORS];
  await write(`A1:${withIds ? "R" : "Q"}${rows.length + 1}`, [headings, ...rows], table);
  const sheetId = page.workbook.sheets()[0]!.id;
  const title = withIds ? 1 : 0;
  const factors = FACTORS.map((_, place) => title + 1 + place);
  const columns = withIds ? { id: 0, title } : { title };
  expect((await adoptSheet({ sheetId, scheme: nhs(), chart: null, headingRows: 1, headings, factors, columns })).ok).toBe(true);
  return sheetId;
}

async function evidence(sheetId: string, ids: readonly string[]): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Evidence");
    sheet.getRange(`A1:F${ids.length + 1}`).values = [
      ["Job ID", "Factor", "Level", "Letters", "Evidence", "Reason"],
      ...ids.map((id) => [id, 1, 3, "", "seen", "said so"]),
    ];
    sheet.load("id");
    await context.sync();
    context.workbook.settings.add("jobEvaluation.evidence", { version: 1, sheets: [{ register: sheetId, evidence: sheet.id }] });
    context.workbook.worksheets.getItem(sheetId).activate();
    await context.sync();
  });
}

const written = async (sheetId: string) => {
  const answer = await giveIds(sheetId);
  if (!answer.ok || answer.value.kind !== "ids-written") throw new Error(JSON.stringify(answer));
  return answer.value;
};

test("only jobs without an id get one, and never one that stands in the register or on its Evidence sheet", async () => {
  const sheetId = await register(
    [
      ["DD-101", "One", ...LEVELS],
      ["", "Two", ...LEVELS],
      ["DD-101", "Three, copied", ...LEVELS],
      ["", "Total", ...NONE],
      ["", "Four", ...LEVELS],
    ],
    true,
  );
  await evidence(sheetId, ["DD-103", "DD-9"]);
  expect(await written(sheetId)).toMatchObject({ jobs: 2, column: null, doubtful: [], kept: true });
  // 102 and 103: the Evidence sheet has 103.
  expect((await read("A2:A6")).flat()).toEqual(["DD-101", "DD-104", "DD-101", "", "DD-105"]);
  expect(await giveIds(sheetId)).toEqual({ ok: true, value: { kind: "ids-complete" } });
});

test.each([false, true])("without a column of ids one comes to the right; the register knows it at once; table %s", async (table) => {
  const sheetId = await register(
    [
      ["Nursing", ...NONE],
      ["One", ...LEVELS],
      ["Two", ...LEVELS],
    ],
    false,
    table,
  );
  const before = await read("A1:Q4");
  const answer = await written(sheetId);
  // A single text may head a section.
  expect(answer).toMatchObject({ jobs: 2, column: "Job ID", doubtful: [1] });
  expect((await read("R1:R4")).flat()).toEqual(["Job ID", "", "J-0001", "J-0002"]);
  expect(await read("A1:Q4")).toEqual(before);
  const session = createSession();
  await session.start();
  const content = session.getState().current?.content;
  expect(content?.kind === "jobs" && [content.state.hasIds, content.state.idColumn, content.state.ids, content.state.changes]).toEqual([
    true,
    17,
    { missing: [], shared: [] },
    [],
  ]);
  expect(page.workbook.tables()[0]?.area().columnCount).toBe(table ? 18 : undefined);
  // And out again, mapping and all.
  expect(await restore(answer.written)).toEqual({ ok: true, value: undefined });
  expect((await read("R1:R4")).flat()).toEqual(["", "", "", ""]);
  await session.refresh();
  const after = session.getState().current?.content;
  expect(after?.kind === "jobs" && [after.state.hasIds, after.state.changes]).toEqual([false, []]);
  expect(page.workbook.tables()[0]?.area().columnCount).toBe(table ? 17 : undefined);
});

test("a formula that gives no id is not written over", async () => {
  const sheetId = await register([['=""', "One", ...LEVELS]], true);
  expect(await giveIds(sheetId)).toEqual({ ok: false, failure: { kind: "occupied", sheet: "Sheet1", address: "A2:A2" } });
  expect(await read("A2")).toEqual([['=""']]);
});

test("an Evidence sheet that cannot be read stops it", async () => {
  const sheetId = await register([["", "One", ...LEVELS]], true);
  await evidence(sheetId, ["J-0001"]);
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Evidence").getRange("A1").values = [["Who"]];
    await context.sync();
  });
  expect(await giveIds(sheetId)).toMatchObject({ ok: true, value: { kind: "evidence-headings", missing: ["Job ID"] } });
});

describe("Restore", () => {
  const rows: Cell[][] = [
    ["", "One", ...LEVELS],
    ["J-7", "Two", ...LEVELS],
    ["", "Three", ...LEVELS],
  ];

  test("is offered by a pane that opens later, and takes out what was written", async () => {
    const sheetId = await register(rows, true);
    await written(sheetId);
    expect((await read("A2:A4")).flat()).toEqual(["J-8", "J-7", "J-9"]);
    const session = createSession();
    await session.start();
    expect(session.getState()).toMatchObject({ lastWritten: { what: "ids", sheetName: "Sheet1" }, lastWrittenHere: false });
    await session.restore();
    expect(session.getState().notice).toEqual({ kind: "restored", what: "ids" });
    expect(session.getState().lastWritten).toBeNull();
    expect((await read("A2:A4")).flat()).toEqual(["", "J-7", ""]);
    const third = createSession();
    await third.start();
    expect(third.getState().lastWritten).toBeNull();
  });

  test("an id that somebody typed since stays, and so does all else", async () => {
    const sheetId = await register(rows, true);
    await written(sheetId);
    await write("A4", [["K-1"]]);
    const session = createSession();
    await session.start();
    await session.restore();
    expect(session.getState().notice).toMatchObject({ kind: "failed", failure: { kind: "changed-since" } });
    expect((await read("A2:A4")).flat()).toEqual(["J-8", "J-7", "K-1"]);
  });

  test("the workbook keeps places and a print, and nothing of what was written", async () => {
    const sheetId = await register(rows, true);
    await written(sheetId);
    const kept = page.settings.get("jobEvaluation.lastWrite") ?? "";
    expect(kept).toContain('"version":1');
    expect(kept).not.toContain("J-8");
  });

  test("a write in more places than the workbook keeps is known to its own pane alone", async () => {
    // Every other of 900 jobs lacks an id: 450 places.
    const many = Array.from({ length: 900 }, (_, row): Cell[] => [row % 2 === 0 ? "" : `J-${row}`, `Post ${row}`, ...LEVELS]);
    const sheetId = await register(many, true);
    const session = createSession();
    await session.start();
    await session.giveIds(sheetId);
    expect(session.getState()).toMatchObject({
      lastWrittenHere: true,
      lastWritten: { what: "ids" },
      notice: { answer: { jobs: 450, kept: false } },
    });
    const other = createSession();
    await other.start();
    expect(other.getState().lastWritten).toBeNull();
    await session.restore();
    expect(session.getState()).toMatchObject({ lastWrittenHere: false, lastWritten: null });
    expect((await read("A2:A4")).flat()).toEqual(["", "J-1", ""]);
  });

  test("settings of a later version count as none", async () => {
    await register(rows, true);
    page.settings.set("jobEvaluation.lastWrite", JSON.stringify({ version: 2, written: {} }));
    const session = createSession();
    await session.start();
    expect([session.getState().lastWritten, session.getState().notice]).toEqual([null, null]);
  });
});

describe("a failure at any sync leaves the workbook as it was", () => {
  const rows: Cell[][] = [
    ["One", ...LEVELS],
    ["Two", ...LEVELS],
  ];
  const SYNCS = 11;

  test("a new column takes that many syncs, the last of them Excel.run's own", async () => {
    const sheetId = await register(rows, false, true);
    const counter = failAtSync(page, "", 99);
    expect((await giveIds(sheetId)).ok).toBe(true);
    expect(counter.syncs()).toBe(SYNCS);
  });

  test.each(Array.from({ length: SYNCS - 1 }, (_, index) => index + 1))("giving ids, sync %d", async (failing) => {
    const sheetId = await register(rows, false, true);
    const before = contentOf(page);
    failAtSync(page, "AccessDenied", failing);
    expect(await giveIds(sheetId)).toEqual({ ok: false, failure: { kind: "refused" } });
    expect(contentOf(page)).toEqual(before);
  });

  test.each([1, 2, 3, 4, 5])("taking them back, sync %d", async (failing) => {
    const sheetId = await register(rows, false, true);
    const { written: last } = await written(sheetId);
    const before = contentOf(page);
    failAtSync(page, "AccessDenied", failing);
    expect(await restore(last)).toEqual({ ok: false, failure: { kind: "refused" } });
    expect(contentOf(page)).toEqual(before);
    Object.assign(globalThis, { Excel: page.Excel });
    expect((await restore(last)).ok).toBe(true);
  });
});
