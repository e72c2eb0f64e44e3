import type { Entry } from "../domain/entry";
import type { Outcome } from "./failure";
import { type Guarded, writeGuarded } from "./guarded-write";
import { readRegisterRows } from "./register-rows";
import { findResults, type ResultPlace, widthOf } from "./result-place";
import type { ResultRows } from "./result-plan";
import { moveFormula } from "./row-formula";
import { areaOf, type Block } from "./sheet-plan";

export type FillAnswer =
  | (Guarded & {
      readonly kind: "filled";
      readonly jobs: number;
      readonly cells: number;
      /** Cells that were left empty, since their results would spill onto what stands beside them. */
      readonly blocked: readonly { readonly row: number; readonly column: number }[];
    })
  | { readonly kind: "nothing-to-fill"; readonly blocked: readonly { readonly row: number; readonly column: number }[] }
  | { readonly kind: "headings-missing" };

/** Enters the formula of each column of results in the jobs' cells that are empty there. What stands in a cell is never written over. */
export async function fillResults(sheetId: string): Promise<Outcome<FillAnswer>> {
  let filled: { readonly jobs: number; readonly cells: number } = { jobs: 0, cells: 0 };
  let blocked: readonly { readonly row: number; readonly column: number }[] = [];
  const outcome = await writeGuarded<"headings-missing" | "nothing-to-fill">(async (context) => {
    const found = await readRegisterRows(context, sheetId);
    if (found === null) return { refusal: "headings-missing" };
    const { rows } = found;
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const jobs = rows.jobs.map(({ row }) => row);
    const gaps = await gapsOf(context, sheet, jobs, await placesOf(context, sheet, rows));
    blocked = gaps.filter(({ free }) => !free);
    const open = gaps.filter(({ free }) => free);
    if (open.length === 0) return { refusal: "nothing-to-fill" };
    filled = { jobs: new Set(open.map(({ row }) => row)).size, cells: open.length };
    const blocks = inRuns(open);
    const free = blocks.map((block) => ({ ...areaOf(block), columns: widthOf(String(block.cells[0]?.[0] ?? "")) }));
    return { what: "formulas", sheetId, sheetName: found.name, blocks, free, table: null, column: null };
  });
  if (!outcome.ok) return outcome;
  const answer = outcome.value;
  if (!("refusal" in answer)) return { ok: true, value: { ...answer, kind: "filled", ...filled, blocked } };
  return { ok: true, value: answer.refusal === "nothing-to-fill" ? { kind: answer.refusal, blocked } : { kind: answer.refusal } };
}

type Filled = ResultPlace & { readonly formula: string };

/** The columns whose rows have a formula each. */
async function placesOf(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: ResultRows): Promise<readonly Filled[]> {
  const { headingRow, headings, free, factorColumns } = rows;
  const column = free - headings.length;
  const first = headingRow + 1;
  const top = sheet.getRangeByIndexes(first, column, Math.max(1, Math.min(rows.rows, SAMPLE)), headings.length);
  top.load("formulas");
  await context.sync();
  const columns = { headings, column, factors: factorColumns, score: null, band: null };
  return findResults(columns, first, top.formulas as Entry[][]).filter((place): place is Filled => place.formula !== null);
}

/** As many rows as the pane knows the columns by. */
const SAMPLE = 70;
/** Formulas that gather columns have some 300 characters; an answer may have 5 MB on the web. */
const CELLS_AT_ONCE = 8_000;

interface Gap {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  /** Whether the cells that its result needs are empty too. */
  readonly free: boolean;
}

/** The jobs' cells that are empty, column by column. */
async function gapsOf(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  jobs: readonly number[],
  [place, ...others]: readonly Filled[],
): Promise<readonly Gap[]> {
  if (place === undefined) return [];
  const width = widthOf(place.formula);
  const isJob = new Set(jobs);
  const end = (jobs.at(-1) ?? -1) + 1;
  const gaps: Gap[] = [];
  const readFrom = async (row: number): Promise<void> => {
    const count = Math.min(Math.floor(CELLS_AT_ONCE / width), end - row);
    if (count <= 0) return;
    const range = sheet.getRangeByIndexes(row, place.column, count, width);
    range.load("formulas,values");
    await context.sync();
    const values = range.values as Entry[][];
    (range.formulas as Entry[][]).forEach((cells, index) => {
      // A cell that a formula elsewhere fills holds a value without a formula.
      const blank = (at: number): boolean => cells[at] === "" && values[index]?.[at] === "";
      if (!isJob.has(row + index) || !blank(0)) return;
      const free = cells.every((_, at) => blank(at));
      gaps.push({ row: row + index, column: place.column, formula: moveFormula(place.formula, row + index), free });
    });
    await readFrom(row + count);
  };
  await readFrom(jobs[0] ?? end);
  return [...gaps, ...(await gapsOf(context, sheet, jobs, others))];
}

/** Cells of a column that stand together are one block. */
function inRuns(gaps: readonly Gap[]): readonly Block[] {
  const blocks: { row: number; column: number; cells: string[][]; checked: true }[] = [];
  for (const { row, column, formula } of gaps) {
    const last = blocks.at(-1);
    if (last?.column === column && row === last.row + last.cells.length) last.cells.push([formula]);
    else blocks.push({ row, column, cells: [[formula]], checked: true });
  }
  return blocks;
}
