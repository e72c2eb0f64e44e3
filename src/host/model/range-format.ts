import { hostObject, type HostType } from "../executor/host-type";
import { plainFormat, type CellFormat } from "../workbook/format";
import { fitColumns, fitRows } from "./autofit";
import { bordersType } from "./border";
import { usedPart } from "./content";
import { requireAllowed } from "./guard";
import type { RangeReference } from "./reference";

export const rangeFormatType: HostType<RangeReference> = {
  name: "RangeFormat",
  properties: {
    ColumnWidth: {
      get: ({ sheet, area }) => uniformLine(area.column, area.columnCount, (column) => sheet.columnWidth(column)),
      set: ({ sheet, area }, points: number) => {
        requireAllowed(sheet, "allowFormatColumns");
        sheet.setColumnWidth(area.column, area.columnCount, points);
      },
    },
    RowHeight: {
      get: ({ sheet, area }) => uniformLine(area.row, area.rowCount, (row) => sheet.rowHeight(row)),
      set: ({ sheet, area }, points: number) => {
        requireAllowed(sheet, "allowFormatRows");
        sheet.setRowHeight(area.row, area.rowCount, points);
      },
    },
    WrapText: part("wrap"),
    HorizontalAlignment: part("horizontal"),
    VerticalAlignment: part("vertical"),
  },
  navigations: {
    Borders: (range) => hostObject(bordersType, range),
    Fill: (range) => hostObject(fillType, range),
    Font: (range) => hostObject(fontType, range),
    Protection: (range) => hostObject(protectionType, range),
  },
  methods: { AutofitColumns: fitColumns, AutofitRows: fitRows },
};

const fillType: HostType<RangeReference> = {
  name: "RangeFill",
  properties: { Color: part("fill") },
  methods: { Clear: (range) => setFormat(range, { fill: plainFormat.fill }) },
};

const fontType: HostType<RangeReference> = {
  name: "RangeFont",
  properties: {
    Name: part("fontName"),
    Color: part("fontColor"),
    Size: part("fontSize"),
    Bold: part("bold"),
    Italic: part("italic"),
    Strikethrough: part("strikethrough"),
    Underline: {
      get: (range) => {
        const underlined = uniform(range, "underline");
        return underlined === null ? null : underlined ? "Single" : "None";
      },
      set: (range, underline: string) => setFormat(range, { underline: underline !== "None" }),
    },
  },
};

const protectionType: HostType<RangeReference> = { name: "FormatProtection", properties: { Locked: part("locked") } };

/** A property of the cell format: null where the cells differ, as in Excel; written to all. */
function part<K extends keyof CellFormat>(key: K) {
  return {
    get: (range: RangeReference) => uniform(range, key),
    set: (range: RangeReference, value: CellFormat[K]) => setFormat(range, { [key]: value }),
  };
}

function setFormat({ sheet, area }: RangeReference, format: Partial<CellFormat>): void {
  requireAllowed(sheet, "allowFormatCells");
  sheet.setFormat(area, format);
}

/** Of whole rows and columns, the part in use decides. */
function uniform<K extends keyof CellFormat>(range: RangeReference, key: K): CellFormat[K] | null {
  const { rowCount, columnCount } = range.area;
  const first = range.sheet.format(range.area)[key];
  if (rowCount * columnCount === 1) return first;
  const looked = rowCount * columnCount > 100_000 ? usedPart(range) : range.area;
  const same = range.sheet.formats(looked).every((row) => row.every((format) => (format ?? plainFormat)[key] === first));
  return same ? first : null;
}

function uniformLine(from: number, count: number, size: (line: number) => number): number | null {
  const first = size(from);
  for (let line = from + 1; line < from + Math.min(count, 10_000); line++) if (size(line) !== first) return null;
  return first;
}
