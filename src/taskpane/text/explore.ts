import { bandTitle } from "../../domain/boundary/fault";
import { poundsOf } from "../../domain/boundary/pay";
import type { BoundaryReason, Neighbour, Objective, SearchResult } from "../../domain/boundary/search";
import { describe, type Problem } from "../../domain/problem";

type Label = string | number;

const number = new Intl.NumberFormat("en-GB");
const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const minus = (text: string): string => text.replace("-", "−");

type Goal = Objective["kind"];
const amount = (goal: Goal, value: number): string =>
  goal === "cost" ? minus(pounds.format(poundsOf(value))) : `${number.format(value)} ${value === 1 ? "person" : "people"}`;

const GOALS: Readonly<Record<Goal, string>> = {
  cost: "the least cost at the middle of the ranges",
  movers: "the fewest people who change band",
  bunching: "the fewest people close to a boundary",
};

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
  tooWide: "The neighbours leave too many positions: the 200 around the present one are shown.",
  money: (pence: number): string => minus(pounds.format(poundsOf(pence))),
  count: (count: number): string => number.format(count),
  problem: (problem: Problem): string => describe(problem),

  searchTitle: "Search for boundaries",
  goal: "Find boundaries with",
  goals: GOALS,
  shift: "No boundary moves more than (points)",
  width: "Every band is at least (points wide)",
  fixed: "These stay where they are",
  search: "Search",
  costNeedsPay: "Least cost needs a pay table.",
  scenarioName: (goal: Goal): string => ({ cost: "Least cost", movers: "Fewest movers", bunching: "Least bunching" })[goal],
  found: (goal: Goal, { present, best }: Pick<SearchResult, "present" | "best">): string =>
    present === best
      ? `Nothing within these conditions is better than the bands in force: ${amount(goal, present)}.`
      : `${upper(GOALS[goal])}: ${amount(goal, best)}, against ${amount(goal, present)} with the bands in force. It is the best there is within these conditions, and is kept as a new scenario.`,
  reason: (goal: Goal, { band, from, to, lower, higher }: BoundaryReason): string =>
    `${upper(bandTitle(band))} starts at ${to}${from === to ? ", as before" : ` (before: ${from})`}: ${held(goal, "lower", lower)}; ${held(goal, "higher", higher)}.`,
  reasons: "Why each boundary sits where it does",
  gapLater: "What it does to the pay gap is reported, not searched: see Women and men below, and Compare.",
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
    starts: (label: Label): string => `${upper(bandTitle(label))} starts at`,
    bill: "Basic pay",
  },
  unfit: "does not fit",
  none: "–",
};
