import { parseAddress } from "./address";

/** Cells that stand one below the other. */
export interface ColumnRun {
  readonly sheetName: string;
  readonly column: number;
  readonly from: number;
  to: number;
}

/** Single cells joined to runs down a column: the engine tests every formula against every range. */
export function columnRuns(addresses: readonly string[]): readonly ColumnRun[] {
  const cells = addresses
    .flatMap((text) => {
      const address = parseAddress(text);
      return address?.sheetName === undefined ? [] : [{ sheetName: address.sheetName, ...address.area }];
    })
    .sort((a, b) => (a.sheetName < b.sheetName ? -1 : a.sheetName > b.sheetName ? 1 : a.column - b.column || a.row - b.row));
  const runs: ColumnRun[] = [];
  for (const { sheetName, column, row } of cells) {
    const last = runs.at(-1);
    if (last?.sheetName === sheetName && last.column === column && row <= last.to + 1) last.to = row;
    else runs.push({ sheetName, column, from: row, to: row });
  }
  return runs;
}
