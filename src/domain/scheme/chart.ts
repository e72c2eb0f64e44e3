import type { Entry } from "../entry";
import type { Problem } from "../problem";
import { type LevelFault, type LevelReading, readLevel } from "./level";
import { factorAt, type FactorName, type Scheme } from "./scheme";

/** Incomplete, invalid and complete are different answers; a job without any level is none of them. */
export const JobState = { blank: 0, complete: 1, incomplete: 2, invalid: 3 } as const;

/** A cell of a host, turned into an entry where it is neither a number nor a text. */
export type EntryOf<Cell> = (cell: Cell) => Entry;

const MOST_TEXTS = 4096;

/**
 * A scheme made ready for many jobs: points in one flat array, and each text read once.
 * A level is kept as its number; 0 stands for none yet, -1 for one that cannot be.
 */
export class Chart {
  readonly factorCount: number;
  readonly stride: number;
  /** Points of factor f (from 0) at level l: `points[f * stride + l]`. */
  readonly points: Float64Array;
  readonly levelCounts: Int16Array;
  /** Whether all points are whole numbers; else sums are freed from the dust of binary fractions. */
  readonly whole: boolean;
  private readonly levelsByText: readonly Map<string, number>[];

  constructor(readonly scheme: Scheme) {
    this.factorCount = scheme.factors.length;
    this.stride = scheme.factors.reduce((most, factor) => Math.max(most, factor.levels.length), 0) + 1;
    this.points = new Float64Array(this.factorCount * this.stride);
    this.levelCounts = Int16Array.from(scheme.factors, (factor) => factor.levels.length);
    this.whole = scheme.factors.every((factor) => factor.levels.every((level) => Number.isInteger(level.points)));
    this.levelsByText = scheme.factors.map(() => new Map<string, number>());
    scheme.factors.forEach((factor, place) =>
      factor.levels.forEach((level, index) => (this.points[place * this.stride + index + 1] = level.points)),
    );
  }

  /** The level an entry gives one factor, with its letters, or why it gives none. */
  read(place: number, entry: Entry): LevelReading {
    return readLevel(factorAt(this.scheme, place), entry);
  }

  levelOfText(place: number, text: string): number {
    return this.levelsByText[place]?.get(text) ?? this.learn(place, text);
  }

  levelOfEntry(place: number, entry: Entry): number {
    const reading = this.read(place, entry);
    return reading.kind === "level" ? reading.level : reading.kind === "blank" ? 0 : -1;
  }

  private learn(place: number, text: string): number {
    const level = this.levelOfEntry(place, text);
    const levels = this.levelsByText[place];
    if (levels !== undefined) {
      if (levels.size >= MOST_TEXTS) levels.clear();
      levels.set(text, level);
    }
    return level;
  }
}

const charts = new WeakMap<Scheme, Chart>();

/** The chart of a scheme, made once. */
export function chartOf(scheme: Scheme): Chart {
  const known = charts.get(scheme);
  if (known !== undefined) return known;
  const chart = new Chart(scheme);
  charts.set(scheme, chart);
  return chart;
}

/** The levels of many jobs, read once: states, levels and scores in flat arrays, reasons only when they are asked for. */
export class JobSheet<Cell = Entry> {
  readonly count: number;
  readonly states: Uint8Array;
  /** Level of job j at factor f: `levels[j * factorCount + f]`. */
  readonly levels: Int16Array;
  /** The total points; of no meaning unless the job is complete. */
  readonly scores: Float64Array;

  /** `jobs`: a job an item, in it an entry a factor. */
  constructor(
    readonly chart: Chart,
    private readonly jobs: readonly (readonly Cell[])[],
    private readonly entryOf: EntryOf<Cell>,
  ) {
    this.count = jobs.length;
    this.states = new Uint8Array(this.count);
    this.levels = new Int16Array(this.count * chart.factorCount);
    this.scores = new Float64Array(this.count);
    this.readAll();
  }

  entry(job: number, place: number): Entry {
    const cell = this.jobs[job]?.[place];
    return cell === undefined ? null : this.entryOf(cell);
  }

  reading(job: number, place: number): LevelReading {
    return this.chart.read(place, this.entry(job, place));
  }

  points(job: number, place: number): number {
    const level = this.levels[job * this.chart.factorCount + place] ?? 0;
    return level > 0 ? (this.chart.points[place * this.chart.stride + level] ?? 0) : 0;
  }

  /** Why a job has no score; null for a complete job and for a blank one. */
  problem(job: number): Problem | null {
    const state = this.states[job];
    if (state !== JobState.incomplete && state !== JobState.invalid) return null;
    const missing: FactorName[] = [];
    const faults: { readonly factor: FactorName; readonly fault: LevelFault }[] = [];
    this.chart.scheme.factors.forEach((factor, place) => {
      const reading = this.reading(job, place);
      if (reading.kind === "blank") missing.push(factor);
      if (reading.kind === "fault") faults.push({ factor, fault: reading.fault });
    });
    return faults.length === 0 ? { kind: "job-incomplete", missing } : { kind: "job-invalid", faults, missing };
  }

  private readAll(): void {
    const { chart, jobs, entryOf, levels, states, scores } = this;
    const { factorCount, stride, points, levelCounts } = chart;
    for (let job = 0; job < jobs.length; job++) {
      const cells = jobs[job]!;
      const base = job * factorCount;
      let blanks = 0;
      let faults = 0;
      let score = 0;
      for (let place = 0; place < factorCount; place++) {
        const cell = cells[place] as Cell;
        let level: number;
        if (typeof cell === "number") {
          if (cell >= 1 && cell <= levelCounts[place]! && (cell | 0) === cell) level = cell;
          else level = cell === 0 ? 0 : -1;
        } else if (typeof cell === "string") level = chart.levelOfText(place, cell);
        else level = chart.levelOfEntry(place, entryOf(cell));
        if (level > 0) score += points[place * stride + level]!;
        else if (level === 0) blanks++;
        else faults++;
        levels[base + place] = level;
      }
      scores[job] = chart.whole ? score : Math.round(score * 1e9) / 1e9;
      states[job] =
        faults > 0 ? JobState.invalid : blanks === 0 ? JobState.complete : blanks === factorCount ? JobState.blank : JobState.incomplete;
    }
  }
}
