import type { Outcome } from "../failure";
import { type AddedSheet, addSheets } from "../insertion";
import { changeMappings, columnKey } from "../mapping";
import { rangeName } from "../named-range";
import { type NewRegister, newRegisterPlan } from "./creation-sheet";

/** Adds a sheet that is a register: all of it, or none. */
export async function createRegister(wanted: NewRegister): Promise<Outcome<AddedSheet>> {
  const { sheet, factorHeadings, columns, grades } = newRegisterPlan(wanted);
  const outcome = await addSheets([sheet], async (context, added) => {
    const [{ id, name } = { id: "", name: "" }] = added;
    await changeMappings(context, (registers) => [
      ...registers,
      {
        sheetId: id,
        scheme: wanted.scheme.id,
        headingRows: 1,
        factors: factorHeadings.map((heading, place) => ({
          heading,
          before: factorHeadings[place - 1] ?? "",
          after: factorHeadings[place + 1] ?? "",
        })),
        columns: Object.fromEntries(
          Object.entries(columns)
            .filter(([column]) => column !== "match" || wanted.scheme.matchRule !== null)
            .map(([column, heading]) => [column, columnKey(heading)]),
        ),
        bands: grades === null ? null : rangeName(name, grades),
      },
    ]);
  });
  return outcome.ok ? { ok: true, value: outcome.value[0] ?? { id: "", name: sheet.name } } : outcome;
}
