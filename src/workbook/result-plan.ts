import { library } from "../data/library";
import type { Entry } from "../domain/entry";
import { matcherOf, OUTCOMES } from "../domain/profile/match";
import { summarise } from "../domain/profile/reason";
import { bandOf, type BandTable } from "../domain/scheme/band";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Scheme } from "../domain/scheme/scheme";
import { type Area, cellAddress } from "./address";
import { call, gatheredLevels, schemeArgument } from "./formula";
import type { Block, PlannedCell } from "./sheet-plan";

export type ResultColumn = "score" | "band" | "match";

/** How results come into the sheet: a formula a row, one formula that spills, or what they are today. */
export type ResultMode = "rows" | "spill" | "values";

/** A register's rows as results need them; all counted on the sheet. */
export interface ResultRows {
  readonly scheme: Scheme;
  /** Where the points chart of one's own stands, as a formula names it. */
  readonly chart: string | null;
  readonly headingRow: number;
  readonly headings: readonly string[];
  /** From the row below the headings to the last one used. */
  readonly rows: number;
  readonly factorColumns: readonly number[];
  readonly jobs: readonly { readonly row: number; readonly levels: readonly Entry[] }[];
  /** The first column that is free to the right. */
  readonly free: number;
  readonly inTable: boolean;
  /** A grade table of one's own, by the name a formula gives it. */
  readonly grades: { readonly address: string; readonly table: BandTable } | null;
}

export interface ResultPlan {
  readonly mode: ResultMode;
  /** All cells that must be free, the spilled ones too. */
  readonly area: Area;
  readonly blocks: readonly Block[];
  /** The table takes the columns in. */
  readonly extendsTable: boolean;
}

const MOST_ROWS = 500;
const MOST_SPILLED = 20_000;

export function planResults(register: ResultRows, wanted: readonly ResultColumn[]): ResultPlan {
  const { jobs, headingRow, rows, inTable } = register;
  // A spill has no gaps: totals between jobs would be read as jobs.
  const last = jobs[jobs.length - 1]?.row ?? headingRow;
  const gapless = jobs.length === last - headingRow;
  const mode: ResultMode = jobs.length <= MOST_ROWS ? "rows" : jobs.length <= MOST_SPILLED && gapless ? "spill" : "values";
  const extendsTable = inTable && mode !== "spill";
  // Beside a table, so that it does not take the spilled cells in.
  const column = register.free + (inTable && !extendsTable ? 1 : 0);
  const columns =
    mode === "rows" ? rowColumns(register, wanted, column) : mode === "spill" ? spilled(register, wanted) : values(register, wanted);
  const heads = columns.map(({ heading }) => freeHeading(heading, register.headings));
  return {
    mode,
    extendsTable,
    area: { row: headingRow, column, rows: rows + 1, columns: columns.length },
    blocks: [
      { row: headingRow, column, cells: [heads], checked: true },
      ...columns.flatMap(({ cells }, index): Block[] =>
        cells.length === 0 ? [] : [{ row: headingRow + 1, column: column + index, cells: cells.map((cell) => [cell]), checked: true }],
      ),
    ],
  };
}

interface PlannedColumn {
  readonly heading: string;
  readonly cells: readonly PlannedCell[];
}

const bandHeading = (scheme: Scheme): string => (scheme.name === "NHS" ? "Band" : "Grade");
const HEADING = { score: "Score", match: "Match on levels", fall: "Points to fall", rise: "Points to rise" } as const;

/** A table's headings differ from each other. */
export function freeHeading(wanted: string, headings: readonly string[]): string {
  const taken = new Set(headings.map((heading) => heading.toLowerCase()));
  if (!taken.has(wanted.toLowerCase())) return wanted;
  let name = `${wanted} (computed)`;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} (computed ${number})`;
  return name;
}

/** NJC formulas carry the grade table wherever a grade is asked for. */
const gradesOf = ({ grades }: ResultRows): readonly string[] => (grades === null ? [] : [grades.address]);

function rowColumns(register: ResultRows, wanted: readonly ResultColumn[], column: number): readonly PlannedColumn[] {
  const { scheme, chart, headingRow, rows, jobs, factorColumns } = register;
  const scored = wanted.includes("score") ? column : null;
  const perJob = (formula: (row: number) => string): readonly PlannedCell[] => {
    const cells = Array<PlannedCell>(rows).fill("");
    for (const { row } of jobs) cells[row - headingRow - 1] = formula(row);
    return cells;
  };
  const levels = (row: number): string => gatheredLevels(factorColumns, row, 1);
  const score = (row: number): string => call("JESCORE", levels(row), ...schemeArgument(scheme, chart));
  return wanted.map((name): PlannedColumn => {
    if (name === "score") return { heading: HEADING.score, cells: perJob((row) => `=${score(row)}`) };
    if (name === "match") return { heading: HEADING.match, cells: perJob((row) => `=${call("PROFILEMATCH", levels(row))}`) };
    const from = (row: number): string => (scored === null ? score(row) : cellAddress(row, scored));
    return { heading: bandHeading(scheme), cells: perJob((row) => `=${call("JEBAND", from(row), ...gradesOf(register))}`) };
  });
}

function spilled(register: ResultRows, wanted: readonly ResultColumn[]): readonly PlannedColumn[] {
  const { scheme, chart, headingRow, jobs, factorColumns } = register;
  const levels = gatheredLevels(factorColumns, headingRow + 1, jobs.length);
  const head = (heading: string): PlannedColumn => ({ heading, cells: [] });
  const columns: PlannedColumn[] = [];
  if (wanted.includes("band")) {
    // The bands' place in the call is fixed, so the scheme is always named.
    const evaluate = call("JEEVALUATE", levels, chart ?? `"${scheme.name}"`, ...gradesOf(register));
    columns.push({ heading: HEADING.score, cells: [`=${evaluate}`] }, head(bandHeading(scheme)), head(HEADING.fall), head(HEADING.rise));
  } else if (wanted.includes("score")) {
    columns.push({ heading: HEADING.score, cells: [`=${call("JESCORE", levels, ...schemeArgument(scheme, chart))}`] });
  }
  if (wanted.includes("match")) columns.push({ heading: HEADING.match, cells: [`=${call("PROFILEMATCH", levels)}`] });
  return columns;
}

/** What the formulas would show, as it is today; a job without a score says why in a word. */
function values(register: ResultRows, wanted: readonly ResultColumn[]): readonly PlannedColumn[] {
  const { scheme, headingRow, rows, jobs, grades } = register;
  const sheet = new JobSheet<Entry>(
    chartOf(scheme),
    jobs.map(({ levels }) => levels),
    (entry) => entry,
  );
  const table = grades?.table ?? scheme.bands;
  const bestOf = wanted.includes("match") ? matcherOf(library.profiles).bestFits(sheet) : null;
  const cell = (name: ResultColumn, job: number): PlannedCell => {
    const state = sheet.states[job];
    if (state === JobState.blank) return "";
    if (state !== JobState.complete) return state === JobState.incomplete ? "incomplete" : "invalid";
    const score = sheet.scores[job] ?? 0;
    if (name === "score") return score;
    if (name === "band") {
      const band = table === null ? null : bandOf(table, score);
      return band?.ok === true ? `'${band.value.label}` : "no band";
    }
    const profile = library.profiles.profiles[bestOf?.best[job] ?? -1];
    const outcome = OUTCOMES[bestOf?.outcomes[job] ?? 3];
    return profile === undefined || outcome === undefined ? "" : summarise(outcome, profile, false);
  };
  return wanted.map((name) => {
    const cells = Array<PlannedCell>(rows).fill("");
    jobs.forEach(({ row }, job) => (cells[row - headingRow - 1] = cell(name, job)));
    return { heading: name === "score" ? HEADING.score : name === "match" ? HEADING.match : bandHeading(scheme), cells };
  });
}
