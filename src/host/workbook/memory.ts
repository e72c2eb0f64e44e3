import type { Area } from "./address";
import type { CellValue } from "./cell";
import { MemorySheet } from "./memory-sheet";
import { MemoryTable } from "./memory-table";
import type { SheetPort, TablePort, WorkbookEvent, UndoStep, WorkbookPort } from "./port";
import { rewriteReferences, type Rewrite } from "./reference";
import { newSheetId } from "./sheet-id";
import { shiftArea, type Shift } from "./shift";

/** Gives formulas their values; without one, a formula keeps the value that it was written with, or stays blank. */
export type Calculate = (formula: string, sheet: SheetPort, row: number, column: number) => CellValue | Promise<CellValue>;

/** A chain of formulas that has not come to rest by then goes round in a circle. */
const maxRounds = 20;

/** A workbook that lives in memory only: the adapter for tests that need no page. It has no grid, no undo, no spill. */
export class MemoryWorkbook implements WorkbookPort {
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private readonly sheetList: MemorySheet[] = [];
  private readonly tableList: MemoryTable[] = [];
  private readonly nameFormulas = new Map<string, string>();
  private active: MemorySheet;
  private selected: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  private lastId = 0;
  private stale = false;

  constructor(private readonly calculate?: Calculate) {
    this.active = this.newSheet("Sheet1", newSheetId());
  }

  sheets(): readonly SheetPort[] {
    return this.sheetList;
  }

  addSheet(name: string, id: string = newSheetId()): SheetPort {
    const sheet = this.newSheet(name, id);
    this.tell({ kind: "sheetAdded", sheet });
    return sheet;
  }

  activeSheet(): SheetPort {
    return this.active;
  }

  selection(): Area {
    return this.selected;
  }

  select(sheet: SheetPort, area: Area): void {
    sheet.activate();
    this.selected = area;
    this.tell({ kind: "selected", sheet, area });
  }

  tables(): readonly TablePort[] {
    return this.tableList;
  }

  addTable(sheet: SheetPort, area: Area, name: string): TablePort {
    const forget = (gone: MemoryTable) => {
      remove(this.tableList, gone);
      this.tell({ kind: "tableDeleted", tableId: gone.id, name: gone.name(), sheet });
    };
    const table = new MemoryTable(this.newId(), sheet, area, name, forget, (event) => this.tell(event));
    this.tableList.push(table);
    this.tell({ kind: "tableAdded", table });
    return table;
  }

  names(): ReadonlyMap<string, string> {
    return this.nameFormulas;
  }

  setName(name: string, formula: string | undefined): void {
    if (formula === undefined) this.nameFormulas.delete(name);
    else this.nameFormulas.set(name, formula);
    this.stale = true;
  }

  undoStep(): UndoStep {
    return (change) => change();
  }

  recalculate(): void {
    this.stale = true;
  }

  /** Calculates every formula again until none changes: it follows no precedents. */
  async settled(): Promise<void> {
    const { calculate } = this;
    const changed = new Set<MemorySheet>();
    for (let round = 0; calculate && this.stale && round < maxRounds; round++) {
      this.stale = false;
      for (const sheet of this.sheetList) {
        for (const [row, column, { value, formula }] of [...sheet.formulaCells()]) {
          const result = await calculate(formula, sheet, row, column);
          if (JSON.stringify(result) === JSON.stringify(value)) continue;
          sheet.setResult(row, column, result);
          changed.add(sheet);
          this.stale = true;
        }
      }
    }
    this.stale = false;
    for (const sheet of changed) for (const listener of this.listeners) listener({ kind: "calculated", sheet });
  }

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private newId(): string {
    return `id-${++this.lastId}`;
  }

  private newSheet(name: string, id: string): MemorySheet {
    const sheet: MemorySheet = new MemorySheet(id, name, {
      tell: (event) => this.tell(event),
      activate: () => {
        const left = this.active.id;
        if (left === sheet.id) return;
        this.active = sheet;
        this.tell({ kind: "activated", sheet, left });
      },
      delete: () => this.deleteSheet(sheet),
      moveTo: (position) => {
        remove(this.sheetList, sheet);
        this.sheetList.splice(position, 0, sheet);
      },
      renamed: (before, after) => this.rewrite(sheet, ({ area }, named) => (named ? { sheetName: after } : area), before),
      shifted: (shift) => this.followShift(sheet, shift),
      tableFilters: () => this.tableList.filter((table) => table.sheet === sheet).map(({ rowFilter }) => rowFilter),
    });
    this.sheetList.push(sheet);
    return sheet;
  }

  private deleteSheet(sheet: MemorySheet): void {
    for (const table of this.tableList.filter((item) => item.sheet === sheet)) table.delete();
    remove(this.sheetList, sheet);
    this.rewrite(sheet, ({ area }, named) => (named ? "#REF!" : area), sheet.name());
    if (this.active === sheet) this.sheetList.find((other) => other.visibility() === "Visible")?.activate();
    this.tell({ kind: "sheetDeleted", sheetId: sheet.id });
  }

  private followShift(sheet: MemorySheet, shift: Shift): void {
    this.rewrite(sheet, ({ area }) => shiftArea(area, shift) ?? "#REF!", sheet.name());
    for (const table of this.tableList.filter((item) => item.sheet === sheet)) table.shift(shift);
  }

  /** Rewrites every reference to cells of a sheet, in formulas and names of all sheets. */
  private rewrite(
    target: MemorySheet,
    change: (reference: Parameters<Rewrite>[0], named: boolean) => ReturnType<Rewrite>,
    name: string,
  ): void {
    const rule =
      (home: MemorySheet | undefined): Rewrite =>
      (reference) => {
        const { sheetName, area } = reference;
        const ours = sheetName === undefined ? home === target : sheetName.toLowerCase() === name.toLowerCase();
        return ours ? change(reference, sheetName !== undefined) : area;
      };
    for (const sheet of this.sheetList) sheet.rewrite(rule(sheet));
    for (const [key, formula] of [...this.nameFormulas]) this.nameFormulas.set(key, rewriteReferences(formula, rule(undefined)));
  }

  private tell(event: WorkbookEvent): void {
    if (event.kind !== "selected" && event.kind !== "activated") this.stale = true;
    for (const listener of this.listeners) listener(event);
  }
}

function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
