import { bandsOf, schemeOf } from "../basis";
import type { Outcome } from "../failure";
import { type AddedSheet, addSheets, type GoOn } from "../insertion";
import { type JobRow, listRegisters, locateRegister, readRows, type RowsRead } from "../register";
import { handOverSheet } from "./handover-sheet";

export type HandedOver = { readonly kind: "added"; readonly sheet: AddedSheet } | { readonly kind: "headings-missing" };

/** Adds a copy of a register that needs no add-in; the register itself is only read. */
export async function handOver(sheetId: string, goOn: GoOn = () => true): Promise<Outcome<HandedOver>> {
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
  const count = Math.max(0, frame.end - first);
  // Reading is taken for a third of the work.
  const copy = { wanted: true };
  const take = ({ from, rows }: RowsRead): void => {
    for (const row of rows) if (typeof row === "object" && row !== null) jobs.push(row);
    copy.wanted = goOn(from + rows.length - first, 3 * count);
  };
  const read = await readRows(sheetId, frame, { from: first, count }, take, () => copy.wanted);
  if (!read.ok) return read;
  if (!copy.wanted) return { ok: false, failure: { kind: "cancelled" } };
  const bands = bandsOf(frame.basis);
  const plan = await handOverSheet({ sheetName: register.sheetName, scheme, bands, jobs }, () => goOn(count, 3 * count));
  if (plan === null) return { ok: false, failure: { kind: "cancelled" } };
  const added = await addSheets(
    [plan],
    () => Promise.resolve(),
    (done, of) => goOn(count + (done / Math.max(1, of)) * 2 * count, 3 * count),
  );
  return added.ok ? { ok: true, value: { kind: "added", sheet: added.value[0] ?? { id: "", name: "" } } } : added;
}
