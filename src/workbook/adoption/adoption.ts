import type { ColumnName } from "../../data/register/heading";
import type { Scheme } from "../../domain/scheme/scheme";
import { type ChosenChart, readChartAgain } from "../chosen-table";
import { type Outcome, run } from "../failure";
import { type ChosenPlace, keepRange, keptName, namesBefore, putNamesBack } from "../kept-range";
import { changeMappings, type KeptChart, OWN_SCHEME, schemeKey } from "../mapping";
import { keyAt } from "./location";

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
