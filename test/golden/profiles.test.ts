import { library } from "../../src/data/library";
import { readSpan } from "../../src/domain/profile/notation";
import { matcherOf, OUTCOMES } from "../../src/domain/profile/match";
import { bandLabel, bandScores } from "../../src/domain/profile/profile";
import itJson from "../../src/data/profiles/information-technology/nhs-it-2024-06.json";
import managerJson from "../../src/data/profiles/professional-manager/nhs-pm-2023-11.json";
import { endOf, nhs, profileOf, sheetOf } from "../support/jobs";

/** Page of the contents list, band and asterisk there, and the JE Score line of each profile's last page. */
const PRINTED = [
  ["it-operator-2", 3, "2", "", 164, 199],
  ["it-analyst-technician-entry-3", 5, "3", "", 223, 249],
  ["it-operator-team-leader-3", 7, "3", "", 227, 243],
  ["it-information-technician-4", 9, "4", "*", 262, 297],
  ["it-analyst-technician-4", 11, "4", "*", 270, 311],
  ["it-information-analyst-5", 13, "5", "", 329, 364],
  ["it-analyst-technician-higher-5", 15, "5", "", 334, 366],
  ["it-information-analyst-specialist-6", 17, "6", "", 396, 459],
  ["it-analyst-specialist-6", 19, "6", "", 403, 455],
  ["it-information-analyst-advanced-7", 21, "7", "*", 460, 537],
  ["it-section-manager-7", 24, "7", "", 466, 489],
  ["it-analyst-advanced-7", 26, "7", "", 466, 493],
  ["it-information-analyst-principal-8a-8b", 28, "8a-8b", "*", 535, 609],
  ["it-consultant-8a-8b", 31, "8a-8b", "", 546, 617],
  ["it-service-manager-8a-8c", 33, "8a-8c", "", 547, 663],
  ["pm-8a-8b", 2, "8a-8b", "", 550, 599],
  ["pm-8b-8c", 4, "8b-8c", "", 590, 665],
  ["pm-8c-9", 6, "8c-9", "", 641, 748],
] as const;

test("the library holds the eighteen profiles in the order of their contents lists", () =>
  expect(library.profiles.profiles.map(({ id }) => id)).toEqual(PRINTED.map(([id]) => id)));

describe.each(PRINTED)("%s", (id, page, band, asterisk, lowest, highest) => {
  const profile = profileOf(id);

  test("has the page, bands and scores printed", () => {
    expect([profile.page, bandLabel(profile), profile.generic === null ? "" : "*", profile.lowest, profile.highest]).toEqual([
      page,
      band,
      asterisk,
      lowest,
      highest,
    ]);
  });

  test("sums to its printed range, and its own ends match it", () => {
    const sheet = sheetOf([endOf(profile, "low"), endOf(profile, "high")]);
    expect([...sheet.scores]).toEqual([lowest, highest]);
    const matcher = matcherOf({ scheme: nhs, profiles: [profile] });
    expect([0, 1].map((job) => OUTCOMES[matcher.fit(sheet, job, 0).outcome])).toEqual([
      asterisk === "*" ? "Below band" : "Profile match",
      "Profile match",
    ]);
  });

  test("lies within its bands, the asterisked ones below their lowest score alone", () => {
    const { from, to } = bandScores(nhs.bands, profile);
    expect(highest).toBeLessThanOrEqual(to);
    expect(lowest < from).toBe(asterisk === "*");
  });
});

// Design of the profiles: a printed range of points names the points of each level printed, ends first and last.
test("every factor's levels give its printed points", () => {
  for (const { profiles } of [itJson, managerJson])
    for (const { id, factors } of profiles)
      factors.forEach(({ levels, points }, place) => {
        const span = readSpan(levels);
        const given = span?.letters.map(({ level }) => nhs.factors[place]?.levels[level - 1]?.points).join("-");
        expect(`${id} factor ${place + 1}: ${given}`).toBe(`${id} factor ${place + 1}: ${points}`);
      });
});

test("each asterisked profile points to the band below its lowest", () =>
  expect(library.profiles.profiles.filter(({ generic }) => generic !== null).map(({ bands, generic }) => [bands[0], generic])).toEqual([
    ["4", "3"],
    ["4", "3"],
    ["7", "6"],
    ["8a", "7"],
  ]));

test("what the documents lost stays marked", () => {
  const technician = profileOf("it-information-technician-4");
  // Row 10 is lost; 262-297 less the fifteen other rows leaves 16 at both ends, level 3 (chapter seven: 16 points).
  expect(technician.factors[9]).toMatchObject({ text: "3", lowestPoints: 16, highestPoints: 16, printed: { levels: null, points: null } });
  expect(profileOf("pm-8a-8b").factors[4]).toMatchObject({ text: "2-3ab", printed: { points: "15-" } });
});
