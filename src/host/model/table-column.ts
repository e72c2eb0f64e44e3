import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { intersection, maxColumns, type Area } from "../workbook/address";
import type { TablePort } from "../workbook/port";
import type { Book } from "./book";
import { readValues, writeContents } from "./content";
import { filterType } from "./filter";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import { bodyArea, RangeReference, sameName, type TableReference } from "./reference";
import { plain } from "./value";

interface ColumnReference {
  readonly book: Book;
  readonly table: TablePort;
  readonly index: number;
}

export const tableColumnCollectionType: HostType<TableReference> = {
  name: "TableColumnCollection",
  properties: { Count: { get: ({ table }) => table.area().columnCount } },
  items: ({ book, table }) => headings(table).map((_, index) => hostObject(tableColumnType, { book, table, index })),
  item: ({ book, table }, key) => {
    const found = findColumn(book, table, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `Table "${table.name()}" has no column "${String(key)}".`);
    return found;
  },
  methods: {
    Add: addColumn,
    GetCount: ({ table }) => table.area().columnCount,
    GetItemAt: ({ book, table }, index: number) => {
      if (!(index >= 0 && index < table.area().columnCount)) {
        throw new HostFailure("InvalidArgument", `Table "${table.name()}" has no column number ${index}.`);
      }
      return hostObject(tableColumnType, { book, table, index });
    },
    GetItemOrNullObject: ({ book, table }, key: unknown) => findColumn(book, table, key),
  },
};

const tableColumnType: HostType<ColumnReference> = {
  name: "TableColumn",
  id: ({ index }) => String(index + 1),
  properties: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: { get: ({ table, index }) => headings(table)[index], set: rename },
    Values: {
      get: (target) => readValues(whole(target)),
      set: (target, values: unknown) => writeContents(whole(target), values),
    },
  },
  navigations: { Filter: ({ book, table, index }) => hostObject(filterType, { book, sheet: table.sheet, table, index }) },
  methods: {
    GetRange: (target) => rangeObject(whole(target)),
    GetHeaderRowRange: ({ book, table, index }) => part(book, table, { ...column(table.area(), index), rowCount: 1 }),
    GetDataBodyRange: ({ book, table, index }) => part(book, table, column(bodyArea(table), index)),
    Delete: deleteColumn,
  },
};

/** Cells to the right of the table move along when a column comes in within it, or beside it where something stands. */
function addColumn({ book, table }: TableReference, index?: number, values?: unknown, name?: string): HostObject {
  const { sheet } = table;
  requireAllowed(sheet, undefined);
  const area = table.area();
  const at = index === undefined || index < 0 ? area.columnCount : index;
  if (at > area.columnCount) throw new HostFailure("InvalidArgument", `Table "${table.name()}" has no column number ${at}.`);
  const cells = { ...area, column: area.column + at, columnCount: 1 };
  const wide = { ...area, columnCount: area.columnCount + 1 };
  if (at < area.columnCount || occupied(table, cells)) {
    const beyond = intersection(sheet.usedArea() ?? cells, { ...area, column: 0, columnCount: maxColumns });
    if (beyond && beyond.column + beyond.columnCount >= maxColumns) {
      throw new HostFailure("NonBlankCellOffSheet", "Cells that hold something would be pushed off the sheet.");
    }
    sheet.shift({ area: cells, direction: "right" });
  }
  if (table.area().columnCount < wide.columnCount || table.area().column !== area.column) table.resize(wide);
  const given = Array.isArray(values) ? (values as readonly (readonly unknown[])[])[0]?.[0] : undefined;
  const heading = freeHeading(table, name ?? (typeof given === "string" && given !== "" ? given : undefined), at);
  if (values !== undefined) writeContents(new RangeReference(book, sheet, cells), values);
  sheet.write({ ...cells, rowCount: 1 }, [[{ value: heading }]]);
  return hostObject(tableColumnType, { book, table, index: at });
}

function occupied({ sheet }: TablePort, area: Area): boolean {
  const used = sheet.usedArea();
  const shared = used && intersection(used, area);
  return shared !== undefined && sheet.values(shared).some((row) => row.some((value) => value !== null));
}

function freeHeading(table: TablePort, wanted: string | undefined, at: number): string {
  const others = headings(table).filter((_, index) => index !== at);
  if (wanted !== undefined) {
    if (others.some((name) => sameName(name, wanted))) {
      throw new HostFailure("ItemAlreadyExists", `Table "${table.name()}" already has a column "${wanted}".`);
    }
    return wanted;
  }
  let number = at + 1;
  while (others.some((name) => sameName(name, `Column${number}`))) number++;
  return `Column${number}`;
}

function deleteColumn({ table, index }: ColumnReference): void {
  requireAllowed(table.sheet, undefined);
  const area = table.area();
  if (area.columnCount === 1) throw new HostFailure("InvalidOperation", "A table keeps one column at least.");
  table.sheet.shift({ area: column(area, index), direction: "left" });
  if (table.area().columnCount === area.columnCount) table.resize({ ...area, columnCount: area.columnCount - 1 });
}

function rename({ table, index }: ColumnReference, name: string): void {
  requireAllowed(table.sheet, undefined);
  const heading = freeHeading(table, name, index);
  table.sheet.write({ ...column(table.area(), index), rowCount: 1 }, [[{ value: heading }]]);
}

function whole({ book, table, index }: ColumnReference): RangeReference {
  return new RangeReference(book, table.sheet, column(table.area(), index));
}

function part(book: Book, { sheet }: TablePort, area: Area): HostObject {
  return rangeObject(new RangeReference(book, sheet, area));
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
  const known = index >= 0 ? index : Number(key) - 1;
  return known >= 0 && known < names.length ? hostObject(tableColumnType, { book, table, index: known }) : missing;
}
