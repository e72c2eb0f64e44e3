import { nhsSample } from "../../src/data/register/sample";
import { createJobSession, type JobSession, type JobState, type OpenJob } from "../../src/session/job";
import { insertSample } from "../../src/workbook/sample";
import { openJob, rowOf, selectJob, until as untilJob } from "../support/job-session";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
let job: JobSession;
let close: () => void;

beforeEach(async () => {
  const calculate = (formula: string) => (formula === "=NA()" ? { error: "#N/A" } : null);
  page = await openOfficePage({ calculate });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  await insertSample();
  job = createJobSession(() => new Date("2026-03-04T05:06:07Z"));
  close = job.open();
  await until((state) => state.view.kind !== "reading");
});
afterEach(() => {
  close();
  page.close();
});

const until = (condition: (state: JobState) => boolean): Promise<void> => untilJob(job, condition);
const open = (): OpenJob => openJob(job);
const select = (id: string): Promise<void> => selectJob(page, job, id);

const put = (sheet: string, address: string, value: string | number): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

const read = (address: string): Promise<unknown> =>
  page.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Register").getRange(address);
    range.load("values");
    await context.sync();
    return range.values as unknown;
  });

test("the job follows the selected row, and stays while another sheet is looked at", async () => {
  await select("DD-130");
  await select("DD-106");
  expect(open().factors[1]!.reading.kind).toBe("blank");
  page.workbook
    .sheets()
    .find((sheet) => sheet.name() === "About the sample")!
    .activate();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(open().row.id).toBe("DD-106");
});

test("rows that are sorted: the pane shows the job that stands in the selected row now, and what was set waits for its own", async () => {
  await select("DD-130");
  job.setNote(0, { reason: "Reads to groups" });
  const there = rowOf("DD-130");
  await page.Excel.run(async (context) => {
    const table = context.workbook.worksheets.getItem("Register").tables.getItemAt(0);
    table.sort.apply([{ key: 0, ascending: false }]);
    await context.sync();
  });
  await until(({ view }) => view.kind === "job" && view.job.row.id !== "DD-130");
  // Ids run upwards from row 5 to the sample's last; sorted downwards the same row holds the one as far from the end.
  expect(open().row).toMatchObject({ row: there - 1, id: nhsSample.jobs[nhsSample.jobs.length - 1 - (there - 5)]!.id });
  expect(open().factors[0]!.note.reason).toBe("");
  expect(job.getState().waiting.map((name) => name.slice(0, 6))).toEqual(["DD-130"]);
});

test("the register's sheet deleted: its job is shown no longer, and nothing waits for it", async () => {
  await select("DD-130");
  job.setLevel(0, 3, "");
  await page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("About the sample").activate();
    context.workbook.worksheets.getItem("Register").delete();
    await context.sync();
  });
  await until(({ view }) => view.kind === "elsewhere");
  expect(job.getState().waiting).toEqual([]);
});

test("edits wait while another row is selected, and are there again", async () => {
  await select("DD-106");
  job.setLevel(1, 3, "");
  await select("DD-130");
  expect(open().dirty).toBe(false);
  expect(job.getState().waiting[0]).toMatch(/^DD-106 /);
  await select("DD-106");
  expect(open().factors[1]!.reading).toEqual({ kind: "level", level: 3, letters: "" });
});

test("applying writes levels and notes, and the pane shows what stands there then", async () => {
  await select("DD-106");
  job.setLevel(1, 3, "");
  job.setNote(1, { reason: "Person specification" });
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "applied", levels: 1, notes: 1 });
  expect(open().dirty).toBe(false);
  expect(open().factors[1]).toMatchObject({ reading: { level: 3 }, note: { reason: "Person specification" } });
  expect(await read(`H${rowOf("DD-106")}`)).toEqual([[3]]);
});

test("what was applied and then undone in the grid: nothing is offered to be restored", async () => {
  await select("DD-106");
  const [[before]] = (await read(`H${rowOf("DD-106")}`)) as [[string | number]];
  job.setLevel(1, 3, "");
  await job.apply();
  expect(job.getState().notice?.kind).toBe("applied");
  await put("Register", `H${rowOf("DD-106")}`, before);
  await until(({ notice }) => notice === null);
  await job.restore();
  expect(job.getState().notice).toBeNull();
});

test("what was applied is restored, and the pane shows what stands there then; twice is once", async () => {
  await select("DD-106");
  const before = await read(`H${rowOf("DD-106")}`);
  job.setLevel(1, 3, "");
  job.setNote(1, { reason: "Person specification" });
  await job.apply();
  await select("DD-107");
  await job.restore();
  expect(job.getState().notice).toMatchObject({ kind: "restored", job: expect.stringMatching(/^DD-106 /) as unknown });
  expect(await read(`H${rowOf("DD-106")}`)).toEqual(before);
  await select("DD-106");
  expect(open().factors[1]).toMatchObject({ note: { reason: "" } });
  job.dismiss();
  await job.restore();
  expect(job.getState().notice).toBeNull();
});

test("what somebody has changed since it was applied is left alone, and that is said", async () => {
  await select("DD-106");
  job.setLevel(1, 3, "");
  await job.apply();
  await put("Register", `H${rowOf("DD-106")}`, 4);
  await job.restore();
  expect(job.getState().notice).toMatchObject({ kind: "not-restored", why: { kind: "changed-since" } });
  expect(await read(`H${rowOf("DD-106")}`)).toEqual([[4]]);
});

test("an edit in the sheet shows as a conflict; nothing is overwritten until it is settled", async () => {
  await select("DD-106");
  job.setLevel(0, 5, "");
  await put("Register", `G${rowOf("DD-106")}`, 2);
  await until(({ view }) => view.kind === "job" && view.job.factors[0]!.levelConflict);
  expect(await read(`G${rowOf("DD-106")}`)).toEqual([[2]]);
  job.settle(0, "draft");
  await job.apply();
  expect(await read(`G${rowOf("DD-106")}`)).toEqual([[5]]);
});

test("nothing is applied over an edit in the sheet before somebody has said which holds", async () => {
  await select("DD-106");
  job.setLevel(0, 5, "");
  job.setLevel(1, 3, "");
  await put("Register", `G${rowOf("DD-106")}`, 2);
  await until(({ view }) => view.kind === "job" && view.job.factors[0]!.levelConflict);
  const before = await read(`G${rowOf("DD-106")}:V${rowOf("DD-106")}`);
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "unsettled", places: [0], profiles: [] });
  expect(await read(`G${rowOf("DD-106")}:V${rowOf("DD-106")}`)).toEqual(before);
  job.settle(0, "sheet");
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "applied", levels: 1 });
  expect(await read(`G${rowOf("DD-106")}:H${rowOf("DD-106")}`)).toEqual([[2, 3]]);
});

test("a verdict that was changed on the evidence sheet meanwhile is not overwritten before somebody has said which holds", async () => {
  const profile = "it-1";
  const evidenceOf = () =>
    page.workbook
      .sheets()
      .find((sheet) => sheet.name() === "Evidence")!
      .values({ row: 1, column: 1, rowCount: 1, columnCount: 5 })[0];
  await select("DD-130");
  job.setStatement(profile, { verdict: "fits", evidence: "Section 2" });
  await job.apply();
  job.setStatement(profile, { verdict: "fits", evidence: "Section 3" });
  await put("Evidence", "F2", "Job statement fits in part");
  await until(() => job.conflicting(profile) !== null);
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "unsettled", places: [], profiles: [profile] });
  expect(evidenceOf()).toEqual([`Job statement: ${profile}`, null, null, "Section 2", "Job statement fits in part"]);
  job.settleStatement(profile, "draft");
  await job.apply();
  expect(evidenceOf()).toEqual([`Job statement: ${profile}`, null, null, "Section 3", "Job statement fits"]);
  job.setStatement(profile, { verdict: "does-not-fit", evidence: "Section 3" });
  await put("Evidence", "E2", "Section 4");
  await until(() => job.conflicting(profile) !== null);
  job.settleStatement(profile, "sheet");
  expect([open().dirty, job.statementOf(profile)]).toEqual([false, { verdict: "fits", evidence: "Section 4" }]);
});

describe("what was set belongs to one row", () => {
  const [first, second] = [rowOf("DD-106"), rowOf("DD-107")];
  const selectRow = async (row: number): Promise<void> => {
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange(`C${row}`).select();
      await context.sync();
    });
    await until(({ view }) => view.kind === "job" && view.job.row.row === row - 1);
  };
  const ids = (): Promise<unknown> => read(`A${first}:B${second}`);

  test("two rows with one id and title: a level set in one never shows or lands in the other", async () => {
    await select("DD-106");
    const row = (await ids()) as string[][];
    await put("Register", `A${second}`, row[0]![0]!);
    await put("Register", `B${second}`, row[0]![1]!);
    job.setLevel(1, 3, "");
    await selectRow(second);
    expect([open().dirty, job.getState().waiting]).toEqual([false, [row[0]!.join(" ")]]);
    await selectRow(first);
    expect(open().dirty).toBe(true);
    // Moved down by a row, either could be it: it waits until the ids differ.
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").getRange(`${first}:${first}`).insert("Down");
      await context.sync();
    });
    await selectRow(second);
    expect(open().dirty).toBe(false);
    await selectRow(second + 1);
    expect([open().dirty, job.getState().waiting]).toEqual([false, [row[0]!.join(" ")]]);
    await put("Register", `A${second + 1}`, "DD-107");
    await selectRow(second);
    expect(open().dirty).toBe(true);
  });

  test("another id or title typed into its row: it stays with its job", async () => {
    await select("DD-106");
    job.setLevel(1, 3, "");
    await put("Register", `A${first}`, "DD-906");
    await until(({ view }) => view.kind === "job" && view.job.row.id === "DD-906");
    expect(open().dirty).toBe(true);
    await put("Register", `B${first}`, "Other title");
    await until(({ view }) => view.kind === "job" && view.job.row.title === "Other title");
    expect([open().dirty, job.getState().waiting]).toEqual([true, []]);
  });

  test("a job that gets its id while it waits is still the same; one with other levels is not", async () => {
    await put("Register", `A${first}`, "");
    await selectRow(first);
    job.setLevel(1, 3, "");
    await put("Register", `A${first}`, "DD-906");
    await until(({ view }) => view.kind === "job" && view.job.row.id === "DD-906");
    expect(open().dirty).toBe(true);
    job.discard();
    await put("Register", `A${first}`, "");
    await until(({ view }) => view.kind === "job" && view.job.row.id === "");
    job.setLevel(1, 3, "");
    await selectRow(second);
    await put("Register", `I${first}`, 1);
    await put("Register", `A${first}`, "DD-907");
    await selectRow(first);
    expect(open().dirty).toBe(false);
  });
});

test("an edit that the pane has not heard of yet stops the apply and is shown", async () => {
  await select("DD-106");
  job.setLevel(0, 5, "");
  const sheet = page.workbook.sheets().find((one) => one.name() === "Register")!;
  sheet.write({ row: rowOf("DD-106") - 1, column: 6, rowCount: 1, columnCount: 1 }, [[{ value: 2 }]]);
  await job.apply();
  expect(job.getState().notice).toMatchObject({ kind: "not-applied", why: { kind: "changed", places: [0] } });
  expect(await read(`G${rowOf("DD-106")}`)).toEqual([[2]]);
  expect(open().factors[0]).toMatchObject({ levelConflict: true, reading: { level: 5 } });
});

describe("panel mode", () => {
  test("is the default; analysts' mode shows all at once", async () => {
    await select("DD-130");
    expect([job.getState().mode, open().shown]).toEqual(["panel", false]);
    job.setMode("analyst");
    expect(open().shown).toBe(true);
  });

  test("shows the score once every factor has a level and a reason", async () => {
    await select("DD-130");
    for (const { place } of open().factors) job.setNote(place, { reason: "why" });
    expect(open().shown).toBe(true);
    job.setNote(4, { reason: "" });
    expect(open().shown).toBe(false);
  });

  test("an early look is written down first, and only for this job", async () => {
    await select("DD-130");
    await job.lookEarly();
    expect(open().shown).toBe(true);
    const evidence = page.workbook.sheets().find((sheet) => sheet.name() === "Evidence")!;
    expect(evidence.values(evidence.usedArea()!)[1]).toEqual([
      "DD-130",
      "Early look",
      null,
      null,
      "2026-03-04T05:06:07.000Z",
      "Score, band and margins shown before every factor had a level and a reason",
    ]);
    await select("DD-106");
    expect(open().shown).toBe(false);
  });

  test("without a record there is no early look", async () => {
    await select("DD-130");
    Object.assign(globalThis, {
      Excel: { ...page.Excel, run: () => Promise.reject(Object.assign(new Error("protected"), { code: "AccessDenied" })) },
    });
    await job.lookEarly();
    expect(job.getState().notice).toMatchObject({ kind: "not-applied", look: true });
    expect(open().shown).toBe(false);
  });
});
