import { DataValidationErrorStyle, DataValidationOperator, DataValidationType, type ISheetDataValidationRule } from "@univerjs/core";
import type { AlertStyle, Comparison, PlacedValidation, Validation, ValidationRule } from "../workbook/rule";
import { toArea } from "./range";

/** Between our validations and Univer's. */

type UniverRule = Omit<ISheetDataValidationRule, "uid" | "ranges">;

const comparisons: Readonly<Record<Comparison, DataValidationOperator>> = {
  Between: DataValidationOperator.BETWEEN,
  NotBetween: DataValidationOperator.NOT_BETWEEN,
  EqualTo: DataValidationOperator.EQUAL,
  NotEqualTo: DataValidationOperator.NOT_EQUAL,
  GreaterThan: DataValidationOperator.GREATER_THAN,
  LessThan: DataValidationOperator.LESS_THAN,
  GreaterThanOrEqualTo: DataValidationOperator.GREATER_THAN_OR_EQUAL,
  LessThanOrEqualTo: DataValidationOperator.LESS_THAN_OR_EQUAL,
};

const kinds = {
  list: DataValidationType.LIST,
  custom: DataValidationType.CUSTOM,
  wholeNumber: DataValidationType.WHOLE,
  decimal: DataValidationType.DECIMAL,
  date: DataValidationType.DATE,
  textLength: DataValidationType.TEXT_LENGTH,
} as const;

const alertStyles: Readonly<Record<AlertStyle, DataValidationErrorStyle>> = {
  Stop: DataValidationErrorStyle.STOP,
  Warning: DataValidationErrorStyle.WARNING,
  Information: DataValidationErrorStyle.INFO,
};

export function toUniverRule({ rule, ignoreBlanks, alert, prompt }: Validation): UniverRule {
  return {
    ...toCondition(rule),
    allowBlank: ignoreBlanks,
    showErrorMessage: alert.shown,
    errorStyle: alertStyles[alert.style],
    errorTitle: alert.title,
    error: alert.message,
    showInputMessage: prompt.shown,
    promptTitle: prompt.title,
    prompt: prompt.message,
  };
}

function toCondition(rule: ValidationRule): UniverRule {
  if (rule.kind === "list") return { type: DataValidationType.LIST, formula1: rule.source, showDropDown: rule.dropDown };
  if (rule.kind === "custom") return { type: DataValidationType.CUSTOM, formula1: rule.formula };
  const [formula1 = "", formula2] = rule.operands;
  const condition = { type: kinds[rule.kind], operator: comparisons[rule.comparison], formula1 };
  return formula2 === undefined ? condition : { ...condition, formula2 };
}

export function fromUniverRule(rule: ISheetDataValidationRule): PlacedValidation | undefined {
  const condition = fromCondition(rule);
  if (!condition) return undefined;
  return {
    areas: rule.ranges.map(toArea),
    validation: {
      rule: condition,
      ignoreBlanks: rule.allowBlank ?? true,
      alert: {
        shown: rule.showErrorMessage ?? true,
        style: keyOf(alertStyles, rule.errorStyle) ?? "Stop",
        title: rule.errorTitle ?? "",
        message: rule.error ?? "",
      },
      prompt: { shown: rule.showInputMessage ?? true, title: rule.promptTitle ?? "", message: rule.prompt ?? "" },
    },
  };
}

function fromCondition({ type, operator, formula1 = "", formula2, showDropDown }: ISheetDataValidationRule): ValidationRule | undefined {
  const kind = keyOf(kinds, type);
  if (kind === "list") return { kind, source: formula1, dropDown: showDropDown ?? true };
  if (kind === "custom") return { kind, formula: formula1 };
  const comparison = keyOf(comparisons, operator);
  // What people add by hand in the grid may have kinds that Excel lacks (check boxes).
  if (!kind || !comparison) return undefined;
  return { kind, comparison, operands: formula2 === undefined ? [formula1] : [formula1, formula2] };
}

export function keyOf<K extends string>(table: Readonly<Record<K, unknown>>, value: unknown): K | undefined {
  return (Object.keys(table) as K[]).find((key) => table[key] === value);
}
