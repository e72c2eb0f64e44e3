import { library } from "../../data/library";
import { type Entry, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import type { Steps } from "../../domain/steps";
import { type Cells, isWords } from "./body";
import { headingOf } from "./heading";
import { type ColumnsAnswer, factorsNamed, type FoundColumns, type NoRegister, TELLING_ROWS } from "./recognition";
import { type LeftOut, splitRows } from "./row";

/** What a sheet looks like as a register; rows and columns count from the first cell given. */
export interface Recognition extends FoundColumns {
  readonly jobs: number;
  readonly leftOut: readonly LeftOut[];
  /** Rows that count as jobs, though their labels might be totals'. */
  readonly doubtful: readonly number[];
}

export type RecognitionAnswer = { readonly kind: "register"; readonly recognition: Recognition } | NoRegister;

/** A row's word for its scheme: "NHS" in "NHS JES", "nhs", never in "NHSE". */
const schemeWords = library.schemes.map((scheme) => ({ scheme, word: new RegExp(`\\b${scheme.name}\\b`, "i") }));

/**
 * Goes through a sheet's rows from its top, some at a time: what its columns are, which rows are jobs, and whether there are jobs of another
 * scheme among them.
 */
export class Survey {
  private readonly rowsOnTop: (readonly Entry[])[] = [];
  private columns: ColumnsAnswer | null = null;
  private rows = 0;
  private jobs = 0;
  private readonly leftOut: LeftOut[] = [];
  private readonly doubtful: number[] = [];
  private readonly schemesNamed = new Set<Scheme>();

  constructor(private readonly columnsOf: (top: Cells) => Steps<ColumnsAnswer>) {}

  /** The rows by which the columns are told. */
  get top(): Cells {
    return this.rowsOnTop;
  }

  /** Whether it is certain that the sheet is no register. */
  get hopeless(): boolean {
    return this.columns !== null && this.columns.kind !== "columns";
  }

  *take(cells: Cells): Steps<void> {
    this.rows += cells.length;
    if (this.columns !== null) this.count(cells, this.rows - cells.length);
    else {
      this.rowsOnTop.push(...cells);
      if (this.rows >= TELLING_ROWS) yield* this.tellColumns();
    }
  }

  /** Once all rows were taken. */
  *answer(): Steps<RecognitionAnswer> {
    const columns = this.columns ?? (yield* this.tellColumns());
    if (columns.kind !== "columns") return columns;
    return { kind: "register", recognition: { ...columns.found, jobs: this.jobs, leftOut: this.leftOut, doubtful: this.doubtful } };
  }

  private *tellColumns(): Steps<ColumnsAnswer> {
    this.columns = yield* this.columnsOf(this.rowsOnTop);
    this.count(this.rowsOnTop, 0);
    return this.columns;
  }

  /** @param from the row of the first of these cells. */
  private count(cells: Cells, from: number): void {
    if (this.columns?.kind !== "columns") return;
    const { found, schemeColumn } = this.columns;
    const skip = Math.max(0, found.headingRow + 1 - from);
    const [body, first] = [cells.slice(skip), from + skip];
    const rows = splitRows(body, found.columns, found.factors, found.headings);
    this.jobs += rows.jobs.length;
    for (const { row, why } of rows.leftOut) this.leftOut.push({ row: first + row, why });
    this.doubtful.push(...rows.doubtful.map((row) => first + row));
    for (const [index, row] of body.entries()) {
      const second = this.secondScheme(row, found.scheme, schemeColumn, first + index);
      if (second !== null) return void (this.columns = second);
    }
  }

  /** A scheme column that names both, or headings of the other scheme further down. */
  private secondScheme(cells: readonly Entry[], own: Scheme, schemeColumn: number | null, row: number): NoRegister | null {
    const said = schemeColumn === null ? "" : textOf(cells[schemeColumn] ?? null);
    if (said !== "") for (const { scheme, word } of schemeWords) if (word.test(said)) this.schemesNamed.add(scheme);
    if (this.schemesNamed.size > 1) return { kind: "two-schemes", schemes: [...this.schemesNamed].map(({ name }) => name), row: null };
    const words = cells.filter(isWords).length;
    const others = library.schemes.filter((other) => other !== own && words * 2 >= other.factors.length);
    if (others.length === 0) return null;
    const headings = cells.map((cell) => headingOf(cell));
    const share = (scheme: Scheme): number => factorsNamed(headings, scheme) / scheme.factors.length;
    const other = others.find((scheme) => share(scheme) * 1.3 > 1 && share(scheme) > share(own));
    return other === undefined ? null : { kind: "two-schemes", schemes: [own.name, other.name], row };
  }
}
