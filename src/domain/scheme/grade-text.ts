import type { Result } from "../result";
import type { Entry } from "../entry";
import type { BandTable } from "./band";
import { readBandTable } from "./band-range";

/** A line of a typed or pasted grade table: label, lowest score, and if given highest score, with tabs, commas or spaces between. */
const LINE = /^(.*?)[\s,;]+(\d{1,4}(?:\.\d+)?)(?:\s*(?:[\s,;–-]|to)\s*(\d{1,4}(?:\.\d+)?))?$/;

/** Reads a grade table from text, a line a grade. */
export function readGradeText(text: string): Result<BandTable> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return readBandTable(
    lines.map((line): Entry[] => {
      if (line === "") return [null, null, null];
      const [, label, from, to] = LINE.exec(line) ?? [];
      // No score in it: a heading, if it comes first; else its last word is named as what is no score.
      if (label === undefined || from === undefined) {
        const [, words = line, last = "no score"] = /^(.*\S)[\s,;]+(\S+)$/.exec(line) ?? [];
        return [words, last, null];
      }
      return [label, Number(from), to === undefined ? null : Number(to)];
    }),
  );
}
