import type { Entry } from "../domain/entry";
import { areaAddress } from "./address";
import { EVIDENCE_KEY, textOfCell } from "./evidence";
import { run, type WorkbookFailure } from "./failure";
import { sameContent } from "./formula";

/** A single cell, counted on its sheet from 0. */
export interface CellPlace {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
}

/** A cell and what goes into it, as it would be typed. */
export interface CellWrite extends CellPlace {
  readonly cell: string | number | boolean;
}

/** A cell as it was before it was written. */
export interface CellBefore extends CellPlace {
  readonly typed: Entry;
  readonly value: Entry;
}

/** What has to be undone when something fails. */
export interface Undo {
  cells: readonly CellBefore[];
  addedSheet: string | null;
  /** The name, free until then, under which a sheet was to be added: known even where Excel's answer was lost. */
  addedName: string | null;
  /** The setting as it was; undefined while it is untouched. */
  setting: { readonly value: unknown } | undefined;
}

/** `restored`: all cells are as they were. */
export interface Failed {
  readonly kind: "failed";
  readonly failure: WorkbookFailure;
  readonly restored: boolean;
}

/** A cell did not keep what was written. */
interface Lost {
  readonly kind: "lost";
  readonly failure: WorkbookFailure;
}

/** Carries a write out: all of it, or none. What failed is undone by what the work has noted of the cells before. */
export async function allOrNothing<T extends { readonly kind: string }>(
  work: (context: Excel.RequestContext, undo: Undo) => Promise<T | Lost>,
): Promise<T | Failed> {
  const undo: Undo = { cells: [], addedSheet: null, addedName: null, setting: undefined };
  let thrown: unknown;
  const outcome = await run((context) => work(context, undo)).catch((error: unknown) => {
    thrown = error;
    return null;
  });
  if (outcome?.ok === true && outcome.value.kind !== "lost") return outcome.value as T;
  const restored = await putBack(undo);
  // A bug of ours: the cells are put back, and the bug is shown as one.
  if (outcome === null) throw thrown;
  return { kind: "failed", failure: outcome.ok ? (outcome.value as Lost).failure : outcome.failure, restored };
}

/** Writes cells and reads them back; what they held is noted in `undo` first. */
export async function writeCells(context: Excel.RequestContext, writes: readonly CellWrite[], undo: Undo): Promise<Lost | null> {
  const planned = writes.map((write) => {
    const range = rangeOf(context, write);
    range.load("formulas,values");
    return { write, range };
  });
  await context.sync();
  undo.cells = planned.map(({ write: { sheetId, row, column }, range }) => ({
    ...{ sheetId, row, column },
    typed: only(range.formulas),
    value: only(range.values),
  }));
  for (const { write, range } of planned) {
    range.values = [[write.cell]];
    range.load("formulas");
  }
  await context.sync();
  const lost = planned.find(({ write, range }) => !holds(only(range.formulas), write.cell))?.write;
  if (lost === undefined) return null;
  const sheet = context.workbook.worksheets.getItem(lost.sheetId);
  sheet.load("name");
  await context.sync();
  const address = areaAddress({ row: lost.row, column: lost.column, rows: 1, columns: 1 });
  return { kind: "lost", failure: { kind: "not-kept", sheet: sheet.name, address } };
}

/** Whether a cell holds what was written into it; one that is formatted as text keeps a number as text. */
export function holds(typed: Entry, written: CellWrite["cell"]): boolean {
  const [kept, wanted] = [textOfCell(typed), String(written).replace(/^'/, "")];
  return kept === wanted || (kept.startsWith("=") && sameContent(wanted, kept));
}

/** What brings a cell's contents back. A text stays a text, even one that looks like a number or a formula. */
export function asBefore({ typed, value }: CellBefore): string | number | boolean {
  if (typeof typed !== "string" || typed === "") return typed === null || typeof typed === "object" ? "" : typed;
  const formula = typed.startsWith("=") && value !== typed;
  return formula || typed.startsWith("#") ? typed : `'${typed}`;
}

/** Brings back what was there; a batch that failed may have been carried out in part. */
async function putBack({ cells, addedSheet, addedName, setting }: Undo): Promise<boolean> {
  const added = addedSheet ?? addedName;
  if (cells.length === 0 && added === null) return true;
  const outcome = await run(async (context) => {
    const sheet = added === null ? null : context.workbook.worksheets.getItemOrNullObject(added);
    sheet?.load("name");
    // Known by its name alone, it may be somebody else's by now: it goes only if there is nothing on it.
    const used = addedSheet === null ? sheet?.getUsedRangeOrNullObject() : undefined;
    used?.load("address");
    const saved = context.workbook.settings.getItemOrNullObject(EVIDENCE_KEY);
    saved.load("value");
    const kept = cells.filter(({ sheetId }) => sheetId !== addedSheet);
    const ranges = kept.map((cell) => {
      const range = rangeOf(context, cell);
      range.load("formulas");
      return range;
    });
    await context.sync();
    // Only what differs is written: where the sheet is protected, nothing was changed and nothing can be.
    kept.forEach((cell, index) => {
      const range = ranges[index]!;
      if (only(range.formulas) !== cell.typed) range.values = [[asBefore(cell)]];
    });
    if (sheet !== null && !sheet.isNullObject && used?.isNullObject !== false) sheet.delete();
    if (setting !== undefined) {
      if (setting.value === undefined) {
        if (!saved.isNullObject) saved.delete();
      } else context.workbook.settings.add(EVIDENCE_KEY, setting.value);
    }
    await context.sync();
  });
  return outcome.ok;
}

const rangeOf = (context: Excel.RequestContext, { sheetId, row, column }: CellPlace): Excel.Range =>
  context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, 1, 1);

/** What a range of one cell holds. */
export const only = (cells: readonly (readonly unknown[])[]): Entry => (cells[0]?.[0] ?? null) as Entry;
