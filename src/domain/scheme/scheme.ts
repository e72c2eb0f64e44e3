import type { BandTable } from "./band";

export type SchemeName = "NHS" | "NJC" | "own";

export interface Level {
  readonly points: number;
  /** The letters in the level's definition, "" for none; null where there is no definition to check letters against. */
  readonly options: string | null;
}

export interface Factor {
  readonly number: number;
  readonly name: string;
  readonly group: string;
  /** Level 1 stands first. */
  readonly levels: readonly Level[];
  /** Per cent of the highest total, where the document prints one a factor. */
  readonly share: number | null;
  readonly place: string;
  readonly notes: readonly string[];
}

export interface FactorGroup {
  readonly name: string;
  readonly share: number;
  readonly place: string;
}

/** When a job matches a profile whose levels it does not all meet. */
export interface MatchRule {
  /** The most levels a factor may lie outside the profile's range. */
  readonly maxVariation: number;
  /** The factors, by number, that may not vary. */
  readonly fixedFactors: readonly number[];
  readonly maxVaryingFactors: number;
  readonly source: string;
  readonly place: string;
  readonly notes: readonly string[];
}

/** One edition of a job evaluation scheme. */
export interface Scheme {
  readonly id: string;
  readonly name: SchemeName;
  readonly title: string;
  readonly edition: string;
  readonly source: string;
  readonly place: string;
  readonly groups: readonly FactorGroup[];
  readonly factors: readonly Factor[];
  readonly bands: BandTable | null;
  readonly matchRule: MatchRule | null;
  readonly notes: readonly string[];
}

/** How sentences call a scheme. */
export const schemeTitle = (scheme: Scheme): string => (scheme.name === "own" ? "your points chart" : `the ${scheme.name} scheme`);

export const highestPoints = (factor: Factor): number => factor.levels[factor.levels.length - 1]?.points ?? 0;

/** A factor as sentences name it. */
export interface FactorName {
  readonly number: number;
  readonly name: string;
}

export const factorTitle = ({ number, name }: FactorName): string => `Factor ${number}${name === "" ? "" : ` ${name}`}`;

/** The factor at a place that a loop over the scheme's own factors gave. */
export function factorAt(scheme: Scheme, index: number): Factor {
  const factor = scheme.factors[index];
  if (factor === undefined) throw new RangeError(`${scheme.id} has no factor at place ${index}`);
  return factor;
}
