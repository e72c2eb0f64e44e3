import { countRegister } from "../../../src/domain/boundary/count";
import { costTable } from "../../../src/domain/boundary/cost";
import { payAt, payOf, payUndated } from "../../../src/domain/boundary/pay";
import { readPayTable } from "../../../src/domain/boundary/pay-range";
import type { Entry } from "../../../src/domain/entry";
import { nhsBands, problemOf, value } from "../../support/boundary";

const read = (rows: Entry[][]) => value(readPayTable(rows));
const bandsIn = (rows: Entry[][], table = 0): unknown[] =>
  [...read(rows)[table]!.bands.values()].map(({ label, minimum, middle, maximum, points }) => [
    label,
    minimum,
    middle,
    maximum,
    points?.map(({ name, pay }) => [name, pay]) ?? null,
  ]);

describe("a pay table by band", () => {
  test("has band, minimum, middle and maximum in pounds", () =>
    expect(
      bandsIn([
        ["Band", "Minimum", "Middle", "Maximum"],
        [null, "", 0, null],
        ["5", 31049, 33487, 37796],
        [6, "£38,682", null, "46580.50"],
      ]),
    ).toEqual([
      ["5", 3104900, 3348700, 3779600, null],
      // (38,682 + 46,580.50) / 2 = 42,631.25
      [6, 3868200, 4263125, 4658050, null],
    ]));

  // 0.29 x 100 is 28.999999999999996 in binary fractions.
  test("is kept in whole pence", () => expect(bandsIn([["A", 0.29, 19.99]])).toEqual([["A", 29, 1014, 1999, null]]));

  test("needs no middle and no heading", () => expect(bandsIn([["A", 10, 20]])).toEqual([["A", 1000, 1500, 2000, null]]));
});

describe("a pay table by point", () => {
  const spine: Entry[][] = [
    ["Grade", "SCP", "Annual pay"],
    ["G2", 4, 24790],
    ["G1", 3, 24404],
    ["G1", 2, 24027],
    ["G2", 3, 24404],
  ];
  test("has band, point and pay; bands may share points", () =>
    expect(bandsIn(spine)).toEqual([
      [
        "G2",
        2440400,
        2459700,
        2479000,
        [
          [3, 2440400],
          [4, 2479000],
        ],
      ],
      [
        "G1",
        2402700,
        2421550,
        2440400,
        [
          [2, 2402700],
          [3, 2440400],
        ],
      ],
    ]));

  test("is recognised by a repeated band, or by words for points, without a heading", () => {
    expect(bandsIn(spine.slice(1))).toEqual(bandsIn(spine));
    expect(
      bandsIn([
        ["9", "entry", 109179],
        ["8d", "top", 105337],
      ])[0],
    ).toEqual(["9", 10917900, 10917900, 10917900, [["entry", 10917900]]]);
    // One row a band without heading and with numbers is a range: 22 pounds to 31,049.
    expect(bandsIn([["5", 22, 31049]])).toEqual([["5", 2200, 1553550, 3104900, null]]);
    expect(
      bandsIn([
        ["Band", "Pay point", "Pay"],
        ["5", 22, 31049],
      ]),
    ).toEqual([["5", 3104900, 3104900, 3104900, [[22, 3104900]]]]);
  });

  const dated: Entry[][] = [
    ["Band", "Point", "Pay", "From"],
    ["5", "top", 37796, "2025-04-01"],
    ["5", "entry", 31049, 45748], // 1 April 2025
    ["5", "entry", 29970, "01/04/2024"],
    ["5", "top", 36483, 45383], // 1 April 2024
  ];
  test("may have effective dates; the table of a day is the latest that has begun", () => {
    const tables = read(dated);
    expect(tables.map(({ effective }) => effective)).toEqual(["2024-04-01", "2025-04-01"]);
    const on = (day: string) => payOf(value(payAt(tables, day)), "Band 5")?.minimum;
    expect(["2024-04-01", "2025-03-31", "2025-04-01", "2030-01-01"].map(on)).toEqual([2997000, 2997000, 3104900, 3104900]);
    expect(problemOf(payAt(tables, "2024-03-31"))).toBe("The pay table begins on 2024-04-01; it has no pay for 2024-03-31.");
    expect(problemOf(payUndated(tables))).toBe("The pay table has 2 effective dates (2024-04-01, 2025-04-01): give the rows of one date.");
    expect(value(payUndated(read(spine))).effective).toBeNull();
  });

  // Excel's serial numbers: 61 is 1 March 1900, 36585 is 29 February 2000, 45350 is 28 February 2024, 45351 the 29th.
  test.each([
    [61, "1900-03-01"],
    [366, "1900-12-31"],
    [367, "1901-01-01"],
    [36585, "2000-02-29"],
    [36586, "2000-03-01"],
    [45351, "2024-02-29"],
    [45658, "2025-01-01"],
    [46022, "2025-12-31"],
    ["29/2/2024", "2024-02-29"],
  ])("reads the date %p as %s", (date, day) =>
    expect(read([["Band", "Point", "Pay"].concat("Date"), ["5", 1, 100, date]])[0].effective).toBe(day),
  );
});

test.each<[string, Entry[][], string]>([
  [
    "no rows",
    [[null, 0, ""]],
    "The pay table has no rows: give band, minimum, middle (optional) and maximum, a row a band, or band, point, pay and date (optional), a row a point.",
  ],
  [
    "a heading alone",
    [["Band", "Minimum", "Maximum"]],
    "The pay table has no rows: give band, minimum, middle (optional) and maximum, a row a band, or band, point, pay and date (optional), a row a point.",
  ],
  [
    "two columns",
    [["5", 31049]],
    "The pay table has 2 columns; it needs three or four: band, minimum, middle (optional), maximum, or band, point, pay, date (optional).",
  ],
  [
    "no band",
    [
      ["5", 1, 2],
      [null, 3, 4],
    ],
    "Pay table, row 2: the band is blank. Give each row a band, or leave the whole row blank.",
  ],
  [
    "an error for a band",
    [[{ error: "#REF!" }, 1, 2]],
    "Pay table, row 1: #REF! is not a band. Give each row a band, or leave the whole row blank.",
  ],
  [
    "a word for an amount",
    [
      ["5", 1, 2],
      ["6", "lots", 4],
    ],
    'Pay table, row 2, column 2: "lots" is not an amount of pounds above 0.',
  ],
  ["no maximum", [["5", 1, 2, null]], "Pay table, row 1, column 4: a blank is not an amount of pounds above 0."],
  [
    "an error for an amount",
    [["5", 1, { error: "#N/A" }]],
    "Pay table, row 1, column 3: the error #N/A is not an amount of pounds above 0.",
  ],
  ["a negative amount", [["5", -1, 2]], "Pay table, row 1, column 2: -1 is not an amount of pounds above 0."],
  [
    "pay that falls",
    [["5", 37796, 31049]],
    "Pay table, row 1: the pay of band 5 falls. Give minimum, middle and maximum in rising order; a table by point has the heading Point over its second column.",
  ],
  [
    "a middle outside",
    [["5", 31049, 38000, 37796]],
    "Pay table, row 1: the pay of band 5 falls. Give minimum, middle and maximum in rising order; a table by point has the heading Point over its second column.",
  ],
  [
    "a point twice",
    [
      ["5", 1, 100],
      ["Band 5", "1", 200],
    ],
    "Pay table, row 2: Band 5 has the point 1 twice for the same date.",
  ],
  [
    "no point",
    [
      ["Band", "Point", "Pay"],
      ["5", null, 100],
    ],
    "Pay table, row 2: the pay point is blank.",
  ],
  [
    "a missing date",
    [
      ["5", 1, 100, 45748],
      ["5", 2, 200, null],
    ],
    "Pay table, row 2: there is no effective date, though other rows have one. Give a date cell, or a text such as 2025-04-01.",
  ],
  [
    "a day that is none",
    [
      ["5", 1, 100, "30/02/2025"],
      ["5", 2, 200, 45748],
    ],
    'Pay table, row 1: "30/02/2025" is not a date. Give a date cell, or a text such as 2025-04-01.',
  ],
])("refuses %s", (_, rows, sentence) => expect(problemOf(readPayTable(rows))).toBe(sentence));

describe("cost at fixed points", () => {
  const pay = read([
    ["6", 38682, 40823, 46580],
    ["7", 47810, 50273, 54710],
  ])[0];

  test("is FTE x pay a band, to the penny, and the total their sum", () => {
    const counts = countRegister({ scores: [400, 465, 466, 800], fte: [0.6, 1, 0.3, 2] });
    const cost = costTable(counts, nhsBands, pay);
    // Band 6: 1.6 x 38,682 = 61,891.20; x 40,823 = 65,316.80; x 46,580 = 74,528.00
    expect(cost.bands[5]).toEqual({ label: "6", fte: 1.6, cost: { minimum: 6189120, middle: 6531680, maximum: 7452800 } });
    // Band 7: 0.3 x 47,810 = 14,343.00; x 50,273 = 15,081.90; x 54,710 = 16,413.00
    expect(cost.bands[6]).toEqual({ label: "7", fte: 0.3, cost: { minimum: 1434300, middle: 1508190, maximum: 1641300 } });
    expect(cost.total).toEqual({ minimum: 7623420, middle: 8039870, maximum: 9094100 });
    expect([cost.fte, cost.unbanded, cost.lacking]).toEqual([3.9, 2, []]);
  });

  test("a band with posts and without pay has no cost, and there is no total that would leave it out", () => {
    const cost = costTable(countRegister({ scores: [330, 400] }), nhsBands, pay);
    expect([cost.bands[4]!.cost, cost.total, cost.lacking]).toEqual([null, null, ["5"]]);
    expect(cost.bands[5]!.cost).not.toBeNull();
  });
});
