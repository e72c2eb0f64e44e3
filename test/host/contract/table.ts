import type { ContractCase } from "./case";

export const tableCases: readonly ContractCase[] = [
  {
    name: "rows are added to a table at its end and within, formulas go on, what stands below moves down",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:C3").values = [
          ["job", "points", "twice"],
          ["x", 1, "=B2*2"],
          ["y", 2, "=B3*2"],
        ];
        own.getRange("A4").values = [["below"]];
        const table = own.tables.add("A1:C3", true);
        table.rows.add(undefined, [["z", 3, null]] as never);
        table.rows.add(1, [["w", 4, null]] as never);
        const range = table.getRange();
        range.load("address,values,formulas");
        const below = own.getRange("A6");
        below.load("values");
        table.rows.load("count");
        await context.sync();
        return [
          range.address.split("!")[1],
          range.values,
          range.formulas.map((row) => (row as unknown[])[2]),
          below.values,
          table.rows.count,
        ];
      }),
    expected: [
      "A1:C5",
      [
        ["job", "points", "twice"],
        ["x", 1, 2],
        ["w", 4, 8],
        ["y", 2, 4],
        ["z", 3, 6],
      ],
      ["twice", "=B2*2", "=B3*2", "=B4*2", "=B5*2"],
      [["below"]],
      4,
    ],
  },
  {
    name: "rows are deleted from a table, and the last one is emptied",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B3").values = [
          ["job", "points"],
          ["x", 1],
          ["y", 2],
        ];
        const table = own.tables.add("A1:B3", true);
        table.rows.getItemAt(0).delete();
        const once = table.getRange();
        once.load("address,values");
        await context.sync();
        const first = [once.address.split("!")[1], once.values];
        table.rows.getItemAt(0).delete();
        const twice = table.getRange();
        twice.load("address,values");
        await context.sync();
        return [...first, twice.address.split("!")[1], twice.values];
      }),
    expected: [
      "A1:B2",
      [
        ["job", "points"],
        ["y", 2],
      ],
      "A1:B2",
      [
        ["job", "points"],
        ["", ""],
      ],
    ],
  },
  {
    name: "columns are added to a table and deleted, named once each",
    observe: async (excel, sheet) => {
      const seen = await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:C2").values = [
          ["job", "points", "beside"],
          ["x", 1, "stays"],
        ];
        const table = own.tables.add("A1:B2", true);
        table.columns.add(undefined, [["band"], [5]]);
        table.columns.add(0, [["id"], ["J1"]]);
        const range = table.getRange();
        range.load("address,values");
        const beside = own.getRange("E1:E2");
        beside.load("values");
        await context.sync();
        table.columns.getItem("points").delete();
        const after = table.getHeaderRowRange();
        after.load("address,values");
        await context.sync();
        table.columns.getItem("band").name = "Band";
        const column = table.columns.getItemAt(2);
        column.load("name,values,index,id");
        await context.sync();
        return [
          range.address.split("!")[1],
          range.values,
          beside.values,
          after.address.split("!")[1],
          after.values,
          [column.name, column.values, column.index],
        ];
      });
      try {
        await excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).tables.getItemAt(0).columns.getItem("Band").name = "JOB";
          await context.sync();
        });
        return [...seen, "renamed"];
      } catch (error) {
        return [...seen, (error as { code: string }).code];
      }
    },
    expected: [
      "A1:D2",
      [
        ["id", "job", "points", "band"],
        ["J1", "x", 1, 5],
      ],
      [["beside"], ["stays"]],
      "A1:C1",
      [["id", "job", "band"]],
      ["Band", [["Band"], [5]], 2],
      "ItemAlreadyExists",
    ],
  },
  {
    name: "a table's headings are texts, none twice, none blank; without headings it gets its own",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:C2").values = [
          ["a", "a", ""],
          [1, 2, 3],
        ];
        own.getRange("E1:F1").values = [[7, 8]];
        const one = own.tables.add("A1:C2", true).getHeaderRowRange();
        const two = own.tables.add("E1:F1", false).getRange();
        one.load("values");
        two.load("values,address");
        await context.sync();
        return [one.values, two.values, two.address.split("!")[1]];
      }),
    expected: [
      [["a", "a2", "Column3"]],
      [
        ["Column1", "Column2"],
        [7, 8],
      ],
      "E1:F2",
    ],
  },
  {
    name: "a table is turned into a range: the cells stay, the table is gone",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A2").values = [["h"], [1]];
        const table = own.tables.add("A1:A2", true);
        const range = table.convertToRange();
        range.load("address,values");
        own.tables.load("count");
        await context.sync();
        return [range.address.split("!")[1], range.values, own.tables.count];
      }),
    expected: ["A1:A2", [["h"], [1]], 0],
  },
  {
    name: "a table's filter hides rows, is read back, and is cleared",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B5").values = [
          ["job", "points"],
          ["x", 1],
          ["y", 20],
          ["z", 300],
          ["", 20],
        ];
        const table = own.tables.add("A1:B5", true);
        table.columns.getItem("points").filter.applyCustomFilter(">=20", "<300", "And");
        const view = table.getRange().getVisibleView();
        view.load("values");
        table.autoFilter.load("isDataFiltered,criteria,enabled");
        await context.sync();
        const first = [view.values, table.autoFilter.isDataFiltered, table.autoFilter.criteria];
        table.clearFilters();
        table.columns.getItem("job").filter.applyValuesFilter(["x", ""]);
        const values = table.getDataBodyRange().getSpecialCells("Visible");
        values.load("address");
        await context.sync();
        const second = values.address.replaceAll(/[^,]*!/g, "");
        table.clearFilters();
        const rows = table.getDataBodyRange();
        rows.load("rowHidden");
        table.autoFilter.load("isDataFiltered");
        await context.sync();
        return [...first, second, rows.rowHidden, table.autoFilter.isDataFiltered];
      }),
    expected: [
      [
        ["job", "points"],
        ["y", 20],
        ["", 20],
      ],
      true,
      [null, { filterOn: "Custom", criterion1: ">=20", criterion2: "<300", operator: "And" }],
      "A2:B2,A5:B5",
      false,
      false,
    ],
  },
  {
    name: "a table is sorted, resized, renamed and found in a range",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B4").values = [
          ["job", "points"],
          ["x", 3],
          ["y", 1],
          ["z", 2],
        ];
        const table = own.tables.add("A1:B3", true);
        table.name = `T_${sheet.replace(/\W/g, "")}`;
        table.resize("A1:B4");
        table.sort.apply([{ key: 1, ascending: true }]);
        const body = table.getDataBodyRange();
        body.load("values");
        const within = own.getRange("B3").getTables();
        within.load("items/name");
        const whole = own.getRange("B3").getTables(true);
        const count = whole.getCount();
        await context.sync();
        return [body.values, within.items.map(({ name }) => name.startsWith("T_")), count.value];
      }),
    expected: [
      [
        ["y", 1],
        ["z", 2],
        ["x", 3],
      ],
      [true],
      0,
    ],
  },
];
