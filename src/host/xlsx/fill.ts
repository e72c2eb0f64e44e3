import { intersection, maxColumns, type Area } from "../workbook/address";
import type { CellContent } from "../workbook/cell";
import type { CellFormat } from "../workbook/format";
import { isSheetId, newSheetId } from "../workbook/sheet-id";
import type { SheetPort, TablePort, WorkbookPort } from "../workbook/port";
import type { AutoFilter } from "../workbook/rule";
import { blocks, type Extent } from "./block";
import type { RowContent, SheetContent, TableContent, WorkbookContent } from "./content";

/** Told how many of all rows stand in the workbook. */
export type Progress = (done: number, of: number) => void;

/** Puts fresh contents in the place of all that the workbook had. Between blocks of rows the page can draw. */
export async function fill(port: WorkbookPort, content: WorkbookContent, progress: Progress): Promise<void> {
  const last = clearAway(port);
  const taken = new Set<string>();
  const sheets = content.sheets.map((sheet) => {
    // A copied sheet may have the id of the other.
    const id = isSheetId(sheet.id) && !taken.has(sheet.id) ? sheet.id : newSheetId();
    taken.add(id);
    return { sheet, target: port.addSheet(sheet.name, id) };
  });
  const front = sheets[content.active]?.target;
  front?.activate();
  last.delete();
  for (const [name, formula] of content.names) port.setName(name, formula);
  // While the sheets are empty: the grid measures the texts of every column whose width changes.
  for (const { sheet, target } of sheets) fillColumns(target, sheet);
  const total = content.sheets.reduce((sum, { rows }) => sum + rows.length, 0);
  let done = 0;
  for (const { sheet, target } of sheets) await fillRows(target, sheet.rows, (count) => progress((done += count), total));
  for (const { sheet, target } of sheets) fillSheet(port, target, sheet);
  // Formulas may name tables, which have come only now.
  port.recalculate();
  if (front) port.select(front, { row: 0, column: 0, rowCount: 1, columnCount: 1 });
}

/** All goes but one blank sheet under a name that no file has: a workbook is never without one. */
function clearAway(port: WorkbookPort): SheetPort {
  for (const table of [...port.tables()]) table.delete();
  for (const name of [...port.names().keys()]) port.setName(name, undefined);
  const old = [...port.sheets()];
  const blank = port.addSheet("[]:*?");
  blank.activate();
  for (const sheet of old) sheet.delete();
  return blank;
}

/** The page draws between blocks, which takes as long as to fill one: not more often than a person needs. */
const drawEveryMs = 250;

async function fillRows(target: SheetPort, rows: readonly RowContent[], written: (rows: number) => void): Promise<void> {
  const ordered = [...rows].sort((a, b) => a.row - b.row);
  let from = 0;
  let drawn = performance.now();
  for (const area of blocks(ordered.map(extent))) {
    const end = area.row + area.rowCount;
    let to = from;
    while (to < ordered.length && ordered[to]!.row < end) to++;
    fillBlock(target, area, ordered.slice(from, to));
    written(to - from);
    from = to;
    if (performance.now() - drawn < drawEveryMs) continue;
    await new Promise((resolve) => setTimeout(resolve, 0));
    drawn = performance.now();
  }
}

/** Cells need not stand in their order. */
function extent({ row, cells }: RowContent): Extent {
  let [first, last] = [maxColumns, 0];
  for (const { column } of cells) [first, last] = [Math.min(first, column), Math.max(last, column)];
  return { row, first, last };
}

function fillBlock(target: SheetPort, area: Area, rows: readonly RowContent[]): void {
  const contents = emptyGrid<CellContent>(area);
  const numberFormats = emptyGrid<string>(area);
  const formats = emptyGrid<CellFormat>(area);
  let [formatted, numbered] = [false, false];
  for (const { row, cells } of rows) {
    for (const { column, value, formula, look } of cells) {
      const [inRow, inColumn] = [row - area.row, column - area.column];
      if (value !== null || formula !== undefined) contents[inRow]![inColumn] = formula === undefined ? { value } : { value, formula };
      if (look?.format) formats[inRow]![inColumn] = look.format;
      if (look && look.numberFormat !== "General") numberFormats[inRow]![inColumn] = look.numberFormat;
      formatted ||= look?.format !== undefined;
      numbered ||= look !== undefined && look.numberFormat !== "General";
    }
  }
  // Formats first: a cell that is formatted as text keeps its contents as text.
  if (numbered) target.setNumberFormats(area, numberFormats);
  if (formatted) target.setFormats(area, formats);
  target.write(area, contents);
}

function emptyGrid<T>({ rowCount, columnCount }: Area): (T | undefined)[][] {
  return Array.from({ length: rowCount }, () => new Array<T | undefined>(columnCount).fill(undefined));
}

function fillColumns(target: SheetPort, { columns }: SheetContent): void {
  for (const { from, count, points, hidden } of columns) {
    if (points !== undefined) target.setColumnWidth(from, count, points);
    if (hidden) target.setColumnsHidden(from, count, true);
  }
}

function fillSheet(port: WorkbookPort, target: SheetPort, sheet: SheetContent): void {
  for (const area of sheet.merges) target.merge(area);
  const filtered = [sheet.filter, ...sheet.tables.map(({ filter }) => filter)].filter((filter) => filter && filter.criteria.size > 0);
  for (const { from, count, points, hidden } of sheet.rowLines) {
    if (points !== undefined) target.setRowHeight(from, count, points);
    // What a filter hides, the filter hides again; hidden by hand it would stay so when the filter is taken off.
    if (hidden && !filtered.some((filter) => filter && coversRow(filter.area, from))) target.setRowsHidden(from, count, true);
  }
  for (const table of sheet.tables) fillTable(port.addTable(target, table.area, table.name), table);
  if (sheet.filter) {
    target.setFilter(sheet.filter.area);
    setCriteria(target, sheet.filter);
  }
  for (const { areas, validation } of sheet.validations) for (const area of areas) target.setValidation(area, validation);
  for (const format of [...sheet.conditionalFormats].reverse()) target.addConditionalFormat(format);
  for (const { row, column, text, author } of sheet.notes) target.setNote(row, column, { text, author });
  for (const [name, formula] of sheet.names) target.setName(name, formula);
  target.setLayout(sheet.layout);
  target.setFrozen(sheet.frozen.rows, sheet.frozen.columns);
  target.setTabColor(sheet.tabColor);
  target.setGridlines(sheet.gridlines);
  if (sheet.protection) target.setProtection(sheet.protection);
  if (sheet.visibility !== "Visible") target.setVisibility(sheet.visibility);
}

function coversRow(area: Area, row: number): boolean {
  return intersection(area, { ...area, row, rowCount: 1 }) !== undefined;
}

function fillTable(target: TablePort, { style, filter }: TableContent): void {
  if (style !== target.style()) target.setStyle(style);
  if (filter) setCriteria(target, filter);
}

function setCriteria(target: Pick<SheetPort, "setFilterCriterion">, { criteria }: AutoFilter): void {
  for (const [column, criterion] of criteria) target.setFilterCriterion(column, criterion);
}
