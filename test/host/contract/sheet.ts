import type { ContractCase } from "./case";

/** Sheets, names, layout, selection, calculation and events. */
export const sheetCases: readonly ContractCase[] = [
  {
    name: "sheets are added, renamed, moved, hidden, very hidden, deleted; the last visible one is not",
    observe: async (excel, sheet) => {
      const attempt = async (change: (context: Excel.RequestContext) => void): Promise<string> => {
        try {
          await excel.run(async (context) => {
            change(context);
            await context.sync();
          });
          return "done";
        } catch (error) {
          return (error as { code: string }).code;
        }
      };
      const names = () =>
        excel.run(async (context) => {
          const { worksheets } = context.workbook;
          worksheets.load("items/name,items/visibility,items/position");
          await context.sync();
          const own = worksheets.items.filter(({ name }) => name.startsWith(sheet));
          return own.map(({ name, visibility }) => [name.slice(sheet.length), visibility]);
        });
      const codes = [
        await attempt(({ workbook }) => workbook.worksheets.add(`${sheet}2`)),
        await attempt(({ workbook }) => workbook.worksheets.add(sheet.toUpperCase())),
        await attempt(({ workbook }) => workbook.worksheets.add("a/b")),
        await attempt(({ workbook }) => workbook.worksheets.add("x".repeat(32))),
        await attempt(({ workbook }) => (workbook.worksheets.getItem(`${sheet}2`).name = `${sheet}b`)),
        await attempt(({ workbook }) => (workbook.worksheets.getItem(`${sheet}b`).position = 0)),
        await attempt(({ workbook }) => (workbook.worksheets.getItem(`${sheet}b`).visibility = "VeryHidden")),
        await attempt(({ workbook }) => (workbook.worksheets.getItem(sheet).tabColor = "#336699")),
        await attempt(({ workbook }) => (workbook.worksheets.getItem(sheet).showGridlines = false)),
        await attempt(({ workbook }) => workbook.worksheets.getItem(`${sheet}b`).activate()),
        await attempt(({ workbook }) => workbook.worksheets.getItem(`${sheet}b`).delete()),
      ];
      const seen = await names();
      const looks = await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.load("tabColor,showGridlines");
        const other = context.workbook.worksheets.getItem(`${sheet}b`);
        other.load("position");
        await context.sync();
        const result = [own.tabColor, own.showGridlines, other.position];
        other.visibility = "Visible";
        other.delete();
        own.showGridlines = true;
        await context.sync();
        return result;
      });
      return [codes, seen, looks];
    },
    expected: [
      [
        "done",
        "ItemAlreadyExists",
        "InvalidArgument",
        "InvalidArgument",
        "done",
        "done",
        "done",
        "done",
        "done",
        "InvalidOperation",
        "InvalidOperation",
      ],
      [
        ["b", "VeryHidden"],
        ["", "Visible"],
      ],
      ["#336699", false, 0],
    ],
  },
  {
    name: "names of the workbook and of a sheet",
    observe: async (excel, sheet) => {
      const name = `Points_${sheet.replace(/\W/g, "")}`;
      return excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A2").values = [[4], [5]];
        own.getRange("C1").values = [[`=SUM(A1:A2)`]];
        const wide = context.workbook.names.add(name, own.getRange("A1:A2"));
        own.names.add(`${name}_own`, own.getRange("A2"));
        const constant = context.workbook.names.add(`${name}_max`, "=1000");
        own.getRange("D1").values = [[`=SUM(${name})`]];
        wide.load("name,type,value,formula,scope");
        constant.load("type,value");
        const range = wide.getRange();
        range.load("address");
        const local = own.names.getItem(`${name}_own`);
        local.load("scope");
        const elsewhere = context.workbook.names.getItemOrNullObject(`${name}_own`);
        elsewhere.load("name");
        const viaName = own.getRange(name);
        viaName.load("address");
        const sum = own.getRange("D1");
        sum.load("values");
        await context.sync();
        const result = [
          [wide.name === name, wide.type, String(wide.value).split("!")[1], wide.scope],
          [constant.type, constant.value],
          [range.address.split("!")[1], viaName.address.split("!")[1]],
          [local.scope, elsewhere.isNullObject],
          sum.values,
        ];
        wide.delete();
        constant.delete();
        local.delete();
        const gone = context.workbook.names.getItemOrNullObject(name);
        gone.load("name");
        await context.sync();
        return [...result, gone.isNullObject];
      });
    },
    expected: [[true, "Range", "A1:A2", "Workbook"], ["Integer", 1000], ["A1:A2", "A1:A2"], ["Worksheet", true], [[9]], true],
  },
  {
    name: "panes are frozen at a range, read back and freed",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const panes = context.workbook.worksheets.getItem(sheet).freezePanes;
        const nothing = panes.getLocationOrNullObject();
        nothing.load("address");
        await context.sync();
        const free = nothing.isNullObject;
        panes.freezeAt("A1:B3");
        const location = panes.getLocation();
        location.load("address");
        await context.sync();
        panes.unfreeze();
        const after = panes.getLocationOrNullObject();
        after.load("address");
        await context.sync();
        return [free, location.address.split("!")[1], after.isNullObject];
      }),
    expected: [true, "A1:B3", true],
  },
  {
    name: "how a sheet is printed is kept",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem(sheet);
        pageLayout.orientation = "Landscape";
        pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
        pageLayout.setPrintArea("A1:C9");
        pageLayout.setPrintTitleRows("$1:$2");
        pageLayout.headersFooters.defaultForAllPages.centerFooter = "Page &P";
        pageLayout.load("orientation,zoom");
        const area = pageLayout.getPrintArea();
        area.load("address");
        const titles = pageLayout.getPrintTitleRowsOrNullObject();
        titles.load("address");
        const footer = pageLayout.headersFooters.defaultForAllPages;
        footer.load("centerFooter");
        await context.sync();
        return [pageLayout.orientation, pageLayout.zoom, area.address.split("!")[1], titles.address.split("!")[1], footer.centerFooter];
      }),
    expected: ["Landscape", { horizontalFitToPages: 1, verticalFitToPages: 0 }, "A1:C9", "1:2", "Page &P"],
  },
  {
    name: "column widths and row heights, and fitted ones",
    observe: (excel, sheet) =>
      excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A:B").format.columnWidth = 90;
        own.getRange("1:1").format.rowHeight = 30;
        own.getRange("C1:C2").values = [["short"], ["a text that is a good deal longer than the column is wide"]];
        own.getRange("C:C").format.autofitColumns();
        const [column, row, fitted] = ["A1", "A1", "C1"].map((address) => own.getRange(address).format);
        column?.load("columnWidth");
        row?.load("rowHeight");
        fitted?.load("columnWidth");
        await context.sync();
        return [column?.columnWidth, row?.rowHeight, (fitted?.columnWidth ?? 0) > 150];
      }),
    expected: [90, 30, true],
  },
  {
    name: "a change is told with its details, a write of the add-in's own as such, until the handler is removed",
    observe: async (excel, sheet) => {
      const heard: unknown[] = [];
      const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
      const write = (value: unknown) =>
        excel.run(async (context) => {
          context.workbook.worksheets.getItem(sheet).getRange("B2").values = [[value]];
          await context.sync();
        });
      await write("before");
      const handler = await excel.run(async (context) => {
        const added = context.workbook.worksheets
          .getItem(sheet)
          .onChanged.add(async ({ address, changeType, details, source, triggerSource }) => {
            heard.push([address, changeType, details.valueBefore, details.valueAfter, source, triggerSource]);
          });
        await context.sync();
        return added;
      });
      await write(7);
      await pause();
      await excel.run(handler.context, async (context) => {
        handler.remove();
        await context.sync();
      });
      await write(8);
      await pause();
      return heard;
    },
    expected: [["B2", "RangeEdited", "before", 7, "Local", "ThisLocalAddin"]],
  },
  {
    name: "inserted and deleted rows, columns and cells are told by kind; formulas that follow are not told",
    observe: async (excel, sheet) => {
      const heard: unknown[] = [];
      const pause = () => new Promise((resolve) => setTimeout(resolve, 150));
      await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.getRange("A1:A3").values = [[1], [2], ["=A1+A2"]];
        own.onChanged.add(async ({ address, changeType }) => {
          heard.push(`${changeType} ${address}`);
        });
        await context.sync();
        for (const [address, way] of [
          ["2:3", "in"],
          ["B:B", "in"],
          ["C1:C2", "in"],
          ["2:2", "out"],
          ["B:B", "out"],
          ["C1", "out"],
        ] as const) {
          if (way === "in") own.getRange(address).insert(address === "B:B" ? "Right" : "Down");
          else own.getRange(address).delete(address === "B:B" ? "Left" : "Up");
          await context.sync();
        }
      });
      await pause();
      return heard;
    },
    expected: ["RowInserted 2:3", "ColumnInserted B:B", "CellInserted C1:C2", "RowDeleted 2:2", "ColumnDeleted B:B", "CellDeleted C1"],
  },
  {
    name: "selection, activation, tables and sheets that come and go are told",
    observe: async (excel, sheet) => {
      const heard: string[] = [];
      const pause = () => new Promise((resolve) => setTimeout(resolve, 200));
      await excel.run(async (context) => {
        const { worksheets, tables } = context.workbook;
        const own = worksheets.getItem(sheet);
        own.activate();
        own.getRange("A1:A2").values = [["h"], [1]];
        await context.sync();
        worksheets.onAdded.add(async () => void heard.push("sheet added"));
        worksheets.onDeleted.add(async () => void heard.push("sheet deleted"));
        own.onActivated.add(async () => void heard.push("activated"));
        own.onDeactivated.add(async () => void heard.push("deactivated"));
        own.onSelectionChanged.add(async ({ address }) => void heard.push(`selected ${address}`));
        tables.onAdded.add(async () => void heard.push("table added"));
        tables.onDeleted.add(async () => void heard.push("table deleted"));
        await context.sync();
        own.getRange("C3:D4").select();
        await context.sync();
        await pause();
        const other = worksheets.add(`${sheet} x`);
        other.activate();
        await context.sync();
        await pause();
        own.activate();
        other.delete();
        await context.sync();
        await pause();
        const table = own.tables.add("A1:A2", true);
        await context.sync();
        table.onChanged.add(async ({ address }) => void heard.push(`table changed ${address}`));
        table.onSelectionChanged.add(async ({ address, isInsideTable }) => void heard.push(`table selected ${address} ${isInsideTable}`));
        await context.sync();
        own.getRange("A2").values = [[2]];
        own.getRange("A2:B5").select();
        await context.sync();
        await pause();
        own.getRange("E9").select();
        await context.sync();
        await pause();
        table.delete();
        await context.sync();
        await pause();
      });
      return heard.filter((line, index) => line !== heard[index - 1]);
    },
    expected: [
      "selected C3:D4",
      "sheet added",
      "deactivated",
      "activated",
      "sheet deleted",
      "table added",
      "table changed A2",
      "selected A2:B5",
      "table selected A2 true",
      "selected E9",
      "table selected  false",
      "table deleted",
    ],
  },
  {
    name: "the workbook tells of a selection by its own event",
    observe: async (excel, sheet) => {
      let count = 0;
      await excel.run(async (context) => {
        const own = context.workbook.worksheets.getItem(sheet);
        own.activate();
        context.workbook.onSelectionChanged.add(async () => {
          count++;
        });
        await context.sync();
        own.getRange("B7").select();
        await context.sync();
        await new Promise((resolve) => setTimeout(resolve, 200));
        const selected = context.workbook.getSelectedRange();
        selected.load("address");
        await context.sync();
        if (selected.address.split("!")[1] !== "B7") count = -1;
      });
      return count > 0;
    },
    expected: true,
  },
  {
    name: "calculation, its mode, and the hints that suspend it",
    observe: async (excel, sheet) => {
      const values = await excel.run(async (context) => {
        const { application } = context.workbook;
        const own = context.workbook.worksheets.getItem(sheet);
        application.suspendApiCalculationUntilNextSync();
        application.suspendScreenUpdatingUntilNextSync();
        own.getRange("A1:A2").values = [[3], ["=A1*2"]];
        application.calculate("Full");
        application.load("calculationMode");
        const range = own.getRange("A2");
        range.load("values");
        await context.sync();
        return [application.calculationMode, range.values] as unknown[];
      });
      return values;
    },
    expected: ["Automatic", [[6]]],
  },
];
