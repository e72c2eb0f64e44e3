import type { Frame } from "playwright-core";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";
import { profileText, rowsWith } from "../support/profile-text";

/** Short names of the scoring chart in chapter seven, in the scheme's order. */
const HEADINGS =
  "Ref|Post|Communication|Knowledge|Analytical|Planning|Physical skills|Patient care|Policy|Finance|HR|Information|Research|Freedom to act|Physical effort|Mental effort|Emotional effort|Working conditions".split(
    "|",
  );
/** IM&T Section Manager (7), page 24, at its lowest: 466 points, the lowest score of band 7 (chapter eight). */
const LOWEST = "4a|6|4|4|2|1|3|4a|4a|4b|1|4|1|3a|2|1".split("|");
// Knowledge at 5 is 120 points for 156: 430, band 6.
const BELOW = LOWEST.map((level, place) => (place === 1 ? "5" : level));
// Freedom to act has no level 7: invalid until it is put right.
const WRONG = LOWEST.map((level, place) => (place === 11 ? "7" : level));

describe("from a register of one's own to what is handed over, in one workbook", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open("?press=JobEvaluation.ShowPane");
    await workbook.type("A1", ...HEADINGS);
    await workbook.type("A2", "J-1", "Section manager", ...LOWEST);
    await workbook.type("A3", "J-2", "Team manager", ...BELOW);
    await workbook.type("A4", "J-3", "Night manager", ...WRONG);
    pane = await workbook.pane();
  }, 120_000);
  afterAll(() => workbench.close());

  const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: typeof name === "string" });
  const view = (name: string): Promise<void> => pane.getByRole("tab", { name }).click();
  const firstSheet = (): Promise<void> => workbook.page.locator('[data-u-comp="slide-tab-item"]', { hasText: /^Sheet1$/ }).click();

  test("adopt: the columns are recognised, results stand beside the jobs", async () => {
    await button("Use the sheet in front as a register").click();
    await pane.getByText("16 of 16 factors recognised; 3 jobs.").waitFor({ timeout: 20_000 });
    await button("Use this as the register").click();
    await pane.getByText("Register adopted").waitFor({ timeout: 20_000 });
    await button("Add result columns").click();
    await pane.getByText("Result columns added").waitFor({ timeout: 30_000 });
    expect(await workbook.read("Sheet1!S1:T4")).toEqual([
      ["Score", "Band"],
      ["466", "7"],
      ["430", "6"],
      ["#VALUE!", "#VALUE!"],
    ]);
    await workbook.screenshot("flow-adopted");
  }, 90_000);

  test("correct: the invalid level is led to, set from the list with its reason, and applied", async () => {
    await button("Go to N4").click();
    await view("Job");
    await pane.getByRole("heading", { level: 1, name: "J-3" }).waitFor();
    await button(/^12 Freedom to act/).click();
    await pane.getByRole("radio", { name: /^Level 4/ }).check();
    await pane.getByRole("textbox", { name: "Reason" }).fill("Works to broad aims");
    await button("Apply to the row").click();
    await pane.getByText(/: 1 level in the row, 1 note on the evidence sheet written\.$/).waitFor();
    expect(await workbook.read("Sheet1!S4:T4")).toEqual([["466", "7"]]);
    expect((await workbook.read("Sheet1!C4:R4"))[0]).toEqual(LOWEST);
    await workbook.screenshot("flow-corrected");
  }, 60_000);

  test("match: levels that fit count once the job statement's verdict is given, and that is kept", async () => {
    await workbook.goTo("C2");
    await pane.getByRole("heading", { level: 1, name: "J-1" }).waitFor();
    await pane.getByRole("radio", { name: "Analysts' mode" }).check();
    const closest = pane.locator("article", { hasText: "IM&T Section Manager (7)" }).first();
    await closest.getByText("Profile match on levels").waitFor();
    await closest.getByText("Does the job statement fit the profile's?").first().click();
    await closest.getByText("Give the verdict on the job statement before this counts as a match.").waitFor();
    await closest.getByRole("radio", { name: "It fits", exact: true }).check();
    await closest.getByText("Profile match: levels and job statement agree.").waitFor();
    await workbook.screenshot("flow-match");
    await button("Apply to the row").click();
    await pane.getByText(/: 1 note on the evidence sheet written\.$/).waitFor();
    expect(await workbook.read("Evidence!A2:F3")).toEqual([
      ["J-3", "12", "4", "", "", "Works to broad aims"],
      ["J-1", "Job statement: it-section-manager-7", "", "", "", "Job statement fits"],
    ]);
  }, 60_000);

  test("import: a pasted profile is decided upon and joins the closest profiles of the job", async () => {
    await view("Profiles");
    await button("Import profiles").click();
    await pane.getByLabel("Text", { exact: true }).fill(profileText(rowsWith({})).replace("IM&T Section Manager", "Digital Section Lead"));
    await button("Read the text").click();
    await button(/^Accept: /)
      .first()
      .waitFor();
    while ((await button(/^Accept: /).count()) > 0)
      await button(/^Accept: /)
        .first()
        .click();
    await pane.getByLabel("Decided by").fill("A. Person");
    await workbook.screenshot("flow-import");
    await button("Add the profile to your library").click();
    await pane.getByText("1 profile added to your library, the table OwnProfiles.").waitFor({ timeout: 30_000 });
    await firstSheet();
    await view("Job");
    await workbook.goTo("C2");
    await pane.locator("article", { hasText: "Digital Section Lead" }).first().waitFor();
  }, 60_000);

  test("hand over: a copy with Excel's own formulas comes to the same", async () => {
    await firstSheet();
    await view("Register");
    await button("Make a hand-over copy").click();
    await pane.getByText("Hand-over copy made").waitFor({ timeout: 30_000 });
    expect(await workbook.read("'Hand-over copy'!A5:D7")).toEqual([
      ["J-1", "Section manager", "466", "7"],
      ["J-2", "Team manager", "430", "6"],
      ["J-3", "Night manager", "466", "7"],
    ]);
    await workbook.screenshot("flow-hand-over");
  }, 60_000);

  test("restore: the result columns go, the levels stay as they were corrected", async () => {
    await firstSheet();
    await button("Restore").click();
    await pane.getByText("Taken back").waitFor({ timeout: 20_000 });
    expect(await workbook.read("Sheet1!S1:T2")).toEqual([
      ["", ""],
      ["", ""],
    ]);
    expect((await workbook.read("Sheet1!C4:R4"))[0]).toEqual(LOWEST);
    expect((await workbook.read("Evidence!A2"))[0]).toEqual(["J-3"]);
    expect(workbook.faults).toEqual([]);
  }, 60_000);
});
