import { Group, type Assimilation } from "./assimilation";
import { mainlyOf } from "./bunching";
import { type Pence, payOf } from "./pay";
import type { Staff } from "./staff";

/** A stretch of protection: so many months at so many per cent of the difference. Several in a row taper it. */
export interface ProtectionStep {
  readonly months: number;
  readonly percent: number;
}

/** Three years in full: ours, to be set to what was agreed. */
export const PROTECTION: readonly ProtectionStep[] = [{ months: 36, percent: 100 }];

export interface Protected {
  readonly people: number;
  readonly cost: Pence;
}

export interface Protection {
  readonly women: Protected;
  readonly men: Protected;
  readonly notStated: Protected;
  readonly people: number;
  readonly cost: Pence;
  /** The sex that at least so many per cent of the protected people are of, those of unstated sex left out. */
  readonly mainly: "women" | "men" | null;
}

/**
 * What it costs to keep pay above a new maximum: sum over the steps of (present pay - new maximum) x FTE x months / 12 x per cent, each
 * person to the whole penny. Protection that benefits mainly men can itself discriminate: Redcar and Cleveland BC v Bainbridge [2008]
 * EWCA Civ 885. So it is given by sex, and says whom it benefits.
 */
export function protectionOf(
  staff: Staff,
  { groups, payBefore, bandAfter, after }: Assimilation,
  steps: readonly ProtectionStep[] = PROTECTION,
  mainly = 70,
): Protection {
  const share = steps.reduce((sum, { months, percent }) => sum + (months / 12) * (percent / 100), 0);
  const maxima = after.bands.bands.map(({ label }) => payOf(after.pay, label)?.maximum ?? NaN);
  const people = [0, 0, 0];
  const cost = [0, 0, 0];
  for (let place = 0; place < staff.count; place++) {
    if (groups[place] !== Group.red) continue;
    const excess = payBefore[place]! - maxima[bandAfter[place]!]!;
    const sex = staff.sexes[place]!;
    people[sex]! += 1;
    cost[sex]! += Math.round(excess * staff.ftes[place]! * share);
  }
  const of = (sex: number): Protected => ({ people: people[sex]!, cost: cost[sex]! });
  const [women, men, notStated] = [of(0), of(1), of(2)];
  return {
    women,
    men,
    notStated,
    people: women.people + men.people + notStated.people,
    cost: women.cost + men.cost + notStated.cost,
    mainly: mainlyOf(women.people, men.people, mainly),
  };
}
