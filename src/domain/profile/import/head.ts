import { plainText } from "../../scheme/level";
import type { BandTable } from "../../scheme/band";
import { bandLabel } from "../profile";
import { bandBelow, type BandReading, bandsOfScore, fitsBands, readBand } from "./band";
import type { Listed } from "./contents";
import type { Section } from "./document";
import { alike } from "./factor-name";
import type { DoubtBook } from "./doubt-book";
import type { Score } from "./draft";
import { lookAlikes } from "./print";
import type { TotalReading } from "./total";

/** The title of a profile; the contents list's, where it has one, since page titles run over lines and are damaged oftener. */
export function readTitle(section: Section, suite: string, listed: Listed | null, listedAny: boolean, book: DoubtBook): string {
  const { line, title: printed, joined, labelled } = section;
  const { title: own, whole } = withoutSuite(printed, suite);
  if (listed !== null) {
    if (!whole || lettersOf(own) !== lettersOf(listed.title))
      book.add({ kind: "title-differs", found: printed }, { line, field: "title", proposal: listed.title });
    return listed.title;
  }
  const about = { line, field: "title", proposal: own === "" ? null : own } as const;
  if (own === "") book.add({ kind: "title-missing" }, about);
  else if (listedAny) book.add({ kind: "unlisted" }, about);
  if (own !== "" && !labelled) book.add({ kind: "unlabelled" }, about);
  if (own !== "" && joined) book.add({ kind: "title-joined" }, about);
  return own;
}

/** Page titles may begin with the suite. `whole`: the suite's name is undamaged. */
function withoutSuite(printed: string, suite: string): { readonly title: string; readonly whole: boolean } {
  const [first = "", ...rest] = printed.split(SUITE_SIGN);
  if (rest.length === 0 || suite === "") return { title: printed, whole: true };
  const [own, known] = [lettersOf(first), lettersOf(suite)];
  const damaged = own.length > 3 && known.length - own.length <= 3 && (known.endsWith(own) || alike(own, known));
  return own === known || damaged ? { title: rest.join(" - "), whole: own === known } : { title: printed, whole: true };
}

/** The suite that page titles begin with: `Suite - Title`. */
export const suiteOfTitle = (printed: string): string | null => {
  const parts = printed.split(SUITE_SIGN);
  return parts.length > 1 ? (parts[0] ?? null) : null;
};

export interface BandsOfHead {
  readonly bands: readonly string[] | null;
  readonly generic: string | null;
}

/** The bands by the page, the contents list and the score, and whether the generic provision is marked. */
export function readBands(
  table: BandTable,
  total: TotalReading | null,
  listed: Listed | null,
  score: Score | null,
  line: number,
  book: DoubtBook,
): BandsOfHead {
  const page = total === null || total.band === "" ? null : readBand(table, total.band);
  const list = listed?.band == null ? null : readBand(table, listed.band);
  const asterisk = [total?.asterisk, page?.asterisk, list?.asterisk].includes(true);
  const bands = chooseBands(table, page, list, score, asterisk, line, book);
  const proposal = bands === null ? null : labelOf(bands);
  for (const reading of [page, list]) {
    if (reading === null) continue;
    const signs = lookAlikes(reading.printed);
    if (signs !== "") book.add({ kind: "look-alike", found: reading.printed, signs }, { line, field: "bands", proposal });
  }
  const numbered = [page, list].find((reading) => (reading?.numeral ?? "") !== "");
  if (numbered !== undefined && numbered !== null)
    book.add({ kind: "band-numeral", found: numbered.printed }, { line, field: "bands", proposal });
  if (asterisk) remarkAsterisk(total, page, list, line, book);
  return { bands, generic: asterisk && bands !== null ? bandBelow(table, bands) : null };
}

function chooseBands(
  table: BandTable,
  page: BandReading | null,
  list: BandReading | null,
  score: Score | null,
  asterisk: boolean,
  line: number,
  book: DoubtBook,
): readonly string[] | null {
  const [own, other] = [page?.bands ?? null, list?.bands ?? null];
  if (page !== null && own !== null && (list === null || other === null || labelOf(own) === labelOf(other))) {
    if (page.damaged)
      book.add({ kind: "band-word", found: page.printed }, { line, field: "bands", proposal: labelOf(own), remark: other !== null });
    return own;
  }
  if (page !== null && own !== null && list !== null && other !== null) {
    const fitting = score !== null && fitsBands(table, own, score, asterisk) && !fitsBands(table, other, score, asterisk) ? own : other;
    book.add({ kind: "band-differs", page: page.printed, listed: list.printed }, { line, field: "bands", proposal: labelOf(fitting) });
    return fitting;
  }
  const scored = score === null ? null : bandsOfScore(table, score);
  // The asterisk says that the lowest score lies in the band below the profile's own.
  const bands = other ?? (asterisk && scored !== null && scored.length > 1 ? scored.slice(1) : scored);
  book.add(
    {
      kind: "band-unread",
      found: page?.printed ?? null,
      listed: list?.printed ?? null,
      by: other !== null ? "contents" : bands === null ? null : "score",
    },
    { line, field: "bands", proposal: bands === null ? null : labelOf(bands) },
  );
  return bands;
}

function remarkAsterisk(
  total: TotalReading | null,
  page: BandReading | null,
  list: BandReading | null,
  line: number,
  book: DoubtBook,
): void {
  const places = [
    ...(total === null || total.printed === "" ? [] : [{ name: "the score", has: total.asterisk }]),
    ...(page?.bands == null ? [] : [{ name: "the band", has: page.asterisk }]),
    ...(list === null ? [] : [{ name: "the band in the contents list", has: list.asterisk }]),
  ];
  const [bearing, lacking] = [true, false].map((has) => places.filter((place) => place.has === has).map(({ name }) => name)) as [
    string[],
    string[],
  ];
  if (lacking.length > 0) book.add({ kind: "asterisk", bearing, lacking }, { line, field: "generic", proposal: "the provision applies" });
}

/** An id from a title's words outside brackets and the bands. */
export function makeId(title: string, bands: readonly string[] | null): string {
  const words = plainText(title.replace(/\([^)]*\)?/g, " "))
    .replace(/\b&\b/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, LONGEST_ID);
  const label =
    bands === null || bands.length === 0
      ? ""
      : bandLabel({ bands })
          .toLowerCase()
          .replace(/[^a-z0-9]+/g, "-");
  return [words, label].filter((part) => part !== "").join("-") || "profile";
}

const labelOf = (bands: readonly string[]): string => `band ${bandLabel({ bands })}`;

const lettersOf = (text: string): string => plainText(text).replace(/[^a-z0-9]/g, "");

const SUITE_SIGN = / [-\u2013] /;
const LONGEST_ID = 60;
