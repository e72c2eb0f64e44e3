import { isCellError, type CellValue } from "./cell";
import type { FilterCriterion, SortKey } from "./rule";

/** The order of rows as Excel sorts them, by position; equal rows keep their order. */
export function sortedRows(rows: readonly (readonly CellValue[])[], keys: readonly SortKey[], matchCase: boolean): number[] {
  return rows
    .map((_, index) => index)
    .sort((a, b) => {
      for (const { column, ascending } of keys) {
        const [left = null, right = null] = [rows[a]?.[column], rows[b]?.[column]];
        const order = compareCells(left, right, matchCase);
        // Blank cells come last either way.
        if (order !== 0) return ascending || left === null || right === null ? order : -order;
      }
      return a - b;
    });
}

/** Numbers, texts, truth values, errors, blanks. */
function compareCells(a: CellValue, b: CellValue, matchCase: boolean): number {
  const [rankA, rankB] = [rank(a), rank(b)];
  if (rankA !== rankB) return rankA - rankB;
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  if (typeof a !== "string" || typeof b !== "string") return 0;
  return a.localeCompare(b, "en", { sensitivity: matchCase ? "variant" : "accent" });
}

function rank(value: CellValue): number {
  if (value === null) return 4;
  if (isCellError(value)) return 3;
  return ["number", "string", "boolean"].indexOf(typeof value);
}

/** Whether a filter with this criterion shows a row whose cell holds the value and shows the text. */
export function passes(criterion: FilterCriterion, value: CellValue, text: string): boolean {
  if (criterion.kind === "values") return criterion.values.some((shown) => shown.toLowerCase() === text.toLowerCase());
  const results = criterion.tests.map((test) => passesTest(test, value, text));
  return criterion.join === "and" ? results.every(Boolean) : results.some(Boolean);
}

function passesTest(test: string, value: CellValue, text: string): boolean {
  const [, sign = "", operand = ""] = /^(<>|>=|<=|=|>|<)?(.*)$/s.exec(test) ?? [];
  const number = Number(operand);
  const numeric = operand.trim() !== "" && Number.isFinite(number);
  if (sign === "" || sign === "=" || sign === "<>") {
    const equal = numeric && typeof value === "number" ? value === number : wildcard(operand).test(text);
    return sign === "<>" ? !equal : equal;
  }
  const order = numeric
    ? typeof value === "number"
      ? value - number
      : undefined
    : typeof value === "string"
      ? value.localeCompare(operand, "en", { sensitivity: "accent" })
      : undefined;
  if (order === undefined) return false;
  return sign === ">" ? order > 0 : sign === "<" ? order < 0 : sign === ">=" ? order >= 0 : order <= 0;
}

/** `*` any text, `?` any character, `~` takes the next one as it is. */
function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/~([*?~])|([*?])|([.+^${}()|[\]\\])/g, (_, kept: string, wild: string, special: string) =>
    kept ? `\\${kept}` : wild ? (wild === "*" ? ".*" : ".") : `\\${special}`,
  );
  return new RegExp(`^${source}$`, "is");
}
