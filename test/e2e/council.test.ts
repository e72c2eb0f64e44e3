import type { Frame } from "playwright-core";
import { MemoryWorkbook } from "../../src/host/workbook/memory";
import type { CellValue } from "../../src/host/workbook/cell";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";
import { save } from "../support/workbook-file";

const FACTORS =
  "Knowledge|Mental skills|Interpersonal and communication skills|Physical skills|Initiative and independence|Physical demands|Mental demands|Emotional demands|Responsibility for people|Responsibility for supervision|Responsibility for financial resources|Responsibility for physical and information resources|Working conditions".split(
    "|",
  );

/**
 * Scores by the matrix at the end of the NJC scheme. All at level 1 come to 164; a level more adds 20 in knowledge up to level 5 (level 7: 122
 * in all), 10 in the demands and conditions, 13 elsewhere.
 */
const JOBS = [
  // 164 + 20 + 20 + 13.
  { id: "C-1", title: "Cleaner", levels: [1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1, 2, 3], score: 217, women: 4, men: 1, pay: 22_000 },
  // 164 + 8 x 13.
  { id: "C-2", title: "Care assistant", levels: [1, 2, 3, 2, 2, 1, 1, 1, 4, 1, 1, 1, 1], score: 268, women: 24, men: 2, pay: 23_000 },
  // 164 + 5 x 13 + 40.
  { id: "C-3", title: "Refuse driver", levels: [1, 1, 1, 3, 2, 4, 1, 1, 1, 1, 1, 3, 2], score: 269, women: 2, men: 10, pay: 26_000 },
  // 164 + 80 + 11 x 13 + 20.
  {
    id: "C-4",
    title: "Family support officer",
    levels: [5, 3, 4, 1, 4, 1, 3, 1, 3, 1, 1, 2, 1],
    score: 407,
    women: 3,
    men: 3,
    pay: 33_000,
  },
  // 164 + 122 + 28 x 13 + 80.
  { id: "C-5", title: "Chief engineer", levels: [7, 6, 6, 1, 8, 1, 5, 5, 1, 6, 4, 4, 1], score: 730, women: 1, men: 5, pay: 47_000 },
] as const;

/** Lowest scores of an old council's grades (Southampton, 2015, from a public copy; illustrative): the top one is open. */
const GRADES = [0, 269, 294, 331, 365, 407, 451, 484, 521, 560, 615, 676, 730];

const sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {
  Jobs: [
    ["Job ID", "Job title", "Headcount", ...FACTORS],
    ...JOBS.map(({ id, title, women, men, levels }) => [id, title, women + men, ...levels]),
  ],
  Grades: [["Grade", "From"], ...GRADES.map((from, place) => [`G${place + 1}`, from])],
  // Neighbours overlap by 1,000.
  Pay: [["Grade", "Minimum", "Maximum"], ...GRADES.map((_, place) => [`G${place + 1}`, 22_000 + 2_000 * place, 25_000 + 2_000 * place])],
  Staff: [
    ["Job ID", "Sex", "FTE", "Salary"],
    ...JOBS.flatMap(({ id, women, men, pay }) =>
      Array.from({ length: women + men }, (_, place): CellValue[] => [id, place < women ? "F" : "M", 1, pay]),
    ),
  ],
};

async function workbookFile(): Promise<Uint8Array> {
  const port = new MemoryWorkbook();
  const [first] = port.sheets();
  for (const [name, cells] of Object.entries(sheets)) {
    const sheet = name === "Jobs" ? first! : port.addSheet(name);
    sheet.rename(name);
    const area = { row: 0, column: 0, rowCount: cells.length, columnCount: cells[0]!.length };
    sheet.write(
      area,
      cells.map((row) => row.map((value) => ({ value }))),
    );
  }
  return save(port);
}

describe("an old council's structure, from a file of its own", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  let pane: Frame;
  const press = (name: string): Promise<void> => pane.getByRole("button", { name, exact: true }).click();
  const start = async (grade: string, from: string): Promise<void> => {
    await pane.getByRole("slider", { name: `Start of band ${grade}`, exact: true }).focus();
    const field = pane.getByLabel(`Band ${grade} starts at`, { exact: true });
    await field.fill(from);
    await field.press("Enter");
  };
  const unfold = (summary: string): Promise<void> => pane.locator("summary", { hasText: summary }).click();
  const rowOf = async (table: string, head: string): Promise<string[]> => {
    const row = pane.getByRole("table", { name: table }).locator("tr", { has: pane.getByRole("rowheader", { name: head, exact: true }) });
    return (await row.getByRole("cell").allTextContents()).map((text) => text.trim());
  };
  /** Pay and people follow a boundary a moment later; the row is looked at from a column on. */
  const seeRow = async (table: string, head: string, wanted: readonly string[], from = 0): Promise<void> => {
    const shown = async (): Promise<string[]> => (await rowOf(table, head)).slice(from, from + wanted.length);
    for (let tries = 0; tries < 100 && String(await shown()) !== String(wanted); tries++) await workbook.page.waitForTimeout(100);
    expect(await shown()).toEqual(wanted);
  };
  /** Selects cells as a person does, the sheet first. */
  const select = async (sheet: string, cells: string): Promise<void> => {
    await workbook.page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: sheet }).first().click();
    await workbook.goTo(cells);
  };

  beforeAll(async () => {
    workbench = await startWorkbench();
    const body = Buffer.from(await workbookFile());
    workbook = await workbench.open("?document=/council.xlsx", {}, async (context) => {
      await context.route(
        ({ pathname }) => pathname === "/council.xlsx",
        (route) => route.fulfill({ body }),
      );
    });
    await workbook.page.locator("[data-u-comp=slide-tab-item]").filter({ hasText: "Staff" }).waitFor();
    await workbook.press("Show pane");
    pane = await workbook.pane();
  }, 180_000);
  afterAll(() => workbench.close());

  test("its jobs are adopted, and its grade table is asked for", async () => {
    await press("Use the sheet in front as a register");
    await pane.getByText("13 of 13 factors recognised; 5 jobs.").waitFor({ timeout: 30_000 });
    await press("Use this as the register");
    await pane.getByText("Register adopted").waitFor({ timeout: 30_000 });
    await pane.getByRole("tab", { name: "Boundaries" }).click();
    await pane.getByText("A grade table is needed").waitFor({ timeout: 30_000 });
    await select("Grades", "A1:B14");
    await press("Use selected cells as grade table");
    await pane.getByRole("slider", { name: "Start of band G2", exact: true }).waitFor({ timeout: 30_000 });
    // 217 and 268, 269, 407 at its boundary, 730 in the open top grade.
    const counts = Object.fromEntries(
      await Promise.all(
        ["G1", "G2", "G6", "G12", "G13"].map(async (grade) => [
          grade,
          (await rowOf("Jobs and people in each band, before and after", `Change band ${grade}`))[2],
        ]),
      ),
    );
    expect(counts).toEqual({ G1: "2", G2: "1", G6: "1", G12: "0", G13: "1" });
    await workbook.screenshot("council");
  }, 120_000);

  test("pay and people are chosen on their sheets; the boundary test flags the start of G2", async () => {
    await select("Pay", "A1:C14");
    await press("Use selected cells as pay table");
    await pane.getByText("Pay table from sheet Pay.").waitFor({ timeout: 30_000 });
    await select("Staff", "A2");
    await press("Use selected cells as staff list");
    await pane.getByText("55 people from sheet Staff.").waitFor({ timeout: 30_000 });
    // 24 women and 2 men one point below 269, 2 women and 10 men just above it.
    await pane.getByText("Between band G1 and band G2 (269), a large group mainly of women stands just below").waitFor();
    await pane.getByText("Of 55 people whose sex is known, 34 are women (61.8 %).").waitFor();
  }, 120_000);

  test("the boundary a point lower: who rises, what it costs, what it does to the pay gap", async () => {
    await start("G2", "268");
    await pane.locator("li", { hasText: "268 points: G1 → G2, ▲ up" }).getByRole("button", { name: /C-2/ }).waitFor();
    await unfold("From which band into which");
    await pane.getByLabel("Counted in").selectOption("1");
    await seeRow("Movement matrix in people (headcount): rows the bands in force, columns the scenario's", "G1", ["5", "26"]);
    // 26 posts at 24,000 for 22,000; in full 51 people's minima: 5 + 26 at 22,000, 12 at 24,000, 6 at 32,000, 6 at 46,000.
    await seeRow("Cost a year if everybody stood at one point of the range: FTE × pay", "At minimum", [
      "£1,438,000",
      "£1,490,000",
      "+£52,000",
    ]);
    // 26 people are raised from 23,000 to 24,000.
    await seeRow("What staff cost a year, at assimilated pay", "Basic pay", ["+£26,000"], 2);
    await seeRow("People by what becomes of their pay", "Raised to the minimum (green circle)", ["24", "2", "0"]);
    // Means: women 838,000 / 34, men 662,000 / 21; then 862,000 / 34 and 664,000 / 21. Medians: 23,000 and 26,000; then 24,000 and 26,000.
    await pane.getByText("The mean pay gap over all goes from 21.8 % to 19.8 %.").waitFor();
    await pane.getByText("The median pay gap over all goes from 11.5 % to 7.7 %.").waitFor();
    await workbook.screenshot("council-lower");
  }, 120_000);

  test("a point higher: who is above the new maximum is protected, and whom that benefits is said", async () => {
    await start("G2", "270");
    await seeRow("People by what becomes of their pay", "Above the maximum (red circle)", ["2", "10", "0"]);
    // 26,000 - 25,000 for three years, for 2 women and 10 men.
    await pane
      .getByText(
        "Pay protection costs £36,000 in all, for 12 people: 2 women (£6,000), 10 men (£30,000). It goes mainly to men. Protection that benefits mainly men can itself discriminate",
      )
      .waitFor();
    await press("Back to the bands in force");
    await pane.getByText("No job changes band.").waitFor();
  }, 120_000);

  test("an edit of the grade table on its sheet reaches the view; the register's cells are as they were", async () => {
    await select("Grades", "B3");
    await workbook.page.keyboard.type("270");
    await workbook.page.keyboard.press("Enter");
    await pane.locator('[role=slider][aria-label="Start of band G2"][aria-valuenow="270"]').waitFor({ timeout: 20_000 });
    expect(await workbook.read("Jobs!A1:P6")).toEqual(sheets["Jobs"]!.map((row) => row.map(String)));
    expect(workbook.faults).toEqual([]);
  }, 120_000);
});
