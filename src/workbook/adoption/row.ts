import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import { plainWords } from "./heading";

/** A row of the register that is no job. */
export interface LeftOut {
  readonly row: number;
  readonly why: "total" | "heading" | "section";
}

export interface Rows {
  readonly jobs: readonly number[];
  readonly leftOut: readonly LeftOut[];
}

interface FactorHeading {
  readonly column: number;
  readonly words: string;
}

type Places = Readonly<Partial<Record<ColumnName, number>>>;

const TOTAL_START = /^(grand |sub ?)?totals?( (for|of|jobs|posts)\b.*)?$/;
const TOTAL_END = /\b(sub ?total|total|average|count|sum)$/;
const TOTAL_ALONE = /^(average|mean|median|count|sum|min|max)s?$/;

/** Tells jobs from totals, repeated headings and section headings. A row with an id of its own is always a job. */
export function splitRows(
  body: readonly (readonly Entry[])[],
  places: Places,
  factors: readonly ({ readonly column: number } | null)[],
  headings: readonly string[],
): Rows {
  const jobs: number[] = [];
  const leftOut: LeftOut[] = [];
  const columns = factors.flatMap((factor) =>
    factor === null ? [] : [{ column: factor.column, words: plainWords(headings[factor.column] ?? "") }],
  );
  body.forEach((cells, row) => {
    const why = reasonToLeaveOut(cells, places, columns);
    if (why === null) jobs.push(row);
    else if (why !== "blank") leftOut.push({ row, why });
  });
  return { jobs, leftOut };
}

function reasonToLeaveOut(cells: readonly Entry[], places: Places, factors: readonly FactorHeading[]): LeftOut["why"] | "blank" | null {
  const at = (column: number | undefined): Entry => (column === undefined ? null : (cells[column] ?? null));
  const [id, title] = [at(places.id), at(places.title)];
  const started = factors.some(({ column }) => !isBlank(at(column)));
  if (isBlank(id) && isBlank(title) && !started) return cells.some((cell) => !isBlank(cell)) ? sectionOrNote(cells) : "blank";
  const lead = [id, title, at(places.family), at(places.department), cells[0] ?? null].find((entry) => !isBlank(entry)) ?? null;
  const words = plainWords(textOf(lead));
  if (totalWords(words)) return "total";
  if (repeatsHeadings(cells, factors)) return "heading";
  // A text on its own, where the other rows have an id, heads a section.
  const alone = places.id !== undefined && !started && cells.filter((cell) => !isBlank(cell)).length === 1;
  if (alone && (isBlank(id) || !/\d/.test(textOf(id)))) return "section";
  return null;
}

/** Most of its cells repeat the end of the heading above them. Given up as soon as too many do not: nearly every row is a job. */
function repeatsHeadings(cells: readonly Entry[], factors: readonly FactorHeading[]): boolean {
  let others = 0;
  for (const { column, words } of factors) {
    const cell = cells[column] ?? null;
    const text = typeof cell === "string" && /\p{L}/u.test(cell) ? plainWords(textOf(cell)) : "";
    if (text !== "" && words.endsWith(text)) continue;
    others += 1;
    if (others * 2 >= factors.length) return false;
  }
  return factors.length > 0;
}

const totalWords = (words: string): boolean => TOTAL_START.test(words) || TOTAL_END.test(words) || TOTAL_ALONE.test(words);

/** Something stands in the row, and nothing of it belongs to a job. */
const sectionOrNote = (cells: readonly Entry[]): LeftOut["why"] | "blank" =>
  cells.some((cell) => totalWords(plainWords(textOf(cell)))) ? "total" : "blank";
