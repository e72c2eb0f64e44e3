import { closing, worksOnArrays } from "./array-formula";
import { filedCustomName, filedName, typedCustomName, typedName } from "./function-name";

/**
 * Formulas as a person types them, and as a file holds them: without "=", with prefixes before the names of functions and of
 * LET's and LAMBDA's variables, with tables named in full, `#` and `@` spelled out as functions.
 */

/** What stands around a formula. */
export interface FormulaPlace {
  /** Of the add-in whose functions are translated. */
  readonly namespace: string;
  /** The name of the table that the formula's cell belongs to. */
  readonly table?: string | undefined;
}

/** Texts, quoted sheet names, brackets of tables and of other workbooks, names, references, numbers, single signs. */
const token =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|\[(?:'.|[^[\]']|\[(?:'.|[^\]'])*\])*\]|#(?:N\/A|VALUE!|REF!|NAME\?|NUM!|DIV\/0!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA)|\$?[\p{L}_\\][\p{L}\p{N}_.\\?$]*|\d+(?:\.\d+)?(?:E[+-]?\d+)?|\s+|./giu;

export function toFile(typed: string, place: FormulaPlace): string {
  const tokens = tokenize(typed.replace(/^=/, ""));
  nameVariables(tokens);
  const named = tokens.map((text, index) => {
    if (tokens[index + 1] === "(" && isName(text)) return filedCustomName(text, place.namespace) ?? filedName(text);
    if (text.startsWith("[")) return fullBracket(text, tokens[index - 1], place.table);
    return text;
  });
  return spellOutSigns(named).join("");
}

/** The formula as typed, or that it reads another workbook. */
export function fromFile(filed: string, place: FormulaPlace): { readonly typed: string } | "external" {
  const tokens = tokenize(filed);
  if (tokens.some((text, index) => isExternal(text, tokens[index - 1]))) return "external";
  const named = tokens.map((text, index) => {
    if (tokens[index + 1] === "(" && isName(text)) return typedCustomName(text, place.namespace) ?? typedName(text);
    return text.replace(/^_xlpm\./i, "");
  });
  return { typed: `=${ownTable(shortenSigns(named), place.table).join("")}` };
}

/** Whether the file marks the formula as one that works on arrays. */
export function isDynamic(typed: string, namespace: string): boolean {
  return worksOnArrays(tokenize(typed.replace(/^=/, "")), namespace);
}

function tokenize(formula: string): string[] {
  return formula.match(token) ?? [];
}

function isName(text: string): boolean {
  return /^[\p{L}_\\]/u.test(text);
}

/** `[1]Sheet1!A1`, `'[1]Pay 2024'!A1`, `[1]!Name`; a table's brackets come after its name, or hold no number alone. */
function isExternal(text: string, before: string | undefined): boolean {
  if (/^'\[\d+\]|^'[^']*\[[^\]]+\][^']*'!$/.test(text)) return true;
  return /^\[\d+\]$/.test(text) && (before === undefined || !isName(before));
}

/** `[@Col]` and `[Col]` in a table's own cell get the table's name; `[@Col]` is "this row" in a file. */
function fullBracket(text: string, before: string | undefined, table: string | undefined): string {
  const owned = before !== undefined && isName(before);
  if (!owned && table === undefined) return text;
  const inner = text.slice(1, -1);
  const row = inner.startsWith("@") ? inner.slice(1) : undefined;
  const bracket =
    row === undefined ? text : row === "" ? "[#This Row]" : row.startsWith("[") ? `[[#This Row],${row}]` : `[[#This Row],[${row}]]`;
  return owned ? bracket : `${table ?? ""}${bracket}`;
}

/** `Register[[#This Row],[Score]]` as `[@Score]` in the table's own cells, `Register[@Score]` elsewhere. */
function ownTable(tokens: readonly string[], table: string | undefined): string[] {
  const shortened = tokens.map((text) => {
    if (text === "[#This Row]") return "[@]";
    const column = /^\[\[#This Row\],(\[.*\])\]$/is.exec(text)?.[1];
    if (column === undefined) return text;
    return /^\[[\p{L}\p{N}_.]+\]$/u.test(column) ? `[@${column.slice(1, -1)}]` : `[@${column}]`;
  });
  return shortened.map((text, index) => {
    const own = text.toLowerCase() === table?.toLowerCase();
    return own && shortened[index + 1]?.startsWith("[@") ? "" : text;
  });
}

/** Variables of LET and LAMBDA stand as `_xlpm.name` wherever they are used within the call. */
function nameVariables(tokens: string[]): void {
  tokens.forEach((text, index) => {
    const kind = text.toUpperCase();
    if ((kind !== "LET" && kind !== "LAMBDA") || tokens[index + 1] !== "(") return;
    const end = closing(tokens, index + 1);
    const starts = argumentStarts(tokens, index + 1, end);
    const declared = starts.slice(0, -1).filter((_, position) => kind === "LAMBDA" || position % 2 === 0);
    const names = new Set(declared.map((at) => (tokens[at] ?? "").toUpperCase().replace(/^_XLPM\./, "")));
    for (let at = index + 2; at < end; at++) {
      const own = names.has((tokens[at] ?? "").toUpperCase()) && isName(tokens[at] ?? "");
      if (own && !tokens[at + 1]?.startsWith("!")) tokens[at] = `_xlpm.${tokens[at] ?? ""}`;
    }
  });
}

/** The first token of each argument that is no space. */
function argumentStarts(tokens: readonly string[], open: number, end: number): number[] {
  const starts: number[] = [];
  let depth = 0;
  let fresh = true;
  for (let at = open; at < end; at++) {
    const text = tokens[at] ?? "";
    if (fresh && at > open && text.trim() !== "") {
      starts.push(at);
      fresh = false;
    }
    if (text === "(" || text === "{") depth++;
    else if (text === ")" || text === "}") depth--;
    else if (text === "," && depth === 1) fresh = true;
  }
  return starts;
}

/** `A1#` and `@A1:A5` as functions of the file. */
function spellOutSigns(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const text = tokens[at]!;
    if (text === "#" && result.length > 0) {
      const reference = result.pop()!;
      const sheet = result.at(-1) === "!" ? result.splice(-2).join("") : result.at(-1)?.endsWith("'!") ? result.pop()! : "";
      result.push(`_xlfn.ANCHORARRAY(${sheet}${reference})`);
    } else if (text === "@") {
      const end = operandEnd(tokens, at + 1);
      result.push("_xlfn.SINGLE(", ...spellOutSigns(tokens.slice(at + 1, end)), ")");
      at = end - 1;
    } else result.push(text);
  }
  return result;
}

/** Past a reference, a name, or a function's call. */
function operandEnd(tokens: readonly string[], from: number): number {
  let at = from;
  if (tokens[at]?.endsWith("'!")) at++;
  else if (tokens[at + 1] === "!") at += 2;
  if (tokens[at + 1] === "(") return closing(tokens, at + 1) + 1;
  if (tokens[at] === "(") return closing(tokens, at) + 1;
  at++;
  if (tokens[at] === ":") at += 2;
  if (tokens[at]?.startsWith("[")) at++;
  return at;
}

function shortenSigns(tokens: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const kind = tokens[at]!.toUpperCase();
    if ((kind === "ANCHORARRAY" || kind === "SINGLE") && tokens[at + 1] === "(") {
      const end = closing(tokens, at + 1);
      const operand = shortenSigns(tokens.slice(at + 2, end));
      result.push(...(kind === "SINGLE" ? ["@", ...operand] : [...operand, "#"]));
      at = end;
    } else result.push(tokens[at]!);
  }
  return result;
}
