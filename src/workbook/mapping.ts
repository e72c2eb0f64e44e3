import * as v from "valibot";
import { type ColumnName, columnNames } from "../data/register/heading";
import type { Scheme } from "../domain/scheme/scheme";

/** By what a column is known again: its heading, and those beside it where the heading was changed. */
export interface ColumnKey {
  readonly heading: string;
  readonly before: string;
  readonly after: string;
}

/** Which sheets are registers, and by which headings their columns are known. Kept in the workbook's settings. */
export interface RegisterMapping {
  readonly sheetId: string;
  /** A scheme's name or edition id; `OWN_SCHEME` for a points chart of one's own. */
  readonly scheme: string;
  readonly headingRows: 1 | 2;
  /** A column a factor, in the scheme's order. */
  readonly factors: readonly ColumnKey[];
  readonly columns: Readonly<Partial<Record<ColumnName, ColumnKey>>>;
  /** Where the register's own grade table stands; null for the scheme's own bands. */
  readonly bands: KeptRange | null;
  /** Where the points chart of one's own stands; null for a published scheme. */
  readonly chart: KeptChart | null;
}

/** Cells that a register needs and that may move. */
export interface KeptRange {
  /** The workbook's name for them, which follows them; null where they were kept before there were such names. */
  readonly name: string | null;
  /** Where they stood when they were chosen, as a formula names them. */
  readonly address: string;
}

export interface KeptChart extends KeptRange {
  /** What the chart called its factors when the columns were agreed: a row that moved would change what a column is. */
  readonly factors: readonly string[];
}

export const OWN_SCHEME = "own";

/** Under what a scheme is kept. */
export const schemeKey = ({ id, name }: Scheme): string => (name === "own" ? OWN_SCHEME : id);

/** A heading about whose neighbours nothing is known. */
export const columnKey = (heading: string): ColumnKey => ({ heading, before: "", after: "" });

const KEY = "jobEvaluation.registers";
const VERSION = 3;

const keySchema = v.object({ heading: v.string(), before: v.string(), after: v.string() });
const keysSchema = v.pipe(v.array(keySchema), v.nonEmpty());
const common = {
  sheetId: v.string(),
  scheme: v.string(),
  headingRows: v.picklist([1, 2]),
  factors: keysSchema,
  columns: v.record(v.picklist(columnNames), keySchema),
};
const kept = { name: v.nullable(v.string()), address: v.string() };
const savedSchema = v.object({
  version: v.literal(VERSION),
  registers: v.array(
    v.object({
      ...common,
      bands: v.nullable(v.object(kept)),
      chart: v.nullable(v.object({ ...kept, factors: v.array(v.string()) })),
    }),
  ),
});

/** Version 2 knew grade tables by their address alone, and no charts of one's own. */
const secondSchema = v.object({ version: v.literal(2), registers: v.array(v.object({ ...common, bands: v.nullable(v.string()) })) });

/** Version 1 knew id, title and factors by their headings alone. */
const firstSchema = v.object({
  version: v.literal(1),
  registers: v.array(
    v.object({
      sheetId: v.string(),
      scheme: v.string(),
      headings: v.object({ id: v.string(), title: v.string(), factors: v.pipe(v.array(v.string()), v.nonEmpty()) }),
    }),
  ),
});

type SecondRegister = v.InferOutput<typeof secondSchema>["registers"][number];

function readSaved(value: unknown): readonly RegisterMapping[] | null {
  const reading = v.safeParse(savedSchema, value);
  if (reading.success) return reading.output.registers;
  const second = v.safeParse(secondSchema, value);
  if (second.success) return second.output.registers.map(fromSecond);
  const first = v.safeParse(firstSchema, value);
  if (!first.success) return null;
  return first.output.registers.map(({ sheetId, scheme, headings }) =>
    fromSecond({
      sheetId,
      scheme,
      headingRows: 1,
      factors: headings.factors.map(columnKey),
      columns: { id: columnKey(headings.id), title: columnKey(headings.title) },
      bands: null,
    }),
  );
}

const fromSecond = ({ bands, ...register }: SecondRegister): RegisterMapping => ({
  ...register,
  bands: bands === null ? null : { name: null, address: bands },
  chart: null,
});

/** The mappings in the workbook; settings of a later version, or damaged ones, are left alone and count as none. */
export async function loadMappings(context: Excel.RequestContext): Promise<readonly RegisterMapping[]> {
  const { value } = await savedValue(context);
  return value === undefined ? [] : (readSaved(value) ?? []);
}

async function savedValue(context: Excel.RequestContext): Promise<{ readonly value: unknown }> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  return { value: setting.isNullObject ? undefined : (setting.value as unknown) };
}

/** Changes the mappings; takes effect with the caller's next sync. What this version cannot read is never overwritten. */
export async function changeMappings(
  context: Excel.RequestContext,
  change: (registers: readonly RegisterMapping[]) => readonly RegisterMapping[],
): Promise<void> {
  const { value } = await savedValue(context);
  const registers = value === undefined ? [] : readSaved(value);
  if (registers === null) throw Object.assign(new Error("The workbook's settings are of a later version."), { code: "LaterSettings" });
  context.workbook.settings.add(KEY, { version: VERSION, registers: change(registers) });
}
