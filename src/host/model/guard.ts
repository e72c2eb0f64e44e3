import { HostFailure } from "../executor/failure";
import type { SheetPort } from "../workbook/port";
import { isLocked, protectedMessage } from "../workbook/protection";
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
  if (isLocked(sheet, area)) throw denied(sheet);
}

/** Refuses what a protected sheet does not allow. */
export function requireAllowed(sheet: SheetPort, permission: Permission | undefined): void {
  const protection = sheet.protection();
  if (protection && !(permission && protection.options[permission] === true)) throw denied(sheet);
}

function denied(sheet: SheetPort): HostFailure {
  return new HostFailure("AccessDenied", protectedMessage(sheet));
}
