import type { Factor } from "../../scheme/scheme";
import { readProfileLevels } from "../levels";
import { agrees, levelsOfPoints, readPoints } from "./points";
import type { Tail } from "./tail";

/** One factor's part of a row that holds several factors: its levels as printed, null where lost, and as read. */
export interface Part {
  readonly printed: string | null;
  readonly levels: string;
}

/**
 * Parts a row that several factors share. The points are parted in order so that each part is some levels of its factor; the
 * levels printed go to the factors whose points they have. Null unless exactly one parting fits.
 */
export function partRow(factors: readonly Factor[], { levels, points }: Tail): readonly Part[] | null {
  const pointWords = (points ?? "").split(" ").filter((word) => word !== "");
  const levelWords = (levels ?? "").split(" ").filter((word) => word !== "");
  if (pointWords.length > MOST_WORDS || levelWords.length > MOST_WORDS) return null;
  const partings = splits(pointWords, factors.length, 1).flatMap((figures) =>
    splits(levelWords, factors.length, 0).flatMap((texts) => {
      const parts = factors.map((factor, at) => partOf(factor, texts[at] ?? [], figures[at] ?? []));
      return parts.every((part) => part !== null) ? [parts] : [];
    }),
  );
  const distinct = new Map(partings.map((parts) => [parts.map(({ levels: read }) => read).join("|"), parts]));
  return distinct.size === 1 ? ([...distinct.values()][0] ?? null) : null;
}

function partOf(factor: Factor, levels: readonly string[], points: readonly string[]): Part | null {
  const { figures } = readPoints(points.join(" "));
  if (levels.length === 0) {
    const read = levelsOfPoints(factor, figures);
    return read === null ? null : { printed: null, levels: read };
  }
  const printed = levels.join(" ");
  const read = readProfileLevels(factor, printed);
  return read.ok && agrees(factor, read.span, figures) ? { printed, levels: read.text } : null;
}

/** Every way to part a list into so many runs of at least `least` items. */
function splits(words: readonly string[], count: number, least: number): (readonly string[])[][] {
  if (count === 1) return words.length >= least ? [[words]] : [];
  const found: (readonly string[])[][] = [];
  for (let end = least; end <= words.length; end++)
    for (const rest of splits(words.slice(end), count - 1, least)) found.push([words.slice(0, end), ...rest]);
  return found;
}

const MOST_WORDS = 8;
