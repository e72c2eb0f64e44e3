import { HostFailure } from "../executor/failure";
import { hostObject, isHostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { intersection, type Area } from "../workbook/address";
import type { SheetPort, TablePort } from "../workbook/port";
import { findRange, findTable, RangeReference, sameName, SheetReference, TableReference, type Book } from "./book";
import { EventType } from "./event";
import { rangeObject } from "./range";
import { plain } from "./value";
import { registrations, worksheetType } from "./worksheet";

/** The tables of one sheet, or of the workbook where no sheet is given. */
interface TableCollection {
  readonly book: Book;
  readonly sheet?: SheetPort;
}

interface ColumnReference {
  readonly book: Book;
  readonly table: TablePort;
  readonly index: number;
}

export const tableCollectionType: HostType<TableCollection> = {
  name: "TableCollection",
  properties: { Count: { get: (collection) => tablesOf(collection).length } },
  items: (collection) => tablesOf(collection).map((table) => tableObject(collection.book, table)),
  item: (collection, key) => {
    const found = findIn(collection, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no table "${String(key)}".`);
    return found;
  },
  methods: {
    Add: addTable,
    GetCount: (collection) => tablesOf(collection).length,
    GetItemOrNullObject: findIn,
  },
};

export const tableType: HostType<TableReference> = {
  name: "Table",
  id: ({ table }) => table.id,
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: { get: ({ table }) => table.name(), set: rename },
    Style: { get: ({ table }) => table.style(), set: ({ table }, style: string) => table.setStyle(style) },
    ShowHeaders: { get: () => true },
    ShowTotals: { get: () => false },
  },
  navigations: {
    Columns: ({ book, table }) => hostObject(tableColumnCollectionType, { book, table }),
    Worksheet: ({ book, table }) => hostObject(worksheetType, new SheetReference(book, table.sheet)),
  },
  methods: {
    GetRange: ({ book, table }) => part(book, table, table.area()),
    GetHeaderRowRange: ({ book, table }) => part(book, table, { ...table.area(), rowCount: 1 }),
    GetDataBodyRange: ({ book, table }) => part(book, table, body(table)),
    Resize: ({ book, table }, place: unknown) => {
      const area = isHostObject(place) ? (place.target as RangeReference).area : findRange(book, table.sheet, String(place)).area;
      if (area.row !== table.area().row) throw new HostFailure("InvalidArgument", "A table's heading row stays where it is.");
      table.resize(area);
    },
    Delete: ({ table }) => {
      table.sheet.clear(table.area(), "all");
      table.delete();
    },
    ...registrations<TableReference>(({ table }) => table.id, { DataChanged: EventType.tableChanged }),
  },
};

const tableColumnCollectionType: HostType<{ readonly book: Book; readonly table: TablePort }> = {
  name: "TableColumnCollection",
  properties: { Count: { get: ({ table }) => table.area().columnCount } },
  items: ({ book, table }) => headings(table).map((_, index) => hostObject(tableColumnType, { book, table, index })),
  item: ({ book, table }, key) => {
    const found = findColumn(book, table, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `Table "${table.name()}" has no column "${String(key)}".`);
    return found;
  },
  methods: {
    GetCount: ({ table }) => table.area().columnCount,
    GetItemOrNullObject: ({ book, table }, key: unknown) => findColumn(book, table, key),
  },
};

const tableColumnType: HostType<ColumnReference> = {
  name: "TableColumn",
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: { get: ({ table, index }) => headings(table)[index] },
  },
  methods: {
    GetRange: ({ book, table, index }) => part(book, table, column(table.area(), index)),
    GetHeaderRowRange: ({ book, table, index }) => part(book, table, { ...column(table.area(), index), rowCount: 1 }),
    GetDataBodyRange: ({ book, table, index }) => part(book, table, column(body(table), index)),
  },
};

function tableObject(book: Book, table: TablePort): HostObject {
  return hostObject(tableType, new TableReference(book, table));
}

function tablesOf({ book, sheet }: TableCollection): readonly TablePort[] {
  return book.port.tables().filter((table) => !sheet || table.sheet === sheet);
}

function findIn(collection: TableCollection, key: unknown): HostObject | typeof missing {
  const table = findTable(collection.book, key);
  return table && tablesOf(collection).includes(table) ? tableObject(collection.book, table) : missing;
}

function addTable({ book, sheet }: TableCollection, place: unknown, hasHeaders: boolean): HostObject {
  if (!hasHeaders) throw new HostFailure("UnsupportedOperation", "The embedded workbook makes tables with a heading row only.");
  const range = isHostObject(place) ? (place.target as RangeReference) : findRange(book, sheet ?? book.port.activeSheet(), String(place));
  const overlapped = book.port.tables().find((table) => table.sheet === range.sheet && intersection(table.area(), range.area));
  if (overlapped) throw new HostFailure("InvalidOperation", `A table cannot overlap another table ("${overlapped.name()}").`);
  return tableObject(book, book.port.addTable(range.sheet, range.area, unusedName(book)));
}

function unusedName(book: Book): string {
  let number = book.port.tables().length + 1;
  while (findTable(book, `Table${number}`)) number++;
  return `Table${number}`;
}

function rename({ book, table }: TableReference, name: string): void {
  if (!/^[A-Za-z_\\][A-Za-z0-9_.\\]*$/.test(name)) throw new HostFailure("InvalidArgument", `"${name}" cannot be a table's name.`);
  const other = book.port.tables().find((known) => sameName(known.name(), name));
  if (other && other !== table) throw new HostFailure("ItemAlreadyExists", `There is already a table "${name}".`);
  table.rename(name);
}

function part(book: Book, { sheet }: TablePort, area: Area): HostObject {
  return rangeObject(new RangeReference(book, sheet, area));
}

function body(table: TablePort): Area {
  const { row, rowCount, ...columns } = table.area();
  return { ...columns, row: row + 1, rowCount: Math.max(1, rowCount - 1) };
}

function column(area: Area, index: number): Area {
  return { ...area, column: area.column + index, columnCount: 1 };
}

function headings(table: TablePort): string[] {
  return (table.sheet.values({ ...table.area(), rowCount: 1 })[0] ?? []).map((value) => String(plain(value)));
}

function findColumn(book: Book, table: TablePort, key: unknown): HostObject | typeof missing {
  const names = headings(table);
  const index = typeof key === "number" ? key - 1 : names.findIndex((name) => sameName(name, String(key)));
  return index >= 0 && index < names.length ? hostObject(tableColumnType, { book, table, index }) : missing;
}
