import { bandsOf, schemeOf } from "../basis";
import type { Outcome } from "../failure";
import { type AddedSheet, addSheets } from "../insertion";
import { type JobRow, listRegisters, locateRegister, readRows } from "../register";
import { handOverSheet } from "./handover-sheet";

export type HandedOver = { readonly kind: "added"; readonly sheet: AddedSheet } | { readonly kind: "headings-missing" };

/** Adds a copy of a register that needs no add-in; the register itself is only read. */
export async function handOver(sheetId: string): Promise<Outcome<HandedOver>> {
  const missing = { ok: true, value: { kind: "headings-missing" } } as const;
  const list = await listRegisters();
  if (!list.ok) return list;
  const register = list.value.registers.find(({ mapping }) => mapping.sheetId === sheetId);
  if (register === undefined) return missing;
  const located = await locateRegister(register.mapping);
  if (!located.ok) return located;
  const frame = located.value;
  const scheme = frame === null ? null : schemeOf(frame.basis);
  if (frame?.places.found !== true || scheme === null) return missing;
  const jobs: JobRow[] = [];
  const first = frame.places.headingRow + 1;
  const read = await readRows(sheetId, frame, { from: first, count: Math.max(0, frame.end - first) }, ({ rows }) => {
    for (const row of rows) if (typeof row === "object" && row !== null) jobs.push(row);
  });
  if (!read.ok) return read;
  const bands = bandsOf(frame.basis);
  const added = await addSheets([handOverSheet({ sheetName: register.sheetName, scheme, bands, jobs })], () => Promise.resolve());
  return added.ok ? { ok: true, value: { kind: "added", sheet: added.value[0] ?? { id: "", name: "" } } } : added;
}
