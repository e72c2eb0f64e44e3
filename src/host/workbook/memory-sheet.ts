import { bounds, intersection, type Area } from "./address";
import type { CellContent, CellValue } from "./cell";
import { CellMap, eachCell, LineMap } from "./cell-map";
import { plainFormat, type CellFormat } from "./format";
import { MemoryRules, type MemoryFilter } from "./memory-rules";
import { sortedRows } from "./order";
import type { SheetPort, Visibility, WorkbookEvent } from "./port";
import { moveReferences, rewriteReferences, type Rewrite } from "./reference";
import type { SortKey } from "./rule";
import { isWholeColumns, isWholeRows, shiftAreas, type Shift } from "./shift";

const defaultColumnWidth = 48;
const defaultRowHeight = 15;

export interface Cell {
  readonly value: CellValue;
  readonly formula?: string;
}

/** What a sheet in memory asks of its workbook. */
export interface Surroundings {
  tell(event: WorkbookEvent): void;
  activate(): void;
  delete(): void;
  moveTo(position: number): void;
  renamed(before: string, name: string): void;
  /** After the sheet's own cells have moved: formulas, names and tables follow. */
  shifted(shift: Shift): void;
  tableFilters(): readonly MemoryFilter[];
}

export class MemorySheet extends MemoryRules implements SheetPort {
  private readonly cells = new CellMap<Cell>();
  private readonly formatOf = new CellMap<Partial<CellFormat>>();
  private readonly numberFormatOf = new CellMap<string>();
  private readonly widths = new LineMap<number>("column");
  private readonly heights = new LineMap<number>("row");
  private readonly hiddenColumns = new LineMap<true>("column");
  private readonly hiddenRows = new LineMap<true>("row");
  private mergedAreas: readonly Area[] = [];
  private freeze = { rows: 0, columns: 0 };
  private shown: Visibility = "Visible";
  private color = "";
  private grid = true;

  constructor(
    readonly id: string,
    private label: string,
    private readonly book: Surroundings,
  ) {
    super();
  }

  protected get self(): SheetPort {
    return this;
  }
  protected tell(event: WorkbookEvent): void {
    this.book.tell(event);
  }

  name(): string {
    return this.label;
  }
  rename(name: string): void {
    const before = this.label;
    this.label = name;
    this.book.renamed(before, name);
  }
  activate(): void {
    this.book.activate();
  }
  delete(): void {
    this.book.delete();
  }
  moveTo(position: number): void {
    this.book.moveTo(position);
  }
  visibility(): Visibility {
    return this.shown;
  }
  setVisibility(visibility: Visibility): void {
    this.shown = visibility;
  }
  tabColor(): string {
    return this.color;
  }
  setTabColor(color: string): void {
    this.color = color;
  }
  gridlines(): boolean {
    return this.grid;
  }
  setGridlines(shown: boolean): void {
    this.grid = shown;
  }

  usedArea(): Area | undefined {
    let used: Area | undefined;
    for (const [row, column] of this.cells.entries()) {
      const cell = { row, column, rowCount: 1, columnCount: 1 };
      used = used ? bounds(used, cell) : cell;
    }
    return used;
  }
  extents(): ReadonlyMap<number, readonly [first: number, last: number]> {
    const extents = new Map<number, readonly [first: number, last: number]>();
    for (const map of [this.cells, this.formatOf, this.numberFormatOf]) {
      for (const [row, column] of map.entries()) {
        const [first, last] = extents.get(row) ?? [column, column];
        extents.set(row, [Math.min(first, column), Math.max(last, column)]);
      }
    }
    return extents;
  }
  /** Nothing spills here. */
  spills(): readonly Area[] {
    return [];
  }

  values(area: Area): CellValue[][] {
    return this.cells.read(area, (cell) => cell?.value ?? null);
  }
  formulas(area: Area): string[][] {
    return this.cells.read(area, (cell) => cell?.formula ?? "");
  }
  numberFormats(area: Area): string[][] {
    return this.numberFormatOf.read(area, (format) => format ?? "General");
  }

  write(area: Area, cells: readonly (readonly (CellContent | undefined)[])[]): void {
    const one = area.rowCount === 1 && area.columnCount === 1;
    const before = this.cells.get(area.row, area.column)?.value ?? null;
    eachCell(area, (row, column, inRow, inColumn) => {
      const content = cells[inRow]?.[inColumn];
      if (!content) return;
      const { value, formula } = content;
      this.cells.set(row, column, formula !== undefined ? { value, formula } : value === null ? undefined : { value });
    });
    const after = this.cells.get(area.row, area.column)?.value ?? null;
    this.tell({ kind: "changed", sheet: this, area, ...(one ? { before, after } : {}) });
  }

  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void {
    eachCell(area, (row, column, inRow, inColumn) => {
      const format = formats[inRow]?.[inColumn];
      if (format !== undefined) this.numberFormatOf.set(row, column, format === "General" ? undefined : format);
    });
  }

  format(area: Area): CellFormat {
    return { ...plainFormat, ...this.formatOf.get(area.row, area.column) };
  }
  setFormat(area: Area, format: Partial<CellFormat>): void {
    eachCell(this.within(area), (row, column) => this.formatOf.set(row, column, { ...this.formatOf.get(row, column), ...format }));
  }
  formats(area: Area): (CellFormat | undefined)[][] {
    return this.formatOf.read(area, (format) => format && { ...plainFormat, ...format });
  }
  setFormats(area: Area, formats: readonly (readonly (Partial<CellFormat> | undefined)[])[]): void {
    eachCell(area, (row, column, inRow, inColumn) => {
      const format = formats[inRow]?.[inColumn];
      if (format) this.formatOf.set(row, column, { ...this.formatOf.get(row, column), ...format });
    });
  }

  clear(area: Area, what: "contents" | "formats" | "all"): void {
    const place = this.within(area);
    eachCell(place, (row, column) => {
      if (what !== "formats") this.cells.set(row, column, undefined);
      if (what !== "contents") {
        this.formatOf.set(row, column, undefined);
        this.numberFormatOf.set(row, column, undefined);
      }
    });
    if (what === "all") this.clearRules(area);
    if (what !== "formats") this.tell({ kind: "changed", sheet: this, area });
  }

  shift(shift: Shift): void {
    for (const map of [this.cells, this.formatOf, this.numberFormatOf]) map.shift(shift);
    if (isWholeRows(shift)) for (const lines of [this.heights, this.hiddenRows]) lines.shift(shift);
    if (isWholeColumns(shift)) for (const lines of [this.widths, this.hiddenColumns]) lines.shift(shift);
    this.mergedAreas = shiftAreas(this.mergedAreas, shift);
    this.shiftRules(shift);
    this.book.shifted(shift);
    this.tell({ kind: "shifted", sheet: this, shift });
  }

  sort(area: Area, keys: readonly SortKey[], matchCase: boolean): void {
    const order = sortedRows(this.values(area), keys, matchCase);
    const cells = this.cells.read(area, (cell) => cell);
    const formats = this.formatOf.read(area, (format) => format);
    const numberFormats = this.numberFormatOf.read(area, (format) => format);
    eachCell(area, (row, column, inRow, inColumn) => {
      const from = order[inRow] ?? inRow;
      const cell = cells[from]?.[inColumn];
      const moved = cell?.formula === undefined ? cell : { ...cell, formula: moveReferences(cell.formula, inRow - from, 0) };
      this.cells.set(row, column, moved);
      this.formatOf.set(row, column, formats[from]?.[inColumn]);
      this.numberFormatOf.set(row, column, numberFormats[from]?.[inColumn]);
    });
    this.tell({ kind: "sorted", sheet: this, area });
  }

  merges(): readonly Area[] {
    return this.mergedAreas;
  }
  merge(area: Area): void {
    this.mergedAreas = [...this.mergedAreas, area];
    const lost = this.values(area).map((row, i) => row.map((value, j) => (i + j > 0 && value !== null ? { value: null } : undefined)));
    if (lost.flat().some(Boolean)) this.write(area, lost);
  }
  unmerge(area: Area): void {
    this.mergedAreas = this.mergedAreas.filter((merged) => !intersection(area, merged));
  }

  columnWidth(column: number): number {
    return this.widths.get(column) ?? defaultColumnWidth;
  }
  setColumnWidth(from: number, count: number, points: number): void {
    this.widths.setMany(from, count, points);
  }
  rowHeight(row: number): number {
    return this.heights.get(row) ?? defaultRowHeight;
  }
  setRowHeight(from: number, count: number, points: number): void {
    this.heights.setMany(from, count, points);
  }
  columnHidden(column: number): boolean {
    return this.hiddenColumns.get(column) ?? false;
  }
  setColumnsHidden(from: number, count: number, hidden: boolean): void {
    this.hiddenColumns.setMany(from, count, hidden || undefined);
  }
  rowHidden(row: number): boolean {
    return this.hiddenRows.get(row) ?? [this.sheetFilter, ...this.book.tableFilters()].some((filter) => filter?.hidden.get(row) ?? false);
  }
  setRowsHidden(from: number, count: number, hidden: boolean): void {
    this.hiddenRows.setMany(from, count, hidden || undefined);
    if (!hidden) for (const filter of [this.sheetFilter, ...this.book.tableFilters()]) filter?.hidden.setMany(from, count, undefined);
    this.tell({ kind: "rowsHidden", sheet: this, from, count, hidden });
  }
  setFrozen(rows: number, columns: number): void {
    this.freeze = { rows, columns };
  }
  frozen(): { readonly rows: number; readonly columns: number } {
    return this.freeze;
  }

  /** Every cell with a formula. */
  *formulaCells(): Iterable<[row: number, column: number, cell: Cell & { readonly formula: string }]> {
    for (const [row, column, cell] of this.cells.entries()) {
      const { value, formula } = cell;
      if (formula !== undefined) yield [row, column, { value, formula }];
    }
  }
  /** Sets what a formula came to; no change that anybody is told of. */
  setResult(row: number, column: number, value: CellValue): void {
    const cell = this.cells.get(row, column);
    if (cell) this.cells.set(row, column, { ...cell, value });
  }
  rewrite(rewrite: Rewrite): void {
    for (const [row, column, { value, formula }] of [...this.formulaCells()]) {
      const text = rewriteReferences(formula, rewrite);
      if (text !== formula) this.cells.set(row, column, { value: text.includes("#REF!") ? { error: "#REF!" } : value, formula: text });
    }
    for (const [name, formula] of [...this.names()]) this.setName(name, rewriteReferences(formula, rewrite));
  }

  /** Whole rows and columns reach no further than what the sheet uses, so that formatting one costs little. */
  private within(area: Area): Area {
    if (area.rowCount * area.columnCount <= 100_000) return area;
    const used = this.usedArea();
    return (used && intersection(area, used)) ?? { ...area, rowCount: 1, columnCount: 1 };
  }
}
