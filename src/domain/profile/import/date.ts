import { plainText } from "../../scheme/level";
import { dayOfSerial, isDateSerial } from "../../scheme/date-serial";

/** A date that a spreadsheet made of levels, and the levels that it was made of; null where no levels make that date. */
export interface DateReading {
  readonly levels: string | null;
}

/**
 * Reads `02-Mar`, `Mar-02`, `02/03`, `02/03/2026`, `2026-03-02`, `2-Mar-26`, `46083`: a range of levels, which rises, whatever a country
 * puts first. Null where the text is no date. A year such as 2003 may be the third of three levels.
 */
export function readDate(text: string): DateReading | null {
  const plain = plainText(text.slice(0, LONGEST_DATE)).replace(TIME, "");
  const parts = namedParts(plain) ?? figureParts(plain) ?? serialParts(plain);
  if (parts === null) return null;
  const [first, second] = [...parts.levels].sort((a, b) => a - b) as [number, number];
  if (first === second || second > HIGHEST_LEVEL) return { levels: null };
  const third = parts.year === null ? 0 : parts.year % 100;
  const isLevel = third > second && third <= HIGHEST_LEVEL && (parts.year! < 100 || parts.year! > 2000);
  return { levels: isLevel ? `${first},${second},${third}` : `${first}-${second}` };
}

interface Parts {
  readonly levels: readonly [number, number];
  readonly year: number | null;
}

/** Day and month by its name, in either order, with a year or without. */
function namedParts(plain: string): Parts | null {
  const found = NAMED.exec(plain);
  if (found === null) return null;
  const [, day = "", after = "", before = "", other = "", year = ""] = found;
  const name = after || before;
  const month = MONTHS.findIndex((names) => names.some((own) => name.startsWith(own))) + 1;
  return month === 0 ? null : { levels: [Number(day || other), month], year: year === "" ? null : Number(year) };
}

/** `02/03` is a date for its noughts; without them two figures are two levels. */
function figureParts(plain: string): Parts | null {
  const padded = /^(0\d)[-./](0\d)$/.exec(plain);
  if (padded !== null) return { levels: [Number(padded[1]), Number(padded[2])], year: null };
  const iso = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(plain);
  if (iso !== null) return { levels: [Number(iso[3]), Number(iso[4])], year: Number(iso[1]) };
  const full = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})$/.exec(plain);
  return full === null ? null : { levels: [Number(full[1]), Number(full[3])], year: Number(full[4]) };
}

function serialParts(plain: string): Parts | null {
  const serial = /^\d{5,6}(?:\.0*)?$/.test(plain) ? Number(plain) : 0;
  if (!isDateSerial(serial)) return null;
  const { day, month, year } = dayOfSerial(serial);
  return { levels: [day, month], year };
}

const NAMED =
  /^(?:(\d{1,2})[-. /]{0,2}([a-z\u00e4\u00e9\u00fb]{3,9})\.?|([a-z\u00e4\u00e9\u00fb]{3,9})\.?[-. /]{0,2}(\d{1,2}))(?:[-. /,]{1,2}(\d{4}|\d{2}))?$/;
/** As English, German and French spreadsheets begin them; levels are no more than eight. */
const MONTHS = [
  ["jan"],
  ["feb", "f\u00e9v"],
  ["mar", "m\u00e4r", "mrz"],
  ["apr", "avr"],
  ["may", "mai"],
  ["jun", "juin"],
  ["jul", "juil"],
  ["aug", "ao\u00fb"],
  ["sep"],
  ["oct", "okt"],
  ["nov"],
  ["dec", "dez", "d\u00e9c"],
] as const;
const TIME = /[ t]\d{1,2}:\d{2}(?::\d{2})?(?:\.0*)?z?$/;
const HIGHEST_LEVEL = 8;
const LONGEST_DATE = 40;
