import fc from "fast-check";
import { library } from "../../../../src/data/library";
import type { Doubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import { readSpan } from "../../../../src/domain/profile/notation";
import { nhs } from "../../../support/jobs";
import { fixtureText } from "../../../support/profile-text";

fc.configureGlobal({ seed: 20_260_301, numRuns: 120 });

const SUITES = [
  ["information-technology", "nhs-it-2024-06"],
  ["professional-manager", "nhs-pm-2023-11"],
] as const;

const spanText = (levels: string | null): string => {
  const span = levels === null ? null : readSpan(levels);
  return span === null ? "none" : `${span.low}-${span.high}`;
};

/** What scanning and copying make of a sign, each both ways. */
const ALIKE = [
  "1l",
  "1I",
  "0O",
  "5S",
  "8B",
  "6b",
  "2Z",
  "3E",
  "4A",
  "a\u0430",
  "c\u0441",
  "e\u0435",
  "1\uFF11",
  "-\u2013",
  "-~",
  ",.",
  "/|",
];
const INVISIBLE = ["\u00AD", "\u200B", "\uFEFF", "\u00A0", "\u2009", "\t", "\r"];

type Accident = readonly [kind: number, place: number, other: number];
const accident: fc.Arbitrary<Accident> = fc.tuple(fc.nat(7), fc.nat(1_000_000), fc.nat(1_000_000));

function apply(text: string, [kind, place, other]: Accident): string {
  const lines = text.split("\n");
  // Where figures stand: there a change matters.
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index);
  const at = places[place % places.length] ?? 0;
  const line = place % lines.length;
  switch (kind) {
    case 0:
      return lines.filter((_, index) => index !== line).join("\n");
    case 1: {
      const to = Math.min(lines.length - 1, line + 1 + (other % 60));
      return lines.map((own, index) => (index === line ? lines[to]! : index === to ? lines[line]! : own)).join("\n");
    }
    case 2: {
      const [one = "", two = ""] = Array.from(ALIKE[other % ALIKE.length]!);
      const found = [...text.matchAll(new RegExp(`[${one.replace(/[-/|\\]/g, "\\$&")}]`, "g"))].map(({ index }) => index);
      const where = found[place % Math.max(1, found.length)];
      return where === undefined ? text : text.slice(0, where) + two + text.slice(where + 1);
    }
    case 3:
      return text.slice(0, at) + INVISIBLE[other % INVISIBLE.length]! + text.slice(at);
    case 4:
      return text.slice(0, at) + text.slice(at + 1);
    case 5:
      return text.slice(0, at) + String(other % 10) + text.slice(at + 1);
    case 6:
      return lines.flatMap((own, index) => (index === (line + other) % lines.length ? [lines[line]!, own] : [own])).join("\n");
    default:
      return lines.map((own, index) => own + (index === line ? " " : "\n")).join("");
  }
}

/** Doubts about a title, a band or an edition do not make anybody look at the levels. */
const OF_THE_HEAD = /^(title|band|edition|asterisk|generic|same-id|contents)/;

const isOfContents = ({ matter }: Doubt): boolean => matter.kind === "listed-only" || matter.kind === "unlisted";

/** Profiles with factors whose levels are not those published, where neither the factor nor a sum is in doubt. */
function silentlyWrong(draft: ImportDraft, suite: string): string[] {
  const known = library.suites.find(({ id }) => id === suite)!.library.profiles;
  const truths = known.map(({ title, bands, factors }) => ({
    name: `${title} ${bands.join("-")}`,
    levels: factors.map(({ text }) => spanText(text)),
  }));
  return draft.profiles.flatMap(({ title, bands, rows }, at) => {
    const levels = rows.map((row) => spanText(row.levels));
    const doubts = draft.doubts.filter(({ profile, remark }) => profile === at && !remark);
    // Whose rows they are is in doubt with the title, and where the contents list and the pages name different profiles.
    const named = !doubts.some(({ matter }) => matter.kind.startsWith("title")) && !draft.doubts.some(isOfContents);
    const own = truths.filter(({ name }) => named && name === `${title} ${bands?.join("-") ?? ""}`);
    const fair = (truth: readonly string[]): boolean => {
      // A profile with a row that is lost is not taken over as it is; once the row is filled in, its sums are checked anew.
      if (levels.includes("none")) return true;
      const wrong = levels.flatMap((text, place) => (text === truth[place] ? [] : [place + 1]));
      if (wrong.length === 0 || doubts.some(({ factor, matter }) => factor === null && !OF_THE_HEAD.test(matter.kind))) return true;
      return wrong.every((number) => doubts.some(({ factor }) => factor?.number === number));
    };
    return (own.length > 0 ? own : truths).some((truth) => fair(truth.levels)) ? [] : [`${title}: ${levels.join(" ")}`];
  });
}

describe.each(SUITES)("the suite %s, damaged as scanning and copying damage texts", (name, suite) => {
  const whole = fixtureText(name);

  test.each([
    ["by nothing", (text: string) => text],
    ["to other line ends", (text: string) => text.replace(/\n/g, "\r\n")],
    ["to old line ends", (text: string) => text.replace(/\n/g, "\r")],
    ["to non-breaking spaces", (text: string) => text.replace(/ /g, "\u00A0")],
    ["by soft hyphens in words", (text: string) => text.replace(/([a-z]{4})([a-z]{4})/g, "$1\u00AD$2")],
    ["by zero-width spaces before figures", (text: string) => text.replace(/(\d)/g, "\u200B$1")],
    ["to long dashes", (text: string) => text.replace(/-/g, "\u2014")],
    ["to the sign for minus", (text: string) => text.replace(/-/g, "\u2212")],
    ["to full-width figures", (text: string) => text.replace(/\d/g, (figure) => String.fromCharCode(0xff10 + Number(figure)))],
    ["to l for each 1 in levels", (text: string) => text.replace(/\t1(?=[\t-])/g, "\tl")],
    ["to O for each 0", (text: string) => text.replace(/0/g, "O")],
  ])("%s: no profile is wrong and nothing said", (_, change) => {
    const draft = readProfiles(change(whole), nhs);
    expect(draft.profiles.length).toBeGreaterThan(0);
    expect(silentlyWrong(draft, suite)).toEqual([]);
  });

  test("by one to five accidents anywhere: no profile is wrong and nothing said", () =>
    fc.assert(
      fc.property(fc.array(accident, { minLength: 1, maxLength: 5 }), (accidents) => {
        expect(silentlyWrong(readProfiles(accidents.reduce(apply, whole), nhs), suite)).toEqual([]);
      }),
    ));
});

test("the test itself sees what is wrong: a level changed where points and total are changed with it", () => {
  // Page 24, factor 10: 4b for 24 points, 466-489 in all; level 3 is 16 points, eight fewer (chapter seven).
  const text = fixtureText("information-technology");
  const draft = readProfiles(text, nhs);
  const at = draft.profiles.findIndex(({ title }) => title === "IM&T Section Manager");
  const changed = {
    ...draft.profiles[at]!,
    rows: draft.profiles[at]!.rows.map((row, place) => (place === 9 ? { ...row, levels: "3" } : row)),
  };
  const wrong = { ...draft, doubts: [], profiles: [changed] };
  expect(silentlyWrong(wrong, "nhs-it-2024-06")).toHaveLength(1);
});
