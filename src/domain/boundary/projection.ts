import { good, type Result } from "../result";
import { refused } from "./fault";
import { type BillSettings, BILL, onCostsOf } from "./pay-bill";
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
export function projectCost(staff: Staff, path: PayPath, settings: ProjectionSettings = PROJECTION): Result<readonly ProjectedYear[]> {
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
    const raise = 1 + (settings.awards[year - 1] ?? 0) / 100;
    const risen = ranges.map((range): YearRange | null =>
      range === null
        ? null
        : { points: range.points.map((point) => Math.round(point * raise)), maximum: Math.round(range.maximum * raise) },
    );
    let [basic, insurance, pension] = [0, 0, 0];
    for (let place = 0; place < staff.count; place++) {
      const before = current[place]!;
      if (Number.isNaN(before) || (staff.vacancies[place] === 1 && !settings.vacancies)) continue;
      const band = path.places[place]!;
      const [old, now] = [ranges[band] ?? null, risen[band] ?? null];
      const isAbove = old !== null && before > old.maximum;
      const start = isAbove ? Math.max(before, now?.maximum ?? 0) : Math.round(before * raise);
      const paid =
        isAbove && now !== null && start > now.maximum
          ? kept(start, now.maximum, year, path.protection)
          : stepped(start, now, year, settings.progression);
      current[place] = paid.end;
      const actual = paid.inYear * staff.ftes[place]!;
      basic += actual;
      const extra = onCostsOf(actual, settings.onCosts);
      insurance += extra.insurance;
      pension += extra.pension;
    }
    ranges = risen;
    const whole = Math.round(basic);
    const known = settings.onCosts.pensionPercent === null ? null : pension;
    years.push({ year, basic: whole, insurance, pension: known, total: known === null ? null : whole + insurance + known });
  }
  return good(years);
}

/** Pay in a year, full time, and at its end. */
interface YearPay {
  readonly inYear: number;
  readonly end: Pence;
}

function stepped(start: Pence, range: YearRange | null, year: number, progression: Progression | null): YearPay {
  if (progression === null || range === null) return { inYear: start, end: start };
  const { month, every } = progression;
  const date = month === 0 ? year - 1 : year;
  const next = date > 0 && date % every === 0 ? range.points.find((point) => point > start) : undefined;
  if (next === undefined) return { inYear: start, end: start };
  return { inYear: (start * month + next * (12 - month)) / 12, end: next };
}

function kept(pay: Pence, maximum: Pence, year: number, steps: readonly ProtectionStep[] | null): YearPay {
  if (steps === null) return { inYear: pay, end: pay };
  const [first, last] = [(year - 1) * 12, year * 12];
  let begun = 0;
  let shares = 0;
  for (const { months, percent } of steps) {
    const overlap = Math.min(last, begun + months) - Math.max(first, begun);
    if (overlap > 0) shares += (overlap / 12) * (percent / 100);
    begun += months;
  }
  // Once protection has run out, pay is the maximum and rises with it.
  return { inYear: maximum + (pay - maximum) * shares, end: begun <= last ? maximum : pay };
}
