import { type Entry, show } from "../../domain/entry";
import type { DifferingCell } from "../../session/result-state";
import { type BandNoun, bandNamed } from "./register";

const number = new Intl.NumberFormat("en-GB");
const jobs = (count: number): string => (count === 1 ? "1 job" : `${number.format(count)} jobs`);

export const resultCheckText = {
  missingTitle: "Jobs without results",
  missing: (count: number): string =>
    `${jobs(count)} ${count === 1 ? "has" : "have"} no formula where the other rows have one, so no result is shown:`,
  fill: "Fill in the missing formulas",
  fillNote: "Only these empty cells are filled, each with the formula that its column has in the other rows. What was typed stays.",
  unreached: (headings: readonly string[]): string =>
    `One formula fills ${headings.map((heading) => `"${heading}"`).join(" and ")} for many rows and ends above these: let its range of levels reach down to them.`,
  differingTitle: "Results that were typed",
  differing: (count: number): string =>
    `${jobs(count)} ${count === 1 ? "has" : "have"} a value without a formula that differs from what the levels make. Nothing is changed by itself:`,
  differs: (noun: BandNoun, { found, gives, made }: DifferingCell): string => `${there(found)} is there; ${makes(noun, gives, made)}.`,
};

/** A text in quotes shows that it is one; a number, or a band's name, needs none. */
const there = (found: Entry): string => (typeof found === "string" && /^\S+$/.test(found) ? found : show(found));

function makes(noun: BandNoun, gives: DifferingCell["gives"], made: DifferingCell["made"]): string {
  if (gives === "score") return made === null ? "the levels make no score yet" : `the levels make ${made}`;
  return made === null ? `the levels make no ${noun}` : `the levels make ${bandNamed(noun, made)}`;
}
