import type { Area } from "./address";
import { type Outcome, run } from "./failure";
import type { KeptRange } from "./mapping";
import { partsOfName, rangeName } from "./named-range";

/** Cells that a person has chosen for a register. */
export interface ChosenPlace {
  readonly sheetId: string;
  readonly sheetName: string;
  readonly area: Area;
}

/** Where kept cells stand now. */
export interface KeptPlace {
  /** As a formula names them. */
  readonly address: string;
  readonly range: Excel.Range;
}

export type KeptUse = "Grades" | "Chart" | "Pay" | "Staff";

/** The name in the workbook that follows the cells, whatever is inserted before them and however their sheet is called. */
export const keptName = (use: KeptUse, registerId: string): string => `JobEvaluation.${use}.${registerId.replace(/[^A-Za-z0-9]/g, "")}`;

/** Gives chosen cells their name; takes effect with the caller's next sync. */
export const keepRange = (
  context: Excel.RequestContext,
  use: KeptUse,
  registerId: string,
  { sheetName, area }: Pick<ChosenPlace, "sheetName" | "area">,
): Promise<KeptRange> => keepCells(context, use, registerId, rangeName(sheetName, area));

/** The same for cells as a formula names them. */
export async function keepCells(context: Excel.RequestContext, use: KeptUse, registerId: string, address: string): Promise<KeptRange> {
  const name = keptName(use, registerId);
  const known = context.workbook.names.getItemOrNullObject(name);
  known.load("name");
  await context.sync();
  if (known.isNullObject) context.workbook.names.add(name, `=${address}`);
  else known.formula = `=${address}`;
  return { name, address };
}

/** Where kept cells stand now, an item an item; null where they, or their sheet, are gone. */
export async function findKept(context: Excel.RequestContext, kept: readonly (KeptRange | null)[]): Promise<readonly (KeptPlace | null)[]> {
  if (kept.every((one) => one === null)) return kept.map(() => null);
  const { names, worksheets } = context.workbook;
  const asked = kept.map((one) => {
    if (one === null) return null;
    const named = one.name === null ? null : names.getItemOrNullObject(one.name);
    named?.load("formula");
    const sheet = worksheets.getItemOrNullObject(partsOfName(one.address).sheetName);
    sheet.load("name");
    return { address: one.address, named, sheet };
  });
  await context.sync();
  return asked.map((one) => {
    if (one === null) return null;
    // A name that was deleted leaves the cells where they were chosen.
    const formula = one.named === null || one.named.isNullObject ? null : (one.named.formula as string);
    const { sheetName, cells } = partsOfName(formula ?? one.address);
    const lost = cells === "" || sheetName === "#REF" || cells.includes("#REF!");
    if (lost || (formula === null && one.sheet.isNullObject)) return null;
    return { address: `'${sheetName.replace(/'/g, "''")}'!${cells}`, range: worksheets.getItem(sheetName).getRange(cells) };
  });
}

/** A name's formula before something was done to it; null where there was no such name. */
export async function namesBefore(context: Excel.RequestContext, wanted: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const items = wanted.map((name) => {
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load("formula");
    return { name, item };
  });
  await context.sync();
  return new Map(items.map(({ name, item }) => [name, item.isNullObject ? null : item.formula]));
}

/** Puts names back as they were, after a failure. */
export function putNamesBack(before: ReadonlyMap<string, string | null>): Promise<Outcome<void>> {
  return run(async (context) => {
    const items = [...before].map(([name, formula]) => {
      const item = context.workbook.names.getItemOrNullObject(name);
      item.load("formula");
      return { item, formula };
    });
    await context.sync();
    for (const { item, formula } of items) {
      if (item.isNullObject || item.formula === formula) continue;
      if (formula === null) item.delete();
      else item.formula = formula;
    }
    await context.sync();
  });
}
