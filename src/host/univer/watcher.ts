import { CommandType, type ICommandInfo, type IExecutionOptions, type IRange } from "@univerjs/core";
import { SetTriggerFormulaCalculationStartMutation } from "@univerjs/preset-sheets-core";
import { bounds, formatArea, maxColumns, maxRows, type Area } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import type { SheetPort, TablePort, WorkbookEvent } from "../workbook/port";
import { hiddenRows, visibilityEvents } from "../workbook/row-visibility";
import type { Shift } from "../workbook/shift";
import { setExtra } from "./extra";
import type { Grid } from "./grid";
import { toArea } from "./range";
import { shiftCells, shiftColumns, shiftRows } from "./shift";

/** The grid's objects as the workbook hands them out. */
interface Ports {
  sheet(id: string): SheetPort | undefined;
  table(id: string): TablePort | undefined;
  activeSheet(): SheetPort;
  selection(): Area;
  forgetSheet(id: string): void;
  forgetTable(id: string): void;
}

const cellShifts: Readonly<Record<string, Shift["direction"]>> = {
  "sheet.command.insert-range-move-down": "down",
  "sheet.command.insert-range-move-right": "right",
  "sheet.command.delete-range-move-up": "up",
  "sheet.command.delete-range-move-left": "left",
};

const lineShifts: Readonly<Record<string, Shift["direction"]>> = {
  "sheet.mutation.insert-row": "down",
  "sheet.mutation.remove-rows": "up",
  "sheet.mutation.insert-col": "right",
  "sheet.mutation.remove-col": "left",
};

/** While these run, cells are written that nobody edited: formulas follow what moved. */
const movers = new Set([
  shiftRows,
  shiftColumns,
  shiftCells,
  ...Object.keys(cellShifts),
  "sheet.command.insert-row-by-range",
  "sheet.command.insert-col-by-range",
  "sheet.command.remove-row-by-range",
  "sheet.command.remove-col-by-range",
  "sheet.command.reorder-range",
  "sheet.command.set-worksheet-name",
  "sheet.command.remove-sheet",
  "sheet.command.set-defined-name",
  "sheet.command.set-table-config",
]);

const filters = new Set([
  "sheet.mutation.set-filter-criteria",
  "sheet.mutation.remove-filter",
  "sheet.mutation.re-calc-filter",
  "sheet.mutation.set-table-filter",
]);

/** Tells what happens in the grid, by hand, by an add-in or by undo, from the commands that do it. */
export class Watcher {
  private readonly moving: string[] = [];
  private valueBefore: CellValue | undefined;
  private nameBefore = "";
  private filterBefore: Filtered | undefined;
  /** By sheet, where the selection was told to be. */
  private readonly selections = new Map<string, string>();
  private activeId: string;

  constructor(
    grid: Grid,
    private readonly ports: Ports,
    private readonly tell: (event: WorkbookEvent) => void,
    /** Something was done after which formulas are calculated. */
    private readonly asked: () => void,
  ) {
    this.activeId = ports.activeSheet().id;
    grid.commands.beforeCommandExecuted((command) => this.before(command));
    grid.commands.onCommandExecuted((command, options) => {
      if (movers.has(command.id)) this.moving.pop();
      if (movers.has(command.id) && this.moving.length === 0) this.selected();
      const event = command.type === CommandType.COMMAND ? this.commandDone(command) : this.mutationDone(command, options);
      if (event) this.tell(event);
    });
  }

  private before({ id, params }: Readonly<ICommandInfo>): void {
    if (movers.has(id)) this.moving.push(id);
    if (id === "sheet.mutation.set-range-values") {
      const { subUnitId, cellValue } = params as SetRangeValues;
      const area = cellValue && areaOf(cellValue);
      const sheet = this.ports.sheet(subUnitId);
      this.valueBefore = sheet && area?.rowCount === 1 && area.columnCount === 1 ? sheet.values(area)[0]?.[0] : undefined;
    }
    if (filters.has(id)) this.filterBefore = this.filtered(params as Partial<OfTable>);
    if (id === "sheet.mutation.delete-table") this.nameBefore = this.ports.table((params as OfTable).tableId)?.name() ?? "";
  }

  private commandDone({ id, params }: Readonly<ICommandInfo>): WorkbookEvent | undefined {
    const { range, direction = cellShifts[id] } = (params ?? {}) as { range?: IRange; direction?: Shift["direction"] };
    if (!direction || (id !== shiftCells && !(id in cellShifts))) return undefined;
    this.asked();
    return { kind: "shifted", sheet: this.ports.activeSheet(), shift: { area: range ? toArea(range) : this.ports.selection(), direction } };
  }

  private mutationDone({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions): WorkbookEvent | undefined {
    const direction = lineShifts[id];
    if (direction) return this.linesShifted(direction, params as OfSheet & { range: IRange });
    if (filters.has(id)) this.filterSet();
    const sheet = this.ports.sheet((params as Partial<OfSheet> | undefined)?.subUnitId ?? "");
    switch (id) {
      case "sheet.mutation.set-range-values":
        return this.valuesSet(params as SetRangeValues, options);
      case "sheet.mutation.move-range":
        this.cellsMoved(params as MoveRange);
        return undefined;
      case "sheet.mutation.reorder-range":
        this.asked();
        return sheet && { kind: "sorted", sheet, area: toArea((params as { range: IRange }).range) };
      case "sheet.operation.set-selections":
        this.selected();
        return undefined;
      case "sheet.operation.set-worksheet-active": {
        const left = this.activeId;
        this.activeId = this.ports.activeSheet().id;
        return left === this.activeId ? undefined : { kind: "activated", sheet: this.ports.activeSheet(), left };
      }
      case "sheet.mutation.insert-sheet": {
        const added = this.ports.sheet((params as { sheet: { id: string } }).sheet.id);
        return added && { kind: "sheetAdded", sheet: added };
      }
      case "sheet.mutation.remove-sheet": {
        const sheetId = (params as OfSheet).subUnitId;
        this.ports.forgetSheet(sheetId);
        return { kind: "sheetDeleted", sheetId };
      }
      case "sheet.mutation.set-row-hidden":
      case "sheet.mutation.set-row-visible": {
        const { ranges } = params as { ranges: IRange[] };
        const hidden = id.endsWith("hidden");
        if (!sheet) return undefined;
        for (const { startRow: from, endRow } of ranges) this.tell({ kind: "rowsHidden", sheet, from, count: endRow - from + 1, hidden });
        return undefined;
      }
      case setExtra: {
        const { sheetId, extra } = params as { sheetId: string; extra: object };
        const changed = "protection" in extra ? this.ports.sheet(sheetId) : undefined;
        return changed && { kind: "protectionChanged", sheet: changed };
      }
      case "sheet.mutation.add-table": {
        const table = this.ports.table((params as OfTable).tableId);
        return table && { kind: "tableAdded", table };
      }
      case "sheet.mutation.delete-table": {
        const { tableId } = params as OfTable;
        this.ports.forgetTable(tableId);
        return sheet && { kind: "tableDeleted", tableId, name: this.nameBefore, sheet };
      }
      case SetTriggerFormulaCalculationStartMutation.id:
        this.asked();
        return undefined;
      default:
        return undefined;
    }
  }

  /** The rows that a filter is about to judge, and which of them are hidden so far. */
  private filtered({ subUnitId, tableId }: Partial<OfTable>): Filtered | undefined {
    const table = tableId === undefined ? undefined : this.ports.table(tableId);
    const sheet = table?.sheet ?? this.ports.sheet(subUnitId ?? "");
    const rows = (table ?? sheet)?.filter()?.area;
    return sheet && rows && { sheet, rows, hidden: hiddenRows(sheet, rows) };
  }

  private filterSet(): void {
    const before = this.filterBefore;
    if (before) for (const event of visibilityEvents(before.sheet, before.rows, before.hidden)) this.tell(event);
  }

  /** The grid selects what it moves, and selects anew what is selected; neither is news. */
  private selected(): void {
    if (this.moving.length > 0) return;
    const sheet = this.ports.activeSheet();
    const area = this.ports.selection();
    const place = formatArea(area);
    if (this.selections.get(sheet.id) === place) return;
    this.selections.set(sheet.id, place);
    this.tell({ kind: "selected", sheet, area });
  }

  private valuesSet({ subUnitId, cellValue }: SetRangeValues, options?: IExecutionOptions): WorkbookEvent | undefined {
    const before = this.valueBefore ?? null;
    // What formulas come to is no change to Excel either.
    if (options?.["fromFormula"]) {
      const calculated = this.ports.sheet(subUnitId);
      return calculated && { kind: "calculated", sheet: calculated };
    }
    if (!cellValue) return undefined;
    this.asked();
    const sheet = this.ports.sheet(subUnitId);
    const area = areaOf(cellValue, ({ v, f, si }) => v !== undefined || f !== undefined || si !== undefined);
    if (!sheet || !area || this.moving.length > 0) return undefined;
    const one = area.rowCount === 1 && area.columnCount === 1;
    return { kind: "changed", sheet, area, ...(one ? { before, after: sheet.values(area)[0]?.[0] ?? null } : {}) };
  }

  /** Cut and pasted, or dragged. */
  private cellsMoved({ from, to }: MoveRange): void {
    this.asked();
    if (this.moving.length > 0) return;
    for (const { subUnitId, value } of [from, to]) {
      const sheet = this.ports.sheet(subUnitId);
      const area = areaOf(value);
      if (sheet && area) this.tell({ kind: "changed", sheet, area });
    }
  }

  private linesShifted(direction: Shift["direction"], { subUnitId, range }: OfSheet & { range: IRange }): WorkbookEvent | undefined {
    this.asked();
    const sheet = this.ports.sheet(subUnitId);
    // Cells that are shifted may push the grid's end out; no cell moves by that.
    if (!sheet || this.moving.some((id) => id === shiftCells || id in cellShifts)) return undefined;
    const { row, column, rowCount, columnCount } = toArea(range);
    const rows = direction === "down" || direction === "up";
    const area = rows ? { row, rowCount, column: 0, columnCount: maxColumns } : { row: 0, rowCount: maxRows, column, columnCount };
    return { kind: "shifted", sheet, shift: { area, direction } };
  }
}

interface OfSheet {
  readonly subUnitId: string;
}

interface OfTable extends OfSheet {
  readonly tableId: string;
}

interface Filtered {
  readonly sheet: SheetPort;
  readonly rows: Area;
  readonly hidden: readonly boolean[];
}

type Cells = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>> | null>>>>;

interface SetRangeValues extends OfSheet {
  readonly cellValue?: Cells;
}

interface MoveRange {
  readonly from: OfSheet & { readonly value: Cells };
  readonly to: OfSheet & { readonly value: Cells };
}

/** The area of the cells that a mutation names, of those only that pass. */
function areaOf(cells: Cells, passes: (cell: Readonly<Record<string, unknown>>) => boolean = () => true): Area | undefined {
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
