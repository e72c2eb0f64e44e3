import fc from "fast-check";
import { mayShowPay, suppress, withTotals } from "../../../src/domain/boundary/suppression";

fc.configureGlobal({ seed: 20_250_402, numRuns: 150 });

/** What is printed: counts with totals, null where hidden. */
const printed = (counts: readonly (readonly number[])[], hidden: readonly (readonly boolean[])[]): (number | null)[][] =>
  withTotals(counts).map((line, row) => line.map((count, column) => (hidden[row]![column] === true ? null : count)));

test("hides small counts and what would give them away", () => {
  // 3 women of 40: her row's other cell or total, and another row, go with it.
  const { hidden } = suppress([
    [
      [3, 37],
      [30, 20],
      [12, 9],
    ],
  ]);
  expect(
    printed(
      [
        [3, 37],
        [30, 20],
        [12, 9],
      ],
      hidden,
    ),
  ).toEqual([
    [null, null, 40],
    [30, 20, 50],
    [null, null, 21],
    [45, 66, 111],
  ]);
});

test("counts from 1 to 4 are small; 0 and 5 are shown", () => {
  expect(
    suppress([
      [
        [0, 5],
        [5, 0],
      ],
    ]).hidden.flat(),
  ).not.toContain(true);
  for (const small of [1, 4])
    expect(
      suppress([
        [
          [small, 20],
          [20, 20],
        ],
      ]).hidden[0]![0],
    ).toBe(true);
  // A small total is a small count too.
  expect(
    suppress([
      [
        [2, 1],
        [20, 20],
      ],
    ]).hidden[0],
  ).toEqual([true, true, true]);
});

test("nothing pay-related is shown of fewer than five people", () =>
  expect([0, 1, 4, 5].map((holders) => mayShowPay(holders))).toEqual([false, false, false, true]));

const table = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 })), { minLength: columns, maxLength: columns }),
      { minLength: rows, maxLength: rows },
    ),
  );

/**
 * Whether the sums alone give a hidden cell: a row-reduced system of all row and column sums over the hidden cells, totals counted
 * negatively. Independent of the graph that the code reasons with.
 */
function determined(cells: readonly (readonly [number, number])[], rows: number, columns: number): boolean[] {
  const equations = [
    ...Array.from({ length: rows }, (_, row) => cells.map(([r, c]) => (r === row ? (c === columns - 1 ? -1 : 1) : 0))),
    ...Array.from({ length: columns }, (_, column) => cells.map(([r, c]) => (c === column ? (r === rows - 1 ? -1 : 1) : 0))),
  ];
  return solvable(equations, cells.length);
}

function solvable(equations: number[][], unknowns: number): boolean[] {
  let rank = 0;
  for (let column = 0; column < unknowns && rank < equations.length; column++) {
    const pivot = equations.findIndex((equation, index) => index >= rank && Math.abs(equation[column]!) > 1e-9);
    if (pivot < 0) continue;
    [equations[rank], equations[pivot]] = [equations[pivot]!, equations[rank]!];
    const divisor = equations[rank]![column]!;
    equations[rank] = equations[rank]!.map((value) => value / divisor);
    equations.forEach((equation, index) => {
      const factor = equation[column]!;
      if (index !== rank && factor !== 0) equations[index] = equation.map((value, place) => value - factor * equations[rank]![place]!);
    });
    rank++;
  }
  const known = Array<boolean>(unknowns).fill(false);
  for (const equation of equations.slice(0, rank)) {
    const places = equation.flatMap((value, place) => (Math.abs(value) > 1e-9 ? [place] : []));
    if (places.length === 1) known[places[0]!] = true;
  }
  return known;
}

test("no hidden figure can be computed back from the sums, and all small counts are hidden", () => {
  fc.assert(
    fc.property(table, (counts) => {
      const { hidden } = suppress([counts]);
      const full = withTotals(counts);
      full.forEach((line, row) =>
        line.forEach((count, column) => {
          if (count > 0 && count < 5) expect(hidden[row]![column]).toBe(true);
        }),
      );
      const cells = hidden.flatMap((line, row) => line.flatMap((is, column): [number, number][] => (is ? [[row, column]] : [])));
      expect(determined(cells, full.length, full[0]!.length)).not.toContain(true);
    }),
  );
});

test("nor by trying all whole numbers that the sums allow", () => {
  const small = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 2 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(small, (counts) => {
      const { hidden } = suppress([counts]);
      const print = printed(counts, hidden);
      const possible = print.map((line) => line.map(() => new Set<number>()));
      for (const guess of guesses(counts.length, 2, print)) {
        const full = withTotals(guess);
        if (full.every((line, row) => line.every((count, column) => (print[row]![column] ?? count) === count)))
          full.forEach((line, row) => line.forEach((count, column) => possible[row]![column]!.add(count)));
      }
      hidden.forEach((line, row) =>
        line.forEach((is, column) => {
          if (is) expect(possible[row]![column]!.size).toBeGreaterThan(1);
        }),
      );
    }),
    { numRuns: 40 },
  );
});

/** All tables of whole numbers up to 12 that agree with the inner cells printed. */
function* guesses(
  rows: number,
  columns: number,
  print: readonly (readonly (number | null)[])[],
  place = 0,
  cells: number[] = [],
): Generator<number[][]> {
  if (place === rows * columns) {
    yield Array.from({ length: rows }, (_, row) => cells.slice(row * columns, (row + 1) * columns));
    return;
  }
  const shown = print[Math.floor(place / columns)]?.[place % columns] ?? null;
  for (const value of shown === null ? Array.from({ length: 13 }, (_, each) => each) : [shown])
    yield* guesses(rows, columns, print, place + 1, [...cells, value]);
}

test("before and after are hidden alike, so that a total they share gives nothing away", () => {
  const sameTotals = fc.tuple(table, fc.nat(), fc.nat(), fc.integer({ min: 1, max: 6 })).filter(([counts]) => counts.length > 1);
  fc.assert(
    fc.property(sameTotals, ([counts, from, column, people]) => {
      // Some people of one column move from one row to the next: each column's total stays.
      const [row, group] = [from % (counts.length - 1), column % counts[0]!.length];
      const moved = Math.min(people, counts[row]![group]!);
      const after = counts.map((line, index) =>
        line.map((count, place) => (place !== group ? count : index === row ? count - moved : index === row + 1 ? count + moved : count)),
      );
      const { hidden } = suppress([counts, after]);
      const [rows, columns] = [counts.length + 1, counts[0]!.length + 1];
      for (const each of [counts, after].map(withTotals))
        each.forEach((line, place) =>
          line.forEach((count, other) => {
            if (count > 0 && count < 5) expect(hidden[place]![other]).toBe(true);
          }),
        );
      const cells = hidden.flatMap((line, place) => line.flatMap((is, other): [number, number][] => (is ? [[place, other]] : [])));
      // Unknowns of both tables; besides each table's sums, each column total is the same in both.
      const equation = (table: number, test: (cell: readonly [number, number]) => number) =>
        [0, 1].flatMap((which) => cells.map((cell) => (which === table ? test(cell) : 0)));
      const sums = [0, 1].flatMap((which) => [
        ...Array.from({ length: rows }, (_, place) => equation(which, ([r, c]) => (r === place ? (c === columns - 1 ? -1 : 1) : 0))),
        ...Array.from({ length: columns }, (_, place) => equation(which, ([r, c]) => (c === place ? (r === rows - 1 ? -1 : 1) : 0))),
      ]);
      const shared = Array.from({ length: columns }, (_, place) => {
        const at = ([r, c]: readonly [number, number]) => (r === rows - 1 && c === place ? 1 : 0);
        const [first, second] = [equation(0, at), equation(1, at)];
        return first.map((value, index) => value - second[index]!);
      });
      expect(solvable([...sums, ...shared], cells.length * 2)).not.toContain(true);
    }),
  );
});
