/** A what-if over a workbook in memory, with both samples in it and Microsoft's own office.js between. */
import { nhsSample } from "../../src/data/register/sample";
import { createBoundarySession } from "../../src/session/boundary";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../src/session/boundary-state";
import { insertSample } from "../../src/workbook/sample";
import { arithmetic } from "./arithmetic";
import { openOfficePage, type OfficePage } from "./office";

type Cells = readonly (readonly (string | number)[])[];

export class BoundaryWorkbook {
  private ids = 0;
  private constructor(
    readonly page: OfficePage,
    /** Ids of the NHS and the NJC sample's sheets. */
    readonly sheets: readonly string[],
  ) {
    this.session = this.fresh();
  }
  readonly session: BoundarySession;

  static async open(): Promise<BoundaryWorkbook> {
    const sums = arithmetic(() => page.workbook);
    const page: OfficePage = await openOfficePage({
      calculate: (formula, ...cell) =>
        formula === "=NA()" ? { error: "#N/A" } : formula.startsWith("=JOB.") ? null : sums(formula, ...cell),
    });
    Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
    const added = await insertSample();
    if (!added.ok) throw new Error(added.failure.kind);
    return new BoundaryWorkbook(
      page,
      added.value.map(({ id }) => id),
    );
  }

  close(): void {
    this.page.close();
  }

  /** As the pane has it that is opened anew. */
  readonly fresh = (): BoundarySession => createBoundarySession(() => `s${++this.ids}`);

  async until(condition: (state: BoundaryState) => boolean, session = this.session): Promise<void> {
    for (let tries = 0; tries < 800 && !condition(session.getState()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(condition(session.getState())).toBe(true);
  }

  async show(sheet: 0 | 1 = 0, session = this.session): Promise<ReadyBoundaries> {
    session.open(this.sheets[sheet]!);
    await this.until(({ view }) => view.kind === "ready", session);
    return this.ready(session);
  }

  ready(session = this.session): ReadyBoundaries {
    const { view } = session.getState();
    if (view.kind !== "ready") throw new Error(view.kind);
    return view;
  }

  /** Something done to the workbook by somebody else. */
  readonly act = (work: (workbook: Excel.Workbook) => void): Promise<void> =>
    this.page.Excel.run(async (context) => {
      work(context.workbook);
      await context.sync();
    });

  put(sheet: string, address: string, value: string | number): Promise<void> {
    return this.act(({ worksheets }) => (worksheets.getItem(sheet).getRange(address).values = [[value]]));
  }

  /** Puts cells on a new sheet and selects them all, or just one of them. */
  choose(name: string, cells: Cells, one = false): Promise<void> {
    return this.act(({ worksheets }) => {
      const sheet = worksheets.add(name);
      const range = sheet.getRangeByIndexes(0, 0, cells.length, cells[0]!.length);
      range.values = cells.map((row) => [...row]);
      sheet.activate();
      (one ? sheet.getRange("A2") : range).select();
    });
  }

  select(sheet: string, address: string): Promise<void> {
    return this.act(({ worksheets }) => worksheets.getItem(sheet).getRange(address).select());
  }

  readonly saved = (): unknown => JSON.parse(this.page.settings.get("jobEvaluation.scenarios") ?? "null");

  /** What was changed is kept after a moment. */
  readonly kept = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 900));
}

/** Row of the NHS sample, from 0, of a job. */
export const rowOf = (id: string): number => 4 + nhsSample.jobs.findIndex((job) => job.id === id);

/** Low pay up to band 5, more in band 6, most above: in pounds. */
export const PAY: Cells = [
  ["Band", "Minimum", "Maximum"],
  ...["1", "2", "3", "4", "5"].map((band) => [band, 20_000, 25_000]),
  ["6", 38_000, 46_000],
  ...["7", "8a", "8b", "8c", "8d", "9"].map((band) => [band, 50_000, 60_000]),
];
