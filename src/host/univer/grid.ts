import {
  ICommandService,
  LocaleType,
  mergeLocales,
  Univer,
  UniverInstanceType,
  type Injector,
  type IWorkbookData,
  type Workbook,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import formattingTexts from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import { CalculationMode, UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterTexts from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteTexts from "@univerjs/preset-sheets-note/locales/en-US";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortTexts from "@univerjs/preset-sheets-sort/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableTexts from "@univerjs/preset-sheets-table/locales/en-US";
import { newSheetId } from "../workbook/sheet-id";

/** The spreadsheet in the page: Univer with its formula engine, its tables, and nothing that is not free software. */
export interface Grid {
  readonly facade: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
}

/** Grows as it is written to; Excel's size would cost the grid minutes. */
const startRows = 200;
const startColumns = 40;

export function createGrid(container: HTMLElement, saved?: IWorkbookData): Grid {
  const univer = new Univer({
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(coreTexts, tableTexts, validationTexts, formattingTexts, filterTexts, sortTexts, noteTexts),
    },
  });
  const presets = [
    UniverSheetsCorePreset({
      container,
      header: true,
      toolbar: false,
      contextMenu: true,
      formulaBar: true,
      footer: {},
      // A kept workbook has no spilled cells and no answers of functions in it.
      formula: { initialFormulaComputing: CalculationMode.FORCED },
    }),
    UniverSheetsFilterPreset(),
    UniverSheetsSortPreset(),
    UniverSheetsTablePreset(),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins)) {
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  }
  const workbook = univer.createUnit<IWorkbookData, Workbook>(UniverInstanceType.UNIVER_SHEET, saved ?? emptyWorkbook());
  const injector = univer.__getInjector();
  return { facade: FUniver.newAPI(univer), injector, commands: injector.get(ICommandService), workbook };
}

function emptyWorkbook(): Partial<IWorkbookData> {
  const sheet = { id: newSheetId(), name: "Sheet1", rowCount: startRows, columnCount: startColumns };
  return { id: "workbook", name: "Workbook", sheetOrder: [sheet.id], sheets: { [sheet.id]: sheet } };
}
