import { factorAt, factorTitle, type Scheme } from "../../scheme/scheme";
import type { DoubtBook } from "./doubt-book";
import { fits, placeOf, type RawRow } from "./table";

/** Which row is which factor's. */
export interface Assignment {
  /** A row a factor, in the scheme's order; null where it is lost. */
  readonly rows: readonly (RawRow | null)[];
  /** Places of factors without a row of their own that share the row of another. */
  readonly merged: ReadonlyMap<number, readonly number[]>;
}

/** Gives each row its factor: by number and name where they agree, else by the one that is left, else by its neighbours. */
export function assignRows(scheme: Scheme, rows: readonly RawRow[], book: DoubtBook): Assignment {
  return new Assigner(scheme, rows, book).assign();
}

class Assigner {
  private readonly owners: (RawRow | null)[];
  private readonly places: (number | null)[];
  /** The first rows that bear each number. */
  private readonly sameNumber = new Map<number, number[]>();
  /** No row has a number, and the names follow one another as the scheme's do: then no number is lost. */
  private readonly byName: boolean;

  constructor(
    private readonly scheme: Scheme,
    private readonly rows: readonly RawRow[],
    private readonly book: DoubtBook,
  ) {
    this.owners = new Array<RawRow | null>(scheme.factors.length).fill(null);
    this.places = new Array<number | null>(rows.length).fill(null);
    for (const [at, { number }] of rows.entries()) {
      if (number === null) continue;
      const same = this.sameNumber.get(number) ?? [];
      if (same.length < MOST_APART) same.push(at);
      this.sameNumber.set(number, same);
    }
    const places = rows.map((row) => (row.number === null ? placeOf(row) : null));
    this.byName = places.every((place, at) => place !== null && (at === 0 || (places[at - 1] ?? place) <= place));
  }

  assign(): Assignment {
    const strange = this.remarkScheme();
    let left = [...this.rows.entries()];
    left = left.filter(([at, row]) => !this.agreeing(at, row));
    left = left.filter(([at, row]) => !this.named(at, row));
    left = left.filter(([at, row]) => !this.numbered(at, row, strange));
    left = left.filter(([at, row]) => !this.bare(at, row));
    for (const [, row] of left) this.second(row);
    const merged = new Map<number, readonly number[]>();
    for (const [place, row] of this.owners.entries()) {
      const others = row?.names.whole.filter((other) => other !== place && this.owners[other] === null) ?? [];
      if (others.length > 0) merged.set(place, others);
    }
    return { rows: this.owners, merged };
  }

  private take(at: number, place: number): true {
    this.owners[place] = this.rows[at]!;
    this.places[at] = place;
    return true;
  }

  private isFree(place: number | null | undefined): place is number {
    return place !== null && place !== undefined && this.owners[place] === null;
  }

  private agreeing(at: number, { number, names }: RawRow): boolean {
    const place = names.whole[0];
    return place !== undefined && number === place + 1 && this.isFree(place) && this.take(at, place);
  }

  private named(at: number, row: RawRow): boolean {
    const { number, names, name, line } = row;
    const place = number === null ? placeOf(row) : names.whole[0];
    if (place === null || place === undefined || number === place + 1 || !this.isFree(place)) return false;
    if (number !== null) this.doubt({ kind: "number-wrong", found: number }, place, line);
    else if (!this.byName) this.doubt({ kind: "number-missing" }, place, line);
    else if (!names.verbatim) this.doubt({ kind: "name-alike", found: name }, place, line);
    else if (names.whole.length === 0) this.doubt({ kind: "name-cut", found: name, numbered: false }, place, line);
    return this.take(at, place);
  }

  /** A number without a name that is clear. Where rows share a number, the one that fits a gap among its neighbours goes there. */
  private numbered(at: number, row: RawRow, strange: boolean): boolean {
    const { number, names, name, line, columns } = row;
    if (number === null) return false;
    const place = number - 1;
    const rivals = this.sameNumber.get(number)?.some((index) => index !== at && (this.places[index] ?? place) === place) ?? false;
    const gap = rivals || place >= this.owners.length ? this.gapAt(at, row, place) : null;
    if (gap !== null) {
      this.doubt({ kind: "number-wrong", found: number }, gap, line);
      return this.take(at, gap);
    }
    if (!this.isFree(place)) return false;
    const fitting = names.whole.length === 0 && names.partly.includes(place);
    if (fitting && names.partly.length > 1 && columns) this.doubt({ kind: "name-cut", found: name, numbered: true }, place, line);
    else if (!fitting && !strange && name !== "" && factorAt(this.scheme, place).name !== "")
      this.doubt({ kind: "name-strange", found: name }, place, line);
    return this.take(at, place);
  }

  private bare(at: number, row: RawRow): boolean {
    if (row.number !== null || row.names.whole.length > 0) return false;
    const gap = this.gapAt(at, row, -1);
    if (gap === null) return false;
    this.doubt({ kind: "unnamed" }, gap, row.line);
    return this.take(at, gap);
  }

  /** The one free factor between a row's neighbours, in either direction, that the row's levels and points fit. */
  private gapAt(at: number, row: RawRow, except: number): number | null {
    const before = this.neighbour(at, -1);
    const after = this.neighbour(at, 1);
    const last = this.owners.length;
    const [low, high] =
      before !== null && after !== null ? [Math.min(before, after), Math.max(before, after)] : [before ?? -1, after ?? last];
    const free: number[] = [];
    for (let place = low + 1; place < high; place++)
      if (place !== except && this.isFree(place) && row.tails.some((tail) => fits(this.scheme, place, tail))) free.push(place);
    const [only] = free;
    return free.length === 1 && only !== undefined ? only : null;
  }

  private neighbour(at: number, step: 1 | -1): number | null {
    for (let index = at + step; index >= 0 && index < this.rows.length && Math.abs(index - at) < MOST_APART; index += step) {
      const place = this.places[index];
      if (place !== null && place !== undefined) return place;
    }
    return null;
  }

  /** A row for whose factor another row stands already, or for which there is none. */
  private second(row: RawRow): void {
    const place = row.names.whole[0] ?? (row.number === null ? -1 : row.number - 1);
    const owner = this.owners[place];
    const found = tailText(row);
    if (owner === null || owner === undefined) {
      this.book.add(
        { kind: "row-unplaced", found: `${row.printedNumber} ${row.name} ${found}`.trim() },
        { line: row.line, proposal: "left out" },
      );
      return;
    }
    const better = !owner.tails.some((tail) => fits(this.scheme, place, tail)) && row.tails.some((tail) => fits(this.scheme, place, tail));
    const [kept, other] = better ? [row, owner] : [owner, row];
    this.owners[place] = kept;
    const same = tailText(kept) === tailText(other);
    const factor = factorAt(this.scheme, place);
    this.book.add(
      { kind: "row-twice", found: tailText(other), kept: tailText(kept) },
      { factor, line: other.line, field: "levels", proposal: tailText(kept), remark: same },
    );
  }

  /** Whether most names are not those of the scheme's factors: one doubt for all. */
  private remarkScheme(): boolean {
    const withName = this.rows.filter(({ name, number }) => name !== "" && number !== null);
    const named = withName.filter(({ names }) => names.whole.length > 0 || names.partly.length > 0);
    const hasNames = this.scheme.factors.some(({ name }) => name !== "");
    if (!hasNames || withName.length < 4 || named.length * 2 >= withName.length) return false;
    const scheme = this.scheme.name === "own" ? "your points chart" : this.scheme.name;
    this.book.add({ kind: "other-scheme", named: named.length, rows: withName.length, scheme }, { proposal: "by number" });
    return true;
  }

  private doubt(matter: Parameters<DoubtBook["add"]>[0], place: number, line: number): void {
    const factor = factorAt(this.scheme, place);
    const remark = matter.kind === "name-cut";
    this.book.add(matter, { factor, line, field: "levels", proposal: factorTitle(factor).replace("F", "f"), remark });
  }
}

const tailText = ({ tails }: RawRow): string => `${tails[0]?.levels ?? ""} ${tails[0]?.points ?? ""}`.trim();

const MOST_APART = 40;
