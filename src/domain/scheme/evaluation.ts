import type { Entry } from "../entry";
import type { Problem } from "../problem";
import { chartOf, JobSheet, JobState } from "./chart";
import type { Factor, Scheme } from "./scheme";

/** What one factor adds to a score. */
export interface FactorPoints {
  readonly factor: Factor;
  readonly level: number;
  readonly letters: string;
  readonly points: number;
}

/** One job's answer, with its working. */
export type Evaluation =
  | { readonly kind: "blank" }
  | { readonly kind: "incomplete"; readonly problem: Problem; readonly working: readonly FactorPoints[] }
  | { readonly kind: "invalid"; readonly problem: Problem; readonly working: readonly FactorPoints[] }
  | { readonly kind: "complete"; readonly score: number; readonly working: readonly FactorPoints[] };

/** Scores one job; the working lists the factors that have a level. */
export function evaluateJob(scheme: Scheme, entries: readonly Entry[]): Evaluation {
  return evaluationOf(new JobSheet(chartOf(scheme), [entries], (entry) => entry), 0);
}

function evaluationOf<Cell>(sheet: JobSheet<Cell>, job: number): Evaluation {
  const state = sheet.states[job];
  if (state === JobState.blank || state === undefined) return { kind: "blank" };
  const working: FactorPoints[] = [];
  sheet.chart.scheme.factors.forEach((factor, place) => {
    const reading = sheet.reading(job, place);
    if (reading.kind === "level")
      working.push({ factor, level: reading.level, letters: reading.letters, points: sheet.points(job, place) });
  });
  const problem = sheet.problem(job);
  if (problem === null) return { kind: "complete", score: sheet.scores[job] ?? 0, working };
  return { kind: state === JobState.incomplete ? "incomplete" : "invalid", problem, working };
}
