import { atOnce, type Steps } from "../steps";
import { GROUPS, type Assimilation } from "./assimilation";
import { shareOfWomen } from "./bunching";
import { divideBySex, type Division, NO_GROUP, type Staff } from "./staff";

/** Pay of a group on full-time-equivalent basic pay. `people`: all of it; pay figures are of those whose pay is known. */
export interface GroupPay {
  readonly people: number;
  readonly paid: number;
  /** In pence, not rounded, since gaps are computed from them; null where nobody's pay is known. */
  readonly mean: number | null;
  readonly median: number | null;
}

export interface DividedPay {
  /** A row a band, in it a group each. */
  readonly bands: readonly (readonly GroupPay[])[];
  /** All people with a score, whether in a band or not. */
  readonly overall: readonly GroupPay[];
}

/** Mean and median pay of each group, a band and overall. Median = the middle pay, of an even number the mean of the two in the middle. */
export function* payByGroupInSteps(
  staff: Staff,
  { labels, groups }: Division,
  pays: Float64Array,
  places: Int16Array,
  bandCount: number,
): Steps<DividedPay> {
  const width = labels.length;
  const cells = bandCount * width;
  const people = new Int32Array(cells);
  const paid = new Int32Array(cells + 1);
  const everyone = new Int32Array(width);
  const all = new Int32Array(width + 1);
  const cellOf = (place: number, group: number): number => (places[place]! < 0 ? -1 : places[place]! * width + group);
  for (let place = 0; place < staff.count; place++) {
    const group = groups[place]!;
    if (group === NO_GROUP) continue;
    const cell = cellOf(place, group);
    const known = Number.isNaN(pays[place]) ? 0 : 1;
    everyone[group]! += 1;
    all[group + 1]! += known;
    if (cell < 0) continue;
    people[cell]! += 1;
    paid[cell + 1]! += known;
  }
  yield;
  const [inCells, inGroups] = [new Sorter(paid), new Sorter(all)];
  for (let place = 0; place < staff.count; place++) {
    const group = groups[place]!;
    const pay = pays[place]!;
    if (group === NO_GROUP || Number.isNaN(pay)) continue;
    inGroups.put(group, pay);
    const cell = cellOf(place, group);
    if (cell >= 0) inCells.put(cell, pay);
  }
  yield;
  const bands = Array.from({ length: bandCount }, (_, band) =>
    labels.map((__, group) => inCells.figures(band * width + group, people[band * width + group]!)),
  );
  yield;
  return { bands, overall: labels.map((_, group) => inGroups.figures(group, everyone[group]!)) };
}

/** Pays sorted into compartments of known size, in one array. */
class Sorter {
  private readonly starts: Int32Array;
  private readonly next: Int32Array;
  private readonly pays: Float64Array;

  /** `sizes`: the size of compartment c at c + 1. */
  constructor(sizes: Int32Array) {
    this.starts = new Int32Array(sizes.length);
    for (let place = 1; place < sizes.length; place++) this.starts[place] = this.starts[place - 1]! + sizes[place]!;
    this.next = this.starts.slice();
    this.pays = new Float64Array(this.starts[sizes.length - 1]!);
  }

  put(compartment: number, pay: number): void {
    this.pays[this.next[compartment]!] = pay;
    this.next[compartment]! += 1;
  }

  figures(compartment: number, people: number): GroupPay {
    const pays = this.pays.subarray(this.starts[compartment], this.starts[compartment + 1]);
    const { length } = pays;
    if (length === 0) return { people, paid: 0, mean: null, median: null };
    return { people, paid: length, mean: pays.reduce((sum, pay) => sum + pay, 0) / length, median: medianOf(pays) };
  }
}

/** The middle number, of an even count the mean of the two in the middle. Numbers change places; the time goes with their count. */
function medianOf(numbers: Float64Array): number {
  const half = numbers.length >> 1;
  const upper = selected(numbers, half);
  if (numbers.length % 2 === 1) return upper;
  // Whatever stands below the place of the upper one is no larger.
  return (numbers.subarray(0, half).reduce((most, each) => Math.max(most, each), -Infinity) + upper) / 2;
}

/** The number that would stand at a place if all were sorted; no larger one is left below it, no smaller one above. Method: Hoare's selection. */
function selected(numbers: Float64Array, place: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const [first, middle, last] = [numbers[low]!, numbers[(low + high) >> 1]!, numbers[high]!];
    const pivot = Math.max(Math.min(first, middle), Math.min(Math.max(first, middle), last));
    let left = low;
    let right = high;
    while (left <= right) {
      while (numbers[left]! < pivot) left++;
      while (numbers[right]! > pivot) right--;
      if (left > right) break;
      const other = numbers[left]!;
      numbers[left++] = numbers[right]!;
      numbers[right--] = other;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else break;
  }
  return numbers[place]!;
}

/** Gap = (reference - group) / reference x 100: above 0 where the group is paid less. null where either has no pay figure. */
export function payGap(reference: number | null, group: number | null): number | null {
  return reference === null || group === null || reference === 0 ? null : ((reference - group) / reference) * 100;
}

export interface PayGaps {
  readonly mean: number | null;
  readonly median: number | null;
}

/** Women and men of a band, or of all. The gap is (men - women) / men x 100; it is not the statutory gender pay gap. */
export interface SexPay {
  readonly women: GroupPay;
  readonly men: GroupPay;
  readonly notStated: GroupPay;
  /** Per cent; null where there are neither women nor men. */
  readonly shareOfWomen: number | null;
  readonly gaps: PayGaps;
}

export interface SexEquality {
  readonly bands: readonly SexPay[];
  readonly overall: SexPay;
  readonly flags: { readonly mean: GapFlags; readonly median: GapFlags };
}

/** From which gap on, in per cent, a band is flagged; and from which, in the same direction in so many bands, a pattern is. */
export interface GapSettings {
  readonly large: number;
  readonly pattern: number;
  readonly patternBands: number;
}

/** 5 % in a band, or 3 % in the same direction in three or more. Source: guidance on equal pay reviews as quoted by StepChange, 2023. */
export const GAP_FLAGS: GapSettings = { large: 5, pattern: 3, patternBands: 3 };

export interface GapFlags {
  /** Places of the bands whose gap is large, either way. */
  readonly large: readonly number[];
  /** Places of the bands that make a pattern of women, or of men, being paid less; empty for none. */
  readonly againstWomen: readonly number[];
  readonly againstMen: readonly number[];
}

export const equalityBySex = (...given: Parameters<typeof equalityBySexInSteps>): SexEquality => atOnce(equalityBySexInSteps(...given));

export function* equalityBySexInSteps(
  staff: Staff,
  pays: Float64Array,
  places: Int16Array,
  bandCount: number,
  settings: GapSettings = GAP_FLAGS,
): Steps<SexEquality> {
  const { bands, overall } = yield* payByGroupInSteps(staff, divideBySex(staff), pays, places, bandCount);
  const rows = bands.map(sexPay);
  return {
    bands: rows,
    overall: sexPay(overall),
    flags: {
      mean: flagGaps(
        rows.map(({ gaps }) => gaps.mean),
        settings,
      ),
      median: flagGaps(
        rows.map(({ gaps }) => gaps.median),
        settings,
      ),
    },
  };
}

function sexPay(groups: readonly GroupPay[]): SexPay {
  const [women, men, notStated] = groups as readonly [GroupPay, GroupPay, GroupPay];
  return {
    women,
    men,
    notStated,
    shareOfWomen: shareOfWomen(women.people, men.people),
    gaps: { mean: payGap(men.mean, women.mean), median: payGap(men.median, women.median) },
  };
}

export function flagGaps(gaps: readonly (number | null)[], { large, pattern, patternBands }: GapSettings = GAP_FLAGS): GapFlags {
  const placesWhere = (test: (gap: number) => boolean): readonly number[] =>
    gaps.flatMap((gap, place) => (gap !== null && test(gap) ? [place] : []));
  const ifPattern = (places: readonly number[]): readonly number[] => (places.length >= patternBands ? places : []);
  return {
    large: placesWhere((gap) => Math.abs(gap) >= large),
    againstWomen: ifPattern(placesWhere((gap) => gap >= pattern)),
    againstMen: ifPattern(placesWhere((gap) => gap <= -pattern)),
  };
}

/** How many of each group of a division are in each group of pay assimilation: rows as in `GROUPS`, the vacancies left out. */
export function circlesByGroup(
  staff: Staff,
  { groups: outcome }: Assimilation,
  { labels, groups }: Division,
): readonly (readonly number[])[] {
  const counts = GROUPS.slice(0, -1).map(() => labels.map(() => 0));
  for (let place = 0; place < staff.count; place++) {
    const group = groups[place]!;
    const row = counts[outcome[place]!];
    if (group !== NO_GROUP && row !== undefined) row[group]! += 1;
  }
  return counts;
}
