/** The sign that parts the cells of a table. */
export type Sign = "," | ";" | "\t";

/**
 * The sign that parts the cells of a text: the one that Excel itself names in the first line, else a tab, else the comma or semicolon
 * that parts most lines into most cells. Null where the text is of no such kind, as sentences that happen to have commas.
 */
export function cellSign(text: string): Sign | null {
  const sample = text.slice(0, SAMPLE);
  const named = SIGN_LINE.exec(sample);
  if (named !== null) return named[1] as Sign;
  const [best] = ([",", ";"] as const)
    .map((sign) => ({ sign, cells: cellsParted(sample, sign) }))
    .filter(({ cells }) => cells > 0)
    .sort((one, other) => other.cells - one.cells);
  return sample.includes("\t") && (best === undefined || best.cells < cellsParted(sample, "\t")) ? "\t" : (best?.sign ?? null);
}

/** How many cells there are where nearly all lines have enough of them; 0 where they have not. */
function cellsParted(sample: string, sign: Sign): number {
  const filled = cellRows(sample, sign).filter((cells) => cells.some((cell) => cell.trim() !== ""));
  const wide = filled.filter((cells) => cells.length >= FEWEST_CELLS);
  return wide.length * 5 >= filled.length * 4 ? wide.reduce((sum, { length }) => sum + length, 0) : 0;
}

/**
 * The rows of a text whose cells are parted by a sign (RFC 4180, and as Excel copies cells with tabs): a cell in quotes may hold the
 * sign, line ends, and quotes doubled. Quotes that do not end where a cell ends are quotes and no more.
 */
export function cellRows(text: string, sign: Sign): string[][] {
  const rows: string[][] = [[]];
  let at = SIGN_LINE.exec(text)?.[0].length ?? (text.startsWith("\uFEFF") ? 1 : 0);
  while (at <= text.length) {
    const quoted = quotedCell(text, at, sign);
    const end = quoted?.end ?? endOfCell(text, at, sign);
    rows[rows.length - 1]!.push(quoted?.text ?? text.slice(at, end));
    const after = text[end];
    if (after === "\n" || after === "\r") rows.push([]);
    at = end + (after === "\r" && text[end + 1] === "\n" ? 2 : 1);
  }
  return rows;
}

const endOfCell = (text: string, from: number, sign: Sign): number => {
  let end = from;
  while (end < text.length && text[end] !== sign && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
};

function quotedCell(text: string, from: number, sign: Sign): { readonly text: string; readonly end: number } | null {
  let open = from;
  while (text[open] === " ") open++;
  if (text[open] !== '"') return null;
  let close = open + 1;
  for (; ; close++) {
    close = text.indexOf('"', close);
    if (close < 0 || close - open > LONGEST_CELL) return null;
    if (text[close + 1] !== '"') break;
    close++;
  }
  let end = close + 1;
  while (text[end] === " ") end++;
  const ends = end >= text.length || text[end] === sign || text[end] === "\n" || text[end] === "\r";
  return ends ? { text: text.slice(open + 1, close).replace(/""/g, '"'), end } : null;
}

/** Excel's own line about the sign: `sep=;`. */
const SIGN_LINE = /^\uFEFF?"?sep=([,;\t])"?[ \t]*(?:\r\n|\r|\n)/i;
const SAMPLE = 20_000;
/** Number, name, levels and points at least. */
const FEWEST_CELLS = 4;
/** Excel's cells hold no more. */
const LONGEST_CELL = 32_767;
