import { type Entry, errorName, isBlank, isEntryError } from "../entry";
import { isDateSerial } from "../scheme/date-serial";
import { plainText } from "../scheme/level";
import type { Factor } from "../scheme/scheme";
import type { LevelsFault } from "./library-fault";
import { type LevelSpan, readSpan } from "./notation";

/** A profile's levels of one factor, checked against the scheme's levels and letters. */
export type SpanReading =
  { readonly ok: true; readonly span: LevelSpan; readonly text: string } | { readonly ok: false; readonly why: LevelsFault };

const refuse = (why: LevelsFault): SpanReading => ({ ok: false, why });

export function readProfileLevels(factor: Factor, entry: Entry): SpanReading {
  if (isBlank(entry)) return refuse({ kind: "blank" });
  if (isEntryError(entry) || (typeof entry === "string" && errorName(entry) !== null)) return refuse({ kind: "error" });
  if (typeof entry === "number" && isDateSerial(entry)) return refuse({ kind: "date" });
  if (typeof entry === "boolean" || entry === null || (typeof entry === "number" && !Number.isInteger(entry)))
    return refuse({ kind: "unreadable" });
  const span = readSpan(String(entry));
  if (span === null) return refuse({ kind: "unreadable" });
  for (const { level, letters } of span.letters) {
    const options = factor.levels[level - 1]?.options;
    if (options === undefined) return refuse({ kind: "no-such-level", count: factor.levels.length });
    if (options !== null && Array.from(letters).some((letter) => !options.includes(letter)))
      return refuse({ kind: "no-such-letter", level, options });
  }
  return { ok: true, span, text: cleanText(span, String(entry)) };
}

/** The notation without brackets and spaces: ranges keep their dash, lists their commas. */
function cleanText({ letters }: LevelSpan, printed: string): string {
  const sign = plainText(printed).includes("-") ? "-" : ",";
  return letters.map((item) => `${item.level}${item.letters}`).join(sign);
}
