import type { Entry } from "../domain/entry";
import { type Outcome, run } from "./failure";
import { type Guarded, writeGuarded } from "./guarded-write";
import { readRegisterRows } from "./register-rows";
import { planResults, type ResultColumn, type ResultMode } from "./result-plan";

export type ResultAnswer =
  | (Guarded & { readonly kind: "written"; readonly mode: ResultMode })
  | { readonly kind: "grades-missing" }
  | { readonly kind: "headings-missing" };

/** Adds the columns to the right of everything on the sheet. */
export async function addResults(sheetId: string, wanted: readonly ResultColumn[]): Promise<Outcome<ResultAnswer>> {
  let mode: ResultMode = "rows";
  const outcome = await writeGuarded<"grades-missing" | "headings-missing">(async (context) => {
    const found = await readRegisterRows(context, sheetId);
    if (found === null) return { refusal: "headings-missing" };
    if (wanted.includes("band") && found.rows.scheme.bands === null && found.rows.grades === null) return { refusal: "grades-missing" };
    const plan = planResults(found.rows, wanted);
    mode = plan.mode;
    const table = plan.extendsTable && found.table !== null ? { ...found.table, columns: plan.area.columns } : null;
    return { what: "results", sheetId, sheetName: found.name, blocks: plan.blocks, free: [plan.area], table, column: null };
  });
  if (!outcome.ok) return outcome;
  const answer = outcome.value;
  return { ok: true, value: "refusal" in answer ? { kind: answer.refusal } : { ...answer, kind: "written", mode } };
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
