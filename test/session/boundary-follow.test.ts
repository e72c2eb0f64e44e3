import { keepGradeTable } from "../../src/workbook/chosen-table";
import { BoundaryWorkbook, PAY, rowOf } from "../support/boundary-workbook";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
beforeEach(async () => void (book = await BoundaryWorkbook.open()));
afterEach(() => book.close());

test("an edited level, and an edited grade table, are followed", async () => {
  const before = await book.show();
  await book.put("Register", `G${rowOf("DD-130") + 1}`, "5a");
  await book.until(({ view }) => view.kind === "ready" && view.counted !== before.counted);
  await book.show(1);
  const grades = book.ready().counted.jobs.bandsAddress!;
  const column = /\$([A-Z]+)\$\d+:/.exec(grades)![1]!;
  const next = String.fromCharCode(column.charCodeAt(0) + 1);
  await book.put("NJC register", `${next}6`, 270);
  await book.until(({ view }) => view.kind === "no-bands");
  expect(book.session.getState().view).toMatchObject({ kind: "no-bands", problem: { kind: "bands-gap" } });
  await book.put("NJC register", `${String.fromCharCode(column.charCodeAt(0) + 2)}5`, 269);
  await book.until(({ view }) => view.kind === "ready" && view.baseline.bands.bands[1]?.from === 270);
});

test("a scenario that nobody has changed yet stays the same one while the register is read again, so that an open form stays open", async () => {
  const { counted } = await book.show();
  const { id } = book.session.getState().shown;
  await book.put("Register", `G${rowOf("DD-130") + 1}`, "4a");
  await book.until(({ view }) => view.kind === "ready" && view.counted !== counted);
  expect(book.session.getState().shown.id).toBe(id);
});

test("that a scenario was deleted is said until the next step, or until the view is opened again", async () => {
  await book.show();
  const said = (): string | undefined => book.session.getState().notice?.kind;
  book.session.copy();
  book.session.remove();
  expect(said()).toBe("deleted");
  book.session.move("6", 400);
  expect(said()).toBeUndefined();
  book.session.remove();
  expect(said()).toBe("deleted");
  await book.show();
  expect(said()).toBeUndefined();
  await book.kept();
});

test("a change re-reads what it belongs to, and nothing else", async () => {
  const { counted } = await book.show();
  await book.choose("Pay", PAY);
  await book.session.choosePay("selection");
  await book.choose("Staff", [
    ["Job ID", "Sex", "FTE", "Salary"],
    ["DD-130", "F", 1, 40_000],
    ["DD-131", "M", 1, 40_000],
  ]);
  await book.session.chooseStaff("selection");
  const listed = () => {
    const { staff } = book.session.getState();
    return staff.kind === "list" ? staff.list : null;
  };
  const list = listed();
  const cost = (): number => book.ready().picture.cost!.before.total!.minimum;
  const first = cost();
  await book.put("Pay", "B8", 39_000);
  await book.until(() => cost() !== first);
  expect(book.ready().counted).toBe(counted);
  expect(listed()).toBe(list);
  await book.put("Staff", "D3", 41_000);
  await book.until(() => listed() !== list);
  expect(book.ready().counted).toBe(counted);
  const renewed = listed();
  await book.put("Register", `G${rowOf("DD-130") + 1}`, "5a");
  await book.until(({ view }) => view.kind === "ready" && view.counted !== counted);
  expect(listed()).toBe(renewed);
});

test("a level that comes from a formula is followed, wherever the formula gets it from", async () => {
  await book.show();
  const job = (): number => book.ready().counted.jobs.ids.indexOf("DD-130");
  const score = (): number => book.ready().counted.jobs.scores[job()]!;
  // DD-130 has 441 points with factor 1 at level 5: 45 points; level 3 gives 21, level 4 gives 32 (chapter seven).
  expect(score()).toBe(441);
  await book.choose("Proposal", [["Communication"], [3]]);
  await book.act(({ worksheets }) => (worksheets.getItem("Register").getRange(`G${rowOf("DD-130") + 1}`).formulas = [["=Proposal!A2"]]));
  await book.until(() => score() === 441 - 45 + 21);
  await book.put("Proposal", "A2", 4);
  await book.until(() => score() === 441 - 45 + 32);
});

const GRADES = [
  ["Grade", "From"],
  ["G1", 0],
  ["G2", 300],
  ["G3", 500],
] as const;
const starts = (): number[] => book.ready().baseline.bands.bands.map(({ from }) => from);

describe("a grade table on a sheet of its own", () => {
  async function chooseGrades(): Promise<void> {
    await book.choose("Grades", GRADES);
    expect((await keepGradeTable(book.sheets[1]!)).ok).toBe(true);
    await book.show(1);
    expect(starts()).toEqual([0, 300, 500]);
  }

  test("an edit of it reaches the view, and so do rows inserted above it and within it", async () => {
    await chooseGrades();
    await book.put("Grades", "B3", 310);
    await book.until(() => starts()[1] === 310);
    await book.act(({ worksheets }) => worksheets.getItem("Grades").getRange("1:2").insert("Down"));
    await book.put("Grades", "B6", 520);
    await book.until(() => starts()[2] === 520);
    // G1 stands in row 4 by now.
    await book.act(({ worksheets }) => worksheets.getItem("Grades").getRange("5:5").insert("Down"));
    await book.act(({ worksheets }) => (worksheets.getItem("Grades").getRange("A5:B5").values = [["G1+", 200]]));
    await book.until(() => starts().join() === "0,200,310,520");
  });

  test("a cell of it that comes from a formula is followed, wherever the formula gets its number", async () => {
    await chooseGrades();
    await book.choose("Proposal", [["Third grade from"], [515]]);
    await book.act(({ worksheets }) => (worksheets.getItem("Grades").getRange("B4").formulas = [["=Proposal!A2"]]));
    await book.until(() => starts()[2] === 515);
    await book.put("Proposal", "A2", 525);
    await book.until(() => starts()[2] === 525);
  });

  test("a table that cannot be used says why, and is used again once it is mended", async () => {
    await chooseGrades();
    await book.put("Grades", "B3", 500);
    await book.until(({ view }) => view.kind === "no-bands");
    await book.put("Grades", "B3", 320);
    await book.until(({ view }) => view.kind === "ready");
    expect(starts()).toEqual([0, 320, 500]);
  });

  test("its sheet deleted, the view says that a grade table is needed", async () => {
    await chooseGrades();
    await book.act(({ worksheets }) => worksheets.getItem("Grades").delete());
    await book.until(({ view }) => view.kind === "no-bands");
    expect(book.session.getState().view).toMatchObject({ problem: { kind: "cells-lost", what: "grade table" } });
  });
});

describe("pay and people stay those that were chosen", () => {
  const STAFF = [
    ["Job ID", "Sex", "FTE", "Salary"],
    ["DD-130", "F", 1, 40_000],
    ["DD-131", "M", 1, 40_000],
  ] as const;
  const people = (): number => {
    const { staff } = book.session.getState();
    return staff.kind === "list" ? staff.list.people.length : -1;
  };
  const topPay = (): number | undefined => book.ready().baseline.pay?.bands.get("9")?.maximum;

  test("rows inserted above them, or among them, and another name of their sheet: nobody is lost", async () => {
    await book.show();
    await book.choose("Pay", PAY);
    await book.session.choosePay("selection");
    await book.choose("Staff", STAFF);
    await book.session.chooseStaff("selection");
    expect([people(), topPay()]).toEqual([2, 6_000_000]);
    await book.act(({ worksheets }) => {
      worksheets.getItem("Pay").getRange("1:3").insert("Down");
      worksheets.getItem("Staff").getRange("1:1").insert("Down");
      worksheets.getItem("Staff").getRange("3:3").insert("Down");
      worksheets.getItem("Staff").getRange("A3:D3").values = [["DD-132", "F", 1, 30_000]];
    });
    await book.until(() => people() === 3);
    await book.put("Pay", "C16", 61_000);
    await book.until(() => topPay() === 6_100_000);
    await book.kept();
    await book.act(({ worksheets }) => {
      worksheets.getItem("Pay").name = "Pay 2026";
      worksheets.getItem("Staff").name = "Who's here";
    });
    const again = book.fresh();
    await book.show(0, again);
    const { staff, pay } = again.getState();
    expect(staff).toMatchObject({ kind: "list", source: { sheetName: "Who's here" } });
    expect(pay).toMatchObject({ kind: "range", source: { sheetName: "Pay 2026" } });
    expect(staff.kind === "list" && staff.list.people.length).toBe(3);
  });

  test("all of a sheet is found again under the sheet's other name", async () => {
    await book.show();
    await book.choose("Staff", STAFF, true);
    await book.session.chooseStaff("selection");
    await book.kept();
    await book.act(({ worksheets }) => void (worksheets.getItem("Staff").name = "People"));
    const again = book.fresh();
    await book.show(0, again);
    expect(again.getState().staff).toMatchObject({ kind: "list", source: { sheetName: "People" } });
  });

  test("pay that formulas give is followed; a sheet that is deleted is told of at once", async () => {
    await book.show();
    await book.choose("Award", [["Top"], [60_000]]);
    await book.choose("Pay", PAY);
    await book.session.choosePay("selection");
    await book.act(({ worksheets }) => (worksheets.getItem("Pay").getRange("C13").formulas = [["=Award!A2"]]));
    await book.put("Award", "A2", 65_000);
    await book.until(() => topPay() === 6_500_000);
    await book.act(({ worksheets }) => worksheets.getItem("Pay").delete());
    await book.until(({ pay }) => pay.kind === "gone");
    expect(book.ready().picture.cost).toBeNull();
  });

  test("what is not used any more leaves no name in the workbook", async () => {
    const names = async (): Promise<string[]> => {
      let found: string[] = [];
      await book.page.Excel.run(async (context) => {
        const { names: items } = context.workbook;
        items.load("items/name");
        await context.sync();
        found = items.items.map(({ name }) => name).filter((name) => /Pay|Staff/.test(name));
      });
      return found;
    };
    await book.show();
    await book.choose("Pay", PAY);
    await book.session.choosePay("selection");
    await book.choose("Staff", STAFF);
    await book.session.chooseStaff("selection");
    expect(await names()).toHaveLength(2);
    await book.session.choosePay("sample");
    await book.session.chooseStaff("none");
    expect(await names()).toEqual([]);
    expect(book.session.getState()).toMatchObject({ pay: { kind: "sample" }, staff: { kind: "none" } });
  });

  test("places kept by their address alone, as before, are read", async () => {
    await book.choose("Pay", PAY);
    await book.choose("Staff", STAFF);
    const { assumptions } = book.session.getState();
    const { large, mainly, ...before } = assumptions;
    const source = { register: book.sheets[0], pay: { kind: "range", name: "'Pay'!$A$1:$C$13" }, staff: "'Staff'!", assumptions: before };
    book.page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 1, scenarios: [], sources: [source] }));
    await book.show();
    expect([people(), topPay()]).toEqual([2, 6_000_000]);
    expect(book.session.getState().assumptions).toMatchObject({ large: 20, mainly: 70 });
    expect([large, mainly]).toEqual([20, 70]);
  });
});
