import { lookAtSheet } from "../../../src/workbook/adoption/look";
import { SHORT_NHS } from "../../support/adoption";
import { openOfficePage, type OfficePage } from "../../support/office";

jest.setTimeout(60_000);

const LEVELS = [4, 6, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];
const ROWS = 4000;

let page: OfficePage;
afterEach(() => page.close());

async function open(payloadLimit?: number): Promise<void> {
  page = await openOfficePage(payloadLimit === undefined ? {} : { faults: { payloadLimit } });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
  const cells = [["Ref", "Post", ...SHORT_NHS], ...Array.from({ length: ROWS }, (_, row) => [`J-${row + 1}`, "Analyst", ...LEVELS])];
  page.workbook.activeSheet().write(
    { row: 0, column: 0, rowCount: cells.length, columnCount: 18 },
    cells.map((row) => row.map((value) => ({ value }))),
  );
}

test.each([
  ["in one answer's room", undefined],
  ["where answers must be small", 60_000],
])("a long sheet is looked at in parts, %s, and says how far it is", async (_, limit) => {
  await open(limit);
  const told: number[] = [];
  const look = await lookAtSheet({ tell: ({ done, of }) => void told.push(done / of) });
  expect(look).toMatchObject({ ok: true, value: { answer: { kind: "register", recognition: { jobs: ROWS } } } });
  expect(told.length).toBeGreaterThan(3);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(1);
});

test("no longer wanted, it stops at the next part", async () => {
  await open();
  let parts = 0;
  const look = await lookAtSheet({ tell: () => (parts += 1), wanted: () => parts < 2 });
  expect(look).toEqual({ ok: true, value: null });
  expect(parts).toBe(2);
});
