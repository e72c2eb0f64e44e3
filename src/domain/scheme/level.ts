import { type Entry, errorName, isBlank, isEntryError } from "../entry";
import { isDateSerial } from "./date-serial";
import type { Factor } from "./scheme";

/** Why an entry is not a level of its factor. */
export type LevelFault =
  | { readonly kind: "not-whole"; readonly found: number }
  | { readonly kind: "date"; readonly found: number }
  | { readonly kind: "range"; readonly found: string }
  | { readonly kind: "several"; readonly found: string }
  | { readonly kind: "unreadable"; readonly found: Entry }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "no-such-level"; readonly found: Entry; readonly count: number }
  | { readonly kind: "no-such-letter"; readonly found: string; readonly level: number; readonly lacking: string; readonly options: string };

export type LevelReading =
  | { readonly kind: "blank" }
  | { readonly kind: "level"; readonly level: number; readonly letters: string }
  | { readonly kind: "fault"; readonly fault: LevelFault };

const BLANK: LevelReading = { kind: "blank" };
const fault = (value: LevelFault): LevelReading => ({ kind: "fault", fault: value });

/** Reads one entry as a job's level of one factor, letters checked against the level's definition. */
export function readLevel(factor: Factor, entry: Entry): LevelReading {
  if (isBlank(entry)) return BLANK;
  if (isEntryError(entry)) return fault({ kind: "error", error: entry.error });
  if (typeof entry === "number") return readNumber(factor, entry);
  if (typeof entry === "string") return readText(factor, entry);
  return fault({ kind: "unreadable", found: entry });
}

function readNumber(factor: Factor, found: number): LevelReading {
  if (isDateSerial(found)) return fault({ kind: "date", found });
  if (!Number.isFinite(found)) return fault({ kind: "unreadable", found });
  if (!Number.isInteger(found)) return fault({ kind: "not-whole", found });
  if (factor.levels[found - 1] === undefined) return fault({ kind: "no-such-level", found, count: factor.levels.length });
  return { kind: "level", level: found, letters: "" };
}

function readText(factor: Factor, found: string): LevelReading {
  const error = errorName(found);
  if (error !== null) return fault({ kind: "error", error });
  const text = plainText(found);
  const parts = text.length > LONGEST_TEXT ? null : LEVEL_TEXT.exec(text);
  if (parts === null) return fault(unreadText(found, text));
  const level = Number(parts[1]);
  if (level > LARGEST_LEVEL && isDateSerial(level)) return fault({ kind: "date", found: level });
  const definition = factor.levels[level - 1];
  if (definition === undefined) return fault({ kind: "no-such-level", found, count: factor.levels.length });
  const letters = lettersOf(parts[2] ?? "");
  const options = definition.options;
  const lacking =
    options === null
      ? ""
      : Array.from(letters)
          .filter((letter) => !options.includes(letter))
          .join("");
  if (options !== null && lacking !== "") return fault({ kind: "no-such-letter", found, level, lacking, options });
  return { kind: "level", level, letters };
}

function unreadText(found: string, text: string): LevelFault {
  if (text.length > LONGEST_TEXT || !/\d/.test(text)) return { kind: "unreadable", found };
  if (RANGE_TEXT.test(text)) return { kind: "range", found };
  return SEVERAL_LEVELS.test(text) ? { kind: "several", found } : { kind: "unreadable", found };
}

/** Letters once each, in the order written; all that separates them is dropped. */
export const lettersOf = (text: string): string => [...new Set(text.replace(/[^a-z]/g, ""))].join("");

/** Lower case, full-width forms as ASCII, Cyrillic letters that look like Latin ones as those, one sign for every dash. */
export function plainText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().trim();
  return text
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u0400-\u052F]/g, (letter) => LATIN_LOOK_ALIKES[letter] ?? letter)
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63]/g, "-")
    .replace(/[\u200B-\u200D\u2060]/g, "")
    .toLowerCase()
    .trim();
}

const ASCII = /^[\t-~]*$/;
const LARGEST_LEVEL = 16384;
const LONGEST_TEXT = 64;
const SEPARATOR = "[\\s()\\[\\]{},/&]*";
const LEVEL_TEXT = new RegExp(`^${SEPARATOR}(?:(?:level|l)${SEPARATOR})?(\\d+)((?:${SEPARATOR}[a-z])*)${SEPARATOR}$`);
const RANGE_TEXT = /\d[^\d]*-[^\d]*\d/;
const SEVERAL_LEVELS = /\d[^\d.]+\d/;
const LATIN_LOOK_ALIKES: Readonly<Record<string, string>> = {
  "\u0430": "a",
  "\u0410": "a",
  "\u0412": "b",
  "\u0441": "c",
  "\u0421": "c",
  "\u0501": "d",
  "\u0435": "e",
  "\u0415": "e",
  "\u04BB": "h",
  "\u041D": "h",
  "\u0456": "i",
  "\u0406": "i",
  "\u0458": "j",
  "\u0408": "j",
  "\u04CF": "l",
  "\u04C0": "l",
};
