import type { Scheme } from "../../scheme/scheme";
import { readName } from "./factor-name";
import { INNER_HEADING } from "./heading";
import { type Line, makeLine } from "./line";

/**
 * Cuts lines in which several rows stand: a copy may lose its line ends. A cut is made before a heading, before a number with that
 * factor's own name behind it, and before a cell that is a factor's name where another's row, figures and all, stands before it: else the
 * first row would end in the second one's levels.
 */
export const cutLines = (lines: readonly Line[], scheme: Scheme): Line[] => lines.flatMap((line) => cutLine(line, scheme));

function cutLine(line: Line, scheme: Scheme): Line[] {
  const parts: string[][] = [[]];
  let row: "none" | "named" | "figured" = "none";
  const begin = (): void => {
    row = "none";
    if (parts[parts.length - 1]?.some((cell) => cell !== "") === true) parts.push([]);
  };
  for (const [index, cell] of line.cells.entries()) {
    if (line.cells.length >= CELLS_OF_TWO_ROWS && cell.length <= LONGEST_NAME) {
      if (readName(scheme, cell, true).exact) {
        if (row === "figured") begin();
        row = "named";
      } else if (row === "named" && /\d/.test(cell)) row = "figured";
    }
    const number = NUMBER_AT_END.exec(cell.slice(-LONGEST_TAIL));
    const leads = number !== null && namesOwn(scheme, number[1] ?? "", line.cells[index + 1] ?? "");
    const own = leads ? cell.slice(0, cell.length - number[0].length).trim() : cell;
    if (own.search(INNER_HEADING) === 0) begin();
    if (!leads || own !== "")
      for (const [place, piece] of pieces(scheme, own).entries()) {
        if (place > 0) begin();
        parts[parts.length - 1]?.push(piece);
      }
    if (leads) {
      begin();
      parts[parts.length - 1]?.push(number[0].trim());
    }
  }
  return parts.length === 1 ? [line] : parts.map((cells) => makeLine(line.number, cells));
}

function pieces(scheme: Scheme, cell: string): string[] {
  if (cell.length < SHORTEST_TWO_ROWS) return [cell];
  const cuts = [...cell.matchAll(INNER_HEADING)].map(({ index }) => index);
  for (const { index, 0: found, 1: number = "" } of cell.matchAll(INNER_ROW)) {
    const start = index + found.length;
    if (namesOwn(scheme, number, cell.slice(start, start + LONGEST_NAME))) cuts.push(index + found.length - found.trimStart().length);
  }
  cuts.sort((a, b) => a - b);
  return [0, ...cuts.filter((cut) => cut > 0)].map((from, place, all) => cell.slice(from, all[place + 1]).trim());
}

/** Whether a number's own factor is named: in full, or by "Responsibility for" and the beginning of its name. */
function namesOwn(scheme: Scheme, number: string, name: string): boolean {
  const { whole, partly } = readName(scheme, name, false);
  const place = parseInt(number, 10) - 1;
  return whole[0] === place || (/^responsibilit/i.test(name) && partly.includes(place));
}

const NUMBER_AT_END = /(?:^|\s)(\d{1,2})[.)]?$/;
const INNER_ROW = /(?:^|\s)(\d{1,2})\s?[.)]?\s(?=[A-Z])/g;
/** Name, levels and points, twice. */
const CELLS_OF_TWO_ROWS = 6;
const SHORTEST_TWO_ROWS = 40;
const LONGEST_NAME = 120;
const LONGEST_TAIL = 60;
