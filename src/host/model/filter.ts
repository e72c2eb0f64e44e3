import { HostFailure } from "../executor/failure";
import { missing, type HostObject, type HostType } from "../executor/host-type";
import type { SheetPort, TablePort } from "../workbook/port";
import type { AutoFilter, FilterCriterion } from "../workbook/rule";
import type { Book } from "./book";
import { requireAllowed } from "./guard";
import { rangeObject } from "./range";
import { RangeReference, rangeGiven } from "./reference";

/** A filter of a sheet or of a table. */
interface FilterReference {
  readonly book: Book;
  readonly sheet: SheetPort;
  readonly table?: TablePort;
}

interface Criteria {
  readonly filterOn: string;
  readonly values?: readonly unknown[];
  readonly criterion1?: string;
  readonly criterion2?: string;
  readonly operator?: string;
}

export const autoFilterType: HostType<FilterReference> = {
  name: "AutoFilter",
  properties: {
    Enabled: { get: (target) => state(target) !== undefined },
    IsDataFiltered: { get: (target) => (state(target)?.criteria.size ?? 0) > 0 },
    Criteria: {
      get: (target) => {
        const filter = state(target);
        return Array.from({ length: filter?.area.columnCount ?? 0 }, (_, column) => writeCriterion(filter?.criteria.get(column)));
      },
    },
  },
  methods: {
    Apply: (target, place: unknown, column?: number, criteria?: Criteria) => {
      requireAllowed(target.sheet, "allowAutoFilter");
      const range = rangeGiven(target.book, target.sheet, place);
      if (!target.table && !sameArea(state(target), range)) target.sheet.setFilter(range.area);
      if (column !== undefined && criteria) setCriterion(target, column, readCriterion(criteria));
    },
    ClearColumnCriteria: (target, column: number) => setCriterion(target, column, undefined),
    ClearCriteria: clearCriteria,
    GetRange: (target) => {
      const found = place(target);
      if (found === missing) throw new HostFailure("ItemNotFound", "There is no filter.");
      return found;
    },
    GetRangeOrNullObject: place,
    Reapply: reapply,
    Remove: (target) => {
      requireAllowed(target.sheet, "allowAutoFilter");
      if (target.table) throw new HostFailure("UnsupportedOperation", "The embedded workbook's tables always have a filter.");
      target.sheet.setFilter(undefined);
    },
  },
};

/** The filter of one column of a table. */
export const filterType: HostType<FilterReference & { readonly index: number }> = {
  name: "Filter",
  properties: { Criteria: { get: (target) => writeCriterion(state(target)?.criteria.get(target.index)) } },
  methods: {
    Apply: (target, criteria: Criteria) => setCriterion(target, target.index, readCriterion(criteria)),
    ApplyValuesFilter: (target, values: readonly unknown[]) =>
      setCriterion(target, target.index, readCriterion({ filterOn: "Values", values })),
    ApplyCustomFilter: (target, criterion1: string, criterion2?: string, operator?: string) =>
      setCriterion(
        target,
        target.index,
        readCriterion({ filterOn: "Custom", criterion1, ...(criterion2 ? { criterion2 } : {}), ...(operator ? { operator } : {}) }),
      ),
    Clear: (target) => setCriterion(target, target.index, undefined),
  },
};

export function clearCriteria(target: FilterReference): void {
  for (const column of [...(state(target)?.criteria.keys() ?? [])]) setCriterion(target, column, undefined);
}

/** Judges the rows again by what they hold now. */
export function reapply(target: FilterReference): void {
  for (const [column, criterion] of [...(state(target)?.criteria ?? [])]) setCriterion(target, column, criterion);
}

function state({ sheet, table }: FilterReference): AutoFilter | undefined {
  return table ? table.filter() : sheet.filter();
}

function setCriterion(target: FilterReference, column: number, criterion: FilterCriterion | undefined): void {
  requireAllowed(target.sheet, "allowAutoFilter");
  const filter = state(target);
  if (!filter) throw new HostFailure("InvalidOperation", "There is no filter.");
  if (!(column >= 0 && column < filter.area.columnCount)) {
    throw new HostFailure("InvalidArgument", `The filter has no column number ${column}.`);
  }
  (target.table ?? target.sheet).setFilterCriterion(column, criterion);
}

function sameArea(filter: AutoFilter | undefined, { area }: RangeReference): boolean {
  const { row, column, rowCount, columnCount } = filter?.area ?? { row: -1, column: -1, rowCount: 0, columnCount: 0 };
  return row === area.row && column === area.column && rowCount === area.rowCount && columnCount === area.columnCount;
}

function place(target: FilterReference): HostObject | typeof missing {
  const filter = state(target);
  return filter ? rangeObject(new RangeReference(target.book, target.sheet, filter.area)) : missing;
}

function readCriterion({ filterOn, values = [], criterion1, criterion2, operator }: Criteria): FilterCriterion {
  if (filterOn === "Values") return { kind: "values", values: values.map(String) };
  if (filterOn === "Custom" && criterion1 !== undefined) {
    return { kind: "custom", tests: [criterion1, ...(criterion2 ? [criterion2] : [])], join: operator === "And" ? "and" : "or" };
  }
  throw new HostFailure("UnsupportedOperation", `The embedded workbook does not filter on "${filterOn}".`);
}

function writeCriterion(criterion: FilterCriterion | undefined): Criteria | null {
  if (!criterion) return null;
  if (criterion.kind === "values") return { filterOn: "Values", values: criterion.values };
  const [criterion1 = "", criterion2] = criterion.tests;
  return {
    filterOn: "Custom",
    criterion1,
    ...(criterion2 === undefined ? {} : { criterion2, operator: criterion.join === "and" ? "And" : "Or" }),
  };
}
