import type { Entry } from "../domain/entry";
import { columnLetters } from "./address";
import { type Outcome, run } from "./failure";
import { type Guarded, writeGuarded } from "./guarded-write";
import { readRegisterRows } from "./register-rows";
import { planResults, type ResultColumn, type ResultMode, type ResultRows } from "./result-plan";

export type ResultAnswer =
  | (Guarded & { readonly kind: "written"; readonly mode: ResultMode })
  | ResultsThere
  | { readonly kind: "grades-missing" }
  | { readonly kind: "headings-missing" };

/** Some of the columns wanted stand in the register already. */
export interface ResultsThere {
  readonly kind: "results-there";
  readonly columns: readonly { readonly name: ResultColumn; readonly letters: string }[];
}

/** Adds the columns to the right of everything on the sheet. */
export async function addResults(sheetId: string, wanted: readonly ResultColumn[]): Promise<Outcome<ResultAnswer>> {
  let mode: ResultMode = "rows";
  const outcome = await writeGuarded<ResultsThere | "grades-missing" | "headings-missing">(async (context) => {
    const found = await readRegisterRows(context, sheetId);
    if (found === null) return { refusal: "headings-missing" };
    const there = await resultsThere(context, sheetId, found.rows);
    const columns = there.filter(({ name }) => wanted.includes(name));
    if (columns.length > 0) return { refusal: { kind: "results-there", columns } };
    if (wanted.includes("band") && found.rows.scheme.bands === null && found.rows.grades === null) return { refusal: "grades-missing" };
    const plan = planResults(found.rows, wanted);
    mode = plan.mode;
    const table = plan.extendsTable && found.table !== null ? { ...found.table, columns: plan.area.columns } : null;
    return { what: "results", sheetId, sheetName: found.name, blocks: plan.blocks, free: [plan.area], table, column: null };
  });
  if (!outcome.ok) return outcome;
  const answer = outcome.value;
  if (!("refusal" in answer)) return { ok: true, value: { ...answer, kind: "written", mode } };
  return { ok: true, value: typeof answer.refusal === "string" ? { kind: answer.refusal } : answer.refusal };
}

const GIVES: Readonly<Record<string, readonly ResultColumn[]>> = {
  JESCORE: ["score"],
  JEBAND: ["band"],
  JEEVALUATE: ["score", "band"],
  PROFILEMATCH: ["match"],
};

/** The result columns that a register has, by the functions in the row of its first job and in the row where results spill from. */
async function resultsThere(
  context: Excel.RequestContext,
  sheetId: string,
  { headingRow, jobs, free }: ResultRows,
): Promise<ResultsThere["columns"]> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const lines = [...new Set([headingRow + 1, jobs[0]?.row ?? headingRow + 1])].map((row) => {
    const line = sheet.getRangeByIndexes(row, 0, 1, free);
    line.load("formulas");
    return line;
  });
  await context.sync();
  const found = new Map<ResultColumn, number>();
  for (const { formulas } of lines) {
    (formulas as Entry[][])[0]?.forEach((formula, column) => {
      const name = typeof formula === "string" ? /^=(?:JOB\.|_xldudf_JOB_)(\w+)\(/i.exec(formula)?.[1] : undefined;
      // A spill's band stands beside its score.
      GIVES[name?.toUpperCase() ?? ""]?.forEach((result, place) => found.set(result, found.get(result) ?? column + place));
    });
  }
  return [...found].map(([name, column]) => ({ name, letters: columnLetters(column) }));
}

/** Enters the add-in's formulas again where Excel shows #NAME?, which cures cells opened before the add-in was there. */
export function reenterFormulas(sheetId: string): Promise<Outcome<number>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("formulas,values,rowIndex,columnIndex");
    await context.sync();
    if (used.isNullObject) return 0;
    const values = used.values as Entry[][];
    const cells = (used.formulas as Entry[][]).flatMap((row, i) =>
      row.flatMap((formula, j) => (ownFormula(formula) && values[i]?.[j] === "#NAME?" ? [{ i, j, formula }] : [])),
    );
    for (const { i, j, formula } of cells) {
      sheet.getCell(used.rowIndex + i, used.columnIndex + j).formulas = [[formula.replace(/_xldudf_JOB_/gi, "JOB.")]];
    }
    await context.sync();
    return cells.length;
  });
}

const ownFormula = (formula: Entry | undefined): formula is string =>
  typeof formula === "string" && /^=.*\b(JOB\.|_xldudf_JOB_)/i.test(formula);
