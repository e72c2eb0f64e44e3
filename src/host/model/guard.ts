import { HostFailure } from "../executor/failure";
import { intersection, maxColumns, maxRows, type Area } from "../workbook/address";
import type { SheetPort } from "../workbook/port";
import type { RangeReference } from "./reference";

/** What a protected sheet may still allow; names as in Office.js. */
type Permission =
  | "allowAutoFilter"
  | "allowDeleteColumns"
  | "allowDeleteRows"
  | "allowEditObjects"
  | "allowFormatCells"
  | "allowFormatColumns"
  | "allowFormatRows"
  | "allowInsertColumns"
  | "allowInsertRows"
  | "allowSort";

/** Refuses to change what cells hold where their sheet is protected and one of them is locked. */
export function requireEditable({ sheet, area }: Pick<RangeReference, "sheet" | "area">): void {
  if (!sheet.protection()) return;
  if (locked(sheet, area)) throw denied(sheet);
}

/** Refuses what a protected sheet does not allow. */
export function requireAllowed(sheet: SheetPort, permission: Permission | undefined): void {
  const protection = sheet.protection();
  if (protection && !(permission && protection.options[permission] === true)) throw denied(sheet);
}

function locked(sheet: SheetPort, area: Area): boolean {
  const used = sheet.usedArea() ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const whole = area.rowCount === maxRows || area.columnCount === maxColumns;
  const looked = whole ? (intersection(area, used) ?? { ...area, rowCount: 1, columnCount: 1 }) : area;
  return sheet.formats(looked).some((row) => row.some((format) => format?.locked ?? true));
}

function denied(sheet: SheetPort): HostFailure {
  return new HostFailure("AccessDenied", `You cannot do this: the worksheet "${sheet.name()}" is protected.`);
}
