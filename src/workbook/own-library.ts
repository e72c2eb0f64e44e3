import * as v from "valibot";
import { schemeNamed } from "../data/library";
import { type Entry, textOf } from "../domain/entry";
import type { Problem } from "../domain/problem";
import { NOTE_COLUMNS, withNotes } from "../domain/profile/library-note";
import { LIBRARY_COLUMNS, readLibrary } from "../domain/profile/library-range";
import type { ProfileLibrary } from "../domain/profile/profile";
import type { Scheme } from "../domain/scheme/scheme";
import { type Area, areaOfRange } from "./address";
import { type Outcome, run } from "./failure";

/** A library of the user's own: a table in the shape that the functions' library arguments take, on a sheet of its own. */
export interface OwnLibrary {
  readonly scheme: Scheme;
  readonly sheetId: string;
  readonly sheetName: string;
  /** The table's name, which formulas use as the library; null where the table is gone. */
  readonly tableName: string | null;
  readonly notesId: string | null;
  readonly content: OwnContent;
}

export type OwnContent =
  | { readonly kind: "profiles"; readonly library: ProfileLibrary }
  | { readonly kind: "fault"; readonly problem: Problem }
  | { readonly kind: "table-missing" };

const KEY = "jobEvaluation.profiles";
const VERSION = 1;

const savedSchema = v.object({
  version: v.literal(VERSION),
  /** A scheme's edition id, and the ids of the sheets that hold the table and the notes. */
  libraries: v.array(v.object({ scheme: v.string(), sheet: v.string(), notes: v.string() })),
});

export type SavedLibrary = v.InferOutput<typeof savedSchema>["libraries"][number];

/** Every own library of the workbook, read whole. */
export function readOwnLibraries(): Promise<Outcome<readonly OwnLibrary[]>> {
  return run(async (context) => {
    const found = await Promise.all((await loadSaved(context)).map((saved) => findLibrary(context, saved)));
    return found.flatMap((one) => (one === null ? [] : [toOwn(one)]));
  });
}

/** Settings of a later version, or damaged ones, are left alone and count as none. */
export async function loadSaved(context: Excel.RequestContext): Promise<readonly SavedLibrary[]> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  const reading = setting.isNullObject ? null : v.safeParse(savedSchema, setting.value);
  return reading?.success === true ? reading.output.libraries : [];
}

/** Changes the setting with the caller's next sync. What this version cannot read is never overwritten. */
export async function changeSaved(
  context: Excel.RequestContext,
  change: (libraries: readonly SavedLibrary[]) => readonly SavedLibrary[],
): Promise<void> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  const reading = setting.isNullObject ? null : v.safeParse(savedSchema, setting.value);
  if (reading?.success === false)
    throw Object.assign(new Error("The workbook's settings are of a later version."), { code: "LaterSettings" });
  context.workbook.settings.add(KEY, { version: VERSION, libraries: change(reading?.output.libraries ?? []) });
}

/** Cells as they are to be written so that they are the same again: texts behind an apostrophe, formulas as they are. */
export type TypedCell = string | number | boolean;

/** A block of cells below a heading row. */
export interface Body {
  readonly sheetId: string;
  readonly sheetName: string;
  /** With the heading row. */
  readonly area: Area;
  readonly values: readonly (readonly Entry[])[];
  readonly rows: readonly (readonly TypedCell[])[];
}

export interface FoundLibrary {
  readonly scheme: Scheme;
  readonly sheetId: string;
  readonly sheetName: string;
  readonly table: { readonly id: string; readonly name: string; readonly body: Body } | null;
  /** Null where the sheet of the notes is gone, or has lost its headings. */
  readonly notes: Body | null;
  /** Whether the sheet of the notes was deleted. */
  readonly notesGone: boolean;
}

/** Null where the library's sheet is gone. */
export async function findLibrary(context: Excel.RequestContext, saved: SavedLibrary): Promise<FoundLibrary | null> {
  const scheme = schemeNamed(saved.scheme);
  const sheet = context.workbook.worksheets.getItemOrNullObject(saved.sheet);
  const notes = context.workbook.worksheets.getItemOrNullObject(saved.notes);
  sheet.load("id,name");
  notes.load("id,name");
  await context.sync();
  if (sheet.isNullObject || scheme === undefined) return null;
  sheet.tables.load("items/id,items/name");
  const used = notes.isNullObject ? null : notes.getUsedRangeOrNullObject(true);
  used?.load("values,formulas,rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const tables = sheet.tables.items.map((table) => {
    const range = table.getRange();
    range.load("values,formulas,rowIndex,columnIndex,rowCount,columnCount");
    return { id: table.id, name: table.name, range };
  });
  await context.sync();
  const table = tables.find(({ range }) => isHeading((range.values as Entry[][])[0] ?? []));
  return {
    scheme,
    sheetId: sheet.id,
    sheetName: sheet.name,
    table: table === undefined ? null : { id: table.id, name: table.name, body: bodyOf(sheet, table.range) },
    notes: used === null || used.isNullObject || !isNotes(used.values as Entry[][]) ? null : bodyOf(notes, used),
    notesGone: notes.isNullObject,
  };
}

const isHeading = (cells: readonly Entry[]): boolean =>
  LIBRARY_COLUMNS.every((name, place) => textOf(cells[place] ?? null).toLowerCase() === name.toLowerCase());

const isNotes = (cells: readonly (readonly Entry[])[]): boolean => NOTE_COLUMNS.every((name, place) => cells[0]?.[place] === name);

function bodyOf(sheet: Excel.Worksheet, range: Excel.Range): Body {
  const values = (range.values as Entry[][]).slice(1);
  const formulas = (range.formulas as Entry[][]).slice(1);
  const area = areaOfRange(range);
  const rows = formulas.map((cells, i) => cells.map((formula, j) => typedCell(formula, values[i]?.[j] ?? "")));
  return { sheetId: sheet.id, sheetName: sheet.name, area, values, rows: rows.filter((cells) => cells.some((cell) => cell !== "")) };
}

function typedCell(formula: Entry, value: Entry): TypedCell {
  if (typeof formula === "number" || typeof formula === "boolean") return formula;
  if (typeof formula !== "string" || formula === "") return "";
  return formula.startsWith("=") && formula !== value ? formula : `'${formula}`;
}

function toOwn({ scheme, sheetId, sheetName, table, notes }: FoundLibrary): OwnLibrary {
  const own = { scheme, sheetId, sheetName, tableName: table?.name ?? null, notesId: notes?.sheetId ?? null };
  if (table === null) return { ...own, content: { kind: "table-missing" } };
  const reading = readLibrary(table.body.values, schemeNamed);
  if (reading.ok) {
    const rows = (notes?.values ?? []).map((cells) => cells.map((cell) => (cell === null || typeof cell === "object" ? "" : String(cell))));
    return { ...own, content: { kind: "profiles", library: withNotes(reading.value, rows) } };
  }
  const { problem } = reading;
  if (problem.kind === "library" && problem.fault.kind === "empty")
    return { ...own, content: { kind: "profiles", library: { scheme, profiles: [] } } };
  return { ...own, content: { kind: "fault", problem } };
}
