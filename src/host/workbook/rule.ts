import type { Area } from "./address";
import type { CellFormat } from "./format";

/** Rules that a sheet lays on cells: what may be entered, how they look by what they hold, which rows a filter shows. */

export type Comparison =
  "Between" | "NotBetween" | "EqualTo" | "NotEqualTo" | "GreaterThan" | "LessThan" | "GreaterThanOrEqualTo" | "LessThanOrEqualTo";

/** A condition on one value. Operands are texts as typed: `5`, `=A1`; the second is for Between and NotBetween. */
export interface Condition {
  readonly comparison: Comparison;
  readonly operands: readonly string[];
}

export type ValidationRule =
  /** The source is `a,b,c` or a formula that names cells. */
  | { readonly kind: "list"; readonly source: string; readonly dropDown: boolean }
  | ({ readonly kind: "wholeNumber" | "decimal" | "date" | "textLength" } & Condition)
  | { readonly kind: "custom"; readonly formula: string };

export interface Validation {
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly alert: { readonly shown: boolean; readonly style: AlertStyle; readonly title: string; readonly message: string };
  readonly prompt: { readonly shown: boolean; readonly title: string; readonly message: string };
}

export type AlertStyle = "Stop" | "Warning" | "Information";

/** A validation and the cells that have it. No cell has two. */
export interface PlacedValidation {
  readonly areas: readonly Area[];
  readonly validation: Validation;
}

export type TextComparison = "Contains" | "NotContains" | "BeginsWith" | "EndsWith";

export interface ScalePoint {
  readonly kind: "LowestValue" | "HighestValue" | "Number" | "Percent" | "Percentile" | "Formula";
  /** A number or a formula; "" for the lowest and the highest value. */
  readonly operand: string;
  readonly color: string;
}

export type FormatRule =
  | ({ readonly kind: "cellValue" } & Condition)
  | { readonly kind: "custom"; readonly formula: string }
  | { readonly kind: "text"; readonly comparison: TextComparison; readonly text: string }
  | { readonly kind: "colorScale"; readonly points: readonly ScalePoint[] };

/** What a conditional format changes where it applies. */
export type ConditionalStyle = Partial<Pick<CellFormat, "fill" | "fontColor" | "bold" | "italic" | "underline" | "strikethrough">>;

export interface ConditionalFormat {
  readonly areas: readonly Area[];
  readonly rule: FormatRule;
  readonly style: ConditionalStyle;
  readonly stopIfTrue: boolean;
}

export interface PlacedConditionalFormat extends ConditionalFormat {
  readonly id: string;
}

export type FilterCriterion =
  /** Rows whose cell shows one of the texts; "" stands for blank cells. */
  | { readonly kind: "values"; readonly values: readonly string[] }
  /** `>=5`, `=a*`, `<>x`; both must hold, or either. */
  | { readonly kind: "custom"; readonly tests: readonly string[]; readonly join: "and" | "or" };

export interface AutoFilter {
  /** With the heading row. */
  readonly area: Area;
  /** By column of the area, from 0. */
  readonly criteria: ReadonlyMap<number, FilterCriterion>;
}

export interface SortKey {
  /** Column of the sorted area, from 0. */
  readonly column: number;
  readonly ascending: boolean;
}

export interface Note {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly author: string;
}

/** What a protected sheet still lets people do; names as in Office.js, e.g. `allowFormatCells`. */
export interface Protection {
  readonly options: Readonly<Record<string, unknown>>;
  /** The 16-bit number that stands for the password in a workbook's file, four hexadecimal digits; "" without a password. */
  readonly passwordHash: string;
}

/** How a sheet is printed. The grid does not draw it; files keep it. */
export interface PageLayout {
  readonly orientation: "Portrait" | "Landscape";
  readonly paperSize: "A3" | "A4" | "Letter";
  /** Percent, or how many pages wide and tall (0: as many as needed). */
  readonly zoom: { readonly scale: number } | { readonly pagesWide: number; readonly pagesTall: number };
  readonly printArea: Area | null;
  /** Rows repeated at the top of every page. */
  readonly titleRows: Area | null;
  readonly headerText: { readonly left: string; readonly center: string; readonly right: string };
  readonly footerText: { readonly left: string; readonly center: string; readonly right: string };
}

export const plainLayout: PageLayout = {
  orientation: "Portrait",
  paperSize: "A4",
  zoom: { scale: 100 },
  printArea: null,
  titleRows: null,
  headerText: { left: "", center: "", right: "" },
  footerText: { left: "", center: "", right: "" },
};
