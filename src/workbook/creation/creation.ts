import { type ChosenChart, type ChosenGrades, readChartAgain, readGradesAgain } from "../chosen-table";
import { type Outcome, run } from "../failure";
import { type AddedSheet, addSheets } from "../insertion";
import { type ChosenPlace, keepRange, keptName, putNamesBack } from "../kept-range";
import { changeMappings, columnKey, schemeKey } from "../mapping";
import { rangeName } from "../named-range";
import { type NewRegister, newRegisterPlan } from "./creation-sheet";

/** A register for a scheme of one's own: where its points chart stands, and its grade table if it has one. */
export interface OwnRegister {
  readonly name: string;
  readonly jobs: number;
  readonly chart: ChosenPlace;
  readonly grades: ChosenPlace | null;
}

export type Creation =
  | { readonly kind: "created"; readonly sheet: AddedSheet }
  /** Nothing was created: the chart, or the grade table, cannot be read. */
  | { readonly kind: "table-fault"; readonly table: ChosenChart | ChosenGrades };

/** Adds a sheet that is a register: all of it, or none. */
export const createRegister = (wanted: Omit<NewRegister, "own">): Promise<Outcome<Creation>> => create({ ...wanted, own: null }, null);

/** The same for a points chart of one's own, which is read once more first: its formulas name the cells. */
export async function createOwnRegister({ name, jobs, chart, grades }: OwnRegister): Promise<Outcome<Creation>> {
  const read = await run(async (context) => ({
    chart: await readChartAgain(context, chart),
    grades: grades === null ? null : await readGradesAgain(context, grades),
  }));
  if (!read.ok) return read;
  const tables = read.value;
  if (!tables.chart.reading.ok) return { ok: true, value: { kind: "table-fault", table: tables.chart } };
  if (tables.grades?.reading.ok === false) return { ok: true, value: { kind: "table-fault", table: tables.grades } };
  const address = ({ sheetName, area }: ChosenPlace): string => rangeName(sheetName, area);
  const own = { chart: address(tables.chart), grades: tables.grades === null ? null : address(tables.grades) };
  return create({ scheme: tables.chart.reading.value, name, jobs, grades: null, own }, tables);
}

async function create(
  wanted: NewRegister,
  tables: { readonly chart: ChosenPlace; readonly grades: ChosenPlace | null } | null,
): Promise<Outcome<Creation>> {
  const { sheet, factorHeadings, columns, grades } = newRegisterPlan(wanted);
  let named: readonly string[] = [];
  const outcome = await addSheets([sheet], async (context, added) => {
    const [{ id, name } = { id: "", name: "" }] = added;
    named = [keptName("Grades", id), keptName("Chart", id)];
    const gradesPlace = grades === null ? (tables?.grades ?? null) : { sheetName: name, area: grades };
    const bands = gradesPlace === null ? null : await keepRange(context, "Grades", id, gradesPlace);
    const chart = tables === null ? null : await keepRange(context, "Chart", id, tables.chart);
    await changeMappings(context, (registers) => [
      ...registers,
      {
        sheetId: id,
        scheme: schemeKey(wanted.scheme),
        headingRows: 1,
        factors: factorHeadings.map((heading, place) => ({
          heading,
          before: factorHeadings[place - 1] ?? "",
          after: factorHeadings[place + 1] ?? "",
        })),
        columns: Object.fromEntries(Object.entries(columns).map(([column, heading]) => [column, columnKey(heading)])),
        bands,
        chart: chart === null ? null : { ...chart, factors: wanted.scheme.factors.map((factor) => factor.name) },
      },
    ]);
  });
  if (!outcome.ok) {
    await putNamesBack(new Map(named.map((name) => [name, null])));
    return outcome;
  }
  return { ok: true, value: { kind: "created", sheet: outcome.value[0] ?? { id: "", name: sheet.name } } };
}
