import { hostObject, type HostType } from "../executor/host-type";
import { plainFormat, type CellFormat } from "../workbook/format";
import type { RangeReference } from "./book";

export const rangeFormatType: HostType<RangeReference> = {
  name: "RangeFormat",
  properties: {
    ColumnWidth: {
      get: ({ sheet, area }) => sheet.columnWidth(area.column),
      set: ({ sheet, area }, points: number) => sheet.setColumnWidth(area.column, area.columnCount, points),
    },
    RowHeight: {
      get: ({ sheet, area }) => sheet.rowHeight(area.row),
      set: ({ sheet, area }, points: number) => sheet.setRowHeight(area.row, area.rowCount, points),
    },
    WrapText: part("wrap"),
    HorizontalAlignment: part("horizontal"),
    VerticalAlignment: part("vertical"),
  },
  navigations: {
    Fill: (range) => hostObject(fillType, range),
    Font: (range) => hostObject(fontType, range),
  },
};

const fillType: HostType<RangeReference> = {
  name: "RangeFill",
  properties: { Color: part("fill") },
  methods: { Clear: ({ sheet, area }) => sheet.setFormat(area, { fill: plainFormat.fill }) },
};

const fontType: HostType<RangeReference> = {
  name: "RangeFont",
  properties: { Color: part("fontColor"), Size: part("fontSize"), Bold: part("bold"), Italic: part("italic") },
};

/** A property of the cell format: read from the first cell, written to all. */
function part<K extends keyof CellFormat>(key: K) {
  return {
    get: ({ sheet, area }: RangeReference) => sheet.format(area)[key],
    set: ({ sheet, area }: RangeReference, value: CellFormat[K]) => sheet.setFormat(area, { [key]: value }),
  };
}
