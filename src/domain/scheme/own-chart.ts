import { type Entry, errorName, isBlank, isEntryError, numberOf, textOf } from "../entry";
import { bad, good, type Result } from "../result";
import type { Factor, Level, Scheme } from "./scheme";

/** What a register made from a chart may have: a wider one was selected by mistake. */
export const MOST_FACTORS = 100;
export const MOST_LEVELS = 99;

interface ChartRow {
  readonly row: number;
  readonly cells: readonly Entry[];
}

/**
 * Reads a points chart a person made: a row a factor, a column a level, blank after a factor's last level;
 * an optional first column of names and first row of headings. Such a chart has no definitions, so any letters pass.
 */
export function readOwnChart(range: readonly (readonly Entry[])[]): Result<Scheme> {
  const filled = range.map((cells, index): ChartRow => ({ row: index + 1, cells })).filter(({ cells }) => !cells.every(isBlank));
  const rows = isHeading(filled) ? filled.slice(1) : filled;
  if (rows.length === 0) return bad({ kind: "chart-empty" });
  const named = rows.filter(({ cells }) => isWord(cells[0] ?? null)).length;
  if (named > 0 && named < rows.length) return bad(nameFault(rows, named));
  const factors: Factor[] = [];
  for (const { row, cells } of rows) {
    const levels = readPoints(row, named > 0 ? 1 : 0, cells);
    if (!levels.ok) return levels;
    factors.push({
      number: factors.length + 1,
      name: named > 0 ? textOf(cells[0] ?? null) : "",
      group: "",
      levels: levels.value,
      share: null,
      place: "",
      notes: [],
    });
  }
  return good({
    id: "",
    name: "own",
    title: "points chart of one's own",
    edition: "",
    source: "",
    place: "",
    groups: [],
    factors,
    bands: null,
    matchRule: null,
    notes: [],
  });
}

/** Headings are words over the levels, or over the names (`Factor`), or a blank corner beside names. */
function isHeading(rows: readonly ChartRow[]): boolean {
  const [first, second] = rows;
  if (first === undefined) return false;
  const [corner = null, ...levels] = first.cells;
  const filled = levels.filter((cell) => !isBlank(cell));
  if (filled.length > 0 && filled.every(isWord)) return true;
  const namesBelow = second !== undefined && isWord(second.cells[0] ?? null);
  return namesBelow && (isBlank(corner) || HEADING_WORD.test(textOf(corner)));
}

const HEADING_WORD = /^(factors?|factor names?|names?|levels?|points)$/i;

function nameFault(
  rows: readonly ChartRow[],
  named: number,
): { readonly kind: "chart-names"; readonly row: number; readonly found: Entry } {
  const oddOnesAreNames = named * 2 < rows.length;
  const odd = rows.find(({ cells }) => isWord(cells[0] ?? null) === oddOnesAreNames) ?? rows[0];
  return { kind: "chart-names", row: odd?.row ?? 1, found: odd?.cells[0] ?? null };
}

function readPoints(row: number, start: number, cells: readonly Entry[]): Result<readonly Level[]> {
  let end = cells.length;
  while (end > start && isBlank(cells[end - 1] ?? null)) end--;
  if (end === start) return bad({ kind: "chart-points", row, column: start + 1, found: null });
  const levels: Level[] = [];
  for (let column = start; column < end; column++) {
    const cell = cells[column] ?? null;
    if (isBlank(cell)) return bad({ kind: "chart-gap", row, column: column + 1 });
    const points = numberOf(cell);
    if (points === null || points <= 0) return bad({ kind: "chart-points", row, column: column + 1, found: cell });
    const before = levels[levels.length - 1]?.points ?? 0;
    if (points < before) return bad({ kind: "chart-falls", row, column: column + 1, points, before });
    levels.push({ points, options: null });
  }
  return good(levels);
}

const isWord = (entry: Entry): boolean =>
  typeof entry === "string" && !isBlank(entry) && !isEntryError(entry) && numberOf(entry) === null && errorName(entry) === null;
