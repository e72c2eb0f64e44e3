/**
 * How long the shipped functions take, each beside a plain loop over the same cells in the same run.
 * Run after a build: node test/bench/functions.mjs [dist/functions.js]. Exits with 1 where a figure is not held.
 */
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { runInThisContext } from "node:vm";

const functions = new Map();
globalThis.CustomFunctions = {
  associate: (id, implementation) => functions.set(id, implementation),
  Error: class {
    constructor(code, message) {
      this.code = code;
      this.message = message;
    }
  },
  ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!" },
};
runInThisContext(readFileSync(process.argv[2] ?? new URL("../../dist/functions.js", import.meta.url), "utf8"));
const call = (id) =>
  functions.get(id) ??
  (() => {
    throw new Error(`${id} is not in the bundle`);
  })();
const [jescore, profilematch, profilelist] = ["JESCORE", "PROFILEMATCH", "PROFILELIST"].map(call);

const JOBS = 10_000;
const scheme = JSON.parse(readFileSync(new URL("../../src/data/schemes/nhs/nhs-7.json", import.meta.url), "utf8"));
const points = scheme.factors.map(({ levels }) => [0, ...levels.map((level) => level.points)]);
const random = generator(20260117);

const numbers = Array.from({ length: JOBS }, () => scheme.factors.map(({ levels }) => 1 + Math.floor(random() * levels.length)));
const texts = numbers.map((job) => job.map((level, factor) => written(level, scheme.factors[factor].levels[level - 1].options)));
const pointsByText = scheme.factors.map(
  ({ levels }, factor) => new Map(texts.map((job, index) => [job[factor], levels[numbers[index][factor] - 1].points])),
);
const [, ...profiles] = profilelist(null, null);
const spans = profiles.map((profile) =>
  profile.slice(9).map((text) => {
    const levels = text.match(/\d+/g).map(Number);
    return [Math.min(...levels), Math.max(...levels)];
  }),
);

const rows = [
  { what: "JESCORE, 10,000 x 16 numbers", most: 8, ours: () => jescore(numbers, null), plain: () => plainScores(numbers) },
  { what: "JESCORE, 10,000 x 16 texts with letters", most: 6, ours: () => jescore(texts, null), plain: () => plainTextScores(texts) },
  {
    what: `PROFILEMATCH summary, 10,000 jobs x ${spans.length} profiles`,
    most: 4,
    ours: () => profilematch(numbers, null, null, null, null),
    plain: () => plainMatches(numbers, spans),
  },
  {
    what: "PROFILEMATCH, four times the jobs beside once",
    most: 6,
    ours: () => profilematch([...numbers, ...numbers, ...numbers, ...numbers], null, null, null, null),
    plain: () => profilematch(numbers, null, null, null, null),
  },
  {
    what: "PROFILEMATCH, 18 profiles beside 3",
    most: 9,
    ours: () => profilematch(numbers, null, null, null, null),
    plain: () => profilematch(numbers, null, null, [["nhs-pm-2023-11"]], null),
  },
];

let failed = false;
for (const { what, most, ours, plain } of rows) {
  const [mine, theirs] = medians(ours, plain);
  const ratio = mine / theirs;
  failed ||= ratio > most;
  console.log(
    `${ratio > most ? "FAILS" : "holds"}  ${ratio.toFixed(2).padStart(5)} x, at most ${most} x   ${what}   (${mine.toFixed(2)} ms beside ${theirs.toFixed(2)} ms)`,
  );
}
process.exitCode = failed ? 1 : 0;

function plainScores(cells) {
  const scores = [];
  for (let job = 0; job < cells.length; job++) {
    let score = 0;
    for (let factor = 0; factor < points.length; factor++) score += points[factor][cells[job][factor]];
    scores.push([score]);
  }
  return scores;
}

function plainTextScores(cells) {
  const scores = [];
  for (let job = 0; job < cells.length; job++) {
    let score = 0;
    for (let factor = 0; factor < pointsByText.length; factor++) score += pointsByText[factor].get(cells[job][factor]);
    scores.push([score]);
  }
  return scores;
}

function plainMatches(cells, candidates) {
  const best = [];
  for (let job = 0; job < cells.length; job++) {
    let fewest = Infinity;
    let nearest = -1;
    for (let profile = 0; profile < candidates.length; profile++) {
      let outside = 0;
      for (let factor = 0; factor < points.length; factor++) {
        const level = cells[job][factor];
        if (level < candidates[profile][factor][0] || level > candidates[profile][factor][1]) outside++;
      }
      if (outside < fewest) {
        fewest = outside;
        nearest = profile;
      }
    }
    best.push([nearest]);
  }
  return best;
}

/** Both in turn, so that neither has the warmer machine; the median of 31 rounds after 10 unmeasured ones. */
function medians(ours, plain) {
  const times = [[], []];
  for (let round = 0; round < 41; round++)
    [ours, plain].forEach((run, which) => {
      const start = performance.now();
      run();
      if (round >= 10) times[which].push(performance.now() - start);
    });
  return times.map((list) => list.sort((a, b) => a - b)[list.length >> 1]);
}

function written(level, options) {
  const letters = [...options].filter(() => random() < 0.5);
  return letters.length === 0
    ? `${level}`
    : random() < 0.5
      ? `${level}${letters.join("")}`
      : `${level}${letters.map((letter) => `(${letter})`).join("")}`;
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
