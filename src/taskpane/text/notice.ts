import type { Task } from "../../session/session-state";
import { areaAddress, cellAddress } from "../../workbook/address";
import type { WorkbookFailure } from "../../workbook/failure";
import type { IdAnswer } from "../../workbook/job-id";
import type { Written } from "../../workbook/last-write";
import type { FillAnswer } from "../../workbook/result-fill";
import type { ResultsThere } from "../../workbook/result";
import { firstTwelve, resultText } from "./adopt";

const TASK: Readonly<Record<Task, string>> = {
  read: "The register could not be read",
  insert: "The sample register was not inserted",
  create: "The register was not created",
  select: "The cell could not be shown",
  listen: "The pane cannot follow changes in this workbook",
  adopt: "The sheet was not adopted",
  results: "No result columns were added",
  restore: "The last change was not taken back",
  fill: "The missing formulas were not filled in",
  reenter: "The formulas were not entered again",
  grades: "The grade table was not kept",
  choose: "The selected cells could not be read",
  ids: "No ids were given",
  handover: "No hand-over copy was made",
  command: "The command was not carried out",
};

export const noticeText = {
  inserted: (sheets: readonly string[]): string => `Added: ${sheets.join(", ")}. Change a level and see the results follow.`,
  createdTitle: "Register created",
  created: (sheet: string): string =>
    `Sheet ${sheet} is ready: type ids and titles, choose a level in each factor, and score and band follow.`,
  adoptedTitle: "Register adopted",
  adopted: (sheet: string): string => `The pane now reads sheet ${sheet}. Nothing on it was changed.`,
  resultsTitle: "Result columns added",
  results: {
    rows: (sheet: string, address: string): string =>
      `${address} on sheet ${sheet}: a formula in each job's row, which follows every level. Jobs typed in later are listed in this view, to have theirs filled in.`,
    spill: (sheet: string, address: string): string => `${address} on sheet ${sheet}: one formula for all jobs; its results spill down.`,
    values: (sheet: string, address: string): string =>
      `${address} on sheet ${sheet}: values as they are now, since there are more jobs than formulas can follow, or totals stand between them. They do not follow later changes.`,
  },
  handedOverTitle: "Hand-over copy made",
  handedOver: (sheet: string): string =>
    `Sheet ${sheet} scores by itself. To give it away, right-click its tab, choose Move or Copy, and move it to a new book.`,
  restoredTitle: "Taken back",
  restored: (what: Written["what"]): string =>
    what === "ids"
      ? "The ids that were given last are gone; the cells are as before."
      : what === "formulas"
        ? "The formulas that were filled in last are gone; the cells are as before."
        : "The columns that were added last are gone; the cells are as before.",
  notKept: "It is too large for the workbook to remember: Restore works only as long as this pane is open.",
  idsTitle: "Ids given",
  noIdsTitle: "No ids were given",
  ids: describeIds,
  filledTitle: "Formulas filled in",
  notFilledTitle: "No formula was filled in",
  filled: describeFilled,
  reenteredTitle: "Formulas entered again",
  reentered: (count: number): string =>
    count === 0 ? "No cell shows #NAME? for a function of this add-in." : `${count} cells were entered again.`,
  gradesTitle: "Grade table kept",
  gradesKept: "This register's formulas will use the selected grade table.",
  tableFaultTitle: "These cells cannot be used yet",
  resultsThereTitle: "Result columns stand there already",
  resultsThere: (columns: ResultsThere["columns"]): string =>
    `Nothing was written: ${columns.map(({ name, letters }) => `${resultText[name]} in column ${letters}`).join(", ")}. Untick what the sheet has, or delete that column first. Jobs without a formula in it are listed above, to be filled in.`,
  gradesMissingTitle: "A grade table is needed",
  gradesMissing:
    "This scheme has no national grades. Select the cells with your grades (label, lowest score, highest score), then press Use selected cells as grade table; or untick Band or grade, and the scores come alone.",
  headingsMissingTitle: "Some columns are not found",
  headingsMissing: "The register's headings have changed; the Register view names them.",
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

function describeIds(answer: IdAnswer): string {
  switch (answer.kind) {
    case "headings-missing":
      return noticeText.headingsMissing;
    case "ids-complete":
      return "Every job has one already.";
    case "evidence-headings":
      return `Sheet ${answer.sheetName} holds evidence under ids that cannot be read: these headings are missing: ${answer.missing.join(", ")}. Put them back, so that no id is given twice.`;
    case "ids-written": {
      const { jobs, column, doubtful, written, kept } = answer;
      const where =
        column === null
          ? written.area.rows === 1
            ? cellAddress(written.area.row, written.area.column)
            : areaAddress(written.area)
          : `the new column "${column}"`;
      const left = doubtful.length === 0 ? [] : [`Rows with a single text may head a section and got none: ${rowList(doubtful)}.`];
      const sentences = [
        `${jobs === 1 ? "1 job has" : `${jobs} jobs have`} one now, in ${where} on sheet ${written.sheetName}.`,
        "Ids that stood there are as they were.",
        ...left,
        ...(kept ? [] : [noticeText.notKept]),
      ];
      return sentences.join(" ");
    }
  }
}

function describeFilled(answer: FillAnswer): string {
  switch (answer.kind) {
    case "headings-missing":
      return noticeText.headingsMissing;
    case "nothing-to-fill":
      return answer.blocked.length > 0 ? blockedText(answer.blocked) : "No job's cell is empty where the other rows have a formula.";
    case "filled": {
      const { jobs, cells, blocked, written, kept } = answer;
      const sentences = [
        `${cells === 1 ? "1 cell" : `${cells} cells`} of ${jobs === 1 ? "1 job" : `${jobs} jobs`} on sheet ${written.sheetName}. What stood in a cell is as it was.`,
        ...(blocked.length > 0 ? [blockedText(blocked)] : []),
        ...(kept ? [] : [noticeText.notKept]),
      ];
      return sentences.join(" ");
    }
  }
}

const blockedText = (cells: readonly { readonly row: number; readonly column: number }[]): string =>
  `Left empty, since the cells to the right that the results need are not: ${firstTwelve(cells, ({ row, column }) => cellAddress(row, column))}.`;

const rowList = (rows: readonly number[]): string => firstTwelve(rows, (row) => row + 1);

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
    case "occupied":
      return `Cells ${failure.address} of sheet ${failure.sheet} are not empty, and nothing is ever written over. Clear them, or move what is there.`;
    case "in-table":
      return `The cells belong to the table ${failure.table} on sheet ${failure.sheet}, and a table cannot hold a result of several cells. Select a free cell outside it.`;
    case "library-lost":
      return `The table of your own profiles${failure.sheet === "" ? "" : ` on sheet ${failure.sheet}`}, or the sheet of their notes, is not as the add-in made it: headings were changed, or it was deleted. Put the headings back as they were, or delete the sheet to begin anew.`;
    case "changed-since":
      return `Cells ${failure.address} of sheet ${failure.sheet} were changed since, so all was left as it is. Delete by hand what is no longer wanted.`;
    case "cancelled":
      return "You cancelled it: what was begun was taken away again.";
    case "sheet-gone":
      return `Sheet ${failure.sheet} is not there any more.`;
    case "half-written":
      return `${describeFailure(failure.cause)} Cells ${failure.address} of sheet ${failure.sheet} were begun and could not be cleared: clear them by hand.`;
    case "left-behind":
      return `${describeFailure(failure.cause)} These sheets were begun and could not be removed: ${failure.sheets.join(", ")}. Delete them by hand.`;
    case "unexpected":
      return `Excel says: ${failure.message} (${failure.code}).`;
  }
}
