import type { Task } from "../../session/session";
import type { WorkbookFailure } from "../../workbook/failure";

const TASK: Readonly<Record<Task, string>> = {
  read: "The register could not be read",
  insert: "The sample register was not inserted",
  select: "The cell could not be shown",
  listen: "The pane cannot follow changes in this workbook",
  command: "The command was not carried out",
};

export const noticeText = {
  inserted: (sheets: readonly string[]): string => `Added: ${sheets.join(", ")}. Change a level and see the results follow.`,
  insertedTitle: "Sample inserted",
  failed: (task: Task, failure: WorkbookFailure): string => `${TASK[task]}. ${describeFailure(failure)}`,
  failedTitle: "That did not work",
  fault: (task: Task, message: string): string =>
    `${TASK[task]}, through a mistake of the add-in: ${message}. Please tell whoever looks after the add-in what you did just before.`,
  referenceTitle: "Function reference",
  reference: "This Excel cannot open a browser window by itself.",
  openReference: "Open the function reference",
  dismiss: "Dismiss",
};

/** What happened in the workbook, and what the person can do. */
export function describeFailure(failure: WorkbookFailure): string {
  switch (failure.kind) {
    case "cell-edit":
      return "A cell is being edited: press Enter or Esc in it, then try again.";
    case "refused":
      return "Excel refused: the sheet or the workbook is protected, or open for reading only. Take the protection off (Review, Unprotect), or save a copy, and try again.";
    case "too-large":
      return "It is more than Excel passes on at once. Fewer rows at a time will work.";
    case "not-available":
      return "This version of Excel does not offer what the add-in asked for. Microsoft 365, Excel LTSC 2021 or later, or Excel on the web is needed.";
    case "later-settings":
      return "What the add-in keeps in this workbook was saved by a later version of it, and stays as it is. Ask for the add-in to be updated.";
    case "not-kept":
      return `Cells ${failure.address} of sheet ${failure.sheet} did not keep what was written, so everything was taken out again.`;
    case "left-behind":
      return `${describeFailure(failure.cause)} These sheets were begun and could not be removed: ${failure.sheets.join(", ")}. Delete them by hand.`;
    case "unexpected":
      return `Excel says: ${failure.message} (${failure.code}).`;
  }
}
