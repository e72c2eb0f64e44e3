import type { FoundBoundaries } from "../../domain/boundary/search";
import { bandKey } from "../../domain/scheme/band";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import { exploreText } from "../text/explore";
import { equalityText, payText } from "../text/pay";
import { overallGaps } from "./summary";

/** What a search found, in words: what it is best in, under which conditions, and what has changed since. */
export function foundSentences(found: FoundBoundaries, { picture: { before, after } }: ReadyBoundaries): readonly string[] {
  const startsAt = ({ bands }: typeof before.bands, label: string | number): number | undefined =>
    bands.find((band) => bandKey(band.label) === bandKey(label))?.from;
  const isAs = (table: typeof before.bands, which: "from" | "to"): boolean =>
    table.bands.length === found.boundaries.length + 1 &&
    found.boundaries.every((reason) => startsAt(table, reason.band) === reason[which]);
  return [
    exploreText.found(found),
    exploreText.conditions(found),
    ...(isAs(before.bands, "from") ? (isAs(after.bands, "to") ? [] : [exploreText.changedSince]) : [exploreText.baselineSince]),
  ];
}

export const reasonSentences = ({ goal, boundaries }: FoundBoundaries): readonly string[] =>
  boundaries.map((reason) => exploreText.reason(goal, reason));

/** The pay gap of the scenario shown, before and after; why there is none where there is none. */
export function gapSentences({ picture }: ReadyBoundaries, { staff, money, moneyProblem }: BoundaryState): readonly string[] {
  if (staff.kind !== "list") return [equalityText.needsPay];
  if (moneyProblem !== null) return [payText.problem(moneyProblem)];
  if (money?.after !== picture.after) return [payText.reckoning];
  const gaps = overallGaps(money);
  return gaps.length === 0 ? [equalityText.noGap] : gaps;
}
