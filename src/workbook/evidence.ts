import * as v from "valibot";
import type { Entry } from "../domain/entry";
import { type Outcome, run } from "./failure";
import { idKey } from "./register";

/** What a panel wrote down about one factor of one job, or about the job under another key. */
export interface EvidenceNote {
  readonly evidence: string;
  readonly reason: string;
}

/** A note to be kept. */
export interface EvidenceEntry extends EvidenceNote {
  /** A factor's number, or what else the row is about. */
  readonly key: string;
  readonly level: string;
  readonly letters: string;
}

export const EVIDENCE_HEADINGS = ["Job ID", "Factor", "Level", "Letters", "Evidence", "Reason"] as const;

/** Where a register's evidence is kept; null until it is first needed. */
export interface EvidenceBook {
  readonly sheetId: string | null;
  /** By what makes job ids one (`idKey`), then by key; of several rows with one key the first counts. */
  readonly notes: ReadonlyMap<string, ReadonlyMap<string, EvidenceNote>>;
}

export const EVIDENCE_KEY = "jobEvaluation.evidence";
const VERSION = 1;

const savedSchema = v.object({
  version: v.literal(VERSION),
  sheets: v.array(v.object({ register: v.string(), evidence: v.string() })),
});

type SavedSheets = v.InferOutput<typeof savedSchema>["sheets"];

/** The rows of an evidence sheet with the places of its columns, which may have been moved. */
export interface EvidenceSheet {
  readonly sheetId: string;
  /** Column of each heading, counted on the sheet. */
  readonly columns: readonly number[];
  /** The first row below everything. */
  readonly end: number;
  readonly rows: readonly EvidenceRow[];
}

export interface EvidenceRow extends EvidenceNote {
  readonly row: number;
  readonly id: string;
  readonly key: string;
}

export type EvidenceFound =
  | { readonly kind: "none"; readonly saved: SavedSheets }
  | { readonly kind: "headings-missing"; readonly sheetName: string; readonly missing: readonly string[] }
  | { readonly kind: "sheet"; readonly sheet: EvidenceSheet };

/** The evidence of a register's jobs, read whole. */
export function readEvidence(registerId: string): Promise<Outcome<EvidenceBook>> {
  return run(async (context) => {
    const found = await findEvidence(context, registerId);
    if (found.kind !== "sheet") return { sheetId: null, notes: new Map() };
    const notes = new Map<string, Map<string, EvidenceNote>>();
    for (const { id, key, evidence, reason } of found.sheet.rows) {
      const own = notes.get(idKey(id)) ?? new Map<string, EvidenceNote>();
      if (!own.has(key)) own.set(key, { evidence, reason });
      notes.set(idKey(id), own);
    }
    return { sheetId: found.sheet.sheetId, notes };
  });
}

/** Settings of a later version, or damaged ones, are not overwritten: then there is no evidence to add to. */
export async function findEvidence(context: Excel.RequestContext, registerId: string): Promise<EvidenceFound> {
  const setting = context.workbook.settings.getItemOrNullObject(EVIDENCE_KEY);
  setting.load("value");
  await context.sync();
  const reading = setting.isNullObject ? null : v.safeParse(savedSchema, setting.value);
  const saved = reading?.success === true ? reading.output.sheets : [];
  const sheetId = saved.find(({ register }) => register === registerId)?.evidence;
  if (sheetId === undefined) return { kind: "none", saved };
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.load("name");
  await context.sync();
  // A deleted evidence sheet is begun anew.
  if (sheet.isNullObject) return { kind: "none", saved: saved.filter(({ register }) => register !== registerId) };
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("values,rowIndex,columnIndex");
  await context.sync();
  const values = used.isNullObject ? [] : (used.values as Entry[][]);
  const wanted = EVIDENCE_HEADINGS.map((heading) => heading.toLowerCase());
  const texts = values.slice(0, DEEPEST).map((row) => row.map((cell) => textOfCell(cell).toLowerCase()));
  const line = texts.findIndex((row) => wanted.every((heading) => row.includes(heading)));
  if (line < 0) {
    const first = texts[0] ?? [];
    const missing = EVIDENCE_HEADINGS.filter((heading) => !first.includes(heading.toLowerCase()));
    return { kind: "headings-missing", sheetName: sheet.name, missing };
  }
  const places = wanted.map((heading) => texts[line]!.indexOf(heading));
  const at = (row: readonly Entry[], heading: number): string => textOfCell(row[places[heading]!] ?? null);
  const rows = values.slice(line + 1).map((row, index): EvidenceRow => ({
    row: used.rowIndex + line + 1 + index,
    id: at(row, 0).trim(),
    key: at(row, 1).trim(),
    evidence: at(row, 4),
    reason: at(row, 5),
  }));
  return {
    kind: "sheet",
    sheet: { sheetId, columns: places.map((place) => used.columnIndex + place), end: used.rowIndex + values.length, rows },
  };
}

const DEEPEST = 5;

export const textOfCell = (cell: Entry): string => (cell === null || typeof cell === "object" ? "" : String(cell));

/** Begins a register's evidence sheet; its id is known after the next sync, and `fillEvidenceSheet` then makes it one. */
export function addEvidenceSheet(context: Excel.RequestContext, name: string): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name);
  sheet.load("id");
  return sheet;
}

const WIDTHS = [90, 110, 50, 55, 330, 330];

/** Takes effect with the caller's next sync. */
export function fillEvidenceSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  registerId: string,
  saved: SavedSheets,
): EvidenceSheet {
  const sheetId = sheet.id;
  const head = sheet.getRangeByIndexes(0, 0, 1, EVIDENCE_HEADINGS.length);
  head.values = [[...EVIDENCE_HEADINGS]];
  head.format.font.bold = true;
  WIDTHS.forEach((width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = width));
  sheet.freezePanes.freezeRows(1);
  context.workbook.settings.add(EVIDENCE_KEY, { version: VERSION, sheets: [...saved, { register: registerId, evidence: sheetId }] });
  return { sheetId, columns: EVIDENCE_HEADINGS.map((_, column) => column), end: 1, rows: [] };
}
