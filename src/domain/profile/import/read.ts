import type { Scheme } from "../../scheme/scheme";
import { atOnce, type Steps } from "../../steps";
import { checkProfile, sumsOf } from "./check";
import { type Listed, pairContents } from "./contents";
import { cellRows, cellSign, type Sign } from "./csv";
import { cutLines } from "./cut";
import { MOST_PROFILES, type ProfileDocument, readDocument, rowsOf, type Section } from "./document";
import { DoubtBook } from "./doubt-book";
import type { DraftProfile, ImportDraft, ImportOptions } from "./draft";
import { editionsOf } from "./edition";
import { makeId, readBands, readTitle, suiteOfTitle } from "./head";
import { readLibraryTables } from "./library-row";
import { libraryTables, turnedTable } from "./library-table";
import { type Line, linesOf, linesOfRows, MOST_CHARACTERS, MOST_TABLE_CHARACTERS } from "./line";
import { remarkOrder } from "./order";
import { readRows, spanOf } from "./row";
import { readTotal, type TotalReading } from "./total";

/** How far a long reading is. */
export interface ReadingProgress {
  readonly done: number;
  readonly all: number;
}

/** A reading in steps, so that a page stays responsive: each step ends after a few profiles or lines. */
type Reading = Steps<ImportDraft, ReadingProgress>;

/** Reads a pasted text: one profile, a whole suite, or a table as `PROFILELIST` gives it. Never throws; what is not plain is a doubt. */
export function readProfiles(text: string, scheme: Scheme, options: ImportOptions = {}): ImportDraft {
  return atOnce(readProfilesInSteps(text, scheme, options));
}

/** The same for the rows of a spreadsheet or of a CSV file. */
export function readProfileRows(rows: readonly (readonly string[])[], scheme: Scheme, options: ImportOptions = {}): ImportDraft {
  const characters = rows.reduce((sum, cells) => sum + cells.reduce((length, cell) => length + cell.length + 1, 0), 0);
  if (characters > MOST_TABLE_CHARACTERS) return tooLong(characters, scheme, options);
  const lines = linesOfRows(rows);
  return atOnce(readTables(lines, scheme, options, false) ?? readLines(lines, characters, scheme, options));
}

/** Reads a pasted text step by step; a text of cells parted by commas, semicolons or tabs is read as the rows that it holds. */
export function* readProfilesInSteps(text: string, scheme: Scheme, options: ImportOptions = {}): Reading {
  if (text.length > MOST_TABLE_CHARACTERS) return tooLong(text.length, scheme, options);
  const sign = headedSign(text, scheme, options) ?? cellSign(text);
  const rows = sign === null ? null : linesOfRows(cellRows(text, sign));
  const tables = rows === null ? null : readTables(rows, scheme, options, false);
  if (tables !== null) return yield* tables;
  if (text.length > MOST_CHARACTERS) return tooLong(text.length, scheme, options);
  // A document's own line ends and quotes stand where tabs part its cells.
  if (rows !== null && sign !== "\t") return yield* readLines(rows, text.length, scheme, options);
  const lines = linesOf(text);
  return yield* (sign === "\t" ? null : readTables(lines, scheme, options, true)) ?? readLines(lines, text.length, scheme, options);
}

const tooLong = (characters: number, scheme: Scheme, options: ImportOptions): ImportDraft =>
  refusal(scheme, options, (book) => book.add({ kind: "too-long", characters, most: MOST_CHARACTERS }));

/** The sign that parts the headings of a table: where one stands above it, lines of a few cells may be many. */
const headedSign = (text: string, scheme: Scheme, options: ImportOptions): Sign | undefined =>
  ([",", ";"] as const).find((sign) => {
    const lines = linesOfRows(cellRows(text.slice(0, LONGEST_TOP), sign).slice(0, MOST_LINES_ABOVE + 1));
    return libraryTables(lines, scheme, options, false) !== null;
  });

const LONGEST_TOP = 20_000;
const MOST_LINES_ABOVE = 40;

/** The tables that have a row a profile; null where there are none. */
function readTables(lines: readonly Line[], scheme: Scheme, options: ImportOptions, spaced: boolean): Reading | null {
  const found = libraryTables(lines, scheme, options, spaced) ?? (spaced ? null : turnedTable(lines, scheme, options));
  return found === null ? null : readLibraryTables(found, scheme, options, spaced);
}

function* readLines(lines: readonly Line[], characters: number, scheme: Scheme, options: ImportOptions): Reading {
  if (characters > MOST_CHARACTERS) return tooLong(characters, scheme, options);
  const cut: Line[] = [];
  for (let from = 0; from < lines.length; from += LINES_A_STEP) {
    yield { done: from, all: lines.length };
    cut.push(...cutLines(lines.slice(from, from + LINES_A_STEP), scheme));
  }
  yield { done: 0, all: 0 };
  const document = readDocument(cut, scheme);
  if (document.sections.length > MOST_PROFILES) return tooMany(scheme, options);
  const sections = document.sections.filter(({ events }) => events.length > 0);
  if (sections.length === 0) return refusal(scheme, options, (book) => book.add({ kind: "no-profile" }));
  return yield* readSections({ ...document, sections }, scheme, options);
}

const LINES_A_STEP = 100;

const tooMany = (scheme: Scheme, options: ImportOptions): ImportDraft =>
  refusal(scheme, options, (book) => book.add({ kind: "too-many", most: MOST_PROFILES }));

function refusal(scheme: Scheme, options: ImportOptions, say: (book: DoubtBook) => void): ImportDraft {
  const book = new DoubtBook(null, "");
  say(book);
  return { scheme, source: options.source ?? "", profiles: [], doubts: book.doubts };
}

function* readSections(document: ProfileDocument, scheme: Scheme, options: ImportOptions): Reading {
  const { sections, listed } = document;
  const whole = new DoubtBook(null, "");
  const suite = options.suite ?? readSuite(document, whole);
  const totals = sections.map((section) => totalOf(section));
  const paired = pairContents(
    sections.map(({ title }, at) => ({ title, band: totals[at]?.kept?.band ?? null })),
    listed,
  );
  const drafts: { readonly profile: DraftProfile; readonly book: DoubtBook }[] = [];
  for (const [at, section] of sections.entries()) {
    yield { done: at, all: sections.length };
    const own = paired[at] ?? null;
    const book = new DoubtBook(at, own?.title ?? section.title);
    drafts.push({ profile: draftProfile(section, totals[at]!, own, listed.length > 0, suite, scheme, book), book });
  }
  const profiles = withIds(
    editionsOf(
      drafts.map(({ profile }) => profile),
      document.amendments,
      options.edition ?? null,
      whole,
      drafts.map(({ book }) => book),
    ),
  );
  for (const row of listed)
    if (!paired.includes(row)) whole.add({ kind: "listed-only", listed: row }, { line: row.line, proposal: "go on without it" });
  return {
    scheme,
    source: options.source ?? "",
    profiles,
    doubts: [...whole.doubts, ...drafts.flatMap(({ book }) => book.doubts)],
  };
}

/** The suite by the document's heading, with capitals; without a heading, by what most page titles begin with. */
function readSuite({ suite, sections }: ProfileDocument, book: DoubtBook): string {
  if (suite !== null) {
    const proposal = suite.text.replace(
      /(^|[\s/(-])([a-z])(?!\w{0,2}\b)/g,
      (_, before: string, first: string) => before + first.toUpperCase(),
    );
    if (proposal !== suite.text) book.add({ kind: "suite-spelling", found: suite.text }, { line: suite.line, field: "suite", proposal });
    return proposal;
  }
  const names = sections.flatMap(({ title, labelled }) => (labelled ? [suiteOfTitle(title) ?? ""] : []));
  const [first] = names;
  return first !== undefined && names.filter((name) => name === first).length * 2 > names.length ? first : "";
}

interface Totals {
  readonly kept: TotalReading | null;
  readonly line: number | null;
  readonly others: readonly { readonly line: number; readonly reading: TotalReading }[];
}

/** The first total with scores is kept. */
function totalOf({ events }: Section): Totals {
  const found = events.flatMap((event) => {
    const reading = event.kind === "total" ? readTotal(event.text) : null;
    return event.kind === "total" && reading !== null && reading.printed !== "" ? [{ line: event.line, reading }] : [];
  });
  const [kept, ...others] = found;
  return { kept: kept?.reading ?? null, line: kept?.line ?? null, others };
}

function draftProfile(
  section: Section,
  totals: Totals,
  listed: Listed | null,
  listedAny: boolean,
  suite: string,
  scheme: Scheme,
  book: DoubtBook,
): DraftProfile {
  const { kept, line: totalLine, others } = totals;
  const title = readTitle(section, suite, listed, listedAny, book);
  if (section.repeats.length > 0) book.add({ kind: "heading-repeated", lines: section.repeats }, { remark: true });
  const total = kept?.score ?? null;
  const found = rowsOf(section.events);
  const most = scheme.factors.length * MOST_ROWS_A_FACTOR;
  if (found.length > most) book.add({ kind: "too-many-rows", rows: found.length, most }, { line: section.line });
  const rows = readRows(scheme, found.slice(0, most), section.pointsColumn, total, book);
  remarkOrder(section, book);
  for (const { line, reading } of others)
    if (reading.printed !== kept?.printed)
      book.add(
        { kind: "total-twice", found: reading.printed, kept: kept?.printed ?? "" },
        { line, field: "score", proposal: kept?.printed ?? "" },
      );
  const sum = sumsOf(
    scheme,
    rows.map(({ levels }) => spanOf(levels)),
  );
  const none = { bands: scheme.bands === null ? [] : null, generic: null };
  const { bands, generic } =
    scheme.bands === null ? none : readBands(scheme.bands, kept, listed, total ?? sum, totalLine ?? section.line, book);
  // Where no points are printed no total is missed.
  const score = kept?.printed ?? (rows.every(({ printed: { points } }) => points === null) ? null : "");
  const printed = { title: section.title, score, band: kept === null || kept.band === "" ? null : kept.band };
  checkProfile(scheme, { bands, generic, total }, printed, sum, book);
  return { line: section.line, printed, id: "", title, suite, edition: "", page: listed?.page ?? null, bands, generic, total, rows };
}

/** More is no profile, or many that cannot be told apart. */
const MOST_ROWS_A_FACTOR = 10;

/** Ids of their own; profiles that would share one are counted. */
function withIds(profiles: readonly DraftProfile[]): DraftProfile[] {
  const counts = new Map<string, number>();
  return profiles.map((profile) => {
    const id = makeId(profile.title, profile.bands);
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return { ...profile, id: count === 1 ? id : `${id}-${count}` };
  });
}
