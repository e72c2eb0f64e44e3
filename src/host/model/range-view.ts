import { HostFailure } from "../executor/failure";
import { hostObject, type HostObject, type HostType } from "../executor/host-type";
import { formatAddress } from "../workbook/address";
import { readFormulas, readNumberFormats, readTexts, readValues, readValueTypes } from "./content";
import { rangeObject } from "./range";
import type { RangeReference } from "./reference";

/** The rows and columns of a range that are shown, by position within it. */
interface View {
  readonly range: RangeReference;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly index: number;
}

const rangeViewType: HostType<View> = {
  name: "RangeView",
  properties: {
    Values: { get: (view) => shown(view, readValues(view.range)) },
    ValueTypes: { get: (view) => shown(view, readValueTypes(view.range)) },
    Text: { get: (view) => shown(view, readTexts(view.range)) },
    Formulas: { get: (view) => shown(view, readFormulas(view.range)) },
    FormulasLocal: { get: (view) => shown(view, readFormulas(view.range)) },
    NumberFormat: { get: (view) => shown(view, readNumberFormats(view.range)) },
    RowCount: { get: ({ rows }) => rows.length },
    ColumnCount: { get: ({ columns }) => columns.length },
    Index: { get: ({ index }) => index },
    CellAddresses: {
      get: ({ range: { sheet, area }, rows, columns }) =>
        rows.map((row) =>
          columns.map((column) =>
            formatAddress(sheet.name(), { row: area.row + row, column: area.column + column, rowCount: 1, columnCount: 1 }),
          ),
        ),
    },
  },
  navigations: { Rows: (view) => hostObject(rangeViewCollectionType, view) },
  methods: { GetRange: ({ range }) => rangeObject(range) },
};

const rangeViewCollectionType: HostType<View> = {
  name: "RangeViewCollection",
  items: (view) => view.rows.map((_, index) => rowView(view, index)),
  methods: {
    GetCount: ({ rows }) => rows.length,
    GetItemAt: rowView,
  },
};

export function visibleView(range: RangeReference): HostObject {
  const { sheet, area } = range;
  const rows = Array.from({ length: area.rowCount }, (_, row) => row).filter((row) => !sheet.rowHidden(area.row + row));
  const columns = Array.from({ length: area.columnCount }, (_, column) => column).filter(
    (column) => !sheet.columnHidden(area.column + column),
  );
  return hostObject(rangeViewType, { range, rows, columns, index: 0 });
}

function rowView(view: View, index: number): HostObject {
  const row = view.rows[index];
  if (row === undefined) throw new HostFailure("InvalidArgument", `The view has no row number ${index}.`);
  return hostObject(rangeViewType, { ...view, rows: [row], index });
}

function shown<T>({ rows, columns }: View, cells: readonly (readonly T[])[]): (T | undefined)[][] {
  return rows.map((row) => columns.map((column) => cells[row]?.[column]));
}
