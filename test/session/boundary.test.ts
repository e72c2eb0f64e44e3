import { nhsSample } from "../../src/data/register/sample";
import { BoundaryWorkbook, rowOf } from "../support/boundary-workbook";

jest.setTimeout(60_000);

let book: BoundaryWorkbook;
beforeEach(async () => void (book = await BoundaryWorkbook.open()));
afterEach(() => book.close());

test("the sample's jobs are counted, those without a score apart", async () => {
  const { counted, picture } = await book.show();
  // The one without levels is left out, as functions leave out blanks.
  expect(picture.spread.before.total).toBe(nhsSample.jobs.length - 1);
  // The sample says so itself: two incomplete, one without levels, five invalid.
  expect(counted.jobs.unscored).toEqual({ incomplete: 2, blank: 1, invalid: 5 });
  // DD-158 scores above 765, where the bands end: with the seven incomplete or invalid that makes eight without a band.
  expect(picture.spread.before.unbanded).toBe(8);
});

// DD-130 scores 441, band 6 (test/data/sample-plan.ts).
test("a boundary moved above a job's score moves it down, and the row is gone to", async () => {
  await book.show();
  book.session.move("6", 442);
  const { picture, counted } = book.ready();
  const moved = picture.movers.flatMap(({ start, end, direction }) =>
    Array.from(counted.order.subarray(start, end), (job) => [counted.jobs.ids[job], direction]),
  );
  expect(moved).toContainEqual(["DD-130", "down"]);
  expect(picture.jobs.movers).toMatchObject({ up: 0, down: moved.length, total: moved.length });
  const place = counted.jobs.ids.indexOf("DD-130");
  expect(counted.jobs.rows[place]).toBe(rowOf("DD-130"));
  await book.session.select(counted.jobs.rows[place]!);
  const selected = await book.page.Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell();
    cell.load("rowIndex");
    await context.sync();
    return cell.rowIndex;
  });
  expect(selected).toBe(rowOf("DD-130"));
});

test("a step across a neighbour is refused in a sentence's worth, and changes nothing", async () => {
  await book.show();
  book.session.move("6", 470);
  expect(book.session.getState().refusal).toMatchObject({ kind: "boundary", fault: { kind: "edit", fault: { kind: "crosses" } } });
  expect(book.session.getState().shown.edits).toEqual([]);
});

test("there and back is nothing, and undo takes the last step back", async () => {
  await book.show();
  book.session.move("6", 410);
  book.session.move("6", 396);
  expect(book.session.getState().shown.edits).toEqual([]);
  book.session.move("7", 470);
  book.session.undo();
  expect(book.ready().picture.jobs.movers.total).toBe(0);
});

test("the NJC sample comes with its grade table; a scenario of one register is not the other's", async () => {
  await book.show();
  book.session.move("6", 410);
  const { baseline } = await book.show(1);
  // The sample's own illustrative table: G2 starts at 260.
  expect(baseline.bands.bands.slice(0, 2)).toMatchObject([
    { label: "G1", from: 164 },
    { label: "G2", from: 260 },
  ]);
  expect(book.session.getState().shown.edits).toEqual([]);
});

test("bands are split and renamed; a step that cannot be is answered, and nothing is kept of it", async () => {
  await book.show();
  expect(book.session.edit({ kind: "split", band: "6", at: 430, label: "6+" })).toBeNull();
  expect(book.session.edit({ kind: "rename", band: "6+", label: "7" })).toMatchObject({
    fault: { kind: "edit", fault: { kind: "label-taken" } },
  });
  book.session.move("6+", 441);
  await book.kept();
  const again = book.fresh();
  await book.show(0, again);
  expect(again.getState().shown.edits).toEqual([
    { kind: "split", band: "6", at: 430, label: "6+" },
    { kind: "move", band: "6+", from: 441 },
  ]);
});
