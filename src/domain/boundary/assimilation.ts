import { good, type Result } from "../result";
import { placeScore } from "../scheme/band";
import { atOnce, ITEMS_A_STEP, type Steps } from "../steps";
import { refused } from "./fault";
import { type BandPay, payOf, samePay } from "./pay";
import type { ScenarioStructure, Structure } from "./scenario";
import type { Staff } from "./staff";

/**
 * Where people land inside a new range: on the nearest point at or above their present pay, or on the first point that gives an increase. In a
 * range without points any pay may stand, so present pay is kept; there the second rule has nothing to go by.
 */
export type AssimilationRule = "at-or-above" | "increase";

/** What becomes of a person's pay. Source: the four groups of pay assimilation (Armstrong), and one for those whose range stays. */
export const Group = {
  /** Neither band nor pay range changes, so pay does not. */
  unchanged: 0,
  /** Pay and maximum inside the new range. */
  within: 1,
  /** Inside, but with a lower maximum than before: loses headroom. */
  headroom: 2,
  /** Below the new minimum: raised to it (green circle). */
  green: 3,
  /** Above the new maximum: pay is kept (red circle). */
  red: 4,
  /** Present pay or the new range is not known. */
  unknown: 5,
  vacancy: 6,
} as const;

export const GROUPS = ["unchanged", "within", "headroom", "green", "red", "unknown", "vacancy"] as const;

/** Pay and band of each place of the staff, before and after. */
export interface Assimilation {
  /** A vacancy without pay of its own stands at its band's minimum. NaN: not known. */
  readonly payBefore: Float64Array;
  readonly payAfter: Float64Array;
  readonly groups: Uint8Array;
  /** Place of the band in its table, -1 for none. */
  readonly bandBefore: Int16Array;
  readonly bandAfter: Int16Array;
  readonly before: Structure;
  readonly after: ScenarioStructure;
}

/** Moves everybody whose range changes into the new one. Only the scores concerned are touched: within each, pay rises from person to person. */
export const assimilate = (...given: Parameters<typeof assimilateInSteps>): Result<Assimilation> => atOnce(assimilateInSteps(...given));

export function* assimilateInSteps(
  staff: Staff,
  before: Structure,
  after: ScenarioStructure,
  rule: AssimilationRule,
): Steps<Result<Assimilation>> {
  if (rule === "increase" && after.pay !== null && [...after.pay.bands.values()].some(({ points }) => points === null))
    return refused({ kind: "needs", figure: "Assimilation to the first point that gives an increase", needs: "points" });
  const payBefore = staff.pays.slice();
  const payAfter = new Float64Array(staff.count);
  const groups = new Uint8Array(staff.count);
  const [bandBefore, bandAfter] = [new Int16Array(staff.count), new Int16Array(staff.count)];
  let rested = 0;
  for (const { score, start, end } of staff.runs) {
    if (start - rested >= ITEMS_A_STEP) {
      rested = start;
      yield;
    }
    const [old, now] = [bandAt(before, score), bandAt(after, score)];
    bandBefore.fill(old.place, start, end);
    bandAfter.fill(now.place, start, end);
    for (let place = start; place < end; place++)
      if (staff.vacancies[place] === 1 && Number.isNaN(payBefore[place])) payBefore[place] = old.pay?.minimum ?? NaN;
    const continues = now.place < 0 ? old.place < 0 : after.lineage[now.place] === old.place;
    // Where no pay is known before and after, nothing changes for who stays in the band.
    const stays = old.pay === null || now.pay === null ? old.pay === now.pay && continues : samePay(old.pay, now.pay);
    if (stays) {
      for (let place = start; place < end; place++) {
        payAfter[place] = payBefore[place]!;
        groups[place] = groupWhere(staff, place, Number.isNaN(payBefore[place]) ? Group.unknown : Group.unchanged);
      }
    } else if (now.pay === null) {
      payAfter.fill(NaN, start, end);
      for (let place = start; place < end; place++) groups[place] = groupWhere(staff, place, Group.unknown);
    } else placeInRange(staff, { start, end }, { payAfter, groups }, old.pay, now.pay, rule);
  }
  return good({ payBefore, payAfter, groups, bandBefore, bandAfter, before, after });
}

function placeInRange(
  staff: Staff,
  run: { readonly start: number; readonly end: number },
  columns: { readonly payAfter: Float64Array; readonly groups: Uint8Array },
  old: BandPay | null,
  range: BandPay,
  rule: AssimilationRule,
): void {
  const { payAfter, groups } = columns;
  const losesHeadroom = old !== null && range.maximum < old.maximum;
  for (let place = run.start; place < run.end; place++) {
    const given = staff.pays[place]!;
    const pay = Number.isNaN(given) && staff.vacancies[place] === 1 ? range.minimum : given;
    payAfter[place] = landIn(range, pay, rule);
    const group = Number.isNaN(pay)
      ? Group.unknown
      : pay < range.minimum
        ? Group.green
        : pay > range.maximum
          ? Group.red
          : losesHeadroom
            ? Group.headroom
            : Group.within;
    groups[place] = groupWhere(staff, place, group);
  }
}

/** Below the minimum -> minimum; above the maximum -> kept; inside -> the point the rule names, or present pay where there are no points. */
function landIn({ minimum, maximum, points }: BandPay, pay: number, rule: AssimilationRule): number {
  if (Number.isNaN(pay)) return NaN;
  if (pay < minimum) return minimum;
  if (pay >= maximum || points === null) return pay;
  const landed = points.find((point) => (rule === "increase" ? point.pay > pay : point.pay >= pay));
  return landed?.pay ?? pay;
}

function bandAt({ bands, pay }: Structure, score: number): { readonly place: number; readonly pay: BandPay | null } {
  const placement = placeScore(bands, score);
  return placement.kind === "in" ? { place: placement.place, pay: payOf(pay, placement.band.label) } : { place: -1, pay: null };
}

const groupWhere = (staff: Staff, place: number, group: number): number => (staff.vacancies[place] === 1 ? Group.vacancy : group);
