import { areaAddress, type Area, cellAddress, fixedAddress } from "./address";

/** The namespace of the manifest; saved workbooks hold it for ever. */
const NAMESPACE = "JOB";

const call = (name: string, ...args: readonly string[]): string => `=${NAMESPACE}.${name}(${args.join(",")})`;

/** One job's results, beside its levels; the scheme is left out where it is the default. */
export const scoreFormula = (levels: Area, scheme?: string): string => call("JESCORE", areaAddress(levels), ...schemeArgument(scheme));

export const checkFormula = (levels: Area, scheme?: string): string => call("JECHECK", areaAddress(levels), ...schemeArgument(scheme));

export const matchFormula = (levels: Area): string => call("PROFILEMATCH", areaAddress(levels));

export const bandFormula = (score: { readonly row: number; readonly column: number }, bands?: Area): string =>
  call("JEBAND", cellAddress(score.row, score.column), ...(bands === undefined ? [] : [fixedAddress(bands)]));

/** Score, band and both margins of every job from one formula, which spills. */
export const evaluateFormula = (levels: Area, scheme: string, bands: Area): string =>
  call("JEEVALUATE", areaAddress(levels), `"${scheme}"`, fixedAddress(bands));

const schemeArgument = (scheme: string | undefined): readonly string[] => (scheme === undefined ? [] : [`"${scheme}"`]);
