import { type Problem, describe, isAbsence } from "../domain/problem";
import type { Result } from "../domain/result";
import { JobState } from "../domain/scheme/chart";
import type { Jobs } from "./cells";

/** Values of the domain become cells here. */

/** The error value for one cell. Only #VALUE! and #N/A can carry a sentence; an error that came in goes out under its own name where Excel lets it. */
export function errorCell(problem: Problem): CustomFunctions.Error {
  if (problem.kind === "cell-error") {
    const code = RETURNABLE.find((candidate) => candidate === problem.error);
    if (code !== undefined)
      return code === "#N/A" || code === "#VALUE!"
        ? new CustomFunctions.Error(codeOf(code), describe(problem))
        : new CustomFunctions.Error(codeOf(code));
  }
  return new CustomFunctions.Error(
    isAbsence(problem) ? CustomFunctions.ErrorCode.notAvailable : CustomFunctions.ErrorCode.invalidValue,
    describe(problem),
  );
}

const RETURNABLE = ["#N/A", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!"] as const;

function codeOf(name: (typeof RETURNABLE)[number]): CustomFunctions.ErrorCode {
  switch (name) {
    case "#N/A":
      return CustomFunctions.ErrorCode.notAvailable;
    case "#VALUE!":
      return CustomFunctions.ErrorCode.invalidValue;
    case "#DIV/0!":
      return CustomFunctions.ErrorCode.divisionByZero;
    case "#NUM!":
      return CustomFunctions.ErrorCode.invalidNumber;
    case "#NULL!":
      return CustomFunctions.ErrorCode.nullReference;
  }
}

/** The function as a whole has no answer. */
export function refuse(problem: Problem): never {
  throw errorCell(problem);
}

export function must<T>(result: Result<T>): T {
  return result.ok ? result.value : refuse(result.problem);
}

/**
 * A row of cells for each job, or a column where the jobs stand across. A blank job has blank cells, a bad one its error
 * in each of them; where there is one job only, its error is the function's.
 */
export function answerJobs({ sheet, across }: Jobs, width: number, cellsOf: (job: number) => unknown[]): unknown[][] {
  const rows: unknown[][] = new Array<unknown[]>(sheet.count);
  for (let job = 0; job < sheet.count; job++) {
    const state = sheet.states[job];
    if (state === JobState.complete) rows[job] = answered(cellsOf(job), sheet.count);
    else if (state === JobState.blank) rows[job] = new Array<unknown>(width).fill("");
    else {
      const problem = sheet.problem(job);
      if (problem === null) throw new RangeError(`job ${job} is neither complete nor blank and has no problem`);
      if (sheet.count === 1) refuse(problem);
      rows[job] = new Array<unknown>(width).fill(errorCell(problem));
    }
  }
  return across ? turned(rows, width) : rows;
}

/** A single cell that is an error is the function's error. */
function answered(cells: unknown[], jobs: number): unknown[] {
  if (jobs === 1 && cells.length === 1 && cells[0] instanceof CustomFunctions.Error) throw cells[0];
  return cells;
}

/** The rows as columns. */
export const turned = (rows: readonly (readonly unknown[])[], width: number): unknown[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]));
