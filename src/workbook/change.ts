import { type Area, parseAreas } from "./address";
import { type Outcome, run } from "./failure";

/** What happened to a sheet's cells, in the order in which it happened. */
export type SheetChange =
  | { readonly kind: "edited"; readonly area: Area }
  /** Cells came in or went; those behind them have moved. */
  | { readonly kind: "moved"; readonly area: Area; readonly by: "rows" | "columns" | "cells"; readonly way: "in" | "out" }
  /** Excel does not say what. */
  | { readonly kind: "unknown" };

export interface WorkbookListener {
  /** Cells of a sheet have changed, other than by calculation. */
  cellsChanged(sheetId: string, changes: readonly SheetChange[]): void;
  /** Formulas of a sheet have come to something else. */
  calculated?(sheetId: string): void;
  /** Rows were hidden or shown, by hand or by a filter. */
  rowsHidden?(sheetId: string): void;
  /** A sheet came, went, or came to the front. */
  sheetsChanged(): void;
  sheetDeleted?(sheetId: string): void;
  /** Another cell is selected. */
  selectionChanged?(): void;
}

/** Tells the listener what happens in the workbook, for as long as the page lives. */
export async function listenToWorkbook(listener: WorkbookListener): Promise<Outcome<void>> {
  const outcome = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add((event) => done(() => listener.cellsChanged(event.worksheetId, changesOf(event))));
    worksheets.onCalculated.add(({ worksheetId }) => done(() => listener.calculated?.(worksheetId)));
    worksheets.onActivated.add(() => done(() => listener.sheetsChanged()));
    worksheets.onAdded.add(() => done(() => listener.sheetsChanged()));
    worksheets.onDeleted.add(({ worksheetId }) =>
      done(() => {
        listener.sheetDeleted?.(worksheetId);
        listener.sheetsChanged();
      }),
    );
    if (listener.selectionChanged !== undefined) worksheets.onSelectionChanged.add(() => done(() => listener.selectionChanged?.()));
    await context.sync();
  });
  if (!outcome.ok) return outcome;
  return run(async (context) => {
    const { worksheets } = context.workbook;
    // Excel need not raise a change for a sort.
    worksheets.onRowSorted.add(({ worksheetId, address }) =>
      done(() => listener.cellsChanged(worksheetId, changesOf({ address, changeType: "RangeEdited" }))),
    );
    worksheets.onRowHiddenChanged.add(({ worksheetId }) => done(() => listener.rowsHidden?.(worksheetId)));
    await context.sync();
  });
}

interface ChangeEvent {
  readonly address: string;
  readonly changeType: string;
}

function changesOf({ address, changeType }: ChangeEvent): readonly SheetChange[] {
  const areas = parseAreas(address);
  if (areas === null) return [{ kind: "unknown" }];
  if (changeType === "RangeEdited") return areas.map((area) => ({ kind: "edited", area }));
  const [, what, way] = /^(Row|Column|Cell)(Inserted|Deleted)$/.exec(changeType) ?? [];
  if (what === undefined) return [{ kind: "unknown" }];
  const by = what === "Row" ? "rows" : what === "Column" ? "columns" : "cells";
  return areas.map((area) => ({ kind: "moved", area, by, way: way === "Inserted" ? "in" : "out" }));
}

/** Brings a sheet to the front and selects one of its cells. */
export function selectCell(sheetId: string, row: number, column: number): Promise<Outcome<void>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    sheet.activate();
    sheet.getCell(row, column).select();
    await context.sync();
  });
}

export function showSheet(sheetId: string): Promise<Outcome<void>> {
  return run(async (context) => {
    context.workbook.worksheets.getItem(sheetId).activate();
    await context.sync();
  });
}

/** Office.js wants a promise of each handler, and waits for nothing else. */
function done(act: () => void): Promise<void> {
  act();
  return Promise.resolve();
}
