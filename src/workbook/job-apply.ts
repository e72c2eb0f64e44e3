import type { Entry } from "../domain/entry";
import { addEvidenceSheet, EVIDENCE_KEY, type EvidenceFound, type EvidenceSheet, fillEvidenceSheet, findEvidence } from "./evidence";
import { asTyped, changedNotes, type EvidenceChange, evidenceWrites } from "./evidence-write";
import type { JobWritten } from "./job-restore";
import { isJob, type JobRowReading, readJobRow, rowsWithId } from "./job-row";
import { allOrNothing, type CellWrite, type Failed, type Undo, writeCells } from "./job-write";

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
  | { readonly kind: "applied"; readonly written: JobWritten }
  /** Nothing was written: these places (from 0) and notes are not what the pane showed. */
  | { readonly kind: "changed"; readonly places: readonly number[]; readonly keys: readonly string[] }
  /** Nothing was written: the row holds another job now. */
  | { readonly kind: "moved" }
  /** Nothing was written: notes need an id that one job alone has. */
  | { readonly kind: "id-missing" }
  | { readonly kind: "id-shared"; readonly id: string; readonly rows: readonly number[] }
  | { readonly kind: "evidence-headings"; readonly sheetName: string; readonly missing: readonly string[] }
  | Failed;

/**
 * Writes a job's levels and notes: all of them, or none. What stands in the cells is compared first with what the pane showed, and what
 * was written is read back.
 */
export const applyJob = (change: JobChange): Promise<Applied> => allOrNothing((context, undo) => apply(context, change, undo));

async function apply(context: Excel.RequestContext, change: JobChange, undo: Undo) {
  const found = await readJobRow(context, change);
  if (found.kind !== "job" || !isJob(found.job, change)) return { kind: "moved" } as const;
  const { job } = found;
  const places = job.cells.flatMap(({ value }, place) => ((value ?? "") === (change.shown[place] ?? "") ? [] : [place]));
  let evidence: EvidenceFound | null = null;
  if (change.notes.length > 0) {
    const refusal = await checkId(context, job);
    if (refusal !== null) return refusal;
    evidence = await findEvidence(context, job.sheetId);
    if (evidence.kind === "headings-missing") return { ...evidence, kind: "evidence-headings" } as const;
  }
  const keys = evidence?.kind === "sheet" ? changedNotes(evidence.sheet, job.id, change.notes) : [];
  if (places.length + keys.length > 0) return { kind: "changed", places, keys } as const;
  const sheet = evidence === null ? null : await evidenceSheet(context, job, evidence, undo);
  const writes = [...levelWrites(job, change), ...(sheet === null ? [] : evidenceWrites(sheet, job.id, change.notes))];
  const lost = await writeCells(context, writes, undo);
  if (lost !== null) return lost;
  const { sheetId, row, id, title, columns } = job;
  const cells = undo.cells.map((before, place) => ({ before, now: writes[place]!.cell }));
  return { kind: "applied", written: { job: { sheetId, row, id, title, columns }, cells } } as const;
}

/** Notes are kept under the job's id, so one job alone may have it. */
async function checkId(context: Excel.RequestContext, job: JobRowReading) {
  const { id } = job;
  if (id === "" || job.ids === null) return { kind: "id-missing" } as const;
  const rows = await rowsWithId(context, job, id);
  return rows.length === 1 ? null : ({ kind: "id-shared", id, rows } as const);
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

const levelWrites = (job: JobRowReading, { levels }: JobChange): readonly CellWrite[] =>
  levels.flatMap((level, place) => {
    const column = job.columns[place];
    if (level === null || column === undefined) return [];
    return [{ sheetId: job.sheetId, row: job.row, column, cell: asTyped(level) }];
  });
