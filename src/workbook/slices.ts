import type { Steps } from "../domain/steps";

/** Much less than what a person feels; the page draws and answers in between. */
const SLICE_MS = 16;

/** Carries work out a slice at a time; null where it was not wanted to its end. `tell` hears after each slice how far it is. */
export async function inSlices<T, S>(
  steps: Steps<T, S>,
  wanted: () => boolean,
  tell: (step: S) => void = () => undefined,
): Promise<{ readonly value: T } | null> {
  let step = steps.next();
  while (step.done !== true) {
    const until = performance.now() + SLICE_MS;
    do step = steps.next();
    while (step.done !== true && performance.now() < until);
    if (step.done !== true) tell(step.value);
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (!wanted()) return null;
  }
  return { value: step.value };
}
