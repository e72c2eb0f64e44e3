import { bandKey } from "../scheme/band";
import { applyEdits, type Edit, type Structure } from "./scenario";

/**
 * The edits of a scenario with a boundary moved once more. Moves of one boundary in a row are one step, and one that comes back to where it
 * began is none, so that dragging there and back is nothing.
 */
export function withMove(baseline: Structure, edits: readonly Edit[], band: string | number, from: number): readonly Edit[] {
  const last = edits[edits.length - 1];
  const again = last?.kind === "move" && bandKey(last.band) === bandKey(band);
  const before = again ? edits.slice(0, -1) : edits;
  const structure = applyEdits(baseline, before);
  const present = structure.ok ? structure.value.bands.bands.find(({ label }) => bandKey(label) === bandKey(band))?.from : undefined;
  return present === from ? before : [...before, { kind: "move", band, from }];
}
