import type { Pence } from "./pay";
import type { Staff } from "./staff";

/** What an employer pays on top of basic pay. Settings of each employer or fund. */
export interface OnCosts {
  /** Employer's pension contribution, per cent of basic pay; null: not given, so there is no sum that holds it. */
  readonly pensionPercent: number | null;
  readonly insurancePercent: number;
  /** A year and person. */
  readonly insuranceThreshold: Pence;
}

/** Employer National Insurance of 15 % above £5,000 a year, from April 2025. Source: Cheshire East Council, grading and pay policies. */
export const ON_COSTS: OnCosts = { pensionPercent: null, insurancePercent: 15, insuranceThreshold: 500_000 };

export interface BillSettings {
  /** Whether posts that nobody holds cost money. */
  readonly vacancies: boolean;
  readonly onCosts: OnCosts;
}

export const BILL: BillSettings = { vacancies: true, onCosts: ON_COSTS };

/** What staff cost a year. */
export interface PayBill {
  /** Basic pay of each band: sum of FTE x pay, to the whole penny. */
  readonly bands: readonly Pence[];
  readonly unbanded: Pence;
  readonly basic: Pence;
  readonly insurance: Pence;
  /** null while the employer's rate is not given. */
  readonly pension: Pence | null;
  readonly total: Pence | null;
  /** Rows that are not in it, since their pay is not known. */
  readonly withoutPay: number;
}

/**
 * Sums FTE x pay a band, and on-costs a person. Basic pay is linear in FTE; National Insurance is not, since each person has a threshold:
 * rate x max(0, FTE x pay - threshold). Pension = rate x FTE x pay.
 */
export function payBill(staff: Staff, pays: Float64Array, places: Int16Array, bandCount: number, settings: BillSettings = BILL): PayBill {
  const sums = new Float64Array(bandCount + 1);
  let [insurance, pension, withoutPay] = [0, 0, 0];
  for (let place = 0; place < staff.count; place++) {
    if (staff.vacancies[place] === 1 && !settings.vacancies) continue;
    const pay = pays[place]!;
    if (Number.isNaN(pay)) {
      withoutPay++;
      continue;
    }
    const band = places[place]!;
    const actual = staff.ftes[place]! * pay;
    sums[band < 0 ? bandCount : band]! += actual;
    insurance += insuranceOf(actual, settings.onCosts);
    pension += pensionOf(actual, settings.onCosts);
  }
  const whole = Array.from(sums, (sum) => Math.round(sum));
  const basic = whole.reduce((sum, each) => sum + each, 0);
  const known = settings.onCosts.pensionPercent === null ? null : pension;
  return {
    bands: whole.slice(0, bandCount),
    unbanded: whole[bandCount] ?? 0,
    basic,
    insurance,
    pension: known,
    total: known === null ? null : basic + insurance + known,
    withoutPay,
  };
}

/** National Insurance on one person's actual pay in a year, to the whole penny. */
export const insuranceOf = (actual: number, { insurancePercent, insuranceThreshold }: OnCosts): Pence =>
  Math.round((Math.max(0, actual - insuranceThreshold) * insurancePercent) / 100);

/** The employer's pension contribution for one person's actual pay in a year, to the whole penny. */
export const pensionOf = (actual: number, { pensionPercent }: OnCosts): Pence => Math.round((actual * (pensionPercent ?? 0)) / 100);
