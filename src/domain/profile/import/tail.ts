import { plainText } from "../../scheme/level";
import { readSpan } from "../notation";
import { readDate } from "./date";
import type { Line } from "./line";

/** The levels and points at the end of a row, as printed; null for what is not there. */
export interface Tail {
  readonly levels: string | null;
  readonly points: string | null;
}

/** Whether a text can be a row's levels, its damage included. */
export function looksLevels(text: string): boolean {
  const plain = withoutWord(plainText(text));
  return plain.length <= 40 && /^[\d(lij?]/.test(plain) && /\d/.test(plain) && LEVEL_SIGNS.test(plain);
}

/** Whether a text can be a row's points, its damage included. */
export function looksPoints(text: string): boolean {
  const plain = plainText(text);
  return plain.length <= 24 && /^\d[\d\s,;/.*-]*$/.test(plain);
}

/**
 * The tails that a row of columns may have, likeliest first. `left` cells (number, name) are no part of it; where only one
 * figure stands there, it is the points if it stands in the last column.
 */
export function tailsOfCells(line: Line, left: number): Tail[] {
  const cells = line.filled.slice(left);
  const [before, last] = [cells[cells.length - 2], cells[cells.length - 1]];
  if (last === undefined) return [];
  if (before !== undefined && looksPoints(last) && (looksLevels(before) || isDamagedFigure(before)))
    return [{ levels: before, points: last }];
  if (before !== undefined && looksLevels(before) && isDamagedFigure(last)) return [{ levels: before, points: last }];
  const glued = isDate(last) ? [] : tailsOfText(last);
  if (glued.length > 0) return glued;
  const asLevels = looksLevels(last) || isDate(last) ? [{ levels: last, points: null }] : [];
  const asPoints = looksPoints(last) ? [{ levels: null, points: last }] : [];
  return line.cells[line.cells.length - 1] === "" ? [...asLevels, ...asPoints] : [...asPoints, ...asLevels];
}

/** The tails at the end of a running text, where a space parts everything; the shortest readings first. */
export function tailsOfText(text: string): Tail[] {
  const words = text.slice(-LONGEST_TAIL).trim().split(/\s+/).slice(-MOST_WORDS);
  const tails: Tail[] = [];
  for (let points = 1; points <= 4; points++) {
    const pointsText = words.slice(-points).join(" ");
    if (!looksPoints(pointsText)) continue;
    for (let levels = 1; levels <= 8 && points + levels <= words.length; levels++) {
      const levelsText = words.slice(-points - levels, -points).join(" ");
      if (!looksLevels(levelsText)) {
        const word = words[words.length - points - levels] ?? "";
        if (word.length > 2 && /[h-z]/i.test(word)) break;
        continue;
      }
      if (readSpan(levelsText) !== null) tails.push({ levels: levelsText, points: pointsText });
    }
  }
  return tails;
}

/** The last words of a running text that may all be levels, though some may be figures of its sentence; null where there are none. */
export function levelsAtEnd(text: string): string | null {
  const words = text.slice(-LONGEST_TAIL).trim().split(/\s+/).slice(-MOST_WORDS);
  let from = words.length;
  while (from > 0 && looksLevels(words.slice(from - 1).join(" "))) from--;
  return from === words.length ? null : words.slice(from).join(" ");
}

/** "Level 2" says no more than "2", "2 to 3" no more than "2-3", and "2 or 3" no more than "2,3". */
export const withoutWord = (levels: string): string =>
  levels
    .replace(/^levels?\s*(?=\d)/i, "")
    .replace(/([-\u2010-\u2015,/])\s*levels?\s*(?=\d)/gi, "$1")
    .replace(/(?<=[\da-z)\]])\s+to\s+(?:levels?\s*)?(?=\d)/gi, "-")
    .replace(/(?<=[\da-z)\]])\s+(?:or|and)\s+(?:levels?\s*)?(?=\d)/gi, ",");

/** A cell too short for words that has a figure in it, a date, or what is written for a level: a roman numeral, "n/a". */
const isDamagedFigure = (text: string): boolean =>
  isDate(text) || INSTEAD_OF_LEVEL.test(text) || (text.length <= 12 && (/\d/.test(text) || /^\W+$/.test(text)) && !/[a-z]{4}/i.test(text));

const isDate = (text: string): boolean => readDate(text) !== null;

const INSTEAD_OF_LEVEL = /^(?:[ivx]{1,4}(?:\s*[-\u2013]\s*[ivx]{1,4})?|#?n\/?a)$/i;
const LEVEL_SIGNS = /^[\da-g\s()[\]{},;/&.*?lij-]+$/;
const LONGEST_TAIL = 120;
const MOST_WORDS = 16;
