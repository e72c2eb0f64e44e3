import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Doubt } from "../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../src/domain/profile/import/draft";

/** A row as printed: number, name, descriptor, levels, points. */
export type PrintedRow = readonly [number: string, name: string, descriptor: string, levels: string, points: string];

/** IM&T Section Manager (7), page 24: levels and points as printed but for the Cyrillic letter in factor 14; descriptors made up, with figures in them. */
export const SECTION_MANAGER: readonly PrintedRow[] = [
  ["1.", "Communication & Relationship Skills", "Speaks with 3 groups; level 2 talk", "4a", "32"],
  ["2.", "Knowledge, Training & Experience", "A course of 3 years and 2-3 more", "6", "156"],
  ["3.", "Analytical & Judgemental Skills", "Weighs matters", "4", "42"],
  ["4.", "Planning & Organisational Skills", "Plans 12 months ahead", "4", "42"],
  ["5.", "Physical Skills", "Physical skills of 2 kinds", "2-3a", "15-27"],
  ["6.", "Patient/Client Care", "Meets patients now and then", "1", "4"],
  ["7.", "Policy/Service Development", "Proposes changes", "3", "21"],
  ["8.", "Financial & Physical Resources", "Holds a budget of 50,000", "4a", "32"],
  ["9.", "Human Resources", "Leads a team of 5 to 10", "4a", "32"],
  ["10.", "Information Resources", "Runs 1 system", "4b", "24"],
  ["11.", "Research & Development", "Tests tools", "1-2c", "5-12"],
  ["12.", "Freedom to Act", "Works to aims", "4", "32"],
  ["13.", "Physical Effort", "Sits and walks", "1", "3"],
  ["14.", "Mental Effort", "Thinks hard for 2 hours", "3a", "12"],
  ["15.", "Emotional Effort", "Gives bad news", "2", "11"],
  ["16.", "Working Conditions", "Office", "1-2e", "3-7"],
];

export const LABEL = "Profile Suite and Label\tInformation Technology - IM&T Section Manager";
export const COLUMNS = "Factor\t\tLevel descriptor and example job information\tJE Level\tJE Score";
export const TOTAL = "\t\tJE Score 466 - 489\tBand\t7";

/** The rows of a table with some of them replaced, by factor number; null leaves a row out. */
export const rowsWith = (changes: Readonly<Record<number, Partial<Record<0 | 1 | 2 | 3 | 4, string>> | null>>): string[] =>
  SECTION_MANAGER.flatMap((row, at) => {
    const change = changes[at + 1];
    if (change === null) return [];
    return [row.map((cell, column) => change?.[column as 0] ?? cell).join("\t")];
  });

export const profileText = (rows: readonly string[], total: string = TOTAL): string =>
  [LABEL, "Job Statement\tRuns a section", COLUMNS, ...rows, total].join("\n");

export const fixtureText = (name: string): string =>
  readFileSync(join(__dirname, "../domain/profile/import/fixture", `${name}.txt`), "utf8");

/** The kinds of the doubts about a factor, by its number; 0 for those about no factor. */
export const kindsOf = ({ doubts }: Pick<ImportDraft, "doubts">, factor: number, profile = 0): string[] =>
  doubts.filter((doubt) => doubt.profile === profile && (doubt.factor?.number ?? 0) === factor).map(kindOf);

export const kindOf = ({ matter, remark }: Doubt): string => (remark ? `(${matter.kind})` : matter.kind);

export const everything = ({
  doubts,
}: Pick<ImportDraft, "doubts">): { accepted: Set<string>; corrections: never[]; leftOut: Set<number> } => ({
  accepted: new Set(doubts.map(({ id }) => id)),
  corrections: [],
  leftOut: new Set(),
});
