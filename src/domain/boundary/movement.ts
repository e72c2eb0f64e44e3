import { type BandTable, bandKey } from "../scheme/band";
import { amountOf, type ScoreAxis, type Tally } from "./count";
import { bandPlaces } from "./span";

/**
 * Which band of the old table each band of the new one continues; -1 for a new one. A scenario knows; for two tables of any origin the
 * labels say it.
 */
export type Lineage = readonly number[];

function lineageByLabel(from: BandTable, to: BandTable): Lineage {
  const keys = from.bands.map(({ label }) => bandKey(label));
  return to.bands.map(({ label }) => keys.indexOf(bandKey(label)));
}

/**
 * Old band by new band: rows the old bands, columns the new; the last row and column are what has no band there. What has no score is in
 * the last cell of both, so the cells sum to the register. Source: movement matrix and movers as the scheme's pay modelling defines them.
 */
export interface Movement {
  readonly cells: readonly (readonly number[])[];
  readonly movers: Movers;
}

/** Movers by direction. A band that a scenario only renamed or re-priced moves nobody. */
export interface Movers {
  readonly up: number;
  readonly down: number;
  /** Another band that starts at the same score. */
  readonly level: number;
  /** Into a band from none, or out of every band. */
  readonly inOrOut: number;
  readonly total: number;
}

export function moveBetween(
  axis: ScoreAxis,
  tally: Tally,
  from: BandTable,
  to: BandTable,
  lineage: Lineage = lineageByLabel(from, to),
): Movement {
  const [rows, columns] = [from.bands.length, to.bands.length];
  const units = new Float64Array((rows + 1) * (columns + 1));
  const [before, after] = [bandPlaces(axis, from), bandPlaces(axis, to)];
  const cellOf = (old: number, now: number): number => (old < 0 ? rows : old) * (columns + 1) + (now < 0 ? columns : now);
  for (let place = 0; place < before.length; place++) {
    const cell = cellOf(before[place]!, after[place]!);
    units[cell]! += tally.units(place, place + 1);
  }
  units[cellOf(-1, -1)]! += tally.scorelessUnits;
  const sums = { up: 0, down: 0, level: 0, inOrOut: 0, same: 0 };
  const directionOf = directions(from, to, lineage);
  const cells = Array.from({ length: rows + 1 }, (_, old) =>
    Array.from({ length: columns + 1 }, (__, now) => {
      const cell = units[old * (columns + 1) + now]!;
      if (cell !== 0) sums[directionOf(old < rows ? old : -1, now < columns ? now : -1)] += cell;
      return amountOf(cell);
    }),
  );
  const { up, down, level, inOrOut } = sums;
  return {
    cells,
    movers: {
      up: amountOf(up),
      down: amountOf(down),
      level: amountOf(level),
      inOrOut: amountOf(inOrOut),
      total: amountOf(up + down + level + inOrOut),
    },
  };
}

export type Direction = keyof Omit<Movers, "total"> | "same";

/**
 * The way from a band of the old table to one of the new (-1: none). Up and down go by the order of the bands, that is of their lowest
 * scores: in the old table where the new band continues one of it, in the new table where the old band lives on, else by the lowest
 * scores themselves.
 */
export function directions(from: BandTable, to: BandTable, lineage: Lineage): (old: number, now: number) => Direction {
  const heirs = from.bands.map((_, old) => lineage.indexOf(old));
  return (old, now) => {
    if (old < 0 || now < 0) return old === now ? "same" : "inOrOut";
    const origin = lineage[now] ?? -1;
    if (origin === old) return "same";
    const heir = heirs[old] ?? -1;
    const lowest = (table: BandTable, place: number): number => table.bands[place]?.from ?? 0;
    const step = origin >= 0 ? origin - old : heir >= 0 ? now - heir : lowest(to, now) - lowest(from, old);
    return step > 0 ? "up" : step < 0 ? "down" : "level";
  };
}
