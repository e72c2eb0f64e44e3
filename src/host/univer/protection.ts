import { CanceledError } from "@univerjs/core";
import type { SheetPort, WorkbookPort } from "../workbook/port";
import { isLocked } from "../workbook/protection";
import type { Grid } from "./grid";

/** What a person does to the cells of the selection. */
const cellEdit =
  /^(?:univer\.command\.(?:paste|cut)|sheet\.command\.(?:set-range-values|clear-|paste|optional-paste|auto-fill|refill|move-range|set-style|set-range-))/;

/** What a person does to rows, columns and the places of cells. */
const rearrangement =
  /^sheet\.command\.(?:insert-(?:row|col|multi|range)|remove-(?:row|col)|delete-range|reorder-range|sort-range|add-table)/;

const beginEditing = "sheet.operation.set-cell-edit-visible";

/** The grid knows nothing of Excel's sheet protection; a person's commands are refused here before anything of them is done. */
export function guardProtectedSheets(grid: Grid, port: WorkbookPort, refused: (sheet: SheetPort) => void): void {
  grid.commands.beforeCommandExecuted(({ id, params }) => {
    // Who asks through the port has asked about protection before.
    if (grid.executing) return;
    const sheet = port.activeSheet();
    if (!sheet.protection()) return;
    const begins = id === beginEditing && (params as { readonly visible: boolean }).visible;
    const denied = rearrangement.test(id) || ((begins || cellEdit.test(id)) && isLocked(sheet, port.selection()));
    if (!denied) return;
    refused(sheet);
    throw new CanceledError();
  });
}
