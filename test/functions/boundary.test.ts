import { seen } from "../support/formula";

const NA = CustomFunctions.ErrorCode.notAvailable;
const error = (): unknown => new CustomFunctions.Error(NA, "x");
const council = [0, 269, 294, 331, 365, 407, 451, 484, 521, 560, 615, 676, 730].map((from, place) => [`G${place + 1}`, from]);
const rows = (result: unknown): unknown[][] => result as unknown[][];

describe("JEDISTRIBUTION", () => {
  test("gives a row a band, with its part of the whole", () => {
    const result = rows(seen("JEDISTRIBUTION", [[395], [396], [465], [466]]));
    expect(result[0]).toEqual(["Band", "From", "To", "Jobs", "Share"]);
    expect(result).toHaveLength(13);
    expect(result.slice(5, 8)).toEqual([
      ["5", 326, 395, 1, 0.25],
      ["6", 396, 465, 2, 0.5],
      ["7", 466, 539, 1, 0.25],
    ]);
  });

  test("leaves blanks out, and keeps errors and unbanded scores in a last row, so that the total is the register", () => {
    const cells = [
      [400, null, 0, ""],
      ["  ", 766, error(), "n/a"],
      ["#REF!", -5, true, "401"],
    ];
    const result = rows(seen("JEDISTRIBUTION", cells));
    // 400 and "401" are in band 6; 766, the two errors, the text, -5 and TRUE have no band: 6 of 8.
    expect(result[6]).toEqual(["6", 396, 465, 2, 0.25]);
    expect(result[13]).toEqual(["No band", "", "", 6, 0.75]);
    expect(result).toHaveLength(14);
  });

  test("gives the same for blanks as 0 and as nothing", () =>
    expect(seen("JEDISTRIBUTION", [[400], [0], [466]])).toEqual(seen("JEDISTRIBUTION", [[400], [null], [466]])));

  test("sums weights in place of jobs; a blank weight is 0, and the row for what has no band stays", () => {
    const result = rows(seen("JEDISTRIBUTION", [[400], [401], [""], [900]], null, [[1.5], [null], ["a name"], [""]]));
    expect(result[0]).toEqual(["Band", "From", "To", "Weight", "Share"]);
    expect(result[6]).toEqual(["6", 396, 465, 1.5, 1]);
    expect(result[13]).toEqual(["No band", "", "", 0, 0]);
  });

  test("takes bands of one's own, labels as typed, open above", () => {
    const result = rows(seen("JEDISTRIBUTION", [[268, 269, 1000, 5000]], council));
    expect(result.slice(1, 3)).toEqual([
      ["G1", 0, 268, 1, 0.25],
      ["G2", 269, 293, 1, 0.25],
    ]);
    expect(result[13]).toEqual(["G13", 730, "", 2, 0.5]);
  });

  test("of nothing has counts of 0 and no shares", () => {
    for (const scores of [null, [[null], [0]]]) expect(rows(seen("JEDISTRIBUTION", scores))[1]).toEqual(["1", 0, 160, 0, ""]);
  });

  test("refuses weights of another shape, naming both sizes, and weights that are none", () => {
    expect(seen("JEDISTRIBUTION", [[400], [401]], null, [[1, 2]])).toBe(
      "#VALUE! The weights are 1 row by 2 columns, the scores are 2 rows by 1 column: give a cell of weights for each score.",
    );
    const weight = (cell: unknown) => seen("JEDISTRIBUTION", [[400], [401]], null, [[1], [cell]]);
    expect(weight("two")).toBe('#VALUE! The weights, row 2, column 1: "two" is not a number from 0.');
    expect(weight(-1)).toBe("#VALUE! The weights, row 2, column 1: -1 is not a number from 0.");
    expect(weight(error())).toBe("#VALUE! The weights, row 2, column 1: the error #N/A is not a number from 0.");
    expect(weight("2")).toEqual(weight(2));
  });

  test("says what is wrong with the bands", () => {
    expect(seen("JEDISTRIBUTION", [[400]], "NJC")).toBe("#N/A NJC has no national grades: give a grade table.");
    expect(
      seen(
        "JEDISTRIBUTION",
        [[400]],
        [
          ["A", 0, 10],
          ["B", 12, 20],
        ],
      ),
    ).toBe(
      "#VALUE! Band table: a gap between band A (to 10) and band B (from 12). Each band starts one point above the end of the one below.",
    );
  });
});

describe("JEMOVES", () => {
  test("has the old bands down and the new ones across", () =>
    expect(
      seen(
        "JEMOVES",
        [[268], [269], [331], [330]],
        [
          ["G1", 0],
          ["G2", 269],
          ["G3", 331],
        ],
        [
          ["G1", 0],
          ["Middle", 300],
          [3, 330],
        ],
      ),
    ).toEqual([
      ["From / to", "G1", "Middle", 3],
      ["G1", 1, 0, 0],
      ["G2", 1, 0, 1],
      ["G3", 0, 0, 1],
    ]));

  test("adds a row and a column for what has no band there, only where there is such", () => {
    const old = [["A", 0, 500]];
    const now = [
      ["A", 0, 400],
      ["B", 401, 600],
    ];
    // 550 has no old band, 700 neither, the error neither; blanks are left out.
    expect(seen("JEMOVES", [[100], [450], [550], [700], [error()], [0], [null]], old, now)).toEqual([
      ["From / to", "A", "B", "No band"],
      ["A", 1, 1, 0],
      ["No band", 0, 1, 2],
    ]);
    expect(seen("JEMOVES", [[100], [550]], old, now)).toEqual([
      ["From / to", "A", "B"],
      ["A", 1, 0],
      ["No band", 0, 1],
    ]);
    expect(seen("JEMOVES", [[450], [500]], now, [["A", 0, 450]])).toEqual([
      ["From / to", "A", "No band"],
      ["A", 0, 0],
      ["B", 1, 1],
    ]);
  });

  test("sums weights, and takes the NHS bands for a blank", () => {
    const result = rows(
      seen(
        "JEMOVES",
        [[465], [466]],
        null,
        [
          ["6", 0],
          ["7", 460],
        ],
        [[0.6], [2]],
      ),
    );
    expect(result).toHaveLength(13);
    expect([result[0], result[6], result[7]]).toEqual([
      ["From / to", "6", "7"],
      ["6", 0, 0.6],
      ["7", 0, 2],
    ]);
  });
});

describe("JESWEEP", () => {
  // Band 7 is 466 to 539 (handbook chapter eight).
  const scores = [[460], [465], [466], [null], [470], [error()]];
  const table = [
    ["Lowest score", "Jobs up", "Jobs down", "Jobs in band"],
    [465, 1, 0, 3],
    [466, 0, 0, 2],
    [467, 0, 1, 1],
  ];
  test("has a row a position, nothing moving where the boundary is", () => {
    for (const band of [7, "7", "Band 7", " band 7 "]) expect(seen("JESWEEP", scores, band, 465, 467)).toEqual(table);
  });

  test("sums weights", () =>
    expect(seen("JESWEEP", [[465], [466]], "7", 465, 467, null, [[0.5], [2]])).toEqual([
      ["Lowest score", "Weight up", "Weight down", "Weight in band"],
      [465, 0.5, 0, 2.5],
      [466, 0, 0, 2],
      [467, 0, 2, 0],
    ]));

  test("sweeps an open top band of a council", () =>
    expect(seen("JESWEEP", [[729], [730], [900]], "G13", 729, 731, council)).toEqual([
      ["Lowest score", "Jobs up", "Jobs down", "Jobs in band"],
      [729, 1, 0, 3],
      [730, 0, 0, 2],
      [731, 0, 1, 1],
    ]));

  test.each<[string, unknown[], string]>([
    ["an unknown band", ["10", 465, 467], '#VALUE! No band is called "10". The bands are 1, 2, 3, 4, 5, 6, 7, 8a, 8b, 8c, 8d and 9.'],
    ["no band", [null, 465, 467], "#VALUE! No band is given: name the band whose lowest score is to move."],
    ["no band, as Excel on Windows passes it", [0, 465, 467], "#VALUE! No band is given: name the band whose lowest score is to move."],
    ["the lowest band", ["1", 10, 20], "#VALUE! Band 1 is the lowest: no boundary lies below it. Name a band above it."],
    ["a position too low", ["7", 396, 467], "#VALUE! Band 7 cannot start at 396: its neighbours leave 397 to 539."],
    ["a position too high", ["7", 465, 540], "#VALUE! Band 7 cannot start at 540: its neighbours leave 397 to 539."],
    ["positions reversed", ["7", 467, 465], "#VALUE! The positions run from 467 to 465: give the lower one first."],
    ["half a point", ["7", 465.5, 467], "#VALUE! 465.5 is not a position: give from as a whole number of points above 0."],
    ["no position", ["7", 465, null], "#VALUE! A blank is not a position: give to as a whole number of points above 0."],
  ])("refuses %s", (_, [band, from, to], sentence) => expect(seen("JESWEEP", scores, band, from, to)).toBe(sentence));
});

describe("JENEAR", () => {
  const below = "Below the boundary of band 6 and band 7 (466): 1 point to gain to rise to band 7";
  const above = "Above the boundary of band 6 and band 7 (466): 1 point to lose to fall to band 6";

  test("names the boundary, the side and the points, as JEMARGIN counts them", () =>
    expect(seen("JENEAR", [[465], [466], [430], [null], [0], ["766"]], 1)).toEqual([[below], [above], [""], [""], [""], [""]]));

  test("stops at so many points", () => {
    expect(seen("JENEAR", [[456], [455]], 10)).toEqual([[below.replace("1 point", "10 points")], [""]]);
    expect(seen("JENEAR", [[475], [476]], "10")).toEqual([[above.replace("1 point", "10 points")], [""]]);
  });

  test("names both boundaries of a narrow band", () =>
    expect(seen("JENEAR", 280, 15, council)).toEqual([
      [
        "Above the boundary of band G1 and band G2 (269): 12 points to lose to fall to band G1; Below the boundary of band G2 and band G3 (294): 14 points to gain to rise to band G3",
      ],
    ]));

  test("hands errors back in their own row, as the function's where there is one score", () => {
    expect(seen("JENEAR", [[465], [error()], ["high"]], 1)).toEqual([
      [below],
      ["#N/A The score cell holds the error #N/A."],
      ['#VALUE! "high" is not a score: a score is a number of points.'],
    ]);
    expect(seen("JENEAR", "high", 1)).toBe('#VALUE! "high" is not a score: a score is a number of points.');
  });

  test("refuses a row of scores, and points that are none", () => {
    expect(seen("JENEAR", [[465, 466]], 1)).toMatch(/^#VALUE! The scores are one column/);
    for (const points of [null, 0, ""]) expect(seen("JENEAR", 465, points)).toMatch(/ is not a number of points: give one above 0\.$/);
    expect(seen("JENEAR", 465, -1)).toBe("#VALUE! -1 is not a number of points: give one above 0.");
  });
});

describe("JECOST", () => {
  // Agenda for Change 2025/26, England, bands 6 and 7 (secondary source).
  const pay = [
    ["Band", "Minimum", "Middle", "Maximum"],
    ["Band 6", 38682, 40823, 46580],
    [7, 47810, 50273, 54710],
  ];
  const own = [
    ["6", 396, 465],
    ["7", 466, 539],
  ];

  test("costs FTE at minimum, middle and maximum, to the penny, with a last row of totals", () =>
    expect(seen("JECOST", [[400], [465], [466]], own, pay, [[0.6], [1], [0.35]])).toEqual([
      ["Band", "FTE", "Cost at minimum", "Cost at middle", "Cost at maximum"],
      // 1.6 x 38,682 = 61,891.20; 0.35 x 47,810 = 16,733.50, x 50,273 = 17,595.55, x 54,710 = 19,148.50
      ["6", 1.6, 61891.2, 65316.8, 74528],
      ["7", 0.35, 16733.5, 17595.55, 19148.5],
      ["Total", 1.95, 78624.7, 82912.35, 93676.5],
    ]));

  test("counts each job as one where no FTE is given; the middle is half way where none is", () =>
    expect(
      rows(
        seen("JECOST", [[400]], own, [
          ["6", 100, 201],
          ["7", 300, 400],
        ]),
      )[1],
    ).toEqual(["6", 1, 100, 150.5, 201]));

  test("has what has no band in a row of its own, without cost; totals count its FTE", () =>
    expect(rows(seen("JECOST", [[400], [800], [error()], [null]], own, pay, [[1], [0.5], [""], [7]])).slice(2)).toEqual([
      ["7", 0, 0, 0, 0],
      ["No band", 0.5, "", "", ""],
      ["Total", 1.5, 38682, 40823, 46580],
    ]));

  test("a band with posts but without pay is an error there and in the total, never a cost of nothing", () => {
    const lacking = "#N/A The pay table has no pay for 7.";
    expect(rows(seen("JECOST", [[400], [470]], own, pay.slice(0, 2))).slice(1)).toEqual([
      ["6", 1, 38682, 40823, 46580],
      ["7", 1, lacking, lacking, lacking],
      ["Total", 2, lacking, lacking, lacking],
    ]);
    expect(rows(seen("JECOST", [[400]], own, pay.slice(0, 2))).slice(2)).toEqual([
      ["7", 0, 0, 0, 0],
      ["Total", 1, 38682, 40823, 46580],
    ]);
  });

  test("takes a pay table by point; two dates are one too many", () => {
    const spine = [
      ["Grade", "SCP", "Pay", "From"],
      ["6", 5, 24000, "2025-04-01"],
      ["6", 4, 23000, "2025-04-01"],
      ["7", 5, 24000, 45748],
    ];
    expect(rows(seen("JECOST", [[400]], own, spine))[1]).toEqual(["6", 1, 23000, 23500, 24000]);
    expect(seen("JECOST", [[400]], own, [...spine, ["7", 6, 25000, "2026-04-01"]])).toBe(
      "#VALUE! The pay table has 2 effective dates (2025-04-01, 2026-04-01): give the rows of one date.",
    );
  });

  test("refuses what is no pay table, and FTE of another shape", () => {
    expect(seen("JECOST", [[400]], own, null)).toMatch(/^#VALUE! The pay table has no rows/);
    expect(seen("JECOST", [[400]], own, [["6", 1, "#REF!"]])).toBe(
      '#VALUE! Pay table, row 1, column 3: "#REF!" is not an amount of pounds above 0.',
    );
    expect(seen("JECOST", [[400], [401]], own, pay, [[1], [1], [1]])).toBe(
      "#VALUE! The FTE are 3 rows by 1 column, the scores are 2 rows by 1 column: give a cell of FTE for each score.",
    );
  });
});
