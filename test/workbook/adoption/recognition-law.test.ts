import fc from "fast-check";
import type { Entry } from "../../../src/domain/entry";
import { atOnce } from "../../../src/domain/steps";
import { recogniseColumns } from "../../../src/workbook/adoption/recognition";
import { Survey } from "../../../src/workbook/adoption/survey";

/** Short factor names as registers have them, in the order of the two schemes' charts, and how many levels each factor has there. */
const NHS = [
  ["Communication", 6],
  ["Knowledge", 8],
  ["Analytical", 5],
  ["Planning", 5],
  ["Physical skills", 5],
  ["Patient care", 8],
  ["Policy", 6],
  ["Finance", 5],
  ["HR", 7],
  ["Information", 7],
  ["Research", 5],
  ["Freedom to act", 6],
  ["Physical effort", 5],
  ["Mental effort", 5],
  ["Emotional effort", 4],
  ["Working conditions", 5],
] as const;
/** Words that name no factor of either scheme. */
const UNKNOWN = "Hazards Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Omicron Rho Sigma Tau Upsilon".split(" ");
/** What stands in a level's place, and is none. */
const INVALID: readonly Entry[] = ["", "n/a", "TBC", true, 2.5, 9, "2-3a", 45720, "?", "4c", null, "-", "see panel"];

interface Sheet {
  readonly cells: readonly (readonly Entry[])[];
  readonly headingRow: number;
  readonly jobs: number;
  /** Per factor, the columns that may be meant; the first is the true one where they are not equal. */
  readonly columns: readonly (readonly number[])[];
}

type Form = "plain" | "numbered" | "under" | "claimed" | "claimed under";

const sheets = fc
  .record({
    form: fc.constantFrom<Form>("plain", "plain", "plain", "numbered", "under", "claimed", "claimed under"),
    order: fc.oneof(
      fc.constant(NHS.map((_, place) => place)),
      fc.shuffledSubarray(
        NHS.map((_, place) => place),
        { minLength: NHS.length },
      ),
    ),
    unknown: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: NHS.length })),
    unknownPlaces: fc.shuffledSubarray(
      NHS.map((_, place) => place),
      { minLength: NHS.length },
    ),
    titles: fc.array(fc.constantFrom("Job register 2024", "Printed in March", "Levels as agreed", ""), { maxLength: 3 }),
    extra: fc.array(fc.record({ at: fc.nat(18), head: fc.constantFrom("Step", "Site", "Remark 1"), levels: fc.boolean() }), {
      maxLength: 2,
    }),
    textLevels: fc.boolean(),
    jobs: fc.array(
      fc.record({
        levels: fc.array(fc.nat(1000), { minLength: NHS.length, maxLength: NHS.length }),
        slips: fc.array(fc.tuple(fc.nat(NHS.length - 1), fc.constantFrom(...INVALID)), { maxLength: 2 }),
      }),
      { minLength: 3, maxLength: 9 },
    ),
  })
  .map(({ form, order, unknown, unknownPlaces, titles, extra, textLevels, jobs }): Sheet => {
    const strange = new Set(unknownPlaces.slice(0, unknown));
    const name = (place: number): string =>
      strange.has(place) ? UNKNOWN[place]! : form === "numbered" ? `${place + 1}. ${NHS[place]![0]}` : NHS[place]![0];
    const heads = order.flatMap((place): readonly (readonly [string, string])[] => {
      if (form === "under") return [[name(place), "Level"], ["", "Evidence"]]; // prettier-ignore
      if (form === "claimed under") return [[name(place), "Claimed"], ["", "Agreed"]]; // prettier-ignore
      if (form === "claimed") return [[`${name(place)} (claimed)`, ""], [`${name(place)} (agreed)`, ""]]; // prettier-ignore
      return [[name(place), ""]];
    });
    const two = form === "under" || form === "claimed under";
    const both = form === "claimed" || form === "claimed under";
    const wide = two || both;
    const upper: Entry[] = [two ? "" : "Ref", two ? "" : "Title", ...heads.map(([first]) => first)];
    const lower: Entry[] = ["Ref", "Title", ...heads.map(([, second]) => second)];
    const body = jobs.map(({ levels, slips }, job): Entry[] => {
      const own = order.map((place): Entry => {
        const level = 1 + (levels[place]! % NHS[place]![1]);
        return textLevels ? String(level) : level;
      });
      for (const [at, slip] of slips) own[at] = slip;
      return [
        `J-${job + 101}`,
        `Analyst ${"ABCDEFGHI"[job]!}`,
        ...own.flatMap((level) => (wide ? [level, both ? 1 : "interview"] : [level])),
      ];
    });
    const columns = order.map((_, at): number[] => (both ? [2 + 2 * at, 3 + 2 * at] : [2 + at * (wide ? 2 : 1)]));
    const rows = [...(two ? [upper, lower] : [upper]), ...body];
    for (const { at, head, levels } of wide ? [] : extra) {
      const column = 2 + at;
      rows.forEach((row, index) => row.splice(column, 0, index === 0 ? head : levels ? 1 + (index % 4) : `site ${index % 3}`));
      columns.forEach((own) => own.forEach((place, index) => place >= column && (own[index] = place + 1)));
    }
    const width = Math.max(...rows.map((row) => row.length));
    const cells = [...titles.map((title): Entry[] => [title]), ...rows].map((row) => [
      ...row,
      ...Array<Entry>(width - row.length).fill(""),
    ]);
    return {
      cells,
      headingRow: titles.length + (two ? 1 : 0),
      jobs: jobs.length,
      columns: order.map((_, place) => columns[order.indexOf(place)]!),
    };
  });

test("whatever the sheet, its headings are found, no job is lost unsaid, and a factor's column is right or marked", () => {
  fc.assert(
    fc.property(sheets, ({ cells, headingRow, jobs, columns }) => {
      const survey = new Survey((top) => recogniseColumns(top));
      atOnce(survey.take(cells));
      const answer = atOnce(survey.answer());
      if (answer.kind !== "register") throw new Error(answer.kind);
      const { recognition } = answer;
      expect(recognition.headingRow).toBe(headingRow);
      expect(recognition.jobs + recognition.leftOut.length).toBe(jobs);
      if (recognition.scheme.name !== "NHS") return;
      const sure = recognition.factors.map((factor, place) =>
        (factor?.why === "name" || factor?.why === "number") && recognition.rivals[place]?.length === 0 ? [factor.column] : null,
      );
      sure.forEach((column, place) => expect(column ?? columns[place]).toEqual(columns[place]));
    }),
    { seed: 20260803, numRuns: Number(process.env["RUNS"] ?? 100) },
  );
});
