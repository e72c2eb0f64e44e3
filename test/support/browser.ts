/**
 * The embedded workbook in a real browser, driven as a person would: by mouse and keyboard. Cells are read through the
 * page's own `embeddedWorkbook`, since the grid draws them on a canvas.
 */
import { mkdirSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Frame, type Page } from "playwright-core";
import { formatArea, parseAddress } from "../../src/host/workbook/address";

export interface Workbench {
  readonly url: string;
  /** @param prepare is given the browser's context before it loads anything. */
  open(query?: string, options?: BrowserContextOptions, prepare?: (context: BrowserContext) => Promise<void>): Promise<WorkbookPage>;
  close(): Promise<void>;
}

/** What e2e-setup.mjs has left. */
interface Served {
  readonly url: string;
  readonly executablePath: string;
  readonly args: string[];
}

export async function startWorkbench(): Promise<Workbench> {
  const { url, executablePath, args } = JSON.parse(process.env["WORKBENCH"] ?? "{}") as Served;
  const browser: Browser = await chromium.launch({ executablePath, args });
  return {
    url,
    async open(query = "", options = {}, prepare) {
      const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, ...options });
      await prepare?.(context);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await page.goto(`${url}host/${query}`);
      await page.waitForFunction(() => "embeddedWorkbook" in window);
      return new WorkbookPage(page, faults);
    },
    close: () => browser.close(),
  };
}

interface EmbeddedWorkbook {
  press(buttonId: string): Promise<void>;
  read(address: string): string[][];
  settled(): Promise<void>;
}

declare global {
  interface Window {
    embeddedWorkbook: EmbeddedWorkbook;
  }
}

export class WorkbookPage {
  constructor(
    readonly page: Page,
    /** Errors that the page or the add-in raised. */
    readonly faults: readonly string[],
  ) {}

  /** Goes to a cell through the name box. */
  async goTo(address: string): Promise<void> {
    const nameBox = this.page.locator('[data-u-comp="defined-name"] input, .univer-formula-box input, input:not([type=file])').first();
    await nameBox.fill(address);
    await nameBox.press("Enter");
  }

  /** Types into cells to the right of a first one, Tab after each. */
  async type(address: string, ...texts: string[]): Promise<void> {
    await this.goTo(address);
    for (const [index, text] of texts.entries()) {
      await this.page.keyboard.type(text);
      // The list of functions stays a moment after the name is complete, and would take the Tab for itself.
      if (text.startsWith("=")) await this.page.locator('ul[data-u-comp="sheets-formula-editor"]').waitFor({ state: "detached" });
      await this.page.keyboard.press("Tab");
      // The cell takes what was typed before the next one is selected.
      await this.page
        .locator("#cell-message")
        .filter({ hasText: new RegExp(`^${cellRightOf(address, index + 1)}:`) })
        .waitFor();
    }
  }

  async read(address: string): Promise<string[][]> {
    await this.page.evaluate(() => window.embeddedWorkbook.settled());
    return this.page.evaluate((cells) => window.embeddedWorkbook.read(cells), address);
  }

  async press(label: string): Promise<void> {
    await this.page.getByRole("button", { name: label }).click();
  }

  /** The add-in's page in the pane. */
  async pane(): Promise<Frame> {
    const frame = this.page.frames().find((candidate) => candidate !== this.page.mainFrame());
    if (!frame) throw new Error("There is no task pane.");
    return frame;
  }

  /** Inserts the sample registers and opens the pane beside them. */
  async insertSample(): Promise<Frame> {
    await this.press("Insert sample register");
    await this.press("Show pane");
    const pane = await this.pane();
    await pane.getByText("Sample inserted").waitFor({ timeout: 60_000 });
    return pane;
  }

  /** A new sheet comes in front, by the button left of the tabs. */
  async addSheet(): Promise<void> {
    const tabs = this.page.locator('[data-u-comp="slide-tab-item"]');
    const before = await tabs.count();
    await this.page.locator('[data-u-comp="slide-tab-bar"]').locator("xpath=ancestor::*[.//button][1]").getByRole("button").first().click();
    await tabs.nth(before).waitFor();
  }

  /** Brings a sheet in front, by its tab. */
  sheet(name: string): Promise<void> {
    return this.page.locator('[data-u-comp="slide-tab-item"]', { hasText: new RegExp(`^${name}$`) }).click();
  }

  /** The narrowest pane there is, or as wide as the page makes it. */
  async narrow(width: number | null = 320): Promise<void> {
    await this.page.locator("iframe").evaluate((frame: HTMLElement, pixels) => {
      frame.style.width = frame.style.minWidth = pixels === null ? "" : `${pixels}px`;
      frame.style.flex = pixels === null ? "" : "none";
    }, width);
    await this.page.waitForTimeout(300);
  }

  async screenshot(name: string): Promise<void> {
    mkdirSync("test/e2e/screenshots", { recursive: true });
    await this.page.screenshot({ path: `test/e2e/screenshots/${name}.png` });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

function cellRightOf(address: string, columns: number): string {
  const area = parseAddress(address)?.area;
  if (!area) throw new Error(`"${address}" is not an address.`);
  return formatArea({ ...area, column: area.column + columns });
}
