import { type Assimilation, assimilateInSteps } from "../domain/boundary/assimilation";
import { BOUNDARY_TEST } from "../domain/boundary/bunching";
import { circlesByGroup, type DividedPay, equalityBySexInSteps, payByGroupInSteps, type SexEquality } from "../domain/boundary/equality";
import { NEAR_POINTS } from "../domain/boundary/near";
import { type PayBill, payBill } from "../domain/boundary/pay-bill";
import { type PayPath, type ProjectedYear, projectCostInSteps } from "../domain/boundary/projection";
import { type Protection, protectionOf, type ProtectionStep } from "../domain/boundary/protection";
import type { ScenarioStructure, Structure } from "../domain/boundary/scenario";
import { divideBySex, type Division, type Staff } from "../domain/boundary/staff";
import type { Problem } from "../domain/problem";
import { good, type Result } from "../domain/result";
import type { Steps } from "../domain/steps";
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

function* sideOf(staff: Staff, path: PayPath, assumptions: Assumptions): Steps<Side> {
  const { pays, places, structure } = path;
  const { vacancies, pensionPercent, insurancePercent, insuranceThreshold, years, awardPercent, progressionMonth } = assumptions;
  const settings = {
    vacancies,
    onCosts: { pensionPercent, insurancePercent, insuranceThreshold: Math.round(insuranceThreshold * 100) },
  };
  const count = structure.bands.bands.length;
  const bill = payBill(staff, pays, places, count, settings);
  yield;
  const equality = yield* equalityBySexInSteps(staff, pays, places, count);
  yield;
  const projected = yield* projectCostInSteps(staff, path, {
    ...settings,
    years,
    awards: Array.from({ length: years }, () => awardPercent),
    progression: progressionMonth === null ? null : { month: progressionMonth, every: 1 },
  });
  yield;
  return { bill, equality, years: projected };
}

/** How things stand before does not change while a boundary is dragged. */
const sidesBefore = new WeakMap<Staff, { readonly before: Structure; readonly assumptions: Assumptions; readonly side: Side }>();

function* sideBefore(staff: Staff, before: Structure, { payBefore, bandBefore }: Assimilation, assumptions: Assumptions): Steps<Side> {
  const known = sidesBefore.get(staff);
  if (known?.before === before && known.assumptions === assumptions) return known.side;
  const side = yield* sideOf(staff, { pays: payBefore, places: bandBefore, structure: before, protection: null }, assumptions);
  sidesBefore.set(staff, { before, assumptions, side });
  return side;
}

/** What a scenario does to people, or why that cannot be said. */
export function* moneyInSteps(
  staff: Staff,
  before: Structure,
  after: ScenarioStructure,
  assumptions: Assumptions,
  division: Division | null,
): Steps<Result<Money>> {
  const moved = yield* assimilateInSteps(staff, before, after, assumptions.rule);
  if (!moved.ok) return moved;
  const assimilation = moved.value;
  const { payBefore, payAfter, bandBefore, bandAfter } = assimilation;
  yield;
  const steps = protectionSteps(assumptions);
  const protection = protectionOf(staff, assimilation, steps, assumptions.mainly);
  yield;
  const circles = circlesByGroup(staff, assimilation, divideBySex(staff));
  yield;
  const was = yield* sideBefore(staff, before, assimilation, assumptions);
  const now = yield* sideOf(staff, { pays: payAfter, places: bandAfter, structure: after, protection: steps }, assumptions);
  let groups: GroupEquality | null = null;
  if (division !== null) {
    const divided = yield* payByGroupInSteps(staff, division, payBefore, bandBefore, before.bands.bands.length);
    yield;
    groups = { division, before: divided, after: yield* payByGroupInSteps(staff, division, payAfter, bandAfter, after.bands.bands.length) };
  }
  return good({
    after,
    assimilation,
    bill: { before: was.bill, after: now.bill },
    protection,
    equality: { before: was.equality, after: now.equality },
    groups,
    circles,
    projection: was.years.ok && now.years.ok ? { before: was.years.value, after: now.years.value } : null,
    projectionProblem: was.years.ok ? (now.years.ok ? null : now.years.problem) : was.years.problem,
  });
}
