import { CommandType, Dimension, IUndoRedoService, sequenceExecute, type IRange } from "@univerjs/core";
import { getInsertRangeMutations, getRemoveRangeMutations, SheetInterceptorService } from "@univerjs/preset-sheets-core";
import type { Shift } from "../workbook/shift";
import type { Grid } from "./grid";

export const shiftCells = "embedded-workbook.command.shift-cells";

interface ShiftCells {
  readonly unitId: string;
  readonly subUnitId: string;
  readonly range: IRange;
  readonly direction: Shift["direction"];
}

/** The grid's own commands for this answer later, which a batch of the page's cannot wait for; this one does the same at once. */
export function registerCellShift({ commands, injector }: Grid): void {
  commands.registerCommand({
    id: shiftCells,
    type: CommandType.COMMAND,
    handler: (accessor, params) => {
      const { unitId, subUnitId, range, direction } = params as ShiftCells;
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
    },
  });
}
