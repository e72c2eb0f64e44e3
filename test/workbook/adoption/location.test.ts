import { nhs } from "../../../src/data/library";
import type { Entry } from "../../../src/domain/entry";
import { findHeadings, type HeadingPlaces, isFoundAgain, keyAt } from "../../../src/workbook/adoption/location";
import { columnKey, type RegisterMapping } from "../../../src/workbook/mapping";

/** The short names of the scoring chart in chapter seven. */
const FACTORS = [
  "Communication",
  "Knowledge",
  "Analytical",
  "Planning",
  "Physical skills",
  "Patient care",
  "Policy",
  "Finance",
  "HR",
  "Information",
  "Research",
  "Freedom to act",
  "Physical effort",
  "Mental effort",
  "Emotional effort",
  "Working conditions",
];
const HEADINGS = ["Ref", "Post", ...FACTORS, "Score"];
const LEVELS: Entry[] = ["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1];
const sheet = (headings: readonly Entry[], rows = 4): Entry[][] => [
  ["A title row"],
  [...headings],
  ...Array.from({ length: rows }, (_, index): Entry[] => [`J-${index}`, "Analyst", ...LEVELS, 466]),
];

const MAPPING: RegisterMapping = {
  sheetId: "s",
  scheme: "nhs-7",
  headingRows: 1,
  factors: FACTORS.map((_, place) => keyAt(HEADINGS, 2 + place)),
  columns: { id: keyAt(HEADINGS, 0), title: keyAt(HEADINGS, 1), score: keyAt(HEADINGS, 18) },
  bands: null,
  chart: null,
};

function found(cells: Entry[][], mapping = MAPPING): Extract<HeadingPlaces, { found: true }> {
  const places = findHeadings(mapping, cells, nhs());
  if (!places.found) throw new Error(`missing ${places.missing.join(", ")}`);
  return places;
}
const order = FACTORS.map((_, place) => 2 + place);
const replaced = (heading: string, by: string): Entry[] => HEADINGS.map((text) => (text === heading ? by : text));

test("headings as they were", () => {
  expect(found(sheet(HEADINGS))).toMatchObject({
    row: 1,
    id: 0,
    title: 1,
    factors: order,
    columns: { id: 0, title: 1, score: 18 },
    changes: [],
  });
});

test("an inserted column moves the rest, and is no change of theirs", () => {
  const cells = sheet(HEADINGS).map((row, index) => [...row.slice(0, 5), index === 1 ? "Notes" : "", ...row.slice(5)]);
  const places = found(cells);
  expect(places.factors).toEqual([2, 3, 4, ...order.slice(3).map((column) => column + 1)]);
  expect(places.changes).toEqual([]);
});

test("a moved column is followed by its heading, and told", () => {
  const cells = sheet(HEADINGS).map((row) => [...row.slice(0, 4), ...row.slice(5, 18), row[4] ?? "", ...row.slice(18)]);
  const places = found(cells);
  expect([places.factors[1], places.factors[2], places.factors[3]]).toEqual([3, 17, 4]);
  expect(places.changes).toEqual([{ kind: "moved", heading: "Analytical" }]);
});

test("a renamed column is known by what its new heading says, or by its neighbours", () => {
  expect(found(sheet(replaced("Analytical", "Analysis and judgement")))).toMatchObject({
    factors: order,
    changes: [{ kind: "renamed", from: "Analytical", to: "Analysis and judgement" }],
  });
  expect(found(sheet(replaced("Analytical", "A & J")))).toMatchObject({
    factors: order,
    changes: [{ kind: "renamed", from: "Analytical", to: "A & J" }],
  });
});

test.each([
  [
    "a renamed column that holds no levels",
    sheet(replaced("Analytical", "A & J")).map((row, index) =>
      index < 2 ? row : row.map((cell, column) => (column === 4 ? "see file" : cell)),
    ),
    ["Analytical"],
  ],
  ["a heading that now names another factor", sheet(replaced("Analytical", "Freedom")), ["Analytical"]],
  ["evidence in its place", sheet(replaced("Analytical", "Analytical evidence")), ["Analytical"]],
] as const)("%s is missing", (_name, cells, missing) => {
  expect(findHeadings(MAPPING, cells, nhs())).toEqual({ found: false, missing });
});

test("a heading that stands twice is told by its neighbours, else missing", () => {
  const twice = sheet([...HEADINGS, "Knowledge"]).map((row, index) => (index < 2 ? row : [...row, 1]));
  expect(found(twice).factors[1]).toBe(3);
  const unknown = { ...MAPPING, factors: FACTORS.map(columnKey) };
  expect(findHeadings(unknown, twice, nhs())).toEqual({ found: false, missing: ["Knowledge"] });
});

test("a title or score that is gone is told and does not stand in the way", () => {
  const places = found(sheet(HEADINGS).map((row) => [...row.slice(0, 1), ...row.slice(2, 18)]));
  expect([places.title, places.columns.score]).toEqual([-1, undefined]);
  expect(places.changes).toEqual([
    { kind: "lost", heading: "Post" },
    { kind: "lost", heading: "Score" },
  ]);
});

test("two rows of headings are read as they were", () => {
  const above = ["", "", ...FACTORS.flatMap((name) => [name, ""])];
  const below = ["Ref", "Post", ...FACTORS.flatMap(() => ["Level", "Evidence"])];
  const headings = ["Ref", "Post", ...FACTORS.flatMap((name) => [`${name} / Level`, `${name} / Evidence`])];
  const mapping: RegisterMapping = {
    ...MAPPING,
    headingRows: 2,
    factors: FACTORS.map((_, place) => keyAt(headings, 2 + 2 * place)),
    columns: {},
  };
  const places = found([above, below, ["J-1", "Analyst", ...LEVELS.flatMap((level) => [level, ""])]], mapping);
  expect([places.row, places.factors]).toEqual([1, FACTORS.map((_, place) => 2 + 2 * place)]);
});

test("a sheet without the headings names them all", () => {
  expect(findHeadings(MAPPING, [["something", "else"]], nhs())).toMatchObject({ found: false });
});

test("a column is found again by its heading, or by those beside it", () => {
  const headings = ["Ref", "Level", "Note", "Level", "", "", "", "Score"];
  expect(headings.map((_, column) => isFoundAgain(headings, column))).toEqual([true, true, true, true, true, true, true, true]);
  const alike = ["Ref", "", "", "", "", "Score"];
  expect(alike.map((_, column) => isFoundAgain(alike, column))).toEqual([true, true, false, false, true, true]);
});
