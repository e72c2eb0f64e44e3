import fc from "fast-check";
import { hiddenFigures } from "../../../src/domain/boundary/suppression";

fc.configureGlobal({ seed: 20_250_402, numRuns: 150 });

/** People in parts that no two figures cut through, and the figures printed of them. */
interface Attack {
  readonly parts: readonly number[];
  readonly figures: readonly (readonly number[])[];
}

/** The cells of a table of sets with all totals, line by line. */
function withTotals(rows: readonly (readonly (readonly number[])[])[]): readonly (readonly number[])[] {
  const full = rows.map((sets) => [...sets, sets.flat()]);
  return [...full, full[0]!.map((_, column) => full.flatMap((sets) => sets[column]!))].flat();
}

/** A single table of counts with its totals: a part a cell. */
function tableOf(counts: readonly (readonly number[])[]): Attack {
  const width = counts[0]!.length;
  return { parts: counts.flat(), figures: withTotals(counts.map((row, at) => row.map((_, column) => [at * width + column]))) };
}

/** What is printed of it, null where hidden. */
function printed(counts: readonly (readonly number[])[]): (number | null)[][] {
  const { parts, figures } = tableOf(counts);
  const hidden = hiddenFigures(parts, figures);
  const width = counts[0]!.length + 1;
  const shown = figures.map((figure, place) => (hidden[place] === true ? null : figure.reduce((sum, part) => sum + parts[part]!, 0)));
  return Array.from({ length: counts.length + 1 }, (_, row) => shown.slice(row * width, (row + 1) * width));
}

test("hides small counts and what would give them away: of the other figures those with the fewest people", () => {
  // 3 women of 40: her row's men or total go with her, and so does another figure of her column.
  expect(
    printed([
      [3, 37],
      [30, 20],
      [12, 9],
    ]),
  ).toEqual([
    [null, null, 40],
    [30, 20, 50],
    [null, null, 21],
    [45, 66, 111],
  ]);
});

test("counts from 1 to 4 are small; 0 and 5 are shown", () => {
  expect(
    printed([
      [0, 5],
      [5, 0],
    ]).flat(),
  ).not.toContain(null);
  for (const small of [1, 4])
    expect(
      printed([
        [small, 20],
        [20, 20],
      ])[0]![0],
    ).toBeNull();
  expect(
    printed([
      [5, 20],
      [20, 20],
    ]).flat(),
  ).not.toContain(null);
  // A small total is a small count too.
  expect(
    printed([
      [2, 1],
      [20, 20],
    ])[0],
  ).toEqual([null, null, null]);
});

test("a count that an empty one would give away is no cover", () => {
  // The men of the first band are none, and that is printed; so its total is the 3 women, and goes with them.
  expect(
    printed([
      [3, 0],
      [20, 20],
      [20, 20],
    ])[0],
  ).toEqual([null, 0, null]);
});

const line = fc.array(fc.oneof(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 60 })), { minLength: 12, maxLength: 12 });
/** People by where they were and where they are, in up to four bands each, of up to three groups; tables of before, after and both. */
const moves = fc.record({
  old: fc.integer({ min: 1, max: 4 }),
  now: fc.integer({ min: 1, max: 3 }),
  groups: fc.array(line, { minLength: 1, maxLength: 3 }),
});

/** Before by row, after by column, over the same people: each group a column of both tables. */
function beforeAndAfter({ old, now, groups }: { old: number; now: number; groups: number[][] }): Attack {
  const parts = groups.flatMap((cells) => cells.slice(0, old * now));
  const at = (group: number, row: number, column: number): number => group * old * now + row * now + column;
  const range = (length: number): number[] => [...Array(length).keys()];
  const was = range(old).map((row) => groups.map((_, group) => range(now).map((column) => at(group, row, column))));
  const is = range(now).map((column) => groups.map((_, group) => range(old).map((row) => at(group, row, column))));
  return { parts, figures: [...withTotals(was), ...withTotals(is)] };
}

test("no hidden figure can be computed back from all that is printed, and all small counts are hidden", () => {
  let [hiddenOnes, shownOnes] = [0, 0];
  fc.assert(
    fc.property(moves, (given) => {
      const { parts, figures } = beforeAndAfter(given);
      const hidden = hiddenFigures(parts, figures);
      const people = figures.map((figure) => figure.reduce((sum, part) => sum + parts[part]!, 0));
      people.forEach((count, place) => {
        if (count > 0 && count < 5) expect(hidden[place]).toBe(true);
        if (count === 0) expect(hidden[place]).toBe(false);
      });
      expect(determined({ parts, figures }, hidden)).toEqual([]);
      hiddenOnes += hidden.filter(Boolean).length;
      shownOnes += hidden.filter((is) => !is).length;
    }),
  );
  // It is no feat to hide everything.
  expect(shownOnes).toBeGreaterThan(hiddenOnes);
});

test("nothing is hidden in vain: each figure of five people or more, printed after all, would give a hidden one away", () => {
  let covers = 0;
  fc.assert(
    fc.property(moves, (given) => {
      const { parts, figures } = beforeAndAfter(given);
      const hidden = hiddenFigures(parts, figures);
      hidden.forEach((is, place) => {
        if (!is || figures[place]!.reduce((sum, part) => sum + parts[part]!, 0) < 5) return;
        covers += 1;
        expect(determined({ parts, figures }, hidden.with(place, false))).not.toEqual([]);
      });
    }),
    {
      numRuns: 300,
      // Here a figure that was hidden early turns out to be needless.
      examples: [
        [
          {
            old: 2,
            now: 1,
            groups: [
              [1, 5],
              [0, 1],
            ].map((cells) => [...cells, ...Array<number>(10).fill(0)]),
          },
        ],
      ],
    },
  );
  expect(covers).toBeGreaterThan(40);
});

/**
 * The attack: a system of linear equations with the parts as unknowns, one for each figure printed and one for each part known to be empty, solved
 * by exact fractions. Hidden figures that have one value in all its solutions are given away. Independent of how the code eliminates.
 */
function determined({ parts, figures }: Attack, hidden: readonly boolean[]): number[] {
  const equations = [
    ...figures.flatMap((figure, place) => (hidden[place] === true ? [] : [parts.map((_, part) => (figure.includes(part) ? 1n : 0n))])),
    ...parts.flatMap((count, part) => (count === 0 ? [parts.map((_, other) => (other === part ? 1n : 0n))] : [])),
  ];
  const rank = rankOf(equations);
  return figures.flatMap((figure, place) =>
    hidden[place] === true && rankOf([...equations, parts.map((_, part) => (figure.includes(part) ? 1n : 0n))]) === rank ? [place] : [],
  );
}

/** Rank by fraction-free elimination in whole numbers (Bareiss). */
function rankOf(given: readonly (readonly bigint[])[]): number {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  let before = 1n;
  for (let column = 0; column < (rows[0]?.length ?? 0) && rank < rows.length; column++) {
    const pivot = rows.findIndex((row, place) => place >= rank && row[column] !== 0n);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const top = rows[rank]!;
    for (let place = rank + 1; place < rows.length; place++) {
      const row = rows[place]!;
      const factor = row[column]!;
      rows[place] = row.map((each, at) => (each * top[column]! - factor * top[at]!) / before);
    }
    before = top[column]!;
    rank++;
  }
  return rank;
}

test("nor by trying all whole numbers that the printed figures allow", () => {
  const small = fc.record({
    old: fc.constant(2),
    now: fc.constant(2),
    groups: fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 4, maxLength: 4 }), { minLength: 1, maxLength: 2 }),
  });
  fc.assert(
    fc.property(small, (given) => {
      const { parts, figures } = beforeAndAfter(given);
      const hidden = hiddenFigures(parts, figures);
      const sums = (guess: readonly number[]) => figures.map((figure) => figure.reduce((sum, part) => sum + guess[part]!, 0));
      const truth = sums(parts);
      const possible = figures.map(() => new Set<number>());
      for (const guess of guesses(parts)) {
        const tried = sums(guess);
        if (tried.every((sum, place) => hidden[place] === true || sum === truth[place]))
          tried.forEach((sum, place) => possible[place]!.add(sum));
      }
      possible.forEach((values, place) => {
        if (hidden[place] === true) expect(values.size).toBeGreaterThan(1);
      });
    }),
    { numRuns: 30 },
  );
});

/** All whole numbers within two of the truth; who knows nothing of that can exclude even less. */
function* guesses(parts: readonly number[], guess: number[] = []): Generator<number[]> {
  if (guess.length === parts.length) {
    yield guess;
    return;
  }
  const truth = parts[guess.length]!;
  const tried = truth === 0 ? [0] : [-1, 0, 1].map((step) => truth + step);
  for (const each of tried.filter((value) => value >= 0)) yield* guesses(parts, [...guess, each]);
}
