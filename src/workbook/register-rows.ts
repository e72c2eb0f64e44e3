import { isBlank } from "../domain/entry";
import { findHeadings } from "./adoption/location";
import { splitRows } from "./adoption/row";
import { type Area, areaOfRange } from "./address";
import { readBasis, schemeOf } from "./basis";
import { readInParts } from "./cell-parts";
import { loadMappings } from "./mapping";
import { textAt } from "./register";
import type { ResultRows } from "./result-plan";

export interface FoundRows {
  /** The sheet's name. */
  readonly name: string;
  readonly rows: ResultRows;
  /** The column with the job ids, counted on the sheet; null where there is none. */
  readonly idColumn: number | null;
  /** The id in each row below the headings, "" for none, and how many of its cells hold anything. */
  readonly ids: readonly string[];
  readonly filled: readonly number[];
  readonly table: { readonly id: string; readonly before: Area } | null;
}

/** All rows of a register, for a write beside them; null where its columns are not found. */
export async function readRegisterRows(context: Excel.RequestContext, sheetId: string): Promise<FoundRows | null> {
  const mapping = (await loadMappings(context)).find((register) => register.sheetId === sheetId);
  if (mapping === undefined) return null;
  const basis = await readBasis(context, mapping);
  const scheme = schemeOf(basis);
  if (scheme === null) return null;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  sheet.tables.load("items/id");
  await context.sync();
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return { id: table.id, range };
  });
  await context.sync();
  if (used.isNullObject) return null;
  const cells = await readInParts(context, sheet, areaOfRange(used));
  const places = findHeadings(mapping, cells, scheme);
  if (!places.found) return null;
  const body = cells.slice(places.row + 1);
  const jobs = splitRows(
    body,
    places.columns,
    places.factors.map((column) => ({ column })),
    places.headings,
  ).jobs;
  const headingRow = used.rowIndex + places.row;
  const around = tables.map(({ id, range }) => ({ id, before: areaOfRange(range) })).find(({ before }) => before.row === headingRow);
  const { chart, grades } = basis;
  const end = used.columnIndex + used.columnCount;
  // A table is made wider only where nothing stands between it and the new columns.
  const adjoining = around !== undefined && around.before.column + around.before.columns === end ? around : null;
  return {
    name: sheet.name,
    table: adjoining,
    idColumn: places.id < 0 ? null : used.columnIndex + places.id,
    ids: body.map((cells) => (places.id < 0 ? "" : textAt(cells, places.id))),
    filled: body.map((cells) => cells.filter((cell) => !isBlank(cell)).length),
    rows: {
      scheme,
      chart: chart?.address ?? null,
      headingRow,
      headings: places.headings,
      rows: adjoining === null ? body.length : adjoining.before.rows - 1,
      factorColumns: places.factors.map((column) => used.columnIndex + column),
      jobs: jobs.map((index) => ({
        row: headingRow + 1 + index,
        levels: places.factors.map((column) => body[index]?.[column] ?? null),
      })),
      free: end,
      inTable: around !== undefined,
      grades: grades?.reading.ok === true && grades.address !== null ? { address: grades.address, table: grades.reading.value } : null,
    },
  };
}
