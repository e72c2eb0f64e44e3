import type { Run } from "../workbook/register";

/** Rows that must be read again, as runs in ascending order; they move with the rows that come in or go before them. */
export class RowRuns {
  private list: Run[] = [];

  get runs(): readonly Run[] {
    return this.list;
  }

  add(from: number, count: number): void {
    this.addAll([{ from, count }]);
  }

  addAll(runs: readonly Run[]): void {
    this.list = joined([...this.list, ...runs]);
  }

  /** Takes these rows out; the others stay where they are. */
  without(from: number, count: number): void {
    this.list = this.list.flatMap((run) => {
      const [end, runEnd] = [from + count, run.from + run.count];
      const before = { from: run.from, count: Math.min(runEnd, from) - run.from };
      const after = { from: Math.max(run.from, end), count: runEnd - Math.max(run.from, end) };
      return [before, after].filter(({ count: left }) => left > 0);
    });
  }

  insert(at: number, count: number): void {
    this.list = this.list.flatMap((run) => {
      if (run.from >= at) return [{ ...run, from: run.from + count }];
      const before = Math.min(run.count, at - run.from);
      const after = { from: at + count, count: run.count - before };
      return [{ from: run.from, count: before }, ...(after.count > 0 ? [after] : [])];
    });
  }

  remove(at: number, count: number): void {
    const moved = (row: number): number => (row <= at ? row : Math.max(at, row - count));
    this.list = joined(this.list.map((run) => ({ from: moved(run.from), count: moved(run.from + run.count) - moved(run.from) })));
  }

  /**
   * Takes all runs out, those parts that lie from `first` up to, not including, `end`. Runs with few rows between them come as one: reading
   * those rows too costs less than asking once more.
   */
  take(first: number, end: number): readonly Run[] {
    const taken = this.list.flatMap(({ from, count }) => {
      const [start, stop] = [Math.max(from, first), Math.min(from + count, end)];
      return stop > start ? [{ from: start, count: stop - start }] : [];
    });
    this.list = [];
    return joined(taken, NEAR);
  }
}

/** Whether a row is in one of the runs, which are in ascending order. */
export function holdsRow(runs: readonly Run[], row: number): boolean {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.from <= row) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && row < run.from + run.count;
}

const NEAR = 100;

function joined(runs: readonly Run[], gap = 0): Run[] {
  const ordered = runs.filter(({ count }) => count > 0).sort((a, b) => a.from - b.from);
  const result: { from: number; count: number }[] = [];
  for (const { from, count } of ordered) {
    const last = result[result.length - 1];
    if (last !== undefined && from <= last.from + last.count + gap) last.count = Math.max(last.count, from + count - last.from);
    else result.push({ from, count });
  }
  return result;
}
