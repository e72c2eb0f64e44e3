import { rowsOf, type Section } from "./document";
import type { DoubtBook } from "./doubt-book";
import { placeOf } from "./table";

/** Remarks on what is displaced although nothing read depends on it: the order of the rows, loose text, stray signs. */
export function remarkOrder(section: Section, book: DoubtBook): void {
  const steps = section.events.flatMap((event) => {
    if (event.kind === "total") return [null];
    const place = placeOf(event.row);
    return place === null ? [] : [place];
  });
  if (!isInOrder(steps)) book.add({ kind: "order", order: orderText(steps.slice(0, MOST_STEPS)) }, { remark: true });
  const first = section.events[0];
  const start = first === undefined ? 0 : first.kind === "row" ? first.row.line : first.line;
  const rows = rowsOf(section.events);
  const inColumns = rows.filter(({ columns }) => columns).length * 2 > rows.length;
  const loose = section.loose.filter(({ line }) => line > start).map(({ line }) => line);
  if (inColumns && loose.length > 0) book.add({ kind: "loose-text", lines: loose }, { remark: true });
  for (const { line, text } of section.strays.slice(0, MOST_STRAYS)) book.add({ kind: "stray", found: text }, { line, remark: true });
}

/** Rising factors, then one total. */
const isInOrder = (steps: readonly (number | null)[]): boolean =>
  steps.every((step, at) => (step === null ? at === steps.length - 1 : at === 0 || (steps[at - 1] ?? Infinity) < step));

/** "factors 1 to 9, the total, factors 16 to 10" */
function orderText(steps: readonly (number | null)[]): string {
  const runs: { from: number | null; to: number | null; step: number }[] = [];
  for (const step of steps) {
    const last = runs[runs.length - 1];
    if (
      last !== undefined &&
      step !== null &&
      last.to !== null &&
      Math.abs(step - last.to) === 1 &&
      (last.step === 0 || last.step === step - last.to)
    ) {
      last.step = step - last.to;
      last.to = step;
    } else runs.push({ from: step, to: step, step: 0 });
  }
  return runs
    .map(({ from, to }) =>
      from === null || to === null ? "the total" : from === to ? `factor ${from + 1}` : `factors ${from + 1} to ${to + 1}`,
    )
    .join(", ");
}

const MOST_STEPS = 60;
const MOST_STRAYS = 10;
