import { parseAddress } from "../../src/host/workbook/address";
import { isCellError, type CellValue } from "../../src/host/workbook/cell";
import type { Calculate } from "../../src/host/workbook/memory";
import type { SheetPort } from "../../src/host/workbook/port";

/** Sums, products and SUM over cells and names: enough for a workbook in memory to follow formulas in tests. */
export function arithmetic(workbook: () => { sheets(): readonly SheetPort[]; names(): ReadonlyMap<string, string> }): Calculate {
  const cells = (text: string, home: SheetPort): CellValue[] => {
    const address = parseAddress(workbook().names().get(text)?.slice(1) ?? text);
    if (!address) return [{ error: "#NAME?" }];
    const sheet = workbook()
      .sheets()
      .find((candidate) => candidate.name() === address.sheetName);
    return (sheet ?? home).values(address.area).flat();
  };
  const operand = (text: string, home: SheetPort): CellValue => {
    if (text.includes("#REF!")) return { error: "#REF!" };
    const sum = /^SUM\((.*)\)$/.exec(text)?.[1];
    if (sum !== undefined) return add(cells(sum, home).filter((value) => typeof value === "number" || isCellError(value)));
    return Number.isFinite(Number(text)) ? Number(text) : (cells(text, home)[0] ?? 0);
  };
  return (formula, home) =>
    add(
      formula
        .slice(1)
        .split(/\+(?![^(]*\))/)
        .map((term) => multiply(term.split("*").map((factor) => operand(factor.trim(), home)))),
    );
}

function add(values: readonly CellValue[]): CellValue {
  return values.find(isCellError) ?? values.reduce<number>((sum, value) => sum + Number(value ?? 0), 0);
}

function multiply(values: readonly CellValue[]): CellValue {
  return values.find(isCellError) ?? values.reduce<number>((product, value) => product * Number(value ?? 0), 1);
}
