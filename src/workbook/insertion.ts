import { areaAddress, type Area } from "./address";
import { type Outcome, run, type WorkbookFailure } from "./failure";
import { sameContent } from "./formula";
import { areaOf, type Block, type Look, type SheetPlan } from "./sheet-plan";

/** A sheet that was added, under the name it got. */
export interface AddedSheet {
  readonly id: string;
  readonly name: string;
}

/** Told after each request how many rows of how many are written; false: nothing of it is wanted any more. */
export type GoOn = (done: number, of: number) => boolean;

/**
 * Adds a sheet for each plan, beside whatever the workbook has, and shows the first. `finish` runs in the last batch, once what was
 * written has been read back. When anything fails, the sheets added are taken away again.
 */
export async function addSheets(
  plans: readonly SheetPlan[],
  finish: (context: Excel.RequestContext, added: readonly AddedSheet[]) => Promise<void>,
  goOn: GoOn = () => true,
): Promise<Outcome<readonly AddedSheet[]>> {
  const added: AddedSheet[] = [];
  const known = new Set<string>();
  const outcome = await run(async (context): Promise<WorkbookFailure | null> => {
    const names = await freeNames(context, plans);
    for (const { id } of context.workbook.worksheets.items) known.add(id);
    // A sheet gets its name only once its id is known, so that a failure in between can be undone.
    const drafts = names.map((named) => ({ ...named, sheet: context.workbook.worksheets.add() }));
    drafts.forEach(({ sheet }) => sheet.load("id"));
    await context.sync();
    added.push(...drafts.map(({ sheet, sheetName }) => ({ id: sheet.id, name: sheetName })));
    drafts.forEach(({ sheet, sheetName }) => (sheet.name = sheetName));
    const failure = await writeParts(context, drafts, inParts(drafts), goOn);
    if (failure !== null) return failure;
    await finish(context, added);
    show(drafts);
    await context.sync();
    return null;
  });
  const failure = outcome.ok ? outcome.value : outcome.failure;
  if (failure === null) return { ok: true, value: added };
  if (added.length === 0 && known.size > 0) return { ok: false, failure: await takeAwayNameless(known, plans.length, failure) };
  return { ok: false, failure: await takeAway(added, failure) };
}

/** A plan under the names that the workbook has free. */
interface Named {
  readonly plan: SheetPlan;
  readonly sheetName: string;
  readonly tableName: string;
}

interface Draft extends Named {
  readonly sheet: Excel.Worksheet;
}

interface Check {
  readonly sheetName: string;
  readonly block: Block;
  readonly range: Excel.Range;
}

async function freeNames(context: Excel.RequestContext, plans: readonly SheetPlan[]): Promise<readonly Named[]> {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/id,items/name");
  tables.load("items/name");
  await context.sync();
  const sheetNames = new Set(worksheets.items.map((sheet) => sheet.name.toLowerCase()));
  const tableNames = new Set(tables.items.map((table) => table.name.toLowerCase()));
  return plans.map((plan) => ({
    plan,
    sheetName: freeName(plan.name, sheetNames, " "),
    tableName: plan.table === undefined ? "" : freeName(plan.table.name, tableNames, "_"),
  }));
}

/** The name itself, or with the first number that makes it new; names differ by more than case. */
function freeName(wanted: string, taken: Set<string>, joint: string): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${joint}${number}`;
  taken.add(name.toLowerCase());
  return name;
}

/** Signs in one request: well under the 5 MB that one may have on the web, with room for what travels around them. */
const MOST_SIGNS = 1_500_000;

interface Part {
  readonly draft: Draft;
  readonly block: Block;
}

/** All blocks, cut and gathered so that each item is one request; each is gathered when it is wanted. */
function* inParts(drafts: readonly Draft[]): Generator<readonly Part[], void> {
  let part: Part[] = [];
  let signs = 0;
  for (const draft of drafts) {
    for (const block of draft.plan.blocks) {
      let from = 0;
      const take = (end: number): void => {
        if (end > from) part.push({ draft, block: { ...block, row: block.row + from, cells: block.cells.slice(from, end) } });
        from = end;
      };
      for (const [place, row] of block.cells.entries()) {
        const size = row.reduce<number>((sum, cell) => sum + String(cell).length + 3, 0);
        if (signs > 0 && signs + size > MOST_SIGNS) {
          take(place);
          yield part;
          part = [];
          signs = 0;
        }
        signs += size;
      }
      take(block.cells.length);
    }
  }
  yield part;
}

const rowsOf = (blocks: readonly Block[]): number => blocks.reduce((sum, { cells }) => sum + cells.length, 0);

/** Writes one part after the other, each read back; what makes sheets of the cells goes with the last. */
async function writeParts(
  context: Excel.RequestContext,
  drafts: readonly Draft[],
  parts: Iterator<readonly Part[], void>,
  goOn: GoOn,
  done = 0,
  next = parts.next(),
): Promise<WorkbookFailure | null> {
  if (next.done === true) return null;
  const part = next.value;
  const after = parts.next();
  const checks = part.flatMap(({ draft: { sheet, sheetName }, block }): readonly Check[] => {
    const { row, column, rows, columns } = areaOf(block);
    const range = sheet.getRangeByIndexes(row, column, rows, columns);
    range.formulas = block.cells.map((cells) => [...cells]);
    if (block.checked !== true) return [];
    range.load("formulas");
    return [{ block, range, sheetName }];
  });
  if (after.done === true) drafts.forEach(dressSheet);
  await context.sync();
  const lost = checks.find(differs);
  if (lost !== undefined) return { kind: "not-kept", sheet: lost.sheetName, address: areaAddress(areaOf(lost.block)) };
  const now = done + rowsOf(part.map(({ block }) => block));
  if (!goOn(now, rowsOf(drafts.flatMap(({ plan }) => plan.blocks)))) return { kind: "cancelled" };
  return writeParts(context, drafts, parts, goOn, now, after);
}

function dressSheet({ plan, sheet, tableName }: Draft): void {
  const range = (area: Area): Excel.Range => sheet.getRangeByIndexes(area.row, area.column, area.rows, area.columns);
  if (plan.table !== undefined) {
    const table = sheet.tables.add(areaAddress(plan.table.area), true);
    table.name = tableName;
    table.style = plan.table.style;
  }
  for (const look of plan.looks) applyLook(range(look.area), look);
  for (const { from, count, value } of runs(plan.widths))
    range({ row: 0, column: from, rows: 1, columns: count }).format.columnWidth = value;
  for (const { from, count, value } of runs(plan.heights)) {
    if (value !== null) range({ row: from, column: 0, rows: count, columns: 1 }).format.rowHeight = value;
  }
  for (const { area, items, title, message } of plan.lists ?? []) {
    const validation = range(area).dataValidation;
    validation.rule = { list: { inCellDropDown: true, source: items.join(",") } };
    // A level with letters (3ab) is typed; the pane names what cannot be.
    validation.errorAlert = { showAlert: false, style: "Information", title, message };
    validation.prompt = { showPrompt: true, title, message: message.slice(0, LONGEST_PROMPT) };
  }
  if (plan.frozen !== undefined)
    sheet.freezePanes.freezeAt(range({ row: 0, column: 0, rows: plan.frozen.rows, columns: plan.frozen.columns }));
}

/** Excel takes no longer ones. */
const LONGEST_PROMPT = 255;

/** Neighbours that are alike, so that Excel is asked once for all of them. */
function runs<T>(values: readonly T[]): readonly { readonly from: number; readonly count: number; readonly value: T }[] {
  const starts = values.flatMap((value, index) => (index > 0 && values[index - 1] === value ? [] : [{ from: index, value }]));
  return starts.map(({ from, value }, index) => ({ from, value, count: (starts[index + 1]?.from ?? values.length) - from }));
}

function applyLook(range: Excel.Range, look: Look): void {
  const { format } = range;
  if (look.fill !== undefined) format.fill.color = look.fill;
  if (look.color !== undefined) format.font.color = look.color;
  if (look.bold !== undefined) format.font.bold = look.bold;
  if (look.italic !== undefined) format.font.italic = look.italic;
  if (look.size !== undefined) format.font.size = look.size;
  if (look.wrap !== undefined) format.wrapText = look.wrap;
  if (look.horizontal !== undefined) format.horizontalAlignment = look.horizontal;
  if (look.vertical !== undefined) format.verticalAlignment = look.vertical;
  if (look.numberFormat !== undefined) {
    const row = Array<string>(look.area.columns).fill(look.numberFormat);
    range.numberFormat = Array.from({ length: look.area.rows }, () => row);
  }
}

/** Excel may have read a cell as something else, a date for one. */
function differs({ block, range }: Check): boolean {
  const kept = range.formulas as unknown[][];
  return block.cells.some((row, i) => row.some((cell, j) => !sameContent(cell, kept[i]?.[j])));
}

function show([first]: readonly Draft[]): void {
  if (first === undefined) return;
  first.sheet.activate();
  first.sheet.getCell(first.plan.start.row, first.plan.start.column).select();
}

async function takeAway(added: readonly AddedSheet[], cause: WorkbookFailure): Promise<WorkbookFailure> {
  if (added.length === 0) return cause;
  const outcome = await run(async (context) => {
    const sheets = added.map(({ id }) => context.workbook.worksheets.getItemOrNullObject(id));
    sheets.forEach((sheet) => sheet.load("name"));
    await context.sync();
    sheets.filter((sheet) => !sheet.isNullObject).forEach((sheet) => sheet.delete());
    await context.sync();
  });
  return outcome.ok ? cause : { kind: "left-behind", sheets: added.map(({ name }) => name), cause };
}

/** Where the answer to adding was lost, ids are not known: sheets that are new and blank are those that were added. */
async function takeAwayNameless(known: ReadonlySet<string>, most: number, cause: WorkbookFailure): Promise<WorkbookFailure> {
  const outcome = await run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id");
    await context.sync();
    const added = worksheets.items
      .filter(({ id }) => !known.has(id))
      .map((sheet) => ({ sheet, used: sheet.getUsedRangeOrNullObject(true) }));
    added.forEach(({ used }) => used.load("address"));
    await context.sync();
    added
      .filter(({ used }) => used.isNullObject)
      .slice(0, most)
      .forEach(({ sheet }) => sheet.delete());
    await context.sync();
  });
  return outcome.ok ? cause : { kind: "left-behind", sheets: [], cause };
}
