import { makeStaffInSteps, type Person } from "../../src/domain/boundary/staff";
import { readStaffListInSteps } from "../../src/domain/boundary/staff-list";
import { atOnce, ITEMS_A_STEP, type Steps } from "../../src/domain/steps";
import { staffFrom } from "../../src/session/boundary-source";
import type { BoundarySession, BoundaryState } from "../../src/session/boundary-state";
import { BoundaryWorkbook, PAY, rowOf } from "../support/boundary-workbook";
import { nhsBands, person } from "../support/boundary";
import { scoredJobs } from "../support/boundary-session";

jest.setTimeout(60_000);

/** How many slices there have been. */
let slices = 0;
/** Each step takes so long that it is a slice of its own: between any two of them something else may happen. */
function slowly(): void {
  let time = 0;
  jest.spyOn(performance, "now").mockImplementation(() => {
    // Office.js asks for the time too.
    if (/workbook.slices\.ts/.test(new Error().stack ?? "")) slices += 1;
    return (time += 1_000);
  });
}
/** By then people are being joined, and far from all: the samples' few jobs take no second step. */
async function whenJoining(): Promise<void> {
  const before = slices;
  while (slices < before + 4) await new Promise((resolve) => setTimeout(resolve, 0));
}
afterEach(() => jest.restoreAllMocks());

const stepsOf = <T>(steps: Steps<T>): { readonly value: T; readonly count: number } => {
  for (let count = 1; ; count++) {
    const step = steps.next();
    if (step.done === true) return { value: step.value, count };
  }
};

describe("a staff list of many people", () => {
  const COUNT = 4 * ITEMS_A_STEP;
  // 5 scores, 100 pays, 3 shares of a post; 7,919 is a prime, so that nothing stands in order.
  const people = Array.from({ length: COUNT }, (_, row): Person => {
    const at = (row * 7_919) % COUNT;
    return person(`J${at % 6}`, at % 3 === 0 ? "man" : "woman", 20_000 + (at % 100) * 100, { fte: [1, 0.5, 0.6][at % 3]! });
  });
  const scores = [300, 400, 400, 500, 600];
  const scoreOf = (job: string): number | null => scores[Number(job.slice(1))] ?? null;

  test("is joined in steps, and stands in order of score, pay and share, whatever stands between the steps", () => {
    const { value: staff, count } = stepsOf(makeStaffInSteps(people, { scoreOf, payOfPoint: () => null }));
    // Joining, counting scores, placing and filling columns go through everybody.
    expect(count).toBeGreaterThan(4 * (COUNT / ITEMS_A_STEP - 1));
    const placed = [...people.keys()].filter((row) => scoreOf(people[row]!.job) !== null);
    const wanted = placed.sort((a, b) => {
      const [one, other] = [people[a]!, people[b]!];
      return scoreOf(one.job)! - scoreOf(other.job)! || one.pay! - other.pay! || one.fte - other.fte || a - b;
    });
    expect(Array.from(staff.rows)).toEqual(wanted);
    expect(Array.from(staff.pays)).toEqual(wanted.map((row) => people[row]!.pay));
    expect(Array.from(staff.ftes)).toEqual(wanted.map((row) => people[row]!.fte));
    expect(Array.from(staff.sexes)).toEqual(wanted.map((row) => (people[row]!.sex === "woman" ? 0 : 1)));
    expect(staff.unplaced).toEqual([...people.keys()].filter((row) => people[row]!.job === "J5"));
  });

  test("is read in steps", () => {
    const rows = people.map(({ job, sex, fte, pay }) => [job, sex, fte, pay! / 100]);
    const { value: list, count } = stepsOf(readStaffListInSteps([["Job ID", "Sex", "FTE", "Salary"], ...rows]));
    expect(count).toBeGreaterThanOrEqual(COUNT / ITEMS_A_STEP);
    expect(list.ok && list.value.people.map(({ job, sex, fte, pay }) => [job, sex, fte, pay! / 100])).toEqual(rows);
  });

  test("is counted by score, women and men apart", () => {
    const cells = [["Job ID", "Sex"], ...people.map(({ job, sex }) => [job, sex])];
    const source = { name: "", sheetId: "2", sheetName: "Staff", row: 0, column: 0, cells };
    const jobs = scoredJobs(scores, { ids: ["J0", "J1", "J2", "J3", "J4"] });
    const { value: given } = stepsOf(staffFrom(source, jobs, { bands: nhsBands, pay: null }));
    if (given.kind !== "list") throw new Error(given.kind);
    const { axis, jobs: heads, sexes } = given.counts;
    expect(Array.from(axis.scores)).toEqual([300, 400, 500, 600]);
    const at = (wanted: number, sex?: string): number =>
      people.filter((each) => scoreOf(each.job) === wanted && (sex === undefined || each.sex === sex)).length;
    expect([0, 1, 2, 3].map((place) => heads.between(place, place + 1))).toEqual([300, 400, 500, 600].map((score) => at(score)));
    expect([0, 1, 2, 3].map((place) => sexes!.women.between(place, place + 1))).toEqual(
      [300, 400, 500, 600].map((score) => at(score, "woman")),
    );
  });
});

describe("while people are joined", () => {
  let book: BoundaryWorkbook;
  beforeEach(async () => void (book = await BoundaryWorkbook.open()));
  afterEach(() => book.close());

  const many = (job: string, pay: number): (string | number)[][] =>
    Array.from({ length: 2 * ITEMS_A_STEP }, (_, row) => [row === 0 ? job : "DD-131", row % 2 === 0 ? "F" : "M", 1, pay + (row % 50)]);
  const STAFF = [["Job ID", "Sex", "FTE", "Salary"], ...many("DD-130", 40_000)];

  /** Holds every state that is published to be of one moment: its people are those of its list, its jobs and its pay. */
  function watch(session: BoundarySession): readonly BoundaryState[] {
    const seen: BoundaryState[] = [];
    let last: BoundaryState["staff"] | null = null;
    session.subscribe(() => {
      const state = session.getState();
      const { staff, view } = state;
      if (view.kind !== "ready" || staff.kind !== "list" || staff === last) return;
      last = staff;
      const { counted, baseline } = view;
      const anew = atOnce(staffFrom(staff.source, counted.jobs, baseline));
      if (anew.kind !== "list") throw new Error(anew.kind);
      expect(staff.staff).toEqual(anew.staff);
      expect(staff.sharedIds).toBe(anew.sharedIds);
      seen.push(state);
    });
    return seen;
  }

  const scoreOf = (state: BoundaryState, job: string): number | undefined => {
    if (state.view.kind !== "ready") return undefined;
    const { ids, scores } = state.view.counted.jobs;
    return scores[ids.indexOf(job)];
  };

  test("an edit of the register gives what a fresh reading gives", async () => {
    await book.show();
    slowly();
    const seen = watch(book.session);
    await book.choose("Staff", STAFF);
    await book.session.chooseStaff("selection");
    expect(scoreOf(book.session.getState(), "DD-130")).toBe(441);
    // Factor 1 from level 5 to level 4: 45 points less 32 (chapter seven).
    await book.put("Register", `G${rowOf("DD-130") + 1}`, "4a");
    await book.until((state) => scoreOf(state, "DD-130") === 428);
    await book.kept();
    const fresh = book.fresh();
    await book.show(0, fresh);
    await book.until(({ staff }) => staff.kind === "list", fresh);
    const [edited, read] = [book.session.getState().staff, fresh.getState().staff];
    if (edited.kind !== "list" || read.kind !== "list") throw new Error("no list");
    expect(edited.staff).toEqual(read.staff);
    expect(edited.counts).toEqual(read.counts);
    // One person is in DD-130 itself, a woman.
    expect(edited.staff.runs.find(({ score }) => score === 428)).toMatchObject({ score: 428 });
    expect(seen.length).toBeGreaterThan(1);
  });

  test("what is chosen meanwhile is what is shown: the list before it never comes back, nor do settings changed on the way", async () => {
    await book.show();
    slowly();
    const seen = watch(book.session);
    await book.choose("Staff", STAFF);
    const joining = whenJoining();
    const first = book.session.chooseStaff("selection");
    await joining;
    expect(book.session.getState().staff.kind).toBe("none");
    book.session.assume({ years: 5 });
    await first;
    expect(book.session.getState()).toMatchObject({ staff: { kind: "list" }, assumptions: { years: 5 } });
    await book.choose("Pay", PAY);
    const again = whenJoining();
    const second = book.session.refresh();
    await again;
    await book.session.choosePay("selection");
    await second;
    const { staff, pay, assumptions } = book.session.getState();
    expect([staff.kind, pay.kind, assumptions.years]).toEqual(["list", "range", 5]);
    const third = book.session.refresh();
    await book.session.chooseStaff("none");
    await third;
    expect(book.session.getState().staff).toEqual({ kind: "none" });
    expect(seen.length).toBeGreaterThan(0);
  });

  test("another register opened meanwhile shows nothing of this one", async () => {
    await book.show();
    slowly();
    await book.choose("Staff", STAFF);
    const joining = whenJoining();
    const chosen = book.session.chooseStaff("selection");
    await joining;
    book.session.open(book.sheets[1]!);
    await chosen;
    await book.until(({ view }) => view.kind === "ready");
    expect(book.ready().counted.jobs.sheetId).toBe(book.sheets[1]);
    expect(book.session.getState().staff).toEqual({ kind: "none" });
  });
});
