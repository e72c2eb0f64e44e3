import { type Outcome, run } from "./failure";

export interface WorkbookListener {
  /** Cells of a sheet have changed, other than by calculation. */
  cellsChanged(sheetId: string): void;
  /** A sheet came, went, or came to the front. */
  sheetsChanged(): void;
}

/** Tells the listener what happens in the workbook, for as long as the page lives. */
export function listenToWorkbook(listener: WorkbookListener): Promise<Outcome<void>> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(({ worksheetId }) => done(() => listener.cellsChanged(worksheetId)));
    worksheets.onActivated.add(() => done(() => listener.sheetsChanged()));
    worksheets.onAdded.add(() => done(() => listener.sheetsChanged()));
    worksheets.onDeleted.add(() => done(() => listener.sheetsChanged()));
    await context.sync();
  });
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
