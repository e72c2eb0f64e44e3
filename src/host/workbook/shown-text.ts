import { format as formatNumber } from "numfmt";
import type { Area } from "./address";
import { isCellError, type CellValue } from "./cell";
import type { SheetPort } from "./port";

/** What the cells show, by their number formats. */
export function shownTexts(sheet: SheetPort, area: Area): string[][] {
  const formats = sheet.numberFormats(area);
  return sheet.values(area).map((row, i) => row.map((value, j) => shownText(value, formats[i]?.[j] ?? "General")));
}

function shownText(value: CellValue, numberFormat: string): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  if (typeof value === "number") return formatNumber(numberFormat, value);
  return typeof value === "boolean" ? String(value).toUpperCase() : value;
}
