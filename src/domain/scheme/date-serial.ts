/** A day of Excel's 1900 calendar; `month` counts from 1. */
export interface SerialDay {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** Serial numbers of 1 January 1950 to 31 December 2199: what Excel makes of an entry such as 2-3 or 3/4. */
export const isDateSerial = (value: number): boolean => value >= 18264 && value < 109575;

/** The day that a serial number stands for, from 1 March 1900 on; counted in years that begin in March. */
export function dayOfSerial(serial: number): SerialDay {
  const days = Math.floor(serial) - 61; // since 1 March 1900
  const daysOfYears = (years: number): number =>
    years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor((years + 300) / 400);
  let year = Math.floor(days / 365.2425);
  while (daysOfYears(year + 1) <= days) year++;
  while (daysOfYears(year) > days) year--;
  const dayOfYear = days - daysOfYears(year);
  const month = Math.floor((5 * dayOfYear + 2) / 153); // 153 days in five months from March on
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  return { day, month: ((month + 2) % 12) + 1, year: 1900 + year + (month >= 10 ? 1 : 0) };
}
