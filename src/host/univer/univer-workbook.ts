import { generateRandomId, RANGE_TYPE } from "@univerjs/core";
import { SheetsSelectionsService } from "@univerjs/preset-sheets-core";
import { TableManager } from "@univerjs/preset-sheets-table";
import { maxColumns, maxRows, type Area } from "../workbook/address";
import { newSheetId } from "../workbook/sheet-id";
import type { SheetPort, TablePort, UndoStep, WorkbookEvent, WorkbookPort } from "../workbook/port";
import { Calculation } from "./calculation";
import { Extras } from "./extra";
import type { Grid } from "./grid";
import { toArea, toRange } from "./range";
import { registerShifts } from "./shift";
import { keepFormulasInTheirRows } from "./sort";
import { definedNames, setDefinedName } from "./univer-rules";
import { UniverSheet } from "./univer-sheet";
import { UniverTable } from "./univer-table";
import { Watcher } from "./watcher";

/** The workbook in the page's grid. */
export class UniverWorkbook implements WorkbookPort {
  private readonly sheetsById = new Map<string, UniverSheet>();
  private readonly tablesById = new Map<string, UniverTable>();
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private readonly calculation: Calculation;
  private readonly extras: Extras;

  constructor(private readonly grid: Grid) {
    this.extras = new Extras(grid.injector);
    this.calculation = new Calculation(grid);
    keepFormulasInTheirRows(grid);
    registerShifts(grid);
    this.giveIds();
    new Watcher(
      grid,
      {
        sheet: (id) => this.sheet(id),
        table: (id) => this.table(id),
        activeSheet: () => this.activeSheet(),
        selection: () => this.selection(),
        forgetSheet: (id) => this.sheetsById.delete(id),
        forgetTable: (id) => this.tablesById.delete(id),
      },
      (event) => this.tell(event),
      () => this.calculation.ask(),
    );
  }

  /** Sheets that a person adds have ids that a file can keep, too. */
  private giveIds(): void {
    this.grid.commands.beforeCommandExecuted(({ id, params }) => {
      const sheet = (params as { readonly sheet?: { id?: string } } | undefined)?.sheet;
      if (id === "sheet.command.insert-sheet" && sheet) sheet.id ??= newSheetId();
    });
  }

  sheets(): readonly UniverSheet[] {
    return this.grid.workbook.getSheetOrders().map((id) => this.sheet(id)!);
  }

  addSheet(name: string, id: string = newSheetId()): SheetPort {
    const { rowCount, columnCount } = { rowCount: 200, columnCount: 40 };
    this.grid.execute("sheet.command.insert-sheet", {
      unitId: this.unitId,
      index: this.grid.workbook.getSheetOrders().length,
      sheet: { id, name, rowCount, columnCount },
    });
    return this.sheet(id)!;
  }

  activeSheet(): UniverSheet {
    return this.sheet(this.grid.workbook.getActiveSheet().getSheetId())!;
  }

  selection(): Area {
    const range = this.grid.injector.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
    if (!range) return { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    const area = toArea(range);
    if (range.rangeType === RANGE_TYPE.COLUMN) return { ...area, row: 0, rowCount: maxRows };
    return range.rangeType === RANGE_TYPE.ROW ? { ...area, column: 0, columnCount: maxColumns } : area;
  }

  select(sheet: SheetPort, area: Area): void {
    sheet.activate();
    const target = this.grid.facade.getActiveWorkbook()?.getSheetBySheetId(sheet.id);
    const range = target?.getRange(area.row, area.column, area.rowCount, area.columnCount);
    if (!range) return;
    range.activate();
    target?.scrollToCell(area.row, Math.max(0, area.column - 3));
  }

  tables(): readonly TablePort[] {
    return this.tableManager.getTableList(this.unitId).map(({ id }) => this.table(id));
  }

  addTable(sheet: SheetPort, area: Area, name: string): TablePort {
    const id = generateRandomId();
    this.grid.execute("sheet.command.add-table", {
      unitId: this.unitId,
      subUnitId: sheet.id,
      id,
      name,
      range: toRange(area),
      options: { showFooter: false },
    });
    return this.table(id);
  }

  names(): ReadonlyMap<string, string> {
    return definedNames(this.grid);
  }

  setName(name: string, formula: string | undefined): void {
    setDefinedName(this.grid, undefined, name, formula);
  }

  undoStep(): UndoStep {
    return this.grid.undoStep();
  }

  recalculate(): void {
    this.grid.facade.getFormula().executeCalculation();
  }

  settled(): Promise<void> {
    return this.calculation.settled();
  }

  /** Whether something was written, or functions answered, and formulas do not show it yet. */
  get calculating(): boolean {
    return this.calculation.pending;
  }

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private get unitId(): string {
    return this.grid.workbook.getUnitId();
  }

  private get tableManager(): TableManager {
    return this.grid.injector.get(TableManager);
  }

  private sheet(id: string): UniverSheet | undefined {
    const known = this.sheetsById.get(id);
    if (known) return known;
    const sheet = this.grid.workbook.getSheetBySheetId(id);
    if (!sheet) return undefined;
    const port = new UniverSheet(this.grid, this.extras, sheet);
    this.sheetsById.set(id, port);
    return port;
  }

  private table(id: string): UniverTable {
    let table = this.tablesById.get(id);
    if (!table) {
      const subUnitId = this.tableManager.getTableById(this.unitId, id)?.getSubunitId() ?? "";
      table = new UniverTable(this.grid, this.extras, this.tableManager, this.sheet(subUnitId)!, id);
      this.tablesById.set(id, table);
    }
    return table;
  }

  private tell(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
