/** @jest-environment jsdom */
import { act } from "react";
import { library } from "../../src/data/library";
import { nhsSample } from "../../src/data/register/sample";
import type { JobSession, JobState, OpenJob } from "../../src/session/job";
import { good } from "../../src/domain/result";
import { EMPTY_DRAFT, factorStates, isReasoned } from "../../src/session/job-draft";
import type { IdFindings } from "../../src/session/summary";
import { JobPage } from "../../src/taskpane/job/JobPage";
import type { LevelCell } from "../../src/workbook/job-row";
import { inPane, rendered } from "../support/rendered";

const nhs = library.profiles.scheme;
const sample = (id: string): readonly LevelCell[] =>
  nhsSample.jobs.find((job) => job.id === id)!.levels.map((level) => ({ value: level, typed: level }));

const page = rendered();
const { text, press, button } = page;
let calls: string[];

interface Given {
  readonly cells: readonly LevelCell[];
  readonly reasons?: boolean;
  readonly mode?: JobState["mode"];
  readonly change?: Partial<JobState>;
  readonly shared?: IdFindings["shared"];
  readonly row?: Partial<OpenJob["row"]>;
}

async function show({ cells, reasons = false, mode = "panel", change = {}, shared = [], row = {} }: Given): Promise<void> {
  const stored = new Map(reasons ? nhs.factors.map(({ number }) => [String(number), { evidence: "", reason: "because" }]) : []);
  const factors = factorStates(nhs, cells, stored, EMPTY_DRAFT);
  const job: OpenJob = {
    row: {
      sheetId: "1",
      sheetName: "Register",
      scheme: good(nhs),
      bands: nhs.bands,
      row: 8,
      id: "DD-1",
      title: "Analyst",
      columns: cells.map((_, index) => index),
      cells,
      ids: { column: 0, from: 4, to: 61 },
      ...row,
    },
    scheme: nhs,
    stored,
    draft: EMPTY_DRAFT,
    factors,
    shown: mode === "analyst" || isReasoned(factors),
    dirty: false,
  };
  const state: JobState = { view: { kind: "job", job }, mode, busy: false, waiting: [], notice: null, ...change };
  const call =
    (name: string) =>
    (...args: readonly unknown[]): void =>
      void calls.push([name, ...args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg)))].join(" "));
  const session: JobSession = {
    getState: () => state,
    subscribe: () => () => undefined,
    open: () => () => undefined,
    setMode: call("mode"),
    setLevel: call("level"),
    setNote: call("note"),
    setStatement: call("statement"),
    statementOf: () => null,
    conflicting: () => null,
    settle: call("settle"),
    settleStatement: call("settle statement"),
    discard: call("discard"),
    apply: async () => call("apply")(),
    restore: async () => call("restore")(),
    lookEarly: async () => call("look")(),
    dismiss: call("dismiss"),
  };
  page.show(inPane(<JobPage job={session} sharedIds={() => shared} />));
  // The descriptions come in a chunk of their own.
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
}

beforeEach(() => {
  calls = [];
});

describe("panel mode", () => {
  // DD-130 scores 441, band 6 (sample-plan.ts).
  test("neither score, band, outcome nor effect is in the page while reasons are missing", async () => {
    await show({ cells: sample("DD-130") });
    expect(text()).toContain("Still to do: 16 reasons.");
    for (const secret of [
      "441",
      "Profile match",
      "Band match",
      "No match",
      "To rise",
      "Why ",
      "(6)",
      "Reasons",
      "d 6",
      "would change the band",
    ])
      expect([secret, text().includes(secret)]).toEqual([secret, false]);
  });

  test("the profiles' titles and differences are there, without their bands", async () => {
    await show({ cells: sample("DD-130") });
    expect(text()).toContain("every factor in range");
    expect(page.container().querySelectorAll("article")).toHaveLength(3);
  });

  test("all is shown once every factor has its reason, with its working", async () => {
    await show({ cells: sample("DD-130"), reasons: true });
    const figures = [...page.container().querySelectorAll("dl > div")].map((one) => [
      one.querySelector("dt")?.textContent,
      one.querySelector("dd")?.textContent,
    ]);
    // Band 6 is 396 to 465 (handbook, chapter eight): 441 - 396 + 1 to fall, 465 + 1 - 441 to rise.
    expect(figures).toEqual([
      ["Score", "441"],
      ["Band", "6"],
      ["To fall a band", "46 points"],
      ["To rise a band", "25 points"],
    ]);
    expect(text()).toContain("Why 441?");
    expect(text()).toContain("To fall it must lose 46 points: 441 − 396 + 1.");
    expect(text()).toContain("Profile match on levels");
  });

  test("an early look is asked for by a button that says it is written down", async () => {
    await show({ cells: sample("DD-130") });
    expect(text()).toContain("An early look is written on the evidence sheet");
    press(/^Look now/);
    expect(calls).toEqual(["look"]);
  });
});

test("a job without all levels has no score and no profiles, and says which are missing", async () => {
  await show({ cells: sample("DD-106"), mode: "analyst" });
  expect(text()).toContain("There is no score yet. No level yet for factor 2 Knowledge, training and experience.");
  expect(text()).toContain("Profiles are compared once every factor has a level.");
});

test("a level that is none is named at its factor, and is not a missing one", async () => {
  await show({ cells: sample("DD-133") });
  press(/^1 Communication/);
  expect(text()).toContain('"3d" has a letter that level 3 lacks; level 3 has a, b, c.');
  expect(button(/^1 Communication/).textContent).toContain("invalid");
});

test("factor 2 is the last in the list", async () => {
  await show({ cells: sample("DD-130") });
  const names = [...page.container().querySelectorAll("h3 button")].map((one) => /^\d+/.exec(one.textContent)?.[0]);
  expect(names).toEqual(["1", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "2"]);
});

test("levels and letters are chosen from lists with their descriptions", async () => {
  await show({ cells: sample("DD-130") });
  press(/^1 Communication/);
  expect(text()).toContain("Presents to a large group, of staff or of the public, information that is complex, sensitive or contentious.");
  const radios = [...page.container().querySelectorAll<HTMLInputElement>('section input[type="radio"]')];
  expect(radios).toHaveLength(6);
  act(() => radios[3]!.click());
  const box = page.container().querySelector<HTMLInputElement>('input[type="checkbox"]')!;
  act(() => box.click());
  expect(calls[0]).toBe("level 0 4 ");
  expect(calls[1]).toMatch(/^level 0 \d [a-c]*$/);
});

test("the differences of each profile stand in a table behind the drawing", async () => {
  await show({ cells: sample("DD-110"), mode: "analyst" });
  const [first] = page.container().querySelectorAll("article");
  // DD-110 has factor 12 at level 4, the team leader profile (page 7) at 3, and that factor may not vary.
  const rows = [...first!.querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows[11]).toEqual(["12 Freedom to act", "4", "3", "May not vary: 1 level above"]);
  expect(first!.querySelectorAll("path")).toHaveLength(1);
  expect(first!.querySelectorAll("circle")).toHaveLength(15);
  expect(first!.textContent).toContain("No match on levels");
});

test("a match on levels asks for the verdict on the job statement; no match does not", async () => {
  await show({ cells: sample("DD-130"), mode: "analyst" });
  expect(page.container().querySelector("article")!.textContent).toContain(
    "Give the verdict on the job statement before this counts as a match.",
  );
  await show({ cells: sample("DD-110"), mode: "analyst" });
  expect(page.container().querySelector("article")!.textContent).not.toContain("job statement");
});

test("what became of an apply is told with what to do next", async () => {
  const why = { kind: "id-shared", id: "DD-1", rows: [8, 9] } as const;
  await show({ cells: sample("DD-130"), change: { notice: { kind: "not-applied", why, look: false } } });
  expect(page.container().querySelector('[role="alert"]')!.textContent).toContain(
    "Nothing was written. Notes are kept under the job's id, and DD-1 stands in rows 9, 10.",
  );
});

test.each<JobState["view"]>([
  { kind: "reading" },
  { kind: "elsewhere" },
  { kind: "no-job", sheetName: "Register", why: null },
  { kind: "no-job", sheetName: "Register", why: "total" },
  { kind: "headings-missing", sheetName: "Register", missing: ["3 Analysis"] },
  { kind: "no-scheme", problem: { kind: "unknown-scheme", found: "GLPC", known: ["NHS", "NJC"] } },
])("without a job the view says what to do: %j", async (view) => {
  await show({ cells: sample("DD-130"), change: { view } });
  expect(text().length).toBeGreaterThan(10);
});

describe("an id under which no evidence can be kept is told before any is written", () => {
  test.each([
    ["that another row has too", { shared: [{ id: "DD-1", rows: [8, 11] }] }, "Job id DD-1 stands in rows 9, 12."],
    ["that is missing", { row: { id: "" } }, "This job has no id."],
    ["that has no column", { row: { id: "", ids: null } }, "This register has no column of job ids."],
  ] as const)("%s", async (_, given, sentence) => {
    await show({ cells: sample("DD-130"), ...given });
    expect(text()).toContain(sentence);
  });

  test("not where the id is the job's own", async () => {
    await show({ cells: sample("DD-130"), shared: [{ id: "DD-9", rows: [11, 12] }] });
    expect(text()).not.toContain("DD-9");
    expect(text()).not.toContain("none can be written");
  });
});

test("axe finds nothing, hidden or shown, with a factor open", async () => {
  await show({ cells: sample("DD-110") });
  press(/^1 Communication/);
  expect(await page.violations()).toEqual([]);
  await show({ cells: sample("DD-110"), mode: "analyst" });
  expect(await page.violations()).toEqual([]);
}, 60_000);
