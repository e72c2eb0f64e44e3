import type { Area } from "./address";
import type { CellContent, CellValue } from "./cell";
import type { CellFormat } from "./format";
import type {
  AutoFilter,
  ConditionalFormat,
  FilterCriterion,
  Note,
  PageLayout,
  PlacedConditionalFormat,
  PlacedValidation,
  Protection,
  SortKey,
  Validation,
} from "./rule";
import type { Shift } from "./shift";

/**
 * What the object model asks of a workbook. Two adapters answer it: one in memory (for jest) and one over the grid in
 * the page. Both pass the same contract suite. Reads and writes are synchronous; only calculation takes time.
 * Arguments are right when they arrive here: the object model has refused what Excel refuses.
 */
export interface WorkbookPort {
  /** In the order of their tabs. */
  sheets(): readonly SheetPort[];
  /** An id is given to a sheet that had it before, in a file. */
  addSheet(name: string, id?: string): SheetPort;
  activeSheet(): SheetPort;
  selection(): Area;
  select(sheet: SheetPort, area: Area): void;

  tables(): readonly TablePort[];
  addTable(sheet: SheetPort, area: Area, name: string): TablePort;

  /** Defined names of the workbook and the formulas that they stand for (`=Register!$A$1`). A sheet's own are its own. */
  names(): ReadonlyMap<string, string>;
  setName(name: string, formula: string | undefined): void;

  /** Resolves when every formula shows what it comes to with the cells as they are now. */
  settled(): Promise<void>;
  /** Asks for every formula anew. */
  recalculate(): void;

  undoStep(): UndoStep;

  /** Returns the end of the listening. */
  listen(listener: (event: WorkbookEvent) => void): () => void;
}

/** Runs changes: all that it runs, a person undoes as one. */
export type UndoStep = <T>(change: () => T) => T;

export interface SheetPort extends SheetRules {
  readonly id: string;
  name(): string;
  rename(name: string): void;
  activate(): void;
  delete(): void;
  /** Moves the tab to this place among the tabs, from 0. */
  moveTo(position: number): void;
  visibility(): Visibility;
  setVisibility(visibility: Visibility): void;
  /** `#RRGGBB`, "" for none. */
  tabColor(): string;
  setTabColor(color: string): void;
  gridlines(): boolean;
  setGridlines(shown: boolean): void;
  layout(): PageLayout;
  setLayout(layout: Partial<PageLayout>): void;

  /** The smallest area with all values and formulas, or undefined where there are none. */
  usedArea(): Area | undefined;
  /** By row, the first and the last column of a cell that holds something or looks other than plain. For files. */
  extents(): ReadonlyMap<number, readonly [first: number, last: number]>;
  /** Areas of several cells that a formula in their first cell fills. */
  spills(): readonly Area[];
  values(area: Area): CellValue[][];
  /** Formulas with "=", "" where there is none. */
  formulas(area: Area): string[][];
  numberFormats(area: Area): string[][];
  /** Undefined leaves the cell as it is. A formula may bring the value that it last had. */
  write(area: Area, cells: readonly (readonly (CellContent | undefined)[])[]): void;
  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void;
  /** The format of the area's first cell. */
  format(area: Area): CellFormat;
  setFormat(area: Area, format: Partial<CellFormat>): void;
  /** Of every cell; undefined where a cell has none of its own. For whole sheets at once, as files have them. */
  formats(area: Area): (CellFormat | undefined)[][];
  setFormats(area: Area, formats: readonly (readonly (Partial<CellFormat> | undefined)[])[]): void;
  clear(area: Area, what: "contents" | "formats" | "all"): void;

  /** Cells, rows or columns come in or go; formulas, names, tables and rules everywhere follow. */
  shift(shift: Shift): void;
  /** Sorts rows; formulas keep their meaning within their row. The area has no heading row. */
  sort(area: Area, keys: readonly SortKey[], matchCase: boolean): void;
  merges(): readonly Area[];
  merge(area: Area): void;
  /** Splits what is merged within the area. */
  unmerge(area: Area): void;

  /** In points. */
  columnWidth(column: number): number;
  setColumnWidth(from: number, count: number, points: number): void;
  rowHeight(row: number): number;
  setRowHeight(from: number, count: number, points: number): void;
  columnHidden(column: number): boolean;
  setColumnsHidden(from: number, count: number, hidden: boolean): void;
  /** By hand or by a filter. */
  rowHidden(row: number): boolean;
  setRowsHidden(from: number, count: number, hidden: boolean): void;
  setFrozen(rows: number, columns: number): void;
  frozen(): { readonly rows: number; readonly columns: number };
}

/** What a sheet lays on cells beside contents and looks. */
interface SheetRules {
  protection(): Protection | undefined;
  setProtection(protection: Protection | undefined): void;

  /** The sheet's own filter; tables have theirs. */
  filter(): AutoFilter | undefined;
  /** Shows the filter's arrows on this area and shows all rows; undefined takes the filter off. */
  setFilter(area: Area | undefined): void;
  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void;

  validations(): readonly PlacedValidation[];
  /** Replaces what the area's cells had; undefined takes it off. */
  setValidation(area: Area, validation: Validation | undefined): void;

  /** The first has priority. */
  conditionalFormats(): readonly PlacedConditionalFormat[];
  /** With priority over those that are there. */
  addConditionalFormat(format: ConditionalFormat): PlacedConditionalFormat;
  changeConditionalFormat(id: string, format: ConditionalFormat): void;
  removeConditionalFormat(id: string): void;

  notes(): readonly Note[];
  setNote(row: number, column: number, note: { readonly text: string; readonly author: string } | undefined): void;

  /** Names that this sheet alone knows. */
  names(): ReadonlyMap<string, string>;
  setName(name: string, formula: string | undefined): void;
}

export interface TablePort {
  readonly id: string;
  readonly sheet: SheetPort;
  name(): string;
  rename(name: string): void;
  /** With the heading row. */
  area(): Area;
  resize(area: Area): void;
  style(): string;
  setStyle(style: string): void;
  filter(): AutoFilter;
  setFilterCriterion(column: number, criterion: FilterCriterion | undefined): void;
  /** The table goes, its cells stay. */
  delete(): void;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

export type WorkbookEvent =
  /** Cells got other contents, by hand or by an add-in; never by calculation. */
  | { readonly kind: "changed"; readonly sheet: SheetPort; readonly area: Area; readonly before?: CellValue; readonly after?: CellValue }
  | { readonly kind: "shifted"; readonly sheet: SheetPort; readonly shift: Shift }
  | { readonly kind: "sorted"; readonly sheet: SheetPort; readonly area: Area }
  | { readonly kind: "selected"; readonly sheet: SheetPort; readonly area: Area }
  | { readonly kind: "activated"; readonly sheet: SheetPort; readonly left: string | undefined }
  | { readonly kind: "sheetAdded"; readonly sheet: SheetPort }
  | { readonly kind: "sheetDeleted"; readonly sheetId: string }
  /** Formulas of the sheet have come to something else. */
  | { readonly kind: "calculated"; readonly sheet: SheetPort }
  | { readonly kind: "rowsHidden"; readonly sheet: SheetPort; readonly from: number; readonly count: number; readonly hidden: boolean }
  | { readonly kind: "protectionChanged"; readonly sheet: SheetPort }
  | { readonly kind: "tableAdded"; readonly table: TablePort }
  | { readonly kind: "tableDeleted"; readonly tableId: string; readonly name: string; readonly sheet: SheetPort };
