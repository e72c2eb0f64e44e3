import { bandLabel } from "../profile";
import { readBandRange } from "../notation";
import type { DoubtBook } from "./doubt-book";
import { spanOf } from "./row";
import type { DraftProfile } from "./draft";
import { type Amendment, nameFit } from "./history";

/**
 * The edition of each profile: what the person says, else the newest row of the version history that names the profile, else
 * the newest that names none.
 */
export function editionsOf(
  profiles: readonly DraftProfile[],
  amendments: readonly Amendment[],
  given: string | null,
  whole: DoubtBook,
  books: readonly DoubtBook[],
): DraftProfile[] {
  if (given !== null) return profiles.map((profile) => ({ ...profile, edition: given }));
  const newestFirst = [...amendments].sort((a, b) => b.day - a.day);
  const general = newestFirst.find(({ named }) => named.length === 0) ?? newestFirst[newestFirst.length - 1];
  if (general === undefined) {
    whole.add({ kind: "edition-missing" }, { field: "edition", proposal: "no edition" });
    return [...profiles];
  }
  whole.add({ kind: "edition-by-history", date: general.date }, { line: general.line, field: "edition", proposal: general.date });
  const editions = new Map<number, string>();
  for (const { date, day, line, level, named } of newestFirst.slice(0, MOST_AMENDMENTS)) {
    if (day <= general.day) continue;
    for (const { words, band } of named.slice(0, MOST_NAMES)) {
      const candidates = candidatesOf(profiles, words, band, level);
      const [best] = candidates;
      if (best === undefined) continue;
      const others = candidates.slice(1);
      const titles = others.map((at) => `${profiles[at]?.title ?? ""} (${bandLabel({ bands: profiles[at]?.bands ?? [] })})`);
      if (!editions.has(best)) editions.set(best, date);
      books[best]?.add(
        { kind: "edition-named", date, words, others: titles },
        { line, field: "edition", proposal: editions.get(best) ?? date },
      );
      for (const at of others)
        books[at]?.add(
          { kind: "edition-not-named", date, words, other: profiles[best]?.title ?? "" },
          { line, field: "edition", proposal: editions.get(at) ?? general.date },
        );
    }
  }
  return profiles.map((profile, at) => ({ ...profile, edition: editions.get(at) ?? general.date }));
}

/** The profiles of a band whose titles bear a name's last words, first those that have an added level for their own, then the shortest title. */
function candidatesOf(profiles: readonly DraftProfile[], words: string, band: string, level: string | null): number[] {
  const range = readBandRange(band);
  if (range === null) return [];
  return profiles
    .flatMap(({ title, bands, rows }, at) => {
      const added = rows.some(
        (row) => level !== null && spanOf(row.levels)?.letters.some((own) => `${own.level}${own.letters}` === level) === true,
      );
      const ends = [bands?.[0]?.toLowerCase(), bands?.[bands.length - 1]?.toLowerCase()];
      const { shared, left } = nameFit(words, title);
      return ends[0] === range.from && ends[1] === range.to && shared > 0 ? [{ at, shared, left, added: added ? 1 : 0 }] : [];
    })
    .sort((a, b) => b.shared - a.shared || b.added - a.added || a.left - b.left || a.at - b.at)
    .filter(({ shared }, _, all) => shared === all[0]?.shared)
    .map(({ at }) => at);
}

const MOST_AMENDMENTS = 50;
const MOST_NAMES = 100;
