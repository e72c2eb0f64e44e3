import type { Batch } from "./executor/batch";
import { parseAddress, type Address } from "./workbook/address";
import type { WorkbookPort } from "./workbook/port";

/** Transport-level answers that office.js turns into errors of its own. */
const TransportFault = { cellEditMode: 5004, requestTooLarge: 5103, responseTooLarge: 5104 } as const;

/** What Excel on the web takes and gives in one exchange. */
const excelPayloadLimit = 5 * 1024 * 1024;

/**
 * What goes wrong, on demand. Syncs are counted from 1, those of the page's own that touch the workbook; the exchanges of
 * custom functions and of start-up are not.
 */
export interface FaultPlan {
  /** This sync fails before anything of it is done. */
  readonly failAtSync?: number;
  /** This sync is done, and its answer is lost. */
  readonly loseAnswerOfSync?: number;
  /** While true, a person is typing in a cell and every sync is refused. */
  readonly cellEditMode?: () => boolean;
  /** Bytes of a request and of a response; larger ones are refused. */
  readonly payloadLimit?: number;
  readonly latencyMs?: number;
  /** Somebody else edits the same workbook just before this sync. */
  readonly coAuthor?: { readonly beforeSync: number; readonly edit: (port: WorkbookPort) => void };
}

/** Stands before the executor and spoils what the plan says. */
export class Faults {
  private syncs = 0;
  private remote = false;

  constructor(private readonly plan: FaultPlan) {}

  /** Whether what happens now is a co-author's doing. */
  get coAuthorActs(): boolean {
    return this.remote;
  }

  /** Runs a request's text through the plan; a number is a transport-level error. */
  async pass<T>(text: string, port: WorkbookPort, run: (batch: Batch) => Promise<T>): Promise<T | LostSync | number> {
    const batch = JSON.parse(text) as Batch;
    if (!touchesWorkbook(batch)) return run(batch);
    const { plan } = this;
    const sync = ++this.syncs;
    if (plan.latencyMs) await new Promise((resolve) => setTimeout(resolve, plan.latencyMs));
    if (plan.cellEditMode?.()) return TransportFault.cellEditMode;
    if (plan.payloadLimit !== undefined && bytes(text) > plan.payloadLimit) return TransportFault.requestTooLarge;
    if (plan.coAuthor?.beforeSync === sync) this.actRemotely(() => plan.coAuthor?.edit(port));
    if (plan.failAtSync === sync) return lostSync;
    const response = await run(batch);
    if (plan.loseAnswerOfSync === sync) return lostSync;
    if (plan.payloadLimit !== undefined && bytes(JSON.stringify(response)) > plan.payloadLimit) return TransportFault.responseTooLarge;
    return response;
  }

  private actRemotely(edit: () => void): void {
    this.remote = true;
    try {
      edit();
    } finally {
      this.remote = false;
    }
  }
}

/** The answer of a sync that failed as a whole. */
const lostSync = {
  Results: [],
  TraceIds: [],
  Error: {
    Code: "GeneralException",
    Message: "There was an internal error while processing the request.",
    Location: "",
    HttpStatusCode: 500,
    ActionIndex: 0,
  },
} as const;

type LostSync = typeof lostSync;

const globalPath = 1;
const referencePath = 6;
const instantiate = 1;

/** Services and the tidying up after `Excel.run` go through the same door; they are no syncs of the add-in's. */
function touchesWorkbook({ Actions, ObjectPaths }: Batch): boolean {
  return Actions.some(({ ActionType, Name, ObjectPathId }) => {
    const own = ObjectPaths[ObjectPathId];
    let root = own;
    while (root?.ParentObjectPathId) root = ObjectPaths[root.ParentObjectPathId];
    if (root?.ObjectPathType !== globalPath && root?.ObjectPathType !== referencePath) return false;
    return own !== root || (ActionType !== instantiate && Name !== "_RemoveReference");
  });
}

/**
 * Reads faults as the page's address says them: `sync-2`, `lost-2`, `cell-edit`, `limit` (or `limit-1000` bytes),
 * `latency-300`, `protected-2` (somebody protects every sheet before the second sync), `co-author-2-Register!B5-7`.
 * @throws where a text is none of these: a test that misspells a fault must not pass.
 */
export function readFaults(texts: readonly string[]): FaultPlan {
  return Object.assign({}, ...texts.map(readFault)) as FaultPlan;
}

function readFault(text: string): FaultPlan {
  const [, name = "", number, address, value] = /^([a-z]+(?:-[a-z]+)*)(?:-(\d+))?(?:-(.+)-([^-]*))?$/.exec(text) ?? [];
  const count = Number(number);
  if (name === "cell-edit" && number === undefined) return { cellEditMode: () => true };
  if (name === "limit") return { payloadLimit: number === undefined ? excelPayloadLimit : count };
  if (number !== undefined && name === "sync") return { failAtSync: count };
  if (number !== undefined && name === "lost") return { loseAnswerOfSync: count };
  if (number !== undefined && name === "latency") return { latencyMs: count };
  if (number !== undefined && name === "protected") return { coAuthor: { beforeSync: count, edit: protectAll } };
  const place = address === undefined ? undefined : parseAddress(address);
  if (number !== undefined && name === "co-author" && place && value !== undefined) {
    return { coAuthor: { beforeSync: count, edit: (port) => writeRemotely(port, place, value) } };
  }
  throw new Error(`"${text}" is no fault that the embedded workbook can make.`);
}

function protectAll(port: WorkbookPort): void {
  for (const sheet of port.sheets()) sheet.setProtection({ options: {}, passwordHash: "" });
}

function writeRemotely(port: WorkbookPort, { sheetName, area }: Address, value: string): void {
  const sheet = port.sheets().find((candidate) => candidate.name() === sheetName) ?? port.activeSheet();
  const cell = { ...area, rowCount: 1, columnCount: 1 };
  sheet.write(cell, [[{ value: value !== "" && Number.isFinite(Number(value)) ? Number(value) : value }]]);
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
