import { describeDoubt, describeInPlace, type Doubt } from "../../domain/profile/import/doubt";
import type { DraftProfile, DraftRow } from "../../domain/profile/import/draft";
import type { ReadingProgress } from "../../domain/profile/import/read";
import type { FactorName } from "../../domain/scheme/scheme";

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

export const importText = {
  open: "Import profiles",
  title: "Import profiles",
  lead: "Paste the text of one published profile or of a whole suite, as copied from a PDF, a web page or a spreadsheet, or a table with a row a profile and a column a factor, as cells or as the text of a CSV file: columns are known by their headings, in any order. Every row is checked against the points chart, every sum against the printed total, every band against the score. What is in doubt is shown, and you decide.",
  scheme: "Scheme",
  text: "Text",
  textHint: "The whole document is best: its contents list and version history help.",
  more: "Suite, edition and source, if the text does not say them",
  suite: "Suite",
  suiteHint: "Left blank: as the text calls it.",
  edition: "Edition",
  editionHint: "Left blank: by the text's version history.",
  source: "Source",
  sourceHint: "Where the text comes from: document, publisher, address.",
  read: "Read the text",
  textMissing: "Paste a text first.",
  reading: ({ done, all }: ReadingProgress): string => (all === 0 ? "Reading…" : `Reading… ${Math.floor((100 * done) / all)} %`),
  cancel: "Cancel",
  again: "Change the text",
  found: (profiles: number, rows: number): string =>
    profiles === 0 ? "No profile was found." : `${many(profiles, "profile")} with ${many(rows, "row")} were read and checked.`,
  waiting: (count: number): string =>
    count === 0 ? "Nothing is left to decide." : `${many(count, "doubt")} ${count === 1 ? "waits" : "wait"} for your decision.`,
  wholeText: "The whole text",
  profileName: ({ title }: DraftProfile): string => (title === "" ? "A profile without a title" : title),
  band: ({ bands }: DraftProfile): string =>
    bands === null || bands.length === 0 ? "" : ` (${bands[0] === bands.at(-1) ? bands[0] : `${bands[0]}-${bands.at(-1)}`})`,
  state: (waiting: number, doubts: number, remarks: number, leftOut: boolean): string => {
    if (leftOut) return "left out";
    const decided = waiting > 0 ? importText.toDecide(waiting) : doubts > 0 ? "all decided" : remarks > 0 ? "" : "nothing in doubt";
    return [decided, remarks === 0 ? "" : many(remarks, "remark")].filter((text) => text !== "").join(", ");
  },
  toDecide: (doubts: number): string => `${doubts} to decide`,
  inLibrary: "in your library",
  leaveOut: "Leave this profile out",
  acceptAll: (count: number): string => (count === 1 ? "Accept the proposal" : `Accept all ${count} proposals of this profile`),
  acceptWhole: (count: number): string => (count === 1 ? "Accept the proposal" : `Accept all ${count} proposals`),
  everyRow: "Show every row",
  factor: (factor: FactorName): string => `${factor.number} ${factor.name}`.trim(),
  reading1: "Read as",
  readAs: (levels: string | null): string => levels ?? "no reading yet",
  printed: ({ printed: { levels, points }, line }: DraftRow): string =>
    line === null ? "the row is lost" : `printed ${levels ?? "no level"}${points === null ? "" : `, ${points} points`} (line ${line})`,
  sentence: describeInPlace,
  remark: "Remark",
  accept: "Accept",
  acceptName: (doubt: Doubt): string => `Accept: ${describeDoubt(doubt)}`,
  accepted: "Accepted",
  takeBack: "Take back",
  correct: "Correct",
  correctName: (what: string): string => `Correct ${what}`,
  settled: "Settled by your correction",
  corrected: (text: string): string => `Corrected to "${text}"`,
  use: "Use",
  fieldName: {
    suite: "the suite",
    title: "the title",
    id: "the id",
    edition: "the edition",
    bands: "the band",
    generic: "the band below (blank: none)",
    score: "the score",
    levels: "the levels",
  },
  by: "Decided by",
  byHint: "As typed: it is kept beside the profiles with the time, on the sheet of their notes.",
  byMissing: "Enter who decides.",
  take: (count: number): string => (count === 1 ? "Add the profile to your library" : `Add ${count} profiles to your library`),
  takeReady: (count: number): string =>
    count === 1 ? "Add the profile that has no doubt left" : `Add the ${count} profiles that have no doubt left`,
  staying: "These stay here until you have decided:",
  notYet: (count: number): string => `Not yet: ${many(count, "doubt")} ${count === 1 ? "waits" : "wait"} above.`,
  none: "Every profile is left out: there is nothing to add.",
  clash: (ids: readonly string[]): string =>
    `Your library already has ${ids.slice(0, 5).join(", ")}${ids.length > 5 ? ` and ${ids.length - 5} more` : ""}.`,
  replace: "Put the imported ones in their place",
  replaceMissing: "Say that the old ones may be replaced, or leave the new ones out.",
};
