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
  /** Place of the group that the others are compared with: the one chosen, else the largest one stated. */
  readonly reference: number;
  /** Whether somebody chose it. */
  readonly chosen: boolean;
  readonly largest: number;
  readonly labels: readonly string[];
  readonly overall: readonly GroupFigures[];
  readonly movers: readonly Movers[];
  /** A row a band of the scenario, in it a group each. */
  readonly bands: readonly { readonly label: string; readonly groups: readonly GroupFigures[] }[];
}

/** The group chosen, as long as somebody is in it; else the largest one stated. Who has stated nothing is no group to compare with. */
export function referenceOf({ division: { labels }, after: { overall } }: GroupEquality, chosen: string | null): number {
  const stated = labels.slice(0, -1);
  const own = chosen === null ? -1 : stated.indexOf(chosen);
  const people = (group: number): number => overall[group]?.people ?? 0;
  return own >= 0 ? own : stated.reduce((largest, _, group) => (people(group) > people(largest) ? group : largest), 0);
}

/** Groups of a further characteristic, a band and overall: the same figures as for women and men. */
export function groupPicture(
  { staff }: Extract<StaffGiven, { kind: "list" }>,
  { before, after }: Picture,
  money: Money,
  equality: GroupEquality,
  chosen: string | null,
): GroupPicture {
  const { division, before: was, after: now } = equality;
  const reference = referenceOf(equality, chosen);
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
    chosen: chosen === division.labels[reference],
    largest: referenceOf(equality, null),
    labels: division.labels,
    overall: figures(was.overall, now.overall),
    movers: tallies.map((tally) => moveBetween(axis, tally, before.bands, after.bands, after.lineage).movers),
    bands: money.after.bands.bands.map(({ label }, place) => ({
      label: String(label),
      groups: figures(was.bands[money.after.lineage[place] ?? -1], now.bands[place]!),
    })),
  };
}
