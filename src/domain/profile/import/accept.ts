import { type LevelSpan, odditiesOf, readBandRange } from "../notation";
import { describeLevels, ODDITIES } from "../library-fault";
import { readProfileLevels } from "../levels";
import { type Profile, profileFactor, type ProfileFactor, sumOf } from "../profile";
import { bandKey } from "../../scheme/band";
import { type Factor, factorAt, type Scheme } from "../../scheme/scheme";
import { bandsBetween } from "./band";
import { checkProfile, sumsOf } from "./check";
import { describeDoubt, type Doubt, type Field } from "./doubt";
import { DoubtBook } from "./doubt-book";
import type { DraftProfile, DraftRow, ImportDraft } from "./draft";
import { agrees, readPoints } from "./points";
import { spanOf } from "./row";
import { withoutWord } from "./tail";

/** What a person enters instead of a reading. Suite and edition may be corrected for all profiles at once: `profile` is null. */
export type Correction =
  | { readonly field: "levels"; readonly profile: number; readonly factor: number; readonly text: string }
  | { readonly field: Exclude<Field, "levels" | "score">; readonly profile: number | null; readonly text: string };

export interface Decisions {
  /** The ids of the doubts whose proposals are taken. */
  readonly accepted: ReadonlySet<string>;
  readonly corrections: readonly Correction[];
  /** The profiles, by their place in the draft, that are not taken over. */
  readonly leftOut: ReadonlySet<number>;
}

/** A profile about which nothing is in doubt, at its place in the draft. */
export interface Ready {
  readonly at: number;
  readonly profile: Profile;
}

/** The profiles once nothing is in doubt, else the doubts that remain, and the profiles that none of them is about. */
export type Acceptance =
  | { readonly kind: "profiles"; readonly profiles: readonly Profile[]; readonly ready: readonly Ready[] }
  | { readonly kind: "doubts"; readonly doubts: readonly Doubt[]; readonly ready: readonly Ready[] };

/** Applies a person's decisions. Corrected profiles are checked anew: a correction may settle a doubt about a sum, or raise one. */
export function accept(draft: ImportDraft, decisions: Decisions): Acceptance {
  const own = draft.profiles.map((): Doubt[] => []);
  for (const doubt of draft.doubts) if (doubt.profile !== null) own[doubt.profile]?.push(doubt);
  const corrected = draft.profiles.map((profile, at) => correct(draft.scheme, profile, at, own[at] ?? [], decisions.corrections));
  const whole = draft.doubts.filter(({ profile }) => profile === null);
  const kept = corrected.filter(({ at }) => !decisions.leftOut.has(at));
  const remaining = [...whole, ...kept.flatMap(({ doubts }) => doubts), ...sharedIds(kept)].filter((doubt) => !isSettled(doubt, decisions));
  const doubtful = new Set(remaining.map(({ profile }) => profile));
  // A doubt about the whole text is about each of its profiles.
  const free = doubtful.has(null) ? [] : kept.filter(({ at }) => !doubtful.has(at));
  const ready = free.map((one) => ({ at: one.at, profile: finish(draft, one) }));
  if (remaining.length > 0) return { kind: "doubts", doubts: remaining, ready };
  return { kind: "profiles", profiles: ready.map(({ profile }) => profile), ready };
}

/** Whether a doubt needs a correction, since there is nothing to accept. */
export const needsCorrection = ({ remark, proposal }: Doubt): boolean => !remark && proposal === null;

function isSettled(doubt: Doubt, { accepted, corrections }: Decisions): boolean {
  if (doubt.remark) return true;
  if (doubt.profile === null && corrections.some((correction) => isForAll(correction) && correction.field === doubt.field)) return true;
  return !needsCorrection(doubt) && accepted.has(doubt.id);
}

const isForAll = ({ profile, field }: Correction): boolean => profile === null && (field === "suite" || field === "edition");

interface Corrected {
  readonly at: number;
  readonly profile: DraftProfile;
  /** What is still in doubt, remarks included. */
  readonly doubts: readonly Doubt[];
  readonly byHand: readonly Correction[];
}

function correct(
  scheme: Scheme,
  profile: DraftProfile,
  at: number,
  doubts: readonly Doubt[],
  corrections: readonly Correction[],
): Corrected {
  const own = corrections.filter((correction) => correction.profile === at || isForAll(correction));
  const readings = doubts.filter((doubt) => !isCheck(doubt));
  if (own.length === 0) return { at, profile, doubts, byHand: [] };
  const book = new DoubtBook(at, profile.title);
  const changed = own.reduce((before, correction) => applyCorrection(scheme, before, correction, book), profile);
  const sum = sumsOf(
    scheme,
    changed.rows.map(({ levels }) => spanOf(levels)),
  );
  checkProfile(scheme, changed, profile.printed, sum, book);
  const open = readings.filter((doubt) => !own.some((correction) => settles(scheme, correction, doubt)));
  return { at, profile: changed, doubts: [...open, ...book.doubts], byHand: own };
}

const isCheck = ({ matter }: Doubt): boolean => CHECKS.includes(matter.kind);

const CHECKS: readonly Doubt["matter"]["kind"][] = [
  "total-differs",
  "total-missing",
  "total-damaged",
  "generic-needless",
  "generic-wanting",
  "score-outside",
];

/** A correction settles every doubt about what it replaces. */
function settles(scheme: Scheme, correction: Correction, { field, factor, matter }: Doubt): boolean {
  if (matter.kind === "row-scheme" || matter.kind === "row-cells" || matter.kind === "too-many-rows") return false;
  if (correction.field === "levels") return field === "levels" && factor?.number === factorAt(scheme, correction.factor).number;
  return field === correction.field;
}

function applyCorrection(scheme: Scheme, profile: DraftProfile, correction: Correction, book: DoubtBook): DraftProfile {
  const { field, text } = correction;
  const refuse = (expected: string, about: { readonly factor?: Factor } = {}): DraftProfile => {
    book.add({ kind: "correction", found: text, expected }, { field, ...about });
    return profile;
  };
  const trimmed = text.trim();
  switch (field) {
    case "levels": {
      const factor = factorAt(scheme, correction.factor);
      const plain = withoutWord(trimmed);
      const reading = readProfileLevels(factor, plain);
      if (!reading.ok) return refuse(describeLevels(trimmed, reading.why), { factor });
      const [odd] = odditiesOf(plain);
      if (odd !== undefined) return refuse(`it ${ODDITIES[odd]}.`, { factor });
      const rows = profile.rows.map((row, place): DraftRow => (place === correction.factor ? { ...row, levels: reading.text } : row));
      return { ...profile, rows };
    }
    case "bands": {
      if (scheme.bands === null) return { ...profile, bands: trimmed === "" ? [] : [trimmed] };
      const range = readBandRange(trimmed);
      const bands = range === null ? null : bandsBetween(scheme.bands, range.from, range.to);
      return bands === null ? refuse("give a band or a range of bands, lowest first, such as 5 or 8a-8b.") : { ...profile, bands };
    }
    case "generic": {
      if (trimmed === "" || scheme.bands === null) return { ...profile, generic: trimmed === "" ? null : trimmed };
      const below = bandsBetween(scheme.bands, bandKey(trimmed), profile.bands?.[0] ?? "");
      return below === null || below.length < 2
        ? refuse("give a band below the profile's own, or nothing where the provision does not apply.")
        : { ...profile, generic: below[0] ?? null };
    }
    case "id":
    case "title":
      return trimmed === "" ? refuse(`the ${field} may not be blank.`) : { ...profile, [field]: trimmed };
    case "suite":
    case "edition":
      return { ...profile, [field]: trimmed };
  }
}

/** Ids tell profiles apart, titles do not. */
function sharedIds(profiles: readonly Corrected[]): readonly Doubt[] {
  const seen = new Set<string>();
  return profiles.flatMap(({ at, profile }) => {
    const key = profile.id.toLowerCase();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const book = new DoubtBook(at, profile.title);
    book.add({ kind: "same-id", found: profile.id }, { field: "id" });
    return book.doubts;
  });
}

/** Everything is settled: what was in doubt stays beside the profile as notes. */
function finish({ scheme, source }: ImportDraft, { profile, doubts, byHand }: Corrected): Profile {
  const factors = profile.rows.map((row, place) => finishFactor(scheme, place, row, doubts, byHand));
  const { id, title, suite, edition, page, generic } = profile;
  const general = doubts.filter(({ factor }) => factor === null).map(describeDoubt);
  const corrected = byHand.flatMap(({ field }) => (field === "levels" ? [] : [`The ${field} was corrected by hand.`]));
  return {
    id,
    title,
    suite,
    edition,
    source,
    page,
    bands: profile.bands ?? [],
    generic,
    lowest: sumOf(factors, "lowestPoints"),
    highest: sumOf(factors, "highestPoints"),
    factors,
    notes: [...general, ...corrected],
  };
}

function finishFactor(
  scheme: Scheme,
  place: number,
  row: DraftRow,
  doubts: readonly Doubt[],
  byHand: readonly Correction[],
): ProfileFactor {
  const factor = factorAt(scheme, place);
  const reading = readProfileLevels(factor, row.levels);
  if (!reading.ok) throw new Error(`factor ${factor.number} was accepted without levels`);
  const notes = doubts.filter((doubt) => doubt.factor?.number === factor.number).map(describeDoubt);
  if (byHand.some((correction) => correction.field === "levels" && correction.factor === place))
    notes.push("The levels were corrected by hand.");
  const printed = printedBeside(row, reading.text, reading.span, scheme, place);
  return {
    ...profileFactor(scheme, place, reading.text, reading.span),
    ...(printed === null ? {} : { printed }),
    ...(notes.length === 0 ? {} : { note: notes.join(" ") }),
  };
}

/** What is printed, where it differs from the reading beyond white space and the length of dashes. */
function printedBeside(
  { printed }: DraftRow,
  levels: string,
  span: LevelSpan,
  scheme: Scheme,
  place: number,
): NonNullable<ProfileFactor["printed"]> | null {
  const factor = factorAt(scheme, place);
  const same = printed.levels !== null && printed.levels.replace(/\s/g, "").replace(/[\u2010-\u2015\u2212]/g, "-") === levels;
  const reading = printed.points === null ? null : readPoints(printed.points);
  const samePoints = reading?.whole === true && agrees(factor, span, reading.figures);
  const lost = printed.points === null && printed.levels !== null;
  if (same && (samePoints || lost)) return null;
  return { ...(same ? {} : { levels: printed.levels }), ...(samePoints || lost ? {} : { points: printed.points }) };
}
