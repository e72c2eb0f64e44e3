import { formatArea, maxColumns, maxRows, parseAddress, type Area } from "../../workbook/address";
import type { CellValue } from "../../workbook/cell";
import { moveReferences } from "../../workbook/reference";
import type { FileCell, LineContent, Look, RowContent, TableContent } from "../content";
import { fromFile } from "../formula";
import { isDateFormat } from "../number-format";
import { flag, unescapeCellText, type Attributes, type XmlVisitor } from "../xml";
import { DamagedFile, type Journal } from "./damage";

/** What the cells of a sheet are read with. */
export interface CellContext {
  readonly sheet: string;
  readonly namespace: string;
  readonly texts: readonly string[];
  readonly looks: readonly (Look | undefined)[];
  readonly tables: readonly TableContent[];
  readonly dates1904: boolean;
  readonly journal: Journal;
}

/** Days from the start of 1900's count to that of 1904's. */
const days1904 = 1462;
const dayMs = 86_400_000;
const serialOrigin = Date.UTC(1899, 11, 30);

/** Reads the rows of a sheet while its part is being scanned: a large sheet never stands in memory as elements. */
export class CellReader implements XmlVisitor {
  readonly rows: RowContent[] = [];
  readonly lines: LineContent[] = [];
  private row = -1;
  private column = -1;
  private cells: FileCell[] = [];
  private attributes: Attributes = {};
  private formulaAttributes: Attributes | undefined;
  private formula = "";
  private held: string | undefined;
  private into: "formula" | "value" | undefined;
  private phonetic = false;
  private readonly shared = new Map<string, { readonly typed: string; readonly row: number; readonly column: number }>();
  /** By column, the last row that a formula above or beside fills. */
  private readonly filledTo = new Map<number, number>();

  constructor(private readonly context: CellContext) {}

  open(name: string, attributes: Attributes): void {
    if (name === "row") this.openRow(attributes);
    else if (name === "c") this.openCell(attributes);
    else if (name === "f") {
      this.formulaAttributes = attributes;
      this.into = "formula";
    } else if (name === "v" || (name === "t" && !this.phonetic)) {
      this.held ??= "";
      this.into = "value";
    } else if (name === "rPh") this.phonetic = true;
  }

  text(text: string): void {
    if (this.into === "formula") this.formula += text;
    else if (this.into === "value") this.held = (this.held ?? "") + text;
  }

  close(name: string): void {
    if (name === "c") this.closeCell();
    else if (name === "rPh") this.phonetic = false;
    else if (name === "row") {
      if (this.cells.length > 0) this.rows.push({ row: this.row, cells: this.cells });
    } else if (name === "f" || name === "v" || name === "t") this.into = undefined;
  }

  private openRow(attributes: Attributes): void {
    // A file may leave the numbers of rows and cells out: they follow one another then.
    this.row = attributes["r"] === undefined ? this.row + 1 : Number(attributes["r"]) - 1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= maxRows)
      throw new DamagedFile(this.context.sheet, `there is no row ${attributes["r"] ?? maxRows + 1}.`);
    this.column = -1;
    this.cells = [];
    const points = flag(attributes, "customHeight") ? Number(attributes["ht"]) : undefined;
    const hidden = flag(attributes, "hidden");
    if (points !== undefined || hidden) this.lines.push({ from: this.row, count: 1, points, hidden });
  }

  private openCell(attributes: Attributes): void {
    this.context.journal.countCells(1, this.context.sheet);
    const place = attributes["r"];
    if (place === undefined) this.column++;
    else {
      const column = columnIn(place, this.row);
      if (column === undefined) throw new DamagedFile(this.context.sheet, `the cell ${place} stands in row ${this.row + 1}.`);
      this.column = column;
    }
    if (this.column >= maxColumns) throw new DamagedFile(this.context.sheet, `row ${this.row + 1} is too long.`);
    this.attributes = attributes;
    this.formulaAttributes = undefined;
    this.formula = "";
    this.held = undefined;
    this.into = undefined;
  }

  private closeCell(): void {
    const { row, column, context } = this;
    const lookId = Number(this.attributes["s"] ?? 0);
    const look = context.looks[lookId];
    const styled = look ? { look } : {};
    const filled = (this.filledTo.get(column) ?? -1) >= row;
    // What a formula has spilled comes from that formula again.
    const value = filled ? null : this.readValue(look);
    const formula = this.formulaAttributes && !filled ? this.readFormula(this.formulaAttributes) : undefined;
    if (formula !== undefined) this.cells.push({ column, value, ...formula, ...styled });
    else if (value !== null || look) this.cells.push({ column, value, ...styled });
  }

  private readValue(look: Look | undefined): CellValue {
    const { held, context } = this;
    const kind = this.attributes["t"] ?? "n";
    if (held === undefined) return null;
    switch (kind) {
      case "s": {
        const text = context.texts[Number(held)];
        if (text === undefined) throw this.damaged(`its text, number ${held}, is missing.`);
        return blankAsNull(text);
      }
      case "str":
      case "inlineStr":
        return blankAsNull(unescapeCellText(held));
      case "b":
        return flag({ value: held.trim() }, "value");
      case "e":
        return { error: held };
      case "d":
        return this.readDate(held);
      case "n": {
        if (held.trim() === "") return null;
        const number = Number(held);
        if (!Number.isFinite(number)) throw this.damaged(`"${held.slice(0, 40)}" is no number.`);
        return context.dates1904 && look && isDateFormat(look.numberFormat) ? number + days1904 : number;
      }
      default:
        throw this.damaged(`"${kind}" is no kind of value.`);
    }
  }

  /** A date in words (ISO 8601), as files in the strict form have it. */
  private readDate(text: string): number {
    const [, years, months, days, hours = "0", minutes = "0", seconds = "0"] =
      /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/.exec(text.trim()) ?? [];
    if (years === undefined) throw this.damaged(`"${text.slice(0, 40)}" is no date.`);
    const day = Date.UTC(Number(years), Number(months) - 1, Number(days));
    return (day - serialOrigin) / dayMs + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  }

  /** Undefined where only the value that the formula last had is kept. */
  private readFormula(attributes: Attributes): { readonly formula: string; readonly spill?: Area } | undefined {
    const { context, row, column } = this;
    const kind = attributes["t"];
    if (kind === "dataTable") {
      context.journal.dataTables++;
      return undefined;
    }
    if (kind === "shared") {
      const id = attributes["si"] ?? "";
      const master = this.shared.get(id);
      if (this.formula === "") {
        if (!master) throw this.damaged("the formula that it shares is missing.");
        return { formula: moveReferences(master.typed, row - master.row, column - master.column) };
      }
    } else if (this.formula === "") return undefined;
    const read = fromFile(this.formula, { namespace: context.namespace, table: tableAt(context.tables, row, column) });
    if (read === "external") {
      context.journal.externalLinks++;
      return undefined;
    }
    if (kind === "shared") this.shared.set(attributes["si"] ?? "", { typed: read.typed, row, column });
    const spill = kind === "array" ? this.readSpill(attributes["ref"]) : undefined;
    return { formula: read.typed, ...(spill ? { spill } : {}) };
  }

  private readSpill(reference: string | undefined): Area | undefined {
    const area = reference === undefined ? undefined : parseAddress(reference)?.area;
    if (area?.row !== this.row || area.column !== this.column) throw this.damaged("its formula fills cells elsewhere.");
    if (area.rowCount === 1 && area.columnCount === 1) return undefined;
    this.context.journal.countCells(area.columnCount, this.context.sheet);
    for (let column = area.column; column < area.column + area.columnCount; column++)
      this.filledTo.set(column, area.row + area.rowCount - 1);
    return area;
  }

  private damaged(what: string): DamagedFile {
    const cell = formatArea({ row: this.row, column: this.column, rowCount: 1, columnCount: 1 });
    return new DamagedFile(`${this.context.sheet}, cell ${cell}`, what);
  }
}

/** The column of a cell in a row, undefined where the cell is not in it. A large file asks millions of times. */
function columnIn(place: string, row: number): number | undefined {
  let column = 0;
  let at = 0;
  for (; at < place.length; at++) {
    // Letters alone, without regard to case.
    const letter = (place.charCodeAt(at) & ~32) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return at > 0 && at < 4 && Number(place.slice(at)) === row + 1 ? column - 1 : undefined;
}

/** An empty text is a blank cell to the workbook. */
function blankAsNull(text: string): string | null {
  return text === "" ? null : text;
}

/** The name of the table that a cell belongs to. */
function tableAt(tables: readonly TableContent[], row: number, column: number): string | undefined {
  return tables.find(
    ({ area }) => row >= area.row && row < area.row + area.rowCount && column >= area.column && column < area.column + area.columnCount,
  )?.name;
}
