import { areaAddress, type Area } from "./address";
import { type Outcome, run, type WorkbookFailure } from "./failure";
import { addSheets } from "./insertion";
import { type ScenarioReport, scenarioSheet } from "./scenario-sheet";

/** A scenario's sheet as it was added. */
export interface WrittenScenario {
  readonly sheetId: string;
  readonly sheetName: string;
  /** What this Excel would not do; the sheet stands without it. */
  readonly without: readonly ("chart" | "print")[];
}

/** Adds a sheet for a scenario: cells first, all or nothing; then the chart and the print layout, where this Excel has them. */
export async function writeScenario(report: ScenarioReport): Promise<Outcome<WrittenScenario>> {
  const { plan, chart, chartPlace, print } = scenarioSheet(report);
  const added = await addSheets([plan], () => Promise.resolve());
  if (!added.ok) return added;
  const [sheet] = added.value;
  if (sheet === undefined) throw new Error("addSheets added none");
  const drawn = await optional("1.1", (worksheet) => {
    const figure = worksheet.charts.add("ColumnClustered", worksheet.getRange(areaAddress(chart)), "Columns");
    figure.title.text = `Scenario, not an outcome: jobs in each band, ${report.name}`;
    figure.axes.categoryAxis.title.text = "Band";
    figure.axes.valueAxis.title.text = "Jobs";
    figure.setPosition(cornerOf(chartPlace, 0), cornerOf(chartPlace, 1));
  });
  const printed = await optional("1.9", (worksheet) => {
    const { pageLayout } = worksheet;
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    pageLayout.setPrintArea(areaAddress(print));
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.headersFooters.defaultForAllPages.centerHeader = "Scenario, not an outcome";
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "Page &P of &N";
  });
  return {
    ok: true,
    value: {
      sheetId: sheet.id,
      sheetName: sheet.name,
      without: [...(drawn === null ? [] : ["chart" as const]), ...(printed === null ? [] : ["print" as const])],
    },
  };

  /** null where it was done. */
  async function optional(version: string, work: (worksheet: Excel.Worksheet) => void): Promise<WorkbookFailure | null> {
    if (!Office.context.requirements.isSetSupported("ExcelApi", version)) return { kind: "not-available" };
    const outcome = await run(async (context) => {
      work(context.workbook.worksheets.getItem(sheet!.id));
      await context.sync();
    });
    return outcome.ok ? null : outcome.failure;
  }
}

const cornerOf = ({ row, column, rows, columns }: Area, end: 0 | 1): string =>
  areaAddress({ row: row + end * (rows - 1), column: column + end * Math.min(columns - 1, 8), rows: 1, columns: 1 }).split(":")[0] ?? "";
