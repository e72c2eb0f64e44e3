import { maxColumns, maxRows, type Area } from "./address";

/** Cells come in at an area and push others down or right, or an area goes and others close up to it. */
export interface Shift {
  readonly area: Area;
  readonly direction: "down" | "right" | "up" | "left";
}

/**
 * Where an area stands afterwards, undefined where all of it went. Cells beside the shifted band stay, and so does an
 * area that the band covers only in part; an area that cells come into grows, as Excel's references do.
 */
export function shiftArea(area: Area, { area: band, direction }: Shift): Area | undefined {
  const vertical = direction === "down" || direction === "up";
  const along = vertical ? span(area.row, area.rowCount) : span(area.column, area.columnCount);
  const across = vertical ? span(area.column, area.columnCount) : span(area.row, area.rowCount);
  const at = vertical ? span(band.row, band.rowCount) : span(band.column, band.columnCount);
  const width = vertical ? span(band.column, band.columnCount) : span(band.row, band.rowCount);
  if (across.from < width.from || across.to > width.to) return area;
  const limit = vertical ? maxRows : maxColumns;
  if (along.to - along.from === limit) return area;
  const moved = direction === "down" || direction === "right" ? inserted(along, at, limit) : deleted(along, at);
  if (moved.to <= moved.from) return undefined;
  const count = moved.to - moved.from;
  return vertical ? { ...area, row: moved.from, rowCount: count } : { ...area, column: moved.from, columnCount: count };
}

/** The part of an area list that is left. */
export function shiftAreas(areas: readonly Area[], shift: Shift): readonly Area[] {
  return areas.flatMap((area) => shiftArea(area, shift) ?? []);
}

export function isWholeRows({ area, direction }: Shift): boolean {
  return area.columnCount === maxColumns && (direction === "down" || direction === "up");
}
export function isWholeColumns({ area, direction }: Shift): boolean {
  return area.rowCount === maxRows && (direction === "right" || direction === "left");
}

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

function span(from: number, count: number): Span {
  return { from, to: from + count };
}

function inserted({ from, to }: Span, at: Span, limit: number): Span {
  const count = at.to - at.from;
  if (from >= at.from) return { from: Math.min(from + count, limit), to: Math.min(to + count, limit) };
  return { from, to: to > at.from ? Math.min(to + count, limit) : to };
}

function deleted({ from, to }: Span, at: Span): Span {
  const before = (position: number) => position - Math.max(0, Math.min(position, at.to) - at.from);
  return { from: before(from), to: before(to) };
}
