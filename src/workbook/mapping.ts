import * as v from "valibot";

/** Which sheets are registers, and by which headings their columns are known. Kept in the workbook's settings. */
export interface RegisterMapping {
  readonly sheetId: string;
  /** A scheme's name or edition id. */
  readonly scheme: string;
  readonly headings: {
    readonly id: string;
    readonly title: string;
    /** A heading a factor, in the scheme's order. */
    readonly factors: readonly string[];
  };
}

const KEY = "jobEvaluation.registers";
const VERSION = 1;

const savedSchema = v.object({
  version: v.literal(VERSION),
  registers: v.array(
    v.object({
      sheetId: v.string(),
      scheme: v.string(),
      headings: v.object({ id: v.string(), title: v.string(), factors: v.pipe(v.array(v.string()), v.nonEmpty()) }),
    }),
  ),
});

/** The mappings in the workbook; settings of a later version, or damaged ones, are left alone and count as none. */
export async function loadMappings(context: Excel.RequestContext): Promise<readonly RegisterMapping[]> {
  const setting = context.workbook.settings.getItemOrNullObject(KEY);
  setting.load("value");
  await context.sync();
  if (setting.isNullObject) return [];
  const reading = v.safeParse(savedSchema, setting.value);
  return reading.success ? reading.output.registers : [];
}

/** Takes effect with the caller's next sync. */
export function saveMappings(context: Excel.RequestContext, registers: readonly RegisterMapping[]): void {
  context.workbook.settings.add(KEY, { version: VERSION, registers });
}
