import type { TableCost } from "../domain/boundary/cost";
import type { Distribution } from "../domain/boundary/distribution";
import type { Movement } from "../domain/boundary/movement";
import { type PayTable, payOf, poundsOf } from "../domain/boundary/pay";
import type { ScenarioStructure, Structure } from "../domain/boundary/scenario";
import type { BandTable } from "../domain/scheme/band";
import { type Area, cellAddress, fixedAddress } from "./address";
import { call, schemeArgument } from "./formula";
import { rangeName } from "./named-range";
import { DARK, TINT } from "./register-look";
import type { ScoredJobs, WeightName } from "./scored-jobs";
import type { Block, Look, PlannedCell, SheetPlan } from "./sheet-plan";

/** A scenario as it is written down: what the functions can keep live, and tables as they are today. */
export interface ScenarioReport {
  readonly name: string;
  readonly jobs: ScoredJobs;
  readonly before: Structure;
  readonly after: ScenarioStructure;
  readonly spread: { readonly before: Distribution; readonly after: Distribution };
  /** Counted in jobs; in people and in posts where the register says how many there are. */
  readonly movements: readonly { readonly title: string; readonly movement: Movement; readonly weight: WeightName | null }[];
  readonly cost: { readonly before: TableCost; readonly after: TableCost } | null;
  /** Sentences below the title: whose bands, what was assumed. */
  readonly opening: readonly string[];
  readonly sections: readonly ReportSection[];
}

export interface ReportSection {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly tables: readonly ReportTable[];
}

export interface ReportTable {
  readonly caption: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly PlannedCell[])[];
}

export interface ScenarioPlan {
  readonly plan: SheetPlan;
  /** Bands with jobs before and after: what the chart draws. */
  readonly chart: Area;
  /** Below the chart's cells or beside them. */
  readonly chartPlace: Area;
  readonly print: Area;
}

const TITLE = "Scenario, not an outcome";
const WIDTH = 12;
/** A call of more would pass 5 MB. */
const MOST_LIVE = 20_000;

/** Everything of a scenario's sheet; formulas follow the register where it has no rows that are no jobs, and is not too large. */
export function scenarioSheet(report: ScenarioReport): ScenarioPlan {
  const page = new Page();
  page.text(TITLE, { bold: true, size: 16, color: DARK });
  page.text(report.name, { bold: true, size: 13 });
  for (const sentence of report.opening) page.text(sentence, { italic: true });
  const live = isLive(report.jobs);
  page.text(
    live
      ? "Jobs, moves and cost below are formulas: they follow the register. Lists of movers and tables of people are as they were when this sheet was written."
      : "All figures are as they were when this sheet was written: the register is too large for formulas, or has rows between its jobs.",
    { italic: true },
  );
  page.heading("Bands");
  const [old, now] = page.side([bandCells(report.before.bands, "In force"), bandCells(report.after.bands, "Scenario")]);
  const [oldBands, nowBands] = [inner(old!), inner(now!)];
  const scores = scoresFormula(report.jobs);
  page.heading("Jobs in each band");
  const spread = page.side([
    live
      ? spill(`=${call("JEDISTRIBUTION", scores, fixedAddress(oldBands))}`, distributionCells(report.before.bands, report.spread.before))
      : { cells: distributionCells(report.before.bands, report.spread.before) },
    live
      ? spill(`=${call("JEDISTRIBUTION", scores, fixedAddress(nowBands))}`, distributionCells(report.after.bands, report.spread.after))
      : { cells: distributionCells(report.after.bands, report.spread.after) },
  ]);
  spread.forEach((area) => page.look({ area: { ...area, column: area.column + 4, columns: 1 }, numberFormat: "0.0%" }));
  page.heading("Before and after");
  const [chart] = page.side([{ cells: beforeAndAfter(report, spread, live) }]);
  const chartPlace = page.room(15);
  page.heading("Moves: rows the bands in force, columns the scenario's");
  for (const { title, movement, weight } of report.movements) {
    page.text(title, { italic: true });
    const matrix = movementCells(report, movement);
    const weights = weight === null ? [] : [weightCells(report.jobs, weight)].flatMap((cells) => cells ?? []);
    const follows = live && (weight === null || weights.length > 0);
    const formula = `=${call("JEMOVES", scores, fixedAddress(oldBands), fixedAddress(nowBands), ...weights)}`;
    page.side([follows ? spill(formula, matrix) : { cells: matrix }]);
  }
  if (report.cost !== null && report.before.pay !== null) costPart(page, report, live, scores, [oldBands, nowBands]);
  for (const section of report.sections) {
    page.heading(section.title);
    section.sentences.forEach((sentence) => page.text(sentence, {}));
    for (const table of section.tables) {
      page.text(table.caption, { italic: true });
      page.side([{ cells: [table.headings, ...table.rows] }]);
    }
  }
  return {
    plan: page.plan(sheetName(report.name)),
    chart: chart!,
    chartPlace,
    print: { row: 0, column: 0, rows: page.rows, columns: page.columns },
  };
}

function costPart(page: Page, report: ScenarioReport, live: boolean, scores: string, bands: readonly [Area, Area]): void {
  const { before, after, jobs } = report;
  const weights = weightArgument(jobs);
  page.heading("Pay table and cost a year at fixed points of the ranges (FTE × pay)");
  const pays = page.side([payCells(before.bands, before.pay), payCells(after.bands, after.pay)]);
  pays.forEach((area) => page.look({ area: { ...area, column: area.column + 1, columns: 3 }, numberFormat: "£#,##0" }));
  const [was, now] = [costCells(report.cost?.before), costCells(report.cost?.after)];
  const formula = (place: 0 | 1): string =>
    `=${call("JECOST", scores, fixedAddress(bands[place]), fixedAddress(pays[place]!), ...(weights === null || weights === "" ? [] : [weights]))}`;
  // A blank FTE is a 0 to the function and a full post here: then figures are written, not formulas.
  const costs = page.side(live && weights !== null ? [spill(formula(0), was), spill(formula(1), now)] : [{ cells: was }, { cells: now }]);
  costs.forEach((area) => page.look({ area: { ...area, column: area.column + 2, columns: 3 }, numberFormat: "£#,##0" }));
}

/** A cell that refers to another; any other text stays a text, whatever it looks like. */
interface Reference {
  readonly refersTo: string;
}

interface Part {
  readonly cells: readonly (readonly (PlannedCell | Reference)[])[];
  /** Stands in the first cell and fills the others. */
  readonly formula?: string;
}

const spill = (formula: string, cells: Part["cells"]): Part => ({ formula, cells });

/** A sheet that is filled from the top down. */
class Page {
  private readonly blocks: Block[] = [];
  private readonly looks: Look[] = [];
  rows = 0;
  columns = WIDTH;

  text(text: string, look: Omit<Look, "area">): void {
    this.blocks.push({ row: this.rows, column: 0, cells: [[asText(text)]] });
    this.looks.push({ area: { row: this.rows, column: 0, rows: 1, columns: 1 }, ...look });
    this.rows += 1;
  }

  heading(text: string): void {
    this.rows += 1;
    this.text(text, { bold: true, size: 12, color: DARK });
  }

  look(look: Look): void {
    this.looks.push(look);
  }

  room(rows: number): Area {
    const area = { row: this.rows, column: 0, rows, columns: WIDTH };
    this.rows += rows;
    return area;
  }

  /** Tables beside each other, each with a heading row; gives their areas. A row is left free below, which a formula may need. */
  side(parts: readonly Part[]): readonly Area[] {
    let column = 0;
    const areas = parts.map(({ cells, formula }) => {
      const area = { row: this.rows, column, rows: cells.length, columns: cells[0]?.length ?? 0 };
      this.blocks.push({
        row: area.row,
        column,
        cells: formula === undefined ? cells.map((row) => row.map(asCell)) : [[formula]],
        checked: formula !== undefined,
      });
      this.looks.push({ area: { ...area, rows: 1 }, bold: true, fill: TINT, wrap: true, vertical: "Top" });
      column += area.columns + 1;
      return area;
    });
    this.columns = Math.max(this.columns, column - 1);
    this.rows += Math.max(...areas.map(({ rows }) => rows)) + 2;
    return areas;
  }

  plan(name: string): SheetPlan {
    return {
      name,
      blocks: this.blocks,
      looks: this.looks,
      widths: [92, ...Array.from({ length: this.columns - 1 }, () => 74)],
      heights: [],
      frozen: { rows: 2, columns: 1 },
      start: { row: 0, column: 0 },
    };
  }
}

const asText = (text: string): string => (text === "" ? "" : `'${text}`);

const asCell = (cell: PlannedCell | Reference): PlannedCell =>
  typeof cell === "object" ? `=${cell.refersTo}` : typeof cell === "string" ? asText(cell) : cell;

const inner = (area: Area): Area => ({ ...area, row: area.row + 1, rows: area.rows - 1 });

const bandCells = ({ bands }: BandTable, title: string): Part => ({
  cells: [
    [title, "From", "To"],
    ...bands.map(({ label, from, to, closed }): PlannedCell[] => [String(label), from, closed && to !== null ? to : ""]),
  ],
});

function payCells({ bands }: BandTable, pay: PayTable | null): Part {
  const rows = bands.flatMap(({ label }): PlannedCell[][] => {
    const range = payOf(pay, label);
    return range === null ? [] : [[String(label), poundsOf(range.minimum), poundsOf(range.middle), poundsOf(range.maximum)]];
  });
  return { cells: [["Band", "Minimum", "Middle", "Maximum"], ...rows] };
}

function distributionCells({ bands }: BandTable, spread: Distribution): readonly (readonly PlannedCell[])[] {
  const share = (jobs: number): PlannedCell => (spread.total === 0 ? "" : jobs / spread.total);
  const rows = bands.map(({ label, from, to }, place): PlannedCell[] => {
    const jobs = spread.bands[place] ?? 0;
    return [String(label), from, to ?? "", jobs, share(jobs)];
  });
  return [
    ["Band", "From", "To", "Jobs", "Share"],
    ...rows,
    ...(spread.unbanded > 0 ? [["No band", "", "", spread.unbanded, share(spread.unbanded)]] : []),
  ];
}

function beforeAndAfter({ before, after, spread }: ScenarioReport, [was, now]: readonly Area[], live: boolean): Part["cells"] {
  const jobsAt = (area: Area | undefined, place: number): Reference => ({
    refersTo: cellAddress((area?.row ?? 0) + 1 + place, (area?.column ?? 0) + 3),
  });
  const rows = after.bands.bands.map(({ label }, place): (PlannedCell | Reference)[] => {
    const origin = after.lineage[place] ?? -1;
    const known = before.bands.bands[origin] !== undefined;
    return [
      String(label),
      known ? (live ? jobsAt(was, origin) : (spread.before.bands[origin] ?? 0)) : 0,
      live ? jobsAt(now, place) : (spread.after.bands[place] ?? 0),
    ];
  });
  return [["Band", "In force", "Scenario"], ...rows];
}

function movementCells({ before, after, spread }: ScenarioReport, movement: Movement): readonly (readonly PlannedCell[])[] {
  const labels = ({ bands }: BandTable, lost: number): string[] => [
    ...bands.map(({ label }) => String(label)),
    ...(lost > 0 ? ["No band"] : []),
  ];
  const [rows, columns] = [labels(before.bands, spread.before.unbanded), labels(after.bands, spread.after.unbanded)];
  return [
    ["From / to", ...columns],
    ...rows.map((label, row): PlannedCell[] => [label, ...(movement.cells[row] ?? []).slice(0, columns.length)]),
  ];
}

function costCells(cost: TableCost | undefined): readonly (readonly PlannedCell[])[] {
  if (cost === undefined) return [["Band", "FTE", "Minimum", "Middle", "Maximum"]];
  const pounds = (amount: number | undefined): PlannedCell => (amount === undefined ? "" : poundsOf(amount));
  const row = (label: string, fte: number, of: TableCost["total"]): PlannedCell[] => [
    label,
    fte,
    pounds(of?.minimum),
    pounds(of?.middle),
    pounds(of?.maximum),
  ];
  return [
    ["Band", "FTE", "Minimum", "Middle", "Maximum"],
    ...cost.bands.map(({ label, fte, cost: amounts }) => row(String(label), fte, amounts)),
    ...(cost.unbanded > 0 ? [row("No band", cost.unbanded, null)] : []),
    row("Total", cost.fte, cost.total),
  ];
}

/** Formulas count every row between the first job and the last: nothing else may stand there. */
const isLive = ({ rows }: ScoredJobs): boolean =>
  rows.length > 0 && rows.length <= MOST_LIVE && rows[rows.length - 1]! - rows[0]! + 1 === rows.length;

const columnOf = ({ sheetName, rows }: Pick<ScoredJobs, "sheetName" | "rows">, column: number, columns = 1): string =>
  rangeName(sheetName, { row: rows[0] ?? 0, column, rows: rows.length, columns });

function scoresFormula(jobs: ScoredJobs): string {
  const { factorColumns, scheme, chart } = jobs;
  const first = factorColumns[0] ?? 0;
  const inOrder = factorColumns.every((column, place) => column === first + place);
  const levels = inOrder
    ? columnOf(jobs, first, factorColumns.length)
    : `CHOOSE({${factorColumns.map((_, place) => place + 1).join(",")}},${factorColumns.map((column) => columnOf(jobs, column)).join(",")})`;
  return call("JESCORE", levels, ...schemeArgument(scheme, chart));
}

/** The cells with the posts of each job; "": each is one; null: some are not known, which a formula would take for none. */
function weightArgument(jobs: ScoredJobs): string | null {
  const { weights } = jobs;
  const name = weights.fte !== null ? "fte" : weights.headcount !== null ? "headcount" : null;
  if (name === null) return "";
  return weightCells(jobs, name);
}

/** The cells of one weight of each job; null where some are not known, which a formula would take for none. */
const weightCells = ({ weights, weightColumns, ...jobs }: ScoredJobs, name: WeightName): string | null =>
  weights[name]?.some((weight) => Number.isNaN(weight)) === false ? columnOf(jobs, weightColumns[name]) : null;

/** Excel allows 31 characters and not all of them. */
const sheetName = (name: string): string =>
  (/^scenario\b/i.test(name) ? name : `Scenario ${name}`)
    .replace(/[\\/?*[\]:']/g, " ")
    .replace(/\s+/g, " ")
    .slice(0, 27)
    .trim();
