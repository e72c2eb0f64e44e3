import { areaAt } from "./address";
import type { Look } from "./sheet-plan";

/** What every sheet of jobs that the add-in writes has in common: a title, its note, and the headings over the first job. */
export const HEADING_ROW = 3;
export const FIRST_JOB = HEADING_ROW + 1;

export const DARK = "#0F4C5C";
export const TINT = "#E6F0F2";
export const WARM = "#FFF4D6";

export const titleLooks: readonly Look[] = [
  { area: areaAt(0, 0, 1, 1), bold: true, size: 14, color: DARK },
  { area: areaAt(1, 0, 1, 1), italic: true },
];

export const headingLook = (column: number, columns: number): Look => ({
  area: areaAt(HEADING_ROW, column, 1, columns),
  fill: DARK,
  color: "#FFFFFF",
  bold: true,
  size: 9,
  wrap: true,
  vertical: "Center",
});

/** Heights of the rows down to the headings, which wrap. */
export const headingHeights = (points: number): readonly (number | null)[] => [...Array<null>(HEADING_ROW).fill(null), points];
