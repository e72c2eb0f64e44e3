import type { Session } from "../session/session";
import { openInBrowser, showPane } from "../workbook/host";
import { type ActionName, actionNames } from "./action";

/** Ties the ribbon's buttons to the session. What goes wrong is told in the pane, which is shown for that. */
export function associateCommands(session: Session, referenceAddress: string): void {
  const handlers: Readonly<Record<ActionName, () => Promise<void>>> = {
    insertSampleRegister: () => session.insertSample(),
    showFunctionReference: () => {
      if (!openInBrowser(referenceAddress)) session.tell({ kind: "reference", address: referenceAddress });
      return Promise.resolve();
    },
  };
  for (const name of actionNames) {
    Office.actions.associate(name, (event?: Office.AddinCommands.Event) => void carryOut(session, handlers[name], event));
  }
}

async function carryOut(session: Session, handler: () => Promise<void>, event?: Office.AddinCommands.Event): Promise<void> {
  const before = session.getState().notice;
  try {
    await handler();
  } catch (error) {
    session.tell({ kind: "fault", task: "command", message: error instanceof Error ? error.message : String(error) });
  }
  try {
    const { notice } = session.getState();
    if (notice !== null && notice !== before && notice.kind !== "inserted") await showPane();
  } finally {
    // Excel keeps the button waiting for five minutes otherwise.
    event?.completed();
  }
}
