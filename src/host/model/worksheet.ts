import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { wholeSheet, type Area } from "../workbook/address";
import type { SheetPort, Visibility } from "../workbook/port";
import { findRange, findSheet, RangeReference, sameName, SheetReference, type Book } from "./book";
import { EventType, workbookTarget } from "./event";
import { rangeObject } from "./range";
import { tableCollectionType } from "./table";

const maxNameLength = 31;

export const worksheetType: HostType<SheetReference> = {
  name: "Worksheet",
  id: ({ sheet }) => sheet.id,
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: { get: ({ sheet }) => sheet.name(), set: ({ book, sheet }, name: string) => sheet.rename(freeName(book, name, sheet)) },
    Position: { get: ({ book, sheet }) => book.port.sheets().indexOf(sheet) },
    Visibility: { get: ({ sheet }) => sheet.visibility(), set: ({ sheet }, visibility: Visibility) => sheet.setVisibility(visibility) },
  },
  navigations: {
    FreezePanes: (target) => hostObject(freezePanesType, target),
    Tables: ({ book, sheet }) => hostObject(tableCollectionType, { book, sheet }),
  },
  methods: {
    Activate: ({ sheet }) => sheet.activate(),
    Delete: deleteSheet,
    GetRange: ({ book, sheet }, address?: string) =>
      rangeObject(address ? findRange(book, sheet, address) : new RangeReference(book, sheet, wholeSheet)),
    GetCell: ({ book, sheet }, row: number, column: number) =>
      rangeObject(new RangeReference(book, sheet, { row, column, rowCount: 1, columnCount: 1 })),
    GetRangeByIndexes: ({ book, sheet }, row: number, column: number, rowCount: number, columnCount: number) =>
      rangeObject(new RangeReference(book, sheet, { row, column, rowCount, columnCount })),
    /** An empty sheet's used range is its first cell. */
    GetUsedRange: ({ book, sheet }) =>
      rangeObject(new RangeReference(book, sheet, usedArea(sheet) ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 })),
    GetUsedRangeOrNullObject: ({ book, sheet }) => {
      const used = usedArea(sheet);
      return used ? rangeObject(new RangeReference(book, sheet, used)) : missing;
    },
    ...registrations<SheetReference>(({ sheet }) => sheet.id, {
      DataChanged: EventType.worksheetChanged,
      SelectionChanged: EventType.worksheetSelectionChanged,
      Activated: EventType.worksheetActivated,
      Deactivated: EventType.worksheetDeactivated,
    }),
  },
};

export const worksheetCollectionType: HostType<{ readonly book: Book }> = {
  name: "WorksheetCollection",
  items: ({ book }) => book.port.sheets().map((sheet) => sheetObject(book, sheet)),
  item: ({ book }, key) => present(findSheetObject(book, key), key),
  methods: {
    Add: ({ book }, name?: string) => sheetObject(book, book.port.addSheet(name ? freeName(book, name) : unusedName(book))),
    GetActiveWorksheet: ({ book }) => sheetObject(book, book.port.activeSheet()),
    GetCount: ({ book }) => book.port.sheets().length,
    GetItemOrNullObject: ({ book }, key: string) => findSheetObject(book, key),
    GetFirst: ({ book }) => sheetObject(book, book.port.sheets()[0]!),
    ...registrations<{ readonly book: Book }>(() => workbookTarget, {
      DataChanged: EventType.worksheetChanged,
      SelectionChanged: EventType.worksheetSelectionChanged,
      Activated: EventType.worksheetActivated,
      Deactivated: EventType.worksheetDeactivated,
      Added: EventType.worksheetAdded,
      Deleted: EventType.worksheetDeleted,
    }),
  },
};

const freezePanesType: HostType<SheetReference> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: ({ sheet }, count: number) => sheet.setFrozen(count, 0),
    FreezeColumns: ({ sheet }, count: number) => sheet.setFrozen(0, count),
    FreezeAt: ({ book, sheet }, place: HostObject | string) => {
      const { area } = typeof place === "string" ? findRange(book, sheet, place) : (place.target as RangeReference);
      sheet.setFrozen(area.row + area.rowCount, area.column + area.columnCount);
    },
    Unfreeze: ({ sheet }) => sheet.setFrozen(0, 0),
  },
};

/** `_RegisterXxxEvent` and `_UnregisterXxxEvent` for each kind of event that a type raises. */
export function registrations<T extends { readonly book: Book }>(targetId: (target: T) => string, types: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(types).flatMap(([name, type]) => [
      [`_Register${name}Event`, (target: T) => target.book.subscriptions.add(type, targetId(target))],
      [`_Unregister${name}Event`, (target: T) => target.book.subscriptions.remove(type, targetId(target))],
    ]),
  );
}

export function sheetObject(book: Book, sheet: SheetPort): HostObject {
  return hostObject(worksheetType, new SheetReference(book, sheet));
}

function findSheetObject(book: Book, key: unknown): HostObject | typeof missing {
  const sheet = findSheet(book, key);
  return sheet ? sheetObject(book, sheet) : missing;
}

function present(found: HostObject | typeof missing, key: unknown): HostObject {
  if (found === missing) throw new HostFailure("ItemNotFound", `There is no worksheet "${String(key)}".`);
  return found;
}

function usedArea(sheet: SheetPort): Area | undefined {
  return sheet.usedArea();
}

function deleteSheet({ book, sheet }: SheetReference): void {
  const others = book.port.sheets().filter((other) => other !== sheet && other.visibility() === "Visible");
  if (others.length === 0) throw new HostFailure("InvalidOperation", "A workbook needs at least one visible worksheet.");
  sheet.delete();
}

/** The name if a sheet may have it. */
function freeName(book: Book, name: string, self?: SheetPort): string {
  if (name.length === 0 || name.length > maxNameLength || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw new HostFailure("InvalidArgument", `"${name}" cannot be a worksheet's name.`);
  }
  const taken = book.port.sheets().some((sheet) => sheet !== self && sameName(sheet.name(), name));
  if (taken) throw new HostFailure("ItemAlreadyExists", `There is already a worksheet "${name}".`);
  return name;
}

function unusedName(book: Book): string {
  const names = new Set(book.port.sheets().map((sheet) => sheet.name().toLowerCase()));
  let number = names.size + 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}
