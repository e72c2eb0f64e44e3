import { good, type Result } from "../result";
import { bandKey } from "../scheme/band";
import { refused } from "./fault";

/** Money, in whole pence. */
export type Pence = number;

export const penceOf = (pounds: number): Pence => Math.round(pounds * 100);
export const poundsOf = (pence: Pence): number => pence / 100;

export interface PayPoint {
  readonly name: string | number;
  /** Annual full-time pay. */
  readonly pay: Pence;
}

/** What a band pays, a year, full time. */
export interface BandPay {
  readonly label: string | number;
  readonly minimum: Pence;
  readonly middle: Pence;
  readonly maximum: Pence;
  /** In ascending order of pay; null where the table gives a range only, in which any pay may stand. */
  readonly points: readonly PayPoint[] | null;
}

/** The pay of bands at one date. Ranges may overlap and share points. */
export interface PayTable {
  readonly bands: ReadonlyMap<string, BandPay>;
  /** The day (yyyy-mm-dd) from which it holds; null where it does not say. */
  readonly effective: string | null;
}

export type FixedPoint = "minimum" | "middle" | "maximum";

/** Middle of a range = as given, else (minimum + maximum) / 2, to the whole penny, halves up. */
const middleOf = (minimum: Pence, maximum: Pence): Pence => Math.round((minimum + maximum) / 2);

export function payRange(label: string | number, minimum: Pence, middle: Pence | null, maximum: Pence): BandPay {
  return { label, minimum, middle: middle ?? middleOf(minimum, maximum), maximum, points: null };
}

/** A band's pay from its points: minimum and maximum are the lowest and the highest of them. `middle`: as given, else half way. */
export function payFromPoints(label: string | number, points: readonly PayPoint[], middle: Pence | null = null): BandPay {
  const ordered = [...points].sort((a, b) => a.pay - b.pay);
  const [minimum, maximum] = [ordered[0]?.pay, ordered[ordered.length - 1]?.pay];
  if (minimum === undefined || maximum === undefined) throw new RangeError(`${label} has no pay point`);
  return { ...payRange(label, minimum, middle, maximum), points: ordered };
}

export function payTable(bands: readonly BandPay[], effective: string | null = null): PayTable {
  return { bands: new Map(bands.map((band) => [bandKey(band.label), band])), effective };
}

/** What makes two names of a point one: 22 and "22" are. */
export const pointKey = (name: string | number): string => String(name).trim().toLowerCase();

export const payOf = (table: PayTable | null, label: string | number): BandPay | null => table?.bands.get(bandKey(label)) ?? null;

export const samePay = (a: BandPay, b: BandPay): boolean =>
  a === b ||
  (a.minimum === b.minimum &&
    a.middle === b.middle &&
    a.maximum === b.maximum &&
    (a.points ?? []).length === (b.points ?? []).length &&
    (a.points ?? []).every(({ pay }, place) => pay === b.points?.[place]?.pay));

/** A pay table as it was given: one table a date, the earliest first. */
export type DatedPay = readonly [PayTable, ...PayTable[]];

/** The table that holds on a day (yyyy-mm-dd): the latest that has begun. A day before the first is refused, never answered by the nearest. */
export function payAt(tables: DatedPay, day: string): Result<PayTable> {
  const [first] = tables;
  const begun = tables.filter(({ effective }) => effective === null || effective <= day);
  const latest = begun[begun.length - 1];
  return latest === undefined ? refused({ kind: "pay-before", day, first: first.effective ?? "" }) : good(latest);
}

/** The only table there is. Several dates need a day to choose by, which whoever calls this does not have. */
export function payUndated(tables: DatedPay): Result<PayTable> {
  const [only, ...others] = tables;
  if (others.length === 0) return good(only);
  return refused({ kind: "pay-dates", dates: tables.map(({ effective }) => effective ?? "") });
}
