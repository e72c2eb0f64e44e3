import { shareOfWomen } from "../../domain/boundary/bunching";
import type { SexPicture } from "../../session/boundary-equality";
import type { Money } from "../../session/boundary-money";
import { equalityText } from "../text/pay";

/** What the figures say of women and men, in plain words, and what they do not say. */
export function equalitySummary(sexes: SexPicture, money: Money | null): readonly string[] {
  const { movers, tests, bands } = sexes;
  const sentences = [equalityText.population(sexes.women, sexes.men, shareOfWomen(sexes.women, sexes.men))];
  const moved = (["up", "down"] as const).filter((way) => movers.women[way] + movers.men[way] > 0);
  sentences.push(
    ...(moved.length === 0 ? [equalityText.nobody] : moved.map((way) => equalityText.moves(way, movers.women[way], movers.men[way]))),
  );
  if (money !== null) {
    const { after } = money.equality;
    const labels = (places: readonly number[]) => places.map((place) => money.after.bands.bands[place]?.label ?? "");
    const { large, againstWomen, againstMen } = after.flags.mean;
    sentences.push(
      ...overallGaps(money),
      large.length > 0 ? equalityText.largeGaps(labels(large)) : equalityText.noLargeGap,
      ...(againstWomen.length > 0 ? [equalityText.pattern("women", labels(againstWomen))] : []),
      ...(againstMen.length > 0 ? [equalityText.pattern("men", labels(againstMen))] : []),
    );
  }
  const flagged = tests.filter((test) => test.flagged);
  sentences.push(
    ...(flagged.length === 0
      ? [equalityText.noBoundaryFlag]
      : flagged.map(({ lower, upper, at }) => equalityText.boundaryFlag(lower, upper, at))),
  );
  const small = bands.filter(({ women, men }) => equalityText.isSmall(women, men));
  if (small.length > 0) sentences.push(equalityText.smallNumbers(small.map(({ label }) => label)));
  return [...sentences, equalityText.caution];
}

/** The pay gap over all before and after, mean and median; none where either group has no pay that is known. */
export const overallGaps = ({ equality: { before, after } }: Money): readonly string[] =>
  (["mean", "median"] as const).flatMap(
    (which) => equalityText.overallGap(which, before.overall.gaps[which], after.overall.gaps[which]) ?? [],
  );
