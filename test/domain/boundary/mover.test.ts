import fc from "fast-check";
import { countRegister } from "../../../src/domain/boundary/count";
import { jobsByScoreInSteps, moverRuns } from "../../../src/domain/boundary/mover";
import { applyEdits, type Edit } from "../../../src/domain/boundary/scenario";
import { withMove } from "../../../src/domain/boundary/step";
import { placeScore } from "../../../src/domain/scheme/band";
import { atOnce } from "../../../src/domain/steps";
import { bandsOf, nhsBands, value } from "../../support/boundary";

const baseline = { bands: nhsBands, pay: null };
const scoresOf = fc.array(fc.oneof(fc.integer({ min: 60, max: 1100 }), fc.constantFrom(395, 396, 397, NaN)), { maxLength: 80 });

function movers(scores: readonly number[], edits: readonly Edit[]) {
  const { bands, lineage } = value(applyEdits(baseline, edits));
  const order = atOnce(jobsByScoreInSteps(scores));
  const { axis } = countRegister({ scores });
  return moverRuns({ axis, order, scores }, nhsBands, bands, lineage).flatMap(({ start, end, direction, old, now }) =>
    Array.from(order.subarray(start, end), (job) => ({ job, direction, old, now })),
  );
}

test("the movers are the jobs whose band differs, banded one by one", () => {
  fc.assert(
    fc.property(scoresOf, fc.integer({ min: 327, max: 465 }), (scores, from) => {
      const edits: Edit[] = [{ kind: "move", band: "6", from }];
      const { bands } = value(applyEdits(baseline, edits));
      const place = (table: typeof bands, score: number): number => {
        const placement = placeScore(table, score);
        return placement.kind === "in" ? placement.place : -1;
      };
      const expected = scores.flatMap((score, job) => {
        const [old, now] = [place(nhsBands, score), place(bands, score)];
        return Number.isNaN(score) || old === now ? [] : [{ job, old, now, direction: now > old ? "up" : "down" }];
      });
      expect([...movers(scores, edits)].sort((a, b) => a.job - b.job)).toEqual(expected);
    }),
  );
});

// Band 6 starts at 396 (handbook, chapter eight).
test("a boundary one point up moves the job on it down, and no other", () => {
  expect(movers([395, 396, 397], [{ kind: "move", band: "6", from: 397 }])).toEqual([{ job: 1, direction: "down", old: 5, now: 4 }]);
});

test("who leaves every band is told apart from who moves up or down", () => {
  const from = bandsOf(["A", 100], ["B", 200, 300]);
  const to = bandsOf(["A", 100], ["B", 200, 250]);
  const scores = [90, 150, 240, 280];
  const runs = moverRuns({ axis: countRegister({ scores }).axis, order: atOnce(jobsByScoreInSteps(scores)), scores }, from, to, [0, 1]);
  expect(runs).toEqual([{ score: 280, old: 1, now: -1, direction: "inOrOut", start: 3, end: 4 }]);
});

describe("a drag is one step", () => {
  const drag = (edits: readonly Edit[], ...positions: number[]): readonly Edit[] =>
    positions.reduce((before, from) => withMove(baseline, before, "6", from), edits);

  test("moves of one boundary in a row are one", () => {
    expect(drag([], 397, 405, 410)).toEqual([{ kind: "move", band: "6", from: 410 }]);
  });
  test("there and back is nothing, however the band is written", () => {
    expect(drag([], 397, 410, 396)).toEqual([]);
    expect(withMove(baseline, [{ kind: "move", band: "6", from: 400 }], "Band 6", 396)).toEqual([]);
  });
  test("back to where another step had put it leaves that step", () => {
    const before: Edit[] = [
      { kind: "move", band: "6", from: 400 },
      { kind: "move", band: "7", from: 470 },
    ];
    expect(drag(before, 410, 400)).toEqual(before);
  });
});
