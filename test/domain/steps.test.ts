import fc from "fast-check";
import { atOnce, inSteps, ITEMS_A_STEP, sortInSteps, type Steps } from "../../src/domain/steps";

/** How many steps work takes. */
function stepsOf(steps: Steps<unknown>): number {
  let count = 1;
  while (steps.next().done !== true) count++;
  return count;
}

test("each item is gone through once and in order, no more of them in a step than allowed", () => {
  const count = 2 * ITEMS_A_STEP + 1;
  const seen: number[] = [];
  let most = 0;
  const steps = inSteps(count, (from, end) => {
    most = Math.max(most, end - from);
    for (let item = from; item < end; item++) seen.push(item);
  });
  expect(stepsOf(steps)).toBe(3);
  expect(most).toBe(ITEMS_A_STEP);
  expect(seen).toEqual(Array.from({ length: count }, (_, item) => item));
  expect(
    stepsOf(
      inSteps(0, () => {
        throw new Error("nothing to do");
      }),
    ),
  ).toBe(1);
});

test("sorted in steps is sorted, equal ones in the order they stood in", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 * ITEMS_A_STEP }), fc.integer({ min: 1, max: 4000 }), fc.nat(), (length, kinds, seed) => {
      // Many equal keys: 97 and 89 are primes, so that keys are out of order whatever the length.
      const keys = Array.from({ length }, (_, at) => (at * 97 + seed * 89 + ((at * at) % 31)) % kinds);
      const order = Int32Array.from(keys.keys());
      atOnce(sortInSteps(order, (a, b) => keys[a]! - keys[b]!));
      const wanted = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
      expect(Array.from(order)).toEqual(wanted);
    }),
    { numRuns: 40 },
  );
});

test("a sort compares no more in a step than its items", () => {
  const length = 8 * ITEMS_A_STEP;
  const order = Int32Array.from({ length }, (_, at) => (at * 7919) % length);
  let compared = 0;
  const steps = sortInSteps(order, (a, b) => {
    compared++;
    return a - b;
  });
  let most = 0;
  for (let done = false; !done;) {
    compared = 0;
    done = steps.next().done === true;
    most = Math.max(most, compared);
  }
  // A stretch of n items takes at most n log2 n comparisons, a merge at most one an item.
  expect(most).toBeLessThanOrEqual(ITEMS_A_STEP * Math.ceil(Math.log2(ITEMS_A_STEP)));
});
