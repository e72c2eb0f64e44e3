import { type Factor, factorAt, type Scheme } from "../../scheme/scheme";
import { readProfileLevels } from "../levels";
import { type LevelSpan, readSpan } from "../notation";
import { assignRows } from "./assignment";
import { sumsOf } from "./check";
import type { Matter } from "./doubt";
import type { DoubtBook } from "./doubt-book";
import type { DraftRow, Score } from "./draft";
import { partRow } from "./merged";
import { levelsOfPoints, readPoints } from "./points";
import { readRow, type RowReading } from "./reading";
import { placeOf, type RawRow } from "./table";
import { type Tail, withoutWord } from "./tail";

interface Reading {
  row: DraftRow;
  alternative: string | null;
  matters: readonly Matter[];
}

/** Reads a profile's rows: each by the chart, then those left open by the printed total. */
export function readRows(
  scheme: Scheme,
  found: readonly RawRow[],
  pointsColumn: boolean | null,
  total: Score | null,
  book: DoubtBook,
): DraftRow[] {
  const pointed = hasPoints(scheme, found, pointsColumn);
  const rows = pointed ? found : found.map((row) => ({ ...row, tails: isSentence(row) ? [] : row.tails.map(asLevels) }));
  if (!pointed && found.length > 0) book.add({ kind: "no-points" }, { field: "levels", proposal: "levels as printed" });
  const { rows: owners, merged } = assignRows(scheme, rows, book);
  const readings = scheme.factors.map((factor, place) => readOwn(factor, owners[place] ?? null, pointed));
  for (const group of sharedRows(scheme, owners, merged, readings)) readShared(scheme, group, owners[group[0]!]!, readings);
  if (total !== null) {
    settleByTotal(scheme, readings, total);
    fillByTotal(scheme, readings, total);
  }
  for (const [place, { row, matters }] of readings.entries())
    for (const matter of matters)
      book.add(matter, {
        factor: factorAt(scheme, place),
        line: row.line,
        field: "levels",
        proposal: row.levels,
        remark: matter.kind === "list",
      });
  return readings.map(({ row }) => row);
}

/** A table has points unless its heading names none, or most rows end in a single figure that is one of their factor's levels rather than points. */
function hasPoints(scheme: Scheme, rows: readonly RawRow[], pointsColumn: boolean | null): boolean {
  const whole = rows.filter(({ tails }) => tails.some(({ levels, points }) => levels !== null && points !== null)).length;
  const sentences = rows.filter((row) => row.tails.length === 0 && isSentence(row)).length;
  if (sentences > whole) return false;
  if (whole > 0) return true;
  if (pointsColumn !== null) return pointsColumn;
  let [asLevel, asPoints] = [0, 0];
  for (const row of rows) {
    const factor = scheme.factors[placeOf(row) ?? -1];
    const figure = row.tails[0]?.levels ?? row.tails[0]?.points;
    if (factor === undefined || figure === null || figure === undefined) continue;
    if (readProfileLevels(factor, withoutWord(figure)).ok) asLevel++;
    if (levelsOfPoints(factor, readPoints(figure).figures) !== null) asPoints++;
  }
  return asLevel <= asPoints;
}

const asLevels = ({ levels, points }: Tail): Tail => ({ levels: levels ?? points, points: null });

function readOwn(factor: Factor, row: RawRow | null, pointed: boolean): Reading {
  if (row === null) {
    const printed = { number: "", name: "", levels: null, points: null };
    return { row: { line: null, printed, levels: null }, alternative: null, matters: [{ kind: "row-missing", byTotal: false }] };
  }
  const { printed, levels, alternative, matters } =
    pointed || !isSentence(row) ? readRow(factor, row.tails, pointed) : readAtEnd(factor, row.atEnd ?? "");
  return { row: { line: row.line, printed: { number: row.printedNumber, name: row.name, ...printed }, levels }, alternative, matters };
}

/** Words and level of a row stand in one text, in which nothing but its place tells the level from a figure of the sentence before it. */
const isSentence = ({ columns, atEnd, tails }: RawRow): boolean =>
  !columns && atEnd !== null && !tails.some(({ levels, points }) => levels !== null && points === null);

/** Two figures with nothing but a space between them: the first may be the sentence's. */
const TWO_FIGURES = /[\da-g)\]]\s+\d/i;

function readAtEnd(factor: Factor, atEnd: string): RowReading {
  const printed = { levels: atEnd, points: null };
  const matter: Matter = { kind: "levels-at-end", found: atEnd };
  if (TWO_FIGURES.test(atEnd) || readSpan(withoutWord(atEnd)) === null)
    return { printed, levels: null, alternative: null, matters: [matter] };
  const reading = readRow(factor, [printed], false);
  return { ...reading, matters: [...reading.matters, matter] };
}

/** The groups of factors that share a row: by the names in it, or because its points are of two factors and its neighbour has none. */
function sharedRows(
  scheme: Scheme,
  owners: readonly (RawRow | null)[],
  merged: ReadonlyMap<number, readonly number[]>,
  readings: readonly Reading[],
): number[][] {
  const named = [...merged].map(([place, others]) => [place, ...others]);
  const byPoints = scheme.factors.flatMap((_, place) => {
    const tail = owners[place]?.tails[0];
    const open = readings[place]?.matters.some(
      ({ kind }) => kind === "points-differ" || kind === "levels-missing" || kind === "points-damaged",
    );
    if (tail === undefined || open !== true || merged.has(place) || !(tail.points ?? "").includes(" ")) return [];
    return [place + 1].filter((other) => owners[other] === null).map((other) => [place, other]);
  });
  return [...named, ...byPoints];
}

function readShared(scheme: Scheme, group: readonly number[], row: RawRow, readings: Reading[]): void {
  const ordered = [...group].sort((a, b) => a - b);
  const factors = ordered.map((place) => factorAt(scheme, place));
  for (const tail of row.tails) {
    const parts = partRow(factors, tail);
    if (parts === null) continue;
    for (const [at, place] of ordered.entries()) {
      const part = parts[at]!;
      const printed = { number: row.printedNumber, name: row.name, levels: part.printed, points: tail.points };
      const names = factors.map(({ number, name }) => ({ number, name }));
      readings[place] = {
        row: { line: row.line, printed, levels: part.levels },
        alternative: null,
        matters: [{ kind: "merged", levels: tail.levels ?? "", points: tail.points ?? "", factors: names, lost: part.printed === null }],
      };
    }
    return;
  }
}

/** Where levels and points contradict each other and taking the points' side once, or everywhere, gives the printed total, that is proposed. */
function settleByTotal(scheme: Scheme, readings: Reading[], total: Score): void {
  const open = readings.flatMap(({ alternative }, place) => (alternative === null ? [] : [place]));
  if (open.length === 0 || isSum(scheme, readings, new Set(), total)) return;
  const choices = [...open.map((place) => new Set([place])), new Set(open)].filter((choice) => isSum(scheme, readings, choice, total));
  const [choice] = choices;
  if (choice === undefined || (choices.length > 1 && open.length > 1)) return;
  for (const place of choice) {
    const reading = readings[place]!;
    readings[place] = {
      row: { ...reading.row, levels: reading.alternative },
      alternative: null,
      matters: reading.matters.map((matter) => (matter.kind === "points-differ" ? { ...matter, byTotal: true } : matter)),
    };
  }
}

function isSum(scheme: Scheme, readings: readonly Reading[], turned: ReadonlySet<number>, total: Score): boolean {
  const spans = readings.map(({ row, alternative }, place) => spanOf(turned.has(place) ? alternative : row.levels));
  const sum = sumsOf(scheme, spans);
  return sum !== null && sum.lowest === total.lowest && sum.highest === total.highest;
}

/** One row without a reading is what the printed total leaves. */
function fillByTotal(scheme: Scheme, readings: Reading[], total: Score): void {
  const open = readings.flatMap(({ row }, place) => (row.levels === null ? [place] : []));
  const [place] = open;
  if (open.length !== 1 || place === undefined) return;
  const factor = factorAt(scheme, place);
  const others = sumsOf(
    { ...scheme, factors: scheme.factors.filter((_, at) => at !== place) },
    readings.filter((_, at) => at !== place).map(({ row }) => spanOf(row.levels)),
  );
  if (others === null) return;
  const [low, high] = [total.lowest - others.lowest, total.highest - others.highest];
  const levels = levelsOfPoints(factor, low === high ? [low] : [low, high]);
  if (levels === null) return;
  const reading = readings[place]!;
  readings[place] = {
    ...reading,
    row: { ...reading.row, levels },
    matters: reading.matters.map((matter): Matter => {
      if (matter.kind === "row-missing" || matter.kind === "levels-missing") return { ...matter, byTotal: true };
      return matter.kind === "levels-unreadable" ? { ...matter, by: "total" } : matter;
    }),
  };
}

export const spanOf = (levels: string | null): LevelSpan | null => (levels === null ? null : readSpan(levels));
