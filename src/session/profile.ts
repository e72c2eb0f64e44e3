import type { Decided } from "../domain/profile/library-note";
import { LIBRARY_COLUMNS } from "../domain/profile/library-range";
import { limitToSuites, type Profile, type ProfileLibrary } from "../domain/profile/profile";
import type { Scheme } from "../domain/scheme/scheme";
import { listenToWorkbook } from "../workbook/change";
import type { Outcome, WorkbookFailure } from "../workbook/failure";
import { call } from "../workbook/formula";
import { type OwnLibrary, readOwnLibraries } from "../workbook/own-library";
import {
  addProfiles,
  changeOwnLibrary,
  type LibraryChange,
  type LibraryUndo,
  removeProfile,
  replaceProfile,
  undoLibraryChange,
} from "../workbook/own-library-write";
import { type Spilled, spillAtSelection, takeSpillOut } from "../workbook/spill";

export type ProfileTask = "read" | "listen" | "spill" | "add" | "edit" | "remove" | "restore";

export type ProfileNotice =
  | { readonly kind: "failed"; readonly task: ProfileTask; readonly failure: WorkbookFailure }
  | { readonly kind: "fault"; readonly task: ProfileTask; readonly message: string }
  | { readonly kind: "spilled"; readonly spilled: Spilled }
  /** Whether the sheet of the notes was gone, and was begun anew. */
  | (LibraryNotice & { readonly notesBegun: boolean })
  | { readonly kind: "restored" };

type LibraryNotice =
  | { readonly kind: "added"; readonly count: number; readonly tableName: string }
  | { readonly kind: "edited"; readonly title: string }
  | { readonly kind: "removed"; readonly title: string };

/** What was done last, as long as it can be taken back. */
type Undo = { readonly kind: "spill"; readonly spilled: Spilled } | { readonly kind: "library"; readonly undo: LibraryUndo };

export interface ProfileState {
  /** The libraries of the user's own; null until the workbook was read. */
  readonly own: readonly OwnLibrary[] | null;
  readonly busy: boolean;
  readonly notice: ProfileNotice | null;
  readonly undo: Undo["kind"] | null;
}

/** The workbook's own profiles, and what is done with profiles in the workbook. */
export interface ProfileSession {
  readonly getState: () => ProfileState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the own libraries, and again whenever their sheets change. */
  open(): Promise<void>;
  spillProfile(profile: Profile, own: OwnLibrary | null): Promise<void>;
  spillLibrary(library: ProfileLibrary, suite: string | null, own: OwnLibrary | null): Promise<void>;
  /** True once the profiles are in the library. */
  add(scheme: Scheme, profiles: readonly Profile[], by: string): Promise<boolean>;
  edit(scheme: Scheme, before: Profile, after: Profile, note: string, by: string): Promise<boolean>;
  remove(scheme: Scheme, profile: Profile): Promise<boolean>;
  /** Takes back what was done last. */
  restore(): Promise<void>;
  dismiss(): void;
}

/** Edits come in bursts: one reading answers all of a burst. */
const BURST_MS = 200;

export function createProfileSession(now: () => Date = () => new Date()): ProfileSession {
  const listeners = new Set<() => void>();
  let state: ProfileState = { own: null, busy: false, notice: null, undo: null };
  let undo: Undo | null = null;
  let following: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const set = (change: Partial<ProfileState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** Whatever goes wrong ends as a notice. */
  const carryOut = async <T>(task: ProfileTask, work: () => Promise<Outcome<T>>): Promise<T | null> => {
    try {
      const outcome = await work();
      if (outcome.ok) return outcome.value;
      set({ notice: { kind: "failed", task, failure: outcome.failure } });
    } catch (error) {
      set({ notice: { kind: "fault", task, message: error instanceof Error ? error.message : String(error) } });
    }
    return null;
  };

  const read = async (): Promise<void> => {
    const own = await carryOut("read", readOwnLibraries);
    if (own !== null) set({ own });
  };

  const follow = async (): Promise<void> => {
    await carryOut("listen", () =>
      listenToWorkbook({
        cellsChanged(sheetId) {
          if (state.own?.some((library) => library.sheetId === sheetId || library.notesId === sheetId) !== true) return;
          clearTimeout(timer);
          timer = setTimeout(() => void read(), BURST_MS);
        },
        sheetsChanged() {
          if (state.own?.length === 0) return;
          clearTimeout(timer);
          timer = setTimeout(() => void read(), BURST_MS);
        },
      }),
    );
    await read();
  };

  /** One writing task at a time. */
  const change = async <T>(task: ProfileTask, work: () => Promise<Outcome<T>>, done: (value: T) => Undo | null): Promise<T | null> => {
    if (state.busy) return null;
    set({ busy: true, notice: null });
    const value = await carryOut(task, work);
    if (value !== null) {
      undo = done(value);
      set({ undo: undo?.kind ?? null });
    }
    if (task !== "spill") await read();
    set({ busy: false });
    return value;
  };

  /** What is told of a change; true once it was made. */
  const changeLibrary = async (task: ProfileTask, scheme: Scheme, rows: LibraryChange, told: () => LibraryNotice): Promise<boolean> => {
    const done = await change(
      task,
      () => changeOwnLibrary(scheme, rows),
      (own) => ({ kind: "library", undo: own }),
    );
    if (done !== null) set({ notice: { ...told(), notesBegun: done.kind === "changed" && done.notesBegun } });
    return done !== null;
  };

  const spill = async (formula: string, rows: number, columns: number): Promise<void> => {
    const spilled = await change(
      "spill",
      () => spillAtSelection({ formula, rows, columns }),
      (value) => ({ kind: "spill", spilled: value }),
    );
    if (spilled !== null) set({ notice: { kind: "spilled", spilled } });
  };

  const decided = (by: string): Decided => ({ by: by.trim(), at: timeText(now()) });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => (following ??= follow()),
    spillProfile: (profile, own) =>
      spill(`=${call("PROFILE", quoted(profile.id), ...(own?.tableName == null ? [] : [own.tableName]))}`, profile.factors.length + 2, 5),
    spillLibrary(library, suite, own) {
      const { profiles, scheme } = limitToSuites(library, suite === null ? null : [suite]);
      const table = own?.tableName ?? "";
      const args = suite === null ? (table === "" ? [] : [table]) : [table, quoted(suite)];
      return spill(`=${call("PROFILELIST", ...args)}`, profiles.length + 1, LIBRARY_COLUMNS.length + scheme.factors.length);
    },
    add: (scheme, profiles, by) =>
      changeLibrary("add", scheme, addProfiles(scheme, profiles, decided(by)), () => ({
        kind: "added",
        count: profiles.length,
        tableName: state.own?.find((own) => own.scheme === scheme)?.tableName ?? "",
      })),
    edit: (scheme, before, after, note, by) =>
      changeLibrary("edit", scheme, replaceProfile(scheme, before, after, note, decided(by)), () => ({
        kind: "edited",
        title: after.title,
      })),
    remove: (scheme, profile) =>
      changeLibrary("remove", scheme, removeProfile(scheme, profile), () => ({ kind: "removed", title: profile.title })),
    async restore() {
      const last = undo;
      if (last === null) return;
      const work = (): Promise<Outcome<true>> =>
        (last.kind === "spill" ? takeSpillOut(last.spilled) : undoLibraryChange(last.undo)).then((outcome) =>
          outcome.ok ? { ok: true, value: true } : outcome,
        );
      const done = await change("restore", work, () => null);
      if (done !== null) set({ notice: { kind: "restored" } });
    },
    dismiss: () => set({ notice: null }),
  };
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`;

/** Day and time as the machine has them, in an order that sorts. */
function timeText(time: Date): string {
  const two = (figure: number): string => String(figure).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

let current: ProfileSession | undefined;

/** The one session of the open workbook. */
export const workbookProfiles = (): ProfileSession => (current ??= createProfileSession());
