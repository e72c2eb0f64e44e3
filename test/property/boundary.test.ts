import fc from "fast-check";
import { afcEngland2025 } from "../../src/data/pay/edition";
import { assimilate } from "../../src/domain/boundary/assimilation";
import { costTable } from "../../src/domain/boundary/cost";
import { countRegister, countScores } from "../../src/domain/boundary/count";
import { distribute } from "../../src/domain/boundary/distribution";
import { equalityBySex } from "../../src/domain/boundary/equality";
import { moveBetween } from "../../src/domain/boundary/movement";
import { payBill } from "../../src/domain/boundary/pay-bill";
import { applyEdits, type Edit, type Structure } from "../../src/domain/boundary/scenario";
import { freedomOf, sweepBoundary, sweepCost } from "../../src/domain/boundary/sweep";
import { makeStaff, type Person } from "../../src/domain/boundary/staff";
import { type BandTable, bandKey, placeScore } from "../../src/domain/scheme/band";
import { bandsOf, councilGrades, nhsBands, person, value } from "../support/boundary";

fc.configureGlobal({ seed: 20_250_402, numRuns: 100 });

const pay = afcEngland2025.table;
const baseline: Structure = { bands: nhsBands, pay };

const score = fc.oneof(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(160, 161, 395, 396, 465, 466, 765, 766, 160.5, 1200, NaN));
const job = fc.record({ score, fte: fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100) });
const register = fc.array(job, { maxLength: 120 });
const countsOf = (jobs: readonly { score: number; fte: number }[]) =>
  countRegister({ scores: jobs.map((each) => each.score), fte: jobs.map((each) => each.fte) });

const table = fc.oneof(
  fc.constantFrom(nhsBands, councilGrades),
  fc
    .uniqueArray(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 14 })
    .map((starts) => bandsOf(...starts.sort((a, b) => a - b).map((from, place): [string, number] => [`G${place}`, from]))),
);
const move = fc.integer({ min: 1, max: 11 }).chain((place) => {
  const { lowest, highest } = value(freedomOf(nhsBands, place));
  return fc
    .integer({ min: lowest, max: highest! })
    .map((from): Extract<Edit, { kind: "move" }> => ({ kind: "move", band: nhsBands.bands[place]!.label, from }));
});

const labelAt = (bands: BandTable, at: number): string | null => {
  const placement = placeScore(bands, at);
  return placement.kind === "in" ? bandKey(placement.band.label) : null;
};

test("an empty scenario changes nothing", () => {
  fc.assert(
    fc.property(register, table, (jobs, bands) => {
      const counts = countsOf(jobs);
      const same = value(applyEdits({ bands, pay }, []));
      expect(same.bands.bands).toEqual(bands.bands);
      expect(moveBetween(counts.axis, counts.jobs, bands, same.bands, same.lineage).movers.total).toBe(0);
      expect(costTable(counts, same.bands, pay)).toEqual(costTable(counts, bands, pay));
    }),
  );
});

test("movers are the difference of banding job by job", () => {
  fc.assert(
    fc.property(register, table, table, (jobs, from, to) => {
      const { axis, jobs: tally } = countsOf(jobs);
      const { movers, cells } = moveBetween(axis, tally, from, to);
      const changed = jobs.filter((each) => !Number.isNaN(each.score) && labelAt(from, each.score) !== labelAt(to, each.score));
      expect(movers.total).toBe(changed.length);
      const expected = cells.map((line) => line.map(() => 0));
      const placeIn = (bands: BandTable, at: number): number => {
        const placement = placeScore(bands, at);
        return placement.kind === "in" ? placement.place : bands.bands.length;
      };
      for (const each of jobs) expected[placeIn(from, each.score)]![placeIn(to, each.score)]! += 1;
      expect(cells).toEqual(expected);
    }),
  );
});

test("matrices and distributions sum to the register", () => {
  fc.assert(
    fc.property(register, table, table, (jobs, from, to) => {
      const { axis, fte } = countsOf(jobs);
      const hundredths = jobs.reduce((sum, each) => sum + Math.round(each.fte * 100), 0);
      const sum = (numbers: readonly number[]) => Math.round(numbers.reduce((total, each) => total + each * 100, 0));
      expect(sum(moveBetween(axis, fte, from, to).cells.flat())).toBe(hundredths);
      const { bands, unbanded } = distribute(axis, fte, from);
      expect(sum([...bands, unbanded])).toBe(hundredths);
    }),
  );
});

test("there and back is nothing", () => {
  fc.assert(
    fc.property(register, move, (jobs, edit) => {
      const counts = countsOf(jobs);
      const place = nhsBands.bands.findIndex(({ label }) => label === edit.band);
      const back: Edit = { ...edit, from: nhsBands.bands[place]!.from };
      const { bands, lineage } = value(applyEdits(baseline, [edit, back]));
      expect(bands.bands).toEqual(nhsBands.bands);
      expect(moveBetween(counts.axis, counts.jobs, nhsBands, bands, lineage).movers.total).toBe(0);
      const there = value(applyEdits(baseline, [edit]));
      const ways = [
        moveBetween(counts.axis, counts.fte, nhsBands, there.bands),
        moveBetween(counts.axis, counts.fte, there.bands, nhsBands),
      ];
      expect(ways[0]!.movers.up).toBe(ways[1]!.movers.down);
      expect(ways[0]!.movers.down).toBe(ways[1]!.movers.up);
    }),
  );
});

test("a sweep is zero where the boundary is, and elsewhere what the scenario there gives", () => {
  fc.assert(
    fc.property(register, move, (jobs, edit) => {
      const counts = countsOf(jobs.map((each) => ({ ...each, score: Math.round(each.score) })));
      const place = nhsBands.bands.findIndex(({ label }) => label === edit.band);
      const { from: present } = nhsBands.bands[place]!;
      const range = { from: Math.min(present, edit.from), to: Math.max(present, edit.from) };
      const sweep = value(sweepBoundary(counts.axis, counts.fte, nhsBands, place, range));
      const costs = value(sweepCost(counts, nhsBands, place, range, pay));
      const at = (from: number) => ({ ...sweep[from - range.from]!, cost: costs[from - range.from]! });
      expect(at(present)).toMatchObject({ up: 0, down: 0, cost: { minimum: 0, middle: 0, maximum: 0 } });
      const { bands } = value(applyEdits(baseline, [edit]));
      const { movers } = moveBetween(counts.axis, counts.fte, nhsBands, bands);
      expect(at(edit.from)).toMatchObject({
        up: movers.up,
        down: movers.down,
        inBand: distribute(counts.axis, counts.fte, bands).bands[place]!,
      });
      const [then, now] = [bands, nhsBands].map((each) => costTable(counts, each, pay).total!);
      expect(at(edit.from).cost.middle).toBe(then!.middle - now!.middle);
    }),
  );
});

test("the order of the rows is irrelevant", () => {
  fc.assert(
    fc.property(register, table, fc.integer(), (jobs, bands, seed) => {
      const shuffled = jobs
        .map((each, place) => ({ each, key: Math.imul(place + 1, seed | 1) }))
        .sort((a, b) => a.key - b.key)
        .map(({ each }) => each);
      const [first, second] = [jobs, shuffled].map((each) => {
        const counts = countsOf(each);
        return [
          distribute(counts.axis, counts.fte, bands),
          moveBetween(counts.axis, counts.fte, bands, nhsBands),
          costTable(counts, nhsBands, pay),
        ];
      });
      expect(first).toEqual(second);
    }),
  );
});

const someone = fc.record({
  job: fc.constantFrom("a", "b", "c", "d"),
  sex: fc.constantFrom("woman" as const, "man" as const, "not stated" as const),
  pounds: fc.integer({ min: 20_000, max: 60_000 }),
  fte: fc.integer({ min: 1, max: 20 }).map((twentieths) => twentieths / 20),
});
const scores: Partial<Record<string, number>> = { a: 390, b: 398, c: 464, d: 470 };
const staffOf = (people: readonly Person[]) => makeStaff(people, { scoreOf: (name) => scores[name] ?? null, payOfPoint: () => null });
const toPerson = ({ job: name, sex, pounds, fte }: { job: string; sex: Person["sex"]; pounds: number; fte: number }): Person =>
  person(name, sex, pounds, { fte });

test("an empty scenario pays everybody as before, and nobody ever falls below a pay that lies in the new range", () => {
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 60 }), move, (people, edit) => {
      const staff = staffOf(people.map(toPerson));
      const still = value(assimilate(staff, baseline, value(applyEdits(baseline, [])), "at-or-above"));
      expect([...still.payAfter]).toEqual([...staff.pays]);
      const moved = value(assimilate(staff, baseline, value(applyEdits(baseline, [edit])), "at-or-above"));
      for (let place = 0; place < staff.count; place++) expect(moved.payAfter[place]).toBeGreaterThanOrEqual(staff.pays[place]!);
    }),
  );
});

test("basic pay is linear in FTE; the people's order is irrelevant to every figure", () => {
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 60 }), move, (people, edit) => {
      const figures = (list: readonly Person[]) => {
        const staff = staffOf(list);
        const moved = value(assimilate(staff, baseline, value(applyEdits(baseline, [edit])), "at-or-above"));
        const { length } = nhsBands.bands;
        return {
          bill: payBill(staff, moved.payAfter, moved.bandAfter, length),
          equality: equalityBySex(staff, moved.payAfter, moved.bandAfter, length),
        };
      };
      const list = people.map(toPerson);
      const once = figures(list);
      // FTE in twentieths of pounds comes out in whole pence, so doubling is exact.
      const twice = figures(list.map((each) => ({ ...each, fte: each.fte * 2 })));
      expect(twice.bill.bands).toEqual(once.bill.bands.map((each) => each * 2));
      expect(twice.equality).toEqual(once.equality);
      expect(figures([...list].reverse())).toEqual(once);
    }),
  );
});

test("one pass of counts and weights gives what summing row by row gives", () => {
  fc.assert(
    fc.property(register, (jobs) => {
      const { axis, tallies } = countScores(
        jobs.map((each) => each.score),
        [(row) => jobs[row]!.fte],
      );
      for (const [place, at] of axis.scores.entries()) {
        const hundredths = jobs.filter((each) => each.score === at).reduce((sum, each) => sum + Math.round(each.fte * 100), 0);
        expect(Math.round(tallies[0]!.between(place, place + 1) * 100)).toBe(hundredths);
      }
    }),
  );
});
