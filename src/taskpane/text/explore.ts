import { bandTitle } from "../../domain/boundary/fault";
import { poundsOf } from "../../domain/boundary/pay";
import type { BoundaryReason, FoundBoundaries, Goal, Neighbour } from "../../domain/boundary/search";
import { describe, type Problem } from "../../domain/problem";

type Label = string | number;

const number = new Intl.NumberFormat("en-GB");
const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const minus = (text: string): string => text.replace("-", "−");

const amount = ({ kind }: Goal, value: number): string =>
  kind === "cost" ? minus(pounds.format(poundsOf(value))) : `${number.format(value)} ${value === 1 ? "person" : "people"}`;

function goalText(goal: Goal): string {
  switch (goal.kind) {
    case "cost":
      return `the least cost at the ${goal.at} of the ranges`;
    case "movers":
      return "the fewest people who change band";
    case "bunching":
      return `the fewest people within ${goal.points} points of a boundary`;
  }
}

/** What keeps a boundary from going one point further that way. */
function held(goal: Goal, way: "lower" | "higher", neighbour: Neighbour): string {
  switch (neighbour.kind) {
    case "fixed":
      return "it is kept where it is";
    case "shift":
      return `${way} is further than the largest shift`;
    case "width":
      return `${way} would make ${bandTitle(neighbour.band)} narrower than allowed`;
    case "adds":
      return neighbour.amount === 0 ? `one point ${way} changes nothing` : `one point ${way} adds ${amount(goal, neighbour.amount)}`;
  }
}

/** Both ways have one reason where the boundary is fixed. */
const holds = (goal: Goal, { lower, higher }: BoundaryReason): string =>
  lower.kind === "fixed" ? held(goal, "lower", lower) : `${held(goal, "lower", lower)}; ${held(goal, "higher", higher)}`;

export const exploreText = {
  sweepTitle: "Sweep of one boundary",
  sweepNote: "Every position of the chosen boundary between its neighbours, all others staying.",
  sweepChart: "Jobs that move, and cost, by position of the boundary",
  jobs: "Jobs that move",
  cost: "Cost at the middle of the ranges",
  present: (from: number): string => `now ${from}`,
  sweepTable: "Show the sweep as a table",
  sweepColumns: { position: "Starts at", up: "Up", down: "Down", inBand: "In the band", cost: "Cost" },
  sweepCaption: (label: Label): string => `${upper(bandTitle(label))}: each position against where the boundary is now (▸)`,
  here: "▸",
  needsPay: "The cost curve needs a pay table.",
  tooWide: "Positions further than 100 points from the present one are left out.",
  money: (pence: number): string => minus(pounds.format(poundsOf(pence))),
  count: (count: number): string => number.format(count),
  problem: (problem: Problem): string => describe(problem),

  searchTitle: "Search for boundaries",
  goal: "Find boundaries with",
  goalText,
  shift: "No boundary moves more than (points)",
  width: "Every band is at least (points wide)",
  fixed: "These stay where they are",
  search: "Search",
  costNeedsPay: "Least cost needs a pay table.",
  scenarioName: (goal: Goal): string =>
    goal.kind === "cost" ? `Least cost at ${goal.at}` : goal.kind === "movers" ? "Fewest movers" : "Least bunching",
  foundTitle: "Found by search",
  found: ({ goal, present, best }: FoundBoundaries): string =>
    present === best
      ? `Nothing within these conditions is better than the bands in force: ${amount(goal, present)}.`
      : `${upper(goalText(goal))}: ${amount(goal, best)}, against ${amount(goal, present)} with the bands in force. It is the best there is within these conditions.`,
  kept: (name: string): string => `It is kept as the scenario ${name}.`,
  conditions: ({ conditions: { shift, width, fixed } }: FoundBoundaries): string =>
    `Conditions: no boundary moves more than ${shift} ${shift === 1 ? "point" : "points"}; every band is at least ${width} ${width === 1 ? "point" : "points"} wide${
      fixed.length === 0
        ? ""
        : `; ${fixed.map((label) => `the start of ${bandTitle(label)}`).join(", ")} ${fixed.length === 1 ? "stays" : "stay"} in place`
    }.`,
  reason: (goal: Goal, reason: BoundaryReason): string =>
    `${upper(bandTitle(reason.band))} starts at ${reason.to}${reason.from === reason.to ? ", as before" : ` (before: ${reason.from})`}: ${holds(goal, reason)}.`,
  reasons: "Why each boundary sits where it does",
  changedSince: "Steps were taken after the search. The reasons are those of the boundaries as it found them.",
  baselineSince: "The bands in force are not those that the search began with. The reasons are of that time.",
  byHand: "Cost alone is no reason for a boundary: look at who stands either side of it.",

  compareTitle: "Compare scenarios",
  compareNote: "Choose up to four.",
  compareCaption: "Scenarios side by side, each against the bands in force",
  compareRows: {
    up: "Jobs up",
    down: "Jobs down",
    women: "Women who move",
    men: "Men who move",
    minimum: "Cost at minimum",
    middle: "Cost at middle",
    maximum: "Cost at maximum",
    gap: "Mean pay gap",
    median: "Median pay gap",
    starts: (label: Label): string => `${upper(bandTitle(label))} starts at`,
    bill: "Basic pay",
  },
  unfit: "does not fit",
  none: "–",
};
