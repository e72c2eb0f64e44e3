import { CommandType, Dimension, Direction, IUndoRedoService, sequenceExecute, type IAccessor, type IRange } from "@univerjs/core";
import {
  getInsertRangeMutations,
  getRemoveRangeMutations,
  SetSelectionsOperation,
  SheetInterceptorService,
  SheetsSelectionsService,
} from "@univerjs/preset-sheets-core";
import type { Shift } from "../workbook/shift";
import type { Grid } from "./grid";

export const shiftRows = "embedded-workbook.command.shift-rows";
export const shiftColumns = "embedded-workbook.command.shift-columns";
export const shiftCells = "embedded-workbook.command.shift-cells";

interface ShiftRange {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
  readonly direction: Shift["direction"];
}

/**
 * Insertions and deletions that happen at once, as a batch of the page's needs them (the grid's own of cells answer
 * later), and that leave the selection where it was.
 */
export function registerShifts(grid: Grid): void {
  const register = (id: string, shift: (accessor: IAccessor, params: ShiftRange) => boolean) =>
    grid.commands.registerCommand({
      id,
      type: CommandType.COMMAND,
      handler: (accessor, params) => keepingSelection(grid, params as ShiftRange, () => shift(accessor, params as ShiftRange)),
    });
  register(shiftRows, (_, { direction, ...shift }) =>
    direction === "down"
      ? grid.execute("sheet.command.insert-row-by-range", { ...shift, direction: Direction.UP })
      : grid.execute("sheet.command.remove-row-by-range", shift),
  );
  register(shiftColumns, (_, { direction, ...shift }) =>
    direction === "right"
      ? grid.execute("sheet.command.insert-col-by-range", { ...shift, direction: Direction.LEFT })
      : grid.execute("sheet.command.remove-col-by-range", shift),
  );
  register(shiftCells, (accessor, params) => shiftByMutations(grid, accessor, params));
}

function keepingSelection({ injector, commands }: Grid, { unitId, subUnitId }: ShiftRange, shift: () => boolean): boolean {
  const selections = [...injector.get(SheetsSelectionsService).getCurrentSelections()];
  const done = shift();
  if (selections.length > 0) commands.syncExecuteCommand(SetSelectionsOperation.id, { unitId, subUnitId, selections });
  return done;
}

function shiftByMutations({ commands, injector }: Grid, accessor: IAccessor, { unitId, subUnitId, range, direction }: ShiftRange): boolean {
  const insert = direction === "down" || direction === "right";
  const shiftDimension = direction === "down" || direction === "up" ? Dimension.ROWS : Dimension.COLUMNS;
  const shift = { unitId, subUnitId, range, shiftDimension };
  const cells = insert ? getInsertRangeMutations(accessor, shift) : getRemoveRangeMutations(accessor, shift);
  const interceptor = injector.get(SheetInterceptorService);
  const own = { id: `sheet.command.${insert ? "insert" : "delete"}-range-move-${direction}`, params: { range } };
  const followers = interceptor.onCommandExecute(own);
  const redos = [...(followers.preRedos ?? []), ...cells.redo, ...followers.redos];
  if (!sequenceExecute(redos, commands).result) return false;
  const after = interceptor.afterCommandExecute(own);
  sequenceExecute(after.redos, commands);
  accessor.get(IUndoRedoService).pushUndoRedo({
    unitID: unitId,
    redoMutations: [...redos, ...after.redos],
    undoMutations: [...followers.undos, ...cells.undo, ...(followers.preUndos ?? []), ...after.undos].reverse(),
  });
  return true;
}
