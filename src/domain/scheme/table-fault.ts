import type { Problem } from "../problem";

/** A cell of a table, counted from 1. */
interface TableCell {
  readonly row: number;
  readonly column: number;
}

/** The cell of a points chart or a grade table that a problem is about; null where it is about no single one. */
export function faultyCell(problem: Problem): TableCell | null {
  const { kind } = problem;
  if (kind === "chart-points" || kind === "chart-gap" || kind === "chart-falls") return problem;
  if (kind === "chart-names" || kind === "bands-label") return { row: problem.row, column: 1 };
  if (kind === "bands-score") return { row: problem.row, column: problem.which === "lowest" ? 2 : 3 };
  if (kind === "bands-reversed") return { row: problem.band.row, column: 3 };
  if (kind === "bands-shared-start") return { row: problem.second.row, column: 2 };
  return kind === "bands-overlap" || kind === "bands-gap" ? { row: problem.upper.row, column: 2 } : null;
}
