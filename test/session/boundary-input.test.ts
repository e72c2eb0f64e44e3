import { njcSample } from "../../src/data/register/sample";
import { keepGradeTable } from "../../src/workbook/chosen-table";
import { NJC_PLANNED } from "../data/sample-plan";
import { councilGrades } from "../support/boundary";
import { BoundaryWorkbook } from "../support/boundary-workbook";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
beforeEach(async () => void (book = await BoundaryWorkbook.open()));
afterEach(() => book.close());

const spread = (): Readonly<Record<string, number>> => {
  const { picture } = book.ready();
  const rows = picture.after.bands.bands.map(({ label }, place): [string, number] => [String(label), picture.spread.after.bands[place]!]);
  return Object.fromEntries(rows.filter(([, jobs]) => jobs > 0));
};
const movers = (): unknown[] => {
  const { picture, counted } = book.ready();
  return picture.movers.flatMap(({ start, end, direction }) =>
    Array.from(counted.order.subarray(start, end), (job) => [counted.jobs.ids[job], direction]),
  );
};

// Scores by the matrix at the end of the NJC scheme (test/data/sample-plan.ts): 230, 253, 295, 413, 413, 417, 437, 502, 575, 676, 781, and one
// job that is incomplete.
describe("the NJC sample", () => {
  test("by its own grade table", async () => {
    await book.show(1);
    // The sample's own grades: G1 164-259, G2 260-309, G5 410-459, G6 460-519, G7 520-579, G9 640-699, G11 780-859.
    expect(spread()).toEqual({ G1: 2, G2: 1, G5: 4, G6: 1, G7: 1, G9: 1, G11: 1 });
    expect(spread()).toEqual(
      NJC_PLANNED.reduce<Record<string, number>>(
        (counts, [, , grade]) => (grade === null ? counts : { ...counts, [grade]: (counts[grade] ?? 0) + 1 }),
        {},
      ),
    );
    expect(book.ready().picture.spread.after).toMatchObject({ unbanded: 1, total: njcSample.jobs.length });
    book.session.move("G5", 418);
    expect(movers()).toEqual([
      ["CS-105", "down"],
      ["CS-107", "down"],
      ["CS-106", "down"],
    ]);
  });

  test("by an old council's grades, at the boundary and one point either side of it, with what it costs", async () => {
    await book.choose("Grades", [["Grade", "From"], ...councilGrades.bands.map(({ label, from }) => [String(label), from])]);
    const kept = await keepGradeTable(book.sheets[1]!);
    expect(kept.ok).toBe(true);
    await book.show(1);
    // Lowest scores 0, 269, 294, 331, 365, 407, 451, 484, 521, 560, 615, 676, 730: the top grade is open.
    expect(spread()).toEqual({ G1: 2, G3: 1, G6: 4, G8: 1, G10: 1, G12: 1, G13: 1 });
    const range = (grade: number): number => 20_000 + 2_000 * grade;
    await book.choose("Pay", [
      ["Grade", "Minimum", "Maximum"],
      ...councilGrades.bands.map(({ label }, place) => [String(label), range(place + 1), range(place + 1) + 3_000]),
    ]);
    await book.session.choosePay("selection");
    const cost = (): number => book.ready().picture.cost!.after.total!.minimum / 100;
    // Two at 22,000, one at 26,000, four at 32,000, then 36,000, 40,000, 44,000 and 46,000.
    expect(cost()).toBe(364_000);
    // CS-110 stands at 676, where G12 starts.
    book.session.move("G12", 675);
    expect(movers()).toEqual([]);
    book.session.move("G12", 677);
    expect(movers()).toEqual([["CS-110", "down"]]);
    expect(cost()).toBe(362_000);
    book.session.move("G12", 676);
    expect(book.session.getState().shown.edits).toEqual([]);
    // Half way between the two crowds at 413-437: the four jobs stay together, or 413, 413 and 417 fall to G5.
    book.session.move("G6", 418);
    expect(spread()).toMatchObject({ G5: 3, G6: 1 });
    expect(book.session.edit({ kind: "merge", lower: "G5", upper: "G6", label: "G6" })).toBeNull();
    expect(spread()).toMatchObject({ G6: 4 });
    expect(book.ready().picture.jobs.movers.total).toBe(0);
  });
});
