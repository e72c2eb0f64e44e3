import { factorAt, type Scheme } from "../../domain/scheme/scheme";
import { type Body, type Cells, isLevelLike, isWords } from "./body";
import { factorStrength, type Heading, namedColumns, Strength } from "./heading";

/** Why a column is taken for a factor. */
export type Why = "name" | "number" | "similar" | "between" | "order" | "agreed";

export interface FoundFactor {
  readonly column: number;
  readonly why: Why;
}

/** What the headings say of one factor. */
export interface Assigned {
  /** null where none, or several alike, name it. */
  readonly factor: FoundFactor | null;
  /** Further columns whose headings name it. */
  readonly rivals: readonly number[];
  /** Of the headings that name it; 0 for none. */
  readonly strength: number;
}

/** Per factor, how well each column's heading names it. A column that holds no levels names none. */
export function strengthsOf(headings: readonly Heading[], body: Body, scheme: Scheme, above: Cells = []): readonly (readonly number[])[] {
  const strengths = scheme.factors.map((factor, place) =>
    headings.map((heading, column) => {
      const strength = factorStrength(heading, scheme, place);
      return strength > 0 && body.holdsNoLevels(column, factor) ? 0 : strength;
    }),
  );
  const numbered = new Set(
    strengths.flatMap((columns) => columns.flatMap((strength, column) => (strength === Strength.number ? [column] : []))),
  );
  // Numbers head factors only as a series.
  const series = strengths.filter((columns) => columns.includes(Strength.number)).length * 2 >= scheme.factors.length;
  return series && !areLevels([...numbered], headings, scheme, above)
    ? strengths
    : strengths.map((columns) => columns.map((strength) => (strength === Strength.number ? 0 : strength)));
}

/**
 * Whether bare numbers are a job's levels, not a series of headings: one comes twice, or too few come. Where a scheme has few factors, a
 * job's levels may read 1, 2, 3: such cells are no headings under words, nor where nothing else in their row is a heading.
 */
export function areLevels(columns: readonly number[], headings: readonly Heading[], scheme: Scheme, above: Cells): boolean {
  const bare = columns.map((column) => headings[column]?.words[1] ?? "").filter((words) => isLevelLike(words) || NUMBER.test(words));
  if (bare.length === 0) return false;
  if (new Set(bare).size < bare.length || bare.length * 4 < scheme.factors.length * 3) return true;
  const highest = Math.max(...scheme.factors.map(({ levels }) => levels.length));
  if (bare.some((words) => Number(/\d+/.exec(words)?.[0]) > highest)) return false;
  const headed = above.some((row) => columns.filter((column) => isWords(row[column] ?? null)).length * 2 > columns.length);
  return headed || namedColumns(headings, new Set(columns)).length === 0;
}

/** Of a factor, if not of a level. */
const NUMBER = /^(level |l ?)?\d+$/;

/** The surest pairs first; each column serves one factor. Columns that name a factor equally well are the person's to choose from. */
export function assign(strengths: readonly (readonly number[])[]): readonly Assigned[] {
  const found: Assigned[] = strengths.map(() => ({ factor: null, rivals: [], strength: 0 }));
  const used = new Set<number>();
  const steps = [...new Set(strengths.flat())].filter((strength) => strength > 0).sort((a, b) => b - a);
  for (const strength of steps) {
    const open = new Map<number, number[]>();
    strengths.forEach((columns, place) => {
      if (found[place]?.strength !== 0) return;
      const candidates = columns.flatMap((own, column) => (own === strength && !used.has(column) ? [column] : []));
      if (candidates.length > 0) open.set(place, candidates);
    });
    takeSingles(open, (place, column) => {
      used.add(column);
      found[place] = { factor: { column, why: whyOf(strength) }, rivals: [], strength };
    });
    for (const [place, rivals] of open) {
      rivals.forEach((column) => used.add(column));
      found[place] = { factor: null, rivals, strength };
    }
  }
  return found.map((own, place) =>
    own.factor === null
      ? own
      : { ...own, rivals: (strengths[place] ?? []).flatMap((strength, column) => (strength > 0 && !used.has(column) ? [column] : [])) },
  );
}

/** Takes each factor that has one column to itself, and what becomes single by that; what is left stays in `open`. */
function takeSingles(open: Map<number, number[]>, take: (place: number, column: number) => void): void {
  for (;;) {
    const singles = [...open].flatMap(([place, [column, ...more]]) =>
      column !== undefined && more.length === 0 ? [{ place, column }] : [],
    );
    const sure = singles.filter(({ place, column }) => !singles.some((other) => other.column === column && other.place !== place));
    if (sure.length === 0) return;
    for (const { place, column } of sure) {
      take(place, column);
      open.delete(place);
      for (const [other, columns] of open) {
        const left = columns.filter((candidate) => candidate !== column);
        if (left.length > 0) open.set(other, left);
        else open.delete(other);
      }
    }
  }
}

const whyOf = (strength: number): Why => (strength >= Strength.words ? "name" : strength === Strength.number ? "number" : "similar");

/** Columns of levels under headings that say nothing: as many between two known factors as the scheme has there, or the whole row of them. */
export function fillGaps(found: readonly Assigned[], headings: readonly Heading[], body: Body, scheme: Scheme): (FoundFactor | null)[] {
  const filled = found.map(({ factor }) => factor);
  if (!filled.includes(null)) return filled;
  const used = new Set(found.flatMap(({ factor, rivals }) => [...(factor === null ? [] : [factor.column]), ...rivals]));
  const others = namedColumns(headings, used).map(({ column }) => column);
  const taken = new Set([...used, ...others]);
  const free = headings.flatMap(({ beside }, column) => (!beside && !taken.has(column) && body.looksLikeLevels(column) ? [column] : []));
  if (used.size === 0) {
    return free.length === filled.length && areHeadings(free, headings, others.length)
      ? free.map((column, place) => (body.levelShare(column, factorAt(scheme, place)) >= 0.8 ? { column, why: "order" as const } : null))
      : filled;
  }
  const named = filled.map((factor) => factor?.column);
  for (let start = 0; start < filled.length; start++) {
    if (named[start] !== undefined) continue;
    let end = start;
    while (end < filled.length && named[end] === undefined) end++;
    const [before, after] = [named[start - 1], named[end]];
    const between = before === undefined || after === undefined ? [] : free.filter((column) => column > before && column < after);
    const asked = found.slice(start, end).some(({ rivals }) => rivals.length > 0);
    if (!asked && between.length === end - start) between.forEach((column, index) => (filled[start + index] = { column, why: "between" }));
    start = end;
  }
  return filled;
}

/** Whether a row that names no factor heads these columns beyond doubt: words, no two alike, or nothing beside at least two other headings. */
function areHeadings(columns: readonly number[], headings: readonly Heading[], others: number): boolean {
  const texts = columns.map((column) => headings[column]?.words[1] ?? "").filter((words) => words !== "");
  if (!texts.every((words) => isWords(words) && !/^\d/.test(words)) || new Set(texts).size < texts.length) return false;
  return texts.length * 2 > columns.length || others >= 2;
}
