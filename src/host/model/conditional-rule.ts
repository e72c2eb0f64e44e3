import { HostFailure } from "../executor/failure";
import { hostObject, type HostType } from "../executor/host-type";
import type { Comparison, ConditionalStyle, FormatRule, ScalePoint, TextComparison } from "../workbook/rule";
import type { FormatReference } from "./conditional-format";

/** The rules of conditional formats by their types, and what the formats change. */

export const customFormatType: HostType<FormatReference> = {
  name: "CustomConditionalFormat",
  navigations: {
    Format: (target) => hostObject(changeType, target),
    Rule: (target) => hostObject(formulaType, target),
  },
};

const formulaType: HostType<FormatReference> = {
  name: "ConditionalFormatRule",
  properties: {
    Formula: { get: (target) => rule(target, "custom").formula, set: setFormula },
    FormulaLocal: { get: (target) => rule(target, "custom").formula, set: setFormula },
  },
};

/** Here Office.js says "GreaterThanOrEqual" where validation says "GreaterThanOrEqualTo". */
const longNames: Readonly<Record<string, Comparison>> = {
  GreaterThanOrEqual: "GreaterThanOrEqualTo",
  LessThanOrEqual: "LessThanOrEqualTo",
};

export const cellValueType: HostType<FormatReference> = {
  name: "CellValueConditionalFormat",
  properties: {
    Rule: {
      get: (target) => {
        const { comparison, operands } = rule(target, "cellValue");
        const operator = Object.keys(longNames).find((name) => longNames[name] === comparison) ?? comparison;
        return { formula1: operands[0], ...(operands[1] === undefined ? {} : { formula2: operands[1] }), operator };
      },
      set: (target, given: { formula1: string; formula2?: string; operator: string }) => {
        const comparison = longNames[given.operator] ?? (given.operator as Comparison);
        const two = comparison === "Between" || comparison === "NotBetween";
        const operands = two ? [given.formula1, given.formula2] : [given.formula1];
        if (operands.some((operand) => operand === undefined || operand === "")) {
          throw new HostFailure("InvalidArgument", `"${given.operator}" lacks a value to compare with.`);
        }
        target.change({ rule: { kind: "cellValue", comparison, operands: operands.map(String) } });
      },
    },
  },
  navigations: { Format: (target) => hostObject(changeType, target) },
};

export const textFormatType: HostType<FormatReference> = {
  name: "TextConditionalFormat",
  properties: {
    Rule: {
      get: (target) => {
        const { comparison, text } = rule(target, "text");
        return { operator: comparison, text };
      },
      set: (target, { operator, text }: { operator: TextComparison; text: string }) =>
        target.change({ rule: { kind: "text", comparison: operator, text } }),
    },
  },
  navigations: { Format: (target) => hostObject(changeType, target) },
};

interface Criterion {
  readonly type: ScalePoint["kind"];
  readonly formula?: string | null;
  readonly color?: string;
}

interface Criteria {
  readonly minimum: Criterion;
  readonly midpoint?: Criterion;
  readonly maximum: Criterion;
}

export const colorScaleType: HostType<FormatReference> = {
  name: "ColorScaleConditionalFormat",
  properties: {
    ThreeColorScale: { get: (target) => rule(target, "colorScale").points.length === 3 },
    Criteria: {
      get: (target) => {
        const points = rule(target, "colorScale").points.map(({ kind, operand, color }) => ({
          type: kind,
          formula: operand || null,
          color,
        }));
        const [minimum, middle, last] = points;
        return last ? { minimum, midpoint: middle, maximum: last } : { minimum, maximum: middle };
      },
      set: (target, { minimum, midpoint, maximum }: Criteria) => {
        const points = [minimum, ...(midpoint ? [midpoint] : []), maximum].map(({ type, formula, color }) => ({
          kind: type,
          operand: formula ?? "",
          color: color ?? "#FFFFFF",
        }));
        target.change({ rule: { kind: "colorScale", points } });
      },
    },
  },
};

const changeType: HostType<FormatReference> = {
  name: "ConditionalRangeFormat",
  navigations: {
    Fill: (target) => hostObject(fillType, target),
    Font: (target) => hostObject(fontType, target),
  },
};

const fillType: HostType<FormatReference> = {
  name: "ConditionalRangeFill",
  properties: { Color: part("fill", "") },
  methods: { Clear: (target) => clear(target, ["fill"]) },
};

const fontType: HostType<FormatReference> = {
  name: "ConditionalRangeFont",
  properties: {
    Color: part("fontColor", ""),
    Bold: part("bold", false),
    Italic: part("italic", false),
    Strikethrough: part("strikethrough", false),
    Underline: {
      get: ({ format }) => (format.style.underline ? "Single" : "None"),
      set: (target, underline: string) => target.change({ style: { ...target.format.style, underline: underline !== "None" } }),
    },
  },
  methods: { Clear: (target) => clear(target, ["fontColor", "bold", "italic", "strikethrough", "underline"]) },
};

function part<K extends keyof ConditionalStyle>(key: K, none: NonNullable<ConditionalStyle[K]>) {
  return {
    get: ({ format }: FormatReference) => format.style[key] ?? none,
    set: (target: FormatReference, value: NonNullable<ConditionalStyle[K]>) =>
      target.change({ style: { ...target.format.style, [key]: value } }),
  };
}

function clear(target: FormatReference, keys: readonly (keyof ConditionalStyle)[]): void {
  const kept = Object.entries(target.format.style).filter(([key]) => !keys.includes(key as keyof ConditionalStyle));
  target.change({ style: Object.fromEntries(kept) });
}

function setFormula(target: FormatReference, formula: string): void {
  target.change({ rule: { kind: "custom", formula } });
}

function rule<K extends FormatRule["kind"]>({ format }: FormatReference, kind: K): Extract<FormatRule, { kind: K }> {
  if (format.rule.kind !== kind) throw new HostFailure("InvalidOperation", "The conditional format is of another type.");
  return format.rule as Extract<FormatRule, { kind: K }>;
}
