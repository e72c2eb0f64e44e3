/** What makes two job ids one. */
const key = (id: string): string => id.trim().toLowerCase();

const NUMBERED = /^(.*?)(\d{1,9})$/;
const FIRST = { prefix: "J-", width: 4 };

/** Ids that go on where the known ones end, in the way most of them are made; none of them is one that is known. */
export function newJobIds(known: readonly string[], count: number): readonly string[] {
  const taken = new Set(known.map(key));
  const { prefix, width, last } = commonest(known);
  const ids: string[] = [];
  for (let number = last + 1; ids.length < count; number++) {
    const id = `${prefix}${String(number).padStart(width, "0")}`;
    if (!taken.has(key(id))) ids.push(id);
  }
  return ids;
}

interface Series {
  readonly prefix: string;
  readonly width: number;
  readonly last: number;
  readonly count: number;
}

/** The letters before the number that most ids share, the digits that they have, and the highest number. */
function commonest(ids: readonly string[]): Series {
  const series = new Map<string, Series>();
  for (const id of ids) {
    const [, prefix = "", digits = ""] = NUMBERED.exec(id.trim()) ?? [];
    if (digits === "") continue;
    const known = series.get(key(prefix)) ?? { prefix, width: 1, last: 0, count: 0 };
    // Only leading noughts show how wide the numbers are meant to be.
    const width = digits.startsWith("0") ? digits.length : 1;
    series.set(key(prefix), {
      ...known,
      width: Math.max(known.width, width),
      last: Math.max(known.last, Number(digits)),
      count: known.count + 1,
    });
  }
  const start: Series = { ...FIRST, last: 0, count: 0 };
  return [...series.values()].reduce((best, one) => (one.count > best.count ? one : best), start);
}
