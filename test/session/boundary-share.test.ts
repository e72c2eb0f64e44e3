import { countRegister, countScores } from "../../src/domain/boundary/count";
import { applyEdits, type Edit } from "../../src/domain/boundary/scenario";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import { type SharedTable, sharedTables } from "../../src/session/boundary-share";
import { bandsOf, value } from "../support/boundary";
import { scoredJobs } from "../support/boundary-session";

const bands = bandsOf(["A", 100], ["B", 200], ["C", 300]);

/** Jobs with a score, women and men. */
function table(jobs: readonly (readonly [score: number, women: number, men: number])[], edits: readonly Edit[] = []): SharedTable {
  const scores = jobs.map(([score]) => score);
  const { axis, sexes } = countRegister({ scores, women: jobs.map(([, women]) => women), men: jobs.map(([, , men]) => men) });
  const before = { bands, pay: null };
  const picture = pictureOf(countJobs(scoredJobs(scores)), before, value(applyEdits(before, edits)));
  const grouping = { groups: [[0], [1]], reference: 1, pays: null };
  return sharedTables({ axis, tallies: [sexes!.women, sexes!.men] }, [grouping], picture)[0]!;
}

test("nothing small, nothing hidden", () => {
  const shared = table([
    [150, 10, 20],
    [250, 30, 8],
    [350, 9, 7],
  ]);
  expect(shared.hidden).toBe(0);
  expect(shared.rows.map(({ label, after }) => [label, ...after])).toEqual([
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
  ]).rows;
  expect(rows[0]!.after[0]).toBe("suppressed");
  // With one figure hidden in its row and column each, the total would give it away.
  const hiddenInRow = rows[0]!.after.filter((figure) => figure === "suppressed").length;
  const hiddenInColumn = rows.filter(({ after }) => after[0] === "suppressed").length;
  expect(hiddenInRow).toBeGreaterThanOrEqual(2);
  expect(hiddenInColumn).toBeGreaterThanOrEqual(2);
});

test("what is small after is not to be had from before, whose people are the same", () => {
  const jobs: [number, number, number][] = [
    [150, 10, 20],
    [205, 8, 20],
    [250, 3, 20],
    [350, 9, 7],
  ];
  const shared = table(jobs, [{ kind: "move", band: "B", from: 210 }]);
  // Band B has 11 women before and 3 after.
  expect(shared.rows[1]!.after[0]).toBe("suppressed");
  // The women before are the same people: 30 less 18 in A and 9 in C would tell, so one of these is not printed either.
  expect(shared.rows.filter(({ after }) => after[0] === "suppressed").length).toBeGreaterThan(1);
});

test("bands that come or go are in the table, and what stays is hidden in both where either is small", () => {
  // Band B, 200 to 299, is split at 250: 12 women and 14 men stay below, 2 and 20 come to be above.
  const jobs: [number, number, number][] = [
    [150, 10, 20],
    [210, 12, 14],
    [260, 2, 20],
    [350, 9, 7],
  ];
  const { rows } = table(jobs, [{ kind: "split", band: "B", at: 250, label: "B+" }]);
  expect(rows.map(({ label }) => label)).toEqual(["A", "B", "B+", "C", "No band", "Total"]);
  expect(rows[2]!.before).toEqual([null, null, null]);
  expect(rows[2]!.after[0]).toBe("suppressed");
  // 14 women were in B: with 12 in what is left of it printed as well, the 2 could be told.
  expect([rows[1]!.before[0], rows[1]!.after[0]]).toContain("suppressed");
  const merged = table(jobs, [{ kind: "merge", lower: "A", upper: "B", label: "AB" }]).rows;
  expect(merged.map(({ label }) => label)).toEqual(["AB", "C", "A (gone)", "B (gone)", "No band", "Total"]);
  expect(merged[0]!.after).toEqual([24, 54, 78]);
  expect(merged[2]).toMatchObject({ before: [10, 20, 30], after: [null, null, null] });
});

test("tables of the same people by sex and by another characteristic are suppressed together", () => {
  // Two groups, three sexes each: women of the second group in band A are 2, so that group's 9 there and the band's women must not tell.
  const people = [
    { score: 150, sexes: [8, 7, 0, 2, 7, 0] },
    { score: 250, sexes: [20, 30, 0, 15, 9, 0] },
    { score: 350, sexes: [11, 12, 0, 16, 3, 0] },
  ];
  const scores = people.map(({ score }) => score);
  const { axis, tallies } = countScores(
    scores,
    [0, 1, 2, 3, 4, 5].map((part) => (place: number) => people[place]!.sexes[part]!),
  );
  const before = { bands, pay: null };
  const picture = pictureOf(countJobs(scoredJobs(scores)), before, value(applyEdits(before, [])));
  const bySex = {
    groups: [
      [0, 3],
      [1, 4],
    ],
    reference: 1,
    pays: null,
  };
  const byGroup = {
    groups: [
      [0, 1, 2],
      [3, 4, 5],
    ],
    reference: 0,
    pays: null,
  };
  const [sexes, groups] = sharedTables({ axis, tallies }, [bySex, byGroup], picture);
  // Nothing printed is small: 10 women, 14 men; 15 and 9. All tables agree on "all" of band A.
  expect(sexes!.rows[0]!.after).toEqual([10, 14, 24]);
  expect(groups!.rows[0]!.after).toEqual([15, 9, 24]);
});

test("a pay gap is printed only where both groups are, and are five people whose pay is known", () => {
  const scores = [150, 250];
  const { axis, sexes } = countRegister({ scores, women: [12, 8], men: [9, 30] });
  const before = { bands, pay: null };
  const picture = pictureOf(countJobs(scoredJobs(scores)), before, value(applyEdits(before, [])));
  const of = (paid: number, mean: number) => ({ people: paid, paid, mean, median: mean });
  const pays = {
    bands: [
      [of(12, 28_500), of(9, 30_000)],
      [of(4, 30_000), of(30, 31_000)],
      [of(0, 0), of(0, 0)],
    ],
    overall: [of(16, 29_000), of(39, 30_000)],
  };
  const [shared] = sharedTables({ axis, tallies: [sexes!.women, sexes!.men] }, [{ groups: [[0], [1]], reference: 1, pays }], picture);
  // (30,000 - 28,500) / 30,000 = 5 %; four women with known pay are too few; nobody is in C.
  expect(shared!.rows.map(({ gaps }) => gaps[0])).toEqual([5, "suppressed", null, null, expect.closeTo(3.333, 3)]);
});
