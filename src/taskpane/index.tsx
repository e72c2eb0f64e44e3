import { associateCommands } from "../commands";
import { createSession } from "../session/session";
import { excelReady } from "../workbook/host";
import { startText } from "./text/start";

/** The functions answer from functions.js, which the page loads first; the pane's components come last. */
async function start(): Promise<void> {
  const session = createSession();
  const inExcel = await excelReady();
  if (inExcel) associateCommands(session, new URL("help/index.html", document.baseURI).href);
  const started = inExcel ? session.start() : session.startOutside();
  const { renderPane } = await import("./render");
  renderPane(paneElement(), session);
  await started;
}

function paneElement(): HTMLElement {
  const element = document.getElementById("pane");
  if (element === null) throw new Error("taskpane.html has no element with the id pane");
  return element;
}

start().catch((error: unknown) => {
  paneElement().textContent = startText.failed(error instanceof Error ? error.message : String(error));
});
