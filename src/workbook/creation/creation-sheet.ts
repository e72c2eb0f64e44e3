import { nhsSample, njcSample } from "../../data/register/sample";
import type { Band } from "../../domain/scheme/band";
import type { ColumnName } from "../../data/register/heading";
import type { Level, Scheme } from "../../domain/scheme/scheme";
import { type Area, areaAt, fixedAddress } from "../address";
import { bandFormula, checkFormula, matchFormula, schemeArgument, scoreFormula } from "../formula";
import { FIRST_JOB, HEADING_ROW, headingHeights, headingLook, TINT, titleLooks, WARM } from "../register-look";
import { ID_HEADING, TITLE_HEADING } from "../sample-sheet";
import type { Block, PlannedCell, SheetPlan } from "../sheet-plan";

/** What a person asks for. */
export interface NewRegister {
  readonly scheme: Scheme;
  readonly name: string;
  /** Rows for jobs, each with its formulas. */
  readonly jobs: number;
  /** Grades of one's own, to stand beside the register; a scheme without national bands needs them. */
  readonly grades: readonly Band[] | null;
  /** Where the points chart of one's own and its grade table stand, as formulas name them; null for a published scheme. */
  readonly own: { readonly chart: string; readonly grades: string | null } | null;
}

export interface NewRegisterPlan {
  readonly sheet: SheetPlan;
  readonly factorHeadings: readonly string[];
  readonly columns: Readonly<Partial<Record<ColumnName, string>>>;
  /** Where the grade table stands on the sheet. */
  readonly grades: Area | null;
}

/** Who, results, where, levels, more results; beyond a gap the grade table. */
export function newRegisterPlan({ scheme, name, jobs, grades, own }: NewRegister): NewRegisterPlan {
  const argument = schemeArgument(scheme, own?.chart ?? null);
  const factorHeadings = headingsOf(scheme);
  const matched = scheme.matchRule !== null;
  // Without grades a formula would take the NHS bands.
  const banded = scheme.name !== "own" || (own?.grades ?? null) !== null;
  const columns = {
    id: ID_HEADING,
    title: TITLE_HEADING,
    department: "Department",
    family: "Job family",
    score: "Score",
    ...(banded ? { band: scheme.name === "NHS" ? "Band" : "Grade" } : {}),
    ...(matched ? { match: "Match on levels" } : {}),
  };
  const results = [columns.score, ...(columns.band === undefined ? [] : [columns.band])];
  const before = [columns.id, columns.title, ...results, columns.department, columns.family];
  const after = [...(columns.match === undefined ? [] : [columns.match]), "Findings"];
  const levels = before.length;
  const width = levels + factorHeadings.length + after.length;
  const gradeColumn = width + 1;
  const table = grades === null ? null : areaAt(FIRST_JOB, gradeColumn, grades.length, 3);
  const gradesAddress = table === null ? (own?.grades ?? null) : fixedAddress(table);
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
      {
        row: 0,
        column: 0,
        cells: [
          ["Job evaluation register"],
          [own === null ? `${scheme.title}, ${scheme.edition}` : "Points chart of one's own: the score formulas name its cells"],
        ],
      },
      { row: HEADING_ROW, column: 0, cells: [[...before, ...factorHeadings.map((text) => `'${text}`), ...after]], checked: true },
      perJob(2, (place) => [
        scoreFormula(row(place), argument),
        ...(banded ? [bandFormula({ row: FIRST_JOB + place, column: 2 }, gradesAddress)] : []),
      ]),
      perJob(levels + factorHeadings.length, (place) => [
        ...(matched ? [matchFormula(row(place))] : []),
        checkFormula(row(place), argument),
      ]),
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
      { area: areaAt(FIRST_JOB, 2, jobs, results.length), fill: TINT, bold: true, horizontal: "Center" },
      { area: areaAt(FIRST_JOB, levels + factorHeadings.length, jobs, after.length), fill: TINT },
      ...(table === null ? [] : [headingLook(gradeColumn, 3), { area: table, fill: WARM }]),
    ],
    widths: [70, 232, ...results.map(() => 60), 150, 125, ...factorHeadings.map(() => 86), ...(matched ? [420] : []), 420, 24, 110, 60, 60],
    heights: headingHeights(50),
    table: { area: areaAt(HEADING_ROW, 0, jobs + 1, width), name: "JobRegister", style: "TableStyleLight1" },
    frozen: { rows: FIRST_JOB, columns: 2 + results.length },
    start: { row: FIRST_JOB, column: 0 },
    lists: scheme.factors.flatMap(({ number, name: factor, levels: all }, place) => {
      const items = all.map((_, level) => String(level + 1));
      const title = `${number} ${factor}`.trim().slice(0, 32);
      const list = { area: areaAt(FIRST_JOB, levels + place, jobs, 1), items, title, message: optionsOf(all) };
      return items.join(",").length <= LONGEST_LIST ? [list] : [];
    }),
  };
  return { sheet, factorHeadings, columns, grades: table };
}

/** Excel takes no longer ones. */
const LONGEST_LIST = 255;

/** Factors under the names people know them by; their numbers keep apart those of one name. */
function headingsOf({ name, factors }: Scheme): readonly string[] {
  if (name !== "own") return (name === "NJC" ? njcSample : nhsSample).headings;
  return factors.map((factor) => (factor.name === "" ? `Factor ${factor.number}` : `${factor.number} ${factor.name}`));
}

/** Letters may be added to a level by typing; the list has the levels alone. */
function optionsOf(all: readonly Level[]): string {
  const levels = `Level 1 to ${all.length}.`;
  if (all.every(({ options }) => options === null)) return `${levels} Letters may follow, as in 1a; any pass.`;
  const named = all.flatMap(({ options }, place) =>
    options === null || options === "" ? [] : [`${place + 1}: ${Array.from(options).join(", ")}`],
  );
  return named.length === 0
    ? levels
    : `${levels} Letters may follow, as in ${named[0]?.replace(/: (.).*/, "$1") ?? ""}. Letters by level: ${named.join("; ")}.`;
}
