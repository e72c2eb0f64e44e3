import { nhsSample } from "../../src/data/register/sample";
import { createBoundarySession, type BoundarySession, type BoundaryState, type ReadyBoundaries } from "../../src/session/boundary";
import { insertSample } from "../../src/workbook/sample";
import { openOfficePage, type OfficePage, type OfficePageOptions } from "../support/office";

jest.setTimeout(60_000);

let page: OfficePage;
let session: BoundarySession;
let sheets: readonly string[];
const rowOf = (id: string): number => 4 + nhsSample.jobs.findIndex((job) => job.id === id);

async function open(options: OfficePageOptions = {}): Promise<void> {
  page = await openOfficePage({ calculate: (formula) => (formula === "=NA()" ? { error: "#N/A" } : null), ...options });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const added = await insertSample();
  if (!added.ok) throw new Error(added.failure.kind);
  sheets = added.value.map(({ id }) => id);
  session = fresh();
}
let ids = 0;
const fresh = (): BoundarySession => createBoundarySession(() => `s${++ids}`);
beforeEach(() => open());
afterEach(() => page.close());

async function until(condition: (state: BoundaryState) => boolean, of: BoundarySession = session): Promise<void> {
  for (let tries = 0; tries < 800 && !condition(of.getState()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition(of.getState())).toBe(true);
}
async function show(sheet = 0, of: BoundarySession = session): Promise<ReadyBoundaries> {
  of.open(sheets[sheet]!);
  await until(({ view }) => view.kind === "ready", of);
  return ready(of);
}
const ready = (of: BoundarySession = session): ReadyBoundaries => {
  const { view } = of.getState();
  if (view.kind !== "ready") throw new Error(view.kind);
  return view;
};
const put = (sheet: string, address: string, value: string | number): Promise<void> =>
  page.Excel.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });
const saved = (): unknown => JSON.parse(page.settings.get("jobEvaluation.scenarios") ?? "null");
const kept = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 900));

test("the sample's jobs are counted, those without a score apart", async () => {
  const { counted, picture } = await show();
  expect(picture.spread.before.total).toBe(nhsSample.jobs.length);
  // The sample says so itself: two incomplete, one without levels, five invalid.
  expect(counted.jobs.unscored).toEqual({ incomplete: 2, blank: 1, invalid: 5 });
  // DD-158 scores above 765, where the bands end: with the eight without a score that makes nine without a band.
  expect(picture.spread.before.unbanded).toBe(9);
});

// DD-130 scores 441, band 6 (test/data/sample-plan.ts).
test("a boundary moved above a job's score moves it down, and the row is gone to", async () => {
  await show();
  session.move("6", 442);
  const { picture, counted } = ready();
  const moved = picture.movers.flatMap(({ start, end, direction }) =>
    Array.from(counted.order.subarray(start, end), (job) => [counted.jobs.ids[job], direction]),
  );
  expect(moved).toContainEqual(["DD-130", "down"]);
  expect(picture.jobs.movers).toMatchObject({ up: 0, down: moved.length, total: moved.length });
  const place = counted.jobs.ids.indexOf("DD-130");
  expect(counted.jobs.rows[place]).toBe(rowOf("DD-130"));
  await session.select(counted.jobs.rows[place]!);
  const selected = await page.Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex");
    await context.sync();
    return cell.rowIndex;
  });
  expect(selected).toBe(rowOf("DD-130"));
});

test("a step across a neighbour is refused in a sentence's worth, and changes nothing", async () => {
  await show();
  session.move("6", 470);
  expect(session.getState().refusal).toMatchObject({ kind: "boundary", fault: { kind: "edit", fault: { kind: "crosses" } } });
  expect(session.getState().shown.edits).toEqual([]);
});

test("scenarios are kept in the workbook: made, copied, renamed, deleted, brought back", async () => {
  await show();
  session.move("6", 410);
  session.rename("Six at 410");
  session.copy();
  session.move("7", 470);
  await kept();
  const again = fresh();
  await show(0, again);
  const state = again.getState();
  expect(state.scenarios.map(({ name, edits }) => [name, edits.length])).toEqual([
    ["Six at 410", 1],
    ["Six at 410 (copy)", 2],
  ]);
  again.show(state.scenarios[1]!.id);
  again.remove();
  expect(again.getState()).toMatchObject({ notice: { kind: "deleted", name: "Six at 410 (copy)" }, shown: { name: "Six at 410" } });
  await kept();
  const third = fresh();
  await show(0, third);
  expect(third.getState().scenarios).toHaveLength(1);
  third.bringBack(third.getState().deleted[0]!.id);
  expect(third.getState().shown).toMatchObject({ name: "Six at 410 (copy)", edits: [{ band: "6" }, { band: "7" }] });
});

test("there and back is nothing, and undo takes the last step back", async () => {
  await show();
  session.move("6", 410);
  session.move("6", 396);
  expect(session.getState().shown.edits).toEqual([]);
  session.move("7", 470);
  session.undo();
  expect(ready().picture.jobs.movers.total).toBe(0);
});

test("the NJC sample comes with its grade table; a scenario of one register is not the other's", async () => {
  await show();
  session.move("6", 410);
  const { baseline } = await show(1);
  // The sample's own illustrative table: G2 starts at 260.
  expect(baseline.bands.bands.slice(0, 2)).toMatchObject([
    { label: "G1", from: 164 },
    { label: "G2", from: 260 },
  ]);
  expect(session.getState().shown.edits).toEqual([]);
});

test("an edited level, and an edited grade table, are followed", async () => {
  const before = await show();
  await put("Register", `G${rowOf("DD-130") + 1}`, "5a");
  await until(({ view }) => view.kind === "ready" && view.counted !== before.counted);
  await show(1);
  const grades = ready().counted.jobs.bandsAddress!;
  const column = /\$([A-Z]+)\$\d+:/.exec(grades)![1]!;
  const next = String.fromCharCode(column.charCodeAt(0) + 1);
  await put("NJC register", `${next}6`, 270);
  await until(({ view }) => view.kind === "no-bands");
  expect(session.getState().view).toMatchObject({ kind: "no-bands", problem: { kind: "bands-gap" } });
  await put("NJC register", `${String.fromCharCode(column.charCodeAt(0) + 2)}5`, 269);
  await until(({ view }) => view.kind === "ready" && view.baseline.bands.bands[1]?.from === 270);
});

test("a scenario whose steps no longer fit is shown without them, and says why", async () => {
  await show();
  session.create([{ kind: "move", band: "12", from: 400 }], "From another table");
  expect(ready().unfit).toMatchObject({ kind: "boundary", fault: { kind: "edit", fault: { kind: "unknown-band" } } });
  expect(ready().picture.jobs.movers.total).toBe(0);
});

test("scenarios of a later version are left alone, and that is told", async () => {
  page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 99, scenarios: [] }));
  await show();
  session.move("6", 410);
  await until(({ notice }) => notice !== null);
  expect(session.getState().notice).toMatchObject({ kind: "failed", task: "save", failure: { kind: "later-settings" } });
  expect(saved()).toEqual({ version: 99, scenarios: [] });
});
