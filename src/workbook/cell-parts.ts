import type { Entry } from "../domain/entry";
import type { Area } from "./address";
import { failureOf, type Outcome, run } from "./failure";

/** Cells asked for at once: far below the 5 MB of an answer, unless they hold long texts. */
const CELLS_AT_ONCE = 60_000;
const FEWEST_ROWS = 20;

/** Rows worked on without a pause. */
export const SLICE = 500;
export const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** How far the reading of a sheet is. */
export interface Progress {
  readonly sheetName: string;
  readonly done: number;
  readonly of: number;
}

/** Rows that were read together; `from` is counted on the sheet, from 0. */
export interface Part {
  readonly from: number;
  readonly cells: readonly (readonly Entry[])[];
}

/**
 * Reads the values of an area from its top and hands them over some rows at a time, so that the pane answers in between. Where an answer
 * is too large, half as many rows are asked for. Ends early when `wanted` says no.
 */
export async function readParts(
  sheetId: string,
  { row, column, rows, columns }: Area,
  take: (part: Part) => void | Promise<void>,
  wanted: () => boolean = () => true,
): Promise<Outcome<void>> {
  let atOnce = Math.max(FEWEST_ROWS, Math.floor(CELLS_AT_ONCE / Math.max(1, columns)));
  let next = row;
  while (next < row + rows && wanted()) {
    const count = Math.min(atOnce, row + rows - next);
    const outcome = await readValues(sheetId, { row: next, column, rows: count, columns });
    if (outcome.ok) {
      for (let at = 0; at < count && wanted(); at += SLICE) {
        if (at > 0) await pause();
        await take({ from: next + at, cells: outcome.value.slice(at, at + SLICE) });
      }
      next += count;
    } else if (outcome.failure.kind === "too-large" && count > FEWEST_ROWS) atOnce = Math.max(FEWEST_ROWS, Math.floor(count / 2));
    else return outcome;
  }
  return { ok: true, value: undefined };
}

const readValues = (sheetId: string, { row, column, rows, columns }: Area): Promise<Outcome<Entry[][]>> =>
  run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);
    range.load("values");
    await context.sync();
    return range.values as Entry[][];
  });

/** Well under the 5 MB that a response may have on the web. */
const CELLS_IN_ONE_BATCH = 150_000;

/**
 * Reads the values of an area within a batch, in parts where it is large. Where an answer is too large, half as many rows are asked for:
 * a register may hold long texts beside its levels.
 */
export async function readInParts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area,
  atOnce = Math.max(FEWEST_ROWS, Math.floor(CELLS_IN_ONE_BATCH / Math.max(1, area.columns))),
): Promise<Entry[][]> {
  const rows = Math.min(area.rows, atOnce);
  const part = sheet.getRangeByIndexes(area.row, area.column, rows, area.columns);
  part.load("values");
  try {
    await context.sync();
  } catch (error) {
    if (failureOf(error)?.kind !== "too-large" || rows <= FEWEST_ROWS) throw error;
    return readInParts(context, sheet, area, Math.max(FEWEST_ROWS, Math.floor(rows / 2)));
  }
  const cells = part.values as Entry[][];
  if (rows === area.rows) return cells;
  return cells.concat(await readInParts(context, sheet, { ...area, row: area.row + rows, rows: area.rows - rows }, atOnce));
}
