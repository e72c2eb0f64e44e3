import { njcSample } from "../../src/data/register/sample";
import { createBoundarySession } from "../../src/session/boundary";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../src/session/boundary-state";
import { keepGradeTable } from "../../src/workbook/chosen-table";
import { insertSample } from "../../src/workbook/sample";
import { NJC_PLANNED } from "../data/sample-plan";
import { councilGrades } from "../support/boundary";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(60_000);

let page: OfficePage;
let session: BoundarySession;
let njc: string;

beforeEach(async () => {
  page = await openOfficePage({ calculate: (formula) => (formula === "=NA()" ? { error: "#N/A" } : null) });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const added = await insertSample();
  if (!added.ok) throw new Error(added.failure.kind);
  njc = added.value[1]!.id;
  session = createBoundarySession(() => crypto.randomUUID());
});
afterEach(() => page.close());

async function until(condition: (state: BoundaryState) => boolean): Promise<void> {
  for (let tries = 0; tries < 800 && !condition(session.getState()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition(session.getState())).toBe(true);
}
async function show(): Promise<void> {
  session.open(njc);
  await until(({ view }) => view.kind === "ready");
}
const ready = (): ReadyBoundaries => {
  const { view } = session.getState();
  if (view.kind !== "ready") throw new Error(view.kind);
  return view;
};
async function select(name: string, cells: readonly (readonly (string | number)[])[]): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(name);
    const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
    range.values = cells.map((row) => [...row]);
    sheet.activate();
    range.select();
    await context.sync();
  });
}
const spread = (): Readonly<Record<string, number>> => {
  const { picture } = ready();
  const rows = picture.after.bands.bands.map(({ label }, place): [string, number] => [String(label), picture.spread.after.bands[place]!]);
  return Object.fromEntries(rows.filter(([, jobs]) => jobs > 0));
};
const movers = (): unknown[] => {
  const { picture, counted } = ready();
  return picture.movers.flatMap(({ start, end, direction }) =>
    Array.from(counted.order.subarray(start, end), (job) => [counted.jobs.ids[job], direction]),
  );
};

// Scores by the matrix at the end of the NJC scheme (test/data/sample-plan.ts): 230, 253, 295, 413, 413, 417, 437, 502, 575, 676, 781, and one
// job that is incomplete.
describe("the NJC sample", () => {
  test("by its own grade table", async () => {
    await show();
    // The sample's own grades: G1 164-259, G2 260-309, G5 410-459, G6 460-519, G7 520-579, G9 640-699, G11 780-859.
    expect(spread()).toEqual({ G1: 2, G2: 1, G5: 4, G6: 1, G7: 1, G9: 1, G11: 1 });
    expect(spread()).toEqual(
      NJC_PLANNED.reduce<Record<string, number>>(
        (counts, [, , grade]) => (grade === null ? counts : { ...counts, [grade]: (counts[grade] ?? 0) + 1 }),
        {},
      ),
    );
    expect(ready().picture.spread.after).toMatchObject({ unbanded: 1, total: njcSample.jobs.length });
    session.move("G5", 418);
    expect(movers()).toEqual([
      ["CS-105", "down"],
      ["CS-107", "down"],
      ["CS-106", "down"],
    ]);
  });

  test("by an old council's grades, at the boundary and one point either side of it, with what it costs", async () => {
    await select("Grades", [["Grade", "From"], ...councilGrades.bands.map(({ label, from }) => [String(label), from])]);
    const kept = await keepGradeTable(njc);
    expect(kept.ok).toBe(true);
    await show();
    // Lowest scores 0, 269, 294, 331, 365, 407, 451, 484, 521, 560, 615, 676, 730: the top grade is open.
    expect(spread()).toEqual({ G1: 2, G3: 1, G6: 4, G8: 1, G10: 1, G12: 1, G13: 1 });
    const range = (grade: number): number => 20_000 + 2_000 * grade;
    await select("Pay", [
      ["Grade", "Minimum", "Maximum"],
      ...councilGrades.bands.map(({ label }, place) => [String(label), range(place + 1), range(place + 1) + 3_000]),
    ]);
    await session.choosePay("selection");
    const cost = (): number => ready().picture.cost!.after.total!.minimum / 100;
    // Two at 22,000, one at 26,000, four at 32,000, then 36,000, 40,000, 44,000 and 46,000.
    expect(cost()).toBe(364_000);
    // CS-110 stands at 676, where G12 starts.
    session.move("G12", 675);
    expect(movers()).toEqual([]);
    session.move("G12", 677);
    expect(movers()).toEqual([["CS-110", "down"]]);
    expect(cost()).toBe(362_000);
    session.move("G12", 676);
    expect(session.getState().shown.edits).toEqual([]);
    // Half way between the two crowds at 413-437: the four jobs stay together, or 413, 413 and 417 fall to G5.
    session.move("G6", 418);
    expect(spread()).toMatchObject({ G5: 3, G6: 1 });
    expect(session.edit({ kind: "merge", lower: "G5", upper: "G6", label: "G6" })).toBeNull();
    expect(spread()).toMatchObject({ G6: 4 });
    expect(ready().picture.jobs.movers.total).toBe(0);
  });
});
