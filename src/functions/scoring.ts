import { describe } from "../domain/problem";
import { bandOf, type BandTable, marginOf } from "../domain/scheme/band";
import type { Result } from "../domain/result";
import { answerJobs, errorCell, turned } from "./answer";
import { bandsArgument, jobsArgument, schemeArgument } from "./cells";

/**
 * Gives the total points of each job.
 * @customfunction JESCORE
 * @helpurl help/jescore.html
 * @param levels The factor levels: a row a job (16 columns for NHS, 13 for NJC) or a column a job. A level is a whole number or a text such as 3ab or Level 3.
 * @param scheme "NHS" (if omitted), "NJC", an edition id, or a range with a points chart of your own.
 * @returns One score in points for each job, going down for jobs in rows and across for jobs in columns; "" for a job without any level.
 * @remarks Errors: #N/A names the factors that have no level yet. #VALUE! names each level that cannot be, and what exists; or says how many levels a job has and how many were given. Among several jobs only the job concerned shows the error.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter seven (scoring chart); NJC scheme, scoring and weighting matrix.
 * @example =JOB.JESCORE({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1}) → 466
 * @example =JOB.JESCORE({8,6,6,5,8,5,5,5,6,6,6,6,5},"NJC") → 1000
 */
export function jescore(levels: unknown[][], scheme?: unknown[][]): unknown[][] {
  const jobs = jobsArgument(levels, schemeArgument(scheme));
  const { scores } = jobs.sheet;
  return answerJobs(jobs, 1, (job) => [scores[job]]);
}

/**
 * Gives the points of each factor, cell by cell.
 * @customfunction JEPOINTS
 * @helpurl help/jepoints.html
 * @param levels The factor levels: a row a job (16 columns for NHS, 13 for NJC) or a column a job.
 * @param scheme "NHS" (if omitted), "NJC", an edition id, or a range with a points chart of your own.
 * @returns The points, in the shape of the levels; "" throughout for a job without any level.
 * @remarks Errors: as JESCORE; the error stands in every cell of the job concerned.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter seven (scoring chart); NJC scheme, scoring and weighting matrix.
 * @example =JOB.JEPOINTS({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1}) → {32,156,42,42,15,4,21,32,32,24,5,32,3,12,11,3}
 */
export function jepoints(levels: unknown[][], scheme?: unknown[][]): unknown[][] {
  const jobs = jobsArgument(levels, schemeArgument(scheme));
  const { sheet } = jobs;
  const places = sheet.chart.scheme.factors.map((_, place) => place);
  return answerJobs(jobs, places.length, (job) => places.map((place) => sheet.points(job, place)));
}

/**
 * Gives what is wrong with each job as text, because Excel does not everywhere show the sentence of an error.
 * @customfunction JECHECK
 * @helpurl help/jecheck.html
 * @param levels The factor levels: a row a job (16 columns for NHS, 13 for NJC) or a column a job.
 * @param scheme "NHS" (if omitted), "NJC", an edition id, or a range with a points chart of your own.
 * @returns One text for each job: "" where nothing is found or no level is given, else the levels that cannot be and those that are missing, in the sentences that JESCORE's errors carry.
 * @remarks Errors: #VALUE! says how many levels a job has and how many were given.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter five (levels and options); NJC scheme, factor definitions.
 * @example =JOB.JECHECK({"3d",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1}) → "Factor 1 Communication and relationship skills: ""3d"" has a letter that level 3 lacks; level 3 has a, b, c."
 */
export function jecheck(levels: unknown[][], scheme?: unknown[][]): unknown[][] {
  const { sheet, across } = jobsArgument(levels, schemeArgument(scheme));
  const findings = Array.from({ length: sheet.count }, (_, job) => {
    const problem = sheet.problem(job);
    return [problem === null ? "" : describe(problem)];
  });
  return across ? turned(findings, 1) : findings;
}

/**
 * Gives score, band and both margins of each job in one go; the function to use for many jobs.
 * @customfunction JEEVALUATE
 * @helpurl help/jeevaluate.html
 * @param levels The factor levels: a row a job (16 columns for NHS, 13 for NJC) or a column a job.
 * @param scheme "NHS" (if omitted), "NJC", an edition id, or a range with a points chart of your own.
 * @param bands The scheme's own bands (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @returns For each job four cells: score, band, points to lose to fall a band, points to gain to rise one; "" for a job without any level and where there is no such band.
 * @remarks Errors: as JESCORE, in all four cells of the job. A score in no band, or a scheme without bands, has #N/A with its reason in the second cell only. #VALUE! names the fault of a band table.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapters seven and eight; NJC scheme, scoring and weighting matrix.
 * @example =JOB.JEEVALUATE({"4a",6,4,4,2,1,3,"4a","4a","4b",1,4,1,"3a",2,1}) → {466,"7",1,74}
 */
export function jeevaluate(levels: unknown[][], scheme?: unknown[][], bands?: unknown[][]): unknown[][] {
  const chosen = schemeArgument(scheme);
  const table = bandsArgument(bands, chosen);
  const jobs = jobsArgument(levels, chosen);
  return answerJobs(jobs, 4, (job) => evaluatedCells(jobs.sheet.scores[job] ?? 0, table));
}

function evaluatedCells(score: number, table: Result<BandTable>): unknown[] {
  if (!table.ok) return [score, errorCell(table.problem), "", ""];
  const band = bandOf(table.value, score);
  if (!band.ok) return [score, errorCell(band.problem), "", ""];
  const { toFall, toRise } = marginOf(table.value, score);
  return [score, band.value.label, toFall ?? "", toRise ?? ""];
}
