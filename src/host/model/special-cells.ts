import { HostFailure } from "../executor/failure";
import type { Area } from "../workbook/address";
import { isCellError, type CellValue } from "../workbook/cell";
import { usedPart } from "./content";
import type { RangeReference } from "./reference";

/** The cells of a kind, as few areas as rows and columns allow; none where there are none. */
export function specialCells(range: RangeReference, kind: string, valueKind = "All"): readonly Area[] {
  const { sheet } = range;
  const area = kind === "Visible" ? range.area : usedPart(range);
  const test = cellTest(range, kind, valueKind);
  const values = kind === "Visible" ? [] : sheet.values(area);
  const formulas = kind === "Visible" ? [] : sheet.formulas(area);
  if (kind === "Visible") return visibleAreas(range);
  return areasWhere(area, (row, column) => test(values[row]?.[column] ?? null, formulas[row]?.[column] ?? ""));
}

function cellTest(range: RangeReference, kind: string, valueKind: string): (value: CellValue, formula: string) => boolean {
  const wanted = valueTest(valueKind);
  switch (kind) {
    case "Blanks":
      return (value, formula) => value === null && formula === "";
    case "Constants":
      return (value, formula) => value !== null && formula === "" && wanted(value);
    case "Formulas":
      return (value, formula) => formula !== "" && wanted(value);
    case "Visible":
      return () => true;
    default:
      throw new HostFailure(
        "UnsupportedOperation",
        `The embedded workbook does not find special cells of the kind "${kind}" (${range.address}).`,
      );
  }
}

/** Names such as `ErrorsText` and `LogicalNumbers` say which kinds of value count. */
function valueTest(valueKind: string): (value: CellValue) => boolean {
  if (valueKind === "All") return () => true;
  return (value) => {
    const name = isCellError(value) ? "Errors" : typeof value === "number" ? "Number" : typeof value === "boolean" ? "Logical" : "Text";
    return valueKind.includes(name);
  };
}

function visibleAreas({ sheet, area }: RangeReference): readonly Area[] {
  const rows = lines(area.row, area.rowCount, (row) => !sheet.rowHidden(row));
  const columns = lines(area.column, area.columnCount, (column) => !sheet.columnHidden(column));
  return rows.flatMap((row) =>
    columns.map((column) => ({ row: row.from, rowCount: row.count, column: column.from, columnCount: column.count })),
  );
}

/** Runs of lines that pass. */
export function lines(from: number, count: number, passes: (line: number) => boolean): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (let line = from; line < from + count; line++) {
    if (!passes(line)) continue;
    const last = runs.at(-1);
    if (last && last.from + last.count === line) last.count++;
    else runs.push({ from: line, count: 1 });
  }
  return runs;
}

function areasWhere(area: Area, passes: (row: number, column: number) => boolean): readonly Area[] {
  const areas: { row: number; rowCount: number; column: number; columnCount: number }[] = [];
  for (let row = 0; row < area.rowCount; row++) {
    for (const { from, count } of lines(0, area.columnCount, (column) => passes(row, column))) {
      const above = areas.find(
        (known) => known.row + known.rowCount === area.row + row && known.column === area.column + from && known.columnCount === count,
      );
      if (above) above.rowCount++;
      else areas.push({ row: area.row + row, rowCount: 1, column: area.column + from, columnCount: count });
    }
  }
  return areas;
}
