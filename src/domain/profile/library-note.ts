import type { Profile, ProfileLibrary } from "./profile";

/** Who decided on a profile, and when, as it is kept beside it. */
export interface Decided {
  /** As typed. */
  readonly by: string;
  readonly at: string;
}

/** The columns of the notes beside a library of one's own: a row a note. */
export const NOTE_COLUMNS = ["Profile", "About", "Printed levels", "Printed points", "Note", "Page", "Decided by", "Decided at"] as const;

const LOST = "(lost)";
const SOURCE = "Source";
const WHOLE = "Profile";
const factorName = (place: number): string => `Factor ${place + 1}`;

/** What a profile's row in its library cannot hold: source, page, what is printed, and what was accepted about it. */
export function noteRows({ id, source, page, notes, factors }: Profile, { by, at }: Decided): readonly (readonly string[])[] {
  const row = (about: string, note: string, levels = "", points = "", own = ""): readonly string[] => [
    id,
    about,
    levels,
    points,
    note,
    own,
    by,
    at,
  ];
  return [
    row(SOURCE, source, "", "", page === null ? "" : String(page)),
    ...notes.map((note) => row(WHOLE, note)),
    ...factors.flatMap(({ note, printed }, place) =>
      note === undefined && printed === undefined
        ? []
        : [row(factorName(place), note ?? "", textOfPrinted(printed?.levels), textOfPrinted(printed?.points))],
    ),
  ];
}

/** A note on something that a person did to a profile later. */
export const laterNote = (id: string, note: string, { by, at }: Decided): readonly string[] => [id, WHOLE, "", "", note, "", by, at];

const textOfPrinted = (printed: string | null | undefined): string => (printed === undefined ? "" : (printed ?? LOST));

/** The profiles with what is kept beside them; rows of no profile are passed over. */
export function withNotes({ scheme, profiles }: ProfileLibrary, rows: readonly (readonly string[])[]): ProfileLibrary {
  const byId = new Map<string, (readonly string[])[]>();
  for (const row of rows) {
    const key = (row[0] ?? "").trim().toLowerCase();
    byId.set(key, [...(byId.get(key) ?? []), row]);
  }
  return { scheme, profiles: profiles.map((profile) => withOwn(profile, byId.get(profile.id.toLowerCase()) ?? [])) };
}

function withOwn(profile: Profile, rows: readonly (readonly string[])[]): Profile {
  const about = (name: string): readonly (readonly string[])[] => rows.filter((row) => row[1] === name);
  const source = about(SOURCE).at(-1);
  const page = Number(source?.[5] ?? "");
  return {
    ...profile,
    source: source?.[4] ?? "",
    page: Number.isInteger(page) && page > 0 ? page : null,
    notes: [...about(WHOLE).map(withDecision), ...(source === undefined ? [] : [decision("Taken over", source)])].filter(
      (note) => note !== "",
    ),
    factors: profile.factors.map((factor, place) => {
      const own = about(factorName(place));
      const last = own.at(-1);
      if (last === undefined) return factor;
      const printed = {
        ...(last[2] === "" ? {} : { levels: last[2] === LOST ? null : (last[2] ?? null) }),
        ...(last[3] === "" ? {} : { points: last[3] === LOST ? null : (last[3] ?? null) }),
      };
      const note = own.map(withDecision).join(" ");
      return { ...factor, ...("levels" in printed || "points" in printed ? { printed } : {}), ...(note === "" ? {} : { note }) };
    }),
  };
}

const withDecision = (row: readonly string[]): string => (row[4] === "" ? "" : decision(row[4] ?? "", row));

function decision(text: string, row: readonly string[]): string {
  const [by, at] = [row[6] ?? "", row[7] ?? ""];
  const who = [by === "" ? "" : `by ${by}`, at].filter((part) => part !== "").join(", ");
  return who === "" ? text : `${text.replace(/\.$/, "")} (decided ${who}).`;
}
