import { formatArea, type Area } from "../../workbook/address";
import { readWritten } from "../../workbook/cell";
import type {
  AutoFilter,
  Comparison,
  ConditionalFormat,
  Condition,
  PlacedValidation,
  Protection,
  ScalePoint,
  Validation,
} from "../../workbook/rule";
import { fileColor } from "../color";
import { toFile } from "../formula";
import { comparisons, protectionOptions } from "../read/rule";
import { escapeCellText, escapeXml } from "../xml";
import type { StyleSheet } from "./style";

const operators = new Map(Object.entries(comparisons).map(([filed, comparison]) => [comparison, filed]));

function operator(comparison: Comparison): string {
  return operators.get(comparison) ?? "between";
}

function areasText(areas: readonly Area[]): string {
  return areas.map(formatArea).join(" ");
}

/** A number, a formula without its "=", or a text in quotes. */
function operandXml(operand: string, namespace: string): string {
  const text = operand.trim();
  if (text.startsWith("=")) return escapeXml(toFile(text, { namespace }));
  return escapeXml(text !== "" && Number.isFinite(Number(text)) ? text : `"${operand.replaceAll('"', '""')}"`);
}

const dayMs = 86_400_000;
const serialOrigin = Date.UTC(1899, 11, 30);

/** Dates may be typed, or written in the order of ISO 8601; the file wants the number of days. */
function dateOperand(operand: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(operand)) return String((Date.parse(operand.slice(0, 10)) - serialOrigin) / dayMs);
  const { value } = readWritten(operand, "General", new Date().getFullYear());
  return typeof value === "number" ? String(value) : operand;
}

export function validationsXml(placed: readonly PlacedValidation[], namespace: string): string {
  if (placed.length === 0) return "";
  const each = placed.map(({ areas, validation }) => validationXml(areasText(areas), validation, namespace));
  return `<dataValidations count="${each.length}">${each.join("")}</dataValidations>`;
}

const validationKinds = {
  wholeNumber: "whole",
  decimal: "decimal",
  date: "date",
  textLength: "textLength",
  list: "list",
  custom: "custom",
} as const;

function validationXml(sqref: string, { rule, ignoreBlanks, alert, prompt }: Validation, namespace: string): string {
  const text = (name: string, value: string, longest: number) =>
    value === "" ? "" : ` ${name}="${escapeCellText(value.slice(0, longest))}"`;
  const attributes = [
    ` type="${validationKinds[rule.kind]}"`,
    alert.style === "Stop" ? "" : ` errorStyle="${alert.style.toLowerCase()}"`,
    "comparison" in rule && rule.comparison !== "Between" ? ` operator="${operator(rule.comparison)}"` : "",
    ignoreBlanks ? ` allowBlank="1"` : "",
    rule.kind === "list" && !rule.dropDown ? ` showDropDown="1"` : "",
    prompt.shown ? ` showInputMessage="1"` : "",
    alert.shown ? ` showErrorMessage="1"` : "",
    // Excel allows no longer ones, and mends a file that has them.
    text("errorTitle", alert.title, 32),
    text("error", alert.message, 255),
    text("promptTitle", prompt.title, 32),
    text("prompt", prompt.message, 255),
  ].join("");
  return `<dataValidation${attributes} sqref="${sqref}">${validationFormulas(rule, namespace)}</dataValidation>`;
}

function validationFormulas(rule: Validation["rule"], namespace: string): string {
  if (rule.kind === "custom") return `<formula1>${operandXml(rule.formula, namespace)}</formula1>`;
  if (rule.kind === "list") {
    const { source } = rule;
    const filed = source.startsWith("=") ? escapeXml(toFile(source, { namespace })) : escapeXml(`"${source.replaceAll('"', '""')}"`);
    return `<formula1>${filed}</formula1>`;
  }
  const operands = rule.kind === "date" ? rule.operands.map(dateOperand) : rule.operands;
  return operands.map((operand, index) => `<formula${index + 1}>${operandXml(operand, namespace)}</formula${index + 1}>`).join("");
}

/** The first has priority. */
export function conditionalFormatsXml(formats: readonly ConditionalFormat[], namespace: string, styles: StyleSheet): string {
  return formats
    .filter(({ areas }) => areas.length > 0)
    .map((format, index) => {
      const { areas, rule, stopIfTrue } = format;
      const place = formatArea({ ...areas[0]!, rowCount: 1, columnCount: 1 });
      const difference = rule.kind === "colorScale" ? "" : ` dxfId="${styles.difference(format.style)}"`;
      const { attributes, content } = formatRuleXml(rule, place, namespace);
      const common = `${difference} priority="${index + 1}"${stopIfTrue ? ` stopIfTrue="1"` : ""}`;
      return `<conditionalFormatting sqref="${areasText(areas)}"><cfRule${attributes}${common}>${content}</cfRule></conditionalFormatting>`;
    })
    .join("");
}

function formatRuleXml(rule: ConditionalFormat["rule"], place: string, namespace: string): { attributes: string; content: string } {
  const formula = (filed: string) => `<formula>${filed}</formula>`;
  switch (rule.kind) {
    case "cellValue":
      return {
        attributes: ` type="cellIs" operator="${operator(rule.comparison)}"`,
        content: operands(rule, namespace).map(formula).join(""),
      };
    case "custom":
      return { attributes: ` type="expression"`, content: formula(operandXml(rule.formula.replace(/^=?/, "="), namespace)) };
    case "colorScale": {
      const points = rule.points.map((point) => scalePointXml(point, namespace)).join("");
      const colors = rule.points.map(({ color }) => `<color rgb="${fileColor(color)}"/>`).join("");
      return { attributes: ` type="colorScale"`, content: `<colorScale>${points}${colors}</colorScale>` };
    }
    case "text": {
      const { kind, name, test } = textRules[rule.comparison];
      const filed = test(`"${rule.text.replaceAll('"', '""')}"`, place);
      return { attributes: ` type="${kind}" operator="${name}" text="${escapeCellText(rule.text)}"`, content: formula(escapeXml(filed)) };
    }
  }
}

function operands({ operands: texts }: Condition, namespace: string): string[] {
  return texts.map((text) => operandXml(text, namespace));
}

/** Excel wants the formula beside the text. */
const textRules = {
  Contains: { kind: "containsText", name: "containsText", test: (text: string, cell: string) => `NOT(ISERROR(SEARCH(${text},${cell})))` },
  NotContains: { kind: "notContainsText", name: "notContains", test: (text: string, cell: string) => `ISERROR(SEARCH(${text},${cell}))` },
  BeginsWith: { kind: "beginsWith", name: "beginsWith", test: (text: string, cell: string) => `LEFT(${cell},LEN(${text}))=${text}` },
  EndsWith: { kind: "endsWith", name: "endsWith", test: (text: string, cell: string) => `RIGHT(${cell},LEN(${text}))=${text}` },
} as const;

const pointKinds: Readonly<Record<ScalePoint["kind"], string>> = {
  LowestValue: "min",
  HighestValue: "max",
  Number: "num",
  Percent: "percent",
  Percentile: "percentile",
  Formula: "formula",
};

function scalePointXml({ kind, operand }: ScalePoint, namespace: string): string {
  const value = operand === "" ? "" : ` val="${operandXml(operand, namespace)}"`;
  return `<cfvo type="${pointKinds[kind]}"${value}/>`;
}

export function filterXml({ area, criteria }: AutoFilter): string {
  const columns = [...criteria].map(([column, criterion]) => {
    if (criterion.kind === "values") {
      const blank = criterion.values.includes("") ? ` blank="1"` : "";
      const shown = criterion.values.filter((value) => value !== "").map((value) => `<filter val="${escapeCellText(value)}"/>`);
      return `<filterColumn colId="${column}"><filters${blank}>${shown.join("")}</filters></filterColumn>`;
    }
    const tests = criterion.tests.map((test) => {
      const [, sign = "=", operand = ""] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(test) ?? [];
      const name = filterOperators[sign] ?? "equal";
      return `<customFilter${name === "equal" ? "" : ` operator="${name}"`} val="${escapeCellText(operand)}"/>`;
    });
    return `<filterColumn colId="${column}"><customFilters${criterion.join === "and" ? ` and="1"` : ""}>${tests.join("")}</customFilters></filterColumn>`;
  });
  return `<autoFilter ref="${formatArea(area)}">${columns.join("")}</autoFilter>`;
}

const filterOperators: Readonly<Record<string, string>> = {
  "=": "equal",
  "<>": "notEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
};

export function protectionXml({ options, passwordHash }: Protection): string {
  const attributes = [
    passwordHash === "" ? "" : ` password="${escapeXml(passwordHash)}"`,
    ` sheet="1"`,
    options["allowEditObjects"] === true ? "" : ` objects="1"`,
    options["allowEditScenarios"] === true ? "" : ` scenarios="1"`,
    ...Object.entries(protectionOptions).map(([name, option]) => (options[option] === true ? ` ${name}="0"` : "")),
    options["selectionMode"] === "None" || options["selectionMode"] === "Unlocked" ? ` selectLockedCells="1"` : "",
    options["selectionMode"] === "None" ? ` selectUnlockedCells="1"` : "",
  ];
  return `<sheetProtection${attributes.join("")}/>`;
}
