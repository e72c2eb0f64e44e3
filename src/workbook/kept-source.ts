import { type Outcome, run } from "./failure";
import { findKept, keepCells, type KeptUse } from "./kept-range";
import type { KeptRange } from "./mapping";
import { partsOfName } from "./named-range";
import { readNamed, type SourceCells } from "./source-range";

/** Cells chosen for what-ifs, and how they are found again, whatever was inserted before them and however their sheet is called by now. */
export interface KeptSource extends KeptRange {
  /** Where all that is on a sheet was chosen: the sheet. */
  readonly sheetId: string | null;
}

export function keepSource(
  use: Extract<KeptUse, "Pay" | "Staff">,
  registerId: string,
  { name: address, sheetId }: Pick<SourceCells, "name" | "sheetId">,
): Promise<Outcome<KeptSource>> {
  return run(async (context): Promise<KeptSource> => {
    if (partsOfName(address).cells === "") return { name: null, address, sheetId };
    const kept = await keepCells(context, use, registerId, address);
    await context.sync();
    return { ...kept, sheetId: null };
  });
}

/** Takes the name of cells that are not used any more out of the workbook; the cells stay. */
export function forgetSource({ name }: KeptSource): Promise<Outcome<void>> {
  return run(async (context) => {
    if (name === null) return;
    const item = context.workbook.names.getItemOrNullObject(name);
    item.load("name");
    await context.sync();
    if (item.isNullObject) return;
    item.delete();
    await context.sync();
  });
}

/** Cells chosen before, as they are now; null where they are gone. */
export async function readSource(source: KeptSource): Promise<Outcome<SourceCells | null>> {
  const found = await run((context) => addressNow(context, source));
  if (!found.ok) return found;
  return found.value === null ? { ok: true, value: null } : readNamed(found.value);
}

async function addressNow(context: Excel.RequestContext, source: KeptSource): Promise<string | null> {
  if (source.sheetId === null) return partsOfName(source.address).cells === "" ? source.address : await placeNow(context, source);
  const sheet = context.workbook.worksheets.getItemOrNullObject(source.sheetId);
  sheet.load("name");
  await context.sync();
  return sheet.isNullObject ? null : `'${sheet.name.replace(/'/g, "''")}'!`;
}

const placeNow = async (context: Excel.RequestContext, source: KeptSource): Promise<string | null> =>
  (await findKept(context, [source]))[0]?.address ?? null;
