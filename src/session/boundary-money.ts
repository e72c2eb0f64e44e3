import { type Assimilation, assimilate } from "../domain/boundary/assimilation";
import { BOUNDARY_TEST } from "../domain/boundary/bunching";
import { circlesByGroup, type DividedPay, equalityBySex, payByGroup, type SexEquality } from "../domain/boundary/equality";
import { NEAR_POINTS } from "../domain/boundary/near";
import { type PayBill, payBill } from "../domain/boundary/pay-bill";
import { type PayPath, type ProjectedYear, projectCost } from "../domain/boundary/projection";
import { type Protection, protectionOf, type ProtectionStep } from "../domain/boundary/protection";
import type { ScenarioStructure, Structure } from "../domain/boundary/scenario";
import { divideBySex, type Division, type Staff } from "../domain/boundary/staff";
import type { Problem } from "../domain/problem";
import type { Result } from "../domain/result";
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
  near: NEAR_POINTS,
  large: BOUNDARY_TEST.large,
  mainly: BOUNDARY_TEST.mainly,
};

const protectionSteps = ({ protection, taper }: Assumptions): readonly ProtectionStep[] => [
  { months: protection, percent: 100 },
  { months: taper, percent: 50 },
];

/** What can be said of people's pay in one structure, before or after. */
interface Side {
  readonly bill: PayBill;
  readonly equality: SexEquality;
  readonly years: Result<readonly ProjectedYear[]>;
}

type Pause = () => Promise<boolean>;

/** Each step is a slice of work of its own, so that a hundred thousand people do not hold the pane up. */
async function sideOf(staff: Staff, path: PayPath, assumptions: Assumptions, pause: Pause): Promise<Side | null> {
  const { pays, places, structure } = path;
  const { vacancies, pensionPercent, insurancePercent, insuranceThreshold, years, awardPercent, progressionMonth } = assumptions;
  const settings = {
    vacancies,
    onCosts: { pensionPercent, insurancePercent, insuranceThreshold: Math.round(insuranceThreshold * 100) },
  };
  const count = structure.bands.bands.length;
  const bill = payBill(staff, pays, places, count, settings);
  if (!(await pause())) return null;
  const equality = equalityBySex(staff, pays, places, count);
  if (!(await pause())) return null;
  const projected = projectCost(staff, path, {
    ...settings,
    years,
    awards: Array.from({ length: years }, () => awardPercent),
    progression: progressionMonth === null ? null : { month: progressionMonth, every: 1 },
  });
  return (await pause()) ? { bill, equality, years: projected } : null;
}

/** How things stand before does not change while a boundary is dragged. */
const sidesBefore = new WeakMap<Staff, { readonly before: Structure; readonly assumptions: Assumptions; readonly side: Side }>();

async function sideBefore(
  staff: Staff,
  before: Structure,
  { payBefore, bandBefore }: Assimilation,
  assumptions: Assumptions,
  pause: Pause,
): Promise<Side | null> {
  const known = sidesBefore.get(staff);
  if (known?.before === before && known.assumptions === assumptions) return known.side;
  const side = await sideOf(staff, { pays: payBefore, places: bandBefore, structure: before, protection: null }, assumptions, pause);
  if (side !== null) sidesBefore.set(staff, { before, assumptions, side });
  return side;
}

export async function moneyOf(
  staff: Staff,
  before: Structure,
  after: ScenarioStructure,
  assumptions: Assumptions,
  division: Division | null,
  pause: Pause,
): Promise<Money | Problem | null> {
  const moved = assimilate(staff, before, after, assumptions.rule);
  if (!moved.ok) return moved.problem;
  const assimilation = moved.value;
  const { payBefore, payAfter, bandBefore, bandAfter } = assimilation;
  if (!(await pause())) return null;
  const steps = protectionSteps(assumptions);
  const protection = protectionOf(staff, assimilation, steps, assumptions.mainly);
  const circles = circlesByGroup(staff, assimilation, divideBySex(staff));
  const was = await sideBefore(staff, before, assimilation, assumptions, pause);
  if (was === null) return null;
  const now = await sideOf(staff, { pays: payAfter, places: bandAfter, structure: after, protection: steps }, assumptions, pause);
  if (now === null) return null;
  let groups: GroupEquality | null = null;
  if (division !== null) {
    const divided = payByGroup(staff, division, payBefore, bandBefore, before.bands.bands.length);
    if (!(await pause())) return null;
    groups = { division, before: divided, after: payByGroup(staff, division, payAfter, bandAfter, after.bands.bands.length) };
  }
  return {
    after,
    assimilation,
    bill: { before: was.bill, after: now.bill },
    protection,
    equality: { before: was.equality, after: now.equality },
    groups,
    circles,
    projection: was.years.ok && now.years.ok ? { before: was.years.value, after: now.years.value } : null,
    projectionProblem: was.years.ok ? (now.years.ok ? null : now.years.problem) : was.years.problem,
  };
}
