import { nhsSample } from "../../src/data/register/sample";
import { DraftStore } from "../../src/session/draft-store";
import { createJobSession, type JobSession, type JobState, type OpenJob } from "../../src/session/job";
import type { PaneStorage } from "../../src/workbook/pane-storage";
import { insertSample } from "../../src/workbook/sample";
import { openJob, rowOf, selectJob, until as untilJob } from "../support/job-session";
import { openOfficePage, type OfficePage } from "../support/office";

class Kept implements PaneStorage {
  constructor(public text: string | null = null) {}
  read = (): string | null => this.text;
  write = (text: string | null): void => void (this.text = text);
}

let page: OfficePage;
let kept: Kept;
let job: JobSession;
let close: () => void;

beforeEach(async () => {
  page = await openOfficePage({ calculate: (formula) => (formula === "=NA()" ? { error: "#N/A" } : null) });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  await insertSample();
  kept = new Kept();
  await start();
});
afterEach(() => {
  close();
  page.close();
});

async function start(): Promise<void> {
  job = createJobSession(() => new Date("2026-03-04T05:06:07Z"), kept);
  close = job.open();
  await until((state) => state.view.kind !== "reading");
}

/** What is left to a page that is loaded anew; the one before hears nothing of it. */
async function reload(text = kept.text): Promise<void> {
  close();
  kept = new Kept(text);
  await start();
}

const until = (condition: (state: JobState) => boolean): Promise<void> => untilJob(job, condition);
const open = (): OpenJob => openJob(job);
const select = (id: string): Promise<void> => selectJob(page, job, id);

/** DD-106 with a blank in factor 2 and a level with letters in another, a reason and a verdict. */
async function draft(): Promise<void> {
  await select("DD-106");
  job.setLevel(1, 3, "");
  job.setLevel(0, 4, "a");
  job.setNote(1, { reason: "Person specification", evidence: "Page 2" });
  job.setStatement("1-band-3", { verdict: "in-part", evidence: "Duties 1 to 4" });
}

test("levels, letters, a note and a verdict are there after a reload as they were", async () => {
  await draft();
  const before = open();
  expect(before.draft.levels.get(0)).toMatchObject({ level: 4, letters: "a" });
  expect(before.draft.levels.get(1)).toMatchObject({ level: 3, letters: "" });
  await reload();
  expect(open()).toEqual(before);
  expect(open().dirty).toBe(true);
  expect(job.statementOf("1-band-3")).toEqual({ verdict: "in-part", evidence: "Duties 1 to 4" });
});

test("the drafts of other jobs wait, and each comes back in its own row", async () => {
  await draft();
  await select("DD-130");
  await reload();
  expect(open()).toMatchObject({ dirty: false, row: { id: "DD-130" } });
  expect(job.getState().waiting).toEqual([expect.stringMatching(/^DD-106 /)]);
  await select("DD-106");
  expect(open().factors[1]!.reading).toEqual({ kind: "level", level: 3, letters: "" });
});

test("rows sorted while no page was there: what was set goes with its job, not with its row", async () => {
  await select("DD-130");
  job.setNote(0, { reason: "Reads to groups" });
  const text = kept.text;
  close();
  await page.Excel.run(async (context) => {
    context.workbook.worksheets
      .getItem("Register")
      .tables.getItemAt(0)
      .sort.apply([{ key: 0, ascending: false }]);
    await context.sync();
  });
  await reload(text);
  expect(open().row.id).not.toBe("DD-130");
  expect(open().dirty).toBe(false);
  // Ids run upwards from row 5; sorted downwards, DD-130 stands as far from the sample's last row.
  const row = 5 + nhsSample.jobs.length - 1 - (rowOf("DD-130") - 5);
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Register").getRange(`C${row}`).select();
    await context.sync();
  });
  await until(({ view }) => view.kind === "job" && view.job.row.id === "DD-130");
  expect(open().factors[0]!.note.reason).toBe("Reads to groups");
});

test("what is discarded or applied leaves nothing", async () => {
  await draft();
  expect(kept.text).not.toBeNull();
  job.discard();
  expect(kept.text).toBeNull();
  await select("DD-106");
  job.setLevel(1, 3, "");
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "applied", levels: 1 });
  expect(kept.text).toBeNull();
  await reload();
  expect(open().dirty).toBe(false);
});

test("a level that was edited in the sheet between shows as a conflict, and is not written over", async () => {
  await draft();
  const text = kept.text;
  close();
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Register").getRange(`H${rowOf("DD-106")}`).values = [[4]];
    await context.sync();
  });
  await reload(text);
  expect(open().factors.map(({ levelConflict }) => levelConflict)).toEqual(open().factors.map(({ place }) => place === 1));
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "unsettled", places: [1] });
  job.settle(1, "sheet");
  expect(open().factors[1]!.reading).toEqual({ kind: "level", level: 4, letters: "" });
});

test("a sheet deleted while no page was there: nothing waits for its jobs", async () => {
  await draft();
  const text = kept.text;
  close();
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("About the sample").activate();
    context.workbook.worksheets.getItem("Register").delete();
    await context.sync();
  });
  await reload(text);
  expect(job.getState()).toMatchObject({ view: { kind: "elsewhere" }, waiting: [] });
  expect(kept.text).toBeNull();
});

test("a text that is damaged or of another version gives no drafts", async () => {
  await draft();
  const text = kept.text!;
  const damaged = [
    "",
    "null",
    text.slice(0, -1),
    text.replace('"version":1', '"version":2'),
    text.replace('"level":3', '"level":"3"'),
    text.replace('"level":3', '"level":0'),
    text.replace('"verdict":"in-part"', '"verdict":"perhaps"'),
    text.replace(/"cells":\[.*?\]/, '"cells":{}'),
    text.replace('"letters":"a",', ""),
  ];
  for (const one of damaged) {
    expect(one).not.toBe(text);
    await reload(one);
    expect(open().dirty).toBe(false);
    expect(job.getState()).toMatchObject({ waiting: [], notice: null });
  }
  await reload(text);
  expect(open().dirty).toBe(true);
});

test("the workbook is asked for its sheets once, and only where something was left", async () => {
  await draft();
  let asked = 0;
  const countId = (): Promise<never> => Promise.reject(new Error("not asked"));
  const sheetIds = (): Promise<{ ok: true; value: string[] }> => Promise.resolve({ ok: true, value: (asked++, [open().row.sheetId]) });
  const none = new DraftStore({ countId, sheetIds }, new Kept());
  await none.dropLostSheets();
  expect(asked).toBe(0);
  none.keep(open().row, open().draft);
  await none.dropLostSheets();
  expect(asked).toBe(0);
  const some = new DraftStore({ countId, sheetIds }, kept);
  await some.dropLostSheets();
  await some.dropLostSheets();
  expect(asked).toBe(1);
  expect(some.waiting(null)).toHaveLength(1);
});
