/**
 * How long a what-if takes: counts of one boundary move, the search over all boundaries, money and medians of one move.
 * Run: node test/bench/boundary.mjs. Exits with 1 where a figure is not held. Reads the sources, since only part of them is in functions.js.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = mkdtempSync(join(tmpdir(), "boundary-bench-"));
process.on("exit", () => rmSync(built, { recursive: true }));
const domain = readdirSync(join(root, "src/domain"), { recursive: true }).map((file) => `domain/${file}`);
for (const file of [...domain, "session/boundary-picture.ts", "session/boundary-money.ts", "workbook/slices.ts"]) {
  if (!file.endsWith(".ts")) continue;
  const target = join(built, file.replace(/\.ts$/, ".js"));
  mkdirSync(dirname(target), { recursive: true });
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  writeFileSync(target, ts.transpileModule(readFileSync(join(root, "src", file), "utf8"), { compilerOptions }).outputText);
}
const load = createRequire(join(built, "domain", "bench.js"));
const { assimilate } = load("./boundary/assimilation");
const { boundaryTest, bunching } = load("./boundary/bunching");
const { countRegister } = load("./boundary/count");
const { distribute } = load("./boundary/distribution");
const { equalityBySex } = load("./boundary/equality");
const { moveBetween } = load("./boundary/movement");
const { payBill } = load("./boundary/pay-bill");
const { payFromPoints, payTable } = load("./boundary/pay");
const { protectionOf } = load("./boundary/protection");
const { applyEdits } = load("./boundary/scenario");
const { searchBoundaries } = load("./boundary/search");
const { costTable } = load("./boundary/cost");
const { makeStaff } = load("./boundary/staff");
const { makeBandTable } = load("./scheme/band");
const { countJobs, pictureOf } = load("../session/boundary-picture");
const { DEFAULT_ASSUMPTIONS, moneyInSteps } = load("../session/boundary-money");
const { inSlices } = load("../workbook/slices");

const readJson = (path) => JSON.parse(readFileSync(join(root, path), "utf8"));
const rows = readJson("src/data/schemes/nhs/nhs-7.json").bands.rows.map((band, row) => ({ ...band, row: row + 1 }));
const bands = makeBandTable(rows, { id: "", source: "", place: "" }).value;
const pay = payTable(
  readJson("src/data/pay/afc-england-2025-26.json").bands.map(({ label, entry, intermediate, top }) => {
    const points = [entry, intermediate ?? entry, top].map((pounds) => ({ name: pounds, pay: pounds * 100 }));
    return payFromPoints(label, points, intermediate && intermediate * 100);
  }),
);
const baseline = { bands, pay };
const random = generator(20260117);

const [million, thousand] = [1_000_000, 1_000].map((jobs) => {
  const column = (valueOf) => Float64Array.from({ length: jobs }, valueOf);
  // Both registers have every score from 86 to 765: only the number of jobs differs.
  const scores = column((_, job) => 86 + (job % 680));
  const women = column(() => Math.floor(random() * 4));
  const men = column(() => Math.floor(random() * 3));
  return countRegister({ scores, headcount: women.map((each, job) => each + men[job]), fte: column(() => random() * 5), women, men });
});

/** All that the pane shows of a move from counts alone. */
function countsOfMove(counts) {
  const scenario = applyEdits(baseline, [{ kind: "move", band: "7", from: 460 }]).value;
  const tallies = [counts.jobs, counts.headcount, counts.fte, counts.sexes.women, counts.sexes.men];
  for (const tally of tallies) moveBetween(counts.axis, tally, bands, scenario.bands, scenario.lineage);
  distribute(counts.axis, counts.headcount, scenario.bands);
  costTable(counts, scenario.bands, pay);
  bunching(counts, scenario.bands, 10);
  boundaryTest(counts, scenario.bands);
}

const sexes = ["woman", "man", "not stated"];
const people = Array.from({ length: 100_000 }, (_, row) => ({
  job: String(row % 20_000),
  sex: sexes[Math.floor(random() * 2.05)],
  fte: random() < 0.6 ? 1 : Math.round(random() * 20) / 20,
  pay: 2_400_000 + Math.floor(random() * 10_000_000),
  point: null,
  vacancy: random() < 0.02,
  traits: {},
}));
const jobScores = Float64Array.from({ length: 20_000 }, () => 86 + Math.floor(random() * 680));
const staff = makeStaff(people, { scoreOf: (job) => jobScores[Number(job)], payOfPoint: () => null });

/** Money and medians of a move: assimilation, pay bill with on-costs, protection, mean and median by sex, a band and overall. */
function moneyOfMove() {
  const scenario = applyEdits(baseline, [{ kind: "move", band: "7", from: 460 }]).value;
  const moved = assimilate(staff, baseline, scenario, "at-or-above").value;
  payBill(staff, moved.payAfter, moved.bandAfter, bands.bands.length);
  protectionOf(staff, moved);
  equalityBySex(staff, moved.payAfter, moved.bandAfter, bands.bands.length);
}

const search = (objective) => () => searchBoundaries(million, bands, objective, { shift: 30, width: 1 }).value.best;

// What the pane does while a boundary is dragged over a register of 100,000 jobs with as many people.
const hundredThousand = countJobs({
  scores: Float64Array.from({ length: 100_000 }, (_, job) => 86 + (job % 680)),
  blanks: [],
  weights: { headcount: null, fte: null, women: null, men: null },
});
const draw = () => pictureOf(hundredThousand, baseline, applyEdits(baseline, [{ kind: "move", band: "7", from: 460 }]).value);

/** From the change to the figures, with the pauses in which the pane answers the hand; and the longest slice between two of them. */
async function figuresOfMove() {
  const { after } = draw();
  const start = performance.now();
  const longest = await longestSlice(moneyInSteps(staff, baseline, after, DEFAULT_ASSUMPTIONS, null));
  return { all: performance.now() - start, longest };
}

/** Carries work out as the pane does. */
async function longestSlice(steps) {
  let [last, longest] = [performance.now(), 0];
  const timed = {
    next() {
      const step = steps.next();
      longest = Math.max(longest, performance.now() - last);
      return step;
    },
  };
  const wanted = () => {
    last = performance.now();
    return true;
  };
  await inSlices(timed, wanted);
  return longest;
}

let failed = false;
const [large, small] = medians(
  () => countsOfMove(million),
  () => countsOfMove(thousand),
);
report("counts of one boundary move, 1,000,000 jobs", large, 1, "ms");
report("the same beside 1,000 jobs (1, give or take what a clock does)", large / small, 1.15, "x");
report("money and medians of one move, 100,000 people", medians(moneyOfMove)[0], 100, "ms");
report("search over eleven NHS boundaries, 30 points: cost", medians(search({ kind: "cost", pay, at: "middle" }))[0], 10, "ms");
report("the same: movers", medians(search({ kind: "movers" }))[0], 10, "ms");
report("the same: bunching", medians(search({ kind: "bunching", points: 10 }))[0], 10, "ms");
report("a frame of a drag over 100,000 jobs: counts, movers, cost at fixed points", medians(draw)[0], 16, "ms");
const figures = [];
for (let round = 0; round < 21; round++) figures.push(await figuresOfMove());
const middle = (key) => figures.map((each) => each[key]).sort((a, b) => a - b)[10];
report("pay figures after a move, 100,000 people, pauses and projection included", middle("all"), 100, "ms");
report("the longest slice of them", middle("longest"), 50, "ms");
process.exitCode = failed ? 1 : 0;

function report(what, found, most, unit) {
  failed ||= found > most;
  console.log(`${found > most ? "FAILS" : "holds"}  ${found.toFixed(2).padStart(7)} ${unit}, at most ${most} ${unit}   ${what}`);
}

/** In turn, so that none has the warmer machine; the median of 31 rounds after 10 unmeasured ones. */
function medians(...runs) {
  const times = runs.map(() => []);
  for (let round = 0; round < 41; round++)
    runs.forEach((run, which) => {
      const start = performance.now();
      run();
      if (round >= 10) times[which].push(performance.now() - start);
    });
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

/** The same numbers in each run (mulberry32). */
function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
