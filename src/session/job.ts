import type { Problem } from "../domain/problem";
import type { Scheme } from "../domain/scheme/scheme";
import { type EvidenceBook, type EvidenceNote, readEvidence } from "../workbook/evidence";
import { listenToWorkbook } from "../workbook/change";
import type { Outcome, WorkbookFailure } from "../workbook/failure";
import { type Applied, applyJob, type JobChange } from "../workbook/job-apply";
import { isUndone, type JobWritten, restoreJob, type Restored } from "../workbook/job-restore";
import { countId, type JobRowReading, readSelectedJob, type SelectedJob, sheetIds } from "../workbook/job-row";
import { paneStorage } from "../workbook/pane-storage";
import { idKey } from "../workbook/register";
import { DraftStore, nameOf } from "./draft-store";
import {
  changedLevels,
  changedNotes,
  conflictingStatements,
  type Draft,
  EMPTY_DRAFT,
  EMPTY_NOTE,
  type FactorState,
  factorStates,
  isConflict,
  isEmpty,
  isReasoned,
  type StatementNote,
  statementKey,
  type StoredNotes,
  settled,
  settledStatement,
  storedStatement,
  withLevel,
  withNote,
  withoutAgreed,
  withStatement,
} from "./job-draft";
import { oneAtATime } from "./one-at-a-time";

/** Panel mode hides what could steer a panel; analysts' mode shows all at once. */
export type Mode = "panel" | "analyst";

export type JobNotice =
  | { readonly kind: "applied"; readonly job: string; readonly levels: number; readonly notes: number }
  | { readonly kind: "restored"; readonly job: string }
  | { readonly kind: "not-restored"; readonly job: string; readonly why: Exclude<Restored, { kind: "restored" }> }
  | { readonly kind: "not-applied"; readonly why: Exclude<Applied, { kind: "applied" }>; readonly look: boolean }
  /** These factors (by place) and verdicts (by profile) were edited in the sheet meanwhile, and nobody has said which edit holds. */
  | { readonly kind: "unsettled"; readonly job: string; readonly places: readonly number[]; readonly profiles: readonly string[] }
  | { readonly kind: "unread"; readonly failure: WorkbookFailure }
  | { readonly kind: "fault"; readonly message: string };

/** The job in the selected row, with what was set in the pane and not yet applied. */
export interface OpenJob {
  readonly row: JobRowReading;
  readonly scheme: Scheme;
  readonly stored: StoredNotes;
  readonly draft: Draft;
  readonly factors: readonly FactorState[];
  /** Whether score, band, margins and effects may be seen. */
  readonly shown: boolean;
  readonly dirty: boolean;
}

export type JobView =
  | { readonly kind: "reading" }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "headings-missing"; readonly sheetName: string; readonly missing: readonly string[] }
  | Extract<SelectedJob, { kind: "no-job" }>
  | { readonly kind: "no-scheme"; readonly problem: Problem }
  | { readonly kind: "job"; readonly job: OpenJob };

export interface JobState {
  readonly view: JobView;
  readonly mode: Mode;
  readonly busy: boolean;
  /** Other jobs with edits that are not applied. */
  readonly waiting: readonly string[];
  readonly notice: JobNotice | null;
}

export interface JobSession {
  readonly getState: () => JobState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Follows the selected row until the answer is called. */
  open(): () => void;
  setMode(mode: Mode): void;
  setLevel(place: number, level: number, letters: string): void;
  setNote(place: number, change: Partial<EvidenceNote>): void;
  setStatement(profile: string, statement: StatementNote): void;
  statementOf(profile: string): StatementNote | null;
  /** What the evidence sheet says of a profile's verdict, where that was changed since the draft's was given; else null. */
  conflicting(profile: string): EvidenceNote | null;
  settle(place: number, by: "sheet" | "draft"): void;
  settleStatement(profile: string, by: "sheet" | "draft"): void;
  /** Drops what is not applied. */
  discard(): void;
  apply(): Promise<void>;
  /** Puts back what the last apply wrote over, unless somebody has changed it since. */
  restore(): Promise<void>;
  /** Shows score and band before every factor has a level and a reason, once that has been written down. */
  lookEarly(): Promise<void>;
  dismiss(): void;
}

/** Key and words of the row that tells of an early look. */
const LOOK_KEY = "Early look";
const LOOK_REASON = "Score, band and margins shown before every factor had a level and a reason";

/** Arrow keys held down select many rows: the last of a burst is read. */
const BURST_MS = 60;

interface Known {
  readonly row: JobRowReading;
  readonly scheme: Scheme;
}

/** @param storage keeps what is not applied while the page is loaded anew. */
export function createJobSession(now: () => Date = () => new Date(), storage = paneStorage("jobEvaluation.drafts")): JobSession {
  const listeners = new Set<() => void>();
  const drafts = new DraftStore({ countId, sheetIds }, storage);
  const looked = new Set<string>();
  const books = new Map<string, EvidenceBook>();
  let known: Known | null = null;
  let lastApplied: JobWritten | null = null;
  let state: JobState = { view: { kind: "reading" }, mode: "panel", busy: false, waiting: [], notice: null };
  let opened = 0;
  let following: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (change: Partial<JobState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const carryOut = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      set({ notice: { kind: "fault", message: error instanceof Error ? error.message : String(error) } });
      return null;
    }
  };

  const unread = <T>(outcome: Outcome<T>): T | null => {
    if (outcome.ok) return outcome.value;
    set({ notice: { kind: "unread", failure: outcome.failure } });
    return null;
  };

  /** Lays the draft over what was read, and shows it. */
  const show = (): void => {
    if (known === null) return;
    const { row, scheme } = known;
    const kept = drafts.of(row);
    const draft = withoutAgreed(kept, scheme, row.cells);
    if (draft !== kept) drafts.keep(row, draft);
    const stored = books.get(row.sheetId)?.notes.get(idKey(row.id)) ?? new Map<string, EvidenceNote>();
    const factors = factorStates(scheme, row.cells, stored, draft);
    const shown = state.mode === "analyst" || looked.has(lookOf(row)) || isReasoned(factors);
    set({
      view: { kind: "job", job: { row, scheme, stored, draft, factors, shown, dirty: !isEmpty(draft) } },
      waiting: drafts.waiting(row),
    });
  };

  const edit = (change: (job: OpenJob) => Draft): void => {
    if (state.view.kind !== "job" || known === null || state.busy) return;
    drafts.keep(known.row, change(state.view.job));
    if (state.notice !== null && isPast(state.notice)) set({ notice: null });
    show();
  };

  const readOnce = async (): Promise<void> => {
    const selected = await carryOut(async () => unread(await readSelectedJob()));
    if (selected === null) return;
    const checked = await carryOut(async () => unread(await drafts.dropLostSheets()));
    if (checked === null) return;
    if (selected.kind !== "job") {
      // Looking something up on another sheet does not take the job away.
      if (selected.kind === "elsewhere" && known !== null) return;
      known = null;
      set({ view: selected, waiting: drafts.waiting(null) });
      return;
    }
    const { job: row } = selected;
    if (!row.scheme.ok) {
      known = null;
      set({ view: { kind: "no-scheme", problem: row.scheme.problem } });
      return;
    }
    const scheme = row.scheme.value;
    if (!books.has(row.sheetId)) {
      const book = await carryOut(async () => unread(await readEvidence(row.sheetId)));
      if (book === null) return;
      books.set(row.sheetId, book);
    }
    const followed = await carryOut(async () => unread(await drafts.follow(row)));
    if (followed === null) return;
    known = { row, scheme };
    if (state.notice?.kind === "unread") set({ notice: null });
    if (lastApplied !== null && isUndone(lastApplied, row)) {
      lastApplied = null;
      if (state.notice?.kind === "applied") set({ notice: null });
    }
    show();
  };

  const read = oneAtATime(readOnce);

  const readSoon = (): void => {
    if (opened === 0 || state.busy) return;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), BURST_MS);
  };

  const forgetEvidence = (sheetId: string): void => {
    for (const [register, book] of books) if (book.sheetId === sheetId) books.delete(register);
  };

  const follow = async (): Promise<void> => {
    await carryOut(async () =>
      unread(
        await listenToWorkbook({
          selectionChanged: readSoon,
          sheetsChanged: readSoon,
          cellsChanged: (sheetId) => {
            forgetEvidence(sheetId);
            if (known !== null) readSoon();
          },
          // What was set for its jobs has nowhere to go.
          sheetDeleted: (sheetId) => {
            forgetEvidence(sheetId);
            drafts.dropSheet(sheetId);
            if (known?.row.sheetId === sheetId) known = null;
          },
        }),
      ),
    );
  };

  /** Reads what stands there now, and says what became of a write. */
  const finish = async (notice: JobNotice | null): Promise<void> => {
    await read();
    set({ busy: false, ...(notice === null ? {} : { notice }) });
  };

  /** Writes, then shows what stands there now. */
  const write = async (change: JobChange, look: boolean): Promise<boolean> => {
    set({ busy: true, notice: null });
    const applied = await carryOut(() => applyJob(change));
    books.delete(change.sheetId);
    const done = applied?.kind === "applied";
    let notice: JobNotice | null = null;
    if (done && !look) {
      drafts.drop(change);
      lastApplied = applied.written;
      const levels = change.levels.filter((level) => level !== null).length;
      notice = { kind: "applied", job: nameOf(change), levels, notes: change.notes.length };
    }
    if (applied !== null && applied.kind !== "applied") notice = { kind: "not-applied", why: applied, look };
    if (done && look) looked.add(lookOf(change));
    await finish(notice);
    return done;
  };

  const changeOf = ({ row, draft, factors }: OpenJob): JobChange => ({
    ...rowOf(row),
    levels: changedLevels(factors),
    notes: changedNotes(factors, draft),
  });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open() {
      opened += 1;
      following ??= follow();
      books.clear();
      void read();
      return () => {
        opened -= 1;
      };
    },
    setMode(mode) {
      set({ mode });
      show();
    },
    setLevel: (place, level, letters) => edit(({ draft, factors }) => withLevel(draft, factors[place]!, level, letters)),
    setNote: (place, change) => edit(({ draft, factors }) => withNote(draft, factors[place]!, change)),
    setStatement: (profile, statement) =>
      edit(({ draft, stored }) => withStatement(draft, profile, statement, stored.get(statementKey(profile)) ?? EMPTY_NOTE)),
    statementOf(profile) {
      if (state.view.kind !== "job") return null;
      const { draft, stored } = state.view.job;
      return draft.statements.get(profile)?.statement ?? storedStatement(stored, profile);
    },
    conflicting(profile) {
      if (state.view.kind !== "job") return null;
      const { draft, stored } = state.view.job;
      return conflictingStatements(draft, stored).includes(profile) ? (stored.get(statementKey(profile)) ?? EMPTY_NOTE) : null;
    },
    settle: (place, by) => edit(({ draft, factors }) => settled(draft, factors[place]!, by)),
    settleStatement: (profile, by) => edit(({ draft, stored }) => settledStatement(draft, profile, stored, by)),
    discard: () => edit(() => EMPTY_DRAFT),
    async apply() {
      if (state.view.kind !== "job" || state.busy || !state.view.job.dirty) return;
      const open = state.view.job;
      const places = open.factors.filter(isConflict).map(({ place }) => place);
      const profiles = conflictingStatements(open.draft, open.stored);
      if (places.length + profiles.length === 0) await write(changeOf(open), false);
      else set({ notice: { kind: "unsettled", job: nameOf(open.row), places, profiles } });
    },
    async restore() {
      const written = lastApplied;
      if (written === null || state.busy) return;
      set({ busy: true, notice: null });
      const restored = await carryOut(() => restoreJob(written));
      books.delete(written.job.sheetId);
      const job = nameOf(written.job);
      if (restored?.kind === "restored") lastApplied = null;
      await finish(
        restored === null ? null : restored.kind === "restored" ? { kind: "restored", job } : { kind: "not-restored", job, why: restored },
      );
    },
    async lookEarly() {
      if (state.view.kind !== "job" || state.busy) return;
      const { row, scheme } = state.view.job;
      const note = { key: LOOK_KEY, level: "", letters: "", evidence: now().toISOString(), reason: LOOK_REASON, expected: null };
      await write({ ...rowOf(row), levels: scheme.factors.map(() => null), notes: [note] }, true);
    },
    dismiss: () => set({ notice: null }),
  };
}

const rowOf = ({ sheetId, row, id, title, cells }: JobRowReading): Omit<JobChange, "levels" | "notes"> => ({
  sheetId,
  row,
  id,
  title,
  shown: cells.map(({ value }) => value),
});

/** An early look is remembered for the job, wherever its row goes; a job without an id is known by its row and title. */
const lookOf = ({ sheetId, row, id, title }: Pick<JobRowReading, "sheetId" | "row" | "id" | "title">): string =>
  JSON.stringify([sheetId, id === "" ? row : "", id, title]);

/** What was done before the person went on. */
const isPast = ({ kind }: JobNotice): boolean => kind === "applied" || kind === "restored" || kind === "unsettled";

let current: JobSession | undefined;

/** The one job session of the open workbook: drafts outlive the view that shows them. */
export const workbookJob = (): JobSession => (current ??= createJobSession());
