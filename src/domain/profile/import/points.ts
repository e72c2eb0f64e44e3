import { plainText } from "../../scheme/level";
import type { Factor } from "../../scheme/scheme";
import { type LevelSpan, readSpan } from "../notation";
import { type Tail, withoutWord } from "./tail";

/** The figures of a points cell; `whole` where nothing but signs that part figures stands between them. */
export interface PointsReading {
  readonly figures: readonly number[];
  readonly whole: boolean;
}

export function readPoints(printed: string): PointsReading {
  const plain = plainText(printed);
  const figures = (plain.match(/\d{1,4}/g) ?? []).map(Number);
  return { figures, whole: /^\d+(\s*[-,/]\s*\d+)*$/.test(plain.slice(0, 40)) };
}

export const pointsAt = (factor: Factor, level: number): number | undefined => factor.levels[level - 1]?.points;

/** Whether figures are the points of a span: of its ends, or of each level that it names, or of each that it takes in. */
export function agrees(factor: Factor, span: LevelSpan, figures: readonly number[]): boolean {
  const first = pointsAt(factor, span.low);
  if (first === undefined || first !== figures[0]) return false;
  const named = span.letters.map(({ level }) => level);
  const all = Array.from({ length: Math.min(span.high - span.low, 99) + 1 }, (_, step) => span.low + step);
  const ends = span.low === span.high ? [span.low] : [span.low, span.high];
  return [ends, named, all].some(
    (levels) => levels.length === figures.length && levels.every((level, at) => pointsAt(factor, level) === figures[at]),
  );
}

/** Whether the levels of a tail have its points by a factor's chart. */
export function confirms(factor: Factor, tail: Tail): boolean {
  let read = readTails.get(tail);
  if (read === undefined) {
    read = {
      span: tail.levels === null || tail.points === null ? null : readSpan(withoutWord(tail.levels)),
      figures: readPoints(tail.points ?? "").figures,
    };
    readTails.set(tail, read);
  }
  return read.span !== null && agrees(factor, read.span, read.figures);
}

/** Each tail is held against many factors. */
const readTails = new WeakMap<Tail, { readonly span: LevelSpan | null; readonly figures: readonly number[] }>();

/** The points of a span as profiles print them. */
export function pointsText(factor: Factor, { low, high }: Pick<LevelSpan, "low" | "high">): string {
  const [lowest, highest] = [pointsAt(factor, low), pointsAt(factor, high)];
  return low === high ? String(lowest) : `${String(lowest)}-${String(highest)}`;
}

/** The levels that have some points, without letters, which no points tell; null where a figure belongs to no level. */
export function levelsOfPoints(factor: Factor, figures: readonly number[]): string | null {
  if (figures.length === 0 || figures.length > factor.levels.length) return null;
  const levels = figures.map((points) => factor.levels.findIndex((level) => level.points === points) + 1);
  const rising = levels.every((level, at) => level > 0 && level > (levels[at - 1] ?? 0));
  return rising ? levels.join(levels.length > 2 ? "," : "-") : null;
}
