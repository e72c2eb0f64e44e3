/** @jest-environment jsdom */
import { act } from "react";
import type { BoundaryState } from "../../../src/session/boundary-state";
import type { Session } from "../../../src/session/session";
import { BoundaryPage } from "../../../src/taskpane/boundary/BoundaryPage";
import { reportOf } from "../../../src/taskpane/boundary/report";
import type { ScoredJobs } from "../../../src/workbook/scored-jobs";
import { boundarySession, scoredJobs } from "../../support/boundary-session";
import { inPane, rendered } from "../../support/rendered";

const page = rendered();

// NHS bands of chapter eight: band 5 is 326 to 395, band 6 396 to 465, band 7 466 to 539. From 442, 400 and 441 fall to band 5.
const SCORES = [390, 400, 441, 464, 470, NaN];
const COUNTED: Partial<ScoredJobs> = {
  weights: { headcount: Float64Array.from([1, 4, 3, 2, 1, 5]), fte: Float64Array.from([1, 3.5, 2.2, 2, 0.5, 5]), women: null, men: null },
  weightColumns: { headcount: 30, fte: 31, women: -1, men: -1 },
  unscored: { blank: 0, incomplete: 1, invalid: 0 },
};

function show(change: Partial<ScoredJobs> = {}): () => BoundaryState {
  const { session, state } = boundarySession(scoredJobs(SCORES, change));
  session.move("6", 442);
  page.show(inPane(<BoundaryPage boundaries={session} session={{} as Session} sheetId="1" />));
  return state;
}
async function unfold(summary: string): Promise<void> {
  const found = [...page.container().querySelectorAll("summary")].find((one) => one.textContent === summary);
  await act(async () => {
    (found?.parentElement as HTMLDetailsElement).open = true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
}
const table = (caption: string): string[][] => {
  const found = [...page.container().querySelectorAll("table")].find((one) => one.caption?.textContent.startsWith(caption) === true);
  return [...(found?.querySelectorAll("tr") ?? [])].map((row) => [...row.cells].map((cell) => cell.textContent));
};

test("the movement matrix counts jobs, people and posts, and sums to the register", async () => {
  show(COUNTED);
  await unfold("From which band into which");
  const line = (name: string): string[] => table("Movement matrix").find(([head]) => head === name)!;
  const column = (name: string): number => table("Movement matrix")[0]!.indexOf(name);
  const at = (row: string, into: string): string => line(row)[column(into)]!;
  expect([at("6", "5"), at("6", "6"), at("5", "5"), at("7", "7"), at("No band", "No band"), at("Total", "Total")]).toEqual([
    "2",
    "1",
    "1",
    "1",
    "1",
    "6",
  ]);
  page.fill(page.field("Counted in"), "1");
  // 4 + 3 people fall, 2 stay; 16 in all.
  expect([at("6", "5"), at("6", "6"), at("Total", "Total")]).toEqual(["7", "2", "16"]);
  page.fill(page.field("Counted in"), "2");
  expect([at("6", "5"), at("6", "6"), at("7", "7"), at("Total", "Total")]).toEqual(["5.7", "2", "0.5", "14.2"]);
});

test("without columns for them the matrices of people and posts say what is assumed, and are not written twice to the sheet", async () => {
  const state = show();
  await unfold("From which band into which");
  page.fill(page.field("Counted in"), "2");
  expect(page.text()).toContain("each person counts as one full post");
  const written = ({ view }: BoundaryState) => (view.kind === "ready" ? reportOf(view, state()).movements.map(({ weight }) => weight) : []);
  expect(written(state())).toEqual([null]);
  expect(written(show(COUNTED)())).toEqual([null, "headcount", "fte"]);
});

test("who stands close to a boundary is shown as people where women and men are not known", async () => {
  show(COUNTED);
  await unfold("People within 10 points of each boundary");
  // 442: 441 below (3 people), none from 442 to 451 above. 466: 464 below (2), 470 above (1).
  expect(table("People within 10 points").slice(5, 7)).toEqual([
    ["5 / 6 (442)", "3", "0"],
    ["6 / 7 (466)", "2", "1"],
  ]);
});
