import type { ContractCase } from "./case";

export const rangeCases: readonly ContractCase[] = [
  {
    name: "values, formulas and texts are read back as Excel reads typing",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange("A1:C2");
        range.values = [
          [1, "two", true],
          ["'007", "", "50%"],
        ];
        range.load("values,text,valueTypes,formulas");
        await context.sync();
        return [range.values, range.text, range.valueTypes, range.formulas];
      }),
    expected: [
      [
        [1, "two", true],
        ["007", "", 0.5],
      ],
      [
        ["1", "two", "TRUE"],
        ["007", "", "50%"],
      ],
      [
        ["Double", "String", "Boolean"],
        ["String", "Empty", "Double"],
      ],
      [
        [1, "two", true],
        ["007", "", 0.5],
      ],
    ],
  },
  {
    name: "null in an array leaves a cell as it is, an empty text clears it",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange("A1:B1");
        range.values = [[1, 2]];
        range.values = [[null, ""]];
        range.load("values");
        await context.sync();
        return range.values;
      }),
    expected: [[1, ""]],
  },
  {
    name: "a formula shows its value, and a new one when what it reads changes",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A3").values = [[1], [2], ["=A1+A2*2"]];
        const total = own.getRange("A3");
        total.load("values");
        await context.sync();
        const [[before]] = total.values as [[number]];
        own.getRange("A2").values = [[10]];
        total.load("values,formulas");
        await context.sync();
        return [before, total.values, total.formulas];
      }),
    expected: [5, [[21]], [["=A1+A2*2"]]],
  },
  {
    name: "the region around a cell is bounded by blank rows and columns, corners count",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("B2:C3").values = [
          ["a", "b"],
          ["c", "d"],
        ];
        own.getRange("D4").values = [["corner"]];
        own.getRange("G2").values = [["apart"]];
        const region = own.getRange("B3").getSurroundingRegion();
        region.load("address");
        await context.sync();
        return region.address.split("!")[1];
      }),
    expected: "B2:D4",
  },
  {
    name: "parts of a range and ranges beside it",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(sheet).getRange("C3:E6");
        const ranges = [
          range.getCell(1, 1),
          range.getLastRow(),
          range.getRowsAbove(2),
          range.getRowsBelow(1),
          range.getColumnsBefore(1),
          range.getColumnsAfter(2),
          range.getOffsetRange(-2, 1),
          range.getResizedRange(1, -1),
          range.getEntireRow(),
          range.getEntireColumn(),
          range.getIntersection("D5:Z99"),
          range.getBoundingRect("A1"),
        ];
        for (const each of ranges) each.load("address");
        const none = range.getIntersectionOrNullObject("Z1");
        none.load("address");
        await context.sync();
        return [...ranges.map(({ address }) => address.split("!")[1]), none.isNullObject];
      }),
    expected: ["D4", "C6:E6", "C1:E2", "C7:E7", "B3:B6", "F3:G6", "D1:F4", "C3:D7", "3:6", "C:E", "D5:E6", "A1:E6", true],
  },
  {
    name: "special cells: constants, formulas, blanks, none",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B3").values = [
          [1, "x"],
          ["=A1*2", ""],
          [3, "y"],
        ];
        const range = own.getRange("A1:B3");
        const found = [
          range.getSpecialCells("Constants", "Numbers"),
          range.getSpecialCells("Constants", "Text"),
          range.getSpecialCells("Formulas"),
          range.getSpecialCells("Blanks"),
        ];
        for (const each of found) each.load("address,cellCount");
        const errors = range.getSpecialCellsOrNullObject("Formulas", "Errors");
        errors.load("address");
        await context.sync();
        return [...found.map(({ address }) => address.replaceAll(/[^,]*!/g, "")), errors.isNullObject];
      }),
    expected: ["A1,A3", "B1,B3", "A2", "B2", true],
  },
  {
    name: "clearing contents keeps looks, clearing formats keeps contents",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const [one, two] = ["A1", "A2"].map((address) => context.workbook.worksheets.getItem(sheet).getRange(address));
        if (!one || !two) throw new Error("two ranges");
        for (const range of [one, two]) {
          range.values = [[5]];
          range.numberFormat = [["0.00"]];
          range.format.font.bold = true;
        }
        one.clear("Contents");
        two.clear("Formats");
        for (const range of [one, two]) range.load("values,numberFormat,format/font/bold");
        await context.sync();
        return [one, two].map(({ values, numberFormat, format }) => [values, numberFormat, format.font.bold]);
      }),
    expected: [
      [[[""]], [["0.00"]], true],
      [[[5]], [["General"]], false],
    ],
  },
  {
    name: "a format that cells do not share reads as null",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1").format.fill.color = "#FF0000";
        own.getRange("A1:A2").format.font.italic = true;
        const range = own.getRange("A1:A2");
        range.load("format/fill/color,format/font/italic");
        await context.sync();
        return [range.format.fill.color, range.format.font.italic];
      }),
    expected: [null, true],
  },
  {
    name: "borders of a range's edges, by style, weight and colour",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const top = own.getRange("B2:D4").format.borders.getItem("EdgeTop");
        top.style = "Continuous";
        top.weight = "Medium";
        top.color = "#112233";
        const [first, second] = ["C2", "C3"].map((address) => own.getRange(address).format.borders.getItem("EdgeTop"));
        first?.load("style,weight,color");
        second?.load("style");
        await context.sync();
        return [first?.style, first?.weight, first?.color, second?.style];
      }),
    expected: ["Continuous", "Medium", "#112233", "None"],
  },
  {
    name: "copying takes formulas along with their references, and repeats a smaller source",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B1").values = [[2, "=A1*$A$1"]];
        own.getRange("A2:A3").values = [[3], [4]];
        own.getRange("B2:B3").copyFrom("B1");
        own.getRange("D1").copyFrom("A1:A3", "Values", false, true);
        const copied = own.getRange("B2:B3");
        const turned = own.getRange("D1:F1");
        copied.load("formulas,values");
        turned.load("values");
        await context.sync();
        return [copied.formulas, copied.values, turned.values];
      }),
    expected: [[["=A2*$A$1"], ["=A3*$A$1"]], [[6], [8]], [[2, 3, 4]]],
  },
  {
    name: "merged cells: the first value stays, a table cannot be merged",
    observe: async (excel, sheet) => {
      const first = await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B1").values = [["kept", "lost"]];
        own.getRange("A1:B2").merge();
        const both = own.getRange("A1:B1");
        both.load("values");
        own.getRange("E1:F2").values = [
          ["x", "y"],
          [1, 2],
        ];
        own.tables.add("E1:F2", true);
        await context.sync();
        return both.values as unknown[][];
      });
      try {
        await excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange("E2:F2").merge();
          await context.sync();
        });
        return [first, "merged"];
      } catch (error) {
        return [first, (error as { code: string }).code];
      }
    },
    expected: [[["kept", ""]], "InvalidOperation"],
  },
  {
    name: "an array of more than 1,500 cells arrives whole",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const values = Array.from({ length: 300 }, (_, row) => Array.from({ length: 10 }, (__, column) => row * 10 + column));
        const range = context.workbook.worksheets.getItem(sheet).getRange("A1:J300");
        range.values = values;
        const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
        used.load("address,values");
        await context.sync();
        return [used.address.split("!")[1], JSON.stringify(used.values) === JSON.stringify(values)];
      }),
    expected: ["A1:J300", true],
  },
];
