import type { Entry } from "../domain/entry";
import { moveFormula, rowsOfFormula } from "./row-formula";

/** A column in which a register shows results, and where they come from; columns and rows count from 0, on the sheet. */
export interface ResultPlace {
  readonly heading: string;
  readonly column: number;
  /** What the column is known to show; null for anything else. */
  readonly gives: "score" | "band" | null;
  /** The column whose formulas fill it: its own, or one to the left whose results spill over. */
  readonly from: number;
  /** The formula of each row, as it would stand in the first row of the sheet; null where there is no such formula. */
  readonly formula: string | null;
  /** The rows that one formula fills; null where each row has its own. */
  readonly filled: { readonly row: number; readonly last: number } | null;
}

/** What is known of a register's columns, for its results to be found. */
export interface ResultColumns {
  readonly headings: readonly string[];
  /** The column of the first heading. */
  readonly column: number;
  readonly factors: readonly number[];
  readonly score: number | null;
  readonly band: number | null;
}

/** The cells of an answer of `JEEVALUATE`. */
const EVALUATED = 4;
const OWN = /^=.*?(?:\bJOB\.|_xldudf_JOB_)/is;
const FIRST = /^=(?:JOB\.|_xldudf_JOB_)(\w+)\(/i;

const functionOf = (formula: string): string => FIRST.exec(formula)?.[1]?.toUpperCase() ?? "";

/** How many cells of its row a formula fills. */
export const widthOf = (formula: string): number => (functionOf(formula) === "JEEVALUATE" ? EVALUATED : 1);

/**
 * Finds the columns that hold the add-in's formulas, by some rows of formulas below the headings, and those that the register was told are
 * its score and its band. A formula that speaks of other rows than its own is a working beside the register, unless it fills them.
 */
export function findResults(columns: ResultColumns, firstRow: number, formulas: readonly (readonly Entry[])[]): readonly ResultPlace[] {
  const places: ResultPlace[] = [];
  columns.headings.forEach((heading, place) => {
    const column = columns.column + place;
    if (heading === "" || columns.factors.includes(column) || places.some((known) => known.column === column)) return;
    const told = columns.score === column ? "score" : columns.band === column ? "band" : null;
    const found = fillingOf(
      firstRow,
      formulas.map((row) => row[place] ?? null),
    );
    const shared = { from: column, formula: found?.formula ?? null, filled: found?.filled ?? null };
    if (found?.name === "JEEVALUATE") {
      const gives = ["score", "band", null, null] as const;
      gives.forEach((given, at) =>
        places.push({
          ...shared,
          heading: columns.headings[place + at] ?? "",
          column: column + at,
          gives: given,
          formula: at === 0 ? shared.formula : null,
        }),
      );
    } else if (found !== null || told !== null) {
      places.push({
        ...shared,
        heading,
        column,
        gives: told ?? (found?.name === "JESCORE" ? "score" : found?.name === "JEBAND" ? "band" : null),
      });
    }
  });
  return places;
}

interface Filling extends Pick<ResultPlace, "formula" | "filled"> {
  /** The function that the formula begins with. */
  readonly name: string;
}

/** The formula that most rows of a column have, or the first that fills several rows. */
function fillingOf(firstRow: number, cells: readonly Entry[]): Filling | null {
  const counts = new Map<string, number>();
  for (const [index, cell] of cells.entries()) {
    if (typeof cell !== "string" || !OWN.test(cell)) continue;
    const row = firstRow + index;
    const rows = rowsOfFormula(cell, row);
    if (rows.kind === "several") return { name: functionOf(cell), formula: null, filled: { row, last: rows.last } };
    if (rows.kind === "other") continue;
    const formula = moveFormula(cell, -row).replace(/_xldudf_JOB_/gi, "JOB.");
    counts.set(formula, (counts.get(formula) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most === undefined ? null : { name: functionOf(most[0]), formula: most[0], filled: null };
}
