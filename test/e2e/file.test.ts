import { readFileSync } from "node:fs";
import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";
import { convert, libreOfficeTest } from "../support/libre-office";

describe("a workbook saved as a file and opened in a fresh page", () => {
  let workbench: Workbench;
  let bytes: Buffer;
  beforeAll(async () => {
    workbench = await startWorkbench();
    const workbook = await workbench.open();
    // Chart of chapter seven, level 1 of each factor: 86 points; bands of chapter eight: 0 to 160 is band 1.
    await workbook.type("A1", ...Array<string>(16).fill("1"), "=JOB.JESCORE(A1:P1)", "=JOB.JEBAND(Q1)");
    await workbook.type("A3", "'007", "=A1+1", "=JOB.JEEVALUATE(A1:P1)");
    expect(await workbook.read("Q1:R1")).toEqual([["86", "1"]]);
    bytes = await saved(workbook);
    expect(await workbook.page.locator("#file-state").textContent()).toBe("Saved as Workbook.xlsx in your downloads.");
    expect(workbook.faults).toEqual([]);
    await workbook.close();
  });
  afterAll(() => workbench.close());

  /** What the Save button downloads. */
  async function saved(workbook: WorkbookPage): Promise<Buffer> {
    const download = workbook.page.waitForEvent("download");
    await workbook.press("Save");
    return readFileSync(await (await download).path());
  }

  async function choose(workbook: WorkbookPage, name: string, buffer: Buffer): Promise<void> {
    const chooser = workbook.page.waitForEvent("filechooser");
    await workbook.press("Open…");
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
  }

  async function opened(buffer: Buffer): Promise<WorkbookPage> {
    const workbook = await workbench.open("?fresh");
    await choose(workbook, "Register 2024.xlsx", buffer);
    await workbook.page.locator("#file-state", { hasText: /Opened|not opened|is no/ }).waitFor();
    return workbook;
  }

  test("cells are there, formulas live, spilled ones too, and a changed level changes the score", async () => {
    const workbook = await opened(bytes);
    expect(await workbook.page.locator("#file-state").textContent()).toBe("Opened Register 2024.xlsx.");
    expect(await workbook.read("Q1:R1")).toEqual([["86", "1"]]);
    // 86 points are band 1: no band to fall to, 161 - 86 = 75 points to rise.
    expect(await workbook.read("A3:F3")).toEqual([["007", "2", "86", "1", "", "75"]]);
    // Factor 2 from level 1 (16 points) to level 3 (60).
    await workbook.type("B1", "3");
    expect(await workbook.read("Q1")).toEqual([["130"]]);
    expect(workbook.faults).toEqual([]);
    await workbook.screenshot("file-opened");
    await workbook.close();
  });

  test("what is saved of it again has the same values", async () => {
    const first = await opened(bytes);
    await first.read("Q1");
    const again = await opened(await saved(first));
    expect(await again.read("A1:R3")).toEqual(await first.read("A1:R3"));
    await first.close();
    await again.close();
  });

  test("the sample register: sheets, table, looks, results and settings; the pane finds it again", async () => {
    const first = await workbench.open("?fresh");
    await first.press("Insert sample register");
    await first.press("Show pane");
    await (await first.pane()).getByText("Sample inserted").waitFor({ timeout: 40_000 });
    const areas = ["Register!A1:Z30", "NJC register!A1:Z20", "About the sample!A1:D20"];
    const shown: string[][][] = [];
    for (const area of areas) shown.push(await first.read(area));
    const file = await saved(first);
    await first.close();

    const again = await opened(file);
    for (const [index, area] of areas.entries()) expect(await again.read(area)).toEqual(shown[index]);
    await again.press("Show pane");
    // The pane counts the jobs of the register that was opened, not of the empty workbook before it.
    await (await again.pane()).getByText("Jobs", { exact: true }).first().waitFor();
    await again.screenshot("file-sample-opened");
    expect(again.faults).toEqual([]);
    await again.close();
  }, 120_000);

  test("a file that is no workbook leaves the cells as they are", async () => {
    const workbook = await workbench.open("?fresh");
    await workbook.type("A1", "mine");
    // What is there would be lost: the page asks.
    workbook.page.once("dialog", (dialog) => void dialog.accept());
    await choose(workbook, "levels.csv", Buffer.from("1,2,3"));
    await workbook.page.locator("#file-state", { hasText: "is no Excel workbook" }).waitFor();
    expect(await workbook.read("A1")).toEqual([["mine"]]);
    await workbook.close();
  });

  test("the buttons are reached by keyboard, and Ctrl+S saves", async () => {
    const workbook = await workbench.open("?fresh");
    // Asked for early: the browser takes a moment to hand its file chooser over, and a key is quicker than that.
    const chooser = workbook.page.waitForEvent("filechooser", { timeout: 90_000 });
    await workbook.type("A1", "1");
    const download = workbook.page.waitForEvent("download");
    await workbook.page.keyboard.press("Control+s");
    expect((await download).suggestedFilename()).toBe("Workbook.xlsx");
    await workbook.page.locator("#file-state", { hasText: "Saved as" }).waitFor();
    await workbook.page.getByRole("button", { name: "Open…" }).focus();
    await workbook.page.keyboard.press("Enter");
    // Saved just now, so it does not ask.
    expect((await chooser).isMultiple()).toBe(false);
    await workbook.close();
  });

  libreOfficeTest("LibreOffice shows the values that were saved from the page", () => {
    const csv = new TextDecoder().decode(convert(bytes, "xlsx", "csv"));
    expect(csv.split("\n")[0]).toBe(`${"1,".repeat(16)}86,1`);
    return Promise.resolve();
  });
});
