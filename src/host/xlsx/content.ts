import type { Area } from "../workbook/address";
import type { CellContent } from "../workbook/cell";
import type { CellFormat } from "../workbook/format";
import type { AutoFilter, ConditionalFormat, Note, PageLayout, PlacedValidation, Protection } from "../workbook/rule";
import type { Visibility } from "../workbook/port";

/** A workbook as a file holds it: what stands between a workbook's port and the parts of a file. */
export interface WorkbookContent {
  readonly sheets: readonly SheetContent[];
  /** Position of the sheet that is in front. */
  readonly active: number;
  readonly names: ReadonlyMap<string, string>;
  /** The add-in's settings: names and JSON texts. */
  readonly settings: ReadonlyMap<string, string>;
}

export interface SheetContent {
  /** "" where the file has none. */
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  /** `#RRGGBB`, "" for none. */
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly layout: PageLayout;
  readonly columns: readonly LineContent[];
  /** Rows with a height of their own, or hidden. */
  readonly rowLines: readonly LineContent[];
  readonly rows: readonly RowContent[];
  readonly merges: readonly Area[];
  readonly tables: readonly TableContent[];
  readonly filter: AutoFilter | undefined;
  readonly protection: Protection | undefined;
  readonly validations: readonly PlacedValidation[];
  /** The first has priority. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly notes: readonly Note[];
  readonly names: ReadonlyMap<string, string>;
}

/** Columns or rows that are alike; a size of its own is in points. */
export interface LineContent {
  readonly from: number;
  readonly count: number;
  readonly points?: number | undefined;
  readonly hidden: boolean;
}

export interface RowContent {
  readonly row: number;
  /** By column. */
  readonly cells: readonly FileCell[];
}

export interface FileCell extends CellContent {
  readonly column: number;
  /** The whole area that the formula fills, where that is more than its own cell. */
  readonly spill?: Area;
  readonly look?: Look;
}

/** How a cell looks; cells that look alike share one. */
export interface Look {
  readonly numberFormat: string;
  /** Undefined where the cell has no format of its own. */
  readonly format: CellFormat | undefined;
}

export interface TableContent {
  readonly name: string;
  /** With the heading row. */
  readonly area: Area;
  readonly style: string;
  readonly columns: readonly string[];
  readonly filter: AutoFilter | undefined;
}
