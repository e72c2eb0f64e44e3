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

/** The scheme is left out where it is the default. */
export const schemeArgument = ({ name }: { readonly name: string }): readonly string[] => (name === "NHS" ? [] : [`"${name}"`]);

/** One job's results, beside its levels; the scheme is left out where it is the default. */
export const scoreFormula = (levels: Area, scheme?: string): string => `=${call("JESCORE", areaAddress(levels), ...named(scheme))}`;

export const checkFormula = (levels: Area, scheme?: string): string => `=${call("JECHECK", areaAddress(levels), ...named(scheme))}`;

export const matchFormula = (levels: Area): string => `=${call("PROFILEMATCH", areaAddress(levels))}`;

export const bandFormula = (score: { readonly row: number; readonly column: number }, bands?: Area): string =>
  `=${call("JEBAND", cellAddress(score.row, score.column), ...(bands === undefined ? [] : [fixedAddress(bands)]))}`;

/** Score, band and both margins of every job from one formula, which spills. */
export const evaluateFormula = (levels: Area, scheme: string, bands: Area): string =>
  `=${call("JEEVALUATE", areaAddress(levels), `"${scheme}"`, fixedAddress(bands))}`;

const named = (scheme: string | undefined): readonly string[] => (scheme === undefined ? [] : [`"${scheme}"`]);
