import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { maxColumns, maxRows, type Area } from "../workbook/address";
import { rangeObject } from "./range";
import { AreasReference, SheetReference, type RangeReference } from "./reference";
import { specialCells } from "./special-cells";
import { worksheetType } from "./worksheet";

/** Several ranges of one sheet at once. */
const rangeAreasType: HostType<AreasReference> = {
  name: "RangeAreas",
  keepable: true,
  properties: {
    Address: { get: addressOf },
    AddressLocal: { get: addressOf },
    AreaCount: { get: ({ ranges }) => ranges.length },
    CellCount: { get: ({ ranges }) => ranges.reduce((sum, { area }) => sum + area.rowCount * area.columnCount, 0) },
    IsEntireColumn: { get: ({ ranges }) => ranges.every(({ area }) => area.rowCount === maxRows) },
    IsEntireRow: { get: ({ ranges }) => ranges.every(({ area }) => area.columnCount === maxColumns) },
  },
  navigations: {
    Areas: (target) => hostObject(rangeCollectionType, target),
    Worksheet: ({ book, sheet }) => hostObject(worksheetType, new SheetReference(book, sheet)),
  },
};

const rangeCollectionType: HostType<AreasReference> = {
  name: "RangeCollection",
  items: ({ ranges }) => ranges.map(rangeObject),
  methods: {
    GetCount: ({ ranges }) => ranges.length,
    GetItemAt: ({ ranges }, index: number) => {
      const range = ranges[index];
      if (!range) throw new HostFailure("InvalidArgument", `There is no area number ${index}.`);
      return rangeObject(range);
    },
  },
};

export function areasObject({ book, sheet }: RangeReference, areas: readonly Area[]): HostObject | typeof missing {
  return areas.length === 0 ? missing : hostObject(rangeAreasType, new AreasReference(book, sheet, areas));
}

export const rangeAreasMethods = {
  GetSpecialCells: (range: RangeReference, kind: string, valueKind?: string) => {
    const found = areasObject(range, specialCells(range, kind, valueKind));
    if (found === missing) throw new HostFailure("ItemNotFound", "No cells were found.");
    return found;
  },
  GetSpecialCellsOrNullObject: (range: RangeReference, kind: string, valueKind?: string) =>
    areasObject(range, specialCells(range, kind, valueKind)),
};

function addressOf({ ranges }: AreasReference): string {
  return ranges.map((range) => range.address).join(",");
}
