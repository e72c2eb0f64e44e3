import { BooleanNumber } from "@univerjs/core";
import { CustomFilterOperator, type ICustomFilter, type IFilterColumn } from "@univerjs/preset-sheets-filter";
import type { FilterCriterion } from "../workbook/rule";

/** Between our criteria and Univer's. */

const operators: readonly (readonly [sign: string, operator: CustomFilterOperator])[] = [
  ["<>", CustomFilterOperator.NOT_EQUALS],
  [">=", CustomFilterOperator.GREATER_THAN_OR_EQUAL],
  ["<=", CustomFilterOperator.LESS_THAN_OR_EQUAL],
  [">", CustomFilterOperator.GREATER_THAN],
  ["<", CustomFilterOperator.LESS_THAN],
  ["=", CustomFilterOperator.EQUAL],
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
  const [sign = "=", operator = CustomFilterOperator.EQUAL] = operators.find(([candidate]) => test.startsWith(candidate)) ?? [];
  return { val: test.startsWith(sign) ? test.slice(sign.length) : test, operator };
}

export function fromFilterColumn({ filters, customFilters }: IFilterColumn): FilterCriterion | undefined {
  if (filters) return { kind: "values", values: [...(filters.filters ?? []), ...(filters.blank ? [""] : [])] };
  if (!customFilters) return undefined;
  const tests = customFilters.customFilters.map(
    ({ val, operator }) => `${operators.find(([, candidate]) => candidate === operator)?.[0] ?? "="}${val}`,
  );
  return { kind: "custom", tests, join: customFilters.and ? "and" : "or" };
}
