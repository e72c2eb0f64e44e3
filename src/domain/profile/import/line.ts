import { plainText } from "../../scheme/level";

/** A line of a text, parted into cells where it has columns. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** White space collapsed; blank cells keep their place. */
  readonly cells: readonly string[];
}

/** About a dozen of the largest suites; more is no suite. */
export const MOST_CHARACTERS = 1_000_000;

/** Columns are parted by tabs; in a line without tabs by runs of spaces. */
export function linesOf(text: string): Line[] {
  return text.split(LINE_END).map((line, index) => {
    const spaced = line.replace(WIDE_SPACE, " ");
    return { number: index + 1, cells: (spaced.includes("\t") ? spaced.split("\t") : spaced.split(/ {2,}/)).map(collapsed) };
  });
}

/** The rows of a spreadsheet or of a CSV file as lines. */
export const linesOfRows = (rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => collapsed(cell.replace(WIDE_SPACE, " "))) }));

/** The cells that hold something. */
export const filled = ({ cells }: Line): readonly string[] => cells.filter((cell) => cell !== "");

export const textOfLine = (line: Line): string => filled(line).join(" ");

export const collapsed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The beginning of a text in plain letters and digits without spaces, to know headings by, split words included. */
export const squeezed = (text: string): string => plainText(text.slice(0, 200)).replace(/[^a-z0-9*]+/g, "");

/** The look-alike signs of a text that are read as Latin letters or ASCII digits; dashes of any length are no doubt. */
export const lookAlikes = (text: string): string => (text.match(/[\u0400-\u052F\uFF01-\uFF5E]/g) ?? []).join("");

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
const WIDE_SPACE = /[\u00A0\u2000-\u200A\u202F\u3000]/g;
