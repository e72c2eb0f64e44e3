import { bandTitle } from "../../domain/boundary/fault";
import { describe, type Problem } from "../../domain/problem";
import type { BoundaryNotice } from "../../session/boundary-state";
import type { MoverRun } from "../../domain/boundary/mover";
import type { ScoredJobs } from "../../workbook/scored-jobs";
import { describeFailure } from "./notice";

type Label = string | number;

const number = new Intl.NumberFormat("en-GB");
const signed = new Intl.NumberFormat("en-GB", { signDisplay: "exceptZero" });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const counted = (count: number, one: string, many = `${one}s`): string => `${number.format(count)} ${count === 1 ? one : many}`;

const TASK: Readonly<Record<Extract<BoundaryNotice, { kind: "failed" }>["task"], string>> = {
  read: "The register could not be read.",
  save: "The scenario could not be saved in the workbook; the next change tries again.",
  select: "The row could not be shown.",
  choose: "The selected cells could not be read.",
};

export const boundaryText = {
  title: "Boundaries",
  reading: "Reading the register…",
  notOutcome: "Scenario, not an outcome.",
  nhs: "NHS band boundaries are set nationally: what is drawn here is an illustration. The register's own bands never change.",
  own: "The register's own bands never change.",
  onSheet: (sheet: string): string => `Sheet ${sheet}`,
  noRegisterTitle: "No register to draw",
  noRegister: "Adopt a register or insert the sample in the Register view; its scores are drawn here.",
  unreadTitle: "The register could not be read",
  tryAgain: "Try again",
  headingsTitle: "Some columns are not found",
  headings: (sheet: string, missing: readonly string[]): string =>
    `On sheet ${sheet} these headings are missing: ${missing.map((heading) => `"${heading}"`).join(", ")}.`,
  noScheme: (problem: Problem): string => `This register's scheme cannot be used. ${describe(problem)}`,
  noBandsTitle: "A grade table is needed",
  noBands: "This scheme has no national grades. Select the cells with your grades (label, lowest score, highest score), then:",
  noBandsAction: "Use selected cells as grade table",
  problem: (problem: Problem): string => describe(problem),
  dismiss: "Dismiss",

  scenario: "Scenario",
  create: "New",
  copy: "Copy",
  rename: "Rename",
  renameLabel: "Name of the scenario",
  renameDone: "Keep name",
  cancel: "Cancel",
  remove: "Delete",
  bringBack: (name: string): string => `Bring back ${name}`,
  deleted: (name: string): string => `${name} was deleted.`,
  deletedTitle: "Deleted scenarios",

  chartLabel: "Distribution of scores, with the boundaries before and after",
  chartNote: "Drag a handle, or choose it and press the arrow keys: 1 point, with Shift 5.",
  before: "Before",
  after: "After",
  handle: (label: Label): string => `Start of ${bandTitle(label)}`,
  handleValue: (from: number, was: number | null): string =>
    was === null ? `${from}, new` : from === was ? `${from}, as before` : `${from}, before ${was}`,
  zoomIn: "Look closer at this boundary",
  zoomOut: "Show all scores",
  jobsAt: (count: number): string => counted(count, "job"),

  boundary: "Boundary",
  boundaryOf: (lower: Label, higher: Label): string => `${upper(bandTitle(lower))} / ${bandTitle(higher)}`,
  startsAt: (label: Label): string => `${upper(bandTitle(label))} starts at`,
  was: (from: number): string => `before: ${from}`,
  notBefore: "not there before",
  step: (points: number): string => `${points > 0 ? "Up" : "Down"} ${counted(Math.abs(points), "point")}`,
  stepShort: (points: number): string => (points > 0 ? `+${points}` : `−${-points}`),
  notWhole: (typed: string): string => `"${typed}" is not a score: give a whole number of points from 0.`,
  undo: "Undo last step",
  reset: "Back to the bands in force",
  refused: "That step was not taken.",
  unfit: (problem: Problem): string =>
    `This scenario does not fit the bands in force any more, so it is shown without its steps. ${describe(problem)}`,
  oneBand: "There is one band only, so there is no boundary to move.",

  tiles: { up: "Jobs up", down: "Jobs down", other: "Other changes", people: "People moved" },
  nothingMoves: "No job changes band.",
  count: (count: number): string => number.format(count),
  signed: (count: number): string => (count === 0 ? "0" : signed.format(count).replace("-", "−")),
  /** Jobs that count, but have no score; null where there are none. */
  unscored: ({ incomplete, invalid }: ScoredJobs["unscored"]): string | null => {
    const parts = [
      ...(incomplete > 0 ? [`${number.format(incomplete)} incomplete`] : []),
      ...(invalid > 0 ? [`${number.format(invalid)} invalid`] : []),
    ];
    const all = incomplete + invalid;
    return all === 0
      ? null
      : `${counted(all, "job")} ${all === 1 ? "has" : "have"} no score and ${all === 1 ? "counts" : "count"} under No band: ${parts.join(", ")}.`;
  },
  blank: ({ blank }: ScoredJobs["unscored"]): string | null =>
    blank === 0
      ? null
      : `${counted(blank, "job")} without any level ${blank === 1 ? "is" : "are"} not scored and not counted, as in JEDISTRIBUTION.`,
  assumedOne: "The register has no headcount column, so each job counts as one person.",
  unreadable: (heading: string, rows: readonly number[]): string =>
    `${heading}: ${rows.length === 1 ? "row" : "rows"} ${rows
      .slice(0, 5)
      .map((row) => row + 1)
      .join(", ")}${rows.length > 5 ? " and others" : ""} hold no number from 0, and count as not known.`,

  tableCaption: "Jobs and people in each band, before and after",
  columns: { band: "Band", from: "From", to: "To", before: "Jobs before", after: "Jobs after", change: "Change", people: "People after" },
  gone: (label: Label): string => `${label} (gone)`,
  noBand: "No band",
  total: "Total",
  notScored: "Not scored",
  open: "open",

  moversTitle: "Who moves",
  moversFilter: "Show",
  moversAll: (count: number): string => `All (${number.format(count)})`,
  moversPair: (old: Label | null, now: Label | null, count: number): string =>
    `${old === null ? "No band" : upper(bandTitle(old))} → ${now === null ? "no band" : bandTitle(now)} (${number.format(count)})`,
  mover: (id: string, title: string): string => [id, title].filter((text) => text !== "").join(" ") || "Job without a title",
  moverWay: (score: number, old: Label | null, now: Label | null, direction: MoverRun["direction"]): string =>
    `${score} points: ${old ?? "no band"} → ${now ?? "no band"}, ${
      { up: "▲ up", down: "▼ down", level: "another band", inOrOut: now === null ? "out of every band" : "into a band" }[direction]
    }`,
  more: (count: number): string => `Show ${number.format(count)} more`,

  stepsTitle: "What this scenario changes",
  noSteps: "Nothing yet: these are the bands in force.",
};

export const movementText = {
  title: "From which band into which",
  measure: "Counted in",
  measures: { jobs: "jobs", headcount: "people (headcount)", fte: "full-time posts (FTE)" },
  corner: "From / to",
  caption: (measure: "jobs" | "headcount" | "fte"): string =>
    `Movement matrix in ${movementText.measures[measure]}: rows the bands in force, columns the scenario's`,
  cell: (count: number): string => (count === 0 ? "·" : number.format(count)),
  noFte: "The register has no FTE column: each person counts as one full post.",
};

export function describeNotice(notice: BoundaryNotice): { readonly intent: "error" | "info"; readonly text: string } {
  switch (notice.kind) {
    case "failed":
      return { intent: "error", text: `${TASK[notice.task]} ${describeFailure(notice.failure)}` };
    case "fault":
      return {
        intent: "error",
        text: `That did not work, through a mistake of the add-in: ${notice.message}. Please tell whoever looks after the add-in what you did just before.`,
      };
    case "deleted":
      return { intent: "info", text: boundaryText.deleted(notice.name) };
  }
}
