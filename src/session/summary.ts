import type { Entry } from "../domain/entry";
import { nearBoundaries, NEAR_POINTS, type NearBoundary } from "../domain/boundary/near";
import type { Problem } from "../domain/problem";
import { OUTCOMES, type Outcome } from "../domain/profile/match";
import { type Band, type BandTable, placeScore } from "../domain/scheme/band";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { LevelFault } from "../domain/scheme/level";
import type { FactorName, Scheme } from "../domain/scheme/scheme";
import type { ColumnChange } from "../workbook/adoption/location";
import type { LeftOut } from "../workbook/adoption/row";
import type { TableCorner } from "../workbook/basis";
import type { Run } from "../workbook/register";
import type { ResultPlace } from "../workbook/result-place";
import { isJob, type JobRecord, type Ledger, type LedgerRow } from "./ledger";
import { checkResults, type ResultState } from "./result-state";

/** A register at a glance. */
export interface RegisterSummary {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly content:
    | { readonly kind: "jobs"; readonly state: RegisterState }
    | { readonly kind: "headings-missing"; readonly missing: readonly string[] }
    /** Its scheme is not known, or its points chart cannot be read; `corner` is the chart's first cell. */
    | { readonly kind: "no-scheme"; readonly problem: Problem; readonly corner: TableCorner | null }
    /** Being read for the first time, or its reading was cancelled. */
    | { readonly kind: "unread" };
}

/** `jobs` = complete + incomplete + invalid + not started; each job is counted once. Rows are counted from 0, on the sheet. */
export interface RegisterState {
  readonly scheme: Scheme;
  readonly jobs: number;
  readonly complete: number;
  readonly incomplete: Findings;
  readonly invalid: Findings;
  /** Jobs without a single level. */
  readonly notStarted: Findings;
  /** Complete jobs at most `NEAR_POINTS` from another band; null without bands. */
  readonly near: Findings | null;
  /** Complete jobs that match no profile, on levels; null for a scheme without built-in profiles. */
  readonly unmatched: Findings | null;
  /** Complete jobs by their band; null without bands. */
  readonly bands: BandCounts | null;
  /** Why the register's own grade table cannot be used. */
  readonly gradesProblem: Problem | null;
  /** Complete jobs by their best outcome, best first; null for a scheme without built-in profiles. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly findings: Findings }[] | null;
  readonly ids: IdFindings;
  readonly results: ResultState;
  /** Where a row is gone to. */
  readonly firstColumn: number;
  readonly hasIds: boolean;
  readonly idColumn: number | null;
  readonly leftOut: readonly LeftOut[];
  /** Rows of jobs whose label might be a total's. */
  readonly doubtful: readonly number[];
  readonly changes: readonly ColumnChange[];
  /** Jobs in hidden rows, which are not counted; null where all rows count. */
  readonly hidden: number | null;
}

export interface BandCounts {
  readonly rows: readonly { readonly band: Band; readonly findings: Findings }[];
  /** Complete jobs whose score is in no band. */
  readonly unbanded: Findings;
}

/** Rows whose id is another job's too, or missing; none where the register has no id column. */
export interface IdFindings {
  readonly missing: readonly number[];
  readonly shared: readonly { readonly id: string; readonly rows: readonly number[] }[];
}

/** Jobs of one kind; looked into only as far as they are shown. */
export interface Findings {
  readonly length: number;
  first(count: number): readonly JobFinding[];
}

export interface JobFinding {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  /** null unless the job is complete. */
  readonly score: number | null;
  readonly outcome: Outcome | null;
  readonly near: readonly NearBoundary[];
  /** The cells that keep the job from being complete, in the scheme's order. */
  readonly cells: readonly CellFinding[];
}

export interface CellFinding {
  readonly column: number;
  readonly factor: FactorName;
  /** null: no level yet. */
  readonly fault: LevelFault | null;
}

/** What is known of a register beside its rows. */
export interface RegisterAround {
  /** The row of the ledger's first row. */
  readonly firstRow: number;
  readonly factorColumns: readonly number[];
  /** null where the register has no column of ids. */
  readonly idColumn: number | null;
  readonly results: readonly ResultPlace[];
  /** By place among the columns of results, the rows whose cell holds a formula. */
  readonly computed: readonly (readonly Run[])[];
  readonly changes: readonly ColumnChange[];
  readonly bands: BandTable | null;
  readonly gradesProblem: Problem | null;
  readonly visibleOnly: boolean;
}

/** From this place on, the outcomes give a job no profile. */
const UNMATCHED = OUTCOMES.indexOf("Below band");

/** One pass over the rows. What a click would show is worked out when it is clicked. */
export function summarise(ledger: Ledger, around: RegisterAround): RegisterState {
  const { scheme } = ledger;
  const { firstRow, bands: table, visibleOnly } = around;
  const rows = ledger.list();
  const byState: [number[], number[], number[], number[]] = [[], [], [], []];
  const byOutcome: number[][] = OUTCOMES.map(() => []);
  const byBand: number[][] = (table?.bands ?? []).map(() => []);
  const [near, unbanded, unmatched, missing, doubtful]: [number[], number[], number[], number[], number[]] = [[], [], [], [], []];
  const shared = new Map<string, { readonly id: string; readonly rows: number[] }>();
  const leftOut: LeftOut[] = [];
  const placeOf = table === null ? null : bandPlaces(table);
  const nearOf = table === null ? null : nearTest(table);
  const results = checkResults(around.results, table, around.computed);
  let hidden = 0;
  rows.forEach((row, place) => {
    if (!isJob(row)) {
      if (row !== null) leftOut.push({ row: firstRow + place, why: row });
      return;
    }
    if (row.doubtful) doubtful.push(firstRow + place);
    // Ids and results are for the whole register, whichever of its rows are shown.
    results.note(row, firstRow + place);
    if (around.idColumn !== null) noteId(row, firstRow + place);
    if (visibleOnly && ledger.isHidden(place)) {
      hidden += 1;
      return;
    }
    byState[row.state as 0 | 1 | 2 | 3].push(place);
    if (row.state !== JobState.complete) return;
    if (row.outcome >= 0) {
      byOutcome[row.outcome]?.push(place);
      if (row.outcome >= UNMATCHED) unmatched.push(place);
    }
    if (placeOf === null || nearOf === null) return;
    (byBand[placeOf(row.score)] ?? unbanded).push(place);
    if (nearOf(row.score)) near.push(place);
  });

  function noteId(job: JobRecord, row: number): void {
    if (job.key === "") missing.push(row);
    if (!ledger.isShared(job)) return;
    const known = shared.get(job.key);
    if (known === undefined) shared.set(job.key, { id: job.id, rows: [row] });
    else known.rows.push(row);
  }

  const found = (places: readonly number[]): Findings => findings(scheme, rows, places, around);
  const [blank, complete, incomplete, invalid] = byState;
  const { matched } = ledger;
  return {
    scheme,
    jobs: blank.length + complete.length + incomplete.length + invalid.length,
    complete: complete.length,
    incomplete: found(incomplete),
    invalid: found(invalid),
    notStarted: found(blank),
    near: table === null ? null : found(near),
    unmatched: matched ? found(unmatched) : null,
    bands:
      table === null
        ? null
        : { rows: table.bands.map((band, place) => ({ band, findings: found(byBand[place] ?? []) })), unbanded: found(unbanded) },
    gradesProblem: around.gradesProblem,
    outcomes: matched ? OUTCOMES.map((outcome, code) => ({ outcome, findings: found(byOutcome[code] ?? []) })) : null,
    ids: { missing, shared: [...shared.values()].filter((entry) => entry.rows.length > 1) },
    results: results.state(),
    firstColumn: around.factorColumns[0] ?? 0,
    hasIds: around.idColumn !== null,
    idColumn: around.idColumn,
    leftOut,
    doubtful,
    changes: around.changes,
    hidden: visibleOnly ? hidden : null,
  };
}

/** Scores repeat: each is placed once. */
function bandPlaces(table: BandTable): (score: number) => number {
  return remembered((score) => {
    const placement = placeScore(table, score);
    return placement.kind === "in" ? placement.place : -1;
  });
}

const nearTest = (table: BandTable): ((score: number) => boolean) =>
  remembered((score) => nearBoundaries(table, score, NEAR_POINTS).length > 0);

function remembered<T extends number | boolean>(work: (score: number) => T): (score: number) => T {
  const known: (T | undefined)[] = [];
  return (score) => (known[score] ??= work(score));
}

function findings(
  scheme: Scheme,
  rows: readonly LedgerRow[],
  places: readonly number[],
  { firstRow, factorColumns, bands }: RegisterAround,
): Findings {
  const finding = (place: number): JobFinding[] => {
    const job = rows[place] ?? null;
    if (!isJob(job)) return [];
    const complete = job.state === JobState.complete;
    return [
      {
        row: firstRow + place,
        id: job.id,
        title: job.title,
        score: complete ? job.score : null,
        outcome: OUTCOMES[job.outcome] ?? null,
        near: complete && bands !== null ? nearBoundaries(bands, job.score, NEAR_POINTS) : [],
        cells: complete ? [] : cellsOf(scheme, job.levels, factorColumns),
      },
    ];
  };
  return { length: places.length, first: (count) => places.slice(0, count).flatMap(finding) };
}

function cellsOf(scheme: Scheme, levels: readonly Entry[], columns: readonly number[]): readonly CellFinding[] {
  const sheet = new JobSheet<Entry>(chartOf(scheme), [levels], (entry) => entry);
  return scheme.factors.flatMap((factor, place): CellFinding[] => {
    const reading = sheet.reading(0, place);
    if (reading.kind === "level") return [];
    return [{ column: columns[place] ?? 0, factor, fault: reading.kind === "fault" ? reading.fault : null }];
  });
}
