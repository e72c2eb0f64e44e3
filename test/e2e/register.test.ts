import type { Frame } from "playwright-core";
import { nhsSample } from "../../src/data/register/sample";
import { violations } from "../support/axe";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";
import { NJC_PLANNED, PLANNED, UNFINISHED } from "../data/sample-plan";

describe("the sample register, inserted by its ribbon button", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;

  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
    pane = await workbook.insertSample();
  }, 60_000);
  afterAll(() => workbench.close());

  const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((job) => job.id === id);
  const tile = async (label: string): Promise<string> => (await pane.locator(`[data-tile="${label}"] span`).first().textContent()) ?? "";

  test("every job's cells show the planned score, band and outcome", async () => {
    const last = rowOf("DD-158");
    const [names, scores, matches] = [
      await workbook.read(`Register!A5:B${last}`),
      await workbook.read(`Register!C5:D${last}`),
      await workbook.read(`Register!W5:X${last}`),
    ];
    const shown = new Map(names.map(([id], index) => [id, [...(scores[index] ?? []), ...(matches[index] ?? [])]]));
    for (const [id, score, band, outcome] of PLANNED) {
      const [shownScore, shownBand, match] = shown.get(id) ?? [];
      expect([id, shownScore, shownBand, match?.split(" on levels: ")[0]]).toEqual([id, String(score), band ?? "#N/A", outcome]);
    }
    const ERROR = { complete: "", blank: "", incomplete: "#N/A", invalid: "#VALUE!" };
    for (const [id, state] of UNFINISHED) {
      const [score, band, match, findings] = shown.get(id) ?? [];
      expect([id, score, band, match]).toEqual([id, ERROR[state], ERROR[state], ERROR[state]]);
      expect(findings === "").toBe(state === "blank");
    }
  });

  test("one spilled formula grades every NJC job by the illustrative table", async () => {
    const cells = await workbook.read("NJC register!A5:D16");
    expect(cells.map(([id, , score, grade]) => [id, score, grade])).toEqual(
      NJC_PLANNED.map(([id, score, grade]) => [id, score === null ? "#N/A" : String(score), grade ?? "#N/A"]),
    );
  });

  test("a level that is changed moves score, band and match, and the pane follows", async () => {
    // The team leader profile (page 7) has factor 12 at level 3; DD-110 has 4 there and misses it by that alone. 249 - 32 + 21 = 238.
    const row = rowOf("DD-110");
    await workbook.type(`R${row}`, "3");
    expect(await workbook.read(`Register!C${row}:D${row}`)).toEqual([["238", "3"]]);
    expect((await workbook.read(`Register!W${row}`))[0]?.[0]).toMatch(/^Profile match on levels: /);
    await pane.getByText("39 of 50 complete jobs match a profile.").waitFor();
    await workbook.type(`R${row}`, "9");
    expect(await workbook.read(`Register!C${row}`)).toEqual([["#VALUE!"]]);
    await pane.getByText("Factor 12 Freedom to act: 9 is not a level").waitFor();
    expect(await Promise.all(["Jobs", "Complete", "Incomplete", "Invalid"].map(tile))).toEqual(["58", "49", "2", "6"]);
  });

  test("a finding's link goes to its cell", async () => {
    const row = rowOf("DD-133");
    await pane.getByRole("button", { name: `Go to G${row}` }).click();
    await workbook.page.getByText(`G${row}: 3d`).waitFor();
  });

  test("the pane's other register brings its sheet and shows it", async () => {
    await pane.getByRole("button", { name: "Sheet NJC register" }).click();
    await pane.getByText("Sheet NJC register ·").waitFor();
    expect(await Promise.all(["Jobs", "Complete", "Incomplete", "Invalid"].map(tile))).toEqual(["12", "11", "1", "0"]);
    await workbook.screenshot("njc-register");
    await pane.getByRole("button", { name: "Sheet Register" }).click();
    await pane.getByText("Sheet Register ·").waitFor();
  });

  test("all of the pane can be reached by keyboard", async () => {
    // The tabs are one stop: arrows go from one to the next.
    const stops = 1 + (await pane.locator("button:not([role=tab]), a[href], input").count());
    await pane.getByRole("tab", { name: "Register" }).focus();
    const reached = new Set<string>();
    for (let stop = 0; stop < stops; stop++) {
      reached.add(
        await pane.evaluate(() => {
          const element = document.activeElement;
          const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
          return element?.getAttribute("aria-label") ?? label ?? "";
        }),
      );
      await workbook.page.keyboard.press("Tab");
    }
    expect(reached.size).toBe(stops);
  });

  test.each([
    ["light", "none"],
    ["dark", "none"],
    ["light", "active"],
    ["dark", "active"],
  ] as const)("axe finds nothing in %s, forced colours %s", async (colorScheme, forcedColors) => {
    await workbook.page.emulateMedia({ colorScheme, forcedColors });
    await workbook.page.waitForTimeout(300);
    expect(await violations(pane)).toEqual([]);
    await workbook.screenshot(`register-${colorScheme}-${forcedColors}`);
  });

  test("nothing went wrong on the way, and a second insertion leaves the first alone", async () => {
    await workbook.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    await workbook.press("Insert sample register");
    await pane.getByText("Added: Register 2, NJC register 2, About the sample 2.").waitFor({ timeout: 40_000 });
    expect(await workbook.read(`Register!R${rowOf("DD-110")}`)).toEqual([["9"]]);
    expect(workbook.faults).toEqual([]);
  });
});
