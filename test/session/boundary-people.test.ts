import { applyEdits } from "../../src/domain/boundary/scenario";
import { sexPicture } from "../../src/session/boundary-equality";
import { countJobs, pictureOf } from "../../src/session/boundary-picture";
import type { Assumptions } from "../../src/workbook/scenario-store";
import { value } from "../support/boundary";
import { scoredJobs } from "../support/boundary-session";
import { groupPicture } from "../../src/session/boundary-group";
import type { BoundaryState } from "../../src/session/boundary-state";
import { sharedGroups } from "../../src/taskpane/boundary/share";
import { describe as sentence } from "../../src/domain/problem";
import { BoundaryWorkbook, PAY } from "../support/boundary-workbook";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
beforeEach(async () => void (book = await BoundaryWorkbook.open()));
afterEach(() => book.close());

test("cost at fixed points follows a boundary: one job from band 6 to band 5 saves the difference of their pay", async () => {
  await book.show();
  await book.choose("Pay", PAY);
  await book.session.choosePay("selection");
  expect(book.session.getState().pay.kind).toBe("range");
  const moved = (): number => book.ready().picture.jobs.movers.total;
  for (let from = 397; moved() === 0; from++) book.session.move("6", from);
  const { before, after } = book.ready().picture.cost!;
  // Each job counts as one full post: 38,000 - 20,000 at minimum, 46,000 - 25,000 at maximum, in pence.
  expect(before.total!.minimum - after.total!.minimum).toBe(moved() * 1_800_000);
  expect(before.total!.maximum - after.total!.maximum).toBe(moved() * 2_100_000);
});

test("people are joined by job id; who is above the new maximum is red-circled and protected", async () => {
  await book.show();
  await book.choose("Pay", PAY);
  await book.session.choosePay("selection");
  await book.choose(
    "Staff",
    [
      ["Job ID", "Sex", "FTE", "Salary"],
      ["DD-130", "Female", 0.5, 40_000],
      ["dd-130", "Male", 1, 39_000],
      ["XX-1", "Male", 1, 30_000],
    ],
    true,
  );
  await book.session.chooseStaff("selection");
  const { staff } = book.session.getState();
  if (staff.kind !== "list") throw new Error(JSON.stringify(staff));
  expect([staff.staff.count, staff.staff.unplaced.length]).toEqual([2, 1]);
  // DD-130 (441) falls to band 5, whose maximum is 25,000.
  book.session.move("6", 442);
  await book.until(({ money, view }) => money !== null && view.kind === "ready" && money.after === view.picture.after);
  const money = book.session.getState().money!;
  expect(money.circles[4]).toEqual([1, 1, 0]);
  // Three years: 15,000 x 0.5 x 3 for her, 14,000 x 3 for him.
  expect(money.protection).toMatchObject({ women: { people: 1, cost: 2_250_000 }, men: { people: 1, cost: 4_200_000 } });
  // (39,000 - 40,000) / 39,000 = -2.56 %.
  expect(money.equality.after.overall.gaps.mean).toBeCloseTo(-2.564, 3);
  // Half of 40,000 and 39,000; National Insurance 15 % above 5,000 each: 2,250 + 5,100.
  expect(money.bill.after).toMatchObject({ basic: 5_900_000, insurance: 735_000, pension: null });
  book.session.assume({ pensionPercent: 20 });
  await book.until(({ money: now }) => now !== null && now.bill.after.pension === 1_180_000);
  await book.kept();
  const again = book.fresh();
  await book.show(0, again);
  expect(again.getState()).toMatchObject({ pay: { kind: "range" }, staff: { kind: "list" }, assumptions: { pensionPercent: 20 } });
  // The settings hold addresses, no pay and no people.
  expect(JSON.stringify(book.saved())).not.toMatch(/DD-130|40000|38000/i);
});

test("people are compared by a further column of the staff list; the choice is kept, the people are not", async () => {
  await book.show();
  await book.choose("Pay", PAY);
  await book.session.choosePay("selection");
  const people = (job: string, group: string, count: number, pay: number): (string | number)[][] =>
    Array.from({ length: count }, () => [job, "F", 1, pay, group]);
  await book.choose("Staff", [
    ["Job ID", "Sex", "FTE", "Salary", "Ethnicity"],
    // DD-130 scores 441 in band 6.
    ...people("DD-130", "White", 6, 40_000),
    ...people("DD-130", "Asian", 5, 38_000),
    ...people("DD-130", "", 1, 44_000),
  ]);
  await book.session.chooseStaff("selection");
  book.session.chooseCharacteristic("Ethnicity");
  book.session.move("6", 442);
  const current = ({ money, view }: BoundaryState): boolean =>
    money?.groups != null && view.kind === "ready" && money.after === view.picture.after;
  await book.until(current);
  const { staff, money } = book.session.getState();
  if (staff.kind !== "list" || money?.groups == null) throw new Error(staff.kind);
  const { labels, reference, overall, movers, bands } = groupPicture(staff, book.ready().picture, money, money.groups, null);
  expect([labels, labels[reference]]).toEqual([["Asian", "White", "not stated"], "White"]);
  expect(movers.map(({ down }) => down)).toEqual([5, 6, 1]);
  // (40,000 - 38,000) / 40,000 = 5 %; all are above the new maximum and keep their pay.
  expect(overall.map(({ gaps }) => gaps)).toEqual([
    { before: 5, after: 5, medianAfter: 5 },
    { before: null, after: null, medianAfter: null },
    { before: -10, after: -10, medianAfter: -10 },
  ]);
  expect(bands[4]!.groups.map(({ people: { before, after } }) => [before, after])).toEqual([
    [0, 5],
    [0, 6],
    [0, 1],
  ]);
  // For other eyes: the one who has stated nothing is not to be had from the totals.
  const [, shared] = sharedGroups(book.ready(), book.session.getState());
  const five = shared!.rows[4]!;
  expect([five[0], five[7]]).toEqual(["5", "[s]"]);
  expect(five.slice(5).filter((figure) => figure === "[s]").length).toBeGreaterThan(1);
  // Against another group: (38,000 - 40,000) / 38,000 = -5.26 %. On the sheet for other eyes too.
  book.session.chooseReference("Asian");
  const chosen = groupPicture(staff, book.ready().picture, money, money.groups, book.session.getState().reference);
  expect([chosen.labels[chosen.reference], chosen.chosen, chosen.labels[chosen.largest]]).toEqual(["Asian", true, "White"]);
  expect(chosen.overall[0]!.gaps.after).toBeNull();
  expect(chosen.overall[1]!.gaps.after).toBeCloseTo(-5.263, 3);
  expect(sharedGroups(book.ready(), book.session.getState())[1]!.headings).toContain("Mean pay gap after of White against Asian, %");
  await book.kept();
  const again = book.fresh();
  await book.show(0, again);
  expect(again.getState()).toMatchObject({ characteristic: "Ethnicity", reference: "Asian" });
  // A group that nobody is in any more is no group to compare with.
  expect(groupPicture(staff, book.ready().picture, money, money.groups, "Other").labels[reference]).toBe("White");
  again.chooseCharacteristic(null);
  expect(again.getState().reference).toBeNull();
  // No person, no pay, and of the groups only the name of the one that was chosen.
  expect(JSON.stringify(book.saved())).not.toMatch(/White|DD-130|40000|38000/);
});

test("what is wrong in chosen cells is named by the rows of its sheet", async () => {
  await book.show();
  const title = ["Staff in post", "", "", ""];
  await book.choose("Staff", [
    title,
    ["", "", "", ""],
    ["Job ID", "Sex", "FTE", "Salary"],
    ["DD-130", "F", 0.5, 1],
    ["DD-131", "F", "half", 1],
  ]);
  await book.select("Staff", "A3:D5");
  await book.session.chooseStaff("selection");
  const { staff } = book.session.getState();
  expect(staff.kind === "wrong" && sentence(staff.problem)).toBe(
    'Staff list, row 5, FTE: "half" is not a share of a full-time post, such as 0.6.',
  );
  await book.choose("Pay", [
    ["", "", "", ""],
    ["", "Band", "Minimum", "Maximum"],
    ["", "6", "lots", 2],
  ]);
  await book.select("Pay", "B2:D3");
  await book.session.choosePay("selection");
  const { pay } = book.session.getState();
  expect(pay.kind === "wrong" && sentence(pay.problem)).toBe('Pay table, row 3, column 3: "lots" is not an amount of pounds above 0.');
});

test("cells that are no pay table say why; cells whose sheet is gone say so", async () => {
  await book.show();
  await book.choose("Pay", [
    ["Band", "Minimum", "Maximum"],
    ["6", "lots", 2],
  ]);
  await book.session.choosePay("selection");
  expect(book.session.getState().pay).toMatchObject({ kind: "wrong", sheetName: "Pay" });
  await book.kept();
  await book.act(({ worksheets }) => worksheets.getItem("Pay").delete());
  const again = book.fresh();
  await book.show(0, again);
  expect(again.getState().pay).toMatchObject({ kind: "gone" });
  expect(book.ready(again).picture.cost).toBeNull();
});

test("what counts as large and as mainly of one sex is the employer's to say, and changes the boundary test", () => {
  // 18 women of 24 (75 %) at 390, 8 men of 10 (80 %) at 400, either side of 396.
  const jobs = scoredJobs([390, 400]);
  const weights = { headcount: null, fte: null, women: Float64Array.from([18, 2]), men: Float64Array.from([6, 8]) };
  const counted = countJobs({ ...jobs, weights });
  const before = { bands: jobs.bands!, pay: null };
  const picture = pictureOf(counted, before, value(applyEdits(before, [])));
  const flagged = (change: Partial<Assumptions>): string[] =>
    sexPicture(counted.counts, picture, { near: 10, large: 20, mainly: 70, ...change })!
      .tests.filter((boundary) => boundary.flagged)
      .map(({ upper }) => String(upper));
  expect(flagged({})).toEqual(["6"]);
  expect(flagged({ large: 24 })).toEqual(["6"]);
  expect(flagged({ large: 25 })).toEqual([]);
  expect(flagged({ mainly: 75 })).toEqual(["6"]);
  expect(flagged({ mainly: 76 })).toEqual([]);
  expect(flagged({ near: 5 })).toEqual([]);
});
