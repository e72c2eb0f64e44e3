import { formatArea, type Area } from "../../workbook/address";
import type { SheetContent, WorkbookContent } from "../content";
import { toFile } from "../formula";
import { escapeXml } from "../xml";
import { writeZip, type PartTexts } from "../zip-writer";
import { SharedTexts, type CellWriting } from "./cell";
import { noteDrawingPart, notesPart } from "./note";
import { relationshipNamespace, spreadsheetNamespace, xmlHead } from "./part";
import { extensionPart, panesPart, type AddInIdentity } from "./setting";
import { sheetPart } from "./sheet";
import { StyleSheet } from "./style";
import { tablePart } from "./table";

export interface WriteOptions {
  /** Of the add-in's functions, as typed before the dot. */
  readonly namespace: string;
  /** Whose settings are written. */
  readonly addIn: AddInIdentity;
}

export async function writeWorkbook(content: WorkbookContent, options: WriteOptions): Promise<Uint8Array> {
  return writeZip(workbookParts(content, options));
}

function workbookParts(content: WorkbookContent, { namespace, addIn }: WriteOptions): PartTexts {
  const writing: CellWriting = { namespace, styles: new StyleSheet(), texts: new SharedTexts(), dynamic: false };
  const parts = new PartList();
  const workbook = parts.relations("xl/workbook.xml");
  const sheetIds = content.sheets.map((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    addSheet(parts, name, sheet, index === content.active, index + 1, writing);
    return workbook.add("worksheet", name);
  });
  parts.add("xl/styles.xml", types.styles, writing.styles.part());
  workbook.add("styles", "xl/styles.xml");
  parts.add("xl/sharedStrings.xml", types.sharedStrings, writing.texts.part());
  workbook.add("sharedStrings", "xl/sharedStrings.xml");
  if (writing.dynamic) {
    parts.add("xl/metadata.xml", types.metadata, dynamicArrayMetadata);
    workbook.add("sheetMetadata", "xl/metadata.xml");
  }
  parts.add("xl/workbook.xml", types.workbook, workbookPart(content, sheetIds, namespace));
  const root = parts.relations("");
  root.add("officeDocument", "xl/workbook.xml");
  parts.add("docProps/app.xml", types.properties, applicationPart);
  root.add("extended-properties", "docProps/app.xml");
  if (content.settings.size > 0) {
    const [extension, panes] = ["xl/webextensions/webextension1.xml", "xl/webextensions/taskpanes.xml"];
    const relation = parts.relations(panes).add("webextension", extension, extensionRelationship);
    parts.add(extension, types.extension, extensionPart(content.settings, addIn));
    parts.add(panes, types.panes, panesPart(relation));
    root.add("webextensiontaskpanes", panes, extensionRelationship);
  }
  return parts.list();
}

function addSheet(parts: PartList, name: string, sheet: SheetContent, front: boolean, number: number, writing: CellWriting): void {
  const relations = parts.relations(name);
  const tables = sheet.tables.map((table) => {
    const id = parts.nextTable();
    const part = `xl/tables/table${id}.xml`;
    parts.add(part, types.table, tablePart(table, id));
    return relations.add("table", part);
  });
  let notes: string | undefined;
  if (sheet.notes.length > 0) {
    parts.add(`xl/comments${number}.xml`, types.comments, notesPart(sheet.notes));
    relations.add("comments", `xl/comments${number}.xml`);
    parts.add(`xl/drawings/vmlDrawing${number}.vml`, undefined, noteDrawingPart(sheet.notes));
    notes = relations.add("vmlDrawing", `xl/drawings/vmlDrawing${number}.vml`);
  }
  parts.add(name, types.worksheet, sheetPart(sheet, front, { notes, tables }, writing));
}

function workbookPart({ sheets, active, names }: WorkbookContent, ids: readonly string[], namespace: string): string {
  const tabs = sheets.map(({ name, visibility }, index) => {
    const state = visibility === "Visible" ? "" : ` state="${visibility === "Hidden" ? "hidden" : "veryHidden"}"`;
    return `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${state} r:id="${ids[index]!}"/>`;
  });
  const defined = [
    ...[...names].map(([name, formula]) => nameXml(name, toFile(formula, { namespace }), "")),
    ...sheets.flatMap((sheet, index) => sheetNames(sheet, ` localSheetId="${index}"`, namespace)),
  ];
  return [
    `${xmlHead}<workbook xmlns="${spreadsheetNamespace}" xmlns:r="${relationshipNamespace}"><workbookPr/>`,
    `<bookViews><workbookView activeTab="${active}"/></bookViews><sheets>${tabs.join("")}</sheets>`,
    defined.length === 0 ? "" : `<definedNames>${defined.join("")}</definedNames>`,
    // Of an Excel of today: an older number would make it calculate everything, and lose what it cannot.
    `<calcPr calcId="191029"/></workbook>`,
  ].join("");
}

function nameXml(name: string, filed: string, attributes: string): string {
  return `<definedName name="${escapeXml(name)}"${attributes}>${escapeXml(filed)}</definedName>`;
}

function sheetNames({ name, names, filter, layout }: SheetContent, home: string, namespace: string): string[] {
  const sheet = `'${name.replaceAll("'", "''")}'`;
  const place = (area: Area) => `${sheet}!${formatArea(area).replace(/([A-Z]+|\d+)/g, "$$$1")}`;
  return [
    ...[...names].map(([own, formula]) => nameXml(own, toFile(formula, { namespace }), home)),
    ...(layout.printArea ? [nameXml("_xlnm.Print_Area", place(layout.printArea), home)] : []),
    ...(layout.titleRows ? [nameXml("_xlnm.Print_Titles", place(layout.titleRows), home)] : []),
    ...(filter ? [nameXml("_xlnm._FilterDatabase", place(filter.area), `${home} hidden="1"`)] : []),
  ];
}

const openXml = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const types = {
  workbook: `${openXml}.sheet.main+xml`,
  worksheet: `${openXml}.worksheet+xml`,
  styles: `${openXml}.styles+xml`,
  sharedStrings: `${openXml}.sharedStrings+xml`,
  table: `${openXml}.table+xml`,
  comments: `${openXml}.comments+xml`,
  metadata: `${openXml}.sheetMetadata+xml`,
  extension: "application/vnd.ms-office.webextension+xml",
  properties: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  panes: "application/vnd.ms-office.webextensiontaskpanes+xml",
} as const;

const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const extensionRelationship = "http://schemas.microsoft.com/office/2011/relationships";

/** The parts of a package, with what each says of its relations and what the package says that they are. */
class PartList {
  private readonly parts: (readonly [name: string, text: string])[] = [];
  private readonly overrides: string[] = [];
  private readonly relationLists = new Map<string, RelationList>();
  private tables = 0;

  add(name: string, type: string | undefined, text: string): void {
    this.parts.push([name, text]);
    if (type !== undefined) this.overrides.push(`<Override PartName="/${name}" ContentType="${type}"/>`);
  }

  /** Of a part, or "" for the package itself. */
  relations(part: string): RelationList {
    const list = this.relationLists.get(part) ?? new RelationList(part.split("/").slice(0, -1));
    this.relationLists.set(part, list);
    return list;
  }

  nextTable(): number {
    return ++this.tables;
  }

  list(): PartTexts {
    const relations = [...this.relationLists].flatMap(([part, list]) => {
      const cut = part.lastIndexOf("/") + 1;
      return list.empty ? [] : [[`${part.slice(0, cut)}_rels/${part.slice(cut)}.rels`, list.text()] as const];
    });
    const typesPart = [
      `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
      `<Default Extension="xml" ContentType="application/xml"/>`,
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`,
      ...this.overrides,
      "</Types>",
    ].join("");
    return [["[Content_Types].xml", typesPart], ...relations, ...this.parts];
  }
}

class RelationList {
  private readonly relations: string[] = [];

  /** @param folder of the part whose relations these are; they name other parts from there, as most readers expect. */
  constructor(private readonly folder: readonly string[]) {}

  get empty(): boolean {
    return this.relations.length === 0;
  }

  /** The id by which the part names the other. */
  add(kind: string, target: string, namespace: string = relationshipNamespace): string {
    const id = `rId${this.relations.length + 1}`;
    this.relations.push(`<Relationship Id="${id}" Type="${namespace}/${kind}" Target="${this.from(target)}"/>`);
    return id;
  }

  private from(target: string): string {
    const path = target.split("/");
    const shared = this.folder.findIndex((step, index) => path[index] !== step);
    const same = shared < 0 ? this.folder.length : shared;
    return [...this.folder.slice(same).map(() => ".."), ...path.slice(same)].join("/");
  }

  text(): string {
    return `${xmlHead}<Relationships xmlns="${packageRelationships}">${this.relations.join("")}</Relationships>`;
  }
}

/** LibreOffice believes the texts that formulas had only where the name of a program begins as Excel's does. */
const applicationPart = [
  `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`,
  "<Application>Microsoft Excel (embedded workbook)</Application></Properties>",
].join("");

/** What the mark on cells with dynamic arrays means. */
const dynamicArrayMetadata = [
  `${xmlHead}<metadata xmlns="${spreadsheetNamespace}" xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">`,
  `<metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1"`,
  ` splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes>`,
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">`,
  `<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`,
  `<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
].join("");
