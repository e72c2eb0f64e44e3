import type { ICommandInfo, IExecutionOptions, IRange } from "@univerjs/core";
import { generateRandomId } from "@univerjs/core";
import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/preset-sheets-core";
import { TableManager } from "@univerjs/preset-sheets-table";
import { bounds, type Area } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import type { SheetPort, TablePort, WorkbookEvent, WorkbookPort } from "../workbook/port";
import type { Grid } from "./grid";
import { UniverSheet } from "./univer-sheet";

/** The workbook in the page's grid. */
export class UniverWorkbook implements WorkbookPort {
  private readonly sheetsById = new Map<string, UniverSheet>();
  private readonly tablesById = new Map<string, UniverTable>();
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private asked = 0;
  private calculated = 0;
  private before: CellValue | undefined;
  private activeId: string;

  constructor(private readonly grid: Grid) {
    this.activeId = this.activeSheet().id;
    grid.commands.beforeCommandExecuted((command) => this.noteBefore(command));
    grid.commands.onCommandExecuted((command, options) => this.executed(command, options));
  }

  sheets(): readonly UniverSheet[] {
    return this.grid.workbook.getSheetOrders().map((id) => this.sheet(id)!);
  }

  addSheet(name: string): SheetPort {
    const { rowCount, columnCount } = { rowCount: 200, columnCount: 40 };
    const id = generateRandomId();
    this.grid.commands.syncExecuteCommand("sheet.command.insert-sheet", {
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
    const range = this.grid.facade.getActiveWorkbook()?.getActiveRange()?.getRange();
    return range ? toArea(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
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
    this.grid.commands.syncExecuteCommand("sheet.command.add-table", {
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
    const names = this.grid.facade.getActiveWorkbook()?.getDefinedNames() ?? [];
    return new Map(names.map((name) => [name.getName(), `=${name.getFormulaOrRefString().replace(/^=/, "")}`]));
  }

  setName(name: string, formula: string | undefined): void {
    const workbook = this.grid.facade.getActiveWorkbook();
    if (formula === undefined) workbook?.deleteDefinedName(name);
    else workbook?.insertDefinedName(name, formula.replace(/^=/, ""));
  }

  async settled(): Promise<void> {
    while (this.calculating) {
      const before = this.asked;
      await this.grid.facade.getFormula().onCalculationResultApplied();
      this.calculated = before;
    }
  }

  /** Whether something was written, or functions answered, and formulas do not show it yet. */
  get calculating(): boolean {
    return this.calculated < this.asked;
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
    const port = new UniverSheet(this.grid, sheet);
    this.sheetsById.set(id, port);
    return port;
  }

  private table(id: string): UniverTable {
    let table = this.tablesById.get(id);
    if (!table) {
      const subUnitId = this.tableManager.getTableById(this.unitId, id)?.getSubunitId() ?? "";
      table = new UniverTable(this.grid, this.tableManager, this.sheet(subUnitId)!, id);
      this.tablesById.set(id, table);
    }
    return table;
  }

  /** A single cell's value before it changes, for the details of the change event. */
  private noteBefore({ id, params }: Readonly<ICommandInfo>): void {
    if (id !== "sheet.mutation.set-range-values") return;
    const { subUnitId, cellValue } = params as SetRangeValues;
    const area = cellValue && areaOf(cellValue);
    const sheet = this.sheet(subUnitId);
    this.before = sheet && area?.rowCount === 1 && area.columnCount === 1 ? sheet.values(area)[0]?.[0] : undefined;
  }

  private executed({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): void {
    switch (id) {
      case "sheet.mutation.set-range-values":
        return this.valuesSet(params as SetRangeValues, options);
      case "sheet.mutation.insert-row":
      case "sheet.mutation.remove-rows":
      case "sheet.mutation.insert-col":
      case "sheet.mutation.remove-col":
        return this.shifted(id, params as { subUnitId: string; range: IRange });
      case "sheet.operation.set-selections":
        return this.tell({ kind: "selected", sheet: this.activeSheet(), area: this.selection() });
      case "sheet.operation.set-worksheet-active": {
        const left = this.activeId;
        this.activeId = this.activeSheet().id;
        return left === this.activeId ? undefined : this.tell({ kind: "activated", sheet: this.activeSheet(), left });
      }
      case "sheet.mutation.insert-sheet": {
        const sheet = this.sheet((params as { sheet: { id: string } }).sheet.id);
        return sheet && this.tell({ kind: "sheetAdded", sheet });
      }
      case "sheet.mutation.remove-sheet": {
        const sheetId = (params as { subUnitId: string }).subUnitId;
        this.sheetsById.delete(sheetId);
        return this.tell({ kind: "sheetDeleted", sheetId });
      }
      case SetTriggerFormulaCalculationStartMutation.id:
        this.asked++;
        return undefined;
      default:
        return undefined;
    }
  }

  private valuesSet({ subUnitId, cellValue }: SetRangeValues, options?: IExecutionOptions): void {
    const before = this.before;
    this.before = undefined;
    // What formulas come to is no change to Excel either.
    if (options?.["fromFormula"] || !cellValue) return;
    this.asked++;
    const sheet = this.sheet(subUnitId);
    const area = areaOf(cellValue, ({ v, f, si }) => v !== undefined || f !== undefined || si !== undefined);
    if (!sheet || !area) return;
    const one = area.rowCount === 1 && area.columnCount === 1;
    this.tell({ kind: "changed", sheet, area, ...(one ? { before: before ?? null, after: sheet.values(area)[0]?.[0] ?? null } : {}) });
  }

  private shifted(id: string, { subUnitId, range }: { subUnitId: string; range: IRange }): void {
    this.asked++;
    const sheet = this.sheet(subUnitId);
    if (!sheet) return;
    const axis = id.includes("row") ? "row" : "column";
    const { row, column, rowCount, columnCount } = toArea(range);
    const size = axis === "row" ? rowCount : columnCount;
    this.tell({ kind: "shifted", sheet, axis, at: axis === "row" ? row : column, count: id.includes("insert") ? size : -size });
  }

  private tell(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

interface SetRangeValues {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>>;
}

class UniverTable implements TablePort {
  constructor(
    private readonly grid: Grid,
    private readonly manager: TableManager,
    readonly sheet: SheetPort,
    readonly id: string,
  ) {}

  name(): string {
    return this.table?.getDisplayName() ?? "";
  }
  rename(name: string): void {
    this.configure({ name });
  }
  area(): Area {
    const range = this.table?.getRange();
    return range ? toArea(range) : { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  }
  resize(area: Area): void {
    this.configure({ updateRange: { newRange: toRange(area) } });
  }
  style(): string {
    return this.styleName;
  }
  setStyle(style: string): void {
    this.styleName = style;
  }
  delete(): void {
    this.grid.commands.syncExecuteCommand("sheet.command.delete-table", {
      unitId: this.unitId,
      tableId: this.id,
      subUnitId: this.sheet.id,
    });
  }

  /** Kept for the page; the grid draws tables in a style of its own. */
  private styleName = "TableStyleMedium2";
  private get unitId(): string {
    return this.grid.workbook.getUnitId();
  }
  private get table() {
    return this.manager.getTableById(this.unitId, this.id);
  }
  private configure(config: object): void {
    this.grid.commands.syncExecuteCommand("sheet.command.set-table-config", { unitId: this.unitId, tableId: this.id, ...config });
  }
}

function toArea({ startRow, startColumn, endRow, endColumn }: IRange): Area {
  const [row, column] = [startRow || 0, startColumn || 0];
  return { row, column, rowCount: (endRow || row) - row + 1, columnCount: (endColumn || column) - column + 1 };
}

function toRange({ row, column, rowCount, columnCount }: Area): IRange {
  return { startRow: row, startColumn: column, endRow: row + rowCount - 1, endColumn: column + columnCount - 1 };
}

/** The area of the cells that a mutation names, of those only that pass. */
function areaOf(
  cells: NonNullable<SetRangeValues["cellValue"]>,
  passes: (cell: Readonly<Record<string, unknown>>) => boolean = () => true,
): Area | undefined {
  let area: Area | undefined;
  for (const [row, columns] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(columns)) {
      if (cell && !passes(cell)) continue;
      const one = { row: Number(row), column: Number(column), rowCount: 1, columnCount: 1 };
      area = area ? bounds(area, one) : one;
    }
  }
  return area;
}
