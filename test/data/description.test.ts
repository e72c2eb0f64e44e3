import {
  decodeDescriptions,
  descriptionFiles,
  factorDescription,
  guidanceAt,
  levelDescription,
  optionDescription,
  type FactorDescription,
  type GuidanceNote,
  type LevelDescription,
  type Note,
} from "../../src/data/description";
import { library, type DataFile } from "../../src/data/library";
import nhsEdition from "../../src/data/schemes/nhs/nhs-7.json";
import njcEdition from "../../src/data/schemes/njc/njc-1.json";

const described = (edition: string): readonly FactorDescription[] =>
  library.schemes.find(({ id }) => id === edition)!.factors.map(({ number }) => factorDescription(edition, number)!);
const words = (text: string): number => text.split(/\s+/).length;
const all = ["nhs-7", "njc-1"].flatMap(described);
const levels: readonly LevelDescription[] = all.flatMap((factor) => factor.levels);
const guidance: readonly GuidanceNote[] = all.flatMap((factor) => factor.guidance);
const missing: readonly Note[] = all.flatMap((factor) => factor.missing);
const short = [...all.map(({ summary }) => summary), ...levels.flatMap(({ text, options }) => [text, ...options.values()])];

test.each([
  ["nhs-7", nhsEdition],
  ["njc-1", njcEdition],
])("%s is described whole: every factor, level and letter of the edition, and no other", (edition, { factors }) => {
  expect(described(edition).map(({ number, levels }) => [number, levels.map(({ options }) => [...options.keys()].join(""))])).toEqual(
    factors.map(({ number, levels }) => [number, levels.map(({ options }) => options)]),
  );
});

test("descriptions are sentences of at most 20 words, notes of at most 40", () => {
  expect(short.filter((text) => words(text) > 20)).toEqual([]);
  expect([...guidance, ...missing].map(({ text }) => text).filter((text) => words(text) > 40)).toEqual([]);
  for (const text of [...short, ...[...guidance, ...missing].map((note) => note.text)]) expect(text).toMatch(/^[A-Z0-9'].*\.$/);
});

test("every statement names its place in the source, each level its own", () => {
  for (const { place } of [...levels, ...guidance, ...missing]) expect(place).not.toBe("");
  for (const { number, levels } of described("nhs-7"))
    expect(levels.map(({ place }) => place)).toEqual(levels.map((_, index) => `chapter five, factor ${number}, level ${index + 1}`));
  for (const { levels } of described("njc-1"))
    for (const [index, { place }] of levels.entries()) expect(place).toMatch(RegExp(`^section .+, level ${index + 1}$`));
});

test("within a factor no two levels and no two options read alike", () => {
  for (const { levels } of all) {
    expect(new Set(levels.map(({ text }) => text)).size).toBe(levels.length);
    const options = levels.flatMap((level) => [...level.options.values()]);
    expect(new Set(options).size).toBe(options.length);
  }
});

describe("defined words of the levels that are tables of frequency, intensity and duration", () => {
  const FREQUENCY = ["rarely", "occasional", "frequent", "ongoing", "regular", "periodic"];
  const INTENSITY = ["light", "moderate", "intense", "prolonged", "unpredictable", "predictable", "traumatic", "significant", "indirect"];
  const HIGHLY = ["highly distressing", "highly unpleasant", "very high", "considerable", "concentrated", "enhanced"];
  const DURATION = ["short", "long", "medium", "lengthy"];
  const found = (text: string): string[] =>
    [...FREQUENCY, ...INTENSITY, ...HIGHLY, ...DURATION].filter((word) => RegExp(`\\b${word}(ly)?\\b`, "i").test(text)).sort();

  // Handbook, chapter five, factors 13 to 16; local government scheme, Mental Demands and Emotional Demands: the words of each definition.
  test.each<[string, number, readonly (readonly [at: string, words: string])[]]>([
    [
      "nhs-7",
      13,
      [
        ["2b", "frequent light short"],
        ["2c", "occasional light long"],
        ["2d", "occasional moderate short"],
        ["3a", "frequent light long"],
        ["3b", "occasional moderate long"],
        ["3c", "frequent moderate short"],
        ["4a", "ongoing light"],
        ["4b", "frequent moderate long"],
        ["4c", "occasional intense short"],
        ["5a", "ongoing moderate"],
        ["5b", "frequent intense short"],
        ["5c", "occasional intense long"],
      ],
    ],
    [
      "nhs-7",
      14,
      [
        ["2a", "frequent predictable"],
        ["2b", "occasional unpredictable"],
        ["3a", "frequent unpredictable"],
        ["3b", "occasional prolonged"],
        ["4a", "frequent prolonged"],
        ["4b", "occasional intense"],
      ],
    ],
    [
      "nhs-7",
      15,
      [
        ["1a", "rarely"],
        ["1b", "occasional indirect"],
        ["2a", "occasional"],
        ["2b", "frequent indirect"],
        ["2c", "occasional indirect highly-distressing"],
        ["3a", "frequent"],
        ["3b", "occasional highly-distressing"],
        ["3c", "frequent indirect highly-distressing"],
        ["4a", "occasional traumatic"],
        ["4b", "frequent highly-distressing"],
      ],
    ],
    [
      "nhs-7",
      16,
      [
        ["2a", "occasional"],
        ["2b", "occasional"],
        ["2c", "frequent"],
        ["2d", "frequent"],
        ["2e", ""],
        ["3a", "frequent"],
        ["3b", "occasional highly-unpleasant"],
        ["4a", ""],
        ["4b", "frequent highly-unpleasant"],
      ],
    ],
    [
      "njc-1",
      7,
      [
        ["2a", "concentrated medium"],
        ["2b", "enhanced medium"],
        ["2c", "concentrated short"],
        ["2d", ""],
        ["3a", "concentrated lengthy"],
        ["3b", "enhanced lengthy"],
        ["3c", "concentrated medium"],
        ["3d", "considerable"],
        ["4a", "concentrated prolonged"],
        ["4b", "enhanced prolonged"],
        ["4c", "concentrated lengthy"],
        ["4d", ""],
        ["5a", "concentrated prolonged"],
        ["5b", "concentrated lengthy"],
        ["5c", "very-high"],
      ],
    ],
    [
      "njc-1",
      8,
      [
        ["3a", "regular"],
        ["3b", "occasional significant"],
        ["4a", "regular significant"],
        ["4b", "occasional intense"],
      ],
    ],
    [
      "njc-1",
      6,
      [
        ["2b", "considerable light moderate periodic"],
        ["3a", "considerable moderate ongoing regular"],
        ["3b", "periodic"],
        ["4a", "frequent moderate ongoing"],
        ["4b", "considerable periodic very-high"],
      ],
    ],
  ])("%s factor %i", (edition, factor, rows) => {
    expect(rows.map(([at]) => [at, found(optionDescription(edition, factor, Number(at[0]), at[1]!) ?? "no option")])).toEqual(
      rows.map(([at, words]) => [
        at,
        words
          .split(" ")
          .filter((word) => word !== "")
          .map((word) => word.replace("-", " "))
          .sort(),
      ]),
    );
  });

  test("the factors define them differently, and each at its own factor", () => {
    const definition = (edition: string, factor: number, word: string): string | undefined =>
      factorDescription(edition, factor)?.guidance.find(({ text }) => text.startsWith(`${word}: `))?.text;
    // Handbook, definitions and notes of factors 13 to 16.
    expect(definition("nhs-7", 13, "Occasional")).toMatch(/three or more times a month, but on fewer than half of the shifts worked/);
    expect(definition("nhs-7", 14, "Occasional")).toMatch(
      /fewer than half of the shifts worked.*once in six months, should not be counted/,
    );
    expect(definition("nhs-7", 15, "Occasional")).toMatch(/monthly or more often.*major accident/);
    expect(definition("nhs-7", 16, "Occasional")).toMatch(/three times a month or more/);
    expect(definition("nhs-7", 13, "Frequent")).toMatch(/half or more of the shifts/);
    expect(definition("nhs-7", 14, "Frequent")).toMatch(/half or more of the shifts/);
    expect(definition("nhs-7", 15, "Frequent")).toMatch(/weekly or more/);
    expect(definition("nhs-7", 16, "Frequent")).toMatch(/several times a week, and several occurrences on each shift/);
    expect(definition("nhs-7", 15, "Rare")).toMatch(/less often than once a month/);
    expect(definition("nhs-7", 16, "Rare")).toMatch(/fewer than three times a month/);
    expect(definition("nhs-7", 13, "Short periods")).toMatch(/up to 20 minutes, 20 included/);
    expect(definition("nhs-7", 13, "Long periods")).toMatch(/more than 20 minutes/);
    // Local government scheme, Mental Demands, notes 3 and 4; Emotional Demands, note 5.
    expect(definition("njc-1", 7, "Short")).toMatch(
      /about an hour\. Medium: one to two hours\. Lengthy: over two hours.*Prolonged: most or all/,
    );
    expect(definition("njc-1", 8, "Regularly")).toMatch(/weekly or more/);
  });
});

describe("notes that change a level stand at the factor that they belong to", () => {
  test.each<[string, string, number, number, RegExp]>([
    ["languages", "nhs-7", 1, 3, /language other than English, and would otherwise be level 2, is level 3/],
    ["languages", "njc-1", 3, 4, /3e, 4e and 5d apply/],
    ["sign language", "njc-1", 3, 5, /sign language .* treated like any language/],
    ["non-clinical managers", "nhs-7", 6, 7, /must require a health or social care practitioner background/],
    ["non-clinical managers", "nhs-7", 6, 6, /not meant for non-clinical roles/],
    ["double counting with factor 8", "nhs-7", 6, 5, /not again in factor 8/],
    ["double counting with factor 6", "nhs-7", 8, 3, /under factor 6 and not again here/],
    ["fear of violence", "nhs-7", 15, 2, /belongs to working conditions/],
    ["fear of violence", "nhs-7", 16, 2, /measured here/],
    ["verbal abuse", "njc-1", 8, 3, /belongs to working conditions/],
    ["verbal abuse", "njc-1", 13, 3, /Verbal abuse and aggression .* count here/],
    ["what the role requires", "nhs-7", 2, 5, /panels must confirm with job advisers what knowledge the role requires/],
    ["registration", "nhs-7", 2, 5, /Level 5 can be reached without registration/],
    ["few jobs at level 5", "nhs-7", 12, 5, /only one job, or very few/],
    ["payments under the limit", "nhs-7", 8, 2, /under about £1,000 a month/],
    ["payments over the limit", "nhs-7", 8, 3, /about £1,000 a month or more/],
    ["purchases", "nhs-7", 8, 3, /about £5,000 a year or more/],
    ["expensive equipment", "nhs-7", 8, 2, /£30,000 or more/],
    ["large groups", "nhs-7", 1, 5, /about 20 or more/],
    ["a service that contributes to care", "nhs-7", 6, 2, /counts in factor 7/],
    ["a service that contributes to care", "nhs-7", 7, 4, /counts here and not under factor 6/],
    ["more than observing, of what", "nhs-7", 14, 5, /leaves open whether for prolonged concentration.*or for intense/],
    ["research time", "nhs-7", 11, 3, /20 per cent or more/],
    ["part-time work", "njc-1", 6, 3, /as if it were full-time/],
    ["part-time work", "njc-1", 7, 3, /as though full-time/],
    ["part-time work", "njc-1", 8, 3, /as though it were full-time/],
    ["part-time work, any factor", "njc-1", 13, 3, /part-time job must not be treated differently/],
    ["part-time work outdoors", "njc-1", 13, 3, /school crossing patroller, outdoors for virtually all/],
    ["advice and policy", "njc-1", 11, 3, /counts under one factor, by its primary focus/],
    ["several options met, any factor", "njc-1", 12, 3, /stays at that level, unless the features together/],
    ["mental demands that count", "njc-1", 7, 2, /at least weekly and for more than 10 per cent/],
    ["percentages of time", "njc-1", 13, 2, /11-75 per cent, level 2/],
    ["the four responsibilities", "njc-1", 9, 1, /at level 1 on all four/],
  ])("%s (%s, factor %i, level %i)", (_, edition, factor, level, sentence) => {
    expect(guidanceAt(edition, factor, level).filter(({ text }) => sentence.test(text))).toHaveLength(1);
  });

  test("a note about some levels is not shown at others, nor one for some factors elsewhere", () => {
    expect(guidanceAt("nhs-7", 6, 5).some(({ text }) => text.includes("practitioner background"))).toBe(false);
    expect(guidanceAt("njc-1", 13, 1).some(({ text }) => text.includes("all four responsibility"))).toBe(false);
  });
});

test("what the copies of the documents lack is said where it is lacking", () => {
  // Handbook: factor 2 guidance and examples, factor 6 list, factor 10 opening, factor 14 intense concentration, factor 15 opening and examples.
  const lacking = (edition: string): number[] =>
    described(edition)
      .filter((factor) => factor.missing.length > 0)
      .map(({ number }) => number);
  expect(lacking("nhs-7")).toEqual([2, 6, 10, 14, 15]);
  // Displaced or wrong letters (factors 6, 12), a lost heading (1) and note number (3), and tables that leave a grade undefined (7, 13).
  expect(lacking("njc-1")).toEqual([1, 3, 6, 7, 12, 13]);
  expect(factorDescription("njc-1", 12)?.missing[0]?.text).toMatch(/lettered a, c, c, d, e.*read a to e/);
});

test("what does not exist has no description", () => {
  expect(factorDescription("nhs-6", 1)).toBeUndefined();
  expect(factorDescription("nhs-7", 17)).toBeUndefined();
  expect([levelDescription("nhs-7", 15, 5), levelDescription("nhs-7", 15, 0), levelDescription("njc-1", 14, 1)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect([
    optionDescription("nhs-7", 1, 3, "d"),
    optionDescription("nhs-7", 1, 3, "constructor"),
    optionDescription("nhs-7", 1, 1, "a"),
  ]).toEqual([undefined, undefined, undefined]);
  expect(guidanceAt("own", 1, 1)).toEqual([]);
});

describe("decoding is strict", () => {
  interface Json {
    [key: string]: unknown;
    factors: {
      [key: string]: unknown;
      levels: { [key: string]: unknown; options: Record<string, string> }[];
      guidance: Record<string, unknown>[];
    }[];
  }

  test.each<[string, (nhs: Json, njc: Json) => void]>([
    ["nhs-7.description.json: colour: ", (nhs) => (nhs["colour"] = "blue")],
    ["nhs-7.description.json: scheme: nhs-8 is not an edition", (nhs) => (nhs["scheme"] = "nhs-8")],
    ["nhs-7.description.json: source: nowhere is not in the sources", (nhs) => (nhs["source"] = "nowhere")],
    ["nhs-7.description.json: factors: 15 instead of 16", (nhs) => nhs.factors.pop()],
    ["nhs-7.description.json: factors.2.number: 9 instead of 3", (nhs) => (nhs.factors[2]!["number"] = 9)],
    ["nhs-7.description.json: factors.14.levels: 3 instead of 4", (nhs) => nhs.factors[14]!.levels.pop()],
    ['nhs-7.description.json: factors.0.levels.2.options: "ab" instead of "abc"', (nhs) => delete nhs.factors[0]!.levels[2]!.options["c"]],
    [
      'nhs-7.description.json: factors.0.levels.0.options: "a" instead of ""',
      (nhs) => (nhs.factors[0]!.levels[0]!.options["a"] = "Extra."),
    ],
    ["nhs-7.description.json: factors.0.levels.2.options", (nhs) => (nhs.factors[0]!.levels[2]!.options["A"] = "Extra.")],
    ["nhs-7.description.json: factors.3.levels.1.text: is blank", (nhs) => (nhs.factors[3]!.levels[1]!["text"] = " ")],
    ["nhs-7.description.json: factors.3.levels.1.place: ", (nhs) => delete nhs.factors[3]!.levels[1]!["place"]],
    ["nhs-7.description.json: factors.14.guidance.0.levels: there are 4 levels", (nhs) => (nhs.factors[14]!.guidance[0]!["levels"] = [5])],
    ["nhs-7.description.json: factors.14.guidance.0.levels", (nhs) => (nhs.factors[14]!.guidance[0]!["levels"] = [])],
    [
      "njc-1.description.json: guidance.0.factors: there is no factor 14",
      (_, njc) => ((njc["guidance"] as Record<string, unknown>[])[0]!["factors"] = [14]),
    ],
  ])("%s", (expected, damage) => {
    const files: readonly DataFile[] = structuredClone(descriptionFiles);
    damage(files[0]!.json as Json, files[1]!.json as Json);
    expect(() => decodeDescriptions(files, library)).toThrow(expected);
  });
});
