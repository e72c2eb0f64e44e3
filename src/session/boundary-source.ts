import { afcEngland2025 } from "../data/pay/edition";
import { countRegister, countScores, type RegisterCounts, type ScoreAxis, type Tally } from "../domain/boundary/count";
import { payAt, type PayTable } from "../domain/boundary/pay";
import { readPayTable } from "../domain/boundary/pay-range";
import type { Structure } from "../domain/boundary/scenario";
import { type Division, makeStaff, type Staff, staffSources } from "../domain/boundary/staff";
import { readStaffList, type StaffList } from "../domain/boundary/staff-list";
import type { Problem } from "../domain/problem";
import type { ScoredJobs } from "../workbook/scored-register";
import type { SourceCells } from "../workbook/source-range";

/** Pay as it is to be reckoned with, or why it is not. */
export type PayGiven =
  | { readonly kind: "none" }
  | { readonly kind: "sample"; readonly table: PayTable; readonly title: string; readonly note: string }
  | { readonly kind: "range"; readonly table: PayTable; readonly source: SourceCells }
  | { readonly kind: "gone"; readonly name: string }
  | { readonly kind: "wrong"; readonly sheetName: string; readonly problem: Problem };

/** A staff list joined to the register's jobs, or why it is not. */
export type StaffGiven =
  | { readonly kind: "none" }
  | {
      readonly kind: "list";
      readonly staff: Staff;
      readonly list: StaffList;
      readonly source: SourceCells;
      /** People by score, as a register counts them. */
      readonly counts: RegisterCounts;
      readonly sharedIds: number;
    }
  | { readonly kind: "gone"; readonly name: string }
  | { readonly kind: "wrong"; readonly sheetName: string; readonly problem: Problem };

export const samplePay: PayGiven = {
  kind: "sample",
  table: afcEngland2025.table,
  title: `${afcEngland2025.title} (edition ${afcEngland2025.id}, hash ${afcEngland2025.hash.slice(0, 12)})`,
  note: afcEngland2025.source.note,
};

/** `day`: yyyy-mm-dd, by which one of several dated tables is chosen. */
export function payFrom(source: SourceCells, day: string): PayGiven {
  const tables = readPayTable(source.cells);
  const table = tables.ok ? payAt(tables.value, day) : tables;
  if (!table.ok) return { kind: "wrong", sheetName: source.sheetName, problem: table.problem };
  return { kind: "range", table: table.value, source };
}

export const payTableOf = (given: PayGiven): PayTable | null => (given.kind === "sample" || given.kind === "range" ? given.table : null);

/** Joins people to jobs by job id. An id that jobs with different scores share tells nobody's score. */
export function staffFrom(source: SourceCells, { ids, scores }: ScoredJobs, structure: Structure): StaffGiven {
  const list = readStaffList(source.cells);
  if (!list.ok) return { kind: "wrong", sheetName: source.sheetName, problem: list.problem };
  const byId = new Map<string, number>();
  const shared = new Set<string>();
  ids.forEach((id, job) => {
    const key = keyOf(id);
    const score = scores[job]!;
    if (key === "") return;
    if (byId.has(key) && !Object.is(byId.get(key), score)) shared.add(key);
    byId.set(key, score);
  });
  const scoreOf = (job: string): number | null => {
    const key = keyOf(job);
    const score = shared.has(key) ? undefined : byId.get(key);
    return score === undefined || Number.isNaN(score) ? null : score;
  };
  const staff = makeStaff(list.value.people, staffSources(scoreOf, structure));
  return { kind: "list", staff, list: list.value, source, counts: countPeople(staff), sharedIds: shared.size };
}

/** Vacant posts have FTE, and nobody in them. */
function countPeople(staff: Staff): RegisterCounts {
  const { count, sexes, vacancies, ftes } = staff;
  const held = (place: number): number => 1 - vacancies[place]!;
  const column = (valueAt: (place: number) => number): Float64Array => Float64Array.from({ length: count }, (_, place) => valueAt(place));
  return countRegister({
    scores: scoresOf(staff),
    headcount: column(held),
    fte: ftes,
    women: column((place) => (sexes[place] === 0 ? held(place) : 0)),
    men: column((place) => (sexes[place] === 1 ? held(place) : 0)),
  });
}

/** People by score, a tally a group; vacancies are in none. */
export const countGroups = (staff: Staff, { labels, groups }: Division): { readonly axis: ScoreAxis; readonly tallies: readonly Tally[] } =>
  countScores(
    scoresOf(staff),
    labels.map((_, group) => (place: number) => (groups[place] === group ? 1 : 0)),
  );

/** People by score, a tally for each sex within each group: those of group g and sex s at 3 g + s. */
export const countSexesInGroups = (
  staff: Staff,
  { labels, groups }: Division,
): { readonly axis: ScoreAxis; readonly tallies: readonly Tally[] } =>
  countScores(
    scoresOf(staff),
    labels.flatMap((_, group) =>
      [0, 1, 2].map((sex) => (place: number) => (groups[place] === group && staff.sexes[place] === sex ? 1 : 0)),
    ),
  );

function scoresOf({ runs, count }: Staff): Float64Array {
  const scores = new Float64Array(count);
  for (const { score, start, end } of runs) scores.fill(score, start, end);
  return scores;
}

const keyOf = (id: string): string => id.trim().toLowerCase();
