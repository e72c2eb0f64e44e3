import type { FunctionResult, FunctionResults } from "../model/book";
import { isCellError, type CellError, type CellValue } from "../workbook/cell";

/** A call of a custom function from a cell. */
export interface FunctionCall {
  readonly functionId: string;
  /** One for each declared parameter: a matrix, a scalar, or null where omitted. */
  readonly parameters: readonly unknown[];
  /** Where the formula stands, e.g. `Register!T2`. */
  readonly address: string;
  readonly errorsAllowed: boolean;
  /** Whether the function wants to hear that nobody waits for its answer any more. */
  readonly cancelable: boolean;
}

/** What the broker says to the add-in. */
export interface FunctionMessenger {
  invoke(invocations: readonly Invocation[]): void;
  /** By the ids of their invocations. */
  cancel(ids: readonly string[]): void;
}

/** A matrix, since any result may be one; one cell is 1 × 1. */
export type Outcome = readonly (readonly CellValue[])[];

const busy: CellError = { error: "#BUSY!", message: "The add-in is working on it." };

/** `[id, function, parameters, address, flags, addresses of parameters]`: what one invocation looks like to office.js. */
export type Invocation = readonly [string, string, readonly unknown[], string, number, null];

const flags = { cancelable: 1, argumentsMayBeErrors: 4 } as const;

/** A cell calls a few functions at most; older calls of it are forgotten. */
const callsKeptPerCell = 16;

interface Entry {
  readonly call: FunctionCall;
  outcome: Outcome | undefined;
}

/**
 * Stands between formulas, which want an answer now, and the add-in, which answers later. A call that is new waits in a
 * queue and shows #BUSY!; all that wait go to the add-in in one message, since each exchange costs some 200 ms however
 * many calls it carries. An answer is kept for its cell until the arguments change.
 */
export class FunctionBroker implements FunctionResults {
  private readonly byAddress = new Map<string, Entry[]>();
  private readonly underway = new Map<string, Entry>();
  private queue: Entry[] = [];
  private isReady = false;
  private flushing = false;
  private lastId = 0;

  /**
   * @param settled is told the cells whose functions have answered, so that they are calculated again.
   * @param blank what the add-in sees of a blank cell: null as on the web, 0 as on Windows.
   */
  constructor(
    private readonly messenger: FunctionMessenger,
    private readonly settled: (addresses: readonly string[]) => void,
    private readonly blank: () => null | 0 = () => null,
  ) {}

  /** The answer if there is one for exactly these arguments, else #BUSY! and the call is under way. */
  evaluate(call: FunctionCall): Outcome {
    const entries = this.byAddress.get(call.address) ?? [];
    const known = entries.find((entry) => entry.call.functionId === call.functionId && sameValue(entry.call.parameters, call.parameters));
    if (known) return known.outcome ?? [[busy]];
    const entry: Entry = { call, outcome: undefined };
    const kept = [entry, ...entries];
    this.abandon(kept.splice(callsKeptPerCell));
    this.byAddress.set(call.address, kept);
    this.queue.push(entry);
    this.scheduleFlush();
    return [[busy]];
  }

  /** The sentence behind an error that a function of this cell gave, "" where there is none. */
  messageAt(address: string): string {
    const [latest] = this.byAddress.get(address) ?? [];
    const errors = latest?.outcome?.flat().filter(isCellError) ?? [];
    return errors[0]?.message ?? "";
  }

  /** Calls of which no answer has come yet. */
  get waiting(): number {
    return this.queue.length + this.underway.size;
  }

  /** What these cells asked for is no longer wanted: they hold something else now. */
  overwritten(addresses: readonly string[]): void {
    const gone: Entry[] = [];
    for (const address of addresses) {
      const entries = this.byAddress.get(address) ?? [];
      const unanswered = entries.filter(({ outcome }) => outcome === undefined);
      if (unanswered.length === 0) continue;
      gone.push(...unanswered);
      this.byAddress.set(
        address,
        entries.filter(({ outcome }) => outcome !== undefined),
      );
    }
    this.abandon(gone);
  }

  /** Cells that wait for an answer. */
  waitingAddresses(): readonly string[] {
    return [...this.queue, ...this.underway.values()].map(({ call }) => call.address);
  }

  /** Forgets every answer, so that each formula asks again (full recalculation). */
  forget(): void {
    this.byAddress.clear();
    this.queue = [];
  }

  /** The add-in can be called from now on. */
  ready(): void {
    this.isReady = true;
    this.scheduleFlush();
  }

  settle(results: readonly FunctionResult[]): void {
    const addresses = new Set<string>();
    for (const { id, outcome } of results) {
      const entry = this.underway.get(id);
      if (!entry) continue;
      this.underway.delete(id);
      entry.outcome = "value" in outcome ? readOutcome(outcome.value) : [[failure(outcome.errorCode, outcome.message)]];
      addresses.add(entry.call.address);
    }
    if (addresses.size > 0) this.settled([...addresses]);
  }

  private abandon(entries: readonly Entry[]): void {
    if (entries.length === 0) return;
    const gone = new Set(entries);
    this.queue = this.queue.filter((entry) => !gone.has(entry));
    const cancelled = [...this.underway].filter(([, entry]) => gone.has(entry));
    for (const [id] of cancelled) this.underway.delete(id);
    const told = cancelled.filter(([, { call }]) => call.cancelable).map(([id]) => id);
    if (told.length > 0) this.messenger.cancel(told);
  }

  private scheduleFlush(): void {
    if (this.flushing || !this.isReady || this.queue.length === 0) return;
    this.flushing = true;
    setTimeout(() => {
      this.flushing = false;
      this.flush();
    }, 0);
  }

  private flush(): void {
    const blank = this.blank();
    const invocations = this.queue.map((entry): Invocation => {
      const id = String(++this.lastId);
      this.underway.set(id, entry);
      const { functionId, parameters, address, errorsAllowed, cancelable } = entry.call;
      const flag = (errorsAllowed ? flags.argumentsMayBeErrors : 0) + (cancelable ? flags.cancelable : 0);
      return [id, functionId, parameters.map((value) => toPage(value, blank)), address, flag, null];
    });
    this.queue = [];
    if (invocations.length > 0) this.messenger.invoke(invocations);
  }
}

const errorCodes: Readonly<Record<number, string>> = { 1: "#N/A", 5: "#DIV/0!", 6: "#NUM!", 7: "#VALUE!", 8: "#NULL!" };

function failure(code: number, message: string): CellError {
  return { error: errorCodes[code] ?? "#VALUE!", ...(message ? { message } : {}) };
}

/** What a function returned: a scalar or a matrix. Anything else is what Excel shows as #VALUE!. */
export function readOutcome(value: unknown): Outcome {
  if (!Array.isArray(value)) return [[readCell(value)]];
  const rows: readonly unknown[] = value;
  if (rows.length === 0 || !rows.every((row) => Array.isArray(row) && row.length > 0)) return [[badResult]];
  const matrix = rows as readonly (readonly unknown[])[];
  const width = matrix[0]?.length ?? 0;
  return matrix.every((row) => row.length === width) ? matrix.map((row) => row.map(readCell)) : [[badResult]];
}

const badResult: CellError = { error: "#VALUE!", message: "The function's result is neither a value nor a rectangle of values." };

function readCell(value: unknown): CellValue {
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") return value;
  // Excel shows an empty result as 0.
  if (value === null || value === undefined) return 0;
  if (typeof value === "object" && "valueType" in value && value.valueType === "CustomFunctionError" && "code" in value) {
    const message = "message" in value && typeof value.message === "string" ? value.message : "";
    return { error: String(value.code), ...(message ? { message } : {}) };
  }
  return badResult;
}

/** Blanks and errors as the page gets them. */
function toPage(value: unknown, blank: null | 0): unknown {
  if (!Array.isArray(value)) return value;
  return (value as unknown[][]).map((row) => row.map((cell) => (cell === null ? blank : isCellError(cell) ? errorToPage(cell) : cell)));
}

function errorToPage({ error }: CellError): unknown {
  return { valueType: "CustomFunctionError", code: error, message: "" };
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, index) => sameValue(item, b[index]));
  if (isCellError(a)) return isCellError(b) && a.error === b.error;
  return Object.is(a, b);
}
