import fc from "fast-check";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import { readProfileRows, readProfiles } from "../../../../src/domain/profile/import/read";
import { nhs } from "../../../support/jobs";
import { kindOf, kindsOf, LABEL, profileText, rowsWith, SECTION_MANAGER } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_260_302, numRuns: 200 });

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug"];
const two = (figure: number): string => String(figure).padStart(2, "0");
/** Days from 31 December 1899 on, and one for the 29 February 1900 that Excel counts. */
const serial = (day: number, month: number): number =>
  Math.round((Date.UTC(2026, month - 1, day) - Date.UTC(1899, 11, 31)) / 86_400_000) + 1;

/** As spreadsheets show the 2 March, or the 3 February, of 2026 that they have made of `2-3`. */
const FORMS: readonly ((day: number, month: number) => string)[] = [
  (day, month) => `${two(day)}-${MONTHS[month - 1]!}`,
  (day, month) => `${day}-${MONTHS[month - 1]!}-26`,
  (day, month) => `${MONTHS[month - 1]!}-${two(day)}`,
  (day, month) => `${day} ${MONTHS[month - 1]!} 2026`,
  (day, month) => `${two(day)}/${two(month)}`,
  (day, month) => `${two(day)}/${two(month)}/2026`,
  (day, month) => `${month}/${day}/2026`,
  (day, month) => `${two(day)}.${two(month)}.2026`,
  (day, month) => `2026-${two(month)}-${two(day)} 00:00:00`,
  (day, month) => String(serial(day, month)),
];

/** The section manager's levels in a table, one of them another. */
const tableWith = (place: number, levels: string) =>
  readProfileRows(
    [
      ["Title", "Band", "Edition", ...SECTION_MANAGER.map(([number]) => number)],
      ["Section Manager", "7", "2024", ...SECTION_MANAGER.map(([, , , own], at) => (at === place ? levels : own))],
    ],
    nhs,
  );

/** The section manager's text without points, one factor's levels another. */
const withoutPoints = (place: number, levels: string) =>
  readProfiles(
    [
      LABEL,
      "Factor\t\tRelevant Job Information\tJE Level",
      ...SECTION_MANAGER.map(([number, name, words, own], at) => [number, name, words, at === place ? levels : own].join("\t")),
    ].join("\n"),
    nhs,
  );

test("a range of levels that became a date is a doubt with the range proposed, in a table as in a profile's text", () =>
  fc.assert(
    fc.property(
      fc.nat(15),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 8 }),
      fc.constantFrom(...FORMS),
      (place, one, other, form) => {
        const levels = nhs.factors[place]!.levels;
        fc.pre(one !== other && Math.max(one, other) <= levels.length);
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const found = form(one, other);
        const points = `${levels[low - 1]!.points}-${levels[high - 1]!.points}`;
        for (const draft of [
          tableWith(place, found),
          readProfiles(profileText(rowsWith({ [place + 1]: { 3: found, 4: points } })), nhs),
          withoutPoints(place, found),
        ]) {
          expect(draft.profiles[0]?.rows[place]?.levels).toBe(`${low}-${high}`);
          expect(kindsOf(draft, place + 1)).toEqual(["levels-date"]);
        }
      },
    ),
  ));

test.each([
  ["01/02/2003", "1,2,3"],
  ["1-Feb-03", "1,2,3"],
  ["02. M\u00e4rz", "2-3"],
  ["2-mars", "2-3"],
  ["46083", "2-3"], // 2 March 2026
  ["02-02-2026", null],
  ["15-Mar", null],
])("the date %s", (found, levels) => {
  const draft = tableWith(1, found);
  expect(draft.profiles[0]?.rows[1]?.levels).toBe(levels);
  expect(kindsOf(draft, 2)).toEqual(["levels-date"]);
});

test("its sentence names place, date and proposal", () =>
  expect(
    tableWith(4, "02-Mar")
      .doubts.filter(({ factor }) => factor !== null)
      .map(describeDoubt),
  ).toEqual([
    'Section Manager, factor 5 Physical skills (line 2): "02-Mar" is a date that a spreadsheet made of a range of levels. Proposed: 2-3.',
  ]));

test.each(["2/3", "1/2/3", "1-2-3", "2 - 3", "2\u20133"])("%s is no date", (found) => {
  expect(tableWith(1, found).doubts.map(kindOf)).not.toContain("levels-date");
});

describe("a range or a list in words or with wide signs", () => {
  test.each([
    ["2 to 3", "2-3", []],
    ["Levels 2 to 3", "2-3", []],
    ["2 to level 3a", "2-3a", []],
    ["Level 2 - Level 3a", "2-3a", []],
    ["2\u20133", "2-3", []],
    ["2\u20143", "2-3", []],
    ["2 - 3", "2-3", []],
    ["2 or 3", "2,3", ["(list)"]],
    ["2 and 3a", "2,3a", ["(list)"]],
    ["2 / 3", "2,3", ["(list)"]],
  ])("%s raises one doubt at most", (found, levels, kinds) => {
    const text = readProfiles(profileText(rowsWith({ 5: { 3: found, 4: "15-27" } })), nhs);
    for (const draft of [tableWith(4, found), text]) {
      expect(draft.profiles[0]?.rows[4]?.levels).toBe(levels);
      expect(kindsOf(draft, 5)).toEqual(kinds);
    }
  });
});

test.each(["VI", "n/a", "#N/A"])("%s where a level belongs is shown, and the points are proposed", (found) => {
  // Factor 2 level 6 has 156 points.
  const draft = readProfiles(profileText(rowsWith({ 2: { 3: found, 4: "156" } })), nhs);
  expect(draft.profiles[0]?.rows[1]).toMatchObject({ levels: "6", printed: { levels: found } });
  expect(kindsOf(draft, 2)).toEqual(["levels-unreadable"]);
});
