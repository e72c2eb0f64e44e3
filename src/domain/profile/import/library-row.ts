import { bandKey } from "../../scheme/band";
import { factorAt, type Scheme } from "../../scheme/scheme";
import { LIBRARY_COLUMNS } from "../library-range";
import { readBandRange } from "../notation";
import { bandLabel } from "../profile";
import { bandBelow, bandsBetween } from "./band";
import { checkProfile, sumsOf } from "./check";
import { DoubtBook } from "./doubt-book";
import type { DraftProfile, DraftRow, ImportDraft, ImportOptions } from "./draft";
import type { Line } from "./line";
import { readRow } from "./reading";
import { spanOf } from "./row";

/** Whether a line heads a table as `PROFILELIST` gives it. */
export const isLibraryHeading = ({ cells }: Line): boolean =>
  ["scheme", "id", "title"].every((name, at) => cells[at]?.toLowerCase() === name);

/** Reads a table as `PROFILELIST` gives it, a row a profile, from its heading on. */
export function readLibraryLines(lines: readonly Line[], scheme: Scheme, options: ImportOptions): ImportDraft {
  const rows = lines.slice(1).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const ids = new Map<string, number>();
  const whole = new DoubtBook(null, "");
  if (rows.length === 0) whole.add({ kind: "no-profile" });
  const drafts = rows.map((line, at) => {
    const book = new DoubtBook(at, cell(line, "Title") || cell(line, "Id"));
    return { profile: readLine(line, scheme, options, ids, book), book };
  });
  return {
    scheme,
    source: options.source ?? "",
    profiles: drafts.map(({ profile }) => profile),
    doubts: [...whole.doubts, ...drafts.flatMap(({ book }) => book.doubts)],
  };
}

const cell = ({ cells }: Line, column: (typeof LIBRARY_COLUMNS)[number]): string => cells[LIBRARY_COLUMNS.indexOf(column)] ?? "";

function readLine(line: Line, scheme: Scheme, options: ImportOptions, ids: Map<string, number>, book: DoubtBook): DraftProfile {
  const { number } = line;
  const named = cell(line, "Scheme").toLowerCase();
  const known = scheme.name === "own" ? [named] : [scheme.name.toLowerCase(), scheme.id];
  if (!known.includes(named)) book.add({ kind: "row-scheme", found: cell(line, "Scheme"), scheme: scheme.name }, { line: number });
  const title = cell(line, "Title") || cell(line, "Id");
  const rows = scheme.factors.map((_, place): DraftRow => {
    const printed = line.cells[LIBRARY_COLUMNS.length + place] ?? "";
    const factor = factorAt(scheme, place);
    const reading = readRow(factor, [{ levels: printed === "" ? null : printed, points: null }], false);
    for (const matter of reading.matters)
      book.add(matter, { factor, line: number, field: "levels", proposal: reading.levels, remark: matter.kind === "list" });
    return { line: number, printed: { number: "", name: "", ...reading.printed }, levels: reading.levels };
  });
  const [lowest, highest] = [cell(line, "Lowest"), cell(line, "Highest")];
  const score = lowest === "" && highest === "" ? null : `${lowest}-${highest}`;
  const total = FIGURE.test(lowest) && FIGURE.test(highest) ? { lowest: Number(lowest), highest: Number(highest) } : null;
  const sum = sumsOf(
    scheme,
    rows.map(({ levels }) => spanOf(levels)),
  );
  const head = { ...readBands(line, scheme, book), total };
  const printed = { title, score, band: cell(line, "Band") };
  checkProfile(scheme, head, printed, sum, book);
  const id = ownId(cell(line, "Id"), ids, number, book);
  return {
    line: number,
    printed,
    id,
    title,
    suite: options.suite ?? cell(line, "Suite"),
    edition: options.edition ?? cell(line, "Edition"),
    page: null,
    ...head,
    rows,
  };
}

function ownId(id: string, ids: Map<string, number>, line: number, book: DoubtBook): string {
  const key = id.toLowerCase();
  const count = (ids.get(key) ?? 0) + 1;
  ids.set(key, count);
  if (count === 1 && id !== "") return id;
  const proposal = `${id === "" ? "profile" : id}-${count}`;
  book.add({ kind: "same-id", found: id }, { line, field: "id", proposal });
  return proposal;
}

function readBands(line: Line, scheme: Scheme, book: DoubtBook): Pick<DraftProfile, "bands" | "generic"> {
  const [text, generic] = [cell(line, "Band"), cell(line, "Generic")];
  if (scheme.bands === null) return { bands: text === "" ? [] : [text], generic: generic === "" ? null : generic };
  const range = readBandRange(text);
  const bands = range === null ? null : bandsBetween(scheme.bands, range.from, range.to);
  if (bands === null || range === null) {
    book.add({ kind: "band-unread", found: text, listed: null, by: null }, { line: line.number, field: "bands" });
    return { bands: null, generic: null };
  }
  const below = bandBelow(scheme.bands, bands);
  if (generic === "") return { bands, generic: range.generic ? below : null };
  const own = bandsBetween(scheme.bands, bandKey(generic), bands[0] ?? "");
  if (own !== null && own.length > 1) return { bands, generic: own[0] ?? null };
  const proposal = below === null ? "the generic provision does not apply" : `the generic provision applies, to band ${below}`;
  book.add({ kind: "generic-strange", found: generic, bands: bandLabel({ bands }) }, { line: line.number, field: "generic", proposal });
  return { bands, generic: below };
}

const FIGURE = /^\d{1,4}$/;
