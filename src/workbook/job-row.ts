import type { Entry } from "../domain/entry";
import type { Result } from "../domain/result";
import type { BandTable } from "../domain/scheme/band";
import type { Scheme } from "../domain/scheme/scheme";
import { bandsOf, readBasis, schemeOf } from "./basis";
import { type Outcome, run } from "./failure";
import { loadMappings } from "./mapping";
import { findHeadings } from "./adoption/location";
import { DEEPEST_HEADINGS } from "./adoption/recognition";
import { type LeftOut, splitRows } from "./adoption/row";
import { idKey, textAt } from "./register";

/** A cell with a level, as it stood when it was read. */
export interface LevelCell {
  readonly value: Entry;
  /** What is typed there: the formula, where the value comes from one. */
  readonly typed: Entry;
}

/** One job as its row shows it at one moment. */
export interface JobRowReading {
  readonly sheetId: string;
  readonly sheetName: string;
  /** Its scheme, or why it has none. */
  readonly scheme: Result<Scheme>;
  /** The register's own grades, else the scheme's bands; null where there are none that can be read. */
  readonly bands: BandTable | null;
  /** Counted from 0, on the sheet; columns likewise. */
  readonly row: number;
  readonly id: string;
  readonly title: string;
  /** In the scheme's order of factors. */
  readonly columns: readonly number[];
  readonly cells: readonly LevelCell[];
  /** The cells below the headings that hold the job ids; null where no column has that heading. */
  readonly ids: { readonly column: number; readonly from: number; readonly to: number } | null;
}

export type SelectedJob =
  | { readonly kind: "elsewhere" }
  | { readonly kind: "headings-missing"; readonly sheetName: string; readonly missing: readonly string[] }
  /** `why`: something stands in the row, and it is no job. */
  | { readonly kind: "no-job"; readonly sheetName: string; readonly why: LeftOut["why"] | null }
  | { readonly kind: "job"; readonly job: JobRowReading };

/** A row may be sorted or deleted: it holds the same job where id and title are the same. */
export const isJob = (job: JobRowReading, { id, title }: Pick<JobRowReading, "id" | "title">): boolean =>
  job.id === id && job.title === title;

type IdColumn = Pick<JobRowReading, "sheetId" | "ids">;

/** The rows of a register that hold an id, counted from 0. */
export async function rowsWithId(context: Excel.RequestContext, { sheetId, ids }: IdColumn, id: string): Promise<readonly number[]> {
  if (ids === null) return [];
  const column = context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(ids.from, ids.column, ids.to - ids.from + 1, 1);
  column.load("values");
  await context.sync();
  return (column.values as Entry[][]).flatMap((cells, index) => (idKey(textAt(cells, 0)) === idKey(id) ? [ids.from + index] : []));
}

/** How many jobs of a register have an id. */
export const countId = (job: IdColumn, id: string): Promise<Outcome<number>> =>
  run(async (context) => (await rowsWithId(context, job, id)).length);

export const sheetIds = (): Promise<Outcome<readonly string[]>> =>
  run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    return worksheets.items.map(({ id }) => id);
  });

interface Place {
  readonly sheetId: string;
  readonly row: number;
}

/** Reads the job in the row of the active cell. */
export function readSelectedJob(): Promise<Outcome<SelectedJob>> {
  return run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex");
    const { worksheet } = cell;
    worksheet.load("id");
    await context.sync();
    return readJobRow(context, { sheetId: worksheet.id, row: cell.rowIndex });
  });
}

/** Reads one row and the headings, never the whole sheet: a register may have a hundred thousand rows. */
export async function readJobRow(context: Excel.RequestContext, place: Place): Promise<SelectedJob> {
  const mapping = (await loadMappings(context)).find(({ sheetId }) => sheetId === place.sheetId);
  if (mapping === undefined) return { kind: "elsewhere" };
  const sheet = context.workbook.worksheets.getItemOrNullObject(place.sheetId);
  sheet.load("name");
  const basis = await readBasis(context, mapping);
  await context.sync();
  if (sheet.isNullObject) return { kind: "elsewhere" };
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const none: SelectedJob = { kind: "no-job", sheetName: sheet.name, why: null };
  if (used.isNullObject) return none;
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const top = sheet.getRangeByIndexes(rowIndex, columnIndex, Math.min(rowCount, DEEPEST_HEADINGS), columnCount);
  top.load("values");
  const line = sheet.getRangeByIndexes(place.row, columnIndex, 1, columnCount);
  line.load("values,formulas");
  await context.sync();
  const places = findHeadings(mapping, top.values as Entry[][], schemeOf(basis));
  if (!places.found) return { kind: "headings-missing", sheetName: sheet.name, missing: places.missing };
  const first = rowIndex + places.row + 1;
  const last = rowIndex + rowCount - 1;
  const values = (line.values as Entry[][])[0] ?? [];
  const typed = (line.formulas as Entry[][])[0] ?? [];
  const id = textAt(values, places.id);
  const title = textAt(values, places.title);
  const cells = places.factors.map((column): LevelCell => ({ value: values[column] ?? null, typed: typed[column] ?? null }));
  if (place.row < first || place.row > last) return none;
  const factors = places.factors.map((column) => ({ column }));
  const { jobs, leftOut } = splitRows([values], places.columns, factors, places.headings);
  if (jobs.length === 0) return { ...none, why: leftOut[0]?.why ?? null };
  return {
    kind: "job",
    job: {
      ...place,
      sheetName: sheet.name,
      scheme: basis.scheme,
      bands: bandsOf(basis),
      id,
      title,
      columns: places.factors.map((column) => columnIndex + column),
      cells,
      ids: places.id < 0 ? null : { column: columnIndex + places.id, from: first, to: last },
    },
  };
}
