import type { Entry } from "../domain/entry";
import { type LevelReading, readLevel } from "../domain/scheme/level";
import type { Factor, Scheme } from "../domain/scheme/scheme";
import type { EvidenceNote } from "../workbook/evidence";
import type { EvidenceChange } from "../workbook/evidence-write";
import type { LevelCell } from "../workbook/job-row";

export type StatementVerdict = "fits" | "in-part" | "does-not-fit";

/** What a panel says of the job statement beside one profile; levels that fit are not yet a match. */
export interface StatementNote {
  readonly verdict: StatementVerdict;
  readonly evidence: string;
}

/** What a person has set in the pane and not yet applied. Each edit keeps what it was made over, so that a later edit in the sheet shows. */
export interface Draft {
  /** By the factor's place. */
  readonly levels: ReadonlyMap<number, { readonly level: number; readonly letters: string; readonly over: Entry }>;
  readonly notes: ReadonlyMap<number, { readonly note: EvidenceNote; readonly over: EvidenceNote }>;
  /** By profile id. */
  readonly statements: ReadonlyMap<string, { readonly statement: StatementNote; readonly over: EvidenceNote }>;
}

export const EMPTY_DRAFT: Draft = { levels: new Map(), notes: new Map(), statements: new Map() };
export const EMPTY_NOTE: EvidenceNote = { evidence: "", reason: "" };

export type StoredNotes = ReadonlyMap<string, EvidenceNote>;

/** One factor of the job as the pane shows it: the sheet's cell and note, with the draft laid over them. */
export interface FactorState {
  readonly place: number;
  readonly factor: Factor;
  readonly cell: LevelCell;
  /** The level as it is in the draft, else in the cell. */
  readonly reading: LevelReading;
  readonly levelChanged: boolean;
  /** The cell no longer holds what the draft was made over. */
  readonly levelConflict: boolean;
  readonly note: EvidenceNote;
  readonly stored: EvidenceNote;
  readonly noteChanged: boolean;
  readonly noteConflict: boolean;
}

export function factorStates(scheme: Scheme, cells: readonly LevelCell[], stored: StoredNotes, draft: Draft): readonly FactorState[] {
  return scheme.factors.map((factor, place) => {
    const cell = cells[place] ?? { value: null, typed: null };
    const level = draft.levels.get(place);
    const kept = stored.get(String(factor.number)) ?? EMPTY_NOTE;
    const note = draft.notes.get(place);
    return {
      place,
      factor,
      cell,
      reading: level === undefined ? readLevel(factor, cell.value) : { kind: "level", level: level.level, letters: level.letters },
      levelChanged: level !== undefined,
      levelConflict: level !== undefined && !sameEntry(level.over, cell.value),
      note: note?.note ?? kept,
      stored: kept,
      noteChanged: note !== undefined,
      noteConflict: note !== undefined && !sameNote(note.over, kept),
    };
  });
}

/** A level that the sheet holds too by now is no edit any more, nor is one of a factor that the scheme has not. */
export function withoutAgreed(draft: Draft, scheme: Scheme, cells: readonly LevelCell[]): Draft {
  const levels = new Map(draft.levels);
  for (const [place, { level, letters }] of draft.levels) {
    const factor = scheme.factors[place];
    // The register may have been given another scheme meanwhile: a level of a factor that is none has nowhere to go.
    if (factor === undefined) {
      levels.delete(place);
      continue;
    }
    if (isLevelOf(factor, cells[place]?.value ?? null, level, letters)) levels.delete(place);
  }
  return levels.size === draft.levels.size ? draft : { ...draft, levels };
}

/** Sets a factor's level; back at what the cell says, there is nothing to apply. */
export function withLevel(draft: Draft, { place, factor, cell }: FactorState, level: number, letters: string): Draft {
  const options = factor.levels[level - 1]?.options ?? letters;
  const ordered = Array.from(options)
    .filter((letter) => letters.includes(letter))
    .join("");
  const levels = new Map(draft.levels);
  if (isLevelOf(factor, cell.value, level, ordered)) levels.delete(place);
  else levels.set(place, { level, letters: ordered, over: draft.levels.get(place)?.over ?? cell.value });
  return { ...draft, levels };
}

export function withNote(draft: Draft, { place, note, stored }: FactorState, change: Partial<EvidenceNote>): Draft {
  const next = { ...note, ...change };
  const notes = new Map(draft.notes);
  const over = draft.notes.get(place)?.over ?? stored;
  if (sameNote(next, stored)) notes.delete(place);
  else notes.set(place, { note: next, over });
  return { ...draft, notes };
}

export function withStatement(draft: Draft, profile: string, statement: StatementNote, stored: EvidenceNote): Draft {
  const over = draft.statements.get(profile)?.over ?? stored;
  return { ...draft, statements: new Map(draft.statements).set(profile, { statement, over }) };
}

/** Settles a factor that was edited in the sheet too: by what the sheet says, or by what the draft says. */
export function settled(draft: Draft, { place, cell, stored }: FactorState, by: "sheet" | "draft"): Draft {
  const levels = new Map(draft.levels);
  const notes = new Map(draft.notes);
  const level = levels.get(place);
  const note = notes.get(place);
  if (by === "sheet") {
    if (level !== undefined && !sameEntry(level.over, cell.value)) levels.delete(place);
    if (note !== undefined && !sameNote(note.over, stored)) notes.delete(place);
  } else {
    if (level !== undefined) levels.set(place, { ...level, over: cell.value });
    if (note !== undefined) notes.set(place, { ...note, over: stored });
  }
  return { ...draft, levels, notes };
}

/** Settles a verdict that was edited on the evidence sheet too. */
export function settledStatement(draft: Draft, profile: string, stored: StoredNotes, by: "sheet" | "draft"): Draft {
  const statements = new Map(draft.statements);
  const own = statements.get(profile);
  if (by === "sheet") statements.delete(profile);
  else if (own !== undefined) statements.set(profile, { ...own, over: stored.get(statementKey(profile)) ?? EMPTY_NOTE });
  return { ...draft, statements };
}

export const isConflict = ({ levelConflict, noteConflict }: FactorState): boolean => levelConflict || noteConflict;

/** Profiles whose verdict on the evidence sheet is not the one over which the draft's was given. */
export const conflictingStatements = ({ statements }: Draft, stored: StoredNotes): readonly string[] =>
  [...statements]
    .filter(([profile, { over }]) => !sameNote(over, stored.get(statementKey(profile)) ?? EMPTY_NOTE))
    .map(([profile]) => profile);

export const isEmpty = ({ levels, notes, statements }: Draft): boolean => levels.size + notes.size + statements.size === 0;

/** Panel mode shows a score once every factor has a level and a reason. */
export const isReasoned = (factors: readonly FactorState[]): boolean =>
  factors.every(({ reading, note }) => reading.kind === "level" && note.reason.trim() !== "");

/** The level as a cell takes it. */
export const levelText = (level: number, letters: string): string => `${level}${letters}`;

/** What applying would write into the row: a level a factor, null where the cell stays. */
export const changedLevels = (factors: readonly FactorState[]): readonly (string | null)[] =>
  factors.map(({ reading, levelChanged }) => (levelChanged && reading.kind === "level" ? levelText(reading.level, reading.letters) : null));

/** The notes to keep: those that were edited, and those of factors whose level changes, so that note and level stay together. */
export function changedNotes(factors: readonly FactorState[], draft: Draft): readonly EvidenceChange[] {
  const ofFactors = factors.flatMap(({ factor, reading, note, stored, levelChanged, noteChanged }): EvidenceChange[] => {
    const has = !sameNote(note, EMPTY_NOTE) || !sameNote(stored, EMPTY_NOTE);
    if (!noteChanged && !(levelChanged && has)) return [];
    const [level, letters] = reading.kind === "level" ? [String(reading.level), reading.letters] : ["", ""];
    return [{ key: String(factor.number), level, letters, ...note, expected: stored }];
  });
  const ofStatements = [...draft.statements].map(([profile, { statement, over }]): EvidenceChange => ({
    key: statementKey(profile),
    level: "",
    letters: "",
    evidence: statement.evidence,
    reason: STATEMENT_WORDS[statement.verdict],
    expected: over,
  }));
  return [...ofFactors, ...ofStatements];
}

/** How the evidence sheet names a verdict's row, and the verdict. */
export const statementKey = (profile: string): string => `Job statement: ${profile}`;
const STATEMENT_WORDS: Readonly<Record<StatementVerdict, string>> = {
  fits: "Job statement fits",
  "in-part": "Job statement fits in part",
  "does-not-fit": "Job statement does not fit",
};

/** The verdict that the evidence sheet holds for a profile; null where there is none that can be read. */
export function storedStatement(stored: StoredNotes, profile: string): StatementNote | null {
  const note = stored.get(statementKey(profile));
  const verdict = VERDICTS.find((one) => STATEMENT_WORDS[one] === note?.reason.trim());
  return note === undefined || verdict === undefined ? null : { verdict, evidence: note.evidence };
}

export const VERDICTS: readonly StatementVerdict[] = ["fits", "in-part", "does-not-fit"];

/**
 * The places of the factors in the order in which they are offered. Handbook, chapter five, factor 2: where its level is in doubt, the
 * other factors come first, since the demands of the job are clearer then.
 */
export function offeredOrder(scheme: Scheme): readonly number[] {
  const places = scheme.factors.map((_, place) => place);
  const last = scheme.name === "NHS" ? scheme.factors.findIndex(({ number }) => number === 2) : -1;
  return last < 0 ? places : [...places.filter((place) => place !== last), last];
}

/** Whether a cell says a level and its letters, in whatever order. */
function isLevelOf(factor: Factor, entry: Entry, level: number, letters: string): boolean {
  const there = readLevel(factor, entry);
  return there.kind === "level" && there.level === level && sameLetters(there.letters, letters);
}

const sameEntry = (a: Entry, b: Entry): boolean => (a ?? "") === (b ?? "");
const sameNote = (a: EvidenceNote, b: EvidenceNote): boolean => a.evidence === b.evidence && a.reason === b.reason;
const sameLetters = (a: string, b: string): boolean => Array.from(a).sort().join("") === Array.from(b).sort().join("");
