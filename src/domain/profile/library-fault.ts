import { type Entry, show } from "../entry";
import type { Oddity } from "./notation";

/** What is wrong with a range that should hold profiles; `row` and `column` count from 1 within the range. */
export type LibraryFault =
  | { readonly kind: "empty" }
  | { readonly kind: "columns"; readonly columns: number; readonly expected: number; readonly scheme: string }
  | { readonly kind: "scheme"; readonly row: number; readonly found: Entry }
  | { readonly kind: "two-schemes"; readonly row: number; readonly found: string; readonly first: string }
  | { readonly kind: "id"; readonly row: number }
  | { readonly kind: "same-id"; readonly row: number; readonly id: string; readonly other: number }
  | { readonly kind: "band"; readonly row: number; readonly id: string; readonly found: Entry; readonly known: readonly string[] }
  | { readonly kind: "generic"; readonly row: number; readonly id: string; readonly found: Entry }
  | {
      readonly kind: "levels";
      readonly row: number;
      readonly column: number;
      readonly id: string;
      readonly factor: string;
      readonly found: Entry;
      readonly why: LevelsFault;
    }
  | {
      readonly kind: "score";
      readonly row: number;
      readonly id: string;
      readonly which: "lowest" | "highest";
      readonly found: Entry;
      readonly sum: number;
    };

export type LevelsFault =
  | { readonly kind: "blank" }
  | { readonly kind: "date" }
  | { readonly kind: "error" }
  | { readonly kind: "unreadable" }
  | { readonly kind: "odd"; readonly odd: Oddity }
  | { readonly kind: "no-such-level"; readonly count: number }
  | { readonly kind: "no-such-letter"; readonly level: number; readonly options: string };

export function describeLibraryFault(fault: LibraryFault): string {
  switch (fault.kind) {
    case "empty":
      return "The profile library has no profiles: give a range as PROFILELIST gives it, a row a profile.";
    case "columns":
      return `The profile library has ${fault.columns} column${fault.columns === 1 ? "" : "s"}; for ${fault.scheme} it needs ${fault.expected}: scheme, id, title, suite, band, generic, edition, lowest, highest, then a column a factor, as PROFILELIST gives them.`;
    case "scheme":
      return `Profile library, row ${fault.row}: ${show(fault.found)} is not a scheme; the first column says NHS or NJC.`;
    case "two-schemes":
      return `Profile library, row ${fault.row}: the scheme is ${fault.found}, the rows above say ${fault.first}. A library has one scheme.`;
    case "id":
      return `Profile library, row ${fault.row}: the id is blank. Each profile needs an id of its own.`;
    case "same-id":
      return `Profile library, row ${fault.row}: the id ${show(fault.id)} is that of row ${fault.other} too. Each profile needs an id of its own.`;
    case "band":
      return `Profile library, row ${fault.row} (${fault.id}): ${show(fault.found)} is not a band or a range of bands, lowest first; the bands are ${fault.known.join(", ")}.`;
    case "generic":
      return `Profile library, row ${fault.row} (${fault.id}): ${show(fault.found)} in the generic column is not a band below the profile's own.`;
    case "levels":
      return `Profile library, row ${fault.row} (${fault.id}), column ${fault.column}, ${fault.factor}: ${describeLevels(fault.found, fault.why)}`;
    case "score":
      return `Profile library, row ${fault.row} (${fault.id}): the ${fault.which} score is given as ${show(fault.found)}, but the levels sum to ${fault.sum}. Correct the levels or leave the score blank.`;
  }
}

/** Why an entry is not a reading of a factor's levels. */
export function describeLevels(found: Entry, why: LevelsFault): string {
  switch (why.kind) {
    case "blank":
      return "no level is given.";
    case "date":
      return `${show(found)} looks like a date, which Excel makes of an entry such as 2-3. Format the cells as text and enter the levels again.`;
    case "error":
      return `the cell holds the error ${typeof found === "object" && found !== null ? found.error : show(found)}.`;
    case "unreadable":
      return `${show(found)} is not a level, a range or a list of levels, such as 3, 2-3a or 1,2b,3c.`;
    case "odd":
      return `${show(found)} ${ODDITIES[why.odd]}. Enter a level, a range or a list of levels, such as 3, 2-3a or 1,2b,3c.`;
    case "no-such-level":
      return `${show(found)} names a level that does not exist; the levels are 1 to ${why.count}.`;
    case "no-such-letter":
      return `${show(found)} has a letter that level ${why.level} lacks; level ${why.level} has ${why.options === "" ? "no letters" : Array.from(why.options).join(", ")}.`;
  }
}

export const ODDITIES: Readonly<Record<Oddity, string>> = {
  brackets: "has a bracket that is empty, lacks its partner, holds a level, or stands at some letters of a level only",
  letters: "has letters of a level twice or out of order",
  signs: "has a comma, slash, dash or the like too many",
  parting: "has no sign between two levels",
  noughts: "has a level with a 0 before it, as a date may have",
};
