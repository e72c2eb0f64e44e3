/**
 * What a person entered in one place, before it means anything. Spreadsheet errors keep their name (`#N/A`).
 */
export type Entry = number | string | boolean | null | EntryError;

export interface EntryError {
  readonly error: string;
}

export const isEntryError = (entry: Entry): entry is EntryError => typeof entry === "object" && entry !== null;

/** Excel on Windows hands over an empty cell as 0, Excel on the web as nothing: both are blank, and so is white space. */
export function isBlank(entry: Entry): boolean {
  if (entry === null || entry === 0) return true;
  return typeof entry === "string" && entry.replace(INVISIBLE, "").trim() === "";
}

/** The text of an entry without the white space around it; blank gives "". */
export function textOf(entry: Entry): string {
  if (isBlank(entry)) return "";
  if (isEntryError(entry)) return entry.error;
  if (typeof entry === "boolean") return entry ? "TRUE" : "FALSE";
  return String(entry).replace(INVISIBLE, "").trim();
}

/** The number of an entry, also where it was stored as text; null where it is none. */
export function numberOf(entry: Entry): number | null {
  if (typeof entry === "number") return Number.isFinite(entry) ? entry : null;
  if (typeof entry !== "string") return null;
  const text = textOf(entry);
  return PLAIN_NUMBER.test(text) ? Number(text) : null;
}

const PLAIN_NUMBER = /^[-+]?\d{1,15}(\.\d{1,15})?$/;
const INVISIBLE = /[\u200B-\u200D\u2060]/g;
const ERROR_NAME =
  /^#(N\/A|VALUE!|REF!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|GETTING_DATA|CONNECT!|FIELD!|BLOCKED!|UNKNOWN!|EXTERNAL!|PYTHON!|TIMEOUT!)$/i;

/** The error a text stands for: some hosts hand errors over as their text. */
export function errorName(text: string): string | null {
  const trimmed = text.trim();
  return ERROR_NAME.test(trimmed) ? trimmed.toUpperCase() : null;
}

/** An entry as a sentence shows it: texts in quotes, long ones cut. */
export function show(entry: Entry): string {
  if (typeof entry === "string") return `"${entry.length > 80 ? `${entry.slice(0, 77)}...` : entry}"`;
  return entry === null ? "nothing" : typeof entry === "number" ? String(entry) : textOf(entry);
}
