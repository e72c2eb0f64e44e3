import { afcEngland2025 } from "../../src/data/pay/edition";
import { applyEdits, type Structure } from "../../src/domain/boundary/scenario";
import { makeStaff, type Person, staffSources } from "../../src/domain/boundary/staff";
import { placeScore } from "../../src/domain/scheme/band";
import { atOnce } from "../../src/domain/steps";
import { DEFAULT_ASSUMPTIONS, type Money, moneyInSteps } from "../../src/session/boundary-money";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import { nhsBands, value } from "../support/boundary";
import { scoredJobs } from "../support/boundary-session";

jest.setTimeout(120_000);

const pay = afcEngland2025.table;
const baseline: Structure = { bands: nhsBands, pay };
// Band 7 starts at 466 (chapter eight).
const scenario = value(applyEdits(baseline, [{ kind: "move", band: "7", from: 460 }]));
const JOBS = 100_000;

/** The same numbers in each run (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Jobs with every score from 86 to 765, and a person in each. */
function made(jobs: number) {
  const random = generator(20_260_117);
  const scores = Array.from({ length: jobs }, (_, job) => 86 + (job % 680));
  const people = scores.map((score, job): Person => {
    const placement = placeScore(nhsBands, score);
    const range = placement.kind === "in" ? pay.bands.get(String(placement.band.label))! : null;
    const points = range?.points ?? [];
    return {
      job: String(job),
      sex: random() < 0.6 ? "woman" : "man",
      fte: 1,
      pay: points[Math.floor(random() * points.length)]!.pay,
      point: null,
      vacancy: false,
      traits: {},
    };
  });
  const counted = countJobs(scoredJobs(scores, { weights: { headcount: null, fte: null, women: null, men: null } }));
  const sources = staffSources((job) => scores[Number(job)]!, baseline);
  return { scores, people, counted, staff: makeStaff(people, sources) };
}

const money = (staff: ReturnType<typeof made>["staff"]): Money =>
  value(atOnce(moneyInSteps(staff, baseline, scenario, DEFAULT_ASSUMPTIONS, null)));

describe("a register of 100,000 jobs, and as many people", () => {
  const { scores, people, counted, staff } = made(JOBS);

  test("what moves and what it costs are what going through the jobs one by one gives", () => {
    const { jobs, cost, movers } = pictureOf(counted, baseline, scenario);
    const moved = scores.filter((score) => score >= 460 && score < 466).length;
    // 680 scores, 147 times over and 40 more: scores 86 to 125 occur 148 times, those of 460 to 465 147 times each.
    expect(moved).toBe(6 * 147);
    expect(jobs.movers).toMatchObject({ up: moved, down: 0, total: moved });
    expect(movers.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(moved);
    const [six, seven] = ["6", "7"].map((label) => pay.bands.get(label)!);
    for (const point of ["minimum", "middle", "maximum"] as const)
      expect(cost!.after.total![point] - cost!.before.total![point]).toBe(moved * (seven![point] - six![point]));
  });

  test("pay bill and gaps are what going through the people one by one gives", () => {
    const { bill, equality, protection } = money(staff);
    const [six, seven] = ["6", "7"].map((label) => pay.bands.get(label)!);
    // Who moves from band 6 lands on the nearest point of band 7 at or above present pay; band 7 begins above the top of band 6.
    expect(six!.maximum).toBeLessThanOrEqual(seven!.minimum);
    const after = people.map((person, job) => (scores[job]! >= 460 && scores[job]! < 466 ? seven!.minimum : person.pay!));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    expect(bill.before.basic).toBe(sum(people.map((person) => person.pay!)));
    expect(bill.after.basic).toBe(sum(after));
    expect(protection.people).toBe(0);
    const paid = (sex: string): number[] => after.filter((_, job) => people[job]!.sex === sex);
    const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;
    const median = (numbers: readonly number[]): number => {
      const sorted = [...numbers].sort((a, b) => a - b);
      return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
    };
    const [women, men] = [paid("woman"), paid("man")];
    expect(equality.after.overall.gaps.mean).toBeCloseTo(((mean(men) - mean(women)) / mean(men)) * 100, 8);
    expect(equality.after.overall.gaps.median).toBeCloseTo(((median(men) - median(women)) / median(men)) * 100, 8);
  });
});

/** The median of some rounds after a few unmeasured ones, in turn, so that none has the warmer machine. */
async function medians(rounds: number, ...runs: readonly (() => unknown)[]): Promise<number[]> {
  const times = runs.map((): number[] => []);
  for (let round = -5; round < rounds; round++)
    for (const [which, run] of runs.entries()) {
      const start = performance.now();
      await run();
      if (round >= 0) times[which]!.push(performance.now() - start);
    }
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]!);
}

test("what follows a boundary while it is dragged costs no more with a hundred times the jobs", async () => {
  const [large, small] = [made(JOBS).counted, made(JOBS / 100).counted];
  const draw = (counted: typeof large) => () => pictureOf(counted, baseline, scenario);
  const [most, least] = await medians(41, draw(large), draw(small));
  // Of a hundred times the jobs only a binary search sees anything.
  expect(most! / least!).toBeLessThan(3);
});

test("pay figures grow with the people, not faster", async () => {
  const [large, small] = [made(JOBS).staff, made(JOBS / 10).staff];
  const [most, least] = await medians(
    9,
    () => money(large),
    () => money(small),
  );
  // Ten times the people: ten times the time, and what sorting and a fuller cache add.
  expect(most! / least!).toBeLessThan(25);
});
