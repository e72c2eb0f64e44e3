import { library } from "../data/library";
import type { Entry } from "../domain/entry";
import { matcherOf } from "../domain/profile/match";
import { type Chart, chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import type { Scheme } from "../domain/scheme/scheme";
import { idKey, type JobRow, type RegisterRow } from "../workbook/register";

/** A job as it was last read, with what its levels come to. */
export interface JobRecord {
  readonly id: string;
  /** What makes two ids one. */
  readonly key: string;
  readonly title: string;
  readonly levels: readonly Entry[];
  readonly weights: readonly Entry[];
  readonly results: readonly Entry[];
  /** Its label might be a total's. */
  readonly doubtful: boolean;
  /** One of `JobState`. */
  readonly state: number;
  /** Of no meaning unless the job is complete. */
  readonly score: number;
  /** Place among `OUTCOMES`; -1 where there is none. */
  readonly outcome: number;
}

export type LedgerRow = JobRecord | Exclude<RegisterRow, JobRow>;

/**
 * A register's rows below its headings, as the session knows them: each is judged once, when it is read. Rows that come in or go move the
 * others without a reading.
 */
export class Ledger {
  private readonly chart: Chart;
  /** Whether there are profiles to match its jobs against. */
  readonly matched: boolean;
  private rows: LedgerRow[] = [];
  private hidden: boolean[] = [];
  private readonly idCounts = new Map<string, number>();
  /** How many ids several jobs have, the missing one apart. */
  private sharedIds = 0;

  constructor(
    readonly scheme: Scheme,
    matched = true,
  ) {
    this.chart = chartOf(scheme);
    this.matched = matched && library.profiles.scheme === scheme;
  }

  get length(): number {
    return this.rows.length;
  }

  /** The rows as they are now; later changes leave this list alone. */
  list(): readonly LedgerRow[] {
    return this.rows.slice();
  }

  isJob(row: number): boolean {
    return isJob(this.rows[row] ?? null);
  }

  isHidden(row: number): boolean {
    return this.hidden[row] === true;
  }

  hide(hidden: (row: number) => boolean): void {
    this.hidden = this.rows.map((_, row) => hidden(row));
  }

  /** Whether another job has the same id. */
  isShared({ key }: JobRecord): boolean {
    return this.sharedIds > 0 && key !== "" && (this.idCounts.get(key) ?? 0) > 1;
  }

  /** Takes in what was read from a row on. */
  put(from: number, rows: readonly RegisterRow[]): void {
    while (this.rows.length < from) this.rows.push(null);
    this.judge(rows).forEach((row, index) => {
      const place = from + index;
      this.count(this.rows[place] ?? null, -1);
      this.rows[place] = row;
      this.count(row, 1);
    });
    this.trim();
  }

  insert(at: number, count: number): void {
    if (at >= this.rows.length) return;
    this.rows = [...this.rows.slice(0, at), ...Array<LedgerRow>(count).fill(null), ...this.rows.slice(at)];
    this.hidden = [...this.hidden.slice(0, at), ...Array<boolean>(count).fill(false), ...this.hidden.slice(at)];
  }

  remove(at: number, count: number): void {
    for (const row of this.rows.slice(at, at + count)) this.count(row, -1);
    this.rows = [...this.rows.slice(0, at), ...this.rows.slice(at + count)];
    this.hidden = [...this.hidden.slice(0, at), ...this.hidden.slice(at + count)];
    this.trim();
  }

  private judge(rows: readonly RegisterRow[]): readonly LedgerRow[] {
    const jobs = rows.filter(isRow);
    const sheet = new JobSheet<Entry>(
      this.chart,
      jobs.map(({ levels }) => levels),
      (entry) => entry,
    );
    const fits = this.matched ? matcherOf(library.profiles).bestFits(sheet) : null;
    let job = -1;
    return rows.map((row): LedgerRow => {
      if (!isRow(row)) return row;
      job += 1;
      const state = sheet.states[job] ?? JobState.blank;
      const outcome = fits !== null && (fits.best[job] ?? -1) >= 0 ? (fits.outcomes[job] ?? -1) : -1;
      // Spelt out, since records of one make are passed over several times faster.
      const { id, title, levels, weights, results, doubtful } = row;
      return { id, key: idKey(id), title, levels, weights, results, doubtful, state, score: sheet.scores[job] ?? 0, outcome };
    });
  }

  private count(row: LedgerRow, by: 1 | -1): void {
    if (!isJob(row)) return;
    const before = this.idCounts.get(row.key) ?? 0;
    const after = before + by;
    if (row.key !== "") this.sharedIds += Number(after > 1) - Number(before > 1);
    if (after === 0) this.idCounts.delete(row.key);
    else this.idCounts.set(row.key, after);
  }

  /** Blank rows below the last are no part of the register. */
  private trim(): void {
    let end = this.rows.length;
    while (end > 0 && this.rows[end - 1] === null) end--;
    this.rows.length = end;
    this.hidden.length = Math.min(this.hidden.length, end);
  }
}

export const isJob = (row: LedgerRow): row is JobRecord => typeof row === "object" && row !== null;
const isRow = (row: RegisterRow): row is JobRow => typeof row === "object" && row !== null;
