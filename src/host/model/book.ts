import { HostFailure } from "../executor/failure";
import { formatAddress, parseAddress, type Area } from "../workbook/address";
import type { SheetPort, TablePort, WorkbookPort } from "../workbook/port";
import { shiftArea, type Shift } from "../workbook/shift";

/** What every object of the model stands on: the workbook, its settings, and who listens to which events. */
export interface Book {
  readonly port: WorkbookPort;
  /** Names and JSON texts, as the page saves them. */
  readonly settings: Map<string, string>;
  readonly subscriptions: Subscriptions;
  readonly functions: FunctionResults;
  readonly pane: PaneState;
  /** The page's command handlers stand; ribbon buttons may be pressed. */
  commandsReady(): void;
  /** Who does what happens now. */
  origin(): Origin;
  /** Tables in which the selection lies. */
  readonly selectedTables: Set<string>;
  /** For dates that are written without a year. */
  year(): number;
}

/** As events tell it: a person here, the add-in here, or somebody who has the same workbook open. */
export interface Origin {
  readonly source: "Local" | "Remote";
  readonly triggerSource: "Unknown" | "ThisLocalAddin";
}

/** Takes what custom functions came to. */
export interface FunctionResults {
  ready(): void;
  settle(results: readonly FunctionResult[]): void;
}

export interface FunctionResult {
  readonly id: string;
  readonly outcome: { readonly value: unknown } | { readonly errorCode: number; readonly message: string };
}

/** Whether the add-in's pane is shown. */
export interface PaneState {
  shown(): boolean;
  show(shown: boolean): void;
}

/** How many handlers the page has for events of a type at a target; office.js asks for each type and target once. */
export class Subscriptions {
  private readonly counts = new Map<string, number>();

  add(type: number, targetId: string): void {
    this.counts.set(key(type, targetId), this.count(type, targetId) + 1);
  }
  remove(type: number, targetId: string): void {
    this.counts.set(key(type, targetId), Math.max(0, this.count(type, targetId) - 1));
  }
  wanted(type: number, targetId: string): boolean {
    return this.count(type, targetId) > 0;
  }
  private count(type: number, targetId: string): number {
    return this.counts.get(key(type, targetId)) ?? 0;
  }
}

function key(type: number, targetId: string): string {
  return `${type} ${targetId}`;
}

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
    if (!this.place) throw new HostFailure("InvalidReference", "The cells of this range have been deleted.");
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
  const named = [...book.port.names()].find(([name]) => sameName(name, text))?.[1];
  const address = parseAddress(named === undefined ? text : named.replace(/^=/, ""));
  const place = address?.sheetName === undefined ? sheet : findSheet(book, address.sheetName);
  if (address && place) return new RangeReference(book, place, address.area);
  const table = findTable(book, text);
  if (table) {
    const { row, rowCount, ...columns } = table.area();
    return new RangeReference(book, table.sheet, { ...columns, row: row + 1, rowCount: Math.max(1, rowCount - 1) });
  }
  throw new HostFailure("InvalidArgument", `"${text}" is neither an address nor a name in this workbook.`);
}

/** Excel takes names that differ in case alone for the same. */
export function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
