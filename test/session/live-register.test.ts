import { nhs } from "../../src/data/library";
import { createSession, type LiveSession } from "../../src/session/session";
import type { Findings, RegisterState } from "../../src/session/summary";
import type { Area } from "../../src/host/workbook/address";
import type { SheetPort } from "../../src/host/workbook/port";
import { adoptSheet } from "../../src/workbook/adoption/adoption";
import { adoptFront } from "../support/adoption";
import { openOfficePage, type OfficePage } from "../support/office";

/** Names of the scoring chart in chapter seven, with a note between two factors. */
const FACTORS =
  "Communication|Knowledge|Analytical|Note|Planning|Physical skills|Patient care|Policy|Finance|HR|Information|Research|Freedom to act|Physical effort|Mental effort|Emotional effort|Working conditions".split(
    "|",
  );
const HEADINGS = ["Ref", "Post", ...FACTORS];
/** IM&T Section Manager (7), page 24, at its lowest: 466 points. */
const LEVELS = [4, 6, 4, "", 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];
type Cell = string | number;

let page: OfficePage;
let session: LiveSession;
let sheet: SheetPort;
let cellsRead = 0;
/** Hears of nothing: it reads whenever it is asked. */
let reader: LiveSession | undefined;

const write = (row: number, column: number, cells: readonly (readonly Cell[])[]): void =>
  sheet.write(
    { row, column, rowCount: cells.length, columnCount: cells[0]?.length ?? 0 },
    cells.map((line) =>
      line.map((cell) =>
        typeof cell === "string" && cell.startsWith("=") ? { value: null, formula: cell } : { value: cell === "" ? null : cell },
      ),
    ),
  );

async function begin(jobs: number): Promise<void> {
  write(2, 0, [HEADINGS, ...Array.from({ length: jobs }, (_, index): Cell[] => [`J-${index}`, `Post ${index}`, ...LEVELS])]);
  await adoptFront();
  session = createSession();
  await session.start();
}

beforeEach(async () => {
  reader = undefined;
  page = await openOfficePage({
    calculate: (formula) => (formula.startsWith("=ROW") ? 3 : formula === "=BAD()" ? { error: "#REF!" } : null),
  });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  sheet = page.workbook.sheets()[0]!;
  const prototype = Object.getPrototypeOf(sheet) as { values: (area: Area) => unknown[][] };
  const values = prototype.values;
  cellsRead = 0;
  jest.spyOn(prototype, "values").mockImplementation(function (this: unknown, area) {
    cellsRead += area.rowCount * area.columnCount;
    return values.call(this, area);
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  page.close();
});

function stateOf(from: LiveSession): RegisterState {
  const content = from.getState().current?.content;
  if (content?.kind !== "jobs") throw new Error(`no jobs but ${JSON.stringify(content)} ${JSON.stringify(from.getState().notice)}`);
  return content.state;
}

/** Everything the pane could show. */
function shown(from: LiveSession): unknown {
  const content = from.getState().current?.content;
  if (content?.kind !== "jobs") return content;
  const all = (findings: Findings | null) => findings?.first(1e6);
  const { state } = content;
  return {
    ...state,
    incomplete: all(state.incomplete),
    invalid: all(state.invalid),
    notStarted: all(state.notStarted),
    near: all(state.near),
    unmatched: all(state.unmatched),
    bands: state.bands?.rows.map(({ findings }) => all(findings)),
    outcomes: state.outcomes?.map(({ findings }) => all(findings)),
    results: { ...state.results, missing: state.results.missing.first(1e6), differing: state.results.differing.first(1e6) },
  };
}

/** What a session shows that reads the workbook now, whole. */
async function afresh(): Promise<unknown> {
  const outside = (reader ??= createSession());
  await outside.refresh();
  return shown(outside);
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 350));

/** Waits until nothing was read for a while: edits are answered in bursts, and the machine may be busy. */
async function settled(): Promise<void> {
  let [before, still] = [-1, 0];
  for (let tries = 0; tries < 200 && still < 5; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    still = before === cellsRead ? still + 1 : 0;
    before = cellsRead;
  }
}

test("an edited level is read with its row, not with the sheet", async () => {
  await begin(2000);
  const before = stateOf(session);
  expect([before.jobs, before.complete]).toEqual([2000, 2000]);
  cellsRead = 0;
  write(1500, 3, [["x"]]);
  await settled();
  expect(
    stateOf(session)
      .invalid.first(2)
      .map(({ row, id }) => [row, id]),
  ).toEqual([[1500, "J-1497"]]);
  // One row of 19 columns, and its telling cells once more for their formulas.
  expect(cellsRead).toBeLessThanOrEqual(2 * 19);
  expect(shown(session)).toEqual(await afresh());
});

test("result columns of the add-in's own, beside jobs, cost no reading of jobs", async () => {
  await begin(1200);
  cellsRead = 0;
  write(2, 19, [["Score"], ...Array.from({ length: 1200 }, (): Cell[] => [466])]);
  await settled();
  // The first rows alone, to see what the new column is.
  expect(cellsRead).toBeLessThanOrEqual(450 * 20);
  expect(shown(session)).toEqual(await afresh());
});

test("rows that come in or go move the others unread", async () => {
  await begin(1000);
  write(700, 3, [["x"]]);
  await settled();
  cellsRead = 0;
  sheet.shift({ area: { row: 100, rowCount: 3, column: 0, columnCount: 16384 }, direction: "down" });
  await settled();
  // Late enough for rows that were read just before to be trusted.
  await new Promise((resolve) => setTimeout(resolve, 1600));
  expect(stateOf(session).invalid.first(1)[0]?.row).toBe(703);
  sheet.shift({ area: { row: 50, rowCount: 10, column: 0, columnCount: 16384 }, direction: "up" });
  await settled();
  expect(stateOf(session).invalid.first(1)[0]?.row).toBe(693);
  expect(stateOf(session).jobs).toBe(990);
  expect(cellsRead).toBeLessThan(19 * 40);
  expect(shown(session)).toEqual(await afresh());
});

test("a level that comes from a formula follows calculation", async () => {
  await begin(30);
  write(10, 3, [["=ROW()"]]);
  await settled();
  expect(stateOf(session).invalid).toHaveLength(0);
  write(11, 3, [["=BAD()"]]);
  await settled();
  expect(
    stateOf(session)
      .invalid.first(2)
      .map(({ row }) => row),
  ).toEqual([11]);
  expect(shown(session)).toEqual(await afresh());
});

test("a factor's column that is deleted is told, and calculation on the sheet goes on as before", async () => {
  await begin(30);
  write(10, 3, [["=ROW()"]]);
  await settled();
  const column = { row: 0, rowCount: 1_048_576, column: 4, columnCount: 1 };
  sheet.shift({ area: column, direction: "left" });
  // A formula that comes to something: Excel tells of a calculation, and the levels that are formulas might have changed.
  write(11, 30, [["=BAD()"]]);
  await rest();
  await rest();
  expect(session.getState().current?.content).toEqual({ kind: "headings-missing", missing: ["Analytical"] });
  sheet.shift({ area: column, direction: "right" });
  write(2, 4, [["Analytical"]]);
  await settled();
  expect(stateOf(session).incomplete).toHaveLength(30);
});

test("a co-author's rows and the register's own last row count", async () => {
  await begin(20);
  write(23, 0, [["J-20", "New", ...LEVELS]]);
  await settled();
  expect(stateOf(session).jobs).toBe(21);
  write(40, 0, [["J-21", "Far below", ...LEVELS.slice(0, 3)]]);
  await settled();
  expect(
    stateOf(session)
      .incomplete.first(1)
      .map(({ row }) => row),
  ).toEqual([40]);
  sheet.clear({ row: 23, rowCount: 1, column: 0, columnCount: 30 }, "contents");
  await settled();
  expect(stateOf(session).jobs).toBe(21);
  expect(shown(session)).toEqual(await afresh());
});

test("hidden rows are left out only where that was chosen, and said", async () => {
  await begin(30);
  sheet.setRowsHidden(10, 5, true);
  await settled();
  expect([stateOf(session).jobs, stateOf(session).hidden]).toEqual([30, null]);
  await session.countVisibleOnly(true);
  expect([stateOf(session).jobs, stateOf(session).hidden]).toEqual([25, 5]);
  sheet.setRowsHidden(10, 2, false);
  await settled();
  expect([stateOf(session).jobs, stateOf(session).hidden]).toEqual([27, 3]);
  sheet.shift({ area: { row: 5, rowCount: 1, column: 0, columnCount: 16384 }, direction: "down" });
  await settled();
  expect([stateOf(session).jobs, stateOf(session).hidden]).toEqual([27, 3]);
  await session.countVisibleOnly(false);
  expect([stateOf(session).jobs, stateOf(session).hidden]).toEqual([30, null]);
});

test("an answer that is too large is asked for in halves", async () => {
  page.close();
  page = await openOfficePage({ faults: { payloadLimit: 60_000 } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  sheet = page.workbook.sheets()[0]!;
  write(2, 0, [HEADINGS, ...Array.from({ length: 100 }, (_, index): Cell[] => [`J-${index}`, "x".repeat(400), ...LEVELS])]);
  const chosen = [2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18];
  const choice = {
    sheetId: sheet.id,
    scheme: nhs(),
    chart: null,
    headingRows: 1 as const,
    headings: HEADINGS,
    factors: chosen,
    columns: { id: 0, title: 1 },
  };
  expect((await adoptSheet(choice)).ok).toBe(true);
  write(
    103,
    0,
    Array.from({ length: 300 }, (_, index): Cell[] => [`K-${index}`, "y".repeat(400), ...LEVELS]),
  );
  session = createSession();
  await session.start();
  expect(stateOf(session).jobs).toBe(400);
  expect(session.getState().notice).toBeNull();
});

/** A small, fixed generator: a failure can be run again. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

describe("law: whatever is done to the sheet, the session shows what a fresh reading shows", () => {
  const width = HEADINGS.length;
  const whole = { column: 0, columnCount: 16384 };
  test.each([1, 2, 3, 4, 5, 6])("seed %d", async (seed) => {
    const random = numbers(seed * 7919);
    await begin(60);
    const deeds: (() => void)[] = [
      () => write(3 + random(70), 2 + random(17), [[["", 1, 3, "4a", "x", "2-3", "=ROW()"][random(7)]!]]),
      () => write(3 + random(60), 0, [[["", "J-1", "j-2 ", "Total", "Section"][random(5)]!]]),
      () =>
        write(
          3 + random(70),
          0,
          Array.from({ length: 1 + random(4) }, () => [`P-${random(9)}`, "Pasted", ...LEVELS]),
        ),
      () => sheet.shift({ area: { row: 3 + random(60), rowCount: 1 + random(3), ...whole }, direction: "down" }),
      () => sheet.shift({ area: { row: 3 + random(60), rowCount: 1 + random(3), ...whole }, direction: "up" }),
      () => sheet.shift({ area: { row: random(3), rowCount: 1, ...whole }, direction: "down" }),
      () => sheet.shift({ area: { row: 3 + random(40), rowCount: 2, column: 0, columnCount: width }, direction: "down" }),
      () => sheet.shift({ area: { row: 3 + random(40), rowCount: 1, column: 3, columnCount: 4 }, direction: "up" }),
      () => sheet.sort({ row: 8, rowCount: 30, column: 0, columnCount: width }, [{ column: 1, ascending: random(2) === 0 }], false),
      () => sheet.clear({ row: 3 + random(60), rowCount: 1 + random(5), column: 0, columnCount: 40 }, "contents"),
      () => write(random(90), 19 + random(3), [["note"]]),
      () => write(70 + random(20), 5, [["note below"]]),
    ];
    for (let round = 0; round < 6; round++) {
      const done: number[] = [];
      for (let count = 1 + random(4); count > 0; count--) {
        const deed = random(deeds.length);
        done.push(deed);
        deeds[deed]!();
        if (random(3) === 0) await new Promise((resolve) => setTimeout(resolve, random(160)));
      }
      let [live, fresh] = ["", "-"];
      for (let tries = 0; tries < 20 && live !== fresh; tries++) {
        await rest();
        [live, fresh] = [JSON.stringify(shown(session)), JSON.stringify(await afresh())];
      }
      const at = Array.from(live).findIndex((letter, place) => letter !== fresh[place]);
      const around = (text: string): string => (at < 0 ? "" : text.slice(at - 150, at + 100));
      expect([round, done, around(live)]).toEqual([round, done, around(fresh)]);
    }
  });
});
