import { afcEngland2025 } from "../data/pay/edition";
import { countRegisterInSteps, countScores, type RegisterCounts, type ScoreAxis, type Tally } from "../domain/boundary/count";
import { payAt, type PayTable } from "../domain/boundary/pay";
import { readPayTable } from "../domain/boundary/pay-range";
import type { Structure } from "../domain/boundary/scenario";
import { type Division, makeStaffInSteps, type Staff, staffSources } from "../domain/boundary/staff";
import { readStaffListInSteps, type StaffList } from "../domain/boundary/staff-list";
import type { Problem } from "../domain/problem";
import type { Result } from "../domain/result";
import { inSteps, type Steps } from "../domain/steps";
import type { ScoredJobs } from "../workbook/scored-jobs";
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
  if (!table.ok) return wrongIn(source, table.problem);
  return { kind: "range", table: table.value, source };
}

export const payTableOf = (given: PayGiven): PayTable | null => (given.kind === "sample" || given.kind === "range" ? given.table : null);

/** A problem with rows and columns as the sheet counts them: whoever has chosen cells below a title looks there. */
function wrongIn({ sheetName, row, column }: SourceCells, problem: Problem) {
  if (problem.kind !== "boundary") return { kind: "wrong", sheetName, problem } as const;
  const { fault } = problem;
  const placed = {
    ...fault,
    ...("row" in fault ? { row: fault.row + row } : {}),
    ...("column" in fault ? { column: fault.column + column } : {}),
  };
  return { kind: "wrong", sheetName, problem: { ...problem, fault: placed } } as const;
}

/** Cells once read are not read again, only joined anew, where register or pay change. */
const lists = new WeakMap<SourceCells, Result<StaffList>>();

function* staffListIn(source: SourceCells): Steps<Result<StaffList>> {
  const known = lists.get(source) ?? (yield* readStaffListInSteps(source.cells));
  lists.set(source, known);
  return known;
}

/** Joins people to jobs by job id. An id that jobs with different scores share tells nobody's score. */
export function* staffFrom(
  source: SourceCells,
  { ids, scores }: Pick<ScoredJobs, "ids" | "scores">,
  structure: Structure,
): Steps<StaffGiven> {
  const list = yield* staffListIn(source);
  if (!list.ok) return wrongIn(source, list.problem);
  const byId = new Map<string, number>();
  const shared = new Set<string>();
  yield* inSteps(ids.length, (from, end) => {
    for (let job = from; job < end; job++) {
      const key = keyOf(ids[job]!);
      const score = scores[job]!;
      if (key === "") continue;
      if (byId.has(key) && !Object.is(byId.get(key), score)) shared.add(key);
      byId.set(key, score);
    }
  });
  const scoreOf = (job: string): number | null => {
    const key = keyOf(job);
    const score = shared.has(key) ? undefined : byId.get(key);
    return score === undefined || Number.isNaN(score) ? null : score;
  };
  const staff = yield* makeStaffInSteps(list.value.people, staffSources(scoreOf, structure));
  return { kind: "list", staff, list: list.value, source, counts: yield* countPeople(staff), sharedIds: shared.size };
}

/** Vacant posts have FTE, and nobody in them. */
function* countPeople(staff: Staff): Steps<RegisterCounts> {
  const { count, sexes, vacancies, ftes } = staff;
  const [headcount, women, men] = [new Uint8Array(count), new Uint8Array(count), new Uint8Array(count)];
  yield* inSteps(count, (from, end) => {
    for (let place = from; place < end; place++) {
      const held = 1 - vacancies[place]!;
      headcount[place] = held;
      if (sexes[place] === 0) women[place] = held;
      if (sexes[place] === 1) men[place] = held;
    }
  });
  return yield* countRegisterInSteps({ scores: scoresOf(staff), headcount, fte: ftes, women, men });
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
