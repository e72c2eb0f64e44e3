import { maxColumns, maxRows, type Area } from "../workbook/address";
import type { CellFormat } from "../workbook/format";
import type { SheetPort, TablePort, WorkbookPort } from "../workbook/port";
import { blocks, type Extent } from "./block";
import { shownTexts } from "../workbook/shown-text";
import type { FileCell, LineContent, Look, RowContent, SheetContent, TableContent, WorkbookContent } from "./content";

/** Reads a whole workbook from its port. */
export function gather(port: WorkbookPort, settings: ReadonlyMap<string, string>): WorkbookContent {
  const looks = new Looks();
  const sheets = port.sheets();
  const front = port.activeSheet().id;
  return {
    sheets: sheets.map((sheet) => {
      const tables = port.tables().filter((table) => table.sheet.id === sheet.id);
      return gatherSheet(sheet, tables, looks);
    }),
    active: Math.max(
      0,
      sheets.findIndex(({ id }) => id === front),
    ),
    names: port.names(),
    settings,
  };
}

function gatherSheet(sheet: SheetPort, tables: readonly TablePort[], looks: Looks): SheetContent {
  const extents = [...sheet.extents()].sort(([a], [b]) => a - b).map(([row, [first, last]]): Extent => ({ row, first, last }));
  const reach: Reach = {
    rows: Math.max(0, ...extents.slice(-1).map(({ row }) => row + 1)),
    columns: extents.reduce((most, { last }) => Math.max(most, last + 1), 0),
  };
  const tableContents = tables.map(gatherTable);
  return {
    id: sheet.id,
    name: sheet.name(),
    visibility: sheet.visibility(),
    tabColor: sheet.tabColor(),
    gridlines: sheet.gridlines(),
    frozen: sheet.frozen(),
    layout: sheet.layout(),
    columns: columnLines(sheet, reach),
    rowLines: rowLines(sheet, reach),
    rows: withHeadings(gatherRows(sheet, extents, looks), tableContents),
    merges: sheet.merges(),
    tables: tableContents,
    filter: sheet.filter(),
    protection: sheet.protection(),
    validations: sheet.validations(),
    conditionalFormats: sheet.conditionalFormats(),
    notes: sheet.notes(),
    names: sheet.names(),
  };
}

function gatherRows(sheet: SheetPort, extents: readonly Extent[], looks: Looks): RowContent[] {
  const spills = new Map(sheet.spills().map((area) => [area.row * maxColumns + area.column, area]));
  return blocks(extents).flatMap((block) => gatherBlock(sheet, block, spills, looks));
}

function gatherBlock(sheet: SheetPort, block: Area, spills: ReadonlyMap<number, Area>, looks: Looks): RowContent[] {
  const values = sheet.values(block);
  const formulas = sheet.formulas(block);
  const numberFormats = sheet.numberFormats(block);
  const formats = sheet.formats(block);
  return values.flatMap((rowValues, inRow) => {
    const row = block.row + inRow;
    const cells: FileCell[] = [];
    for (const [inColumn, value] of rowValues.entries()) {
      const column = block.column + inColumn;
      const formula = formulas[inRow]?.[inColumn] ?? "";
      const look = looks.of(numberFormats[inRow]?.[inColumn] ?? "General", formats[inRow]?.[inColumn]);
      if (value === null && formula === "" && !look) continue;
      const spill = formula === "" ? undefined : spills.get(row * maxColumns + column);
      cells.push({ column, value, ...(formula === "" ? {} : { formula }), ...(spill ? { spill } : {}), ...(look ? { look } : {}) });
    }
    return cells.length > 0 ? [{ row, cells }] : [];
  });
}

/** Cells that look alike share one look. */
class Looks {
  private readonly known = new Map<string, Look>();

  of(numberFormat: string, format: CellFormat | undefined): Look | undefined {
    if (!format && numberFormat === "General") return undefined;
    const key = `${numberFormat}\n${format ? JSON.stringify(format) : ""}`;
    const known = this.known.get(key);
    if (known) return known;
    const look = { numberFormat, format };
    this.known.set(key, look);
    return look;
  }
}

/** Columns and rows are looked at this far beyond what is used: somebody may have made one wider that is still empty. */
const beyondColumns = 64;
const beyondRows = 200;

/** How far rows and columns are in use. */
interface Reach {
  readonly rows: number;
  readonly columns: number;
}

function columnLines(sheet: SheetPort, reach: Reach): LineContent[] {
  const usual = sheet.columnWidth(maxColumns - 1);
  const end = Math.min(maxColumns, reach.columns + beyondColumns);
  return lines(end, (column) => ({ points: sheet.columnWidth(column), hidden: sheet.columnHidden(column) }), usual);
}

function rowLines(sheet: SheetPort, reach: Reach): LineContent[] {
  const usual = sheet.rowHeight(maxRows - 1);
  const end = Math.min(maxRows, reach.rows + beyondRows);
  return lines(end, (row) => ({ points: sheet.rowHeight(row), hidden: sheet.rowHidden(row) }), usual);
}

function lines(end: number, read: (line: number) => { readonly points: number; readonly hidden: boolean }, usual: number): LineContent[] {
  const found: LineContent[] = [];
  for (let line = 0; line < end; line++) {
    const { points, hidden } = read(line);
    if (points === usual && !hidden) continue;
    const own = points === usual ? undefined : points;
    const last = found.at(-1);
    if (last && last.from + last.count === line && last.points === own && last.hidden === hidden)
      found[found.length - 1] = { ...last, count: last.count + 1 };
    else found.push({ from: line, count: 1, points: own, hidden });
  }
  return found;
}

function gatherTable(table: TablePort): TableContent {
  const area = table.area();
  const [headings = []] = shownTexts(table.sheet, { ...area, rowCount: 1 });
  return { name: table.name(), area, style: table.style(), columns: distinct(headings), filter: table.filter() };
}

/** Excel takes a table apart whose headings are not the very texts that the table's own part names. */
function withHeadings(rows: readonly RowContent[], tables: readonly TableContent[]): RowContent[] {
  const byRow = new Map(rows.map((content) => [content.row, content]));
  for (const { area, columns } of tables) {
    const cells = new Map((byRow.get(area.row)?.cells ?? []).map((cell) => [cell.column, cell]));
    for (const [index, value] of columns.entries()) {
      const column = area.column + index;
      const look = cells.get(column)?.look;
      cells.set(column, { column, value, ...(look ? { look } : {}) });
    }
    byRow.set(area.row, { row: area.row, cells: [...cells.values()].sort((a, b) => a.column - b.column) });
  }
  return [...byRow.values()];
}

/** Headings as a table must have them: none blank, none twice (case does not tell them apart). */
function distinct(headings: readonly string[]): string[] {
  const taken = new Set<string>();
  return headings.map((heading, index) => {
    const wanted = heading === "" ? `Column${index + 1}` : heading;
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
