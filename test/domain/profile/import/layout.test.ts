import { accept } from "../../../../src/domain/profile/import/accept";
import { readProfileRows, readProfiles } from "../../../../src/domain/profile/import/read";
import {
  everything,
  fixtureText,
  kindOf,
  kindsOf,
  LABEL,
  COLUMNS,
  profileText,
  rowsWith,
  SECTION_MANAGER,
  TOTAL,
} from "../../../support/profile-text";
import { nhs, njc } from "../../../support/jobs";

const LEVELS = SECTION_MANAGER.map(([, , , levels]) => levels);

describe("where profiles begin and end", () => {
  const levelsOf = (text: string): (string | null)[][] =>
    readProfiles(text, nhs).profiles.map(({ rows }) => rows.map(({ levels }) => levels));

  test("headings repeated on each page begin no profile", () => {
    const rows = rowsWith({});
    const text = [LABEL, COLUMNS, ...rows.slice(0, 9), "", "", LABEL, COLUMNS, ...rows.slice(9), TOTAL].join("\n");
    expect(levelsOf(text)).toEqual([LEVELS]);
    expect(kindsOf(readProfiles(text, nhs), 0)).toEqual(["(heading-repeated)"]);
    expect(levelsOf([LABEL, COLUMNS, ...rows.slice(0, 9), "3", COLUMNS, ...rows.slice(9), TOTAL].join("\n"))).toEqual([LEVELS]);
  });

  test("one title twice, each with all its rows, is two profiles", () =>
    expect(levelsOf(`${profileText(rowsWith({}))}\n\n${profileText(rowsWith({}))}`)).toEqual([LEVELS, LEVELS]));

  test("a profile without heading is found by its rows, its title above them, and that is a doubt", () => {
    const bare = profileText(rowsWith({}))
      .replace(LABEL, "IM&T Section Manager")
      .replace(/^Job Statement.*\n/m, "");
    for (const text of [bare, `${bare}\n\n${bare.replace("Section", "Service")}`]) {
      const draft = readProfiles(text, nhs);
      expect(draft.profiles.map(({ rows }) => rows.map(({ levels }) => levels))).toEqual(draft.profiles.map(() => LEVELS));
      expect(draft.profiles.map(({ title }) => title)).toEqual(
        ["IM&T Section Manager", "IM&T Service Manager"].slice(0, draft.profiles.length),
      );
      expect(kindsOf(draft, 0)).toEqual(["unlabelled"]);
    }
  });

  test("without any title one must be entered", () => {
    const draft = readProfiles([COLUMNS, ...rowsWith({}), TOTAL].join("\n"), nhs);
    expect(kindsOf(draft, 0)).toEqual(["title-missing"]);
    expect(accept(draft, everything(draft)).kind).toBe("doubts");
  });

  test("other words for headings, as older suites have them", () => {
    const text = [
      "Profile Label: IM&T Section Manager",
      "Job Statement: Runs a section",
      "Factor\tRelevant Job Information\tJE Level",
      ...rowsWith({}),
      TOTAL,
    ];
    expect(levelsOf(text.join("\n"))).toEqual([LEVELS]);
  });

  test("a title over several lines is a doubt where no contents list settles it", () => {
    const draft = readProfiles(profileText(rowsWith({})).replace(LABEL, `${LABEL}\n\tand more`), nhs);
    expect(draft.profiles[0]?.title).toBe("IM&T Section Manager and more");
    expect(kindsOf(draft, 0)).toEqual(["title-joined"]);
  });

  test("a table without points is read by its levels, and that is a doubt", () => {
    const rows = rowsWith({}).map((row) => row.split("\t").slice(0, 4).join("\t"));
    for (const columns of ["Factor\t\tRelevant Job Information\tJE Level", ""]) {
      const draft = readProfiles([LABEL, columns, ...rows, TOTAL].join("\n"), nhs);
      expect(draft.profiles[0]?.rows.map(({ levels }) => levels)).toEqual(LEVELS);
      expect(kindsOf(draft, 0)).toEqual(["no-points"]);
    }
  });

  test("the wrong scheme is noticed", () => {
    const draft = readProfiles(profileText(rowsWith({})), njc());
    expect(draft.doubts.map(kindOf)).toContain("other-scheme");
    expect(draft.profiles[0]?.title).toBe("IM&T Section Manager");
  });

  test("rows of cells read as lines do", () => {
    const text = fixtureText("professional-manager");
    const rows = text.split("\n").map((line) => line.split("\t"));
    expect(readProfileRows(rows, nhs)).toEqual(readProfiles(text, nhs));
  });

  test("suite, edition and source that a person gives are taken", () => {
    const draft = readProfiles(profileText(rowsWith({})), nhs, { suite: "IT", edition: "June 2024", source: "national profiles, page 24" });
    expect(draft.doubts).toEqual([]);
    const result = accept(draft, everything(draft));
    expect(result.kind === "profiles" ? result.profiles[0] : null).toMatchObject({
      suite: "IT",
      edition: "June 2024",
      source: "national profiles, page 24",
    });
  });
});

describe("NJC model role profiles", () => {
  // One level a factor; points by the matrix at the end of the scheme. The words are made up.
  const ROWS: readonly (readonly [string, number, number])[] = [
    ["Knowledge", 2, 40],
    ["Mental Skills", 1, 13],
    ["Interpersonal and Communication Skills", 2, 26],
    ["Physical Skills", 3, 39],
    ["Initiative and Independence", 2, 26],
    ["Physical Demands", 1, 10],
    ["Mental Demands", 2, 20],
    ["Emotional Demands", 1, 10],
    ["Responsibility for People", 1, 13],
    ["Responsibility for Supervision", 1, 13],
    ["Responsibility for Financial Resources", 2, 26],
    ["Responsibility for Physical Resources", 2, 26],
    ["Working Conditions", 1, 10],
  ];
  const SUM = 272;
  const profile = (title: string, sign: string): string =>
    [
      "Role Title",
      title,
      "Purpose of the role (job statement)",
      "To help with 2 kinds of tasks",
      "Key duties: 1. Sort post 2. Answer calls",
      "NJC Job Evaluation Assessment",
      ["Factor", "Relevant Job Information", "JE Level", "Score"].join(sign),
      ...ROWS.map(([name, level, points], at) => [`${at + 1}`, name, `Made up words at level ${level}`, level, points].join(sign)),
      `Total${sign}${SUM}`,
    ].join("\n");

  test.each([
    ["tabs", "\t"],
    ["runs of spaces", "    "],
    ["single spaces", " "],
  ])("are read in columns of %s", (_, sign) => {
    const text = `Index\nRole Page\nAdministration 1 1\nAdministration 2 3\n\n${profile("Administration 1", sign)}\n${profile("Administration 2", sign)}`;
    const draft = readProfiles(text, njc(), { suite: "School support staff", edition: "July 2013" });
    expect(draft.profiles.map(({ title, page, bands, total }) => [title, page, bands, total])).toEqual([
      ["Administration 1", 1, [], { lowest: SUM, highest: SUM }],
      ["Administration 2", 3, [], { lowest: SUM, highest: SUM }],
    ]);
    for (const { rows } of draft.profiles) expect(rows.map(({ levels }) => levels)).toEqual(ROWS.map(([, level]) => String(level)));
    expect(draft.doubts).toEqual([]);
    const result = accept(draft, everything(draft));
    expect(result.kind === "profiles" ? result.profiles.map(({ lowest, highest }) => [lowest, highest]) : []).toEqual([
      [SUM, SUM],
      [SUM, SUM],
    ]);
  });

  test("are read where a copy has lost its line ends", () => {
    const draft = readProfiles(profile("Administration 1", " ").replace(/\n/g, " "), njc(), { edition: "July 2013" });
    expect(draft.profiles[0]?.title).toBe("Administration 1");
    expect(draft.profiles[0]?.rows.map(({ levels }) => levels)).toEqual(ROWS.map(([, level]) => String(level)));
  });
});

describe("NJC role profiles whose rows bear no numbers", () => {
  // The factors' names as the scheme prints them, and made-up levels; the matrix has points for each.
  const NAMES = njc().factors.map(({ name }) => name);
  const LEVELS_OF = [3, 2, 3, 2, 2, 2, 2, 2, 2, 1, 1, 2, 2].map(String);
  const read = (rows: readonly string[], title = "Role: Caretaker") =>
    readProfiles([title, "Factor\tLevel", ...rows].join("\n"), njc(), { edition: "July 2013" });
  const rowsOf = (changes: Readonly<Record<number, string>> = {}): string[] =>
    NAMES.map((name, at) => changes[at + 1] ?? `${name}\t${LEVELS_OF[at] ?? ""}`);
  const levelsOf = (draft: ReturnType<typeof read>) => draft.profiles[0]?.rows.map(({ levels }) => levels);
  const rowKinds = (draft: ReturnType<typeof read>) =>
    draft.doubts.flatMap((doubt) => (doubt.factor === null ? [] : [`${doubt.factor.number}${kindOf(doubt)}`]));

  test.each([
    ["tabs", (name: string, level: string) => `${name}\t${level}`],
    ["runs of spaces", (name: string, level: string) => `${name}    ${level}`],
    ["a space", (name: string, level: string) => `${name} ${level}`],
    ["the word Level", (name: string, level: string) => `${name} Level ${level}`],
    ["a colon", (name: string, level: string) => `${name}: Level ${level}`],
    ["a tab and the word Level", (name: string, level: string) => `${name}\tLevel ${level}`],
    ["a number before and spaces", (name: string, level: string, number: number) => `${number} ${name} Level ${level}`],
    ["a number before and a space", (name: string, level: string, number: number) => `${number}. ${name} ${level}`],
  ])("are read with %s between name and level, with one doubt: that no points check them", (_, row) => {
    const draft = read(NAMES.map((name, at) => row(name, LEVELS_OF[at] ?? "", at + 1)));
    expect(draft.profiles.map(({ title }) => title)).toEqual(["Caretaker"]);
    expect(levelsOf(draft)).toEqual(LEVELS_OF);
    expect(draft.doubts.map(kindOf)).toEqual(["no-points"]);
  });

  test("a shortened name that is no other factor's is remarked on, one that is only alike is a doubt", () => {
    const draft = read(rowsOf({ 2: "Mentel skills\t2", 9: "Responsibility for People\t2", 12: "Physical resources\t2" }));
    expect(levelsOf(draft)).toEqual(LEVELS_OF);
    expect(rowKinds(draft)).toEqual(["2name-alike", "9(name-cut)", "12(name-cut)"]);
  });

  test("names out of the scheme's order are doubts", () => {
    const rows = rowsOf();
    const draft = read([...rows.slice(1), rows[0] ?? ""]);
    expect(levelsOf(draft)).toEqual(LEVELS_OF);
    expect(rowKinds(draft)).toHaveLength(13);
  });

  test("two rows of one factor, a row that is lost and a level that does not exist are doubts", () => {
    expect(rowKinds(read([...rowsOf({ 1: "Knowledge\t3\nKnowledge\t4" })]))).toEqual(["1row-twice"]);
    expect(rowKinds(read(rowsOf({ 5: "" })))).toEqual(["5row-missing"]);
    const draft = readProfiles(["Role: Caretaker", ...rowsOf({ 13: "Working conditions 9" })].join("\n"), njc());
    expect(rowKinds(draft)).toEqual(["13no-such-level"]);
  });

  test.each([
    "Role: Caretaker",
    "Role:\tCaretaker",
    "Job title: Caretaker",
    "Job Title\tCaretaker",
    "Role profile: Caretaker",
    "Post:\nCaretaker",
  ])("%j gives the title without its label", (label) => {
    const draft = read(rowsOf(), label);
    expect(draft.profiles[0]?.title).toBe("Caretaker");
    expect(kindsOf(draft, 0)).toEqual(["no-points"]);
  });

  test("a title without label is taken, and that is a doubt", () => {
    const draft = read(rowsOf(), "Caretaker");
    expect(draft.profiles[0]?.title).toBe("Caretaker");
    expect(kindsOf(draft, 0)).toContain("unlabelled");
  });
});

describe("texts that hold no profile", () => {
  test.each(["", " \n\t\n", "Dear all, please find the profiles attached.", "1 2 3", "Profile Suite and Label\tA title and nothing else"])(
    "%j",
    (text) => {
      const draft = readProfiles(text, nhs);
      expect(draft.doubts.map(kindOf)).toEqual(["no-profile"]);
      expect(accept(draft, everything(draft)).kind).toBe("doubts");
    },
  );

  test("too long a text is refused whole", () => {
    const draft = readProfiles("a".repeat(500_001), nhs);
    expect(draft.doubts.map(kindOf)).toEqual(["too-long"]);
    expect(readProfileRows([["a".repeat(300_000), "b".repeat(300_000)]], nhs).doubts.map(kindOf)).toEqual(["too-long"]);
  });

  test("too many profiles are refused whole", () => {
    const draft = readProfiles(
      Array.from({ length: 501 }, (_, at) => profileText(rowsWith({ 1: null }).slice(0, 2)).replace("Manager", `Manager ${at}`)).join("\n"),
      nhs,
    );
    expect(draft.doubts.map(kindOf)).toEqual(["too-many"]);
  });
});

describe("rows whose words and levels only spaces part, without points", () => {
  const running = SECTION_MANAGER.map(([number, name, descriptor, levels]) => `${number} ${name} ${descriptor} ${levels}`);
  const read = (rows: readonly string[]) =>
    readProfiles([LABEL, "Job Statement Runs a section", "Factor Relevant Job Information JE Level", ...rows, TOTAL].join("\n"), nhs);

  test("the level at the end is proposed for each row, never taken unasked", () => {
    const draft = read(running);
    // "a budget of 50,000 4a" and "5 to 10 4a": where the level begins is left to the person.
    expect(draft.profiles[0]?.rows.map(({ levels }) => levels)).toEqual(LEVELS.map((levels, at) => (at === 7 || at === 8 ? null : levels)));
    for (let factor = 1; factor <= 16; factor++) expect(kindsOf(draft, factor)).toEqual(["levels-at-end"]);
    expect(accept(draft, { accepted: new Set(), corrections: [], leftOut: new Set() }).kind).toBe("doubts");
  });

  test("a figure of the sentence right before the level is not taken for it, nor the level for points", () => {
    const draft = read(running.with(3, "4. Planning & Organisational Skills Plans for wards 2 and 3 4"));
    expect(draft.profiles[0]?.rows[3]?.levels).toBe(null);
    expect(kindsOf(draft, 4)).toEqual(["levels-at-end"]);
    expect(kindsOf(draft, 3)).toEqual(["levels-at-end"]);
  });
});
