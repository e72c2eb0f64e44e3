import type { SheetPort } from "../../src/host/workbook/port";
import type { ResultFinding, ResultState } from "../../src/session/result-state";
import { createSession, type LiveSession } from "../../src/session/session";
import { adoptFront, SHORT_NHS } from "../support/adoption";
import { openOfficePage, type OfficePage } from "../support/office";

jest.setTimeout(30_000);

type Cell = string | number | null;
/** IM&T Section Manager (7), page 24, at its lowest: 466 points, the first of band 7 (466-539, chapter eight). */
const LEVELS: Cell[] = [4, 6, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];

let page: OfficePage;
let session: LiveSession;
let sheet: SheetPort;
beforeEach(async () => {
  page = await openOfficePage({ calculate: (formula) => (formula.includes("JEBAND") ? "7" : formula.includes("NOTHING") ? "" : 466) });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  sheet = page.workbook.sheets()[0]!;
  session = createSession();
});
afterEach(() => page.close());

const write = (row: number, column: number, cells: readonly (readonly Cell[])[]): void =>
  sheet.write(
    { row, column, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 },
    cells.map((line) =>
      line.map((cell) => (typeof cell === "string" && cell.startsWith("=") ? { value: null, formula: cell } : { value: cell })),
    ),
  );

async function begin(told = false): Promise<void> {
  await adoptFront(({ id, title, score, band }) => ({
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(told && score !== undefined && band !== undefined ? { score, band } : {}),
  }));
  await session.start();
}

function state(): ResultState {
  const content = session.getState().current?.content;
  if (content?.kind !== "jobs") throw new Error(JSON.stringify(content));
  return content.state.results;
}
function results() {
  const { missing, differing } = state();
  const found = { missing: missing.first(Infinity), differing: differing.first(Infinity) };
  expect([missing.length, differing.length]).toEqual([found.missing.length, found.differing.length]);
  return found;
}
const places = (findings: readonly ResultFinding<{ readonly column: number }>[]): readonly (readonly [number, ...number[]])[] =>
  findings.map(({ row, cells }) => [row, ...cells.map(({ column }) => column)]);

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !holds(); tries++) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
}

/** Three jobs in rows 4 to 6, results in the columns 18 and 19. */
const withFormulas = (): void =>
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score", "Band"],
    ...[4, 5, 6].map((row): Cell[] => [`J-${row}`, "Post", ...LEVELS, `=JOB.JESCORE(C${row}:R${row})`, `=JOB.JEBAND(S${row})`]),
  ]);

test("a job typed in below lacks what the other rows have, until its cells hold formulas", async () => {
  withFormulas();
  await begin();
  expect(results()).toEqual({ missing: [], differing: [] });
  write(6, 0, [["J-7", "Clerk"]]);
  await until(() => results().missing.length === 1);
  expect(results().missing).toEqual([
    {
      row: 6,
      id: "J-7",
      title: "Clerk",
      cells: [
        { column: 18, heading: "Score", fillable: true },
        { column: 19, heading: "Band", fillable: true },
      ],
    },
  ]);
  expect([state().fillable, state().unreached]).toEqual([true, []]);
  // A formula that shows nothing is a formula.
  write(6, 18, [["=JOB.JESCORE(C7:R7)&NOTHING()"]]);
  await until(() => places(results().missing)[0]?.length === 2);
  expect(places(results().missing)).toEqual([[6, 19]]);
  await session.fillResults(session.getState().current?.sheetId ?? "");
  await until(() => results().missing.length === 0);
  expect(session.getState().notice).toMatchObject({ kind: "filled", answer: { kind: "filled", jobs: 1, cells: 1 } });
  expect(session.getState().lastWritten?.what).toBe("formulas");
  await session.restore();
  await until(() => results().missing.length === 1);
});

test("rows that come in or go take what is known of them along", async () => {
  withFormulas();
  await begin();
  write(4, 19, [[null]]);
  await until(() => results().missing.length === 1);
  sheet.shift({ area: { row: 3, rowCount: 2, column: 0, columnCount: 16384 }, direction: "down" });
  await until(() => places(results().missing)[0]?.[0] === 6);
  expect(places(results().missing)).toEqual([[6, 19]]);
});

test("a score or a band typed over is told with what the levels make, and no longer once it agrees", async () => {
  withFormulas();
  await begin();
  write(3, 18, [[480]]);
  write(4, 19, [["Band 7"]]);
  write(5, 19, [["8a"]]);
  await until(() => results().differing.length === 2);
  expect(results().differing.map(({ row, cells }) => [row, cells])).toEqual([
    [3, [{ column: 18, heading: "Score", found: 480, gives: "score", made: 466 }]],
    [5, [{ column: 19, heading: "Band", found: "8a", gives: "band", made: "7" }]],
  ]);
  // One level less in Analytical (42 to 27 points, chapter seven): 451, in band 6 (396-465).
  write(5, 4, [[3]]);
  await until(() => results().differing[1]?.cells[0]?.made === "6");
  write(3, 18, [[466]]);
  await until(() => results().differing.length === 1);
  write(5, 19, [["=JOB.JEBAND(S6)"]]);
  await until(() => results().differing.length === 0);
});

test("an adopted sheet's own score and band are told apart from the levels only where it was said which they are", async () => {
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score", "Band"],
    ["J-4", "Post", ...LEVELS, 466, 7],
    ["J-5", "Post", ...LEVELS, 465, "Band 6"],
    // Without a level in Communication there is no score; without any, nothing speaks against it.
    ["J-6", "Post", null, ...LEVELS.slice(1), 470, "tbc"],
    ["J-7", "Post", ...LEVELS.map(() => null), 300, 4],
    // Nothing of this is a score or a band of the job.
    ["J-8", "Post", ...LEVELS, null, ""],
  ]);
  await begin(true);
  expect(results().missing).toEqual([]);
  expect(results().differing.map(({ row, cells }) => [row, cells.map(({ found, made }) => [found, made])])).toEqual([
    [
      4,
      [
        [465, 466],
        ["Band 6", "7"],
      ],
    ],
    [5, [[470, null]]],
  ]);
});

test("columns that nobody named are not judged", async () => {
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score"],
    ["J-4", "Post", ...LEVELS, 1],
    ["J-5", "Post", ...LEVELS, 2],
  ]);
  await begin();
  expect(results()).toEqual({ missing: [], differing: [] });
});

test("one formula for all: what it fills was not typed, and a job below its reach is told", async () => {
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score", "Band"],
    ["J-4", "Post", ...LEVELS, "=JOB.JEEVALUATE(C4:R5)", "6"],
    ["J-5", "Post", ...LEVELS, 400, "6"],
    ["J-6", "Post", ...LEVELS, null, null],
  ]);
  await begin();
  expect(results()).toEqual({
    missing: [{ row: 5, id: "J-6", title: "Post", cells: [{ column: 18, heading: "Score", fillable: false }] }],
    differing: [],
  });
  expect([state().fillable, state().unreached]).toEqual([false, ["Score"]]);
});

test("what one formula fills is no gap where it shows nothing, and what spills over beside it was not typed", async () => {
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score", "Band"],
    // For both rows; the second shows no score.
    ["J-4", "Post", ...LEVELS, "=JOB.JESCORE(C4:R5)", null],
    ["J-5", "Post", ...LEVELS.map(() => null), "", null],
  ]);
  await begin();
  expect(results()).toEqual({ missing: [], differing: [] });
  // A formula a row; its band, 6, stands in the next cell without one.
  write(3, 18, [
    ["=JOB.JEEVALUATE(C4:R4)", "6"],
    ["=JOB.JEEVALUATE(C5:R5)", ""],
  ]);
  write(5, 0, [["J-6", "Post", ...LEVELS, 480, "6"]]);
  await until(() => results().differing.length === 1);
  expect(places(results().differing)).toEqual([[5, 18, 19]]);
});

test("a working that speaks of another row is no column of results", async () => {
  const working = (row: number): Cell => `=JOB.JESCORE(C${row - 1}:R${row - 1})`;
  write(2, 0, [
    ["Ref", "Post", ...SHORT_NHS, "Score", "The job above"],
    ...[4, 5, 6].map((row): Cell[] => [`J-${row}`, "Post", ...LEVELS, `=JOB.JESCORE(C${row}:R${row})`, working(row)]),
    ["J-7", "Clerk", ...LEVELS, null, null],
  ]);
  await begin();
  expect(places(results().missing)).toEqual([[6, 18]]);
});
