import { type BandCost, costTable, type FixedPointCost } from "../domain/boundary/cost";
import { type Distribution, distribute } from "../domain/boundary/distribution";
import { moveBetween } from "../domain/boundary/movement";
import { describeNear, nearBoundaries } from "../domain/boundary/near";
import { payUndated, poundsOf } from "../domain/boundary/pay";
import { readPayTable } from "../domain/boundary/pay-range";
import { placeOfBand, sweepBoundary } from "../domain/boundary/sweep";
import { isBlank, numberOf } from "../domain/entry";
import type { BandTable } from "../domain/scheme/band";
import { nhs } from "../data/library";
import { errorCell, must } from "./answer";
import { bandsArgument, entryOf, gridOf, textArgument } from "./cells";
import { answerOne, countArgument, readScore, refuseFault, scoreColumn } from "./score-cells";

/** What has no band: scores above, below or between the bands, and cells that are no score. */
const NO_BAND = "No band";

/**
 * Gives the number of jobs in each band, or the sum of their weights, and each band's share.
 * @customfunction JEDISTRIBUTION
 * @helpurl help/jedistribution.html
 * @param scores The scores in points, a range of any shape. Blanks are left out.
 * @param bands The NHS bands (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @param weights A number from 0 for each score, such as headcount or FTE, in the shape of the scores; a blank is 0. If omitted, each job counts as one.
 * @returns A heading row, then a row a band: band, from, to, jobs (or weight), share of all (0 to 1). Where there are errors, or scores in no band, a last row No band has them, so that the sum is the whole register.
 * @remarks Errors: #VALUE! for weights of another shape, naming both sizes; for a weight that is not a number from 0; or naming the fault of the band table.
 * Source: share of a band = its jobs / all jobs.
 * @example =INDEX(JOB.JEDISTRIBUTION({400;465;466;800}),7,4) → 2
 * @example =INDEX(JOB.JEDISTRIBUTION({400;465;466;800}),14,1) → "No band"
 */
export function jedistribution(scores: unknown[][], bands?: unknown[][], weights?: unknown[][]): unknown[][] {
  const table = bandTable(bands);
  const { axis, jobs, weights: tally, weighted } = countArgument(scores, weights, "weights");
  const distribution = distribute(axis, tally, table);
  const share = (part: number): unknown => (distribution.total === 0 ? "" : part / distribution.total);
  const rows = table.bands.map(({ label, from, to }, place) => {
    const inBand = distribution.bands[place]!;
    return [label, from, to ?? "", inBand, share(inBand)];
  });
  const { unbanded } = distribution;
  const lost = hasUnbanded(distribute(axis, jobs, table)) ? [[NO_BAND, "", "", unbanded, share(unbanded)]] : [];
  return [["Band", "From", "To", weighted ? "Weight" : "Jobs", "Share"], ...rows, ...lost];
}

/**
 * Gives how many jobs would move from which band to which: old bands down, new bands across.
 * @customfunction JEMOVES
 * @helpurl help/jemoves.html
 * @param scores The scores in points, a range of any shape. Blanks are left out.
 * @param from_bands The old bands: "NHS" (if blank), an edition id, or a range: label, lowest score and, if you like, highest score.
 * @param to_bands The new bands, in the same way.
 * @param weights A number from 0 for each score, such as headcount or FTE, in the shape of the scores; a blank is 0. If omitted, each job counts as one.
 * @returns A heading row with the new bands, then a row for each old band. Where there are errors, or scores in no old band, a last row No band has them; where there are errors, or scores in no new band, a last column No band: so the sum is the whole register.
 * @remarks Errors: as JEDISTRIBUTION.
 * Source: movement matrix, the jobs of each old band by their new band.
 * @example =INDEX(JOB.JEMOVES({460;465;466},"NHS",{"6",0;"7",461}),7,3) → 1
 */
export function jemoves(scores: unknown[][], from_bands: unknown[][], to_bands: unknown[][], weights?: unknown[][]): unknown[][] {
  const [from, to] = [bandTable(from_bands), bandTable(to_bands)];
  const { axis, jobs, weights: tally } = countArgument(scores, weights, "weights");
  const { cells } = moveBetween(axis, tally, from, to);
  const [lostRow, lostColumn] = [from, to].map((table) => hasUnbanded(distribute(axis, jobs, table)));
  const labelled = (table: BandTable, lost: boolean | undefined): unknown[] => [
    ...table.bands.map(({ label }) => label),
    ...(lost === true ? [NO_BAND] : []),
  ];
  const columns = labelled(to, lostColumn);
  const rows = labelled(from, lostRow).map((label, row) => [label, ...(cells[row] ?? []).slice(0, columns.length)]);
  return [["From / to", ...columns], ...rows];
}

/**
 * Gives what each position of one boundary would do: jobs up, jobs down and jobs in the band.
 * @customfunction JESWEEP
 * @helpurl help/jesweep.html
 * @param scores The scores in points, a range of any shape. Blanks are left out.
 * @param band The band whose lowest score is moved; any but the lowest band.
 * @param from The first position: a lowest score in points, a whole number.
 * @param to The last position, not below the first.
 * @param bands The bands as they are: NHS (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @param weights A number from 0 for each score, such as headcount or FTE, in the shape of the scores; a blank is 0. If omitted, each job counts as one.
 * @returns A heading row, then a row a position: lowest score, jobs up, jobs down, jobs in the band (or weights), each against the bands as they are.
 * @remarks Errors: #VALUE! for a band that does not exist or is the lowest; for a position that would leave one of the two bands without a point, naming those there are; for more than 1,001 positions; and as JEDISTRIBUTION.
 * Source: jobs up = those of the band below with at least the new lowest score; jobs down = those of the band below the new lowest score.
 * @example =JOB.JESWEEP({460;465;466},"7",465,467) → {"Lowest score","Jobs up","Jobs down","Jobs in band";465,1,0,2;466,0,0,1;467,0,1,0}
 */
export function jesweep(
  scores: unknown[][],
  band: unknown,
  from: number,
  to: number,
  bands?: unknown[][],
  weights?: unknown[][],
): unknown[][] {
  const table = bandTable(bands);
  const place = must(placeOfBand(table, textArgument(band, "band") ?? refuseFault({ kind: "band-missing" })));
  const positions = { from: position(from, "from"), to: position(to, "to") };
  const { axis, weights: tally, weighted } = countArgument(scores, weights, "weights");
  const swept = must(sweepBoundary(axis, tally, table, place, positions));
  const what = weighted ? "Weight" : "Jobs";
  return [
    ["Lowest score", `${what} up`, `${what} down`, `${what} in band`],
    ...swept.map(({ from: at, up, down, inBand }) => [at, up, down, inBand]),
  ];
}

/**
 * Gives the boundaries that each score stands near, as text.
 * @customfunction JENEAR
 * @helpurl help/jenear.html
 * @param scores One score in points, or a column of scores.
 * @param points How near: the most points to lose to fall a band, or to gain to rise one, as JEMARGIN gives them.
 * @param bands The NHS bands (if omitted), "NHS", an edition id, or a range: label, lowest score and, if you like, highest score.
 * @returns For each score a text naming the boundary, the side and the points; "" where it is near none, is in no band, or is blank.
 * @remarks Errors: #VALUE! for a cell that is not a score, for scores that are not one column, for points that are not above 0, or naming the fault of the band table. An error among the scores comes back in its own row.
 * Source: points to fall = score - lowest + 1, points to rise = highest + 1 - score.
 * @example =JOB.JENEAR(465,10) → "Below the boundary of band 6 and band 7 (466): 1 point to gain to rise to band 7"
 * @example =JOB.JENEAR(430,10) → ""
 */
export function jenear(scores: unknown[][], points: number, bands?: unknown[][]): unknown[][] {
  const grid = scoreColumn(scores);
  const most = numberIn(points);
  const near = most !== null && most > 0 ? most : refuseFault({ kind: "near-points", found: entryOf(points) });
  const table = bandTable(bands);
  return grid.map((row) => {
    const reading = readScore(entryOf(row[0]));
    if (reading === null) return [""];
    if (typeof reading !== "number") return [answerOne(grid, reading)];
    return [nearBoundaries(table, reading, near).map(describeNear).join("; ")];
  });
}

/**
 * Gives what each band costs a year if all in it stood at the minimum, the middle or the maximum of its pay.
 * @customfunction JECOST
 * @helpurl help/jecost.html
 * @param scores The scores in points, a range of any shape. Blanks are left out.
 * @param bands The bands: "NHS" (if blank), an edition id, or a range: label, lowest score and, if you like, highest score.
 * @param pay Annual full-time pay in pounds: a row a band (band, minimum, middle if you like, maximum), or a row a point (band, point, pay, date if you like).
 * @param fte The full-time equivalent of each job, in the shape of the scores; a blank is 0. If omitted, 1 each.
 * @returns A heading row, then a row a band: band, FTE, cost at minimum, middle and maximum, in pounds and whole pence. Where there are errors, or scores in no band, a row No band has their FTE; they have no pay and cost nothing here. The last row is the totals.
 * @remarks Errors: #N/A in the row of a band that has posts but no pay, and in the total. #VALUE! names the fault of the pay table; a table with several dates needs the rows of one; and as JEDISTRIBUTION.
 * A pay table is read by point where the heading of its second column says Point, where that column holds words, or where a band has several rows. The middle, where not given, is half way from minimum to maximum. Basic pay only, without on-costs.
 * Source: cost = FTE x pay; each band to the whole penny, the total their sum.
 * @example =INDEX(JOB.JECOST({466;470},"NHS",{"7",47810,54710},{1;0.5}),8,3) → 71715
 */
export function jecost(scores: unknown[][], bands: unknown[][], pay: unknown[][], fte?: unknown[][]): unknown[][] {
  const table = bandTable(bands);
  const pays = must(payUndated(must(readPayTable((gridOf(pay, "pay") ?? []).map((row) => row.map(entryOf))))));
  const { axis, jobs, weights } = countArgument(scores, fte, "FTE");
  const { bands: costs, unbanded, fte: all, total, lacking } = costTable({ axis, fte: weights }, table, pays);
  const missing = (labels: readonly (string | number)[]): unknown =>
    errorCell({ kind: "boundary", fault: { kind: "pay-lacking", labels } });
  const amounts = (cost: FixedPointCost | null, labels: readonly (string | number)[]): unknown[] =>
    cost === null ? [1, 2, 3].map(() => missing(labels)) : [cost.minimum, cost.middle, cost.maximum].map(poundsOf);
  const rowOf = ({ label, fte: posts, cost }: BandCost): unknown[] => [label, posts, ...amounts(cost, [label])];
  const lost = hasUnbanded(distribute(axis, jobs, table)) ? [[NO_BAND, unbanded, "", "", ""]] : [];
  return [
    ["Band", "FTE", "Cost at minimum", "Cost at middle", "Cost at maximum"],
    ...costs.map(rowOf),
    ...lost,
    ["Total", all, ...amounts(total, lacking)],
  ];
}

const bandTable = (bands: unknown): BandTable => must(bandsArgument(bands, nhs()));

const hasUnbanded = ({ unbanded }: Distribution): boolean => unbanded > 0;

/** The number in a cell, null for a blank or for anything else. */
function numberIn(cell: unknown): number | null {
  const entry = entryOf(cell);
  return isBlank(entry) ? null : numberOf(entry);
}

function position(cell: unknown, which: "from" | "to"): number {
  const found = numberIn(cell);
  return found !== null && Number.isInteger(found) && found > 0 ? found : refuseFault({ kind: "position", which, found: entryOf(cell) });
}
