import { countRegister } from "../../src/domain/boundary/count";
import { applyEdits, type Edit } from "../../src/domain/boundary/scenario";
import { pictureOf } from "../../src/session/boundary-picture";
import { sharedTable } from "../../src/session/boundary-share";
import type { ScoredJobs } from "../../src/workbook/scored-register";
import { jobsByScore } from "../../src/domain/boundary/mover";
import { bandsOf, value } from "../support/boundary";

const bands = bandsOf(["A", 100], ["B", 200], ["C", 300]);

/** Jobs with a score, women and men. */
function table(jobs: readonly (readonly [score: number, women: number, men: number])[], edits: readonly Edit[] = []) {
  const scores = jobs.map(([score]) => score);
  const counts = countRegister({ scores, women: jobs.map(([, women]) => women), men: jobs.map(([, , men]) => men) });
  const before = { bands, pay: null };
  const counted = { jobs: { scores: Float64Array.from(scores) } as unknown as ScoredJobs, counts, order: jobsByScore(scores) };
  return sharedTable(counts, pictureOf(counted, before, value(applyEdits(before, edits))), null);
}

test("nothing small, nothing hidden", () => {
  const shared = table([
    [150, 10, 20],
    [250, 30, 8],
    [350, 9, 7],
  ]);
  expect(shared?.hidden).toBe(0);
  expect(shared?.rows.map(({ label, after }) => [label, ...after])).toEqual([
    ["A", 10, 20, 30],
    ["B", 30, 8, 38],
    ["C", 9, 7, 16],
    ["No band", 0, 0, 0],
    ["Total", 49, 35, 84],
  ]);
});

test("a small group is hidden, and no row, column or total gives it back", () => {
  const rows = table([
    [150, 3, 20],
    [250, 30, 8],
    [350, 9, 7],
  ])!.rows;
  expect(rows[0]!.after[0]).toBeNull();
  // With one figure hidden in its row and column each, the total would give it away.
  const hiddenInRow = rows[0]!.after.filter((figure) => figure === null).length;
  const hiddenInColumn = rows.filter(({ after }) => after[0] === null).length;
  expect(hiddenInRow).toBeGreaterThanOrEqual(2);
  expect(hiddenInColumn).toBeGreaterThanOrEqual(2);
});

test("what is small after is hidden before too: their difference would tell", () => {
  const jobs: [number, number, number][] = [
    [150, 10, 20],
    [205, 8, 20],
    [250, 3, 20],
    [350, 9, 7],
  ];
  const shared = table(jobs, [{ kind: "move", band: "B", from: 210 }])!;
  // Band B has 11 women before and 3 after.
  expect(shared.rows[1]!.after[0]).toBeNull();
  expect(shared.rows[1]!.before[0]).toBeNull();
});

test("where bands come or go there are no common rows, and where sex is not known there is nothing to show", () => {
  expect(table([[150, 10, 20]], [{ kind: "split", band: "A", at: 150, label: "A+" }])).toBeNull();
  const counts = countRegister({ scores: [150] });
  const before = { bands, pay: null };
  const counted = { jobs: { scores: Float64Array.of(150) } as unknown as ScoredJobs, counts, order: jobsByScore([150]) };
  expect(sharedTable(counts, pictureOf(counted, before, value(applyEdits(before, []))), null)).toBeNull();
});
