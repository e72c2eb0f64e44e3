import { BooleanNumber, ObjectMatrix, type ICellData, type IRange, type IStyleData, type Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import type { CellContent, CellValue } from "../workbook/cell";
import { eachCell } from "../workbook/cell-map";
import type { CellFormat } from "../workbook/format";
import { sortedRows } from "../workbook/order";
import type { SheetPort, Visibility } from "../workbook/port";
import type { SortKey } from "../workbook/rule";
import { isWholeColumns, isWholeRows, type Shift } from "../workbook/shift";
import { toCellData, toCellValue, toCustom, toFormat, toStyle } from "./cell-data";
import { toArea, toRange } from "./range";
import { setCells, type Cells } from "./set-cells";
import { shiftCells, shiftColumns, shiftRows } from "./shift";
import { UniverRules } from "./univer-rules";

const pointsPerPixel = 0.75;
/** A whole column or row is formatted this far beyond what is used; the rest of it exists only once it is written to. */
const formattedBeyondUse = 100;

const addMerge = "sheet.mutation.add-worksheet-merge";
const removeMerge = "sheet.mutation.remove-worksheet-merge";

/** One sheet of the grid. Reads come from the cells, writes go through Univer's commands, so that they can be undone. */
export class UniverSheet extends UniverRules implements SheetPort {
  name(): string {
    return this.sheet.getName();
  }
  rename(name: string): void {
    this.command("sheet.command.set-worksheet-name", { name });
  }
  activate(): void {
    // The command of the same name only delays this one, for the focus's sake, and cannot run at once.
    this.command("sheet.operation.set-worksheet-active", {});
  }
  delete(): void {
    this.command("sheet.command.remove-sheet", {});
  }
  moveTo(position: number): void {
    this.command("sheet.command.set-worksheet-order", { order: position });
  }
  visibility(): Visibility {
    if (!this.sheet.isSheetHidden()) return "Visible";
    return this.extras.of(this.id).veryHidden ? "VeryHidden" : "Hidden";
  }
  setVisibility(visibility: Visibility): void {
    const shown = visibility === "Visible";
    this.extras.set(this.id, { veryHidden: visibility === "VeryHidden" });
    if (shown !== (this.visibility() === "Visible"))
      this.command(shown ? "sheet.command.set-worksheet-show" : "sheet.command.set-worksheet-hidden", {});
  }
  tabColor(): string {
    return this.sheet.getTabColor() ?? "";
  }
  setTabColor(color: string): void {
    this.command("sheet.command.set-tab-color", { value: color });
  }
  gridlines(): boolean {
    return this.sheet.getConfig().showGridlines !== BooleanNumber.FALSE;
  }
  setGridlines(shown: boolean): void {
    this.command("sheet.command.toggle-gridlines", { showGridlines: shown ? BooleanNumber.TRUE : BooleanNumber.FALSE });
  }

  usedArea(): Area | undefined {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    const include = (row: number, column: number, cell: Nullable<ICellData>) => {
      if (!cell || !isFilled(cell)) return;
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, column);
      right = Math.max(right, column);
    };
    this.sheet.getCellMatrix().forValue(include);
    this.spilled()?.forValue(include);
    return bottom < 0 ? undefined : { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 };
  }

  extents(): ReadonlyMap<number, readonly [first: number, last: number]> {
    const extents = new Map<number, readonly [first: number, last: number]>();
    const include = (row: number, column: number, cell: Nullable<ICellData>) => {
      if (!cell || !(isFilled(cell) || cell.s || cell.custom)) return;
      const [first, last] = extents.get(row) ?? [column, column];
      extents.set(row, [Math.min(first, column), Math.max(last, column)]);
    };
    this.sheet.getCellMatrix().forValue(include);
    this.spilled()?.forValue(include);
    return extents;
  }
  spills(): readonly Area[] {
    const areas: Area[] = [];
    const ranges = this.grid.injector.get(FormulaDataModel).getArrayFormulaRange()[this.unitId]?.[this.id] ?? {};
    new ObjectMatrix<IRange>(ranges).forValue((_row, _column, range) => void areas.push(toArea(range)));
    return areas.filter(({ rowCount, columnCount }) => rowCount * columnCount > 1);
  }

  values(area: Area): CellValue[][] {
    const cells = this.sheet.getCellMatrix();
    const spilled = this.spilled();
    return table(area, (row, column) => {
      const own = cells.getValue(row, column);
      const value = toCellValue(own);
      return value === null && !own?.f && spilled ? toCellValue(spilled.getValue(row, column)) : value;
    });
  }

  formulas(area: Area): string[][] {
    const cells = this.sheet.getCellMatrix();
    return table(area, (row, column) => {
      const cell = cells.getValue(row, column);
      if (!cell?.f && !cell?.si) return "";
      return this.grid.injector.get(FormulaDataModel).getFormulaStringByCell(row, column, this.id, this.unitId) ?? "";
    });
  }

  numberFormats(area: Area): string[][] {
    return table(area, (row, column) => this.styleAt(row, column)?.n?.pattern ?? "General");
  }

  write(area: Area, cells: readonly (readonly (CellContent | undefined)[])[]): void {
    this.grow(area);
    this.set(area, (row, column) => {
      const content = cells[row]?.[column];
      return content && toCellData(content);
    });
  }

  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void {
    this.grow(area);
    this.set(area, (row, column) => {
      const pattern = formats[row]?.[column];
      return pattern === undefined
        ? undefined
        : this.styled(area.row + row, area.column + column, { n: pattern === "General" ? null : { pattern } });
    });
  }

  format(area: Area): CellFormat {
    return toFormat(this.styleAt(area.row, area.column), this.sheet.getCellMatrix().getValue(area.row, area.column)?.custom);
  }
  setFormat(area: Area, format: Partial<CellFormat>): void {
    const place = this.within(area);
    this.grow(place);
    const s = toStyle(format);
    const custom = toCustom(format);
    this.set(place, (row, column) => ({ ...this.styled(place.row + row, place.column + column, s), ...custom }));
  }
  formats(area: Area): (CellFormat | undefined)[][] {
    const cells = this.sheet.getCellMatrix();
    return table(area, (row, column) => {
      const cell = cells.getValue(row, column);
      return cell && (cell.s || cell.custom) ? toFormat(this.styleAt(row, column), cell.custom) : undefined;
    });
  }
  setFormats(area: Area, formats: readonly (readonly (Partial<CellFormat> | undefined)[])[]): void {
    this.grow(area);
    this.set(area, (row, column) => {
      const format = formats[row]?.[column];
      return format && { ...this.styled(area.row + row, area.column + column, toStyle(format)), ...toCustom(format) };
    });
  }

  clear(area: Area, what: "contents" | "formats" | "all"): void {
    const place = this.within(area);
    const looks = what === "contents" ? {} : { s: null, custom: null };
    this.set(place, (row, column) =>
      what === "formats"
        ? { ...this.styled(place.row + row, place.column + column, {}), ...looks }
        : { v: null, f: null, si: null, p: null, t: null, ...looks },
    );
    if (what === "all") this.clearRules(area);
  }

  /** The grid lets formulas follow cells in the sheet in front only. */
  shift({ area, direction }: Shift): void {
    const front = this.grid.workbook.getActiveSheet().getSheetId();
    this.makeRoom(area, direction);
    const bring = (subUnitId: string) => this.grid.execute("sheet.operation.set-worksheet-active", { unitId: this.unitId, subUnitId });
    if (front !== this.id) bring(this.id);
    const last = { endRow: this.sheet.getRowCount() - 1, endColumn: this.sheet.getColumnCount() - 1 };
    const range = toRange(area);
    if (isWholeRows({ area, direction })) this.command(shiftRows, { range: { ...range, endColumn: last.endColumn }, direction });
    else if (isWholeColumns({ area, direction })) this.command(shiftColumns, { range: { ...range, endRow: last.endRow }, direction });
    else this.command(shiftCells, { range, direction });
    if (front !== this.id) bring(front);
  }

  sort(area: Area, keys: readonly SortKey[], matchCase: boolean): void {
    const from = sortedRows(this.values(area), keys, matchCase);
    const order = Object.fromEntries(from.map((source, index) => [area.row + index, area.row + source]));
    this.command("sheet.command.reorder-range", { range: toRange(area), order });
  }

  merges(): readonly Area[] {
    return this.sheet.getMergeData().map(toArea);
  }
  merge(area: Area): void {
    this.grow(area);
    const params = { unitId: this.unitId, subUnitId: this.id, ranges: [toRange(area)] };
    const lost = this.values(area).map((row, i) => row.map((value, j) => (i + j > 0 && value !== null ? { value: null } : undefined)));
    if (lost.flat().some(Boolean)) this.write(area, lost);
    this.undoable([{ id: addMerge, params }], [{ id: removeMerge, params }]);
  }
  unmerge(area: Area): void {
    this.command("sheet.command.remove-worksheet-merge", { ranges: [toRange(area)] });
  }

  columnWidth(column: number): number {
    return this.sheet.getColumnWidth(column) * pointsPerPixel;
  }
  setColumnWidth(from: number, count: number, points: number): void {
    this.grow({ row: 0, column: from, rowCount: 1, columnCount: count });
    this.facade?.setColumnWidths(from, count, points / pointsPerPixel);
  }
  rowHeight(row: number): number {
    return this.sheet.getRowHeight(row) * pointsPerPixel;
  }
  setRowHeight(from: number, count: number, points: number): void {
    this.grow({ row: from, column: 0, rowCount: count, columnCount: 1 });
    this.facade?.setRowHeightsForced(from, count, points / pointsPerPixel);
  }
  columnHidden(column: number): boolean {
    return !this.sheet.getColVisible(column);
  }
  setColumnsHidden(from: number, count: number, hidden: boolean): void {
    const columns = { row: 0, column: from, rowCount: this.sheet.getRowCount(), columnCount: count };
    this.grow({ ...columns, rowCount: 1 });
    this.setHidden("col", columns, hidden);
  }
  rowHidden(row: number): boolean {
    return row < this.sheet.getRowCount() && !this.sheet.getRowVisible(row);
  }
  setRowsHidden(from: number, count: number, hidden: boolean): void {
    const rows = { row: from, column: 0, rowCount: count, columnCount: this.sheet.getColumnCount() };
    this.grow({ ...rows, columnCount: 1 });
    this.setHidden("row", rows, hidden);
  }
  setFrozen(rows: number, columns: number): void {
    const none = -1;
    this.facade?.setFreeze({ startRow: rows || none, startColumn: columns || none, xSplit: columns, ySplit: rows });
  }
  frozen(): { readonly rows: number; readonly columns: number } {
    const { xSplit, ySplit } = this.sheet.getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  private get facade() {
    return this.grid.facade.getActiveWorkbook()?.getSheetBySheetId(this.id);
  }

  /** Values that formulas above or beside have spilled. */
  private spilled(): ObjectMatrix<Nullable<ICellData>> | undefined {
    const data = this.grid.injector.get(FormulaDataModel).getArrayFormulaCellData()[this.unitId]?.[this.id];
    return data && new ObjectMatrix(data);
  }

  private styleAt(row: number, column: number): Nullable<IStyleData> {
    return this.grid.workbook.getStyles().getStyleByCell(this.sheet.getCellMatrix().getValue(row, column));
  }

  /** A change of looks alone. Univer takes a change without the cell's formula for one that removes it. */
  private styled(row: number, column: number, s: NonNullable<ICellData["s"]>): ICellData {
    const { f, si } = this.sheet.getCellMatrix().getValue(row, column) ?? {};
    return { s, ...(f ? { f } : {}), ...(si ? { si } : {}) };
  }

  private set(area: Area, cell: (row: number, column: number) => ICellData | undefined): void {
    const value: Cells = {};
    eachCell(area, (row, column, inRow, inColumn) => {
      const data = cell(inRow, inColumn);
      if (data) (value[row] ??= {})[column] = data;
    });
    if (Object.keys(value).length > 0) setCells(this.grid, this.id, value);
  }

  /** Room for what is pushed on, and a row or a column to be left after what goes. */
  private makeRoom(area: Area, direction: Shift["direction"]): void {
    const used = this.usedArea() ?? { ...area, rowCount: 1, columnCount: 1 };
    if (direction === "down" || direction === "up") {
      this.grow({ ...used, columnCount: 1, rowCount: used.rowCount + (direction === "down" ? area.rowCount : 0) });
      this.grow({ row: area.row, column: 0, rowCount: area.rowCount + 1, columnCount: 1 });
    } else {
      this.grow({ ...used, rowCount: 1, columnCount: used.columnCount + (direction === "right" ? area.columnCount : 0) });
      this.grow({ row: 0, column: area.column, rowCount: 1, columnCount: area.columnCount + 1 });
    }
  }

  private setHidden(axis: "row" | "col", area: Area, hidden: boolean): void {
    const params = { unitId: this.unitId, subUnitId: this.id, ranges: [toRange(area)] };
    const hide = { id: `sheet.mutation.set-${axis}-hidden`, params };
    const show = { id: `sheet.mutation.set-${axis}-visible`, params };
    this.undoable(hidden ? [hide] : [show], hidden ? [show] : [hide]);
  }

  private within(area: Area): Area {
    if (area.rowCount < maxRows && area.columnCount < maxColumns) return area;
    const used = this.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
    const reach = {
      row: 0,
      column: 0,
      rowCount: used.row + used.rowCount + formattedBeyondUse,
      columnCount: used.column + used.columnCount,
    };
    return (
      intersection(area, {
        ...reach,
        columnCount: Math.max(reach.columnCount, area.columnCount < maxColumns ? area.column + area.columnCount : 0),
      }) ?? { ...area, rowCount: 1, columnCount: 1 }
    );
  }

  private grow({ row, column, rowCount, columnCount }: Area): void {
    if (row + rowCount > this.sheet.getRowCount()) this.facade?.setRowCount(row + rowCount);
    if (column + columnCount > this.sheet.getColumnCount()) this.facade?.setColumnCount(column + columnCount);
  }
}

function isFilled({ v, f, si }: ICellData): boolean {
  return (v !== undefined && v !== null && v !== "") || Boolean(f) || Boolean(si);
}

function table<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) => read(area.row + row, area.column + column)),
  );
}
