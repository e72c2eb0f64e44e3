import { HostFailure } from "../executor/failure";
import { missing, type HostObject, type HostType } from "../executor/host-type";
import { maxColumns, maxRows } from "../workbook/address";
import { rangeObject } from "./range";
import { rangeGiven, RangeReference, type SheetReference } from "./reference";

export const freezePanesType: HostType<SheetReference> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeRows: ({ sheet }, count = 1) => sheet.setFrozen(count, 0),
    FreezeColumns: ({ sheet }, count = 1) => sheet.setFrozen(0, count),
    FreezeAt: ({ book, sheet }, place: unknown) => {
      const { area } = rangeGiven(book, sheet, place);
      sheet.setFrozen(area.row + area.rowCount, area.column + area.columnCount);
    },
    GetLocation: (target) => {
      const found = location(target);
      if (found === missing) throw new HostFailure("ItemNotFound", "Nothing is frozen.");
      return found;
    },
    GetLocationOrNullObject: location,
    Unfreeze: ({ sheet }) => sheet.setFrozen(0, 0),
  },
};

function location({ book, sheet }: SheetReference): HostObject | typeof missing {
  const { rows, columns } = sheet.frozen();
  if (rows === 0 && columns === 0) return missing;
  const area = { row: 0, column: 0, rowCount: rows || maxRows, columnCount: columns || maxColumns };
  return rangeObject(new RangeReference(book, sheet, area));
}
