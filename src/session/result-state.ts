import { type Entry, isEntryError, numberOf, textOf } from "../domain/entry";
import { bandKey, type BandTable, placeScore } from "../domain/scheme/band";
import { JobState } from "../domain/scheme/chart";
import type { ResultPlace } from "../workbook/result-place";
import type { JobRecord } from "./ledger";

/** What is wrong with a register's results; rows and columns are counted from 0, on the sheet. */
export interface ResultState {
  /** Jobs with empty cells where other rows have a formula. */
  readonly missing: readonly ResultFinding<EmptyCell>[];
  /** Jobs with a score or a band that was typed and differs from what the levels make. */
  readonly differing: readonly ResultFinding<DifferingCell>[];
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
  readonly state: ResultState;
}

/** `computed`: whether a cell holds a formula, by its place among the columns of results and its row. */
export function checkResults(
  places: readonly ResultPlace[],
  bands: BandTable | null,
  computed: (place: number, row: number) => boolean,
): ResultCheck {
  const missing: ResultFinding<EmptyCell>[] = [];
  const differing: ResultFinding<DifferingCell>[] = [];
  const sources = places.map(({ from }) => places.findIndex(({ column }) => column === from));
  const labels = new Set(bands?.bands.map(({ label }) => bandKey(label)));
  const fills = ({ filled }: ResultPlace, row: number): boolean => filled !== null && row >= filled.row && row <= filled.last;

  /** What the levels make; undefined where a value says nothing against them. */
  const madeOf = (job: JobRecord, gives: "score" | "band", found: Entry): string | number | null | undefined => {
    if (job.state === JobState.blank || (gives === "band" && bands === null)) return undefined;
    if (job.state !== JobState.complete) {
      // A word may say why there is no result.
      const result = gives === "score" ? numberOf(found) !== null : labels.has(bandKey(textOf(found)));
      return result ? null : undefined;
    }
    if (gives === "score") return numberOf(found) === job.score ? undefined : job.score;
    const band = bandOfScore(bands!, job.score);
    return keyOf(found) === band.key ? undefined : band.label;
  };

  // Scores and bands repeat: each is looked into once.
  const banded: { readonly label: string | number | null; readonly key: string }[] = [];
  const bandOfScore = (table: BandTable, score: number): (typeof banded)[number] => {
    const known = banded[score];
    if (known !== undefined) return known;
    const placement = placeScore(table, score);
    const label = placement.kind === "in" ? placement.band.label : null;
    return (banded[score] = { label, key: label === null ? "no band" : bandKey(label) });
  };
  const keys = new Map<Entry, string>();
  const keyOf = (found: Entry): string => {
    const known = keys.get(found);
    if (known !== undefined) return known;
    const key = bandKey(textOf(found));
    keys.set(found, key);
    return key;
  };

  return {
    state: { missing, differing },
    note(job, row) {
      if (places.length === 0) return;
      const empty: EmptyCell[] = [];
      const other: DifferingCell[] = [];
      places.forEach((place, index) => {
        const { column, heading, gives, from, formula } = place;
        const found = job.results[index] ?? null;
        if (computed(index, row) || fills(place, row)) return;
        if (found === null || found === "") {
          if (formula !== null) empty.push({ column, heading, fillable: true });
          else if (place.filled !== null && from === column) empty.push({ column, heading, fillable: false });
          return;
        }
        // What spills over from a formula beside it was not typed; an error was not either.
        if (gives === null || isEntryError(found) || (from !== column && computed(sources[index] ?? -1, row))) return;
        const made = madeOf(job, gives, found);
        if (made !== undefined) other.push({ column, heading, found, gives, made });
      });
      const { id, title } = job;
      if (empty.length > 0) missing.push({ row, id, title, cells: empty });
      if (other.length > 0) differing.push({ row, id, title, cells: other });
    },
  };
}
