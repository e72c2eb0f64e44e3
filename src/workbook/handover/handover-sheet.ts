import { library } from "../../data/library";
import { type Entry, textOf } from "../../domain/entry";
import { matcherOf, OUTCOMES } from "../../domain/profile/match";
import { summarise } from "../../domain/profile/reason";
import type { BandTable } from "../../domain/scheme/band";
import { chartOf, JobSheet } from "../../domain/scheme/chart";
import { factorTitle, type Scheme } from "../../domain/scheme/scheme";
import { type Area, areaAddress, areaAt, cellAddress, fixedAddress } from "../address";
import { pause, SLICE } from "../cell-parts";
import type { JobRow } from "../register";
import { FIRST_JOB, HEADING_ROW, headingHeights, headingLook, TINT, titleLooks } from "../register-look";
import type { Block, PlannedCell, SheetPlan } from "../sheet-plan";

/** What is handed over. */
export interface HandOver {
  readonly sheetName: string;
  readonly scheme: Scheme;
  readonly bands: BandTable | null;
  readonly jobs: readonly JobRow[];
}

/** Id, title, score and band stand before the levels. */
const LEVELS = 4;

/**
 * A sheet that scores and bands by itself, in any Excel from 2016 on and in LibreOffice: the jobs, and beside them the points chart and the
 * bands that its formulas name. What the add-in found invalid begins with a question mark, so that no formula counts it. The pane answers
 * in between; null where the person has had enough.
 */
export async function handOverSheet({ sheetName, scheme, bands, jobs }: HandOver, wanted: () => boolean): Promise<SheetPlan | null> {
  const count = scheme.factors.length;
  const matched = library.profiles.scheme === scheme;
  const width = LEVELS + count + (matched ? 1 : 0);
  const depth = Math.max(...scheme.factors.map(({ levels }) => levels.length));
  const chartColumn = width + 1;
  const numbers = areaAt(FIRST_JOB, chartColumn, depth, 1);
  const points = areaAt(FIRST_JOB, chartColumn + 1, depth, count);
  const bandColumn = chartColumn + count + 2;
  const bandRows = bands?.bands.length ?? 0;
  const bandName = scheme.name === "NHS" ? "Band" : "Grade";
  const factorHeads = scheme.factors.map((factor) => factorTitle(factor).replace(/^Factor /, ""));
  const column = (offset: number): Area => areaAt(FIRST_JOB, bandColumn + offset, bandRows, 1);
  const blocks: Block[] = [
    {
      row: 0,
      column: 0,
      cells: [
        [asText(`Hand-over copy of ${sheetName}`)],
        [
          `${schemeLine(scheme)}. Score and ${bandName.toLowerCase()} are Excel's own formulas over the chart to the right; letters are not checked. A level that begins with ? was invalid.`,
        ],
      ],
    },
    {
      row: HEADING_ROW,
      column: 0,
      cells: [["Job ID", "Job title", "Score", bandName, ...factorHeads, ...(matched ? ["Match on levels, when copied"] : [])].map(asText)],
    },
    {
      row: HEADING_ROW,
      column: chartColumn,
      cells: [["Level", ...factorHeads].map(asText), ...Array.from({ length: depth }, (_, level) => chartRow(scheme, level))],
    },
  ];
  const formulas = (row: number): readonly PlannedCell[] => [
    scoreFormula(areaAt(row, LEVELS, 1, count), numbers, points, count),
    bands === null ? "" : bandFormula(cellAddress(row, 2), column(0), column(1), column(2)),
  ];
  for (let from = 0; from < jobs.length; from += SLICE) {
    if (from > 0) await pause();
    if (!wanted()) return null;
    blocks.push(jobBlock(scheme, jobs.slice(from, from + SLICE), FIRST_JOB + from, formulas, matched));
  }
  if (bands !== null) {
    blocks.push({
      row: HEADING_ROW,
      column: bandColumn,
      cells: [
        [`${bandName}s`, "From", "To"],
        // A text is greater than any score, so a band without an end of its own ends nowhere.
        ...bands.bands.map(({ label, from, to, closed }): PlannedCell[] => [
          typeof label === "number" ? label : asText(label),
          from,
          closed && to !== null ? to : "no end",
        ]),
      ],
    });
  }
  return {
    name: "Hand-over copy",
    blocks,
    looks: [
      ...titleLooks,
      headingLook(0, width),
      headingLook(chartColumn, count + 1),
      ...(bands === null ? [] : [headingLook(bandColumn, 3)]),
      ...(jobs.length === 0
        ? []
        : [
            { area: areaAt(FIRST_JOB, 2, jobs.length, 2), fill: TINT, bold: true, horizontal: "Center" as const },
            { area: areaAt(FIRST_JOB, LEVELS, jobs.length, count), horizontal: "Center" as const },
          ]),
    ],
    widths: [
      70,
      232,
      70,
      60,
      ...factorHeads.map(() => 86),
      ...(matched ? [420] : []),
      24,
      44,
      ...factorHeads.map(() => 86),
      24,
      110,
      60,
      60,
    ],
    heights: headingHeights(62),
    frozen: { rows: FIRST_JOB, columns: LEVELS },
    start: { row: FIRST_JOB, column: 0 },
  };
}

/** Some of the jobs, from a row of the copy on. */
function jobBlock(
  scheme: Scheme,
  jobs: readonly JobRow[],
  row: number,
  formulas: (row: number) => readonly PlannedCell[],
  matched: boolean,
): Block {
  const chart = new JobSheet<Entry>(
    chartOf(scheme),
    jobs.map(({ levels }) => levels),
    (entry) => entry,
  );
  const matches = matched ? matchCells(chart) : null;
  const cells = jobs.map(({ id, title, levels }, job) => [
    asText(id),
    asText(title),
    ...formulas(row + job),
    ...levels.map((_, place) => levelCell(chart, job, place)),
    ...(matches === null ? [] : [matches[job]!]),
  ]);
  return { row, column: 0, cells, checked: true };
}

const schemeLine = ({ name, title, edition, id, place }: Scheme): string =>
  name === "own" ? `Points chart of one's own, from ${place}` : `${title}, ${edition} (${id})`;

const chartRow = ({ factors }: Scheme, level: number): readonly PlannedCell[] => [
  level + 1,
  ...factors.map(({ levels }) => levels[level]?.points ?? ""),
];

/** The level's number, in the cell's first one or two characters, is looked for among the chart's levels, factor by factor. */
function scoreFormula(levels: Area, numbers: Area, points: Area, count: number): string {
  const own = areaAddress(levels);
  const hit = `(LEFT(${own},1+ISNUMBER(--MID(${own},2,1)))=TEXT(${fixedAddress(numbers)},"0"))`;
  const chart = fixedAddress(points);
  return `=IF(COUNTBLANK(${own})=${count},"",IF(COUNTBLANK(${own})>0,"incomplete",IF(SUMPRODUCT(${hit}*ISNUMBER(${chart}))<${count},"invalid",SUMPRODUCT(${hit}*${chart}))))`;
}

function bandFormula(score: string, labels: Area, from: Area, to: Area): string {
  const [label, start, end] = [labels, from, to].map(fixedAddress);
  return `=IF(ISNUMBER(${score}),IF(${score}<MIN(${start}),"no band",IF(${score}>LOOKUP(${score},${start},${end}),"no band",LOOKUP(${score},${start},${label}))),"")`;
}

/** The level and its letters, however they were typed. */
function levelCell(chart: JobSheet, job: number, place: number): PlannedCell {
  const reading = chart.reading(job, place);
  if (reading.kind === "blank") return "";
  if (reading.kind === "fault") return `'? ${textOf(chart.entry(job, place))}`;
  return reading.letters === "" ? reading.level : `'${reading.level}${reading.letters}`;
}

function matchCells(chart: JobSheet): readonly PlannedCell[] {
  const fits = matcherOf(library.profiles).bestFits(chart);
  return Array.from({ length: chart.count }, (_, job) => {
    const profile = library.profiles.profiles[fits.best[job] ?? -1];
    const outcome = OUTCOMES[fits.outcomes[job] ?? -1];
    return profile === undefined || outcome === undefined ? "" : asText(summarise(outcome, profile, false));
  });
}

/** Text stays text, whatever it begins with. */
const asText = (text: string): string => (text === "" ? "" : `'${text}`);
