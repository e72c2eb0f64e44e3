import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { contains, intersection, type Area } from "../workbook/address";
import type { SheetPort, TablePort } from "../workbook/port";
import type { Book } from "./book";
import { EventType, workbookTarget } from "./event";
import { requireAllowed } from "./guard";
import type { RangeReference } from "./reference";
import { findTable, rangeGiven, sameName, TableReference } from "./reference";
import { registrations } from "./registration";
import { tableType } from "./table";
import { plain } from "./value";

/** The tables of one sheet, or of the workbook where no sheet is given. */
interface TableCollection {
  readonly book: Book;
  readonly sheet?: SheetPort;
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
    GetItemAt: (collection, index: number) => {
      const table = tablesOf(collection)[index];
      if (!table) throw new HostFailure("InvalidArgument", `There is no table number ${index}.`);
      return tableObject(collection.book, table);
    },
    GetItemOrNullObject: findIn,
    ...registrations<TableCollection>(({ sheet }) => sheet?.id ?? workbookTarget, {
      DataChanged: EventType.tableChanged,
      Added: EventType.tableAdded,
      Deleted: EventType.tableDeleted,
    }),
  },
};

/** The tables that a range touches, or holds whole. */
const tableScopedCollectionType: HostType<{ readonly book: Book; readonly tables: readonly TablePort[] }> = {
  name: "TableScopedCollection",
  items: ({ book, tables }) => tables.map((table) => tableObject(book, table)),
  item: ({ book, tables }, key) => {
    const table = findTable(book, key);
    if (!table || !tables.includes(table)) throw new HostFailure("ItemNotFound", `There is no table "${String(key)}" in the range.`);
    return tableObject(book, table);
  },
  methods: {
    GetCount: ({ tables }) => tables.length,
    GetFirst: ({ book, tables }) => {
      if (!tables[0]) throw new HostFailure("ItemNotFound", "There is no table in the range.");
      return tableObject(book, tables[0]);
    },
    GetItemOrNullObject: ({ book, tables }, key: unknown) => {
      const table = findTable(book, key);
      return table && tables.includes(table) ? tableObject(book, table) : missing;
    },
  },
};

export function tablesOverlapping({ book, sheet, area }: RangeReference, fullyContained = false): HostObject {
  const tables = book.port.tables().filter((table) => {
    if (table.sheet !== sheet) return false;
    return fullyContained ? contains(area, table.area()) : intersection(area, table.area()) !== undefined;
  });
  return hostObject(tableScopedCollectionType, { book, tables });
}

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
  const range = rangeGiven(book, sheet ?? book.port.activeSheet(), place);
  requireAllowed(range.sheet, undefined);
  const overlapped = book.port.tables().find((table) => table.sheet === range.sheet && intersection(table.area(), range.area));
  if (overlapped) throw new HostFailure("InvalidOperation", `A table cannot overlap another table ("${overlapped.name()}").`);
  if (range.sheet.merges().some((merged) => intersection(merged, range.area))) {
    throw new HostFailure("MergedRangeConflict", "A table cannot hold merged cells.");
  }
  const area = hasHeaders ? range.area : withHeadings(range);
  // A table has a row at least below its headings.
  const whole = { ...area, rowCount: Math.max(2, area.rowCount) };
  nameColumns(range.sheet, whole);
  return tableObject(book, book.port.addTable(range.sheet, whole, unusedName(book)));
}

/** Makes a row for headings above cells that have none. */
function withHeadings({ sheet, area }: RangeReference): Area {
  sheet.shift({ area: { ...area, rowCount: 1 }, direction: "down" });
  return { ...area, rowCount: area.rowCount + 1 };
}

/** Headings are texts, and each is there once: Excel writes over the ones that are not. */
function nameColumns(sheet: SheetPort, area: Area): void {
  const row = { ...area, rowCount: 1 };
  const taken = new Set<string>();
  const before = (sheet.values(row)[0] ?? []).map(plain);
  const names = before.map((value, index) => {
    const wanted = value === "" ? `Column${index + 1}` : String(value);
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    taken.add(name.toLowerCase());
    return name;
  });
  if (names.some((name, index) => name !== before[index])) sheet.write(row, [names.map((value) => ({ value }))]);
}

function unusedName(book: Book): string {
  const names = [...book.port.names().keys()];
  let number = book.port.tables().length + 1;
  while (findTable(book, `Table${number}`) || names.some((name) => sameName(name, `Table${number}`))) number++;
  return `Table${number}`;
}
