import { newJobIds } from "../domain/job-id";
import { asTyped } from "./evidence-write";
import { findEvidence } from "./evidence";
import type { Outcome } from "./failure";
import { type Guarded, writeGuarded } from "./guarded-write";
import { type FoundRows, readRegisterRows } from "./register-rows";
import { freeHeading } from "./result-plan";
import { ID_HEADING } from "./sample-sheet";
import { areaOf, type Block } from "./sheet-plan";

export type IdAnswer =
  | (Guarded & {
      readonly kind: "ids-written";
      readonly jobs: number;
      /** The heading of the column that was added; null where there was one. */
      readonly column: string | null;
      /** Rows with a single text, which may head a section: they got none. */
      readonly doubtful: readonly number[];
    })
  | { readonly kind: "headings-missing" }
  /** Every job has one. */
  | { readonly kind: "ids-complete" }
  /** Ids that stand on it could not be read, so a new one might be one of them. */
  | { readonly kind: "evidence-headings"; readonly sheetName: string; readonly missing: readonly string[] };

/** Gives an id to each job that has none, in a new column where the register has no column of ids. Ids that stand are left alone. */
export async function giveIds(sheetId: string): Promise<Outcome<IdAnswer>> {
  let given: { readonly jobs: number; readonly column: string | null; readonly doubtful: readonly number[] } | undefined;
  const outcome = await writeGuarded<Exclude<IdAnswer, { kind: "ids-written" }>>(async (context) => {
    const found = await readRegisterRows(context, sheetId);
    if (found === null) return { refusal: { kind: "headings-missing" } };
    const evidence = await findEvidence(context, sheetId);
    if (evidence.kind === "headings-missing") return { refusal: { ...evidence, kind: "evidence-headings" } };
    const lacking = found.rows.jobs.map(({ row }) => row).filter((row) => found.ids[row - found.rows.headingRow - 1] === "");
    const doubtful = found.idColumn === null ? lacking.filter((row) => (found.filled[row - found.rows.headingRow - 1] ?? 0) < 2) : [];
    const rows = lacking.filter((row) => !doubtful.includes(row));
    if (rows.length === 0) return { refusal: { kind: "ids-complete" } };
    const known = [...found.ids, ...(evidence.kind === "sheet" ? evidence.sheet.rows.map(({ id }) => id) : [])].filter((id) => id !== "");
    const ids = newJobIds(known, rows.length);
    const heading = found.idColumn === null ? freeHeading(ID_HEADING, found.rows.headings) : null;
    given = { jobs: rows.length, column: heading, doubtful };
    const blocks = heading === null ? inRuns(rows, found.idColumn ?? 0, ids) : newColumn(found, heading, rows, ids);
    return {
      what: "ids",
      sheetId,
      sheetName: found.name,
      blocks,
      free: blocks.map(areaOf),
      table: heading === null || found.table === null ? null : { ...found.table, columns: 1 },
      column: heading === null ? null : { name: "id", heading },
    };
  });
  if (!outcome.ok) return outcome;
  const answer = outcome.value;
  if ("refusal" in answer) return { ok: true, value: answer.refusal };
  return { ok: true, value: { ...answer, kind: "ids-written", jobs: 0, column: null, doubtful: [], ...given } };
}

/** To the right of everything; beside a table that cannot take it in, a column is left free. */
function newColumn(
  { rows: { headingRow, rows, free, inTable }, table }: FoundRows,
  heading: string,
  jobs: readonly number[],
  ids: readonly string[],
): readonly Block[] {
  const cells: (string | number)[][] = [[`'${heading}`], ...Array.from({ length: rows }, () => [""])];
  jobs.forEach((row, place) => (cells[row - headingRow] = [asTyped(ids[place] ?? "")]));
  return [{ row: headingRow, column: free + (inTable && table === null ? 1 : 0), cells }];
}

/** Rows that stand together are one block. */
function inRuns(rows: readonly number[], column: number, ids: readonly string[]): readonly Block[] {
  const blocks: { row: number; column: number; cells: (string | number)[][] }[] = [];
  rows.forEach((row, place) => {
    const last = blocks.at(-1);
    const cell = [asTyped(ids[place] ?? "")];
    if (last !== undefined && row === last.row + last.cells.length) last.cells.push(cell);
    else blocks.push({ row, column, cells: [cell] });
  });
  return blocks;
}
