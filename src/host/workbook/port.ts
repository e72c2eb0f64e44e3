import type { Area } from "./address";
import type { CellContent, CellValue } from "./cell";

/**
 * What the object model asks of a workbook. Two adapters answer it: one in memory (for jest) and one over the grid in
 * the page. Both pass the same contract suite. Reads and writes are synchronous; only calculation takes time.
 */
export interface WorkbookPort {
  /** In the order of their tabs. */
  sheets(): readonly SheetPort[];
  addSheet(name: string): SheetPort;
  activeSheet(): SheetPort;
  selection(): Area;
  select(sheet: SheetPort, area: Area): void;

  tables(): readonly TablePort[];
  addTable(sheet: SheetPort, area: Area, name: string): TablePort;

  /** Defined names and the formulas that they stand for (`=Register!$A$1`). */
  names(): ReadonlyMap<string, string>;
  setName(name: string, formula: string | undefined): void;

  /** Resolves when every formula shows what it comes to with the cells as they are now. */
  settled(): Promise<void>;

  /** Returns the end of the listening. */
  listen(listener: (event: WorkbookEvent) => void): () => void;
}

export interface SheetPort {
  readonly id: string;
  name(): string;
  rename(name: string): void;
  activate(): void;
  delete(): void;
  visibility(): Visibility;
  setVisibility(visibility: Visibility): void;
  /** The smallest area with all values and formulas, or undefined where there are none. */
  usedArea(): Area | undefined;
  values(area: Area): CellValue[][];
  /** Formulas with "=", "" where there is none. */
  formulas(area: Area): string[][];
  numberFormats(area: Area): string[][];
  /** Undefined leaves the cell as it is. */
  write(area: Area, cells: readonly (readonly (CellContent | undefined)[])[]): void;
  setNumberFormats(area: Area, formats: readonly (readonly (string | undefined)[])[]): void;
  /** The format of the area's first cell. */
  format(area: Area): CellFormat;
  setFormat(area: Area, format: Partial<CellFormat>): void;
  clear(area: Area, what: "contents" | "formats" | "all"): void;
  /** In points. */
  columnWidth(column: number): number;
  setColumnWidth(from: number, count: number, points: number): void;
  rowHeight(row: number): number;
  setRowHeight(from: number, count: number, points: number): void;
  setFrozen(rows: number, columns: number): void;
  frozen(): { readonly rows: number; readonly columns: number };
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
  delete(): void;
}

export type Visibility = "Visible" | "Hidden" | "VeryHidden";

/** Colours are `#RRGGBB`, "" for none. */
export interface CellFormat {
  readonly fill: string;
  readonly fontColor: string;
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
}

export type HorizontalAlignment = "General" | "Left" | "Center" | "Right";
export type VerticalAlignment = "Top" | "Center" | "Bottom";

export const plainFormat: CellFormat = {
  fill: "",
  fontColor: "#000000",
  fontSize: 11,
  bold: false,
  italic: false,
  horizontal: "General",
  vertical: "Bottom",
  wrap: false,
};

export type WorkbookEvent =
  /** Cells got other contents, by hand or by an add-in; never by calculation. */
  | { readonly kind: "changed"; readonly sheet: SheetPort; readonly area: Area; readonly before?: CellValue; readonly after?: CellValue }
  /** Rows or columns came in (count > 0) or went (count < 0) before `at`. */
  | { readonly kind: "shifted"; readonly sheet: SheetPort; readonly axis: "row" | "column"; readonly at: number; readonly count: number }
  | { readonly kind: "selected"; readonly sheet: SheetPort; readonly area: Area }
  | { readonly kind: "activated"; readonly sheet: SheetPort; readonly left: string | undefined }
  | { readonly kind: "sheetAdded"; readonly sheet: SheetPort }
  | { readonly kind: "sheetDeleted"; readonly sheetId: string };
