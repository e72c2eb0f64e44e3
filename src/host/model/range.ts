import { hostObject, type HostObject, type HostType } from "../executor/host-type";
import { maxColumns, maxRows } from "../workbook/address";
import { rangeChange } from "./change";
import { conditionalFormatsType } from "./conditional-format";
import {
  readFormulas,
  readNumberFormats,
  readTexts,
  readValues,
  readValueTypes,
  validateArraySize,
  writeContents,
  writeNumberFormats,
} from "./content";
import { dataValidationType } from "./data-validation";
import { requireAllowed } from "./guard";
import { rangeNavigation, spillAt } from "./navigation";
import { rangeAreasMethods } from "./range-areas";
import { rangeFormatType } from "./range-format";
import { visibleView } from "./range-view";
import { SheetReference, type RangeReference } from "./reference";
import { rangeSortType } from "./sort";
import { lines } from "./special-cells";
import { tablesOverlapping } from "./table-collection";
import { worksheetType } from "./worksheet";

const rangeType: HostType<RangeReference> = {
  name: "Range",
  keepable: true,
  properties: {
    Address: { get: (range) => range.address },
    AddressLocal: { get: (range) => range.address },
    CellCount: { get: ({ area }) => area.rowCount * area.columnCount },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rowCount },
    ColumnCount: { get: ({ area }) => area.columnCount },
    IsEntireColumn: { get: ({ area }) => area.rowCount === maxRows },
    IsEntireRow: { get: ({ area }) => area.columnCount === maxColumns },
    Values: { get: readValues, set: writeContents },
    Formulas: { get: readFormulas, set: writeContents },
    FormulasLocal: { get: readFormulas, set: writeContents },
    ValueTypes: { get: readValueTypes },
    Text: { get: readTexts },
    NumberFormat: { get: readNumberFormats, set: writeNumberFormats },
    NumberFormatLocal: { get: readNumberFormats, set: writeNumberFormats },
    RowHidden: { get: rowsHidden, set: setRowsHidden },
    ColumnHidden: { get: columnsHidden, set: setColumnsHidden },
    Hidden: { get: hidden },
    HasSpill: { get: (range) => spillAt(range) !== undefined },
  },
  navigations: {
    Format: (range) => hostObject(rangeFormatType, range),
    Worksheet: ({ book, sheet }) => hostObject(worksheetType, new SheetReference(book, sheet)),
    Sort: (range) => hostObject(rangeSortType, range),
    DataValidation: (range) => hostObject(dataValidationType, range),
    ConditionalFormats: (range) => hostObject(conditionalFormatsType, range),
  },
  methods: {
    ...rangeNavigation,
    ...rangeChange,
    ...rangeAreasMethods,
    GetVisibleView: visibleView,
    GetTables: tablesOverlapping,
    Select: ({ book, sheet, area }) => book.port.select(sheet, area),
    Calculate: ({ book }) => book.port.recalculate(),
    _ValidateArraySize: validateArraySize,
  },
};

export function rangeObject(range: RangeReference): HostObject {
  return hostObject(rangeType, range);
}

/** Null where some are hidden and some are not. */
function rowsHidden({ sheet, area }: RangeReference): boolean | null {
  return allOrSome(
    area.rowCount,
    lines(area.row, area.rowCount, (row) => sheet.rowHidden(row)),
  );
}

function columnsHidden({ sheet, area }: RangeReference): boolean | null {
  return allOrSome(
    area.columnCount,
    lines(area.column, area.columnCount, (column) => sheet.columnHidden(column)),
  );
}

/** A cell is hidden where its row or its column is. */
function hidden(range: RangeReference): boolean | null {
  const [rows, columns] = [rowsHidden(range), columnsHidden(range)];
  if (rows === true || columns === true) return true;
  return rows === null || columns === null ? null : false;
}

function allOrSome(count: number, runs: readonly { readonly count: number }[]): boolean | null {
  const hidden = runs.reduce((sum, run) => sum + run.count, 0);
  return hidden === 0 ? false : hidden === count ? true : null;
}

function setRowsHidden({ sheet, area }: RangeReference, hidden: boolean): void {
  requireAllowed(sheet, "allowFormatRows");
  sheet.setRowsHidden(area.row, area.rowCount, hidden);
}

function setColumnsHidden({ sheet, area }: RangeReference, hidden: boolean): void {
  requireAllowed(sheet, "allowFormatColumns");
  sheet.setColumnsHidden(area.column, area.columnCount, hidden);
}
