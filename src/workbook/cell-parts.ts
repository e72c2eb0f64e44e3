import type { Entry } from "../domain/entry";
import type { Area } from "./address";

/** Well under the 5 MB that a response may have on the web. */
const CELLS_AT_ONCE = 150_000;

/** Reads the values of an area, in parts where it is large. */
export async function readInParts(context: Excel.RequestContext, sheet: Excel.Worksheet, area: Area, from = 0): Promise<Entry[][]> {
  const rows = Math.min(area.rows - from, Math.max(1, Math.floor(CELLS_AT_ONCE / area.columns)));
  const part = sheet.getRangeByIndexes(area.row + from, area.column, rows, area.columns);
  part.load("values");
  await context.sync();
  const cells = part.values as Entry[][];
  return from + rows >= area.rows ? cells : cells.concat(await readInParts(context, sheet, area, from + rows));
}
