import type { WorkbookFailure } from "../../workbook/failure";
import { describeFailure } from "./notice";

export const shareText = {
  title: "For other eyes",
  note: "A new workbook for the trade union side: values only, without formulas, names, comments, links or settings. Groups of fewer than 5 people are suppressed, and as many others as it takes that no total gives them back. It is opened, not saved: look through it first.",
  contents: "What is in it",
  contentsOf: (sheet: string, rows: number): string => `Sheet ${sheet}: ${rows} rows`,
  hidden: (count: number): string =>
    count === 0 ? "Nothing had to be suppressed." : `${count} figures are suppressed, shown as ${shareText.mark}.`,
  noSexes: "Without women and men: nothing says who is which.",
  open: "Open as a new workbook",
  opened: "The new workbook is open. Look through it, then save it where it is to go.",
  failed: (failure: WorkbookFailure): string => `No workbook was opened. ${describeFailure(failure)}`,
  fault: (message: string): string => `That did not work, through a mistake of the add-in: ${message}.`,
  mark: "[s]",
  unknown: "–",
  sheets: { about: "About", bands: "Bands", people: "Women and men", groups: "Other characteristic" },
  heading: "Scenario, not an outcome",
  about: (name: string): readonly string[] => [
    name,
    "Shared for discussion between the employer and the trade union side. It decides nothing.",
    "[s] is a figure that is suppressed: fewer than 5 people, or needed to keep such a figure from being computed.",
    "Pay gap: (men − women) ÷ men, mean full-time basic pay after the scenario. It is not the statutory gender pay gap, and is given only where at least 5 of each group are known.",
  ],
  bandHeadings: ["Band", "From, in force", "To, in force", "From, scenario", "To, scenario", "Jobs before", "Jobs after"],
  band: "Band",
  all: "All",
  before: (group: string): string => `${group} before`,
  after: (group: string): string => `${group} after`,
  gap: "Mean pay gap after, %",
  gapOf: (group: string, reference: string): string => `Mean pay gap after of ${group} against ${reference}, %`,
};
