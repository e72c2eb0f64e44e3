import type { ScoreAxis, Tally } from "../domain/boundary/count";
import { type GroupPay, payGap } from "../domain/boundary/equality";
import { moveBetween } from "../domain/boundary/movement";
import { hiddenFigures, SMALL_GROUP } from "../domain/boundary/suppression";
import type { Picture } from "./boundary-picture";

/** A figure that other eyes may see; null: there is none, since the band is not there or nothing is known. */
export type Shown = number | "suppressed" | null;

export interface SharedBand {
  readonly label: string;
  /** A figure a group, then all groups together. */
  readonly before: readonly Shown[];
  readonly after: readonly Shown[];
  /** Mean pay gap of each group after, in per cent, against the reference; null for the reference itself. */
  readonly gaps: readonly Shown[];
}

/** Groups of people a band, small ones suppressed with as many others as it takes. Then who has no band, and the totals. */
export interface SharedTable {
  readonly rows: readonly SharedBand[];
  /** How many counts are suppressed. */
  readonly hidden: number;
}

/** People by score, in parts that no two tables cut through. */
export interface PartCounts {
  readonly axis: ScoreAxis;
  readonly tallies: readonly Tally[];
}

/** A table over the parts: its groups, each some of them. */
export interface Grouping {
  readonly groups: readonly (readonly number[])[];
  /** Place of the group that gaps are measured against. */
  readonly reference: number;
  readonly pays: GroupPays | null;
}

/** Pay of the groups after, a row a band, and overall; null where no pay is known. */
export interface GroupPays {
  readonly bands: readonly (readonly GroupPay[])[];
  readonly overall: readonly GroupPay[];
}

/**
 * Tables that are printed together, before and after and by whatever people are grouped, are suppressed together: what moves from which band
 * into which is the part that all are sums of. So bands may come, go and move.
 */
export function sharedTables(counts: PartCounts, groupings: readonly Grouping[], picture: Picture): readonly SharedTable[] {
  const { before, after } = picture;
  const [rows, columns] = [before.bands.bands.length + 1, after.bands.bands.length + 1];
  const parts = counts.tallies.flatMap((tally) => moveBetween(counts.axis, tally, before.bands, after.bands, after.lineage).cells.flat());
  const sets = groupings.map(({ groups }) => figureSets([...groups, groups.flat()], rows, columns));
  const hidden = hiddenFigures(parts, sets.flat(3));
  let next = 0;
  const shown = (set: readonly number[]): Shown =>
    hidden[next++] === true ? "suppressed" : set.reduce((sum, part) => sum + parts[part]!, 0);
  return groupings.map((grouping, index) => {
    const first = next;
    const [was, now] = sets[index]!.map((lines) => lines.map((line) => line.map(shown)));
    return { rows: printedRows(grouping, picture, was!, now!), hidden: hidden.slice(first, next).filter(Boolean).length };
  });
}

/** A table's lines: the scenario's bands, those that are gone, who has no band, the total. */
function printedRows(
  { groups, reference, pays }: Grouping,
  { before, after }: Picture,
  was: readonly (readonly Shown[])[],
  now: readonly (readonly Shown[])[],
): readonly SharedBand[] {
  const none: readonly Shown[] = Array<Shown>(groups.length + 1).fill(null);
  const gapsOf = (paid: readonly GroupPay[] | undefined, counts: readonly Shown[]): readonly Shown[] =>
    groups.map((_, group): Shown => {
      const [pay, against] = [paid?.[group], paid?.[reference]];
      if (pay === undefined || against === undefined || group === reference || pay.paid === 0 || against.paid === 0) return null;
      const open = counts[group] !== "suppressed" && counts[reference] !== "suppressed";
      return open && pay.paid >= SMALL_GROUP && against.paid >= SMALL_GROUP ? payGap(against.mean, pay.mean) : "suppressed";
    });
  const line = (label: string, old: readonly Shown[] | undefined, held: readonly Shown[], paid?: readonly GroupPay[]): SharedBand => ({
    label,
    before: old ?? none,
    after: held,
    gaps: gapsOf(paid, held),
  });
  const [rows, columns] = [before.bands.bands.length, after.bands.bands.length];
  return [
    ...after.bands.bands.map(({ label }, place) => line(String(label), was[after.lineage[place] ?? -1], now[place]!, pays?.bands[place])),
    ...before.bands.bands.flatMap(({ label }, place) => (after.lineage.includes(place) ? [] : [line(`${label} (gone)`, was[place], none)])),
    line("No band", was[rows], now[columns]!),
    line("Total", was[rows + 1], now[columns + 1]!, pays?.overall),
  ];
}

/** The parts of each figure, before and after: a line a band, "no band" and the total; in it a figure a group. */
function figureSets(
  groups: readonly (readonly number[])[],
  rows: number,
  columns: number,
): readonly (readonly (readonly (readonly number[])[])[])[] {
  const cells = (group: readonly number[], isIn: (row: number, column: number) => boolean): readonly number[] =>
    group.flatMap((tally) =>
      Array.from({ length: rows * columns }, (_, cell) => cell)
        .filter((cell) => isIn(Math.floor(cell / columns), cell % columns))
        .map((cell) => tally * rows * columns + cell),
    );
  const table = (lines: number, isOf: (line: number, row: number, column: number) => boolean) =>
    Array.from({ length: lines + 1 }, (_, at) =>
      groups.map((group) => cells(group, (row, column) => at === lines || isOf(at, row, column))),
    );
  return [table(rows, (at, row) => row === at), table(columns, (at, _, column) => column === at)];
}
