import { areaAddress, type Area, cellAddress, fixedAddress } from "./address";

/** The namespace of the manifest; saved workbooks hold it for ever. */
const NAMESPACE = "JOB";

/** A function's call, to stand in a formula. */
export const call = (name: string, ...args: readonly string[]): string => `${NAMESPACE}.${name}(${args.join(",")})`;

/** Levels in the scheme's order: one range where the columns stand so, else gathered column by column (LTSC 2021 lacks CHOOSECOLS). */
export function gatheredLevels(columns: readonly number[], row: number, rows: number): string {
  const first = columns[0] ?? 0;
  if (columns.every((column, place) => column === first + place)) return areaAddress({ row, column: first, rows, columns: columns.length });
  const places = columns.map((_, place) => place + 1).join(",");
  const cells = columns.map((column) => (rows === 1 ? cellAddress(row, column) : areaAddress({ row, column, rows, columns: 1 })));
  return `CHOOSE({${places}},${cells.join(",")})`;
}

/** What the functions take for a scheme: left out where it is the default; for a points chart of one's own, its cells. */
export const schemeArgument = ({ name }: { readonly name: string }, chart: string | null): readonly string[] =>
  chart !== null ? [chart] : name === "NHS" ? [] : [`"${name}"`];

/** One job's results, beside its levels; `scheme` as `schemeArgument` gives it. */
export const scoreFormula = (levels: Area, scheme: readonly string[]): string => `=${call("JESCORE", areaAddress(levels), ...scheme)}`;

export const checkFormula = (levels: Area, scheme: readonly string[]): string => `=${call("JECHECK", areaAddress(levels), ...scheme)}`;

export const matchFormula = (levels: Area): string => `=${call("PROFILEMATCH", areaAddress(levels))}`;

/** `bands` as a formula names them; null for the NHS bands. */
export const bandFormula = (score: { readonly row: number; readonly column: number }, bands: string | null): string =>
  `=${call("JEBAND", cellAddress(score.row, score.column), ...(bands === null ? [] : [bands]))}`;

/** Score, band and both margins of every job from one formula, which spills. */
export const evaluateFormula = (levels: Area, scheme: string, bands: Area): string =>
  `=${call("JEEVALUATE", areaAddress(levels), `"${scheme}"`, fixedAddress(bands))}`;

/**
 * What a cell holds, however it is given: Excel drops the apostrophe that makes a text and needless quotes around a sheet's name, and
 * names the add-in's functions otherwise while the add-in is not there.
 */
export function plainContent(cell: unknown): string | number | boolean {
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  if (typeof cell !== "string") return "";
  const text = cell.replace(/^'/, "");
  return text.startsWith("=") ? text.replace(/_xldudf_JOB_/gi, `${NAMESPACE}.`).replace(/'((?:[^']|'')*)'!/g, "$1!") : text;
}

export const sameContent = (written: string | number, kept: unknown): boolean => plainContent(written) === plainContent(kept);
