import { failureOf, type Outcome } from "./failure";

/** Waits for Office; false where the page was not opened by Excel. */
export async function excelReady(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const { host } = await Office.onReady();
  return host === Office.HostType.Excel;
}

/** Brings the pane in sight; a command may run while it is closed. */
export async function showPane(): Promise<Outcome<void>> {
  try {
    await Office.addin.showAsTaskpane();
    return { ok: true, value: undefined };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return { ok: false, failure };
  }
}

/** Opens an address in the person's browser; false where this Excel has no way to. */
export function openInBrowser(address: string): boolean {
  if (!Office.context.requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) return false;
  Office.context.ui.openBrowserWindow(address);
  return true;
}
