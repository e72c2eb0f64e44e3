import { assimilate, type AssimilationRule, Group, GROUPS } from "../../../src/domain/boundary/assimilation";
import { payBill } from "../../../src/domain/boundary/pay-bill";
import { payFromPoints, payRange, payTable } from "../../../src/domain/boundary/pay";
import { protectionOf } from "../../../src/domain/boundary/protection";
import { type PayPath, projectCost, PROJECTION } from "../../../src/domain/boundary/projection";
import { applyEdits, type Edit, type Structure } from "../../../src/domain/boundary/scenario";
import { divideBySex, divideByTrait, makeStaff, NO_GROUP, staffSources, type Person, type Staff } from "../../../src/domain/boundary/staff";
import { circlesByGroup } from "../../../src/domain/boundary/equality";
import { bandsOf, person, problemOf, value } from "../../support/boundary";

const scores: Partial<Record<string, number>> = { low: 400, mid: 464, high: 470, odd: 900 };
const scoreOf = (job: string): number | null => scores[job] ?? null;

// Six: 20,000, 21,000, 22,000. Seven: 22,000 (shared), 23,000, 24,000.
const points = (...pounds: number[]) => pounds.map((each) => ({ name: each / 1000, pay: each * 100 }));
const pay = payTable([payFromPoints("6", points(20_000, 21_000, 22_000)), payFromPoints("7", points(22_000, 23_000, 24_000))]);
const before: Structure = { bands: bandsOf(["6", 396, 465], ["7", 466, 539]), pay };

const staffOf = (people: readonly Person[]): Staff => makeStaff(people, staffSources(scoreOf, before));
const lands = (people: readonly Person[], edits: readonly Edit[], rule: AssimilationRule = "at-or-above", from = before) => {
  const staff = staffOf(people);
  const found = value(assimilate(staff, from, value(applyEdits(from, edits)), rule));
  const byRow = people.map((_, row) => staff.rows.indexOf(row));
  return {
    staff,
    ...found,
    rows: byRow.map((place) => (place < 0 ? null : [found.payAfter[place]! / 100, GROUPS[found.groups[place]!]])),
  };
};

describe("a staff list", () => {
  const people = [
    person("high", "man", 23_000),
    person("low", "woman", 21_000, { traits: { ethnicity: "B" } }),
    person("nowhere", "woman", 21_000),
    person("low", "not stated", null, { point: 20, traits: { ethnicity: " A " } }),
    person("low", "woman", null),
    person("low", "not stated", null, { vacancy: true, fte: 0.5 }),
  ];
  const staff = staffOf(people);
  test("is sorted by score and pay; unknown pay stands last in its score", () => {
    expect(staff.runs).toEqual([
      { score: 400, start: 0, end: 4 },
      { score: 470, start: 4, end: 5 },
    ]);
    expect([...staff.rows]).toEqual([3, 1, 5, 4, 0]);
    expect([...staff.pays]).toEqual([20_000_00, 21_000_00, NaN, NaN, 23_000_00]);
  });
  test("says who is in no figure", () => {
    expect(staff.unplaced).toEqual([2]);
    expect(staff.withoutPay).toEqual([4]);
  });
  test("is divided by sex and by any other characteristic, vacancies in no group", () => {
    expect([...divideBySex(staff).groups]).toEqual([2, 0, NO_GROUP, 0, 1]);
    const { labels, groups } = divideByTrait(staff, people, "ethnicity");
    expect(labels).toEqual(["A", "B", "not stated"]);
    expect([...groups]).toEqual([0, 1, NO_GROUP, 2, 2]);
  });
});

describe("assimilation", () => {
  const raise: Edit[] = [{ kind: "move", band: "7", from: 464 }]; // "mid" (464) rises to Seven
  const lower: Edit[] = [{ kind: "move", band: "7", from: 471 }]; // "high" (470) falls to Six
  test("below the new minimum is raised to it: a green circle", () =>
    expect(
      lands([person("mid", "woman", 21_999.99), person("mid", "woman", 22_000), person("mid", "woman", 22_000.01)], raise).rows,
    ).toEqual([
      [22_000, "green"],
      [22_000, "within"],
      [23_000, "within"], // the nearest point at or above
    ]));
  test("above the new maximum is kept: a red circle; inside with a lower maximum loses headroom", () =>
    expect(lands([person("high", "man", 22_000), person("high", "man", 22_000.01), person("high", "man", 21_500)], lower).rows).toEqual([
      [22_000, "headroom"],
      [22_000.01, "red"],
      [22_000, "headroom"],
    ]));
  test("inside a range whose maximum stays, whatever its minimum, nobody loses headroom", () => {
    const higherStart: Edit = { kind: "re-price", band: "6", pay: { kind: "range", minimum: 20_500_00, middle: null, maximum: 22_000_00 } };
    expect(lands([person("low", "woman", 21_000)], [higherStart]).rows).toEqual([[21_000, "within"]]);
  });
  test("a range whose ends stay is another where its points are others", () => {
    const repointed: Edit = {
      kind: "re-price",
      band: "6",
      pay: { kind: "points", points: [points(20_000)[0]!, ...points(21_500, 22_000)] },
    };
    expect(lands([person("low", "woman", 21_000)], [repointed]).rows).toEqual([[21_500, "within"]]);
  });
  test("to the first point that gives an increase, where that is the rule", () =>
    expect(
      lands(
        [person("mid", "woman", 22_000), person("mid", "woman", 23_999), person("mid", "woman", 24_000), person("mid", "woman", 20_000)],
        raise,
        "increase",
      ).rows,
    ).toEqual([
      [23_000, "within"],
      [24_000, "within"],
      [24_000, "within"], // at the top there is none
      [22_000, "green"],
    ]));
  test("who stays where they are keeps their pay, wherever it lies", () =>
    expect(
      lands([person("low", "man", 19_000), person("high", "man", 30_000), person("high", "man", null)], raise, "increase").rows,
    ).toEqual([
      [19_000, "unchanged"],
      [30_000, "unchanged"],
      [NaN, "unknown"],
    ]));
  test("a new price moves who stays in the band; a split alone moves nobody", () => {
    const dearer: Edit = { kind: "re-price", band: "6", pay: { kind: "range", minimum: 20_500_00, middle: null, maximum: 21_000_00 } };
    const six = [person("low", "woman", 20_000), person("low", "woman", 20_700), person("low", "woman", 22_000)];
    expect(lands(six, [dearer]).rows).toEqual([
      [20_500, "green"],
      [20_700, "headroom"], // a range without points: pay inside is kept
      [22_000, "red"],
    ]);
    expect(lands(six, [{ kind: "split", band: "6", at: 400, label: "6+" }]).rows.map((row) => row![1])).toEqual([
      "unchanged",
      "unchanged",
      "unchanged",
    ]);
  });
  test("a band without pay leaves pay unknown; no pay table at all changes nothing", () => {
    expect(lands([person("low", "man", 20_000)], [{ kind: "merge", lower: "6", upper: "7", label: "6-7" }]).rows).toEqual([
      [NaN, "unknown"],
    ]);
    expect(lands([person("low", "man", 20_000), person("odd", "man", 9)], [], "at-or-above", { ...before, pay: null }).rows).toEqual([
      [20_000, "unchanged"],
      [9, "unchanged"],
    ]);
  });
  test("a vacancy has pay, and is nobody's circle", () => {
    const vacancy = person("mid", "not stated", null, { vacancy: true });
    const { rows, payBefore, staff, ...found } = lands([vacancy, person("mid", "woman", 20_000)], raise);
    expect(rows).toEqual([
      [22_000, "vacancy"],
      [22_000, "green"],
    ]);
    expect([...payBefore]).toEqual([20_000_00, 20_000_00]); // Six's minimum
    // Rows unchanged, within, headroom, green, red, unknown; columns women, men, not stated.
    const circles = circlesByGroup(staff, { payBefore, ...found }, divideBySex(staff));
    expect(circles.map((counts) => counts.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(circles[Group.green]).toEqual([1, 0, 0]);
    expect(circles.flat().reduce((sum, count) => sum + count, 0)).toBe(1);
  });
  test("the first-increase rule needs points", () => {
    const ranges: Structure = { bands: before.bands, pay: payTable([payRange("6", 1, null, 2), payRange("7", 2, null, 3)]) };
    const staff = staffOf([]);
    expect(problemOf(assimilate(staff, ranges, value(applyEdits(ranges, [])), "increase"))).toBe(
      "Assimilation to the first point that gives an increase needs a pay table by point.",
    );
  });
});

describe("protection", () => {
  const lower: Edit[] = [{ kind: "move", band: "7", from: 471 }];
  const people = [
    person("high", "man", 24_000),
    person("high", "man", 23_000, { fte: 0.5 }),
    person("high", "woman", 22_600),
    person("high", "not stated", 24_000),
  ];
  test("is (present - new maximum) x FTE x months / 12, by sex", () => {
    const found = lands(people, lower);
    // Maximum 22,000. Men: 2,000 x 36/12 = 6,000 and 1,000 x 0.5 x 3 = 1,500; woman: 600 x 3 = 1,800; not stated: 6,000.
    expect(protectionOf(found.staff, found)).toEqual({
      women: { people: 1, cost: 1_800_00 },
      men: { people: 2, cost: 7_500_00 },
      notStated: { people: 1, cost: 6_000_00 },
      people: 4,
      cost: 15_300_00,
      mainly: null, // two of three, 67 %
    });
    expect(protectionOf(found.staff, found, undefined, 66).mainly).toBe("men");
  });
  test("tapers in steps", () => {
    const found = lands(people.slice(0, 1), lower);
    // 2,000 x (12/12 x 100 % + 6/12 x 50 %) = 2,500
    expect(
      protectionOf(found.staff, found, [
        { months: 12, percent: 100 },
        { months: 6, percent: 50 },
      ]).cost,
    ).toBe(2_500_00);
  });
});

describe("the pay bill", () => {
  const people = [
    person("low", "woman", 20_000, { fte: 0.5 }),
    person("low", "woman", 20_000, { fte: 0.2 }),
    person("high", "man", 23_000),
    person("odd", "man", 50_000),
    person("low", "man", null),
    person("low", "not stated", 20_000, { vacancy: true }),
  ];
  const staff = staffOf(people);
  const places = Int16Array.from([0, 0, 0, 0, 1, -1]);
  test("is FTE x pay, with National Insurance a person and pension", () => {
    expect([...staff.rows]).toEqual([1, 0, 5, 4, 2, 3]);
    const settings = { vacancies: false, onCosts: { pensionPercent: 20, insurancePercent: 15, insuranceThreshold: 5_000_00 } };
    // Basic: 0.5 x 20,000 + 0.2 x 20,000 = 14,000; 23,000; 50,000.
    // Insurance: 15 % of 5,000, of nothing (4,000 is below 5,000), of 18,000 and of 45,000 = 750 + 0 + 2,700 + 6,750 = 10,200.
    // Pension: 20 % of 87,000 = 17,400.
    expect(payBill(staff, staff.pays, places, 2, settings)).toEqual({
      bands: [14_000_00, 23_000_00],
      unbanded: 50_000_00,
      basic: 87_000_00,
      insurance: 10_200_00,
      pension: 17_400_00,
      total: 114_600_00,
      withoutPay: 1,
    });
  });
  test("costs vacancies where told to, and has no total without the employer's pension rate", () => {
    const bill = payBill(staff, staff.pays, places, 2);
    expect([bill.bands[0], bill.insurance, bill.pension, bill.total]).toEqual([34_000_00, 12_450_00, null, null]); // 15 % of 15,000 more
  });
});

describe("the projection", () => {
  const path = (people: readonly Person[], places: number[], more: Partial<PayPath> = {}): [Staff, PayPath] => {
    const staff = staffOf(people);
    return [staff, { pays: staff.pays, places: Int16Array.from(places), structure: before, protection: null, ...more }];
  };
  const basics = ([staff, from]: [Staff, PayPath], settings: Partial<typeof PROJECTION>) =>
    value(projectCost(staff, from, { ...PROJECTION, ...settings })).map(({ basic }) => basic / 100);

  test("has an award at the start of each year, to the penny", () =>
    // 20,000.33 x 1.03 = 20,600.34 (20,600.3399); x 1.02 = 21,012.35 (21,012.3468); no award in the third year.
    expect(basics(path([person("low", "woman", 20_000.33)], [0]), { years: 3, awards: [3, 2] })).toEqual([
      20_600.34, 21_012.35, 21_012.35,
    ]));

  test("rounds pay and points each year, before the next award and the next step", () => {
    // 20,000.10 x 1.03 = 20,600.10 (20,600.103); x 1.02 = 21,012.10 (21,012.102), not 21,012.11 (21,012.10506).
    expect(basics(path([person("low", "woman", 20_000.1)], [0]), { years: 2, awards: [3, 2] })).toEqual([20_600.1, 21_012.1]);
    // The person's own point is 20,600.10 too, so the step is to 21,000 x 1.03 = 21,630.
    const structure: Structure = { bands: before.bands, pay: payTable([payFromPoints("6", points(20_000.1, 21_000))]) };
    const onPoint = path([person("low", "woman", 20_000.1)], [0], { structure });
    expect(basics(onPoint, { years: 2, awards: [3], progression: { month: 0, every: 1 } })).toEqual([20_600.1, 21_630]);
  });

  test("is of actual pay, part-time posts by their share, vacancies unless told not to", () => {
    const two = path([person("low", "woman", 20_000, { fte: 0.5 }), person("low", "not stated", 21_000, { vacancy: true })], [0, 0]);
    expect(basics(two, { years: 1, vacancies: false })).toEqual([10_000]);
    expect(basics(two, { years: 1 })).toEqual([31_000]);
  });

  test("moves people up a point on the progression date", () => {
    const six = path([person("low", "woman", 20_000)], [0]);
    // After three months: 20,000 x 3/12 + 21,000 x 9/12 = 20,750; then 21,000 x 3/12 + 22,000 x 9/12 = 21,750; the maximum ends it.
    expect(basics(six, { years: 4, progression: { month: 3, every: 1 } })).toEqual([20_750, 21_750, 22_000, 22_000]);
    // On the first day of the year: none in the first.
    expect(basics(six, { years: 4, progression: { month: 0, every: 1 } })).toEqual([20_000, 21_000, 22_000, 22_000]);
    // Every second date.
    expect(basics(six, { years: 5, progression: { month: 0, every: 2 } })).toEqual([20_000, 20_000, 21_000, 21_000, 22_000]);
    // Points rise with the award: 21,000 x 1.1 = 23,100 in the second year.
    expect(basics(six, { years: 2, awards: [10, 0], progression: { month: 0, every: 1 } })).toEqual([22_000, 23_100]);
  });

  test("keeps pay above the maximum while protection lasts, without awards", () => {
    const red = (protection: PayPath["protection"]) => path([person("low", "man", 24_000)], [0], { protection });
    // Maximum 22,000: a year and a half in full, half a year of half: 24,000; 22,000 + 2,000 x (6/12 + 6/12 x 50 %) = 23,500; then 22,000.
    expect(
      basics(
        red([
          { months: 18, percent: 100 },
          { months: 6, percent: 50 },
        ]),
        { years: 4 },
      ),
    ).toEqual([24_000, 23_500, 22_000, 22_000]);
    expect(basics(red(null), { years: 2 })).toEqual([24_000, 24_000]);
    // The maximum rises by 5 %: 23,100, 24,255; it overtakes the kept 24,000 in the second year and takes it along.
    expect(basics(red(null), { years: 3, awards: [5, 5, 10] })).toEqual([24_000, 24_255, 26_680.5]);
    // Protection that has run out: the maximum and its awards.
    expect(basics(red([{ months: 12, percent: 100 }]), { years: 3, awards: [0, 0, 10] })).toEqual([24_000, 22_000, 24_200]);
  });

  test("has on-costs a year, and none without the pension rate", () => {
    const [staff, from] = path([person("low", "woman", 20_000)], [0]);
    const onCosts = { ...PROJECTION.onCosts, pensionPercent: 10 };
    expect(value(projectCost(staff, from, { ...PROJECTION, years: 1, onCosts }))).toEqual([
      { year: 1, basic: 20_000_00, insurance: 2_250_00, pension: 2_000_00, total: 24_250_00 },
    ]);
    expect(value(projectCost(staff, from, { ...PROJECTION, years: 1 }))[0]).toMatchObject({ pension: null, total: null });
  });

  test("progression needs points", () => {
    const ranges: Structure = { bands: before.bands, pay: payTable([payRange("6", 1, null, 2)]) };
    const [staff, from] = path([person("low", "woman", 20_000)], [0], { structure: ranges });
    expect(problemOf(projectCost(staff, from, { ...PROJECTION, progression: { month: 0, every: 1 } }))).toBe(
      "Progression needs a pay table by point.",
    );
  });
});
