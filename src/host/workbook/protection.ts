import { intersection, maxColumns, maxRows, type Area } from "./address";
import type { SheetPort } from "./port";

/** Whether one of these cells may not be changed: cells are locked unless their format says otherwise, and it counts once the sheet is protected. */
export function isLocked(sheet: SheetPort, area: Area): boolean {
  if (!sheet.protection()) return false;
  const used = sheet.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const whole = area.rowCount === maxRows || area.columnCount === maxColumns;
  const looked = whole ? (intersection(area, used) ?? { ...area, rowCount: 1, columnCount: 1 }) : area;
  return sheet.formats(looked).some((row) => row.some((format) => format?.locked ?? true));
}

export function protectedMessage(sheet: SheetPort): string {
  return `You cannot do this: the worksheet "${sheet.name()}" is protected.`;
}
