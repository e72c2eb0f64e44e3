import { applyEdits, type Edit, type Structure } from "../domain/boundary/scenario";
import { divideByTrait } from "../domain/boundary/staff";
import { withMove } from "../domain/boundary/step";
import type { Problem } from "../domain/problem";
import { listenToWorkbook, selectCell } from "../workbook/change";
import type { Outcome } from "../workbook/failure";
import { changeScenarios, loadScenarios, type SavedScenario, type SavedSources } from "../workbook/scenario-store";
import { readScoredJobs } from "../workbook/scored-register";
import { readNamed, readSelection, type SourceCells } from "../workbook/source-range";
import { DEFAULT_ASSUMPTIONS, moneyOf } from "./boundary-money";
import { type CountedJobs, countJobs, pictureOf } from "./boundary-picture";
import { type BoundarySession, type BoundaryState, type BoundaryTask, type BoundaryView, startingState } from "./boundary-state";
import { payFrom, type PayGiven, payTableOf, samplePay, staffFrom, type StaffGiven } from "./boundary-source";
import { oneAtATime } from "./one-at-a-time";

/** A drag changes a scenario many times: it is kept once it rests. */
const SAVE_MS = 600;
const BURST_MS = 250;
const RECKON_MS = 16;
const MOST_DELETED = 10;

const SOURCES = ["register", "pay", "staff"] as const;
type Source = (typeof SOURCES)[number];

const newName = (names: readonly string[], wanted: string): string => {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted} ${number}`;
  return name;
};

export function createBoundarySession(
  newId: () => string = () => crypto.randomUUID(),
  now: () => Date = () => new Date(),
): BoundarySession {
  const listeners = new Set<() => void>();
  let sheetId = "";
  let opened = 0;
  let following: Promise<void> | null = null;
  let burst: ReturnType<typeof setTimeout> | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  /** Ids of scenarios that are not kept yet. */
  const unsaved = new Set<string>();
  let all: readonly SavedScenario[] | null = null;
  let sources: readonly SavedSources[] = [];
  /** Registers whose sources are not kept yet. */
  const sourcesUnsaved = new Set<string>();
  let known: { readonly counted: CountedJobs; readonly baseline: Structure } | null = null;
  let payCells: SourceCells | null = null;
  let staffCells: SourceCells | null = null;
  /** What is to be read again. */
  const stale = new Set<Source>();
  let reckoning = 0;
  const draft = (): SavedScenario => ({ id: newId(), register: sheetId, name: "Scenario 1", edits: [], found: null, deleted: false });
  const first = draft();
  let state = startingState(first);

  const set = (change: Partial<BoundaryState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const carryOut = async <T>(task: BoundaryTask, work: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> => {
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
        const mine = sources.filter(({ register }) => sourcesUnsaved.has(register));
        return {
          scenarios: [...others, ...changed].filter((scenario) => !gone.includes(scenario)),
          sources: [...saved.sources.filter(({ register }) => !mine.some((one) => one.register === register)), ...mine],
        };
      }),
    );
    if (outcome?.ok === true) sourcesUnsaved.clear();
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
    reckonSoon();
  };

  /** People are reckoned with once a drag gives them a moment. */
  const reckonSoon = (): void => {
    const wanted = ++reckoning;
    if (state.staff.kind !== "list") {
      if (state.money !== null || state.moneyProblem !== null) set({ money: null, moneyProblem: null });
      return;
    }
    setTimeout(() => void reckon(wanted), RECKON_MS);
  };

  const reckon = async (wanted: number): Promise<void> => {
    const { staff, view, assumptions, characteristic } = state;
    if (wanted !== reckoning || staff.kind !== "list" || view.kind !== "ready") return;
    const pause = async (): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return wanted === reckoning;
    };
    const { people, traits } = staff.list;
    const division = characteristic !== null && traits.includes(characteristic) ? divideByTrait(staff.staff, people, characteristic) : null;
    const money = await moneyOf(staff.staff, view.baseline, view.picture.after, assumptions, division, pause);
    if (money === null || wanted !== reckoning) return;
    set("kind" in money ? { money: null, moneyProblem: money } : { money, moneyProblem: null });
  };

  const source = (): SavedSources =>
    sources.find(({ register }) => register === sheetId) ?? {
      register: sheetId,
      pay: null,
      staff: null,
      characteristic: null,
      assumptions: DEFAULT_ASSUMPTIONS,
    };

  const keepSource = (change: Partial<SavedSources>): void => {
    const changed = { ...source(), ...change };
    sources = [...sources.filter(({ register }) => register !== sheetId), changed];
    sourcesUnsaved.add(sheetId);
    keepSoon();
  };

  /** Reads the cells that were chosen before, where they are not those already read. */
  const readSources = async (stale: ReadonlySet<Source>): Promise<void> => {
    const { pay, staff } = source();
    const read = async (name: string | null): Promise<SourceCells | null> => {
      if (name === null) return null;
      const outcome = await carryOut("read", () => readNamed(name));
      return outcome?.ok === true ? outcome.value : null;
    };
    if (stale.has("pay")) payCells = await read(pay?.kind === "range" ? pay.name : null);
    if (stale.has("staff")) staffCells = await read(staff);
  };

  /** Puts register, pay and people together and draws them. */
  const assemble = (jobs: CountedJobs): void => {
    const { bands } = jobs.jobs;
    if (bands === null) return;
    const { pay: savedPay, staff: savedStaff, assumptions, characteristic } = source();
    const day = now().toISOString().slice(0, 10);
    const pay: PayGiven =
      savedPay === null
        ? { kind: "none" }
        : savedPay.kind === "sample"
          ? samplePay
          : payCells === null
            ? { kind: "gone", name: savedPay.name }
            : payFrom(payCells, day);
    const baseline = { bands, pay: payTableOf(pay) };
    const staff: StaffGiven =
      savedStaff === null
        ? { kind: "none" }
        : staffCells === null
          ? { kind: "gone", name: savedStaff }
          : staffFrom(staffCells, jobs.jobs, baseline);
    known = { counted: jobs, baseline };
    arrange(state.shown.id, { pay, staff, assumptions, characteristic });
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
    const due = new Set(stale);
    stale.clear();
    if (all === null) {
      const saved = await carryOut("read", loadScenarios);
      if (saved?.ok === true) {
        all = saved.value.scenarios;
        ({ sources } = saved.value);
      }
    }
    if (known !== null && !due.has("register")) {
      const { counted } = known;
      await readSources(due);
      if (wanted === sheetId) assemble(counted);
      return;
    }
    const outcome = await carryOut("read", () => readScoredJobs(wanted));
    if (wanted !== sheetId) return;
    if (outcome?.ok !== true) {
      due.forEach((each) => stale.add(each));
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
    await readSources(due);
    if (wanted === sheetId) assemble(countJobs(jobs));
  };

  const read = oneAtATime(readOnce);
  const readAll = (): Promise<void> => {
    SOURCES.forEach((each) => stale.add(each));
    return read();
  };

  /** What is made from a sheet's cells is read again, once a burst of changes is over; everything else stays. */
  const follows = (changed: string): void => {
    if (changed === sheetId || known === null) stale.add("register");
    if (changed === payCells?.sheetId) stale.add("pay");
    if (changed === staffCells?.sheetId) stale.add("staff");
    if (opened === 0 || stale.size === 0) return;
    clearTimeout(burst);
    burst = setTimeout(() => void read(), BURST_MS);
  };

  const follow = async (): Promise<void> => {
    await carryOut("read", () =>
      listenToWorkbook({
        cellsChanged: follows,
        sheetsChanged: () => undefined,
      }),
    );
  };

  const take = (edits: readonly Edit[]): Problem | null => {
    if (known === null) return null;
    const applied = applyEdits(known.baseline, edits);
    if (!applied.ok) return applied.problem;
    put({ ...state.shown, edits });
    return null;
  };

  const create = (content: Partial<Pick<SavedScenario, "name" | "edits" | "found">>): void => {
    const scenario = { ...draft(), ...content };
    put({ ...scenario, name: newName(namesOf(state.scenarios), scenario.name) });
  };

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
      void readAll();
      return () => {
        opened -= 1;
      };
    },
    refresh: readAll,
    move(band, from) {
      if (known === null) return;
      const refusal = take(withMove(known.baseline, state.shown.edits, band, from));
      if (refusal !== null) set({ refusal });
    },
    edit: (edit) => take([...state.shown.edits, edit]),
    undo() {
      put({ ...state.shown, edits: state.shown.edits.slice(0, -1) });
    },
    reset() {
      put({ ...state.shown, edits: [], found: null });
    },
    show: (id) => arrange(id),
    create: () => create({}),
    keepFound: (edits, name, found) => create({ edits, name, found }),
    copy: () => create({ name: `${state.shown.name} (copy)`, edits: state.shown.edits, found: state.shown.found }),
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
    async choosePay(wanted) {
      if (known === null) return;
      const { counted } = known;
      if (wanted === "selection") {
        const outcome = await carryOut("choose", readSelection);
        if (outcome?.ok !== true) return;
        payCells = outcome.value;
        keepSource({ pay: { kind: "range", name: payCells.name } });
      } else keepSource({ pay: wanted === "sample" ? { kind: "sample" } : null });
      assemble(counted);
    },
    async chooseStaff(wanted) {
      if (known === null) return;
      const { counted } = known;
      if (wanted === "selection") {
        const outcome = await carryOut("choose", readSelection);
        if (outcome?.ok !== true) return;
        staffCells = outcome.value;
      } else staffCells = null;
      keepSource({ staff: staffCells?.name ?? null });
      assemble(counted);
    },
    chooseCharacteristic(characteristic) {
      keepSource({ characteristic });
      set({ characteristic });
      reckonSoon();
    },
    assume(change) {
      const assumptions = { ...state.assumptions, ...change };
      keepSource({ assumptions });
      set({ assumptions });
      reckonSoon();
    },
    dismiss: () => set({ notice: null, refusal: null }),
  };
}

const namesOf = (scenarios: readonly SavedScenario[]): readonly string[] => scenarios.map(({ name }) => name);

let current: BoundarySession | undefined;

/** The one what-if of the open workbook: it outlives the view that shows it. */
export const workbookBoundaries = (): BoundarySession => (current ??= createBoundarySession());
