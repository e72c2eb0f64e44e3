import { bandTitle } from "../../domain/boundary/fault";
import { describe, type Problem } from "../../domain/problem";
import { poundsOf } from "../../domain/boundary/pay";
import type { Protection } from "../../domain/boundary/protection";
import type { Assumptions } from "../../workbook/scenario-store";

type Label = string | number;

const number = new Intl.NumberFormat("en-GB");
const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });
const signedPounds = new Intl.NumberFormat("en-GB", {
  style: "currency",
  currency: "GBP",
  maximumFractionDigits: 0,
  signDisplay: "exceptZero",
});
const minus = (text: string): string => text.replace("-", "−");
const percent = (value: number): string => minus(`${(Math.round(value * 10) / 10).toFixed(1)} %`);
const listed = (labels: readonly Label[]): string => labels.map(bandTitle).join(", ");
const months = (count: number): string => `${count} ${count === 1 ? "month" : "months"}`;
const people = (count: number): string => `${number.format(count)} ${count === 1 ? "person" : "people"}`;

/** Below so many, a figure says little about a group and much about its people. */
const SMALL = 5;

export const payText = {
  title: "Pay and cost",
  needsPay: "Cost needs a pay table: select its cells (band, minimum, middle, maximum; or band, point, pay, date), then:",
  choosePay: "Use selected cells as pay table",
  samplePay: "Use the Agenda for Change 2025/26 sample",
  sampleNote: (title: string, note: string): string => `${title}. ${note}`,
  rangePay: (sheet: string, effective: string | null): string =>
    `Pay table from sheet ${sheet}${effective === null ? "" : `, pay from ${effective}`}.`,
  gone: (name: string): string => `The cells ${name} that were chosen are not there any more. Choose again.`,
  wrong: (sheet: string, problem: Problem): string => `The cells on sheet ${sheet} cannot be used: ${describe(problem)}`,
  noPay: "Without a pay table",
  costCaption: "Cost a year if everybody stood at one point of the range: FTE × pay",
  columns: { what: "", before: "Before", after: "After", change: "Change" },
  points: { minimum: "At minimum", middle: "At middle", maximum: "At maximum" },
  noWeights: "The register has no FTE column: each person counts as one full post.",
  lacking: (labels: readonly Label[]): string => `No total: the pay table has no pay for ${listed(labels)}, where there are posts.`,
  unbanded: (fte: number): string => `${number.format(fte)} FTE are in no band and in no cost.`,

  staffTitle: "People",
  needsStaff:
    "Medians, assimilation, protection and pay gaps need a staff list, a row a person: job id, sex, FTE, pay or point. Select one of its cells, or all, then:",
  needsStaffWritten: "Without a staff list: no medians, assimilation, protection or pay gaps.",
  chooseStaff: "Use selected cells as staff list",
  dropStaff: "Without a staff list",
  staffFrom: (sheet: string, count: number): string => `${people(count)} from sheet ${sheet}. Names and other columns are not read.`,
  unplaced: (count: number): string => `${people(count)} hold a job that is not in the register, or has no score: they are in no figure.`,
  withoutPay: (count: number): string => `${people(count)} have no pay that is known: they are in no pay figure.`,
  withoutFte: (count: number): string => `${people(count)} have no FTE given, and count as full time.`,
  otherSex: (count: number): string =>
    `${people(count)} have a sex given in words that are neither woman's nor man's here: they count as not stated.`,
  sharedIds: (count: number): string =>
    `${number.format(count)} job ${count === 1 ? "id is" : "ids are"} shared by jobs with different scores: their people are in no figure.`,
  reckoning: "Reckoning…",
  billCaption: "What staff cost a year, at assimilated pay",
  bill: { basic: "Basic pay", insurance: "National Insurance", pension: "Pension", total: "Together" },
  pensionMissing: "Give the employer's pension contribution under Assumptions for pension and the sum.",
  circles: "What becomes of pay",
  circlesCaption: "People by what becomes of their pay",
  circle: [
    "Unchanged",
    "Inside the new range",
    "Inside, with a lower maximum",
    "Raised to the minimum (green circle)",
    "Above the maximum (red circle)",
    "Not known",
  ],
  women: "Women",
  men: "Men",
  notStated: "Not stated",
  /** What it costs, whom it benefits, and what the court has said; nothing where nobody is protected. */
  protection: ({ cost, people: all, women, men, notStated, mainly }: Protection): readonly string[] => {
    if (all === 0) return [];
    const share = (who: string, { people: count, cost: part }: Protection["women"]): readonly string[] =>
      count === 0 ? [] : [`${number.format(count)} ${who} (${pounds.format(poundsOf(part))})`];
    const whom = [
      ...share(women.people === 1 ? "woman" : "women", women),
      ...share(men.people === 1 ? "man" : "men", men),
      ...share("of sex not stated", notStated),
    ];
    return [
      `Pay protection costs ${pounds.format(poundsOf(cost))} in all, for ${people(all)}: ${whom.join(", ")}.`,
      `${mainly === null ? "It goes mainly to neither sex." : `It goes mainly to ${mainly}.`} Protection that benefits mainly men can itself discriminate (Redcar and Cleveland v Bainbridge [2008] EWCA Civ 885)${mainly === "men" ? ": take advice before it is offered" : ""}.`,
    ];
  },
  projection: "Cost over the years",
  projectionCaption: "Basic pay and employer's costs, year by year",
  year: (year: number): string => `Year ${year}`,
  assumptions: "Assumptions",
  /** All that the figures of people rest on. */
  assumed: ({
    rule,
    protection,
    taper,
    pensionPercent,
    insurancePercent,
    insuranceThreshold,
    vacancies,
    years,
    awardPercent,
    progressionMonth,
    mainly,
  }: Assumptions): string =>
    `Reckoned with: ${[
      `people land on ${rule === "increase" ? "the first point that gives an increase" : "the nearest point at or above present pay"}`,
      `protection ${months(protection)} in full${taper > 0 ? ` and ${taper} at half` : ""}`,
      pensionPercent === null ? "no pension contribution given" : `pension ${pensionPercent} %`,
      `National Insurance ${insurancePercent} % above ${pounds.format(insuranceThreshold)} a year and person`,
      vacancies ? "vacancies cost money" : "vacancies cost nothing",
      `award ${awardPercent} % at the start of each of ${years} ${years === 1 ? "year" : "years"}`,
      progressionMonth === null ? "nobody moves up a point" : `who can moves up a point ${months(progressionMonth)} into each year`,
      `mainly one sex from ${mainly} %`,
    ].join("; ")}.`,
  fields: {
    rule: "People land on",
    atOrAbove: "the nearest point at or above present pay",
    increase: "the first point that gives an increase",
    protection: "Months of protection in full",
    taper: "then months at half",
    pensionPercent: "Employer's pension, %",
    insurancePercent: "National Insurance, %",
    insuranceThreshold: "above, £ a year",
    awardPercent: "Award a year, %",
    years: "Years ahead",
    progressionMonth: "Months to the progression date (blank: none)",
    near: "Near a boundary: points",
    large: "A large group: people",
    mainly: "Mainly of one sex: %",
    vacancies: "Vacancies cost money",
  },
  notNumber: (low: number, high: number): string => `Give a number from ${low} to ${number.format(high)}.`,
  money: (pence: number): string => minus(pounds.format(poundsOf(pence))),
  change: (pence: number): string => (pence === 0 ? "£0" : minus(signedPounds.format(poundsOf(pence)))),
  count: (count: number): string => number.format(count),
  problem: (problem: Problem): string => describe(problem),
};

export const equalityText = {
  title: "Women and men",
  needs: "This needs the numbers of women and men in each job (columns of the register), or a staff list with sex.",
  needsPay: "Pay gaps need a staff list with pay, and a pay table for what a scenario changes.",
  summary: "In words",
  tableCaption: "Women and men in each band, before and after",
  columns: {
    band: "Band",
    womenBefore: "Women before",
    menBefore: "Men before",
    womenAfter: "Women after",
    menAfter: "Men after",
    share: "Women, %",
  },
  gapCaption: "Pay gap in each band, (men − women) ÷ men, on full-time basic pay",
  gapColumns: { band: "Band", meanBefore: "Mean before", meanAfter: "Mean after", medianAfter: "Median after", flag: "" },
  gapNote: "Above 0: women are paid less. It is not the statutory gender pay gap.",
  overall: "All",
  flags: { mean: "⚑ mean 5 % or more", median: "⚑ median 5 % or more" },
  small: "small group",
  boundaryCaption: (points: number): string => `People within ${points} points of each boundary (women / men)`,
  bunchingColumns: { boundary: "Boundary", below: "People below", above: "People above" },
  bunchingCaption: (points: number): string => `People within ${points} points of each boundary`,
  boundaryTested: ({ near, large, mainly }: Pick<Assumptions, "near" | "large" | "mainly">): string =>
    `Flagged: at least ${large} women and men within ${near} points below a boundary, at least ${mainly} % of them women, and within ${near} points above it at least ${mainly} % men.`,
  boundaryColumns: { boundary: "Boundary", below: "Below", above: "Above", flag: "" },
  flagged: "⚑ mainly women below, mainly men above",
  percent,
  share: (share: number | null): string => (share === null ? "–" : percent(share)),
  gap: (gap: number | null): string => (gap === null ? "–" : percent(gap)),
  boundary: (lower: Label, higher: Label, at: number): string => `${lower} / ${higher} (${at})`,
  pair: (women: number | null, men: number | null): string => `${number.format(women ?? 0)} / ${number.format(men ?? 0)}`,
  isSmall: (women: number, men: number): boolean => (women > 0 && women < SMALL) || (men > 0 && men < SMALL),

  population: (women: number, men: number, share: number | null): string =>
    `Of ${people(women + men)} whose sex is known, ${number.format(women)} are women${share === null ? "" : ` (${percent(share)})`}.`,
  moves: (way: "up" | "down", women: number, men: number): string =>
    `${way === "up" ? "Up" : "Down"} a band: ${number.format(women)} women and ${number.format(men)} men.`,
  nobody: "Nobody changes band.",
  /** null where one of the two is not known. */
  overallGap: (which: "mean" | "median", before: number | null, after: number | null): string | null => {
    if (before === null || after === null) return null;
    if (percent(before) === percent(after)) return `The ${which} pay gap over all stays at ${percent(before)}.`;
    return `The ${which} pay gap over all goes from ${percent(before)} to ${percent(after)}.`;
  },
  noGap: "There is no pay gap to report: it needs women and men whose pay is known.",
  largeGaps: (labels: readonly Label[]): string =>
    `A mean gap of 5 % or more, either way: ${listed(labels)}. Look for the reasons there first.`,
  noLargeGap: "No band has a mean gap of 5 % or more.",
  pattern: (against: "women" | "men", labels: readonly Label[]): string =>
    `In ${listed(labels)} ${against} are paid at least 3 % less on average: the same direction in three or more bands is a pattern to look into.`,
  boundaryFlag: (lower: Label, upper: Label, at: number): string =>
    `Between ${bandTitle(lower)} and ${bandTitle(upper)} (${at}), a large group mainly of women stands just below and one mainly of men just above. A boundary there needs a reason in the work itself.`,
  noBoundaryFlag: "No boundary parts a large group mainly of women from one mainly of men just above it.",
  smallNumbers: (labels: readonly Label[]): string =>
    `Fewer than ${SMALL} women or men are in ${listed(labels)}: figures there rest on few people, and one person can turn them round. Draw no conclusion from them alone.`,
  caution: "Figures show where to look; they do not show why. They are no equal pay audit and no legal advice.",
};
