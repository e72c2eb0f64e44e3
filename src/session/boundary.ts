import { applyEdits, type Edit, type Structure } from "../domain/boundary/scenario";
import { divideByTrait } from "../domain/boundary/staff";
import { withMove } from "../domain/boundary/step";
import type { Problem } from "../domain/problem";
import { listenToWorkbook, selectCell } from "../workbook/change";
import type { Outcome } from "../workbook/failure";
import { forgetSource, keepSource, type KeptSource, readSource } from "../workbook/kept-source";
import type { SavedScenario } from "../workbook/scenario-store";
import type { ScoredJobs } from "../workbook/scored-jobs";
import { inSlices } from "../workbook/slices";
import { readSelection, type SourceCells } from "../workbook/source-range";
import { ScenarioKeeper } from "./boundary-keeper";
import { moneyInSteps } from "./boundary-money";
import { type CountedJobs, countJobsInSteps, pictureOf } from "./boundary-picture";
import { type BoundarySession, type BoundaryState, type BoundaryTask, type BoundaryView, startingState } from "./boundary-state";
import { payFrom, type PayGiven, payTableOf, samplePay, staffFrom, type StaffGiven } from "./boundary-source";
import { oneAtATime } from "./one-at-a-time";
import { ScoredRegister } from "./scored-register";

const BURST_MS = 250;
const RECKON_MS = 16;

/** Cells beside the register's own. */
const SOURCES = ["pay", "staff"] as const;
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
  let register = new ScoredRegister(sheetId);
  let opened = 0;
  let following: Promise<void> | null = null;
  let burst: ReturnType<typeof setTimeout> | undefined;
  /** What is shown: whole, and of one moment. */
  let known: { readonly counted: CountedJobs; readonly baseline: Structure } | null = null;
  /** The register as it was last counted: what pay and people are put together with next. */
  let counted: CountedJobs | null = null;
  let assembling = 0;
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

  const keeper = new ScenarioKeeper(carryOut);

  /** Lists the register's scenarios anew and shows one of them. */
  const arrange = (id: string, change: Partial<BoundaryState> = {}): void => {
    const own = keeper.scenariosOf(sheetId);
    const present = own.filter(({ deleted }) => !deleted);
    // One that nobody has changed yet is not kept, and stays the same whenever the register is read again.
    const unkept = state.shown.register === sheetId && !own.some((each) => each.id === state.shown.id) ? state.shown : null;
    const scenarios = present.length === 0 ? [unkept ?? draft()] : present;
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
    const { people, traits } = staff.list;
    const division = characteristic !== null && traits.includes(characteristic) ? divideByTrait(staff.staff, people, characteristic) : null;
    const money = await inSlices(
      moneyInSteps(staff.staff, view.baseline, view.picture.after, assumptions, division),
      () => wanted === reckoning,
    );
    if (money === null || wanted !== reckoning) return;
    set(money.value.ok ? { money: money.value.value, moneyProblem: null } : { money: null, moneyProblem: money.value.problem });
  };

  /** Reads the cells that were chosen before, where they are not those already read. */
  const readSources = async (stale: ReadonlySet<Source>): Promise<void> => {
    const { pay, staff } = keeper.sourcesOf(sheetId);
    const read = async (source: KeptSource | null): Promise<SourceCells | null> => {
      if (source === null) return null;
      const outcome = await carryOut("read", () => readSource(source));
      return outcome?.ok === true ? outcome.value : null;
    };
    if (stale.has("pay")) payCells = await read(pay?.kind === "range" ? pay : null);
    if (stale.has("staff")) staffCells = await read(staff);
  };

  const assembleOnce = async (): Promise<void> => {
    const own = assembling;
    const latest = counted;
    const bands = latest?.jobs.bands ?? null;
    if (latest === null || bands === null) return;
    const { jobs } = latest;
    const { pay: savedPay, staff: savedStaff } = keeper.sourcesOf(sheetId);
    const day = now().toISOString().slice(0, 10);
    const pay: PayGiven =
      savedPay === null
        ? { kind: "none" }
        : savedPay.kind === "sample"
          ? samplePay
          : payCells === null
            ? { kind: "gone", name: savedPay.address }
            : payFrom(payCells, day);
    const baseline = { bands, pay: payTableOf(pay) };
    let staff: StaffGiven = savedStaff === null ? { kind: "none" } : { kind: "gone", name: savedStaff.address };
    if (savedStaff !== null && staffCells !== null) {
      const joined = await inSlices(staffFrom(staffCells, jobs, baseline), () => own === assembling);
      if (joined === null) return;
      staff = joined.value;
    }
    known = { counted: latest, baseline };
    // Chosen while people were joined, maybe.
    const { assumptions, characteristic, reference } = keeper.sourcesOf(sheetId);
    arrange(state.shown.id, { pay, staff, assumptions, characteristic, reference });
  };
  const assembleLatest = oneAtATime(assembleOnce);

  /** Puts register, pay and people together and draws them; begins anew where one of them has become another meanwhile. */
  const assemble = (): Promise<void> => {
    assembling += 1;
    return assembleLatest();
  };

  /** Shows nothing that was read before. */
  const forget = (view: BoundaryView): void => {
    assembling += 1;
    [known, counted] = [null, null];
    set({ view });
  };

  const withoutDeleted = (): Partial<BoundaryState> => (state.notice?.kind === "deleted" ? { notice: null } : {});

  const put = (scenario: SavedScenario, change: Partial<BoundaryState> = {}): void => {
    keeper.put(scenario);
    // What was said of the task before is over; a scenario that was deleted can still be brought back from the list.
    arrange(scenario.id, { ...withoutDeleted(), ...change });
  };

  const readOnce = async (): Promise<void> => {
    const wanted = register;
    const due = new Set(stale);
    stale.clear();
    await keeper.load();
    const outcome = await carryOut("read", () => wanted.read());
    if (wanted !== register) return;
    if (outcome?.ok !== true) {
      due.forEach((each) => stale.add(each));
      if (known === null) set({ view: { kind: "unread" } });
      return;
    }
    if (state.notice?.kind === "failed" && state.notice.task === "read") set({ notice: null });
    const { value } = outcome;
    if (value.kind !== "jobs" || value.jobs.bands === null) {
      forget(value.kind === "jobs" ? withoutBands(value.jobs) : value);
      return;
    }
    await readSources(due);
    if (wanted !== register) return;
    if (counted?.jobs !== value.jobs) {
      const found = await inSlices(countJobsInSteps(value.jobs), () => wanted === register);
      if (found === null) return;
      counted = found.value;
    }
    await assemble();
  };

  const read = oneAtATime(readOnce);
  const readAll = (): Promise<void> => {
    register.readAgain();
    SOURCES.forEach((each) => stale.add(each));
    return read();
  };

  /** What is made from a sheet's cells is read again, once a burst of changes is over; everything else stays. Formulas count: a pay table often is one. */
  const follows = (changed: string): void => {
    const unusable = state.view.kind === "no-bands" || state.view.kind === "no-scheme";
    if (unusable && changed !== sheetId) register.basisChanged();
    if (changed === payCells?.sheetId) stale.add("pay");
    if (changed === staffCells?.sheetId) stale.add("staff");
    if (opened === 0 || (stale.size === 0 && !register.behind)) return;
    clearTimeout(burst);
    burst = setTimeout(() => void read(), BURST_MS);
  };

  const follow = async (): Promise<void> => {
    await carryOut("read", () =>
      listenToWorkbook({
        cellsChanged: (changed, changes) => {
          register.changed(changed, changes);
          follows(changed);
        },
        calculated: (changed) => {
          register.calculated(changed);
          follows(changed);
        },
        sheetDeleted: (changed) => {
          register.deleted(changed);
          follows(changed);
        },
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

  /** The selected cells, or none, in place of those chosen before; null where they cannot be had. */
  const replaceCells = async (
    use: "Pay" | "Staff",
    register: string,
    old: KeptSource | null,
    selected: boolean,
  ): Promise<{ readonly cells: SourceCells | null; readonly kept: KeptSource | null } | null> => {
    if (!selected) {
      if (old !== null) await carryOut("choose", () => forgetSource(old));
      return { cells: null, kept: null };
    }
    const cells = await carryOut("choose", readSelection);
    if (cells?.ok !== true) return null;
    const kept = await carryOut("choose", () => keepSource(use, register, cells.value));
    return kept?.ok === true ? { cells: cells.value, kept: kept.value } : null;
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
      set(withoutDeleted());
      if (id !== sheetId || known === null) {
        if (id !== sheetId) register = new ScoredRegister(id);
        sheetId = id;
        SOURCES.forEach((each) => stale.add(each));
        forget({ kind: "reading" });
      }
      // Its name, and what it is judged by, may be others; of its rows only those are read that have changed.
      void read();
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
      const register = sheetId;
      const { pay } = keeper.sourcesOf(register);
      const chosen = await replaceCells("Pay", register, pay?.kind === "range" ? pay : null, wanted === "selection");
      if (chosen === null) return;
      const without = wanted === "sample" ? ({ kind: "sample" } as const) : null;
      keeper.putSources(register, { pay: chosen.kept === null ? without : { kind: "range", ...chosen.kept } });
      if (register !== sheetId) return;
      payCells = chosen.cells;
      await assemble();
    },
    async chooseStaff(wanted) {
      const register = sheetId;
      const { staff } = keeper.sourcesOf(register);
      const chosen = await replaceCells("Staff", register, staff, wanted === "selection");
      if (chosen === null) return;
      keeper.putSources(register, { staff: chosen.kept });
      if (register !== sheetId) return;
      staffCells = chosen.cells;
      await assemble();
    },
    chooseCharacteristic(characteristic) {
      keeper.putSources(sheetId, { characteristic, reference: null });
      set({ characteristic, reference: null });
      reckonSoon();
    },
    chooseReference(reference) {
      keeper.putSources(sheetId, { reference });
      set({ reference });
    },
    assume(change) {
      const assumptions = { ...state.assumptions, ...change };
      keeper.putSources(sheetId, { assumptions });
      set({ assumptions });
      reckonSoon();
    },
    dismiss: () => set({ notice: null, refusal: null }),
  };
}

const withoutBands = ({ sheetId, sheetName, bandsProblem }: ScoredJobs): BoundaryView => ({
  kind: "no-bands",
  sheetId,
  sheetName,
  problem: bandsProblem,
});

const namesOf = (scenarios: readonly SavedScenario[]): readonly string[] => scenarios.map(({ name }) => name);

let current: BoundarySession | undefined;

/** The one what-if of the open workbook: it outlives the view that shows it. */
export const workbookBoundaries = (): BoundarySession => (current ??= createBoundarySession());
