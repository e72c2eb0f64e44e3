import { HostFailure } from "../executor/failure";
import { hostObject, type HostObject, type HostType } from "../executor/host-type";
import { intersection, type Area } from "../workbook/address";
import type { TablePort } from "../workbook/port";
import type { Book } from "./book";
import { readValues, writeContents } from "./content";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import { bodyArea, copiedFormula, RangeReference, type TableReference } from "./reference";

interface RowReference {
  readonly book: Book;
  readonly table: TablePort;
  readonly index: number;
}

export const tableRowCollectionType: HostType<TableReference> = {
  name: "TableRowCollection",
  properties: { Count: { get: ({ table }) => bodyArea(table).rowCount } },
  items: ({ book, table }) =>
    Array.from({ length: bodyArea(table).rowCount }, (_, index) => hostObject(tableRowType, { book, table, index })),
  methods: {
    Add: addRows,
    GetCount: ({ table }) => bodyArea(table).rowCount,
    GetItemAt: ({ book, table }, index: number) => rowObject(book, table, index),
  },
};

const tableRowType: HostType<RowReference> = {
  name: "TableRow",
  properties: {
    Index: { get: ({ index }) => index },
    Values: { get: (row) => readValues(rangeOf(row)), set: (row, values: unknown) => writeContents(rangeOf(row), values) },
  },
  methods: { Delete: deleteRow, GetRange: (row) => rangeObject(rangeOf(row)) },
};

/** Rows come in before `index`, or at the end. What stands below the table moves down; columns of formulas go on. */
function addRows({ book, table }: TableReference, index?: number, values?: unknown): HostObject {
  const { sheet } = table;
  requireAllowed(sheet, "allowInsertRows");
  const rows = readRows(values, table.area().columnCount);
  const body = bodyArea(table);
  const at = index === undefined || index < 0 ? body.rowCount : index;
  if (at > body.rowCount) throw new HostFailure("InvalidArgument", `Table "${table.name()}" has no row number ${at}.`);
  const pattern = sheet.formulas({ ...body, row: body.row + Math.max(0, at - 1), rowCount: 1 })[0] ?? [];
  const area = table.area();
  const cells = { ...body, row: body.row + at, rowCount: rows.length };
  if (at < body.rowCount || somethingBelow(table, cells)) sheet.shift({ area: cells, direction: "down" });
  const grown = { ...area, rowCount: area.rowCount + rows.length };
  if (table.area().rowCount < grown.rowCount) table.resize(grown);
  const origin = body.row + Math.max(0, at - 1);
  const contents = rows.map((row, i) =>
    row.map((value, j) => {
      const formula = pattern[j] ?? "";
      if ((value ?? null) !== null || formula === "") return value;
      const column = body.column + j;
      return copiedFormula(formula, { row: origin, column }, { row: cells.row + i, column });
    }),
  );
  writeContents(new RangeReference(book, sheet, cells), contents);
  return rowObject(book, table, at);
}

/** One row or several; a row that is left out is blank. */
function readRows(values: unknown, width: number): readonly (readonly unknown[])[] {
  if (values === undefined) return [Array<unknown>(width).fill(null)];
  const rows = (Array.isArray(values) && Array.isArray(values[0]) ? values : [values]) as readonly (readonly unknown[])[];
  if (!rows.every((row) => Array.isArray(row) && row.length === width)) {
    throw new HostFailure("InvalidArgument", `A row of this table has ${width} values; others were given.`);
  }
  return rows;
}

function somethingBelow({ sheet }: TablePort, cells: Area): boolean {
  const used = sheet.usedArea();
  const shared = used && intersection(used, { ...cells, rowCount: used.row + used.rowCount });
  return shared !== undefined && sheet.values(shared).some((row) => row.some((value) => value !== null));
}

/** The last row is emptied only: a table keeps one. */
function deleteRow(row: RowReference): void {
  const { table } = row;
  requireAllowed(table.sheet, "allowDeleteRows");
  const { area } = rangeOf(row);
  const before = table.area();
  if (before.rowCount <= 2) table.sheet.clear(area, "contents");
  else {
    table.sheet.shift({ area, direction: "up" });
    if (table.area().rowCount === before.rowCount) table.resize({ ...before, rowCount: before.rowCount - 1 });
  }
}

function rowObject(book: Book, table: TablePort, index: number): HostObject {
  if (!(index >= 0 && index < bodyArea(table).rowCount)) {
    throw new HostFailure("InvalidArgument", `Table "${table.name()}" has no row number ${index}.`);
  }
  return hostObject(tableRowType, { book, table, index });
}

function rangeOf({ book, table, index }: RowReference): RangeReference {
  const body = bodyArea(table);
  return new RangeReference(book, table.sheet, { ...body, row: body.row + index, rowCount: 1 });
}
