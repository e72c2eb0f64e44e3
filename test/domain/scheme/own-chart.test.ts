import type { Entry } from "../../../src/domain/entry";
import { describe as sentence } from "../../../src/domain/problem";
import { readOwnChart } from "../../../src/domain/scheme/own-chart";
import { evaluateJob } from "../../../src/domain/scheme/evaluation";
import { schemeTitle } from "../../../src/domain/scheme/scheme";

const chart = (rows: Entry[][]): unknown => {
  const scheme = readOwnChart(rows);
  return scheme.ok
    ? scheme.value.factors.map(({ number, name, levels }) => [number, name, ...levels.map(({ points }) => points)])
    : sentence(scheme.problem);
};

const plain = [
  [1, "", 10, 20, 30],
  [2, "", 5, 15],
];
const named = [
  [1, "Skill", 10, 20, 30],
  [2, "Effort", 5, 15],
];

describe("a points chart of one's own", () => {
  test.each<[string, unknown, Entry[][]]>([
    [
      "points only",
      plain,
      [
        [10, 20, 30],
        [5, 15, null],
      ],
    ],
    [
      "0 for blank",
      plain,
      [
        [10, 20, 30],
        [5, 15, 0],
      ],
    ],
    [
      "numbers as text",
      plain,
      [
        ["10", "20", "30"],
        ["5", "15", ""],
      ],
    ],
    [
      "blank rows and columns",
      plain,
      [
        [10, 20, 30, 0],
        [null, null, null, null],
        [5, 15, 0, ""],
      ],
    ],
    [
      "a column of names",
      named,
      [
        ["Skill", 10, 20, 30],
        ["Effort", 5, 15, null],
      ],
    ],
    [
      "a row of headings",
      plain,
      [
        ["Level 1", "Level 2", "Level 3"],
        [10, 20, 30],
        [5, 15, null],
      ],
    ],
    [
      "names and headings",
      named,
      [
        ["Factor", "L1", "L2", "L3"],
        ["Skill", 10, 20, 30],
        ["Effort", 5, 15, null],
      ],
    ],
    [
      "names and numbered headings",
      named,
      [
        ["Factor", 1, 2, 3],
        ["Skill", 10, 20, 30],
        ["Effort", 5, 15, null],
      ],
    ],
    [
      "names and a blank corner",
      named,
      [
        [null, 1, 2, 3],
        ["Skill", 10, 20, 30],
        ["Effort", 5, 15, 0],
      ],
    ],
  ])("is read from %s", (_, expected, rows) => expect(chart(rows)).toEqual(expected));

  test.each<[string, Entry[][]]>([
    [
      "The points chart has no factor: give a row a factor and a column a level, with the points in the cells.",
      [
        [null, 0],
        ["", null],
      ],
    ],
    [
      'Points chart, row 1, column 2: "l2" is not a number of points above 0.',
      [
        [5, "l2", 21],
        [5, 12, 21],
      ],
    ],
    [
      "Points chart, row 2, column 2: -12 is not a number of points above 0.",
      [
        [5, 12],
        [5, -12],
      ],
    ],
    ["Points chart, row 1, column 2: TRUE is not a number of points above 0.", [[5, true]]],
    [
      "Points chart, row 2: column 2 is blank (or 0) although points follow it. Leave cells blank only after a factor's last level.",
      [
        [5, 12, 21],
        [5, null, 21],
      ],
    ],
    [
      "Points chart, row 2, column 3: 11 points are fewer than the 12 of the level below. A higher level never has fewer points.",
      [
        [5, 12, 21],
        [5, 12, 11],
      ],
    ],
    [
      "Points chart, row 2: 5 stands where the other rows have the factor's name. Either every factor has a name in the first column, or none has.",
      [
        ["Skill", 10, 20],
        [5, 15, 20],
        ["Effort", 5, 15],
      ],
    ],
    [
      'Points chart, row 2: "1O" stands where the other rows have points. Either every factor has a name in the first column, or none has.',
      [
        [10, 20],
        ["1O", 15],
        [5, 15],
      ],
    ],
    [
      "Points chart, row 1, column 2: nothing is not a number of points above 0.",
      [
        ["Skill", null],
        ["Effort", 5],
      ],
    ],
  ])("%s", (expected, rows) => expect(chart(rows)).toBe(expected));

  test("lets any letters pass and frees sums from binary dust", () => {
    const scheme = readOwnChart([
      [0.1, 0.3],
      [0.2, 0.4],
    ]);
    if (!scheme.ok) throw new Error(sentence(scheme.problem));
    expect(evaluateJob(scheme.value, ["1xyz", 1])).toMatchObject({ kind: "complete", score: 0.3 });
    expect(schemeTitle(scheme.value)).toBe("your points chart");
  });
});
