import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import type { SheetPort } from "../workbook/port";
import type { Book } from "./book";
import { EventType, workbookTarget } from "./event";
import { findSheet, sameName, SheetReference } from "./reference";
import { registrations } from "./registration";
import { worksheetType } from "./worksheet";

const maxNameLength = 31;

export const worksheetCollectionType: HostType<{ readonly book: Book }> = {
  name: "WorksheetCollection",
  items: ({ book }) => book.port.sheets().map((sheet) => sheetObject(book, sheet)),
  item: ({ book }, key) => {
    const found = findSheetObject(book, key);
    if (found === missing) throw new HostFailure("ItemNotFound", `There is no worksheet "${String(key)}".`);
    return found;
  },
  methods: {
    Add: ({ book }, name?: string) => sheetObject(book, book.port.addSheet(name ? freeName(book, name) : unusedName(book))),
    GetActiveWorksheet: ({ book }) => sheetObject(book, book.port.activeSheet()),
    GetCount: ({ book }, visibleOnly?: boolean) => shown(book, visibleOnly).length,
    GetFirst: ({ book }, visibleOnly?: boolean) => sheetObject(book, shown(book, visibleOnly)[0]!),
    GetLast: ({ book }, visibleOnly?: boolean) => sheetObject(book, shown(book, visibleOnly).at(-1)!),
    GetItemOrNullObject: ({ book }, key: string) => findSheetObject(book, key),
    ...registrations<{ readonly book: Book }>(() => workbookTarget, {
      Activated: EventType.worksheetActivated,
      Added: EventType.worksheetAdded,
      Calculated: EventType.worksheetCalculated,
      DataChanged: EventType.worksheetChanged,
      Deactivated: EventType.worksheetDeactivated,
      Deleted: EventType.worksheetDeleted,
      ProtectionChanged: EventType.worksheetProtectionChanged,
      RowHiddenChanged: EventType.worksheetRowHiddenChanged,
      RowSorted: EventType.worksheetRowSorted,
      SelectionChanged: EventType.worksheetSelectionChanged,
    }),
  },
};

/** The name if a sheet may have it. */
export function freeName(book: Book, name: string, self?: SheetPort): string {
  if (name.length === 0 || name.length > maxNameLength || /[\\/?*[\]:]/.test(name) || /^'|'$/.test(name)) {
    throw new HostFailure("InvalidArgument", `"${name}" cannot be a worksheet's name.`);
  }
  const taken = book.port.sheets().some((sheet) => sheet !== self && sameName(sheet.name(), name));
  if (taken) throw new HostFailure("ItemAlreadyExists", `There is already a worksheet "${name}".`);
  return name;
}

function sheetObject(book: Book, sheet: SheetPort): HostObject {
  return hostObject(worksheetType, new SheetReference(book, sheet));
}

function findSheetObject(book: Book, key: unknown): HostObject | typeof missing {
  const sheet = findSheet(book, key);
  return sheet ? sheetObject(book, sheet) : missing;
}

/** There is always a visible one. */
function shown(book: Book, visibleOnly = false): readonly SheetPort[] {
  return book.port.sheets().filter((sheet) => !visibleOnly || sheet.visibility() === "Visible");
}

function unusedName(book: Book): string {
  const names = new Set(book.port.sheets().map((sheet) => sheet.name().toLowerCase()));
  let number = names.size + 1;
  while (names.has(`sheet${number}`)) number++;
  return `Sheet${number}`;
}
