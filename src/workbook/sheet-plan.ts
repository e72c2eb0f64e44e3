import type { Area } from "./address";

/** A number, a text, a formula, or "" for a blank cell. */
export type PlannedCell = string | number;

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly PlannedCell[])[];
  /** Read back after writing: a cell that holds something else is a failure. */
  readonly checked?: boolean;
}

export interface Look {
  readonly area: Area;
  readonly fill?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly italic?: boolean;
  readonly wrap?: boolean;
  readonly horizontal?: "Left" | "Center" | "Right";
  readonly vertical?: "Top" | "Center" | "Bottom";
  readonly numberFormat?: string;
}

export interface OfferedList {
  readonly area: Area;
  readonly items: readonly string[];
  /** Shown beside a cell that is selected. */
  readonly title: string;
  readonly message: string;
}

/** Everything of a sheet that is to be added, before Excel is asked for anything. */
export interface SheetPlan {
  /** The name wanted; a number follows where the workbook has it already. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly looks: readonly Look[];
  /** Widths in points, by column. */
  readonly widths: readonly number[];
  /** Heights in points, by row; null leaves a row as it is. */
  readonly heights: readonly (number | null)[];
  readonly table?: { readonly area: Area; readonly name: string; readonly style: string };
  /** Cells that offer a list of what may stand there; other entries are not refused. */
  readonly lists?: readonly OfferedList[];
  /** How many rows and columns stay in sight. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  /** The cell selected when the sheet is shown. */
  readonly start: { readonly row: number; readonly column: number };
}

export const areaOf = ({ row, column, cells }: Block): Area => ({ row, column, rows: cells.length, columns: cells[0]?.length ?? 0 });
