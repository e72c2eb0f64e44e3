import type { Progress } from "../workbook/cell-parts";
import type { ChosenChart, ChosenGrades } from "../workbook/chosen-table";
import type { WorkbookFailure } from "../workbook/failure";
import type { IdAnswer } from "../workbook/job-id";
import type { Written } from "../workbook/last-write";
import type { FillAnswer } from "../workbook/result-fill";
import type { ResultsThere } from "../workbook/result";
import type { ResultMode } from "../workbook/result-plan";
import type { RegisterSummary } from "./summary";

export type Task =
  | "read"
  | "insert"
  | "create"
  | "select"
  | "listen"
  | "command"
  | "adopt"
  | "results"
  | "restore"
  | "reenter"
  | "fill"
  | "grades"
  | "choose"
  | "ids"
  | "handover";

/** Something to tell the person, until they dismiss it or the next thing happens. */
export type Notice =
  | { readonly kind: "inserted"; readonly sheets: readonly string[] }
  | { readonly kind: "failed"; readonly task: Task; readonly failure: WorkbookFailure }
  /** A bug of ours: shown, since nobody would see a log. */
  | { readonly kind: "fault"; readonly task: Task; readonly message: string }
  | { readonly kind: "created"; readonly sheet: string }
  | { readonly kind: "adopted"; readonly sheet: string }
  | ResultsThere
  | { readonly kind: "results"; readonly written: Written; readonly mode: ResultMode; readonly kept: boolean }
  | { readonly kind: "ids"; readonly answer: IdAnswer }
  | { readonly kind: "filled"; readonly answer: FillAnswer }
  | { readonly kind: "handed-over"; readonly sheet: string }
  | { readonly kind: "restored"; readonly what: Written["what"] }
  | { readonly kind: "reentered"; readonly count: number }
  | { readonly kind: "grades-kept" }
  /** A points chart or a grade table that cannot be read. */
  | { readonly kind: "table-fault"; readonly table: ChosenChart | ChosenGrades }
  | { readonly kind: "grades-missing" }
  | { readonly kind: "headings-missing" }
  /** Where this Excel cannot open a browser, the person can. */
  | { readonly kind: "reference"; readonly address: string };

export interface SessionState {
  readonly phase: "starting" | "ready" | "outside-excel";
  readonly busy: boolean;
  /** null until the workbook could be read. */
  readonly registers: readonly RegisterSummary[] | null;
  /** The register that is shown: the one on the sheet in front, else the one shown before. */
  readonly current: RegisterSummary | null;
  readonly notice: Notice | null;
  /** A large register is being read. */
  readonly progress: Progress | null;
  /** How much of a large copy is done, from 0 to 1; null while none is made. */
  readonly copying: number | null;
  /** Jobs in hidden rows are left out of the counts. */
  readonly visibleOnly: boolean;
  /** What the add-in wrote last and can take back. */
  readonly lastWritten: Written | null;
  /** Whether it can be taken back only as long as this pane is open. */
  readonly lastWrittenHere: boolean;
}
