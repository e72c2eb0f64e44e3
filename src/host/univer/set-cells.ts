import { IUndoRedoService, sequenceExecute, WrapStrategy, type ICellData, type IObjectMatrixPrimitiveType } from "@univerjs/core";
import { SetRangeValuesMutation, SetRangeValuesUndoMutationFactory, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

export type Cells = IObjectMatrixPrimitiveType<ICellData>;

const gridCommand = "sheet.command.set-range-values";

/**
 * Sets cells as the grid's own command does. That one also measures each text for the height of its row, which takes most
 * of the time of a large write; here it is asked only where rows can change their height.
 */
export function setCells(grid: Grid, subUnitId: string, cells: Cells): void {
  const unitId = grid.workbook.getUnitId();
  if (changesHeights(grid, subUnitId, cells)) {
    grid.execute(gridCommand, { unitId, subUnitId, value: cells });
    return;
  }
  const params = { unitId, subUnitId, cellValue: cells };
  const undo = { id: SetRangeValuesMutation.id, params: SetRangeValuesUndoMutationFactory(grid.injector, params) };
  const redo = { id: SetRangeValuesMutation.id, params };
  if (!grid.execute(redo.id, params)) return;
  const followers = grid.injector.get(SheetInterceptorService).onCommandExecute({ id: gridCommand, params });
  sequenceExecute(followers.redos, grid.commands);
  grid.injector.get(IUndoRedoService).pushUndoRedo({
    unitID: unitId,
    redoMutations: [redo, ...followers.redos],
    undoMutations: [undo, ...followers.undos],
  });
}

/** A text of several lines, a larger font, or a cell that wraps. */
function changesHeights({ workbook }: Grid, subUnitId: string, cells: Cells): boolean {
  const styles = workbook.getStyles();
  const matrix = workbook.getSheetBySheetId(subUnitId)?.getCellMatrix();
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(columns as Record<string, ICellData>)) {
      if (typeof cell.v === "string" && cell.v.includes("\n")) return true;
      const style = typeof cell.s === "string" ? styles.get(cell.s) : cell.s;
      if (style?.fs != null || style?.tb === WrapStrategy.WRAP) return true;
      const present = matrix?.getValue(Number(row), Number(column));
      if (present?.s && styles.getStyleByCell(present)?.tb === WrapStrategy.WRAP) return true;
    }
  }
  return false;
}
