import { countScores } from "../../../src/domain/boundary/count";
import { moveBetween } from "../../../src/domain/boundary/movement";
import { applyEdits, type Edit } from "../../../src/domain/boundary/scenario";
import { bandsOf, nhsBands, value } from "../../support/boundary";

const none = { up: 0, down: 0, level: 0, inOrOut: 0, total: 0 };

test("the matrix has a job in its old row and its new column", () => {
  const { axis, jobs } = countScores([395, 396, 459, 460, 465, 466, 800, NaN], []);
  const to = bandsOf(["5", 326, 395], ["Band 6", 396, 459], [7, 460, 539]);
  const { cells, movers } = moveBetween(axis, jobs, bandsOf(["5", 326, 395], ["6", 396, 465], ["7", 466, 539]), to);
  expect(cells).toEqual([
    [1, 0, 0, 0],
    [0, 2, 2, 0], // 396, 459 stay in 6; 460 and 465 rise to 7: labels 6 and Band 6 are one band
    [0, 0, 1, 0],
    [0, 0, 0, 2], // 800 has no band in either table, the last job has no score
  ]);
  expect(movers).toEqual({ ...none, up: 2, total: 2 });
});

test("up and down go by the order of the bands, not by where they start", () => {
  // 470 is in 7 (from 466) and comes into 8a, which now starts at 460: lower than 466, and still up.
  const { axis, jobs } = countScores([470], []);
  const from = bandsOf(["7", 466], ["8a", 540]);
  const to = bandsOf(["7", 400], ["8a", 460]);
  expect(moveBetween(axis, jobs, from, to).movers).toEqual({ ...none, up: 1, total: 1 });
  expect(moveBetween(axis, jobs, to, from).movers).toEqual({ ...none, down: 1, total: 1 });
});

test("between tables without a label in common, the lowest scores decide", () => {
  const { axis, jobs } = countScores([100, 250, 350], []);
  // 100: A (0) to X (0): level. 250: B (200) to X (0): down. 350: B (200) to Y (300): up.
  expect(moveBetween(axis, jobs, bandsOf(["A", 0], ["B", 200]), bandsOf(["X", 0], ["Y", 300])).movers).toEqual({
    ...none,
    up: 1,
    down: 1,
    level: 1,
    total: 3,
  });
});

test("a job that leaves all bands, or comes into one, moves neither up nor down", () => {
  const { axis, jobs } = countScores([766, 800], []);
  const scenario = value(applyEdits({ bands: nhsBands, pay: null }, [{ kind: "add", label: "10", from: 766, to: 799 }]));
  expect(moveBetween(axis, jobs, nhsBands, scenario.bands, scenario.lineage).movers).toEqual({ ...none, inOrOut: 1, total: 1 });
});

const scores = Array.from({ length: 766 }, (_, score) => score);
test.each<[string, Edit[], object]>([
  ["nothing", [], none],
  ["renaming", [{ kind: "rename", band: 6, label: "Six" }], none],
  ["a higher boundary", [{ kind: "move", band: "7", from: 470 }], { down: 4, total: 4 }], // 466 to 469 fall to 6
  ["a lower boundary", [{ kind: "move", band: "7", from: 464 }], { up: 2, total: 2 }], // 464 and 465 rise to 7
  ["splitting", [{ kind: "split", band: "6", at: 431, label: "6+" }], { up: 35, total: 35 }], // 431 to 465
  ["merging into the lower", [{ kind: "merge", lower: "5", upper: "6", label: "5" }], { down: 70, total: 70 }], // 396 to 465
  ["merging into the upper", [{ kind: "merge", lower: "5", upper: "6", label: "6" }], { up: 70, total: 70 }], // 326 to 395
  // Under a new label: 5 starts where 5-6 does, 6 started above it.
  ["merging anew", [{ kind: "merge", lower: "5", upper: "6", label: "5-6" }], { level: 70, down: 70, total: 140 }],
  [
    "swapping two names",
    [
      { kind: "rename", band: "5", label: "x" },
      { kind: "rename", band: "6", label: "5" },
      { kind: "rename", band: "x", label: "6" },
    ],
    none,
  ],
])("with one job at each score, %s moves as many as counted by hand", (_, edits, expected) => {
  const { axis, jobs } = countScores(scores, []);
  const scenario = value(applyEdits({ bands: nhsBands, pay: null }, edits));
  expect(moveBetween(axis, jobs, nhsBands, scenario.bands, scenario.lineage).movers).toEqual({ ...none, ...expected });
});
