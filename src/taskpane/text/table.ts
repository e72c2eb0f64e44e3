import { describe, type Problem } from "../../domain/problem";
import type { BandTable } from "../../domain/scheme/band";
import { highestPoints, type Scheme } from "../../domain/scheme/scheme";
import { faultyCell } from "../../domain/scheme/table-fault";
import { areaAddress, cellAddress } from "../../workbook/address";
import type { TableCorner } from "../../workbook/basis";
import type { ChosenChart, ChosenGrades } from "../../workbook/chosen-table";

const factors = (count: number): string => (count === 1 ? "1 factor" : `${count} factors`);

/** What is said of a points chart or a grade table that a person has pointed at. */
export const tableText = {
  own: "A scheme of your own (points chart on a sheet)",
  chart: "Points chart",
  chartHint:
    "A row for each factor, a column for each level, the points in the cells; names in the first column and headings in the first row if you like. Select its cells on their sheet, then press the button.",
  chooseChart: "Use selected cells as points chart",
  chooseAgain: (button: string): string => button.replace("Use selected cells", "Use other selected cells"),
  grades: "Grade table (optional)",
  gradesHint: "Label, lowest score and, if you like, highest score, a row a grade. Select the cells, then press the button.",
  chooseGrades: "Use selected cells as grade table",
  withoutGrades: "Without grade table",
  noProfiles: "National profiles are for the NHS scheme: a register of your own scheme has scores and grades, and no matching.",
  noChart: "Point at the cells of the points chart first.",
  where: ({ sheetName, area }: ChosenChart | ChosenGrades): string => `${areaAddress(area)} on sheet ${sheetName}`,
  chartRead: (scheme: Scheme): string => {
    const levels = scheme.factors.map((factor) => factor.levels.length);
    const [fewest, most] = [Math.min(...levels), Math.max(...levels)];
    const lowest = scheme.factors.reduce((sum, factor) => sum + (factor.levels[0]?.points ?? 0), 0);
    const highest = scheme.factors.reduce((sum, factor) => sum + highestPoints(factor), 0);
    const range = fewest === most ? `${most} levels each` : `${fewest} to ${most} levels`;
    return `${factors(scheme.factors.length)}, ${range}; scores from ${round(lowest)} to ${round(highest)}.`;
  },
  factorNames: (scheme: Scheme): string =>
    scheme.factors.map(({ number, name }) => (name === "" ? `factor ${number}` : `${number} ${name}`)).join("; "),
  gradesRead: ({ bands }: BandTable): string =>
    `${bands.length === 1 ? "1 grade" : `${bands.length} grades`}, from ${bands[0]?.label ?? ""} to ${bands.at(-1)?.label ?? ""}.`,
  fault: (table: ChosenChart | ChosenGrades): string => {
    const { sheetName, area, reading } = table;
    if (reading.ok) return "";
    const { problem } = reading;
    return (
      tableText.faultAt(problem, { sheetId: "", sheetName, row: area.row, column: area.column }) ??
      `${tableText.where(table)}: ${describe(problem)}`
    );
  },
  /** Names the cell; null where the problem is about no single one. */
  faultAt: (problem: Problem, corner: TableCorner): string | null => {
    const cell = faultyCell(problem);
    return cell === null
      ? null
      : `Cell ${cellAddress(corner.row + cell.row - 1, corner.column + cell.column - 1)} on sheet ${corner.sheetName}: ${describe(problem)}`;
  },
};

/** Sums of points with parts are freed from the dust of binary fractions. */
const round = (points: number): number => Math.round(points * 1e9) / 1e9;
