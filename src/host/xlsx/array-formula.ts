import { dynamicFunctions, filedCustomName } from "./function-name";

/**
 * Whether a formula may work on several cells at once, where an old Excel would have taken one of them. Its file marks such
 * formulas; without the mark Excel takes one cell of each range still (it shows an "@"), and comes to another result. A mark
 * too many changes nothing in Excel.
 */
export function worksOnArrays(tokens: readonly string[], namespace: string): boolean {
  const words = tokens.filter((text) => text.trim() !== "");
  const isCall = (at: number) => words[at + 1] === "(";
  return words.some((text, at) => {
    if (isCall(at) && dynamicFunctions.has(text.toUpperCase())) return true;
    const end = operandEnd(words, at, namespace);
    return end !== undefined && !takenWhole(words, at, end, namespace);
  });
}

const operators = new Set(["+", "-", "*", "/", "^", "&", "=", "<", ">", "%"]);

/** The last token of a range, a table's column, a name, an array or an add-in's call that starts here; undefined for all else. */
function operandEnd(words: readonly string[], at: number, namespace: string): number | undefined {
  const text = words[at]!;
  if (text === "{") return words.indexOf("}", at);
  if (text.startsWith("[")) return /^\[(?:@|\[?#This Row)/i.test(text) ? undefined : at;
  if (words[at + 1] === ":" && words[at + 2] !== undefined) return at + 2;
  if (words[at + 1] === "#") return at + 1;
  if (words[at + 1] === "(") return filedCustomName(text, namespace) === undefined ? undefined : closing(words, at + 1);
  if (!/^[\p{L}_\\]/u.test(text) || words[at - 1] === ":" || words[at + 1] === "!" || words[at + 1]?.startsWith("[")) return undefined;
  return /^(?:[A-Z]{1,3}\$?\d{1,7}|TRUE|FALSE)$/i.test(text) ? undefined : at;
}

/** Whether an operand is given to a function that takes ranges, and to no operator. */
function takenWhole(words: readonly string[], from: number, to: number, namespace: string): boolean {
  let [left, right] = [from - 1, to + 1];
  // A sheet's name, or a table's, belongs to the operand.
  while (words[left] === "!" || words[left]?.endsWith("!") || (words[left + 1]?.startsWith("[") && /^[\p{L}_\\]/u.test(words[left] ?? "")))
    left--;
  if (words[left + 1] === "!") left--;
  while (words[left] === "(" && words[right] === ")" && !isFunctionBefore(words, left)) [left, right] = [left - 1, right + 1];
  if (operators.has(words[left] ?? "") || operators.has(words[right] ?? "")) return false;
  const name = enclosingFunction(words, left);
  if (name === undefined) return true;
  return rangeFunctions.has(name.toUpperCase()) || filedCustomName(name, namespace) !== undefined;
}

function isFunctionBefore(words: readonly string[], open: number): boolean {
  return /^[\p{L}_\\]/u.test(words[open - 1] ?? "");
}

function enclosingFunction(words: readonly string[], from: number): string | undefined {
  let depth = 0;
  for (let at = from; at >= 0; at--) {
    if (words[at] === ")") depth++;
    else if (words[at] === "(" && depth-- === 0) return isFunctionBefore(words, at) ? words[at - 1] : enclosingFunction(words, at - 1);
  }
  return undefined;
}

/** Where the bracket at `open` closes; the last token where it never does. */
export function closing(tokens: readonly string[], open: number): number {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    if (tokens[index] === "(") depth++;
    else if (tokens[index] === ")" && --depth === 0) return index;
  }
  return tokens.length - 1;
}

/** Functions that take a range for what it is, and have one value for it. */
const takers = `
AGGREGATE AND AREAS AVEDEV AVERAGE AVERAGEA AVERAGEIF AVERAGEIFS CELL COLUMNS CONCAT CORREL COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
COVARIANCE.P COVARIANCE.S DAVERAGE DCOUNT DCOUNTA DEVSQ DGET DMAX DMIN DPRODUCT DSUM FORECAST FORECAST.LINEAR GCD GEOMEAN GETPIVOTDATA
HARMEAN HLOOKUP INDEX INDIRECT INTERCEPT IRR ISREF KURT LARGE LCM LOOKUP MATCH MAX MAXA MAXIFS MEDIAN MIN MINA MINIFS MIRR MODE
MODE.SNGL MULTINOMIAL NETWORKDAYS NETWORKDAYS.INTL NPV OFFSET OR PEARSON PERCENTILE PERCENTILE.EXC PERCENTILE.INC PERCENTRANK
PERCENTRANK.EXC PERCENTRANK.INC PRODUCT QUARTILE QUARTILE.EXC QUARTILE.INC RANK RANK.AVG RANK.EQ ROWS RSQ SKEW SLOPE SMALL STDEV
STDEV.P STDEV.S STDEVA STDEVP STEYX SUBTOTAL SUM SUMIF SUMIFS SUMPRODUCT SUMSQ TEXTJOIN TRIMMEAN VAR VAR.P VAR.S VARA VARP VLOOKUP
WORKDAY WORKDAY.INTL XIRR XMATCH XNPV XOR`;
const rangeFunctions: ReadonlySet<string> = new Set(takers.trim().split(/\s+/));
