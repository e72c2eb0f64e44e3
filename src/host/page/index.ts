import type { IWorkbookData } from "@univerjs/core";
import type { FunctionMetadata } from "../function/metadata";
import { readFaults } from "../fault";
import { readManifest } from "../manifest/manifest";
import { gridStyles } from "../univer/style";
import { openEmbeddedWorkbook } from "./embedded-workbook";
import { Keeper } from "./keeper";
import pageStyle from "./page.css";
import { status } from "./status";
import { Storage } from "./storage";

/**
 * The page of the embedded workbook. Its address may say
 * - `manifest`: where the add-in's manifest is (default: `/manifest.xml` of the same server);
 * - `press`: the id of a ribbon button to press once the add-in is ready, unless a kept workbook was opened (any number);
 * - `fresh`: leave a kept workbook aside and begin with an empty one;
 * - `document`: the address of a workbook's file to open;
 * - `blank=0`: pass blank cells to functions as 0, as Excel on Windows does;
 * - `fault`: what is to go wrong, e.g. `sync-2` (any number; src/host/fault.ts lists them).
 * Scripts and tests find the workbook as `window.embeddedWorkbook`.
 */
async function start(): Promise<void> {
  const options = new URLSearchParams(location.search);
  const style = document.createElement("style");
  style.textContent = [...gridStyles, pageStyle].join("\n");
  document.head.append(style);
  const manifest = readManifest(await fetchText(options.get("manifest") ?? "/manifest.xml"));
  const metadata = JSON.parse(await fetchText(manifest.functionsUrl)) as FunctionMetadata;
  const storage = await Storage.open<IWorkbookData>();
  const kept = options.has("fresh") ? undefined : await storage.read();
  const keeper = new Keeper(storage);
  const blank = options.get("blank") === "0" ? 0 : null;
  const workbook = openEmbeddedWorkbook(manifest, metadata, {
    blank,
    kept,
    faults: readFaults(options.getAll("fault")),
    changed: () => keeper.changed(),
  });
  keeper.keep = () => workbook.keep();
  await workbook.drawn;
  Object.assign(window, { embeddedWorkbook: workbook });
  status.kept(kept, storage.keeps, () => void keeper.forget());
  const file = options.get("document");
  if (file !== null) await workbook.openFile(new File([await fetchBytes(file)], "New workbook.xlsx"));
  if (!kept) for (const id of options.getAll("press")) await workbook.press(id);
}

async function fetchText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status} ${response.statusText}.`);
  return response.text();
}

async function fetchBytes(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url).catch(() => undefined);
  if (!response?.ok) throw new Error("The workbook that this page was to open is no longer there: the page that made it is closed.");
  return response.arrayBuffer();
}

start().catch((error: unknown) => {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.textContent = `The embedded workbook could not start. ${error instanceof Error ? error.message : String(error)}`;
  document.body.prepend(message);
  throw error;
});
