import type { Scheme } from "../../scheme/scheme";
import type { FactorWords } from "./column";
import type { Doubt } from "./doubt";

/** What a person knows about the text beforehand; what is absent is read from the text. */
export interface ImportOptions {
  readonly suite?: string;
  readonly edition?: string;
  /** What the text was copied from, in the person's words. */
  readonly source?: string;
  /** What people call each factor beside its name, a list a factor: the headings of a table are known by them too. */
  readonly factorWords?: FactorWords;
}

/** One factor of a draft: what is printed, and how it is read. */
export interface DraftRow {
  /** The line it stands in; null where the row is lost. */
  readonly line: number | null;
  readonly printed: PrintedRow;
  /** The proposed reading in clean notation; null where none can be proposed. */
  readonly levels: string | null;
}

export interface PrintedRow {
  readonly number: string;
  readonly name: string;
  /** Null where it is lost. */
  readonly levels: string | null;
  readonly points: string | null;
}

export interface Score {
  readonly lowest: number;
  readonly highest: number;
}

/** What is proposed for a profile beside its rows. */
export interface DraftHead {
  readonly id: string;
  readonly title: string;
  readonly suite: string;
  readonly edition: string;
  readonly page: number | null;
  /** Lowest first; null where none can be proposed. */
  readonly bands: readonly string[] | null;
  readonly generic: string | null;
  /** The printed total as read; null where it is lost or not printed. */
  readonly total: Score | null;
}

export interface PrintedHead {
  readonly title: string;
  /** "" where it is lost; null where this kind of text has none. */
  readonly score: string | null;
  readonly band: string | null;
}

export interface DraftProfile extends DraftHead {
  /** The line its heading stands in. */
  readonly line: number;
  readonly printed: PrintedHead;
  /** A row a factor, in the scheme's order. */
  readonly rows: readonly DraftRow[];
}

/** Profiles as read from a text, and every doubt about them. */
export interface ImportDraft {
  readonly scheme: Scheme;
  readonly source: string;
  readonly profiles: readonly DraftProfile[];
  readonly doubts: readonly Doubt[];
}
