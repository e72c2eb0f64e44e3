import { seen } from "../support/formula";

const NA = CustomFunctions.ErrorCode.notAvailable;

describe("JEBAND", () => {
  test("gives bands in the shape of the scores", () =>
    expect(
      seen("JEBAND", [
        [465, 466],
        [540, "585"],
      ]),
    ).toEqual([
      ["6", "7"],
      ["8a", "8b"],
    ]));

  test.each([[null], [0], [""], ["  "], [[[null]]], [[[0]]]])("gives %p, which is no score, a blank", (score) =>
    expect(seen("JEBAND", score)).toEqual([[""]]),
  );

  test("fails as a whole for one score, in its own cell among several", () => {
    expect(seen("JEBAND", 766)).toBe("#N/A A score of 766 is above every band: the highest, band 9, ends at 765.");
    expect(seen("JEBAND", -1)).toBe("#N/A A score of -1 is below every band: the lowest, band 1, starts at 0.");
    expect(seen("JEBAND", 160.5)).toBe("#N/A A score of 160.5 is in no band: band 1 ends at 160 and band 2 starts at 161.");
    expect(seen("JEBAND", "high")).toBe('#VALUE! "high" is not a score: a score is a number of points.');
    expect(seen("JEBAND", [[true, 421]])).toEqual([["#VALUE! TRUE is not a score: a score is a number of points.", "6"]]);
  });

  test("hands errors back in their own place", () => {
    const errors = [
      new CustomFunctions.Error(NA, "x"),
      { valueType: "CustomFunctionError", code: "#DIV/0!" },
      { type: "Error", basicValue: "#NUM!" },
      { errorCode: 8 },
      "#REF!",
      "#VALUE!",
    ];
    expect(seen("JEBAND", [[...errors, 421]])).toEqual([
      [
        "#N/A The score cell holds the error #N/A.",
        "#DIV/0!",
        "#NUM!",
        "#NULL!",
        "#VALUE! The score cell holds the error #REF!.",
        "#VALUE! The score cell holds the error #VALUE!.",
        "6",
      ],
    ]);
    expect(seen("JEBAND", { code: "#DIV/0!" })).toBe("#DIV/0!");
  });

  test("takes bands by name or range, labels as typed", () => {
    for (const bands of [null, "NHS", "nhs-7", 0, ""]) expect(seen("JEBAND", 421, bands)).toEqual([["6"]]);
    expect(
      seen(
        "JEBAND",
        [[99, 100]],
        [
          ["Low", 0, 99],
          [7, 100, 199],
        ],
      ),
    ).toEqual([["Low", 7]]);
    expect(seen("JEBAND", 421, "NJC")).toBe("#N/A NJC has no national grades: give a grade table.");
    expect(seen("JEBAND", 421, "Hay")).toBe(
      '#VALUE! No band table is called "Hay". Use NHS or nhs-7, or give a range with label, lowest score and, if you like, highest score.',
    );
    expect(
      seen("JEBAND", 421, [
        ["A", 0, 10],
        ["B", 12, 20],
      ]),
    ).toMatch(/^#VALUE! Band table: a gap between band A \(to 10\) and band B \(from 12\)/);
  });

  test("reads the table that JEBANDTABLE gives", () => expect(seen("JEBAND", [[86, 765]], seen("JEBANDTABLE"))).toEqual([["1", "9"]]));
});

describe("JEMARGIN", () => {
  test("gives two cells a score", () =>
    expect(seen("JEMARGIN", [[465], [null], [765], [766], [160]])).toEqual([
      [70, 1],
      ["", ""],
      [45, ""],
      ["", ""],
      ["", 1],
    ]));
  test("gives an error among the scores in its own row", () =>
    expect(seen("JEMARGIN", [[465], ["#N/A"]])).toEqual([
      [70, 1],
      ["#N/A The score cell holds the error #N/A.", "#N/A The score cell holds the error #N/A."],
    ]));
  test("takes one column", () =>
    expect(seen("JEMARGIN", [[465, 466]])).toBe(
      "#VALUE! The scores are one column, because each has two results beside it; the range given is 1 row by 2 columns.",
    ));
});
