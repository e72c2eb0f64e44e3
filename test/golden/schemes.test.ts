import { library } from "../../src/data/library";
import { factorAt, type Scheme } from "../../src/domain/scheme/scheme";
import { nhs, njc, sheetOf } from "../support/jobs";

/** NHS Job Evaluation Handbook, chapter seven: the job evaluation scoring chart, row by row. */
const CHAPTER_SEVEN = [
  [5, 12, 21, 32, 45, 60],
  [16, 36, 60, 88, 120, 156, 196, 240],
  [6, 15, 27, 42, 60],
  [6, 15, 27, 42, 60],
  [6, 15, 27, 42, 60],
  [4, 9, 15, 22, 30, 39, 49, 60],
  [5, 12, 21, 32, 45, 60],
  [5, 12, 21, 32, 45, 60],
  [5, 12, 21, 32, 45, 60],
  [4, 9, 16, 24, 34, 46, 60],
  [5, 12, 21, 32, 45, 60],
  [5, 12, 21, 32, 45, 60],
  [3, 7, 12, 18, 25],
  [3, 7, 12, 18, 25],
  [5, 11, 18, 25],
  [3, 7, 12, 18, 25],
];

/** NJC scheme, scoring and weighting matrix, column by column. */
const NJC_MATRIX = [
  [20, 40, 60, 80, 100, 121, 142, 163],
  [13, 26, 39, 52, 65, 78],
  [13, 26, 39, 52, 65, 78],
  [13, 26, 39, 52, 65],
  [13, 26, 39, 52, 65, 78, 91, 104],
  [10, 20, 30, 40, 50],
  [10, 20, 30, 40, 50],
  [10, 20, 30, 40, 50],
  [13, 26, 39, 52, 65, 78],
  [13, 26, 39, 52, 65, 78],
  [13, 26, 39, 52, 65, 78],
  [13, 26, 39, 52, 65, 78],
  [10, 20, 30, 40, 50],
];

const pointsOf = (scheme: Scheme): number[][] => scheme.factors.map(({ levels }) => levels.map(({ points }) => points));
const total = (scheme: Scheme, pick: (levels: readonly { readonly points: number }[]) => number): number =>
  sheetOf([scheme.factors.map(({ levels }) => pick(levels))], scheme).scores[0] ?? NaN;

test("the NHS points are those of the scoring chart", () => expect(pointsOf(nhs)).toEqual(CHAPTER_SEVEN));
test("the NJC points are those of the matrix", () => expect(pointsOf(njc())).toEqual(NJC_MATRIX));

test.each([
  ["NHS", 1000, 86],
  ["NJC", 1000, 164],
] as const)("the %s totals run to %i from %i", (name, highest, lowest) => {
  const scheme = name === "NHS" ? nhs : njc();
  expect(total(scheme, (levels) => levels.length)).toBe(highest);
  expect(total(scheme, () => 1)).toBe(lowest);
});

// Handbook chapter six: responsibility 360, freedom to act 60, knowledge 240, skills 240, effort and environmental 100.
test("the NHS groups have the shares of chapter six", () => {
  const highest = (group: string): number =>
    nhs.factors
      .filter((factor) => factor.group === group)
      .reduce((sum, { levels }) => sum + Math.max(...levels.map(({ points }) => points)), 0);
  expect(nhs.groups.map(({ name, share }) => [name, share, highest(name)])).toEqual([
    ["Responsibility", 36, 360],
    ["Freedom to act", 6, 60],
    ["Knowledge", 24, 240],
    ["Skills", 24, 240],
    ["Effort and environmental", 10, 100],
  ]);
  expect(new Set(nhs.factors.map(({ group }) => group)).size).toBe(5);
});

// The matrix's last rows: factor percentages, and heading percentages 38.4, 10.4, 15.0, 31.2 and 5.0.
test("the NJC factors have the shares printed, which their highest points are of 1,000", () => {
  const { factors } = njc();
  expect(factors.map(({ share }) => share)).toEqual([16.3, 7.8, 7.8, 6.5, 10.4, 5, 5, 5, 7.8, 7.8, 7.8, 7.8, 5]);
  for (const { share, levels } of factors) expect((levels.at(-1)?.points ?? 0) / 10).toBeCloseTo(share ?? NaN, 10);
  const sum = (from: number, to: number): number => factors.slice(from - 1, to).reduce((shares, { share }) => shares + (share ?? NaN), 0);
  expect([sum(1, 4), sum(5, 5), sum(6, 8), sum(9, 12), sum(13, 13)].map((share) => share.toFixed(1))).toEqual([
    "38.4",
    "10.4",
    "15.0",
    "31.2",
    "5.0",
  ]);
  // Initiative and independence stands under the effort demands, whose column the heading row lost.
  expect(factorAt(njc(), 4)).toMatchObject({ name: "Initiative and independence", group: "Effort demands" });
});

test("points rise from level to level, factor 15 has four levels, letters run from a without a gap", () => {
  for (const scheme of library.schemes)
    for (const { levels } of scheme.factors)
      levels.forEach(({ points, options }, index) => {
        expect(points).toBeGreaterThan(levels[index - 1]?.points ?? 0);
        expect(options).toBe("abcdefgh".slice(0, options?.length));
      });
  expect(factorAt(nhs, 14).levels).toHaveLength(4);
});

// Handbook chapter five: factor 1 level 3 has (a), (b), (c); factor 8 level 2 has (a) to (e); factor 6 level 6 has (a) to (d).
// NJC scheme: physical and information resources level 4 is lettered a, c, c, d, e, read a to e; advisory skills stand at 3(d) and 4(c).
test.each([
  ["NHS", 1, 3, "abc"],
  ["NHS", 8, 2, "abcde"],
  ["NHS", 6, 6, "abcd"],
  ["NHS", 2, 8, "ab"],
  ["NHS", 15, 1, "ab"],
  ["NJC", 12, 4, "abcde"],
  ["NJC", 3, 3, "abcde"],
  ["NJC", 13, 3, ""],
] as const)("%s factor %i level %i has the options %p", (name, factor, level, options) =>
  expect(factorAt(name === "NHS" ? nhs : njc(), factor - 1).levels[level - 1]?.options).toBe(options),
);
