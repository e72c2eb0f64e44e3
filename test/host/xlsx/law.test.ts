import fc from "fast-check";
import type { CellContent, CellValue } from "../../../src/host/workbook/cell";
import { MemoryWorkbook } from "../../../src/host/workbook/memory";
import { fromFile, toFile } from "../../../src/host/xlsx/formula";
import { at, reopen } from "../../support/workbook-file";

const text = fc.oneof(
  fc.string({ minLength: 1, unit: "binary" }),
  fc.string({ minLength: 1, unit: "grapheme" }),
  // What the file's own escapes look like, and what XML takes for its own.
  fc
    .array(fc.constantFrom("_x000D_", "_x", "_", "\r", "\n", "\u0000", "\uD800", "\uFFFE", "&amp;", "]]>", "<v>", "'", '"', " "), {
      minLength: 1,
    })
    .map((parts) => parts.join("")),
);
const error = fc.constantFrom("#N/A", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#DIV/0!", "#NULL!").map((name) => ({ error: name }));
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.integer(),
  text,
  fc.boolean(),
  error,
  fc.constant(null),
);
const operand = fc.constantFrom(
  "A1",
  "$B$2:C9",
  "A:A",
  "Sheet2!A1",
  "'My ''sheet'''!B2:B9",
  "JOB.JESCORE(A1:P1)",
  "Register[Score]",
  "XLOOKUP(1,A1:A9,B1:B9)",
  '"a ""quoted"" JOB.JESCORE("',
  "2.5E-3",
  "TRUE",
  "#N/A",
  "{1,2;3,4}",
  "LET(x,1,x+1)",
);
const formula = fc
  .array(fc.tuple(operand, fc.constantFrom("+", "-", "*", "/", "&", "=", "<>", ">=", "^")), { minLength: 1, maxLength: 5 })
  .map((parts) => `=${parts.map(([left, sign], index) => (index === parts.length - 1 ? left : left + sign)).join("")}`);
const content: fc.Arbitrary<CellContent> = fc.oneof(
  { weight: 3, arbitrary: value.map((one) => ({ value: one })) },
  { weight: 1, arbitrary: fc.tuple(value, formula).map(([one, written]) => ({ value: one, formula: written })) },
);

test("any cells come back as they were: values bit by bit, formulas letter by letter", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(content, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }), async (rows) => {
      const port = new MemoryWorkbook();
      const area = { row: 4, column: 2, rowCount: rows.length, columnCount: 3 };
      port.activeSheet().write(area, rows);
      const again = (await reopen(port)).activeSheet();
      expect(again.values(area)).toEqual(rows.map((row) => row.map((cell) => cell.value)));
      expect(again.formulas(area)).toEqual(rows.map((row) => row.map((cell) => cell.formula ?? "")));
    }),
    { numRuns: 200 },
  );
});

test("a formula's form in a file reads back as typed", () => {
  fc.assert(
    fc.property(formula, (typed) => {
      expect(fromFile(toFile(typed, { namespace: "JOB" }), { namespace: "JOB" })).toEqual({ typed });
    }),
    { numRuns: 1000 },
  );
});

test("saving twice gives the same bytes", async () => {
  const { save } = await import("../../support/workbook-file");
  const port = new MemoryWorkbook();
  port.activeSheet().write(at("A1:B1"), [[{ value: "a" }, { value: 1, formula: "=1" }]]);
  expect(await save(port)).toEqual(await save(await reopen(port)));
});
