/**
 * An add-in's page in jsdom, with Microsoft's own office.js, in conversation with the host and a workbook in memory.
 * Nothing of office.js is replaced: what passes here passed through the real library.
 */
import { readFileSync } from "node:fs";
import { JSDOM, ResourceLoader, VirtualConsole } from "jsdom";
import { AddIn, type AddInOptions } from "../../src/host/addin";
import { pageAddress, windowName, type StartUp } from "../../src/host/protocol/start-up";
import { MemoryWorkbook, type Calculate } from "../../src/host/workbook/memory";

const origin = "https://localhost:3000";
const officeDist = require.resolve("@microsoft/office-js/dist/office.js").replace(/office\.js$/, "");

export interface OfficePage {
  readonly workbook: MemoryWorkbook;
  readonly addIn: AddIn;
  readonly settings: Map<string, string>;
  /** Members that the page asked for and the object model lacks. */
  readonly unavailable: string[];
  readonly window: JSDOM["window"];
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly CustomFunctions: typeof CustomFunctions;
  /** Addresses of the cells whose functions answered. */
  readonly answered: string[];
  close(): void;
}

export interface OfficePageOptions extends Partial<Pick<AddInOptions, "blank" | "faults" | "openWorkbook" | "pane">> {
  readonly calculate?: Calculate;
  readonly settings?: Map<string, string>;
  /** Script text to run in the page after office.js, e.g. a built bundle. */
  readonly script?: string;
}

/** Serves office.js and the two files that it asks for from the package; everything else is refused. */
class OfficeFiles extends ResourceLoader {
  override fetch(url: string): ReturnType<ResourceLoader["fetch"]> {
    const file = new URL(url).pathname.slice(1);
    const text = /^(office\.js|excel-web-16\.00\.js|en-us\/office_strings\.js)$/.test(file);
    if (!text) return null;
    return Promise.resolve(readFileSync(officeDist + file)) as ReturnType<ResourceLoader["fetch"]>;
  }
}

let pages = 0;

export async function openOfficePage(options: OfficePageOptions = {}): Promise<OfficePage> {
  const startUp: StartUp = { conversationId: `conversation-${++pages}`, addinId: "add-in", hostOrigin: origin, locale: "en-US" };
  const workbook = new MemoryWorkbook(options.calculate);
  const settings = options.settings ?? new Map<string, string>();
  const unavailable: string[] = [];
  const answered: string[] = [];
  const listeners = new Set<(event: MessageEvent) => void>();
  const problems: string[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => problems.push(error.message));

  /** The host's window, seen from the page. */
  const parent = {
    postMessage(text: string) {
      const event = { data: text, origin, source: page } as unknown as MessageEvent;
      setTimeout(() => listeners.forEach((listener) => listener(event)), 0);
    },
  };
  const page = {
    postMessage(text: string) {
      setTimeout(
        () => dom.window.dispatchEvent(new dom.window.MessageEvent("message", { data: text, origin, source: parent as unknown as Window })),
        0,
      );
    },
  };
  const source = {
    addEventListener: (_: "message", listener: (event: MessageEvent) => void) => void listeners.add(listener),
    removeEventListener: (_: "message", listener: (event: MessageEvent) => void) => void listeners.delete(listener),
  };
  const addIn = new AddIn(
    {
      startUp,
      port: workbook,
      settings,
      pane: options.pane ?? { shown: () => true, show: () => undefined },
      unavailable: (member) => unavailable.push(member),
      functionsSettled: (addresses) => answered.push(...addresses),
      ...(options.blank ? { blank: options.blank } : {}),
      ...(options.faults ? { faults: options.faults } : {}),
      ...(options.openWorkbook ? { openWorkbook: options.openWorkbook } : {}),
      year: () => 2026,
    },
    source,
    page,
    origin,
  );
  const dom = new JSDOM(`<!doctype html><script src="${origin}/office.js"></script>`, {
    url: pageAddress(`${origin}/taskpane.html`, startUp),
    runScripts: "dangerously",
    resources: new OfficeFiles(),
    virtualConsole,
    beforeParse(window) {
      window.name = windowName(startUp);
      Object.defineProperty(window, "parent", { value: parent });
      Object.defineProperty(window.document, "domain", { value: "localhost" });
    },
  });
  const window = dom.window as unknown as JSDOM["window"] & {
    Excel: typeof Excel;
    Office: typeof Office;
    CustomFunctions: typeof CustomFunctions;
  };
  await new Promise<void>((resolve, reject) => {
    window.addEventListener("load", () => resolve());
    setTimeout(() => reject(new Error(`The page did not load: ${problems.join("; ")}`)), 10_000).unref();
  });
  if (options.script !== undefined) dom.window.eval(options.script);
  await window.Office.onReady();
  await addIn.ready;
  return {
    workbook,
    addIn,
    settings,
    unavailable,
    answered,
    window: dom.window,
    Excel: window.Excel,
    Office: window.Office,
    CustomFunctions: window.CustomFunctions,
    close() {
      addIn.close();
      dom.window.close();
    },
  };
}
