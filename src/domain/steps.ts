/** Work cut into steps, so that whoever carries it out can do something else between two of them. What it comes to hangs on no pause. */
export type Steps<T, S = void> = Generator<S, T, void>;

/** Items gone through without a step between: a few milliseconds at most. */
export const ITEMS_A_STEP = 2_000;

/** Carries work out in one go. */
export function atOnce<T>(steps: Steps<T, unknown>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Goes through so many items, some a step: from place `from` up to, not including, place `end`. */
export function* inSteps(count: number, work: (from: number, end: number) => void): Steps<void> {
  for (let from = 0; from < count; from += ITEMS_A_STEP) {
    if (from > 0) yield;
    work(from, Math.min(count, from + ITEMS_A_STEP));
  }
}

/** Sorts numbers where they stand; equal ones keep their order. Short stretches are sorted, then merged, some a step. Method: merge sort. */
export function* sortInSteps(numbers: Int32Array, compare: (a: number, b: number) => number): Steps<void> {
  const { length } = numbers;
  yield* inSteps(length, (from, end) => void numbers.subarray(from, end).sort(compare));
  for (let width = ITEMS_A_STEP; width < length; width *= 2) {
    const sorted = numbers.slice();
    let [left, right] = [0, 0];
    yield* inSteps(length, (from, end) => {
      for (let place = from; place < end; place++) {
        const start = place - (place % (2 * width));
        const [middle, last] = [Math.min(start + width, length), Math.min(start + 2 * width, length)];
        if (place === start) [left, right] = [start, middle];
        const takeLeft = right === last || (left < middle && compare(sorted[left]!, sorted[right]!) <= 0);
        numbers[place] = sorted[takeLeft ? left++ : right++]!;
      }
    });
  }
}
