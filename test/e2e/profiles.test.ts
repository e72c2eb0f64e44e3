import type { Frame } from "playwright-core";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";
import { profileText, rowsWith } from "../support/profile-text";

describe("profiles: looked up, compared, put into the sheet, imported, and used by a function", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    await workbook.press("Show pane");
    pane = await workbook.pane();
    await pane.getByRole("tab", { name: "Profiles" }).click();
    await pane.getByText("18 profiles").waitFor({ timeout: 40_000 });
  }, 60_000);
  afterAll(() => workbench.close());

  const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: typeof name === "string" });

  test("a search leads to a profile, and that to a comparison", async () => {
    await pane.getByRole("searchbox").fill("section manager");
    await pane.getByText("1 of 18 profiles").waitFor();
    await button("IM&T Section Manager").click();
    await pane.getByText("466-489").waitFor();
    await button("Compare with another profile").click();
    await pane.getByLabel("Second profile").selectOption("published it-analyst-advanced-7");
    await pane.getByText(/factors the same, \d+ overlapping/).waitFor();
    await workbook.screenshot("profiles-compare");
    await button("Back to the profile").click();
  }, 30_000);

  test("a profile goes into free cells, never over contents, and is taken back", async () => {
    await workbook.type("C4", "mine");
    await workbook.goTo("B2");
    await button("Put into the sheet, at the selected cell").click();
    await pane.getByText("Cells B2:F19 of sheet Sheet1 are not empty").waitFor();
    await workbook.goTo("H2");
    await button("Put into the sheet, at the selected cell").click();
    await pane.getByText('=JOB.PROFILE("it-section-manager-7") fills H2:L19 on sheet Sheet1.').waitFor();
    // Page 24: the total is 466 - 489.
    expect(await workbook.read("K19:L19")).toEqual([["466", "489"]]);
    expect(await workbook.read("C4")).toEqual([["mine"]]);
    await button("Take back").click();
    await pane.getByText("the cells are as before").waitFor();
    expect(await workbook.read("H2")).toEqual([[""]]);
    await button("All profiles").click();
  }, 60_000);

  test("a pasted profile waits until its doubt is corrected and a person is named", async () => {
    await button("Import profiles").click();
    // Page 24, with the row of factor 9 lost and without a version history: 9 is 4a, by the printed total.
    await pane.getByLabel("Text", { exact: true }).fill(profileText(rowsWith({ 5: null, 9: null })));
    await button("Read the text").click();
    await pane.getByText("Nothing can be proposed: enter it.").first().waitFor();
    await workbook.screenshot("profiles-import");
    for (const [label, levels] of [
      [/^Correct 5 /, "2-3a"],
      [/^Correct 9 /, "4a"],
    ] as const) {
      await pane.getByRole("textbox", { name: label }).fill(levels);
      await pane.getByRole("textbox", { name: label }).press("Enter");
    }
    while ((await button(/^Accept: /).count()) > 0)
      await button(/^Accept: /)
        .first()
        .click();
    await pane.getByText("Nothing is left to decide.").waitFor();
    await pane.getByLabel("Decided by").fill("A. Person");
    await button("Add the profile to your library").click();
    await pane.getByText("1 profile added to your library, the table OwnProfiles.").waitFor({ timeout: 30_000 });
    expect((await workbook.read("'Own profiles'!A2:I2"))[0]?.slice(4)).toEqual(["7", "", "", "466", "489"]);
    await workbook.screenshot("profiles-own");
  }, 60_000);

  test("a formula matches against the library", async () => {
    await workbook.page.getByText("Sheet1", { exact: true }).click();
    await workbook.goTo("A30");
    await workbook.page.keyboard.type('=JOB.PROFILEMATCH({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1},,"title",OwnProfiles)');
    await workbook.page.keyboard.press("Enter");
    expect(await workbook.read("Sheet1!A30")).toEqual([["IM&T Section Manager"]]);
  }, 30_000);

  test("what is removed can be taken back", async () => {
    await pane.getByRole("searchbox").fill("section manager");
    await button("IM&T Section Manager").first().click();
    await button("Remove from your library").click();
    await pane.getByText("was removed from your library").waitFor({ timeout: 30_000 });
    await button("Take back").click();
    await pane.getByText("the cells are as before").waitFor({ timeout: 30_000 });
    await pane.getByText("2 of 19 profiles").waitFor();
  }, 60_000);

  test.each([
    ["light", "none"],
    ["dark", "none"],
    ["dark", "active"],
  ] as const)("axe finds nothing in %s, forced colours %s", async (colorScheme, forcedColors) => {
    await workbook.page.emulateMedia({ colorScheme, forcedColors });
    await workbook.page.waitForTimeout(300);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`profiles-${colorScheme}-${forcedColors}`);
  });

  test("nothing went wrong on the way", () => {
    expect(workbook.faults).toEqual([]);
  });
});
