import type { TableContent } from "../content";
import { child, children, flag, unescapeCellText, type XmlElement } from "../xml";
import { DamagedFile, type Journal } from "./damage";
import { readAreas, readFilter } from "./rule";

/** Undefined for a table without headings, which the workbook does not know. */
export function readTable(root: XmlElement, sheet: string, journal: Journal): TableContent | undefined {
  const { attributes } = root;
  const name = attributes["displayName"] ?? attributes["name"] ?? "";
  const [area] = readAreas(attributes["ref"]);
  if (!area || name === "") throw new DamagedFile(sheet, "a table has no name or no place.");
  if (attributes["headerRowCount"] === "0") {
    journal.leftOut(`the table ${name}, which has no headings (its cells stay)`, sheet);
    return undefined;
  }
  if (flag(attributes, "totalsRowShown", false) && Number(attributes["totalsRowCount"] ?? 0) > 0)
    journal.leftOut(`the totals row of the table ${name} as part of it (its cells stay)`, sheet);
  const totals = Number(attributes["totalsRowCount"] ?? 0);
  return {
    name,
    area: { ...area, rowCount: Math.max(1, area.rowCount - totals) },
    style: child(root, "tableStyleInfo")?.attributes["name"] ?? "",
    columns: children(child(root, "tableColumns"), "tableColumn").map(({ attributes: column }) => unescapeCellText(column["name"] ?? "")),
    filter: readFilter(child(root, "autoFilter"), { sheet, journal }),
  };
}
