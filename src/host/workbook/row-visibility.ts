import type { Area } from "./address";
import type { SheetPort, WorkbookEvent } from "./port";

type Rows = Pick<Area, "row" | "rowCount">;

export function hiddenRows(sheet: SheetPort, { row, rowCount }: Rows): readonly boolean[] {
  return Array.from({ length: rowCount }, (_, index) => sheet.rowHidden(row + index));
}

/**
 * What is told of the rows that a filter has hidden or shown: once each way, from the first such row to the last.
 * Excel tells filters by the event of hidden rows; the one of filters themselves is a preview that office.js keeps from add-ins.
 */
export function visibilityEvents(sheet: SheetPort, rows: Rows, before: readonly boolean[]): readonly WorkbookEvent[] {
  const after = hiddenRows(sheet, rows);
  return [false, true].flatMap((hidden) => {
    const became = (now: boolean, index: number) => now === hidden && now !== before[index];
    const first = after.findIndex(became);
    if (first < 0) return [];
    return [{ kind: "rowsHidden", sheet, from: rows.row + first, count: after.findLastIndex(became) - first + 1, hidden } as const];
  });
}
