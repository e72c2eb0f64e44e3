import type { Entry } from "../domain/entry";
import { areaAddress, cellAddress } from "./address";
import { type Outcome, run, type WorkbookFailure } from "./failure";

/** A formula and the cells that its answer will fill. */
export interface SpillPlan {
  readonly formula: string;
  readonly rows: number;
  readonly columns: number;
}

/** Where a formula was put, so that it can be taken out again. */
export interface Spilled {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly row: number;
  readonly column: number;
  readonly address: string;
  readonly formula: string;
}

type Answer = { readonly kind: "put"; readonly spilled: Spilled } | { readonly kind: "failed"; readonly failure: WorkbookFailure };

/** Puts a formula into the selected cell, if all that it will fill is free. */
export async function spillAtSelection({ formula, rows, columns }: SpillPlan): Promise<Outcome<Spilled>> {
  const progress: { begun: Spilled | null } = { begun: null };
  const outcome = await run(async (context): Promise<Answer> => {
    const selected = context.workbook.getSelectedRange();
    const cell = selected.getCell(0, 0);
    const area = cell.getAbsoluteResizedRange(rows, columns);
    cell.load("rowIndex,columnIndex");
    area.load("formulas,values");
    const { worksheet: sheet } = selected;
    const tables = area.getTables(false);
    tables.load("items/name");
    sheet.load("id,name");
    await context.sync();
    const { rowIndex: row, columnIndex: column } = cell;
    const address = areaAddress({ row, column, rows, columns });
    const table = tables.items.at(0);
    if (table !== undefined) return { kind: "failed", failure: { kind: "in-table", sheet: sheet.name, table: table.name } };
    const filled = [...(area.formulas as Entry[][]), ...(area.values as Entry[][])].some((cells) => cells.some((one) => one !== ""));
    if (filled) return { kind: "failed", failure: { kind: "occupied", sheet: sheet.name, address } };
    const spilled = { sheetId: sheet.id, sheetName: sheet.name, row, column, address, formula };
    progress.begun = spilled;
    cell.formulas = [[formula]];
    await context.sync();
    return { kind: "put", spilled };
  });
  if (!outcome.ok) {
    // An answer that was lost on its way does not say whether the formula is there: the cell does.
    const { begun } = progress;
    const there = begun === null ? null : await run((context) => holds(context, begun));
    return begun !== null && there?.ok === true && there.value ? { ok: true, value: begun } : outcome;
  }
  return outcome.value.kind === "put" ? { ok: true, value: outcome.value.spilled } : { ok: false, failure: outcome.value.failure };
}

/** Takes the formula out again, unless somebody has put something else in its place. */
export async function takeSpillOut(spilled: Spilled): Promise<Outcome<void>> {
  const { sheetId, sheetName, row, column } = spilled;
  const outcome = await run(async (context) => {
    if (!(await holds(context, spilled))) return false;
    context.workbook.worksheets.getItem(sheetId).getCell(row, column).clear("Contents");
    await context.sync();
    return true;
  });
  if (!outcome.ok) return outcome;
  const address = cellAddress(row, column);
  return outcome.value ? { ok: true, value: undefined } : { ok: false, failure: { kind: "changed-since", sheet: sheetName, address } };
}

async function holds(context: Excel.RequestContext, { sheetId, row, column, formula }: Spilled): Promise<boolean> {
  const cell = context.workbook.worksheets.getItem(sheetId).getCell(row, column);
  cell.load("formulas");
  await context.sync();
  return (cell.formulas as Entry[][])[0]?.[0] === formula;
}
