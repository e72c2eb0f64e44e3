import { type Entry, isBlank, textOf } from "../../domain/entry";
import type { Scheme } from "../../domain/scheme/scheme";
import { areaAt, areaOfRange } from "../address";
import { readBasis, schemeOf } from "../basis";
import { type Progress, readParts } from "../cell-parts";
import { type Outcome, run } from "../failure";
import { loadMappings, type RegisterMapping } from "../mapping";
import { inSlices } from "../slices";
import { findHeadings } from "./location";
import type { Cells } from "./body";
import { type Chosen, type ColumnsAnswer, recogniseColumns, rowsOfText } from "./recognition";
import { type RecognitionAnswer, Survey } from "./survey";

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
  /** The rows that may hold the headings, with what they begin with. */
  readonly textRows: readonly { readonly row: number; readonly text: string }[];
}

interface LookOptions {
  /** What a person has said of the sheet; its rows count from the first cell that is read. */
  readonly chosen?: Chosen | undefined;
  /** Else the sheet in front. */
  readonly sheetId?: string | undefined;
  readonly tell?: (progress: Progress) => void;
  readonly wanted?: () => boolean;
}

/**
 * Reads a sheet and changes nothing; null where it was no longer wanted. What was agreed before is shown as agreed, unless something else is
 * asked for.
 */
export async function lookAtSheet({ chosen, sheetId: wantedId, tell, wanted = () => true }: LookOptions = {}): Promise<
  Outcome<SheetLook | null>
> {
  const front = await run(async (context) => {
    const { worksheets } = context.workbook;
    const sheet = wantedId === undefined ? worksheets.getActiveWorksheet() : worksheets.getItem(wantedId);
    sheet.load("id,name");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowIndex,columnIndex,rowCount,columnCount");
    const mappings = await loadMappings(context);
    await context.sync();
    const mapping = chosen === undefined ? mappings.find(({ sheetId }) => sheetId === sheet.id) : undefined;
    const known = mapping === undefined ? null : schemeOf(await readBasis(context, mapping));
    const area = used.isNullObject ? areaAt(0, 0, 0, 0) : areaOfRange(used);
    return { sheetId: sheet.id, sheetName: sheet.name, before: mapping && known ? { mapping, scheme: known } : null, area };
  });
  if (!front.ok) return front;
  const { sheetId, sheetName, before, area } = front.value;
  const survey = new Survey(function* (top) {
    return (before === null ? null : agreed(before.mapping, before.scheme, top)) ?? (yield* recogniseColumns(top, chosen));
  });
  // Once dropped it stays so, though another look may be wanted by then.
  const dropped = new AbortController();
  const read = await readParts(
    sheetId,
    area,
    async ({ from, cells }) => {
      if ((await inSlices(survey.take(cells), wanted)) === null) return dropped.abort();
      tell?.({ sheetName, done: from - area.row + cells.length, of: area.rows });
    },
    () => !dropped.signal.aborted && wanted() && !survey.hopeless,
  );
  if (!read.ok) return read;
  const told = dropped.signal.aborted || !wanted() ? null : await inSlices(survey.answer(), wanted);
  if (told === null) return { ok: true, value: null };
  const answer = told.value;
  const first = answer.kind === "register" ? answer.recognition.headingRow + 1 : 0;
  const samples = (survey.top[0] ?? []).map((_, column) => sampleOf(survey.top.slice(first), column));
  const textRows = rowsOfText(survey.top);
  return { ok: true, value: { sheetId, sheetName, rowIndex: area.row, columnIndex: area.column, answer, samples, textRows } };
}

/** The columns that a person has agreed to, where they stand now; null where some are not found. */
function agreed(mapping: RegisterMapping, scheme: Scheme, top: Cells): ColumnsAnswer | null {
  const places = findHeadings(mapping, top, scheme);
  if (!places.found) return null;
  return {
    kind: "columns",
    found: {
      scheme,
      headingRow: places.row,
      headingRows: mapping.headingRows,
      headings: places.headings,
      factors: places.factors.map((column) => ({ column, why: "agreed" })),
      rivals: places.factors.map(() => []),
      columns: places.columns,
    },
    schemeColumn: null,
  };
}

function sampleOf(body: readonly (readonly Entry[])[], column: number): string {
  const texts = body.slice(0, 50).flatMap((row) => (isBlank(row[column] ?? null) ? [] : [textOf(row[column] ?? null)]));
  return texts
    .slice(0, 3)
    .map((text) => (text.length > 24 ? `${text.slice(0, 23)}…` : text))
    .join(", ");
}
