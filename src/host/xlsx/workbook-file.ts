import type { WorkbookPort } from "../workbook/port";
import { fill, type Progress } from "./fill";
import { gather } from "./gather";
import type { FileProblem, Remark } from "./problem";
import { readWorkbook } from "./read/workbook";
import { writeWorkbook } from "./write/workbook";
import type { AddInIdentity } from "./write/setting";
import { usualLimits, type Limits } from "./zip-reader";

/** What a file says of the add-in that works in it. The host itself knows no add-in. */
export interface FileOptions {
  /** Of the add-in's functions: `JOB` where a person types `=JOB.JESCORE(…)`. */
  readonly namespace: string;
  /** The add-in whose settings the file keeps. */
  readonly addIn: AddInIdentity;
}

export interface SaveOptions extends FileOptions {
  readonly settings: ReadonlyMap<string, string>;
}

export interface OpenOptions extends FileOptions {
  readonly limits?: Limits;
  readonly progress?: Progress;
  /** Called once the file has been read whole, before anything of the workbook is touched. */
  readonly before?: () => void;
}

export interface Opened {
  readonly kind: "opened";
  readonly settings: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
}

/** The workbook as the bytes of an .xlsx file, once all formulas show what they come to. */
export async function saveWorkbook(port: WorkbookPort, { settings, ...options }: SaveOptions): Promise<Uint8Array> {
  await port.settled();
  return writeWorkbook(gather(port, settings), options);
}

/** Puts what a file holds in the place of all that the workbook had; with a problem, the workbook is as it was. */
export async function openWorkbook(port: WorkbookPort, bytes: Uint8Array, options: OpenOptions): Promise<Opened | FileProblem> {
  const { namespace, addIn, limits = usualLimits, progress = () => undefined, before } = options;
  const read = await readWorkbook(bytes, { namespace, addInId: addIn.id, limits });
  if ("kind" in read) return read;
  before?.();
  await fill(port, read.content, progress);
  return { kind: "opened", settings: read.content.settings, remarks: read.remarks };
}
