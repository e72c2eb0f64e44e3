import { plainText } from "../../scheme/level";
import { type BandTable, bandKey, placeScore } from "../../scheme/band";
import { readBandRange } from "../notation";
import { bandScores } from "../profile";
import type { Score } from "./draft";

/** A band text as printed and as read. */
export interface BandReading {
  readonly printed: string;
  /** The scheme's labels, lowest first; null where the text names none. */
  readonly bands: readonly string[] | null;
  readonly asterisk: boolean;
  /** The word "Band" or the sign of the range is split or cut. */
  readonly damaged: boolean;
  /** A roman numeral behind the band, "" for none. */
  readonly numeral: string;
}

/** Reads `Band 4*`, `Ban d 4*`, `d 5`, `8a*8b`, `8A–B`, `6ii`. */
export function readBand(table: BandTable, printed: string): BandReading {
  const plain = plainText(printed.slice(0, 80));
  const key = plain.replace(/[^a-z0-9*/-]/g, "");
  const first = key.search(/\d/);
  const word = first < 0 ? key : key.slice(0, first);
  const range = first < 0 ? "" : key.slice(first);
  const numeral = /^\d([ivx]+)\*?$/.exec(range)?.[1] ?? "";
  const ends = readBandRange(numeral === "" ? range : range.replace(numeral, ""));
  return {
    printed,
    bands: ends === null || word.length > LONGEST_WORD ? null : bandsBetween(table, ends.from, ends.to),
    asterisk: key.includes("*"),
    damaged: !(word === "" || /^(afc )?(pay )?bands?:? ?\d/.test(plain)) || /\d[a-d]?\*?\d/.test(range),
    numeral,
  };
}

/** The labels of a table from one to another; null where they are none of it or stand the wrong way round. */
export function bandsBetween(table: BandTable, from: string, to: string): readonly string[] | null {
  const labels = table.bands.map(({ label }) => String(label));
  const [first, last] = [from, to].map((end) => labels.findIndex((label) => bandKey(label) === bandKey(end))) as [number, number];
  return first < 0 || last < first ? null : labels.slice(first, last + 1);
}

/** The bands that two scores lie in; null where one lies in none. */
export function bandsOfScore(table: BandTable, { lowest, highest }: Score): readonly string[] | null {
  const [low, high] = [placeScore(table, lowest), placeScore(table, highest)];
  return low.kind === "in" && high.kind === "in" ? bandsBetween(table, String(low.band.label), String(high.band.label)) : null;
}

/** Whether scores lie in bands and reach the first and the last of them; below the first an asterisk lets them begin. */
export function fitsBands(table: BandTable, bands: readonly string[], { lowest, highest }: Score, asterisk: boolean): boolean {
  const [first, last] = [bands[0], bands[bands.length - 1]];
  if (first === undefined || last === undefined) return false;
  const [low, high] = [bandScores(table, { bands: [first] }), bandScores(table, { bands: [last] })];
  return lowest <= low.to && (asterisk || lowest >= low.from) && highest >= high.from && highest <= high.to;
}

/** The band below some bands, to which the generic provision points. */
export function bandBelow(table: BandTable, bands: readonly string[]): string | null {
  const labels = table.bands.map(({ label }) => String(label));
  return labels[labels.indexOf(bands[0] ?? "") - 1] ?? null;
}

const LONGEST_WORD = 12;
