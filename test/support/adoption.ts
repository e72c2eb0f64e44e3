import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { lookAtSheet } from "../../src/workbook/adoption/look";
import type { Recognition } from "../../src/workbook/adoption/survey";

/** The NHS factors as registers head them, in the order of the scoring chart in chapter seven. */
export const SHORT_NHS: readonly string[] =
  "Communication|Knowledge|Analytical|Planning|Physical skills|Patient care|Policy|Finance|HR|Information|Research|Freedom to act|Physical effort|Mental effort|Emotional effort|Working conditions".split(
    "|",
  );

/** What the sheet in front is recognised as; every factor of its scheme has a column. */
export async function recognised(): Promise<{ readonly sheetId: string; readonly recognition: Recognition; readonly factors: number[] }> {
  const look = await lookAtSheet();
  if (!look.ok || look.value?.answer.kind !== "register") throw new Error(`not recognised: ${JSON.stringify(look)}`);
  const { sheetId, answer } = look.value;
  const { recognition } = answer;
  const factors = recognition.factors.flatMap((factor) => (factor === null ? [] : [factor.column]));
  expect(factors).toHaveLength(recognition.scheme.factors.length);
  return { sheetId, recognition, factors };
}

/** Takes the sheet in front for a register as it is recognised, and gives its id. `columns`: those that are no factors. */
export async function adoptFront(columnsOf: (found: Recognition["columns"]) => Recognition["columns"] = (found) => found): Promise<string> {
  const { sheetId, recognition, factors } = await recognised();
  const { scheme, headingRows, headings, columns } = recognition;
  const adopted = await adoptSheet({ sheetId, scheme, chart: null, headingRows, headings, factors, columns: columnsOf(columns) });
  expect(adopted).toEqual({ ok: true, value: { kind: "adopted" } });
  return sheetId;
}
