import { seen } from "../support/formula";
import { endOf, profileOf, sectionManager } from "../support/jobs";

const job = [...sectionManager];
const noMatch = job.with(1, 5); // factor 2 may not vary; 156 becomes 120 points, 430
const blank = new Array<unknown>(16).fill(null);
const MISSING = "#N/A No level yet for factor 1 Communication and relationship skills.";
const TITLE = "IM&T Section Manager";

describe("PROFILEMATCH", () => {
  test("gives a summary a job", () =>
    expect(seen("PROFILEMATCH", [job, blank, job.with(0, 0), noMatch])).toEqual([
      [`Profile match on levels: ${TITLE} (7)`],
      [""],
      [MISSING],
      [`No match on levels: evaluate locally; nearest ${TITLE} (7)`],
    ]));

  test.each([
    ["outcome", "Profile match", "No match"],
    ["profile", "it-section-manager-7", ""],
    ["title", TITLE, ""],
    ["profileband", "7", ""],
    ["nearest", "it-section-manager-7", "it-section-manager-7"],
    ["score", 466, 430],
    ["band", "7", "6"],
    ["variations", 0, 1],
    [
      "reasons",
      "Every factor is at the profile's level or inside its range; the score 466 is in band 7 (466 to 539).",
      `Nearest: ${TITLE} (7). Factor 2 Knowledge, training and experience is 1 level below the profile (level 5, profile 6); this factor may not vary. The score 430 is outside the profile's band 7 (466 to 539).`,
    ],
  ])("%s of a match and of no match", (result, match, none) =>
    expect(seen("PROFILEMATCH", [job, noMatch], null, result)).toEqual([[match], [none]]),
  );

  test("all gives nine cells a job, in a row or in a column", () => {
    const row = [
      "Profile match",
      "it-section-manager-7",
      TITLE,
      "7",
      0,
      466,
      "7",
      "it-section-manager-7",
      "Every factor is at the profile's level or inside its range; the score 466 is in band 7 (466 to 539).",
    ];
    expect(seen("PROFILEMATCH", [job], null, "all")).toEqual([row]);
    expect(seen("PROFILEMATCH", [blank, job.with(0, 0), job], null, "ALL")).toEqual([
      new Array(9).fill(""),
      new Array(9).fill(MISSING),
      row,
    ]);
    expect(
      seen(
        "PROFILEMATCH",
        job.map((level) => [level, level]),
        null,
        "all",
      ),
    ).toEqual(row.map((value) => [value, value]));
  });

  test("a job that does not match gets no profile's band, below its band neither", () => {
    const below = endOf(profileOf("it-information-technician-4"), "low");
    expect(seen("PROFILEMATCH", [below], "it-information-technician-4", "all")).toEqual([
      ["Below band", "", "", "", 0, 262, "3", "it-information-technician-4", expect.stringContaining("below band 4 (271 to 325)")],
    ]);
    expect(seen("PROFILEMATCH", [below], "it-information-technician-4")).toEqual([
      [
        "Below band on levels: Information Technician (Statistics/Information Management/Public Health Intelligence) (4); try a band 3 profile, else evaluate locally",
      ],
    ]);
  });

  test("takes one profile for all, or one a job, a blank one meaning the best", () => {
    expect(seen("PROFILEMATCH", [job, noMatch], "it-section-manager-7", "outcome")).toEqual([["Profile match"], ["No match"]]);
    expect(seen("PROFILEMATCH", [job, job, job], [["it-section-manager-7"], ["it-operator-2"], [0]], "summary")).toEqual([
      [`Profile match on levels: ${TITLE} (7)`],
      ["No match on levels: IM&T/ Operator Telephony Operator (2) does not fit; try another profile or evaluate locally"],
      [`Profile match on levels: ${TITLE} (7)`],
    ]);
    expect(seen("PROFILEMATCH", [job], "it-operator-2", "nearest")).toEqual([["it-section-manager-7"]]);
    expect(seen("PROFILEMATCH", [job], " im&t  SECTION manager", "profile")).toEqual([["it-section-manager-7"]]);
  });

  test("says which name is wrong, in the job's own place", () => {
    expect(seen("PROFILEMATCH", [job], "Porter")).toBe(
      '#VALUE! No profile has the id or title "Porter" among those considered. PROFILELIST gives the ids.',
    );
    expect(seen("PROFILEMATCH", [job, job], [["Porter"], [null]], "outcome")).toEqual([
      ['#VALUE! No profile has the id or title "Porter" among those considered. PROFILELIST gives the ids.'],
      ["Profile match"],
    ]);
    expect(seen("PROFILEMATCH", [job], "Professional Manager (Clinical, Clinical Technical Service)")).toBe(
      '#VALUE! 3 profiles have the title "Professional Manager (Clinical, Clinical Technical Service)": name one by its id, pm-8a-8b, pm-8b-8c or pm-8c-9.',
    );
    expect(seen("PROFILEMATCH", [job, job, job], [["a"], ["b"]])).toBe(
      "#VALUE! 2 profiles for 3 jobs: give one profile for all, or one a job.",
    );
  });

  test("limits the candidates to suites", () => {
    expect(seen("PROFILEMATCH", [job], null, "nearest", null, "Professional Manager")).toEqual([["pm-8a-8b"]]);
    expect(
      seen("PROFILEMATCH", [job], null, "nearest", null, [
        ["professional manager", null],
        ["Information Technology", 0],
      ]),
    ).toEqual([["it-section-manager-7"]]);
    expect(seen("PROFILEMATCH", [job], "pm-8a-8b", null, null, "Information Technology")).toBe(
      '#VALUE! The profile pm-8a-8b belongs to the suite "Professional Manager", which the suite argument leaves out.',
    );
    expect(seen("PROFILEMATCH", [job], null, null, null, "Nursing")).toBe(
      '#VALUE! No suite is called "Nursing". Use "Information Technology" or "Professional Manager".',
    );
  });

  test("takes a library by edition id or as PROFILELIST gives it", () => {
    expect(seen("PROFILEMATCH", [job], null, "nearest", "nhs-pm-2023-11")).toEqual([["pm-8a-8b"]]);
    expect(seen("PROFILEMATCH", [job, noMatch], null, "all", seen("PROFILELIST"))).toEqual(
      seen("PROFILEMATCH", [job, noMatch], null, "all"),
    );
    expect(seen("PROFILEMATCH", [job], null, null, "nhs-it-1999")).toBe(
      '#VALUE! No profile library is called "nhs-it-1999". Use nhs-it-2024-06 or nhs-pm-2023-11, or give a range as PROFILELIST gives it.',
    );
  });

  test("an NJC library knows profile match and no match only, and no national grades", () => {
    const levels = [4, 3, 3, 2, 3, 2, 2, 2, 3, 2, 2, 2, 2];
    const library = [["NJC", "clerk", "Clerk", "", "Grade 5", "", "2025", "", "", ...levels.map((level) => `${level}`)]];
    expect(seen("PROFILEMATCH", [levels, levels.with(3, 3)], null, "outcome", library)).toEqual([["Profile match"], ["No match"]]);
    expect(seen("PROFILEMATCH", [levels], null, "profileband", library)).toEqual([["Grade 5"]]);
    expect(seen("PROFILEMATCH", [levels], null, "band", library)).toBe("#N/A NJC has no national grades: give a grade table.");
    expect(seen("PROFILEMATCH", [levels.with(3, 3)], null, "reasons", library)).toEqual([
      [
        "Nearest: Clerk (Grade 5). Factor 4 Physical skills is 1 level above the profile (level 3, profile 2); the scheme has no rule that allows a variation.",
      ],
    ]);
  });

  test("refuses another kind of result", () =>
    expect(seen("PROFILEMATCH", [job], null, "grade")).toBe(
      '#VALUE! "grade" is not a kind of result. Use summary, outcome, profile, title, profileband, nearest, score, band, variations, reasons or all.',
    ));
});

describe("PROFILERANK", () => {
  test("gives the five closest, or as many as asked", () => {
    const five = seen("PROFILERANK", [job]) as unknown[][];
    expect(five[0]).toEqual(["Rank", "Profile", "Title", "Profile band", "Outcome", "Variations", "Distance", "Reasons"]);
    expect(five.slice(1).map(([rank]) => rank)).toEqual([1, 2, 3, 3, 5]); // the third and fourth vary in as many factors by as many levels
    expect(five[1]?.slice(0, 7)).toEqual([1, "it-section-manager-7", TITLE, "7", "Profile match", 0, 0]);
    expect(seen("PROFILERANK", [job], 100)).toHaveLength(19);
    expect(seen("PROFILERANK", [job], 0)).toHaveLength(6);
    expect(
      seen(
        "PROFILERANK",
        job.map((level) => [level]),
        1,
        "nhs-pm-2023-11",
      ),
    ).toHaveLength(2);
  });

  test("takes one job", () => {
    expect(seen("PROFILERANK", [blank])).toEqual([[""]]);
    expect(seen("PROFILERANK", [job.with(0, 0)])).toBe(MISSING);
    expect(seen("PROFILERANK", [job, job])).toBe(
      "#VALUE! This function takes the levels of one job; the range holds 2 jobs. Give the range of one job.",
    );
    expect(seen("PROFILERANK", [job], 2.5)).toBe("#VALUE! 2.5 is not a number of profiles: give a whole number from 1.");
    expect(seen("PROFILERANK", [job], -1)).toBe("#VALUE! -1 is not a number of profiles: give a whole number from 1.");
  });
});

describe("PROFILECOMPARE", () => {
  test("gives a row a factor", () => {
    const rows = seen("PROFILECOMPARE", [(noMatch as unknown[]).with(7, "4a")], "it-section-manager-7") as unknown[][];
    expect(rows).toHaveLength(17);
    expect(rows[0]).toEqual(["Number", "Factor", "Job level", "Profile levels", "Variation", "Verdict"]);
    expect(rows[2]).toEqual([2, "Knowledge, training and experience", 5, "6", -1, "May not vary: 1 level below"]);
    expect(rows[8]).toEqual([8, "Responsibility for financial and physical resources", "4a", "4a", 0, "At the profile's level"]);
  });

  test("needs a profile and one job", () => {
    expect(seen("PROFILECOMPARE", [job], null)).toBe(
      "#VALUE! No profile is given: name one by its id or title. PROFILELIST gives the ids.",
    );
    expect(seen("PROFILECOMPARE", [job], [["a", "b"]])).toBe("#VALUE! The profile is one cell; the range given is 1 row by 2 columns.");
    expect(seen("PROFILECOMPARE", [blank], "pm-8c-9")).toEqual([[""]]);
  });
});
