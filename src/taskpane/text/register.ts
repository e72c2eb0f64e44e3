import type { Outcome } from "../../domain/profile/match";

const number = new Intl.NumberFormat("en-GB");

export const registerText = {
  title: "Register",
  onSheet: (sheet: string): string => `Sheet ${sheet}`,
  otherRegisters: "Other registers in this workbook",
  count: (count: number): string => number.format(count),
  jobs: "Jobs",
  complete: "Complete",
  incomplete: "Incomplete",
  invalid: "Invalid",
  notStarted: (count: number): string =>
    count === 1
      ? "1 job has no levels yet; its results stay empty."
      : `${number.format(count)} jobs have no levels yet; their results stay empty.`,
  matching: "Matching, on levels",
  matched: (matched: number, complete: number): string =>
    `${number.format(matched)} of ${number.format(complete)} complete jobs match a profile.`,
  matchingNote: "Levels that fit are not yet a match: a panel first agrees that the job statement fits.",
  noProfiles: (scheme: string): string => `No profiles are built in for ${scheme}; scores and grades only.`,
  outcome: {
    "Profile match": "every level fits",
    "Band match": "some factors vary, as the rule allows",
    "Below band": "every level fits, the score is too low",
    "No match": "evaluate locally",
  } satisfies Readonly<Record<Outcome, string>>,
  invalidTitle: "Invalid levels",
  incompleteTitle: "Levels still missing",
  goTo: (address: string): string => `Go to ${address}`,
  noLevel: (factor: string): string => `${factor}: no level yet.`,
  untitled: "Job without a title",
  more: (count: number): string => `Show ${number.format(count)} more`,
  allComplete: "Every job that was started is complete.",
  emptyTitle: "No register in this workbook yet",
  empty:
    "Insert the sample register: made-up jobs of an invented trust, with live formulas to try things on. It comes on sheets of its own; nothing of yours is touched.",
  emptyFunctions: "The functions work beside any table of levels: type =JOB.JESCORE( in a cell and choose the cells with one job's levels.",
  insert: "Insert sample register",
  inserting: "Inserting…",
  unreadTitle: "The workbook could not be read",
  tryAgain: "Try again",
  headingsTitle: "Some columns are not found",
  headings: (sheet: string, missing: readonly string[]): string =>
    `On sheet ${sheet} these headings are missing: ${missing.map((heading) => `"${heading}"`).join(", ")}. Type them again as they were, and the register is read again.`,
  unknownScheme: (scheme: string): string => `This register names the scheme "${scheme}", which this version of the add-in does not have.`,
};
