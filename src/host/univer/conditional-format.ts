import { BooleanNumber, type IStyleBase } from "@univerjs/core";
import {
  CFNumberOperator,
  CFRuleType,
  CFSubRuleType,
  CFTextOperator,
  CFValueType,
  type IConditionalFormattingRuleConfig,
  type IConditionFormattingRule,
} from "@univerjs/preset-sheets-conditional-formatting";
import { columnLetters, type Area } from "../workbook/address";
import type {
  Comparison,
  ConditionalFormat,
  ConditionalStyle,
  FormatRule,
  PlacedConditionalFormat,
  ScalePoint,
  TextComparison,
} from "../workbook/rule";
import { toArea } from "./range";
import { keyOf } from "./validation";

/** Between our conditional formats and Univer's. */

const comparisons: Readonly<Record<Comparison, CFNumberOperator>> = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  LessThan: CFNumberOperator.lessThan,
  GreaterThanOrEqualTo: CFNumberOperator.greaterThanOrEqual,
  LessThanOrEqualTo: CFNumberOperator.lessThanOrEqual,
};

const signs: Readonly<Record<Exclude<Comparison, "Between" | "NotBetween">, string>> = {
  EqualTo: "=",
  NotEqualTo: "<>",
  GreaterThan: ">",
  LessThan: "<",
  GreaterThanOrEqualTo: ">=",
  LessThanOrEqualTo: "<=",
};

const textComparisons: Readonly<Record<TextComparison, CFTextOperator>> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};

const pointKinds: Readonly<Record<ScalePoint["kind"], CFValueType>> = {
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
};

export function toUniverConfig({ rule, style, areas }: ConditionalFormat): IConditionalFormattingRuleConfig {
  const highlight = { type: CFRuleType.highlightCell as const, style: toUniverStyle(style) };
  switch (rule.kind) {
    case "custom":
      return { ...highlight, subType: CFSubRuleType.formula, value: rule.formula };
    case "text":
      return { ...highlight, subType: CFSubRuleType.text, operator: textComparisons[rule.comparison], value: rule.text };
    case "colorScale":
      return {
        type: CFRuleType.colorScale,
        config: rule.points.map(({ kind, operand, color }, index) => ({
          index,
          color,
          value: { type: pointKinds[kind], ...(operand === "" ? {} : { value: kind === "Formula" ? operand : Number(operand) }) },
        })),
      };
    case "cellValue": {
      const numbers = rule.operands.map((operand) => Number(operand.replace(/^=/, "")));
      const [first = NaN, second = NaN] = numbers;
      const operator = comparisons[rule.comparison];
      if (!numbers.every(Number.isFinite)) {
        // The grid compares with numbers only; a formula about the area's first cell says the same.
        return { ...highlight, subType: CFSubRuleType.formula, value: asFormula(rule.comparison, rule.operands, areas) };
      }
      return operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween
        ? { ...highlight, subType: CFSubRuleType.number, operator, value: [first, second] }
        : { ...highlight, subType: CFSubRuleType.number, operator, value: first };
    }
  }
}

function asFormula(comparison: Comparison, operands: readonly string[], [area]: readonly Area[]): string {
  const cell = `${columnLetters(area?.column ?? 0)}${(area?.row ?? 0) + 1}`;
  const [first = "", second = ""] = operands.map((operand) => operand.replace(/^=/, ""));
  if (comparison === "Between") return `=AND(${cell}>=${first},${cell}<=${second})`;
  if (comparison === "NotBetween") return `=OR(${cell}<${first},${cell}>${second})`;
  return `=${cell}${signs[comparison]}${first}`;
}

/** @param given the rule as the page gave it, where we have it. */
export function fromUniverFormat(rule: IConditionFormattingRule, given: FormatRule | undefined): PlacedConditionalFormat | undefined {
  const own = given ?? fromConfig(rule.rule);
  if (!own) return undefined;
  const style = "style" in rule.rule ? fromUniverStyle(rule.rule.style) : {};
  return { id: rule.cfId, areas: rule.ranges.map(toArea), rule: own, style, stopIfTrue: rule.stopIfTrue };
}

function fromConfig(config: IConditionalFormattingRuleConfig): FormatRule | undefined {
  if (config.type === CFRuleType.colorScale && "config" in config) {
    const points = (config.config as readonly { color?: string; value: { type: CFValueType; value?: number | string } }[]).map(
      ({ color = "", value: { type, value = "" } }) => ({
        kind: keyOf(pointKinds, type) ?? ("Number" as const),
        operand: String(value),
        color,
      }),
    );
    return { kind: "colorScale", points };
  }
  if (!("subType" in config)) return undefined;
  if (config.subType === CFSubRuleType.formula) return { kind: "custom", formula: config.value };
  if (config.subType === CFSubRuleType.text) {
    const comparison = keyOf(textComparisons, config.operator);
    return comparison && { kind: "text", comparison, text: config.value ?? "" };
  }
  // Kinds that people add by hand in the grid and that the port does not know stay in the grid.
  if (config.subType !== CFSubRuleType.number) return undefined;
  const comparison = keyOf(comparisons, config.operator);
  const values = Array.isArray(config.value) ? config.value : [config.value ?? 0];
  return comparison && { kind: "cellValue", comparison, operands: values.map(String) };
}

function toUniverStyle({ fill, fontColor, bold, italic, underline, strikethrough }: ConditionalStyle): IStyleBase {
  const truth = (value: boolean) => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);
  return {
    ...(fill === undefined ? {} : { bg: { rgb: fill } }),
    ...(fontColor === undefined ? {} : { cl: { rgb: fontColor } }),
    ...(bold === undefined ? {} : { bl: truth(bold) }),
    ...(italic === undefined ? {} : { it: truth(italic) }),
    ...(underline === undefined ? {} : { ul: { s: truth(underline) } }),
    ...(strikethrough === undefined ? {} : { st: { s: truth(strikethrough) } }),
  };
}

function fromUniverStyle(style: IStyleBase): ConditionalStyle {
  return {
    ...(style.bg?.rgb ? { fill: style.bg.rgb } : {}),
    ...(style.cl?.rgb ? { fontColor: style.cl.rgb } : {}),
    ...(style.bl === undefined ? {} : { bold: style.bl === BooleanNumber.TRUE }),
    ...(style.it === undefined ? {} : { italic: style.it === BooleanNumber.TRUE }),
    ...(style.ul ? { underline: style.ul.s === BooleanNumber.TRUE } : {}),
    ...(style.st ? { strikethrough: style.st.s === BooleanNumber.TRUE } : {}),
  };
}
