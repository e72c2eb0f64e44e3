import { countRegister } from "../../../src/domain/boundary/count";
import { describeNear, nearBoundaries } from "../../../src/domain/boundary/near";
import { payRange, payTable } from "../../../src/domain/boundary/pay";
import { placeOfBand, sweepBoundary, sweepCost } from "../../../src/domain/boundary/sweep";
import { bandsOf, councilGrades, nhsBands, problemOf, value } from "../../support/boundary";

const { axis, jobs, fte } = countRegister({ scores: [459, 460, 465, 466, 466, 470, 800], fte: [1, 0.5, 1, 1, 1, 2, 9] });
const seven = 6;

test("each position of a boundary says who would move up, down, and be in the band", () => {
  const sweep = value(sweepBoundary(axis, jobs, nhsBands, seven, { from: 459, to: 471 }));
  expect(sweep.map(({ from, up, down, inBand }) => [from, up, down, inBand])).toEqual([
    [459, 3, 0, 6],
    [460, 2, 0, 5],
    [461, 1, 0, 4],
    [462, 1, 0, 4],
    [463, 1, 0, 4],
    [464, 1, 0, 4],
    [465, 1, 0, 4],
    [466, 0, 0, 3], // where it is: nobody
    [467, 0, 2, 1],
    [468, 0, 2, 1],
    [469, 0, 2, 1],
    [470, 0, 2, 1],
    [471, 0, 3, 0],
  ]);
});

test("and what it would add to the cost", () => {
  const pay = payTable([payRange("6", 30_000_00, null, 40_000_00), payRange("7", 41_000_00, null, 50_000_00)]);
  const costs = value(sweepCost({ axis, fte }, nhsBands, seven, { from: 460, to: 467 }, pay));
  // 460: 460 (0.5) and 465 (1.0) rise: 1.5 FTE x 11,000 at minimum, x (45,500 - 35,000) at middle, x 10,000 at maximum.
  expect(costs[0]).toEqual({ minimum: 16_500_00, middle: 15_750_00, maximum: 15_000_00 });
  expect(costs[5]).toEqual({ minimum: 11_000_00, middle: 10_500_00, maximum: 10_000_00 });
  expect(costs[6]).toEqual({ minimum: 0, middle: 0, maximum: 0 });
  expect(costs[7]).toEqual({ minimum: -22_000_00, middle: -21_000_00, maximum: -20_000_00 });
  expect(value(sweepCost({ axis, fte }, nhsBands, seven, { from: 466, to: 466 }, payTable([])))).toEqual([null]);
});

test("positions stop where a band would have no point left", () => {
  const range = (from: number, to: number) => problemOf(sweepBoundary(axis, jobs, nhsBands, seven, { from, to }));
  expect(value(sweepBoundary(axis, jobs, nhsBands, seven, { from: 397, to: 539 }))).toHaveLength(143);
  expect(range(396, 400)).toBe("Band 7 cannot start at 396: its neighbours leave 397 to 539.");
  expect(range(539, 540)).toBe("Band 7 cannot start at 540: its neighbours leave 397 to 539.");
  expect(range(470, 460)).toBe("The positions run from 470 to 460: give the lower one first.");
  const top = (from: number, to: number) => sweepBoundary(axis, jobs, councilGrades, 12, { from, to });
  expect(problemOf(top(676, 700))).toBe("Band G13 cannot start at 676: its neighbours leave 677 and above.");
  expect(value(top(677, 1677))).toHaveLength(1001);
  expect(problemOf(top(677, 1678))).toBe("1002 positions are too many for one sweep: give at most 1001.");
  expect(problemOf(sweepBoundary(axis, jobs, nhsBands, 0, { from: 10, to: 20 }))).toBe(
    "Band 1 is the lowest: no boundary lies below it. Name a band above it.",
  );
});

test("a table that prints lowest scores alone: a band goes up to the next one's first point", () => {
  const top = councilGrades.bands.length - 2;
  const range = (from: number, to: number) => sweepBoundary(axis, jobs, councilGrades, top, { from, to });
  // G12 from 676; G11 from 615, G13 from 730.
  expect(value(range(616, 729))).toHaveLength(114);
  expect(problemOf(range(616, 730))).toBe("Band G12 cannot start at 730: its neighbours leave 616 to 729.");
});

test("a score between two bands of a closed table is in neither", () => {
  const { axis: own, jobs: one } = countRegister({ scores: [465.5] });
  const at = (from: number) => value(sweepBoundary(own, one, nhsBands, seven, { from, to: from }))[0];
  // Band 6 ends at 465, the whole point below; from 465 on band 7 has it, up to 539.
  expect(at(466)).toEqual({ from: 466, up: 0, down: 0, inBand: 0 });
  expect(at(465)).toEqual({ from: 465, up: 0, down: 0, inBand: 1 });
  expect(
    value(
      sweepCost(
        { axis: own, fte: countRegister({ scores: [465.5], fte: [1] }).fte },
        nhsBands,
        seven,
        { from: 466, to: 466 },
        payTable([payRange("6", 1, null, 2), payRange("7", 3, null, 4)]),
      ),
    ),
  ).toEqual([{ minimum: 0, middle: 0, maximum: 0 }]);
});

test("a band is found however its label is written", () => {
  for (const label of [7, "7", "Band 7", "band 7"]) expect(value(placeOfBand(nhsBands, label))).toBe(seven);
  expect(problemOf(placeOfBand(bandsOf(["5", 0], [5, 100]), "5"))).toBe('Several bands are called "5": give each a label of its own.');
});

// Band 6 is 396 to 465, band 7 466 to 539 (handbook chapter eight).
test.each([
  [455, 10, []], // 11 points to 466
  [456, 10, ["Below the boundary of band 6 and band 7 (466): 10 points to gain to rise to band 7"]],
  [465, 1, ["Below the boundary of band 6 and band 7 (466): 1 point to gain to rise to band 7"]],
  [466, 1, ["Above the boundary of band 6 and band 7 (466): 1 point to lose to fall to band 6"]],
  [475, 10, ["Above the boundary of band 6 and band 7 (466): 10 points to lose to fall to band 6"]],
  [476, 10, []],
  [86, 200, ["Below the boundary of band 1 and band 2 (161): 75 points to gain to rise to band 2"]],
  [765, 10, []],
  [766, 10, []],
])("at %i, boundaries within %i points", (score, points, expected) =>
  expect(nearBoundaries(nhsBands, score, points).map(describeNear)).toEqual(expected),
);

test("a score in a narrow band is near two boundaries", () =>
  expect(nearBoundaries(councilGrades, 280, 15).map(({ side, points }) => [side, points])).toEqual([
    ["above", 12],
    ["below", 14],
  ]));
