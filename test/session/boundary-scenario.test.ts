import { BoundaryWorkbook } from "../support/boundary-workbook";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
beforeEach(async () => void (book = await BoundaryWorkbook.open()));
afterEach(() => book.close());

test("scenarios are kept in the workbook: made, copied, renamed, deleted, brought back", async () => {
  await book.show();
  book.session.move("6", 410);
  book.session.rename("Six at 410");
  book.session.copy();
  book.session.move("7", 470);
  await book.kept();
  const again = book.fresh();
  await book.show(0, again);
  const state = again.getState();
  expect(state.scenarios.map(({ name, edits }) => [name, edits.length])).toEqual([
    ["Six at 410", 1],
    ["Six at 410 (copy)", 2],
  ]);
  again.show(state.scenarios[1]!.id);
  again.remove();
  expect(again.getState()).toMatchObject({ notice: { kind: "deleted", name: "Six at 410 (copy)" }, shown: { name: "Six at 410" } });
  await book.kept();
  const third = book.fresh();
  await book.show(0, third);
  expect(third.getState().scenarios).toHaveLength(1);
  third.bringBack(third.getState().deleted[0]!.id);
  expect(third.getState().shown).toMatchObject({ name: "Six at 410 (copy)", edits: [{ band: "6" }, { band: "7" }] });
});

test("what a search found is kept with its reasons, copied with them, and gone when the scenario goes back to the bands in force", async () => {
  await book.show();
  const reason = { band: "6", from: 396, to: 400, lower: { kind: "adds", amount: 250 }, higher: { kind: "width", band: "6" } } as const;
  const found = {
    goal: { kind: "cost", at: "maximum" },
    conditions: { shift: 30, width: 20, fixed: ["2"] },
    present: 500,
    best: 250,
    boundaries: [reason],
  } as const;
  book.session.keepFound([{ kind: "move", band: "6", from: 400 }], "Least cost", found);
  book.session.copy();
  await book.kept();
  const again = book.fresh();
  await book.show(0, again);
  expect(again.getState().scenarios.map((scenario) => [scenario.name, scenario.found])).toEqual([
    ["Least cost", found],
    ["Least cost (copy)", found],
  ]);
  again.reset();
  expect(again.getState().shown).toMatchObject({ edits: [], found: null });
});

test("scenarios kept before searches had reasons are read", async () => {
  const old = { id: "old", register: book.sheets[0], name: "Old", edits: [{ kind: "move", band: "6", from: 410 }], deleted: false };
  book.page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 1, scenarios: [old], sources: [] }));
  await book.show();
  expect(book.session.getState().shown).toEqual({ ...old, found: null });
});

test("a scenario whose steps no longer fit is shown without them, and says why", async () => {
  await book.show();
  const found = { goal: { kind: "movers" }, conditions: { shift: 0, width: 1, fixed: [] }, present: 0, best: 0, boundaries: [] } as const;
  book.session.keepFound([{ kind: "move", band: "12", from: 400 }], "From another table", found);
  expect(book.ready().unfit).toMatchObject({ kind: "boundary", fault: { kind: "edit", fault: { kind: "unknown-band" } } });
  expect(book.ready().picture.jobs.movers.total).toBe(0);
});

test("scenarios of a later version are left alone, and that is told", async () => {
  book.page.settings.set("jobEvaluation.scenarios", JSON.stringify({ version: 99, scenarios: [] }));
  await book.show();
  book.session.move("6", 410);
  await book.until(({ notice }) => notice !== null);
  expect(book.session.getState().notice).toMatchObject({ kind: "failed", task: "save", failure: { kind: "later-settings" } });
  expect(book.saved()).toEqual({ version: 99, scenarios: [] });
});
