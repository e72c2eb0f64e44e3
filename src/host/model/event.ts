import { formatArea, intersection, maxColumns, type Area } from "../workbook/address";
import type { CellValue } from "../workbook/cell";
import type { SheetPort, WorkbookEvent } from "../workbook/port";
import { isWholeColumns, isWholeRows, type Shift } from "../workbook/shift";
import type { Book } from "./book";
import { plain, valueType } from "./value";

/** The numbers by which office.js knows kinds of events; they stand beside each `on…` in its debug build. */
export const EventType = {
  worksheetChanged: 10,
  worksheetActivated: 11,
  worksheetDeactivated: 12,
  worksheetAdded: 13,
  worksheetSelectionChanged: 14,
  worksheetDeleted: 15,
  worksheetCalculated: 16,
  worksheetRowSorted: 19,
  worksheetRowHiddenChanged: 22,
  worksheetProtectionChanged: 24,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
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
  const origin = book.origin();
  const source = { source: origin.source };
  switch (event.kind) {
    case "changed":
      return changeEvents(book, event.sheet, event.area, {
        ...origin,
        changeType: "RangeEdited",
        shiftDirection: "None",
        ...(event.after === undefined ? {} : changeDetails(event.before ?? null, event.after)),
      });
    case "shifted":
      return changeEvents(book, event.sheet, event.shift.area, { ...origin, ...shiftDetails(event.shift) });
    case "sorted": {
      const address = formatArea(event.area);
      return [
        ...changeEvents(book, event.sheet, event.area, { ...origin, changeType: "RangeEdited", shiftDirection: "None" }),
        ...atSheet(EventType.worksheetRowSorted, event.sheet.id, { address, ...source }),
      ];
    }
    case "selected":
      return selectionEvents(book, event.sheet, event.area);
    case "activated":
      return [
        ...(event.left === undefined ? [] : atSheet(EventType.worksheetDeactivated, event.left, {})),
        ...atSheet(EventType.worksheetActivated, event.sheet.id, {}),
      ];
    case "sheetAdded":
      return atSheet(EventType.worksheetAdded, event.sheet.id, source);
    case "sheetDeleted":
      return atSheet(EventType.worksheetDeleted, event.sheetId, source);
    case "calculated":
      return atSheet(EventType.worksheetCalculated, event.sheet.id, { address: "" });
    case "rowsHidden": {
      const address = formatArea({ row: event.from, rowCount: event.count, column: 0, columnCount: maxColumns });
      return atSheet(EventType.worksheetRowHiddenChanged, event.sheet.id, {
        address,
        changeType: event.hidden ? "Hidden" : "Unhidden",
        ...source,
      });
    }
    case "protectionChanged": {
      const isProtected = event.sheet.protection() !== undefined;
      return atSheet(EventType.worksheetProtectionChanged, event.sheet.id, { isProtected, ...source });
    }
    case "tableAdded":
      return atTable(EventType.tableAdded, event.table.id, event.table.sheet.id, source);
    case "tableDeleted":
      return atTable(EventType.tableDeleted, event.tableId, event.sheet.id, { tableName: event.name, ...source });
  }
}

function changeEvents(book: Book, sheet: SheetPort, area: Area, change: Readonly<Record<string, unknown>>): readonly PageEvent[] {
  const address = formatArea(area);
  const payload = { address, referenceId: `${sheet.id}!${address}`, ...change };
  const tables = book.port.tables().filter((table) => table.sheet === sheet && intersection(table.area(), area));
  return [
    ...atSheet(EventType.worksheetChanged, sheet.id, payload),
    ...tables.flatMap(({ id }) => atTable(EventType.tableChanged, id, sheet.id, payload)),
  ];
}

/** A table hears of a selection that touches it, and once of one that has left it: with an empty address. */
function selectionEvents(book: Book, sheet: SheetPort, area: Area): readonly PageEvent[] {
  const tables = book.port.tables().flatMap((table) => {
    const inside = table.sheet === sheet ? intersection(table.area(), area) : undefined;
    const wasInside = book.selectedTables.has(table.id);
    if (inside) book.selectedTables.add(table.id);
    else book.selectedTables.delete(table.id);
    const address = inside ? formatArea(inside) : "";
    return inside || wasInside ? atTable(EventType.tableSelectionChanged, table.id, table.sheet.id, { address }) : [];
  });
  return [...atSheet(EventType.worksheetSelectionChanged, sheet.id, { address: formatArea(area) }), ...tables];
}

function atSheet(type: number, worksheetId: string, payload: Readonly<Record<string, unknown>>): readonly PageEvent[] {
  return [worksheetId, workbookTarget].map((targetId) => ({ type, targetId, payload: { worksheetId, ...payload } }));
}

/** The table's own handlers, those of its sheet's tables, and those of the workbook's. */
function atTable(type: number, tableId: string, worksheetId: string, payload: Readonly<Record<string, unknown>>): readonly PageEvent[] {
  return [tableId, worksheetId, workbookTarget].map((targetId) => ({ type, targetId, payload: { tableId, worksheetId, ...payload } }));
}

function changeDetails(before: CellValue, after: CellValue): Record<string, unknown> {
  return {
    valueBefore: plain(before),
    valueAfter: plain(after),
    valueTypeBefore: valueType(before),
    valueTypeAfter: valueType(after),
  };
}

const shiftDirections = { down: "ShiftCellDown", right: "ShiftCellRight", up: "ShiftCellUp", left: "ShiftCellLeft" } as const;

function shiftDetails(shift: Shift): Record<string, unknown> {
  const done = shift.direction === "down" || shift.direction === "right" ? "Inserted" : "Deleted";
  if (isWholeRows(shift)) return { changeType: `Row${done}`, shiftDirection: "None" };
  if (isWholeColumns(shift)) return { changeType: `Column${done}`, shiftDirection: "None" };
  return { changeType: `Cell${done}`, shiftDirection: shiftDirections[shift.direction] };
}
