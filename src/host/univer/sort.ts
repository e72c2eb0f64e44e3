import type { IMutationInfo, IObjectMatrixPrimitiveType, ICellData, IRange } from "@univerjs/core";
import { FormulaDataModel, SheetInterceptorService, SetRangeValuesMutation } from "@univerjs/preset-sheets-core";
import { moveReferences } from "../workbook/reference";
import type { Grid } from "./grid";

interface Reorder {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
  /** Which row comes to stand in each row. */
  readonly order: Readonly<Record<number, number>>;
}

/**
 * Sorting moves whole cells, and with them the formulas as they stand, so that a row's formula would go on reading the
 * row that it came from. In Excel it reads its own row again; this sees to it, in the same step of undo.
 */
export function keepFormulasInTheirRows(grid: Grid): void {
  grid.injector.get(SheetInterceptorService).interceptCommand({
    getMutations: ({ id, params }) =>
      id === "sheet.command.reorder-range" ? formulaMutations(grid, params as Reorder) : { redos: [], undos: [] },
  });
}

function formulaMutations(grid: Grid, { unitId, subUnitId, range, order }: Reorder): { redos: IMutationInfo[]; undos: IMutationInfo[] } {
  const formulas = grid.injector.get(FormulaDataModel);
  const cells = grid.workbook.getSheetBySheetId(subUnitId)?.getCellMatrix();
  const moved: IObjectMatrixPrimitiveType<ICellData> = {};
  const before: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const [row, source] of Object.entries(order).map(([key, value]) => [Number(key), value] as const)) {
    for (let column = range.startColumn; column <= range.endColumn; column++) {
      const cell = cells?.getValue(source, column);
      if (!cell?.f && !cell?.si) continue;
      const text = formulas.getFormulaStringByCell(source, column, subUnitId, unitId) ?? "";
      (moved[row] ??= {})[column] = { f: moveReferences(text, row - source, 0), si: null };
      (before[source] ??= {})[column] = { f: text, si: null };
    }
  }
  const mutation = (cellValue: object): IMutationInfo => ({ id: SetRangeValuesMutation.id, params: { unitId, subUnitId, cellValue } });
  return Object.keys(moved).length === 0 ? { redos: [], undos: [] } : { redos: [mutation(moved)], undos: [mutation(before)] };
}
