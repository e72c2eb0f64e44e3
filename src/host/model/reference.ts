import { HostFailure } from "../executor/failure";
import { isHostObject } from "../executor/host-type";
import { fits, formatAddress, parseAddress, quoteSheet, type Area } from "../workbook/address";
import type { SheetPort, TablePort } from "../workbook/port";
import { moveReferences } from "../workbook/reference";
import { shiftArea, type Shift } from "../workbook/shift";
import type { Book } from "./book";

/** Cells of a sheet that the page refers to. The area moves along when rows or columns come in or go before it. */
export class RangeReference {
  private place: Area | undefined;

  constructor(
    readonly book: Book,
    readonly sheet: SheetPort,
    area: Area,
  ) {
    this.place = area;
  }

  get area(): Area {
    if (!this.place || !this.book.port.sheets().includes(this.sheet)) {
      throw new HostFailure("InvalidReference", "The cells of this range have been deleted.");
    }
    return this.place;
  }

  follow(shift: Shift): void {
    this.place &&= shiftArea(this.place, shift);
  }

  get address(): string {
    return formatAddress(this.sheet.name(), this.area);
  }

  at(area: Area): RangeReference {
    return new RangeReference(this.book, this.sheet, area);
  }
}

/** Several areas of one sheet. */
export class AreasReference {
  constructor(
    readonly book: Book,
    readonly sheet: SheetPort,
    private places: readonly Area[],
  ) {}

  get ranges(): readonly RangeReference[] {
    if (this.places.length === 0) throw new HostFailure("InvalidReference", "The cells of these areas have been deleted.");
    return this.places.map((area) => new RangeReference(this.book, this.sheet, area));
  }

  follow(shift: Shift): void {
    this.places = this.places.flatMap((area) => shiftArea(area, shift) ?? []);
  }
}

export class SheetReference {
  constructor(
    readonly book: Book,
    readonly sheet: SheetPort,
  ) {}
}

export class TableReference {
  constructor(
    readonly book: Book,
    readonly table: TablePort,
  ) {}
}

export function findSheet(book: Book, nameOrId: unknown): SheetPort | undefined {
  const wanted = String(nameOrId);
  const sheets = book.port.sheets();
  return sheets.find((sheet) => sheet.id === wanted) ?? sheets.find((sheet) => sameName(sheet.name(), wanted));
}

export function findTable(book: Book, nameOrId: unknown): TablePort | undefined {
  const wanted = String(nameOrId);
  const tables = book.port.tables();
  return tables.find((table) => table.id === wanted) ?? tables.find((table) => sameName(table.name(), wanted));
}

/** The range that an address, a defined name or a table name stands for, as seen from `sheet`. */
export function findRange(book: Book, sheet: SheetPort, text: string): RangeReference {
  const named = [...sheet.names(), ...book.port.names()].find(([name]) => sameName(name, text))?.[1];
  const found = rangeOfFormula(book, sheet, named ?? text);
  if (found) return found;
  const table = findTable(book, text);
  if (table) return new RangeReference(book, table.sheet, bodyArea(table));
  throw new HostFailure("InvalidArgument", `"${text}" is neither an address nor a name in this workbook.`);
}

/** The range that a formula such as `=Register!$A$1` is, if it is one. */
export function rangeOfFormula(book: Book, sheet: SheetPort, formula: string): RangeReference | undefined {
  const address = parseAddress(formula.replace(/^=/, ""));
  const place = address?.sheetName === undefined ? sheet : findSheet(book, address.sheetName);
  return address && place ? new RangeReference(book, place, address.area) : undefined;
}

/** A range given as an object or as an address. */
export function rangeGiven(book: Book, sheet: SheetPort, place: unknown): RangeReference {
  if (isHostObject(place)) {
    if (place.target instanceof RangeReference) return place.target;
    throw new HostFailure("InvalidArgument", "A range is wanted here.");
  }
  return findRange(book, sheet, String(place));
}

/** As names and rules hold it: `Register!$A$1:$B$9`. */
export function absoluteAddress({ sheet, area }: RangeReference): string {
  const cell = formatAddress("S", area).slice("S!".length);
  return `${quoteSheet(sheet.name())}!${cell.replace(/([A-Z]+|\d+)/g, "$$$1")}`;
}

/** The rows below a table's heading. */
export function bodyArea(table: TablePort): Area {
  const { row, rowCount, ...columns } = table.area();
  return { ...columns, row: row + 1, rowCount: Math.max(1, rowCount - 1) };
}

/** Excel takes names that differ in case alone for the same. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

export function requireFit(area: Area): Area {
  if (!fits(area)) throw new HostFailure("InvalidArgument", "The range would leave the sheet.");
  return area;
}

/** A formula copied from one cell to another. */
export function copiedFormula(formula: string, from: { row: number; column: number }, to: { row: number; column: number }): string {
  return moveReferences(formula, to.row - from.row, to.column - from.column);
}
