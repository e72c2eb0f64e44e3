import { show } from "../../entry";
import { type FactorName, factorTitle } from "../../scheme/scheme";
import { ODDITIES } from "../library-fault";
import type { Oddity } from "../notation";
import { bandLabel } from "../profile";
import { type ColumnMatter, columnSentence, linesText, lowerFirst } from "./column-doubt";
import type { Listed } from "./contents";
import type { Score } from "./draft";

/** What a doubt is about and a correction may replace. */
export type Field = "suite" | "title" | "id" | "edition" | "bands" | "generic" | "score" | "levels";

/**
 * A place where a text cannot simply be believed: what was found there, and what is proposed. A remark says that the layout is
 * damaged although nothing depends on it; every other doubt waits for a person.
 */
export interface Doubt {
  /** The same doubt has the same id in every reading of a text. */
  readonly id: string;
  /** Its place in the draft; null for the whole text. */
  readonly profile: number | null;
  readonly title: string;
  /** Null for the profile as a whole. */
  readonly factor: FactorName | null;
  readonly line: number | null;
  readonly field: Field | null;
  /** What accepting it takes; null where there is nothing to accept and a correction is needed. */
  readonly proposal: string | null;
  readonly remark: boolean;
  readonly matter: Matter;
}

/** Every kind of doubt. Closed: `describeDoubt` has a sentence for each. */
export type Matter =
  | ColumnMatter
  | { readonly kind: "too-long"; readonly characters: number; readonly most: number }
  | { readonly kind: "too-many"; readonly most: number }
  | { readonly kind: "too-many-rows"; readonly rows: number; readonly most: number }
  | { readonly kind: "no-profile" }
  | { readonly kind: "suite-spelling"; readonly found: string }
  | { readonly kind: "listed-only"; readonly listed: Listed }
  | { readonly kind: "unlisted" }
  | { readonly kind: "unlabelled" }
  | { readonly kind: "other-scheme"; readonly named: number; readonly rows: number; readonly scheme: string }
  | { readonly kind: "title-missing" }
  | { readonly kind: "title-joined" }
  | { readonly kind: "title-differs"; readonly found: string }
  | { readonly kind: "edition-by-history"; readonly date: string }
  | { readonly kind: "edition-missing" }
  | { readonly kind: "edition-named"; readonly date: string; readonly words: string; readonly others: readonly string[] }
  | { readonly kind: "edition-not-named"; readonly date: string; readonly words: string; readonly other: string }
  | { readonly kind: "heading-repeated"; readonly lines: readonly number[] }
  | { readonly kind: "order"; readonly order: string }
  | { readonly kind: "loose-text"; readonly lines: readonly number[] }
  | { readonly kind: "stray"; readonly found: string }
  | { readonly kind: "no-points" }
  | { readonly kind: "number-wrong"; readonly found: number }
  | { readonly kind: "number-missing" }
  | { readonly kind: "name-cut"; readonly found: string; readonly numbered: boolean }
  | { readonly kind: "name-alike"; readonly found: string }
  | { readonly kind: "name-strange"; readonly found: string }
  | { readonly kind: "unnamed" }
  | { readonly kind: "row-unplaced"; readonly found: string }
  | { readonly kind: "row-twice"; readonly found: string; readonly kept: string }
  | { readonly kind: "row-missing"; readonly byTotal: boolean }
  | {
      readonly kind: "merged";
      readonly levels: string;
      readonly points: string;
      readonly factors: readonly FactorName[];
      readonly lost: boolean;
    }
  /** The last words of a row without columns. */
  | { readonly kind: "levels-at-end"; readonly found: string }
  | { readonly kind: "levels-missing"; readonly points: string | null; readonly byTotal: boolean }
  | { readonly kind: "levels-unreadable"; readonly found: string; readonly by: "signs" | "points" | "total" | null }
  | { readonly kind: "levels-date"; readonly found: string }
  | { readonly kind: "tails"; readonly found: readonly string[] }
  | { readonly kind: "look-alike"; readonly found: string; readonly signs: string }
  | { readonly kind: "sign-lost"; readonly found: string }
  | { readonly kind: "odd-notation"; readonly found: string; readonly odd: Oddity }
  | { readonly kind: "list"; readonly found: string }
  | { readonly kind: "letters"; readonly found: string; readonly level: number; readonly options: string }
  | { readonly kind: "no-such-level"; readonly found: string; readonly count: number; readonly byPoints: boolean }
  | { readonly kind: "points-missing"; readonly expected: string }
  | { readonly kind: "points-damaged"; readonly found: string; readonly expected: string }
  | {
      readonly kind: "points-differ";
      readonly found: string;
      readonly levels: string;
      readonly expected: string;
      readonly byTotal: boolean;
    }
  | { readonly kind: "total-missing"; readonly sum: Score }
  | { readonly kind: "total-damaged"; readonly found: string; readonly sum: Score | null }
  | { readonly kind: "total-differs"; readonly printed: Score; readonly sum: Score }
  | { readonly kind: "total-twice"; readonly found: string; readonly kept: string }
  | { readonly kind: "band-word"; readonly found: string }
  | { readonly kind: "band-differs"; readonly page: string; readonly listed: string }
  | {
      readonly kind: "band-unread";
      readonly found: string | null;
      readonly by: "contents" | "score" | null;
      readonly listed: string | null;
    }
  | { readonly kind: "band-numeral"; readonly found: string }
  | { readonly kind: "asterisk"; readonly bearing: readonly string[]; readonly lacking: readonly string[] }
  /** `made` are the bands that the scores lie in. */
  | {
      readonly kind: "score-outside";
      readonly score: Score;
      readonly from: number;
      readonly to: number;
      readonly made: readonly string[] | null;
    }
  | { readonly kind: "generic-needless"; readonly lowest: number; readonly from: number }
  | { readonly kind: "generic-wanting"; readonly lowest: number; readonly from: number }
  | { readonly kind: "generic-strange"; readonly found: string; readonly bands: string }
  | { readonly kind: "same-id"; readonly found: string }
  | { readonly kind: "correction"; readonly found: string; readonly expected: string };

/** A doubt in one sentence: where, what was found, what is proposed and why. */
export function describeDoubt(doubt: Doubt): string {
  const { title, factor, line, matter } = doubt;
  const places = [...(title === "" ? [] : [title]), ...(factor === null ? [] : [lowerFirst(factorTitle(factor))])];
  const where = `${places.join(", ")}${line === null ? "" : `${places.length === 0 ? "Line " : " (line "}${line}${places.length === 0 ? "" : ")"}`}`;
  return `${where === "" ? "" : `${where}: `}${sentenceOf(matter, doubt.proposal)}`;
}

/** The same beside what it is about: of the place only the line is named. */
export const describeInPlace = ({ line, matter, proposal }: Doubt): string =>
  `${line === null ? "" : `Line ${line}: `}${sentenceOf(matter, proposal)}`;

function sentenceOf(matter: Matter, proposal: string | null): string {
  const proposed = proposal === null ? "Nothing can be proposed: enter it." : `Proposed: ${proposal}.`;
  switch (matter.kind) {
    case "too-long":
      return `The text has ${matter.characters} characters; at most ${matter.most} are read at once. Give one suite at a time.`;
    case "too-many":
      return `The text has more than ${matter.most} profiles. Give one suite at a time.`;
    case "too-many-rows":
      return `The profile has ${matter.rows} rows; no more than ${matter.most} are read. Leave it out, and give its text again with a heading above each profile.`;
    case "no-profile":
      return "No profile was found. A profile has a row for each factor with its level, and a total: copy the whole table.";
    case "suite-spelling":
      return `The heading calls the suite ${show(matter.found)}. ${proposed}`;
    case "listed-only":
      return `The contents list names ${show(matter.listed.title)}${matter.listed.band === null ? "" : `, band ${matter.listed.band}`}, page ${matter.listed.page}, but the text does not hold that profile. Proposed: go on without it.`;
    case "unlisted":
      return `The contents list does not name this profile, so its page is not known and its title is the one printed above it. ${proposed}`;
    case "unlabelled":
      return `No heading marks this profile; it begins where the factors begin anew. ${proposed}`;
    case "other-scheme":
      return `Only ${matter.named} of ${matter.rows} rows bear names of ${matter.scheme}'s factors. The text may be of another scheme. Proposed: read the rows by their numbers.`;
    case "title-missing":
      return "No title is printed above the rows. Enter one.";
    case "title-joined":
      return `The title is put together from several lines. ${proposed}`;
    case "title-differs":
      return `The page prints the title ${show(matter.found)}, the contents list another. ${proposed}`;
    case "edition-by-history":
      return `The newest row of the version history that names no profile is of ${matter.date}; that is taken as the edition of every profile not named later.`;
    case "edition-missing":
      return "No version history was found, so the edition is not known. Enter it, or go on without.";
    case "edition-named":
      return `The version history of ${matter.date} names ${show(matter.words)}${matter.others.length === 0 ? "" : `, which could also be ${matter.others.join(" or ")}`}. ${proposed}`;
    case "edition-not-named":
      return `The version history of ${matter.date} names ${show(matter.words)}, which could be this profile but is read as ${matter.other}. ${proposed}`;
    case "heading-repeated":
      return `The heading is printed once more in ${linesText(matter.lines)}; the rows below it complete this profile.`;
    case "order":
      return `The rows do not stand in order: ${matter.order}. Each is read by its own number or name.`;
    case "loose-text":
      return `Text of no row stands in ${linesText(matter.lines)}; it is taken for the rest of a descriptor.`;
    case "stray":
      return `${show(matter.found)} stands alone and belongs to no factor. It is left out.`;
    case "no-points":
      return "No row has points, so levels cannot be checked against the chart. Proposed: take the levels as printed.";
    case "number-wrong":
      return `The row is numbered ${matter.found}, but its name or place is this factor's. ${proposed}`;
    case "number-missing":
      return `The row has no number; its name is this factor's. ${proposed}`;
    case "name-cut":
      return `The factor's name is cut to ${show(matter.found)}; the row is read by its ${matter.numbered ? "number" : "place, and no other factor's name has these words"}. ${proposed}`;
    case "name-alike":
      return `The row is called ${show(matter.found)}, which is only like the factor's name, and has no number. ${proposed}`;
    case "name-strange":
      return `The row is called ${show(matter.found)}, which is not the name of the factor with its number. ${proposed}`;
    case "unnamed":
      return `The row has neither number nor name; its place between its neighbours and its points are this factor's. ${proposed}`;
    case "row-unplaced":
      return `The row ${show(matter.found)} has levels and points, but no factor that it could belong to. Proposed: leave it out.`;
    case "row-twice":
      return `The factor has two rows; the other reads ${show(matter.found)}, this one ${show(matter.kept)}. ${proposed}`;
    case "row-missing":
      return `The row is lost.${matter.byTotal ? " The printed total less the other rows leaves the points of one reading; its letters are not known." : ""} ${proposed}`;
    case "merged":
      return `One row holds ${matter.factors.map((factor) => lowerFirst(factorTitle(factor))).join(" and ")}, with levels ${show(matter.levels)} and points ${show(matter.points)}. ${proposed} ${matter.lost ? "The points give the level; its letters, if any, are lost." : "The points fit this parting."}`;
    case "levels-at-end":
      return `The row's words end in ${show(matter.found)}, with no points behind it: it may be the level or a part of the sentence. ${proposed}`;
    case "levels-missing":
      return `No level is printed. ${proposed}${because(matter.byTotal ? "total" : matter.points === null ? null : "points")}`;
    case "levels-unreadable":
      return `${show(matter.found)} is not a reading of levels. ${proposed}${because(matter.by)}`;
    case "levels-date":
      return `${show(matter.found)} is a date that a spreadsheet made of a range of levels. ${proposed}`;
    case "tails":
      return `It is not plain where the descriptor ends: the row may end in ${matter.found.map((tail) => show(tail)).join(" or ")}. ${proposed}`;
    case "look-alike":
      return `${show(matter.found)} holds ${Array.from(matter.signs)
        .map((sign) => `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`)
        .join(", ")}, which only looks like a Latin letter or a digit. ${proposed}`;
    case "sign-lost":
      return `${show(matter.found)} has no sign between two levels. ${proposed}`;
    case "odd-notation":
      return `${show(matter.found)} ${ODDITIES[matter.odd]}, so part of it may be lost or moved. ${proposed}`;
    case "list":
      return `${show(matter.found)} lists levels; a job may have any from the lowest to the highest of them. ${proposed}`;
    case "letters":
      return `${show(matter.found)} has a letter that level ${matter.level} lacks; its letters are ${matter.options === "" ? "none" : Array.from(matter.options).join(", ")}. ${proposed}`;
    case "no-such-level":
      return `${show(matter.found)} names a level that does not exist; the levels are 1 to ${matter.count}. ${proposed}${because(matter.byPoints ? "points" : null)}`;
    case "points-missing":
      return `No points are printed; the levels give ${matter.expected}. ${proposed}`;
    case "points-damaged":
      return `The points ${show(matter.found)} are damaged; the levels give ${matter.expected}. ${proposed}`;
    case "points-differ":
      return `The levels ${show(matter.levels)} give ${matter.expected} points, but ${show(matter.found)} is printed. ${proposed}${matter.byTotal ? " The printed total agrees with it." : ""}`;
    case "total-missing":
      return `No total is printed; the rows sum to ${scoreText(matter.sum)}. ${proposed}`;
    case "total-damaged":
      return `The total ${show(matter.found)} is damaged${matter.sum === null ? "" : `; the rows sum to ${scoreText(matter.sum)}`}. ${proposed}`;
    case "total-differs":
      return `The total printed is ${scoreText(matter.printed)}, but the rows sum to ${scoreText(matter.sum)}. ${proposed}`;
    case "total-twice":
      return `A second total reads ${show(matter.found)}; the one kept is ${show(matter.kept)}.`;
    case "band-word":
      return `The band is printed ${show(matter.found)}, its word or sign split or cut. ${proposed}`;
    case "band-differs":
      return `The page prints band ${show(matter.page)}, the contents list ${show(matter.listed)}. ${proposed} The score decides.`;
    case "band-unread":
      return `${matter.found === null ? "No band is printed on the page" : `The page prints band ${show(matter.found)}, which is none of the scheme's`}${matter.listed === null ? "" : `; the contents list says ${show(matter.listed)}`}. ${proposed}${matter.by === "score" ? " It is the band of the score." : ""}`;
    case "band-numeral":
      return `The band ${show(matter.found)} bears a numeral that tells profiles of one band apart. ${proposed}`;
    case "asterisk":
      return `The asterisk of the generic provision stands at ${matter.bearing.join(" and ")}, but not at ${matter.lacking.join(" and ")}. Proposed: the provision applies.`;
    case "score-outside":
      return `The scores ${scoreText(matter.score)} do not lie in the profile's bands, ${matter.from} to ${matter.to}${matter.made === null ? "" : `; they make band ${bandLabel({ bands: matter.made })}`}. ${proposed}`;
    case "generic-needless":
      return `The generic provision is marked, but the lowest score ${matter.lowest} is not below the lowest band, which starts at ${matter.from}. ${proposed}`;
    case "generic-wanting":
      return `The lowest score ${matter.lowest} is below the lowest band, which starts at ${matter.from}, but no asterisk marks the generic provision. ${proposed}`;
    case "generic-strange":
      return `${show(matter.found)} is not a band below the profile's own, ${matter.bands}. ${proposed}`;
    case "same-id":
      return `The id ${show(matter.found)} is that of another profile too. ${proposed}`;
    case "correction":
      return `The correction ${show(matter.found)} cannot be used: ${matter.expected}`;
    case "turned":
    case "above-headings":
    case "columns-missing":
    case "columns-unread":
    case "columns-alike":
    case "column-twice":
    case "rows-without-levels":
    case "rows-scheme":
    case "row-scheme":
    case "row-cells":
    case "row-repeated":
    case "bands-by-score":
    case "ids-made":
    case "edition-unheaded":
      return columnSentence(matter, proposed);
  }
}

function because(by: "signs" | "points" | "total" | null): string {
  switch (by) {
    case null:
      return "";
    case "signs":
      return " It is what is left without the strange signs, and its points fit.";
    case "points":
      return " It is what the points give; letters, if any, are lost.";
    case "total":
      return " It is what the printed total less the other rows leaves; letters, if any, are lost.";
  }
}

export const scoreText = ({ lowest, highest }: Score): string => (lowest === highest ? String(lowest) : `${lowest}-${highest}`);
