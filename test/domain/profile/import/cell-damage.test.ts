import fc from "fast-check";
import { library } from "../../../../src/data/library";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import { readRow } from "../../../../src/domain/profile/import/reading";
import { nhs } from "../../../support/jobs";
import { fixtureText, kindsOf, profileText, rowsWith } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_250_922, numRuns: 300 });

/** A level cell as one of the 18 profiles prints it, and what it was transcribed as. */
interface Cell {
  readonly place: number;
  readonly levels: string;
  readonly points: string;
  readonly truth: string;
}

/** Levels and letters alone: whether a dash or a comma parts them is no matter here. */
const bare = (levels: string): string => levels.replace(/[-,]/g, " ");

const CELLS: readonly Cell[] = [
  ...new Map(
    (
      [
        ["information-technology", "nhs-it-2024-06"],
        ["professional-manager", "nhs-pm-2023-11"],
      ] as const
    )
      .flatMap(([name, suite]) => {
        const known = library.suites.find(({ id }) => id === suite)!.library.profiles;
        return readProfiles(fixtureText(name), nhs).profiles.flatMap(({ rows }, at) =>
          rows.flatMap(({ printed: { levels, points } }, place): Cell[] =>
            levels === null || points === null ? [] : [{ place, levels, points, truth: bare(known[at]!.factors[place]!.text) }],
          ),
        );
      })
      .map((cell) => [`${cell.place}|${cell.levels}|${cell.points}`, cell]),
  ).values(),
];

/** What a published profile may print: levels rising, with one sign between; letters rising, all bare or all in brackets, with or without a sign between. */
const LETTER = String.raw`[a-z]`;
const RUN = String.raw`${LETTER}(?:\s*[,;/&]?\s*${LETTER})*`;
const LEVEL = String.raw`(\d+)\s*((?:${RUN}|\(\s*${RUN}\s*\)(?:\s*[,;/&]?\s*\(\s*${RUN}\s*\))*)?)`;
const CELL = new RegExp(String.raw`^\s*${LEVEL}(?:\s*[-,;/&]\s*${LEVEL})*\s*$`);

/** The levels and letters of a cell that is well-formed by the description above; null for any other. */
function wellFormed(text: string): string | null {
  const cell = text
    .toLowerCase()
    .replace(/\u2013/g, "-")
    .replace(/\u00AD/g, "");
  if (!CELL.test(cell)) return null;
  const levels = [...cell.matchAll(new RegExp(LEVEL, "g"))].map(([, level = "", run = ""]) => ({
    level: Number(level),
    letters: run.replace(/[^a-z]/g, ""),
  }));
  const rising = (items: readonly (string | number)[]): boolean => items.every((item, at) => at === 0 || items[at - 1]! < item);
  if (!rising(levels.map(({ level }) => level)) || !levels.every(({ letters }) => rising(Array.from(letters)))) return null;
  return levels.map(({ level, letters }) => `${level}${letters}`).join(" ");
}

const SIGNS = Array.from("0123459abcdehlo()[]}-,;/&.*? \u2013\u0430\u0441\u0435\uFF11\uFF12\uFF13\u03B1\u00AD");
const ALIKE: Readonly<Record<string, string>> = {
  1: "lI|",
  0: "oO",
  2: "zZ",
  3: "E",
  5: "sS",
  8: "B",
  6: "b",
  b: "6h",
  a: "\u0430o",
  c: "\u0441(e",
  e: "\u0435c",
  "-": "~\u2013_",
  "(": "c[{",
  ")": "]}j",
};

/** Every text that one accident makes of another: a sign lost, added, replaced, in the other case, like another, or two changed about. */
function accidents(text: string): string[] {
  const signs = Array.from(text);
  const at = (index: number, ...own: readonly string[]): string => [...signs.slice(0, index), ...own, ...signs.slice(index + 1)].join("");
  const made = signs.flatMap((sign, index) => [
    at(index),
    at(index, sign.toUpperCase()),
    ...SIGNS.flatMap((other) => [at(index, other), at(index, other, sign)]),
    ...Array.from(ALIKE[sign] ?? "").map((other) => at(index, other)),
    ...(index + 1 < signs.length ? [[...signs.slice(0, index), signs[index + 1]!, sign, ...signs.slice(index + 2)].join("")] : []),
  ]);
  return [...new Set([...made, ...SIGNS.map((other) => text + other)])];
}

/** What is wrong with a reading that nothing is said about. */
const silent = (cell: Cell, found: string, levels: string | null, kinds: readonly string[]): string[] => {
  if (kinds.some((kind) => kind !== "list" && kind !== "(list)")) return [];
  const reading = levels === null ? "nothing" : bare(levels);
  return reading === cell.truth || reading === wellFormed(found)
    ? []
    : [`factor ${cell.place + 1}: ${JSON.stringify(cell.levels)} made ${JSON.stringify(found)} is read as ${reading}`];
};

test("the cells are those of the documents, in all their forms", () => {
  expect(CELLS.length).toBeGreaterThan(120);
  const odd = CELLS.filter(({ levels, truth }) => wellFormed(levels) !== truth).map(({ levels }) => levels);
  // The look-alike letters of two cells, and the lost sign of a third.
  expect(odd.sort()).toEqual(["3\u0430", "4 (a) (c)5(a)", "5\u0430"]);
});

test.each([
  ["with the row's points", true],
  ["in a table without points", false],
])("no single accident to a level cell passes in silence, %s", (_, pointed) => {
  const wrong = CELLS.flatMap((cell) => {
    const factor = nhs.factors[cell.place]!;
    return accidents(cell.levels).flatMap((found) => {
      const tail = { levels: found.trim() === "" ? null : found, points: pointed ? cell.points : null };
      const { levels, matters } = readRow(factor, [tail], pointed);
      return silent(
        cell,
        found,
        levels,
        matters.map(({ kind }) => kind),
      );
    });
  });
  expect([...new Set(wrong)]).toEqual([]);
});

test("nor in a whole profile, in columns of tabs or of spaces, or in running text", () =>
  fc.assert(
    fc.property(fc.constantFrom(...CELLS), fc.nat(1_000_000), fc.constantFrom("\t", "    ", " "), (cell, which, sign) => {
      const all = accidents(cell.levels);
      const found = all[which % all.length]!;
      const text = profileText(rowsWith({ [cell.place + 1]: { 3: found, 4: cell.points } })).replace(/\t/g, sign);
      const draft = readProfiles(text, nhs);
      // The total is another profile's and says nothing: only what is said about the row counts.
      expect(silent(cell, found, draft.profiles[0]?.rows[cell.place]?.levels ?? null, kindsOf(draft, cell.place + 1))).toEqual([]);
    }),
  ));
