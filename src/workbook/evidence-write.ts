import { EVIDENCE_HEADINGS, type EvidenceEntry, type EvidenceRow, type EvidenceSheet } from "./evidence";
import type { CellWrite } from "./job-write";
import { idKey } from "./register";

/** A note to be kept, and whether it takes the place of the row with its key. */
export interface EvidenceChange extends EvidenceEntry {
  /** What the pane showed when the person began to write; null where a new row is wanted whatever there is. */
  readonly expected: { readonly evidence: string; readonly reason: string } | null;
}

/** Keys whose rows now say something else than the pane showed. */
export function changedNotes(sheet: EvidenceSheet, id: string, changes: readonly EvidenceChange[]): readonly string[] {
  return changes.flatMap(({ key, expected }) => {
    if (expected === null) return [];
    const row = rowWith(sheet, id, key);
    const same = (row?.evidence ?? "") === expected.evidence && (row?.reason ?? "") === expected.reason;
    return same ? [] : [key];
  });
}

/** The cells to write: over the rows that are there, new rows below everything. */
export function evidenceWrites(sheet: EvidenceSheet, id: string, changes: readonly EvidenceChange[]): readonly CellWrite[] {
  let end = sheet.end;
  return changes.flatMap((change) => {
    const known = change.expected === null ? undefined : rowWith(sheet, id, change.key);
    const row = known?.row ?? end++;
    const texts = [id, change.key, change.level, change.letters, change.evidence, change.reason];
    return EVIDENCE_HEADINGS.map((_, place): CellWrite => ({
      sheetId: sheet.sheetId,
      row,
      column: sheet.columns[place]!,
      cell: asTyped(texts[place]!),
    }));
  });
}

const rowWith = (sheet: EvidenceSheet, id: string, key: string): EvidenceRow | undefined =>
  sheet.rows.find((row) => idKey(row.id) === idKey(id) && row.key === key);

/**
 * Texts go in behind an apostrophe, which Excel takes as "text" and does not show: a note that begins with = is no formula, and 2-3 is
 * no date.
 */
export function asTyped(text: string): string | number {
  if (text === "") return "";
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : `'${text}`;
}
