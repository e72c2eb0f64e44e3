import { bounds, columnLetters, formatArea, type Area } from "../../workbook/address";
import { isSheetId } from "../../workbook/sheet-id";
import { plainLayout, type PageLayout } from "../../workbook/rule";
import { fileColor } from "../color";
import type { SheetContent } from "../content";
import { widthOfPoints } from "../read/layout";
import { escapeXml } from "../xml";
import { rowsXml, type CellWriting } from "./cell";
import { relationshipNamespace, spreadsheetNamespace, xmlHead } from "./part";
import { conditionalFormatsXml, filterXml, protectionXml, validationsXml } from "./rule";

/** Ids of the parts that the sheet's own part names. */
export interface SheetRelations {
  readonly notes: string | undefined;
  readonly tables: readonly string[];
}

/** The elements stand in the order that the format prescribes. */
export function sheetPart(sheet: SheetContent, front: boolean, relations: SheetRelations, writing: CellWriting): string {
  const { rows, rowLines, tables, filter, protection, merges, layout, namespace } = { ...sheet, ...writing };
  const fit = "pagesWide" in layout.zoom;
  const properties = `${sheet.tabColor === "" ? "" : `<tabColor rgb="${fileColor(sheet.tabColor)}"/>`}${fit ? `<pageSetUpPr fitToPage="1"/>` : ""}`;
  return [
    `${xmlHead}<worksheet xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}"${idXml(sheet.id)}>`,
    properties === "" ? "" : `<sheetPr>${properties}</sheetPr>`,
    `<dimension ref="${formatArea(extent(sheet))}"/>`,
    viewXml(sheet, front),
    `<sheetFormatPr defaultRowHeight="15"/>`,
    columnsXml(sheet),
    `<sheetData>${rowsXml(rows, rowLines, tables, writing)}</sheetData>`,
    protection ? protectionXml(protection) : "",
    filter ? filterXml(filter) : "",
    merges.length === 0
      ? ""
      : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${formatArea(area)}"/>`).join("")}</mergeCells>`,
    conditionalFormatsXml(sheet.conditionalFormats, namespace, writing.styles),
    validationsXml(sheet.validations, namespace),
    layoutXml(layout),
    relations.notes === undefined ? "" : `<legacyDrawing r:id="${relations.notes}"/>`,
    relations.tables.length === 0
      ? ""
      : `<tableParts count="${relations.tables.length}">${relations.tables.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`,
    "</worksheet>",
  ].join("");
}

/** Younger than the schema, which is why the part says that readers may pass it over. */
function idXml(id: string): string {
  if (!isSheetId(id)) return "";
  const compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
  const revision = "http://schemas.microsoft.com/office/spreadsheetml/2014/revision";
  return ` xmlns:mc="${compatibility}" mc:Ignorable="xr" xmlns:xr="${revision}" xr:uid="${id}"`;
}

function extent({ rows }: SheetContent): Area {
  let area: Area | undefined;
  for (const { row, cells } of rows) {
    for (const cell of [cells[0], cells.at(-1)]) {
      if (!cell) continue;
      const one = { row, column: cell.column, rowCount: 1, columnCount: 1 };
      area = area ? bounds(area, one) : one;
    }
  }
  return area ?? { row: 0, column: 0, rowCount: 1, columnCount: 1 };
}

function viewXml({ gridlines, frozen: { rows, columns } }: SheetContent, front: boolean): string {
  const attributes = `${gridlines ? "" : ` showGridLines="0"`}${front ? ` tabSelected="1"` : ""} workbookViewId="0"`;
  if (rows === 0 && columns === 0) return `<sheetViews><sheetView${attributes}/></sheetViews>`;
  const active = rows > 0 && columns > 0 ? "bottomRight" : rows > 0 ? "bottomLeft" : "topRight";
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ""}${rows > 0 ? ` ySplit="${rows}"` : ""}`;
  const pane = `<pane${split} topLeftCell="${columnLetters(columns)}${rows + 1}" activePane="${active}" state="frozen"/><selection pane="${active}"/>`;
  return `<sheetViews><sheetView${attributes}>${pane}</sheetView></sheetViews>`;
}

/** What Excel takes for a column that nobody has made wider or narrower. */
const usualWidth = 64 / 7;

function columnsXml({ columns }: SheetContent): string {
  if (columns.length === 0) return "";
  const list = [...columns]
    .sort((a, b) => a.from - b.from)
    .map(({ from, count, points, hidden }) => {
      const width = points === undefined ? usualWidth : widthOfPoints(points);
      return `<col min="${from + 1}" max="${from + count}" width="${width}"${hidden ? ` hidden="1"` : ""}${points === undefined ? "" : ` customWidth="1"`}/>`;
    });
  return `<cols>${list.join("")}</cols>`;
}

const paperSizes: Readonly<Record<PageLayout["paperSize"], number>> = { Letter: 1, A3: 8, A4: 9 };

function layoutXml({ orientation, paperSize, zoom, headerText, footerText }: PageLayout): string {
  const fitted =
    "scale" in zoom
      ? zoom.scale === 100
        ? ""
        : ` scale="${zoom.scale}"`
      : ` fitToWidth="${zoom.pagesWide}" fitToHeight="${zoom.pagesTall}"`;
  const header = thirdsText(headerText);
  const footer = thirdsText(footerText);
  const texts = `${header === "" ? "" : `<oddHeader>${escapeXml(header)}</oddHeader>`}${footer === "" ? "" : `<oddFooter>${escapeXml(footer)}</oddFooter>`}`;
  const plain = orientation === plainLayout.orientation && paperSize === plainLayout.paperSize && fitted === "" && texts === "";
  const margins = `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>`;
  if (plain) return margins;
  const setup = `<pageSetup paperSize="${paperSizes[paperSize]}"${fitted} orientation="${orientation.toLowerCase()}"/>`;
  return `${margins}${setup}${texts === "" ? "" : `<headerFooter>${texts}</headerFooter>`}`;
}

function thirdsText({ left, center, right }: PageLayout["headerText"]): string {
  return [
    ["&L", left],
    ["&C", center],
    ["&R", right],
  ]
    .map(([mark = "", text = ""]) => (text === "" ? "" : `${mark}${text}`))
    .join("");
}
