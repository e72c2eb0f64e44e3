import { type Entry, isBlank, numberOf } from "../domain/entry";
import { JobState } from "../domain/scheme/chart";
import { inSteps, type Steps } from "../domain/steps";
import { bandsOf, basisSheets } from "../workbook/basis";
import type { SheetChange } from "../workbook/change";
import type { Outcome } from "../workbook/failure";
import { listRegisters, type RegisterFrame } from "../workbook/register";
import { type ScoredJobs, type ScoredReading, type UnreadableWeights, type WeightName, weightNames } from "../workbook/scored-jobs";
import { inSlices } from "../workbook/slices";
import { isJob, type JobRecord, type Ledger } from "./ledger";
import { LiveRegister } from "./live-register";

/** The register that a what-if is drawn over: read once, then row by row as Excel tells of changes. */
export class ScoredRegister {
  private live: LiveRegister | null = null;
  /** What was made of the register as it was last read. */
  private made: { readonly frame: RegisterFrame; readonly sheetName: string; readonly reading: ScoredReading } | null = null;

  constructor(readonly sheetId: string) {}

  /** Whether something must be read. */
  get behind(): boolean {
    return this.live?.behind ?? true;
  }

  /** Everything is read again, whatever is known. */
  readAgain(): void {
    this.live?.readAgain();
  }

  changed(sheetId: string, changes: readonly SheetChange[]): void {
    for (const change of changes) this.live?.changed(sheetId, change);
  }

  /** Levels may come from formulas, and so may a grade table or a points chart. The register's own results say nothing new. */
  calculated(sheetId: string): void {
    if (sheetId === this.sheetId) this.live?.recalculated();
    else if (this.restsOn(sheetId)) this.live?.basisChanged();
  }

  deleted(sheetId: string): void {
    if (sheetId === this.sheetId) this.live = null;
    else if (this.restsOn(sheetId)) this.live?.basisChanged();
  }

  /** A grade table or a points chart that could not be used may be mended anywhere. */
  basisChanged(): void {
    this.live?.basisChanged();
  }

  private restsOn(sheetId: string): boolean {
    const frame = this.live?.known.frame ?? null;
    return frame !== null && basisSheets(frame.basis).includes(sheetId);
  }

  /** The same answer as before where nothing has changed. */
  async read(): Promise<Outcome<ScoredReading>> {
    const list = await listRegisters();
    if (!list.ok) return list;
    const own = list.value.registers.find(({ mapping }) => mapping.sheetId === this.sheetId);
    if (own === undefined) return this.gone();
    if (this.live === null) this.live = new LiveRegister(own.mapping, own.sheetName, { matched: false });
    else this.live.agree(own.mapping, own.sheetName);
    const { live } = this;
    while (live.behind) {
      this.made = null;
      const outcome = await live.update(false, () => undefined);
      if (!outcome.ok) return outcome;
      if (!outcome.value) return this.gone();
    }
    const { frame, ledger } = live.known;
    if (frame === null) return this.gone();
    // Nobody tells of a sheet that was renamed.
    const { sheetName } = own;
    if (this.made?.frame !== frame || this.made.sheetName !== sheetName) {
      const made = await inSlices(scoredReading({ sheetId: this.sheetId, sheetName }, frame, ledger), () => this.live === live);
      // Its sheet was deleted meanwhile.
      if (made === null) return this.gone();
      this.made = { frame, sheetName, reading: made.value };
    }
    return { ok: true, value: this.made.reading };
  }

  private gone(): Outcome<ScoredReading> {
    [this.live, this.made] = [null, null];
    return { ok: true, value: { kind: "no-register" } };
  }
}

function* scoredReading(
  sheet: Pick<ScoredJobs, "sheetId" | "sheetName">,
  frame: RegisterFrame,
  ledger: Ledger | null,
): Steps<ScoredReading> {
  const { basis, places } = frame;
  if (!basis.scheme.ok) return { kind: "no-scheme", problem: basis.scheme.problem };
  if (!places.found || ledger === null)
    return { kind: "headings-missing", sheetName: sheet.sheetName, missing: places.found ? [] : places.missing };
  const { headingRow, factors, columns, headings } = places;
  const jobs: JobRecord[] = [];
  const rows: number[] = [];
  const blanks: number[] = [];
  const inState = new Map<number, number>();
  // Rows that come or go meanwhile leave the list alone.
  const list = ledger.list();
  yield* inSteps(list.length, (from, end) => {
    for (let place = from; place < end; place++) {
      const row = list[place]!;
      if (!isJob(row)) continue;
      if (row.state === JobState.blank) blanks.push(jobs.length);
      inState.set(row.state, (inState.get(row.state) ?? 0) + 1);
      jobs.push(row);
      rows.push(headingRow + 1 + place);
    }
  });
  const unreadable: UnreadableWeights[] = [];
  const weights: Record<WeightName, Float64Array | null> = { headcount: null, fte: null, women: null, men: null };
  for (const [index, name] of weightNames.entries()) {
    const column = columns[name];
    if (column === undefined) continue;
    const reading = yield* readWeights(jobs, index);
    weights[name] = reading.numbers;
    if (reading.unreadable.length > 0)
      unreadable.push({ heading: headings[column - frame.column] ?? "", rows: reading.unreadable.map((job) => rows[job]!) });
  }
  const [ids, titles, scores] = [Array<string>(jobs.length), Array<string>(jobs.length), new Float64Array(jobs.length)];
  yield* inSteps(jobs.length, (from, end) => {
    for (let job = from; job < end; job++) {
      const { id, title, state, score } = jobs[job]!;
      ids[job] = id;
      titles[job] = title;
      scores[job] = state === JobState.complete ? score : NaN;
    }
  });
  return {
    kind: "jobs",
    jobs: {
      ...sheet,
      scheme: basis.scheme.value,
      rows: Int32Array.from(rows),
      ids,
      titles,
      scores,
      blanks,
      unscored: {
        blank: blanks.length,
        incomplete: inState.get(JobState.incomplete) ?? 0,
        invalid: inState.get(JobState.invalid) ?? 0,
      },
      weights,
      weightColumns: Object.fromEntries(weightNames.map((name) => [name, columns[name] ?? -1])) as Record<WeightName, number>,
      unreadable,
      factorColumns: factors,
      headingRow,
      chart: basis.chart?.address ?? null,
      bands: bandsOf(basis),
      bandsAddress: basis.grades?.address ?? null,
      bandsProblem: basis.grades === null || basis.grades.reading.ok ? null : basis.grades.reading.problem,
    },
  };
}

/** A blank is not known, and differs from a 0 that somebody typed; what is no number from 0 is not known either, and is told. */
function* readWeights(
  jobs: readonly JobRecord[],
  index: number,
): Steps<{ readonly numbers: Float64Array; readonly unreadable: readonly number[] }> {
  const unreadable: number[] = [];
  const numbers = new Float64Array(jobs.length).fill(NaN);
  yield* inSteps(jobs.length, (from, end) => {
    for (let job = from; job < end; job++) {
      const cell: Entry = jobs[job]!.weights[index] ?? null;
      if (cell !== 0 && isBlank(cell)) continue;
      const number = numberOf(cell);
      if (number !== null && number >= 0) numbers[job] = number;
      else unreadable.push(job);
    }
  });
  return { numbers, unreadable };
}
