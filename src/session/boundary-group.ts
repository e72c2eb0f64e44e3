import { payGap } from "../domain/boundary/equality";
import { type Movers, moveBetween } from "../domain/boundary/movement";
import type { GroupEquality, Money } from "./boundary-money";
import type { Picture } from "./boundary-picture";
import { countGroups, type StaffGiven } from "./boundary-source";

/** A group's people and its mean and median pay gaps against the reference, before and after; null: not known, or the reference itself. */
export interface GroupFigures {
  readonly label: string;
  readonly people: { readonly before: number; readonly after: number };
  readonly gaps: { readonly before: number | null; readonly after: number | null; readonly medianAfter: number | null };
}

export interface GroupPicture {
  /** Place of the group that the others are compared with: the largest one stated. */
  readonly reference: number;
  readonly labels: readonly string[];
  readonly overall: readonly GroupFigures[];
  readonly movers: readonly Movers[];
  /** A row a band of the scenario, in it a group each. */
  readonly bands: readonly { readonly label: string; readonly groups: readonly GroupFigures[] }[];
}

export const referenceOf = ({ division: { labels }, after: { overall } }: GroupEquality): number =>
  labels.reduce((largest, _, group) => {
    const stated = group < labels.length - 1;
    return stated && (overall[group]?.people ?? 0) > (overall[largest]?.people ?? 0) ? group : largest;
  }, 0);

/** Groups of a further characteristic, a band and overall: the same figures as for women and men. */
export function groupPicture(
  { staff }: Extract<StaffGiven, { kind: "list" }>,
  { before, after }: Picture,
  money: Money,
  equality: GroupEquality,
): GroupPicture {
  const { division, before: was, after: now } = equality;
  const reference = referenceOf(equality);
  const figures = (old: typeof was.overall | undefined, held: typeof now.overall): readonly GroupFigures[] =>
    division.labels.map((label, group) => {
      const gap = (groups: typeof was.overall | undefined, which: "mean" | "median"): number | null =>
        group === reference ? null : payGap(groups?.[reference]?.[which] ?? null, groups?.[group]?.[which] ?? null);
      return {
        label,
        people: { before: old?.[group]?.people ?? 0, after: held[group]?.people ?? 0 },
        gaps: { before: gap(old, "mean"), after: gap(held, "mean"), medianAfter: gap(held, "median") },
      };
    });
  const { axis, tallies } = countGroups(staff, division);
  return {
    reference,
    labels: division.labels,
    overall: figures(was.overall, now.overall),
    movers: tallies.map((tally) => moveBetween(axis, tally, before.bands, after.bands, after.lineage).movers),
    bands: money.after.bands.bands.map(({ label }, place) => ({
      label: String(label),
      groups: figures(was.bands[money.after.lineage[place] ?? -1], now.bands[place]!),
    })),
  };
}
