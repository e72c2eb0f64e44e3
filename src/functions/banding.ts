import { bandOf, marginOf } from "../domain/scheme/band";
import { nhs } from "../data/library";
import { must } from "./answer";
import { bandsArgument, entryOf } from "./cells";
import { answerOne, readScore, scoreColumn, scoreGrid } from "./score-cells";

/**
 * Gives the band of each score.
 * @customfunction JEBAND
 * @helpurl help/jeband.html
 * @param score One score in points, or a range of scores of any shape.
 * @param bands The NHS bands (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @returns The band labels in the shape of the scores, as typed (those of the NHS are text); "" for a blank or 0.
 * @remarks Errors: #N/A for a score above or below every band, saying so. #VALUE! for a cell that is not a score, or naming the fault of the band table. An error among the scores comes back in its own place.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter eight.
 * @example =JOB.JEBAND(465) → "6"
 * @example =JOB.JEBAND({465,466;540,""}) → {"6","7";"8a",""}
 */
export function jeband(score: unknown[][], bands?: unknown[][]): unknown[][] {
  const grid = scoreGrid(score);
  const table = must(bandsArgument(bands, nhs()));
  return grid.map((row) =>
    row.map((cell) => {
      const reading = readScore(entryOf(cell));
      if (reading === null) return "";
      if (typeof reading !== "number") return answerOne(grid, reading);
      const band = bandOf(table, reading);
      return band.ok ? band.value.label : answerOne(grid, band.problem);
    }),
  );
}

/**
 * Gives the points a score must lose to fall a band and must gain to rise one.
 * @customfunction JEMARGIN
 * @helpurl help/jemargin.html
 * @param score One score in points, or a column of scores.
 * @param bands The NHS bands (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @returns Two cells for each score: points to lose to fall a band, points to gain to rise one; "" where there is no such band, where the score is in no band, and for a blank or 0.
 * @remarks Errors: #VALUE! for a cell that is not a score, for scores that are not one column, or naming the fault of the band table. An error among the scores comes back in its own row.
 * Source: NHS Job Evaluation Handbook, seventh edition, chapter eight.
 * @example =JOB.JEMARGIN(465) → {70,1}
 */
export function jemargin(score: unknown[][], bands?: unknown[][]): unknown[][] {
  const grid = scoreColumn(score);
  const table = must(bandsArgument(bands, nhs()));
  return grid.map((row) => {
    const reading = readScore(entryOf(row[0]));
    if (reading === null) return ["", ""];
    if (typeof reading !== "number") return new Array<unknown>(2).fill(answerOne(grid, reading));
    const { toFall, toRise } = marginOf(table, reading);
    return [toFall ?? "", toRise ?? ""];
  });
}
