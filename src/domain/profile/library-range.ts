import { type Entry, isBlank, numberOf, textOf } from "../entry";
import { bad, good, type Result } from "../result";
import { bandKey } from "../scheme/band";
import { type Factor, factorAt, factorTitle, type Scheme, schemeTitle } from "../scheme/scheme";
import { readProfileLevels, type SpanReading } from "./levels";
import type { LibraryFault } from "./library-fault";
import { odditiesOf, readBandRange } from "./notation";
import { bandLabel, type Profile, profileFactor, type ProfileFactor, type ProfileLibrary, sumOf } from "./profile";

/** The columns before the factors, in the order PROFILELIST gives them. */
export const LIBRARY_COLUMNS = ["Scheme", "Id", "Title", "Suite", "Band", "Generic", "Edition", "Lowest", "Highest"] as const;
const LEADING = LIBRARY_COLUMNS.length;

/** The heading row of a scheme's library. */
export const libraryHeading = (scheme: Scheme): readonly string[] => [
  ...LIBRARY_COLUMNS,
  ...scheme.factors.map(({ number, name }) => `${number} ${name}`),
];

/** A profile as a row of its library. */
export const libraryRow = (scheme: Scheme, profile: Profile): readonly (string | number)[] => [
  scheme.name,
  profile.id,
  profile.title,
  profile.suite,
  bandLabel(profile),
  profile.generic ?? "",
  profile.edition,
  profile.lowest,
  profile.highest,
  ...profile.factors.map((factor) => factor.text),
];

interface LibraryRow {
  readonly row: number;
  readonly cells: readonly Entry[];
}

type Reading<T> = { readonly value: T } | { readonly fault: LibraryFault };

/** Reads a range of profiles, a row a profile; a heading row and blank rows are passed over, the first fault is given. */
export function readLibrary(
  range: readonly (readonly Entry[])[],
  schemeNamed: (name: string) => Scheme | undefined,
): Result<ProfileLibrary> {
  const filled = range.map((cells, index): LibraryRow => ({ row: index + 1, cells })).filter(({ cells }) => !cells.every(isBlank));
  const heading = textOf(filled[0]?.cells[0] ?? null).toLowerCase() === LIBRARY_COLUMNS[0].toLowerCase();
  const rows = heading ? filled.slice(1) : filled;
  const first = rows[0];
  const fail = (fault: LibraryFault): Result<ProfileLibrary> => bad({ kind: "library", fault });
  if (first === undefined) return fail({ kind: "empty" });
  const scheme = schemeNamed(textOf(first.cells[0] ?? null));
  if (scheme === undefined) return fail({ kind: "scheme", row: first.row, found: first.cells[0] ?? null });
  const expected = LEADING + scheme.factors.length;
  const profiles: Profile[] = [];
  const rowsById = new Map<string, number>();
  for (const { row, cells } of rows) {
    if (cells.slice(expected).some((cell) => !isBlank(cell)) || cells.length < expected)
      return fail({ kind: "columns", columns: cells.length, expected, scheme: schemeTitle(scheme) });
    const reading = readProfile(scheme, schemeNamed, { row, cells });
    if ("fault" in reading) return fail(reading.fault);
    const profile = reading.value;
    const other = rowsById.get(profile.id.toLowerCase());
    if (other !== undefined) return fail({ kind: "same-id", row, id: profile.id, other });
    rowsById.set(profile.id.toLowerCase(), row);
    profiles.push(profile);
  }
  return good({ scheme, profiles });
}

function readProfile(scheme: Scheme, schemeNamed: (name: string) => Scheme | undefined, { row, cells }: LibraryRow): Reading<Profile> {
  const cell = (column: number): Entry => cells[column] ?? null;
  const own = schemeNamed(textOf(cell(0)));
  if (own === undefined) return { fault: { kind: "scheme", row, found: cell(0) } };
  if (own !== scheme) return { fault: { kind: "two-schemes", row, found: own.id, first: scheme.id } };
  const id = textOf(cell(1));
  if (id === "") return { fault: { kind: "id", row } };
  const bands = readBands(scheme, row, id, cell(4), cell(5));
  if ("fault" in bands) return bands;
  const factors = readFactors(scheme, row, id, cells);
  if ("fault" in factors) return factors;
  const [lowest, highest] = [sumOf(factors.value, "lowestPoints"), sumOf(factors.value, "highestPoints")];
  for (const [column, which, sum] of [
    [7, "lowest", lowest],
    [8, "highest", highest],
  ] as const)
    if (!isBlank(cell(column)) && numberOf(cell(column)) !== sum)
      return { fault: { kind: "score", row, id, which, found: cell(column), sum } };
  const [title, suite, edition] = [textOf(cell(2)) || id, textOf(cell(3)), textOf(cell(6))];
  return {
    value: { id, title, suite, edition, source: "", page: null, ...bands.value, lowest, highest, factors: factors.value, notes: [] },
  };
}

function readFactors(scheme: Scheme, row: number, id: string, cells: readonly Entry[]): Reading<readonly ProfileFactor[]> {
  const factors: ProfileFactor[] = [];
  for (let place = 0; place < scheme.factors.length; place++) {
    const factor = factorAt(scheme, place);
    const found = cells[LEADING + place] ?? null;
    const reading = readPlainLevels(factor, found);
    if (!reading.ok)
      return {
        fault: {
          kind: "levels",
          row,
          column: LEADING + place + 1,
          id,
          factor: factorTitle(factor).replace("F", "f"),
          found,
          why: reading.why,
        },
      };
    factors.push(profileFactor(scheme, place, reading.text, reading.span));
  }
  return { value: factors };
}

/** Levels in which nothing is odd: a person who imports is asked about the odd, a formula can only refuse it. */
function readPlainLevels(factor: Factor, found: Entry): SpanReading {
  const reading = readProfileLevels(factor, found);
  const [odd] = reading.ok ? odditiesOf(textOf(found)) : [];
  return odd === undefined ? reading : { ok: false, why: { kind: "odd", odd } };
}

/** In a scheme without bands of its own the label is kept as written and decides nothing. */
function readBands(
  scheme: Scheme,
  row: number,
  id: string,
  bandCell: Entry,
  genericCell: Entry,
): Reading<Pick<Profile, "bands" | "generic">> {
  const generic = textOf(genericCell);
  const text = textOf(bandCell);
  if (scheme.bands === null) return { value: { bands: text === "" ? [] : [text], generic: generic === "" ? null : generic } };
  const labels = scheme.bands.bands.map((band) => String(band.label));
  const range = readBandRange(text);
  const from = range === null ? -1 : labels.findIndex((label) => bandKey(label) === range.from);
  const to = range === null ? -1 : labels.findIndex((label) => bandKey(label) === range.to);
  if (range === null || from < 0 || to < from) return { fault: { kind: "band", row, id, found: bandCell, known: labels } };
  if (generic === "" && !range.generic) return { value: { bands: labels.slice(from, to + 1), generic: null } };
  const below = generic === "" ? from - 1 : labels.findIndex((label) => bandKey(label) === bandKey(generic));
  const label = labels[below];
  if (label === undefined || below >= from) return { fault: { kind: "generic", row, id, found: genericCell } };
  return { value: { bands: labels.slice(from, to + 1), generic: label } };
}
