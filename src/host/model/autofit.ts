import type { CellFormat } from "../workbook/format";
import { plainFormat } from "../workbook/format";
import { shownTexts } from "../workbook/shown-text";
import { usedPart } from "./content";
import { requireAllowed } from "./guard";
import type { RangeReference } from "./reference";

/** Widths and heights from the texts' lengths: near enough to read them, not what Excel would measure. */

const characterWidth = 0.55;
const lineHeight = 1.36;
const cellPadding = 8;

export function fitColumns(range: RangeReference): void {
  const { sheet } = range;
  requireAllowed(sheet, "allowFormatColumns");
  const area = usedPart(range);
  const texts = shownTexts(sheet, area);
  const formats = sheet.formats(area);
  for (let column = 0; column < area.columnCount; column++) {
    const widths = texts.map((row, i) => textWidth(row[column] ?? "", formats[i]?.[column]));
    const width = Math.max(...widths);
    if (width > 0) sheet.setColumnWidth(area.column + column, 1, Math.ceil(width + cellPadding));
  }
}

export function fitRows(range: RangeReference): void {
  const { sheet } = range;
  requireAllowed(sheet, "allowFormatRows");
  const area = usedPart(range);
  const formats = sheet.formats(area);
  for (const [row, texts] of shownTexts(sheet, area).entries()) {
    const heights = texts.map((text, column) => {
      const format = formats[row]?.[column] ?? plainFormat;
      const width = sheet.columnWidth(area.column + column) - cellPadding;
      const lines = format.wrap ? Math.max(1, Math.ceil(textWidth(text, format) / width)) : 1;
      return lines * format.fontSize * lineHeight;
    });
    sheet.setRowHeight(area.row + row, 1, Math.ceil(Math.max(...heights)));
  }
}

function textWidth(text: string, format: CellFormat = plainFormat): number {
  return text.length * format.fontSize * characterWidth * (format.bold ? 1.1 : 1);
}
