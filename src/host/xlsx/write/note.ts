import { formatArea } from "../../workbook/address";
import type { Note } from "../../workbook/rule";
import { escapeCellText } from "../xml";
import { spreadsheetNamespace, textXml, xmlHead } from "./part";

export function notesPart(notes: readonly Note[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))];
  const comments = notes.map(({ row, column, text, author }) => {
    const place = formatArea({ row, column, rowCount: 1, columnCount: 1 });
    return `<comment ref="${place}" authorId="${authors.indexOf(author)}"><text><r>${textXml(text)}</r></text></comment>`;
  });
  const list = authors.map((author) => `<author>${escapeCellText(author)}</author>`).join("");
  return `${xmlHead}<comments xmlns="${spreadsheetNamespace}"><authors>${list}</authors><commentList>${comments.join("")}</commentList></comments>`;
}

/** The boxes in which Excel shows notes: a drawing in an older language, without which it drops them. */
export function noteDrawingPart(notes: readonly Note[]): string {
  const shapes = notes.map(({ row, column }, index) => {
    const anchor = [column + 1, 15, row, 2, column + 3, 15, row + 4, 4].join(", ");
    return [
      `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:108pt;height:59pt;visibility:hidden" fillcolor="#ffffe1">`,
      `<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>`,
      `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor>`,
      `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`,
    ].join("");
  });
  return [
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">`,
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>`,
    `<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">`,
    `<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`,
    ...shapes,
    "</xml>",
  ].join("");
}
