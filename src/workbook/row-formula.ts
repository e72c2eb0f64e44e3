/** A reference of a formula to cells of its own sheet, or of another; rows count from 0. */
interface Reference {
  readonly elsewhere: boolean;
  readonly rows: readonly { readonly row: number; readonly fixed: boolean }[];
}

/** Texts, references, sheets' names and what stands in brackets: only references are looked into. */
const PART =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3})(\$?)(\d{1,7})(?::(\$?[A-Z]{1,3})(\$?)(\d{1,7}))?(?![\p{L}\p{N}_.(!])|'(?:[^']|'')*'|\[[^\]]*\]/giu;

/** The formula as it would stand so many rows further down, as Excel copies it. */
export const moveFormula = (formula: string, by: number): string =>
  formula.replace(
    PART,
    (part: string, sheet = "", column?: string, fixed = "", row = "", lastColumn?: string, lastFixed = "", lastRow = "") => {
      if (column === undefined) return part;
      const cell = (letters: string, mark: string, number: string): string =>
        `${letters}${mark}${mark === "$" ? number : Number(number) + by}`;
      return `${String(sheet)}${cell(column, String(fixed), String(row))}${lastColumn === undefined ? "" : `:${cell(lastColumn, String(lastFixed), String(lastRow))}`}`;
    },
  );

function referencesOf(formula: string): readonly Reference[] {
  return Array.from(formula.matchAll(PART)).flatMap(([, sheet, column, fixed, row, lastColumn, lastFixed, lastRow]): Reference[] => {
    if (column === undefined) return [];
    const cell = (mark: string | undefined, number: string | undefined) => ({ row: Number(number) - 1, fixed: mark === "$" });
    return [{ elsewhere: sheet !== undefined, rows: [cell(fixed, row), ...(lastColumn === undefined ? [] : [cell(lastFixed, lastRow)])] }];
  });
}

/**
 * What a formula speaks of: its own row alone, beside cells that stay where they are; several rows, and then up to which; or something else.
 */
export function rowsOfFormula(
  formula: string,
  own: number,
): { readonly kind: "own" | "other" } | { readonly kind: "several"; readonly last: number } {
  const loose = referencesOf(formula).flatMap(({ elsewhere, rows }) =>
    rows.filter(({ fixed }) => !fixed).map(({ row }) => ({ row, elsewhere })),
  );
  const last = Math.max(own, ...loose.filter(({ elsewhere }) => !elsewhere).map(({ row }) => row));
  if (last > own) return { kind: "several", last };
  const thisRow = loose.length > 0 || /\[(?:\[#This Row\]|@)/i.test(formula);
  return { kind: thisRow && loose.every(({ row, elsewhere }) => row === own && !elsewhere) ? "own" : "other" };
}
