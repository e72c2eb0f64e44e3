import { type Entry, isBlank, textOf } from "../../domain/entry";
import { readLevel } from "../../domain/scheme/level";
import type { Factor } from "../../domain/scheme/scheme";
import { headingOf, namedColumns } from "./heading";
import { remembering } from "./memory";

export type Cells = readonly (readonly Entry[])[];

/** Rows looked at to tell what a column holds. */
export const SAMPLE = 400;

/** The rows below what may be the headings, seen as columns; each column is gone through once, whatever is asked of it. */
export class Body {
  private readonly rows: Cells;

  /** @param below the row of the headings. */
  constructor(cells: Cells, below: number) {
    this.rows = cells.slice(below + 1, below + 1 + SAMPLE);
  }

  static readonly blank = new Body([], 0);

  get width(): number {
    return this.rows[0]?.length ?? 0;
  }

  /** What stands in a column, blank cells left out. */
  readonly filled = remembering((column: number): readonly Entry[] =>
    this.rows.flatMap((row) => (isBlank(row[column] ?? null) ? [] : [row[column] ?? null])),
  );

  readonly looksLikeLevels = remembering((column: number): boolean => {
    const cells = this.filled(column);
    return cells.length >= 2 && cells.filter(isLevelLike).length >= cells.length * 0.8;
  });

  /** Which part of a column's cells are levels of the factor; 1 where there are none. */
  readonly levelShare = (column: number, factor: Factor): number => this.shares(factor)(column);

  private readonly shares = remembering((factor: Factor) =>
    remembering((column: number): number => {
      const cells = this.filled(column);
      return cells.length === 0 ? 1 : cells.filter(isLevelOf(factor)).length / cells.length;
    }),
  );

  /** Evidence, points or anything else under a factor's name. Few cells prove nothing, and a few slips leave a column of levels what it is. */
  holdsNoLevels(column: number, factor: Factor): boolean {
    return this.filled(column).length >= 3 && this.levelShare(column, factor) < 0.4;
  }

  /**
   * The first row holds words where levels belong, such as "Level": it is a heading row too. Not so a job's row with words for its levels, which
   * has an id or a title under its headings.
   */
  isSubheaded(factors: readonly number[], others: readonly number[]): boolean {
    const first = this.rows[0] ?? [];
    const words = factors.filter((column) => /^\D*\p{L}\D*$/u.test(textOf(first[column] ?? null)));
    if (words.length * 2 <= factors.length) return false;
    return (
      others.every((column) => isBlank(first[column] ?? null)) ||
      namedColumns(
        first.map((cell) => headingOf(cell)),
        new Set(factors),
      ).length > 0
    );
  }
}

/** The same few levels stand in each column. */
const isLevelOf = remembering((factor: Factor) => remembering((cell: Entry) => readLevel(factor, cell).kind === "level"));

export const isLevelLike = (cell: Entry): boolean => LEVEL_LIKE.test(textOf(cell));
const LEVEL_LIKE = /^\s*(level|l)?\s*[1-9]\s*(\(?[a-k]\)?[\s,/&]*)*$/i;

/** A text that may head a column, which a level with its letters does not. */
export const isWords = (cell: Entry): boolean => typeof cell === "string" && /\p{L}/u.test(cell) && !isLevelLike(cell);
