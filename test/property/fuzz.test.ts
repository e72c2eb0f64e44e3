import fc from "fast-check";
import { readDeclarations } from "../../tools/function-reference.cjs";
import { callFunction, seen } from "../support/formula";
import { nhs, sectionManager } from "../support/jobs";

fc.configureGlobal({ seed: 20_250_402, numRuns: 100 });

const errors = [
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "x"),
  { valueType: "CustomFunctionError", code: "#DIV/0!" },
  { type: "Error", basicType: "Error", basicValue: "#REF!", errorType: "Ref" },
  { errorCode: 7 },
  {},
  "#N/A",
  "#NAME?",
];
const blanks = [null, 0, "", "  ", "\u00A0", undefined];
const odd = [
  "3",
  "3a",
  "3(a)(b)",
  "Level 2",
  "abc",
  "2-3a",
  "x".repeat(40_000),
  "=1+1",
  true,
  false,
  -1,
  2.5,
  NaN,
  Infinity,
  -Infinity,
  1e308,
  5e-324,
  2 ** 53,
  45_385,
  36_526.25,
];
const cell = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constantFrom<unknown>(...blanks, ...odd, ...errors), fc.string(), fc.double());
const grid = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 18 }), fc.constantFrom(1, 2, 3, 13, 15, 16, 17, 25))
    .chain(([rows, columns]) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })),
  fc.array(fc.array(cell, { maxLength: 17 }), { maxLength: 17 }), // ragged and empty ones
);
const name = fc.constantFrom<unknown>("NHS", "NJC", "nhs-it-2024-06", "it-section-manager-7", "Information Technology", "all", "summary");
const argument = fc.oneof(grid, name, cell);

/** What Excel can show: a rectangle of numbers, texts and errors with a sentence or a bare code. */
function expectShowable(result: unknown): void {
  if (typeof result === "string") {
    expect(result).toMatch(/^#(N\/A|VALUE!|DIV\/0!|NUM!|NULL!)( \S.*)?$/s);
    expect(result).not.toMatch(/undefined|\[object|NaN is the|null/);
    return;
  }
  const rows = result as unknown[][];
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    expect(row).toHaveLength(rows[0]?.length ?? 0);
    for (const value of row) expect(typeof value === "string" || (typeof value === "number" && Number.isFinite(value))).toBe(true);
  }
}

describe.each(readDeclarations().map(({ id, parameters }) => [id, parameters.length] as const))("%s", (id, count) => {
  test("answers anything with cells or with an error that says something", () => {
    fc.assert(fc.property(fc.array(argument, { maxLength: count }), (values) => expectShowable(seen(id, ...values))));
  });
});

test("16,384 columns are 16,384 jobs", () => {
  const wide = sectionManager.map((level) => new Array<number>(16_384).fill(level));
  const [scores] = callFunction("JESCORE", [wide]);
  expect(scores).toHaveLength(16_384);
  expect(new Set(scores)).toEqual(new Set([466]));
  expect(seen("JESCORE", [new Array<number>(16_384).fill(1)])).toMatch(/16384 levels given/);
});

test("a whole column of blanks is blank", () =>
  expect(new Set((callFunction("JEBAND", [Array.from({ length: 100_000 }, () => [null])]) as string[][]).flat())).toEqual(new Set([""])));

/** Excel on Windows hands a blank cell over as 0, Excel on the web as nothing, formulas as "". */
describe("desktop-shaped and web-shaped input give the same answer", () => {
  const sparse = fc.array(
    fc.array(fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 4 }), fc.constantFrom<unknown>("3a", "x", ...errors.slice(0, 2))), {
      minLength: 16,
      maxLength: 16,
    }),
    { minLength: 1, maxLength: 6 },
  );
  const with0 = (rows: readonly (readonly unknown[])[], blank: unknown): unknown[][] =>
    rows.map((row) => row.map((value) => value ?? blank));

  test.each(["JESCORE", "JEPOINTS", "JECHECK", "JEEVALUATE", "PROFILEMATCH"])("%s", (id) => {
    fc.assert(
      fc.property(sparse, (web) => {
        const answer = seen(id, web);
        for (const blank of [0, "", " "]) expect(seen(id, with0(web, blank))).toEqual(answer);
      }),
    );
  });

  test("scores, bands, charts and libraries", () => {
    const list = callFunction("PROFILELIST", []);
    const tables: readonly (readonly [string, unknown[][], (table: unknown[][]) => unknown[]])[] = [
      ["JEBAND", [[466, null, 86]], (scores) => [scores]],
      ["JEMARGIN", [[466], [null]], (scores) => [scores]],
      [
        "JEBAND",
        [
          ["A", null, 99],
          [null, null, null],
          ["B", 100, null],
        ],
        (bands) => [[[50, 150]], bands],
      ],
      [
        "JEFACTORS",
        [
          ["Skill", 5, 10, null],
          ["Effort", 5, null, null],
          [null, null, null, null],
        ],
        (chart) => [chart],
      ],
      [
        "PROFILELIST",
        [list[4] ?? [], (list[5] ?? []).with(5, null).with(7, null), nhs.factors.map(() => null).concat(new Array<null>(9).fill(null))],
        (library) => [library],
      ],
    ];
    for (const [id, table, values] of tables) {
      const answer = seen(id, ...values(table));
      expect(typeof answer).not.toBe("string");
      for (const blank of [0, ""]) expect(seen(id, ...values(with0(table, blank)))).toEqual(answer);
    }
  });
});
