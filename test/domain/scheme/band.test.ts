import { library } from "../../../src/data/library";
import { describe as sentence } from "../../../src/domain/problem";
import type { Entry } from "../../../src/domain/entry";
import { bandKey, type BandTable, marginOf, placeScore } from "../../../src/domain/scheme/band";
import { readBandTable } from "../../../src/domain/scheme/band-range";

const nhs = library.profiles.scheme.bands!;

/** Handbook chapter eight, job evaluation band ranges. */
const CHAPTER_EIGHT = [
  ["1", 0, 160],
  ["2", 161, 215],
  ["3", 216, 270],
  ["4", 271, 325],
  ["5", 326, 395],
  ["6", 396, 465],
  ["7", 466, 539],
  ["8a", 540, 584],
  ["8b", 585, 629],
  ["8c", 630, 674],
  ["8d", 675, 720],
  ["9", 721, 765],
] as const;

const labelOf = (table: BandTable, score: number): string | number => {
  const placement = placeScore(table, score);
  return placement.kind === "in" ? placement.band.label : placement.kind;
};

describe("the NHS bands", () => {
  test("are those of chapter eight", () => expect(nhs.bands.map(({ label, from, to }) => [label, from, to])).toEqual(CHAPTER_EIGHT));

  test.each(CHAPTER_EIGHT)("band %s holds %i to %i and not one point more or less", (label, from, to) => {
    const index = CHAPTER_EIGHT.findIndex((row) => row[0] === label);
    expect(labelOf(nhs, from - 1)).toBe(CHAPTER_EIGHT[index - 1]?.[0] ?? "below");
    expect(labelOf(nhs, from)).toBe(label);
    expect(labelOf(nhs, from + 1)).toBe(label);
    expect(labelOf(nhs, to - 1)).toBe(label);
    expect(labelOf(nhs, to)).toBe(label);
    expect(labelOf(nhs, to + 1)).toBe(CHAPTER_EIGHT[index + 1]?.[0] ?? "above");
  });

  test("766 to 1,000 have no band", () => {
    for (let score = 766; score <= 1000; score++) expect(labelOf(nhs, score)).toBe("above");
  });

  test("no band holds parts of a point between two bands", () => expect(labelOf(nhs, 160.5)).toBe("between"));

  // Band 6 is 396 to 465: at 465 it is 70 points to 395 and 1 to 466.
  test.each([
    [465, 70, 1],
    [466, 1, 74],
    [160, null, 1],
    [86, null, 75],
    [721, 1, null],
    [765, 45, null],
    [766, null, null],
    [-1, null, null],
  ])("at %i it is %p points down and %p up", (score, toFall, toRise) => expect(marginOf(nhs, score)).toEqual({ toFall, toRise }));
});

const read = (rows: Entry[][]): BandTable | string => {
  const table = readBandTable(rows);
  return table.ok ? table.value : sentence(table.problem);
};
const bandsOf = (rows: Entry[][]): unknown => {
  const table = read(rows);
  return typeof table === "string" ? table : table.bands.map(({ label, from, to }) => [label, from, to]);
};

describe("a band table of one's own", () => {
  test("is read in any order, with heading and blank rows passed over and labels as typed", () =>
    expect(
      bandsOf([
        ["Grade", "From", "To"],
        ["G2", 200, 299],
        [null, null, null],
        [1, 0, 199],
        ["", 0, ""],
        ["G3 ", 300, null],
      ]),
    ).toEqual([
      [1, 0, 199],
      ["G2", 200, 299],
      ["G3 ", 300, null],
    ]));

  test("without highest scores each band reaches to the next and the top is open", () => {
    const table = read([
      ["A", 100],
      ["B", 200],
    ]) as BandTable;
    expect(table.bands.map(({ label, from, to }) => [label, from, to])).toEqual([
      ["A", 100, 199],
      ["B", 200, null],
    ]);
    expect([99, 100, 199, 199.5, 200, 1e9].map((score) => labelOf(table, score))).toEqual(["below", "A", "A", "A", "B", "B"]);
    expect(marginOf(table, 199)).toEqual({ toFall: null, toRise: 1 });
    expect(marginOf(table, 205)).toEqual({ toFall: 6, toRise: null });
  });

  test("a blank lowest score is 0, whether the host sends 0 or nothing", () => {
    for (const blank of [0, null, ""])
      expect(
        bandsOf([
          ["A", blank],
          ["B", 10],
        ]),
      ).toEqual([
        ["A", 0, 9],
        ["B", 10, null],
      ]);
  });

  test("numbers stored as text are numbers", () =>
    expect(
      bandsOf([
        ["A", "0", "9"],
        ["B", "10", " 20 "],
      ]),
    ).toEqual([
      ["A", 0, 9],
      ["B", 10, 20],
    ]));

  test.each<[string, Entry[][]]>([
    [
      "The band table has no rows: give label, lowest score and, if you like, highest score, a row a band.",
      [
        ["Band", "From", "To"],
        [null, 0, ""],
      ],
    ],
    [
      "Band table: band A (row 1) and band B (row 3) share the lowest score 10.",
      [
        ["A", 10],
        ["C", 20],
        ["B", 10],
      ],
    ],
    [
      "Band table: a gap between band A (to 9) and band B (from 11). Each band starts one point above the end of the one below.",
      [
        ["A", 0, 9],
        ["B", 11, 20],
      ],
    ],
    [
      "Band table: band A (to 10) and band B (from 10) overlap. Each band starts one point above the end of the one below.",
      [
        ["A", 0, 10],
        ["B", 10, 20],
      ],
    ],
    [
      "Band table, row 2: band B ends at 9, below its lowest score 10.",
      [
        ["A", 0, 9],
        ["B", 10, 9],
      ],
    ],
    [
      "Band table, row 2: the label is blank. Give each band a label, or leave the whole row blank.",
      [
        ["A", 0],
        [0, 10],
      ],
    ],
    [
      "Band table, row 2: TRUE is not a label. Give each band a label, or leave the whole row blank.",
      [
        ["A", 0],
        [true, 10],
      ],
    ],
    [
      'Band table, row 2: "ten" is not a lowest score. Give a number from 0.',
      [
        ["A", 0],
        ["B", "ten"],
      ],
    ],
    [
      "Band table, row 2: -5 is not a lowest score. Give a number from 0.",
      [
        ["A", 0],
        ["B", -5],
      ],
    ],
    ["Band table, row 1: #REF! is not a highest score. Give a number from 0.", [["A", 0, { error: "#REF!" }]]],
    ["The band table has 1 column; it needs two or three: label, lowest score and, if you like, highest score.", [["A"], ["B"]]],
    ["The band table has 4 columns; it needs two or three: label, lowest score and, if you like, highest score.", [["A", 0, 9, 5]]],
  ])("%s", (expected, rows) => expect(bandsOf(rows)).toBe(expected));
});

test('5, "5", Band 5 and band 5 are one band', () => {
  expect(new Set([5, "5", "Band 5", "band 5", " BAND  5 "].map(bandKey))).toEqual(new Set(["5"]));
  expect(bandKey("8a")).not.toBe(bandKey("8b"));
});
