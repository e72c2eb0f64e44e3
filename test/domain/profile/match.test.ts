import { library } from "../../../src/data/library";
import { compareJob } from "../../../src/domain/profile/comparison";
import { Matcher, matcherOf, OUTCOMES } from "../../../src/domain/profile/match";
import type { ProfileLibrary } from "../../../src/domain/profile/profile";
import { describeEquals, describeReasons, describeVerdict, summarise } from "../../../src/domain/profile/reason";
import { endOf, nhs, profileOf, sectionManager, sheetOf } from "../../support/jobs";

const only = (id: string): ProfileLibrary => ({ scheme: nhs, profiles: [profileOf(id)] });

/** Outcome and reasons of one job against one profile. */
function against(
  id: string,
  job: readonly (number | string)[],
): { outcome: string; reasons: string; variations: number; distance: number } {
  const { outcome, reasons, variations, distance } = compareJob(matcherOf(only(id)), sheetOf([job]), 0, 0);
  return { outcome, reasons: describeReasons(reasons), variations, distance };
}

/** The section manager's levels with some changed: [factor number, level]. */
const changed = (...changes: readonly (readonly [number, number])[]): number[] =>
  changes.reduce((job, [factor, level]) => job.with(factor - 1, level), [...sectionManager]);

const SECTION_MANAGER = "it-section-manager-7";

describe("a profile match", () => {
  test("is every factor in range and the score in the band", () =>
    expect(against(SECTION_MANAGER, sectionManager)).toEqual({
      outcome: "Profile match",
      variations: 0,
      distance: 0,
      reasons: "Every factor is at the profile's level or inside its range; the score 466 is in band 7 (466 to 539).",
    }));
});

describe("a band match", () => {
  // Factor 1 from 4 to 5 adds 13 points (32 to 45): 479, still band 7.
  test("allows one level above or below in most factors", () =>
    expect(against(SECTION_MANAGER, changed([1, 5]))).toEqual({
      outcome: "Band match",
      variations: 1,
      distance: 1,
      reasons:
        "Factor 1 Communication and relationship skills is 1 level above the profile (level 5, profile 4a). The score 479 stays in band 7 (466 to 539).",
    }));

  // One level up in factors 1, 3, 4, 9, 13: 13 + 18 + 18 + 13 + 4 = 66 points more, 532.
  test("allows five factors to vary, not six", () => {
    expect(against(SECTION_MANAGER, changed([1, 5], [3, 5], [4, 5], [9, 5], [13, 2]))).toMatchObject({
      outcome: "Band match",
      variations: 5,
    });
    const six = against(SECTION_MANAGER, changed([1, 5], [3, 5], [4, 5], [9, 5], [13, 2], [6, 2]));
    expect(six).toMatchObject({ outcome: "No match", variations: 6 });
    expect(six.reasons).toContain("6 factors vary; at most 5 may.");
  });

  test("allows no factor to vary by two levels, up or down", () => {
    expect(against(SECTION_MANAGER, changed([13, 3]))).toMatchObject({
      outcome: "No match",
      variations: 1,
      distance: 2,
      reasons: "Factor 13 Physical effort is 2 levels above the profile (level 3, profile 1); at most 1 is allowed.",
    });
    expect(against(SECTION_MANAGER, changed([7, 5], [10, 2]))).toMatchObject({ outcome: "No match", variations: 2, distance: 4 });
  });

  test.each([
    [2, 7],
    [2, 5],
    [12, 5],
    [12, 3],
  ])("allows factor %i no variation (level %i)", (factor, level) => {
    const { outcome, reasons } = against(SECTION_MANAGER, changed([factor, level], [5, 3], [11, 2], [16, 2]));
    expect(outcome).toBe("No match");
    expect(reasons).toContain("this factor may not vary.");
  });

  // 466 is the band's lowest score; factor 14 from 3 to 2 takes 5 points (12 to 7).
  test("needs the score to stay within the band: one point below is no match", () => {
    expect(against(SECTION_MANAGER, changed([14, 2]))).toEqual({
      outcome: "No match",
      variations: 1,
      distance: 1,
      reasons:
        "Factor 14 Mental effort is 1 level below the profile (level 2, profile 3a). The score 461 is outside the profile's band 7 (466 to 539).",
    });
  });
});

describe("below band", () => {
  test("is an asterisked profile in range throughout, with the score below its band", () => {
    const profile = profileOf("it-information-technician-4");
    const lowest = against(profile.id, endOf(profile, "low"));
    expect(lowest.outcome).toBe("Below band");
    expect(lowest.reasons).toBe(
      "Every factor is in range, but the score 262 is below band 4 (271 to 325): match against a profile in band 3, failing that evaluate locally. Every factor is at its lowest, the case the generic provision names.",
    );
    // Factor 8 up one level adds 7 points (5 to 12): 269, still below 271.
    const other = against(profile.id, endOf(profile, "low").with(7, 2));
    expect(other.outcome).toBe("Below band");
    expect(other.reasons).toContain("Not every factor is at its lowest");
    // Factors 8 and 9 up one level: 276, band 4.
    expect(against(profile.id, endOf(profile, "low").with(7, 2).with(8, 2)).outcome).toBe("Profile match");
  });

  test("does not exist for a profile without the asterisk: in range, but outside its band", () => {
    const plain: ProfileLibrary = { scheme: nhs, profiles: [{ ...profileOf("it-information-technician-4"), generic: null }] };
    const comparison = compareJob(new Matcher(plain), sheetOf([endOf(profileOf("it-information-technician-4"), "low")]), 0, 0);
    expect(comparison.outcome).toBe("No match");
    expect(describeReasons(comparison.reasons)).toBe(
      "Every factor is in range, but the score 262 is outside the profile's band 4 (271 to 325).",
    );
  });

  test("does not reach above the band: an asterisked profile in range with too high a score is no match", () => {
    const technician = profileOf("it-information-technician-4");
    const lower: ProfileLibrary = { scheme: nhs, profiles: [{ ...technician, bands: ["3"], generic: "2" }] };
    // Page 9 prints 297 as the highest score; band 3 ends at 270.
    const comparison = compareJob(new Matcher(lower), sheetOf([endOf(technician, "high")]), 0, 0);
    expect([comparison.outcome, describeReasons(comparison.reasons)]).toEqual([
      "No match",
      "Every factor is in range, but the score 297 is outside the profile's band 3 (216 to 270).",
    ]);
  });
});

describe("the best match", () => {
  const best = (jobs: readonly (readonly number[])[], candidates: ProfileLibrary): string[] => {
    const { best: places, outcomes } = matcherOf(candidates).bestFits(sheetOf(jobs));
    return [...places].map((place, job) => `${OUTCOMES[outcomes[job] as 0 | 1 | 2 | 3]} ${candidates.profiles[place]?.id ?? "none"}`);
  };
  const variant = (
    id: string,
    changes: Partial<(typeof library.profiles.profiles)[number]>,
  ): (typeof library.profiles.profiles)[number] => ({ ...profileOf(SECTION_MANAGER), ...changes, id });
  const shifted = (id: string, ...places: readonly (readonly [number, number])[]): ReturnType<typeof variant> =>
    variant(id, {
      factors: profileOf(SECTION_MANAGER).factors.map((factor, index) => {
        const shift = places.find(([place]) => place === index + 1)?.[1] ?? 0;
        return { ...factor, low: factor.low + shift, high: factor.high + shift };
      }),
    });

  test("goes by outcome, then fewest variations, then smallest distance, then the library's order", () => {
    const candidates = (...profiles: ReturnType<typeof variant>[]): ProfileLibrary => ({ scheme: nhs, profiles });
    const oneTooFar = shifted("one-too-far", [1, 2]);
    const threeVary = shifted("three-vary", [1, 1], [3, 1], [4, 1]);
    const twoVary = shifted("two-vary", [1, 1], [3, 1]);
    const exact = shifted("exact");
    expect(best([sectionManager], candidates(oneTooFar, threeVary))).toEqual(["Band match three-vary"]);
    expect(best([sectionManager], candidates(threeVary, twoVary))).toEqual(["Band match two-vary"]);
    expect(best([sectionManager], candidates(twoVary, exact))).toEqual(["Profile match exact"]);
    expect(best([sectionManager], candidates(shifted("three-levels", [1, 2], [3, -3]), shifted("two-levels", [1, 2], [3, -2])))).toEqual([
      "No match two-levels",
    ]);
    expect(best([sectionManager], candidates({ ...exact, id: "second" }, exact))).toEqual(["Profile match second"]);
  });

  test("names equally good profiles, those of another band first", () => {
    const [first, sameBand, otherBand] = [shifted("first"), shifted("same"), variant("other", { bands: ["6", "7"] })];
    const matcher = new Matcher({ scheme: nhs, profiles: [first, sameBand, otherBand, shifted("worse", [1, 1])] });
    expect(describeEquals("Profile match", first, matcher.equals(sheetOf([sectionManager]), 0, 0))).toBe(
      "Equally good: IM&T Section Manager (6-7, other); IM&T Section Manager (7, same).",
    );
    expect(matcher.ranking(sheetOf([sectionManager]), 0)).toEqual([
      { place: 0, rank: 1 },
      { place: 1, rank: 1 },
      { place: 2, rank: 1 },
      { place: 3, rank: 4 },
    ]);
  });

  test("leaves jobs without a score without a profile", () =>
    expect([
      ...matcherOf(library.profiles).bestFits(
        sheetOf([[...sectionManager].with(0, 0), [...sectionManager].with(0, 9), new Array<number>(16).fill(0)]),
      ).best,
    ]).toEqual([-1, -1, -1]));
});

test("8C-9 takes in 8d: a score of 700 fits the professional manager's bands", () => {
  const profile = profileOf("pm-8c-9");
  expect(profile.bands).toEqual(["8c", "8d", "9"]);
  // Printed range 641 to 748 (page 6). Lowest levels with factors 1, 7 and 8 at their highest: 641 + 15 + 13 + 13 = 682, band 8d.
  const job = endOf(profile, "low").with(0, 6).with(6, 5).with(7, 5);
  expect(against(profile.id, job)).toMatchObject({
    outcome: "Profile match",
    reasons: "Every factor is at the profile's level or inside its range; the score 682 is in bands 8c-9 (630 to 765).",
  });
});

test("3a-5a takes in level 4, and 1,2abc,3a takes in level 2", () => {
  const manager = profileOf("it-service-manager-8a-8c");
  expect(compareJob(matcherOf(only(manager.id)), sheetOf([endOf(manager, "low").with(8, 4)]), 0, 0).factors[8]).toMatchObject({
    variation: 0,
    verdict: "in-range",
  });
  const analyst = profileOf("it-information-analyst-5");
  expect(compareJob(matcherOf(only(analyst.id)), sheetOf([endOf(analyst, "low").with(8, 2)]), 0, 0).factors[8]).toMatchObject({
    variation: 0,
    verdict: "in-range",
  });
});

test("each factor has a verdict, and other letters are noted without effect", () => {
  const { factors, outcome } = compareJob(
    matcherOf(only("it-operator-team-leader-3")),
    sheetOf([["3c", 3, 2, 2, 2, 2, 2, "2bc", "2ac", "2ab", 1, 3, 4, 3, 1, 2]]),
    0,
    0,
  );
  expect(outcome).toBe("No match");
  expect([0, 5, 7, 12, 13].map((place) => describeVerdict(factors[place]!))).toEqual([
    "At the profile's level; the profile's level 3 does not print c, which changes no points",
    "In range",
    "At the profile's level; the profile's level 2 does not print c, which changes no points",
    "Too far: 2 levels above",
    "In range",
  ]);
});

test.each([
  ["Profile match", false, "Profile match on levels: IM&T Section Manager (7)"],
  ["Band match", true, "Band match on levels: IM&T Section Manager (7)"],
  ["No match", false, "No match on levels: evaluate locally; nearest IM&T Section Manager (7)"],
  ["No match", true, "No match on levels: IM&T Section Manager (7) does not fit; try another profile or evaluate locally"],
] as const)("the summary of %s, named %p", (outcome, named, expected) =>
  expect(summarise(outcome, profileOf(SECTION_MANAGER), named)).toBe(expected),
);

test("the summary of an asterisked profile points to the band below", () =>
  expect(summarise("Below band", profileOf("it-analyst-technician-4"), false)).toBe(
    "Below band on levels: IM&T Analyst/ Technician (4); try a band 3 profile, else evaluate locally",
  ));
