import { nhsSample } from "../../src/data/register/sample";
import { createBoundarySession } from "../../src/session/boundary";
import { groupPicture } from "../../src/session/boundary-group";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../src/session/boundary-state";
import { sharedGroups } from "../../src/taskpane/boundary/share";
import { insertSample } from "../../src/workbook/sample";
import { describe as sentence } from "../../src/domain/problem";
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
  // The one without levels is left out, as functions leave out blanks.
  expect(picture.spread.before.total).toBe(nhsSample.jobs.length - 1);
  // The sample says so itself: two incomplete, one without levels, five invalid.
  expect(counted.jobs.unscored).toEqual({ incomplete: 2, blank: 1, invalid: 5 });
  // DD-158 scores above 765, where the bands end: with the seven incomplete or invalid that makes eight without a band.
  expect(picture.spread.before.unbanded).toBe(8);
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

test("bands are split and renamed; a step that cannot be is answered, and nothing is kept of it", async () => {
  await show();
  expect(session.edit({ kind: "split", band: "6", at: 430, label: "6+" })).toBeNull();
  expect(session.edit({ kind: "rename", band: "6+", label: "7" })).toMatchObject({
    fault: { kind: "edit", fault: { kind: "label-taken" } },
  });
  session.move("6+", 441);
  await kept();
  const again = fresh();
  await show(0, again);
  expect(again.getState().shown.edits).toEqual([
    { kind: "split", band: "6", at: 430, label: "6+" },
    { kind: "move", band: "6+", from: 441 },
  ]);
});

test("what a search found is kept with its reasons, copied with them, and gone when the scenario goes back to the bands in force", async () => {
  await show();
  const reason = { band: "6", from: 396, to: 400, lower: { kind: "adds", amount: 250 }, higher: { kind: "width", band: "6" } } as const;
  const found = {
    goal: { kind: "cost", at: "maximum" },
    conditions: { shift: 30, width: 20, fixed: ["2"] },
    present: 500,
    best: 250,
    boundaries: [reason],
  } as const;
  session.keepFound([{ kind: "move", band: "6", from: 400 }], "Least cost", found);
  session.copy();
  await kept();
  const again = fresh();
  await show(0, again);
  expect(again.getState().scenarios.map((scenario) => [scenario.name, scenario.found])).toEqual([
    ["Least cost", found],
    ["Least cost (copy)", found],
  ]);
  again.reset();
  expect(again.getState().shown).toMatchObject({ edits: [], found: null });
});

test("scenarios kept before searches had reasons are read", async () => {
  const old = { id: "old", register: sheets[0], name: "Old", edits: [{ kind: "move", band: "6", from: 410 }], deleted: false };
  page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 1, scenarios: [old], sources: [] }));
  await show();
  expect(session.getState().shown).toEqual({ ...old, found: null });
});

test("a scenario whose steps no longer fit is shown without them, and says why", async () => {
  await show();
  const found = { goal: { kind: "movers" }, conditions: { shift: 0, width: 1, fixed: [] }, present: 0, best: 0, boundaries: [] } as const;
  session.keepFound([{ kind: "move", band: "12", from: 400 }], "From another table", found);
  expect(ready().unfit).toMatchObject({ kind: "boundary", fault: { kind: "edit", fault: { kind: "unknown-band" } } });
  expect(ready().picture.jobs.movers.total).toBe(0);
});

/** Puts cells on a new sheet and selects them all, or just one of them. */
async function choose(name: string, cells: readonly (readonly (string | number)[])[], one = false): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
    range.values = cells.map((row) => [...row]);
    sheet.activate();
    (one ? sheet.getRange("A2") : range).select();
    await context.sync();
  });
}

describe("pay and people", () => {
  const PAY = [
    ["Band", "Minimum", "Maximum"],
    ...["1", "2", "3", "4", "5"].map((band) => [band, 20_000, 25_000]),
    ["6", 38_000, 46_000],
    ...["7", "8a", "8b", "8c", "8d", "9"].map((band) => [band, 50_000, 60_000]),
  ];

  test("cost at fixed points follows a boundary: one job from band 6 to band 5 saves the difference of their pay", async () => {
    await show();
    await choose("Pay", PAY);
    await session.choosePay("selection");
    expect(session.getState().pay.kind).toBe("range");
    const moved = (): number => ready().picture.jobs.movers.total;
    for (let from = 397; moved() === 0; from++) session.move("6", from);
    const { before, after } = ready().picture.cost!;
    // Each job counts as one full post: 38,000 - 20,000 at minimum, 46,000 - 25,000 at maximum, in pence.
    expect(before.total!.minimum - after.total!.minimum).toBe(moved() * 1_800_000);
    expect(before.total!.maximum - after.total!.maximum).toBe(moved() * 2_100_000);
  });

  test("people are joined by job id; who is above the new maximum is red-circled and protected", async () => {
    await show();
    await choose("Pay", PAY);
    await session.choosePay("selection");
    await choose(
      "Staff",
      [
        ["Job ID", "Sex", "FTE", "Salary"],
        ["DD-130", "Female", 0.5, 40_000],
        ["dd-130", "Male", 1, 39_000],
        ["XX-1", "Male", 1, 30_000],
      ],
      true,
    );
    await session.chooseStaff("selection");
    const { staff } = session.getState();
    if (staff.kind !== "list") throw new Error(JSON.stringify(staff));
    expect([staff.staff.count, staff.staff.unplaced.length]).toEqual([2, 1]);
    // DD-130 (441) falls to band 5, whose maximum is 25,000.
    session.move("6", 442);
    await until(({ money, view }) => money !== null && view.kind === "ready" && money.after === view.picture.after);
    const money = session.getState().money!;
    expect(money.circles[4]).toEqual([1, 1, 0]);
    // Three years: 15,000 x 0.5 x 3 for her, 14,000 x 3 for him.
    expect(money.protection).toMatchObject({ women: { people: 1, cost: 2_250_000 }, men: { people: 1, cost: 4_200_000 } });
    // (39,000 - 40,000) / 39,000 = -2.56 %.
    expect(money.equality.after.overall.gaps.mean).toBeCloseTo(-2.564, 3);
    // Half of 40,000 and 39,000; National Insurance 15 % above 5,000 each: 2,250 + 5,100.
    expect(money.bill.after).toMatchObject({ basic: 5_900_000, insurance: 735_000, pension: null });
    session.assume({ pensionPercent: 20 });
    await until(({ money: now }) => now !== null && now.bill.after.pension === 1_180_000);
    await kept();
    const again = fresh();
    await show(0, again);
    expect(again.getState()).toMatchObject({ pay: { kind: "range" }, staff: { kind: "list" }, assumptions: { pensionPercent: 20 } });
    // The settings hold addresses, no pay and no people.
    expect(JSON.stringify(saved())).not.toMatch(/DD-130|40000|38000/i);
  });

  test("people are compared by a further column of the staff list; the choice is kept, the people are not", async () => {
    await show();
    await choose("Pay", PAY);
    await session.choosePay("selection");
    const people = (job: string, group: string, count: number, pay: number): (string | number)[][] =>
      Array.from({ length: count }, () => [job, "F", 1, pay, group]);
    await choose("Staff", [
      ["Job ID", "Sex", "FTE", "Salary", "Ethnicity"],
      // DD-130 scores 441 in band 6.
      ...people("DD-130", "White", 6, 40_000),
      ...people("DD-130", "Asian", 5, 38_000),
      ...people("DD-130", "", 1, 44_000),
    ]);
    await session.chooseStaff("selection");
    session.chooseCharacteristic("Ethnicity");
    session.move("6", 442);
    const current = ({ money, view }: BoundaryState): boolean =>
      money?.groups != null && view.kind === "ready" && money.after === view.picture.after;
    await until(current);
    const { staff, money } = session.getState();
    if (staff.kind !== "list" || money?.groups == null) throw new Error(staff.kind);
    const { labels, reference, overall, movers, bands } = groupPicture(staff, ready().picture, money, money.groups);
    expect([labels, labels[reference]]).toEqual([["Asian", "White", "not stated"], "White"]);
    expect(movers.map(({ down }) => down)).toEqual([5, 6, 1]);
    // (40,000 - 38,000) / 40,000 = 5 %; all are above the new maximum and keep their pay.
    expect(overall.map(({ gaps }) => gaps)).toEqual([
      { before: 5, after: 5, medianAfter: 5 },
      { before: null, after: null, medianAfter: null },
      { before: -10, after: -10, medianAfter: -10 },
    ]);
    expect(bands[4]!.groups.map(({ people: { before, after } }) => [before, after])).toEqual([
      [0, 5],
      [0, 6],
      [0, 1],
    ]);
    // For other eyes: the one who has stated nothing is not to be had from the totals.
    const [, shared] = sharedGroups(ready(), session.getState());
    const five = shared!.rows[4]!;
    expect([five[0], five[7]]).toEqual(["5", "[s]"]);
    expect(five.slice(5).filter((figure) => figure === "[s]").length).toBeGreaterThan(1);
    await kept();
    const again = fresh();
    await show(0, again);
    expect(again.getState().characteristic).toBe("Ethnicity");
    expect(JSON.stringify(saved())).not.toMatch(/Asian|White/);
  });

  test("a change re-reads what it belongs to, and nothing else", async () => {
    const { counted } = await show();
    await choose("Pay", PAY);
    await session.choosePay("selection");
    await choose("Staff", [
      ["Job ID", "Sex", "FTE", "Salary"],
      ["DD-130", "F", 1, 40_000],
      ["DD-131", "M", 1, 40_000],
    ]);
    await session.chooseStaff("selection");
    const listed = () => {
      const { staff } = session.getState();
      return staff.kind === "list" ? staff.list : null;
    };
    const list = listed();
    const cost = (): number => ready().picture.cost!.before.total!.minimum;
    const first = cost();
    await put("Pay", "B8", 39_000);
    await until(() => cost() !== first);
    expect(ready().counted).toBe(counted);
    expect(listed()).toBe(list);
    await put("Staff", "D3", 41_000);
    await until(() => listed() !== list);
    expect(ready().counted).toBe(counted);
    const renewed = listed();
    await put("Register", `G${rowOf("DD-130") + 1}`, "5a");
    await until(({ view }) => view.kind === "ready" && view.counted !== counted);
    expect(listed()).toBe(renewed);
  });

  test("what is wrong in chosen cells is named by the rows of its sheet", async () => {
    await show();
    const title = ["Staff in post", "", "", ""];
    await choose("Staff", [
      title,
      ["", "", "", ""],
      ["Job ID", "Sex", "FTE", "Salary"],
      ["DD-130", "F", 0.5, 1],
      ["DD-131", "F", "half", 1],
    ]);
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Staff").getRange("A3:D5").select();
      await context.sync();
    });
    await session.chooseStaff("selection");
    const { staff } = session.getState();
    expect(staff.kind === "wrong" && sentence(staff.problem)).toBe(
      'Staff list, row 5, FTE: "half" is not a share of a full-time post, such as 0.6.',
    );
    await choose("Pay", [
      ["", "", "", ""],
      ["", "Band", "Minimum", "Maximum"],
      ["", "6", "lots", 2],
    ]);
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Pay").getRange("B2:D3").select();
      await context.sync();
    });
    await session.choosePay("selection");
    const { pay } = session.getState();
    expect(pay.kind === "wrong" && sentence(pay.problem)).toBe('Pay table, row 3, column 3: "lots" is not an amount of pounds above 0.');
  });

  test("cells that are no pay table say why; cells whose sheet is gone say so", async () => {
    await show();
    await choose("Pay", [
      ["Band", "Minimum", "Maximum"],
      ["6", "lots", 2],
    ]);
    await session.choosePay("selection");
    expect(session.getState().pay).toMatchObject({ kind: "wrong", sheetName: "Pay" });
    await kept();
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Pay").delete();
      await context.sync();
    });
    const again = fresh();
    await show(0, again);
    expect(again.getState().pay).toMatchObject({ kind: "gone" });
    expect(ready(again).picture.cost).toBeNull();
  });
});

test("scenarios of a later version are left alone, and that is told", async () => {
  page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 99, scenarios: [] }));
  await show();
  session.move("6", 410);
  await until(({ notice }) => notice !== null);
  expect(session.getState().notice).toMatchObject({ kind: "failed", task: "save", failure: { kind: "later-settings" } });
  expect(saved()).toEqual({ version: 99, scenarios: [] });
});
