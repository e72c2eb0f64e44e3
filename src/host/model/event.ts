import { formatArea, intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import { isCellError, type CellValue } from "../workbook/cell";
import type { WorkbookEvent } from "../workbook/port";
import type { Book } from "./book";

/** The numbers by which office.js knows kinds of events; they stand beside each `on…` in its debug build. */
export const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  tableChanged: 101,
} as const;

/** The target that collections of a workbook register with. */
export const workbookTarget = "Workbook";

export interface PageEvent {
  readonly type: number;
  readonly targetId: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What the page is told of something that happened in the workbook: only what it has asked to hear. */
export function pageEvents(book: Book, event: WorkbookEvent): readonly PageEvent[] {
  return everyPageEvent(book, event).filter(({ type, targetId }) => book.subscriptions.wanted(type, targetId));
}

function everyPageEvent(book: Book, event: WorkbookEvent): readonly PageEvent[] {
  switch (event.kind) {
    case "changed":
      return changeEvents(book, event.sheet.id, event.area, {
        changeType: "RangeEdited",
        ...(event.after === undefined ? {} : changeDetails(event.before ?? null, event.after)),
      });
    case "shifted":
      return changeEvents(book, event.sheet.id, shiftedArea(event), { changeType: shiftName(event) });
    case "selected":
      return atSheet(EventType.worksheetSelectionChanged, event.sheet.id, { address: formatArea(event.area) });
    case "activated":
      return [
        ...(event.left === undefined ? [] : atSheet(EventType.worksheetDeactivated, event.left, {})),
        ...atSheet(EventType.worksheetActivated, event.sheet.id, {}),
      ];
    case "sheetAdded":
      return atSheet(EventType.worksheetAdded, event.sheet.id, { source: "Local" });
    case "sheetDeleted":
      return atSheet(EventType.worksheetDeleted, event.sheetId, { source: "Local" });
  }
}

function changeEvents(book: Book, sheetId: string, area: Area, change: Record<string, unknown>): readonly PageEvent[] {
  const payload = { address: formatArea(area), source: "Local", triggerSource: "ThisLocalAddin", ...change };
  const tables = book.port.tables().filter((table) => table.sheet.id === sheetId && intersection(table.area(), area));
  return [
    ...atSheet(EventType.worksheetChanged, sheetId, payload),
    ...tables.map(({ id }) => ({ type: EventType.tableChanged, targetId: id, payload: { worksheetId: sheetId, tableId: id, ...payload } })),
  ];
}

function atSheet(type: number, worksheetId: string, payload: Record<string, unknown>): readonly PageEvent[] {
  return [worksheetId, workbookTarget].map((targetId) => ({ type, targetId, payload: { worksheetId, ...payload } }));
}

function changeDetails(before: CellValue, after: CellValue): Record<string, unknown> {
  return {
    valueBefore: plain(before),
    valueAfter: plain(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

function shiftedArea({ axis, at, count }: { axis: "row" | "column"; at: number; count: number }): Area {
  const size = Math.abs(count);
  return axis === "row"
    ? { row: at, rowCount: size, column: 0, columnCount: maxColumns }
    : { row: 0, rowCount: maxRows, column: at, columnCount: size };
}

function shiftName({ axis, count }: { axis: "row" | "column"; count: number }): string {
  return `${axis === "row" ? "Row" : "Column"}${count > 0 ? "Inserted" : "Deleted"}`;
}

/** A value as `Range.values` shows it. */
export function plain(value: CellValue): number | string | boolean {
  if (value === null) return "";
  return isCellError(value) ? value.error : value;
}

export function valueType(value: CellValue): string {
  if (value === null) return "Empty";
  if (isCellError(value)) return "Error";
  if (typeof value === "number") return "Double";
  return typeof value === "string" ? "String" : "Boolean";
}
