import { seen } from "../support/formula";
import { sectionManager } from "../support/jobs";

const job = [...sectionManager];
const other = job.with(0, 5); // factor 1 at level 5: 45 points instead of 32
const blank = new Array<unknown>(16).fill(null);
const across = (...jobs: unknown[][]): unknown[][] => job.map((_, place) => jobs.map((levels) => levels[place]));

const MISSING = "#N/A No level yet for factor 1 Communication and relationship skills.";
const INVALID = '#VALUE! Factor 1 Communication and relationship skills: "3d" has a letter that level 3 lacks; level 3 has a, b, c.';

describe("JESCORE", () => {
  test("goes down for jobs in rows and across for jobs in columns", () => {
    expect(seen("JESCORE", [job])).toEqual([[466]]);
    expect(seen("JESCORE", [job, other])).toEqual([[466], [479]]);
    expect(seen("JESCORE", across(job, other))).toEqual([[466, 479]]);
    expect(seen("JESCORE", across(job))).toEqual([[466]]);
  });

  test("sixteen by sixteen is sixteen jobs in rows", () =>
    expect(seen("JESCORE", new Array(16).fill(job))).toEqual(new Array(16).fill([466])));

  test("gives a blank job a blank, alone and among others", () => {
    expect(seen("JESCORE", [blank])).toEqual([[""]]);
    expect(seen("JESCORE", [job, blank, other])).toEqual([[466], [""], [479]]);
  });

  test("fails as a whole for one bad job, in its own place among several", () => {
    expect(seen("JESCORE", [job.with(0, 0)])).toBe(MISSING);
    expect(seen("JESCORE", [(job as unknown[]).with(0, "3d")])).toBe(INVALID);
    expect(seen("JESCORE", [job, job.with(0, 0), (job as unknown[]).with(0, "3d"), other])).toEqual([[466], [MISSING], [INVALID], [479]]);
    expect(seen("JESCORE", across(job, job.with(0, 0)))).toEqual([[466, MISSING]]);
  });

  test("an invalid level outweighs a missing one, and both are named", () =>
    expect(seen("JESCORE", [(job as unknown[]).with(0, null).with(14, 5)])).toBe(
      "#VALUE! Factor 15 Emotional effort: 5 is not a level of this factor; its levels are 1 to 4. No level yet for factor 1 Communication and relationship skills.",
    ));

  test.each([
    [[job.slice(1)], "15 levels given"],
    [[[...job, 1]], "17 levels given"],
    [null, "1 level given"],
    [[job.slice(1), job.slice(1)], "the range given is 2 rows by 15 columns"],
  ])("says how many levels a job has and how many were given", (levels, given) =>
    expect(seen("JESCORE", levels)).toBe(
      `#VALUE! A job has 16 levels, one for each factor of the NHS scheme (from Communication and relationship skills to Working conditions); ${given}. Give 16 columns, a row a job, or 16 rows, a column a job.`,
    ),
  );

  test("refuses a range that is no rectangle", () =>
    expect(seen("JESCORE", [job, job.slice(1)])).toBe(
      "#VALUE! The levels are not a full rectangle: row 2 has 15 cells, the first row has 16.",
    ));

  test("takes the scheme by name, edition or chart", () => {
    const highest = [8, 6, 6, 5, 8, 5, 5, 5, 6, 6, 6, 6, 5];
    for (const scheme of ["NJC", "njc", "njc-1"]) expect(seen("JESCORE", [highest], scheme)).toEqual([[1000]]);
    for (const scheme of [null, "", 0, "nhs", "nhs-7", [["NHS"]]]) expect(seen("JESCORE", [job], scheme)).toEqual([[466]]);
    expect(
      seen(
        "JESCORE",
        [[2, "1z"]],
        [
          [10, 20],
          [5, 15],
        ],
      ),
    ).toEqual([[25]]);
    expect(seen("JESCORE", [job], "Hay")).toBe(
      '#VALUE! No scheme is called "Hay". Use NHS, nhs-7, NJC or njc-1, or give a range with a points chart of your own.',
    );
    expect(seen("JESCORE", [job], new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable))).toBe(
      "#N/A The scheme cell holds the error #N/A.",
    );
    expect(
      seen(
        "JESCORE",
        [[3, 1]],
        [
          [10, 20],
          [5, 15],
        ],
      ),
    ).toBe("#VALUE! Factor 1: 3 is not a level of this factor; its levels are 1 to 2.");
  });
});

describe("JEPOINTS", () => {
  const points = [32, 156, 42, 42, 15, 4, 21, 32, 32, 24, 5, 32, 3, 12, 11, 3];

  test("gives each factor's points in the shape of the levels", () => {
    expect(seen("JEPOINTS", [job])).toEqual([points]);
    expect(seen("JEPOINTS", across(job, job))).toEqual(points.map((value) => [value, value]));
  });

  test("gives a bad job its error in every cell, a blank job blanks", () => {
    expect(seen("JEPOINTS", [job.with(0, 0)])).toBe(MISSING);
    expect(seen("JEPOINTS", [job.with(0, 0), job, blank])).toEqual([new Array(16).fill(MISSING), points, new Array(16).fill("")]);
  });
});

describe("JECHECK", () => {
  test("gives the sentences as text, whether one job or many", () => {
    expect(seen("JECHECK", [job])).toEqual([[""]]);
    expect(seen("JECHECK", [blank])).toEqual([[""]]);
    expect(seen("JECHECK", [job.with(0, 0)])).toEqual([[MISSING.slice("#N/A ".length)]]);
    expect(seen("JECHECK", across(job, job.with(0, 0)))).toEqual([["", MISSING.slice("#N/A ".length)]]);
  });
});

describe("JEEVALUATE", () => {
  test("gives score, band and both margins", () => {
    expect(seen("JEEVALUATE", [job, blank, job.with(0, 0)])).toEqual([[466, "7", 1, 74], ["", "", "", ""], new Array(4).fill(MISSING)]);
    expect(seen("JEEVALUATE", across(job, other))).toEqual([
      [466, 479],
      ["7", "7"],
      [1, 14],
      [74, 61],
    ]);
  });

  test("a score without a band has its reason in the second cell only", () => {
    const highest = [6, 8, 5, 5, 5, 8, 6, 6, 6, 7, 6, 6, 5, 5, 4, 5];
    expect(seen("JEEVALUATE", [highest])).toEqual([
      [1000, "#N/A A score of 1000 is above every band: the highest, band 9, ends at 765.", "", ""],
    ]);
  });

  test("a scheme without bands says so, until a table is given", () => {
    const levels = [[4, 3, 3, 2, 3, 2, 2, 2, 3, 2, 2, 2, 2]]; // 80+39+39+26+39+20+20+20+39+26+26+26+20 = 420
    expect(seen("JEEVALUATE", levels, "NJC")).toEqual([[420, "#N/A NJC has no national grades: give a grade table.", "", ""]]);
    expect(
      seen("JEEVALUATE", levels, "NJC", [
        ["G5", 400],
        ["G6", 450],
      ]),
    ).toEqual([[420, "G5", "", 30]]);
    expect(
      seen(
        "JEEVALUATE",
        [[1, 1]],
        [
          [10, 20],
          [5, 15],
        ],
      ),
    ).toEqual([[15, "#N/A A points chart of your own has no bands: give a band table.", "", ""]]);
  });
});
