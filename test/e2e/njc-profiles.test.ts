import type { Frame } from "playwright-core";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

const FACTORS = [
  "Knowledge",
  "Mental Skills",
  "Interpersonal and Communication Skills",
  "Physical Skills",
  "Initiative and Independence",
  "Physical Demands",
  "Mental Demands",
  "Emotional Demands",
  "Responsibility for People",
  "Responsibility for Supervision",
  "Responsibility for Financial Resources",
  "Responsibility for Physical Resources",
  "Working Conditions",
];
type Row = readonly [level: string, points: string];
/** A row as a model role profile prints it; the words are made up. */
const profile = (title: string, rows: readonly (Row | null)[], total: string): string =>
  [
    "Role Title",
    title,
    "Purpose of the role (job statement)",
    "To help with 2 kinds of tasks",
    "NJC Job Evaluation Assessment",
    "Factor\tRelevant Job Information\tJE Level\tScore",
    ...rows.flatMap((row, at) => (row === null ? [] : [`${at + 1}\t${FACTORS[at] ?? ""}\tMade up words, 3 of them\t${row.join("\t")}`])),
    `Total\t\t\t${total}`,
  ].join("\n");

// Points by the matrix at the end of the scheme; sums added up by hand.
const CLERK: readonly Row[] = [
  ["2", "40"],
  ["1", "13"],
  ["2", "26"],
  ["3a", "39"],
  ["2", "26"],
  ["1", "10"],
  ["2", "20"],
  ["1", "10"],
  ["1", "13"],
  ["1", "13"],
  ["2", "26"],
  ["2", "26"],
  ["1", "10"],
];
const CLERK_SUM = 272;
// Knowledge one level up, 60 for 40; the row of mental demands (20) is lost, so that the total tells it.
const SENIOR = CLERK.map((row, at): Row | null => (at === 0 ? ["3", "60"] : at === 6 ? null : row));
const SENIOR_SUM = 292;
// Emotional demands at 3 are 30 points, not the 20 printed; with level 2 the total printed is right: 272 - 10 + 20 = 282.
const HELPER = CLERK.map((row, at): Row => (at === 7 ? ["3b", "20"] : row));
// Knowledge has eight levels.
const KEEPER = CLERK.map((row, at): Row => (at === 0 ? ["9", "40"] : row));

const TEXT = [
  profile("Office Clerk", CLERK, String(CLERK_SUM)),
  profile("Senior Clerk", SENIOR, String(SENIOR_SUM)),
  profile("Classroom Helper", HELPER, "282"),
  profile("Grounds Keeper", KEEPER, String(CLERK_SUM)),
].join("\n");

describe("NJC model role profiles: pasted, decided about, kept, and used by formulas and beside a job", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?press=JobEvaluation.ShowPane");
    pane = await workbook.pane();
    await workbook.narrow();
    await pane.getByRole("tab", { name: "Profiles" }).click();
    await pane.getByText("18 profiles").waitFor({ timeout: 40_000 });
  }, 120_000);
  afterAll(() => workbench.close());

  const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: typeof name === "string" });
  const section = (title: string) => pane.locator("details", { has: pane.locator("summary", { hasText: title }) });
  async function looksRight(name: string): Promise<void> {
    expect(await pane.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`njc-profiles-${name}`);
  }

  test("each doubt stands beside its row, with what is proposed", async () => {
    await button("Import profiles").click();
    await pane.getByLabel("Scheme").selectOption({ index: 1 });
    await pane.getByLabel("Text", { exact: true }).fill(TEXT);
    await pane.getByText("Suite, edition and source, if the text does not say them").click();
    await pane.getByLabel("Suite").fill("School support staff");
    await pane.getByLabel("Edition").fill("July 2013");
    await looksRight("form");
    await button("Read the text").click();
    await pane.getByText("4 profiles with 52 rows were read and checked.").waitFor({ timeout: 20_000 });
    await section("Office Clerk").getByText("nothing in doubt").waitFor();
    await section("Senior Clerk").getByText("The row is lost.").waitFor();
    await looksRight("review");
  }, 60_000);

  test("what is free of doubts is taken over in one press, the rest once it is decided", async () => {
    await pane.getByLabel("Decided by").fill("A. Person");
    await button("Add the profile that has no doubt left").click();
    await pane.getByText("1 profile added to your library, the table OwnProfiles_NJC.").waitFor({ timeout: 30_000 });
    await pane.getByText("Office Clerk · in your library").waitFor();
    await looksRight("part");
  }, 60_000);

  test("the rest once each doubt is decided: a lost row by the total, points against a level, a level that does not exist", async () => {
    await section("Senior Clerk").getByText("Read as: 2").waitFor();
    await section("Senior Clerk")
      .getByRole("button", { name: /^Accept: / })
      .click();
    // Points and printed total both say 2; the level printed alone says 3.
    await section("Classroom Helper").getByText('The levels "3b" give 30 points, but "20" is printed. Proposed: 2.').waitFor();
    await section("Classroom Helper")
      .getByRole("button", { name: /^Accept: / })
      .click();
    await section("Grounds Keeper").getByText("the levels are 1 to 8").waitFor();
    await section("Grounds Keeper")
      .getByRole("button", { name: /^Correct 1 Knowledge/ })
      .click();
    const field = section("Grounds Keeper").getByRole("textbox", { name: /^Correct 1 Knowledge/ });
    await field.fill("3");
    await field.press("Enter");
    await pane.getByText("total printed is 272, but the rows sum to 292").waitFor();
    await looksRight("sum");
    await field.fill("2");
    await field.press("Enter");
    await pane.getByText("Nothing is left to decide.").waitFor();
    await button("Add 3 profiles to your library").click();
    await pane.getByText("3 profiles added to your library, the table OwnProfiles_NJC.").waitFor({ timeout: 30_000 });
    const rows = await workbook.read("'Own profiles NJC'!A2:V5");
    expect(rows.map((row) => [row[0], row[2], row[3], row[4], row[6], row[7], row[8], row[9], row[15], row[16]])).toEqual([
      ["NJC", "Office Clerk", "School support staff", "", "July 2013", "272", "272", "2", "2", "1"],
      ["NJC", "Senior Clerk", "School support staff", "", "July 2013", "292", "292", "3", "2", "1"],
      ["NJC", "Classroom Helper", "School support staff", "", "July 2013", "282", "282", "2", "2", "2"],
      ["NJC", "Grounds Keeper", "School support staff", "", "July 2013", "272", "272", "2", "2", "1"],
    ]);
  }, 60_000);

  test("one is looked up: no band, and what was decided beside its row", async () => {
    await pane.getByRole("searchbox").fill("classroom");
    await pane.getByText("1 of 22 profiles").waitFor();
    await looksRight("found");
    await button(/^Classroom Helper/).click();
    await pane.getByRole("heading", { level: 1, name: "Classroom Helper" }).waitFor();
    await pane
      .getByText(/give 30 points, but "20" is printed/)
      .first()
      .waitFor();
    await looksRight("profile");
  }, 30_000);

  test("formulas match jobs against the library: every level fits, or no match", async () => {
    await workbook.sheet("Sheet1");
    const match = (levels: string, result: string): string => `=JOB.PROFILEMATCH({${levels}},,"${result}",OwnProfiles_NJC)`;
    // The senior clerk's own levels; the same with working conditions at 2, which no profile has.
    const [fits, misses] = ["3,1,2,3,2,1,2,1,1,1,2,2,1", "3,1,2,3,2,1,2,1,1,1,2,2,2"];
    for (const [cell, formula] of [
      ["A1", match(fits, "summary")],
      ["A2", match(misses, "outcome")],
      ["A3", match(misses, "nearest")],
    ] as const) {
      await workbook.goTo(cell);
      await workbook.page.keyboard.type(formula);
      await workbook.page.keyboard.press("Enter");
    }
    expect(await workbook.read("Sheet1!A1:A3")).toEqual([["Profile match on levels: Senior Clerk"], ["No match"], ["senior-clerk"]]);
  }, 60_000);

  test("beside a job of an NJC register they are the closest profiles", async () => {
    await pane.getByRole("tab", { name: "Register" }).click();
    await button("Create a new register").click();
    await pane.getByLabel("Scheme").selectOption({ index: 1 });
    await pane.getByLabel("Your grades").fill("G1 164 280\nG2 281 1000");
    await button("Create register").click();
    await pane.getByText("Register created").waitFor({ timeout: 60_000 });
    await workbook.type("A5", "C-1", "Clerk");
    await workbook.type("G5", ..."3 1 2 3 2 1 2 1 1 1 2 2 1".split(" "));
    await pane.getByRole("tab", { name: "Job" }).click();
    await workbook.goTo("G5");
    await pane.getByRole("heading", { level: 1, name: "C-1" }).waitFor();
    await pane.getByRole("radio", { name: "Analysts' mode" }).check();
    const closest = pane.locator("article").first();
    await closest.getByText("Profile match on levels").waitFor();
    await closest.getByRole("heading", { name: /^Senior Clerk/ }).waitFor();
    // The register's own grades: 292 - 281 + 1, and none above.
    const figures = await pane.locator("dl > div").allTextContents();
    expect(figures).toEqual(["Score292", "GradeG2", "To fall a grade12 points", "To rise a grade–"]);
    await closest.scrollIntoViewIfNeeded();
    await looksRight("job");
    expect(workbook.faults).toEqual([]);
  }, 90_000);
});
