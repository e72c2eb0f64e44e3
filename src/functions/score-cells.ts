import { countScores, type ScoreAxis, type Tally } from "../domain/boundary/count";
import type { BoundaryFault } from "../domain/boundary/fault";
import { type Entry, errorName, isBlank, isEntryError, numberOf } from "../domain/entry";
import type { Problem } from "../domain/problem";
import { errorCell, refuse } from "./answer";
import { entryOf, gridOf, type Grid } from "./cells";

/** Scores among the cells, one by one or counted. */

export const scoreGrid = (score: unknown): Grid => gridOf(score, "scores") ?? [[null]];

/** Scores that have results beside them stand in one column. */
export function scoreColumn(score: unknown): Grid {
  const grid = scoreGrid(score);
  const columns = grid[0]?.length ?? 0;
  return columns > 1 ? refuse({ kind: "scores-column", rows: grid.length, columns }) : grid;
}

/** A score, null for none, or why the cell holds none. */
export function readScore(entry: Entry): number | null | Problem {
  if (isBlank(entry)) return null;
  const error = errorIn(entry);
  if (error !== null) return { kind: "cell-error", what: "score", error };
  return numberOf(entry) ?? { kind: "score-unreadable", found: entry };
}

const errorIn = (entry: Entry): string | null => (isEntryError(entry) ? entry.error : typeof entry === "string" ? errorName(entry) : null);

/** The error in its own cell; where there is one cell only, it is the function's. */
export function answerOne(grid: Grid, problem: Problem): unknown {
  return grid.length === 1 && grid[0]?.length === 1 ? refuse(problem) : errorCell(problem);
}

export interface Counted {
  readonly axis: ScoreAxis;
  readonly jobs: Tally;
  /** The weights; the jobs themselves where none are given. */
  readonly weights: Tally;
  readonly weighted: boolean;
}

/**
 * Counts scores and their weights. A blank score is no job and is left out, its weight too; a cell that is no score is a job without one.
 * A blank weight is 0. A weight that cannot be read is the function's error, since every sum with it would be wrong.
 */
export function countArgument(scores: unknown, weights: unknown, what: "weights" | "FTE"): Counted {
  const grid = scoreGrid(scores);
  const weightGrid = weightsGrid(weights, what);
  const sizes = { weights: sizeOf(weightGrid ?? grid), scores: sizeOf(grid) };
  if (sizes.weights.rows !== sizes.scores.rows || sizes.weights.columns !== sizes.scores.columns)
    refuseFault({ kind: "weights-shape", what, ...sizes });
  const found: number[] = [];
  const given: number[] = [];
  grid.forEach((row, rowPlace) => {
    row.forEach((cell, columnPlace) => {
      const score = readScore(entryOf(cell));
      if (score === null) return;
      found.push(typeof score === "number" ? score : NaN);
      if (weightGrid !== null) given.push(readWeight(entryOf(weightGrid[rowPlace]?.[columnPlace]), what, rowPlace + 1, columnPlace + 1));
    });
  });
  const { axis, jobs, tallies } = countScores(found, weightGrid === null ? [] : [(job) => given[job]!]);
  return { axis, jobs, weights: tallies[0] ?? jobs, weighted: weightGrid !== null };
}

/** null where no weights are given; one blank cell is none, since Excel on the web hands it over as it does what is omitted. */
function weightsGrid(weights: unknown, what: string): Grid | null {
  const grid = gridOf(weights, what);
  return grid?.length === 1 && grid[0]?.length === 1 && isBlank(entryOf(grid[0][0])) ? null : grid;
}

function readWeight(entry: Entry, what: string, row: number, column: number): number {
  if (isBlank(entry)) return 0;
  const weight = numberOf(entry);
  return weight === null || weight < 0 ? refuseFault({ kind: "weight", what, row, column, found: entry }) : weight;
}

const sizeOf = (grid: Grid) => ({ rows: grid.length, columns: grid[0]?.length ?? 0 });

export const refuseFault = (fault: BoundaryFault): never => refuse({ kind: "boundary", fault });
