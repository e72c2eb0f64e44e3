import {
  DataValidationType,
  ICommandService,
  IUndoRedoService,
  LifecycleService,
  LifecycleStages,
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
import {
  AfterSpaceCommand,
  CalculationMode,
  DocAutoFormatService,
  IEditorBridgeService,
  UniverSheetsCorePreset,
} from "@univerjs/preset-sheets-core";
import coreTexts from "@univerjs/preset-sheets-core/locales/en-US";
import { DataValidatorRegistryService, UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import validationTexts from "@univerjs/preset-sheets-data-validation/locales/en-US";
import { UniverSheetsFilterPreset } from "@univerjs/preset-sheets-filter";
import filterTexts from "@univerjs/preset-sheets-filter/locales/en-US";
import { UniverSheetsNotePreset } from "@univerjs/preset-sheets-note";
import noteTexts from "@univerjs/preset-sheets-note/locales/en-US";
import { UniverSheetsSortPreset } from "@univerjs/preset-sheets-sort";
import sortTexts from "@univerjs/preset-sheets-sort/locales/en-US";
import { UniverSheetsTablePreset } from "@univerjs/preset-sheets-table";
import tableTexts from "@univerjs/preset-sheets-table/locales/en-US";
import type { UndoStep } from "../workbook/port";
import { newSheetId } from "../workbook/sheet-id";
import { StepwiseUndo } from "./undo-steps";

/** The spreadsheet in the page: Univer with its formula engine, its tables, and nothing that is not free software. */
export interface Grid {
  readonly facade: FUniver;
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly workbook: Workbook;
  /** Runs a command for the add-in's page or for a file. */
  execute(id: string, params?: object): boolean;
  /** Whether such a command is running; what else runs is a person's doing. */
  readonly executing: boolean;
  /** Several changes that are undone as one. */
  undoStep(): UndoStep;
  /** Resolves when the grid has been drawn; what is typed before then is lost. */
  readonly drawn: Promise<void>;
}

/** Grows as it is written to; Excel's size would cost the grid minutes. */
const startRows = 200;
const startColumns = 40;

/**
 * What is said of a number stored as text is asked for under the sheet's texts and stands under the number formats': it is set there too. A
 * merge of texts takes the last object whole, so the others are carried along.
 */
const { "sheets-ui": sheetTexts, "sheets-numfmt-ui": formatTexts } = coreTexts as Readonly<Record<string, { readonly info: object }>>;
const gridTexts = { ...coreTexts, "sheets-ui": { ...sheetTexts, info: { ...sheetTexts?.info, ...formatTexts?.info } } };

export function createGrid(container: HTMLElement, saved?: IWorkbookData): Grid {
  const univer = new Univer({
    override: [[IUndoRedoService, { useClass: StepwiseUndo }]],
    locale: LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: mergeLocales(gridTexts, tableTexts, validationTexts, formattingTexts, filterTexts, sortTexts, noteTexts),
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
  keepTypedText(injector);
  const commands = injector.get(ICommandService);
  const undo = injector.get(IUndoRedoService);
  if (!(undo instanceof StepwiseUndo)) throw new Error("The grid's undo is not the one that was given to it.");
  const drawn = injector.get(LifecycleService).onStage(LifecycleStages.Rendered);
  void drawn.then(() => keepListsClosed(injector));
  let depth = 0;
  return {
    facade: FUniver.newAPI(univer),
    injector,
    commands,
    workbook,
    execute: (id, params) => {
      depth++;
      try {
        return commands.syncExecuteCommand(id, params);
      } finally {
        depth--;
      }
    },
    get executing() {
      return depth > 0;
    },
    undoStep: () => undo.step(),
    drawn,
  };
}

/** The grid's editor is a word processor's: "1. " would begin a list, and the cell would lose its text. */
function keepTypedText(injector: Injector): void {
  injector.get(DocAutoFormatService).registerAutoFormat({
    id: AfterSpaceCommand.id,
    match: () => true,
    getMutations: () => [],
    priority: Number.MAX_SAFE_INTEGER,
  });
}

function emptyWorkbook(): Partial<IWorkbookData> {
  const sheet = { id: newSheetId(), name: "Sheet1", rowCount: startRows, columnCount: startColumns };
  return { id: "workbook", name: "Workbook", sheetOrder: [sheet.id], sheets: { [sheet.id]: sheet } };
}

/** A cell's list opens by its arrow, as in Excel. One that opened as soon as somebody types would take Tab, and keys would be lost. */
function keepListsClosed(injector: Injector): void {
  const list = injector.get(DataValidatorRegistryService).getValidatorItem(DataValidationType.LIST);
  if (!list) return;
  const kind = list.dropdownType;
  const editor = injector.get(IEditorBridgeService);
  Object.defineProperty(list, "dropdownType", { get: () => (editor.isVisible().visible ? undefined : kind) });
}
