import { AddIn } from "../addin";
import type { FunctionMetadata } from "../function/metadata";
import type { Button, Manifest } from "../manifest/manifest";
import { drawRibbon } from "../manifest/ribbon";
import { pageAddress, windowName, type StartUp } from "../protocol/start-up";
import { recalculate, registerFunctions } from "../univer/custom-function";
import { createGrid } from "../univer/grid";
import { UniverWorkbook } from "../univer/univer-workbook";
import { formatAddress } from "../workbook/address";
import { openPane } from "./pane";
import { status } from "./status";

export interface EmbeddedWorkbook {
  /** Presses a ribbon button as a person would; resolves when its command has completed. */
  press(buttonId: string): Promise<void>;
}

/** Puts grid, ribbon, pane and status line together and starts the add-in's page in the pane's frame. */
export function openEmbeddedWorkbook(
  manifest: Manifest,
  metadata: FunctionMetadata,
  options: { readonly blank: null | 0 },
): EmbeddedWorkbook {
  const grid = createGrid(element("grid"));
  const port = new UniverWorkbook(grid);
  const pageOrigin = new URL(manifest.pageUrl).origin;
  const startUp: StartUp = {
    conversationId: crypto.randomUUID(),
    addinId: manifest.displayName,
    hostOrigin: location.origin,
    locale: "en-US",
  };
  const pane = openPane(manifest.displayName);
  pane.frame.name = windowName(startUp);
  element("pane-frame").append(pane.frame);
  if (!pane.frame.contentWindow) throw new Error("The browser gave the task pane no window.");
  const addIn = new AddIn(
    {
      startUp,
      port,
      settings: new Map(),
      pane,
      unavailable: (member) => status.unavailable(member),
      functionsSettled: (addresses) => {
        recalculate(grid, addresses);
        status.working(addIn.broker.waiting);
        showMessage();
      },
      blank: () => options.blank,
    },
    window,
    pane.frame.contentWindow,
    pageOrigin,
  );
  registerFunctions(grid, manifest.namespace, metadata, () => addIn.broker);
  pane.frame.src = pageAddress(manifest.pageUrl, startUp);

  const press = async (button: Button): Promise<void> => {
    if (button.action.kind === "showPane") pane.show(true);
    else await addIn.runCommand(button.action.functionName, button.id);
  };
  drawRibbon(element("ribbon"), manifest, (button) => void press(button));

  const showMessage = () => {
    const area = { ...port.selection(), rowCount: 1, columnCount: 1 };
    status.message(addIn.broker.messageAt(formatAddress(port.activeSheet().name(), area)));
  };
  port.listen((event) => {
    if (event.kind === "selected" || event.kind === "activated") showMessage();
    if (event.kind === "changed") setTimeout(() => status.working(addIn.broker.waiting), 0);
  });

  const buttons = manifest.tabs.flatMap(({ groups }) => groups.flatMap((group) => group.buttons));
  return {
    press: async (buttonId) => {
      const button = buttons.find(({ id }) => id === buttonId);
      if (!button) throw new Error(`The ribbon has no button "${buttonId}"; it has ${buttons.map(({ id }) => id).join(", ")}.`);
      await press(button);
    },
  };
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no element "${id}".`);
  return found;
}
