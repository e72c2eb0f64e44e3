import { plainText } from "../../scheme/level";
import type { Scheme } from "../../scheme/scheme";
import { type NameReading, readName } from "./factor-name";
import { type Line, makeLine } from "./line";
import { collapsed } from "./print";
import { confirms } from "./points";
import { levelsAtEnd, looksLevels, looksPoints, type Tail, tailsOfCells, tailsOfText } from "./tail";

/** A row as found: its number and name as printed, and the levels and points that it may end in, likeliest first. */
export interface RawRow {
  readonly line: number;
  readonly number: number | null;
  readonly printedNumber: string;
  readonly name: string;
  readonly names: NameReading;
  readonly tails: readonly Tail[];
  /** In running text, what may be levels at the end of its words. */
  readonly atEnd: string | null;
  /** Whether it stands in columns, so that its name is a cell. */
  readonly columns: boolean;
}

export interface Loose {
  readonly line: number;
  readonly text: string;
}

/** The rows and totals of one table or of several, in the order of the text. */
export interface Table {
  readonly events: readonly TableEvent[];
  /** Text of no row: the rest of a descriptor, or what stands between two profiles. */
  readonly loose: readonly Loose[];
  /** Figures and signs of no row. */
  readonly strays: readonly Loose[];
}

export type TableEvent =
  { readonly kind: "row"; readonly row: RawRow } | { readonly kind: "total"; readonly line: number; readonly text: string };

interface OpenRow extends Omit<RawRow, "tails" | "name" | "names"> {
  name: string;
  names: NameReading;
  tails: readonly Tail[];
  readonly pieces: string[];
  ended: boolean;
}

type Lead = Omit<OpenRow, "pieces" | "ended">;

export function readTable(lines: readonly Line[], scheme: Scheme): Table {
  const events: TableEvent[] = [];
  const loose: Loose[] = [];
  const strays: Loose[] = [];
  let open: OpenRow | null = null;
  let total: { line: number; text: string; extras: number } | null = null;
  const close = (): void => {
    if (open !== null) events.push({ kind: "row", row: closed(open, scheme) });
    // "JE Score" without figures is a column's heading on a line of its own.
    if (total !== null && /\d/.test(total.text)) events.push({ kind: "total", line: total.line, text: total.text });
    open = total = null;
  };
  for (const [index, line] of lines.entries()) {
    const { text } = line;
    if (text === "") continue;
    const { heading } = line;
    if (heading === "total") {
      close();
      total = { line: line.number, text, extras: 0 };
      continue;
    }
    if (heading !== null) continue;
    const lead = leadOf(line, lines[index + 1], scheme, open);
    if (lead !== null) {
      close();
      open = { ...lead, pieces: [], ended: lead.tails.some((tail) => isWhole(tail)) };
    } else if (total !== null && belongsToTotal(total, text)) {
      total.text += ` ${text}`;
      total.extras++;
    } else if (open !== null && !open.ended) extend(open, text, scheme);
    else if (/[a-z]{3}/i.test(text)) loose.push({ line: line.number, text });
    else strays.push({ line: line.number, text });
  }
  close();
  return { events, loose, strays };
}

/** The band, or the scores themselves, may stand below the total's words. */
const belongsToTotal = (total: { readonly text: string; readonly extras: number }, text: string): boolean =>
  total.extras < 4 && text.length <= 24 && /^(ba\w{0,3}|(ban|ba|[nir])?d? ?\d[\d*a-d/-]*|-|\d[\d* -]*)$/.test(plainText(text));

/** Whether a line begins a row of a table. */
export const beginsRow = (line: Line, next: Line | undefined, scheme: Scheme): boolean => leadOf(line, next, scheme, null) !== null;

/** How a line begins a row, if it does: by its factor's number and name, by one of them in a table's columns, or by levels and points alone. */
function leadOf(printed: Line, next: Line | undefined, scheme: Scheme, open: OpenRow | null): Lead | null {
  const line = partedLine(printed, scheme);
  const cells = line.filled;
  const [first = "", second = ""] = cells;
  const columns = cells.length > 1;
  const parts = NUMBERED.exec(first);
  if (parts !== null) {
    const [, digits = "", dot = "", rest = ""] = parts;
    const number = asciiNumber(digits);
    const bare = rest.trim() === "";
    // A blank cell beside the number is a lost name, not one in the next cell.
    const name = !bare ? rest.trim() : line.cells[line.cells.indexOf(first) + 1] === "" ? "" : second;
    const names = readName(scheme, name, columns);
    const tails = columns ? tailsOfCells(line, bare ? 1 : 0) : tailsOfText(rest);
    const isRow =
      names.whole.length > 0 ||
      (names.partly.includes(number - 1) && (dot !== "" || columns || tails.some((tail) => fits(scheme, number - 1, tail)))) ||
      (dot !== "" && tails.some(isWhole)) ||
      (bare && columns && cells.length > 2 && tails.some(isWhole)) ||
      (bare && !columns && isNumberAlone(dot, number, next, scheme, open));
    return isRow
      ? {
          line: line.number,
          number,
          printedNumber: bare ? first : `${digits}${dot}`,
          name: nameText(name, columns),
          names,
          tails,
          atEnd: columns ? null : levelsAtEnd(rest),
          columns,
        }
      : null;
  }
  const names = readName(scheme, first, columns);
  const named = names.exact || (columns && names.partly.length === 1);
  const tails = columns ? tailsOfCells(line, named || names.whole.length > 0 ? 1 : 0) : tailsOfText(first);
  const free = open === null || open.ended;
  const isRow = columns
    ? ((names.exact || (named && (free || (names.verbatim && cells.length === 2)))) && tails.length > 0) ||
      (free && !/[a-z]{3}/i.test(cells.length > 2 ? "" : first) && fitsSome(scheme, tails))
    : free && names.whole.length > 0 && tails.some((tail) => fits(scheme, names.whole[0] ?? -1, tail));
  if (!isRow) return null;
  return {
    line: line.number,
    number: null,
    printedNumber: "",
    name: named || !columns ? nameText(first, columns) : "",
    names,
    tails,
    atEnd: columns ? null : levelsAtEnd(first),
    columns,
  };
}

/** In running text a row without descriptor and points is its factor's name and its level: "1 Knowledge Level 3". It is read as the cells that these are. */
function partedLine(line: Line, scheme: Scheme): Line {
  const { filled } = line;
  const last = filled[filled.length - 1] ?? "";
  const parts = filled.length > 2 || last.length > LONGEST_LEVEL_ROW ? null : NAME_AND_LEVEL.exec(last);
  if (parts === null) return line;
  const [, number = "", before = "", levels = ""] = parts;
  const name = before.replace(BETWEEN, "").trim();
  const { exact, partly } = readName(scheme, name, true);
  if ((!exact && partly.length !== 1) || !looksLevels(levels) || tailsOfText(last).length > 0) return line;
  return makeLine(line.number, [...filled.slice(0, -1), ...(number === "" ? [] : [number.trim()]), name, levels]);
}

/** A number on a line of its own begins a row where its factor's name stands below, or where a dot shows that it is no figure. */
const isNumberAlone = (dot: string, number: number, next: Line | undefined, scheme: Scheme, open: OpenRow | null): boolean =>
  readName(scheme, next === undefined ? "" : next.text, false).whole[0] === number - 1 || (dot === "." && (open === null || open.ended));

/** The name as printed; in running text, where its end is not known, the words in its place. */
const nameText = (text: string, columns: boolean): string => text.slice(0, columns ? 120 : 40);

/** Adds a line to a row whose levels have not come yet. */
function extend(open: OpenRow, text: string, scheme: Scheme): void {
  if (open.name === "" && open.pieces.length === 0) {
    open.name = text.slice(0, 120);
    open.names = readName(scheme, text, false);
  }
  open.pieces.push(text);
  const place = placeOf(open);
  const joined = collapsed(open.pieces.slice(-2).join(" "));
  const alone = tailsOfText(text).filter(({ levels, points }) => `${levels ?? ""} ${points ?? ""}` === text);
  const pair = looksPoints(text) && looksLevels(open.pieces[open.pieces.length - 2] ?? "");
  open.ended =
    open.pieces.length === MOST_PIECES ||
    alone.length > 0 ||
    pair ||
    (place !== null && tailsOfText(joined).some((tail) => fits(scheme, place, tail)));
}

function closed(open: OpenRow, scheme: Scheme): RawRow {
  const { line, number, printedNumber, name, names, columns, pieces } = open;
  const row: RawRow = { line, number, printedNumber, name, names, columns, tails: open.tails, atEnd: open.atEnd };
  if (pieces.length === 0) return row;
  const last = pieces[pieces.length - 1] ?? "";
  const before = pieces[pieces.length - 2] ?? "";
  const pair = looksPoints(last) && looksLevels(before) ? [{ levels: before, points: last }] : [];
  const tails = [
    ...row.tails.filter(isWhole),
    ...pair,
    ...tailsOfText(`${before} ${last}`),
    ...pieces.flatMap((piece) => tailsOfText(piece)),
  ];
  const single = looksLevels(last) ? [{ levels: last, points: null }] : [];
  const place = placeOf(row);
  const fitting = place === null ? [] : tails.filter((tail) => fits(scheme, place, tail));
  const atEnd = levelsAtEnd(last) ?? row.atEnd;
  return { ...row, atEnd, tails: fitting.length > 0 ? fitting : tails.length > 0 ? tails : [...row.tails, ...single] };
}

/** The place in the scheme that a row's own words give it: its name, its number, or the part of a name that is in no other. */
export const placeOf = ({ number, names, columns }: Pick<RawRow, "number" | "names" | "columns">): number | null =>
  names.whole[0] ?? (number !== null ? number - 1 : columns && names.partly.length === 1 ? (names.partly[0] ?? null) : null);

const isWhole = ({ levels, points }: Tail): boolean => levels !== null && points !== null;

/** Whether the levels of a tail have its points by the chart of the factor at a place. */
export function fits(scheme: Scheme, place: number, tail: Tail): boolean {
  const factor = scheme.factors[place];
  return factor !== undefined && confirms(factor, tail);
}

const fitsSome = (scheme: Scheme, tails: readonly Tail[]): boolean =>
  tails.some((tail) => isWhole(tail) && scheme.factors.some((_, place) => fits(scheme, place, tail)));

const asciiNumber = (digits: string): number =>
  Number(digits.replace(/[\uFF10-\uFF19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)));

/** A number, then its dot or bracket or a space, then what follows. */
const NUMBERED = /^\(?([\d\uFF10-\uFF19]{1,2})(?:\s?([.):\uFF0E])(?!\d)|(?=\s|$))(.*)$/s;
/** A number, a name without figures, levels. */
const NAME_AND_LEVEL = /^(\(?\d{1,2}\s?[.):]?\s)?(\D+)(\d.*)$/;
/** What may stand between a name and its level. */
const BETWEEN = /[\s:\u2013\u2014-]*(?:\b(?:je )?level)?[\s:\u2013\u2014-]*$/i;
const LONGEST_LEVEL_ROW = 160;
const MOST_PIECES = 60;
