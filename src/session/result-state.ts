import { type Entry, isEntryError, numberOf, textOf } from "../domain/entry";
import { bandKey, type BandTable, placeScore } from "../domain/scheme/band";
import { JobState } from "../domain/scheme/chart";
import type { ResultPlace } from "../workbook/result-place";
import { remembering } from "../workbook/adoption/memory";
import type { Run } from "../workbook/register";
import type { JobRecord } from "./ledger";
import { holdsRow } from "./row-runs";

/** What is wrong with a register's results; rows and columns are counted from 0, on the sheet. */
export interface ResultState {
  /** Jobs with empty cells where other rows have a formula. */
  readonly missing: ResultFindings<EmptyCell>;
  /** Whether any of these cells can be given the formula of the other rows. */
  readonly fillable: boolean;
  /** The headings of columns that one formula fills, but not down to all jobs. */
  readonly unreached: readonly string[];
  /** Jobs with a score or a band that was typed and differs from what the levels make. */
  readonly differing: ResultFindings<DifferingCell>;
}

/** Jobs of one kind; looked into only as far as they are shown. */
export interface ResultFindings<C> {
  readonly length: number;
  first(count: number): readonly ResultFinding<C>[];
}

export interface ResultFinding<C> {
  readonly row: number;
  readonly id: string;
  readonly title: string;
  readonly cells: readonly C[];
}

export interface EmptyCell {
  readonly column: number;
  readonly heading: string;
  /** Whether each row has its own formula there; else one formula fills the rows, and does not reach this one. */
  readonly fillable: boolean;
}

export interface DifferingCell {
  readonly column: number;
  readonly heading: string;
  readonly found: Entry;
  readonly gives: "score" | "band";
  /** null: the levels make none. */
  readonly made: string | number | null;
}

/** Collects what is found, job by job. */
export interface ResultCheck {
  note(job: JobRecord, row: number): void;
  state(): ResultState;
}

/** `computed`: by place among the columns of results, the rows whose cell holds a formula. */
export function checkResults(places: readonly ResultPlace[], bands: BandTable | null, computed: readonly (readonly Run[])[]): ResultCheck {
  const sources = places.map(({ from }) => places.findIndex(({ column }) => column === from));
  const labels = new Set(bands?.bands.map(({ label }) => bandKey(label)));
  const isComputed = (index: number, row: number): boolean => holdsRow(computed[index] ?? [], row);
  const fills = ({ filled }: ResultPlace, row: number): boolean => filled !== null && row >= filled.row && row <= filled.last;

  // Scores and bands repeat: each is looked into once.
  const bandOf = remembering((score: number) => {
    const placement = placeScore(bands!, score);
    const label = placement.kind === "in" ? placement.band.label : null;
    return { label, key: label === null ? "no band" : bandKey(label) };
  });
  const keyOf = remembering((found: Entry) => bandKey(textOf(found)));

  /** What the levels make; undefined where a value says nothing against them. */
  const madeOf = (job: JobRecord, gives: "score" | "band", found: Entry): string | number | null | undefined => {
    if (job.state === JobState.blank || (gives === "band" && bands === null)) return undefined;
    if (job.state !== JobState.complete) {
      // A word may say why there is no result.
      const result = gives === "score" ? numberOf(found) !== null : labels.has(keyOf(found));
      return result ? null : undefined;
    }
    if (gives === "score") return numberOf(found) === job.score ? undefined : job.score;
    const band = bandOf(job.score);
    return keyOf(found) === band.key ? undefined : band.label;
  };

  const isEmpty = (found: Entry): boolean => found === null || found === "";
  const emptyAt = (index: number, found: Entry, row: number): EmptyCell | null => {
    const place = places[index]!;
    const { column, heading, from, formula, filled } = place;
    if (!isEmpty(found) || isComputed(index, row) || fills(place, row)) return null;
    if (formula !== null) return { column, heading, fillable: true };
    return filled !== null && from === column ? { column, heading, fillable: false } : null;
  };
  const differingAt = (index: number, found: Entry, row: number, job: JobRecord): DifferingCell | null => {
    const place = places[index]!;
    const { column, heading, gives, from } = place;
    if (gives === null || isEmpty(found) || isEntryError(found) || isComputed(index, row) || fills(place, row)) return null;
    // What spills over from a formula beside it was not typed.
    if (from !== column && isComputed(sources[index] ?? -1, row)) return null;
    const made = madeOf(job, gives, found);
    return made === undefined ? null : { column, heading, found, gives, made };
  };

  const missing = new Found((job, row) => places.flatMap((_, index) => emptyAt(index, job.results[index] ?? null, row) ?? []));
  const differing = new Found((job, row) => places.flatMap((_, index) => differingAt(index, job.results[index] ?? null, row, job) ?? []));
  const unreached = new Set<string>();
  let fillable = false;

  return {
    note(job, row) {
      let [lacks, differs] = [false, false];
      for (let index = 0; index < places.length; index++) {
        const found = job.results[index] ?? null;
        const empty = emptyAt(index, found, row);
        if (empty !== null) {
          lacks = true;
          if (empty.fillable) fillable = true;
          else unreached.add(empty.heading);
        } else differs ||= differingAt(index, found, row, job) !== null;
      }
      if (lacks) missing.add(job, row);
      if (differs) differing.add(job, row);
    },
    state: () => ({ missing, fillable, unreached: [...unreached], differing }),
  };
}

/** Jobs with their rows; their cells are looked for again where they are shown. */
class Found<C> implements ResultFindings<C> {
  private readonly jobs: JobRecord[] = [];
  private readonly rows: number[] = [];

  constructor(private readonly cellsOf: (job: JobRecord, row: number) => readonly C[]) {}

  get length(): number {
    return this.jobs.length;
  }

  add(job: JobRecord, row: number): void {
    this.jobs.push(job);
    this.rows.push(row);
  }

  first(count: number): readonly ResultFinding<C>[] {
    return this.jobs.slice(0, count).map((job, place) => {
      const row = this.rows[place]!;
      return { row, id: job.id, title: job.title, cells: this.cellsOf(job, row) };
    });
  }
}
