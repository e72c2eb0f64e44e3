import type { GradedSampleRegister, SampleRegister } from "../data/register/sample";
import type { Area } from "./address";
import { bandFormula, checkFormula, evaluateFormula, matchFormula, scoreFormula } from "./formula";
import type { Look, PlannedCell, SheetPlan } from "./sheet-plan";

/** Headings of the columns that every register of ours has before its factors. */
export const JOB_HEADINGS = ["Job ID", "Job title", "Department", "Job family"] as const;

const HEADING_ROW = 2;
const FIRST_JOB = 3;
const FIRST_LEVEL = JOB_HEADINGS.length;
const JOB_WIDTHS = [58, 225, 150, 125];
const LEVEL_WIDTH = 66;

const DARK = "#0F4C5C";
const TINT = "#E6F0F2";
const WARM = "#FFF4D6";

/** The NHS sample: a table with live formulas in each row. */
export function nhsSheet(sample: SampleRegister): SheetPlan {
  const results = ["Score", "Band", "Match on levels", "Findings"];
  const width = FIRST_LEVEL + sample.headings.length + results.length;
  const score = FIRST_LEVEL + sample.headings.length;
  const table: Area = { row: HEADING_ROW, column: 0, rows: sample.jobs.length + 1, columns: width };
  return {
    name: "Register",
    blocks: [
      ...opening(sample),
      { row: HEADING_ROW, column: 0, cells: [[...JOB_HEADINGS, ...sample.headings, ...results]] },
      ...jobBlocks(sample),
      {
        row: FIRST_JOB,
        column: score,
        cells: sample.jobs.map((_, index) => {
          const row = FIRST_JOB + index;
          const levels = levelsOf(sample, row);
          return [scoreFormula(levels), bandFormula({ row, column: score }), matchFormula(levels), checkFormula(levels)];
        }),
      },
    ],
    looks: [
      ...openingLooks,
      ...headingLooks(width),
      centred(FIRST_JOB, FIRST_LEVEL, sample.jobs.length, sample.headings.length),
      { area: { row: FIRST_JOB, column: score, rows: sample.jobs.length, columns: results.length }, fill: TINT },
      { ...centred(FIRST_JOB, score, sample.jobs.length, 2), bold: true },
      { area: { row: FIRST_JOB, column: score, rows: sample.jobs.length, columns: 1 }, numberFormat: "0" },
    ],
    widths: [...JOB_WIDTHS, ...sample.headings.map(() => LEVEL_WIDTH), 50, 46, 470, 620],
    heights: [{ row: HEADING_ROW, points: 48 }],
    table: { area: table, name: "JobRegister", style: "TableStyleLight1" },
    frozen: { rows: FIRST_JOB, columns: 2 },
    start: { row: FIRST_JOB, column: FIRST_LEVEL },
  };
}

/** The NJC sample: no table, since one formula spills the results of all jobs from the grade table beside them. */
export function njcSheet(sample: GradedSampleRegister): SheetPlan {
  const results = ["Score", "Grade", "Points to fall", "Points to rise"];
  const score = FIRST_LEVEL + sample.headings.length;
  const findings = score + results.length;
  const width = findings + 1;
  const gradeColumn = width + 1;
  const levels: Area = { row: FIRST_JOB, column: FIRST_LEVEL, rows: sample.jobs.length, columns: sample.headings.length };
  const grades: Area = { row: FIRST_JOB, column: gradeColumn, rows: sample.grades.length, columns: 3 };
  const box = FIRST_JOB + sample.grades.length + 1;
  const shown = Math.max(0, sample.jobs.length - 3);
  return {
    name: "NJC register",
    blocks: [
      ...opening(sample),
      { row: HEADING_ROW, column: 0, cells: [[...JOB_HEADINGS, ...sample.headings, ...results, "Findings"]] },
      ...jobBlocks(sample),
      { row: 0, column: gradeColumn, cells: [["Illustrative grade table"], [sample.gradesNote]] },
      {
        row: HEADING_ROW,
        column: gradeColumn,
        cells: [["Grade", "From", "To"], ...sample.grades.map(({ label, from, to }) => [label, from, to])],
      },
      { row: FIRST_JOB, column: score, cells: [[evaluateFormula(levels, sample.scheme, grades)]] },
      {
        row: FIRST_JOB,
        column: findings,
        cells: sample.jobs.map((_, index) => [checkFormula(levelsOf(sample, FIRST_JOB + index), sample.scheme)]),
      },
      {
        row: box,
        column: gradeColumn,
        cells: [
          ["One job at a time", ""],
          [`Score of ${sample.jobs[shown]?.id ?? ""}`, scoreFormula(levelsOf(sample, FIRST_JOB + shown), sample.scheme)],
          ["Its grade", bandFormula({ row: box + 1, column: gradeColumn + 1 }, grades)],
        ],
      },
    ],
    looks: [
      ...openingLooks,
      ...headingLooks(width),
      ...headingLooks(3, gradeColumn),
      centred(FIRST_JOB, FIRST_LEVEL, sample.jobs.length, sample.headings.length),
      { area: { row: FIRST_JOB, column: score, rows: sample.jobs.length, columns: results.length + 1 }, fill: TINT },
      { ...centred(FIRST_JOB, score, sample.jobs.length, results.length), numberFormat: "0" },
      { area: { row: 0, column: gradeColumn, rows: 1, columns: 1 }, bold: true, color: DARK, size: 12 },
      { area: { row: 1, column: gradeColumn, rows: 1, columns: 1 }, italic: true },
      { area: grades, fill: WARM },
      { area: { row: box, column: gradeColumn, rows: 1, columns: 2 }, bold: true, color: DARK },
      { area: { row: box + 1, column: gradeColumn + 1, rows: 2, columns: 1 }, fill: TINT, bold: true, horizontal: "Center" },
    ],
    widths: [...JOB_WIDTHS, ...sample.headings.map(() => LEVEL_WIDTH), 50, 50, 60, 60, 330, 24, 110, 60, 60],
    heights: [{ row: HEADING_ROW, points: 48 }],
    frozen: { rows: FIRST_JOB, columns: 2 },
    start: { row: FIRST_JOB, column: FIRST_LEVEL },
  };
}

/** What is on the two sheets, and what to try on them. */
export function aboutSheet(nhs: SampleRegister, njc: GradedSampleRegister): SheetPlan {
  const heading = (text: string) => ({ text, look: { bold: true, color: DARK } });
  const line = (text: string) => ({ text, look: {} });
  const lines = [
    { text: "About the sample registers", look: { bold: true, size: 14, color: DARK } },
    line(`${nhs.organisation} and ${njc.organisation}. ${nhs.note}`),
    line(""),
    heading("On the sheet Register"),
    ...nhs.about.map(line),
    line(""),
    heading("On the sheet NJC register"),
    line(njc.gradesNote),
    ...njc.about.map(line),
  ];
  return {
    name: "About the sample",
    blocks: [{ row: 0, column: 0, cells: lines.map(({ text }) => [text]) }],
    looks: [
      { area: { row: 0, column: 0, rows: lines.length, columns: 1 }, wrap: true, vertical: "Top" },
      ...lines.map(({ look }, row) => ({ area: { row, column: 0, rows: 1, columns: 1 }, ...look })),
    ],
    widths: [600],
    heights: lines.map(({ text }, row) => ({
      row,
      points: row === 0 ? 24 : LINE_POINTS * Math.max(1, Math.ceil(text.length / LINE_CHARACTERS)) + 3,
    })),
    start: { row: 0, column: 0 },
  };
}

const LINE_POINTS = 15;
const LINE_CHARACTERS = 100;

const opening = (sample: SampleRegister) => [
  { row: 0, column: 0, cells: [[`Job evaluation register: ${sample.unit}, ${sample.organisation}`], [`Sample. ${sample.note}`]] },
];

const openingLooks: readonly Look[] = [
  { area: { row: 0, column: 0, rows: 1, columns: 1 }, bold: true, size: 14, color: DARK },
  { area: { row: 1, column: 0, rows: 1, columns: 1 }, italic: true },
];

const jobBlocks = (sample: SampleRegister) => [
  { row: FIRST_JOB, column: 0, cells: sample.jobs.map(({ id, title, department, family }) => [id, title, department, family]) },
  {
    row: FIRST_JOB,
    column: FIRST_LEVEL,
    cells: sample.jobs.map(({ levels }) => levels.map((level): PlannedCell => level ?? "")),
    checked: true,
  },
];

const headingLooks = (columns: number, column = 0): readonly Look[] => [
  { area: { row: HEADING_ROW, column, rows: 1, columns }, fill: DARK, color: "#FFFFFF", bold: true, wrap: true, vertical: "Center" },
];

const centred = (row: number, column: number, rows: number, columns: number): Look => ({
  area: { row, column, rows, columns },
  horizontal: "Center",
});

const levelsOf = (sample: SampleRegister, row: number): Area => ({ row, column: FIRST_LEVEL, rows: 1, columns: sample.headings.length });
