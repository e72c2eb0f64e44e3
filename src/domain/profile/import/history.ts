import { wordsOf } from "./factor-name";
import type { Line } from "./line";

/** A row of a document's version history. */
export interface Amendment {
  readonly line: number;
  /** As an edition is called: "June 2024". */
  readonly date: string;
  /** For order. */
  readonly day: number;
  /** A level that it says was added ("2e"), null where it names none. */
  readonly level: string | null;
  /** The profiles that it names, each with its band. */
  readonly named: readonly { readonly words: string; readonly band: string }[];
}

/** The dated rows of the version history in some lines; a row without a date goes on with the one before. */
export function readHistory(lines: readonly Line[]): Amendment[] {
  const rows: { line: number; date: string; day: number; action: string; level: string | null }[] = [];
  let inside = false;
  for (const line of lines) {
    const { text } = line;
    if (text === "") continue;
    if (line.heading === "history") inside = true;
    else if (inside && rows.length < MOST_ROWS) {
      const dated = readRow(line);
      const last = rows[rows.length - 1];
      if (dated !== null)
        rows.push({ line: line.number, ...dated, level: LEVEL.exec(text.slice(0, LONGEST_ACTION))?.[1]?.toLowerCase() ?? null });
      else if (last !== undefined && last.action.length < LONGEST_ACTION) last.action += ` ${line.filled[0] ?? ""}`;
    }
  }
  return rows.map(({ action, ...row }) => ({ ...row, named: namedIn(action) }));
}

/** What stands before the date says what was done. */
function readRow(line: Line): { date: string; day: number; action: string } | null {
  const cells = line.filled;
  const at = cells.findIndex((cell) => cell.length <= 20 && DATE.test(cell));
  if (at >= 0) return dated(cells[at] ?? "", cells.slice(0, at).join(" "));
  const text = (cells[0] ?? "").slice(0, LONGEST_ACTION);
  const found = cells.length === 1 ? DATE.exec(text) : null;
  return found === null ? null : dated(found[0], text.slice(0, found.index));
}

function dated(text: string, action: string): { date: string; day: number; action: string } | null {
  const parts = DATE.exec(text);
  if (parts === null) return null;
  const [, days = "", months = "", years = "", day = "", name = "", year = ""] = parts;
  const month =
    name === "" ? Number(months) : MONTHS.findIndex((month) => month.toLowerCase().startsWith(name.slice(0, 3).toLowerCase())) + 1;
  const called = MONTHS[month - 1];
  if (called === undefined) return null;
  const full = Number(year || (years.length === 2 ? `20${years}` : years));
  const first = Number(days || day || "0");
  return { date: `${first === 0 ? "" : `${first} `}${called} ${full}`, day: full * 10_000 + month * 100 + first, action };
}

/** "Section manager (band 7)": a name before a band in brackets. */
function namedIn(action: string): { words: string; band: string }[] {
  const parts = action.slice(0, LONGEST_ACTION).split(/\(\s*bands?\s+/i);
  return parts.slice(1).map((part, at) => {
    const before = parts[at] ?? "";
    const words = before.slice(Math.max(before.lastIndexOf(")"), before.lastIndexOf(",")) + 1).replace(/^\s*(and|,)\s*/i, "");
    return { words: words.trim(), band: part.slice(0, !part.includes(")") ? 0 : part.indexOf(")")).trim() };
  });
}

/** How many of the last words of a name a title has, and how many of its words outside brackets stand beside them: more and fewer fit better. */
export function nameFit(name: string, title: string): { readonly shared: number; readonly left: number } {
  const own = wordsOf(name);
  const words = wordsOf(title);
  let shared = 0;
  while (shared < own.length && words.includes(own[own.length - 1 - shared] ?? "")) shared++;
  return { shared, left: wordsOf(title.replace(/\([^)]*\)?/g, " ")).length - shared };
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const DATE =
  /\b(?:(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})|(?:(\d{1,2})(?:st|nd|rd|th)? )?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} (\d{4}))\b/i;
const LEVEL = /\blevel (\d[a-g]{1,3})\b/i;
const MOST_ROWS = 200;
const LONGEST_ACTION = 2000;
