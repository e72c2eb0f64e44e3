import { moveBetween } from "../../domain/boundary/movement";
import { sexPicture } from "../../session/boundary-equality";
import type { BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { ReportSection, ReportTable, ScenarioReport } from "../../workbook/scenario-sheet";
import { boundaryText, movementText } from "../text/boundary";
import { exploreText } from "../text/explore";
import { groupText } from "../text/group";
import { equalityText, payText } from "../text/pay";
import { describeStep } from "../text/step";
import { writeText } from "../text/write";
import { bunchingTable, gapTable, sexTable, testTable, type WordTable } from "./equality-table";
import { sharedGroups } from "./share";
import { foundSentences, gapSentences, reasonSentences } from "./found";
import { equalitySummary } from "./summary";

/** A list that nobody reads to its end is cut, and says so. */
const MOST_MOVERS = 5_000;

/** What is written of the scenario shown. */
export function reportOf(ready: ReadyBoundaries, state: BoundaryState): ScenarioReport {
  const { counted, picture, baseline } = ready;
  const { jobs } = counted;
  const { shown, pay } = state;
  const national = baseline.bands.id !== "";
  const steps = shown.edits.map(describeStep);
  return {
    name: shown.name,
    jobs,
    before: picture.before,
    after: picture.after,
    spread: picture.spread,
    movements: movements(ready),
    cost: picture.cost,
    opening: [
      national ? boundaryText.nhs : boundaryText.own,
      writeText.from(jobs.sheetName, national ? baseline.bands.id : writeText.ownBands),
      ...(pay.kind === "sample" ? [writeText.secondary(pay.note)] : []),
    ],
    sections: [
      { title: writeText.steps, sentences: steps.length === 0 ? [writeText.noSteps] : steps, tables: [] },
      ...foundPart(ready, state),
      { title: writeText.movers, sentences: [], tables: [moverTable(ready)] },
      ...equalityPart(ready, state),
      ...moneyPart(state),
      ...groupPart(ready, state),
    ],
  };
}

/** Where each job counts as one person, or each person as one full post, the matrix would be the same again. */
function movements({ counted: { counts, jobs }, picture }: ReadyBoundaries): ScenarioReport["movements"] {
  const { before, after } = picture;
  const posts = moveBetween(counts.axis, counts.fte, before.bands, after.bands, after.lineage);
  return [
    { title: movementText.caption("jobs"), movement: picture.jobs, weight: null },
    ...(jobs.weights.headcount === null
      ? []
      : [{ title: movementText.caption("headcount"), movement: picture.headcount, weight: "headcount" as const }]),
    ...(jobs.weights.fte === null ? [] : [{ title: movementText.caption("fte"), movement: posts, weight: "fte" as const }]),
  ];
}

/** Of a scenario that a search found: why each boundary sits where it does. */
function foundPart(ready: ReadyBoundaries, state: BoundaryState): readonly ReportSection[] {
  const { found } = state.shown;
  if (found === null) return [];
  const sentences = [...foundSentences(found, ready), ...gapSentences(ready, state), ...reasonSentences(found), exploreText.byHand];
  return [{ title: `${exploreText.foundTitle}: ${lower(exploreText.reasons)}`, sentences, tables: [] }];
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function moverTable({ counted: { jobs, order }, picture }: ReadyBoundaries): ReportTable {
  const { before, after, movers } = picture;
  const label = (bands: typeof before.bands, place: number): string => {
    const band = bands.bands[place];
    return band === undefined ? writeText.noBand : String(band.label);
  };
  const all = movers.reduce((sum, { start, end }) => sum + end - start, 0);
  const rows: (string | number)[][] = [];
  for (const run of movers) {
    for (let place = run.start; place < run.end && rows.length < MOST_MOVERS; place++) {
      const job = order[place]!;
      rows.push([jobs.ids[job]!, jobs.titles[job]!, run.score, label(before.bands, run.old), label(after.bands, run.now)]);
    }
  }
  return { caption: writeText.moversCaption(rows.length, all), headings: writeText.moverHeadings, rows };
}

function equalityPart(ready: ReadyBoundaries, state: BoundaryState): readonly ReportSection[] {
  const { staff, money, assumptions } = state;
  const sexes = sexPicture(staff.kind === "list" ? staff.counts : ready.counted.counts, ready.picture, assumptions);
  if (sexes === null)
    return [
      {
        title: equalityText.title,
        sentences: [equalityText.needs],
        tables: [bunchingTable(ready.counted.counts, ready.picture.after.bands, assumptions.near)],
      },
    ];
  return [
    {
      title: equalityText.title,
      sentences: equalitySummary(sexes, money),
      tables: [sexTable(sexes), testTable(sexes, assumptions)].map(headed),
    },
  ];
}

/** On a sheet every column has a heading. */
const headed = ({ headings, ...table }: WordTable): ReportTable => ({
  ...table,
  headings: headings.map((heading) => (heading === "" ? writeText.notes : heading)),
});

/** Groups of a further characteristic; a sheet is soon printed, so small ones are suppressed here too. */
const groupPart = (ready: ReadyBoundaries, state: BoundaryState): readonly ReportSection[] =>
  sharedGroups(ready, state).flatMap(({ column, headings, rows }) =>
    column === null
      ? []
      : [
          {
            title: groupText.title,
            sentences: [groupText.sheetNote],
            tables: [{ caption: groupText.bandCaption(column), headings, rows }],
          },
        ],
  );

function moneyPart({ money, assumptions }: BoundaryState): readonly ReportSection[] {
  if (money === null) return [{ title: writeText.people, sentences: [payText.needsStaffWritten], tables: [] }];
  const { bill, protection, circles } = money;
  const bills = (["basic", "insurance", "pension", "total"] as const).map((line) => {
    const [was, now] = [bill.before[line], bill.after[line]];
    const known = was !== null && now !== null;
    return [
      payText.bill[line],
      known ? payText.money(was) : "–",
      known ? payText.money(now) : "–",
      known ? payText.change(now - was) : "–",
    ];
  });
  return [
    {
      title: writeText.people,
      sentences: [payText.assumed(assumptions), ...payText.protection(protection)],
      tables: [
        {
          caption: payText.billCaption,
          headings: ["Cost", payText.columns.before, payText.columns.after, payText.columns.change],
          rows: bills,
        },
        {
          caption: payText.circlesCaption,
          headings: [payText.circles, payText.women, payText.men, payText.notStated],
          rows: circles.map((counts, group) => [payText.circle[group] ?? "", ...counts]),
        },
        headed(gapTable(money)),
      ],
    },
  ];
}
