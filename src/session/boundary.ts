import { applyEdits, type Edit, type Structure } from "../domain/boundary/scenario";
import { withMove } from "../domain/boundary/step";
import type { Problem } from "../domain/problem";
import { listenToWorkbook, selectCell } from "../workbook/change";
import type { Outcome, WorkbookFailure } from "../workbook/failure";
import { changeScenarios, loadScenarios, type SavedScenario } from "../workbook/scenario-store";
import { readScoredJobs, type ScoredReading } from "../workbook/scored-register";
import { type CountedJobs, countJobs, type Picture, pictureOf } from "./boundary-picture";

export type BoundaryNotice =
  | { readonly kind: "failed"; readonly task: "read" | "save" | "select"; readonly failure: WorkbookFailure }
  | { readonly kind: "fault"; readonly message: string }
  | { readonly kind: "deleted"; readonly id: string; readonly name: string };

export interface ReadyBoundaries {
  readonly kind: "ready";
  readonly counted: CountedJobs;
  readonly baseline: Structure;
  /** The shown scenario's; the baseline's own where its steps do not fit the baseline any more. */
  readonly picture: Picture;
  /** Why the scenario's steps do not fit. */
  readonly unfit: Problem | null;
}

export type BoundaryView =
  | { readonly kind: "reading" }
  | Exclude<ScoredReading, { readonly kind: "jobs" }>
  | { readonly kind: "unread" }
  | { readonly kind: "no-bands"; readonly sheetId: string; readonly sheetName: string; readonly problem: Problem | null }
  | ReadyBoundaries;

export interface BoundaryState {
  readonly view: BoundaryView;
  /** Of the register shown, without deleted ones; the first is there even where nothing was kept yet. */
  readonly scenarios: readonly SavedScenario[];
  readonly deleted: readonly SavedScenario[];
  readonly shown: SavedScenario;
  /** Why the last edit was refused. */
  readonly refusal: Problem | null;
  readonly notice: BoundaryNotice | null;
}

export interface BoundarySession {
  readonly getState: () => BoundaryState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a register, and follows it until the answer is called. */
  open(sheetId: string): () => void;
  refresh(): Promise<void>;
  /** Moves a boundary; what is dragged is one step. */
  move(band: string | number, from: number): void;
  /** True where the step was taken. */
  edit(edit: Edit): boolean;
  undo(): void;
  reset(): void;
  show(id: string): void;
  create(edits?: readonly Edit[], name?: string): void;
  copy(): void;
  rename(name: string): void;
  remove(): void;
  bringBack(id: string): void;
  select(row: number): Promise<void>;
  dismiss(): void;
}

/** A drag changes a scenario many times: it is kept once it rests. */
const SAVE_MS = 600;
const BURST_MS = 250;
const MOST_DELETED = 10;

const newName = (names: readonly string[], wanted: string): string => {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
  return name;
};

export function createBoundarySession(newId: () => string = () => crypto.randomUUID()): BoundarySession {
  const listeners = new Set<() => void>();
  let sheetId = "";
  let opened = 0;
  let following: Promise<void> | null = null;
  let reading: Promise<void> | null = null;
  let asked = 0;
  let burst: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  /** Ids of scenarios that are not kept yet. */
  const unsaved = new Set<string>();
  let all: readonly SavedScenario[] | null = null;
  let known: { readonly counted: CountedJobs; readonly baseline: Structure } | null = null;
  const draft = (): SavedScenario => ({ id: newId(), register: sheetId, name: "Scenario 1", edits: [], deleted: false });
  const first = draft();
  let state: BoundaryState = { view: { kind: "reading" }, scenarios: [first], deleted: [], shown: first, refusal: null, notice: null };

  const set = (change: Partial<BoundaryState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const carryOut = async <T>(task: "read" | "save" | "select", work: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> => {
    try {
      const outcome = await work();
      if (!outcome.ok) set({ notice: { kind: "failed", task, failure: outcome.failure } });
      return outcome;
    } catch (error) {
      set({ notice: { kind: "fault", message: error instanceof Error ? error.message : String(error) } });
      return null;
    }
  };

  const ready = (shown: SavedScenario): BoundaryView => {
    if (known === null) return state.view;
    const { counted, baseline } = known;
    const applied = applyEdits(baseline, shown.edits);
    const same = applyEdits(baseline, []);
    const after = applied.ok ? applied.value : same.ok ? same.value : null;
    if (after === null) return state.view;
    return {
      kind: "ready",
      counted,
      baseline,
      picture: pictureOf(counted, baseline, after),
      unfit: applied.ok ? null : applied.problem,
    };
  };

  const keepSoon = (...ids: readonly string[]): void => {
    ids.forEach((id) => unsaved.add(id));
    clearTimeout(saving);
    saving = setTimeout(() => void keep(), SAVE_MS);
  };

  const keep = async (): Promise<void> => {
    const ids = [...unsaved];
    unsaved.clear();
    const changed = (all ?? []).filter(({ id }) => ids.includes(id));
    const outcome = await carryOut("save", () =>
      changeScenarios((saved) => {
        const others = saved.scenarios.filter(({ id }) => !ids.includes(id));
        const gone = [...others, ...changed].filter(({ deleted }) => deleted).slice(0, -MOST_DELETED);
        return { ...saved, scenarios: [...others, ...changed].filter((scenario) => !gone.includes(scenario)) };
      }),
    );
    // What could not be kept is tried again with the next change.
    if (outcome?.ok !== true) ids.forEach((id) => unsaved.add(id));
  };

  /** Lists the register's scenarios anew and shows one of them. */
  const arrange = (id: string, change: Partial<BoundaryState> = {}): void => {
    const own = (all ?? []).filter(({ register }) => register === sheetId);
    const present = own.filter(({ deleted }) => !deleted);
    const scenarios = present.length === 0 ? [draft()] : present;
    const shown = scenarios.find((scenario) => scenario.id === id) ?? scenarios[0]!;
    set({ scenarios, deleted: own.filter(({ deleted }) => deleted), shown, view: ready(shown), refusal: null, ...change });
  };

  const put = (scenario: SavedScenario, change: Partial<BoundaryState> = {}): void => {
    const others = all ?? [];
    const there = others.some(({ id }) => id === scenario.id);
    all = there ? others.map((each) => (each.id === scenario.id ? scenario : each)) : [...others, scenario];
    keepSoon(scenario.id);
    arrange(scenario.id, change);
  };

  const readOnce = async (): Promise<void> => {
    const wanted = sheetId;
    if (all === null) {
      const saved = await carryOut("read", loadScenarios);
      if (saved?.ok === true) all = saved.value.scenarios;
    }
    const outcome = await carryOut("read", () => readScoredJobs(wanted));
    if (wanted !== sheetId) return;
    if (outcome?.ok !== true) {
      if (known === null) set({ view: { kind: "unread" } });
      return;
    }
    if (state.notice?.kind === "failed" && state.notice.task === "read") set({ notice: null });
    const { value } = outcome;
    known = null;
    if (value.kind !== "jobs") {
      set({ view: value });
      return;
    }
    const { jobs } = value;
    if (jobs.bands === null) {
      set({ view: { kind: "no-bands", sheetId: wanted, sheetName: jobs.sheetName, problem: jobs.bandsProblem } });
      return;
    }
    known = { counted: countJobs(jobs), baseline: { bands: jobs.bands, pay: null } };
    arrange(state.shown.id);
  };

  const read = (): Promise<void> => {
    asked += 1;
    reading ??= (async () => {
      let answered: number;
      do {
        answered = asked;
        await readOnce();
      } while (answered !== asked);
    })().finally(() => (reading = null));
    return reading;
  };

  const readSoon = (): void => {
    if (opened === 0) return;
    clearTimeout(burst);
    burst = setTimeout(() => void read(), BURST_MS);
  };

  const follow = async (): Promise<void> => {
    await carryOut("read", () =>
      listenToWorkbook({
        cellsChanged: (changed) => {
          if (isWatched(changed)) readSoon();
        },
        sheetsChanged: () => undefined,
      }),
    );
  };

  /** Sheets whose cells the picture is made from. */
  const isWatched = (changed: string): boolean => changed === sheetId || state.view.kind === "no-bands";

  const take = (edits: readonly Edit[]): boolean => {
    if (known === null) return false;
    const applied = applyEdits(known.baseline, edits);
    if (!applied.ok) {
      set({ refusal: applied.problem });
      return false;
    }
    put({ ...state.shown, edits });
    return true;
  };

  const create = (edits: readonly Edit[] = [], name = "Scenario 1"): void =>
    put({ ...draft(), name: newName(namesOf(state.scenarios), name), edits });

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open(id) {
      opened += 1;
      following ??= follow();
      if (id !== sheetId || known === null) {
        sheetId = id;
        known = null;
        set({ view: { kind: "reading" } });
      }
      void read();
      return () => {
        opened -= 1;
      };
    },
    refresh: read,
    move(band, from) {
      if (known !== null) take(withMove(known.baseline, state.shown.edits, band, from));
    },
    edit: (edit) => take([...state.shown.edits, edit]),
    undo() {
      put({ ...state.shown, edits: state.shown.edits.slice(0, -1) });
    },
    reset() {
      put({ ...state.shown, edits: [] });
    },
    show: (id) => arrange(id),
    create,
    copy: () => create(state.shown.edits, `${state.shown.name} (copy)`),
    rename(name) {
      if (name.trim() !== "") put({ ...state.shown, name: name.trim() });
    },
    remove() {
      const { id, name } = state.shown;
      put({ ...state.shown, deleted: true }, { notice: { kind: "deleted", id, name } });
    },
    bringBack(id) {
      const scenario = state.deleted.find((each) => each.id === id);
      if (scenario !== undefined)
        put({ ...scenario, deleted: false, name: newName(namesOf(state.scenarios), scenario.name) }, { notice: null });
    },
    async select(row) {
      if (known === null) return;
      const { jobs } = known.counted;
      await carryOut("select", () => selectCell(jobs.sheetId, row, jobs.factorColumns[0] ?? 0));
    },
    dismiss: () => set({ notice: null, refusal: null }),
  };
}

const namesOf = (scenarios: readonly SavedScenario[]): readonly string[] => scenarios.map(({ name }) => name);

let current: BoundarySession | undefined;

/** The one what-if of the open workbook: it outlives the view that shows it. */
export const workbookBoundaries = (): BoundarySession => (current ??= createBoundarySession());
