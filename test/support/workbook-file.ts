import { describeProblem } from "../../src/host/xlsx/problem";
import { openWorkbook, saveWorkbook, type Opened, type OpenOptions } from "../../src/host/xlsx/workbook-file";
import { readZip, usualLimits } from "../../src/host/xlsx/zip-reader";
import { MemoryWorkbook } from "../../src/host/workbook/memory";
import { parseAddress } from "../../src/host/workbook/address";
import type { SheetPort, WorkbookPort } from "../../src/host/workbook/port";

/** A made-up add-in; the host knows none. */
export const fileOptions = { namespace: "JOB", addIn: { id: "11111111-2222-4333-8444-555555555555", version: "1.2.0.0" } } as const;

export async function save(port: WorkbookPort, settings: ReadonlyMap<string, string> = new Map()): Promise<Uint8Array> {
  return saveWorkbook(port, { ...fileOptions, settings });
}

/** A fresh workbook with what the file holds. */
export async function open(
  bytes: Uint8Array,
  options: Partial<OpenOptions> = {},
): Promise<{ readonly port: MemoryWorkbook; readonly opened: Opened }> {
  const port = new MemoryWorkbook();
  const opened = await openWorkbook(port, bytes, { ...fileOptions, ...options });
  if (opened.kind !== "opened") throw new Error(describeProblem(opened));
  return { port, opened };
}

export async function reopen(port: WorkbookPort): Promise<MemoryWorkbook> {
  return (await open(await save(port))).port;
}

/** The texts of a file's parts, by name. */
export async function partTexts(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const parts = await readZip(bytes, usualLimits, () => true);
  if ("kind" in parts) throw new Error(describeProblem(parts));
  return new Map([...parts].map(([name, part]) => [name, new TextDecoder().decode(part)]));
}

export function sheetNamed(port: WorkbookPort, name: string): SheetPort {
  const sheet = port.sheets().find((candidate) => candidate.name() === name);
  if (!sheet)
    throw new Error(
      `There is no sheet ${name}; there are ${port
        .sheets()
        .map((other) => other.name())
        .join(", ")}.`,
    );
  return sheet;
}

export function at(address: string) {
  const parsed = parseAddress(address);
  if (!parsed) throw new Error(`${address} is no address.`);
  return parsed.area;
}
