import type { ColumnName } from "../data/register/heading";
import type { Entry } from "../domain/entry";
import { areaAddress, type Area } from "./address";
import { type Outcome, run, type WorkbookFailure } from "./failure";
import { sameContent } from "./formula";
import { changeMappings, columnKey } from "./mapping";
import { areaOf, type Block, type PlannedCell } from "./sheet-plan";
import { lastWriteSlot, printOf, type Written } from "./last-write";

/** Cells to fill that are blank now. */
export interface BlankWrite {
  readonly what: Written["what"];
  readonly sheetId: string;
  readonly sheetName: string;
  readonly blocks: readonly Block[];
  /** All cells that must be blank, those that a formula spills into too. */
  readonly free: readonly Area[];
  /** The table that takes new columns in. */
  readonly table: { readonly id: string; readonly before: Area; readonly columns: number } | null;
  /** A new column by which the register knows its jobs. */
  readonly column: { readonly name: ColumnName; readonly heading: string } | null;
}

export interface Guarded {
  readonly written: Written;
  /** Whether the workbook keeps how to take it out; else only this pane knows. */
  readonly kept: boolean;
}

/** What kept a write from being begun. */
export interface Refusal<R> {
  readonly refusal: R;
}

type Answer<R> = Guarded | Refusal<R> | { readonly failure: WorkbookFailure };

/** Reads what is there, writes in blocks, reads each again; on any failure the cells are as before. */
export async function writeGuarded<R>(
  prepare: (context: Excel.RequestContext) => Promise<BlankWrite | Refusal<R>>,
): Promise<Outcome<Guarded | Refusal<R>>> {
  const progress: { begun: { readonly write: BlankWrite; readonly lastWrite: unknown } | null } = { begun: null };
  const outcome = await run(async (context): Promise<Answer<R>> => {
    const write = await prepare(context);
    if ("refusal" in write) return write;
    const sheet = context.workbook.worksheets.getItem(write.sheetId);
    const occupied = await firstOccupied(context, sheet, write.free);
    if (occupied !== null) return { failure: { kind: "occupied", sheet: write.sheetName, address: areaAddress(occupied) } };
    const slot = await lastWriteSlot(context);
    progress.begun = { write, lastWrite: slot.value };
    const parts = inParts(write.blocks);
    const lost = await writeParts(context, sheet, parts);
    if (lost !== null) return { failure: { kind: "not-kept", sheet: write.sheetName, address: areaAddress(lost) } };
    const { what, sheetId, sheetName, table, column } = write;
    const cells = parts.flat();
    const print = await printOf(parts.map((blocks) => blocks.map((block) => block.cells)));
    const before = table === null ? null : { id: table.id, before: table.before };
    const written: Written = {
      what,
      sheetId,
      sheetName,
      area: around(cells.map(areaOf)),
      cells: parts.map((blocks) => blocks.map(areaOf)),
      print,
      table: before,
      column,
    };
    // What needs a reading comes first, so that all that follows is one request.
    if (column !== null) await mapColumn(context, sheetId, column);
    if (table !== null) {
      context.workbook.tables.getItem(table.id).resize(areaAddress({ ...table.before, columns: table.before.columns + table.columns }));
    }
    const kept = slot.keep(written);
    await context.sync();
    return { written, kept };
  });
  const { begun } = progress;
  if (outcome.ok && !("failure" in outcome.value)) return { ok: true, value: outcome.value };
  const failure = outcome.ok ? (outcome.value as { readonly failure: WorkbookFailure }).failure : outcome.failure;
  if (begun === null) return { ok: false, failure };
  const undone = await undo(begun.write, begun.lastWrite);
  const { sheetName, blocks } = begun.write;
  const address = areaAddress(around(blocks.map(areaOf)));
  return { ok: false, failure: undone.ok ? failure : { kind: "half-written", sheet: sheetName, address, cause: failure } };
}

/** Takes out what was written, unless somebody has changed it since. */
export async function restore(written: Written): Promise<Outcome<void>> {
  const { sheetId, sheetName, area, cells, print, table, column } = written;
  const outcome = await run(async (context): Promise<WorkbookFailure | null> => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load("name");
    await context.sync();
    if (sheet.isNullObject) return { kind: "sheet-gone", sheet: sheetName };
    const now = await readParts(context, sheet, cells);
    if ((await printOf(now)) !== print) return { kind: "changed-since", sheet: sheet.name, address: areaAddress(area) };
    const slot = await lastWriteSlot(context);
    if (column !== null) await mapColumn(context, sheetId, column, true);
    slot.put(undefined);
    takeOut(context, sheet, cells.flat(), table);
    await context.sync();
    return null;
  });
  if (!outcome.ok) return outcome;
  return outcome.value === null ? { ok: true, value: undefined } : { ok: false, failure: outcome.value };
}

/** After a failure: what was begun was blank before. Only what differs is written, since a protected sheet refuses even that. */
const undo = ({ sheetId, blocks, table, column }: BlankWrite, lastWrite: unknown): Promise<Outcome<void>> =>
  run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId);
    const parts = inParts(blocks).map((part) => part.map(areaOf));
    const now = await readParts(context, sheet, parts);
    const begun = parts.flatMap((areas, part) => areas.filter((_, place) => !isBlankArea(now[part]![place]!)));
    const taken = table === null ? null : context.workbook.tables.getItem(table.id).getRange();
    taken?.load("columnCount");
    const slot = await lastWriteSlot(context);
    if (column !== null) await mapColumn(context, sheetId, column, true);
    slot.put(lastWrite);
    takeOut(context, sheet, begun, table !== null && taken?.columnCount !== table.before.columns ? table : null);
    await context.sync();
  });

const isBlankArea = (cells: readonly (readonly unknown[])[]): boolean => cells.every((row) => row.every((cell) => cell === ""));

function takeOut(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  areas: readonly Area[],
  table: { readonly id: string; readonly before: Area } | null,
): void {
  if (table !== null) context.workbook.tables.getItem(table.id).resize(areaAddress(table.before));
  // All of it was blank before; what it looks like is left alone. What a formula spilled goes with it.
  areas.forEach((area) => rangeOf(sheet, area).clear("Contents"));
}

/** By which column the register knows its jobs; takes effect with the caller's next sync. */
const mapColumn = (
  context: Excel.RequestContext,
  sheetId: string,
  { name, heading }: NonNullable<BlankWrite["column"]>,
  away = false,
): Promise<void> =>
  changeMappings(context, (registers) =>
    registers.map((register) => {
      if (register.sheetId !== sheetId) return register;
      const others = Object.fromEntries(Object.entries(register.columns).filter(([other]) => other !== name));
      if (!away) return { ...register, columns: { ...others, [name]: columnKey(heading) } };
      return register.columns[name]?.heading === heading ? { ...register, columns: others } : register;
    }),
  );

/** Well under the 5 MB that a request may have on the web: a formula that gathers columns has some 300 characters. */
const MOST_CELLS = 8_000;
const MOST_RANGES = 400;

/** Blocks cut and gathered, so that each part is one request. */
function inParts(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  let [cells, part]: [number, Block[]] = [0, []];
  for (const block of blocks) {
    const columns = Math.max(1, block.cells[0]?.length ?? 1);
    const rows = Math.max(1, Math.floor(MOST_CELLS / columns));
    for (let from = 0; from < block.cells.length; from += rows) {
      const cut = { ...block, row: block.row + from, cells: block.cells.slice(from, from + rows) };
      const count = cut.cells.length * columns;
      if (part.length > 0 && (cells + count > MOST_CELLS || part.length >= MOST_RANGES)) {
        parts.push(part);
        [cells, part] = [0, []];
      }
      part.push(cut);
      cells += count;
    }
  }
  return part.length === 0 ? parts : [...parts, part];
}

/** Writes one part after the other, each read back before the next; gives the cells that did not keep what was written. */
async function writeParts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  parts: readonly (readonly Block[])[],
): Promise<Area | null> {
  const [part, ...rest] = parts;
  if (part === undefined) return null;
  const checks = part.map((block) => {
    const range = rangeOf(sheet, areaOf(block));
    range.formulas = block.cells.map((row) => [...row]);
    range.load("formulas");
    return { block, range };
  });
  await context.sync();
  const lost = checks.find(({ block, range }) => !holds(block, range.formulas as Entry[][]));
  return lost === undefined ? writeParts(context, sheet, rest) : areaOf(lost.block);
}

const holds = ({ cells }: Block, kept: Entry[][]): boolean =>
  cells.every((row, i) => row.every((cell, j) => sameContent(cell, kept[i]?.[j])));

/** What the cells hold now, part by part as they were written. */
async function readParts(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  parts: readonly (readonly Area[])[],
): Promise<readonly (readonly (readonly (readonly PlannedCell[])[])[])[]> {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  const ranges = part.map((area) => {
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return range;
  });
  await context.sync();
  const now = ranges.map((range) => range.formulas as PlannedCell[][]);
  return [now, ...(await readParts(context, sheet, rest))];
}

/** Blank cells cost little in an answer. */
const MOST_BLANK = 150_000;

async function firstOccupied(context: Excel.RequestContext, sheet: Excel.Worksheet, areas: readonly Area[]): Promise<Area | null> {
  const cut = areas.flatMap((area) => {
    const rows = Math.max(1, Math.floor(MOST_BLANK / area.columns));
    return Array.from({ length: Math.ceil(area.rows / rows) }, (_, place) => ({
      ...area,
      row: area.row + place * rows,
      rows: Math.min(rows, area.rows - place * rows),
    }));
  });
  return occupiedOf(context, sheet, cut);
}

async function occupiedOf(context: Excel.RequestContext, sheet: Excel.Worksheet, areas: readonly Area[]): Promise<Area | null> {
  if (areas.length === 0) return null;
  let count = 0;
  const size = areas.findIndex((area) => (count += area.rows * area.columns) > MOST_BLANK);
  const now = areas.slice(0, Math.min(MOST_RANGES, size < 1 ? (size === 0 ? 1 : areas.length) : size));
  const ranges = now.map((area) => {
    const range = rangeOf(sheet, area);
    range.load("formulas");
    return { area, range };
  });
  await context.sync();
  const found = ranges.find(({ range }) => !isBlankArea(range.formulas));
  return found?.area ?? occupiedOf(context, sheet, areas.slice(now.length));
}

/** The rectangle around all of them. */
function around(areas: readonly Area[]): Area {
  const row = Math.min(...areas.map((area) => area.row));
  const column = Math.min(...areas.map((area) => area.column));
  const end = Math.max(...areas.map((area) => area.row + area.rows));
  const right = Math.max(...areas.map((area) => area.column + area.columns));
  return { row, column, rows: end - row, columns: right - column };
}

const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Area): Excel.Range =>
  sheet.getRangeByIndexes(row, column, rows, columns);
