import { startWorkbench, type Workbench, type WorkbookPage } from "../support/browser";

/**
 * How long it takes depends on what else the machine does, so cost is held to its growth: five times the cells may take
 * five times as long, and half as much again for the noise. `npm run bench` says the seconds.
 */
const mostGrowth = 7.5;

describe("many function cells", () => {
  let workbench: Workbench;
  let workbook: WorkbookPage;
  beforeAll(async () => {
    workbench = await startWorkbench();
    workbook = await workbench.open();
  });
  afterAll(() => workbench.close());

  test("5,000 live cells cost no more than five times 1,000, and typing goes on meanwhile", async () => {
    await write(workbook, "A1", levels(6000));
    const thousand = await settle(1, 1000);
    const fiveThousand = await settle(1001, 5000, () => workbook.type("S1", "typed while they work"));
    expect(await workbook.read("Q1:Q2")).toEqual([[score(0)], [score(1)]]);
    expect(await workbook.read("Q6000")).toEqual([[score(5999)]]);
    expect(await workbook.read("S1")).toEqual([["typed while they work"]]);
    expect(fiveThousand / thousand).toBeLessThanOrEqual(mostGrowth);
  });

  /** Milliseconds until formulas in so many rows show their scores. */
  async function settle(from: number, rows: number, meanwhile?: () => Promise<void>): Promise<number> {
    const started = Date.now();
    await write(
      workbook,
      `Q${from}`,
      Array.from({ length: rows }, (_, row) => [`=JOB.JESCORE(A${from + row}:P${from + row})`]),
    );
    await meanwhile?.();
    await workbook.read(`Q${from}`);
    return Date.now() - started;
  }
});

function levels(rows: number): number[][] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: 16 }, (_, column) => level(row, column)));
}

function level(row: number, column: number): number {
  return 1 + ((row + column) % 3);
}

/** Points of levels 1 to 3 of each factor: chart of chapter seven. */
const points = [
  [5, 12, 21],
  [16, 36, 60],
  [6, 15, 27],
  [6, 15, 27],
  [6, 15, 27],
  [4, 9, 15],
  [5, 12, 21],
  [5, 12, 21],
  [5, 12, 21],
  [4, 9, 16],
  [5, 12, 21],
  [5, 12, 21],
  [3, 7, 12],
  [3, 7, 12],
  [5, 11, 18],
  [3, 7, 12],
];

function score(row: number): string {
  return String(points.reduce((sum, factor, column) => sum + factor[level(row, column) - 1]!, 0));
}

async function write(workbook: WorkbookPage, address: string, values: unknown[][]): Promise<void> {
  const frame = await workbook.pane();
  await frame.waitForFunction(() => "Excel" in window && "run" in Excel);
  await frame.evaluate(
    ({ address, values }) =>
      Excel.run(async (context) => {
        const first = context.workbook.worksheets.getActiveWorksheet().getRange(address);
        first.getResizedRange(values.length - 1, values[0]!.length - 1).formulas = values;
        await context.sync();
      }),
    { address, values },
  );
}
