import { nhsSample } from "../../src/data/register/sample";
import { associateCommands } from "../../src/commands";
import { createSession, type LiveSession } from "../../src/session/session";
import type { SessionState } from "../../src/session/session-state";
import { openOfficePage, type OfficePage } from "../support/office";

let page: OfficePage;
let session: LiveSession;
let shownPanes: boolean[];

beforeEach(async () => {
  shownPanes = [];
  const calculate = (formula: string) => (formula === "=NA()" ? { error: "#N/A" } : null);
  page = await openOfficePage({ calculate, pane: { shown: () => false, show: (shown) => shownPanes.push(shown) } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  session = createSession();
});
afterEach(() => page.close());

const jobs = () => {
  const content = session.getState().current?.content;
  if (content?.kind !== "jobs") throw new Error(`no jobs but ${content?.kind ?? "no register"}`);
  return content.state;
};

const write = (sheet: string, address: string, value: string | number): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

async function until(condition: (state: SessionState) => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(session.getState()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition(session.getState())).toBe(true);
}

test("a workbook without a register: ready, and nothing to show", async () => {
  await session.start();
  expect(session.getState()).toEqual({
    phase: "ready",
    busy: false,
    registers: [],
    current: null,
    notice: null,
    progress: null,
    copying: null,
    visibleOnly: false,
    lastWritten: null,
    lastWrittenHere: false,
  });
});

describe("the sample's state", () => {
  beforeEach(async () => {
    await session.start();
    await session.insertSample();
  });

  test("the sheets added are told, and the register in front is shown", () => {
    expect(session.getState().notice).toEqual({ kind: "inserted", sheets: ["Register", "NJC register", "About the sample"] });
    expect(session.getState().registers?.map((register) => register.sheetName)).toEqual(["Register", "NJC register"]);
    expect(session.getState().current?.sheetName).toBe("Register");
    expect(session.getState().busy).toBe(false);
  });

  // Counted by hand in test/data/sample-register.test.ts: 50 planned jobs, 2 incomplete, 5 invalid, 1 without levels.
  test("each job is counted once", () => {
    const state = jobs();
    expect([state.jobs, state.complete, state.incomplete.length, state.invalid.length, state.notStarted.length]).toEqual([58, 50, 2, 5, 1]);
    expect(state.outcomes?.map(({ outcome, findings }) => ({ outcome, jobs: findings.length }))).toEqual([
      { outcome: "Profile match", jobs: 27 },
      { outcome: "Band match", jobs: 11 },
      { outcome: "Below band", jobs: 4 },
      { outcome: "No match", jobs: 8 },
    ]);
  });

  test("each incomplete and invalid job names its cells", () => {
    const row = (id: string): number => 4 + nhsSample.jobs.findIndex((job) => job.id === id);
    const cells = (findings: ReturnType<typeof jobs>["invalid"]) =>
      findings
        .first(99)
        .map(({ id, row: at, cells: found }) => [
          id,
          at,
          found.map(({ column, factor, fault }) => [column, factor.number, fault?.kind ?? "missing"]),
        ]);
    expect(cells(jobs().incomplete)).toEqual([
      ["DD-106", row("DD-106"), [[7, 2, "missing"]]],
      ["DD-123", row("DD-123"), [13, 14, 15, 16].map((number) => [number + 5, number, "missing"])],
    ]);
    expect(cells(jobs().invalid)).toEqual([
      ["DD-113", row("DD-113"), [[15, 10, "error"]]],
      ["DD-115", row("DD-115"), [[12, 7, "not-whole"]]],
      ["DD-125", row("DD-125"), [[20, 15, "no-such-level"]]],
      ["DD-127", row("DD-127"), [[10, 5, "range"]]],
      ["DD-133", row("DD-133"), [[6, 1, "no-such-letter"]]],
    ]);
    expect(
      jobs()
        .notStarted.first(99)
        .map(({ id }) => id),
    ).toEqual(["DD-152"]);
  });

  test("an edited cell changes the state without being asked", async () => {
    await write("Register", "H10", 3);
    await until(() => jobs().incomplete.length === 1);
    expect(jobs().complete).toBe(51);
    await write("Register", "G5", 9);
    await until(() => jobs().invalid.length === 6);
  });

  test("going to another register's sheet shows that register; a sheet that is none keeps the last", async () => {
    const [first, , njc] = page.workbook.sheets();
    njc?.activate();
    await until(({ current }) => current?.sheetName === "NJC register");
    const state = jobs();
    expect([state.scheme.name, state.jobs, state.complete, state.incomplete.length, state.outcomes]).toEqual(["NJC", 12, 11, 1, null]);
    first?.activate();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(session.getState().current?.sheetName).toBe("NJC register");
  });

  test("deleting the register's sheet leaves the other", async () => {
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Register").delete();
      await context.sync();
    });
    await until(({ registers }) => registers?.length === 1);
    expect(session.getState().current?.sheetName).toBe("NJC register");
  });

  test("a renamed heading is known by its neighbours, and told", async () => {
    await write("Register", "I4", "Weighing up");
    await until(() => jobs().changes.length === 1);
    expect(jobs().changes).toEqual([{ kind: "renamed", from: "3 Analysis", to: "Weighing up" }]);
    expect(jobs().complete).toBe(50);
  });

  test("a heading that now names another factor is missing, not counted around", async () => {
    await write("Register", "I4", "12 Freedom to act");
    await until(({ current }) => current?.content.kind === "headings-missing");
    expect(session.getState().current?.content).toEqual({ kind: "headings-missing", missing: ["3 Analysis"] });
  });
});

describe("what goes wrong becomes a notice", () => {
  test("a refusal by Excel while inserting", async () => {
    await session.start();
    const refused = Object.assign(new Error("protected"), { code: "AccessDenied" });
    Object.assign(globalThis, { Excel: { ...page.Excel, run: () => Promise.reject(refused) } });
    await session.insertSample();
    expect(session.getState().notice).toMatchObject({ kind: "failed", failure: { kind: "refused" } });
    expect(session.getState().busy).toBe(false);
  });

  test("a workbook that cannot be read is not one without registers, and a later reading mends it", async () => {
    const busy = Object.assign(new Error("busy"), { code: "InvalidOperationInCellEditMode" });
    Object.assign(globalThis, { Excel: { ...page.Excel, run: () => Promise.reject(busy) } });
    await session.start();
    expect(session.getState()).toMatchObject({ registers: null, notice: { kind: "failed", failure: { kind: "cell-edit" } } });
    Object.assign(globalThis, { Excel: page.Excel });
    await session.refresh();
    expect(session.getState()).toMatchObject({ registers: [], notice: null });
  });

  test("a bug of ours", async () => {
    Object.assign(globalThis, { Excel: { run: () => Promise.reject(new TypeError("undefined is not a function")) } });
    await session.insertSample();
    expect(session.getState().notice).toMatchObject({ kind: "fault", message: "undefined is not a function" });
  });
});

describe("ribbon commands", () => {
  beforeEach(async () => {
    await session.start();
    associateCommands(session, "https://localhost:3000/help/index.html");
  });

  test("the sample register button inserts and completes", async () => {
    await page.addIn.runCommand("insertSampleRegister", "JobEvaluation.InsertSample");
    expect(page.workbook.sheets().map((sheet) => sheet.name())).toContain("Register");
    expect(shownPanes).toEqual([]);
  });

  test("a failure completes too, and brings the pane with the sentence", async () => {
    const refused = Object.assign(new Error("protected"), { code: "AccessDenied" });
    Object.assign(globalThis, { Excel: { ...page.Excel, run: () => Promise.reject(refused) } });
    await page.addIn.runCommand("insertSampleRegister", "JobEvaluation.InsertSample");
    expect(session.getState().notice).toMatchObject({ kind: "failed", failure: { kind: "refused" } });
    expect(shownPanes).toEqual([true]);
  });

  test("where no browser can be opened, the pane offers the function reference", async () => {
    await page.addIn.runCommand("showFunctionReference", "JobEvaluation.Reference");
    expect(session.getState().notice).toEqual({ kind: "reference", address: "https://localhost:3000/help/index.html" });
    expect(shownPanes).toEqual([true]);
  });
});
