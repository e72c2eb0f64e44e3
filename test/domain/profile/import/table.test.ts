import { factorWords } from "../../../../src/data/register/heading";
import { accept } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import type { Scheme } from "../../../../src/domain/scheme/scheme";
import { nhs, njc } from "../../../support/jobs";
import { everything, kindOf, SECTION_MANAGER } from "../../../support/profile-text";

/** The factors as the handbook names them. */
const NAMES = [
  "Communication and relationship skills",
  "Knowledge, training and experience",
  "Analytical and judgemental skills",
  "Planning and organisational skills",
  "Physical skills",
  "Responsibility for patient/client care",
  "Responsibility for policy and service development",
  "Responsibility for financial and physical resources",
  "Responsibility for human resources",
  "Responsibility for information resources",
  "Responsibility for research and development",
  "Freedom to act",
  "Physical effort",
  "Mental effort",
  "Emotional effort",
  "Working conditions",
];
/** Page 3: the operator, band 2, 164-199; page 24: the section manager, band 7, 466-489. */
const OPERATOR = ["3ab", "2", "2", "1", "2-3a", "1-2", "1", "1-2be", "1", "2", "1", "2", "2a", "2a-3b", "1-2b", "2e"];
const MANAGER = SECTION_MANAGER.map(([, , , levels]) => levels);
const ROWS = [
  ["Title", "Band", ...NAMES],
  ["Operator", "2", ...OPERATOR],
  ["Section Manager", "7", ...MANAGER],
];

const text = (rows: readonly (readonly string[])[], sign = ",", end = "\n"): string =>
  rows.map((cells) => cells.map((cell) => (/[",;\n]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join(sign)).join(end);

const read = (pasted: string, scheme: Scheme = nhs): ImportDraft =>
  readProfiles(pasted, scheme, { edition: "May 2025", factorWords: factorWords[scheme.id] ?? [] });

const levelsOf = ({ profiles }: ImportDraft): (string | null)[][] => profiles.map(({ rows }) => rows.map(({ levels }) => levels));
const kindsOf = ({ doubts }: ImportDraft): string[] => doubts.map(kindOf);
const sentencesOf = ({ doubts }: ImportDraft): string[] => doubts.filter(({ remark }) => !remark).map(describeDoubt);
/** The rows without one column. */
const without = (column: number): string[][] => ROWS.map((cells) => cells.filter((_, at) => at !== column));
const headed = (headings: readonly string[]): string[][] => [[...headings], ...ROWS.slice(1)];

describe("a table with a row a profile is read by its headings", () => {
  test.each<[string, string]>([
    ["commas", text(ROWS)],
    ["semicolons, line ends of Windows and a mark of byte order, as Excel writes them in German", `\uFEFF${text(ROWS, ";", "\r\n")}\r\n`],
    ["the sign named in the first line", `sep=;\r\n${text(ROWS, ";", "\r\n")}`],
    ["tabs, as cells are copied", text(ROWS, "\t")],
    ["blank columns and rows behind", `${text(ROWS.map((cells) => [...cells, "", ""]))}\n${",".repeat(19)}\n,,\n`],
    ["headings over two lines in a cell", text(headed(["Title", "Band", ...NAMES.map((name) => `${name}\n(level)`)]), "\t")],
    ["numbered headings", text(headed(["Profile", "AfC band", ...NAMES.map((name, at) => `${at + 1}. ${name}`)]))],
    ["numbers alone", text(headed(["Title", "Band", ...NAMES.map((_, at) => String(at + 1))]))],
    ["numbers behind an F", text(headed(["Role", "Grade", ...NAMES.map((_, at) => `F${at + 1}`)]))],
    ["numbers behind a word", text(headed(["Job title", "Pay band", ...NAMES.map((_, at) => `Factor ${at + 1} level`)]))],
    [
      "short names",
      text(
        headed([
          ...["Title", "Band", "CRS", "KTE", "Analysis", "Planning", "Physical skills", "Patient care", "Policy", "Finance", "HR"],
          ...["Information", "R&D", "FTA", "Physical effort", "Mental effort", "Emotional effort", "Conditions"],
        ]),
      ),
    ],
    ["another order", text(ROWS.map((cells) => [...cells].reverse()))],
  ])("%s", (_, pasted) => {
    const draft = read(pasted);
    expect(draft.profiles.map(({ title, id, bands }) => [title, id, bands])).toEqual([
      ["Operator", "operator-2", ["2"]],
      ["Section Manager", "section-manager-7", ["7"]],
    ]);
    expect(levelsOf(draft)).toEqual([OPERATOR, MANAGER]);
    expect(kindsOf(draft)).toEqual(["(ids-made)"]);
  });

  test("quoted cells hold signs, quotes and line ends; quotes that end no cell are only quotes", () => {
    const rows = [ROWS[0]!, ['Operator, "night"\nshift', "2", ...OPERATOR], ['"Desk" operator', "2", ...OPERATOR]];
    const pasted = text(rows).replace('"""Desk"" operator"', '"Desk" operator');
    expect(read(pasted).profiles.map(({ title }) => title)).toEqual(['Operator, "night" shift', '"Desk" operator']);
  });

  test("scores stand in two columns or in one, with the asterisk of the generic provision", () => {
    // Page 11: IM&T Analyst/Technician, band 4*, 270-311.
    const levels = ["3bc", "4", "3", "2", "3ab", "1", "1-2", "2be-3e", "2ac", "3bc-4a", "1-2c", "2", "2ad-3c", "2a", "1", "2ae-3a"];
    const rows = (headings: string[], ...cells: string[]): string =>
      text([
        ["Title", "Band", ...NAMES, ...headings],
        ["Technician", "4", ...levels, ...cells],
      ]);
    for (const pasted of [
      rows(["Score"], "270* - 311"),
      rows(["Min", "Max", "Generic"], "270", "311", "3"),
      rows(["Min", "Max"], "270*", "311"),
    ]) {
      const draft = read(pasted);
      expect(kindsOf(draft)).toEqual(["(ids-made)"]);
      expect(draft.profiles[0]).toMatchObject({ bands: ["4"], generic: "3", total: { lowest: 270, highest: 311 } });
    }
    expect(sentencesOf(read(rows(["Total score"], "271* - 311")))).toEqual([
      "Technician: The total printed is 271-311, but the rows sum to 270-311. Proposed: 270-311.",
    ]);
    expect(sentencesOf(read(rows(["Min", "Max", "Generic"], "270", "1,311", "3")))).toEqual([
      "Technician: The total printed is 270-1311, but the rows sum to 270-311. Proposed: 270-311.",
    ]);
  });

  test("NJC tables too", () => {
    const names = ["Knowledge", "Mental", "Interpersonal", "Physical skills", "Initiative", "Physical demands", "Mental demands"];
    const others = ["Emotional demands", "People", "Supervision", "Finance", "Resources", "Working conditions"];
    const levels = ["2", "1", "2", "3", "2", "1", "2", "1", "1", "1", "2", "2", "1"];
    const draft = read(
      text([
        ["Scheme", "Ref", "Role", ...names.with(1, "Mental skills"), ...others],
        ["NJC", "a-1", "Clerk", ...levels],
      ]),
      njc(),
    );
    expect(draft.doubts).toEqual([]);
    expect(draft.profiles[0]).toMatchObject({ id: "a-1", title: "Clerk" });
    expect(levelsOf(draft)).toEqual([levels]);
  });
});

describe("what the headings leave open is told", () => {
  test("a factor without a column stops the reading: nothing moves into its place", () => {
    const draft = read(text(without(6)));
    expect(draft.profiles).toEqual([]);
    expect(sentencesOf(draft)).toEqual([
      "Line 1: No column is headed as factor 5 Physical skills. Head each factor's column with its name or number in the NHS scheme, then read the table again.",
    ]);
    expect(accept(draft, everything(draft)).kind).toBe("doubts");
  });

  test("a column between known ones, and of levels, is proposed for the one factor that is missing there", () => {
    const draft = read(text(headed(["Title", "Band", ...NAMES.with(4, "Dexterity of hands")])));
    expect(levelsOf(draft)).toEqual([OPERATOR, MANAGER]);
    expect(sentencesOf(draft)).toEqual([
      'Line 1: Known only by where it stands between known columns: column 7 "Dexterity of hands" as factor 5 Physical skills. Proposed: read it so.',
    ]);
  });

  test("names that are only alike, and names with another's number, are one doubt each", () => {
    expect(sentencesOf(read(text(headed(["Title", "Band", ...NAMES.with(13, "Mentl effort")]))))).toEqual([
      'Line 1: The heading has words only like the factor\'s name: column 16 "Mentl effort" as factor 14 Mental effort. Proposed: read it so.',
    ]);
    const moved = read(text(headed(["Title", "Band", ...NAMES.map((name, at) => `${at + 2} ${name}`)])));
    expect(kindsOf(moved)).toEqual(["columns-alike", "(ids-made)"]);
    expect(levelsOf(moved)).toEqual([OPERATOR, MANAGER]);
  });

  test("two columns for one factor: the first with its own name is kept, and asked about unless both say the same", () => {
    const twice = (one: string, other: string): ImportDraft =>
      read(text(ROWS.map((cells, at) => [...cells, ["Communication", one, other][at]!])));
    expect(kindsOf(twice("3ab", "4a"))).toEqual(["(column-twice)", "(ids-made)"]);
    const draft = twice("4a", "4a");
    expect(levelsOf(draft)).toEqual([OPERATOR, MANAGER]);
    expect(sentencesOf(draft)).toEqual([
      'Line 1: Column 19 "Communication" is headed for the same as column 3 "Communication and relationship skills", and holds something else. Proposed: column 3 "Communication and relationship skills". To have the other read, give it alone that heading and read the table again.',
    ]);
  });

  test("unknown columns, lines above and repeated rows are remarks; lines without a level are left out when that is accepted", () => {
    const rows = ROWS.map((cells, at) => [...cells, ["Notes", "seen", ""][at]!]);
    const draft = read(`Our profiles\n${text([...rows, rows[1]!])}\nSource: our own,,\n`);
    expect(draft.doubts.map(describeDoubt)).toEqual([
      "What stands above the headings, in line 1, is not read.",
      'Line 2: Column 19 "Notes": the heading names nothing that a profile has, so that is not read.',
      'A row has no level of any factor: line 6 "Source: our own". Proposed: leave it out.',
      "No column is headed as the id: each profile's is made of its title and band.",
      "Operator (line 5): The row says the same as line 3.",
    ]);
    expect(draft.profiles.map(({ id }) => id)).toEqual(["operator-2", "section-manager-7", "operator-2-2"]);
  });

  test("cells that a comma has moved are not believed", () => {
    const draft = read(`${text(ROWS.slice(0, 2))}\nPorter,2,1, 2ab, 3a,${OPERATOR.slice(1).join(",")}`);
    expect(levelsOf(draft)).toEqual([OPERATOR, NAMES.map(() => null)]);
    expect(sentencesOf(draft)).toEqual([
      "Porter (line 3): The row has 20 cells, the headings have 18: some may stand in a wrong column, as where a comma within a cell parts it. Put such cells in quotes and read the table again, or leave this profile out.",
    ]);
    expect(accept(draft, everything(draft)).kind).toBe("doubts");
  });

  test("a row with a cell left out is not believed either; blank cells behind the last factor may be missing", () => {
    const short = `Porter,2,${OPERATOR.toSpliced(4, 1).join(",")}`;
    const draft = read(`${text(ROWS.slice(0, 2))}\n${short}`);
    expect(levelsOf(draft)).toEqual([OPERATOR, NAMES.map(() => null)]);
    expect(kindsOf(draft)).toEqual(["(ids-made)", "row-cells"]);
    const noted = [...ROWS.slice(0, 2).map((cells, row) => [...cells, row === 0 ? "Suite" : "Estates"]), ["Porter", "2", ...OPERATOR]];
    expect(levelsOf(read(text(noted)))).toEqual([OPERATOR, OPERATOR]);
  });

  test("where spaces part the columns, a blank cell is seen by the row's being short", () => {
    const spaced = (rows: readonly (readonly string[])[]): string =>
      rows.map((cells) => cells.filter((cell) => cell !== "").join("   ")).join("\n");
    expect(levelsOf(read(spaced(ROWS)))).toEqual([OPERATOR, MANAGER]);
    const draft = read(spaced([ROWS[0]!, ROWS[1]!.with(1, "")]));
    expect(kindsOf(draft)).toEqual(["(ids-made)", "row-cells"]);
  });

  test("without a band column the scores give the bands, without an edition column it is asked", () => {
    const draft = readProfiles(text(without(1)), nhs);
    expect(draft.profiles.map(({ bands }) => bands)).toEqual([["2"], ["7"]]);
    expect(sentencesOf(draft)).toEqual([
      "No column is headed as the band. Proposed: the band of its scores, for each profile.",
      "No column is headed as the edition. Enter it for all profiles, or go on without.",
    ]);
  });

  test("another scheme's table is refused", () => {
    expect(sentencesOf(read(text(ROWS.map((cells, at) => [at === 0 ? "Scheme" : "NJC", ...cells]))))).toEqual([
      'Every row says scheme "NJC", not NHS. Change the text, choose the other scheme and read it again.',
    ]);
    const [sentence, ...others] = sentencesOf(read(text(ROWS), njc()));
    expect(sentence).toMatch(
      /^Line 1: Only 3 of 13 factors have a column, so the table may be of another scheme\. Among the lacking: factor 1 Knowledge/,
    );
    expect(others).toEqual([]);
  });

  test("two tables in one text are read each by its own headings", () => {
    const draft = read(`${text(ROWS.slice(0, 2))}\n${text([ROWS[0]!, ROWS[2]!].map((cells) => [...cells].reverse()))}`);
    expect(draft.profiles.map(({ title }) => title)).toEqual(["Operator", "Section Manager"]);
    expect(levelsOf(draft)).toEqual([OPERATOR, MANAGER]);
  });
});

describe("a table with a column a profile is turned", () => {
  const turned = (first: string, ...rows: string[][]): string =>
    text(
      [[first, "Operator", "Section Manager"], ...rows, ...NAMES.map((name, at) => [`${at + 1}. ${name}`, OPERATOR[at]!, MANAGER[at]!])],
      "\t",
    );

  test.each([
    ["without a word above the factors", turned("")],
    ["with one", turned("Factor", ["Band", "2", "7"])],
    [
      "with numbers in a column of their own",
      text(
        [
          ["", "Factor", "Operator", "Section Manager"],
          ["", "Band", "2", "7"],
          ...NAMES.map((name, at) => [`${at + 1}.`, name, OPERATOR[at]!, MANAGER[at]!]),
        ],
        "\t",
      ),
    ],
  ])("%s", (_, pasted) => {
    const draft = read(pasted);
    expect(draft.profiles.map(({ title, bands }) => [title, bands])).toEqual([
      ["Operator", ["2"]],
      ["Section Manager", ["7"]],
    ]);
    expect(levelsOf(draft)).toEqual([OPERATOR, MANAGER]);
    expect(kindsOf(draft)).toContain("(turned)");
  });

  test("a row whose name stands in another column is told, and its level is no factor's number", () => {
    const rows = NAMES.map((name, at) => [...(at === 1 ? [] : [`${at + 1}.`]), name, OPERATOR[at]!, MANAGER[at]!]);
    expect(kindsOf(read(text([["", "Factor", "Operator", "Section Manager"], ...rows], "\t")))).toContain("columns-missing");
  });

  test("but levels and points of one profile are no two profiles", () => {
    const draft = read(
      text(
        SECTION_MANAGER.map(([number, name, , levels, points]) => [number, name, levels, points]),
        "\t",
      ),
    );
    expect(levelsOf(draft)).toEqual([MANAGER]);
    expect(kindsOf(draft)).not.toContain("(turned)");
  });
});

test("two thousand profiles are read within seconds, and larger texts are refused whole", () => {
  const rows = (count: number): string =>
    text([ROWS[0]!, ...Array.from({ length: count }, (_, at) => [`Operator ${at}`, "2", ...OPERATOR])]);
  const start = performance.now();
  const draft = read(rows(2000));
  // A runaway cost, not a slow machine.
  expect(performance.now() - start).toBeLessThan(10_000);
  expect(draft.profiles).toHaveLength(2000);
  expect(draft.profiles.every(({ rows: own }) => own.every(({ levels }, at) => levels === OPERATOR[at]))).toBe(true);
  expect(kindsOf(read(rows(5001)))).toContain("too-many");
  expect(kindsOf(read(rows(2000).repeat(40)))).toEqual(["too-long"]);
});
