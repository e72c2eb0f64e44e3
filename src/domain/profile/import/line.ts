import { type Heading, headingOf } from "./heading";
import { collapsed } from "./print";

/** A line of a text, parted into cells where it has columns. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** White space collapsed; blank cells keep their place. */
  readonly cells: readonly string[];
  /** The cells that hold something. */
  readonly filled: readonly string[];
  readonly text: string;
  readonly heading: Heading | null;
}

/** Half a dozen of the largest suites; more is no suite. */
export const MOST_CHARACTERS = 500_000;
/** A table with a row a profile is read at much less cost. */
export const MOST_TABLE_CHARACTERS = 2_000_000;

/** Columns are parted by tabs; in a line without tabs by runs of spaces. */
export function linesOf(text: string): Line[] {
  return text.split(LINE_END).map((line, index) => {
    const spaced = visible(line);
    return makeLine(index + 1, spaced.includes("\t") ? spaced.split("\t") : spaced.split(/ {2,}/));
  });
}

/** The rows of a spreadsheet or of a CSV file as lines. */
export const linesOfRows = (rows: readonly (readonly string[])[]): Line[] =>
  rows.map((cells, index) => makeLine(index + 1, cells.map(visible)));

export function makeLine(number: number, raw: readonly string[]): Line {
  const cells = raw.map(collapsed);
  const filled = cells.filter((cell) => cell !== "");
  const text = filled.join(" ");
  return { number, cells, filled, text, heading: text === "" ? null : headingOf(text) };
}

/** Signs that nobody sees part no words and no figures; spaces are spaces, however wide. */
const visible = (text: string): string => text.replace(UNSEEN, "").replace(WIDE_SPACE, " ");

const LINE_END = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
/** Soft hyphens, spaces without width, marks of direction and of byte order. */
const UNSEEN = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
const WIDE_SPACE = /[\u00A0\u2000-\u200A\u202F\u3000]/g;
