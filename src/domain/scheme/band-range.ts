import { type Entry, errorName, isBlank, isEntryError, numberOf } from "../entry";
import { bad, type Result } from "../result";
import { type BandRow, type BandTable, makeBandTable } from "./band";

/** Reads a table a person made: label, lowest score and, if given, highest score; a heading row and blank rows are passed over. */
export function readBandTable(rows: readonly (readonly Entry[])[]): Result<BandTable> {
  const columns = rows[0]?.length ?? 0;
  const bands: BandRow[] = [];
  let headingPossible = true;
  for (const [index, cells] of rows.entries()) {
    const [label = null, lowest = null, highest = null] = cells;
    if (cells.every(isBlank)) continue;
    if (columns < 2 || cells.slice(3).some((cell) => !isBlank(cell))) return bad({ kind: "bands-columns", columns });
    const isHeading = headingPossible && isWord(lowest);
    headingPossible = false;
    if (isHeading) continue;
    const row = index + 1;
    if (!isLabel(label)) return bad({ kind: "bands-label", row, found: isBlank(label) ? null : label });
    const from = isBlank(lowest) ? 0 : scoreOf(lowest);
    const to = isBlank(highest) ? null : scoreOf(highest);
    if (from === undefined) return bad({ kind: "bands-score", row, which: "lowest", found: lowest });
    if (to === undefined) return bad({ kind: "bands-score", row, which: "highest", found: highest });
    bands.push({ row, label, from, to });
  }
  return makeBandTable(bands, { id: "", source: "", place: "" });
}

const isLabel = (entry: Entry): entry is string | number =>
  !isBlank(entry) && !isEntryError(entry) && typeof entry !== "boolean" && (typeof entry !== "string" || errorName(entry) === null);

const isWord = (entry: Entry): boolean =>
  typeof entry === "string" && !isBlank(entry) && numberOf(entry) === null && errorName(entry) === null;

function scoreOf(entry: Entry): number | undefined {
  const score = numberOf(entry);
  return score === null || score < 0 ? undefined : score;
}
