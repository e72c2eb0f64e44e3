import { type Entry, errorName, isBlank, isEntryError, numberOf, textOf } from "../entry";
import { good, type Result } from "../result";
import { bandKey } from "../scheme/band";
import { refused } from "./fault";
import {
  type BandPay,
  type DatedPay,
  payFromPoints,
  payRange,
  payTable,
  pointKey,
  type PayPoint,
  type PayTable,
  type Pence,
  penceOf,
} from "./pay";

/** A row of the range that is neither blank nor the heading, and its place in the range, from 1. */
interface Row {
  readonly row: number;
  readonly label: string | number;
  readonly cells: readonly Entry[];
}

/**
 * Reads a pay table a person made, in pounds a year, full time: a row a band (band, minimum, [middle,] maximum), or a row a point (band, point,
 * pay, [effective date]). It is by point where the heading of the second column says so (point, SCP, spine), where the second column holds
 * words, or where a band has more than one row.
 */
export function readPayTable(cells: readonly (readonly Entry[])[]): Result<DatedPay> {
  const columns = cells[0]?.length ?? 0;
  const filled = cells.map((row, place) => ({ row: place + 1, cells: row })).filter((row) => !row.cells.every(isBlank));
  const [first] = filled;
  if (first === undefined) return refused({ kind: "pay-empty" });
  if (columns < 3 || columns > 4) return refused({ kind: "pay-columns", columns });
  const heading = isWord(first.cells[2] ?? null) ? first.cells : null;
  const rows: Row[] = [];
  for (const { row, cells: given } of heading === null ? filled : filled.slice(1)) {
    const label = given[0] ?? null;
    if (!isLabel(label)) return refused({ kind: "pay-band", row, found: isBlank(label) ? null : label });
    rows.push({ row, label, cells: given });
  }
  if (rows.length === 0) return refused({ kind: "pay-empty" });
  return isByPoint(heading, rows) ? readPoints(rows) : readRanges(rows, columns);
}

function isByPoint(heading: readonly Entry[] | null, rows: readonly Row[]): boolean {
  if (heading !== null && /\b(points?|scp|spine)\b/i.test(textOf(heading[1] ?? null))) return true;
  if (heading !== null && /\b(min(imum)?|lowest|bottom|entry)\b/i.test(textOf(heading[1] ?? null))) return false;
  return new Set(rows.map(({ label }) => bandKey(label))).size < rows.length || rows.every(({ cells }) => isWord(cells[1] ?? null));
}

function readRanges(rows: readonly Row[], columns: number): Result<DatedPay> {
  const bands: BandPay[] = [];
  for (const { row, label, cells } of rows) {
    const hasMiddle = columns === 4 && !isBlank(cells[2] ?? null);
    const places = [1, ...(hasMiddle ? [2] : []), columns - 1];
    const wrong = places.find((column) => amountAt(cells, column) === undefined);
    if (wrong !== undefined) return refused({ kind: "pay-amount", row, column: wrong + 1, found: cells[wrong] ?? null });
    const amounts = places.map((column) => amountAt(cells, column)!);
    if (amounts.some((amount, place) => amount < (amounts[place - 1] ?? 0))) return refused({ kind: "pay-order", row, label });
    const [minimum, maximum] = [amounts[0]!, amounts[amounts.length - 1]!];
    bands.push(payRange(label, minimum, hasMiddle ? amounts[1]! : null, maximum));
  }
  return good([payTable(bands)]);
}

function readPoints(rows: readonly Row[]): Result<DatedPay> {
  const dates = new Map<string, Map<string, { label: string | number; points: PayPoint[] }>>();
  const dated = rows.some(({ cells }) => !isBlank(cells[3] ?? null));
  for (const { row, label, cells } of rows) {
    const [, point = null, , date = null] = cells;
    if (!isLabel(point)) return refused({ kind: "pay-point", row, found: isBlank(point) ? null : point });
    const pay = amountAt(cells, 2);
    if (pay === undefined) return refused({ kind: "pay-amount", row, column: 3, found: cells[2] ?? null });
    const day = dated ? dayOf(date) : "";
    if (day === undefined) return refused({ kind: "pay-date", row, found: isBlank(date) ? null : date });
    const bands = dates.get(day) ?? new Map<string, { label: string | number; points: PayPoint[] }>();
    dates.set(day, bands);
    const band = bands.get(bandKey(label)) ?? { label, points: [] };
    bands.set(bandKey(label), band);
    if (band.points.some(({ name }) => pointKey(name) === pointKey(point))) return refused({ kind: "pay-twice", row, label, point });
    band.points.push({ name: point, pay });
  }
  const tables = [...dates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, bands]): PayTable =>
      payTable(
        [...bands.values()].map(({ label, points }) => payFromPoints(label, points)),
        day === "" ? null : day,
      ),
    );
  return good(tables as unknown as DatedPay);
}

const isLabel = (entry: Entry): entry is string | number =>
  !isBlank(entry) && !isEntryError(entry) && typeof entry !== "boolean" && (typeof entry !== "string" || errorName(entry) === null);

const isWord = (entry: Entry): boolean =>
  typeof entry === "string" && !isBlank(entry) && amountOf(entry) === undefined && errorName(entry) === null;

const amountAt = (cells: readonly Entry[], column: number): Pence | undefined => amountOf(cells[column] ?? null);

/** An amount of pounds, also where it was stored as text with a pound sign and commas. */
function amountOf(entry: Entry): Pence | undefined {
  const plain =
    typeof entry === "string" && /^£?\s?\d{1,3}(,\d{3})+(\.\d+)?$|^£/.test(textOf(entry)) ? textOf(entry).replace(/[£,]/g, "") : entry;
  const pounds = numberOf(plain);
  return pounds === null || pounds <= 0 ? undefined : penceOf(pounds);
}

/** A day as yyyy-mm-dd: of a date cell (a serial number of Excel's), of such a text, or of day/month/year. */
function dayOf(entry: Entry): string | undefined {
  if (typeof entry === "number")
    return Number.isInteger(entry) && entry >= FIRST_SERIAL && entry <= LAST_SERIAL ? dayOfSerial(entry) : undefined;
  const text = textOf(entry);
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year !== undefined) return realDay(Number(year), Number(month), Number(day));
  const [, first, second, third] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  return first === undefined ? undefined : realDay(Number(third), Number(second), Number(first));
}

/** 1 March 1900, from which on Excel's calendar is right, and the last day of 2999. */
const [FIRST_SERIAL, LAST_SERIAL] = [61, 401_768];

function realDay(year: number, month: number, day: number): string | undefined {
  const lengths = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0) ? dayText(year, month, day) : undefined;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const dayText = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;

/** Serial 61 is 1 March 1900. Years counted from March, so that a leap day is the last of its year. */
function dayOfSerial(serial: number): string {
  let days = serial - FIRST_SERIAL;
  let year = 1900;
  for (let length = marchYear(year); days >= length; length = marchYear(year)) {
    days -= length;
    year++;
  }
  let month = 2;
  for (const length of [31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31]) {
    if (days < length) break;
    days -= length;
    month++;
  }
  return month < 12 ? dayText(year, month + 1, days + 1) : dayText(year + 1, month - 11, days + 1);
}

/** Days from 1 March of a year to the end of February of the next. */
const marchYear = (year: number): number => (isLeap(year + 1) ? 366 : 365);
