import type { Entry } from "../domain/entry";
import { findHeadings } from "./adoption/location";
import { splitRows } from "./adoption/row";
import { areaAddress, type Area } from "./address";
import { readBasis, schemeOf } from "./basis";
import { type Outcome, run, type WorkbookFailure } from "./failure";
import { sameContent } from "./formula";
import { loadMappings } from "./mapping";
import { planResults, type ResultColumn, type ResultMode, type ResultPlan, type ResultRows } from "./result-plan";
import type { Block } from "./sheet-plan";

/** What the add-in wrote last, so that it can be taken out again. */
export interface Written {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly mode: ResultMode;
  readonly area: Area;
  readonly blocks: readonly Block[];
  readonly table: { readonly id: string; readonly before: Area } | null;
}

export type ResultAnswer =
  { readonly kind: "written"; readonly written: Written } | { readonly kind: "grades-missing" } | { readonly kind: "headings-missing" };

/** Adds the columns to the right of everything on the sheet: read, written in blocks, read again; on any failure the cells are as before. */
export async function addResults(sheetId: string, wanted: readonly ResultColumn[]): Promise<Outcome<ResultAnswer>> {
  const progress: { begun: Written | null } = { begun: null };
  const outcome = await run(async (context): Promise<ResultAnswer | { readonly kind: "failed"; readonly failure: WorkbookFailure }> => {
    const found = await readRows(context, sheetId);
    if (found === null) return { kind: "headings-missing" };
    if (wanted.includes("band") && found.rows.scheme.bands === null && found.rows.grades === null) return { kind: "grades-missing" };
    const plan = planResults(found.rows, wanted);
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const before = rangeOf(sheet, plan.area);
    before.load("formulas");
    await context.sync();
    const occupied = (before.formulas as Entry[][]).some((row) => row.some((cell) => cell !== ""));
    if (occupied) return { kind: "failed", failure: { kind: "occupied", sheet: found.name, address: areaAddress(plan.area) } };
    const table = plan.extendsTable ? found.table : null;
    const begun = { sheetId, sheetName: found.name, mode: plan.mode, area: plan.area, blocks: plan.blocks, table };
    progress.begun = begun;
    const lost = await writeBlocks(context, sheet, inBlocks(plan));
    if (lost !== null) return { kind: "failed", failure: { kind: "not-kept", sheet: found.name, address: areaAddress(lost) } };
    if (table !== null) {
      context.workbook.tables.getItem(table.id).resize(areaAddress({ ...table.before, columns: table.before.columns + plan.area.columns }));
      await context.sync();
    }
    return { kind: "written", written: begun };
  });
  if (outcome.ok && outcome.value.kind !== "failed") return { ok: true, value: outcome.value };
  const failure = outcome.ok ? (outcome.value as { readonly failure: WorkbookFailure }).failure : outcome.failure;
  const { begun } = progress;
  if (begun === null) return { ok: false, failure };
  const undone = await takeOut(begun);
  return {
    ok: false,
    failure: undone.ok ? failure : { kind: "half-written", sheet: begun.sheetName, address: areaAddress(begun.area), cause: failure },
  };
}

/** Takes out what was written last, unless somebody has changed it since. */
export async function restore(written: Written): Promise<Outcome<void>> {
  const unchanged = await run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(written.sheetId);
    const reads = written.blocks.map((block) => {
      const range = rangeOf(sheet, {
        row: block.row,
        column: block.column,
        rows: block.cells.length,
        columns: block.cells[0]?.length ?? 0,
      });
      range.load("formulas");
      return { block, range };
    });
    await context.sync();
    return reads.every(({ block, range }) => holds(block, range.formulas as Entry[][]));
  });
  if (!unchanged.ok) return unchanged;
  if (!unchanged.value) {
    return { ok: false, failure: { kind: "changed-since", sheet: written.sheetName, address: areaAddress(written.area) } };
  }
  return takeOut(written);
}

const takeOut = ({ sheetId, area, table }: Written): Promise<Outcome<void>> =>
  run(async (context) => {
    const range = rangeOf(context.workbook.worksheets.getItem(sheetId), area);
    if (table !== null) context.workbook.tables.getItem(table.id).resize(areaAddress(table.before));
    // All of it was blank before; what it looks like is left alone.
    range.clear("Contents");
    await context.sync();
  });

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

interface FoundRows {
  readonly name: string;
  readonly rows: ResultRows;
  readonly table: { readonly id: string; readonly before: Area } | null;
}

async function readRows(context: Excel.RequestContext, sheetId: string): Promise<FoundRows | null> {
  const mapping = (await loadMappings(context)).find((register) => register.sheetId === sheetId);
  if (mapping === undefined) return null;
  const basis = await readBasis(context, mapping);
  const scheme = schemeOf(basis);
  if (scheme === null) return null;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.load("name");
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values,rowIndex,columnIndex,columnCount");
  sheet.tables.load("items/id");
  await context.sync();
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return { id: table.id, range };
  });
  await context.sync();
  if (used.isNullObject) return null;
  const cells = used.values as Entry[][];
  const places = findHeadings(mapping, cells, scheme);
  if (!places.found) return null;
  const body = cells.slice(places.row + 1);
  const jobs = splitRows(
    body,
    places.columns,
    places.factors.map((column) => ({ column })),
    places.headings,
  ).jobs;
  const headingRow = used.rowIndex + places.row;
  const around = tables
    .map(({ id, range }) => ({
      id,
      before: { row: range.rowIndex, column: range.columnIndex, rows: range.rowCount, columns: range.columnCount },
    }))
    .find(({ before }) => before.row === headingRow);
  const { chart, grades } = basis;
  const end = used.columnIndex + used.columnCount;
  // A table is made wider only where nothing stands between it and the new columns.
  const adjoining = around !== undefined && around.before.column + around.before.columns === end ? around : null;
  return {
    name: sheet.name,
    table: adjoining,
    rows: {
      scheme,
      chart: chart?.address ?? null,
      headingRow,
      headings: places.headings,
      rows: adjoining === null ? body.length : adjoining.before.rows - 1,
      factorColumns: places.factors.map((column) => used.columnIndex + column),
      jobs: jobs.map((index) => ({
        row: headingRow + 1 + index,
        levels: places.factors.map((column) => body[index]?.[column] ?? null),
      })),
      free: end,
      inTable: around !== undefined,
      grades: grades?.reading.ok === true && grades.address !== null ? { address: grades.address, table: grades.reading.value } : null,
    },
  };
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);

/** Well under the 5 MB that a request may have on the web: a formula that gathers columns has some 300 characters. */
const MOST_CELLS = 8_000;

const inBlocks = ({ blocks }: ResultPlan): readonly Block[] =>
  blocks.flatMap((block) =>
    Array.from({ length: Math.ceil(block.cells.length / MOST_CELLS) }, (_, part) => ({
      ...block,
      row: block.row + part * MOST_CELLS,
      cells: block.cells.slice(part * MOST_CELLS, (part + 1) * MOST_CELLS),
    })),
  );

/** Writes one block after the other, each read back before the next; gives the cells that did not keep what was written. */
async function writeBlocks(context: Excel.RequestContext, sheet: Excel.Worksheet, blocks: readonly Block[]): Promise<Area | null> {
  const [block, ...rest] = blocks;
  if (block === undefined) return null;
  const area = { row: block.row, column: block.column, rows: block.cells.length, columns: block.cells[0]?.length ?? 0 };
  const range = rangeOf(sheet, area);
  range.formulas = block.cells.map((row) => [...row]);
  range.load("formulas");
  await context.sync();
  return holds(block, range.formulas as Entry[][]) ? writeBlocks(context, sheet, rest) : area;
}

const holds = ({ cells }: Block, kept: Entry[][]): boolean =>
  cells.every((row, i) => row.every((cell, j) => sameContent(cell, kept[i]?.[j])));
