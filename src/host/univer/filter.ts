import { BooleanNumber } from "@univerjs/core";
import type { ICustomFilter, IFilterColumn } from "@univerjs/preset-sheets-filter";
import type { FilterCriterion } from "../workbook/rule";

/** Between our criteria and Univer's. */

/** Values of the grid's `CustomFilterOperator`, which its typings name and do not declare. */
const operators: readonly (readonly [sign: string, operator: string])[] = [
  ["<>", "notEqual"],
  [">=", "greaterThanOrEqual"],
  ["<=", "lessThanOrEqual"],
  [">", "greaterThan"],
  ["<", "lessThan"],
  ["=", "equal"],
];

export function toFilterColumn(colId: number, criterion: FilterCriterion): IFilterColumn {
  if (criterion.kind === "values") {
    const filters = criterion.values.filter((value) => value !== "");
    return { colId, filters: { filters, ...(criterion.values.includes("") ? { blank: true as const } : {}) } };
  }
  const [first, second] = criterion.tests.map(toCustomFilter);
  if (!first) return { colId, filters: { filters: [] } };
  return {
    colId,
    customFilters: {
      ...(criterion.join === "and" ? { and: BooleanNumber.TRUE as const } : {}),
      customFilters: second ? [first, second] : [first],
    },
  };
}

function toCustomFilter(test: string): ICustomFilter {
  const [sign = "=", operator = "equal"] = operators.find(([candidate]) => test.startsWith(candidate)) ?? [];
  return Object.assign({ val: test.startsWith(sign) ? test.slice(sign.length) : test }, { operator });
}

export function fromFilterColumn({ filters, customFilters }: IFilterColumn): FilterCriterion | undefined {
  if (filters) return { kind: "values", values: [...(filters.filters ?? []), ...(filters.blank ? [""] : [])] };
  if (!customFilters) return undefined;
  const tests = customFilters.customFilters.map(
    (filter) => `${operators.find(([, candidate]) => candidate === (filter.operator as unknown))?.[0] ?? "="}${filter.val}`,
  );
  return { kind: "custom", tests, join: customFilters.and ? "and" : "or" };
}
