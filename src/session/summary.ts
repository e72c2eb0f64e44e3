import { library, schemeNamed } from "../data/library";
import { matcherOf, OUTCOMES, type Outcome } from "../domain/profile/match";
import { chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Entry } from "../domain/entry";
import type { LevelFault } from "../domain/scheme/level";
import type { FactorName, Scheme } from "../domain/scheme/scheme";
import type { JobRow, JobsReading, RegisterReading } from "../workbook/register";

/** A register at a glance. */
export interface RegisterSummary {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly content:
    | { readonly kind: "jobs"; readonly state: RegisterState }
    | { readonly kind: "headings-missing"; readonly missing: readonly string[] }
    | { readonly kind: "unknown-scheme"; readonly scheme: string };
}

/** `jobs` = complete + incomplete + invalid + not started; each job is counted once. */
export interface RegisterState {
  readonly scheme: Scheme;
  readonly jobs: number;
  readonly complete: number;
  readonly incomplete: readonly JobFinding[];
  readonly invalid: readonly JobFinding[];
  /** Jobs without a single level. */
  readonly notStarted: readonly JobFinding[];
  readonly ids: IdFindings;
  /** Where a row is gone to. */
  readonly firstColumn: number;
  readonly leftOut: JobsReading["leftOut"];
  readonly changes: JobsReading["changes"];
  /** Complete jobs by their best outcome, best first; null for a scheme without built-in profiles. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly jobs: number }[] | null;
}

/** Rows, counted from 0 on the sheet, whose id is another job's too, or missing; none where the register has no id column. */
export interface IdFindings {
  readonly missing: readonly number[];
  readonly shared: readonly { readonly id: string; readonly rows: readonly number[] }[];
}

export interface JobFinding {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly cells: readonly CellFinding[];
}

export interface CellFinding {
  readonly column: number;
  readonly factor: FactorName;
  /** null: no level yet. */
  readonly fault: LevelFault | null;
}

export function summarise({ sheetId, sheetName, scheme: name, content }: RegisterReading): RegisterSummary {
  if (content.kind === "headings-missing") return { sheetId, sheetName, content };
  const scheme = schemeNamed(name);
  if (scheme?.factors.length !== content.factorColumns.length) {
    return { sheetId, sheetName, content: { kind: "unknown-scheme", scheme: name } };
  }
  return { sheetId, sheetName, content: { kind: "jobs", state: stateOf(scheme, content) } };
}

function stateOf(scheme: Scheme, { jobs, factorColumns: columns, hasIds, leftOut, changes }: JobsReading): RegisterState {
  const sheet = new JobSheet<Entry>(
    chartOf(scheme),
    jobs.map((job) => job.levels),
    (entry) => entry,
  );
  const inState = (state: number): readonly JobFinding[] =>
    jobs.flatMap(({ row, id, title }, index) =>
      sheet.states[index] === state ? [{ row, id, title, cells: cellsOf(sheet, index, columns) }] : [],
    );
  const notStarted = inState(JobState.blank);
  const incomplete = inState(JobState.incomplete);
  const invalid = inState(JobState.invalid);
  return {
    scheme,
    jobs: jobs.length,
    complete: jobs.length - notStarted.length - incomplete.length - invalid.length,
    incomplete,
    invalid,
    notStarted,
    ids: hasIds ? idsOf(jobs) : { missing: [], shared: [] },
    firstColumn: columns[0] ?? 0,
    leftOut,
    changes,
    outcomes: outcomesOf(scheme, sheet),
  };
}

/** Ids differ by more than case and outer spaces. */
function idsOf(jobs: readonly JobRow[]): IdFindings {
  const rows = new Map<string, { readonly id: string; readonly rows: number[] }>();
  for (const { id, row } of jobs) {
    const key = id.toLowerCase();
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { id, rows: [row] });
    else known.rows.push(row);
  }
  const missing = rows.get("")?.rows ?? [];
  return { missing, shared: [...rows.values()].filter((entry) => entry.id !== "" && entry.rows.length > 1) };
}

/** The cells that keep a job from being complete, in the scheme's order. */
function cellsOf(sheet: JobSheet, job: number, columns: readonly number[]): readonly CellFinding[] {
  return sheet.chart.scheme.factors.flatMap((factor, place): CellFinding[] => {
    const reading = sheet.reading(job, place);
    if (reading.kind === "level") return [];
    return [{ column: columns[place] ?? 0, factor, fault: reading.kind === "fault" ? reading.fault : null }];
  });
}

function outcomesOf(scheme: Scheme, sheet: JobSheet): RegisterState["outcomes"] {
  if (library.profiles.scheme !== scheme) return null;
  const fits = matcherOf(library.profiles).bestFits(sheet);
  const counts = OUTCOMES.map(() => 0);
  for (let job = 0; job < sheet.count; job++) {
    const code = fits.outcomes[job] ?? 0;
    if ((fits.best[job] ?? -1) >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  return OUTCOMES.map((outcome, code) => ({ outcome, jobs: counts[code] ?? 0 }));
}
