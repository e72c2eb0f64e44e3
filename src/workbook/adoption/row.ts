import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import { plainWords } from "./heading";

/** A row of the register that is no job. */
export interface LeftOut {
  readonly row: number;
  readonly why: "total" | "heading" | "section" | "unlabelled";
}

export interface Rows {
  readonly jobs: readonly number[];
  readonly leftOut: readonly LeftOut[];
  /** Jobs whose label might be a total's. */
  readonly doubtful: readonly number[];
}

interface FactorHeading {
  readonly column: number;
  readonly words: string;
}

type Places = Readonly<Partial<Record<ColumnName, number>>>;

/** "Total IT", "Sub-total - Nursing", "Overall average", "No. of jobs". */
const TOTAL_START = /^((grand|overall) )*((sub ?)?totals?|averages?|(no|nos|nr|number) of)\b/;
/** Such words also begin ordinary titles; alone, or before what is reckoned, they do not. */
const RECKONED =
  /^(sums?|counts?|means?|medians?|mins?|max|minimum|maximum)( (of|for|by|per|levels?|scores?|points|jobs|posts)\b.*| \d.*)?$/;
const TOTAL_END = /\b((sub ?)?totals?|averages?|count|sum|mean|median)$/;
/** "IT: 2 posts". */
const COUNTED = /:\s*\d+\s+(jobs?|posts?|roles?|staff|people|employees|postholders)\W*$/i;
const DOUBTFUL = /\b(totals?|subtotals?|averages?)\b|\b\d+ (jobs?|posts?|roles?)$/;
/** Titles that people hold, although they speak of totals: "Total Rewards Manager", "Head of Total Count". */
const HELD =
  /^(head|director|manager|chief|lead) of\b|\b(manager|officer|assistant|lead|leader|head|director|analyst|advis[eo]r|coordinator|ordinator|specialist|clerk|worker|nurse|engineer|technician|administrator|consultant|practitioner|partner|supervisor|operative|controller)$/;

/** Tells jobs from totals, repeated headings and section headings. A row with an id of its own and a title is always a job. */
export function splitRows(
  body: readonly (readonly Entry[])[],
  places: Places,
  factors: readonly ({ readonly column: number } | null)[],
  headings: readonly string[],
): Rows {
  const jobs: number[] = [];
  const doubtful: number[] = [];
  const leftOut: LeftOut[] = [];
  const columns = factors.flatMap((factor) =>
    factor === null ? [] : [{ column: factor.column, words: plainWords(headings[factor.column] ?? "") }],
  );
  body.forEach((cells, row) => {
    const why = reasonToLeaveOut(cells, places, columns);
    if (why === null) {
      jobs.push(row);
      if (isDoubtful(cells, places)) doubtful.push(row);
    } else if (why !== "blank") leftOut.push({ row, why });
  });
  return { jobs, leftOut, doubtful };
}

function reasonToLeaveOut(cells: readonly Entry[], places: Places, factors: readonly FactorHeading[]): LeftOut["why"] | "blank" | null {
  const at = (column: number | undefined): Entry => (column === undefined ? null : (cells[column] ?? null));
  const [id, title] = [at(places.id), at(places.title)];
  const started = factors.some(({ column }) => !isBlank(at(column)));
  if (isBlank(id) && isBlank(title) && !started) return cells.some((cell) => !isBlank(cell)) ? sectionOrNote(cells) : "blank";
  const ordinaryId = ORDINARY_ID.test(textOf(id));
  if (!(ordinaryId && !isBlank(title)) && hasTotalLabel(cells, places)) return "total";
  if (repeatsHeadings(cells, factors)) return "heading";
  // A text on its own, where the other rows have an id, heads a section.
  const alone = places.id !== undefined && !started && cells.filter((cell) => !isBlank(cell)).length === 1;
  if (alone && (isBlank(id) || !/\d/.test(textOf(id)))) return "section";
  return places.title !== undefined && isBlank(id) && isBlank(title) ? "unlabelled" : null;
}

const ORDINARY_ID = /^\S*\d\S*$/;

/** Its id, else its title, else the first text of a row that has neither. */
function labelOf(cells: readonly Entry[], places: Places): Entry {
  const own = [places.id, places.title, places.family, places.department].flatMap((column) =>
    column === undefined ? [] : [cells[column] ?? null],
  );
  return own.find((cell) => !isBlank(cell)) ?? cells.find((cell) => typeof cell === "string" && /\p{L}{2}/u.test(cell)) ?? null;
}

function hasTotalLabel(cells: readonly Entry[], places: Places): boolean {
  const label = labelOf(cells, places);
  // Where no job has an id, a title decides by itself.
  if (places.id === undefined && HELD.test(plainWords(textOf(label)))) return false;
  return isTotal(label);
}

function isDoubtful(cells: readonly Entry[], places: Places): boolean {
  const id = places.id === undefined ? null : (cells[places.id] ?? null);
  return isBlank(id) && places.title !== undefined && DOUBTFUL.test(plainWords(textOf(cells[places.title] ?? null)));
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

function isTotal(label: Entry): boolean {
  const words = plainWords(textOf(label));
  return TOTAL_START.test(words) || RECKONED.test(words) || TOTAL_END.test(words) || COUNTED.test(textOf(label));
}

/** Something stands in the row, and nothing of it belongs to a job. */
const sectionOrNote = (cells: readonly Entry[]): LeftOut["why"] | "blank" => (cells.some(isTotal) ? "total" : "blank");
