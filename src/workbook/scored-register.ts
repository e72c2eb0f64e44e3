import type { ColumnName } from "../data/register/heading";
import { type Entry, numberOf, textOf } from "../domain/entry";
import type { Problem } from "../domain/problem";
import type { BandTable } from "../domain/scheme/band";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Scheme } from "../domain/scheme/scheme";
import { findHeadings } from "./adoption/location";
import { splitRows } from "./adoption/row";
import { type Basis, bandsOf, readBasis } from "./basis";
import { areaOfRange } from "./address";
import { readInParts } from "./cell-parts";
import { type Outcome, run } from "./failure";
import { loadMappings, type RegisterMapping } from "./mapping";
import { textAt } from "./register";

/** A register's jobs as a what-if needs them: columns, a place a job. */
export interface ScoredJobs {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly scheme: Scheme;
  /** Rows and columns are counted from 0, on the sheet. */
  readonly rows: Int32Array;
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  /** NaN: the job has no score yet. */
  readonly scores: Float64Array;
  /** Places of jobs that have no level at all. Counts leave them out, as functions leave out blank cells. */
  readonly blanks: readonly number[];
  /** Jobs without a score, by why. */
  readonly unscored: { readonly blank: number; readonly incomplete: number; readonly invalid: number };
  readonly weights: Readonly<Record<WeightName, Float64Array | null>>;
  /** Their columns on the sheet, -1 for none. */
  readonly weightColumns: Readonly<Record<WeightName, number>>;
  /** Cells of those columns that are no numbers: they count as not known. */
  readonly unreadable: readonly UnreadableWeights[];
  readonly factorColumns: readonly number[];
  readonly headingRow: number;
  /** Where the points chart of one's own stands, as a formula names it; null for a published scheme. */
  readonly chart: string | null;
  /** The bands in force: the register's own table, else the scheme's. */
  readonly bands: BandTable | null;
  /** Where the register's own table stands, as a formula names it. */
  readonly bandsAddress: string | null;
  /** Why the register's own table cannot be used. */
  readonly bandsProblem: Problem | null;
}

/** Columns that say how much a job weighs. */
const weightNames = ["headcount", "fte", "women", "men"] as const satisfies readonly ColumnName[];
export type WeightName = (typeof weightNames)[number];

export interface UnreadableWeights {
  readonly heading: string;
  readonly rows: readonly number[];
}

export type ScoredReading =
  | { readonly kind: "jobs"; readonly jobs: ScoredJobs }
  | { readonly kind: "no-register" }
  | { readonly kind: "headings-missing"; readonly sheetName: string; readonly missing: readonly string[] }
  | { readonly kind: "no-scheme"; readonly problem: Problem };

/** Reads the jobs of a register, in parts where it is large, and scores them. */
export function readScoredJobs(sheetId: string): Promise<Outcome<ScoredReading>> {
  return run(async (context): Promise<ScoredReading> => {
    const mapping = (await loadMappings(context)).find((register) => register.sheetId === sheetId);
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load("name");
    await context.sync();
    if (mapping === undefined || sheet.isNullObject) return { kind: "no-register" };
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const basis = await readBasis(context, mapping);
    await context.sync();
    if (!basis.scheme.ok) return { kind: "no-scheme", problem: basis.scheme.problem };
    const area = used.isNullObject ? null : areaOfRange(used);
    const cells = area === null ? [] : await readInParts(context, sheet, area);
    const origin = area ?? { row: 0, column: 0 };
    return scoredJobs({ sheetId, sheetName: sheet.name, scheme: basis.scheme.value }, mapping, cells, origin, basis);
  });
}

function scoredJobs(
  start: Pick<ScoredJobs, "sheetId" | "sheetName" | "scheme">,
  mapping: RegisterMapping,
  cells: readonly (readonly Entry[])[],
  origin: { readonly row: number; readonly column: number },
  basis: Basis,
): ScoredReading {
  const places = findHeadings(mapping, cells, start.scheme);
  if (!places.found) return { kind: "headings-missing", sheetName: start.sheetName, missing: places.missing };
  const { row: headingRow, id, title, factors, columns, headings } = places;
  const body = cells.slice(headingRow + 1);
  const jobs = splitRows(
    body,
    columns,
    factors.map((column) => ({ column })),
    headings,
  ).jobs;
  const rowAt = (job: number): readonly Entry[] => body[jobs[job]!] ?? [];
  const rowOnSheet = (job: number): number => origin.row + headingRow + 1 + jobs[job]!;
  const sheet = new JobSheet<Entry>(
    chartOf(start.scheme),
    jobs.map((_, job) => factors.map((column) => rowAt(job)[column] ?? null)),
    (entry) => entry,
  );
  const inState = (wanted: number): number => sheet.states.reduce((count, state) => count + (state === wanted ? 1 : 0), 0);
  const unreadable: UnreadableWeights[] = [];
  const weights = Object.fromEntries(
    weightNames.map((name) => {
      const column = columns[name];
      if (column === undefined) return [name, null];
      const reading = readWeights(jobs.map((_, job) => rowAt(job)[column] ?? null));
      if (reading.unreadable.length > 0) unreadable.push({ heading: headings[column] ?? "", rows: reading.unreadable.map(rowOnSheet) });
      return [name, reading.numbers];
    }),
  ) as Record<WeightName, Float64Array | null>;
  return {
    kind: "jobs",
    jobs: {
      ...start,
      rows: Int32Array.from(jobs, (_, job) => rowOnSheet(job)),
      ids: jobs.map((_, job) => textAt(rowAt(job), id)),
      titles: jobs.map((_, job) => textAt(rowAt(job), title)),
      scores: sheet.scores.map((score, job) => (sheet.states[job] === JobState.complete ? score : NaN)),
      blanks: [...sheet.states.keys()].filter((job) => sheet.states[job] === JobState.blank),
      unscored: { blank: inState(JobState.blank), incomplete: inState(JobState.incomplete), invalid: inState(JobState.invalid) },
      weights,
      weightColumns: Object.fromEntries(
        weightNames.map((name) => [name, columns[name] === undefined ? -1 : origin.column + columns[name]]),
      ) as Record<WeightName, number>,
      unreadable,
      factorColumns: factors.map((column) => origin.column + column),
      headingRow: origin.row + headingRow,
      chart: basis.chart?.address ?? null,
      bands: bandsOf(basis),
      bandsAddress: basis.grades?.address ?? null,
      bandsProblem: basis.grades === null || basis.grades.reading.ok ? null : basis.grades.reading.problem,
    },
  };
}

/** A blank is not known, and differs from a 0 that somebody typed; what is no number from 0 is not known either, and is told. */
function readWeights(cells: readonly Entry[]): { readonly numbers: Float64Array; readonly unreadable: readonly number[] } {
  const unreadable: number[] = [];
  const numbers = Float64Array.from(cells, (cell, job) => {
    if (cell === null || (cell !== 0 && textOf(cell) === "")) return NaN;
    const number = numberOf(cell);
    if (number !== null && number >= 0) return number;
    unreadable.push(job);
    return NaN;
  });
  return { numbers, unreadable };
}
