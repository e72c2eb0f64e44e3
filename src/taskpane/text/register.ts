import type { NearBoundary } from "../../domain/boundary/near";
import type { Outcome } from "../../domain/profile/match";
import type { Band } from "../../domain/scheme/band";
import type { Scheme } from "../../domain/scheme/scheme";

const number = new Intl.NumberFormat("en-GB");
const percent = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });

/** How a scheme calls its bands. */
export type BandNoun = "band" | "grade";
export const bandNoun = ({ name }: Scheme): BandNoun => (name === "NHS" ? "band" : "grade");
export const bandNamed = (noun: BandNoun, label: string | number): string =>
  /^\p{L}{3,}/u.test(String(label)) ? String(label) : `${noun} ${label}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const jobs = (count: number): string => (count === 1 ? "1 job" : `${number.format(count)} jobs`);

export const registerText = {
  title: "Register",
  onSheet: (sheet: string): string => `Sheet ${sheet}`,
  otherRegisters: "Other registers in this workbook",
  count: (count: number): string => number.format(count),
  jobs: "Jobs",
  complete: "Complete",
  incomplete: "Incomplete",
  invalid: "Invalid",
  near: "Near a boundary",
  unmatched: "No match",
  visibleOnly: "Visible rows only",
  visibleAll: "All rows are counted, filtered and hidden ones too.",
  visibleNote: (hidden: number): string =>
    hidden === 0
      ? "No row is hidden: all jobs are counted."
      : `${jobs(hidden)} in filtered or hidden rows ${hidden === 1 ? "is" : "are"} not counted.`,
  notStartedTile: "Not started",
  notStartedTitle: "Jobs without levels",
  missing: (count: number): string => `${count} factors have no level yet.`,
  nearTitle: "Near a boundary",
  nearNote: "At most 10 points from another band: look at these again before an outcome is released.",
  unmatchedTitle: "Complete, and no profile matches",
  scored: (score: number): string => `${number.format(score)} points`,
  margin: (noun: BandNoun, { side, lower, upper, points }: NearBoundary): string =>
    side === "above"
      ? `${points} to lose to fall to ${bandNamed(noun, lower.label)}`
      : `${points} to gain to rise to ${bandNamed(noun, upper.label)}`,
  bands: (noun: BandNoun): string => `Complete jobs by ${noun}`,
  bandsTable: "As a table",
  bandHead: (noun: BandNoun): readonly string[] => [capital(noun), "From", "To", "Jobs", "Share"],
  bandName: (noun: BandNoun, label: string | number): string => capital(bandNamed(noun, label)),
  bandTitle: (noun: BandNoun, label: string | number): string => `Jobs in ${bandNamed(noun, label)}`,
  unbanded: (noun: BandNoun): string => `No ${noun}`,
  upTo: ({ to }: Band): string => (to === null ? "" : number.format(to)),
  share: (part: number, of: number): string => (of === 0 ? "" : percent.format(part / of)),
  noBands: "No grade table yet: bands, margins and jobs near a boundary are shown once there is one (see Result columns below).",
  gradesFault: (sentence: string): string => `The register's grade table cannot be read: ${sentence}`,
  matching: "Matching, on levels",
  matched: (matched: number, complete: number): string =>
    `${number.format(matched)} of ${number.format(complete)} complete jobs match a profile.`,
  matchingNote: "Levels that fit are not yet a match: a panel first agrees that the job statement fits.",
  noProfiles: ({ name }: Scheme): string =>
    name === "own"
      ? "There are no profiles for a scheme of one's own; scores and grades only."
      : `No profiles are built in for ${name}; scores and grades only.`,
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
  hide: "Hide",
  allComplete: "Every job that was started is complete.",
  emptyTitle: "No register in this workbook yet",
  empty: "Made-up jobs of an invented trust, with live formulas to try things on. They come on sheets of their own.",
  steps: {
    begin: "Begin with a register",
    adopt: "If you have one already: go to its sheet first. Nothing on it is moved, renamed or reformatted.",
    create: "On a sheet of its own, for the NHS or the NJC scheme, or for a points chart of your own.",
    levels: "Set the levels",
    levelsHow: "In the cells, or a factor at a time in the Job view, which follows the row you select.",
    see: "See what needs attention",
    seeHow: "This view then counts what is complete, missing, invalid or near a boundary, and takes you to the cells.",
  },
  emptyFunctions:
    "Or skip all this: the functions work beside any table of levels: type =JOB.JESCORE( in a cell and choose the cells with one job's levels.",
  insert: "Insert sample register",
  inserting: "Inserting…",
  unreadTitle: "The workbook could not be read",
  tryAgain: "Try again",
  reading: (sheet: string): string => `Reading sheet ${sheet}`,
  readSoFar: (done: number, of: number): string => `${number.format(done)} of ${number.format(of)} rows`,
  cancel: "Cancel",
  notReadTitle: "This register has not been read",
  notRead: (sheet: string): string =>
    `The reading of sheet ${sheet} was stopped. Its formulas go on working; counts and findings need it read.`,
  readNow: "Read it now",
  readAgain: "Read the sheet again",
  headingsTitle: "Some columns are not found",
  headings: (sheet: string, missing: readonly string[]): string =>
    `On sheet ${sheet} these headings are missing: ${missing.map((heading) => `"${heading}"`).join(", ")}. Type them again as they were, and the register is read again.`,
  headingsChoose: "Or say which columns they are now.",
  noSchemeTitle: "This register cannot be scored just now",
  noSchemeNote:
    "Its levels stay as they are; formulas that name these cells show the same. Once that is put right, the register is read again.",
  goToChart: "Go to the points chart",
  schemeLine: ({ name, title, edition, place }: Scheme): string =>
    name === "own" ? `Points chart ${place.replace(/[$']/g, "")}` : `${title}, ${edition}`,
};
