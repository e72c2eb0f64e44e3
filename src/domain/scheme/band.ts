import type { Problem } from "../problem";
import { bad, good, type Result } from "../result";

export interface Band {
  /** As typed; of the published tables, text. */
  readonly label: string | number;
  readonly from: number;
  /** The highest score; null where the band is open above. */
  readonly to: number | null;
}

interface ClosedBand extends Band {
  /** Whether the table gives the highest score itself; else the band reaches up to the next, parts of points included. */
  readonly closed: boolean;
}

/** Bands in order of their scores, without gap or overlap. */
export interface BandTable {
  /** The edition's id, "" for a table of one's own. */
  readonly id: string;
  readonly bands: readonly ClosedBand[];
  readonly source: string;
  readonly place: string;
}

/** A row of a table before it is known to be sound; `row` is its place in what the person gave. */
export interface BandRow extends Band {
  readonly row: number;
}

/** Orders the rows and closes each band without a highest score below the next; a gap, an overlap or a shared start is refused. */
export function makeBandTable(
  rows: readonly BandRow[],
  from: { readonly id: string; readonly source: string; readonly place: string },
): Result<BandTable> {
  if (rows.length === 0) return bad({ kind: "bands-empty" });
  const ordered = [...rows].sort((a, b) => a.from - b.from);
  const bands: ClosedBand[] = [];
  for (const [index, row] of ordered.entries()) {
    const next = ordered[index + 1];
    const fault = rowFault(row, next);
    if (fault !== null) return bad(fault);
    bands.push({ label: row.label, from: row.from, to: row.to ?? (next === undefined ? null : next.from - 1), closed: row.to !== null });
  }
  return good({ ...from, bands });
}

function rowFault(row: BandRow, next: BandRow | undefined): Problem | null {
  if (row.to !== null && row.to < row.from) return { kind: "bands-reversed", band: row };
  if (next === undefined) return null;
  if (next.from === row.from) return { kind: "bands-shared-start", first: row, second: next };
  if (row.to === null) return null;
  if (next.from <= row.to) return { kind: "bands-overlap", lower: row, upper: next };
  return next.from > row.to + 1 ? { kind: "bands-gap", lower: row, upper: next } : null;
}

/** Where a score stands: in a band (by its place in the table), or why in none. */
export type Placement =
  | { readonly kind: "in"; readonly place: number; readonly band: Band }
  | { readonly kind: "below"; readonly lowest: Band }
  | { readonly kind: "above"; readonly highest: Band }
  | { readonly kind: "between"; readonly lower: Band; readonly upper: Band };

export function placeScore(table: BandTable, score: number): Placement {
  const place = lastFrom(table.bands, score);
  const band = table.bands[place];
  if (band === undefined) return { kind: "below", lowest: table.bands[0] as Band };
  const next = table.bands[place + 1];
  if (band.to === null || score <= band.to || (next !== undefined && !band.closed)) return { kind: "in", place, band };
  return next === undefined ? { kind: "above", highest: band } : { kind: "between", lower: band, upper: next };
}

/** The last band that starts at or below a score, -1 for none. */
function lastFrom(bands: readonly Band[], score: number): number {
  let low = 0;
  let high = bands.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bands[middle]!.from <= score) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Points to lose to fall a band and to gain to rise one; null where there is no such band. */
export interface Margin {
  readonly toFall: number | null;
  readonly toRise: number | null;
}

export function marginOf(table: BandTable, score: number): Margin {
  const placement = placeScore(table, score);
  if (placement.kind !== "in") return { toFall: null, toRise: null };
  const { band, place } = placement;
  return {
    toFall: place === 0 ? null : score - band.from + 1,
    toRise: table.bands[place + 1] === undefined || band.to === null ? null : band.to + 1 - score,
  };
}

/** The band of a score, or why it has none. */
export function bandOf(table: BandTable, score: number): Result<Band> {
  const placement = placeScore(table, score);
  switch (placement.kind) {
    case "in":
      return good(placement.band);
    case "below":
      return bad({ kind: "score-below-bands", score, lowest: placement.lowest });
    case "above":
      return bad({ kind: "score-above-bands", score, highest: placement.highest });
    case "between":
      return bad({ kind: "score-between-bands", score, lower: placement.lower, upper: placement.upper });
  }
}

/** What makes two labels one: 5, "5", "Band 5" and "band 5" are the same band. */
export const bandKey = (label: string | number): string =>
  String(label)
    .trim()
    .toLowerCase()
    .replace(/^band\s+(?=\S)/, "");
