import fc from "fast-check";
import { countRegister, type RegisterCounts } from "../../../src/domain/boundary/count";
import { bunching } from "../../../src/domain/boundary/bunching";
import { costTable } from "../../../src/domain/boundary/cost";
import { moveBetween } from "../../../src/domain/boundary/movement";
import { payRange, payTable } from "../../../src/domain/boundary/pay";
import { applyEdits, type Edit } from "../../../src/domain/boundary/scenario";
import { type Conditions, type Objective, searchBoundaries } from "../../../src/domain/boundary/search";
import type { BandTable } from "../../../src/domain/scheme/band";
import { bandsOf, councilGrades, nhsBands, problemOf, shape, value } from "../../support/boundary";

fc.configureGlobal({ seed: 20_250_402, numRuns: 100 });

const move = (table: BandTable, edits: readonly Edit[]): BandTable => value(applyEdits({ bands: table, pay: null }, edits)).bands;

/** The objective of a table, by the modules that scenarios are shown with, not by the search's own sums. */
function measure(counts: RegisterCounts, baseline: BandTable, table: BandTable, objective: Objective): number {
  switch (objective.kind) {
    case "cost":
      return costTable(counts, table, objective.pay).total![objective.at];
    case "movers":
      return moveBetween(counts.axis, counts.headcount, baseline, table).movers.total;
    case "bunching":
      return bunching(counts, table, objective.points).reduce((sum, { below, above }) => sum + below.headcount + above.headcount, 0);
  }
}

/** Every table with the boundaries within the shift and the bands wide enough: tried one by one. */
function* everyTable(table: BandTable, { shift, width, fixed = [] }: Conditions): Generator<BandTable> {
  const rows = table.bands.map(({ label, from, to, closed }) => ({ label, from, to: closed ? to : null }));
  const tries = (place: number, from: readonly number[]): readonly (readonly number[])[] => {
    const row = rows[place];
    if (row === undefined) return [from];
    const free = place === 0 || fixed.includes(row.label) ? 0 : shift;
    return Array.from({ length: 2 * free + 1 }, (_, step) => row.from - free + step).flatMap((at) => tries(place + 1, [...from, at]));
  };
  for (const froms of tries(0, [])) {
    const wide = froms.every((from, place) => (froms[place + 1] ?? (rows[place]!.to ?? Infinity) + 1) - from >= Math.max(width, 1));
    if (!wide) continue;
    yield bandsOf(
      ...rows.map(({ label, to }, place): [string | number, number, number?] => {
        const end = to === null ? null : (froms[place + 1] ?? to + 1) - 1;
        return end === null ? [label, froms[place]!] : [label, froms[place]!, end];
      }),
    );
  }
}

const pay = payTable(
  ["A", "B", "C", "D"].map((label, place) => payRange(label, 20_000_00 + place * 5_000_00, null, 24_500_00 + place * 6_000_00)),
);
const objectives: Objective[] = [
  { kind: "cost", pay, at: "minimum" },
  { kind: "cost", pay, at: "maximum" },
  { kind: "movers" },
  { kind: "bunching", points: 2 },
  { kind: "bunching", points: 5 },
];
const small = fc.record({
  jobs: fc.array(
    fc.record({ score: fc.integer({ min: 0, max: 40 }), heads: fc.integer({ min: 0, max: 9 }), fte: fc.integer({ min: 0, max: 40 }) }),
    {
      maxLength: 40,
    },
  ),
  froms: fc.uniqueArray(fc.integer({ min: 4, max: 34 }), { minLength: 1, maxLength: 3 }),
  closed: fc.boolean(),
  shift: fc.integer({ min: 0, max: 4 }),
  width: fc.integer({ min: 0, max: 7 }),
  isFixed: fc.boolean(),
  objective: fc.constantFrom(...objectives),
});

test("finds what trying every table finds, with the fewest points moved among the equally good", () => {
  let feasible = 0;
  fc.assert(
    fc.property(small, ({ jobs, froms, closed, shift, width, isFixed, objective }) => {
      const starts = [0, ...froms.sort((a, b) => a - b)];
      const table = bandsOf(
        ...starts.map((from, place): [string, number, number?] =>
          closed ? ["ABCD"[place]!, from, (starts[place + 1] ?? 41) - 1] : ["ABCD"[place]!, from],
        ),
      );
      const conditions: Conditions = { shift, width, fixed: isFixed ? ["B"] : [] };
      const counts = countRegister({
        scores: jobs.map(({ score }) => score),
        headcount: jobs.map(({ heads }) => heads),
        fte: jobs.map(({ fte }) => fte / 10),
      });
      const moved = (other: BandTable): number => other.bands.reduce((sum, { from }, place) => sum + Math.abs(from - starts[place]!), 0);
      let best: [number, number] | null = null;
      for (const other of everyTable(table, conditions)) {
        const found: [number, number] = [measure(counts, table, other, objective), moved(other)];
        if (best === null || found[0] < best[0] || (found[0] === best[0] && found[1] < best[1])) best = found;
      }
      const result = searchBoundaries(counts, table, objective, conditions);
      expect(result.ok).toBe(best !== null);
      if (!result.ok || best === null) return;
      feasible++;
      const { edits, present } = result.value;
      const chosen = move(table, edits);
      expect([result.value.best, measure(counts, table, chosen, objective), moved(chosen)]).toEqual([best[0], best[0], best[1]]);
      expect(present).toBe(measure(counts, table, table, objective));
    }),
  );
  expect(feasible).toBeGreaterThan(60);
});

test("the reasons say what one point more would do, or what stands in its way", () => {
  fc.assert(
    fc.property(small, ({ jobs, froms, shift, width, objective }) => {
      const table = bandsOf(...[0, ...froms.sort((a, b) => a - b)].map((from, place): [string, number] => ["ABCD"[place]!, from]));
      const counts = countRegister({ scores: jobs.map(({ score }) => score), headcount: jobs.map(({ heads }) => heads) });
      const result = searchBoundaries(counts, table, objective, { shift, width });
      if (!result.ok) return;
      const { boundaries, edits, best } = result.value;
      const chosen = move(table, edits);
      for (const { band, from, to, lower, higher } of boundaries) {
        expect(chosen.bands.find(({ label }) => label === band)?.from).toBe(to);
        for (const [neighbour, at] of [
          [lower, to - 1],
          [higher, to + 1],
        ] as const) {
          if (neighbour.kind === "shift") expect(Math.abs(at - from)).toBe(shift + 1);
          if (neighbour.kind !== "adds") continue;
          expect(neighbour.amount).toBeGreaterThanOrEqual(0);
          expect(neighbour.amount).toBe(measure(counts, table, move(chosen, [{ kind: "move", band, from: at }]), objective) - best);
        }
      }
    }),
  );
});

test("worked by hand: a cost that falls with every job below the boundary", () => {
  // Band 6 pays 30,000, band 7 40,000. Jobs at 464, 466 and 470: from 466 on, 30,000 + 2 x 40,000 = 110,000. With at most 3 points the
  // boundary goes to 467, past 466: 2 x 30,000 + 40,000 = 100,000; 468 and 469 are no better, and move further.
  const table = bandsOf(["6", 396, 465], ["7", 466, 539]);
  const two = payTable([payRange("6", 30_000_00, null, 30_000_00), payRange("7", 40_000_00, null, 40_000_00)]);
  const counts = countRegister({ scores: [464, 466, 470] });
  const search = (conditions: Conditions) => value(searchBoundaries(counts, table, { kind: "cost", pay: two, at: "minimum" }, conditions));
  expect(search({ shift: 3, width: 1 })).toEqual({
    edits: [{ kind: "move", band: "7", from: 467 }],
    boundaries: [{ band: "7", from: 466, to: 467, lower: { kind: "adds", amount: 10_000_00 }, higher: { kind: "adds", amount: 0 } }],
    present: 110_000_00,
    best: 100_000_00,
  });
  // What ends the way: the shift; a width of 72, which band 6 (from 396) has from 468 on and band 7 (to 539) up to 468; somebody who fixed it.
  const seven = (conditions: Conditions) => search(conditions).boundaries[0]!;
  expect(seven({ shift: 1, width: 1 })).toMatchObject({ to: 467, higher: { kind: "shift" } });
  expect(seven({ shift: 5, width: 72 })).toMatchObject({
    to: 468,
    lower: { kind: "width", band: "6" },
    higher: { kind: "width", band: "7" },
  });
  expect(seven({ shift: 5, width: 1, fixed: ["Band 7"] })).toMatchObject({ to: 466, lower: { kind: "fixed" }, higher: { kind: "fixed" } });
});

test("the NHS bands: bands of at least 46 points move the fewest people", () => {
  // 8a, 8b and 8c are 45 points wide, 8d 46, 9 45 (handbook chapter eight). One job at each score: each point a boundary moves is one person.
  const counts = countRegister({ scores: Array.from({ length: 766 }, (_, score) => score) });
  const result = value(searchBoundaries(counts, nhsBands, { kind: "movers" }, { shift: 30, width: 46 }));
  const table = move(nhsBands, result.edits);
  for (const { from, to } of table.bands) expect(to! + 1 - from).toBeGreaterThanOrEqual(46);
  // Band 9 needs 720 - 765: 8d's end and so on down: 720, 674, 628, 582, 536 instead of 721, 675, 630, 585, 540: 1 + 1 + 2 + 3 + 4 = 11.
  expect(result.best).toBe(11);
  expect(
    shape(table)
      .slice(7)
      .map((row) => (row as unknown[])[1]),
  ).toEqual([536, 582, 628, 674, 720]);
  expect(value(searchBoundaries(counts, nhsBands, { kind: "movers" }, { shift: 30, width: 45 })).edits).toEqual([]);
});

test("a council's grades: a crowd just above a boundary is parted from it", () => {
  const counts = countRegister({ scores: [365, 367, 360, 420], headcount: [200, 150, 3, 1] });
  const { edits, present, best } = value(
    searchBoundaries(counts, councilGrades, { kind: "bunching", points: 5 }, { shift: 12, width: 20 }),
  );
  // At 365 the five points above hold 350 people, the five below 3 (360). No boundary within 5 points of 360 to 367: 354 or lower, or 373 and higher.
  expect([present, best]).toEqual([353, 0]);
  expect(edits).toEqual([{ kind: "move", band: "G5", from: 373 }]);
});

test("moves are in an order in which no boundary crosses another", () => {
  // Narrow bands that all move the same way, either way.
  const table = bandsOf(...[0, 10, 12, 14, 16, 18].map((from, place): [string, number] => [`g${place}`, from]));
  const crowd = (at: number) => countRegister({ scores: [at, at + 1, at + 2, at + 3, at + 4, at + 5, at + 6, at + 7] });
  const goal: Objective = { kind: "bunching", points: 1 };
  for (const [at, shift] of [
    [10, 9],
    [13, 9],
    [16, 9],
  ] as const) {
    const { edits, best } = value(searchBoundaries(crowd(at), table, goal, { shift, width: 2 }));
    expect(measure(crowd(at), table, move(table, edits), goal)).toBe(best);
  }
});

test("a boundary at half a point is one of the positions tried, beside the whole ones", () => {
  const table = bandsOf(["A", 0], ["B", 465.5]);
  const counts = countRegister({ scores: [465, 466] });
  const found = (goal: Objective) => value(searchBoundaries(counts, table, goal, { shift: 2, width: 1 }));
  // Where it is it parts 465 from 466, and nobody moves.
  expect(found({ kind: "movers" })).toMatchObject({ edits: [], present: 0, best: 0, boundaries: [{ from: 465.5, to: 465.5 }] });
  // A point below and none above: of 465.5 that is 464.5 to 465.5, one person; of 464 it is 463 and 464, nobody.
  expect(found({ kind: "bunching", points: 1 })).toMatchObject({ present: 1, best: 0, boundaries: [{ to: 464 }] });
});

test("a top band with an end that is too narrow is named", () => {
  const table = bandsOf(["A", 0, 20], ["B", 21, 30]);
  const wide = (width: number) => searchBoundaries(countRegister({ scores: [5] }), table, { kind: "movers" }, { shift: 0, width });
  expect(value(wide(10)).edits).toEqual([]);
  expect(problemOf(wide(11))).toContain("band B cannot be 11 points wide");
});

test("says what cannot be", () => {
  const counts = countRegister({ scores: [400] });
  const refusal = (objective: Objective, conditions: Conditions): string =>
    problemOf(searchBoundaries(counts, nhsBands, objective, conditions));
  expect(refusal({ kind: "movers" }, { shift: 2, width: 50 })).toBe(
    "No positions meet the conditions: band 8a cannot be 50 points wide with shifts of at most 2. Allow a narrower band or larger shifts.",
  );
  expect(refusal({ kind: "movers" }, { shift: 30, width: 50, fixed: ["8a", "8b"] })).toContain("band 8a cannot be 50 points wide");
  expect(refusal({ kind: "movers" }, { shift: 1.5, width: 1 })).toBe("1.5 is not a largest shift: give a whole number of points from 0.");
  expect(refusal({ kind: "movers" }, { shift: 1, width: 1, fixed: ["10"] })).toContain('No band is called "10".');
  expect(refusal({ kind: "cost", pay, at: "minimum" }, { shift: 1, width: 1 })).toBe(
    "The pay table has no pay for 1, 2, 3, 4, 5, 6, 7, 8a, 8b, 8c, 8d and 9.",
  );
});
