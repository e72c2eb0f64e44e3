/** Why Excel did not do what was asked. Closed: the pane has a sentence for each. */
export type WorkbookFailure =
  | { readonly kind: "cell-edit" }
  | { readonly kind: "refused" }
  | { readonly kind: "too-large" }
  | { readonly kind: "not-available" }
  /** Saved by a later version of the add-in. */
  | { readonly kind: "later-settings" }
  /** What was written is not what the cells hold. */
  | { readonly kind: "not-kept"; readonly sheet: string; readonly address: string }
  /** Cells that were to be written hold something already. */
  | { readonly kind: "occupied"; readonly sheet: string; readonly address: string }
  /** Cells that were to be written belong to a table, which cannot hold what was wanted. */
  | { readonly kind: "in-table"; readonly sheet: string; readonly table: string }
  /** The table of own profiles, or the notes beside it, has lost its headings or was deleted. */
  | { readonly kind: "library-lost"; readonly sheet: string }
  /** Somebody has changed what the add-in wrote. */
  | { readonly kind: "changed-since"; readonly sheet: string; readonly address: string }
  | { readonly kind: "sheet-gone"; readonly sheet: string }
  /** By the person. */
  | { readonly kind: "cancelled" }
  /** Cells that were begun and could not be cleared again. */
  | { readonly kind: "half-written"; readonly sheet: string; readonly address: string; readonly cause: WorkbookFailure }
  /** Sheets that were added before something failed, and could not be taken away again. */
  | { readonly kind: "left-behind"; readonly sheets: readonly string[]; readonly cause: WorkbookFailure }
  | { readonly kind: "unexpected"; readonly code: string; readonly message: string };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: WorkbookFailure };

/** Excel's error codes, by what they mean to the person at the sheet. */
const MEANING: Readonly<Record<string, "cell-edit" | "refused" | "too-large" | "not-available" | "later-settings">> = {
  InvalidOperationInCellEditMode: "cell-edit",
  AccessDenied: "refused",
  RequestPayloadSizeLimitExceeded: "too-large",
  ResponsePayloadSizeLimitExceeded: "too-large",
  ApiNotAvailable: "not-available",
  ApiNotFound: "not-available",
  LaterSettings: "later-settings",
};

/** The failure that an error of office.js stands for; undefined for any other error, which is a bug of ours. */
export function failureOf(error: unknown): WorkbookFailure | undefined {
  if (!isOfficeError(error)) return undefined;
  const kind = MEANING[error.code];
  return kind === undefined ? { kind: "unexpected", code: error.code, message: error.message } : { kind };
}

const isOfficeError = (error: unknown): error is { readonly code: string; readonly message: string } =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" && "message" in error;

/** Runs a batch once any cell that is being edited is done with. */
export async function run<T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await Excel.run({ delayForCellEdit: true }, batch) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { ok: false, failure };
  }
}
