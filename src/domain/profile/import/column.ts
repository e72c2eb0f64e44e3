import type { Scheme } from "../../scheme/scheme";
import { LIBRARY_COLUMNS } from "../library-range";
import { readName, wordsOf } from "./factor-name";
import type { Line } from "./line";
import { looksLevels } from "./tail";

/** What a column beside the factors may hold; `Score`: lowest and highest in one. */
export type ColumnName = (typeof LIBRARY_COLUMNS)[number] | "Score";

/** How sure a heading is of its factor: by its place alone, by a name that is only alike or has another's number, or by the factor's own. */
export type Sureness = "place" | "number" | "alike" | "own";

export interface FactorColumn {
  readonly column: number;
  readonly by: Sureness;
}

/** Which column of a table holds what, by the table's headings. */
export interface Columns {
  readonly named: ReadonlyMap<ColumnName, number>;
  /** A factor each, in the scheme's order; null where no heading names it. */
  readonly factors: readonly (FactorColumn | null)[];
  /** Columns that are headed as another is: what they would hold, and the column kept for that. */
  readonly twice: readonly { readonly column: number; readonly kept: number }[];
}

/** What each factor is called beside its name in the scheme, a list a factor. */
export type FactorWords = readonly (readonly string[])[];

/** Reads the headings of tables; the same words come again and again. */
export class HeadingReader {
  private readonly known = new Map<string, Claim | null>();
  private readonly words: ReadonlyMap<string, number>;

  constructor(
    private readonly scheme: Scheme,
    factorWords: FactorWords,
  ) {
    this.words = new Map(factorWords.flatMap((names, place) => names.map((name) => [wordsOf(name).join(" "), place] as const)));
  }

  /** The columns by a line that heads a table of profiles, in whatever order; null where the line is no such heading. */
  columnsOf({ cells, filled }: Line): Columns | null {
    if (filled.length < FEWEST_COLUMNS) return null;
    const named = namedColumns(cells);
    const strict = STRICT.every((name, at) => named.get(name) === at);
    const claims = cells.flatMap((cell, column) => {
      const claim = [...named.values()].includes(column) ? null : this.claim(cell);
      return claim === null ? [] : [{ ...claim, column }];
    });
    const worded = new Set(claims.flatMap(({ by, place }) => (by === "figure" ? [] : [place]))).size;
    const figures = new Set(claims.map(({ place }) => place)).size;
    const titled = named.has("Title") || named.has("Id");
    const enough =
      worded * 2 >= this.scheme.factors.length || (titled && (worded >= FEWEST_NAMED || figures * 4 >= this.scheme.factors.length * 3));
    if (!strict && !enough) return null;
    // Levels stand below headings, not among them.
    const levels = filled.filter((cell) => looksLevels(cell) && this.claim(cell) === null).length;
    return levels * 4 > filled.length
      ? null
      : { named, ...this.assign(cells, worded < FEWEST_NAMED ? claims : claims.filter(({ by }) => by !== "figure"), named) };
  }

  /** The surest headings first. Among words a figure alone is no heading: it may be a level. */
  private assign(
    cells: readonly string[],
    claims: readonly (Claim & { readonly column: number })[],
    named: ReadonlyMap<ColumnName, number>,
  ): Pick<Columns, "factors" | "twice"> {
    const twice: { column: number; kept: number }[] = [];
    const factors = this.scheme.factors.map((_, place): FactorColumn | null => {
      const own = claims.filter((claim) => claim.place === place);
      const [best, ...others] = SUREST.flatMap((by) => own.filter((claim) => claim.by === by));
      if (best === undefined) return null;
      for (const { column } of others) twice.push({ column, kept: best.column });
      return { column: best.column, by: best.by === "figure" ? "own" : best.by };
    });
    for (const [name, kept] of named)
      for (const [column, cell] of cells.entries()) if (column !== kept && nameOf(cell) === name) twice.push({ column, kept });
    return { factors, twice };
  }

  private claim(cell: string): Claim | null {
    let claim = this.known.get(cell);
    if (claim === undefined) {
      claim = cell === "" || cell.length > LONGEST_HEADING ? null : this.readClaim(cell);
      this.known.set(cell, claim);
    }
    return claim;
  }

  /** "1. Communication", "F1", "Factor 1 level", "CRS (level)" */
  private readClaim(cell: string): Claim | null {
    const words = wordsOf(cell).filter((word) => !LEVEL_WORDS.has(word));
    const at = words.findIndex((word) => NUMBER.test(word));
    const number = at === 0 || at === words.length - 1 ? Number(NUMBER.exec(words[at] ?? "")?.[1]) : null;
    const place = number === null || Number.isNaN(number) ? null : number - 1;
    const rest = words.filter((_, index) => place === null || index !== at);
    const numbered = place !== null && this.scheme.factors[place] !== undefined ? place : null;
    if (rest.length === 0) return numbered === null ? null : { place: numbered, by: /^[\d\s.()]+$/.test(cell) ? "figure" : "own" };
    const name = rest.join(" ");
    const synonym = this.words.get(name);
    if (synonym !== undefined) return { place: synonym, by: place === null || place === synonym ? "own" : "number" };
    const { whole, partly, exact, verbatim } = readName(this.scheme, name, true);
    const meant = exact && whole.length === 1 ? whole[0]! : whole.length === 0 && partly.length === 1 ? partly[0]! : null;
    if (meant !== null) {
      if (place !== null && place !== meant) return { place: meant, by: "number" };
      return { place: meant, by: place === meant || (exact && verbatim) ? "own" : "alike" };
    }
    return numbered !== null && partly.includes(numbered) ? { place: numbered, by: "own" } : null;
  }
}

interface Claim {
  readonly place: number;
  /** `figure`: a number and nothing else. */
  readonly by: Exclude<Sureness, "place"> | "figure";
}

const SUREST = ["own", "alike", "number", "figure"] as const;

function namedColumns(cells: readonly string[]): ReadonlyMap<ColumnName, number> {
  const names = cells.map(nameOf);
  const found = (Object.keys(COLUMN_WORDS) as ColumnName[]).flatMap((name): [ColumnName, number][] => {
    const columns = names.flatMap((own, column) => (own === name ? [column] : []));
    // "Title" is surer than "Role", where both stand there.
    const [best] = columns.sort((a, b) => wordPlace(name, cells[a]) - wordPlace(name, cells[b]));
    return best === undefined ? [] : [[name, best]];
  });
  return new Map(found);
}

const wordPlace = (name: ColumnName, cell: string | undefined): number => COLUMN_WORDS[name].indexOf(plainHeading(cell ?? ""));

const nameOf = (cell: string): ColumnName | null => NAMES.get(plainHeading(cell)) ?? null;

const plainHeading = (cell: string): string =>
  cell.length > LONGEST_HEADING
    ? ""
    : cell
        .toLowerCase()
        .replace(/[^a-z]+/g, " ")
        .trim();

/** How people head such columns, the most telling words first. */
const COLUMN_WORDS: Readonly<Record<ColumnName, readonly string[]>> = {
  Scheme: ["scheme", "je scheme", "job evaluation scheme", "evaluation scheme"],
  Id: [
    "id",
    "profile id",
    "profile ref",
    "profile reference",
    "profile code",
    "profile number",
    "profile no",
    "job id",
    "ref",
    "reference",
    "code",
  ],
  Title: [
    "title",
    "profile title",
    "profile name",
    "profile label",
    "job title",
    "role title",
    "post title",
    "job name",
    "role name",
    "profile",
    "name",
    "label",
    "role",
    "job",
    "post",
  ],
  Suite: ["suite", "profile suite", "profile group", "occupational group", "job family", "family", "staff group", "group"],
  Band: ["band", "bands", "profile band", "afc band", "agenda for change band", "pay band", "band s", "grade", "grades", "pay grade"],
  Generic: ["generic", "generic band", "generic provision", "band below", "asterisk"],
  Edition: ["edition", "version", "published", "date published", "publication date", "edition date", "date"],
  Lowest: [
    "lowest",
    "lowest score",
    "lowest points",
    "minimum",
    "minimum score",
    "minimum points",
    "min",
    "min score",
    "min points",
    "score from",
  ],
  Highest: [
    "highest",
    "highest score",
    "highest points",
    "maximum",
    "maximum score",
    "maximum points",
    "max",
    "max score",
    "max points",
    "score to",
  ],
  Score: [
    "score",
    "scores",
    "je score",
    "score range",
    "total",
    "total score",
    "total je score",
    "je total",
    "points",
    "total points",
    "points range",
  ],
};

const NAMES: ReadonlyMap<string, ColumnName> = new Map(
  (Object.keys(COLUMN_WORDS) as ColumnName[]).flatMap((name) => COLUMN_WORDS[name].map((words) => [words, name] as const)),
);
/** A table that begins so is one whatever else it heads. */
const STRICT = LIBRARY_COLUMNS.slice(0, 3);
const LEVEL_WORDS: ReadonlySet<string> = new Set(["level", "levels", "lvl", "je", "factor"]);
const NUMBER = /^f?(\d{1,2})$/;
const FEWEST_COLUMNS = 3;
const FEWEST_NAMED = 3;
const LONGEST_HEADING = 120;
