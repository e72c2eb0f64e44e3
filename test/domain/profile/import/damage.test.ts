import fc from "fast-check";
import { accept, type Correction } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import { readSpan } from "../../../../src/domain/profile/notation";
import { nhs } from "../../../support/jobs";
import { COLUMNS, everything, LABEL, profileText, rowsWith, SECTION_MANAGER, TOTAL } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_250_402, numRuns: 500 });

const span = (text: string | null): string => {
  const reading = text === null ? null : readSpan(text);
  return reading === null ? "none" : `${reading.low}-${reading.high}`;
};
const truth = SECTION_MANAGER.map(([, , , levels]) => span(levels));

/** One accident to a text: a sign lost, replaced or added, a line lost, doubled or moved, two lines in one, a cell blank. */
type Damage = readonly [kind: number, place: number, other: number, sign: string];
const damage: fc.Arbitrary<Damage> = fc.tuple(
  fc.nat(6),
  fc.nat(100_000),
  fc.nat(100_000),
  fc.constantFrom(...Array.from("0123456789ab-*. \t\n\u0430\uFF13")),
);

function apply(text: string, [kind, place, other, sign]: Damage): string {
  const at = place % text.length;
  const lines = text.split("\n");
  const line = place % lines.length;
  const to = other % lines.length;
  switch (kind) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + sign + text.slice(at + 1);
    case 2:
      return text.slice(0, at) + sign + text.slice(at);
    case 3:
      return lines.filter((_, index) => index !== line).join("\n");
    case 4:
      return lines.flatMap((own, index) => (index === to ? [lines[line]!, own] : [own])).join("\n");
    case 5:
      return lines.map((own, index) => own + (index === line ? " " : "\n")).join("");
    default: {
      const cells = lines[line]!.split("\t");
      return lines
        .map((own, index) => (index === line ? cells.map((cell, column) => (column === other % cells.length ? "" : cell)).join("\t") : own))
        .join("\n");
    }
  }
}

/**
 * What is wrong in the end where a person corrects every factor and band that a doubt points at, and believes the rest; nothing,
 * if all is well or the text is still refused.
 */
function silent(text: string): string[] {
  const draft = readProfiles(text, nhs);
  const isPointed = (at: number): boolean =>
    draft.doubts.some(({ profile, remark, proposal }) => profile === at && !remark && proposal === null);
  if (draft.profiles.length === 0) return draft.doubts.length > 0 ? [] : ["nothing said"];
  if (draft.profiles.length > 1) return draft.profiles.some((_, at) => isPointed(at)) ? [] : [`${draft.profiles.length} profiles`];
  const pointed = draft.doubts.filter(({ remark }) => !remark);
  const corrections = nhs.factors.flatMap(({ number }, factor): Correction[] =>
    pointed.some((doubt) => doubt.factor?.number === number)
      ? [{ field: "levels", profile: 0, factor, text: SECTION_MANAGER[factor]?.[3] ?? "" }]
      : [],
  );
  if (pointed.some(({ field }) => field === "bands")) corrections.push({ field: "bands", profile: 0, text: "7" });
  const result = accept(draft, { ...everything(draft), corrections });
  if (result.kind === "doubts") return [];
  const [profile] = result.profiles;
  const wrong = (profile?.factors ?? []).flatMap(({ text: levels }, place) =>
    span(levels) === truth[place] ? [] : [`factor ${place + 1}: ${levels}`],
  );
  return [...wrong, ...(profile?.bands.join() === "7" ? [] : [`bands ${profile?.bands.join() ?? ""}`])];
}

test("the undamaged table has no doubt but for the edition", () => {
  const draft = readProfiles(profileText(rowsWith({})), nhs);
  expect(draft.doubts.map(describeDoubt)).toEqual([
    "No version history was found, so the edition is not known. Enter it, or go on without.",
  ]);
});

test("one accident to a profile is never misread in silence", () =>
  fc.assert(fc.property(damage, (accident) => expect(silent(apply(profileText(rowsWith({})), accident))).toEqual([]))));

test("nor are two, in a table of single spaces", () => {
  const text = profileText(rowsWith({})).replace(/\t/g, " ");
  fc.assert(fc.property(damage, damage, (one, other) => expect(silent(apply(apply(text, one), other))).toEqual([])));
});

test("nor is a profile's order: rows and total in any order give the same levels", () =>
  fc.assert(
    fc.property(fc.shuffledSubarray([...rowsWith({}), TOTAL], { minLength: 17 }), (lines) => {
      const draft = readProfiles([LABEL, COLUMNS, ...lines].join("\n"), nhs);
      expect(draft.profiles[0]?.rows.map(({ levels }) => levels)).toEqual(SECTION_MANAGER.map(([, , , levels]) => levels));
      expect(draft.doubts.filter(({ remark }) => !remark)).toHaveLength(1);
    }),
    { numRuns: 200 },
  ));
