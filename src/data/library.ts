import { type Profile, profileFactor, type ProfileLibrary } from "../domain/profile/profile";
import { readProfileLevels } from "../domain/profile/levels";
import { describe } from "../domain/problem";
import { type BandTable, makeBandTable } from "../domain/scheme/band";
import { factorAt, type Scheme } from "../domain/scheme/scheme";
import { decode, hashesSchema, schemeSchema, sourcesSchema, suiteSchema } from "./decode";
import hashesJson from "./hashes.json";
import itJson from "./profiles/information-technology/nhs-it-2024-06.json";
import managerJson from "./profiles/professional-manager/nhs-pm-2023-11.json";
import nhsJson from "./schemes/nhs/nhs-7.json";
import njcJson from "./schemes/njc/njc-1.json";
import sourcesJson from "./sources.json";

/** A document that figures were taken from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly edition: string;
  /** As exact as the document gives it: a year, a month or a day; null where it bears none. */
  readonly date: string | null;
  readonly note: string;
}

/** One published edition: what it is, where it comes from, and the SHA-256 of its canonical JSON. */
export interface Edition {
  readonly id: string;
  readonly what: string;
  readonly source: Source;
  readonly hash: string;
}

/** The published profiles of one suite. */
export interface Suite {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  readonly library: ProfileLibrary;
}

export interface Library {
  readonly sources: readonly Source[];
  readonly schemes: readonly Scheme[];
  readonly suites: readonly Suite[];
  readonly editions: readonly Edition[];
  /** The profiles of every suite: what is matched against where no library is named. */
  readonly profiles: ProfileLibrary;
}

/** A parsed file and the name that a fault in it is reported under. */
export interface DataFile {
  readonly file: string;
  readonly json: unknown;
}

export interface DataFiles {
  readonly sources: DataFile;
  readonly hashes: DataFile;
  readonly schemes: readonly DataFile[];
  readonly suites: readonly DataFile[];
}

export const dataFiles: DataFiles = {
  sources: { file: "sources.json", json: sourcesJson },
  hashes: { file: "hashes.json", json: hashesJson },
  schemes: [
    { file: "schemes/nhs/nhs-7.json", json: nhsJson },
    { file: "schemes/njc/njc-1.json", json: njcJson },
  ],
  suites: [
    { file: "profiles/information-technology/nhs-it-2024-06.json", json: itJson },
    { file: "profiles/professional-manager/nhs-pm-2023-11.json", json: managerJson },
  ],
};

/** Decodes the files as one library. Throws, naming file and property: a fault in published data is a bug of ours. */
export function decodeLibrary(files: DataFiles): Library {
  const sources = Object.entries(decode(files.sources.file, sourcesSchema, files.sources.json)).map(([id, source]) => ({ id, ...source }));
  const hashes = decode(files.hashes.file, hashesSchema, files.hashes.json);
  const editions: Edition[] = [];
  const sourceOf = (file: string, id: string): Source => {
    const source = sources.find((candidate) => candidate.id === id);
    if (source === undefined) throw new Error(`${file}: source: ${id} is not in ${files.sources.file}`);
    return source;
  };
  const stamp = (file: string, id: string, what: string, sourceId: string): void => {
    const hash = hashes[id];
    if (hash === undefined) throw new Error(`${file}: id: ${id} has no hash in ${files.hashes.file}`);
    if (editions.some((edition) => edition.id === id)) throw new Error(`${file}: id: ${id} is that of another edition`);
    editions.push({ id, what, source: sourceOf(file, sourceId), hash });
  };
  const schemes = files.schemes.map(({ file, json }) => {
    const scheme = decodeScheme(file, json);
    for (const part of [scheme.bands, scheme.matchRule]) if (part !== null) sourceOf(file, part.source);
    stamp(file, scheme.id, `${scheme.title}, ${scheme.edition}`, scheme.source);
    return scheme;
  });
  const suites = files.suites.map(({ file, json }) => {
    const suite = decodeSuite(file, json, schemes);
    stamp(file, suite.id, `${suite.library.scheme.name} profiles: ${suite.name}, ${suite.edition}`, suite.source);
    return suite;
  });
  const first = suites[0];
  if (first === undefined) throw new Error("no profile suite");
  return {
    sources,
    schemes,
    suites,
    editions,
    profiles: { scheme: first.library.scheme, profiles: suites.flatMap((suite) => suite.library.profiles) },
  };
}

function decodeScheme(file: string, json: unknown): Scheme {
  const { scheme: name, factors, bands, ...rest } = decode(file, schemeSchema, json);
  return {
    ...rest,
    name,
    factors: factors.map(({ share, ...factor }) => ({ ...factor, share: share ?? null })),
    bands: bands === null ? null : decodeBands(file, bands),
  };
}

function decodeBands(
  file: string,
  { rows, ...from }: { id: string; source: string; place: string; rows: { label: string; from: number; to: number }[] },
): BandTable {
  const table = makeBandTable(
    rows.map((band, index) => ({ ...band, row: index + 1 })),
    from,
  );
  if (!table.ok) throw new Error(`${file}: bands: ${describe(table.problem)}`);
  return table.value;
}

function decodeSuite(file: string, json: unknown, schemes: readonly Scheme[]): Suite & { readonly source: string } {
  const { id, scheme: schemeName, suite: name, edition, source, profiles } = decode(file, suiteSchema, json);
  const scheme = schemes.find((candidate) => candidate.name === schemeName);
  if (scheme === undefined) throw new Error(`${file}: scheme: ${schemeName} has no edition`);
  const labels = scheme.bands?.bands.map((band) => String(band.label)) ?? null;
  const decoded = profiles.map(({ score, factors, edition: own, ...profile }, place): Profile => {
    const path = `${file}: profiles.${place} (${profile.id})`;
    if (profiles.some((other, index) => index < place && other.id === profile.id))
      throw new Error(`${path}: id: is that of another profile`);
    const strange = [...profile.bands, profile.generic ?? profile.bands[0]].find((label) => labels?.includes(label ?? "") === false);
    if (strange !== undefined) throw new Error(`${path}: bands: ${strange} is not a band of the scheme`);
    if (factors.length !== scheme.factors.length)
      throw new Error(`${path}: factors: ${factors.length} instead of ${scheme.factors.length}`);
    return {
      ...profile,
      suite: name,
      source,
      edition: own ?? edition,
      ...score,
      factors: factors.map(({ levels, points: _points, ...damage }, index) => {
        const reading = readProfileLevels(factorAt(scheme, index), levels);
        if (!reading.ok)
          throw new Error(`${path}: factors.${index}.levels: ${levels} is not a reading of the scheme's levels (${reading.why.kind})`);
        return { ...profileFactor(scheme, index, levels, reading.span), ...damage };
      }),
    };
  });
  return { id, name, edition, source, library: { scheme, profiles: decoded } };
}

/** The published editions, decoded once. */
export const library: Library = decodeLibrary(dataFiles);

/** The scheme that a name ("NHS") or an edition id means; case and outer spaces do not matter. */
export function schemeNamed(name: string): Scheme | undefined {
  const key = name.trim().toLowerCase();
  return library.schemes.find((scheme) => scheme.id === key) ?? library.schemes.find((scheme) => scheme.name.toLowerCase() === key);
}

export const schemeNames = (): readonly string[] => library.schemes.flatMap((scheme) => [scheme.name, scheme.id]);

/** The default scheme. */
export function nhs(): Scheme {
  return library.profiles.scheme;
}
