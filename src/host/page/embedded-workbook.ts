import { CommandType, IUndoRedoService, type IWorkbookData } from "@univerjs/core";
import { AddIn } from "../addin";
import type { FaultPlan } from "../fault";
import type { FunctionMetadata } from "../function/metadata";
import type { Button, Manifest } from "../manifest/manifest";
import { drawRibbon } from "../manifest/ribbon";
import { pageAddress, windowName, type StartUp } from "../protocol/start-up";
import { recalculate, registerFunctions } from "../univer/custom-function";
import { createGrid } from "../univer/grid";
import { guardProtectedSheets } from "../univer/protection";
import { UniverWorkbook } from "../univer/univer-workbook";
import { formatAddress, formatArea, parseAddress } from "../workbook/address";
import { protectedMessage } from "../workbook/protection";
import { shownTexts } from "../workbook/shown-text";
import { openWorkbook, saveWorkbook } from "../xlsx/workbook-file";
import { offerWorkbook } from "./created-workbook";
import { connectFile } from "./file";
import { connectHover } from "./hover";
import { openPane } from "./pane";
import { status } from "./status";
import type { Kept } from "./storage";

export interface EmbeddedWorkbook {
  /** Presses a ribbon button as a person would; resolves when its command has completed. */
  press(buttonId: string): Promise<void>;
  /** What cells show, e.g. of `Register!A2:C9`. */
  read(address: string): string[][];
  /** Resolves when the grid takes what is typed. */
  readonly drawn: Promise<void>;
  /** Resolves when formulas and functions have settled. */
  settled(): Promise<void>;
  /** Opens a workbook's file in the place of what is there, and says so on the page. */
  openFile(file: File): Promise<void>;
  /** The workbook as it is, to be opened again. */
  keep(): Kept<IWorkbookData>;
}

export interface EmbeddedWorkbookOptions {
  /** What functions see of a blank cell: null as on the web, 0 as on Windows. */
  readonly blank: null | 0;
  /** What is to go wrong, for tests. */
  readonly faults: FaultPlan;
  readonly kept?: Kept<IWorkbookData> | undefined;
  /** Called after each change that is worth keeping. */
  readonly changed: () => void;
}

/** Saving waits so long for functions that are at work. */
const longestWaitMs = 15_000;

/** Puts grid, ribbon, pane and status line together and starts the add-in's page in the pane's frame. */
export function openEmbeddedWorkbook(manifest: Manifest, metadata: FunctionMetadata, options: EmbeddedWorkbookOptions): EmbeddedWorkbook {
  const grid = createGrid(element("grid"), options.kept?.workbook);
  const settings = new Map(options.kept?.settings);
  const port = new UniverWorkbook(grid);
  const pageOrigin = new URL(manifest.pageUrl).origin;
  const pane = openPane(manifest.displayName);
  const startAddIn = (): AddIn => {
    const startUp: StartUp = {
      conversationId: crypto.randomUUID(),
      addinId: manifest.displayName,
      hostOrigin: location.origin,
      locale: "en-US",
    };
    const frame = pane.newFrame(windowName(startUp));
    if (!frame.contentWindow) throw new Error("The browser gave the task pane no window.");
    const started = new AddIn(
      {
        startUp,
        port,
        settings,
        settingsSaved: options.changed,
        pane,
        unavailable: (member) => status.unavailable(member),
        functionsSettled: (addresses) => recalculate(grid, addresses),
        blank: () => options.blank,
        faults: options.faults,
        openWorkbook: offerWorkbook,
      },
      window,
      frame.contentWindow,
      pageOrigin,
    );
    frame.src = pageAddress(manifest.pageUrl, startUp);
    return started;
  };
  let addIn = startAddIn();
  registerFunctions(grid, manifest.namespace, metadata, () => addIn.broker);

  const press = async (button: Button): Promise<void> => {
    if (button.action.kind === "showPane") pane.show(true);
    else await addIn.runCommand(button.action.functionName, button.id);
  };
  drawRibbon(element("ribbon"), manifest, (button) => void press(button));
  for (const button of manifest.cellMenu) {
    const item = { id: button.id, title: button.label, tooltip: button.tip, action: () => void press(button) };
    grid.facade.createMenu(item).appendTo(["contextMenu.mainArea", "contextMenu.others"]);
  }

  const showCell = () => {
    const sheet = port.activeSheet();
    const area = { ...port.selection(), rowCount: 1, columnCount: 1 };
    const [[shown = ""] = []] = shownTexts(sheet, area);
    status.cell(formatArea(area), shown, addIn.broker.messageAt(formatAddress(sheet.name(), area)));
    status.working(addIn.broker.waiting);
  };
  port.listen((event) => {
    if (event.kind !== "sheetAdded" && event.kind !== "sheetDeleted") showCell();
  });
  connectHover(grid, port, element("grid"), (address) => addIn.broker.messageAt(address));
  guardProtectedSheets(grid, port, (sheet) => status.refused(protectedMessage(sheet)));
  // Functions and formulas answer some time after what caused them.
  grid.facade.getFormula().calculationResultApplied(showCell);

  grid.commands.onCommandExecuted(({ type }, how) => {
    if (type === CommandType.MUTATION && !how?.["fromFormula"]) options.changed();
  });

  const settled = async (): Promise<void> => {
    do {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await port.settled();
    } while (addIn.broker.waiting > 0 || port.calculating);
  };

  let unsaved = false;
  port.listen(({ kind }) => (unsaved ||= kind === "changed"));
  const fileOptions = { namespace: manifest.namespace, addIn: { id: manifest.id, version: manifest.version } };
  const openFile = connectFile(element("file"), {
    changed: () => unsaved,
    save: async () => {
      // A function that never answers is saved without a value.
      await Promise.race([settled(), new Promise((resolve) => setTimeout(resolve, longestWaitMs))]);
      // What is typed while the file is written is not in it.
      const before = unsaved;
      unsaved = false;
      try {
        return await saveWorkbook(port, { ...fileOptions, settings });
      } catch (error) {
        unsaved = before || unsaved;
        throw error;
      }
    },
    open: async (bytes, progress) => {
      const before = { closed: false };
      const closeAddIn = () => {
        addIn.close();
        before.closed = true;
      };
      try {
        const outcome = await openWorkbook(port, bytes, { ...fileOptions, progress, before: closeAddIn });
        if (outcome.kind !== "opened") return outcome;
        settings.clear();
        for (const [name, value] of outcome.settings) settings.set(name, value);
        return outcome;
      } finally {
        if (before.closed) {
          // The add-in starts with the document; nobody undoes into the one before.
          addIn = startAddIn();
          grid.injector.get(IUndoRedoService).clearUndoRedo(grid.workbook.getUnitId());
          port.recalculate();
          unsaved = false;
          options.changed();
        }
      }
    },
  });

  const buttons = manifest.tabs.flatMap(({ groups }) => groups.flatMap((group) => group.buttons));
  return {
    press: async (buttonId) => {
      const button = buttons.find(({ id }) => id === buttonId);
      if (!button) throw new Error(`The ribbon has no button "${buttonId}"; it has ${buttons.map(({ id }) => id).join(", ")}.`);
      await press(button);
    },
    read: (address) => {
      const parsed = parseAddress(address);
      const sheet = port.sheets().find((candidate) => candidate.name() === parsed?.sheetName) ?? port.activeSheet();
      if (!parsed) throw new Error(`"${address}" is not an address.`);
      return shownTexts(sheet, parsed.area);
    },
    drawn: grid.drawn,
    settled,
    openFile,
    keep: () => ({ savedAt: new Date().toISOString(), workbook: grid.workbook.save(), settings: [...settings] }),
  };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}
