import type { ColumnName } from "../../data/register/heading";
import { type Entry, isBlank, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import { type Outcome, run } from "../failure";
import { readBasis, schemeOf } from "../basis";
import { type ChosenChart, readChartAgain } from "../chosen-table";
import { type ChosenPlace, keepRange, keptName, namesBefore, putNamesBack } from "../kept-range";
import { changeMappings, type KeptChart, loadMappings, OWN_SCHEME, type RegisterMapping, schemeKey } from "../mapping";
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
  readonly scheme: Scheme;
  /** The points chart of one's own, where it was pointed at just now. */
  readonly chart: ChosenPlace | null;
  readonly headingRows: 1 | 2;
  readonly headings: readonly string[];
  /** A column a factor, in the scheme's order. */
  readonly factors: readonly number[];
  readonly columns: Readonly<Partial<Record<ColumnName, number>>>;
}

/**
 * Reads a sheet, the one in front unless another is named, and changes nothing. What was agreed before is shown as agreed, unless a scheme
 * is asked for.
 */
export function lookAtSheet(scheme?: Scheme, sheetId?: string): Promise<Outcome<SheetLook>> {
  return run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = sheetId === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(sheetId);
    sheet.load("id,name");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("values,rowIndex,columnIndex");
    const mappings = await loadMappings(context);
    await context.sync();
    const cells = used.isNullObject ? [] : (used.values as Entry[][]);
    const mapping = scheme === undefined ? mappings.find(({ sheetId }) => sheetId === sheet.id) : undefined;
    const known = mapping === undefined ? null : schemeOf(await readBasis(context, mapping));
    const answer = (mapping === undefined || known === null ? null : agreed(mapping, known, cells)) ?? recognise(cells, scheme);
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
function agreed(mapping: RegisterMapping, scheme: Scheme, cells: Cells): RecognitionAnswer | null {
  const places = findHeadings(mapping, cells, scheme);
  if (!places.found) return null;
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

export type Adoption = { readonly kind: "adopted" } | { readonly kind: "table-fault"; readonly table: ChosenChart };

/** Keeps which columns are which; of the sheet itself nothing is touched. */
export async function adoptSheet({
  sheetId,
  scheme,
  chart,
  headingRows,
  headings,
  factors,
  columns,
}: AdoptionChoice): Promise<Outcome<Adoption>> {
  let before: ReadonlyMap<string, string | null> = new Map();
  const outcome = await run(async (context): Promise<Adoption> => {
    const named = Object.entries(columns).map(([name, column]) => [name, keyAt(headings, column)]);
    let kept: KeptChart | null = null;
    if (chart !== null) {
      const table = await readChartAgain(context, chart);
      if (!table.reading.ok) return { kind: "table-fault", table };
      before = await namesBefore(context, [keptName("Chart", sheetId)]);
      kept = { ...(await keepRange(context, "Chart", sheetId, table)), factors: table.reading.value.factors.map(({ name }) => name) };
    }
    await changeMappings(context, (registers) => {
      const old = registers.find((register) => register.sheetId === sheetId);
      const key = schemeKey(scheme);
      return [
        ...registers.filter((register) => register !== old),
        {
          sheetId,
          scheme: key,
          headingRows,
          factors: factors.map((column) => keyAt(headings, column)),
          columns: Object.fromEntries(named) as Partial<Record<ColumnName, ReturnType<typeof keyAt>>>,
          // Grades belong to the scheme that they were given for.
          bands: old?.scheme === key ? old.bands : null,
          chart: key === OWN_SCHEME ? (kept ?? old?.chart ?? null) : null,
        },
      ];
    });
    await context.sync();
    return { kind: "adopted" };
  });
  if (!outcome.ok) await putNamesBack(before);
  return outcome;
}
