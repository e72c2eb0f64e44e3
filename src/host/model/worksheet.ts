import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { wholeSheet } from "../workbook/address";
import type { SheetPort, Visibility } from "../workbook/port";
import { commentCollectionType } from "./comment";
import { EventType } from "./event";
import { autoFilterType } from "./filter";
import { freezePanesType } from "./freeze-panes";
import { namedItemCollectionType } from "./named-item";
import { pageLayoutType } from "./page-layout";
import { rangeObject } from "./range";
import { areasObject } from "./range-areas";
import { findRange, RangeReference, requireFit, SheetReference } from "./reference";
import { registrations } from "./registration";
import { tableCollectionType } from "./table-collection";
import { freeName } from "./worksheet-collection";
import { worksheetProtectionType } from "./worksheet-protection";

export const worksheetType: HostType<SheetReference> = {
  name: "Worksheet",
  id: ({ sheet }) => sheet.id,
  properties: {
    Id: { get: ({ sheet }) => sheet.id },
    Name: { get: ({ sheet }) => sheet.name(), set: ({ book, sheet }, name: string) => sheet.rename(freeName(book, name, sheet)) },
    Position: {
      get: ({ book, sheet }) => book.port.sheets().indexOf(sheet),
      set: ({ book, sheet }, position: number) => {
        if (!(position >= 0 && position < book.port.sheets().length)) {
          throw new HostFailure("InvalidArgument", `There is no position ${position} among the worksheets.`);
        }
        sheet.moveTo(position);
      },
    },
    Visibility: { get: ({ sheet }) => sheet.visibility(), set: setVisibility },
    TabColor: { get: ({ sheet }) => sheet.tabColor(), set: ({ sheet }, color: string) => sheet.setTabColor(color) },
    ShowGridlines: { get: ({ sheet }) => sheet.gridlines() },
    /** The page reads the property above and writes this one. */
    Gridlines: { set: ({ sheet }, shown: boolean) => sheet.setGridlines(shown) },
  },
  navigations: {
    AutoFilter: ({ book, sheet }) => hostObject(autoFilterType, { book, sheet }),
    Comments: ({ book, sheet }) => hostObject(commentCollectionType, { book, sheet }),
    FreezePanes: (target) => hostObject(freezePanesType, target),
    Names: ({ book, sheet }) => hostObject(namedItemCollectionType, { book, sheet }),
    PageLayout: (target) => hostObject(pageLayoutType, target),
    Protection: (target) => hostObject(worksheetProtectionType, target),
    Tables: ({ book, sheet }) => hostObject(tableCollectionType, { book, sheet }),
  },
  methods: {
    Activate: ({ sheet }) => {
      if (sheet.visibility() !== "Visible") throw new HostFailure("InvalidOperation", `The worksheet "${sheet.name()}" is hidden.`);
      sheet.activate();
    },
    Calculate: ({ book }) => book.port.recalculate(),
    Delete: deleteSheet,
    GetRange: ({ book, sheet }, address?: string) =>
      rangeObject(address ? findRange(book, sheet, address) : new RangeReference(book, sheet, wholeSheet)),
    GetRanges: ({ book, sheet }, addresses?: string) => {
      const whole = new RangeReference(book, sheet, wholeSheet);
      const areas = addresses ? addresses.split(",").map((address) => findRange(book, sheet, address.trim()).area) : [wholeSheet];
      return areasObject(whole, areas);
    },
    GetCell: ({ book, sheet }, row: number, column: number) =>
      rangeObject(new RangeReference(book, sheet, requireFit({ row, column, rowCount: 1, columnCount: 1 }))),
    GetRangeByIndexes: ({ book, sheet }, row: number, column: number, rowCount: number, columnCount: number) =>
      rangeObject(new RangeReference(book, sheet, requireFit({ row, column, rowCount, columnCount }))),
    /** An empty sheet's used range is its first cell. */
    GetUsedRange: ({ book, sheet }) =>
      rangeObject(new RangeReference(book, sheet, sheet.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 })),
    GetUsedRangeOrNullObject: ({ book, sheet }) => {
      const used = sheet.usedArea();
      return used ? rangeObject(new RangeReference(book, sheet, used)) : missing;
    },
    GetNext: (target, visibleOnly?: boolean) => present(neighbour(target, 1, visibleOnly)),
    GetNextOrNullObject: (target, visibleOnly?: boolean) => neighbour(target, 1, visibleOnly),
    GetPrevious: (target, visibleOnly?: boolean) => present(neighbour(target, -1, visibleOnly)),
    GetPreviousOrNullObject: (target, visibleOnly?: boolean) => neighbour(target, -1, visibleOnly),
    ...registrations<SheetReference>(({ sheet }) => sheet.id, {
      Activated: EventType.worksheetActivated,
      Calculated: EventType.worksheetCalculated,
      DataChanged: EventType.worksheetChanged,
      Deactivated: EventType.worksheetDeactivated,
      ProtectionChanged: EventType.worksheetProtectionChanged,
      RowHiddenChanged: EventType.worksheetRowHiddenChanged,
      RowSorted: EventType.worksheetRowSorted,
      SelectionChanged: EventType.worksheetSelectionChanged,
    }),
  },
};

function setVisibility(target: SheetReference, visibility: Visibility): void {
  if (visibility !== "Visible") requireAnotherVisible(target);
  target.sheet.setVisibility(visibility);
}

function deleteSheet(target: SheetReference): void {
  if (target.sheet.visibility() === "VeryHidden") {
    throw new HostFailure("InvalidOperation", `The worksheet "${target.sheet.name()}" is very hidden; show it before deleting it.`);
  }
  requireAnotherVisible(target);
  target.sheet.delete();
}

function requireAnotherVisible({ book, sheet }: SheetReference): void {
  const others = book.port.sheets().filter((other: SheetPort) => other !== sheet && other.visibility() === "Visible");
  if (others.length === 0) throw new HostFailure("InvalidOperation", "A workbook needs at least one visible worksheet.");
}

function neighbour({ book, sheet }: SheetReference, step: 1 | -1, visibleOnly = false): HostObject | typeof missing {
  const sheets = book.port.sheets().filter((other) => other === sheet || !visibleOnly || other.visibility() === "Visible");
  const found = sheets[sheets.indexOf(sheet) + step];
  return found ? hostObject(worksheetType, new SheetReference(book, found)) : missing;
}

function present(found: HostObject | typeof missing): HostObject {
  if (found === missing) throw new HostFailure("ItemNotFound", "There is no such worksheet.");
  return found;
}
