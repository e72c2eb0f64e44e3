import { plainText } from "../../scheme/level";
import type { Score } from "./draft";
import { afterTotal } from "./heading";
import { collapsed, ungrouped } from "./print";

/** A total line: its scores, whether an asterisk stands at them, and the text of the band behind them. */
export interface TotalReading {
  /** As printed; "" where no scores are. */
  readonly printed: string;
  /** Null where they are damaged. */
  readonly score: Score | null;
  readonly asterisk: boolean;
  readonly band: string;
}

export function readTotal(text: string): TotalReading {
  const rest = ungrouped(afterTotal(text.slice(0, LONGEST_TOTAL)));
  const plain = plainText(rest);
  const parts = SCORES.exec(plain);
  if (parts === null) return { printed: "", score: null, asterisk: false, band: rest };
  const [whole, first = "", star = "", dash, second = "", otherStar = ""] = parts;
  const lowest = Number(first);
  const highest = second === "" ? lowest : Number(second);
  const damaged = highest < lowest || (dash !== undefined && second === "");
  // Reading as plain letters keeps the length of what total lines hold; where it does not, the band is plain too.
  const printed = plain.length === rest.length ? rest : plain;
  return {
    printed: collapsed(printed.slice(0, whole.length)),
    score: damaged ? null : { lowest, highest },
    asterisk: star !== "" || otherStar !== "",
    band: collapsed(printed.slice(whole.length)),
  };
}

const SCORES = /^\D{0,3}(\d{2,4})(?!\d) ?(\*?) ?(?:(-|to ) ?(?:(\d{2,4})(?!\d) ?(\*?))?)?/;
const LONGEST_TOTAL = 200;
