import { nhsSample, njcSample } from "../../data/register/sample";
import type { Band } from "../../domain/scheme/band";
import type { Scheme } from "../../domain/scheme/scheme";
import { type Area, areaAt } from "../address";
import { bandFormula, checkFormula, matchFormula, scoreFormula } from "../formula";
import { FIRST_JOB, HEADING_ROW, headingHeights, headingLook, TINT, titleLooks, WARM } from "../register-look";
import { ID_HEADING, TITLE_HEADING } from "../sample-sheet";
import type { Block, PlannedCell, SheetPlan } from "../sheet-plan";

/** What a person asks for. */
export interface NewRegister {
  readonly scheme: Scheme;
  readonly name: string;
  /** Rows for jobs, each with its formulas. */
  readonly jobs: number;
  /** Grades of one's own; a scheme without national bands needs them. */
  readonly grades: readonly Band[] | null;
}

export interface NewRegisterPlan {
  readonly sheet: SheetPlan;
  readonly factorHeadings: readonly string[];
  readonly columns: Readonly<Record<"id" | "title" | "department" | "family" | "score" | "band" | "match", string>>;
  /** Where the grade table stands on the sheet. */
  readonly grades: Area | null;
}

/** Who, results, where, levels, more results; beyond a gap the grade table. */
export function newRegisterPlan({ scheme, name, jobs, grades }: NewRegister): NewRegisterPlan {
  const own = scheme.name === "NHS" ? undefined : scheme.name;
  const band = scheme.name === "NHS" ? "Band" : "Grade";
  const factorHeadings = (scheme.name === "NJC" ? njcSample : nhsSample).headings;
  const matched = scheme.matchRule !== null;
  const columns = {
    id: ID_HEADING,
    title: TITLE_HEADING,
    department: "Department",
    family: "Job family",
    score: "Score",
    band,
    match: "Match on levels",
  };
  const before = [columns.id, columns.title, columns.score, columns.band, columns.department, columns.family];
  const after = [...(matched ? [columns.match] : []), "Findings"];
  const levels = before.length;
  const width = levels + factorHeadings.length + after.length;
  const gradeColumn = width + 1;
  const table = grades === null ? null : areaAt(FIRST_JOB, gradeColumn, grades.length, 3);
  const row = (place: number): Area => areaAt(FIRST_JOB + place, levels, 1, factorHeadings.length);
  const perJob = (column: number, cells: (place: number) => readonly PlannedCell[]): Block => ({
    row: FIRST_JOB,
    column,
    cells: Array.from({ length: jobs }, (_, place) => cells(place)),
    checked: true,
  });
  const sheet: SheetPlan = {
    name,
    blocks: [
      { row: 0, column: 0, cells: [["Job evaluation register"], [`${scheme.title}, ${scheme.edition}`]] },
      { row: HEADING_ROW, column: 0, cells: [[...before, ...factorHeadings, ...after]], checked: true },
      perJob(2, (place) => [scoreFormula(row(place), own), bandFormula({ row: FIRST_JOB + place, column: 2 }, table ?? undefined)]),
      perJob(levels + factorHeadings.length, (place) => [...(matched ? [matchFormula(row(place))] : []), checkFormula(row(place), own)]),
      ...(grades === null
        ? []
        : [
            // Headings of their own: two columns headed Grade could not be told apart later.
            { row: HEADING_ROW, column: gradeColumn, cells: [["Grades", "From", "To"]] },
            // A label stays the text that was typed.
            { row: FIRST_JOB, column: gradeColumn, cells: grades.map(({ label, from, to }) => [`'${label}`, from, to ?? ""]) },
          ]),
    ],
    looks: [
      ...titleLooks,
      headingLook(0, width),
      { area: areaAt(FIRST_JOB, levels, jobs, factorHeadings.length), horizontal: "Center" },
      { area: areaAt(FIRST_JOB, 2, jobs, 2), fill: TINT, bold: true, horizontal: "Center" },
      { area: areaAt(FIRST_JOB, levels + factorHeadings.length, jobs, after.length), fill: TINT },
      ...(table === null ? [] : [headingLook(gradeColumn, 3), { area: table, fill: WARM }]),
    ],
    widths: [70, 232, 60, 60, 150, 125, ...factorHeadings.map(() => 86), ...(matched ? [420] : []), 420, 24, 110, 60, 60],
    heights: headingHeights(50),
    table: { area: areaAt(HEADING_ROW, 0, jobs + 1, width), name: "JobRegister", style: "TableStyleLight1" },
    frozen: { rows: FIRST_JOB, columns: 4 },
    start: { row: FIRST_JOB, column: 0 },
    lists: scheme.factors.map(({ number, name: factor, levels: all }, place) => ({
      area: areaAt(FIRST_JOB, levels + place, jobs, 1),
      items: all.map((_, level) => String(level + 1)),
      title: `${number} ${factor}`.slice(0, 32),
      message: optionsOf(all.map(({ options }) => options ?? "")),
    })),
  };
  return { sheet, factorHeadings, columns, grades: table };
}

/** Letters may be added to a level by typing; the list has the levels alone. */
function optionsOf(letters: readonly string[]): string {
  const named = letters.flatMap((options, place) => (options === "" ? [] : [`${place + 1}: ${Array.from(options).join(", ")}`]));
  const levels = `Level 1 to ${letters.length}.`;
  return named.length === 0
    ? levels
    : `${levels} Letters may follow, as in ${named[0]?.replace(/: (.).*/, "$1") ?? ""}. Letters by level: ${named.join("; ")}.`;
}
