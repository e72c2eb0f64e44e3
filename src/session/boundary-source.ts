import { afcEngland2025 } from "../data/pay/edition";
import { countRegister, type RegisterCounts } from "../domain/boundary/count";
import { payAt, type PayTable } from "../domain/boundary/pay";
import { readPayTable } from "../domain/boundary/pay-range";
import type { Structure } from "../domain/boundary/scenario";
import { makeStaff, type Staff, staffSources } from "../domain/boundary/staff";
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
function countPeople({ runs, count, sexes, vacancies, ftes }: Staff): RegisterCounts {
  const scores = new Float64Array(count);
  for (const { score, start, end } of runs) scores.fill(score, start, end);
  const held = (place: number): number => 1 - vacancies[place]!;
  const column = (valueAt: (place: number) => number): Float64Array => Float64Array.from({ length: count }, (_, place) => valueAt(place));
  return countRegister({
    scores,
    headcount: column(held),
    fte: ftes,
    women: column((place) => (sexes[place] === 0 ? held(place) : 0)),
    men: column((place) => (sexes[place] === 1 ? held(place) : 0)),
  });
}

const keyOf = (id: string): string => id.trim().toLowerCase();
