import * as v from "valibot";
import { columnNames } from "../data/register/heading";
import { plainContent } from "./formula";
import type { PlannedCell } from "./sheet-plan";

const areaSchema = v.object({ row: v.number(), column: v.number(), rows: v.number(), columns: v.number() });
const writtenSchema = v.object({
  what: v.picklist(["results", "ids", "formulas"]),
  sheetId: v.string(),
  sheetName: v.string(),
  /** The rectangle around all that was written. */
  area: areaSchema,
  /** The cells written, in the parts in which they were; all of them were blank before. */
  cells: v.array(v.array(areaSchema)),
  /** By which it is seen whether they still hold what was written: the content itself may be personal, and is not kept. */
  print: v.string(),
  table: v.nullable(v.object({ id: v.string(), before: areaSchema })),
  /** The column that the register got with it. */
  column: v.nullable(v.object({ name: v.picklist(columnNames), heading: v.string() })),
});

/** What the add-in wrote last, as far as it must be known to be taken out again. */
export type Written = v.InferOutput<typeof writtenSchema>;

const KEY = "jobEvaluation.lastWrite";
const VERSION = 1;
const savedSchema = v.object({ version: v.literal(VERSION), written: writtenSchema });
/** Settings travel with every save: what has more parts than fit here is known to this pane alone. */
const LONGEST = 16_000;

/** What was written last; null where there is nothing that this version can read. */
export async function loadLastWrite(context: Excel.RequestContext): Promise<Written | null> {
  const reading = v.safeParse(savedSchema, (await lastWriteSlot(context)).value);
  return reading.success ? reading.output.written : null;
}

/** The place in the settings, read and ready to be written; what is put takes effect with the caller's next sync. */
export interface LastWriteSlot {
  /** Whatever it says; undefined for nothing. */
  readonly value: unknown;
  put(value: unknown): void;
  /** False where a write is too large to be kept, and then no earlier one is kept either. */
  keep(written: Written): boolean;
}

export async function lastWriteSlot(context: Excel.RequestContext): Promise<LastWriteSlot> {
  const { settings } = context.workbook;
  const setting = settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  const put = (value: unknown): void => {
    if (value !== undefined) settings.add(KEY, value);
    else if (!setting.isNullObject) setting.delete();
  };
  return {
    value: setting.isNullObject ? undefined : (setting.value as unknown),
    put,
    keep(written) {
      const value = { version: VERSION, written };
      const kept = JSON.stringify(value).length <= LONGEST;
      put(kept ? value : undefined);
      return kept;
    },
  };
}

/** SHA-256 over the cells' contents, part by part. */
export async function printOf(parts: readonly (readonly (readonly (readonly PlannedCell[])[])[])[]): Promise<string> {
  let print = "";
  for (const part of parts) {
    const contents = part.map((block) => block.map((row) => row.map(plainContent)));
    const bytes = new TextEncoder().encode(print + JSON.stringify(contents));
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    print = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  return print;
}
