import { HostFailure } from "../executor/failure";
import { isHostObject, type HostType } from "../executor/host-type";
import { intersection } from "../workbook/address";
import type { AlertStyle, Comparison, Validation, ValidationRule } from "../workbook/rule";
import { requireAllowed } from "./guard";
import { absoluteAddress, RangeReference } from "./reference";

/** A rule as Office.js writes it: one of these, with what belongs to it. */
interface Rule {
  readonly list?: { readonly inCellDropDown?: boolean; readonly source: unknown };
  readonly wholeNumber?: Bounds;
  readonly decimal?: Bounds;
  readonly date?: Bounds;
  readonly textLength?: Bounds;
  readonly custom?: { readonly formula: string };
}

interface Bounds {
  readonly formula1: unknown;
  readonly formula2?: unknown;
  readonly operator: Comparison;
}

const plainAlert = { shown: true, style: "Stop", title: "", message: "" } as const;
const plainPrompt = { shown: true, title: "", message: "" };

export const dataValidationType: HostType<RangeReference> = {
  name: "DataValidation",
  properties: {
    Type: { get: (range) => typeName(found(range)?.rule) },
    Rule: { get: (range) => writeRule(found(range)?.rule), set: (range, rule: Rule) => change(range, readRule(range, rule)) },
    IgnoreBlanks: {
      get: (range) => found(range)?.ignoreBlanks ?? true,
      set: (range, ignoreBlanks: boolean) => change(range, { ...needed(range), ignoreBlanks }),
    },
    ErrorAlert: {
      get: (range) => {
        const { shown, style, title, message } = found(range)?.alert ?? plainAlert;
        return { showAlert: shown, style, title, message };
      },
      set: (range, alert: { showAlert?: boolean; style?: AlertStyle; title?: string; message?: string }) => {
        const { showAlert: shown = true, style = "Stop", title = "", message = "" } = alert;
        change(range, { ...needed(range), alert: { shown, style, title, message } });
      },
    },
    Prompt: {
      get: (range) => {
        const { shown, title, message } = found(range)?.prompt ?? plainPrompt;
        return { showPrompt: shown, title, message };
      },
      set: (range, { showPrompt = true, title = "", message = "" }: { showPrompt?: boolean; title?: string; message?: string }) =>
        change(range, { ...needed(range), prompt: { shown: showPrompt, title, message } }),
    },
  },
  methods: { Clear: (range) => change(range, undefined) },
};

function change({ sheet, area }: RangeReference, validation: Validation | undefined): void {
  requireAllowed(sheet, undefined);
  sheet.setValidation(area, validation);
}

/** What the range's first cell has. */
function found({ sheet, area }: RangeReference): Validation | undefined {
  const cell = { ...area, rowCount: 1, columnCount: 1 };
  return sheet.validations().find(({ areas }) => areas.some((own) => intersection(own, cell)))?.validation;
}

function needed(range: RangeReference): Validation {
  const validation = found(range);
  if (!validation) throw new HostFailure("InvalidOperation", `${range.address} has no data validation; give it a rule first.`);
  return validation;
}

function readRule(range: RangeReference, rule: Rule): Validation {
  const { alert = plainAlert, prompt = plainPrompt, ignoreBlanks = true } = found(range) ?? {};
  return { rule: readKind(rule), alert, prompt, ignoreBlanks };
}

function readKind({ list, custom, ...bounded }: Rule): ValidationRule {
  if (list) return { kind: "list", source: readSource(list.source), dropDown: list.inCellDropDown ?? true };
  if (custom) return { kind: "custom", formula: custom.formula };
  for (const kind of ["wholeNumber", "decimal", "date", "textLength"] as const) {
    const bounds = bounded[kind];
    if (bounds) return { kind, comparison: bounds.operator, operands: readOperands(bounds) };
  }
  throw new HostFailure("InvalidArgument", "The data validation rule is of no kind that the embedded workbook has.");
}

function readSource(source: unknown): string {
  if (!isHostObject(source)) return String(source);
  if (source.target instanceof RangeReference) return `=${absoluteAddress(source.target)}`;
  throw new HostFailure("InvalidArgument", "The source of a list is a range or a text.");
}

function readOperands({ formula1, formula2, operator }: Bounds): string[] {
  const two = operator === "Between" || operator === "NotBetween";
  const operands = two ? [formula1, formula2] : [formula1];
  return operands.map((operand) => {
    if (operand === undefined || operand === null || operand === "") {
      throw new HostFailure("InvalidArgument", `"${operator}" lacks a value to compare with.`);
    }
    return readSource(operand);
  });
}

function typeName(rule: ValidationRule | undefined): string {
  return rule ? rule.kind.charAt(0).toUpperCase() + rule.kind.slice(1) : "None";
}

function writeRule(rule: ValidationRule | undefined): Rule {
  if (!rule) return {};
  if (rule.kind === "list") return { list: { inCellDropDown: rule.dropDown, source: rule.source } };
  if (rule.kind === "custom") return { custom: { formula: rule.formula } };
  const [formula1, formula2] = rule.operands.map((operand) => (Number.isFinite(Number(operand)) ? Number(operand) : operand));
  return { [rule.kind]: { formula1, ...(formula2 === undefined ? {} : { formula2 }), operator: rule.comparison } };
}
