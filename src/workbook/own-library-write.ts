import { type Decided, laterNote, NOTE_COLUMNS, noteRows } from "../domain/profile/library-note";
import { LIBRARY_COLUMNS, libraryHeading, libraryRow, readLibrary } from "../domain/profile/library-range";
import type { Profile } from "../domain/profile/profile";
import type { Scheme } from "../domain/scheme/scheme";
import { areaAddress, type Area } from "./address";
import { type Outcome, run, type WorkbookFailure } from "./failure";
import { type AddedSheet, addSheets } from "./insertion";
import { type Body, changeSaved, findLibrary, type FoundLibrary, loadSaved, type SavedLibrary, type TypedCell } from "./own-library";
import type { PlannedCell, SheetPlan } from "./sheet-plan";

type Rows = readonly (readonly TypedCell[])[];

/** The rows of an own library and of the notes beside it, without their headings. */
export interface LibraryRows {
  readonly profiles: Rows;
  readonly notes: Rows;
}

/** What was done, so that it can be taken back. */
export type LibraryUndo =
  | {
      readonly kind: "changed";
      readonly scheme: Scheme;
      readonly before: LibraryRows;
      readonly after: LibraryRows;
      /** The sheet of the notes had been deleted: there is a new one, without the earlier notes. */
      readonly notesBegun: boolean;
    }
  | { readonly kind: "created"; readonly scheme: Scheme; readonly sheets: readonly AddedSheet[]; readonly after: LibraryRows };

/** The rows wanted instead of those that are there; null where those are not what the person was shown. */
export type LibraryChange = (now: LibraryRows) => LibraryRows | null;

const typed = (row: readonly (string | number)[]): readonly TypedCell[] =>
  row.map((cell) => (typeof cell === "number" || cell === "" ? cell : `'${cell}`));

const idOf = (row: readonly TypedCell[]): string => shown(row[ID] ?? "").toLowerCase();

const ID = LIBRARY_COLUMNS.indexOf("Id");

/** Adds profiles with what was decided about them; those whose ids the library has take the place of the old ones. */
export const addProfiles =
  (scheme: Scheme, profiles: readonly Profile[], decided: Decided): LibraryChange =>
  (now) => {
    const rows = profiles.map((profile) => typed(libraryRow(scheme, profile)));
    const ids = new Set(rows.map(idOf));
    const own = new Set(now.profiles.map(idOf));
    const inPlace = now.profiles.map((row) => (ids.has(idOf(row)) ? padded(rows.find((one) => idOf(one) === idOf(row)) ?? row, row) : row));
    return {
      profiles: [...inPlace, ...rows.filter((row) => !own.has(idOf(row)))],
      notes: [
        ...now.notes.filter((row) => !ids.has(shown(row[0] ?? "").toLowerCase())),
        ...profiles.flatMap((profile) => noteRows(profile, decided).map(typed)),
      ],
    };
  };

/** Puts a profile that a person has edited into the place of the one that was shown, with a note that says so. */
export const replaceProfile =
  (scheme: Scheme, before: Profile, after: Profile, note: string, decided: Decided): LibraryChange =>
  (now) => {
    const at = placeOf(scheme, before, now);
    const row = now.profiles[at];
    if (row === undefined) return null;
    return {
      profiles: now.profiles.map((one, place) => (place === at ? padded(typed(libraryRow(scheme, after)), row) : one)),
      notes: [...now.notes, typed(laterNote(after.id, note, decided))],
    };
  };

/** Takes a profile out, and its notes with it. */
export const removeProfile =
  (scheme: Scheme, profile: Profile): LibraryChange =>
  (now) => {
    const at = placeOf(scheme, profile, now);
    if (at < 0) return null;
    const id = profile.id.toLowerCase();
    return {
      profiles: now.profiles.filter((_, place) => place !== at),
      notes: now.notes.filter((row) => shown(row[0] ?? "").toLowerCase() !== id),
    };
  };

/** The row of a profile, as long as it says what the person was shown; what it says of sums may be blank. */
function placeOf(scheme: Scheme, profile: Profile, { profiles }: LibraryRows): number {
  const at = profiles.findIndex((row) => idOf(row) === profile.id.toLowerCase());
  const reading = at < 0 ? null : readLibrary([profiles[at]!.map(shown)], () => scheme);
  if (reading?.ok !== true) return -1;
  const [row] = reading.value.profiles;
  return row !== undefined && libraryRow(scheme, row).join("\n") === libraryRow(scheme, profile).join("\n") ? at : -1;
}

/** Columns that a person has added to the table keep what they hold. */
const padded = (row: readonly TypedCell[], before: readonly TypedCell[]): readonly TypedCell[] => [...row, ...before.slice(row.length)];

const NONE: LibraryRows = { profiles: [], notes: [] };

/** Changes an own library, which is begun where the workbook has none: all of it, or nothing. */
export async function changeOwnLibrary(scheme: Scheme, change: LibraryChange): Promise<Outcome<LibraryUndo>> {
  const there = await run((context) => findOwn(context, scheme));
  if (!there.ok) return there;
  if (there.value === null) return create(scheme, change(NONE) ?? NONE);
  const { table, notesGone, sheetId } = there.value;
  if (table === null || !notesGone) return rewrite(scheme, change);
  const begun = await beginNotes(scheme, sheetId);
  if (!begun.ok) return begun;
  const outcome = await rewrite(scheme, change);
  return outcome.ok ? { ok: true, value: { ...outcome.value, notesBegun: true } } : outcome;
}

/** A deleted sheet of notes is begun anew: profiles can be changed without the notes that went with it. */
const beginNotes = (scheme: Scheme, sheetId: string): ReturnType<typeof addSheets> =>
  addSheets([notesSheet(scheme, [])], (context, [notes]) =>
    changeSaved(context, (libraries) => libraries.map((one) => (one.sheet === sheetId ? { ...one, notes: notes?.id ?? "" } : one))),
  );

/** Takes a change back, unless the library was changed since. */
export async function undoLibraryChange(undo: LibraryUndo): Promise<Outcome<void>> {
  const same = (now: LibraryRows): boolean => sameRows(now.profiles, undo.after.profiles) && sameRows(now.notes, undo.after.notes);
  if (undo.kind === "changed") {
    const outcome = await rewrite(undo.scheme, (now) => (same(now) ? undo.before : null));
    return outcome.ok ? { ok: true, value: undefined } : outcome;
  }
  const outcome = await run(async (context): Promise<WorkbookFailure | null> => {
    const found = await findOwn(context, undo.scheme);
    if (found?.table == null) return null;
    if (!same(rowsOf(found))) return changedSince(found);
    await changeSaved(context, (libraries) => libraries.filter(({ sheet }) => sheet !== found.sheetId));
    for (const { id } of undo.sheets) context.workbook.worksheets.getItemOrNullObject(id).delete();
    await context.sync();
    return null;
  });
  if (!outcome.ok) return outcome;
  return outcome.value === null ? { ok: true, value: undefined } : { ok: false, failure: outcome.value };
}

async function findOwn(context: Excel.RequestContext, scheme: Scheme): Promise<FoundLibrary | null> {
  const saved = (await loadSaved(context)).filter((one) => one.scheme === scheme.id);
  const found = await Promise.all(saved.map((one) => findLibrary(context, one)));
  return found.find((one) => one !== null) ?? null;
}

const rowsOf = ({ table, notes }: FoundLibrary): LibraryRows => ({ profiles: table?.body.rows ?? [], notes: notes?.rows ?? [] });

const sameRows = (one: Rows, other: Rows): boolean =>
  one.length === other.length && one.every((row, i) => row.every((cell, j) => shown(cell) === shown(other[i]?.[j] ?? "")));

/** What a cell holds once it is written: the apostrophe that makes it a text is not given back. */
const shown = (cell: TypedCell): string => String(cell).replace(/^'/, "");

const changedSince = ({ sheetName, table }: FoundLibrary): WorkbookFailure => ({
  kind: "changed-since",
  sheet: sheetName,
  address: table === null ? "" : areaAddress(table.body.area),
});

interface Begun {
  readonly before: LibraryRows;
  readonly after: LibraryRows;
  readonly found: FoundLibrary;
}

/** Reads, compares, writes in one batch and reads again. What then is neither as asked nor as before is put back. */
async function rewrite(scheme: Scheme, change: LibraryChange): Promise<Outcome<Extract<LibraryUndo, { kind: "changed" }>>> {
  const progress: { begun: Begun | null } = { begun: null };
  const outcome = await run(async (context): Promise<WorkbookFailure | null> => {
    const found = await findOwn(context, scheme);
    if (found?.table == null || found.notes === null) return { kind: "library-lost", sheet: found?.sheetName ?? "" };
    const before = rowsOf(found);
    const after = change(before);
    if (after === null) return changedSince(found);
    const below = await filledBelow(context, found, after);
    if (below !== null) return below;
    progress.begun = { before, after, found };
    put(context, found, after);
    await context.sync();
    return null;
  });
  const { begun } = progress;
  if (begun === null) return { ok: false, failure: failureOf(outcome) };
  const first = await settle(scheme, begun);
  const settled = first === "unknown" ? await settle(scheme, begun) : first;
  if (settled === "as-asked")
    return { ok: true, value: { kind: "changed", scheme, before: begun.before, after: begun.after, notesBegun: false } };
  const { sheetName: sheet, table } = begun.found;
  const address = table === null ? "" : areaAddress(table.body.area);
  const failure: WorkbookFailure = outcome.ok ? { kind: "not-kept", sheet, address } : outcome.failure;
  return { ok: false, failure: settled === "as-before" ? failure : { kind: "half-written", sheet, address, cause: failure } };
}

const failureOf = (outcome: Outcome<WorkbookFailure | null>): WorkbookFailure =>
  outcome.ok ? (outcome.value ?? { kind: "library-lost", sheet: "" }) : outcome.failure;

/** Whatever the answer was, or was not: what the cells hold decides. */
async function settle(scheme: Scheme, { before, after }: Begun): Promise<"as-asked" | "as-before" | "unknown"> {
  const outcome = await run(async (context): Promise<"as-asked" | "as-before" | "unknown"> => {
    const found = await findOwn(context, scheme);
    if (found === null) return "unknown";
    const now = rowsOf(found);
    const is = (wanted: LibraryRows): boolean => sameRows(now.profiles, wanted.profiles) && sameRows(now.notes, wanted.notes);
    if (is(after)) return "as-asked";
    if (is(before)) return "as-before";
    put(context, found, before);
    await context.sync();
    const again = await findOwn(context, scheme);
    const kept = again === null ? NONE : rowsOf(again);
    return sameRows(kept.profiles, before.profiles) && sameRows(kept.notes, before.notes) ? "as-before" : "unknown";
  });
  return outcome.ok ? outcome.value : "unknown";
}

/** The cells below table and notes that longer ones will fill must be free. */
async function filledBelow(
  context: Excel.RequestContext,
  { table, notes }: FoundLibrary,
  after: LibraryRows,
): Promise<WorkbookFailure | null> {
  const wanted = [
    ...(table === null ? [] : [{ body: table.body, rows: after.profiles }]),
    ...(notes === null ? [] : [{ body: notes, rows: after.notes }]),
  ].flatMap(({ body, rows }) => {
    const more = rows.length + 1 - body.area.rows;
    if (more <= 0) return [];
    const area = { ...body.area, row: body.area.row + body.area.rows, rows: more };
    const range = rangeOf(context, body.sheetId, area);
    range.load("formulas");
    return [{ body, area, range }];
  });
  await context.sync();
  const filled = wanted.find(({ range }) => (range.formulas as TypedCell[][]).some((cells) => cells.some((cell) => cell !== "")));
  return filled === undefined ? null : { kind: "occupied", sheet: filled.body.sheetName, address: areaAddress(filled.area) };
}

function put(context: Excel.RequestContext, { table, notes }: FoundLibrary, { profiles, notes: noteRows }: LibraryRows): void {
  if (table !== null) {
    const { area } = table.body;
    const rows = Math.max(1, profiles.length) + 1;
    // A table is made longer before its new rows are written, and shorter once the surplus is cleared.
    if (rows > area.rows) context.workbook.tables.getItem(table.id).resize(areaAddress({ ...area, rows }));
    putBody(context, table.body, profiles, Math.max(area.rows, rows));
    if (rows > area.rows) {
      // A level such as 2-3 that is typed into a new row later stays a text.
      const added = { row: area.row + area.rows, rows: rows - area.rows };
      const text = (column: number, columns: number): void => {
        rangeOf(context, table.body.sheetId, { ...added, column: area.column + column, columns }).numberFormat = Array.from(
          { length: added.rows },
          () => Array<string>(columns).fill("@"),
        );
      };
      text(1, 6);
      text(LIBRARY_COLUMNS.length, area.columns - LIBRARY_COLUMNS.length);
    }
    if (rows < area.rows) context.workbook.tables.getItem(table.id).resize(areaAddress({ ...area, rows }));
  }
  if (notes !== null) putBody(context, notes, noteRows, Math.max(notes.area.rows, noteRows.length + 1));
}

/** Writes the rows and blanks what is left of the old ones, down to a height that counts the heading row. */
function putBody(context: Excel.RequestContext, { sheetId, area }: Body, rows: Rows, height: number): void {
  const { columns, column, row } = area;
  if (height < 2) return;
  const range = rangeOf(context, sheetId, { row: row + 1, column, rows: height - 1, columns });
  range.formulas = Array.from({ length: height - 1 }, (_, i) => Array.from({ length: columns }, (__, j) => rows[i]?.[j] ?? ""));
}

const rangeOf = (context: Excel.RequestContext, sheetId: string, { row, column, rows, columns }: Area): Excel.Range =>
  context.workbook.worksheets.getItem(sheetId).getRangeByIndexes(row, column, rows, columns);

async function create(scheme: Scheme, rows: LibraryRows): Promise<Outcome<LibraryUndo>> {
  const outcome = await addSheets([librarySheet(scheme, rows.profiles), notesSheet(scheme, rows.notes)], async (context, added) => {
    const [sheet, notes] = added;
    const saved: SavedLibrary = { scheme: scheme.id, sheet: sheet?.id ?? "", notes: notes?.id ?? "" };
    await changeSaved(context, (libraries) => [...libraries.filter((one) => one.scheme !== scheme.id), saved]);
  });
  return outcome.ok ? { ok: true, value: { kind: "created", scheme, sheets: outcome.value, after: rows } } : outcome;
}

const named = (scheme: Scheme, what: string): string => (scheme.name === "NHS" ? what : `${what} ${scheme.name}`);

function librarySheet(scheme: Scheme, rows: Rows): SheetPlan {
  const heading = libraryHeading(scheme);
  const area = { row: 0, column: 0, rows: Math.max(1, rows.length) + 1, columns: heading.length };
  const body = { ...area, row: 1, rows: area.rows - 1 };
  return {
    name: named(scheme, "Own profiles"),
    blocks: [{ row: 0, column: 0, cells: [heading, ...(rows as readonly (readonly PlannedCell[])[])], checked: true }],
    // Levels such as 2-3 that are typed here later stay texts, and so do editions such as June 2024.
    looks: [
      { area: { ...area, rows: 1 }, wrap: true, vertical: "Center" },
      { area: { ...body, column: 1, columns: 6 }, numberFormat: "@" },
      { area: { ...body, column: LIBRARY_COLUMNS.length, columns: scheme.factors.length }, numberFormat: "@", horizontal: "Center" },
    ],
    widths: [70, 190, 260, 140, 60, 70, 95, 65, 65, ...scheme.factors.map(() => 72)],
    heights: [45],
    table: { area, name: named(scheme, "OwnProfiles").replace(" ", "_"), style: "TableStyleLight9" },
    frozen: { rows: 1, columns: 3 },
    start: { row: 1, column: 1 },
  };
}

function notesSheet(scheme: Scheme, rows: Rows): SheetPlan {
  return {
    name: named(scheme, "Own profile notes"),
    blocks: [{ row: 0, column: 0, cells: [NOTE_COLUMNS, ...(rows as readonly (readonly PlannedCell[])[])], checked: true }],
    looks: [{ area: { row: 0, column: 0, rows: 1, columns: NOTE_COLUMNS.length }, bold: true }],
    widths: [190, 70, 90, 90, 480, 45, 120, 110],
    heights: [],
    frozen: { rows: 1, columns: 1 },
    start: { row: 1, column: 0 },
  };
}
