import { describe, describeLevelFault, type Problem } from "../../domain/problem";
import type { Comparison, FactorComparison } from "../../domain/profile/comparison";
import { profileName, type Profile } from "../../domain/profile/profile";
import type { Band, Margin } from "../../domain/scheme/band";
import type { LevelReading } from "../../domain/scheme/level";
import { factorTitle, type FactorName, type Scheme } from "../../domain/scheme/scheme";
import { bandNamed, type BandNoun } from "./register";
import { leftOutNote, leftOutWords } from "./adopt";
import type { BandEffect } from "../../session/job-effect";
import type { StatementVerdict } from "../../session/job-draft";
import type { JobNotice } from "../../session/job";
import { describeFailure } from "./notice";
import type { LeftOut } from "../../workbook/adoption/row";

const many = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;

export const jobText = {
  reading: "Reading the selected row…",
  elsewhereTitle: "No job is selected",
  elsewhere: "Go to a register's sheet and select any cell in a job's row: the job opens here, and the pane follows the row you select.",
  noJob: (sheet: string, why: LeftOut["why"] | null): string =>
    `Sheet ${sheet} is a register, but no job stands in the selected row${why === null ? "" : ` (${leftOutWords[why]})`}. Select any cell in a job's row.${why === null ? "" : ` ${leftOutNote}`}`,
  headingsTitle: "Some columns are not found",
  headings: (sheet: string, missing: readonly string[]): string =>
    `On sheet ${sheet} these headings are missing: ${missing.map((heading) => `"${heading}"`).join(", ")}. Type them again as they were.`,
  noScheme: (problem: Problem): string => `This register's scheme cannot be used. ${describe(problem)}`,
  untitled: "Job without a title",
  where: (sheet: string, row: number): string => `Sheet ${sheet}, row ${row + 1}`,
  waiting: (jobs: readonly string[]): string =>
    `Not applied yet in ${many(jobs.length, "other job")}: ${jobs.slice(0, 3).join("; ")}${jobs.length > 3 ? " and more" : ""}. Select the row to go on.`,
  dismiss: "Dismiss",
  sharedId: (id: string, rows: readonly number[]): string =>
    `Job id ${id} stands in rows ${rows.map((row) => row + 1).join(", ")}. Evidence and reasons are kept under the id: those shown here may belong to the other row, and none is written until each job has an id of its own.`,
  noId: "This job has no id. Evidence and reasons are kept under a job's id: give it one of its own, else none can be written.",
  noIds: "This register has no column of job ids. Evidence and reasons are kept under a job's id: without that column none can be written.",

  modeLabel: "What is shown while levels are set",
  panel: "Panel mode",
  analyst: "Analysts' mode",

  factors: "Factors",
  progress: (levels: number, reasons: number, factors: number): string => `${levels} of ${factors} have a level, ${reasons} a reason.`,
  lastOffered: "Best decided last: the other factors show what knowledge the job needs (handbook, chapter five, factor 2).",
  /** For a narrow place, where "Responsibility for" would leave no room for what tells the factors apart. */
  factorShort: ({ number, name }: FactorName): string =>
    jobText.factorNumber({ number, name: name.replace(/^responsibility for (\p{L})/iu, (_, first: string) => first.toUpperCase()) }),
  factorNumber: (factor: FactorName): string => (factor.name === "" ? `Factor ${factor.number}` : `${factor.number} ${factor.name}`),
  level: (reading: LevelReading): string =>
    reading.kind === "level" ? `${reading.level}${reading.letters}` : reading.kind === "blank" ? "no level" : "invalid",
  changed: "changed",
  noReason: "no reason yet",
  conflict: "edited in the sheet too",
  levelLegend: (factor: FactorName): string => `Level of ${factorTitle(factor)}`,
  levelName: (level: number): string => `Level ${level}`,
  lettersLegend: (level: number): string => `Letters of level ${level} that apply (they change no points)`,
  fault: describeLevelFault,
  formula: (typed: string): string => `The cell holds the formula ${typed}. Choosing a level and applying puts the level in its place.`,
  levelConflict: (value: string): string => `Meanwhile the sheet's cell was changed; it now holds ${value === "" ? "nothing" : value}.`,
  noteConflict: (evidence: string, reason: string): string =>
    `Meanwhile the note on the evidence sheet was changed. Evidence there: ${evidence === "" ? "none" : evidence}. Reason there: ${reason === "" ? "none" : reason}.`,
  verdictConflict: (evidence: string, verdict: string): string =>
    `Meanwhile the verdict on the evidence sheet was changed. There: ${verdict === "" ? "none" : verdict}. Evidence there: ${evidence === "" ? "none" : evidence}.`,
  goTo: ({ number }: FactorName): string => `Go to factor ${number}`,
  takeSheet: "Use the sheet's",
  keepDraft: "Keep mine",
  evidence: "Evidence",
  evidenceHint: "Where it stands: job statement, person specification, interview.",
  reason: "Reason",
  reasonHint: "Why this level, and not the one above or below.",
  notes: (count: number): string => `Notes on this factor (${count})`,
  notesAt: (levels: readonly number[]): string => `Level ${levels.join(", ")}`,
  missing: "Our copy of the source lacks something here:",
  next: (factor: FactorName): string => `Next: ${factor.number} ${factor.name}`,
  descriptionsFailed:
    "The level descriptions could not be loaded. Levels can be set without them; close the pane and open it again to have them.",

  apply: "Apply to the row",
  applying: "Writing…",
  discard: "Discard",
  restore: "Restore",
  toApply: (levels: number, notes: number): string =>
    [levels > 0 ? many(levels, "level") : "", notes > 0 ? many(notes, "note") : ""].filter((part) => part !== "").join(" and ") +
    " to apply.",

  result: "Result",
  hidden: (levels: number, reasons: number): string =>
    `Score, band and margins stay hidden until every factor has a level and a reason, so that nobody steers to a band. Still to do: ${[
      levels > 0 ? many(levels, "level") : "",
      reasons > 0 ? many(reasons, "reason") : "",
    ]
      .filter((part) => part !== "")
      .join(", ")}.`,
  look: "Look now",
  lookNote: "An early look is written on the evidence sheet, with its time.",
  notComplete: "There is no score yet.",
  score: "Score",
  band: (noun: BandNoun): string => (noun === "band" ? "Band" : "Grade"),
  noBands: ({ name }: Scheme): string =>
    name === "own"
      ? "This register has no grade table that can be read (see Result columns in the Register view)."
      : `${name} has no national grades, and this register no grade table that can be read (see Result columns in the Register view).`,
  toFall: (noun: BandNoun): string => `To fall a ${noun}`,
  toRise: (noun: BandNoun): string => `To rise a ${noun}`,
  points: (points: number): string => many(points, "point"),
  none: "–",
  whyScore: (score: number): string => `Why ${score}?`,
  workingCaption: "The points of each factor's level add up to the score",
  columnFactor: "Factor",
  columnLevel: "Level",
  columnPoints: "Points",
  total: "Total",
  whyBand: (score: number, noun: BandNoun, { label, from, to }: Band): string =>
    `${score} ${to === null ? `is ${from} or more` : `lies from ${from} to ${to}`}: ${bandNamed(noun, label)}.`,
  whyFall: (score: number, band: Band, margin: Margin): string =>
    margin.toFall === null ? "" : `To fall it must lose ${many(margin.toFall, "point")}: ${score} − ${band.from} + 1.`,
  whyRise: (score: number, band: Band, margin: Margin): string =>
    margin.toRise === null || band.to === null ? "" : `To rise it must gain ${many(margin.toRise, "point")}: ${band.to} + 1 − ${score}.`,
  effects: (count: number, noun: BandNoun): string =>
    count === 0
      ? `No change of one factor by one level would change the ${noun}.`
      : `${many(count, "single change")} of one level would change the ${noun}`,
  effect: ({ factor, from, to, score, band }: BandEffect, noun: BandNoun): string =>
    `${factorTitle(factor)} ${from} to ${to}: score ${score}, ${band === null ? `no ${noun}` : bandNamed(noun, band.label)}`,

  profiles: "Closest profiles",
  suite: "Occupational group",
  allSuites: "All groups",
  suiteHint: "A panel first chooses the group that the job belongs to.",
  profilesWait: "Profiles are compared once every factor has a level.",
  anyLetters: "Letters, if any",
  anyLettersHint: "Your points chart defines none, so any are kept as they are typed. They never change the points.",
  noProfiles: ({ name }: Scheme): string =>
    name === "own" ? "There are no profiles for a scheme of one's own." : `No profiles are built in for ${name}.`,
  elsewhereClosest: "Closest in other groups",
  profileTitle: ({ profile }: Comparison, shown: boolean): string => (shown ? profileName(profile) : profile.title),
  profilePage: ({ title, suite, page }: Profile): string => `${title} (${suite}${page === null ? "" : `, page ${page}`})`,
  profileWhere: ({ profile }: Comparison): string =>
    `${profile.suite}, ${profile.edition}${profile.page === null ? "" : `, page ${profile.page}`}`,
  variations: (count: number): string => (count === 0 ? "every factor in range" : `${many(count, "factor")} outside the range`),
  onLevels: (outcome: string): string => `${outcome} on levels`,
  more: "Show all",
  fewer: "Show fewer",
  compare: "Compare with",
  choose: "Choose a profile",
  compareIn: "Profile",
  pin: "Pin",
  unpin: "Unpin",
  pinned: "Pinned",
  pinName: (title: string): string => `Pin ${title}`,
  unpinName: (title: string): string => `Unpin ${title}`,
  differences: "Job level (mark) against the profile's range (bar)",
  tableCaption: (title: string): string => `Factor by factor: this job and ${title}`,
  showTable: "As a table",
  columnJob: "Job",
  columnProfile: "Profile",
  columnDifference: "Difference",
  difference: (comparison: FactorComparison): string =>
    comparison.variation === 0 ? "in range" : `${comparison.variation > 0 ? "+" : "−"}${Math.abs(comparison.variation)}`,
  reasons: "Reasons",
  damaged: "Notes on the published text",

  statement: "Does the job statement fit the profile's?",
  statementHint: "Levels that fit are not yet a match: the panel reads the job statement first.",
  verdict: { fits: "It fits", "in-part": "It fits in part", "does-not-fit": "It does not fit" } satisfies Readonly<
    Record<StatementVerdict, string>
  >,
  statementEvidence: "Evidence for the verdict",
  conclusion: ({ outcome }: Comparison, verdict: StatementVerdict | null): string => {
    if (outcome === "No match" || outcome === "Below band") return "On levels this profile is no match, whatever the job statement says.";
    if (verdict === null) return "Give the verdict on the job statement before this counts as a match.";
    return verdict === "fits"
      ? `${outcome}: levels and job statement agree.`
      : "The levels fit but the job statement does not, or only in part: not a match with this profile.";
  },
  problem: describe,
};

/** What became of an apply or a look, and what to do next. */
export function describeNotice(notice: JobNotice): { readonly intent: "success" | "error" | "warning"; readonly text: string } {
  switch (notice.kind) {
    case "applied":
      return { intent: "success", text: `${named(notice.job)}: ${written(notice.levels, notice.notes)} written.` };
    case "restored":
      return { intent: "success", text: `${named(notice.job)}: the row and its notes are as they were before.` };
    case "not-restored":
      return { intent: "warning", text: describeUnrestored(notice) };
    case "unsettled":
      return { intent: "warning", text: describeUnsettled(notice) };
    case "unread":
      return { intent: "error", text: `The job could not be read. ${describeFailure(notice.failure)}` };
    case "fault":
      return {
        intent: "error",
        text: `A mistake of the add-in: ${notice.message}. Please tell whoever looks after the add-in what you did just before.`,
      };
    case "not-applied":
      return describeRefusal(notice);
  }
}

const named = (job: string): string => (job === "" ? jobText.untitled : job);

function describeUnrestored({ job, why }: Extract<JobNotice, { kind: "not-restored" }>): string {
  switch (why.kind) {
    case "moved":
      return `${named(job)}: nothing was put back, since its row holds another job by now, or columns have moved. Select the job and set the levels you want.`;
    case "changed-since":
      return `${named(job)}: nothing was put back, since somebody has changed what was written. Look at the row and its notes, and set what you want.`;
    case "failed":
      return `${named(job)}: ${describeFailure(why.failure)} ${why.restored ? asBefore : partly}`;
  }
}

function describeUnsettled({ job, places, profiles }: Extract<JobNotice, { kind: "unsettled" }>): string {
  const what = [places.length > 0 ? many(places.length, "factor") : "", profiles.length > 0 ? many(profiles.length, "verdict") : ""];
  return `${named(job)}: nothing was written. ${what.filter((part) => part !== "").join(" and ")} of it ${places.length + profiles.length === 1 ? "was" : "were"} edited in the sheet too: choose there which edit holds, then apply again.`;
}

const asBefore = "The sheets are as they were.";
const partly = "Not all cells could be put back: compare the job's row and the evidence sheet with what you expect.";

const written = (levels: number, notes: number): string =>
  [levels > 0 ? `${many(levels, "level")} in the row` : "", notes > 0 ? `${many(notes, "note")} on the evidence sheet` : ""]
    .filter((part) => part !== "")
    .join(", ");

function describeRefusal({ why, look }: Extract<JobNotice, { kind: "not-applied" }>): {
  readonly intent: "error" | "warning";
  readonly text: string;
} {
  const nothing = look ? "Without a record there is no early look." : "Nothing was written.";
  switch (why.kind) {
    case "changed":
      return {
        intent: "warning",
        text: `${nothing} The sheet was edited meanwhile; what stands there now is shown at its factor. Look through it and apply again.`,
      };
    case "moved":
      return {
        intent: "warning",
        text: `${nothing} The row holds another job by now. Select the job again; what you set is kept with it.`,
      };
    case "id-missing":
      return {
        intent: "error",
        text: `${nothing} Notes are kept under the job's id, and this job has none. Type an id that no other job has, then try again.`,
      };
    case "id-shared":
      return {
        intent: "error",
        text: `${nothing} Notes are kept under the job's id, and ${why.id} stands in rows ${why.rows.map((row) => row + 1).join(", ")}. Give each job an id of its own, then try again.`,
      };
    case "evidence-headings":
      return {
        intent: "error",
        text: `${nothing} Sheet ${why.sheetName} lacks the headings ${why.missing.join(", ")}. Type them again as they were, then try again.`,
      };
    case "failed":
      return {
        intent: "error",
        text: `${look ? "Without a record there is no early look. " : ""}${describeFailure(why.failure)} ${why.restored ? asBefore : partly}`,
      };
  }
}
