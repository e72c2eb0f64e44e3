import type { Entry } from "../domain/entry";
import { type Area, areaOfRange } from "./address";
import { readInParts } from "./cell-parts";
import { type Outcome, run } from "./failure";
import { partsOfName, rangeName } from "./named-range";

/** Cells of the workbook that a what-if is given: a pay table, a staff list. */
export interface SourceCells {
  /** As it is kept; without cells after the sheet's name it is all that is on the sheet. */
  readonly name: string;
  readonly sheetId: string;
  readonly sheetName: string;
  /** Where the first of the cells stands, counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Entry[])[];
}

/** The cells selected; where that is one cell, everything on its sheet. */
export function readSelection(): Promise<Outcome<SourceCells>> {
  return run(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load("rowIndex,columnIndex,rowCount,columnCount");
    const { worksheet } = selected;
    worksheet.load("id,name");
    await context.sync();
    const area = areaOfRange(selected);
    const one = area.rows * area.columns === 1;
    const name = one ? `'${worksheet.name.replace(/'/g, "''")}'!` : rangeName(worksheet.name, area);
    return { name, sheetId: worksheet.id, sheetName: worksheet.name, ...(await cellsOf(context, worksheet, one ? null : area)) };
  });
}

/** Cells chosen before; null where their sheet is gone. */
export function readNamed(name: string): Promise<Outcome<SourceCells | null>> {
  return run(async (context) => {
    const { sheetName, cells } = partsOfName(name);
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    sheet.load("id,name");
    await context.sync();
    if (sheet.isNullObject) return null;
    let area: Area | null = null;
    if (cells !== "") {
      const range = sheet.getRange(cells);
      range.load("rowIndex,columnIndex,rowCount,columnCount");
      await context.sync();
      area = areaOfRange(range);
    }
    return { name, sheetId: sheet.id, sheetName: sheet.name, ...(await cellsOf(context, sheet, area)) };
  });
}

/** Whole columns may be selected: only what is used of them is read. */
async function cellsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  area: Area | null,
): Promise<Pick<SourceCells, "row" | "column" | "cells">> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  if (used.isNullObject) return { row: 0, column: 0, cells: [] };
  const whole = areaOfRange(used);
  const wanted = area === null ? whole : { ...area, rows: Math.min(area.rows, whole.row + whole.rows - area.row) };
  const { row, column } = wanted;
  return { row, column, cells: wanted.rows < 1 ? [] : await readInParts(context, sheet, wanted) };
}
