import type { ContractCase } from "./case";

/** Validation, conditional formats, comments, protection, filters of sheets, hidden rows and columns. */
export const ruleCases: readonly ContractCase[] = [
  {
    name: "a list validation from a text and from a range, with its alert and prompt",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("H1:H2").values = [["yes"], ["no"]];
        const one = own.getRange("A1:A3").dataValidation;
        one.rule = { list: { inCellDropDown: true, source: "1,2,3" } };
        one.errorAlert = { title: "Level", message: "1 to 3", showAlert: true, style: "Stop" };
        one.prompt = { title: "Level", message: "Choose one", showPrompt: true };
        one.ignoreBlanks = false;
        const two = own.getRange("B1").dataValidation;
        two.rule = { list: { inCellDropDown: false, source: own.getRange("H1:H2") } };
        one.load("type,rule,errorAlert,prompt,ignoreBlanks");
        two.load("rule");
        const none = own.getRange("C1").dataValidation;
        none.load("type");
        await context.sync();
        own.getRange("A2").dataValidation.clear();
        const [middle, last] = ["A2", "A3"].map((address) => own.getRange(address).dataValidation);
        middle?.load("type");
        last?.load("type");
        await context.sync();
        const source = two.rule.list?.source as string;
        return [
          [one.type, one.rule, one.errorAlert, one.prompt, one.ignoreBlanks],
          [two.rule.list?.inCellDropDown, source.slice(source.lastIndexOf("!"))],
          [none.type, middle?.type, last?.type],
        ];
      }),
    expected: [
      [
        "List",
        { list: { inCellDropDown: true, source: "1,2,3" } },
        { title: "Level", message: "1 to 3", showAlert: true, style: "Stop" },
        { title: "Level", message: "Choose one", showPrompt: true },
        false,
      ],
      [false, "!$H$1:$H$2"],
      ["None", "None", "List"],
    ],
  },
  {
    name: "whole number, decimal, text length and custom validations",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const rules: Excel.DataValidationRule[] = [
          { wholeNumber: { formula1: 1, formula2: 8, operator: "Between" } },
          { decimal: { formula1: 0.5, operator: "GreaterThan" } },
          { textLength: { formula1: 10, operator: "LessThanOrEqualTo" } },
          { custom: { formula: "=A1<>B1" } },
        ];
        const seen = rules.map((rule, row) => {
          const validation = own.getCell(row, 0).dataValidation;
          validation.rule = rule;
          validation.load("type,rule");
          return validation;
        });
        await context.sync();
        return seen.map(({ type, rule }) => [type, rule]);
      }),
    expected: [
      ["WholeNumber", { wholeNumber: { formula1: 1, formula2: 8, operator: "Between" } }],
      ["Decimal", { decimal: { formula1: 0.5, operator: "GreaterThan" } }],
      ["TextLength", { textLength: { formula1: 10, operator: "LessThanOrEqualTo" } }],
      ["Custom", { custom: { formula: "=A1<>B1" } }],
    ],
  },
  {
    name: "validations move with inserted rows",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A2").dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
        own.getRange("1:1").insert("Down");
        const [two, three] = ["A2", "A3"].map((address) => own.getRange(address).dataValidation);
        two?.load("type");
        three?.load("type");
        await context.sync();
        return [two?.type, three?.type];
      }),
    expected: ["None", "List"],
  },
  {
    name: "conditional formats of each type, the last added first, deleted and cleared",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        const formats = own.getRange("A1:A9").conditionalFormats;
        const custom = formats.add("Custom");
        custom.custom.rule.formula = "=$A1>3";
        custom.custom.format.fill.color = "#FFEECC";
        const value = formats.add("CellValue");
        value.cellValue.rule = { formula1: "5", formula2: "7", operator: "Between" };
        value.cellValue.format.font.color = "#AA0000";
        value.cellValue.format.font.bold = true;
        const text = formats.add("ContainsText");
        text.textComparison.rule = { operator: "Contains", text: "no" };
        const scale = formats.add("ColorScale");
        scale.colorScale.criteria = {
          minimum: { type: "LowestValue", color: "#FFFFFF" },
          maximum: { type: "HighestValue", color: "#00AA00" },
        };
        formats.load("items/type,items/priority");
        custom.custom.rule.load("formula");
        custom.custom.format.fill.load("color");
        value.cellValue.load("rule");
        value.cellValue.format.font.load("color,bold");
        text.textComparison.load("rule");
        scale.colorScale.load("criteria,threeColorScale");
        await context.sync();
        const types = formats.items.map(({ type }) => type);
        const rules = [
          custom.custom.rule.formula,
          custom.custom.format.fill.color,
          value.cellValue.rule,
          [value.cellValue.format.font.color, value.cellValue.format.font.bold],
          text.textComparison.rule,
          [scale.colorScale.threeColorScale, scale.colorScale.criteria.minimum.type, scale.colorScale.criteria.maximum.color],
        ];
        const other = custom.cellValueOrNullObject;
        other.load("rule");
        text.delete();
        own.getRange("A1:A4").conditionalFormats.clearAll();
        const left = own.getRange("A5:A9").conditionalFormats.getCount();
        const gone = own.getRange("A1:A4").conditionalFormats.getCount();
        await context.sync();
        return [types, rules, other.isNullObject, left.value, gone.value];
      }),
    expected: [
      ["ColorScale", "ContainsText", "CellValue", "Custom"],
      [
        "=$A1>3",
        "#FFEECC",
        { formula1: "5", formula2: "7", operator: "Between" },
        ["#AA0000", true],
        { operator: "Contains", text: "no" },
        [false, "LowestValue", "#00AA00"],
      ],
      true,
      3,
      0,
    ],
  },
  {
    name: "a cell value rule that compares with a cell is read back as it was written",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const format = context.workbook.worksheets.getItem(sheet).getRange("B2:B4").conditionalFormats.add("CellValue");
        format.cellValue.rule = { formula1: "=$A$1", operator: "GreaterThanOrEqual" };
        format.cellValue.load("rule");
        format.load("type");
        await context.sync();
        return [format.type, format.cellValue.rule];
      }),
    expected: ["CellValue", { formula1: "=$A$1", operator: "GreaterThanOrEqual" }],
  },
  {
    name: "a comment on a cell, found by its cell, changed, moved with the cell, deleted",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.comments.add("B2", "first words");
        const comment = own.comments.getItemByCell("B2");
        comment.content = "other words";
        comment.load("content");
        await context.sync();
        own.getRange("1:1").insert("Down");
        const moved = own.comments.getItemAt(0);
        moved.load("content");
        const place = moved.getLocation();
        place.load("address");
        await context.sync();
        moved.delete();
        const count = own.comments.getCount();
        await context.sync();
        return [comment.content, moved.content, place.address.split("!")[1], count.value];
      }),
    expected: ["other words", "other words", "B3", 0],
  },
  {
    name: "a protected sheet refuses changes but to unlocked cells, and wants its password",
    observe: async (excel, sheet) => {
      const attempt = async (change: (own: Excel.Worksheet) => void): Promise<string> => {
        try {
          await excel.run(async (context) => {
            change(context.workbook.worksheets.getItem(sheet));
            await context.sync();
          });
          return "done";
        } catch (error) {
          return (error as { code: string }).code;
        }
      };
      const codes = [
        await attempt((own) => {
          own.getRange("B1").format.protection.locked = false;
          own.protection.protect({ allowInsertRows: true }, "secret");
        }),
        await attempt((own) => (own.getRange("A1").values = [[1]])),
        await attempt((own) => (own.getRange("B1").values = [[2]])),
        await attempt((own) => (own.getRange("A1").format.fill.color = "#FF0000")),
        await attempt((own) => own.getRange("5:5").insert("Down")),
        await attempt((own) => own.getRange("5:5").delete("Up")),
        await attempt((own) => own.tables.add("D1:E2", true)),
        await attempt((own) => own.protection.protect()),
        await attempt((own) => own.protection.unprotect("wrong")),
        await attempt((own) => own.protection.unprotect("secret")),
        await attempt((own) => (own.getRange("A1").values = [[1]])),
      ];
      const state = await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.protection.load("protected");
        const cells = own.getRange("A1:B1");
        cells.load("values");
        await context.sync();
        return [own.protection.protected, cells.values];
      });
      return [codes, state];
    },
    expected: [
      [
        "done",
        "AccessDenied",
        "done",
        "AccessDenied",
        "done",
        "AccessDenied",
        "AccessDenied",
        "InvalidOperation",
        "BadPassword",
        "done",
        "done",
      ],
      [false, [[1, 2]]],
    ],
  },
  {
    name: "a sheet's filter: rows that do not pass are hidden, and come back when it is removed",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:B4").values = [
          ["job", "band"],
          ["x", "4"],
          ["y", "5"],
          ["z", "4"],
        ];
        own.autoFilter.apply(own.getRange("A1:B4"), 1, { filterOn: "Values", values: ["4"] });
        own.autoFilter.load("enabled,isDataFiltered,criteria");
        const range = own.autoFilter.getRange();
        range.load("address");
        const view = own.getRange("A1:A4").getVisibleView();
        view.load("values,cellAddresses,rowCount");
        const row = own.getRange("3:3");
        row.load("rowHidden");
        await context.sync();
        const first = [own.autoFilter.enabled, own.autoFilter.isDataFiltered, range.address.split("!")[1], view.values, row.rowHidden];
        own.autoFilter.remove();
        own.autoFilter.load("enabled");
        row.load("rowHidden");
        await context.sync();
        return [...first, own.autoFilter.enabled, row.rowHidden];
      }),
    expected: [true, true, "A1:B4", [["job"], ["x"], ["z"]], true, false, false],
  },
  {
    name: "rows that a filter, a table's filter or a person hides and shows are told alike",
    observe: async (excel, sheet) => {
      const heard: string[] = [];
      let atWorkbook = 0;
      const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
      await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A6").values = [["band"], [4], [5], [4], [5], [4]];
        own.getRange("D1:D4").values = [["grade"], ["x"], ["y"], ["x"]];
        const table = own.tables.add("D1:D4", true);
        await context.sync();
        own.onRowHiddenChanged.add(async ({ address, changeType }) => void heard.push(`${changeType} ${address}`));
        context.workbook.worksheets.onRowHiddenChanged.add(async () => {
          atWorkbook++;
        });
        await context.sync();
        const steps = [
          () => own.autoFilter.apply(own.getRange("A1:A6"), 0, { filterOn: "Values", values: ["4"] }),
          () => own.autoFilter.apply(own.getRange("A1:A6"), 0, { filterOn: "Values", values: ["5"] }),
          () => own.autoFilter.clearCriteria(),
          () => own.autoFilter.remove(),
          () => table.columns.getItem("grade").filter.applyValuesFilter(["y"]),
          () => table.clearFilters(),
          () => {
            own.getRange("2:3").rowHidden = true;
          },
        ];
        for (const step of steps) {
          heard.push("·");
          step();
          await context.sync();
          await pause();
        }
      });
      return [...heard, atWorkbook];
    },
    expected: [
      "·",
      "Hidden 3:5",
      "·",
      "Unhidden 3:5",
      "Hidden 2:6",
      "·",
      "Unhidden 2:6",
      "·",
      "·",
      "Hidden 2:4",
      "·",
      "Unhidden 2:4",
      "·",
      "Hidden 2:3",
      7,
    ],
  },
  {
    name: "rows and columns hidden by hand",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("2:3").rowHidden = true;
        own.getRange("B:B").columnHidden = true;
        const [rows, mixed, column] = ["2:3", "3:4", "A:C"].map((address) => own.getRange(address));
        rows?.load("rowHidden,hidden");
        mixed?.load("rowHidden");
        column?.load("columnHidden");
        const view = own.getRange("A1:C4").getVisibleView();
        view.load("cellAddresses");
        await context.sync();
        own.getRange("2:3").rowHidden = false;
        rows?.load("rowHidden");
        const before = [rows?.rowHidden, rows?.hidden, mixed?.rowHidden, column?.columnHidden];
        await context.sync();
        const addresses = (view.cellAddresses as string[][]).map((row) => row.map((address) => address.split("!")[1]));
        return [...before, addresses, rows?.rowHidden];
      }),
    expected: [
      true,
      true,
      null,
      null,
      [
        ["A1", "C1"],
        ["A4", "C4"],
      ],
      false,
    ],
  },
];
