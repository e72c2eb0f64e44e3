import type { Scheme } from "../domain/scheme/scheme";
import { bandsOf, basisSheets, schemeOf } from "../workbook/basis";
import type { Progress } from "../workbook/cell-parts";
import type { SheetChange } from "../workbook/change";
import type { Outcome } from "../workbook/failure";
import type { RegisterMapping } from "../workbook/mapping";
import { formulaRows, locateRegister, readRows, type RegisterFrame, type Run, shownRows, tellingColumns } from "../workbook/register";
import type { ResultPlace } from "../workbook/result-place";
import { Ledger } from "./ledger";
import { RowRuns } from "./row-runs";
import { type RegisterSummary, summarise } from "./summary";

/** More rows than this are not looked at one by one. */
const MOST_SINGLE = 200;

/** A change of rows may be told after rows were read that it had moved already. */
const LATE_MS = 1500;

type Places = Extract<RegisterFrame["places"], { found: true }>;

/**
 * One register, kept up to date from what Excel tells of its sheet: rows that were edited are read again, rows that moved are moved, and
 * the whole is read only where the columns are others than before.
 */
export class LiveRegister {
  private ledger: Ledger | null = null;
  private frame: RegisterFrame | null = null;
  /** Where the columns should be by now, if they only moved. */
  private expected: { headingRow: number; telling: readonly number[] } | null = null;
  private readonly dirty = new RowRuns();
  private readonly calculated = new RowRuns();
  /** Rows with a formula, for each column of results. */
  private computed: readonly RowRuns[] = [];
  /** Rows that are being read. */
  private readonly inFlight = new RowRuns();
  private whole = true;
  private relocate = true;
  private visibility = true;
  private cancelled = false;
  private lastRead: { readonly runs: readonly Run[]; readonly at: number } | null = null;
  private moves = 0;

  /** `matched`: whether its jobs are to be held against the profiles, and its columns of results looked into, too. */
  constructor(
    private mapping: RegisterMapping,
    private sheetName: string,
    private readonly wanted: { readonly matched: boolean } = { matched: true },
    private readonly now: () => number = () => Date.now(),
  ) {}

  get sheetId(): string {
    return this.mapping.sheetId;
  }

  /** Whether something must be read before the summary is right. */
  get behind(): boolean {
    return !this.cancelled && (this.whole || this.relocate || this.visibility || this.dirty.runs.length > 0);
  }

  get hasFormulas(): boolean {
    return this.calculated.runs.length > 0;
  }

  /** As it was last read; no ledger where there was nothing to read, or not yet. */
  get known(): { readonly frame: RegisterFrame | null; readonly ledger: Ledger | null } {
    return { frame: this.frame, ledger: this.ledger };
  }

  /** The settings, or the sheet's name, may have changed. */
  agree(mapping: RegisterMapping, sheetName: string): void {
    this.sheetName = sheetName;
    const { bands, chart, ...columns } = mapping;
    const { bands: bandsBefore, chart: chartBefore, ...columnsBefore } = this.mapping;
    this.mapping = mapping;
    if (JSON.stringify(columns) !== JSON.stringify(columnsBefore)) this.readAgain();
    else if (JSON.stringify([bands, chart]) !== JSON.stringify([bandsBefore, chartBefore])) this.relocate = true;
  }

  readAgain(): void {
    this.whole = true;
    this.cancelled = false;
  }

  /** What it is judged by may say something else. */
  basisChanged(): void {
    this.relocate = true;
  }

  cancel(): void {
    this.cancelled = true;
  }

  /** Which rows are shown is asked anew. */
  rowsHidden(): void {
    this.visibility = true;
  }

  /** Formulas have come to something else: the levels that come from formulas are read again. */
  recalculated(): void {
    for (const { from, count } of this.calculated.runs) this.dirty.add(from, count);
  }

  changed(sheetId: string, change: SheetChange): void {
    if (this.frame !== null && basisSheets(this.frame.basis).includes(sheetId)) this.relocate = true;
    if (sheetId !== this.sheetId) return;
    // The whole is about to be read; where its columns stand may be known already.
    if (this.whole) return void (this.relocate = true);
    const { frame, expected } = this;
    if (change.kind === "unknown" || frame === null || expected === null || !frame.places.found) return this.readAgain();
    if (change.kind === "edited") this.edited(change.area, frame, expected);
    else this.moved(change, frame, expected);
  }

  private edited(
    { row, rows, column, columns }: Extract<SheetChange, { kind: "edited" }>["area"],
    frame: RegisterFrame,
    { headingRow, telling }: NonNullable<LiveRegister["expected"]>,
  ): void {
    const first = headingRow + 1;
    if (row < first || column < frame.column || column + columns > frame.column + frame.columns) this.relocate = true;
    const [from, end] = [Math.max(row, first), row + rows];
    if (end <= from) return;
    // What a column of results holds may be another formula by now.
    if (frame.results.some((place) => place.column >= column && place.column < column + columns)) this.relocate = true;
    if (telling.some((own) => own >= column && own < column + columns)) return this.dirty.add(from, end - from);
    // Notes and results beside a job do not change it; beside other rows they may.
    const last = Math.max(from, Math.min(end, first + (this.ledger?.length ?? 0)));
    const others = Array.from({ length: last - from }, (_, index) => from + index).filter(
      (place) => this.ledger?.isJob(place - first) !== true,
    );
    if (others.length > MOST_SINGLE) this.dirty.add(from, end - from);
    else others.forEach((place) => this.dirty.add(place, 1));
    this.dirty.add(last, end - last);
  }

  private moved(
    { area, by, way }: Extract<SheetChange, { kind: "moved" }>,
    frame: RegisterFrame,
    expected: NonNullable<LiveRegister["expected"]>,
  ): void {
    this.moves += 1;
    this.suspectLastRead();
    const first = expected.headingRow + 1;
    const sign = way === "in" ? 1 : -1;
    if (by === "columns") {
      this.relocate = true;
      expected.telling = expected.telling.flatMap((own) => {
        if (own < area.column) return [own];
        return way === "out" && own < area.column + area.columns ? [] : [own + sign * area.columns];
      });
      return;
    }
    const across = area.column <= frame.column && area.column + area.columns >= frame.column + frame.columns;
    if (by === "cells" && !across) {
      // Only some cells of the rows have moved, down or across: all from here on may differ.
      this.relocate = true;
      this.dirty.add(Math.max(area.row, first), frame.end + area.rows);
      return;
    }
    this.visibility = true;
    // A formula that fills rows reaches further, or less far.
    if (frame.results.some(({ filled }) => filled !== null)) this.relocate = true;
    this.frame = { ...frame, end: Math.max(first, frame.end + sign * area.rows) };
    if (area.row < first) {
      this.relocate = true;
      const above = way === "in" ? area.rows : Math.min(area.rows, first - area.row);
      expected.headingRow += sign * above;
      this.shift(area.row, area.rows, way);
      if (way === "out" && area.row + area.rows > first) this.ledger?.remove(0, area.row + area.rows - first);
      return;
    }
    this.shift(area.row, area.rows, way);
    if (way === "in") {
      this.ledger?.insert(area.row - first, area.rows);
      this.dirty.add(area.row, area.rows);
    } else this.ledger?.remove(area.row - first, area.rows);
  }

  private shift(row: number, rows: number, way: "in" | "out"): void {
    for (const runs of [this.dirty, this.calculated, this.inFlight, ...this.computed]) {
      if (way === "in") runs.insert(row, rows);
      else runs.remove(row, rows);
    }
  }

  /** Rows read just before may have been read where they stand now, or where they stood before: both are read again. */
  private suspectLastRead(): void {
    if (this.lastRead === null || this.now() - this.lastRead.at > LATE_MS) return;
    const { runs } = this.lastRead;
    for (const { from, count } of runs) this.dirty.add(from, count);
    queueMicrotask(() => runs.forEach(({ from, count }) => this.dirty.add(from, count)));
  }

  /** Reads what must be read; false where the sheet is gone. */
  async update(visibleOnly: boolean, tell: (progress: Progress) => void): Promise<Outcome<boolean>> {
    if (this.whole || this.relocate) {
      const located = await this.locate();
      if (!located.ok || !located.value) return located;
    }
    const { frame } = this;
    if (!frame?.places.found) return this.nothingToRead();
    const read = this.whole ? await this.readWhole(frame, tell) : await this.readDirty(frame);
    if (!read.ok) return read;
    if (this.ledger === null && !this.whole) return this.nothingToRead();
    if (visibleOnly && this.visibility) {
      const first = frame.places.headingRow + 1;
      this.visibility = false;
      const shown = await shownRows(this.sheetId, frame, first);
      if (!shown.ok) return shown;
      this.ledger?.hide((row) => !shown.value.has(first + row));
    } else if (!visibleOnly) this.visibility = false;
    return { ok: true, value: true };
  }

  /** Without its headings, or without its scheme, no row of a register can be behind. */
  private nothingToRead(): Outcome<boolean> {
    for (const runs of [this.dirty, this.calculated, ...this.computed]) runs.take(0, 0);
    this.visibility = false;
    return { ok: true, value: true };
  }

  private async locate(): Promise<Outcome<boolean>> {
    const { expected } = this;
    const before = shapeOf(this.frame?.results ?? []);
    this.relocate = false;
    const located = await locateRegister(this.mapping, this.wanted.matched);
    if (!located.ok) {
      this.relocate = true;
      return located;
    }
    if (located.value === null) return { ok: true, value: false };
    const frame = located.value;
    this.frame = frame;
    this.sheetName = frame.sheetName;
    const telling = tellingColumns(frame);
    const same =
      frame.places.found &&
      expected?.headingRow === frame.places.headingRow &&
      String(expected.telling) === String(telling) &&
      before === shapeOf(frame.results) &&
      this.ledger !== null &&
      // Where the points chart of one's own says something else, every job is judged again.
      this.ledger.scheme === schemeOf(frame.basis);
    if (!same) this.whole = true;
    this.expected = frame.places.found ? { headingRow: frame.places.headingRow, telling } : null;
    // Without its headings a register has no rows; they are looked for again with every change.
    if (!frame.places.found) {
      this.ledger = null;
      this.whole = false;
      this.dirty.take(0, 0);
    }
    return { ok: true, value: true };
  }

  private get scheme(): Scheme | null {
    return this.frame === null ? null : schemeOf(this.frame.basis);
  }

  private async readWhole(frame: RegisterFrame, tell: (progress: Progress) => void): Promise<Outcome<void>> {
    const { scheme } = this;
    if (scheme === null || !frame.places.found) {
      this.whole = false;
      this.ledger = null;
      return { ok: true, value: undefined };
    }
    const first = frame.places.headingRow + 1;
    const ledger = new Ledger(scheme, this.wanted.matched);
    const movesBefore = this.moves;
    // From now on changes are noted beside what is being read.
    this.whole = false;
    this.ledger = ledger;
    this.dirty.take(0, 0);
    this.computed = frame.results.map(() => new RowRuns());
    const of = Math.max(0, frame.end - first);
    const read = await readRows(
      this.sheetId,
      frame,
      { from: first, count: of },
      ({ from, rows }) => {
        ledger.put(from - first, rows);
        tell({ sheetName: this.sheetName, done: from + rows.length - first, of });
      },
      () => !this.cancelled && this.moves === movesBefore,
    );
    // Rows that moved meanwhile were read in two places, or in none.
    if (!read.ok || this.moves !== movesBefore || this.cancelled) this.whole = true;
    if (this.whole) this.ledger = null;
    if (!read.ok || this.whole) return read;
    this.visibility = true;
    this.lastRead = { runs: [{ from: first, count: of }], at: this.now() };
    return this.findCalculated(frame, [{ from: first, count: of }]);
  }

  private async readDirty(frame: RegisterFrame): Promise<Outcome<void>> {
    const { ledger } = this;
    if (ledger === null || !frame.places.found) return { ok: true, value: undefined };
    const first = frame.places.headingRow + 1;
    // Rows below everything that was known may have come to hold something.
    const known = Math.max(frame.end, first + ledger.length);
    const beyond = this.dirty.runs.some(({ from, count }) => from + count > known);
    if (beyond) {
      const located = await this.locate();
      if (!located.ok) return located;
      if (this.whole || this.frame === null) return { ok: true, value: undefined };
      return this.readRuns(this.frame, ledger);
    }
    return this.readRuns(frame, ledger);
  }

  private async readRuns(frame: RegisterFrame, ledger: Ledger): Promise<Outcome<void>> {
    if (!frame.places.found) return { ok: true, value: undefined };
    const first = frame.places.headingRow + 1;
    const end = Math.max(frame.end, first + ledger.length);
    const runs = this.dirty.take(first, end);
    if (runs.length === 0) return { ok: true, value: undefined };
    const movesBefore = this.moves;
    for (const { from, count } of runs) this.inFlight.add(from, count);
    for (const run of runs) {
      const parts: { from: number; rows: Parameters<Ledger["put"]>[1] }[] = [];
      const read = await readRows(this.sheetId, { ...frame, end: Math.max(frame.end, end) }, run, (part) => void parts.push(part));
      if (!read.ok || this.moves !== movesBefore) {
        // Where they stand by now, and where they stood.
        for (const { from, count } of [...runs, ...this.inFlight.take(0, Infinity)]) this.dirty.add(from, count);
        return read;
      }
      for (const { from, rows } of parts) ledger.put(from - first, rows);
    }
    this.inFlight.take(0, 0);
    this.lastRead = { runs, at: this.now() };
    return this.findCalculated(frame, runs);
  }

  private async findCalculated(frame: RegisterFrame, read: readonly Run[]): Promise<Outcome<void>> {
    const found = await formulaRows(
      this.sheetId,
      frame,
      read.filter(({ count }) => count > 0),
    );
    if (!found.ok) return found;
    for (const { from, count } of read) this.calculated.without(from, count);
    this.calculated.addAll(found.value.telling);
    found.value.results.forEach((runs, place) => {
      const known = this.computed[place];
      for (const { from, count } of read) known?.without(from, count);
      known?.addAll(runs);
    });
    return { ok: true, value: undefined };
  }

  summary(visibleOnly: boolean): RegisterSummary {
    const { sheetId, sheetName, frame, ledger } = this;
    const start = { sheetId, sheetName };
    if (frame !== null && !frame.places.found) {
      return { ...start, content: { kind: "headings-missing", missing: frame.places.missing } };
    }
    if (frame !== null && !frame.basis.scheme.ok) {
      return { ...start, content: { kind: "no-scheme", problem: frame.basis.scheme.problem, corner: frame.basis.chart?.corner ?? null } };
    }
    if (frame === null || ledger === null || this.whole) return { ...start, content: { kind: "unread" } };
    return { ...start, content: { kind: "jobs", state: this.state(ledger, frame, frame.places as Places, visibleOnly) } };
  }

  private state(ledger: Ledger, frame: RegisterFrame, places: Places, visibleOnly: boolean): ReturnType<typeof summarise> {
    const { grades } = frame.basis;
    return summarise(ledger, {
      firstRow: places.headingRow + 1,
      factorColumns: places.factors,
      idColumn: places.id,
      results: frame.results,
      computed: this.computed.map(({ runs }) => runs),
      changes: places.changes,
      bands: bandsOf(frame.basis),
      gradesProblem: grades === null || grades.reading.ok ? null : grades.reading.problem,
      visibleOnly,
    });
  }
}

/** Which of a register's columns of results there are, wherever they stand. */
const shapeOf = (results: readonly ResultPlace[]): string =>
  results.map(({ column, from, gives, formula }) => [column - from, gives, formula === null]).join(";");
