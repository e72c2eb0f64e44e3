import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { parseAddress } from "../workbook/address";
import { applicationType } from "./application";
import type { Book } from "./book";
import { commentCollectionType } from "./comment";
import { namedItemCollectionType } from "./named-item";
import { rangeObject } from "./range";
import { findSheet, RangeReference } from "./reference";
import { settingCollectionType } from "./setting";
import { tableCollectionType } from "./table-collection";
import { worksheetCollectionType } from "./worksheet-collection";

interface BookReference {
  readonly book: Book;
}

export const workbookType: HostType<BookReference> = {
  name: "Workbook",
  properties: { Name: { get: () => "Embedded workbook.xlsx" }, ReadOnly: { get: () => false } },
  navigations: {
    Application: (target) => hostObject(applicationType, target),
    Comments: (target) => hostObject(commentCollectionType, target),
    Names: (target) => hostObject(namedItemCollectionType, target),
    Settings: (target) => hostObject(settingCollectionType, target),
    Tables: (target) => hostObject(tableCollectionType, target),
    Worksheets: (target) => hostObject(worksheetCollectionType, target),
  },
  methods: {
    /** What `Excel.createWorkbook` comes to on the web. */
    CreateAndOpenWorkbook: ({ book }, file?: string) => book.openWorkbook(file),
    GetSelectedRange: ({ book }) => rangeObject(new RangeReference(book, book.port.activeSheet(), book.port.selection())),
    GetActiveCell: ({ book }) =>
      rangeObject(new RangeReference(book, book.port.activeSheet(), { ...book.port.selection(), rowCount: 1, columnCount: 1 })),
    _GetRangeForEventByReferenceId: ({ book }, id: string) => {
      const range = eventRange(book, id);
      if (range === missing) throw new HostFailure("ItemNotFound", "The cells of this event are not there any more.");
      return range;
    },
    _GetRangeOrNullObjectForEventByReferenceId: ({ book }, id: string) => eventRange(book, id),
  },
};

/** What a change event was about, from the text that it carried. */
function eventRange(book: Book, id: string): HostObject | typeof missing {
  const at = id.lastIndexOf("!");
  const sheet = findSheet(book, id.slice(0, at));
  const address = parseAddress(id.slice(at + 1));
  return sheet && address ? rangeObject(new RangeReference(book, sheet, address.area)) : missing;
}
