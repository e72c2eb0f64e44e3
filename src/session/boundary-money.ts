import { type Assimilation, assimilate } from "../domain/boundary/assimilation";
import { circlesByGroup, type DividedPay, equalityBySex, payByGroup, type SexEquality } from "../domain/boundary/equality";
import { type PayBill, payBill } from "../domain/boundary/pay-bill";
import { type ProjectedYear, projectCost } from "../domain/boundary/projection";
import { type Protection, protectionOf, type ProtectionStep } from "../domain/boundary/protection";
import type { ScenarioStructure, Structure } from "../domain/boundary/scenario";
import { divideBySex, type Division, type Staff } from "../domain/boundary/staff";
import type { Problem } from "../domain/problem";
import type { Assumptions } from "../workbook/scenario-store";

/** What a scenario does to people: what only a staff list can tell. */
export interface Money {
  readonly after: ScenarioStructure;
  readonly assimilation: Assimilation;
  readonly bill: { readonly before: PayBill; readonly after: PayBill };
  readonly protection: Protection;
  readonly equality: { readonly before: SexEquality; readonly after: SexEquality };
  /** By the characteristic that was asked for. */
  readonly groups: GroupEquality | null;
  /** Rows as in `GROUPS`, without vacancies; columns women, men, not stated. */
  readonly circles: readonly (readonly number[])[];
  /** null: it needs what is not there, which `projectionProblem` says. */
  readonly projection: { readonly before: readonly ProjectedYear[]; readonly after: readonly ProjectedYear[] } | null;
  readonly projectionProblem: Problem | null;
}

export interface GroupEquality {
  readonly division: Division;
  readonly before: DividedPay;
  readonly after: DividedPay;
}

export const DEFAULT_ASSUMPTIONS: Assumptions = {
  rule: "at-or-above",
  protection: 36,
  taper: 0,
  pensionPercent: null,
  insurancePercent: 15,
  insuranceThreshold: 5000,
  vacancies: true,
  years: 3,
  awardPercent: 0,
  progressionMonth: null,
  near: 10,
};

const protectionSteps = ({ protection, taper }: Assumptions): readonly ProtectionStep[] => [
  { months: protection, percent: 100 },
  { months: taper, percent: 50 },
];

/** Each step is a slice of work of its own, so that a hundred thousand people do not hold the pane up. */
export async function moneyOf(
  staff: Staff,
  before: Structure,
  after: ScenarioStructure,
  assumptions: Assumptions,
  division: Division | null,
  pause: () => Promise<boolean>,
): Promise<Money | Problem | null> {
  const moved = assimilate(staff, before, after, assumptions.rule);
  if (!moved.ok) return moved.problem;
  const assimilation = moved.value;
  const { payBefore, payAfter, bandBefore, bandAfter } = assimilation;
  const [countBefore, countAfter] = [before.bands.bands.length, after.bands.bands.length];
  const { vacancies, pensionPercent, insurancePercent, insuranceThreshold } = assumptions;
  const settings = {
    vacancies,
    onCosts: { pensionPercent, insurancePercent, insuranceThreshold: Math.round(insuranceThreshold * 100) },
  };
  if (!(await pause())) return null;
  const bill = {
    before: payBill(staff, payBefore, bandBefore, countBefore, settings),
    after: payBill(staff, payAfter, bandAfter, countAfter, settings),
  };
  const steps = protectionSteps(assumptions);
  const protection = protectionOf(staff, assimilation, steps);
  const circles = circlesByGroup(staff, assimilation, divideBySex(staff));
  if (!(await pause())) return null;
  const was = equalityBySex(staff, payBefore, bandBefore, countBefore);
  if (!(await pause())) return null;
  const now = equalityBySex(staff, payAfter, bandAfter, countAfter);
  if (!(await pause())) return null;
  let groups: GroupEquality | null = null;
  if (division !== null) {
    const divided = payByGroup(staff, division, payBefore, bandBefore, countBefore);
    if (!(await pause())) return null;
    groups = { division, before: divided, after: payByGroup(staff, division, payAfter, bandAfter, countAfter) };
    if (!(await pause())) return null;
  }
  const projected = {
    ...settings,
    years: assumptions.years,
    awards: Array.from({ length: assumptions.years }, () => assumptions.awardPercent),
    progression: assumptions.progressionMonth === null ? null : { month: assumptions.progressionMonth, every: 1 },
  };
  const yearsBefore = projectCost(staff, { pays: payBefore, places: bandBefore, structure: before, protection: null }, projected);
  if (!(await pause())) return null;
  const yearsAfter = projectCost(staff, { pays: payAfter, places: bandAfter, structure: after, protection: steps }, projected);
  return {
    after,
    assimilation,
    bill,
    protection,
    equality: { before: was, after: now },
    groups,
    circles,
    projection: yearsBefore.ok && yearsAfter.ok ? { before: yearsBefore.value, after: yearsAfter.value } : null,
    projectionProblem: yearsBefore.ok ? (yearsAfter.ok ? null : yearsAfter.problem) : yearsBefore.problem,
  };
}
