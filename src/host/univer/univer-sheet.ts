import {
  ObjectMatrix,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IStyleData,
  type Nullable,
  type Worksheet,
} from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/preset-sheets-core";
import { bounds, intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import type { CellContent, CellValue } from "../workbook/cell";
import type { CellFormat } from "../workbook/format";
import type { SheetPort, Visibility } from "../workbook/port";
import { toCellData, toCellValue, toFormat, toStyle } from "./cell-data";
import type { Grid } from "./grid";

const pointsPerPixel = 0.75;
/** A whole column or row is formatted this far beyond what is used; the rest of it exists only once it is written to. */
const formattedBeyondUse = 100;

/** One sheet of the grid. Reads come from the cells, writes go through Univer's commands, so that they can be undone. */
export class UniverSheet implements SheetPort {
  private readonly formulaData: FormulaDataModel;

  constructor(
    private readonly grid: Grid,
    private readonly sheet: Worksheet,
  ) {
    this.formulaData = grid.injector.get(FormulaDataModel);
  }

  get id(): string {
    return this.sheet.getSheetId();
  }
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
  visibility(): Visibility {
    return this.sheet.isSheetHidden() ? "Hidden" : "Visible";
  }
  setVisibility(visibility: Visibility): void {
    this.command(visibility === "Visible" ? "sheet.command.set-worksheet-show" : "sheet.command.set-worksheet-hidden", {});
  }

  usedArea(): Area | undefined {
    let used: Area | undefined;
    const include = (row: number, column: number, cell: Nullable<ICellData>) => {
      if (!cell || ((cell.v === undefined || cell.v === null || cell.v === "") && !cell.f && !cell.si)) return;
      const one = { row, column, rowCount: 1, columnCount: 1 };
      used = used ? bounds(used, one) : one;
    };
    this.sheet.getCellMatrix().forValue(include);
    this.spilled()?.forValue(include);
    return used;
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
      return this.formulaData.getFormulaStringByCell(row, column, this.id, this.unitId) ?? "";
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
    return toFormat(this.styleAt(area.row, area.column));
  }

  setFormat(area: Area, format: Partial<CellFormat>): void {
    const place = this.within(area);
    this.grow(place);
    const s = toStyle(format);
    this.set(place, (row, column) => this.styled(place.row + row, place.column + column, s));
  }

  clear(area: Area, what: "contents" | "formats" | "all"): void {
    const place = this.within(area);
    this.set(place, () => ({
      ...(what === "formats" ? {} : { v: null, f: null, si: null, p: null, t: null }),
      ...(what === "contents" ? {} : { s: null }),
    }));
  }

  columnWidth(column: number): number {
    return this.sheet.getColumnWidth(column) * pointsPerPixel;
  }
  setColumnWidth(from: number, count: number, points: number): void {
    this.grow({ row: 0, column: from, rowCount: 1, columnCount: count });
    this.grid.facade
      .getActiveWorkbook()
      ?.getSheetBySheetId(this.id)
      ?.setColumnWidths(from, count, points / pointsPerPixel);
  }
  rowHeight(row: number): number {
    return this.sheet.getRowHeight(row) * pointsPerPixel;
  }
  setRowHeight(from: number, count: number, points: number): void {
    this.grow({ row: from, column: 0, rowCount: count, columnCount: 1 });
    this.grid.facade
      .getActiveWorkbook()
      ?.getSheetBySheetId(this.id)
      ?.setRowHeightsForced(from, count, points / pointsPerPixel);
  }
  setFrozen(rows: number, columns: number): void {
    const none = -1;
    const freeze = { startRow: rows || none, startColumn: columns || none, xSplit: columns, ySplit: rows };
    this.grid.facade.getActiveWorkbook()?.getSheetBySheetId(this.id)?.setFreeze(freeze);
  }
  frozen(): { readonly rows: number; readonly columns: number } {
    const { xSplit, ySplit } = this.sheet.getFreeze();
    return { rows: ySplit, columns: xSplit };
  }

  private get unitId(): string {
    return this.grid.workbook.getUnitId();
  }

  /** Values that formulas above or beside have spilled. */
  private spilled(): ObjectMatrix<Nullable<ICellData>> | undefined {
    const data = this.formulaData.getArrayFormulaCellData()[this.unitId]?.[this.id];
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
    const value: IObjectMatrixPrimitiveType<ICellData> = {};
    let any = false;
    for (let row = 0; row < area.rowCount; row++) {
      for (let column = 0; column < area.columnCount; column++) {
        const data = cell(row, column);
        if (!data) continue;
        (value[area.row + row] ??= {})[area.column + column] = data;
        any = true;
      }
    }
    if (any) this.command("sheet.command.set-range-values", { value });
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
    const sheet = this.grid.facade.getActiveWorkbook()?.getSheetBySheetId(this.id);
    if (row + rowCount > this.sheet.getRowCount()) sheet?.setRowCount(row + rowCount);
    if (column + columnCount > this.sheet.getColumnCount()) sheet?.setColumnCount(column + columnCount);
  }

  private command(id: string, params: object): void {
    this.grid.commands.syncExecuteCommand(id, { unitId: this.unitId, subUnitId: this.id, ...params });
  }
}

function table<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, row) =>
    Array.from({ length: area.columnCount }, (_, column) => read(area.row + row, area.column + column)),
  );
}
