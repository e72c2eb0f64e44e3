import type { AdoptionChoice } from "../workbook/adoption/adoption";
import type { SheetLook } from "../workbook/adoption/look";
import type { Chosen } from "../workbook/adoption/recognition";
import type { Progress } from "../workbook/cell-parts";
import { type ChosenChart, type ChosenGrades, chooseChart, chooseGrades, keepGradeTable } from "../workbook/chosen-table";
import type { OwnRegister } from "../workbook/creation/creation";
import type { NewRegister } from "../workbook/creation/creation-sheet";
import { listenToWorkbook, selectCell, showSheet } from "../workbook/change";
import type { Outcome } from "../workbook/failure";
import { listRegisters } from "../workbook/register";
import { restore } from "../workbook/guarded-write";
import type { Written } from "../workbook/last-write";
import { addResults, reenterFormulas } from "../workbook/result";
import type { ResultColumn } from "../workbook/result-plan";
import { LiveRegister } from "./live-register";
import type { Notice, SessionState, Task } from "./session-state";
import type { RegisterSummary } from "./summary";
import { oneAtATime } from "./one-at-a-time";
import * as load from "./part";

/** The one live picture of the open workbook, and who wants to hear of it. */
export interface Session {
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  insertSample(): Promise<void>;
  /** Reads all registers again, whatever is known of them. */
  refresh(): Promise<void>;
  /** Asks which registers there are, and what their sheets are called: Excel tells nobody that a sheet was renamed. */
  checkSheets(): void;
  /** Stops reading a large sheet; what was read of it is dropped. */
  cancelReading(): void;
  /** Counts all jobs, or only those in rows that are shown. */
  countVisibleOnly(visibleOnly: boolean): Promise<void>;
  select(sheetId: string, row: number, column: number): Promise<void>;
  show(sheetId: string): Promise<void>;
  /** True once the new register's sheet is there. */
  create(wanted: Omit<NewRegister, "own"> | OwnRegister): Promise<boolean>;
  /** The selected cells as a points chart, or as a grade table; null where they could not be read, which is told. */
  chooseChart(): Promise<ChosenChart | null>;
  chooseGrades(): Promise<ChosenGrades | null>;
  /**
   * What a sheet, the one in front unless another is named, looks like as a register; null where it could not be read, which is told, or was
   * no longer wanted.
   */
  look(chosen?: Chosen, sheetId?: string): Promise<SheetLook | null>;
  /** True once the sheet is a register. */
  adopt(choice: AdoptionChoice, sheet: string): Promise<boolean>;
  addResults(sheetId: string, columns: readonly ResultColumn[]): Promise<void>;
  /** Gives an id to each job that has none. */
  giveIds(sheetId: string): Promise<void>;
  /** Enters the formulas that jobs lack in the columns of results. */
  fillResults(sheetId: string): Promise<void>;
  /** Adds a copy that needs no add-in. */
  handOver(sheetId: string): Promise<void>;
  /** Stops making a copy; what there is of it is taken away. */
  cancelCopy(): void;
  restore(): Promise<void>;
  reenter(sheetId: string): Promise<void>;
  keepGrades(sheetId: string): Promise<void>;
  tell(notice: Notice | null): void;
}

export interface LiveSession extends Session {
  /** Reads the workbook and follows it from then on. */
  start(): Promise<void>;
  /** The page was opened by something else than Excel. */
  startOutside(): Promise<void>;
}

/** Edits come in bursts: one reading answers all of a burst. */
const BURST_MS = 120;
/** Calculation goes on for a while after each edit. */
const CALCULATION_MS = 500;
/** Registers with more rows than this show how far their reading is. */
const LARGE = 5_000;

export function createSession(): LiveSession {
  const listeners = new Set<() => void>();
  const live = new Map<string, LiveRegister>();
  const summaries = new Map<string, RegisterSummary>();
  let state: SessionState = {
    phase: "starting",
    busy: false,
    registers: null,
    current: null,
    notice: null,
    progress: null,
    copying: null,
    visibleOnly: false,
    lastWritten: null,
    lastWrittenHere: false,
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calculation: ReturnType<typeof setTimeout> | undefined;
  /** Which sheets are registers, and which is in front, is to be asked. */
  let sheetsAsked = true;
  let copyWanted = true;
  /** A write that is too large for the workbook to keep how to take it back. */
  let unkept: Written | null = null;
  let activeSheetId: string | undefined;
  /** A sheet that may become a register is being read, and still wanted. */
  let looking = false;

  const set = (change: Partial<SessionState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  /** Carries out a task; whatever goes wrong ends as a notice. */
  const carryOut = async <T>(task: Task, work: () => Promise<Outcome<T>>): Promise<Outcome<T> | null> => {
    try {
      const outcome = await work();
      if (!outcome.ok) set({ notice: { kind: "failed", task, failure: outcome.failure } });
      return outcome;
    } catch (error) {
      set({ notice: { kind: "fault", task, message: error instanceof Error ? error.message : String(error) } });
      return null;
    }
  };

  const showProgress = (progress: Progress): void => {
    // The first reading of a large register is watched in the pane, not waited for.
    if (progress.of > LARGE) set({ phase: "ready", progress });
  };

  const publish = (): void => {
    const registers = [...live.values()].map((register) => {
      const known = summaries.get(register.sheetId);
      const summary = known ?? register.summary(state.visibleOnly);
      summaries.set(register.sheetId, summary);
      return summary;
    });
    const bySheet = (sheetId: string | undefined) => registers.find((register) => register.sheetId === sheetId);
    const current = bySheet(activeSheetId) ?? bySheet(state.current?.sheetId) ?? registers[0] ?? null;
    // A reading that worked again makes an earlier complaint about reading obsolete.
    const recovered = state.notice?.kind === "failed" && state.notice.task === "read";
    set({ registers, current, progress: null, ...(recovered ? { notice: null } : {}) });
  };

  /** Which registers there are; true where that could be read. */
  const readSheets = async (): Promise<boolean> => {
    sheetsAsked = false;
    const outcome = await carryOut("read", listRegisters);
    if (outcome?.ok !== true) {
      sheetsAsked = true;
      return false;
    }
    const { registers } = outcome.value;
    activeSheetId = outcome.value.activeSheetId;
    set({ lastWritten: unkept ?? outcome.value.lastWrite, lastWrittenHere: unkept !== null });
    for (const sheetId of live.keys()) {
      if (!registers.some(({ mapping }) => mapping.sheetId === sheetId)) live.delete(sheetId);
    }
    for (const { mapping, sheetName } of registers) {
      const known = live.get(mapping.sheetId);
      if (known === undefined) live.set(mapping.sheetId, new LiveRegister(mapping, sheetName));
      else known.agree(mapping, sheetName);
      summaries.delete(mapping.sheetId);
    }
    return true;
  };

  const read = async (): Promise<void> => {
    if (sheetsAsked && !(await readSheets())) return;
    let failed = false;
    // The register in front comes first.
    const ordered = [...live.values()].sort((a, b) => Number(b.sheetId === activeSheetId) - Number(a.sheetId === activeSheetId));
    for (const register of ordered) {
      while (register.behind && !failed) {
        summaries.delete(register.sheetId);
        const outcome = await carryOut("read", () => register.update(state.visibleOnly, showProgress));
        if (outcome?.ok !== true) failed = true;
        else if (!outcome.value) {
          live.delete(register.sheetId);
          break;
        }
      }
    }
    if (failed) set({ progress: null });
    else publish();
  };

  const update = oneAtATime(read);

  const updateSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), BURST_MS);
  };

  const checkSheets = (): void => {
    sheetsAsked = true;
    updateSoon();
  };

  const refresh = (): Promise<void> => {
    sheetsAsked = true;
    for (const register of live.values()) register.readAgain();
    return update();
  };

  /** A task that writes: one at a time, and the register is read again after it. */
  const change = async <T>(task: Task, work: () => Promise<Outcome<T>>, done: (value: T) => Partial<SessionState>): Promise<T | null> => {
    if (state.busy) return null;
    set({ busy: true, notice: null });
    const outcome = await carryOut(task, work);
    if (outcome?.ok === true) set(done(outcome.value));
    sheetsAsked = true;
    await update();
    set({ busy: false, copying: null });
    return outcome?.ok === true ? outcome.value : null;
  };

  const valueOf = <T>(outcome: Outcome<T> | null): T | null => (outcome?.ok === true ? outcome.value : null);

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      await carryOut("listen", () =>
        listenToWorkbook({
          cellsChanged: (sheetId, changes) => {
            for (const register of live.values()) for (const change of changes) register.changed(sheetId, change);
            if ([...live.values()].some(({ behind }) => behind)) updateSoon();
          },
          calculated: (sheetId) => {
            const register = live.get(sheetId);
            if (register?.hasFormulas !== true) return;
            clearTimeout(calculation);
            calculation = setTimeout(() => {
              register.recalculated();
              void update();
            }, CALCULATION_MS);
          },
          rowsHidden: (sheetId) => {
            live.get(sheetId)?.rowsHidden();
            if (state.visibleOnly) updateSoon();
          },
          sheetsChanged: checkSheets,
        }),
      );
      await refresh();
      set({ phase: "ready" });
    },
    startOutside() {
      set({ phase: "outside-excel" });
      return Promise.resolve();
    },
    async insertSample() {
      await change(
        "insert",
        async () => (await load.sample()).insertSample(),
        (sheets) => ({ notice: { kind: "inserted", sheets: sheets.map((sheet) => sheet.name) } }),
      );
    },
    async create(wanted) {
      const created = await change(
        "create",
        async () => {
          const { createOwnRegister, createRegister } = await load.creation();
          return "chart" in wanted ? createOwnRegister(wanted) : createRegister(wanted);
        },
        (answer) => ({ notice: answer.kind === "created" ? { kind: "created", sheet: answer.sheet.name } : answer }),
      );
      return created?.kind === "created";
    },
    chooseChart: async () => valueOf(await carryOut("choose", chooseChart)),
    chooseGrades: async () => valueOf(await carryOut("choose", chooseGrades)),
    async look(chosen, sheetId) {
      looking = true;
      const outcome = await carryOut("read", async () =>
        (await load.look()).lookAtSheet({ chosen, sheetId, tell: showProgress, wanted: () => looking }),
      );
      set({ progress: null });
      return valueOf(outcome);
    },
    async adopt(choice, sheet) {
      const adopted = await change(
        "adopt",
        async () => (await load.adoption()).adoptSheet(choice),
        (answer) => ({ notice: answer.kind === "adopted" ? { kind: "adopted", sheet } : answer }),
      );
      return adopted?.kind === "adopted";
    },
    async addResults(sheetId, columns) {
      await change(
        "results",
        () => addResults(sheetId, columns),
        (answer) => {
          if (answer.kind !== "written") return { notice: answer };
          const { written, mode, kept } = answer;
          unkept = kept ? null : written;
          return { notice: { kind: "results", written, mode, kept } };
        },
      );
    },
    async giveIds(sheetId) {
      await change(
        "ids",
        async () => (await load.jobId()).giveIds(sheetId),
        (answer) => {
          if (answer.kind === "ids-written") unkept = answer.kept ? null : answer.written;
          return { notice: { kind: "ids", answer } };
        },
      );
    },
    async fillResults(sheetId) {
      await change(
        "fill",
        async () => (await load.resultFill()).fillResults(sheetId),
        (answer) => {
          if (answer.kind === "filled") unkept = answer.kept ? null : answer.written;
          return { notice: { kind: "filled", answer } };
        },
      );
    },
    async handOver(sheetId) {
      await change(
        "handover",
        async () => {
          copyWanted = true;
          const { handOver } = await load.handover();
          return handOver(sheetId, (done, of) => {
            if (of > LARGE) set({ copying: done / of });
            return copyWanted;
          });
        },
        (answer) => ({ notice: answer.kind === "added" ? { kind: "handed-over", sheet: answer.sheet.name } : { kind: answer.kind } }),
      );
    },
    cancelCopy() {
      copyWanted = false;
    },
    async restore() {
      const { lastWritten } = state;
      if (lastWritten === null) return;
      await change(
        "restore",
        () => restore(lastWritten),
        () => {
          unkept = null;
          return { notice: { kind: "restored", what: lastWritten.what } };
        },
      );
    },
    async reenter(sheetId) {
      await change(
        "reenter",
        () => reenterFormulas(sheetId),
        (count) => ({ notice: { kind: "reentered", count } }),
      );
    },
    async keepGrades(sheetId) {
      await change(
        "grades",
        () => keepGradeTable(sheetId),
        (table) => ({ notice: table.reading.ok ? { kind: "grades-kept" } : { kind: "table-fault", table } }),
      );
    },
    refresh,
    checkSheets,
    cancelReading() {
      looking = false;
      for (const register of live.values()) if (register.behind) register.cancel();
    },
    async countVisibleOnly(visibleOnly) {
      set({ visibleOnly });
      summaries.clear();
      for (const register of live.values()) register.rowsHidden();
      await update();
    },
    async select(sheetId, row, column) {
      await carryOut("select", () => selectCell(sheetId, row, column));
    },
    async show(sheetId) {
      await carryOut("select", () => showSheet(sheetId));
    },
    tell: (notice) => set({ notice }),
  };
}
