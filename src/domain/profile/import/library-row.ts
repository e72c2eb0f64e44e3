import { bandKey } from "../../scheme/band";
import { factorAt, type Scheme } from "../../scheme/scheme";
import { bandLabel } from "../profile";
import { bandBelow, bandsBetween, bandsOfScore, readBand } from "./band";
import { checkProfile, sumsOf } from "./check";
import { DoubtBook } from "./doubt-book";
import type { DraftProfile, DraftRow, ImportDraft, ImportOptions, Score } from "./draft";
import { makeId, readBands } from "./head";
import { cellOf, type LibraryTable, type LibraryTables, settleTables } from "./library-table";
import type { Line } from "./line";
import { readRow, type RowReading } from "./reading";
import { ungrouped } from "./print";
import { spanOf } from "./row";
import { readTotal } from "./total";

/** Reads tables with a row a profile, such as `PROFILELIST` gives; a step ends after some profiles. */
export function* readLibraryTables(
  found: LibraryTables,
  scheme: Scheme,
  options: ImportOptions,
  spaced: boolean,
): Generator<{ readonly done: number; readonly all: number }, ImportDraft> {
  const whole = new DoubtBook(null, "");
  const draft = { scheme, source: options.source ?? "" };
  const tables = settleTables(found, scheme, whole);
  const rows = (tables ?? []).flatMap((table) => table.rows.map((line) => ({ table, line })));
  if (tables !== null && rows.length === 0) whole.add({ kind: "no-profile" });
  const tooMany = rows.length > MOST_ROWS;
  if (tooMany) whole.add({ kind: "too-many", most: MOST_ROWS });
  const foreign = foreignScheme(rows, scheme);
  if (foreign !== null) whole.add({ kind: "rows-scheme", found: foreign, scheme: scheme.name });
  if (tables === null || foreign !== null || tooMany) return { ...draft, profiles: [], doubts: whole.doubts };
  const reader = new RowReader(scheme, options, spaced);
  const books: DoubtBook[] = [];
  const profiles: DraftProfile[] = [];
  for (const [at, { table, line }] of rows.entries()) {
    if (at % ROWS_A_STEP === 0) yield { done: at, all: rows.length };
    const book = new DoubtBook(at, titleOf(table, line));
    books.push(book);
    profiles.push(reader.read(table, line, book));
  }
  const lacks = (name: "Id" | "Band" | "Edition"): boolean =>
    tables.some(({ columns, rows: own }) => own.length > 0 && !columns.named.has(name));
  if (lacks("Id")) whole.add({ kind: "ids-made", lines: null }, { remark: true });
  else if (reader.madeIds.length > 0) whole.add({ kind: "ids-made", lines: reader.madeIds }, { remark: true });
  if (scheme.bands !== null && lacks("Band"))
    whole.add({ kind: "bands-by-score" }, { field: "bands", proposal: "the band of its scores, for each profile" });
  if (options.edition === undefined && lacks("Edition"))
    whole.add({ kind: "edition-unheaded" }, { field: "edition", proposal: "no edition" });
  return { ...draft, profiles, doubts: [...whole.doubts, ...books.flatMap(({ doubts }) => doubts)] };
}

interface Row {
  readonly table: LibraryTable;
  readonly line: Line;
}

const titleOf = (table: LibraryTable, line: Line): string => cellOf(table, line, "Title") || cellOf(table, line, "Id");

/** The scheme that every row names, where that is not the one chosen; null else. */
function foreignScheme(rows: readonly Row[], scheme: Scheme): string | null {
  const named = rows.map(({ table, line }) => cellOf(table, line, "Scheme")).filter((name) => name !== "");
  const [first] = named;
  return first !== undefined && named.length === rows.length && named.every((name) => name === first && !isOwnScheme(scheme, name))
    ? first
    : null;
}

const isOwnScheme = (scheme: Scheme, name: string): boolean =>
  scheme.name === "own" || [scheme.id, ...SCHEME_WORDS[scheme.name]].includes(name.toLowerCase());

class RowReader {
  /** The lines whose ids are made. */
  readonly madeIds: number[] = [];
  private readonly ids = new Map<string, number>();
  private readonly lines = new Map<string, number>();
  /** The same levels of a factor come again and again. */
  private readonly readings = new Map<string, RowReading>();

  constructor(
    private readonly scheme: Scheme,
    private readonly options: ImportOptions,
    private readonly spaced: boolean,
  ) {}

  read(table: LibraryTable, line: Line, book: DoubtBook): DraftProfile {
    const { scheme, options } = this;
    const { number } = line;
    const cell = (name: Parameters<typeof cellOf>[2]): string => cellOf(table, line, name);
    const named = cell("Scheme");
    if (named !== "" && !isOwnScheme(scheme, named)) book.add({ kind: "row-scheme", found: named, scheme: scheme.name }, { line: number });
    const title = titleOf(table, line);
    if (title === "") book.add({ kind: "title-missing" }, { line: number, field: "title" });
    const moved = this.countCells(table, line, book);
    if (!moved) this.remarkRepeated(line, book);
    // What stands in a wrong column is no doubt of its own.
    const cells = moved ? new DoubtBook(null, "") : book;
    const rows = scheme.factors.map((_, place) => this.readLevels(table, line, place, moved ? null : book));
    const sum = sumsOf(
      scheme,
      rows.map(({ levels }) => spanOf(levels)),
    );
    const { score, total, asterisk } = scoreOf(table, line);
    const head = { ...this.readBands(table, line, total ?? sum, asterisk, cells), total };
    const printed = { title, score, band: cell("Band") };
    checkProfile(scheme, head, printed, sum, cells);
    return {
      line: number,
      printed,
      id: this.ownId(cell("Id"), title, head.bands, number, book),
      title,
      suite: options.suite ?? cell("Suite"),
      edition: options.edition ?? cell("Edition"),
      page: null,
      ...head,
      rows,
    };
  }

  /**
   * Whether there are cells too many, or too few for the last factor: a comma within one of them, or one left out, has moved those behind
   * it, and none is to be believed.
   */
  private countCells({ heading, columns }: LibraryTable, { cells, number }: Line, book: DoubtBook): boolean {
    const expected = heading.cells.length;
    const needed = Math.max(...columns.factors.map((found) => (found?.column ?? -1) + 1));
    const tooMany = cells.slice(expected).some((cell) => cell !== "");
    const moved = this.spaced ? cells.length !== expected : tooMany || cells.length < needed;
    if (moved) book.add({ kind: "row-cells", cells: cells.length, expected }, { line: number });
    return moved;
  }

  private remarkRepeated({ cells, number }: Line, book: DoubtBook): void {
    const key = cells.join("\t");
    const line = this.lines.get(key);
    if (line === undefined) this.lines.set(key, number);
    else book.add({ kind: "row-repeated", line }, { line: number, remark: true });
  }

  private readLevels({ columns }: LibraryTable, line: Line, place: number, book: DoubtBook | null): DraftRow {
    const factor = factorAt(this.scheme, place);
    const printed = line.cells[columns.factors[place]?.column ?? -1] ?? "";
    const row = { line: line.number, printed: { number: "", name: "", levels: printed === "" ? null : printed, points: null } };
    if (book === null) return { ...row, levels: null };
    const key = `${place} ${printed}`;
    const reading = this.readings.get(key) ?? readRow(factor, [row.printed], false);
    this.readings.set(key, reading);
    for (const matter of reading.matters)
      book.add(matter, { factor, line: line.number, field: "levels", proposal: reading.levels, remark: matter.kind === "list" });
    return { ...row, levels: reading.levels };
  }

  /** Ids are those of the table; a blank one is made, and profiles that would share one are counted. */
  private ownId(id: string, title: string, bands: readonly string[] | null, line: number, book: DoubtBook): string {
    const own = id === "" ? makeId(title, bands) : id;
    if (id === "") this.madeIds.push(line);
    const key = own.toLowerCase();
    const count = (this.ids.get(key) ?? 0) + 1;
    this.ids.set(key, count);
    if (count === 1) return own;
    const proposal = `${own}-${count}`;
    if (id !== "") book.add({ kind: "same-id", found: id }, { line, field: "id", proposal });
    return proposal;
  }

  private readBands(
    table: LibraryTable,
    line: Line,
    score: Score | null,
    asterisk: boolean,
    book: DoubtBook,
  ): Pick<DraftProfile, "bands" | "generic"> {
    const { bands: known } = this.scheme;
    const [text, generic] = [cellOf(table, line, "Band"), cellOf(table, line, "Generic")];
    if (known === null) return { bands: text === "" ? [] : [text], generic: generic === "" ? null : generic };
    const scored = table.columns.named.has("Band") || score === null ? null : bandsOfScore(known, score);
    if (scored?.length === 1) return { bands: scored, generic: null };
    // A mark at the scores, or a band below, is the asterisk: it need not stand at the band too.
    const marked = asterisk || generic !== "";
    const band = marked && !text.includes("*") && readBand(known, text).bands !== null ? `${text}*` : text;
    const read = readBands(known, { printed: "", score, asterisk: marked, band }, null, score, line.number, book);
    if (generic === "" || read.bands === null) return read;
    const own = bandsBetween(known, bandKey(generic), read.bands[0] ?? "");
    if (own !== null && own.length > 1) return { ...read, generic: own[0] ?? null };
    const below = bandBelow(known, read.bands);
    const proposal = below === null ? "the generic provision does not apply" : `the generic provision applies, to band ${below}`;
    book.add(
      { kind: "generic-strange", found: generic, bands: bandLabel({ bands: read.bands }) },
      { line: line.number, field: "generic", proposal },
    );
    return { ...read, generic: below };
  }
}

/** The scores that a row gives: in two columns, else in one. */
function scoreOf(
  table: LibraryTable,
  line: Line,
): { readonly score: string | null; readonly total: Score | null; readonly asterisk: boolean } {
  const [lowest, highest] = [cellOf(table, line, "Lowest"), cellOf(table, line, "Highest")];
  if (lowest !== "" || highest !== "") {
    const [from, to] = [FIGURE.exec(ungrouped(lowest))?.[1], FIGURE.exec(ungrouped(highest))?.[1]];
    const total = from === undefined || to === undefined ? null : { lowest: Number(from), highest: Number(to) };
    return { score: `${lowest}-${highest}`, total, asterisk: (lowest + highest).includes("*") };
  }
  const text = cellOf(table, line, "Score");
  if (text === "") return { score: null, total: null, asterisk: false };
  const { score, asterisk } = readTotal(text);
  return { score: text, total: score, asterisk };
}

const FIGURE = /^(\d{1,4}) ?\*?$/;
const SCHEME_WORDS = { NHS: ["nhs", "afc", "agenda for change"], NJC: ["njc"] } as const satisfies Record<"NHS" | "NJC", readonly string[]>;
const ROWS_A_STEP = 50;
const MOST_ROWS = 5000;
