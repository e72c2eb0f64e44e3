import { boundaryTest, bunching, mainlyOf, shareOfWomen } from "../../../src/domain/boundary/bunching";
import { countRegister } from "../../../src/domain/boundary/count";
import { equalityBySex, flagGaps, payByGroupInSteps, payGap } from "../../../src/domain/boundary/equality";
import { divideByTrait, makeStaff } from "../../../src/domain/boundary/staff";
import { atOnce } from "../../../src/domain/steps";
import { bandsOf, nhsBands, person, problemOf, value } from "../../support/boundary";

const bands = bandsOf(["6", 396, 465], ["7", 466, 539]);

describe("bunching", () => {
  const register = {
    scores: [454, 455, 465, 466, 475, 476],
    headcount: [50, 30, 12, 9, 20, 70],
    women: [50, 25, 10, 2, 3, 70],
    men: [0, 5, 2, 7, 16, 0],
  };
  test("counts who is within so many points either side of a boundary", () => {
    // Ten points to gain from 456 on, eleven from 455; ten to lose up to 475, eleven from 476.
    expect(bunching(countRegister(register), bands, 11)).toEqual([
      { lower: "6", upper: "7", at: 466, below: { headcount: 42, women: 35, men: 7 }, above: { headcount: 99, women: 75, men: 23 } },
    ]);
    expect(bunching(countRegister(register), bands, 10)).toMatchObject([
      { below: { headcount: 12 }, above: { headcount: 29, women: 5, men: 23 } },
    ]);
    expect(bunching(countRegister({ scores: [465] }), bands, 10)[0]!.below).toEqual({ headcount: 1, women: null, men: null });
  });

  test("the boundary test flags a large, mainly female group below a mainly male one", () => {
    const flagged = (points: number, change: Partial<typeof register> = {}) =>
      value(boundaryTest(countRegister({ ...register, ...change }), bands, { points, large: 20, mainly: 70 })).map((each) => each.flagged);
    // Within 11 points: 35 women of 42 below (83 %), but 75 women of 98 above. Within 10: only 12 below, not large.
    expect([flagged(11), flagged(10)]).toEqual([[false], [false]]);
    // Without the 70 women at 476: 23 men of 28 above, 82 %.
    const men = [0, 5, 2, 7, 16, 0];
    expect(flagged(11, { women: [50, 25, 10, 2, 3, 0] })).toEqual([true]);
    // Exactly 20 people and 70 % below: 14 women of 20; 13 of 19 are too few people, 13 of 20 too few women.
    const below = (women: number, others: number) => flagged(11, { women: [0, women, 0, 2, 3, 0], men: [0, others, 0, ...men.slice(3)] });
    expect([below(14, 6), below(14, 5), below(13, 7)]).toEqual([[true], [false], [false]]);
  });

  test("without women and men it is off, and says so", () =>
    expect(problemOf(boundaryTest(countRegister({ scores: [465] }), nhsBands))).toBe(
      "The boundary test needs the numbers of women and men in each job.",
    ));
});

test("shares: women / (women + men); mainly is at least 70 %", () => {
  expect([shareOfWomen(1, 3), shareOfWomen(0, 0)]).toEqual([25, null]);
  expect([mainlyOf(7, 3, 70), mainlyOf(69, 31, 70), mainlyOf(3, 7, 70), mainlyOf(0, 0, 70)]).toEqual(["women", null, "men", null]);
});

describe("pay by sex", () => {
  const people = [
    ...[20_000, 22_000, 27_000].map((pounds) => person("six", "woman", pounds)),
    ...[24_000, 26_000].map((pounds) => person("six", "man", pounds)),
    person("six", "woman", null),
    person("six", "not stated", 99_000),
    person("six", "not stated", 1, { vacancy: true }),
    person("seven", "woman", 30_000, { fte: 0.1 }),
    person("none", "man", 40_000),
  ];
  const scores: Partial<Record<string, number>> = { six: 400, seven: 470, none: 900 };
  const staff = makeStaff(people, { scoreOf: (job) => scores[job] ?? null, payOfPoint: () => null });
  const places = Int16Array.from(staff.rows, (row) => ["six", "seven", "none"].indexOf(people[row]!.job)).map((place) =>
    place === 2 ? -1 : place,
  );
  const found = equalityBySex(staff, staff.pays, places, 2);

  test("has mean and median of full-time pay, a band and overall; who has no known pay counts as a person", () => {
    expect(found.bands[0]!.women).toEqual({ people: 4, paid: 3, mean: 23_000_00, median: 22_000_00 });
    expect(found.bands[0]!.men).toEqual({ people: 2, paid: 2, mean: 25_000_00, median: 25_000_00 });
    expect(found.bands[0]!.notStated.people).toBe(1);
    // 4 women of 6 women and men.
    expect(found.bands[0]!.shareOfWomen).toBeCloseTo(66.667, 3);
    // (25,000 - 23,000) / 25,000 = 8 %; (25,000 - 22,000) / 25,000 = 12 %
    expect(found.bands[0]!.gaps).toEqual({ mean: 8, median: 12 });
    // Overall, with 30,000 for a woman and 40,000 for a man without a band: women 24,750 and 24,500, men 30,000 and 26,000.
    expect(found.overall).toMatchObject({ women: { mean: 24_750_00, median: 24_500_00 }, men: { mean: 30_000_00, median: 26_000_00 } });
    expect(found.overall.gaps.mean).toBe(17.5);
  });

  test("has no gap where one sex is missing", () => {
    expect(found.bands[1]!.gaps).toEqual({ mean: null, median: null });
    expect([payGap(null, 1), payGap(1, null), payGap(0, 5), payGap(200, 210)]).toEqual([null, null, null, -5]);
  });

  test("flags large gaps, and smaller ones in one direction in three bands or more", () => {
    expect(found.flags.mean).toEqual({ large: [0], againstWomen: [], againstMen: [] });
    expect(flagGaps([5, 4.99, -5, null, 3, 2.99])).toEqual({ large: [0, 2], againstWomen: [0, 1, 4], againstMen: [] });
    expect(flagGaps([3, 3, -3, -4])).toEqual({ large: [], againstWomen: [], againstMen: [] });
    expect(flagGaps([-3, -3, null, -3])).toEqual({ large: [], againstWomen: [], againstMen: [0, 1, 3] });
  });

  test("other characteristics are divided alike", () => {
    const traits = people.map((each, row) => ({ ...each, traits: { partTime: row % 2 === 0 ? "yes" : "no" } }));
    const { labels, groups } = divideByTrait(staff, traits, "partTime");
    const { overall } = atOnce(payByGroupInSteps(staff, { labels, groups }, staff.pays, places, 2));
    expect(labels).toEqual(["no", "yes", "not stated"]);
    // Rows 1, 3, 5, 9 are "no" (row 7 is a vacancy): 22,000, 24,000, unknown, 40,000.
    expect(overall[0]).toEqual({ people: 4, paid: 3, mean: 8_600_000 / 3, median: 24_000_00 });
  });
});
