import { applyEdits, type Structure } from "../../src/domain/boundary/scenario";
import { withMove } from "../../src/domain/boundary/step";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import { type BoundarySession, type BoundaryState, startingState } from "../../src/session/boundary-state";
import type { ScoredJobs } from "../../src/workbook/scored-jobs";
import { nhsBands } from "./boundary";
import { nhs } from "./jobs";

/** Jobs of a register that nobody wrote down: the job in row n, from 0, is called J(n + 1). */
export function scoredJobs(scores: readonly number[], change: Partial<ScoredJobs> = {}): ScoredJobs {
  return {
    sheetId: "1",
    sheetName: "Register",
    scheme: nhs,
    rows: Int32Array.from(scores, (_, job) => 4 + job),
    ids: scores.map((_, job) => `J${job + 1}`),
    titles: scores.map((_, job) => `Job ${job + 1}`),
    scores: Float64Array.from(scores),
    blanks: [],
    unscored: { blank: 0, incomplete: 0, invalid: 0 },
    weights: { headcount: null, fte: null, women: null, men: null },
    weightColumns: { headcount: -1, fte: -1, women: -1, men: -1 },
    unreadable: [],
    factorColumns: [6],
    headingRow: 3,
    bands: nhsBands,
    chart: null,
    bandsAddress: null,
    bandsProblem: null,
    ...change,
  };
}

/** A what-if without a workbook: steps are taken as the real one takes them; what would ask Excel is only noted. */
export function boundarySession(
  jobs: ScoredJobs,
  change: Partial<BoundaryState> = {},
): { readonly session: BoundarySession; readonly calls: string[]; readonly state: () => BoundaryState } {
  const listeners = new Set<() => void>();
  const calls: string[] = [];
  const counted = countJobs(jobs);
  const pay = change.pay?.kind === "sample" || change.pay?.kind === "range" ? change.pay.table : null;
  const baseline: Structure = { bands: jobs.bands!, pay };
  const first = { id: "s1", register: "1", name: "Scenario 1", edits: [], found: null, deleted: false };
  const show = (shown: BoundaryState["shown"], more: Partial<BoundaryState> = {}): void => {
    const applied = applyEdits(baseline, shown.edits);
    if (!applied.ok) throw new Error("steps that do not fit");
    state = {
      ...state,
      shown,
      scenarios: [...state.scenarios.filter(({ id }) => id !== shown.id), shown],
      refusal: null,
      view: { kind: "ready", counted, baseline, picture: pictureOf(counted, baseline, applied.value), unfit: null },
      ...more,
    };
    listeners.forEach((listener) => listener());
  };
  let state: BoundaryState = { ...startingState(first), ...change };
  const take = (edits: BoundaryState["shown"]["edits"]) => {
    const applied = applyEdits(baseline, edits);
    if (!applied.ok) return applied.problem;
    show({ ...state.shown, edits });
    return null;
  };
  const call =
    (name: string) =>
    (...args: readonly unknown[]): void =>
      void calls.push([name, ...args.map((arg) => JSON.stringify(arg))].join(" "));
  const asked =
    (name: string) =>
    async (...args: readonly unknown[]): Promise<void> =>
      call(name)(...args);
  const session: BoundarySession = {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => () => undefined,
    refresh: asked("refresh"),
    move(band, from) {
      const refusal = take(withMove(baseline, state.shown.edits, band, from));
      if (refusal !== null) show(state.shown, { refusal });
    },
    edit: (edit) => take([...state.shown.edits, edit]),
    undo: () => void take(state.shown.edits.slice(0, -1)),
    reset: () => void take([]),
    show: call("show"),
    create: call("create"),
    keepFound: (edits, name, found) => show({ ...state.shown, id: `s${state.scenarios.length + 1}`, name, edits, found }),
    copy: call("copy"),
    rename: call("rename"),
    remove: call("remove"),
    bringBack: call("bring back"),
    select: asked("select"),
    choosePay: asked("pay"),
    chooseStaff: asked("staff"),
    chooseCharacteristic: call("characteristic"),
    chooseReference: call("reference"),
    assume: call("assume"),
    dismiss: call("dismiss"),
  };
  show(first);
  return { session, calls, state: () => state };
}
