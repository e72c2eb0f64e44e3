import { highestPoints } from "../domain/scheme/scheme";
import { library } from "../data/library";
import { must } from "./answer";
import { bandsArgument, schemeArgument } from "./cells";

/**
 * Gives the factors of a scheme.
 * @customfunction JEFACTORS
 * @helpurl help/jefactors.html
 * @param scheme "NHS" (if omitted), "NJC", an edition id, or a range with a points chart of your own.
 * @returns A heading row, then a row a factor: number, factor, group, number of levels, highest points.
 * @remarks Errors: #VALUE! for an unknown scheme, or naming the fault of the points chart.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapters five to seven; NJC scheme, scoring and weighting matrix.
 * @example =INDEX(JOB.JEFACTORS(),3,2) → "Knowledge, training and experience"
 * @example =INDEX(JOB.JEFACTORS("NJC"),2,5) → 163
 */
export function jefactors(scheme?: unknown[][]): unknown[][] {
  const { factors } = schemeArgument(scheme);
  const rows = factors.map((factor) => [factor.number, factor.name, factor.group, factor.levels.length, highestPoints(factor)]);
  return [["Number", "Factor", "Group", "Levels", "Highest points"], ...rows];
}

/**
 * Gives the bands of a scheme, in the shape that the bands arguments take.
 * @customfunction JEBANDTABLE
 * @helpurl help/jebandtable.html
 * @param scheme "NHS" (if omitted) or an edition id.
 * @returns A heading row, then a row a band: band (as text), from, to, both scores in points.
 * @remarks Errors: #N/A for a scheme without bands, as NJC. #VALUE! for an unknown scheme.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter eight.
 * @example =INDEX(JOB.JEBANDTABLE(),13,3) → 765
 */
export function jebandtable(scheme?: unknown[][]): unknown[][] {
  const table = must(bandsArgument(null, schemeArgument(scheme)));
  return [["Band", "From", "To"], ...table.bands.map(({ label, from, to }) => [label, from, to ?? ""])];
}

/**
 * Gives the editions that this add-in scores and matches with.
 * @customfunction JEVERSION
 * @helpurl help/jeversion.html
 * @returns A heading row, then a row an edition: id, what it is, source, and the first 12 characters of the SHA-256 of its data.
 * @remarks Note the hash beside an outcome: the same hash means the same figures.
 * Source: the editions themselves.
 * @example =INDEX(JOB.JEVERSION(),2,1) → "nhs-7"
 */
export function jeversion(): unknown[][] {
  const rows = library.editions.map(({ id, what, source, hash }) => [id, what, `${source.title}, ${source.edition}`, hash.slice(0, 12)]);
  return [["Edition", "What", "Source", "Hash"], ...rows];
}
