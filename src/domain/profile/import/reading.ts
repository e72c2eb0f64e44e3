import { plainText } from "../../scheme/level";
import type { Factor } from "../../scheme/scheme";
import { readProfileLevels } from "../levels";
import { type LevelSpan, odditiesOf, readSpan } from "../notation";
import { type DateReading, readDate } from "./date";
import type { Matter } from "./doubt";
import { lookAlikes } from "./print";
import { agrees, confirms, levelsOfPoints, pointsAt, pointsText, readPoints } from "./points";
import { type Tail, withoutWord } from "./tail";

/** How the levels and points of one row are read. */
export interface RowReading {
  readonly printed: Tail;
  /** In clean notation; null where neither levels nor points can be read. */
  readonly levels: string | null;
  /** The other reading where levels and points contradict each other: what the points alone give. */
  readonly alternative: string | null;
  readonly matters: readonly Matter[];
}

/** Reads the tails that a row may have; the one that the chart confirms is taken. `points`: whether points are printed at all. */
export function readRow(factor: Factor, tails: readonly Tail[], points: boolean): RowReading {
  const confirmed = tails.filter((tail) => confirms(factor, tail));
  const distinct = [...new Map(confirmed.map((tail) => [`${tail.levels ?? ""}|${tail.points ?? ""}`, tail])).values()];
  const tail = distinct[0] ?? tails.find((candidate) => isPossible(factor, candidate)) ?? tails[0] ?? { levels: null, points: null };
  const reading = readTail(factor, tail, points);
  if (distinct.length < 2) return reading;
  const found = distinct.map(({ levels, points: figures }) => `${levels ?? ""} ${figures ?? ""}`);
  return { ...reading, matters: [...reading.matters, { kind: "tails", found }] };
}

/** A figure alone may be the row's level or its points. */
const isPossible = (factor: Factor, { levels, points }: Tail): boolean =>
  points === null
    ? levels !== null && readProfileLevels(factor, withoutWord(levels)).ok
    : levels === null && levelsOfPoints(factor, readPoints(points).figures) !== null;

function readTail(factor: Factor, printed: Tail, wanted: boolean): RowReading {
  const { levels, points } = printed;
  const figures = points === null ? null : readPoints(points);
  const byPoints = figures === null ? null : levelsOfPoints(factor, figures.figures);
  if (levels === null)
    return { printed, levels: byPoints, alternative: null, matters: [{ kind: "levels-missing", points, byTotal: false }] };
  const read = readLevels(factor, levels, points);
  const { span } = read;
  if (span === null) return { printed, levels: byPoints, alternative: null, matters: withBasis(read.matters, byPoints !== null) };
  const expected = pointsText(factor, span);
  const own: RowReading = { printed, levels: read.levels, alternative: null, matters: read.matters };
  const and = (matter: Matter): RowReading => ({ ...own, matters: [...own.matters, matter] });
  if (points === null || figures === null) return wanted ? and({ kind: "points-missing", expected }) : own;
  const signs = lookAlikes(points);
  if (agrees(factor, span, figures.figures)) {
    if (!figures.whole) return and({ kind: "points-damaged", found: points, expected });
    return signs === "" ? own : and({ kind: "look-alike", found: points, signs });
  }
  if (!figures.whole && isPartOf(figures.figures, factor, span)) return and({ kind: "points-damaged", found: points, expected });
  return { ...and({ kind: "points-differ", found: points, levels, expected, byTotal: false }), alternative: byPoints };
}

/** "15-" of 15-27: what is there is right, something is lost. */
const isPartOf = (figures: readonly number[], factor: Factor, { low, high }: LevelSpan): boolean =>
  figures.length > 0 && figures.every((points) => points === pointsAt(factor, low) || points === pointsAt(factor, high));

interface LevelsReading {
  readonly levels: string | null;
  readonly span: LevelSpan | null;
  readonly matters: readonly Matter[];
}

/** Levels that are damaged are read only where their points confirm the reading. */
function readLevels(factor: Factor, found: string, points: string | null): LevelsReading {
  const text = withoutWord(found);
  const date = readDate(text);
  if (date !== null) return readDated(factor, found, date, points);
  const reading = readProfileLevels(factor, text);
  if (reading.ok) return { levels: reading.text, span: reading.span, matters: oddities(found, text) };
  const span = readSpan(text);
  if (reading.why.kind === "no-such-letter" && span !== null) {
    const kept = readProfileLevels(factor, withoutLetters(factor, text, span));
    const { level, options } = reading.why;
    if (kept.ok)
      return { levels: kept.text, span: kept.span, matters: [{ kind: "letters", found, level, options }, ...oddities(found, text)] };
  }
  const fitting = variants(text).flatMap((variant) => {
    const read = readProfileLevels(factor, variant);
    return read.ok && points !== null && agrees(factor, read.span, readPoints(points).figures) ? [read] : [];
  });
  const [best] = fitting;
  if (best !== undefined) {
    return { levels: best.text, span: best.span, matters: [{ kind: "levels-unreadable", found, by: "signs" }] };
  }
  if (reading.why.kind === "no-such-level")
    return { levels: null, span: null, matters: [{ kind: "no-such-level", found, count: reading.why.count, byPoints: false }] };
  return { levels: null, span: null, matters: [{ kind: "levels-unreadable", found, by: null }] };
}

/** What a date was made of is proposed unless the points gainsay it. */
function readDated(factor: Factor, found: string, { levels }: DateReading, points: string | null): LevelsReading {
  const matters = [{ kind: "levels-date", found }] as const;
  const read = readProfileLevels(factor, levels);
  const fits = read.ok && (points === null || agrees(factor, read.span, readPoints(points).figures));
  return fits ? { levels: read.text, span: read.span, matters } : { levels: null, span: null, matters };
}

function oddities(found: string, text: string): Matter[] {
  const signs = lookAlikes(found);
  const span = readSpan(text);
  return [
    ...(span !== null && span.letters.length > 1 && !plainText(text).includes("-") ? [{ kind: "list", found } as const] : []),
    ...(signs === "" ? [] : [{ kind: "look-alike", found, signs } as const]),
    ...odditiesOf(text).map((odd) =>
      odd === "parting" ? ({ kind: "sign-lost", found } as const) : ({ kind: "odd-notation", found, odd } as const),
    ),
  ];
}

/** The levels without the letters that their definitions lack. */
function withoutLetters(factor: Factor, text: string, { letters }: LevelSpan): string {
  const sign = plainText(text).includes("-") ? "-" : ",";
  return letters
    .map(({ level, letters: own }) => {
      const options = factor.levels[level - 1]?.options ?? null;
      return `${level}${Array.from(own)
        .filter((letter) => options === null || options.includes(letter))
        .join("")}`;
    })
    .join(sign);
}

/** What damaged levels may have been: strange signs dropped, l and i read as 1. */
function variants(text: string): string[] {
  const plain = plainText(text.slice(0, 60));
  const kept = plain.replace(/[^\da-z\s()[\]{},;/&-]/g, "").replace(/^[\s,;/&-]+|[\s,;/&-]+$/g, "");
  return [kept, kept.replace(/(^|[-\s,/])[li](?=$|[-\s,/(a-g])/g, (_, before: string) => `${before}1`)];
}

/** A reading by points says so. */
const withBasis = (matters: readonly Matter[], byPoints: boolean): Matter[] =>
  matters.map((matter) => {
    if (!byPoints) return matter;
    if (matter.kind === "levels-unreadable") return { ...matter, by: "points" };
    return matter.kind === "no-such-level" ? { ...matter, byPoints: true } : matter;
  });
