import { plainText } from "../../scheme/level";
import { wordsOf } from "./factor-name";
import type { Line } from "./line";
import { squeezed } from "./print";

/** A row of a document's contents list. */
export interface Listed {
  readonly line: number;
  readonly title: string;
  /** As printed; null where the list has no bands. */
  readonly band: string | null;
  readonly page: number;
}

/** The rows of the contents lists in some lines: title, band and page below their heading. */
export function readContents(lines: readonly Line[]): Listed[] {
  const rows: Listed[] = [];
  let inside = false;
  let banded = false;
  for (const line of lines) {
    const { text } = line;
    if (text === "") continue;
    const heading = line.heading;
    if (heading === "contents") {
      inside = true;
      banded = squeezed(text).includes("band");
    } else if (inside) {
      const row = heading === null || heading === "label" ? readRow(line.number, text, banded) : null;
      if (row === null) inside = false;
      else if (rows.length < MOST_ROWS) rows.push(row);
    }
  }
  return rows;
}

/** Which row of the contents belongs to each of some titles in the order of the text; each row once. */
export function pairContents(
  titles: readonly { readonly title: string; readonly band: string | null }[],
  listed: readonly Listed[],
): readonly (Listed | null)[] {
  const words = listed.map(({ title }) => new Set(wordsOf(title)));
  const inOrder = titles.length === listed.length && titles.every(({ title }, at) => likeness(wordsOf(title), words[at]) >= SURE);
  if (inOrder) return listed;
  const free = new Set(listed.keys());
  return titles.map(({ title, band }) => {
    let [best, most] = [-1, SURE - 0.01];
    for (const at of free) {
      const bonus = band !== null && signsOf(listed[at]?.band ?? "") === signsOf(band) ? 0.1 : 0;
      const value = likeness(wordsOf(title), words[at]) + bonus;
      if (value > most) [best, most] = [at, value];
    }
    free.delete(best);
    return listed[best] ?? null;
  });
}

/** Shared words of two titles, 0 to 1. */
function likeness(title: readonly string[], other: ReadonlySet<string> | undefined): number {
  if (other === undefined || title.length === 0) return 0;
  return (2 * title.filter((word) => other.has(word)).length) / (title.length + other.size);
}

const signsOf = (band: string): string => plainText(band).replace(/[^a-z0-9]/g, "");

function readRow(line: number, text: string, banded: boolean): Listed | null {
  const words = text.slice(0, LONGEST_ROW).split(" ");
  const page = /^\d{1,3}$/.test(words[words.length - 1] ?? "") ? Number(words.pop()) : null;
  if (page === null || page === 0 || words.length === 0) return null;
  // "8A - B": a range may have spaces in it.
  for (const count of banded ? [3, 2, 1] : []) {
    const band = words.slice(-count).join(" ");
    if (words.length > count && BAND.test(plainText(band))) return { line, title: words.slice(0, -count).join(" "), band, page };
  }
  return { line, title: words.join(" "), band: null, page };
}

const MOST_ROWS = 1000;
const SURE = 0.5;
const LONGEST_ROW = 300;
const BAND = /^(band )?\d[a-d]?i{0,3}\*?( ?[-/]? ?(\d[a-d]?|[a-d])\*?)?$/;
