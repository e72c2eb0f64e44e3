import type { Entry } from "../domain/entry";
import { bad, type Result } from "../domain/result";
import type { BandTable } from "../domain/scheme/band";
import { readBandTable } from "../domain/scheme/band-range";
import { MOST_FACTORS, MOST_LEVELS } from "../domain/scheme/own-chart";
import type { Scheme } from "../domain/scheme/scheme";
import { readChart } from "./basis";
import { type Outcome, run } from "./failure";
import { type ChosenPlace, keepRange, keptName, namesBefore, putNamesBack } from "./kept-range";
import { changeMappings } from "./mapping";
import { rangeName } from "./named-range";

/** Cells that a person has pointed at, and what they read as. */
export interface ChosenTable<T> extends ChosenPlace {
  readonly reading: Result<T>;
}

export type ChosenChart = ChosenTable<Scheme>;
export type ChosenGrades = ChosenTable<BandTable>;

/** The selected cells as a points chart of one's own, read as the functions read it. */
export const chooseChart = (): Promise<Outcome<ChosenChart>> => run(async (context) => chartAt(await selectedTable(context)));

/** The selected cells as a grade table. */
export const chooseGrades = (): Promise<Outcome<ChosenGrades>> => run(async (context) => gradesAt(await selectedTable(context)));

/** The same cells once more: somebody may have typed in them since they were chosen. */
export const readChartAgain = async (context: Excel.RequestContext, place: ChosenPlace): Promise<ChosenChart> =>
  chartAt(await tableAt(context, place));

export const readGradesAgain = async (context: Excel.RequestContext, place: ChosenPlace): Promise<ChosenGrades> =>
  gradesAt(await tableAt(context, place));

interface Table extends ChosenPlace {
  readonly cells: readonly (readonly Entry[])[];
}

function chartAt({ cells, ...place }: Table): ChosenChart {
  if (isOne(place)) return { ...place, reading: bad({ kind: "one-cell-selected", what: "points chart" }) };
  const reading = readChart(cells, rangeName(place.sheetName, place.area));
  if (!reading.ok) return { ...place, reading };
  const { factors } = reading.value;
  const levels = Math.max(...factors.map((factor) => factor.levels.length));
  const fits = factors.length <= MOST_FACTORS && levels <= MOST_LEVELS;
  return { ...place, reading: fits ? reading : bad({ kind: "chart-size", factors: factors.length, levels }) };
}

const gradesAt = ({ cells, ...place }: Table): ChosenGrades => ({
  ...place,
  reading: isOne(place) ? bad({ kind: "one-cell-selected", what: "grade table" }) : readBandTable(cells),
});

const isOne = ({ area }: ChosenPlace): boolean => area.rows * area.columns === 1;

/** Whole columns may be selected: what lies beyond all that is used is left out. */
async function selectedTable(context: Excel.RequestContext): Promise<Table> {
  const selected = context.workbook.getSelectedRange();
  selected.load("rowIndex,columnIndex,rowCount,columnCount");
  const { worksheet } = selected;
  worksheet.load("id,name");
  const used = worksheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  const { rowIndex: row, columnIndex: column } = selected;
  const [rows, columns] = used.isNullObject
    ? [1, 1]
    : [
        Math.max(1, Math.min(selected.rowCount, used.rowIndex + used.rowCount - row)),
        Math.max(1, Math.min(selected.columnCount, used.columnIndex + used.columnCount - column)),
      ];
  return tableAt(context, { sheetId: worksheet.id, sheetName: worksheet.name, area: { row, column, rows, columns } });
}

async function tableAt(context: Excel.RequestContext, place: ChosenPlace): Promise<Table> {
  const sheet = context.workbook.worksheets.getItem(place.sheetId);
  const { row, column, rows, columns } = place.area;
  const range = sheet.getRangeByIndexes(row, column, rows, columns);
  sheet.load("name");
  range.load("values");
  await context.sync();
  return { ...place, sheetName: sheet.name, cells: range.values as Entry[][] };
}

/** Keeps the selected cells as a register's grade table, once they read as one. */
export async function keepGradeTable(sheetId: string): Promise<Outcome<ChosenGrades>> {
  let before: ReadonlyMap<string, string | null> = new Map();
  const outcome = await run(async (context) => {
    const chosen = gradesAt(await selectedTable(context));
    if (!chosen.reading.ok) return chosen;
    before = await namesBefore(context, [keptName("Grades", sheetId)]);
    const bands = await keepRange(context, "Grades", sheetId, chosen);
    await changeMappings(context, (registers) =>
      registers.map((register) => (register.sheetId === sheetId ? { ...register, bands } : register)),
    );
    await context.sync();
    return chosen;
  });
  if (!outcome.ok) await putNamesBack(before);
  return outcome;
}
