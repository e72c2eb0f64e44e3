import type { Entry } from "../domain/entry";
import { errorName, isBlank, isEntryError, numberOf, textOf } from "../domain/entry";
import { readLibrary } from "../domain/profile/library-range";
import { nameKey, type ProfileLibrary, suitesOf } from "../domain/profile/profile";
import { readBandTable } from "../domain/scheme/band-range";
import type { BandTable } from "../domain/scheme/band";
import { type Chart, chartOf, JobSheet, JobState } from "../domain/scheme/chart";
import { readOwnChart } from "../domain/scheme/own-chart";
import { type Scheme, schemeTitle } from "../domain/scheme/scheme";
import { bad, good, type Result } from "../domain/result";
import { library as published, nhs, schemeNamed, schemeNames } from "../data/library";
import { must, refuse, turned } from "./answer";

/** The door of the custom functions: here, and only here, cells become values of the domain. */

export type Grid = readonly (readonly unknown[])[];

/** A rectangle of cells as an argument holds it; null where it is omitted or one blank cell. */
export function gridOf(argument: unknown, what: string): Grid | null {
  if (argument === null || argument === undefined) return null;
  if (!Array.isArray(argument)) return [[argument]];
  const rows: readonly unknown[] = argument;
  const grid = rows.map((row): readonly unknown[] => (Array.isArray(row) ? (row as readonly unknown[]) : [row]));
  const columns = grid[0]?.length ?? 0;
  if (columns === 0) return null;
  const odd = grid.findIndex((row) => row.length !== columns);
  if (odd > 0) refuse({ kind: "ragged", what, row: odd + 1, columns: grid[odd]?.length ?? 0, expected: columns });
  return grid;
}

/** Reads a cell; an error arrives as an object of the runtime, as an object with an error code, or as its text. */
export function entryOf(cell: unknown): Entry {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === "number" || typeof cell === "string" || typeof cell === "boolean") return cell;
  return { error: typeof cell === "object" ? errorOf(cell as Readonly<Record<string, unknown>>) : "#VALUE!" };
}

const ERROR_KEYS = ["code", "errorCode", "basicValue", "errorType"] as const;
/** The error codes of the runtime's messages, and the names that data types use. */
const ERROR_CODES: Readonly<Record<string, string>> = {
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
  NotAvailable: "#N/A",
  Div0: "#DIV/0!",
  Num: "#NUM!",
  Value: "#VALUE!",
  Null: "#NULL!",
  Ref: "#REF!",
  Name: "#NAME?",
};

function errorOf(cell: Readonly<Record<string, unknown>>): string {
  for (const key of ERROR_KEYS) {
    const code = cell[key];
    if (typeof code !== "string" && typeof code !== "number") continue;
    const name = errorName(String(code)) ?? ERROR_CODES[code];
    if (name !== undefined) return name;
  }
  return "#VALUE!";
}

/** The text of an argument that is one cell; null where it is omitted or blank. */
export function textArgument(argument: unknown, what: string): string | null {
  const grid = gridOf(argument, what);
  if (grid === null) return null;
  const cell = oneCell(grid, what);
  return isBlank(cell) ? null : textOf(cell);
}

function oneCell(grid: Grid, what: string): Entry {
  const [first = [], ...others] = grid;
  if (others.length > 0 || first.length !== 1) refuse({ kind: "one-cell-wanted", what, rows: grid.length, columns: first.length });
  const cell = entryOf(first[0]);
  return isEntryError(cell) ? refuse({ kind: "cell-error", what, error: cell.error }) : cell;
}

/** What names an edition, or the cells of a table; "" where it is omitted. */
function nameOrTable(argument: unknown, what: string): string | readonly (readonly Entry[])[] {
  const grid = gridOf(argument, what);
  if (grid === null) return "";
  if (grid.length === 1 && grid[0]?.length === 1) {
    const cell = oneCell(grid, what);
    if (isBlank(cell)) return "";
    if (typeof cell === "string") return textOf(cell);
  }
  return grid.map((row) => row.map(entryOf));
}

export function schemeArgument(argument: unknown): Scheme {
  const given = nameOrTable(argument, "scheme");
  if (given === "") return nhs();
  if (typeof given !== "string") return must(readOwnChart(given));
  return schemeNamed(given) ?? refuse({ kind: "unknown-scheme", found: given, known: schemeNames() });
}

/** The bands named, or those of the scheme; a scheme without any is a problem only where bands are needed. */
export function bandsArgument(argument: unknown, scheme: Scheme): Result<BandTable> {
  const given = nameOrTable(argument, "bands");
  if (given === "") return scheme.bands === null ? bad({ kind: "no-bands", scheme: scheme.name }) : good(scheme.bands);
  if (typeof given !== "string") return good(must(readBandTable(given)));
  const named = schemeNamed(given);
  if (named === undefined) return refuse({ kind: "unknown-bands", found: given, known: bandNames() });
  return named.bands === null ? bad({ kind: "no-bands", scheme: named.name }) : good(named.bands);
}

const bandNames = (): readonly string[] =>
  published.schemes.flatMap((scheme) => (scheme.bands === null ? [] : [scheme.name, scheme.bands.id]));

/** The jobs in a range, and whether each stands in a row or in a column. */
export interface Jobs {
  readonly sheet: JobSheet<unknown>;
  readonly across: boolean;
}

export function jobsArgument(argument: unknown, scheme: Scheme): Jobs {
  const chart: Chart = chartOf(scheme);
  const grid: Grid = gridOf(argument, "levels") ?? [[null]];
  const [rows, columns] = [grid.length, grid[0]?.length ?? 0];
  if (columns === chart.factorCount) return { sheet: new JobSheet(chart, grid, entryOf), across: false };
  if (rows !== chart.factorCount) refuse({ kind: "jobs-shape", scheme: schemeTitle(scheme), factors: scheme.factors, rows, columns });
  return { sheet: new JobSheet(chart, turned(grid, columns), entryOf), across: true };
}

/** The levels of one job; null where it has none. */
export function oneJobArgument(argument: unknown, scheme: Scheme): JobSheet<unknown> | null {
  const { sheet } = jobsArgument(argument, scheme);
  if (sheet.count !== 1) refuse({ kind: "one-job-wanted", jobs: sheet.count });
  const problem = sheet.problem(0);
  if (problem !== null) refuse(problem);
  return sheet.states[0] === JobState.blank ? null : sheet;
}

/** The profiles to match against: all published ones, a published suite by its edition id, or a range. */
export function libraryArgument(argument: unknown): ProfileLibrary {
  const given = nameOrTable(argument, "library");
  if (given === "") return published.profiles;
  if (typeof given !== "string") return must(readLibrary(given, schemeNamed));
  const suite = published.suites.find((candidate) => candidate.id === given.toLowerCase());
  return suite?.library ?? refuse({ kind: "unknown-library", found: given, known: published.suites.map((candidate) => candidate.id) });
}

/** The suites named, as the library spells them; null where none is. */
export function suiteArgument(argument: unknown, library: ProfileLibrary): readonly string[] | null {
  const names = (gridOf(argument, "suite") ?? [])
    .flat()
    .map(entryOf)
    .filter((entry) => !isBlank(entry));
  if (names.length === 0) return null;
  const known = suitesOf(library);
  return names.map((name) => {
    if (isEntryError(name)) return refuse({ kind: "cell-error", what: "suite", error: name.error });
    const key = nameKey(textOf(name));
    return known.find((suite) => nameKey(suite) === key) ?? refuse({ kind: "unknown-suite", found: textOf(name), known });
  });
}

/** How many profiles to rank; a blank cell is no number, as elsewhere. */
export function topArgument(argument: unknown): number {
  const grid = gridOf(argument, "top");
  const cell = grid === null ? null : oneCell(grid, "top");
  if (isBlank(cell)) return 5;
  const top = numberOf(cell);
  return top !== null && Number.isInteger(top) && top > 0 ? top : refuse({ kind: "top", found: cell });
}
