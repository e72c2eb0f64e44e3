import { type Draft, EMPTY_DRAFT, isEmpty } from "./job-draft";
import type { Entry } from "../domain/entry";
import type { Outcome } from "../workbook/failure";
import type { JobRowReading } from "../workbook/job-row";

/** Where a job stands, by what it is known, what its cells hold, and where its register's ids are. */
type Job = Pick<JobRowReading, "sheetId" | "row" | "id" | "title" | "cells" | "ids">;
type JobPlace = Pick<JobRowReading, "sheetId" | "row" | "id" | "title">;

interface Kept {
  readonly job: Job;
  readonly draft: Draft;
}

/**
 * What was set for jobs and is not applied. It belongs to the job in its row. Rows are sorted and ids typed anew, so where a job is not
 * found as it was, the sheet is asked whether this can be the same one: a level must never land in another job's row.
 */
export class DraftStore {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly countId: (job: Job, id: string) => Promise<Outcome<number>>) {}

  of(job: Job): Draft {
    return this.kept.get(keyOf(job))?.draft ?? EMPTY_DRAFT;
  }

  keep(job: Job, draft: Draft): void {
    if (isEmpty(draft)) this.drop(job);
    else this.kept.set(keyOf(job), { job, draft });
  }

  drop(job: JobPlace): void {
    this.kept.delete(keyOf(job));
  }

  dropSheet(sheetId: string): void {
    for (const [key, { job }] of this.kept) if (job.sheetId === sheetId) this.kept.delete(key);
  }

  /** The names of the jobs that wait, but for this one. */
  waiting(but: JobPlace | null): readonly string[] {
    const own = but === null ? null : keyOf(but);
    return [...this.kept].filter(([key]) => key !== own).map(([, { job }]) => nameOf(job));
  }

  /** Brings the draft of a job along that stands in another row by now, or has another id or title. */
  async follow(job: Job): Promise<Outcome<void>> {
    if (this.kept.has(keyOf(job))) return { ok: true, value: undefined };
    for (const [key, { job: before, draft }] of this.kept) {
      if (before.sheetId !== job.sheetId) continue;
      const same = await this.isSame(before, job);
      if (!same.ok) return same;
      if (!same.value) continue;
      this.kept.delete(key);
      this.kept.set(keyOf(job), { job, draft });
      break;
    }
    return { ok: true, value: undefined };
  }

  private async isSame(before: Job, now: Job): Promise<Outcome<boolean>> {
    const sameId = before.id !== "" && before.id === now.id;
    const samePlace = before.row === now.row && before.title === now.title;
    if (!sameId && !samePlace) return { ok: true, value: false };
    // A job that had no id is known by its levels: a title is shared by many.
    if (before.id === "") return { ok: true, value: sameLevels(before, now) };
    const count = await this.countId(now, before.id);
    return count.ok ? { ok: true, value: count.value === (sameId ? 1 : 0) } : count;
  }
}

export const nameOf = ({ id, title }: Pick<JobPlace, "id" | "title">): string => [id, title].filter((text) => text !== "").join(" ");

const keyOf = ({ sheetId, row, id, title }: JobPlace): string => JSON.stringify([sheetId, row, id, title]);

const sameLevels = (a: Job, b: Job): boolean => String(a.cells.map(valueOf)) === String(b.cells.map(valueOf));
const valueOf = ({ value }: { readonly value: Entry }): string => JSON.stringify(value ?? "");
