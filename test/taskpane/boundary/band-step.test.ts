import { applyEdits } from "../../../src/domain/boundary/scenario";
import { payRange, payTable } from "../../../src/domain/boundary/pay";
import { fieldOf, fieldsOf, stepOf, stepsFor } from "../../../src/taskpane/boundary/band-step";
import { bandsOf, nhsBands, value } from "../../support/boundary";

const pay = payTable([payRange("6", 3_900_000, null, 4_700_000)]);
const nhs = value(applyEdits({ bands: nhsBands, pay }, []));
const six = 5;

test("fields are filled with what holds now: the middle of the band, its pay", () => {
  // Band 6 is 396 to 465 (chapter eight): 70 points, half of which is 35, so the upper half starts at 431.
  expect(fieldsOf("split", nhs, six).map(({ initial }) => initial)).toEqual(["431", "6+"]);
  expect(fieldsOf("range", nhs, six).map(({ initial }) => initial)).toEqual(["39000", "", "47000"]);
  expect(fieldsOf("range", nhs, 0).map(({ initial }) => initial)).toEqual(["", "", ""]);
  // Band 9 ends at 765.
  expect(fieldsOf("add", nhs, 0).map(({ initial }) => initial)).toEqual(["", "766", ""]);
});

test("of an open top band nothing says where the middle is, and it has nothing above to be merged with", () => {
  const open = value(applyEdits({ bands: bandsOf(["A", 100], ["B", 200]), pay: null }, []));
  expect(fieldsOf("split", open, 1)[0]!.initial).toBe("");
  expect(stepsFor(open, 1).map(({ kind }) => kind)).toEqual(["rename", "split", "range", "points"]);
  expect(stepsFor(open, 0).map(({ name }) => name)).toContain("Merge with band B");
});

test("what was typed becomes a step", () => {
  expect(stepOf("split", nhs, six, { from: " 430 ", label: " 6 upper " })).toEqual({
    ok: true,
    edit: { kind: "split", band: "6", at: 430, label: "6 upper" },
  });
  expect(stepOf("merge", nhs, six, { label: "6" })).toEqual({ ok: true, edit: { kind: "merge", lower: "6", upper: "7", label: "6" } });
  expect(stepOf("add", nhs, 0, { label: "10", from: "766", to: "" })).toEqual({
    ok: true,
    edit: { kind: "add", label: "10", from: 766, to: null },
  });
  expect(stepOf("range", nhs, six, { minimum: "£38,682", middle: "", maximum: "46,580.50" })).toEqual({
    ok: true,
    edit: { kind: "re-price", band: "6", pay: { kind: "range", minimum: 3_868_200, middle: null, maximum: 4_658_050 } },
  });
  expect(stepOf("points", nhs, six, { points: "22 = £32,076\n\n 23=33,000 " })).toEqual({
    ok: true,
    edit: {
      kind: "re-price",
      band: "6",
      pay: {
        kind: "points",
        points: [
          { name: "22", pay: 3_207_600 },
          { name: "23", pay: 3_300_000 },
        ],
      },
    },
  });
});

test.each([
  ["split", { from: "43o", label: "x" }, "from", '"43o" is not a score: give a whole number of points from 0.'],
  ["add", { label: "10", from: "766", to: "8o0" }, "to", '"8o0" is not a score: give a whole number of points from 0.'],
  ["range", { minimum: "lots", middle: "", maximum: "2" }, "minimum", '"lots" is not an amount of pounds above 0, such as 32,500.'],
  ["range", { minimum: "1", middle: "", maximum: "" }, "maximum", '"" is not an amount of pounds above 0, such as 32,500.'],
  ["range", { minimum: "32,50", middle: "", maximum: "3" }, "minimum", '"32,50" is not an amount of pounds above 0, such as 32,500.'],
  [
    "points",
    { points: "22 32,076" },
    "points",
    '"22 32,076" is not a point: write its name, an equals sign and its pay, such as 22 = 32,500.',
  ],
  ["points", { points: "22 = 1\n22 = 2" }, "points", "The point 22 is there twice."],
  ["points", { points: " \n" }, "points", "Give at least one point."],
] as const)("%s: what cannot be read is said at its field", (kind, values, field, sentence) => {
  expect(stepOf(kind, nhs, six, values)).toEqual({ ok: false, field, sentence });
});

test("a refusal is said at the field that it is about", () => {
  const refusalOf = (kind: "split" | "add" | "rename", values: Parameters<typeof stepOf>[3]) => {
    const typed = stepOf(kind, nhs, six, values);
    if (!typed.ok) throw new Error(typed.sentence);
    const applied = applyEdits({ bands: nhsBands, pay }, [typed.edit]);
    if (applied.ok) throw new Error("taken");
    return fieldOf(kind, applied.problem);
  };
  expect(refusalOf("split", { from: "500", label: "6+" })).toBe("from");
  expect(refusalOf("split", { from: "430", label: "7" })).toBe("label");
  expect(refusalOf("rename", { label: "" })).toBe("label");
  expect(refusalOf("add", { label: "10", from: "800", to: "" })).toBe("from");
  expect(refusalOf("add", { label: "10", from: "766", to: "700" })).toBe("to");
});
