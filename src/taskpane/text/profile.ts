import { describeFailure } from "./notice";
import type { FactorDifference } from "../../domain/profile/difference";
import { bandLabel, profileName, type Profile, type ProfileFactor } from "../../domain/profile/profile";
import type { ProfileNotice, ProfileTask } from "../../session/profile";
import type { FactorName } from "../../domain/scheme/scheme";

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
const range = (low: number, high: number): string => (low === high ? String(low) : `${low} to ${high}`);
const asPrinted = (low: number, high: number): string => (low === high ? String(low) : `${low}-${high}`);

export const profileText = {
  title: "Profiles",
  lead: "Published job profiles: the levels that each asks for, factor by factor.",
  search: "Search",
  searchHint: "Title, suite, band, or a word from the notes.",
  suite: "Suite",
  allSuites: "All suites",
  band: "Band",
  allBands: "All bands",
  bandName: (band: string): string => `Band ${band}`,
  found: (found: number, all: number): string => (found === all ? many(all, "profile") : `${found} of ${many(all, "profile")}`),
  none: "No profile has all of this. Use fewer words, or another suite or band.",
  clear: "Show all profiles",
  back: "All profiles",
  inList: (profile: Profile): string => `${bandsText(profile)} · ${range(profile.lowest, profile.highest)} points`,
  more: (count: number): string => `Show ${count} more`,

  name: profileName,
  id: "Id",
  points: "Points",
  pointsText: (profile: Profile): string => `${range(profile.lowest, profile.highest)}, the sum of the factors`,
  bands: "Bands",
  bandsText,
  source: "Source",
  page: (page: number | null): string => (page === null ? "" : `, page ${page}`),
  generic: "Generic provision",
  genericText: (band: string): string =>
    `Applies (asterisk): a job whose levels all fit but whose score falls below is matched against a band ${band} profile, failing that evaluated locally.`,
  factors: "Factors",
  factorsCaption: (title: string): string => `Levels and points of ${title}`,
  factor: "Factor",
  levels: "Levels",
  factorNumber: (factor: FactorName): string => `${factor.number} ${factor.name}`.trim(),
  pointsRange: ({ lowestPoints, highestPoints }: ProfileFactor): string => asPrinted(lowestPoints, highestPoints),
  printed: ({ printed }: ProfileFactor): string =>
    [
      printed?.levels === undefined
        ? ""
        : printed.levels === null
          ? "The levels are lost in the document."
          : `Printed levels: ${printed.levels}`,
      printed?.points === undefined
        ? ""
        : printed.points === null
          ? "The points are lost in the document."
          : `Printed points: ${printed.points}`,
    ]
      .filter((text) => text !== "")
      .join(" "),
  total: "Total",
  sum: ({ lowest, highest }: Profile): string => asPrinted(lowest, highest),
  bandScores: (from: number, to: number): string =>
    Number.isFinite(from) ? ` (${from}${Number.isFinite(to) ? ` to ${to}` : " and above"} points)` : "",
  notes: "Notes on damage and edition",
  lettersNote: "Letters are the options that the profile prints; they change no points. Cells of the document often leave them out.",

  spill: "Put into the sheet, at the selected cell",
  spillHint: "Select a free cell first: the formula fills cells to the right and below, and nothing is ever written over.",
  ownMark: "Your library",
  ownOn: (sheet: string): string => `In your own library, on sheet ${sheet}`,
  edit: "Edit",
  remove: "Remove from your library",

  library: "Libraries",
  spillAll: "Put the list into the sheet, at the selected cell",
  spillSuite: "Suite in the list",
  which: "Library",
  builtInName: "Built-in profiles",
  ownName: (scheme: string): string => `Your ${scheme} profiles`,
  noOwn:
    "You have no profiles of your own in this workbook yet. Imported ones are kept on a sheet of their own, in the shape that functions take as a library.",
  ownUse: (table: string, count: number): string =>
    `${many(count, "profile")}. In a formula, give ${table} as the library: =JOB.PROFILEMATCH(D2:S2,,,${table})`,
  ownFault: (sheet: string, fault: string): string => `Sheet ${sheet} cannot be used as a library: ${fault}`,
  ownTableMissing: (sheet: string): string =>
    `The table of your profiles on sheet ${sheet} is not found. Its heading begins with Scheme, Id, Title: put it back, or delete the sheet to begin anew.`,

  editTitle: "Edit a profile of yours",
  titleField: "Title",
  bandField: "Band or bands",
  genericField: "Generic provision: band below (blank: does not apply)",
  editionField: "Edition",
  save: "Save in your library",
  nothingChanged: "Nothing was changed.",
  changed: (what: string, before: string, after: string): string => `${what}: "${before}" became "${after}"`,
  fault: (fault: string): string =>
    fault.replace(/^Profile library, row 1 \([^)]*\)(, column \d+)?[,:] /, "").replace(/^./, (first) => first.toUpperCase()),

  compare: "Compare with another profile",
  compareTitle: "Two profiles compared",
  first: "First profile",
  second: "Second profile",
  choose: "Choose a profile",
  // Titles are not unique: a library of one's own often has a built-in one again.
  optionName: (profile: Profile, own: boolean): string => `${profileName(profile)}${own ? ", your library" : ""}`,
  firstShort: "First",
  secondShort: "Second",
  backToProfile: "Back to the profile",
  swap: "Swap the two",
  compareCaption: (first: string, second: string): string => `${first} and ${second}, factor by factor`,
  compareSum: (differences: readonly FactorDifference[]): string => {
    const apart = differences.filter(({ relation }) => relation === "higher" || relation === "lower").length;
    const overlap = differences.filter(({ relation }) => relation === "overlap").length;
    return apart + overlap === 0
      ? "Every factor has the same levels."
      : `${many(differences.length - apart - overlap, "factor")} the same, ${overlap} overlapping, ${apart} without a level in common.`;
  },
  difference: "Difference",
  relation: ({ relation, apart, otherLetters }: FactorDifference): string => {
    switch (relation) {
      case "same":
        return otherLetters ? "same levels, other letters" : "same";
      case "overlap":
        return "overlap";
      case "higher":
        return `second ${many(apart, "level")} higher`;
      case "lower":
        return `second ${many(apart, "level")} lower`;
    }
  },
  onlyDifferent: "Only factors that differ",
  otherScheme: "Profiles of different schemes are not compared: their factors are not the same.",
};

function bandsText(profile: Profile): string {
  if (profile.bands.length === 0) return "No band";
  const label = bandLabel(profile);
  return `${profile.bands.length > 1 ? "Bands" : "Band"} ${label}${profile.generic === null ? "" : "*"}`;
}

const TASK: Readonly<Record<ProfileTask, string>> = {
  read: "Your profiles could not be read",
  listen: "The pane cannot follow changes of your profiles",
  spill: "Nothing was put into the sheet",
  add: "No profile was added",
  edit: "The profile was not changed",
  remove: "The profile was not removed",
  restore: "The last change was not taken back",
};

const notesBegun = (notice: { readonly notesBegun: boolean }): string =>
  notice.notesBegun ? " The sheet of notes had been deleted, so a new one was added: the notes kept until then went with the old one." : "";

export const describeProfileNotice = (notice: ProfileNotice): { readonly intent: "success" | "error"; readonly text: string } => {
  switch (notice.kind) {
    case "failed":
      return { intent: "error", text: `${TASK[notice.task]}. ${describeFailure(notice.failure)}` };
    case "fault":
      return {
        intent: "error",
        text: `${TASK[notice.task]}, through a mistake of the add-in: ${notice.message}. Please tell whoever looks after the add-in what you did just before.`,
      };
    case "spilled":
      return { intent: "success", text: `${notice.spilled.formula} fills ${notice.spilled.address} on sheet ${notice.spilled.sheetName}.` };
    case "added":
      return {
        intent: "success",
        text: `${many(notice.count, "profile")} added to your library${notice.tableName === "" ? "" : `, the table ${notice.tableName}`}.${notesBegun(notice)}`,
      };
    case "edited":
      return { intent: "success", text: `${notice.title} was changed in your library.${notesBegun(notice)}` };
    case "removed":
      return { intent: "success", text: `${notice.title} was removed from your library, with its notes.${notesBegun(notice)}` };
    case "restored":
      return { intent: "success", text: "Taken back: the cells are as before." };
  }
};

export const noticeActions = { restore: "Take back", dismiss: "Dismiss" };
