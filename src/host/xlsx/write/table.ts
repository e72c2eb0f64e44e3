import { formatArea } from "../../workbook/address";
import type { TableContent } from "../content";
import { escapeCellText, escapeXml } from "../xml";
import { spreadsheetNamespace, xmlHead } from "./part";
import { filterXml } from "./rule";

/** @param id tells the tables of a whole workbook apart, from 1. */
export function tablePart(table: TableContent, id: number): string {
  const { name, columns, style, filter } = table;
  // Excel knows no table without a row under its headings.
  const area = { ...table.area, rowCount: Math.max(2, table.area.rowCount) };
  const list = columns.map((column, index) => `<tableColumn id="${index + 1}" name="${columnName(column)}"/>`);
  const shown = style === "" ? "" : ` name="${escapeXml(style)}"`;
  return [
    xmlHead,
    `<table xmlns="${spreadsheetNamespace}" id="${id}" name="${escapeXml(name)}" displayName="${escapeXml(name)}" ref="${formatArea(area)}" totalsRowShown="0">`,
    filterXml({ area, criteria: filter?.criteria ?? new Map() }),
    `<tableColumns count="${columns.length}">${list.join("")}</tableColumns>`,
    `<tableStyleInfo${shown} showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/>`,
    "</table>",
  ].join("");
}

/** A line end in a heading stands in the part as cell texts have what XML cannot hold. */
function columnName(text: string): string {
  return escapeCellText(text).replaceAll("&#10;", "_x000a_");
}
