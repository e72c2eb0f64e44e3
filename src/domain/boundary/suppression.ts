/** Counts from 1 up to this are never shown to other eyes. Ours; nobody stands behind a 0, so it is shown. */
export const SMALL_GROUP = 5;

/** What cannot be told from nothing, with fractions as a computer has them. */
const CLOSE_TO_NOTHING = 1e-9;

/**
 * Which figures other eyes may not see. `parts` are counts of people that no two share; a figure is a set of parts, given by their places, and
 * stands for their sum: a cell, the total of a row or of a column, the same people counted in another table. Hidden are the figures that are small,
 * and as many others as it takes that no hidden one can be computed from those printed: none of them is a sum or difference, however
 * weighted, of printed ones. Of what would give a hidden figure away, the figure with the fewest people goes.
 *
 * An empty part is taken as known to be empty. So all others can be one more or one less, and a hidden figure that no printed ones determine
 * could be another number.
 * Source: complementary suppression in statistical disclosure control; here by linear elimination over all tables that are printed together.
 */
export function hiddenFigures(parts: readonly number[], figures: readonly (readonly number[])[], small = SMALL_GROUP): readonly boolean[] {
  const filled = parts.flatMap((count, part) => (count > 0 ? [part] : []));
  const places = new Map(filled.map((part, place) => [part, place]));
  const vectors = figures.map((figure) => {
    const vector = new Float64Array(filled.length);
    for (const part of figure) {
      const place = places.get(part);
      if (place !== undefined) vector[place] = 1;
    }
    return vector;
  });
  const people = figures.map((figure) => figure.reduce((sum, part) => sum + parts[part]!, 0));
  const hidden = people.map((count) => count > 0 && count < small);
  for (;;) {
    const printed = new Printed();
    vectors.forEach((vector, figure) => {
      if (hidden[figure] !== true) printed.add(figure, vector);
    });
    const given = vectors
      .flatMap((vector, figure) => (hidden[figure] === true ? [printed.meansFor(vector)] : []))
      .filter((means) => means !== null);
    if (given.length === 0) break;
    for (const means of given)
      if (means.every((figure) => hidden[figure] !== true))
        hidden[means.reduce((least, figure) => (people[figure]! < people[least]! ? figure : least))] = true;
  }
  showNeedless(vectors, people, hidden, small);
  return hidden;
}

/** What was hidden early may be needless now: the largest figures come back first, where they give nothing away. */
function showNeedless(vectors: readonly Float64Array[], people: readonly number[], hidden: boolean[], small: number): void {
  const printed = new Printed();
  const places = [...hidden.keys()];
  for (const figure of places) if (hidden[figure] !== true) printed.add(figure, vectors[figure]!);
  const candidates = places.filter((figure) => hidden[figure] === true && people[figure]! >= small);
  for (const figure of candidates.sort((a, b) => people[b]! - people[a]!)) {
    printed.add(figure, vectors[figure]!);
    hidden[figure] = false;
    if (places.some((other) => hidden[other] === true && printed.meansFor(vectors[other]!) !== null)) {
      printed.takeBack();
      hidden[figure] = true;
    }
  }
}

/** The figures printed, brought into a form in which what they determine can be read off (elimination, one figure after the other). */
class Printed {
  private readonly rows: { readonly pivot: number; readonly vector: Float64Array; readonly means: Map<number, number> }[] = [];

  /** A figure that the others determine already adds nothing, but has its row, so that it can be taken back. */
  add(figure: number, given: Float64Array): void {
    const { vector, means } = this.reduced(given);
    const pivot = largestAt(vector);
    const scale = pivot < 0 ? 0 : 1 / vector[pivot]!;
    means.set(figure, 1);
    this.rows.push({
      pivot,
      vector: vector.map((each) => each * scale),
      means: new Map([...means].map(([of, times]) => [of, times * scale])),
    });
  }

  takeBack(): void {
    this.rows.pop();
  }

  /** The printed figures that a vector is a combination of; null where it is none. */
  meansFor(given: Float64Array): readonly number[] | null {
    const { vector, means } = this.reduced(given);
    if (largestAt(vector) >= 0) return null;
    return [...means].flatMap(([figure, times]) => (Math.abs(times) > CLOSE_TO_NOTHING ? [figure] : []));
  }

  /** What is left of a vector once the rows have been taken out of it, and what was taken, by figure. */
  private reduced(given: Float64Array): { readonly vector: Float64Array; readonly means: Map<number, number> } {
    const vector = given.slice();
    const means = new Map<number, number>();
    for (const row of this.rows) {
      const times = row.pivot < 0 ? 0 : vector[row.pivot]!;
      if (Math.abs(times) <= CLOSE_TO_NOTHING) continue;
      row.vector.forEach((each, place) => (vector[place]! -= times * each));
      for (const [figure, each] of row.means) means.set(figure, (means.get(figure) ?? 0) - times * each);
    }
    return { vector, means };
  }
}

/** The place of the number furthest from 0, -1 where all are nothing. */
function largestAt(vector: Float64Array): number {
  let largest = -1;
  vector.forEach((each, place) => {
    if (Math.abs(each) > CLOSE_TO_NOTHING && (largest < 0 || Math.abs(each) > Math.abs(vector[largest]!))) largest = place;
  });
  return largest;
}
