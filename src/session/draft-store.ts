import type { Entry } from "../domain/entry";
import type { Outcome } from "../workbook/failure";
import type { PaneStorage } from "../workbook/pane-storage";
import { decodeDrafts, type DraftedJob as Job, encodeDrafts, type KeptDraft } from "./draft-text";
import { type Draft, EMPTY_DRAFT, isEmpty } from "./job-draft";

type JobPlace = Pick<Job, "sheetId" | "row" | "id" | "title">;

/** What is asked of the workbook. */
interface Questions {
  readonly countId: (job: Job, id: string) => Promise<Outcome<number>>;
  readonly sheetIds: () => Promise<Outcome<readonly string[]>>;
}

/**
 * What was set for jobs and is not applied; it outlives the page. It belongs to the job in its row. Rows are sorted and ids typed anew, so
 * where a job is not found as it was, the sheet is asked whether this can be the same one: a level must never land in another job's row.
 */
export class DraftStore {
  private loaded: Map<string, KeptDraft> | null = null;
  private checked = false;

  constructor(
    private readonly workbook: Questions,
    private readonly storage: PaneStorage,
  ) {}

  /** To be done before anything is shown: a sheet may have been deleted while no page was there to hear of it. */
  async dropLostSheets(): Promise<Outcome<void>> {
    if (!this.checked && this.kept.size > 0) {
      const sheets = await this.workbook.sheetIds();
      if (!sheets.ok) return sheets;
      for (const { job } of this.kept.values()) if (!sheets.value.includes(job.sheetId)) this.dropSheet(job.sheetId);
    }
    this.checked = true;
    return { ok: true, value: undefined };
  }

  of(job: Job): Draft {
    return this.kept.get(keyOf(job))?.draft ?? EMPTY_DRAFT;
  }

  keep(job: Job, draft: Draft): void {
    if (isEmpty(draft)) {
      this.drop(job);
      return;
    }
    this.kept.set(keyOf(job), { job, draft });
    this.save();
  }

  drop(job: JobPlace): void {
    if (this.kept.delete(keyOf(job))) this.save();
  }

  dropSheet(sheetId: string): void {
    const { size } = this.kept;
    for (const [key, { job }] of this.kept) if (job.sheetId === sheetId) this.kept.delete(key);
    if (this.kept.size < size) this.save();
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
      this.save();
      break;
    }
    return { ok: true, value: undefined };
  }

  private get kept(): Map<string, KeptDraft> {
    return (this.loaded ??= new Map(decodeDrafts(this.storage.read() ?? "").map((kept) => [keyOf(kept.job), kept])));
  }

  private save(): void {
    this.storage.write(this.kept.size === 0 ? null : encodeDrafts([...this.kept.values()]));
  }

  private async isSame(before: Job, now: Job): Promise<Outcome<boolean>> {
    const sameId = before.id !== "" && before.id === now.id;
    const samePlace = before.row === now.row && before.title === now.title;
    if (!sameId && !samePlace) return { ok: true, value: false };
    // A job that had no id is known by its levels: a title is shared by many.
    if (before.id === "") return { ok: true, value: sameLevels(before, now) };
    const count = await this.workbook.countId(now, before.id);
    return count.ok ? { ok: true, value: count.value === (sameId ? 1 : 0) } : count;
  }
}

export const nameOf = ({ id, title }: Pick<JobPlace, "id" | "title">): string => [id, title].filter((text) => text !== "").join(" ");

const keyOf = ({ sheetId, row, id, title }: JobPlace): string => JSON.stringify([sheetId, row, id, title]);

const sameLevels = (a: Job, b: Job): boolean => String(a.cells.map(valueOf)) === String(b.cells.map(valueOf));
const valueOf = ({ value }: { readonly value: Entry }): string => JSON.stringify(value ?? "");
