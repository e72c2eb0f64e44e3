import type { Area } from "../../workbook/address";
import { plainLayout, type ConditionalStyle, type Note } from "../../workbook/rule";
import type { Visibility } from "../../workbook/port";
import { readColor } from "../color";
import type { SheetContent, TableContent } from "../content";
import { child, children, flag, TreeBuilder, visitXml, type Attributes, type XmlElement, type XmlVisitor } from "../xml";
import { CellReader, type CellContext } from "./cell";
import { readColumns, readFrozen, readLayout } from "./layout";
import { readAreas, readConditionalFormats, readFilter, readProtection, readValidations, type RuleContext } from "./rule";

export interface SheetSource {
  readonly name: string;
  readonly visibility: Visibility;
  readonly xml: string;
  readonly tables: readonly TableContent[];
  readonly notes: readonly Note[];
}

export interface SheetContext extends Omit<CellContext, "sheet" | "tables"> {
  readonly differences: readonly ConditionalStyle[];
  readonly theme: readonly string[];
}

export function readSheet(source: SheetSource, context: SheetContext): SheetContent {
  const { name, visibility, tables, notes } = source;
  const cells = new CellReader({ ...context, sheet: name, tables });
  const scan = new SheetScan(cells);
  visitXml(source.xml, scan);
  const { single, repeated } = scan;
  const rules: RuleContext = { ...context, sheet: name };
  for (const [element, what] of leftOut) if (single.has(element)) context.journal.leftOut(what, name);
  const view = child(single.get("sheetViews"), "sheetView");
  const extensions = children(single.get("extLst"), "ext").flatMap((extension) => extension.children);
  const validationLists = [...extensions, single.get("dataValidations")].filter(
    (element): element is XmlElement => element?.name === "dataValidations",
  );
  return {
    id: scan.id,
    name,
    visibility,
    tabColor: readColor(child(single.get("sheetPr"), "tabColor")?.attributes, context.theme),
    gridlines: flag(view?.attributes ?? {}, "showGridLines", true),
    frozen: readFrozen(view),
    layout: { ...plainLayout, ...readLayout(single) },
    columns: readColumns(single.get("cols")),
    rowLines: cells.lines,
    rows: cells.rows,
    merges: readMerges(single.get("mergeCells"), rules),
    tables,
    filter: readFilter(single.get("autoFilter"), rules),
    protection: readProtection(single.get("sheetProtection")?.attributes, rules),
    validations: readValidations(validationLists, rules),
    conditionalFormats: readConditionalFormats(repeated, rules),
    notes,
    names: new Map(),
  };
}

/** Far more than anybody merges for looks; a workbook would have to blank every one of them. */
const mostMerged = 100_000;

function readMerges(element: XmlElement | undefined, { journal, sheet }: RuleContext): Area[] {
  const areas = children(element, "mergeCell").flatMap(({ attributes }) => readAreas(attributes["ref"]));
  const kept = areas.filter(({ rowCount, columnCount }) => rowCount * columnCount <= mostMerged);
  if (kept.length < areas.length) journal.leftOut("merging of whole columns", sheet);
  return kept;
}

const leftOut: readonly (readonly [element: string, what: string])[] = [
  ["drawing", "pictures, shapes and charts"],
  ["hyperlinks", "links behind cells (their texts stay)"],
  ["controls", "form controls"],
  ["oleObjects", "embedded objects"],
];

/** Hands the rows to the cells' reader and keeps the sheet's other elements. */
class SheetScan implements XmlVisitor {
  /** Elements that a sheet has once, by their names. */
  readonly single = new Map<string, XmlElement>();
  /** Conditional formats: one element for each list of areas. */
  readonly repeated: XmlElement[] = [];
  id = "";
  private depth = 0;
  private current: TreeBuilder | CellReader | undefined;

  constructor(private readonly cells: CellReader) {}

  open(name: string, attributes: Attributes): void {
    if (++this.depth === 1) this.id = attributes["uid"] ?? "";
    if (this.depth === 2) this.current = name === "sheetData" ? this.cells : new TreeBuilder();
    this.current?.open(name, attributes);
  }
  text(text: string): void {
    this.current?.text(text);
  }
  close(name: string): void {
    this.current?.close(name);
    if (--this.depth !== 1) return;
    const root = this.current instanceof TreeBuilder ? this.current.root : undefined;
    this.current = undefined;
    if (root?.name === "conditionalFormatting") this.repeated.push(root);
    else if (root) this.single.set(root.name, root);
  }
}
