/**
 * What a scheme's factors, levels and options ask, in our own short words, for people who set levels. It explains the published
 * editions and changes nothing in them. It belongs to the pane: the custom functions never import it.
 */
import * as v from "valibot";
import { factorTitle, type Scheme } from "../domain/scheme/scheme";
import { decode, text } from "./decode";
import { library, type DataFile, type Library } from "./library";
import nhsJson from "./schemes/nhs/nhs-7.description.json";
import njcJson from "./schemes/njc/njc-1.description.json";

/** A statement and the place in the source that it rests on. */
export interface Note {
  readonly text: string;
  readonly place: string;
}

/** A rule or definition that decides between levels. */
export interface GuidanceNote extends Note {
  /** The levels that it is about; null where it is about all of them. */
  readonly levels: readonly number[] | null;
}

export interface LevelDescription extends Note {
  /** By letter; empty where the level's definition has no letters. */
  readonly options: ReadonlyMap<string, string>;
}

export interface FactorDescription {
  readonly number: number;
  /** What the factor measures. */
  readonly summary: string;
  /** Level 1 stands first. */
  readonly levels: readonly LevelDescription[];
  /** The factor's own notes, then those that hold for several factors or for the whole scheme. */
  readonly guidance: readonly GuidanceNote[];
  /** What the copy of the source that was used lacks here. */
  readonly missing: readonly Note[];
}

type Descriptions = ReadonlyMap<string, readonly FactorDescription[]>;

const numbers = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.nonEmpty());
const note = { text, place: text };

const descriptionSchema = v.strictObject({
  scheme: text,
  source: text,
  place: text,
  guidance: v.optional(v.array(v.strictObject({ ...note, factors: v.exactOptional(numbers) })), []),
  factors: v.array(
    v.strictObject({
      number: v.number(),
      summary: text,
      levels: v.array(v.strictObject({ ...note, options: v.record(v.pipe(v.string(), v.regex(/^[a-z]$/)), text) })),
      guidance: v.array(v.strictObject({ ...note, levels: v.exactOptional(numbers) })),
      missing: v.optional(v.array(v.strictObject(note)), []),
    }),
  ),
});

export const descriptionFiles: readonly DataFile[] = [
  { file: "schemes/nhs/nhs-7.description.json", json: nhsJson },
  { file: "schemes/njc/njc-1.description.json", json: njcJson },
];

/**
 * Decodes the files against the editions that they describe. Throws, naming file and property, where a factor, level or letter of the
 * edition has no description, or a description no factor, level or letter: a panel must see all that it can choose, and nothing else.
 */
export function decodeDescriptions(files: readonly DataFile[], { schemes, sources }: Pick<Library, "schemes" | "sources">): Descriptions {
  return new Map(
    files.map(({ file, json }) => {
      const read = decode(file, descriptionSchema, json);
      const scheme = schemes.find(({ id }) => id === read.scheme);
      if (scheme === undefined) throw new Error(`${file}: scheme: ${read.scheme} is not an edition`);
      if (!sources.some(({ id }) => id === read.source)) throw new Error(`${file}: source: ${read.source} is not in the sources`);
      for (const [index, { factors }] of read.guidance.entries())
        for (const number of factors ?? [])
          if (!scheme.factors.some((factor) => factor.number === number))
            throw new Error(`${file}: guidance.${index}.factors: there is no factor ${number}`);
      checkAgainst(file, scheme, read.factors);
      return [
        scheme.id,
        read.factors.map(({ levels, guidance, ...factor }): FactorDescription => {
          const shared = read.guidance.filter(({ factors }) => factors?.includes(factor.number) ?? true);
          return {
            ...factor,
            levels: levels.map((level) => ({ ...level, options: new Map(Object.entries(level.options)) })),
            guidance: [
              ...guidance.map((own) => ({ ...own, levels: own.levels ?? null })),
              ...shared.map(({ text, place }) => ({ text, place, levels: null })),
            ],
          };
        }),
      ];
    }),
  );
}

function checkAgainst(file: string, scheme: Scheme, described: v.InferOutput<typeof descriptionSchema>["factors"]): void {
  if (described.length !== scheme.factors.length)
    throw new Error(`${file}: factors: ${described.length} instead of ${scheme.factors.length}`);
  for (const [index, factor] of scheme.factors.entries()) {
    const { number, levels, guidance } = described[index]!;
    const path = `${file}: factors.${index}`;
    if (number !== factor.number) throw new Error(`${path}.number: ${number} instead of ${factor.number}`);
    if (levels.length !== factor.levels.length) throw new Error(`${path}.levels: ${levels.length} instead of ${factor.levels.length}`);
    for (const [place, { options }] of factor.levels.entries()) {
      const letters = Object.keys(levels[place]!.options).join("");
      if (letters !== options)
        throw new Error(`${path}.levels.${place}.options: "${letters}" instead of "${options ?? ""}" (${factorTitle(factor)})`);
    }
    for (const [place, note] of guidance.entries())
      if (note.levels?.some((level) => level > factor.levels.length) === true)
        throw new Error(`${path}.guidance.${place}.levels: there are ${factor.levels.length} levels`);
  }
}

const descriptions = decodeDescriptions(descriptionFiles, library);

/** A factor of a published edition; undefined for any other scheme, which has no definitions of ours. */
export function factorDescription(edition: string, factor: number): FactorDescription | undefined {
  return descriptions.get(edition)?.find(({ number }) => number === factor);
}

export function levelDescription(edition: string, factor: number, level: number): LevelDescription | undefined {
  return factorDescription(edition, factor)?.levels[level - 1];
}

export function optionDescription(edition: string, factor: number, level: number, letter: string): string | undefined {
  return levelDescription(edition, factor, level)?.options.get(letter);
}

/** The notes to have in view when a level is weighed: those about it, and those about every level. */
export function guidanceAt(edition: string, factor: number, level: number): readonly GuidanceNote[] {
  return factorDescription(edition, factor)?.guidance.filter(({ levels }) => levels?.includes(level) ?? true) ?? [];
}
