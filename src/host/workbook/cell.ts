/** What a cell holds, and how what a person or an add-in writes into one is understood. */

/** An error that a cell shows; the sentence behind it where the function gave one. */
export interface CellError {
  readonly error: string;
  readonly message?: string;
}

/** `null` is a blank cell. */
export type CellValue = number | string | boolean | CellError | null;

export interface CellContent {
  readonly value: CellValue;
  /** With its leading "=", or undefined where the cell holds no formula of its own. */
  readonly formula?: string;
}

export const errorTexts = [
  "#N/A",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#DIV/0!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#GETTING_DATA",
] as const;

export function isCellError(value: unknown): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

const textFormat = "@";
const dayMs = 86_400_000;
/** Serial 1 is 1 January 1900; day 60 (29 February 1900) never was, so later days stand one further on. */
const serialOrigin = Date.UTC(1899, 11, 30);

/**
 * Reads written text as Excel reads typing: a formula, a number, a truth value, an error, a date, or else text.
 * A leading apostrophe, or a cell formatted as text, keeps it as text. Dates are day first, as in the United Kingdom;
 * a day and a month alone mean `year`.
 */
export function readWritten(written: unknown, numberFormat: string, year: number): CellContent & { numberFormat?: string } {
  if (typeof written === "number" || typeof written === "boolean") return { value: written };
  if (typeof written !== "string" || written === "") return { value: null };
  if (written.startsWith("'")) return { value: written.slice(1) };
  if (numberFormat === textFormat) return { value: written };
  if (written.startsWith("=") && written.length > 1) return { value: null, formula: written };
  const text = written.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  if (/^[+-]?\d+(\.\d+)?%$/.test(text)) return { value: Number(text.slice(0, -1)) / 100, numberFormat: "0%" };
  if (/^(true|false)$/i.test(text)) return { value: text.toLowerCase() === "true" };
  const error = errorTexts.find((known) => known === text.toUpperCase());
  if (error) return { value: { error } };
  return readDate(text, year) ?? { value: written };
}

function readDate(text: string, thisYear: number): { value: number; numberFormat: string } | undefined {
  const match = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}|\d{2}))?$/.exec(text);
  if (!match) return undefined;
  const [, day, month, yearText] = match.map(Number);
  if (day === undefined || month === undefined) return undefined;
  const given = match[3] !== undefined;
  const year = !given ? thisYear : yearText! < 30 ? 2000 + yearText! : yearText! < 100 ? 1900 + yearText! : yearText!;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return { value: (date.getTime() - serialOrigin) / dayMs, numberFormat: given ? "dd/mm/yyyy" : "d-mmm" };
}
