/**
 * The rows of a text whose cells are parted by commas or semicolons (RFC 4180: cells in quotes may hold both, line ends, and quotes
 * doubled); null where the text is not of that kind, as a table that was copied with tabs, or sentences that happen to have commas.
 */
export function csvRows(text: string): string[][] | null {
  const sample = text.slice(0, SAMPLE);
  if (sample.includes("\t")) return null;
  for (const sign of [",", ";"]) {
    const filled = rowsOf(sample, sign).filter((cells) => cells.some((cell) => cell.trim() !== ""));
    const wide = filled.filter((cells) => cells.length >= FEWEST_CELLS).length;
    if (wide > 0 && wide * 5 >= filled.length * 4) return rowsOf(text.replace(/^\uFEFF/, ""), sign);
  }
  return null;
}

const SAMPLE = 20_000;
/** Number, name, levels and points at least. */
const FEWEST_CELLS = 4;

function rowsOf(text: string, sign: string): string[][] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const endCell = (): void => {
    rows[rows.length - 1]!.push(cell);
    cell = "";
  };
  for (let at = 0; at < text.length; at++) {
    const one = text[at]!;
    if (quoted) {
      if (one !== '"') cell += one;
      else if (text[at + 1] === '"') {
        cell += one;
        at++;
      } else quoted = false;
    } else if (one === '"' && cell.trim() === "") {
      cell = "";
      quoted = true;
    } else if (one === sign) endCell();
    else if (one === "\n" || one === "\r") {
      if (one === "\r" && text[at + 1] === "\n") at++;
      endCell();
      rows.push([]);
    } else cell += one;
  }
  endCell();
  return rows;
}
