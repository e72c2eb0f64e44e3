import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import { type Outcome, run } from "../failure";
import { schemeNamed } from "../../data/library";
import { changeMappings, loadMappings, type RegisterMapping } from "../mapping";
import { findHeadings, keyAt } from "./location";
import { type Cells, recognise, type RecognitionAnswer } from "./recognition";
import { splitRows } from "./row";

/** The sheet in front, and what it looks like as a register. */
export interface SheetLook {
  readonly sheetId: string;
  readonly sheetName: string;
  /** Where the first cell that was read stands on the sheet. */
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly answer: RecognitionAnswer;
  /** Of each column, some of what stands below its heading. */
  readonly samples: readonly string[];
}

/** Which columns a person has agreed to; counted as `SheetLook` counts them. */
export interface AdoptionChoice {
  readonly sheetId: string;
  readonly scheme: string;
  readonly headingRows: 1 | 2;
  readonly headings: readonly string[];
  /** A column a factor, in the scheme's order. */
  readonly factors: readonly number[];
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
}

/** Reads the sheet in front and changes nothing. What was agreed before is shown as agreed, unless a scheme is asked for. */
export function lookAtSheet(scheme?: Scheme): Promise<Outcome<SheetLook>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.load("id,name");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("values,rowIndex,columnIndex");
    const mappings = await loadMappings(context);
    await context.sync();
    const cells = used.isNullObject ? [] : (used.values as Entry[][]);
    const mapping = scheme === undefined ? mappings.find(({ sheetId }) => sheetId === sheet.id) : undefined;
    const answer = (mapping === undefined ? null : agreed(mapping, cells)) ?? recognise(cells, scheme);
    const first = answer.kind === "register" ? answer.recognition.headingRow + 1 : 0;
    return {
      sheetId: sheet.id,
      sheetName: sheet.name,
      rowIndex: used.isNullObject ? 0 : used.rowIndex,
      columnIndex: used.isNullObject ? 0 : used.columnIndex,
      answer,
      samples: (cells[0] ?? []).map((_, column) => sampleOf(cells.slice(first), column)),
    };
  });
}

/** The columns that a person has agreed to, where they stand now; null where some are not found. */
function agreed(mapping: RegisterMapping, cells: Cells): RecognitionAnswer | null {
  const scheme = schemeNamed(mapping.scheme);
  const places = findHeadings(mapping, cells);
  if (scheme?.factors.length !== mapping.factors.length || !places.found) return null;
  const factors = places.factors.map((column) => ({ column, why: "agreed" as const }));
  const rows = splitRows(cells.slice(places.row + 1), places.columns, factors, places.headings);
  return {
    kind: "register",
    recognition: {
      scheme,
      headingRow: places.row,
      headingRows: mapping.headingRows,
      headings: places.headings,
      factors,
      columns: places.columns,
      jobs: rows.jobs.length,
      leftOut: rows.leftOut.map(({ row, why }) => ({ row: places.row + 1 + row, why })),
    },
  };
}

function sampleOf(body: readonly (readonly Entry[])[], column: number): string {
  const texts = body.slice(0, 50).flatMap((row) => (isBlank(row[column] ?? null) ? [] : [textOf(row[column] ?? null)]));
  return texts
    .slice(0, 3)
    .map((text) => (text.length > 24 ? `${text.slice(0, 23)}…` : text))
    .join(", ");
}

/** Keeps which columns are which; of the sheet itself nothing is touched. */
export function adoptSheet({ sheetId, scheme, headingRows, headings, factors, columns }: AdoptionChoice): Promise<Outcome<void>> {
  return run(async (context) => {
    const named = Object.entries(columns).map(([name, column]) => [name, keyAt(headings, column)]);
    await changeMappings(context, (registers) => [
      ...registers.filter((register) => register.sheetId !== sheetId),
      {
        sheetId,
        scheme,
        headingRows,
        factors: factors.map((column) => keyAt(headings, column)),
        columns: Object.fromEntries(named) as Partial<Record<ColumnName, ReturnType<typeof keyAt>>>,
        bands: registers.find((register) => register.sheetId === sheetId)?.bands ?? null,
      },
    ]);
    await context.sync();
  });
}
