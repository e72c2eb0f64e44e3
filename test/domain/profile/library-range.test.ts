import { schemeNamed } from "../../../src/data/library";
import type { Entry } from "../../../src/domain/entry";
import { describe as sentence } from "../../../src/domain/problem";
import { readLibrary } from "../../../src/domain/profile/library-range";

/** Lowest and highest as page 11 of the Information Technology profiles prints them for IM&T Analyst/Technician (4*). */
const levels = ["3bc", "4", "3", "2", "3ab", "1", "1-2", "2be-3e", "2ac", "3bc-4a", "1-2c", "2", "2ad-3c", "2a", "1", "2ae-3a"];
const row: Entry[] = ["NHS", "own-4", "Technician", "Our suite", "4", "3", "2025", 270, 311, ...levels];

const read = (...rows: Entry[][]): unknown => {
  const library = readLibrary(rows, schemeNamed);
  return library.ok
    ? library.value.profiles.map(({ id, bands, generic, lowest, highest }) => ({ id, bands, generic, lowest, highest }))
    : sentence(library.problem);
};
const own = { id: "own-4", bands: ["4"], generic: "3", lowest: 270, highest: 311 };

describe("a library range", () => {
  test.each<[string, Entry[][]]>([
    ["plain rows", [row]],
    [
      "a heading and blank rows",
      [["Scheme", ...new Array<Entry>(24).fill("x")], new Array<Entry>(25).fill(null), row, new Array<Entry>(25).fill(0)],
    ],
    ["an edition id for the scheme", [row.with(0, "nhs-7")]],
    ["an asterisk in place of the generic column", [row.with(4, "4*").with(5, 0)]],
    ["bands as numbers", [row.with(4, 4).with(5, 3)]],
    ["blank scores, which the levels give", [row.with(7, 0).with(8, null)]],
    ["single levels as numbers", [row.with(10, 4).with(14, 1)]],
    ["printed notation", [row.with(9, "3 (b) (c)").with(16, "2be- 3e")]],
  ])("is read from %s", (_, rows) => expect(read(...rows)).toEqual([own]));

  test.each<[string, Entry[][]]>([
    ["The profile library has no profiles: give a range as PROFILELIST gives it, a row a profile.", [["Scheme", "Id"]]],
    [
      "The profile library has 24 columns; for the NHS scheme it needs 25: scheme, id, title, suite, band, generic, edition, lowest, highest, then a column a factor, as PROFILELIST gives them.",
      [row.slice(0, 24)],
    ],
    ['Profile library, row 1: "Hay" is not a scheme; the first column says NHS or NJC.', [row.with(0, "Hay")]],
    ["Profile library, row 2: the scheme is njc-1, the rows above say nhs-7. A library has one scheme.", [row, row.with(0, "NJC")]],
    ["Profile library, row 1: the id is blank. Each profile needs an id of its own.", [row.with(1, " ")]],
    ['Profile library, row 2: the id "own-4" is that of row 1 too. Each profile needs an id of its own.', [row, row]],
    [
      'Profile library, row 1 (own-4): "10" is not a band or a range of bands, lowest first; the bands are 1, 2, 3, 4, 5, 6, 7, 8a, 8b, 8c, 8d, 9.',
      [row.with(4, "10")],
    ],
    ['Profile library, row 1 (own-4): "4" in the generic column is not a band below the profile\'s own.', [row.with(5, "4")]],
    ["Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: no level is given.", [row.with(9, 0)]],
    [
      "Profile library, row 1 (own-4), column 15, factor 6 Responsibility for patient/client care: 45385 looks like a date, which Excel makes of an entry such as 2-3. Format the cells as text and enter the levels again.",
      [row.with(14, 45385)],
    ],
    [
      "Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: the cell holds the error #REF!.",
      [row.with(9, { error: "#REF!" })],
    ],
    [
      'Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: "high" is not a level, a range or a list of levels, such as 3, 2-3a or 1,2b,3c.',
      [row.with(9, "high")],
    ],
    [
      'Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: "3-7" names a level that does not exist; the levels are 1 to 6.',
      [row.with(9, "3-7")],
    ],
    [
      'Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: "3d" has a letter that level 3 lacks; level 3 has a, b, c.',
      [row.with(9, "3d")],
    ],
    ...[
      ["3()", "has a bracket that is empty, lacks its partner, holds a level, or stands at some letters of a level only"],
      ["(3)", "has a bracket that is empty, lacks its partner, holds a level, or stands at some letters of a level only"],
      ["3ba", "has letters of a level twice or out of order"],
      ["3,", "has a comma, slash, dash or the like too many"],
      ["2 3", "has no sign between two levels"],
      ["2-3a4", "has no sign between two levels"],
      ["02-03", "has a level with a 0 before it, as a date may have"],
    ].map(([found, what]): [string, Entry[][]] => [
      `Profile library, row 1 (own-4), column 10, factor 1 Communication and relationship skills: "${found}" ${what}. Enter a level, a range or a list of levels, such as 3, 2-3a or 1,2b,3c.`,
      [row.with(9, found!)],
    ]),
    [
      "Profile library, row 1 (own-4): the lowest score is given as 271, but the levels sum to 270. Correct the levels or leave the score blank.",
      [row.with(7, 271)],
    ],
  ])("%s", (expected, rows) => expect(read(...rows)).toBe(expected));
});
