import { HostFailure } from "../executor/failure";
import { hostObject, type HostObject, type HostType } from "../executor/host-type";
import type { Area } from "../workbook/address";
import { EventType } from "./event";
import { autoFilterType, clearCriteria, reapply } from "./filter";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import type { TableReference } from "./reference";
import { bodyArea, rangeGiven, RangeReference, sameName, SheetReference } from "./reference";
import { registrations } from "./registration";
import { tableSortType } from "./sort";
import { tableColumnCollectionType } from "./table-column";
import { tableRowCollectionType } from "./table-row";
import { worksheetType } from "./worksheet";

export const tableType: HostType<TableReference> = {
  name: "Table",
  id: ({ table }) => table.id,
  properties: {
    Id: { get: ({ table }) => table.id },
    Name: { get: ({ table }) => table.name(), set: rename },
    Style: { get: ({ table }) => table.style(), set: ({ table }, style: string) => table.setStyle(style) },
    ShowHeaders: { get: () => true, set: (_, shown: boolean) => only(shown, true, "a heading row") },
    ShowTotals: { get: () => false, set: (_, shown: boolean) => only(shown, false, "no row of totals") },
    ShowFilterButton: { get: () => true, set: (_, shown: boolean) => only(shown, true, "filter buttons") },
    ShowBandedRows: { get: () => true, set: (_, shown: boolean) => only(shown, true, "banded rows") },
    ShowBandedColumns: { get: () => false, set: (_, shown: boolean) => only(shown, false, "no banded columns") },
    HighlightFirstColumn: { get: () => false, set: (_, shown: boolean) => only(shown, false, "no highlighted columns") },
    HighlightLastColumn: { get: () => false, set: (_, shown: boolean) => only(shown, false, "no highlighted columns") },
  },
  navigations: {
    AutoFilter: (target) => hostObject(autoFilterType, filterOf(target)),
    Columns: (target) => hostObject(tableColumnCollectionType, target),
    Rows: (target) => hostObject(tableRowCollectionType, target),
    Sort: (target) => hostObject(tableSortType, target),
    Worksheet: ({ book, table }) => hostObject(worksheetType, new SheetReference(book, table.sheet)),
  },
  methods: {
    GetRange: (target) => part(target, target.table.area()),
    GetHeaderRowRange: (target) => part(target, { ...target.table.area(), rowCount: 1 }),
    GetDataBodyRange: (target) => part(target, bodyArea(target.table)),
    GetTotalRowRange: () => {
      throw new HostFailure("ItemNotFound", "The table shows no row of totals.");
    },
    Resize: resize,
    ConvertToRange: (target) => {
      requireAllowed(target.table.sheet, undefined);
      const range = part(target, target.table.area());
      target.table.delete();
      return range;
    },
    Delete: ({ table }) => {
      requireAllowed(table.sheet, undefined);
      const area = table.area();
      table.delete();
      table.sheet.clear(area, "all");
    },
    ClearFilters: (target) => clearCriteria(filterOf(target)),
    ReapplyFilters: (target) => reapply(filterOf(target)),
    ...registrations<TableReference>(({ table }) => table.id, {
      DataChanged: EventType.tableChanged,
      SelectionChanged: EventType.tableSelectionChanged,
    }),
  },
};

/** The embedded workbook's tables all have the same parts; asking for others is refused, not overheard. */
function only(asked: boolean, has: boolean, what: string): void {
  if (asked !== has) throw new HostFailure("UnsupportedOperation", `The embedded workbook's tables have ${what}.`);
}

function filterOf({ book, table }: TableReference) {
  return { book, sheet: table.sheet, table };
}

function part({ book, table }: TableReference, area: Area): HostObject {
  return rangeObject(new RangeReference(book, table.sheet, area));
}

function resize({ book, table }: TableReference, place: unknown): void {
  requireAllowed(table.sheet, undefined);
  const { sheet, area } = rangeGiven(book, table.sheet, place);
  const before = table.area();
  if (sheet !== table.sheet || area.row !== before.row) {
    throw new HostFailure("InvalidArgument", "A table's heading row stays where it is.");
  }
  if (area.rowCount < 2) throw new HostFailure("InvalidArgument", "A table has a row at least below its headings.");
  table.resize(area);
}

function rename({ book, table }: TableReference, name: string): void {
  if (!/^[A-Za-z_\\][A-Za-z0-9_.\\]*$/.test(name)) throw new HostFailure("InvalidArgument", `"${name}" cannot be a table's name.`);
  const other = book.port.tables().find((known) => sameName(known.name(), name));
  if (other && other !== table) throw new HostFailure("ItemAlreadyExists", `There is already a table "${name}".`);
  if ([...book.port.names().keys()].some((known) => sameName(known, name))) {
    throw new HostFailure("ItemAlreadyExists", `There is already a name "${name}".`);
  }
  table.rename(name);
}
