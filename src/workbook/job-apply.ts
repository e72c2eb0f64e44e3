import type { Entry } from "../domain/entry";
import { type Area, areaAddress } from "./address";
import { addEvidenceSheet, EVIDENCE_KEY, type EvidenceFound, type EvidenceSheet, fillEvidenceSheet, findEvidence } from "./evidence";
import { asTyped, changedNotes, type EvidenceChange, evidenceWrites, type PlannedWrite } from "./evidence-write";
import { run, type WorkbookFailure } from "./failure";
import { type JobRowReading, readJobRow } from "./job-row";
import { idKey, textAt } from "./register";

/** What is to be written for one job: levels into its row, notes onto its register's evidence sheet. */
export interface JobChange {
  readonly sheetId: string;
  readonly row: number;
  readonly id: string;
  readonly title: string;
  /** Every level cell's value as the pane showed it. */
  readonly shown: readonly Entry[];
  /** A level a factor as a cell takes it; null leaves the cell alone. */
  readonly levels: readonly (string | null)[];
  readonly notes: readonly EvidenceChange[];
}

export type Applied =
  | { readonly kind: "applied" }
  /** Nothing was written: these places (from 0) and notes are not what the pane showed. */
  | { readonly kind: "changed"; readonly places: readonly number[]; readonly keys: readonly string[] }
  /** Nothing was written: the row holds another job now. */
  | { readonly kind: "moved" }
  /** Nothing was written: notes need an id that one job alone has. */
  | { readonly kind: "id-missing" }
  | { readonly kind: "id-shared"; readonly id: string; readonly rows: readonly number[] }
  | { readonly kind: "evidence-headings"; readonly sheetName: string; readonly missing: readonly string[] }
  /** `restored`: all cells are as they were. */
  | { readonly kind: "failed"; readonly failure: WorkbookFailure; readonly restored: boolean };

/** What has to be undone when something fails. */
interface Undo {
  cells: { readonly sheetId: string; readonly area: Area; readonly typed: Entry; readonly value: Entry }[];
  addedSheet: string | null;
  /** The name, free until then, under which a sheet was to be added: known even where Excel's answer was lost. */
  addedName: string | null;
  /** The setting as it was; undefined while it is untouched. */
  setting: { readonly value: unknown } | undefined;
}

/**
 * Writes a job's levels and notes: all of them, or none. What stands in the cells is compared first with what the pane showed, and what
 * was written is read back.
 */
export async function applyJob(change: JobChange): Promise<Applied> {
  const undo: Undo = { cells: [], addedSheet: null, addedName: null, setting: undefined };
  let thrown: unknown;
  const outcome = await run((context) => apply(context, change, undo)).catch((error: unknown) => {
    thrown = error;
    return null;
  });
  if (outcome?.ok === true && outcome.value.kind !== "failed") return outcome.value;
  const restored = await putBack(undo);
  // A bug of ours: the cells are put back, and the bug is shown as one.
  if (outcome === null) throw thrown;
  return {
    kind: "failed",
    failure: outcome.ok ? (outcome.value as Extract<Applied, { kind: "failed" }>).failure : outcome.failure,
    restored,
  };
}

async function apply(context: Excel.RequestContext, change: JobChange, undo: Undo): Promise<Applied> {
  const found = await readJobRow(context, change);
  if (found.kind !== "job" || found.job.id !== change.id || found.job.title !== change.title) return { kind: "moved" };
  const { job } = found;
  const places = job.cells.flatMap(({ value }, place) => ((value ?? "") === (change.shown[place] ?? "") ? [] : [place]));
  let evidence: EvidenceFound | null = null;
  if (change.notes.length > 0) {
    const refusal = await checkId(context, job);
    if (refusal !== null) return refusal;
    evidence = await findEvidence(context, job.sheetId);
    if (evidence.kind === "headings-missing") return { ...evidence, kind: "evidence-headings" };
  }
  const keys = evidence?.kind === "sheet" ? changedNotes(evidence.sheet, job.id, change.notes) : [];
  if (places.length + keys.length > 0) return { kind: "changed", places, keys };
  const sheet = evidence === null ? null : await evidenceSheet(context, job, evidence, undo);
  const writes = [...levelWrites(job, change), ...(sheet === null ? [] : evidenceWrites(sheet, job.id, change.notes))];
  return write(context, writes, undo);
}

/** Notes are kept under the job's id, so one job alone may have it. */
async function checkId(context: Excel.RequestContext, { sheetId, id, ids }: JobRowReading): Promise<Applied | null> {
  if (id === "" || ids === null) return { kind: "id-missing" };
  const column = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(ids.from, ids.column, ids.to - ids.from + 1, 1);
  column.load("values");
  await context.sync();
  const rows = (column.values as Entry[][]).flatMap((cells, index) => (idKey(textAt(cells, 0)) === idKey(id) ? [ids.from + index] : []));
  return rows.length === 1 ? null : { kind: "id-shared", id, rows };
}

async function evidenceSheet(
  context: Excel.RequestContext,
  job: JobRowReading,
  found: Exclude<EvidenceFound, { kind: "headings-missing" }>,
  undo: Undo,
): Promise<EvidenceSheet> {
  if (found.kind === "sheet") return found.sheet;
  const { worksheets, settings } = context.workbook;
  worksheets.load("items/name");
  const setting = settings.getItemOrNullObject(EVIDENCE_KEY);
  setting.load("value");
  const active = worksheets.getActiveWorksheet();
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => name.toLowerCase()));
  undo.addedName = freeName(job.sheetName, taken);
  const sheet = addEvidenceSheet(context, undo.addedName);
  await context.sync();
  undo.addedSheet = sheet.id;
  undo.setting = { value: setting.isNullObject ? undefined : (setting.value as unknown) };
  const made = fillEvidenceSheet(context, sheet, job.sheetId, found.saved);
  active.activate();
  return made;
}

/** "Evidence", or with the register's name where another register has that already. */
function freeName(register: string, taken: ReadonlySet<string>): string {
  if (!taken.has("evidence")) return "Evidence";
  const named = `Evidence ${register}`.slice(0, 27);
  let name = named;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${named} ${number}`;
  return name;
}

const levelWrites = (job: JobRowReading, { levels }: JobChange): readonly PlannedWrite[] =>
  levels.flatMap((level, place) => {
    const column = job.columns[place];
    if (level === null || column === undefined) return [];
    return [{ sheetId: job.sheetId, area: { row: job.row, column, rows: 1, columns: 1 }, cells: [[asTyped(level)]] }];
  });

async function write(context: Excel.RequestContext, writes: readonly PlannedWrite[], undo: Undo): Promise<Applied> {
  const planned = writes.map((one) => {
    const range = rangeOf(context, one);
    range.load("formulas,values");
    return { ...one, range };
  });
  await context.sync();
  undo.cells = planned.map(({ sheetId, area, range }) => ({
    sheetId,
    area,
    typed: first(range.formulas),
    value: first(range.values),
  }));
  for (const { range, cells } of planned) {
    range.values = cells.map((row) => [...row]);
    range.load("values");
  }
  await context.sync();
  const lost = planned.find(({ range, cells }) => shownText(first(range.values)) !== plain(cells[0]?.[0] ?? ""));
  if (lost === undefined) return { kind: "applied" };
  const sheet = context.workbook.worksheets.getItem(lost.sheetId);
  sheet.load("name");
  await context.sync();
  return { kind: "failed", failure: { kind: "not-kept", sheet: sheet.name, address: areaAddress(lost.area) }, restored: false };
}

const rangeOf = (context: Excel.RequestContext, { sheetId, area }: { readonly sheetId: string; readonly area: Area }): Excel.Range =>
  context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(area.row, area.column, area.rows, area.columns);

const first = (cells: readonly (readonly unknown[])[]): Entry => (cells[0]?.[0] ?? null) as Entry;

const shownText = (value: Entry): string => (value === null || typeof value === "object" ? "" : String(value));

const plain = (cell: string | number): string => String(cell).replace(/^'/, "");

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
    kept.forEach(({ typed, value }, index) => {
      const range = ranges[index]!;
      if (first(range.formulas) !== typed) range.values = [[asBefore(typed, value)]];
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

/** A text stays a text, even one that looks like a number or a formula. */
function asBefore(typed: Entry, value: Entry): Entry {
  if (typeof typed !== "string" || typed === "") return typed ?? "";
  const formula = typed.startsWith("=") && value !== typed;
  return formula || typed.startsWith("#") ? typed : `'${typed}`;
}
