import { good, type Result } from "../result";
import { type BandTable, bandKey } from "../scheme/band";
import { amountOf, atRate, type RegisterCounts } from "./count";
import { type BoundaryFault, refused } from "./fault";
import { type FixedPoint, type PayTable, payOf } from "./pay";
import type { Edit } from "./scenario";
import { bandSpans, endOf, overlap, type Span } from "./span";

/** What the best positions are to have least of. Plain data, so that a scenario can keep it. */
export type Goal =
  /** FTE x pay at one point of each band's range. */
  | { readonly kind: "cost"; readonly at: FixedPoint }
  /** Headcount whose band changes. */
  | { readonly kind: "movers" }
  /** Headcount within so many points either side of a boundary; who is near two boundaries counts for both. */
  | { readonly kind: "bunching"; readonly points: number };

/** A goal, and what it is reckoned with. */
export type Objective = Exclude<Goal, { readonly kind: "cost" }> | (Extract<Goal, { readonly kind: "cost" }> & { readonly pay: PayTable });

export interface Conditions {
  /** The most points a boundary may move, either way. */
  readonly shift: number;
  /** The fewest points a band may be wide. A top band that is open is as wide as one likes. */
  readonly width: number;
  /** Bands whose lowest score stays. */
  readonly fixed?: readonly (string | number)[];
}

export interface SearchResult {
  /** The moves that lead there, in an order in which no boundary crosses another. */
  readonly edits: readonly Edit[];
  readonly boundaries: readonly BoundaryReason[];
  /** Pence for cost, people for the others: now, and with the boundaries moved. */
  readonly present: number;
  readonly best: number;
}

/** A search and what came of it, as it is kept with the scenario that it found. */
export interface FoundBoundaries extends Omit<SearchResult, "edits"> {
  readonly goal: Goal;
  readonly conditions: Required<Conditions>;
}

/** Why a boundary sits where it does. */
export interface BoundaryReason {
  /** The band above the boundary. */
  readonly band: string | number;
  readonly from: number;
  readonly to: number;
  readonly lower: Neighbour;
  readonly higher: Neighbour;
}

/** What keeps a boundary from going one point further, the others staying. */
export type Neighbour =
  | { readonly kind: "fixed" }
  | { readonly kind: "shift" }
  | { readonly kind: "width"; readonly band: string | number }
  /** What one point would add to the objective; never less than nothing, or the result would not be the best. */
  | { readonly kind: "adds"; readonly amount: number };

/** The positions of one boundary that are tried, and where the bands beside it end and start with the boundary there. */
interface Choice {
  readonly at: readonly number[];
  readonly starts: Int32Array;
  /** End of the band below. */
  readonly ends: Int32Array;
  readonly present: number;
}

/**
 * The best positions of all boundaries at once, exact: dynamic programming from the lowest boundary to the highest over the positions each
 * may take. What a band adds depends on its two boundaries alone, so the best for a boundary's position needs only the best for each
 * position of the boundary below. Among equally good results the one that moves boundaries least, in points together.
 * Method: Bellman's principle of optimality; no published tool searches boundaries.
 */
export function searchBoundaries(
  counts: RegisterCounts,
  table: BandTable,
  objective: Objective,
  conditions: Conditions,
): Result<SearchResult> {
  if (!Number.isInteger(conditions.shift) || conditions.shift < 0) return refused({ kind: "search-shift", shift: conditions.shift });
  const unknown = conditions.fixed?.find((label) => !table.bands.some((band) => bandKey(band.label) === bandKey(label)));
  if (unknown !== undefined) return refused({ kind: "unknown-band", found: unknown, known: table.bands.map(({ label }) => label) });
  if (objective.kind === "cost") {
    const labels = table.bands.map(({ label }) => label).filter((label) => payOf(objective.pay, label) === null);
    if (labels.length > 0) return refused({ kind: "pay-lacking", labels });
  }
  const task = new SearchTask(counts, table, objective, conditions);
  const solved = task.solve();
  if (solved === null) return refused(task.infeasibility());
  return good(solved);
}

class SearchTask {
  private readonly choices: readonly Choice[];
  private readonly spans: readonly Span[];
  private readonly bandCost: (place: number, start: number, end: number) => number;
  private readonly edgeCost: (position: number, start: number) => number;
  private readonly unit: (amount: number) => number;

  constructor(
    counts: RegisterCounts,
    private readonly table: BandTable,
    objective: Objective,
    private readonly conditions: Conditions,
  ) {
    const { axis } = counts;
    this.spans = bandSpans(axis, table);
    this.choices = table.bands.slice(1).map(({ label, from }, index) => {
      const below = table.bands[index]!;
      const shift = this.isFixed(label) ? 0 : conditions.shift;
      const at = positionsAround(from, shift);
      return {
        at,
        starts: Int32Array.from(at, (position) => axis.below(position)),
        ends: Int32Array.from(at, (position) => endOf(axis, below.closed ? position - 1 : null, position)),
        present: at.indexOf(from),
      };
    });
    const rated = rateOf(objective, counts, table, this.spans);
    [this.bandCost, this.edgeCost, this.unit] = [rated.band, rated.edge, rated.unit];
  }

  solve(): SearchResult | null {
    const { choices } = this;
    const last = this.table.bands.length - 1;
    let best: Float64Array = Float64Array.of(0);
    let moved: Float64Array = Float64Array.of(0);
    const cameFrom: Int32Array[] = [];
    for (let place = 0; place <= last; place++) {
      const upper = choices[place];
      const size = upper?.at.length ?? 1;
      const nextBest = new Float64Array(size).fill(Infinity);
      const nextMoved = new Float64Array(size).fill(Infinity);
      const from = new Int32Array(size).fill(-1);
      for (let high = 0; high < size; high++) {
        const edge = upper === undefined ? 0 : this.edgeCost(upper.at[high]!, upper.starts[high]!);
        const step = upper === undefined ? 0 : Math.abs(upper.at[high]! - upper.at[upper.present]!);
        for (let low = 0; low < best.length; low++) {
          const before = best[low]!;
          if (before === Infinity || !this.isWide(place, low, high)) continue;
          const value = before + edge + this.bandCost(place, this.startOf(place, low), this.endOf(place, high));
          const points = moved[low]! + step;
          if (value < nextBest[high]! || (value === nextBest[high] && points < nextMoved[high]!)) {
            nextBest[high] = value;
            nextMoved[high] = points;
            from[high] = low;
          }
        }
      }
      [best, moved] = [nextBest, nextMoved];
      cameFrom.push(from);
    }
    if (best[0] === Infinity) return null;
    const picked: number[] = [];
    for (let place = last, high = 0; place > 0; place--) {
      high = cameFrom[place]?.[high] ?? 0;
      picked.unshift(high);
    }
    return this.answer(picked, best[0]!);
  }

  /** The condition that fails first: the lowest band that cannot be wide enough even with the boundaries below it placed best. */
  infeasibility(): BoundaryFault {
    const { width, shift } = this.conditions;
    const { bands } = this.table;
    let lowest = bands[0]?.from ?? 0;
    const failing = bands.findIndex((_, place) => {
      const choice = this.choices[place];
      // With all the others wide enough it is the top band that fails.
      if (choice === undefined) return true;
      const next = choice.at.find((position) => position - lowest >= Math.max(width, 1));
      if (next === undefined) return true;
      lowest = next;
      return false;
    });
    return { kind: "search-infeasible", label: bands[failing]?.label ?? "", width, shift };
  }

  private answer(picked: readonly number[], value: number): SearchResult {
    const { bands } = this.table;
    const present = this.valueOf(this.choices.map((choice) => choice.present));
    const boundaries = this.choices.map((choice, index): BoundaryReason => {
      const band = bands[index + 1]!;
      return {
        band: band.label,
        from: band.from,
        to: choice.at[picked[index]!]!,
        lower: this.neighbour(picked, index, -1, value),
        higher: this.neighbour(picked, index, 1, value),
      };
    });
    // Upward moves from the top, then downward ones from the bottom: so no boundary meets another on the way.
    const moves = boundaries.filter(({ from, to }) => from !== to);
    const ordered = [...moves.filter(({ from, to }) => to > from).reverse(), ...moves.filter(({ from, to }) => to < from)];
    return {
      edits: ordered.map(({ band, to }) => ({ kind: "move", band, from: to })),
      boundaries,
      present: this.unit(present),
      best: this.unit(value),
    };
  }

  private neighbour(picked: readonly number[], index: number, way: 1 | -1, value: number): Neighbour {
    const choice = this.choices[index]!;
    const label = this.table.bands[index + 1]?.label ?? "";
    if (this.isFixed(label)) return { kind: "fixed" };
    const step = picked[index]! + way;
    if (choice.at[step] === undefined) return { kind: "shift" };
    const tried = picked.with(index, step);
    const narrow = [index, index + 1].find((place) => !this.isWide(place, tried[place - 1] ?? 0, tried[place] ?? 0));
    if (narrow !== undefined) return { kind: "width", band: this.table.bands[narrow]?.label ?? "" };
    return { kind: "adds", amount: this.unit(this.valueOf(tried) - value) };
  }

  private valueOf(picked: readonly number[]): number {
    return this.table.bands.reduce((sum, _, place) => {
      const [low, high] = [picked[place - 1] ?? 0, picked[place] ?? 0];
      const upper = this.choices[place];
      const edge = upper === undefined ? 0 : this.edgeCost(upper.at[high]!, upper.starts[high]!);
      return sum + edge + this.bandCost(place, this.startOf(place, low), this.endOf(place, high));
    }, 0);
  }

  private isFixed(label: string | number): boolean {
    return this.conditions.fixed?.some((each) => bandKey(each) === bandKey(label)) ?? false;
  }

  /** Whether a band between two of the positions tried is wide enough, and has a point at all. */
  private isWide(place: number, low: number, high: number): boolean {
    const band = this.table.bands[place]!;
    const from = this.choices[place - 1]?.at[low] ?? band.from;
    const to = this.choices[place]?.at[high] ?? (band.to === null ? Infinity : band.to + 1);
    return to - from >= Math.max(this.conditions.width, 1);
  }

  private startOf(place: number, low: number): number {
    return this.choices[place - 1]?.starts[low] ?? this.spans[place]?.start ?? 0;
  }

  private endOf(place: number, high: number): number {
    return this.choices[place]?.ends[high] ?? this.spans[place]?.end ?? 0;
  }
}

/** The whole scores within so many points of a boundary, and the boundary itself. */
function positionsAround(from: number, shift: number): readonly number[] {
  const first = Math.ceil(from - shift);
  const whole = Array.from({ length: Math.floor(from + shift) - first + 1 }, (_, step) => first + step);
  return Number.isInteger(from) ? whole : [...whole, from].sort((a, b) => a - b);
}

/** What a band between two places of the axis adds, what a boundary adds, and how the sum is shown. Sums are of whole numbers, so exact. */
function rateOf(objective: Objective, { axis, headcount, fte }: RegisterCounts, table: BandTable, spans: readonly Span[]) {
  const nothing = (): number => 0;
  switch (objective.kind) {
    case "cost": {
      const pays = table.bands.map(({ label }) => payOf(objective.pay, label)?.[objective.at] ?? 0);
      const band = (place: number, start: number, end: number): number => atRate(fte.units(start, end), pays[place] ?? 0);
      return { band, edge: nothing, unit: (amount: number) => amount };
    }
    case "movers": {
      const band = (place: number, start: number, end: number): number => {
        const stay = overlap({ start, end }, spans[place]!);
        return headcount.units(start, end) - headcount.units(stay.start, stay.end);
      };
      return { band, edge: nothing, unit: amountOf };
    }
    case "bunching": {
      const edge = (position: number): number =>
        headcount.units(axis.below(position - objective.points), axis.upTo(position + objective.points - 1));
      return { band: nothing, edge, unit: amountOf };
    }
  }
}
