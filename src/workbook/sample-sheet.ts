import type { GradedSampleRegister, SampleRegister } from "../data/register/sample";
import { type Area, areaAt, fixedAddress } from "./address";
import { bandFormula, checkFormula, evaluateFormula, matchFormula, scoreFormula } from "./formula";
import { DARK, FIRST_JOB, HEADING_ROW, headingHeights, headingLook, TINT, titleLooks, WARM } from "./register-look";
import type { Block, Look, PlannedCell, SheetPlan } from "./sheet-plan";

/** Headings by which a job is known. */
export const ID_HEADING = "Job ID";
export const TITLE_HEADING = "Job title";

const WHO = [ID_HEADING, TITLE_HEADING];
const WHERE = ["Department", "Job family"];
const GRADED = ["Score", "Grade", "Points to fall", "Points to rise"];
const WHO_WIDTHS = [52, 232];
const WHERE_WIDTHS = [150, 125];
const LEVEL_WIDTH = 86;

const HEIGHTS = headingHeights(50);

/**
 * Where a sample's columns stand: who, results, where, levels, more results. The first results stand before the levels and are frozen
 * with the title, so that they stay in sight whichever level is being changed.
 */
interface Columns {
  readonly results: number;
  readonly where: number;
  readonly levels: number;
  readonly after: number;
}

/** Where the NJC sample's grade table stands, beside its jobs; without the heading row. */
export function gradeArea(sample: GradedSampleRegister): Area {
  return areaAt(FIRST_JOB, columnsOf(sample, GRADED).after + 2, sample.grades.length, 3);
}

function columnsOf(sample: SampleRegister, results: readonly string[]): Columns {
  const where = WHO.length + results.length;
  const levels = where + WHERE.length;
  return { results: WHO.length, where, levels, after: levels + sample.headings.length };
}

/** The NHS sample: a table with live formulas in each row. */
export function nhsSheet(sample: SampleRegister): SheetPlan {
  const first = ["Score", "Band"];
  const last = ["Match on levels", "Findings"];
  const columns = columnsOf(sample, first);
  const width = columns.after + last.length;
  const jobs = sample.jobs.length;
  return {
    name: "Register",
    blocks: [
      ...opening(sample),
      headings([...WHO, ...first, ...WHERE, ...sample.headings, ...last]),
      ...jobBlocks(sample, columns),
      perJob(sample, columns.results, (row) => [
        scoreFormula(levelsOf(sample, columns, row), []),
        bandFormula({ row, column: columns.results }, null),
      ]),
      perJob(sample, columns.after, (row) => [
        matchFormula(levelsOf(sample, columns, row)),
        checkFormula(levelsOf(sample, columns, row), []),
      ]),
    ],
    looks: [
      ...titleLooks,
      headingLook(0, width),
      ...levelLooks(sample, columns),
      { area: areaAt(FIRST_JOB, columns.results, jobs, first.length), fill: TINT, bold: true, horizontal: "Center" },
      { area: areaAt(FIRST_JOB, columns.results, jobs, 1), numberFormat: "0" },
      { area: areaAt(FIRST_JOB, columns.after, jobs, last.length), fill: TINT },
    ],
    widths: [...WHO_WIDTHS, 60, 60, ...WHERE_WIDTHS, ...sample.headings.map(() => LEVEL_WIDTH), 470, 620],
    heights: HEIGHTS,
    table: { area: areaAt(HEADING_ROW, 0, jobs + 1, width), name: "JobRegister", style: "TableStyleLight1" },
    frozen: { rows: FIRST_JOB, columns: columns.where },
    start: { row: FIRST_JOB, column: columns.levels },
  };
}

/** The NJC sample: no table, since one formula spills the results of all jobs, from the grade table on the same sheet. */
export function njcSheet(sample: GradedSampleRegister): SheetPlan {
  const first = GRADED;
  const columns = columnsOf(sample, first);
  const width = columns.after + 1;
  const jobs = sample.jobs.length;
  const grades = gradeArea(sample);
  const gradeColumn = grades.column;
  const box = FIRST_JOB + sample.grades.length + 1;
  const shown = Math.max(0, jobs - 3);
  return {
    name: "NJC register",
    blocks: [
      ...opening(sample),
      headings([...WHO, ...first, ...WHERE, ...sample.headings, "Findings"]),
      ...jobBlocks(sample, columns),
      {
        row: FIRST_JOB,
        column: columns.results,
        cells: [[evaluateFormula(areaAt(FIRST_JOB, columns.levels, jobs, sample.headings.length), sample.scheme, grades)]],
      },
      perJob(sample, columns.after, (row) => [checkFormula(levelsOf(sample, columns, row), [`"${sample.scheme}"`])]),
      { row: 0, column: gradeColumn, cells: [["Illustrative grade table"], [sample.gradesNote]] },
      {
        row: HEADING_ROW,
        column: gradeColumn,
        cells: [["Grade", "From", "To"], ...sample.grades.map(({ label, from, to }) => [label, from, to])],
      },
      {
        row: box,
        column: gradeColumn,
        cells: [
          ["One job at a time", ""],
          [`Score of ${sample.jobs[shown]?.id ?? ""}`, scoreFormula(levelsOf(sample, columns, FIRST_JOB + shown), [`"${sample.scheme}"`])],
          ["Its grade", bandFormula({ row: box + 1, column: gradeColumn + 1 }, fixedAddress(grades))],
        ],
      },
    ],
    looks: [
      ...titleLooks,
      headingLook(0, width),
      headingLook(gradeColumn, 3),
      ...levelLooks(sample, columns),
      { area: areaAt(FIRST_JOB, columns.results, jobs, first.length), fill: TINT, horizontal: "Center", numberFormat: "0" },
      { area: areaAt(FIRST_JOB, columns.results, jobs, 2), bold: true },
      { area: areaAt(FIRST_JOB, columns.after, jobs, 1), fill: TINT },
      { area: areaAt(0, gradeColumn, 1, 1), bold: true, color: DARK, size: 12 },
      { area: areaAt(1, gradeColumn, 1, 1), italic: true },
      { area: grades, fill: WARM },
      { area: areaAt(box, gradeColumn, 1, 2), bold: true, color: DARK },
      { area: areaAt(box + 1, gradeColumn + 1, 2, 1), fill: TINT, bold: true, horizontal: "Center" },
    ],
    widths: [...WHO_WIDTHS, 60, 60, 54, 54, ...WHERE_WIDTHS, ...sample.headings.map(() => LEVEL_WIDTH), 330, 24, 110, 60, 60],
    heights: HEIGHTS,
    frozen: { rows: FIRST_JOB, columns: columns.where },
    start: { row: FIRST_JOB, column: columns.levels },
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
      { area: areaAt(0, 0, lines.length, 1), wrap: true, vertical: "Top" },
      ...lines.map(({ look }, row) => ({ area: areaAt(row, 0, 1, 1), ...look })),
    ],
    widths: [600],
    heights: lines.map(({ text }, row) => (row === 0 ? 24 : LINE_POINTS * Math.max(1, Math.ceil(text.length / LINE_CHARACTERS)) + 3)),
    start: { row: 0, column: 0 },
  };
}

const LINE_POINTS = 15;
const LINE_CHARACTERS = 100;

const opening = (sample: SampleRegister): readonly Block[] => [
  { row: 0, column: 0, cells: [[`Job evaluation register: ${sample.unit}, ${sample.organisation}`], [`Sample. ${sample.note}`]] },
];

const headings = (texts: readonly string[]): Block => ({ row: HEADING_ROW, column: 0, cells: [texts] });

function jobBlocks(sample: SampleRegister, columns: Columns): readonly Block[] {
  const block = (column: number, cells: Block["cells"]): Block => ({ row: FIRST_JOB, column, cells });
  return [
    block(
      0,
      sample.jobs.map(({ id, title }) => [id, title]),
    ),
    block(
      columns.where,
      sample.jobs.map(({ department, family }) => [department, family]),
    ),
    {
      ...block(
        columns.levels,
        sample.jobs.map(({ levels }) => levels.map((level): PlannedCell => level ?? "")),
      ),
      checked: true,
    },
  ];
}

const perJob = (sample: SampleRegister, column: number, formulas: (row: number) => readonly string[]): Block => ({
  row: FIRST_JOB,
  column,
  cells: sample.jobs.map((_, index) => formulas(FIRST_JOB + index)),
});

const levelLooks = (sample: SampleRegister, columns: Columns): readonly Look[] => [
  { area: areaAt(FIRST_JOB, columns.levels, sample.jobs.length, sample.headings.length), horizontal: "Center" },
];

const levelsOf = (sample: SampleRegister, columns: Columns, row: number): Area => areaAt(row, columns.levels, 1, sample.headings.length);
