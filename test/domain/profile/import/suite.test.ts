import { library } from "../../../../src/data/library";
import { accept } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import type { Profile } from "../../../../src/domain/profile/profile";
import { everything, fixtureText, kindOf, kindsOf } from "../../../support/profile-text";
import { nhs } from "../../../support/jobs";

/**
 * The fixtures are the two suites as converted from PDF, with every title, figure, page break and damage in its place; the
 * words of descriptors and job statements are replaced. Expected values are those transcribed and proved in src/data.
 */
const SUITES = [
  ["information-technology", "nhs-it-2024-06"],
  ["professional-manager", "nhs-pm-2023-11"],
] as const;

const suiteOf = (id: string): readonly Profile[] => library.suites.find((suite) => suite.id === id)?.library.profiles ?? [];

/** All that a document says of a profile: without the id, the source's name and the notes, which are our own. */
const facts = ({ id: _id, source: _source, notes: _notes, factors, ...profile }: Profile): unknown => ({
  ...profile,
  factors: factors.map(({ note: _note, ...factor }) => factor),
});

const accepted = (draft: ImportDraft): readonly Profile[] => {
  const result = accept(draft, everything(draft));
  if (result.kind === "doubts") throw new Error(result.doubts.map(describeDoubt).join("\n"));
  return result.profiles;
};

describe.each(SUITES)("the whole text of %s", (name, suite) => {
  const draft = readProfiles(fixtureText(name), nhs);

  test("gives every profile back once the proposals are accepted", () => {
    const known = suiteOf(suite);
    expect(known.length).toBeGreaterThan(2);
    expect(accepted(draft).map(facts)).toEqual(known.map(facts));
  });

  test("is not taken over while a doubt that is no remark waits", () => {
    const open = draft.doubts.filter(({ remark }) => !remark);
    for (const { id } of open) {
      const decisions = everything(draft);
      decisions.accepted.delete(id);
      const result = accept(draft, decisions);
      expect(result.kind === "doubts" ? result.doubts.map((doubt) => doubt.id) : []).toEqual([id]);
    }
  });

  test("reads the same with runs of spaces for tabs", () => {
    const spaced = readProfiles(fixtureText(name).replace(/\t/g, "    "), nhs);
    expect(accepted(spaced).map(facts)).toEqual(suiteOf(suite).map(facts));
    expect(spaced.doubts.map(kindOf)).toEqual(draft.doubts.map(kindOf));
  });

  test.each([
    ["single spaces for tabs", (text: string) => text.replace(/\t/g, " ")],
    ["a line a cell", (text: string) => text.replace(/\t+/g, "\n")],
    ["no line ends at all", (text: string) => text.replace(/[\t\n]+/g, " ")],
    ["Windows line ends", (text: string) => text.replace(/\n/g, "\r\n")],
    ["form feeds for page breaks", (text: string) => text.replace(/\n{4}/g, "\n\f\n")],
    ["full-width digits", (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
  ])("is never misread in silence with %s", (_, change) => {
    const damaged = readProfiles(change(fixtureText(name)), nhs);
    const known = suiteOf(suite);
    expect(damaged.profiles).toHaveLength(known.length);
    for (const [at, { rows, bands, generic }] of damaged.profiles.entries()) {
      const own = damaged.doubts.filter(({ profile }) => profile === at);
      const profile = known[at]!;
      for (const [place, { levels }] of rows.entries())
        if (levels !== profile.factors[place]?.text)
          expect(own.filter(({ factor, remark }) => !remark && factor?.number === place + 1)).not.toEqual([]);
      if (bands?.join() !== profile.bands.join() || generic !== profile.generic)
        expect(own.filter(({ field, remark }) => !remark && (field === "bands" || field === "generic"))).not.toEqual([]);
    }
  });
});

describe("the damage of the Information Technology suite is reported", () => {
  const draft = readProfiles(fixtureText("information-technology"), nhs);
  const sentence = (profile: number, factor: number): string =>
    draft.doubts
      .filter((doubt) => doubt.profile === profile && (doubt.factor?.number ?? 0) === factor)
      .map(describeDoubt)
      .join("\n");

  test("place by place, and nothing else", () => {
    const found = draft.profiles.map((_, at) =>
      draft.doubts.filter(({ profile }) => profile === at).map((doubt) => `${doubt.factor?.number ?? ""}${kindOf(doubt)}`),
    );
    expect(found).toEqual([
      ["title-differs", "band-unread"],
      ["(band-word)"],
      ["(band-word)"],
      ["10row-missing", "11merged", "12merged", "(loose-text)"],
      ["(order)", "(loose-text)", "(band-word)"],
      ["9(list)", "(band-word)"],
      ["(band-word)"],
      ["(loose-text)", "(stray)", "(band-word)", "edition-named"],
      ["(band-word)", "edition-not-named"],
      ["title-differs", "(loose-text)", "edition-named"],
      ["14look-alike", "(band-word)", "edition-named"],
      ["8number-wrong", "9(name-cut)", "10look-alike", "(band-word)"],
      ["16number-missing", "(loose-text)", "(stray)", "(band-word)", "edition-named"],
      ["(order)", "(loose-text)"],
      ["(order)", "(loose-text)", "edition-named"],
    ]);
  });

  test("the first profile's band 12 is read as 2, as the contents list and the score say", () =>
    expect(sentence(0, 0)).toMatch(/line 65.*"Band 12".*contents list says "2"\. Proposed: band 2\./s));

  test("Information Technician: factor 10 lost, 11 and 12 in one row", () => {
    expect(sentence(3, 10)).toMatch(/row is lost.*total less the other rows.*letters are not known.*Proposed: 3\./);
    expect(sentence(3, 11)).toMatch(/line 144.*factor 11.*factor 12.*"2-3".*"5 12-21".*Proposed: 1\./);
    expect(sentence(3, 12)).toMatch(/Proposed: 2-3\./);
  });

  test("pages in reverse", () => {
    expect(sentence(4, 0)).toMatch(/factors 1 to 9, the total, factors 16 to 10/);
    expect(sentence(13, 0)).toMatch(/factors 1 to 7, the total, factors 16 to 8/);
    expect(sentence(14, 0)).toMatch(/factors 1 to 8, the total, factors 16 to 9/);
  });

  test("wrong, missing and cut numbers and names, and Cyrillic letters", () => {
    expect(sentence(11, 8)).toMatch(/numbered 9.*Proposed: factor 8/);
    expect(sentence(11, 9)).toMatch(/cut to "Resources"/);
    expect(sentence(12, 16)).toMatch(/no number.*Proposed: factor 16/);
    expect(sentence(10, 14)).toMatch(/"3\u0430" holds U\+0430.*Proposed: 3a/);
    expect(sentence(11, 10)).toMatch(/"5\u0430" holds U\+0430.*Proposed: 5a/);
  });

  test("the history's Specialist (band 6) is read as the profile with 2e of its own, and both candidates say so", () => {
    expect(sentence(7, 0)).toMatch(/June 2024 names .*Specialist", which could also be IM&T Analyst Specialist.*Proposed: June 2024/);
    expect(sentence(8, 0)).toMatch(/read as Information Analyst Specialist.*Proposed: November 2023/);
  });

  test("what was in doubt stays beside the profile as notes", () => {
    const technician = accepted(draft)[3];
    expect(technician?.factors[9]?.note).toMatch(/row is lost/);
    expect(technician?.factors[0]).not.toHaveProperty("note");
    expect(technician?.notes.join(" ")).toMatch(/line 146/);
  });
});

test("the professional managers: the cut points, the lost sign, the lists, and one title for three", () => {
  const draft = readProfiles(fixtureText("professional-manager"), nhs);
  const kinds = draft.profiles.map((_, at) =>
    nhs.factors.flatMap(({ number }) => kindsOf(draft, number, at).map((kind) => `${number}${kind}`)),
  );
  expect(kinds).toEqual([
    ["5points-damaged", "13(list)"],
    ["8(list)", "13(list)"],
    ["8(list)", "8sign-lost", "13(list)"],
  ]);
  expect(draft.doubts.filter(({ profile }) => profile === null).map(kindOf)).toEqual(["suite-spelling", "edition-by-history"]);
  expect(draft.profiles.map(({ id }) => id)).toEqual([
    "professional-manager-8a-8b",
    "professional-manager-8b-8c",
    "professional-manager-8c-9",
  ]);
});

test("a contents list that names a profile which the text lacks says so, and so does a profile that it does not name", () => {
  const text = fixtureText("information-technology");
  const without = readProfiles(text.slice(0, text.lastIndexOf("Profile Suite and Label")), nhs);
  expect(without.doubts.filter(({ profile }) => profile === null).map(kindOf)).toEqual(["edition-by-history", "listed-only"]);
  const unlisted = readProfiles(text.replace(/^IM&T Consultant\t.*\n/m, ""), nhs);
  expect(unlisted.doubts.filter(({ matter }) => matter.kind === "unlisted").map(({ profile }) => profile)).toEqual([13]);
  expect(unlisted.profiles[13]?.title).toBe("IM&T Consultant");
});
