import fc from "fast-check";
import { library, schemeNamed } from "../../../../src/data/library";
import { accept } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfileRows, readProfiles } from "../../../../src/domain/profile/import/read";
import { LIBRARY_COLUMNS, readLibrary } from "../../../../src/domain/profile/library-range";
import { bandLabel, type Profile } from "../../../../src/domain/profile/profile";
import { placeScore } from "../../../../src/domain/scheme/band";
import type { Factor, Scheme } from "../../../../src/domain/scheme/scheme";
import { callFunction } from "../../../support/formula";
import { nhs, njc } from "../../../support/jobs";
import { everything, kindOf } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_250_402, numRuns: 60 });

/** The shape of PROFILELIST, written here by its description in the design. */
const listOf = (scheme: Scheme, profiles: readonly Profile[]): string[][] => [
  [...LIBRARY_COLUMNS, ...scheme.factors.map(({ number, name }) => `${number} ${name}`)],
  ...profiles.map((profile) => [
    scheme.name,
    profile.id,
    profile.title,
    profile.suite,
    bandLabel(profile),
    profile.generic ?? "",
    profile.edition,
    String(profile.lowest),
    String(profile.highest),
    ...profile.factors.map(({ text }) => text),
  ]),
];

/** Profiles written as published ones are: heading, a row a factor, the total, and a contents list of them all. */
function tableOf(scheme: Scheme, profiles: readonly Profile[], sign: string): string {
  const listed = profiles.map((profile, at) =>
    [profile.title, `${bandLabel(profile)}${profile.generic === null ? "" : "*"}`, at + 1].join(sign),
  );
  const pages = profiles.map((profile) => {
    const star = profile.generic === null ? "" : "*";
    const rows = profile.factors.map(({ text, lowestPoints, highestPoints }, place) => {
      const points = text.includes("-") || text.includes(",") ? `${lowestPoints}-${highestPoints}` : String(lowestPoints);
      return [`${place + 1}.`, scheme.factors[place]?.name, "Words of no meaning", text, points].join(sign);
    });
    return [
      ["Profile Suite and Label", profile.title].join(sign),
      ["Job Statement", "Words"].join(sign),
      ["Factor", "Descriptor", "JE Level", "JE Score"].join(sign),
      ...rows,
      ["JE Score", `${profile.lowest}${star} - ${profile.highest}`, "Band", `${bandLabel(profile)}${star}`].join(sign),
    ].join("\n");
  });
  return [
    `National profiles for ${profiles[0]?.suite ?? ""}`,
    "Contents",
    ["Profile Title", "Band", "Page"].join(sign),
    ...listed,
    "",
    ...pages,
  ].join("\n");
}

const levelsOf = (factor: Factor): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.subarray(
        factor.levels.map((_, at) => at + 1),
        { minLength: 1, maxLength: 3 },
      ),
      fc.constantFrom("-", ","),
      fc.func(fc.boolean()),
    )
    .map(([levels, sign, has]) =>
      levels
        .map(
          (level) =>
            `${level}${Array.from(factor.levels[level - 1]?.options ?? "")
              .filter((letter) => has(level, letter))
              .join("")}`,
        )
        .join(sign),
    );

/** Any profile of a scheme whose scores lie in bands: its levels at random, its bands those of its scores. */
const profileOf = (scheme: Scheme): fc.Arbitrary<Profile> =>
  fc.tuple(...scheme.factors.map(levelsOf)).map((levels): Profile => {
    const row = [scheme.name, "x", "x", "", "", "", "", "", "", ...levels];
    const bandless = { ...scheme, bands: null };
    const read = readLibrary([row], () => bandless);
    if (!read.ok) throw new Error("not a profile");
    const [profile] = read.value.profiles;
    const table = scheme.bands;
    const bands =
      table === null
        ? []
        : table.bands.map(({ label }) => String(label)).slice(placeOf(table, profile!.lowest), placeOf(table, profile!.highest) + 1);
    return { ...profile!, bands };
  });

const placeOf = (table: NonNullable<Scheme["bands"]>, score: number): number => {
  const placement = placeScore(table, score);
  return placement.kind === "in" ? placement.place : table.bands.length - 1;
};

const libraryOf = (scheme: Scheme): fc.Arbitrary<readonly Profile[]> =>
  fc.array(profileOf(scheme), { minLength: 1, maxLength: 4 }).map((profiles) =>
    profiles.map((profile, at) => ({
      ...profile,
      id: `sample-${at}`,
      title: `Sample job ${"abcd"[at] ?? ""}`,
      suite: "Sample",
      edition: "May 2025",
    })),
  );

const facts = ({ title, suite, bands, generic, lowest, highest, factors }: Profile): unknown => ({
  title,
  suite,
  bands,
  generic,
  lowest,
  highest,
  factors: factors.map(({ text, low, high, letters }) => ({ text, low, high, letters })),
});

function accepted(draft: ImportDraft): readonly Profile[] {
  const result = accept(draft, everything(draft));
  if (result.kind === "doubts") throw new Error(result.doubts.map(describeDoubt).join("\n"));
  return result.profiles;
}

describe.each([
  ["NHS", nhs],
  ["NJC", njc()],
])("a %s library", (_, scheme) => {
  test("written in the shape of PROFILELIST reads back as itself without a doubt", () =>
    fc.assert(
      fc.property(libraryOf(scheme), (profiles) => {
        const rows = listOf(scheme, profiles);
        for (const draft of [readProfileRows(rows, scheme), readProfiles(rows.map((cells) => cells.join("\t")).join("\n"), scheme)]) {
          const doubts = draft.doubts.filter(({ matter, remark }) => !remark && !matter.kind.startsWith("score"));
          expect(doubts.map(describeDoubt)).toEqual([]);
          const ids = ({ id, edition, ...rest }: Profile): unknown => ({ id, edition, ...(facts({ id, edition, ...rest }) as object) });
          expect(accepted(draft).map(ids)).toEqual(profiles.map(ids));
        }
      }),
    ));

  test("written as tables reads back as itself without a doubt about its rows", () =>
    fc.assert(
      fc.property(libraryOf(scheme), fc.constantFrom("\t", "    ", " "), (profiles, sign) => {
        const draft = readProfiles(tableOf(scheme, profiles, sign), scheme, { edition: "May 2025" });
        expect(draft.doubts.filter(({ factor, remark }) => !remark && factor !== null).map(describeDoubt)).toEqual([]);
        expect(accepted(draft).map(facts)).toEqual(profiles.map(facts));
      }),
    ));
});

test("the built-in library, as PROFILELIST gives it in cells, reads back as itself", () => {
  const rows = (callFunction("PROFILELIST", []) as (string | number)[][]).map((cells) => cells.map((cell) => String(cell)));
  const draft = readProfileRows(rows, nhs);
  expect(draft.doubts.filter(({ remark }) => !remark)).toEqual([]);
  expect(accepted(draft).map(facts)).toEqual(library.profiles.profiles.map(facts));
});

test("what is wrong in a row of that shape is a doubt, not a refusal of the whole", () => {
  const [heading = [], ...rows] = listOf(nhs, library.profiles.profiles.slice(0, 8));
  const change = (row: number, column: number, text: string): void => {
    rows[row] = (rows[row] ?? []).map((cell, at) => (at === column ? text : cell));
  };
  change(0, 0, "NJC");
  change(1, 1, rows[2]?.[1] ?? "");
  change(3, 4, "44");
  change(4, 5, "9");
  change(5, 7, "300");
  change(6, 9, "3z");
  change(7, 9, "");
  const draft = readProfileRows([heading, ...rows], nhs);
  const found = draft.profiles.map((_, at) => draft.doubts.filter(({ profile, remark }) => profile === at && !remark).map(kindOf));
  expect(found).toEqual([
    ["row-scheme"],
    [],
    ["same-id"],
    ["band-unread"],
    ["generic-strange"],
    ["total-differs"],
    ["letters"],
    ["levels-missing"],
  ]);
  expect(draft.profiles[2]?.id).toBe("it-operator-team-leader-3-2");
  expect(schemeNamed("NHS")).toBe(nhs);
});
