import type { ColumnName } from "../data/register/heading";
import type { Problem } from "../domain/problem";
import type { BandTable } from "../domain/scheme/band";
import type { Scheme } from "../domain/scheme/scheme";

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
export const weightNames = ["headcount", "fte", "women", "men"] as const satisfies readonly ColumnName[];
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
