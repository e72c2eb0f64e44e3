import { type Entry, errorName, isBlank, isEntryError, numberOf, textOf } from "../entry";
import { good, type Result } from "../result";
import { atOnce, ITEMS_A_STEP, type Steps } from "../steps";
import { refused } from "./fault";
import { penceOf } from "./pay";
import type { Person, Sex } from "./staff";

/** A staff list as it was read. Rows are counted from 1 within what was given. */
export interface StaffList {
  readonly people: readonly Person[];
  /** Further characteristics that the list has a column of. */
  readonly traits: readonly string[];
  /** Headings that nothing is made of: names and other columns are not even kept. */
  readonly unused: readonly string[];
  /** How many have no FTE given, and count as 1. */
  readonly withoutFte: number;
  /** How many have a sex that is neither a woman's nor a man's word: they count as not stated. */
  readonly otherSex: number;
}

type Column = "job" | "sex" | "fte" | "pay" | "point" | "vacancy";

/** How staff lists head their columns, the whole heading. */
const WORDS: Readonly<Record<Column, RegExp>> = {
  job: /^(job|post|role)( ?(id|ref|reference|no|number|code))?$/,
  sex: /^(sex|gender|legal sex)$/,
  fte: /^(fte|wte|full time equivalent|whole time equivalent)$/,
  pay: /^((annual|basic|full time|fte|current|actual full time) )*(pay|salary)( (fte|full time|a year|per year|pa))?$/,
  point: /^(pay |spine |spinal column )?(point|scp)$/,
  vacancy: /^(vacancy|vacant)$/,
};

/** Only what equality law or practice compares groups by; a name or a date of birth is none of them. */
const TRAIT =
  /\b(ethnic\w*|race|disab\w*|age (group|band|range)|part time|full time or part time|working pattern|religion|belief|sexual orientation|contract type)\b/;

const plain = (entry: Entry): string =>
  textOf(entry)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/**
 * Reads a staff list, a row a person, its first filled row the headings: job id (needed), sex, FTE, pay (pounds a year, full time), point, vacancy,
 * further characteristics. A cell that cannot be what its heading says refuses the whole list, by row and heading.
 */
export const readStaffList = (cells: readonly (readonly Entry[])[]): Result<StaffList> => atOnce(readStaffListInSteps(cells));

export function* readStaffListInSteps(cells: readonly (readonly Entry[])[]): Steps<Result<StaffList>> {
  const top = cells.findIndex((row) => row.filter((cell) => !isBlank(cell)).length > 1);
  if (top < 0) return refused({ kind: "staff-empty" });
  const headings = cells[top]!.map(textOf);
  const columns = new Map<Column, number>();
  const traits: { readonly name: string; readonly column: number }[] = [];
  const unused: string[] = [];
  cells[top]!.forEach((cell, column) => {
    const words = plain(cell);
    const known = (Object.keys(WORDS) as Column[]).find((name) => WORDS[name].test(words));
    if (known !== undefined && !columns.has(known)) columns.set(known, column);
    else if (TRAIT.test(words)) traits.push({ name: headings[column]!, column });
    else if (words !== "") unused.push(headings[column]!);
  });
  if (!columns.has("job")) return refused({ kind: "staff-headings", found: headings.filter((heading) => heading !== "") });
  const people: Person[] = [];
  const [sexOf, isVacancy] = [remembered(sexOfEntry), remembered(isVacancyEntry)];
  let [withoutFte, otherSex] = [0, 0];
  for (let index = top + 1; index < cells.length; index++) {
    if ((index - top) % ROWS_A_STEP === 0) yield;
    const row = cells[index]!;
    if (row.every(isBlank)) continue;
    const at = (column: Column): Entry => row[columns.get(column) ?? -1] ?? null;
    // Cells that are read from a sheet are blank as nothing or "": a 0 is somebody's.
    const isGiven = (column: Column): boolean => at(column) === 0 || !isBlank(at(column));
    const wrong = (column: Column, wanted: string) =>
      refused({ kind: "staff-cell", row: index + 1, heading: headings[columns.get(column) ?? -1] ?? "", found: at(column), wanted });
    const job = at("job");
    if (isBlank(job) || isEntryError(job) || errorName(textOf(job)) !== null) return wrong("job", "the id of a job");
    const fte = isGiven("fte") ? numberOf(at("fte")) : undefined;
    if (fte === null || (fte !== undefined && (fte <= 0 || fte > MOST_FTE)))
      return wrong("fte", "a share of a full-time post, such as 0.6");
    const pounds = isGiven("pay") ? poundsIn(at("pay")) : null;
    if (pounds === undefined) return wrong("pay", "an amount of pounds a year above 0");
    const point = at("point");
    if (isEntryError(point) || typeof point === "boolean") return wrong("point", "a pay point");
    const vacancy = isVacancy(at("vacancy"));
    const sex = sexOf(at("sex"));
    if (fte === undefined) withoutFte++;
    if (sex === undefined) otherSex++;
    people.push({
      job: textOf(job),
      sex: sex ?? "not stated",
      fte: fte ?? 1,
      pay: pounds === null ? null : penceOf(pounds),
      point: isBlank(point) ? null : point,
      vacancy,
      traits: Object.fromEntries(traits.map(({ name, column }) => [name, textOf(row[column] ?? null)])),
    });
  }
  if (people.length === 0) return refused({ kind: "staff-empty" });
  return good({ people, traits: traits.map(({ name }) => name), unused, withoutFte, otherSex });
}

/** A row takes several times as long as an item of a column. */
const ROWS_A_STEP = ITEMS_A_STEP / 4;

/** More than two full posts is a slip, hours for one. */
const MOST_FTE = 2;

const WOMAN = /^(w|f|woman|women|female)$/;
const MAN = /^(m|man|men|male)$/;
const UNSTATED = /^(|not stated|not known|unknown|prefer not to say|not specified|n a|vacant)$/;

/** A column of a hundred thousand cells holds few different words: each is read once. */
function remembered<T>(read: (entry: Entry) => T): (entry: Entry) => T {
  const known = new Map<Entry, T>();
  return (entry) => {
    const before = known.get(entry);
    if (before !== undefined || known.has(entry)) return before as T;
    const found = read(entry);
    known.set(entry, found);
    return found;
  };
}

/** undefined: another word. */
function sexOfEntry(entry: Entry): Sex | undefined {
  const word = plain(entry);
  if (WOMAN.test(word)) return "woman";
  if (MAN.test(word)) return "man";
  return UNSTATED.test(word) ? "not stated" : undefined;
}

const isVacancyEntry = (entry: Entry): boolean => entry === true || entry === 1 || /^(y|yes|true|x|vacant|vacancy)$/.test(plain(entry));

function poundsIn(entry: Entry): number | undefined {
  const text = typeof entry === "string" ? textOf(entry) : null;
  const number = numberOf(text !== null && /^£|^\d{1,3}(,\d{3})+/.test(text) ? text.replace(/[£,\s]/g, "") : entry);
  return number === null || number <= 0 ? undefined : number;
}
