import type { Scheme } from "../../scheme/scheme";
import { bandLabel, bandScores } from "../profile";
import { bandsOfScore } from "./band";
import type { DraftHead, Score } from "./draft";
import { scoreText } from "./doubt";
import type { DoubtBook } from "./doubt-book";

/** What the rows of a profile sum to; null while a row has no reading. */
export function sumsOf(scheme: Scheme, rows: readonly ({ readonly low: number; readonly high: number } | null)[]): Score | null {
  let [lowest, highest] = [0, 0];
  for (const [place, row] of rows.entries()) {
    const levels = scheme.factors[place]?.levels;
    const [low, high] = [levels?.[(row?.low ?? 0) - 1], levels?.[(row?.high ?? 0) - 1]];
    if (low === undefined || high === undefined) return null;
    lowest += low.points;
    highest += high.points;
  }
  return { lowest, highest };
}

/** The checks that take a profile as a whole: sums against the printed total, scores against bands and asterisk. */
export function checkProfile(
  scheme: Scheme,
  head: Pick<DraftHead, "bands" | "generic" | "total">,
  printed: { readonly score: string | null },
  sum: Score | null,
  book: DoubtBook,
): void {
  const proposal = sum === null ? null : scoreText(sum);
  if (sum !== null && printed.score !== null) {
    if (head.total !== null) {
      if (head.total.lowest !== sum.lowest || head.total.highest !== sum.highest)
        book.add({ kind: "total-differs", printed: head.total, sum }, { field: "score", proposal });
    } else if (printed.score === "") book.add({ kind: "total-missing", sum }, { field: "score", proposal });
    else book.add({ kind: "total-damaged", found: printed.score, sum }, { field: "score", proposal });
  }
  if (scheme.bands === null || head.bands === null || sum === null) return;
  const lowestBand = bandScores(scheme.bands, { bands: head.bands.slice(0, 1) });
  const highestBand = bandScores(scheme.bands, { bands: head.bands.slice(-1) });
  const { from, to } = bandScores(scheme.bands, { bands: head.bands });
  if (head.generic !== null && sum.lowest >= from)
    book.add(
      { kind: "generic-needless", lowest: sum.lowest, from },
      { field: "generic", proposal: `the generic provision applies, to band ${head.generic}` },
    );
  if (head.generic === null && sum.lowest < from)
    book.add({ kind: "generic-wanting", lowest: sum.lowest, from }, { field: "generic", proposal: "the generic provision does not apply" });
  if (sum.highest > to || sum.highest < highestBand.from || sum.lowest > lowestBand.to)
    book.add(
      { kind: "score-outside", score: sum, from, to, made: bandsOfScore(scheme.bands, sum) },
      { field: "bands", proposal: `band ${bandLabel({ bands: head.bands })}, as printed` },
    );
}
