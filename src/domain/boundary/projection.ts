import { good, type Result } from "../result";
import { atOnce, type Steps } from "../steps";
import { refused } from "./fault";
import { type BillSettings, BILL, insuranceOf, pensionOf } from "./pay-bill";
import { payOf, type Pence } from "./pay";
import type { ProtectionStep } from "./protection";
import type { Structure } from "./scenario";
import type { Staff } from "./staff";

export interface Progression {
  /** Months from the start of each year to the day on which people move up a point, 0 to 11. */
  readonly month: number;
  /** Progression dates from one step to the next: 1, a point a year. */
  readonly every: number;
}

export interface ProjectionSettings extends BillSettings {
  readonly years: 1 | 2 | 3 | 4 | 5;
  /** Per cent, at the start of each year; a year that has none here has no award. */
  readonly awards: readonly number[];
  /** null: nobody moves up a point. */
  readonly progression: Progression | null;
}

export const PROJECTION: ProjectionSettings = { ...BILL, years: 5, awards: [], progression: null };

/** What there is to project: pay and band of each place of the staff, in a structure. */
export interface PayPath {
  readonly pays: Float64Array;
  readonly places: Int16Array;
  readonly structure: Structure;
  /** How long pay above the maximum is kept; null: as long as it lasts. */
  readonly protection: readonly ProtectionStep[] | null;
}

export interface ProjectedYear {
  readonly year: number;
  readonly basic: Pence;
  readonly insurance: Pence;
  /** null while the employer's rate is not given. */
  readonly pension: Pence | null;
  readonly total: Pence | null;
}

/** The pay points of a band in one year; just the maximum where it has a range without points. */
interface YearRange {
  readonly points: readonly Pence[];
  readonly maximum: Pence;
}

/**
 * Costs of one to five years. Each year begins with its award on points, ranges and pay, each to the whole penny. On the progression date who
 * is below the maximum moves to the next point: pay of that year = old point x months before / 12 + new point x months after / 12. Where the
 * date is the first day, the first year has no step, since pay has just been set. Pay above the maximum gets no award: it is kept while
 * protection lasts, in the per cent of its steps, then falls to the maximum; a maximum that overtakes it takes it along.
 */
export const projectCost = (...given: Parameters<typeof projectCostInSteps>): Result<readonly ProjectedYear[]> =>
  atOnce(projectCostInSteps(...given));

/** A year a step. */
export function* projectCostInSteps(
  staff: Staff,
  path: PayPath,
  settings: ProjectionSettings = PROJECTION,
): Steps<Result<readonly ProjectedYear[]>> {
  const { bands } = path.structure.bands;
  const pays = bands.map(({ label }) => payOf(path.structure.pay, label));
  if (settings.progression !== null && pays.some((pay) => pay !== null && pay.points === null))
    return refused({ kind: "needs", figure: "Progression", needs: "points" });
  let ranges = pays.map((pay): YearRange | null =>
    pay === null ? null : { points: (pay.points ?? []).map((point) => point.pay), maximum: pay.maximum },
  );
  const current = path.pays.slice();
  const years: ProjectedYear[] = [];
  for (let year = 1; year <= settings.years; year++) {
    if (year > 1) yield;
    const raise = 1 + (settings.awards[year - 1] ?? 0) / 100;
    const risen = ranges.map((range): YearRange | null =>
      range === null
        ? null
        : { points: range.points.map((point) => Math.round(point * raise)), maximum: Math.round(range.maximum * raise) },
    );
    const share = shareKept(year, path.protection);
    const months = monthsBeforeStep(year, settings.progression);
    let basic = 0;
    let insurance = 0;
    let pension = 0;
    for (let place = 0; place < staff.count; place++) {
      const before = current[place]!;
      if (Number.isNaN(before) || (staff.vacancies[place] === 1 && !settings.vacancies)) continue;
      const band = path.places[place]!;
      const old = band < 0 ? null : ranges[band]!;
      const now = band < 0 ? null : risen[band]!;
      const isAbove = old !== null && before > old.maximum;
      const start = isAbove ? Math.max(before, now?.maximum ?? 0) : Math.round(before * raise);
      let inYear = start;
      let end = start;
      if (isAbove && now !== null && start > now.maximum) {
        inYear = now.maximum + (start - now.maximum) * share;
      } else if (months !== null && now !== null) {
        end = now.points.find((point) => point > start) ?? start;
        inYear = (start * months + end * (12 - months)) / 12;
      }
      current[place] = end;
      const actual = inYear * staff.ftes[place]!;
      basic += actual;
      insurance += insuranceOf(actual, settings.onCosts);
      pension += pensionOf(actual, settings.onCosts);
    }
    ranges = risen;
    const whole = Math.round(basic);
    const known = settings.onCosts.pensionPercent === null ? null : pension;
    years.push({ year, basic: whole, insurance, pension: known, total: known === null ? null : whole + insurance + known });
  }
  return good(years);
}

/** How many months of a year pass before people move up a point; null in a year without a step. */
function monthsBeforeStep(year: number, progression: Progression | null): number | null {
  if (progression === null) return null;
  const { month, every } = progression;
  const date = month === 0 ? year - 1 : year;
  return date > 0 && date % every === 0 ? month : null;
}

/** What share of the pay above a maximum is kept in a year; from the year after protection has run out, none: pay is the maximum. */
function shareKept(year: number, steps: readonly ProtectionStep[] | null): number {
  if (steps === null) return 1;
  const [first, last] = [(year - 1) * 12, year * 12];
  let begun = 0;
  let share = 0;
  for (const { months, percent } of steps) {
    const overlap = Math.min(last, begun + months) - Math.max(first, begun);
    if (overlap > 0) share += (overlap / 12) * (percent / 100);
    begun += months;
  }
  return share;
}
