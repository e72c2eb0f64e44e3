import { bandTitle, describeEditFault } from "../../domain/boundary/fault";
import { describe, type Problem } from "../../domain/problem";

type Label = string | number;

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const bandStepText = {
  title: "Bands",
  note: "A band's name opens what can be done with it.",
  change: (label: Label): string => `Change ${bandTitle(label)}`,
  rename: "Rename",
  split: "Split",
  merge: (above: Label): string => `Merge with ${bandTitle(above)}`,
  range: "Pay range",
  points: "Pay points",
  add: "Add a band",
  forms: {
    rename: (label: Label): string => `Rename ${bandTitle(label)}`,
    split: (label: Label): string => `Split ${bandTitle(label)}`,
    merge: (label: Label): string => `Merge ${bandTitle(label)} with the band above`,
    range: (label: Label): string => `Pay range of ${bandTitle(label)}, £ a year, full time`,
    points: (label: Label): string => `Pay points of ${bandTitle(label)}, £ a year, full time`,
    add: "Add a band above or below the others",
  },
  fields: {
    name: "Name",
    upperName: "Name of the upper part",
    splitAt: "The upper part starts at",
    mergedName: "Name of the merged band",
    minimum: "Minimum",
    middle: "Middle (blank: half way)",
    maximum: "Maximum",
    points: "A line a point: name = pay",
    from: "From",
    to: "To (blank: open)",
  },
  notes: {
    split: (from: number, to: number | null): string =>
      `At a score from ${from + 1}${to === null ? "" : ` to ${to}`}. Both parts keep the pay.`,
    merge: "It has the pay of the band whose name it keeps; under a new name none, until its pay is given.",
    add: "Next to the highest or the lowest band, without a gap. To put a band inside another, split that one. It has no pay until that is given.",
  },
  done: "Take this step",
  cancel: "Cancel",
  notWhole: (typed: string): string => `"${typed}" is not a score: give a whole number of points from 0.`,
  notMoney: (typed: string): string => `"${typed}" is not an amount of pounds above 0, such as 32,500.`,
  notPoint: (line: string): string => `"${line}" is not a point: write its name, an equals sign and its pay, such as 22 = 32,500.`,
  noPoints: "Give at least one point.",
  pointTwice: (name: string): string => `The point ${name} is there twice.`,
  /** The fault alone: which step it would be is plain at the field. */
  problem: (problem: Problem): string =>
    upper(problem.kind === "boundary" && problem.fault.kind === "edit" ? describeEditFault(problem.fault.fault) : describe(problem)),
};
