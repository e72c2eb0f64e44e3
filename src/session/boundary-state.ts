import type { Edit, Structure } from "../domain/boundary/scenario";
import type { FoundBoundaries } from "../domain/boundary/search";
import type { Problem } from "../domain/problem";
import type { WorkbookFailure } from "../workbook/failure";
import type { Assumptions, SavedScenario } from "../workbook/scenario-store";
import type { ScoredReading } from "../workbook/scored-jobs";
import { DEFAULT_ASSUMPTIONS, type Money } from "./boundary-money";
import type { CountedJobs, Picture } from "./boundary-picture";
import type { PayGiven, StaffGiven } from "./boundary-source";

export type BoundaryTask = "read" | "save" | "select" | "choose";

export type BoundaryNotice =
  | { readonly kind: "failed"; readonly task: BoundaryTask; readonly failure: WorkbookFailure }
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
  /** Why the last move was refused. */
  readonly refusal: Problem | null;
  readonly notice: BoundaryNotice | null;
  readonly pay: PayGiven;
  readonly staff: StaffGiven;
  readonly assumptions: Assumptions;
  /** The column of the staff list that people are compared by, beside sex. */
  readonly characteristic: string | null;
  /** The group that the others are compared with; null: the largest one stated. */
  readonly reference: string | null;
  /** Of the scenario shown, a moment after it was changed; null without a staff list. */
  readonly money: Money | null;
  /** Why the people cannot be reckoned with. */
  readonly moneyProblem: Problem | null;
}

/** Before anything was read: one scenario without steps. */
export const startingState = (first: SavedScenario): BoundaryState => ({
  view: { kind: "reading" },
  scenarios: [first],
  deleted: [],
  shown: first,
  refusal: null,
  notice: null,
  pay: { kind: "none" },
  staff: { kind: "none" },
  assumptions: DEFAULT_ASSUMPTIONS,
  characteristic: null,
  reference: null,
  money: null,
  moneyProblem: null,
});

export interface BoundarySession {
  readonly getState: () => BoundaryState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Shows a register, and follows it until the answer is called. */
  open(sheetId: string): () => void;
  refresh(): Promise<void>;
  /** Moves a boundary; what is dragged is one step. */
  move(band: string | number, from: number): void;
  /** Takes one more step, or says why it cannot be. */
  edit(edit: Edit): Problem | null;
  undo(): void;
  reset(): void;
  show(id: string): void;
  create(): void;
  /** A scenario of its own for what a search found, with its reasons. */
  keepFound(edits: readonly Edit[], name: string, found: FoundBoundaries): void;
  copy(): void;
  rename(name: string): void;
  remove(): void;
  bringBack(id: string): void;
  select(row: number): Promise<void>;
  choosePay(source: "none" | "sample" | "selection"): Promise<void>;
  chooseStaff(source: "none" | "selection"): Promise<void>;
  chooseCharacteristic(heading: string | null): void;
  /** null: the largest group stated. */
  chooseReference(group: string | null): void;
  assume(change: Partial<Assumptions>): void;
  dismiss(): void;
}
