import { bounds, intersection, maxColumns, type Area } from "./address";
import type { CellContent, CellValue } from "./cell";
import {
  plainFormat,
  type CellFormat,
  type SheetPort,
  type TablePort,
  type Visibility,
  type WorkbookEvent,
  type WorkbookPort,
} from "./port";

/** Gives formulas their values; without one, a formula's cell stays blank. */
export type Calculate = (formula: string, sheet: SheetPort, row: number, column: number) => CellValue | Promise<CellValue>;

const defaultColumnWidth = 48;
const defaultRowHeight = 15;

/** A workbook that lives in memory only: the adapter for tests that need no page. It has no grid, no undo, no spill. */
export class MemoryWorkbook implements WorkbookPort {
  private readonly listeners = new Set<(event: WorkbookEvent) => void>();
  private readonly sheetList: MemorySheet[] = [];
  private readonly tableList: MemoryTable[] = [];
  private readonly nameFormulas = new Map<string, string>();
  private active: MemorySheet;
  private selected: Area = { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  private lastId = 0;

  constructor(private readonly calculate?: Calculate) {
    this.active = this.newSheet("Sheet1");
  }

  sheets(): readonly SheetPort[] {
    return this.sheetList;
  }

  addSheet(name: string): SheetPort {
    const sheet = this.newSheet(name);
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
    const table = new MemoryTable(this.newId(), sheet, area, name, (gone) => remove(this.tableList, gone));
    this.tableList.push(table);
    return table;
  }

  names(): ReadonlyMap<string, string> {
    return this.nameFormulas;
  }

  setName(name: string, formula: string | undefined): void {
    if (formula === undefined) this.nameFormulas.delete(name);
    else this.nameFormulas.set(name, formula);
  }

  async settled(): Promise<void> {
    for (const sheet of this.sheetList) await sheet.settle();
  }

  listen(listener: (event: WorkbookEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private newId(): string {
    return `id-${++this.lastId}`;
  }

  private newSheet(name: string): MemorySheet {
    const sheet: MemorySheet = new MemorySheet(this.newId(), name, {
      tell: (event) => this.tell(event),
      calculate: this.calculate,
      activate: () => {
        const left = this.active.id;
        if (left === sheet.id) return;
        this.active = sheet;
        this.tell({ kind: "activated", sheet, left });
      },
      delete: () => {
        remove(this.sheetList, sheet);
        for (const table of this.tableList.filter((item) => item.sheet === sheet)) table.delete();
        if (this.active === sheet) this.sheetList[0]?.activate();
        this.tell({ kind: "sheetDeleted", sheetId: sheet.id });
      },
    });
    this.sheetList.push(sheet);
    return sheet;
  }

  private tell(event: WorkbookEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
  /** Its formula has been written and not yet calculated. */
  readonly stale?: boolean;
}

interface Surroundings {
  tell(event: WorkbookEvent): void;
  activate(): void;
  delete(): void;
  readonly calculate: Calculate | undefined;
}

class MemorySheet implements SheetPort {
  private readonly cells = new Map<number, Cell>();
  private readonly formats = new Map<number, Partial<CellFormat>>();
  private readonly numberFormatOf = new Map<number, string>();
  private readonly widths = new Map<number, number>();
  private readonly heights = new Map<number, number>();
  private freeze = { rows: 0, columns: 0 };
  private shown: Visibility = "Visible";

  constructor(
    readonly id: string,
    private label: string,
    private readonly book: Surroundings,
  ) {}

  name(): string {
    return this.label;
  }
  rename(name: string): void {
    this.label = name;
  }
  activate(): void {
    this.book.activate();
  }
  delete(): void {
    this.book.delete();
  }
  visibility(): Visibility {
    return this.shown;
  }
  setVisibility(visibility: Visibility): void {
    this.shown = visibility;
  }

  usedArea(): Area | undefined {
    let used: Area | undefined;
    for (const key of this.cells.keys()) {
      const cell = { row: Math.floor(key / maxColumns), column: key % maxColumns, rowCount: 1, columnCount: 1 };
      used = used ? bounds(used, cell) : cell;
    }
    return used;
  }

  values(area: Area): CellValue[][] {
    return grid(area, (key) => this.cells.get(key)?.value ?? null);
  }
  formulas(area: Area): string[][] {
    return grid(area, (key) => this.cells.get(key)?.formula ?? "");
  }
  numberFormats(area: Area): string[][] {
    return grid(area, (key) => this.numberFormatOf.get(key) ?? "General");
  }

  write(area: Area, cells: readonly (readonly (CellContent | undefined)[])[]): void {
    const one = area.rowCount === 1 && area.columnCount === 1;
    const before = one ? this.values(area)[0]?.[0] : undefined;
    each(area, (key, row, column) => {
      const content = cells[row]?.[column];
      if (!content) return;
      if (content.formula !== undefined) this.cells.set(key, { value: content.value, formula: content.formula, stale: true });
      else if (content.value === null) this.cells.delete(key);
      else this.cells.set(key, { value: content.value });
    });
    const after = one ? this.values(area)[0]?.[0] : undefined;
    const details = one ? { before: before ?? null, after: after ?? null } : {};
    this.book.tell({ kind: "changed", sheet: this, area, ...details });
  }

  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void {
    each(area, (key, row, column) => {
      const format = formats[row]?.[column];
      if (format !== undefined) this.numberFormatOf.set(key, format);
    });
  }

  format(area: Area): CellFormat {
    return { ...plainFormat, ...this.formats.get(area.row * maxColumns + area.column) };
  }
  setFormat(area: Area, format: Partial<CellFormat>): void {
    each(this.within(area), (key) => this.formats.set(key, { ...this.formats.get(key), ...format }));
  }

  clear(area: Area, what: "contents" | "formats" | "all"): void {
    each(this.within(area), (key) => {
      if (what !== "formats") this.cells.delete(key);
      if (what !== "contents") {
        this.formats.delete(key);
        this.numberFormatOf.delete(key);
      }
    });
    if (what !== "formats") this.book.tell({ kind: "changed", sheet: this, area });
  }

  columnWidth(column: number): number {
    return this.widths.get(column) ?? defaultColumnWidth;
  }
  setColumnWidth(from: number, count: number, points: number): void {
    for (let column = from; column < from + count; column++) this.widths.set(column, points);
  }
  rowHeight(row: number): number {
    return this.heights.get(row) ?? defaultRowHeight;
  }
  setRowHeight(from: number, count: number, points: number): void {
    for (let row = from; row < from + count; row++) this.heights.set(row, points);
  }
  setFrozen(rows: number, columns: number): void {
    this.freeze = { rows, columns };
  }
  frozen(): { readonly rows: number; readonly columns: number } {
    return this.freeze;
  }

  /** Calculates each formula once after it was written; this adapter follows no precedents. */
  async settle(): Promise<void> {
    for (const [key, cell] of this.cells) {
      if (!cell.stale || cell.formula === undefined) continue;
      const value = (await this.book.calculate?.(cell.formula, this, Math.floor(key / maxColumns), key % maxColumns)) ?? null;
      this.cells.set(key, { value, formula: cell.formula });
    }
  }

  /** Whole rows and columns reach no further than what the sheet uses, so that formatting one costs little. */
  private within(area: Area): Area {
    if (area.rowCount * area.columnCount <= 100_000) return area;
    const used = this.usedArea();
    return (used && intersection(area, used)) ?? { ...area, rowCount: 1, columnCount: 1 };
  }
}

class MemoryTable implements TablePort {
  private styleName = "TableStyleMedium2";

  constructor(
    readonly id: string,
    readonly sheet: SheetPort,
    private place: Area,
    private label: string,
    private readonly forget: (table: MemoryTable) => void,
  ) {}

  name(): string {
    return this.label;
  }
  rename(name: string): void {
    this.label = name;
  }
  area(): Area {
    return this.place;
  }
  resize(area: Area): void {
    this.place = area;
  }
  style(): string {
    return this.styleName;
  }
  setStyle(style: string): void {
    this.styleName = style;
  }
  delete(): void {
    this.forget(this);
  }
}

function grid<T>(area: Area, read: (key: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) => read((area.row + row) * maxColumns + area.column + column)),
  );
}

function each(area: Area, act: (key: number, row: number, column: number) => void): void {
  for (let row = 0; row < area.rowCount; row++) {
    for (let column = 0; column < area.columnCount; column++) act((area.row + row) * maxColumns + area.column + column, row, column);
  }
}

function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}
