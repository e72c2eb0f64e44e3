import { maxColumns, type Area } from "./address";
import { shiftArea, type Shift } from "./shift";

/** Something about some cells of a sheet, kept only for those that have it. */
export class CellMap<T> {
  private cells = new Map<number, T>();

  get(row: number, column: number): T | undefined {
    return this.cells.get(row * maxColumns + column);
  }
  set(row: number, column: number, value: T | undefined): void {
    if (value === undefined) this.cells.delete(row * maxColumns + column);
    else this.cells.set(row * maxColumns + column, value);
  }
  get size(): number {
    return this.cells.size;
  }
  *entries(): Iterable<[row: number, column: number, value: T]> {
    for (const [key, value] of this.cells) yield [Math.floor(key / maxColumns), key % maxColumns, value];
  }

  /** What the area's cells have, row by row. */
  read<R>(area: Area, show: (value: T | undefined) => R): R[][] {
    return Array.from({ length: area.rowCount }, (_, row) =>
      Array.from({ length: area.columnCount }, (_, column) => show(this.get(area.row + row, area.column + column))),
    );
  }

  shift(shift: Shift): void {
    const before = this.cells;
    this.cells = new Map();
    for (const [key, value] of before) {
      const cell = { row: Math.floor(key / maxColumns), column: key % maxColumns, rowCount: 1, columnCount: 1 };
      const place = shiftArea(cell, shift);
      if (place) this.set(place.row, place.column, value);
    }
  }
}

/** Something about some rows or columns. */
export class LineMap<T> {
  private lines = new Map<number, T>();

  constructor(private readonly axis: "row" | "column") {}

  get(line: number): T | undefined {
    return this.lines.get(line);
  }
  setMany(from: number, count: number, value: T | undefined): void {
    for (let line = from; line < from + count; line++) {
      if (value === undefined) this.lines.delete(line);
      else this.lines.set(line, value);
    }
  }

  /** Follows a shift of whole rows or columns. */
  shift(shift: Shift): void {
    const before = this.lines;
    this.lines = new Map();
    const { row, column, rowCount, columnCount } = shift.area;
    for (const [line, value] of before) {
      const area = this.axis === "row" ? { row: line, column, rowCount: 1, columnCount } : { row, column: line, rowCount, columnCount: 1 };
      const place = shiftArea(area, shift);
      if (place) this.lines.set(place[this.axis], value);
    }
  }
}

/** Calls `act` for each cell, with its place in the sheet and within the area. */
export function eachCell(area: Area, act: (row: number, column: number, inRow: number, inColumn: number) => void): void {
  for (let row = 0; row < area.rowCount; row++) {
    for (let column = 0; column < area.columnCount; column++) act(area.row + row, area.column + column, row, column);
  }
}
