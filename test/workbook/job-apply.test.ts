import { nhsSample } from "../../src/data/register/sample";
import { readEvidence } from "../../src/workbook/evidence";
import { applyJob, type JobChange } from "../../src/workbook/job-apply";
import { type JobWritten, restoreJob } from "../../src/workbook/job-restore";
import { type JobRowReading, readSelectedJob } from "../../src/workbook/job-row";
import { insertSample } from "../../src/workbook/sample";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
let register: string;

beforeEach(async () => {
  const calculate = (formula: string) => (formula === "=NA()" ? { error: "#N/A" } : null);
  page = await openOfficePage({ calculate });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  await insertSample();
  register = page.workbook.sheets().find((sheet) => sheet.name() === "Register")!.id;
});
afterEach(() => page.close());

/** The sample's levels stand from column G (6) on, its jobs from row 5 (4) on. */
const rowOf = (id: string): number => 4 + nhsSample.jobs.findIndex((job) => job.id === id);
const LEVELS = 6;

const select = (sheet: string, address: string): Promise<void> =>
  page.Excel.run(async (context) => {
    const found = context.workbook.worksheets.getItem(sheet);
    found.activate();
    found.getRange(address).select();
    await context.sync();
  });

const put = (sheet: string, address: string, value: string | number): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

async function jobAt(address: string): Promise<JobRowReading> {
  await select("Register", address);
  const outcome = await readSelectedJob();
  if (!outcome.ok || outcome.value.kind !== "job") throw new Error(JSON.stringify(outcome));
  return outcome.value.job;
}

const changeOf = (job: JobRowReading, levels: Readonly<Record<number, string>>, notes: JobChange["notes"] = []): JobChange => ({
  sheetId: job.sheetId,
  row: job.row,
  id: job.id,
  title: job.title,
  shown: job.cells.map(({ value }) => value),
  levels: job.cells.map((_, place) => levels[place] ?? null),
  notes,
});

const note = (key: string, level: string, evidence: string, reason: string) => ({
  key,
  level,
  letters: "",
  evidence,
  reason,
  expected: { evidence: "", reason: "" },
});

/** All that the workbook holds: contents of every sheet, and the settings. */
const everything = (): unknown => [
  page.workbook.sheets().map((sheet) => {
    const area = sheet.usedArea();
    return [sheet.name(), area, area === undefined ? [] : [sheet.values(area), sheet.formulas(area)]];
  }),
  [...page.settings],
];

type Batch = Parameters<typeof Excel.run>[1];

/** Lets every sync through but those named, counted over all batches; `late` fails after Excel has carried the batch out. */
function failAtSync(failing: readonly number[], late = false): { readonly syncs: () => number } {
  let count = 0;
  const run = (options: Excel.RunOptions, batch: Batch): Promise<unknown> =>
    page.Excel.run(options, (context) => {
      const sync = context.sync.bind(context);
      context.sync = async <T>(value?: T) => {
        count += 1;
        const failed = failing.includes(count);
        if (!failed || late) await sync();
        if (failed) throw Object.assign(new Error("failed"), { code: "AccessDenied" });
        return value as T;
      };
      return batch(context);
    });
  Object.assign(globalThis, { Excel: { ...page.Excel, run } });
  return { syncs: () => count };
}

const cellsOf = (sheetName: string): unknown[][] => {
  const sheet = page.workbook.sheets().find((one) => one.name() === sheetName)!;
  return sheet.values(sheet.usedArea()!);
};

test("the selected row is read with its cells, wherever in the row the selection stands", async () => {
  const row = rowOf("DD-113");
  const job = await jobAt(`B${row + 1}`);
  expect([job.id, job.row, job.columns[0], job.cells.length]).toEqual(["DD-113", row, LEVELS, 16]);
  // Factor 10 of DD-113 holds =NA().
  expect(job.cells[9]).toEqual({ value: "#N/A", typed: "=NA()" });
});

test.each([
  ["", "Total", "total"],
  ["", "Subtotal - Digital", "total"],
  ["", "", "unlabelled"],
])("a row with id %p, title %p and numbers under its factors is no job: %s", async (id, title, why) => {
  const row = rowOf("DD-113") + 1;
  await put("Register", `A${row}`, id);
  await put("Register", `B${row}`, title);
  await select("Register", `G${row}`);
  expect(await readSelectedJob()).toEqual({ ok: true, value: { kind: "no-job", sheetName: "Register", why } });
});

test("headings, empty rows and sheets that are no register have no job", async () => {
  await select("Register", "G4");
  expect(await readSelectedJob()).toEqual({ ok: true, value: { kind: "no-job", sheetName: "Register", why: null } });
  await select("Register", "A500");
  expect(await readSelectedJob()).toEqual({ ok: true, value: { kind: "no-job", sheetName: "Register", why: null } });
  await select("About the sample", "A1");
  expect(await readSelectedJob()).toEqual({ ok: true, value: { kind: "elsewhere" } });
  // One renamed heading is found between its neighbours; of three in a row the middle one has none.
  for (const column of ["H", "I", "J"]) await put("Register", `${column}4`, `Other ${column}`);
  await select("Register", "G6");
  const outcome = await readSelectedJob();
  if (!outcome.ok || outcome.value.kind !== "headings-missing") throw new Error(JSON.stringify(outcome));
  expect(outcome.value.missing).toContain("3 Analysis");
});

test("applying writes the changed level cells and nothing else", async () => {
  const row = rowOf("DD-106");
  const job = await jobAt(`A${row + 1}`);
  const before = everything() as [unknown[][], unknown];
  expect(await applyJob(changeOf(job, { 1: "3", 0: "3ab" }))).toMatchObject({ kind: "applied" });
  const sheet = page.workbook.sheets().find((one) => one.name() === "Register")!;
  const at = (column: number) => sheet.values({ row, column, rowCount: 1, columnCount: 1 })[0]?.[0];
  expect([at(LEVELS), at(LEVELS + 1)]).toEqual(["3ab", 3]);
  await put("Register", `G${row + 1}`, job.cells[0]!.value as string);
  await put("Register", `H${row + 1}`, "");
  expect(everything()).toEqual(before);
});

describe("what was edited meanwhile is not overwritten", () => {
  test("another level of the row", async () => {
    const row = rowOf("DD-106");
    const job = await jobAt(`A${row + 1}`);
    await put("Register", `I${row + 1}`, 6);
    const before = everything();
    expect(await applyJob(changeOf(job, { 1: "3" }))).toEqual({ kind: "changed", places: [2], keys: [] });
    expect(everything()).toEqual(before);
  });

  test("the row is another job's by now", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    await put("Register", `A${rowOf("DD-106") + 1}`, "DD-999");
    expect(await applyJob(changeOf(job, { 1: "3" }))).toEqual({ kind: "moved" });
  });

  test("a note", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    await applyJob(changeOf(job, {}, [note("2", "", "Diploma", "As the person specification says")]));
    const before = everything();
    expect(await applyJob(changeOf(job, { 1: "3" }, [note("2", "3", "Degree", "")]))).toEqual({
      kind: "changed",
      places: [],
      keys: ["2"],
    });
    expect(everything()).toEqual(before);
  });
});

describe("evidence", () => {
  test("the sheet is made when it is first needed, the register stays in front, and notes are read back", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    // Text that Excel would take for a formula or a date stays text.
    const notes = [note("2", "3", "=HYPERLINK(1)", "2-3"), note("1", "3", "Line one\nline two", "'tis so")];
    expect(await applyJob(changeOf(job, { 1: "3" }, notes))).toMatchObject({ kind: "applied" });
    expect(cellsOf("Evidence")).toEqual([
      ["Job ID", "Factor", "Level", "Letters", "Evidence", "Reason"],
      ["DD-106", 2, 3, null, "=HYPERLINK(1)", "2-3"],
      ["DD-106", 1, 3, null, "Line one\nline two", "'tis so"],
    ]);
    expect(page.workbook.activeSheet().id).toBe(register);
    const book = await readEvidence(register);
    if (!book.ok) throw new Error("unread");
    // Ids are one whatever their case.
    expect([...book.value.notes.get("dd-106")!]).toEqual([
      ["2", { evidence: "=HYPERLINK(1)", reason: "2-3" }],
      ["1", { evidence: "Line one\nline two", reason: "'tis so" }],
    ]);
  });

  test("a note takes the place of the one before it, a look is one more row", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    await applyJob(changeOf(job, {}, [note("2", "", "first", "")]));
    await applyJob(changeOf(job, {}, [{ ...note("2", "", "second", ""), expected: { evidence: "first", reason: "" } }]));
    const look = { ...note("Early look", "", "today", "why"), expected: null };
    await applyJob(changeOf(job, {}, [look]));
    await applyJob(changeOf(job, {}, [look]));
    expect(cellsOf("Evidence").map((row) => [row[1], row[4]])).toEqual([
      ["Factor", "Evidence"],
      [2, "second"],
      ["Early look", "today"],
      ["Early look", "today"],
    ]);
  });

  test("a job without an id, or with another's, gets none, and nothing is written", async () => {
    const row = rowOf("DD-106");
    await put("Register", `A${row + 2}`, "DD-106");
    const twice = await jobAt(`A${row + 1}`);
    const before = everything();
    expect(await applyJob(changeOf(twice, { 1: "3" }, [note("2", "3", "x", "y")]))).toEqual({
      kind: "id-shared",
      id: "DD-106",
      rows: [row, row + 1],
    });
    expect(everything()).toEqual(before);
    await put("Register", `A${row + 1}`, "");
    expect(await applyJob(changeOf(await jobAt(`B${row + 1}`), {}, [note("2", "3", "x", "y")]))).toEqual({ kind: "id-missing" });
  });

  test("renamed headings of the evidence sheet are named", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    await applyJob(changeOf(job, {}, [note("2", "", "first", "")]));
    await put("Evidence", "F1", "Why");
    expect(await applyJob(changeOf(job, {}, [note("3", "", "x", "")]))).toEqual({
      kind: "evidence-headings",
      sheetName: "Evidence",
      missing: ["Reason"],
    });
  });

  test("a deleted evidence sheet is begun anew", async () => {
    const job = await jobAt(`A${rowOf("DD-106") + 1}`);
    await applyJob(changeOf(job, {}, [note("2", "", "first", "")]));
    page.workbook
      .sheets()
      .find((sheet) => sheet.name() === "Evidence")!
      .delete();
    expect(await applyJob(changeOf(job, {}, [note("3", "", "x", "")]))).toMatchObject({ kind: "applied" });
    expect(cellsOf("Evidence")).toHaveLength(2);
  });
});

describe("a failure at any sync leaves the workbook as it was", () => {
  const change = async (): Promise<JobChange> =>
    changeOf(await jobAt(`A${rowOf("DD-106") + 1}`), { 0: "3ab", 1: "3", 9: "2" }, [note("2", "3", "Diploma", "Because")]);
  const SYNCS = 11;

  test("applying with a new evidence sheet takes this many syncs, so the failures below reach every one", async () => {
    const wanted = await change();
    const counter = failAtSync([]);
    expect(await applyJob(wanted)).toMatchObject({ kind: "applied" });
    expect(counter.syncs()).toBe(SYNCS);
  });

  test.each([false, true])("Excel having carried the batch out: %s", async (late) => {
    const wanted = await change();
    const before = everything();
    for (let failing = 1; failing <= SYNCS; failing++) {
      failAtSync([failing], late);
      expect([failing, await applyJob(wanted)]).toEqual([failing, { kind: "failed", failure: { kind: "refused" }, restored: true }]);
      expect([failing, everything()]).toEqual([failing, before]);
    }
  });

  test("a cell that does not keep what was written", async () => {
    const wanted = await change();
    const before = everything();
    const prototype = Object.getPrototypeOf(page.workbook.sheets()[0]) as {
      write: (area: unknown, cells: { value?: unknown }[][]) => void;
    };
    const write = prototype.write;
    const spy = jest.spyOn(prototype, "write").mockImplementation(function (this: unknown, area, cells) {
      write.call(
        this,
        area,
        cells.map((row) => row.map((cell) => (cell.value === "3ab" ? { value: 46115 } : cell))),
      );
    });
    try {
      expect(await applyJob(wanted)).toMatchObject({ kind: "failed", failure: { kind: "not-kept", sheet: "Register" } });
    } finally {
      spy.mockRestore();
    }
    expect(everything()).toEqual(before);
  });
});

describe("restoring", () => {
  /** Factor 10 of DD-113 holds a formula, factor 1 a text, and factor 2 is set anew; the note makes the evidence sheet. */
  async function applied(): Promise<{ readonly before: unknown; readonly written: JobWritten }> {
    const first = await jobAt(`A${rowOf("DD-106") + 1}`);
    await applyJob(changeOf(first, {}, [note("2", "2", "Diploma", "")]));
    const before = everything();
    const job = await jobAt(`A${rowOf("DD-113") + 1}`);
    const outcome = await applyJob(changeOf(job, { 0: "3ab", 1: "3", 9: "2" }, [note("2", "3", "=Diploma", "Because")]));
    if (outcome.kind !== "applied") throw new Error(JSON.stringify(outcome));
    expect(everything()).not.toEqual(before);
    return { before, written: outcome.written };
  }
  const SYNCS = 9;

  test("brings back texts, formulas and blanks, and takes the notes out", async () => {
    const { before, written } = await applied();
    const counter = failAtSync([]);
    expect(await restoreJob(written)).toEqual({ kind: "restored" });
    expect(counter.syncs()).toBe(SYNCS);
    expect(everything()).toEqual(before);
  });

  test.each([false, true])("a failure at any sync leaves what was applied; Excel having carried the batch out: %s", async (late) => {
    const { written } = await applied();
    const after = everything();
    for (let failing = 1; failing <= SYNCS; failing++) {
      failAtSync([failing], late);
      expect([failing, await restoreJob(written)]).toEqual([failing, { kind: "failed", failure: { kind: "refused" }, restored: true }]);
      expect([failing, everything()]).toEqual([failing, after]);
    }
  });

  const evidence = () => page.workbook.sheets().find((sheet) => sheet.name() === "Evidence")!;
  const insert = (address: string, way: "Down" | "Right") => () =>
    page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange(address).insert(way);
      await context.sync();
    });
  const row = rowOf("DD-113") + 1;
  test.each([
    ["a level changed since", "changed-since", () => put("Register", `H${row}`, 4)],
    ["a note changed since", "changed-since", () => put("Evidence", "F3", "Better")],
    ["the evidence sheet deleted", "changed-since", async () => evidence().delete()],
    ["another job in the row", "moved", () => put("Register", `A${row}`, "DD-999")],
    ["a row come in above", "moved", insert(`${row}:${row}`, "Down")],
    ["a column come in before the levels", "moved", insert("F:F", "Right")],
  ])("%s: nothing is put back", async (_, kind, change) => {
    const { written } = await applied();
    await change();
    const now = everything();
    expect(await restoreJob(written)).toEqual({ kind });
    expect(everything()).toEqual(now);
  });
});
