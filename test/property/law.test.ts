import fc from "fast-check";
import { library } from "../../src/data/library";
import type { Entry } from "../../src/domain/entry";
import { matcherOf, OUTCOMES } from "../../src/domain/profile/match";
import type { Profile } from "../../src/domain/profile/profile";
import { marginOf, placeScore } from "../../src/domain/scheme/band";
import { readBandTable } from "../../src/domain/scheme/band-range";
import { readOwnChart } from "../../src/domain/scheme/own-chart";
import { factorAt, type Scheme } from "../../src/domain/scheme/scheme";
import { callFunction, seen } from "../support/formula";
import { nhs, njc, sheetOf } from "../support/jobs";

fc.configureGlobal({ seed: 20_250_401, numRuns: 300 });

const levelsOf = (scheme: Scheme): fc.Arbitrary<number[]> =>
  fc.tuple(...scheme.factors.map(({ levels }) => fc.integer({ min: 1, max: levels.length })));
const jobOf = levelsOf(nhs);
const score = (scheme: Scheme, levels: readonly number[]): number => sheetOf([levels], scheme).scores[0] ?? NaN;
const bands = nhs.bands!;

test.each([
  ["NHS", nhs],
  ["NJC", njc()],
] as const)("%s: raising a level never lowers a score", (_, scheme) => {
  fc.assert(
    fc.property(levelsOf(scheme), fc.nat({ max: scheme.factors.length - 1 }), (levels, place) => {
      const level = levels[place] ?? 1;
      fc.pre(level < factorAt(scheme, place).levels.length);
      expect(score(scheme, levels.with(place, level + 1))).toBeGreaterThan(score(scheme, levels));
    }),
  );
});

test("every total from minimum to maximum falls in exactly one band or in none, and only those above 765 in none", () => {
  for (let total = 86; total <= 1000; total++) {
    const holding = bands.bands.filter(({ from, to }) => total >= from && total <= (to ?? Infinity));
    expect(holding).toHaveLength(total <= 765 ? 1 : 0);
    const placement = placeScore(bands, total);
    expect(placement.kind === "in" ? placement.band.label : placement.kind).toBe(holding[0]?.label ?? "above");
  }
});

test("the margins lead to the neighbouring bands and no further", () => {
  for (let total = 1; total <= 765; total++) {
    const { toFall, toRise } = marginOf(bands, total);
    const place = (at: number): number => {
      const found = placeScore(bands, at);
      return found.kind === "in" ? found.place : -1;
    };
    if (toFall !== null) expect([place(total - toFall), place(total - toFall + 1)]).toEqual([place(total) - 1, place(total)]);
    if (toRise !== null) expect([place(total + toRise), place(total + toRise - 1)]).toEqual([place(total) + 1, place(total)]);
  }
});

test("a job inside a profile's ranges matches it, unless its score is outside the bands", () => {
  const inside = fc
    .constantFrom(...library.profiles.profiles)
    .chain((profile) =>
      fc.tuple(fc.constant(profile), fc.tuple(...profile.factors.map(({ low, high }) => fc.integer({ min: low, max: high })))),
    );
  fc.assert(
    fc.property(inside, ([profile, levels]: [Profile, number[]]) => {
      const sheet = sheetOf([levels]);
      const { outcome, variations, distance } = matcherOf({ scheme: nhs, profiles: [profile] }).fit(sheet, 0, 0);
      const placement = placeScore(bands, sheet.scores[0] ?? NaN);
      const inBands = placement.kind === "in" && profile.bands.includes(String(placement.band.label));
      expect([OUTCOMES[outcome], variations, distance]).toEqual([inBands ? "Profile match" : "Below band", 0, 0]);
      if (!inBands) expect(profile.generic).not.toBeNull();
    }),
  );
});

test("no outcome but no match has a varying factor 2 or 12, more than five varying, or one by more than one level", () => {
  fc.assert(
    fc.property(jobOf, (levels) => {
      const sheet = sheetOf([levels]);
      const matcher = matcherOf(library.profiles);
      library.profiles.profiles.forEach((profile, place) => {
        // Written as the rule is told, not as the engine computes it.
        const away = profile.factors.map(({ low, high }, index) => Math.max(0, low - (levels[index] ?? 0), (levels[index] ?? 0) - high));
        const varying = away.filter((distance) => distance > 0).length;
        const breaks = varying > 5 || Math.max(...away) > 1 || away[1] !== 0 || away[11] !== 0;
        const outcome = OUTCOMES[matcher.fit(sheet, 0, place).outcome];
        if (breaks) expect(outcome).toBe("No match");
        if (outcome === "Band match") expect(varying).toBeGreaterThan(0);
      });
    }),
  );
});

const grids = fc.array(jobOf, { minLength: 2, maxLength: 12 });

test("the order of rows is irrelevant", () => {
  fc.assert(
    fc.property(grids, (jobs) => {
      for (const id of ["JESCORE", "JEEVALUATE", "PROFILEMATCH"])
        expect(seen(id, [...jobs].reverse())).toEqual((seen(id, jobs) as unknown[][]).reverse());
    }),
  );
});

test("a job has the same answer alone, among others, and lying in a column", () => {
  fc.assert(
    fc.property(grids, (jobs) => {
      const together = seen("PROFILEMATCH", jobs, null, "all") as unknown[][];
      jobs.forEach((job, index) => expect(seen("PROFILEMATCH", [job], null, "all")).toEqual([together[index]]));
      fc.pre(jobs.length !== 16);
      const columns = factorColumns(jobs);
      expect(seen("PROFILEMATCH", columns, null, "all")).toEqual(
        (together[0] ?? []).map((_, column) => together.map((row) => row[column])),
      );
    }),
  );
});

const factorColumns = (jobs: readonly (readonly unknown[])[]): unknown[][] => nhs.factors.map((_, place) => jobs.map((job) => job[place]));

test("letters and spelling change no score", () => {
  const spelt = (level: number, options: string): fc.Arbitrary<Entry> =>
    fc
      .tuple(
        fc.subarray(Array.from(options)),
        fc.constantFrom(
          (letters: string[]) => `${level}${letters.join("")}`,
          (letters: string[]) => ` Level ${level} ${letters.map((letter) => `(${letter.toUpperCase()})`).join(" & ")}`,
          () => level,
        ),
      )
      .map(([letters, spell]) => spell(letters));
  const pair = jobOf.chain((levels) =>
    fc.tuple(
      fc.constant(levels),
      fc.tuple(...levels.map((level, place) => spelt(level, factorAt(nhs, place).levels[level - 1]?.options ?? ""))),
    ),
  );
  fc.assert(fc.property(pair, ([levels, texts]) => expect(seen("JEPOINTS", [texts])).toEqual(seen("JEPOINTS", [levels]))));
});

test("the points of a job's factors sum to its score", () => {
  fc.assert(
    fc.property(jobOf, (levels) =>
      expect((callFunction("JEPOINTS", [[levels]])[0] as number[]).reduce((sum, points) => sum + points, 0)).toBe(score(nhs, levels)),
    ),
  );
});

describe("encode then decode is the identity", () => {
  const sorted = fc
    .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
    .map((starts) => starts.sort((a, b) => a - b));

  test("for a band table", () => {
    fc.assert(
      fc.property(sorted, fc.boolean(), (starts, closed) => {
        const rows = starts.map((from, index): Entry[] => [`G${index}`, from, ...(closed ? [(starts[index + 1] ?? 2000) - 1] : [])]);
        const table = readBandTable(rows);
        if (!table.ok) throw new Error(table.problem.kind);
        const again = readBandTable(table.value.bands.map(({ label, from, to }) => [label, from, to]));
        expect(again.ok && again.value.bands.map(({ label, from, to }) => [label, from, to])).toEqual(
          table.value.bands.map(({ label, from, to }) => [label, from, to]),
        );
      }),
    );
  });

  test("for a points chart", () => {
    const row = fc
      .array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 8 })
      .map((steps) => steps.map((_, index) => steps.slice(0, index + 1).reduce((sum, step) => sum + step, 0)));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 16 }), (chart) => {
        const width = Math.max(...chart.map((points) => points.length));
        const scheme = readOwnChart(chart.map((points) => [...points, ...new Array<null>(width - points.length).fill(null)]));
        expect(scheme.ok && scheme.value.factors.map(({ levels }) => levels.map(({ points }) => points))).toEqual(chart);
      }),
    );
  });

  test("for a profile library", () => {
    const list = callFunction("PROFILELIST", []);
    fc.assert(
      fc.property(fc.subarray(list.slice(1), { minLength: 1 }), (rows) =>
        expect(callFunction("PROFILELIST", [rows])).toEqual([list[0], ...rows]),
      ),
    );
  });
});
