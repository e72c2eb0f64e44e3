import type { BandTable } from "../scheme/band";
import { amountOf, atRate, type RegisterCounts } from "./count";
import { type BandPay, type PayTable, payOf, type Pence } from "./pay";
import { bandSpans } from "./span";

/** What a band costs a year if all in it stood at one point of its range. */
export interface FixedPointCost {
  readonly minimum: Pence;
  readonly middle: Pence;
  readonly maximum: Pence;
}

export interface BandCost {
  readonly label: string | number;
  readonly fte: number;
  /** null: there are posts in the band, but no pay for it. */
  readonly cost: FixedPointCost | null;
}

export interface TableCost {
  readonly bands: readonly BandCost[];
  /** FTE without a band or without a score: no pay is known for it, and the total leaves it out. */
  readonly unbanded: number;
  readonly fte: number;
  /** Sum of the bands' costs; null where a band lacks pay, since a sum without it would mislead. */
  readonly total: FixedPointCost | null;
  /** The bands with posts, but without pay. */
  readonly lacking: readonly (string | number)[];
}

const NOTHING: FixedPointCost = { minimum: 0, middle: 0, maximum: 0 };

/**
 * Cost of a band table: sum of FTE x pay at minimum, middle and maximum; each band to the whole penny, the total the sum of those.
 * Source: cost at fixed points as the pay modelling defines it, from counts alone.
 */
export function costTable({ axis, fte }: Pick<RegisterCounts, "axis" | "fte">, table: BandTable, pay: PayTable): TableCost {
  const spans = bandSpans(axis, table);
  const bands = table.bands.map(({ label }, place): BandCost => {
    const { start, end } = spans[place]!;
    return { label, fte: fte.between(start, end), cost: costOf(fte.units(start, end), payOf(pay, label)) };
  });
  const banded = spans.reduce((sum, { start, end }) => sum + fte.units(start, end), 0);
  const lacking = bands.filter(({ cost }) => cost === null).map(({ label }) => label);
  const costs = bands.flatMap(({ cost }) => cost ?? []);
  return {
    bands,
    unbanded: amountOf(fte.totalUnits - banded),
    fte: amountOf(fte.totalUnits),
    total: lacking.length > 0 ? null : costs.reduce(plus, NOTHING),
    lacking,
  };
}

/** The cost of so many billionths of a post at the fixed points; nothing costs nothing, even where the pay is not known. */
export function costOf(units: number, pay: BandPay | null): FixedPointCost | null {
  if (pay === null) return units === 0 ? NOTHING : null;
  return { minimum: atRate(units, pay.minimum), middle: atRate(units, pay.middle), maximum: atRate(units, pay.maximum) };
}

export const plus = (a: FixedPointCost, b: FixedPointCost): FixedPointCost => ({
  minimum: a.minimum + b.minimum,
  middle: a.middle + b.middle,
  maximum: a.maximum + b.maximum,
});

export const minus = (a: FixedPointCost, b: FixedPointCost): FixedPointCost => ({
  minimum: a.minimum - b.minimum,
  middle: a.middle - b.middle,
  maximum: a.maximum - b.maximum,
});
