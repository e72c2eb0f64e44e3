import type { RegisterCounts } from "../domain/boundary/count";
import { distribute } from "../domain/boundary/distribution";
import { SMALL_GROUP, suppress, withTotals } from "../domain/boundary/suppression";
import type { Money } from "./boundary-money";
import type { Picture } from "./boundary-picture";

/** A figure that other eyes may see; null: suppressed. */
export type Shown = number | null;

export interface SharedBand {
  readonly label: string;
  readonly before: readonly [women: Shown, men: Shown, all: Shown];
  readonly after: readonly [women: Shown, men: Shown, all: Shown];
  /** Mean pay gap after, in per cent; null: suppressed or not known. */
  readonly gap: Shown;
}

/** Women and men a band, small groups suppressed with as many others as it takes; the last row is the total. */
export interface SharedTable {
  readonly rows: readonly SharedBand[];
  /** How many figures are suppressed. */
  readonly hidden: number;
}

/**
 * Before and after are hidden alike, so that what they share gives nothing away. null where nothing says who is a woman and who a man, or
 * where bands were added or taken away: then before and after have no common rows to be suppressed by.
 */
export function sharedTable({ axis, sexes }: RegisterCounts, { before, after }: Picture, money: Money | null): SharedTable | null {
  const alike = before.bands.bands.length === after.bands.bands.length && after.lineage.every((origin, place) => origin === place);
  if (sexes === null || !alike) return null;
  const tallies = [sexes.women, sexes.men];
  const countsIn = (bands: typeof before.bands): readonly (readonly number[])[] => {
    const [women, men] = tallies.map((tally) => distribute(axis, tally, bands));
    const rows = bands.bands.map((_, place) => [women?.bands[place] ?? 0, men?.bands[place] ?? 0]);
    // Who is in no band is a row as any other: left out, it could be computed from the totals.
    return [...rows, [women?.unbanded ?? 0, men?.unbanded ?? 0]];
  };
  const [was, now] = [countsIn(before.bands), countsIn(after.bands)];
  const { hidden } = suppress([was, now]);
  const [wasAll, nowAll] = [withTotals(was), withTotals(now)];
  const labels = [...after.bands.bands.map(({ label }) => String(label)), "No band", "Total"];
  const shown = (table: readonly (readonly number[])[], row: number): SharedBand["before"] => {
    const at = (column: number): Shown => (hidden[row]?.[column] === true ? null : (table[row]?.[column] ?? 0));
    return [at(0), at(1), at(2)];
  };
  const rows = labels.map((label, row): SharedBand => {
    const pay = row < now.length - 1 ? money?.equality.after.bands[row] : row === now.length ? money?.equality.after.overall : undefined;
    const open = hidden[row]?.[0] !== true && hidden[row]?.[1] !== true;
    const enough = pay !== undefined && pay.women.paid >= SMALL_GROUP && pay.men.paid >= SMALL_GROUP;
    return { label, before: shown(wasAll, row), after: shown(nowAll, row), gap: open && enough ? pay.gaps.mean : null };
  });
  return { rows, hidden: hidden.flat().filter(Boolean).length * 2 };
}
