import { countRegister, countScores } from "../../../src/domain/boundary/count";
import { distribute } from "../../../src/domain/boundary/distribution";
import { bandSpans } from "../../../src/domain/boundary/span";
import { placeScore } from "../../../src/domain/scheme/band";
import { bandsOf, councilGrades, nhsBands } from "../../support/boundary";

test("counts jobs, headcount, FTE, women and men in one pass", () => {
  const { axis, jobs, headcount, fte, sexes } = countRegister({
    scores: [466, 465, 466, NaN],
    headcount: [10, 2, NaN, 3],
    fte: [9.5, NaN, 0.4, 3],
    women: [7, 1, NaN, 3],
    men: [3, 0, NaN, 0],
  });
  expect([...axis.scores]).toEqual([465, 466]);
  const at = (score: number) => [axis.below(score), axis.upTo(score)] as const;
  // 466: two jobs; headcount 10 + 1, since a job without a headcount is one; FTE 9.5 + 0.4.
  expect([jobs, headcount, fte, sexes!.women, sexes!.men].map((tally) => tally.between(...at(466)))).toEqual([2, 11, 9.9, 7, 3]);
  // 465: FTE is not known, so it is the headcount, 2.
  expect([jobs, headcount, fte, sexes!.women, sexes!.men].map((tally) => tally.between(...at(465)))).toEqual([1, 2, 2, 1, 0]);
  expect([jobs.scorelessUnits, headcount.scorelessUnits, fte.totalUnits].map((units) => units / 1e9)).toEqual([1, 3, 14.9]);
});

test("headcount and FTE are 1 where the register has neither, and the sexes are not known", () => {
  const { headcount, fte, sexes } = countRegister({ scores: [400, 400] });
  expect([headcount.between(0, 1), fte.between(0, 1), sexes]).toEqual([2, 2, null]);
  expect(countRegister({ scores: [400], women: [1] }).sexes).toBeNull();
});

test("sums of FTE have no dust of binary fractions, whatever the order", () => {
  const parts = [0.1, 0.2, 0.7, 1 / 3, 1 / 3, 1 / 3];
  for (const order of [parts, [...parts].reverse()]) {
    const { fte } = countRegister({ scores: order.map(() => 500), fte: order });
    // Kept as whole billionths, 1/3 as 333,333,333; shown to six decimals.
    expect([fte.units(0, 1), fte.between(0, 1)]).toEqual([1_999_999_999, 2]);
  }
});

test("scores beyond 1,000, below 0 and between whole numbers have their own place", () => {
  const { axis, jobs } = countScores([1200, 395.5, -3, 0, 1000, 1001, 395.5], []);
  expect([...axis.scores]).toEqual([-3, 0, 395.5, 1000, 1001, 1200]);
  expect([-4, -3, 0, 395, 395.5, 396, 1001, 1200, 5000].map((score) => axis.below(score))).toEqual([0, 0, 1, 2, 2, 3, 4, 5, 6]);
  expect([-3, 395.5, 396, 1200].map((score) => axis.upTo(score))).toEqual([1, 3, 3, 6]);
  expect(jobs.between(2, 3)).toBe(2);
});

test.each([
  ["the NHS bands", nhsBands],
  ["a council's grades, open above", councilGrades],
  ["closed bands of an own chart", bandsOf(["low", 0, 99], ["high", 100, 1200])],
])("every score lies in the span of the band that placeScore gives it: %s", (_, table) => {
  const scores = [-1, ...Array.from({ length: 1301 }, (__, score) => score), ...[99.5, 160.5, 268.5, 765.5]];
  const { axis } = countScores(scores, []);
  const spans = bandSpans(axis, table);
  for (const score of scores) {
    const place = spans.findIndex(({ start, end }) => axis.below(score) >= start && axis.below(score) < end);
    const placement = placeScore(table, score);
    expect([score, place]).toEqual([score, placement.kind === "in" ? placement.place : -1]);
  }
});

test("a distribution and what has no band are the whole register", () => {
  // 160 is the last score of band 1, 161 the first of band 2, 766 the first without a band (handbook chapter eight).
  const { axis, jobs, tallies } = countScores([160, 161, 161, 766, NaN], [(job) => [1, 0.5, 0.25, 2, 4][job]!]);
  expect(distribute(axis, jobs, nhsBands)).toEqual({ bands: [1, 2, ...Array<number>(10).fill(0)], unbanded: 2, total: 5 });
  expect(distribute(axis, tallies[0]!, nhsBands)).toEqual({ bands: [1, 0.75, ...Array<number>(10).fill(0)], unbanded: 6, total: 7.75 });
});
