import fc from "fast-check";
import { accept } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfileRows, readProfiles } from "../../../../src/domain/profile/import/read";
import { nhs, njc } from "../../../support/jobs";
import { COLUMNS, everything, fixtureText, LABEL, rowsWith, TOTAL } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_250_402, numRuns: 150 });

const WORDS = [
  ...rowsWith({}).flatMap((row) => row.split("\t")),
  ...[
    LABEL,
    COLUMNS,
    TOTAL,
    "Profile Title\tBand\tPage",
    "Version history",
    "12.12.11",
    "June 2024",
    "JE Score",
    "Band",
    "Total 300",
    "(band 6)",
  ],
  ...[
    "\t",
    "\n",
    "  ",
    " ",
    "-",
    "*",
    "1",
    "9.",
    "2-3",
    "a",
    "\u0430",
    "\uFF13",
    "\uD83D\uDE00",
    "\u0000",
    "Scheme\tId\tTitle",
    "99999999999999999999",
  ],
];
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 200 }).map((words) => words.join("")),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join("\n")),
);

/** Every doubt has a sentence, and whatever is accepted is whole. */
function expectSound(draft: ImportDraft): void {
  for (const doubt of draft.doubts) {
    const sentence = describeDoubt(doubt);
    expect(sentence).toMatch(/[.:]/);
    expect(sentence).not.toMatch(/undefined|\[object|NaN|Infinity|\bnull\b/);
  }
  const result = accept(draft, everything(draft));
  if (result.kind === "doubts") return;
  for (const { factors, lowest, highest, id } of result.profiles) {
    expect(id).not.toBe("");
    expect(factors).toHaveLength(draft.scheme.factors.length);
    expect(lowest).toBeLessThanOrEqual(highest);
    expect(factors.reduce((sum, factor) => sum + factor.lowestPoints, 0)).toBe(lowest);
  }
}

test("any text is read or doubted, never thrown at", () =>
  fc.assert(
    fc.property(text, fc.constantFrom(nhs, njc()), (pasted, scheme) => {
      expectSound(readProfiles(pasted, scheme));
    }),
  ));

test("so are any rows of cells", () =>
  fc.assert(
    fc.property(fc.array(fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string()), { maxLength: 30 }), { maxLength: 40 }), (rows) => {
      expectSound(readProfileRows(rows, nhs));
      expectSound(readProfileRows([["Scheme", "Id", "Title"], ...rows], nhs));
    }),
  ));

test("so is a suite cut off anywhere", () => {
  const whole = fixtureText("information-technology");
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(whole.length), (one, other) => {
      expectSound(readProfiles(whole.slice(Math.min(one, other), Math.max(one, other)), nhs));
    }),
    { numRuns: 40 },
  );
});

/** Texts that could cost a careless reader more than their length. */
const LONG: readonly (readonly [name: string, piece: string])[] = [
  ["one letter", "a"],
  ["one digit", "1"],
  ["spaces", " "],
  ["tabs", "\t"],
  ["dashes", "-"],
  ["brackets", "(a)"],
  ["figures", "1 2 3 "],
  ["short lines", "1\n"],
  ["headings", "Profile Suite and Label\n"],
  ["headings with one title", `${LABEL}\n`],
  ["headings with a row", `${LABEL}\n1.\tCommunication & Relationship Skills\tx\t4a\t32\n`],
  ["totals", "JE Score 466-489\n"],
  ["one row", "1.\tCommunication & Relationship Skills\tx\t4a\t32\n"],
  ["rows of one factor in running text", "1. Communication & Relationship Skills x 4a 32 "],
  ["rows without a number", "\tx\t4a\t32\n"],
  ["numbers alone", "1.\n"],
  ["contents", "Profile Title Band Page\nNurse 5 3\n"],
  ["history", "Version history\nWork for Nurse (band 5), Nurse (band 6)\tJune 2024\tx\n"],
  ["merged rows", "11.\tResearch & Development Freedom to Act\tx\t2 3 4 5\t5 12 21 32\n"],
  ["a library", "Scheme\tId\tTitle\nNHS\tx\tx\n"],
];

test.each(LONG)("a long text of %s costs no more than its length", (_, piece) => {
  const cost = (characters: number): number => {
    const long = piece.repeat(Math.ceil(characters / piece.length)).slice(0, characters);
    const runs = [1, 2].map(() => {
      const start = process.cpuUsage().user;
      readProfiles(long, nhs);
      return (process.cpuUsage().user - start) / 1000;
    });
    return Math.min(...runs);
  };
  const [short, long] = [cost(8_000), cost(64_000)];
  // Eight times the length: eight times the cost, with room for collecting garbage; a square would be sixty-four.
  expect(long).toBeLessThan(Math.max(short, 5) * 24);
});
