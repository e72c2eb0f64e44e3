import type { JobRowReading } from "./job-row";
import { isJob, readJobRow } from "./job-row";
import { allOrNothing, asBefore, type CellBefore, type CellWrite, type Failed, holds, only, writeCells } from "./job-write";

/**
 * What was written for one job, and what the cells held before. The pane keeps it and the workbook does not: notes are personal text,
 * and settings travel with every copy of the file.
 */
export interface JobWritten {
  readonly job: Pick<JobRowReading, "sheetId" | "row" | "id" | "title" | "columns">;
  readonly cells: readonly { readonly before: CellBefore; readonly now: CellWrite["cell"] }[];
}

export type Restored =
  | { readonly kind: "restored" }
  /** Nothing was put back: the row holds another job now, or its columns have moved. */
  | { readonly kind: "moved" }
  /** Nothing was put back: a cell no longer holds what was written, or its sheet is gone. */
  | { readonly kind: "changed-since" }
  | Failed;

/** Whether a level of the job is no longer what was written, as after the grid's own undo; then there is nothing to put back. */
export const isUndone = ({ job, cells }: JobWritten, now: JobRowReading): boolean =>
  isJob(now, job) &&
  cells.some(({ before, now: written }) => {
    if (before.sheetId !== now.sheetId || before.row !== now.row) return false;
    const there = now.cells[now.columns.indexOf(before.column)];
    return there !== undefined && !holds(there.value, written);
  });

/** Puts back what a job's cells held before they were written: all of it, or nothing. A sheet that the notes began stays. */
export const restoreJob = ({ job, cells }: JobWritten): Promise<Restored> =>
  allOrNothing(async (context, undo) => {
    const found = await readJobRow(context, job);
    const there = found.kind === "job" && isJob(found.job, job) && String(found.job.columns) === String(job.columns);
    if (!there) return { kind: "moved" } as const;
    const { worksheets } = context.workbook;
    const sheets = new Map(cells.map(({ before: { sheetId } }) => [sheetId, worksheets.getItemOrNullObject(sheetId)]));
    sheets.forEach((sheet) => sheet.load("name"));
    await context.sync();
    if ([...sheets.values()].some((sheet) => sheet.isNullObject)) return { kind: "changed-since" } as const;
    const ranges = cells.map(({ before: { sheetId, row, column } }) => {
      const range = sheets.get(sheetId)!.getRangeByIndexes(row, column, 1, 1);
      range.load("formulas");
      return range;
    });
    await context.sync();
    if (!cells.every(({ now }, place) => holds(only(ranges[place]!.formulas), now))) return { kind: "changed-since" } as const;
    const writes = cells.map(({ before }): CellWrite => ({
      sheetId: before.sheetId,
      row: before.row,
      column: before.column,
      cell: asBefore(before),
    }));
    return (await writeCells(context, writes, undo)) ?? ({ kind: "restored" } as const);
  });
