import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/**
 * IM&T Operator Team Leader (band 3), page 7 of the Information Technology profiles, each factor at the lowest level of the
 * profile: its printed total is 227 to 243, so this job scores 227. Factors 6, 14 and 15 are ranges there.
 */
const teamLeader = ["3ab", "3", "2", "2", "2", "1", "2", "2be", "2ac", "2(a)(b)", "1", "3", "2a", "2a", "1", "2e"];
const anyFault = "#VALUE!";

describe.each([
  ["blanks as on the web", ""],
  ["blanks as on Windows", "?blank=0"],
])("formulas typed into the grid, answered through Microsoft's office.js, %s", (_, query) => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open(query);
  });
  afterAll(() => workbench.close());

  test("sixteen levels, their score, and the score after a change", async () => {
    // Chart of chapter seven, level 1 of each factor: 5+16+6+6+6+4+5+5+5+4+5+5+3+3+5+3 = 86.
    await workbook.type("A1", ...Array<string>(16).fill("1"), "=JOB.JESCORE(A1:P1)");
    expect(await workbook.read("Q1")).toEqual([["86"]]);
    // Factor 2 from level 1 (16 points) to level 3 (60).
    await workbook.type("B1", "3");
    expect(await workbook.read("Q1")).toEqual([["130"]]);
  });

  test("score, band and match of a profile's own job; a chain of functions settles", async () => {
    await workbook.type(
      "A3",
      ...teamLeader,
      "=JOB.JESCORE(A3:P3)",
      "=JOB.JEBAND(Q3)",
      '=JOB.PROFILEMATCH(A3:P3,,"outcome")',
      '=JOB.PROFILEMATCH(A3:P3,,"profile")',
    );
    // Band 3 is 216 to 270.
    expect(await workbook.read("Q3:T3")).toEqual([["227", "3", "Profile match", "it-operator-team-leader-3"]]);
  });

  test("a spilled row, and #SPILL! where something stands in its way", async () => {
    await workbook.type("A5", "=JOB.JEEVALUATE(A3:P3)");
    // 227 - 216 + 1 = 12 points to fall, 270 + 1 - 227 = 44 to rise.
    expect(await workbook.read("A5:D5")).toEqual([["227", "3", "12", "44"]]);
    await workbook.type("B5", "x");
    expect(await workbook.read("A5:C5")).toEqual([["#SPILL!", "x", ""]]);
  });

  test("an incomplete and an invalid job say what is wrong where a person looks", async () => {
    await workbook.type("A7", "3ab", "3", "=JOB.JESCORE(A7:P7)");
    await workbook.type("Q8", "=JOB.JESCORE(A8:P8)");
    await workbook.type("A9", ...teamLeader.with(0, "3d"), "=JOB.JESCORE(A9:P9)");
    // The formula in C7 reads its own cell.
    expect(await workbook.read("C7")).toEqual([["#CYCLE!"]]);
    await workbook.type("C7", "2", "=JOB.JECHECK(A7:P7)");
    expect(await workbook.read("Q8:Q9")).toEqual([[""], [anyFault]]);
    await workbook.goTo("Q9");
    await workbook.page
      .getByText(/Q9: #VALUE! — Factor 1 Communication and relationship skills: "3d" has a letter that level 3 lacks; level 3 has a, b, c/)
      .waitFor();
  });

  test("an error cell among the levels spoils that level only, and dates are named as such", async () => {
    await workbook.type("A11", ...teamLeader.with(4, "=NA()"), "=JOB.JECHECK(A11:P11)");
    expect((await workbook.read("Q11"))[0]![0]).toMatch(/^Factor 5 Physical skills: .*#N\/A/);
    await workbook.type("A12", ...teamLeader, "=JOB.JECHECK(A12:P12)");
    expect(await workbook.read("Q12")).toEqual([[""]]);
  });

  test("the add-in raised no error", () => {
    expect(workbook.faults).toEqual([]);
  });
});
