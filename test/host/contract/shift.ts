import type { ContractCase } from "./case";

/** Rows, columns and cells that come in or go, and what follows them. */
export const shiftCases: readonly ContractCase[] = [
  {
    name: "inserted rows move values, formulas and what they read",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A4").values = [[1], [2], [3], ["=SUM(A1:A3)"]];
        own.getRange("C1").values = [["=A3*10"]];
        own.getRange("2:3").insert("Down");
        const used = own.getRange("A1:A6");
        const other = own.getRange("C1");
        used.load("formulas,values");
        other.load("formulas,values");
        await context.sync();
        return [used.formulas, used.values.at(-1), other.formulas, other.values];
      }),
    expected: [[[1], [""], [""], [2], [3], ["=SUM(A1:A5)"]], [6], [["=A5*10"]], [[30]]],
  },
  {
    name: "deleted rows leave #REF! where a formula read them alone",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A3").values = [[1], [2], [3]];
        own.getRange("D1:D3").values = [["=A2*2"], ["=SUM(A1:A3)"], ["=A3*2"]];
        own.getRange("A2").delete("Up");
        const formulas = own.getRange("D1:D3");
        formulas.load("formulas,values");
        await context.sync();
        return [formulas.formulas, formulas.values];
      }),
    expected: [
      [["=#REF!*2"], ["=SUM(A1:A2)"], ["=A2*2"]],
      [["#REF!"], [4], [6]],
    ],
  },
  {
    name: "a range that is held moves with inserted rows and columns, grows within, and ends with its cells",
    observe: async (excel, sheet) => {
      const codes: string[] = [];
      const seen = await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const range = own.getRange("B2:C4");
        range.load("address");
        await context.sync();
        const addresses = [range.address];
        for (const change of ["1:1", "4:4", "A:A"]) {
          own.getRange(change).insert(change === "A:A" ? "Right" : "Down");
          range.load("address");
          await context.sync();
          addresses.push(range.address);
        }
        own.getRange("3:3").delete("Up");
        range.load("address");
        await context.sync();
        addresses.push(range.address);
        own.getRange("2:9").delete("Up");
        range.load("address");
        await context.sync().catch((error: unknown) => codes.push((error as { code: string }).code));
        return addresses.map((address) => address.split("!")[1]);
      });
      return [seen, codes];
    },
    expected: [["B2:C4", "B3:C5", "B3:C6", "C3:D6", "C3:D5"], ["InvalidReference"]],
  },
  {
    name: "cells that come in push others of their columns only",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:C2").values = [
          [1, 2, 3],
          [4, 5, 6],
        ];
        own.getRange("E1").values = [["=B1+C1"]];
        const fresh = own.getRange("B1").insert("Down");
        fresh.load("address,values");
        const all = own.getRange("A1:C3");
        const formula = own.getRange("E1");
        all.load("values");
        formula.load("formulas,values");
        await context.sync();
        own.getRange("A1").delete("Left");
        const after = own.getRange("A1:C1");
        after.load("values");
        await context.sync();
        return [fresh.address.split("!")[1], fresh.values, all.values, formula.formulas, formula.values, after.values];
      }),
    expected: [
      "B1",
      [[""]],
      [
        [1, "", 3],
        [4, 2, 6],
        ["", 5, ""],
      ],
      [["=B2+C1"]],
      [[5]],
      [["", 3, ""]],
    ],
  },
  {
    name: "cells are shifted in a sheet that is not in front, and the sheet in front stays",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const sheets = context.workbook.worksheets;
        const front = sheets.add(`${sheet} front`);
        front.activate();
        const own = sheets.getItem(sheet);
        own.getRange("A1:A2").values = [[1], ["=A1*3"]];
        own.getRange("A1").insert("Down");
        const used = own.getRange("A1:A3");
        const active = sheets.getActiveWorksheet();
        used.load("formulas,values");
        active.load("name");
        await context.sync();
        const stayed = active.name === `${sheet} front`;
        front.delete();
        await context.sync();
        return [used.formulas, used.values, stayed];
      }),
    expected: [[[""], [1], ["=A2*3"]], [[""], [1], [3]], true],
  },
  {
    name: "names and tables move with inserted rows, and formulas of other sheets follow",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A3:B5").values = [
          ["Job", "Score"],
          ["x", 1],
          ["y", 2],
        ];
        const table = own.tables.add("A3:B5", true);
        const name = context.workbook.names.add(`Held_${sheet.replace(/\W/g, "")}`, own.getRange("B4:B5"));
        const other = context.workbook.worksheets.add(`${sheet} other`);
        other.getRange("A1").values = [[`=SUM('${sheet}'!B4:B5)`]];
        await context.sync();
        own.getRange("1:2").insert("Down");
        const tableRange = table.getRange();
        const formula = other.getRange("A1");
        tableRange.load("address");
        name.load("formula");
        formula.load("formulas,values");
        await context.sync();
        const result = [
          tableRange.address.split("!")[1],
          String(name.formula).split("!")[1],
          String((formula.formulas as string[][])[0]?.[0]).split("!")[1],
          formula.values,
        ];
        other.delete();
        name.delete();
        await context.sync();
        return result;
      }),
    expected: ["A5:B7", "$B$6:$B$7", "B6:B7)", [[3]]],
  },
  {
    name: "an insertion that would tear a table is refused",
    observe: async (excel, sheet) => {
      await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A3:B4").values = [
          ["a", "b"],
          [1, 2],
        ];
        own.tables.add("A3:B4", true);
        await context.sync();
      });
      try {
        await excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange("A1").insert("Down");
          await context.sync();
        });
        return "inserted";
      } catch (error) {
        return (error as { code: string }).code;
      }
    },
    expected: "InsertDeleteConflict",
  },
  {
    name: "sorted rows keep formulas that read their own row",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:C4").values = [
          ["name", "points", "twice"],
          ["b", 2, "=B2*2"],
          ["c", "", "=B3*2"],
          ["a", 9, "=B4*2"],
        ];
        own.getRange("A1:C4").sort.apply([{ key: 1, ascending: false }], false, true);
        const range = own.getRange("A1:C4");
        range.load("values,formulas");
        await context.sync();
        return [range.values, range.formulas.map((row) => (row as unknown[])[2])];
      }),
    expected: [
      [
        ["name", "points", "twice"],
        ["a", 9, 18],
        ["b", 2, 4],
        ["c", "", 0],
      ],
      ["twice", "=B2*2", "=B3*2", "=B4*2"],
    ],
  },
];
