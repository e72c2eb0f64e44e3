import type { ColumnName } from "../../data/register/heading";
import type { Why } from "../../workbook/adoption/assignment";

const WHY: Readonly<Record<Why, string>> = {
  name: "by its heading",
  number: "by its number",
  similar: "the heading is similar: please check",
  between: "holds levels and stands between its neighbours: please check",
  order: "holds levels; taken in the scheme's order: please check",
  agreed: "as agreed before",
};

const COLUMN: Readonly<Record<ColumnName, string>> = {
  id: "Job id",
  title: "Job title",
  family: "Job family or group",
  department: "Department",
  score: "Score",
  band: "Band or grade",
  match: "Match outcome",
  profile: "Profile",
  status: "Status",
  inForce: "Outcome in force",
  headcount: "Headcount",
  fte: "FTE",
  women: "Women",
  men: "Men",
  pay: "Current pay",
  currentBand: "Current band",
  manager: "Manager (job id)",
};

export const leftOutWords = {
  total: "total",
  heading: "repeated heading",
  section: "section heading",
  unlabelled: "neither id nor title",
} as const;
/** How a row becomes a job. */
export const leftOutNote = "A row with an id and a title of its own is always a job.";
/** How a row that looks like a job becomes a total, or stays a job for certain. */
export const doubtfulNote = 'If it is a total, begin its label with "Total"; if it is a job, give it an id.';

export const firstTwelve = <T>(items: readonly T[], say: (item: T) => string | number): string =>
  `${items.slice(0, 12).map(say).join(", ")}${items.length > 12 ? ` and ${items.length - 12} more` : ""}`;

export const adoptText = {
  open: "Use the sheet in front as a register",
  title: "Which columns are which",
  reading: "Reading the sheet…",
  intro: (sheet: string): string =>
    `Sheet ${sheet}. Only what you agree to here is kept, in the workbook's settings; nothing on the sheet is moved, renamed or reformatted.`,
  found: (found: number, of: number, jobs: number): string =>
    `${found} of ${of} factors recognised; ${jobs} ${jobs === 1 ? "job" : "jobs"}.`,
  headingRow: "Row of headings",
  headingRowNote: "Everything below it is read as jobs.",
  rowOfText: (row: number, text: string): string => `Row ${row + 1}: ${text.length > 60 ? `${text.slice(0, 59)}…` : text}`,
  rowAbove: (row: number): string => `Row ${row + 1} above it holds headings too`,
  toCheck: (count: number): string => `${count} ${count === 1 ? "column is" : "columns are"} not certain: please check where it says so.`,
  leftOut: (rows: readonly { readonly row: number; readonly why: keyof typeof leftOutWords }[]): string =>
    `Not counted as jobs: ${firstTwelve(rows, ({ row, why }) => `row ${row + 1} (${leftOutWords[why]})`)}.`,
  leftOutNote,
  doubtful: (rows: readonly number[]): string =>
    `Counted as ${rows.length === 1 ? "a job" : "jobs"}, though the label might be a total's: ${rows.length === 1 ? "row" : "rows"} ${firstTwelve(rows, (row) => row + 1)}. ${doubtfulNote}`,
  scheme: "Scheme",
  fewFound: "Few headings are those of this scheme's factors. If the jobs are of another scheme, or one of your own, choose it here first.",
  ownTitle: "A scheme of your own",
  own: (sheet: string): string =>
    `Point at the points chart, on whatever sheet it stands. Then the columns of sheet ${sheet} are matched with its factors.`,
  otherChart: "Point at the chart again",
  factors: "Factors",
  others: "Other columns",
  column: COLUMN,
  none: "no column",
  choose: "choose a column",
  chooseFrom: (columns: readonly string[]): string => `several headings name this factor; choose between ${columns.join(" and ")}`,
  also: (reason: string, columns: readonly string[]): string =>
    `${reason}; ${columns.join(" and ")} ${columns.length === 1 ? "names" : "name"} it too: please check`,
  why: WHY,
  byHand: "as you chose",
  sample: (texts: string): string => `Holds: ${texts}`,
  adopt: "Use this as the register",
  cancel: "Cancel",
  missing: (factors: readonly string[]): string => `Still without a column: ${factors.join("; ")}.`,
  twice: (columns: readonly string[]): string => `Chosen for two factors: ${columns.join(", ")}.`,
  nameless: (columns: readonly string[]): string =>
    `Without a heading of its own, by which it is found again when columns move: ${columns.join(", ")}. Write one above it, then look again.`,
  twoTitle: "Two schemes on one sheet",
  two: (sheet: string, schemes: readonly string[], row: number | null): string =>
    `Sheet ${sheet} has jobs of ${schemes.join(" and ")}${row === null ? "" : ` (see the headings in row ${row + 1})`}. Scores of different schemes cannot be compared, so a register has one scheme.`,
  twoWayOut:
    "Copy or move the jobs of one scheme to a sheet of their own, with their headings. Then use each sheet as a register of its own.",
  noneTitle: "No headings found",
  noHeadings: (sheet: string, jobRow: number | null): string =>
    jobRow === null
      ? `On sheet ${sheet} there is no row of headings in the first 50 rows. Go to the sheet with your jobs, or put a heading above each column, and try again.`
      : `On sheet ${sheet} row ${jobRow + 1} reads like a job's, and no row of headings stands above it. Insert a row there, put a heading above each column, and try again.`,
  again: "Look again",
};

export const resultText = {
  title: "Result columns",
  note: "New columns to the right of everything on the sheet, with live formulas. Nothing is written over.",
  score: "Score",
  band: "Band or grade",
  match: "Match on levels",
  add: "Add result columns",
  grades: "Use selected cells as grade table",
  gradesNote:
    "This scheme has no national grades: select the cells with your grades (label, lowest score, highest score), then press the button. Every formula names them.",
  gradesInUse: (labels: readonly string[]): string =>
    `Every formula names your grade table: ${labels.length === 1 ? (labels[0] ?? "") : `${labels.length} grades, from ${labels[0] ?? ""} to ${labels.at(-1) ?? ""}`}. For another one, select its cells, then press the button.`,
  restore: "Restore",
  restoreNote: (what: "results" | "ids" | "formulas", address: string, sheet: string): string =>
    what === "ids"
      ? `Takes out the ids that were given last, in ${address} on sheet ${sheet}.`
      : what === "formulas"
        ? `Takes out the formulas that were filled in last, in ${address} on sheet ${sheet}.`
        : `Takes out ${address} on sheet ${sheet}, which was added last.`,
  restoreHere: "This write is too large for the workbook to remember: it can be taken out only as long as this pane is open.",
  handOver: "Make a hand-over copy",
  handOverNote:
    "A sheet with the jobs, and Excel's own formulas for score and band: for colleagues without this add-in, Excel 2016 or 2019, LibreOffice.",
  copying: (part: number): string => `Making the copy: ${Math.round(part * 100)} %`,
  cancelCopy: "Cancel the copy",
  reenter: "Re-enter formulas",
  reenterNote: "Where cells show #NAME?, enters this add-in's formulas again.",
};

export const changeText = {
  title: "Columns have changed",
  renamed: (from: string, to: string): string => `"${from}" is now "${to}"; read as before.`,
  moved: (heading: string): string => `"${heading}" has moved; read where it is now.`,
  lost: (heading: string): string => `"${heading}" is gone or stands twice; read without it.`,
  idsTitle: "Job ids",
  shared: "These stand in several rows:",
  rows: (count: number): string => (count === 1 ? "row" : "rows"),
  and: " and ",
  more: (count: number): string => ` and ${count} more`,
  moreShared: (count: number): string => `and ${count} more`,
  sharedNote: "Nothing is renumbered: type a new id where a row was copied. Until then no evidence is attached to either job.",
  noColumn: "This register has no column of job ids. Evidence and reasons are kept under an id, which must be a job's own.",
  addColumn: "Add an id column",
  giveNote: "Ids go on where the others end; those that stand in the register or on the Evidence sheet are not used again.",
  give: "Give the missing ids",
  missing: (count: number): string => (count === 1 ? "1 job has no id" : `${count} jobs have no id`),
  doubtful: "Jobs or totals?",
  doubtfulNote: "Counted as jobs, though the label might be a total's:",
  leftOut: "Not counted as jobs",
  goToRow: (row: number): string => `Go to row ${row + 1}`,
};
