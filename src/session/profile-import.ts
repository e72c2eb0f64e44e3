import { factorWords } from "../data/register/heading";
import { type Acceptance, accept, type Correction, type Decisions } from "../domain/profile/import/accept";
import type { ImportDraft } from "../domain/profile/import/draft";
import { type ReadingProgress, readProfilesInSteps } from "../domain/profile/import/read";
import type { Scheme } from "../domain/scheme/scheme";
import { inSlices } from "../workbook/slices";

/** What a person gives before a text is read; blank where the text itself is to say it. */
export interface ImportForm {
  readonly text: string;
  readonly scheme: Scheme;
  readonly suite: string;
  readonly edition: string;
  /** What the text was copied from. */
  readonly source: string;
}

/** A text that was read, what a person has decided about it so far, and what is still to be decided. */
export interface Review {
  readonly draft: ImportDraft;
  readonly decisions: Decisions;
  readonly acceptance: Acceptance;
  /** The profiles, by their place, that are in the library already; they are decided about no more. */
  readonly added: ReadonlySet<number>;
}

export interface ImportState {
  readonly form: ImportForm;
  /** null unless a text is being read. */
  readonly progress: ReadingProgress | null;
  readonly review: Review | null;
}

/** An import under way. It outlives the view, so that nothing decided is lost while another view is shown. */
export interface ImportSession {
  readonly getState: () => ImportState;
  readonly subscribe: (listener: () => void) => () => void;
  change(form: Partial<ImportForm>): void;
  /** Reads the text in slices; ends early where it is cancelled. */
  read(): Promise<void>;
  cancel(): void;
  /** Takes the proposals of doubts, or takes that back. */
  accept(ids: readonly string[], accepted: boolean): void;
  correct(correction: Correction): void;
  /** Takes a correction back. */
  uncorrect(correction: Correction): void;
  leaveOut(profile: number, out: boolean): void;
  /** These are in the library now. */
  markAdded(profiles: readonly number[]): void;
  /** Begins anew: with the text as it is, or with none. */
  again(keepText: boolean): void;
}

export function createImportSession(scheme: Scheme): ImportSession {
  const listeners = new Set<() => void>();
  const empty: ImportForm = { text: "", scheme, suite: "", edition: "", source: "" };
  let state: ImportState = { form: empty, progress: null, review: null };
  let reading = 0;

  const set = (change: Partial<ImportState>): void => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const decide = (change: (decisions: Decisions) => Decisions): void => {
    if (state.review === null) return;
    const { draft, decisions: before, added } = state.review;
    set({ review: reviewOf(draft, change(before), added) });
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change: (form) => set({ form: { ...state.form, ...form } }),
    async read() {
      const own = ++reading;
      const { text, scheme: chosen, suite, edition, source } = state.form;
      const options = {
        ...(suite.trim() === "" ? {} : { suite: suite.trim() }),
        ...(edition.trim() === "" ? {} : { edition: edition.trim() }),
        source: source.trim(),
        factorWords: factorWords[chosen.id] ?? [],
      };
      set({ progress: { done: 0, all: 0 }, review: null });
      const draft = await inSlices(
        readProfilesInSteps(text, chosen, options),
        () => own === reading,
        (progress) => set({ progress }),
      );
      if (draft === null) return;
      const decisions: Decisions = { accepted: new Set(), corrections: [], leftOut: new Set() };
      set({ progress: null, review: reviewOf(draft.value, decisions, new Set()) });
    },
    cancel() {
      reading++;
      set({ progress: null });
    },
    accept: (ids, accepted) =>
      decide((decisions) => {
        const all = new Set(decisions.accepted);
        for (const id of ids) {
          if (accepted) all.add(id);
          else all.delete(id);
        }
        return { ...decisions, accepted: all };
      }),
    correct: (correction) =>
      decide((decisions) => ({ ...decisions, corrections: [...without(decisions.corrections, correction), correction] })),
    uncorrect: (correction) => decide((decisions) => ({ ...decisions, corrections: without(decisions.corrections, correction) })),
    leaveOut: (profile, out) =>
      decide((decisions) => {
        const leftOut = new Set(decisions.leftOut);
        if (out) leftOut.add(profile);
        else leftOut.delete(profile);
        return { ...decisions, leftOut };
      }),
    markAdded(profiles) {
      if (state.review === null) return;
      const { draft, decisions, added } = state.review;
      set({ review: reviewOf(draft, decisions, new Set([...added, ...profiles])) });
    },
    again: (keepText) => {
      reading++;
      set({ progress: null, review: null, ...(keepText ? {} : { form: { ...empty, scheme: state.form.scheme } }) });
    },
  };
}

/** A place has one correction: the last. */
const without = (corrections: readonly Correction[], one: Correction): readonly Correction[] =>
  corrections.filter((other) => !isSamePlace(one, other));

const isSamePlace = (one: Correction, other: Correction): boolean =>
  one.field === other.field &&
  one.profile === other.profile &&
  (one.field !== "levels" || other.field !== "levels" || one.factor === other.factor);

function reviewOf(draft: ImportDraft, decisions: Decisions, added: ReadonlySet<number>): Review {
  const leftOut = new Set([...decisions.leftOut, ...added]);
  return { draft, decisions, added, acceptance: accept(draft, { ...decisions, leftOut }) };
}

let current: ImportSession | undefined;

/** The one import of the open workbook. */
export const workbookImport = (scheme: Scheme): ImportSession => (current ??= createImportSession(scheme));
