import { factorTitle } from "../scheme/scheme";
import type { FactorComparison } from "./comparison";
import type { Outcome } from "./match";
import { bandLabel, profileName, type Profile } from "./profile";

interface BandScores {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Why a job has its outcome against a profile. Closed: `describeReason` has a sentence for each. */
export type Reason =
  | { readonly kind: "in-range"; readonly score: number; readonly band: BandScores }
  | { readonly kind: "in-band"; readonly score: number; readonly band: BandScores }
  | { readonly kind: "variation"; readonly comparison: FactorComparison; readonly maxVariation: number }
  | { readonly kind: "too-many"; readonly count: number; readonly most: number }
  | { readonly kind: "outside-band"; readonly score: number; readonly band: BandScores; readonly inRange: boolean }
  | {
      readonly kind: "below-band";
      readonly score: number;
      readonly band: BandScores;
      readonly generic: string;
      readonly allMinimum: boolean;
    };

function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case "in-range":
      return `Every factor is at the profile's level or inside its range${hasBand(reason.band) ? `; the score ${reason.score} is in ${bandText(reason.band)}` : ""}.`;
    case "in-band":
      return `The score ${reason.score} stays in ${bandText(reason.band)}.`;
    case "variation":
      return describeVariation(reason.comparison, reason.maxVariation);
    case "too-many":
      return `${reason.count} factors vary; at most ${reason.most} may.`;
    case "outside-band":
      return reason.inRange
        ? `Every factor is in range, but the score ${reason.score} is outside the profile's ${bandText(reason.band)}.`
        : `The score ${reason.score} is outside the profile's ${bandText(reason.band)}.`;
    case "below-band":
      return `Every factor is in range, but the score ${reason.score} is below ${bandText(reason.band)}: match against a profile in band ${reason.generic}, failing that evaluate locally. ${
        reason.allMinimum
          ? "Every factor is at its lowest, the case the generic provision names."
          : "Not every factor is at its lowest: the generic provision names only that case, and this one is read the same way."
      }`;
  }
}

export const describeReasons = (reasons: readonly Reason[]): string => reasons.map(describeReason).join(" ");

/** An outcome in one line. `named`: the profile was chosen by a person, not found as the best. */
export function summarise(outcome: Outcome, profile: Profile, named: boolean): string {
  const title = profileName(profile);
  switch (outcome) {
    case "Profile match":
    case "Band match":
      return `${outcome} on levels: ${title}`;
    case "Below band":
      return `${outcome} on levels: ${title}; try a band ${profile.generic ?? ""} profile, else evaluate locally`;
    case "No match":
      return named
        ? `${outcome} on levels: ${title} does not fit; try another profile or evaluate locally`
        : `${outcome} on levels: evaluate locally; nearest ${title}`;
  }
}

/** The profiles that fit as well as the one given, first those of another band; "" for none. */
export function describeEquals(outcome: Outcome, profile: Profile, equals: readonly Profile[]): string {
  if (equals.length === 0) return "";
  const band = bandLabel(profile);
  const ordered = [...equals.filter((other) => bandLabel(other) !== band), ...equals.filter((other) => bandLabel(other) === band)];
  return `Equally ${outcome === "No match" ? "near" : "good"}: ${ordered.map((other) => `${other.title} (${[bandLabel(other), other.id].filter((text) => text !== "").join(", ")})`).join("; ")}.`;
}

/** How a factor stands, in a cell's few words. */
export function describeVerdict({ verdict, variation, otherLetters, level }: FactorComparison): string {
  const note =
    otherLetters === ""
      ? ""
      : `; the profile's level ${level} does not print ${Array.from(otherLetters).join(", ")}, which changes no points`;
  switch (verdict) {
    case "at-level":
      return `At the profile's level${note}`;
    case "in-range":
      return `In range${note}`;
    case "varies":
      return `Varies: ${levelsAway(variation)}`;
    case "too-far":
      return `Too far: ${levelsAway(variation)}`;
    case "fixed":
      return `May not vary: ${levelsAway(variation)}`;
    case "outside":
      return `Outside the range: ${levelsAway(variation)}`;
  }
}

function describeVariation({ factor, level, profile, variation, verdict }: FactorComparison, most: number): string {
  const stands = `${factorTitle(factor)} is ${levelsAway(variation)} the profile (level ${level}, profile ${profile.text})`;
  if (verdict === "fixed") return `${stands}; this factor may not vary.`;
  if (verdict === "too-far") return `${stands}; at most ${most} is allowed.`;
  return verdict === "outside" ? `${stands}; the scheme has no rule that allows a variation.` : `${stands}.`;
}

const levelsAway = (variation: number): string =>
  `${Math.abs(variation)} level${Math.abs(variation) === 1 ? "" : "s"} ${variation > 0 ? "above" : "below"}`;

const hasBand = ({ from }: BandScores): boolean => Number.isFinite(from);

function bandText({ label, from, to }: BandScores): string {
  return `${label.includes("-") ? "bands" : "band"} ${label} (${from}${Number.isFinite(to) ? ` to ${to}` : " and above"})`;
}
