import type { Scheme } from "../../scheme/scheme";
import { type Listed, readContents } from "./contents";
import { wordsOf } from "./factor-name";
import { behindTitleLabel, namesPoints, suiteInHeading, titleInLabel } from "./heading";
import { type Amendment, readHistory } from "./history";
import type { Line } from "./line";
import { collapsed } from "./print";
import { beginsRow, type Loose, placeOf, type RawRow, readTable, type Table, type TableEvent } from "./table";

/** A profile as found in a text: its printed title and its table. */
export interface Section extends Table {
  readonly line: number;
  readonly title: string;
  /** Whether the title is put together from several lines. */
  readonly joined: boolean;
  /** The lines in which its heading is printed once more. */
  readonly repeats: readonly number[];
  /** Whether its title bears a heading or label, or was told from the rows alone. */
  readonly labelled: boolean;
  /** Whether its columns are headed, and whether one is headed as points; null without a heading. */
  readonly pointsColumn: boolean | null;
}

export interface ProfileDocument {
  readonly suite: { readonly line: number; readonly text: string } | null;
  readonly listed: readonly Listed[];
  readonly amendments: readonly Amendment[];
  readonly sections: readonly Section[];
}

/** Finds the parts of a document: heading, contents list, version history and the profiles. */
export function readDocument(lines: readonly Line[], scheme: Scheme): ProfileDocument {
  const labels = lines.flatMap((line, at) => (line.heading === "label" && !isContentsRow(line) ? [at] : [])).slice(0, MOST_LABELS);
  const first = labels[0] ?? lines.length;
  const front = lines.slice(0, first);
  return {
    suite: readSuite(front),
    listed: readContents(front),
    amendments: readHistory(front),
    sections:
      labels.length === 0
        ? unlabelled(lines, scheme)
        : joinRepeats(labels.map((from, at) => labelled(lines.slice(from, labels[at + 1]), scheme))),
  };
}

/** A title in a contents list may begin as a label does. */
const isContentsRow = (line: Line): boolean => /\d$/.test(line.text) && /^profile title\b/i.test(line.text);

function readSuite(front: readonly Line[]): { line: number; text: string } | null {
  for (const line of front.slice(0, 50)) {
    const text = suiteInHeading(line.text);
    if (text !== null) return { line: line.number, text };
  }
  return null;
}

/** The title runs from the label to the job statement; the table begins at its column heading, or at its first row or total. */
function labelled(lines: readonly Line[], scheme: Scheme): Section {
  const [label] = lines;
  const titles = [titleInLabel(label === undefined ? "" : label.text)];
  let end = 1;
  for (; end < lines.length; end++) {
    const text = lines[end]!.text;
    if (lines[end]!.heading !== null || beginsRow(lines[end]!, lines[end + 1], scheme)) break;
    if (titles.length < 4 && text !== "") titles.push(text);
  }
  const start = lines.findIndex((line) => line.heading === "columns");
  const heading = lines[start];
  const total = lines.findIndex((line) => line.heading === "total");
  const from = start < 0 ? end : total < 0 ? start : Math.min(start, total);
  return {
    line: label?.number ?? 1,
    title: collapsed(titles.join(" ")).slice(0, LONGEST_TITLE),
    joined: titles.filter((text) => text !== "").length > 1,
    repeats: [],
    labelled: true,
    pointsColumn: heading === undefined ? null : namesPoints(heading.text),
    ...readTable(lines.slice(from), scheme),
  };
}

/** A heading that is repeated on a profile's next page begins no profile: one title, and rows and total that complete each other. */
function joinRepeats(sections: readonly Section[]): Section[] {
  const joined: Section[] = [];
  for (const section of sections) {
    const last = joined[joined.length - 1];
    if (last !== undefined && completes(last, section))
      joined[joined.length - 1] = {
        ...last,
        repeats: [...last.repeats, section.line],
        events: [...last.events, ...section.events],
        loose: [...last.loose, ...section.loose],
        strays: [...last.strays, ...section.strays],
      };
    else joined.push(section);
  }
  return joined;
}

function completes(one: Section, next: Section): boolean {
  if (wordsOf(one.title).join(" ") !== wordsOf(next.title).join(" ")) return false;
  const places = placesOf(one.events);
  const added = placesOf(next.events);
  return [...added].every((place) => !places.has(place)) && totals(one.events) + totals(next.events) <= 1;
}

const placesOf = (events: readonly TableEvent[]): Set<number> =>
  new Set(events.flatMap((event) => (event.kind === "row" ? [placeOf(event.row) ?? -1] : [])));

const totals = (events: readonly TableEvent[]): number => events.filter(({ kind }) => kind === "total").length;

/** Without headings a profile begins where a factor comes once more after most have come. */
function unlabelled(lines: readonly Line[], scheme: Scheme): Section[] {
  const heading = lines.findIndex((line) => line.heading === "columns");
  const { events, loose, strays } = readTable(lines.slice(Math.max(heading, 0)), scheme);
  const groups: TableEvent[][] = [];
  let seen = new Set<number>();
  for (const event of events) {
    const place = event.kind === "row" ? placeOf(event.row) : null;
    if (groups.length === 0 || (place !== null && seen.has(place) && seen.size * 2 >= scheme.factors.length)) {
      groups.push([]);
      seen = new Set();
    }
    if (place !== null) seen.add(place);
    groups[groups.length - 1]?.push(event);
  }
  let from = 0;
  return groups.slice(0, MOST_PROFILES + 1).map((group): Section => {
    const start = lineOf(group[0]!);
    const end = lineOf(group[group.length - 1]!);
    const own = (items: readonly Loose[]): Loose[] => items.filter(({ line }) => line > start && line <= end);
    const title = titleBefore(lines, from, start);
    from = end + 1;
    return {
      line: title?.line ?? start,
      title: (title?.text ?? "").slice(0, LONGEST_TITLE),
      joined: false,
      repeats: [],
      labelled: title?.labelled ?? false,
      pointsColumn: heading < 0 ? null : namesPoints(lines[heading]!.text),
      events: group,
      loose: own(loose),
      strays: own(strays),
    };
  });
}

const lineOf = (event: TableEvent): number => (event.kind === "row" ? event.row.line : event.line);

/** What stands behind a label between the end of the profile before and the first row; without a label the first words there. */
function titleBefore(lines: readonly Line[], from: number, start: number): (Loose & { readonly labelled: boolean }) | null {
  const own = lines.filter(({ number, text, heading }) => number >= from && number < start && heading === null && /[a-z]{3}/i.test(text));
  for (const [at, { number, filled }] of own.entries()) {
    const behind = behindTitleLabel(filled[0] ?? "");
    if (behind === null) continue;
    const text = [behind, filled[1], own[at + 1]?.filled[0]].find((cell) => cell !== undefined && cell !== "");
    if (text !== undefined) return { line: number, text, labelled: true };
  }
  const first = own.find(({ text }) => suiteInHeading(text) === null);
  return first === undefined ? null : { line: first.number, text: first.text, labelled: false };
}

export const rowsOf = (events: readonly TableEvent[]): RawRow[] => events.flatMap((event) => (event.kind === "row" ? [event.row] : []));

const LONGEST_TITLE = 300;
/** More than this is no suite, and is refused. */
export const MOST_PROFILES = 500;
/** A heading a page. */
const MOST_LABELS = 4 * MOST_PROFILES;
