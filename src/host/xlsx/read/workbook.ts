import { parseAddress, type Area } from "../../workbook/address";
import type { Visibility } from "../../workbook/port";
import type { PageLayout } from "../../workbook/rule";
import type { SheetContent, WorkbookContent } from "../content";
import { fromFile } from "../formula";
import type { FileProblem, Remark } from "../problem";
import { child, children, flag, TreeBuilder, visitXml, XmlFault, type Attributes, type XmlElement, type XmlVisitor } from "../xml";
import { readZip, type Limits } from "../zip-reader";
import { DamagedFile, Journal, TooManyCells } from "./damage";
import { readNotes, readRichText } from "./note";
import { Package, type Relations } from "./package";
import { readSettings } from "./setting";
import { readSheet } from "./sheet";
import { readStyles, readTheme } from "./style";
import { readTable } from "./table";

export interface ReadOptions {
  /** Of the add-in's functions, as typed before the dot. */
  readonly namespace: string;
  /** Of the add-in whose settings are read. */
  readonly addInId: string;
  readonly limits: Limits;
}

export interface ReadWorkbook {
  readonly content: WorkbookContent;
  readonly remarks: readonly Remark[];
}

/** Reads a whole file before anything of it goes anywhere. */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<ReadWorkbook | FileProblem> {
  const parts = await readZip(bytes, options.limits, isRead);
  if ("kind" in parts) return parts;
  const journal = new Journal(options.limits.cells);
  try {
    return readPackage(new Package(parts), journal, options);
  } catch (error) {
    if (error instanceof DamagedFile) return { kind: "damaged", where: error.where, what: error.what };
    if (error instanceof XmlFault) return { kind: "damaged", where: "The file", what: error.message };
    if (error instanceof TooManyCells) return { kind: "tooManyCells", sheet: error.sheet, limit: options.limits.cells };
    throw error;
  }
}

/** Pictures, macros and what else is not read is not unpacked either. */
function isRead(name: string): boolean {
  return (
    (/\.(xml|rels)$/i.test(name) && !/\/(drawings|charts|pivotCache|pivotTables|externalLinks|diagrams)\//i.test(name)) ||
    name === "mimetype"
  );
}

function readPackage(file: Package, journal: Journal, options: ReadOptions): ReadWorkbook | FileProblem {
  const [main] = file.relations("").of("officeDocument");
  const kind = mainKind(file, main);
  if (main === undefined || kind === undefined || !("workbook" in kind))
    return kind && "found" in kind ? { kind: "notWorkbook", ...kind } : nothingKnown;
  const root = file.xml(main);
  if (root?.name !== "workbook") return { kind: "notWorkbook", found: root ? "document" : "nothing known" };
  const relations = file.relations(main);
  const theme = readTheme(relations.of("theme").map((part) => file.xml(part))[0]);
  const dates1904 = flag(child(root, "workbookPr")?.attributes ?? {}, "date1904");
  const context = {
    ...options,
    ...readStyles(relations.of("styles").map((part) => file.xml(part))[0], theme),
    texts: readSharedTexts(file, relations),
    theme,
    dates1904,
    journal,
  };
  const tabs = children(child(root, "sheets"), "sheet");
  const read = tabs.map((tab): SheetContent | undefined => {
    const name = tab.attributes["name"] ?? "";
    const relation = relations.byId(tab.attributes["id"]);
    if (relation?.kind !== "worksheet") {
      journal.leftOut("the whole sheet, which has no cells", name);
      return undefined;
    }
    return readTab(file, name, tab.attributes, relation.target, { context, journal });
  });
  const names = readNames(root, options.namespace, journal);
  const sheets = read.flatMap((sheet, index) => (sheet ? [withNames(sheet, names.ofSheet.get(index))] : []));
  if (sheets.length === 0) return { kind: "damaged", where: "The workbook", what: "it has no sheet with cells." };
  const front = read[Number(child(child(root, "bookViews"), "workbookView")?.attributes["activeTab"] ?? 0)];
  const active = sheets.findIndex(({ name, visibility }) => name === front?.name && visibility === "Visible");
  const visible = sheets.findIndex(({ visibility }) => visibility === "Visible");
  const remarks = [
    ...(kind.macros ? [{ kind: "macros" } as const] : []),
    ...(dates1904 ? [{ kind: "dates1904" } as const] : []),
    ...journal.remarks(),
  ];
  const content = {
    sheets,
    active: Math.max(0, active >= 0 ? active : visible),
    names: names.ofWorkbook,
    settings: readSettings(file, options.addInId),
  };
  return { content, remarks };
}

const nothingKnown: FileProblem = { kind: "notWorkbook", found: "nothing known" };

/** What the package says that its main part is. */
function mainKind(
  file: Package,
  main: string | undefined,
): { workbook: true; macros: boolean } | { found: "binary workbook" | "document" | "OpenDocument" } | undefined {
  if (file.text("mimetype")?.includes("opendocument")) return { found: "OpenDocument" };
  const types = file.xml("[Content_Types].xml");
  if (!types || main === undefined) return undefined;
  const override = children(types, "Override").find(({ attributes }) => attributes["PartName"]?.toLowerCase() === `/${main.toLowerCase()}`);
  const extension = children(types, "Default").find(({ attributes }) =>
    main.toLowerCase().endsWith(`.${attributes["Extension"]?.toLowerCase() ?? ""}`),
  );
  const type = (override ?? extension)?.attributes["ContentType"] ?? "";
  if (/sheet\.binary/i.test(type)) return { found: "binary workbook" };
  if (/wordprocessingml|presentationml|visio/i.test(type)) return { found: "document" };
  return /spreadsheetml|ms-excel/i.test(type) ? { workbook: true, macros: /macroEnabled/i.test(type) } : undefined;
}

function readSharedTexts(file: Package, relations: Relations): string[] {
  const [part] = relations.of("sharedStrings");
  const xml = part === undefined ? undefined : file.text(part);
  const texts: string[] = [];
  if (xml !== undefined) visitXml(xml, new TextList(texts));
  return texts;
}

/** A long list of texts never stands in memory as elements. */
class TextList implements XmlVisitor {
  private depth = 0;
  private current = new TreeBuilder();

  constructor(private readonly texts: string[]) {}

  open(name: string, attributes: Attributes): void {
    if (++this.depth === 2) this.current = new TreeBuilder();
    if (this.depth > 1) this.current.open(name, attributes);
  }
  text(text: string): void {
    if (this.depth > 1) this.current.text(text);
  }
  close(): void {
    if (this.depth > 1) this.current.close();
    if (--this.depth === 1) this.texts.push(readRichText(this.current.root));
  }
}

const visibilities: Readonly<Record<string, Visibility>> = { hidden: "Hidden", veryHidden: "VeryHidden" };

function readTab(
  file: Package,
  name: string,
  attributes: Attributes,
  part: string,
  { context, journal }: { readonly context: Parameters<typeof readSheet>[1]; readonly journal: Journal },
): SheetContent {
  const xml = file.text(part);
  if (xml === undefined) throw new DamagedFile(name, "its part is missing.");
  const relations = file.relations(part);
  if (relations.of("pivotTable").length > 0) journal.leftOut("pivot tables (the values that they show stay)", name);
  if (relations.of("threadedComment").length > 0) journal.leftOut("replies to comments (each comment stays as a note)", name);
  const tables = relations.of("table").flatMap((target) => {
    const root = file.xml(target);
    return root ? (readTable(root, name, journal) ?? []) : [];
  });
  const notes = relations.of("comments").flatMap((target) => readNotes(file.xml(target)));
  return readSheet({ name, visibility: visibilities[attributes["state"] ?? ""] ?? "Visible", xml, tables, notes }, context);
}

interface SheetNames {
  readonly names: Map<string, string>;
  readonly layout: Partial<PageLayout>;
}

function readNames(root: XmlElement, namespace: string, journal: Journal) {
  const ofWorkbook = new Map<string, string>();
  const ofSheet = new Map<number, { names: Map<string, string>; layout: Partial<PageLayout> }>();
  for (const { attributes, text } of children(child(root, "definedNames"), "definedName")) {
    const name = attributes["name"] ?? "";
    const home = attributes["localSheetId"] === undefined ? undefined : Number(attributes["localSheetId"]);
    const own = home === undefined ? undefined : (ofSheet.get(home) ?? { names: new Map<string, string>(), layout: {} });
    if (home !== undefined && own) ofSheet.set(home, own);
    if (name === "_xlnm.Print_Area" && own) own.layout = { ...own.layout, printArea: parseLast(text) ?? null };
    else if (name === "_xlnm.Print_Titles" && own) own.layout = { ...own.layout, titleRows: titleRows(text) };
    // The rest of Excel's own names only repeats what filters say.
    else if (!name.startsWith("_xlnm.") && !flag(attributes, "function")) {
      const read = fromFile(text, { namespace });
      if (read === "external") journal.leftOut("names of cells in other workbooks", "");
      else (own ? own.names : ofWorkbook).set(name, read.typed);
    }
  }
  return { ofWorkbook, ofSheet: ofSheet as ReadonlyMap<number, SheetNames> };
}

function withNames(sheet: SheetContent, own: SheetNames | undefined): SheetContent {
  return own ? { ...sheet, names: own.names, layout: { ...sheet.layout, ...own.layout } } : sheet;
}

function parseLast(text: string): Area | undefined {
  return parseAddress(text)?.area;
}

/** `Sheet1!$A:$A,Sheet1!$1:$2`: the rows of it. */
function titleRows(text: string): Area | null {
  const rows = text.split(",").flatMap((part) => (/!?\$?\d+:\$?\d+$/.test(part) ? (parseAddress(part)?.area ?? []) : []));
  return rows[0] ?? null;
}
