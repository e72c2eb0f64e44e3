import { HostFailure } from "../executor/failure";
import type { HostType } from "../executor/host-type";
import { contains, intersection, type Area } from "../workbook/address";
import type { SheetPort } from "../workbook/port";
import type { SortKey } from "../workbook/rule";
import { requireAllowed, requireEditable } from "./guard";
import { bodyArea, RangeReference, type TableReference } from "./reference";

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
  readonly sortOn?: string;
}

export const rangeSortType: HostType<RangeReference> = {
  name: "RangeSort",
  methods: {
    Apply: (range, fields: readonly SortField[], matchCase = false, hasHeaders = false, orientation = "Rows") => {
      if (orientation !== "Rows") throw new HostFailure("UnsupportedOperation", "The embedded workbook sorts rows only, not columns.");
      const { row, rowCount, ...columns } = range.area;
      const area = hasHeaders ? { ...columns, row: row + 1, rowCount: rowCount - 1 } : range.area;
      sort(range.at(area), fields, matchCase);
    },
  },
};

export const tableSortType: HostType<TableReference> = {
  name: "TableSort",
  methods: {
    Apply: ({ book, table }, fields: readonly SortField[], matchCase = false) =>
      sort(new RangeReference(book, table.sheet, bodyArea(table)), fields, matchCase),
  },
};

function sort(range: RangeReference, fields: readonly SortField[], matchCase: boolean): void {
  const { sheet, area } = range;
  requireAllowed(sheet, "allowSort");
  requireEditable(range);
  if (area.rowCount < 2) return;
  requireUnmerged(sheet, area);
  sheet.sort(
    area,
    fields.map((field) => readField(field, area)),
    matchCase,
  );
}

function readField({ key, ascending = true, sortOn = "Value" }: SortField, { columnCount }: Area): SortKey {
  if (sortOn !== "Value") throw new HostFailure("UnsupportedOperation", "The embedded workbook sorts by value only.");
  if (!(key >= 0 && key < columnCount)) throw new HostFailure("InvalidArgument", `The sorted range has no column number ${key}.`);
  return { column: key, ascending };
}

function requireUnmerged(sheet: SheetPort, area: Area): void {
  if (sheet.merges().some((merged) => intersection(merged, area) && !(merged.rowCount === 1 && contains(area, merged)))) {
    throw new HostFailure("MergedRangeConflict", "Merged cells cannot be sorted.");
  }
}
