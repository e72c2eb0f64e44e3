import type { BandTable } from "../scheme/band";
import { amountOf, type ScoreAxis, type Tally } from "./count";
import { bandSpans } from "./span";

/** How a measure is spread over the bands; `unbanded` is what has no band or no score. Together they are the whole register. */
export interface Distribution {
  readonly bands: readonly number[];
  readonly unbanded: number;
  readonly total: number;
}

/** Sums a measure (jobs, headcount, FTE) a band. Share of a band = its sum / the total. */
export function distribute(axis: ScoreAxis, tally: Tally, table: BandTable): Distribution {
  const units = bandSpans(axis, table).map(({ start, end }) => tally.units(start, end));
  const banded = units.reduce((sum, each) => sum + each, 0);
  return { bands: units.map(amountOf), unbanded: amountOf(tally.totalUnits - banded), total: amountOf(tally.totalUnits) };
}
