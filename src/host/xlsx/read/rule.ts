import { parseAddress, type Area } from "../../workbook/address";
import type {
  AlertStyle,
  AutoFilter,
  Comparison,
  ConditionalFormat,
  ConditionalStyle,
  FilterCriterion,
  FormatRule,
  PlacedValidation,
  Protection,
  ScalePoint,
  Validation,
  ValidationRule,
} from "../../workbook/rule";
import { readColor } from "../color";
import { fromFile } from "../formula";
import { child, children, flag, unescapeCellText, type Attributes, type XmlElement } from "../xml";
import type { Journal } from "./damage";

/** What the rules of a sheet are read with. */
export interface RuleContext {
  readonly sheet: string;
  readonly namespace: string;
  readonly differences: readonly ConditionalStyle[];
  readonly theme: readonly string[];
  readonly journal: Journal;
}

export const comparisons: Readonly<Record<string, Comparison>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

/** Areas with blanks between them. */
export function readAreas(text: string | undefined): Area[] {
  return (text ?? "").split(/\s+/).flatMap((part) => (part === "" ? [] : (parseAddress(part)?.area ?? [])));
}

/** A number stays as it is; all else is a formula with its "=". */
function readOperand(filed: string, { namespace }: RuleContext): string {
  const text = filed.trim();
  if (text !== "" && Number.isFinite(Number(text))) return text;
  const read = fromFile(text, { namespace });
  return read === "external" ? "" : read.typed;
}

export function readValidations(lists: readonly XmlElement[], context: RuleContext): PlacedValidation[] {
  const placed = new Map<string, { areas: Area[]; validation: Validation }>();
  for (const element of lists.flatMap((list) => children(list, "dataValidation"))) {
    const validation = readValidation(element, context);
    if (!validation) continue;
    const areas = readAreas(element.attributes["sqref"] ?? child(element, "sqref")?.text);
    const key = JSON.stringify(validation);
    const known = placed.get(key);
    if (known) known.areas.push(...areas);
    else placed.set(key, { areas, validation });
  }
  return [...placed.values()].filter(({ areas }) => areas.length > 0);
}

function readValidation(element: XmlElement, context: RuleContext): Validation | undefined {
  const { attributes } = element;
  const rule = readValidationRule(element, context);
  if (typeof rule === "string") {
    context.journal.leftOut(rule, context.sheet);
    return undefined;
  }
  const text = (name: string) => unescapeCellText(attributes[name] ?? "");
  const style = attributes["errorStyle"] ?? "stop";
  return {
    rule,
    ignoreBlanks: flag(attributes, "allowBlank"),
    alert: {
      shown: flag(attributes, "showErrorMessage"),
      style: alertStyles[style] ?? "Stop",
      title: text("errorTitle"),
      message: text("error"),
    },
    prompt: { shown: flag(attributes, "showInputMessage"), title: text("promptTitle"), message: text("prompt") },
  };
}

const alertStyles: Readonly<Record<string, AlertStyle>> = { stop: "Stop", warning: "Warning", information: "Information" };

const comparedKinds = { whole: "wholeNumber", decimal: "decimal", date: "date", time: "decimal", textLength: "textLength" } as const;

/** The rule, or the name of what is left out. */
function readValidationRule(element: XmlElement, context: RuleContext): ValidationRule | string {
  const { attributes } = element;
  const kind = attributes["type"] ?? "none";
  const formulas = ["formula1", "formula2"].flatMap((name) => {
    const found = child(element, name);
    // In an extension the formula is an element of its own.
    return found ? [child(found, "f")?.text ?? found.text] : [];
  });
  const [first = ""] = formulas;
  const items = kind === "list" ? /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"') : undefined;
  const operands = formulas.map((formula) => readOperand(formula, context));
  if (operands.includes("")) return "validations by cells of other workbooks";
  const [operand = ""] = operands;
  switch (kind) {
    // Nothing is forbidden, but there may be a prompt.
    case "none":
      return { kind: "custom", formula: "=TRUE" };
    case "list":
      // The file says when the arrow is not to be shown, under the name of the contrary.
      return { kind, source: items ?? operand, dropDown: !flag(attributes, "showDropDown") };
    case "custom":
      return { kind, formula: operand };
    default: {
      const compared = comparedKinds[kind as keyof typeof comparedKinds] as (typeof comparedKinds)[keyof typeof comparedKinds] | undefined;
      const comparison = comparisons[attributes["operator"] ?? "between"];
      if (!compared || !comparison) return `validations of the kind "${kind}"`;
      return { kind: compared, comparison, operands };
    }
  }
}

/** The first has priority. */
export function readConditionalFormats(elements: readonly XmlElement[], context: RuleContext): ConditionalFormat[] {
  const found = elements.flatMap((element) => {
    const areas = readAreas(element.attributes["sqref"]);
    return children(element, "cfRule").flatMap((rule) => {
      const read = readFormatRule(rule, context);
      if (typeof read === "string") context.journal.leftOut(read, context.sheet);
      if (typeof read === "string" || areas.length === 0) return [];
      const style = context.differences[Number(rule.attributes["dxfId"])] ?? {};
      const format = { areas, rule: read, style, stopIfTrue: flag(rule.attributes, "stopIfTrue") };
      return [{ priority: Number(rule.attributes["priority"] ?? 0), format }];
    });
  });
  return found.sort((a, b) => a.priority - b.priority).map(({ format }) => format);
}

const textComparisons = {
  containsText: "Contains",
  notContainsText: "NotContains",
  beginsWith: "BeginsWith",
  endsWith: "EndsWith",
} as const;

/** The rule, or the name of what is left out. */
function readFormatRule(rule: XmlElement, context: RuleContext): FormatRule | string {
  const { attributes } = rule;
  const kind = attributes["type"] ?? "";
  const formulas = children(rule, "formula").map(({ text }) => readOperand(text, context));
  const [first] = formulas;
  if (formulas.includes("")) return "conditional formats by cells of other workbooks";
  if (kind === "cellIs") {
    const comparison = comparisons[attributes["operator"] ?? ""];
    return comparison ? { kind: "cellValue", comparison, operands: formulas } : "conditional formats of an unknown comparison";
  }
  if (kind === "colorScale") return readScale(rule, context);
  const comparison = textComparisons[kind as keyof typeof textComparisons] as
    (typeof textComparisons)[keyof typeof textComparisons] | undefined;
  if (comparison && attributes["text"] !== undefined) return { kind: "text", comparison, text: unescapeCellText(attributes["text"]) };
  // Rules on blanks, errors and periods say in a formula what they mean.
  if (first !== undefined) return { kind: "custom", formula: first.startsWith("=") ? first : `=${first}` };
  return kindNames[kind] ?? `conditional formats of the kind "${kind}"`;
}

const kindNames: Readonly<Record<string, string>> = {
  dataBar: "data bars",
  iconSet: "icon sets",
  top10: "conditional formats of highest and lowest values",
  aboveAverage: "conditional formats of values about the average",
  duplicateValues: "conditional formats of duplicate values",
  uniqueValues: "conditional formats of unique values",
};

const pointKinds: Readonly<Record<string, ScalePoint["kind"]>> = {
  min: "LowestValue",
  max: "HighestValue",
  num: "Number",
  percent: "Percent",
  percentile: "Percentile",
  formula: "Formula",
};

function readScale(rule: XmlElement, context: RuleContext): FormatRule {
  const scale = child(rule, "colorScale");
  const colors = children(scale, "color").map(({ attributes }) => readColor(attributes, context.theme));
  const points = children(scale, "cfvo").map(({ attributes }, index): ScalePoint => {
    const kind = pointKinds[attributes["type"] ?? ""] ?? "Number";
    const bare = kind === "LowestValue" || kind === "HighestValue";
    return { kind, operand: bare ? "" : readOperand(attributes["val"] ?? "", context), color: colors[index] ?? "#FFFFFF" };
  });
  return { kind: "colorScale", points };
}

export function readFilter(element: XmlElement | undefined, context: Pick<RuleContext, "journal" | "sheet">): AutoFilter | undefined {
  const [area] = readAreas(element?.attributes["ref"]);
  if (!area) return undefined;
  const criteria = new Map<number, FilterCriterion>();
  for (const column of children(element, "filterColumn")) {
    const criterion = readCriterion(column);
    if (criterion) criteria.set(Number(column.attributes["colId"] ?? 0), criterion);
    else if (column.children.length > 0)
      context.journal.leftOut("filters by dates, colours or ranks (their rows stay hidden)", context.sheet);
  }
  return { area, criteria };
}

const filterSigns: Readonly<Record<string, string>> = {
  equal: "=",
  notEqual: "<>",
  greaterThan: ">",
  greaterThanOrEqual: ">=",
  lessThan: "<",
  lessThanOrEqual: "<=",
};

function readCriterion(column: XmlElement): FilterCriterion | undefined {
  const filters = child(column, "filters");
  if (filters && children(filters, "dateGroupItem").length === 0) {
    const values = children(filters, "filter").map(({ attributes }) => unescapeCellText(attributes["val"] ?? ""));
    return { kind: "values", values: flag(filters.attributes, "blank") ? [...values, ""] : values };
  }
  const custom = child(column, "customFilters");
  if (!custom) return undefined;
  const tests = children(custom, "customFilter").map(
    ({ attributes }) => `${filterSigns[attributes["operator"] ?? "equal"] ?? "="}${unescapeCellText(attributes["val"] ?? "")}`,
  );
  return { kind: "custom", tests, join: flag(custom.attributes, "and") ? "and" : "or" };
}

/** What the file says is locked is, in the workbook, what is not allowed. */
export const protectionOptions = {
  formatCells: "allowFormatCells",
  formatColumns: "allowFormatColumns",
  formatRows: "allowFormatRows",
  insertColumns: "allowInsertColumns",
  insertRows: "allowInsertRows",
  insertHyperlinks: "allowInsertHyperlinks",
  deleteColumns: "allowDeleteColumns",
  deleteRows: "allowDeleteRows",
  sort: "allowSort",
  autoFilter: "allowAutoFilter",
  pivotTables: "allowPivotTables",
} as const;

export function readProtection(
  attributes: Attributes | undefined,
  context: Pick<RuleContext, "journal" | "sheet">,
): Protection | undefined {
  if (!attributes || !flag(attributes, "sheet")) return undefined;
  if (attributes["hashValue"] !== undefined) context.journal.leftOut("the password of its protection", context.sheet);
  const allowed = Object.entries(protectionOptions).map(([name, option]): [string, boolean] => [option, !flag(attributes, name, true)]);
  return {
    options: {
      ...Object.fromEntries<unknown>(allowed),
      allowEditObjects: !flag(attributes, "objects"),
      allowEditScenarios: !flag(attributes, "scenarios"),
      selectionMode: flag(attributes, "selectUnlockedCells") ? "None" : flag(attributes, "selectLockedCells") ? "Unlocked" : "Normal",
    },
    passwordHash: attributes["password"] ?? "",
  };
}
