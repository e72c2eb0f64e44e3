import type { Entry } from "../domain/entry";
import type { EvidenceNote } from "../workbook/evidence";
import type { JobRowReading } from "../workbook/job-row";
import { type Draft, type StatementNote, VERDICTS } from "./job-draft";

/** Where a job stands, by what it is known, what its cells hold, and where its register's ids are. */
export type DraftedJob = Pick<JobRowReading, "sheetId" | "row" | "id" | "title" | "cells" | "ids">;

export interface KeptDraft {
  readonly job: DraftedJob;
  readonly draft: Draft;
}

const VERSION = 1;

export function encodeDrafts(kept: readonly KeptDraft[]): string {
  const drafts = kept.map(({ job: { sheetId, row, id, title, cells, ids }, draft: { levels, notes, statements } }) => ({
    job: { sheetId, row, id, title, cells, ids },
    draft: { levels: [...levels], notes: [...notes], statements: [...statements] },
  }));
  return JSON.stringify({ version: VERSION, drafts });
}

/** None of a text that is damaged or was written by another version: half a draft would set levels that nobody chose. */
export function decodeDrafts(text: string): readonly KeptDraft[] {
  const content = parsed(text);
  if (!isContent(content)) return [];
  return content.drafts.map(({ job, draft: { levels, notes, statements } }) => ({
    job,
    draft: { levels: new Map(levels), notes: new Map(notes), statements: new Map(statements) },
  }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type Check<T> = (value: unknown) => value is T;

const isText: Check<string> = (value) => typeof value === "string";
const isCount: Check<number> = (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
const isLevel: Check<number> = (value): value is number => isCount(value) && value > 0;
const listOf =
  <T>(check: Check<T>): Check<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(check);
const pairOf =
  <A, B>(first: Check<A>, second: Check<B>): Check<[A, B]> =>
  (value): value is [A, B] =>
    Array.isArray(value) && value.length === 2 && first(value[0]) && second(value[1]);
const recordOf =
  <T extends object>(checks: { readonly [K in keyof T]: Check<T[K]> }): Check<T> =>
  (value): value is T =>
    typeof value === "object" &&
    value !== null &&
    Object.entries<Check<unknown>>(checks).every(([key, check]) => check((value as Readonly<Record<string, unknown>>)[key]));

const isError = recordOf<{ error: string }>({ error: isText });
const isEntry: Check<Entry> = (value): value is Entry =>
  value === null || ["string", "number", "boolean"].includes(typeof value) || isError(value);
const isNote = recordOf<EvidenceNote>({ evidence: isText, reason: isText });
const isStatement = recordOf<StatementNote>({
  verdict: (value): value is StatementNote["verdict"] => VERDICTS.some((verdict) => verdict === value),
  evidence: isText,
});

type Ids = NonNullable<DraftedJob["ids"]>;
const isIds = recordOf<Ids>({ column: isCount, from: isCount, to: isCount });
const isJob = recordOf<DraftedJob>({
  sheetId: isText,
  row: isCount,
  id: isText,
  title: isText,
  cells: listOf(recordOf<DraftedJob["cells"][number]>({ value: isEntry, typed: isEntry })),
  ids: (value): value is Ids | null => value === null || isIds(value),
});

type ValueOf<M> = M extends ReadonlyMap<unknown, infer V> ? V : never;
const isDraft = recordOf({
  levels: listOf(pairOf(isCount, recordOf<ValueOf<Draft["levels"]>>({ level: isLevel, letters: isText, over: isEntry }))),
  notes: listOf(pairOf(isCount, recordOf<ValueOf<Draft["notes"]>>({ note: isNote, over: isNote }))),
  statements: listOf(pairOf(isText, recordOf<ValueOf<Draft["statements"]>>({ statement: isStatement, over: isNote }))),
});
const isContent = recordOf({
  version: (value): value is typeof VERSION => value === VERSION,
  drafts: listOf(recordOf({ job: isJob, draft: isDraft })),
});
