import { payOf, payRange, payTable } from "../../../src/domain/boundary/pay";
import { applyEdits, type Edit, type Structure } from "../../../src/domain/boundary/scenario";
import { bandsOf, nhsBands, problemOf, shape, value } from "../../support/boundary";

const pay = payTable([payRange("5", 31_049_00, 33_487_00, 37_796_00), payRange("6", 38_682_00, null, 46_580_00)]);
const baseline: Structure = { bands: bandsOf(["4", 271, 325], ["5", 326, 395], ["6", 396, 465], ["7", 466, 539]), pay };
const open: Structure = { bands: bandsOf(["A", 0], ["B", 300], ["C", 600]), pay: null };

const apply = (edits: Edit[], from = baseline) => value(applyEdits(from, edits));
const refusal = (edits: Edit[], from = baseline): string => problemOf(applyEdits(from, edits));

test("no step changes nothing", () => {
  const { bands, pay: same, lineage } = apply([], { bands: nhsBands, pay: null });
  expect(bands).toEqual(nhsBands);
  expect(same).toBeNull();
  expect(lineage).toEqual([...nhsBands.bands.keys()]);
  expect([...apply([]).pay!.bands]).toEqual([...pay.bands]);
});

test("each kind of step gives the table it says, and the baseline stays", () => {
  const before = shape(baseline.bands);
  expect(shape(apply([{ kind: "move", band: "band 6", from: 390 }]).bands)).toEqual([
    ["4", 271, 325],
    ["5", 326, 389],
    ["6", 390, 465],
    ["7", 466, 539],
  ]);
  expect(shape(apply([{ kind: "split", band: 6, at: 431, label: "6+" }]).bands).slice(2)).toEqual([
    ["6", 396, 430],
    ["6+", 431, 465],
    ["7", 466, 539],
  ]);
  expect(shape(apply([{ kind: "merge", lower: "5", upper: "6", label: "5" }]).bands)).toEqual([
    ["4", 271, 325],
    ["5", 326, 465],
    ["7", 466, 539],
  ]);
  expect(shape(apply([{ kind: "add", label: "8", from: 540, to: null }]).bands)[4]).toEqual(["8", 540, null]);
  expect(shape(apply([{ kind: "add", label: "3", from: 216, to: 270 }]).bands)[0]).toEqual(["3", 216, 270]);
  expect(shape(apply([{ kind: "rename", band: "7", label: "Seven" }]).bands)[3]).toEqual(["Seven", 466, 539]);
  expect(shape(baseline.bands)).toEqual(before);
});

test("in a table without highest scores a boundary moves both bands beside it", () => {
  expect(shape(apply([{ kind: "move", band: "B", from: 310 }], open).bands)).toEqual([
    ["A", 0, 309],
    ["B", 310, 599],
    ["C", 600, null],
  ]);
  expect(shape(apply([{ kind: "split", band: "C", at: 800, label: "D" }], open).bands).slice(2)).toEqual([
    ["C", 600, 799],
    ["D", 800, null],
  ]);
  // The open top band ends where a band is put above it.
  expect(shape(apply([{ kind: "add", label: "D", from: 900, to: 1000 }], open).bands).slice(2)).toEqual([
    ["C", 600, 899],
    ["D", 900, 1000],
  ]);
});

test("steps compose, each by the labels of the step before", () => {
  const { bands, lineage } = apply([
    { kind: "split", band: "6", at: 431, label: "6b" },
    { kind: "rename", band: "6", label: "6a" },
    { kind: "move", band: "6b", from: 440 },
    { kind: "merge", lower: "4", upper: "5", label: "Entry" },
  ]);
  expect(shape(bands)).toEqual([
    ["Entry", 271, 395],
    ["6a", 396, 439],
    ["6b", 440, 465],
    ["7", 466, 539],
  ]);
  expect(lineage).toEqual([-1, 2, -1, 3]);
});

test("a changed table is no edition", () => {
  const { bands } = apply([{ kind: "move", band: "7", from: 470 }], { bands: nhsBands, pay: null });
  expect([bands.id, bands.source, bands.place]).toEqual(["", "", ""]);
});

test("pay follows the bands: a split keeps it, a merger has that of the name it keeps, a new name has none", () => {
  const payIn = (edits: Edit[], label: string) => payOf(apply(edits).pay, label)?.maximum ?? null;
  expect(payIn([{ kind: "split", band: "6", at: 431, label: "6+" }], "6+")).toBe(46_580_00);
  expect(payIn([{ kind: "merge", lower: "5", upper: "6", label: "6" }], "6")).toBe(46_580_00);
  expect(payIn([{ kind: "merge", lower: "5", upper: "6", label: "5-6" }], "5-6")).toBeNull();
  expect(payIn([{ kind: "rename", band: "6", label: "Six" }], "Six")).toBe(46_580_00);
  expect(payIn([{ kind: "re-price", band: "4", pay: { kind: "range", minimum: 27_485_00, middle: null, maximum: 30_162_00 } }], "4")).toBe(
    30_162_00,
  );
});

test("a new price is a range or points; the middle is half way where none is given", () => {
  const of = (edit: Extract<Edit, { kind: "re-price" }>["pay"]) => payOf(apply([{ kind: "re-price", band: "6", pay: edit }]).pay, "6");
  // (38,682.00 + 46,580.01) / 2 = 42,631.005: halves of a penny go up.
  expect(of({ kind: "range", minimum: 38_682_00, middle: null, maximum: 46_580_01 })).toMatchObject({ middle: 42_631_01, points: null });
  const points = [30, 32, 31].map((name) => ({ name, pay: name * 1000_00 })) as [{ name: number; pay: number }];
  expect(of({ kind: "points", points })).toMatchObject({ minimum: 30_000_00, middle: 31_000_00, maximum: 32_000_00 });
});

test.each<[string, Edit[], string]>([
  ["an unknown band", [{ kind: "move", band: "8", from: 600 }], 'Step 1: No band is called "8". The bands are 4, 5, 6 and 7.'],
  ["crossing the band below", [{ kind: "move", band: "6", from: 326 }], "Step 1: band 6 from 326 would cross the start of band 5 (326)."],
  ["crossing the band above", [{ kind: "move", band: "5", from: 396 }], "Step 1: band 5 from 396 would cross the start of band 6 (396)."],
  ["emptying the top band", [{ kind: "move", band: "7", from: 540 }], "Step 1: band 7 from 540 would have no score left: it ends at 539."],
  ["half a point", [{ kind: "move", band: "7", from: 466.5 }], "Step 1: 466.5 is not a score: give a whole number of points from 0."],
  ["a negative score", [{ kind: "move", band: "4", from: -1 }], "Step 1: -1 is not a score: give a whole number of points from 0."],
  [
    "splitting at the start",
    [{ kind: "split", band: "6", at: 396, label: "x" }],
    "Step 1: band 6 (396 to 465) cannot be split at 396: both parts need at least one point.",
  ],
  [
    "splitting above the end, in a later step",
    [
      { kind: "move", band: "7", from: 460 },
      { kind: "split", band: "6", at: 460, label: "x" },
    ],
    "Step 2: band 6 (396 to 459) cannot be split at 460: both parts need at least one point.",
  ],
  [
    "a label that is taken",
    [{ kind: "rename", band: "6", label: "Band 7" }],
    'Step 1: another band is called "Band 7" already. Give each band a label of its own.',
  ],
  ["no label", [{ kind: "rename", band: "6", label: " " }], "Step 1: the band has no label."],
  [
    "merging bands apart",
    [{ kind: "merge", lower: "4", upper: "6", label: "4" }],
    "Step 1: band 4 and band 6 cannot be merged: the second must be the next above the first.",
  ],
  [
    "adding inside",
    [{ kind: "add", label: "x", from: 400, to: 420 }],
    "Step 1: band x (400 to 420) would overlap band 6. To put a band inside another, split that one.",
  ],
  [
    "adding inside the top band",
    [{ kind: "add", label: "x", from: 539, to: null }],
    "Step 1: band x (539 and above) would overlap band 7. To put a band inside another, split that one.",
  ],
  [
    "a gap above",
    [{ kind: "add", label: "x", from: 541, to: 600 }],
    "Step 1: band x (541 to 600) would leave a gap beside band 7. Each band starts one point above the end of the one below.",
  ],
  [
    "a gap below",
    [{ kind: "add", label: "x", from: 200, to: 269 }],
    "Step 1: band x (200 to 269) would leave a gap beside band 4. Each band starts one point above the end of the one below.",
  ],
  [
    "ends before it starts",
    [{ kind: "add", label: "x", from: 600, to: 540 }],
    "Step 1: band x from 600 would have no score left: it ends at 540.",
  ],
  [
    "pay that falls",
    [{ kind: "re-price", band: "6", pay: { kind: "range", minimum: 2, middle: 3, maximum: 1 } }],
    "Step 1: the pay of band 6 must be above 0 and rise from minimum over middle to maximum.",
  ],
])("refuses %s", (_, edits, sentence) => expect(refusal(edits)).toBe(sentence));

test("a boundary may go to one point from its neighbours, and no further", () => {
  expect(shape(apply([{ kind: "move", band: "6", from: 327 }]).bands)[1]).toEqual(["5", 326, 326]);
  expect(shape(apply([{ kind: "move", band: "6", from: 465 }]).bands)[2]).toEqual(["6", 465, 465]);
  expect(shape(apply([{ kind: "move", band: "7", from: 539 }]).bands)[3]).toEqual(["7", 539, 539]);
});

test("labels that two bands of the baseline share name neither", () =>
  expect(refusal([{ kind: "move", band: 5, from: 120 }], { bands: bandsOf(["5", 0], ["Band 5", 100]), pay: null })).toBe(
    "Step 1: Several bands are called 5: give each a label of its own.",
  ));
