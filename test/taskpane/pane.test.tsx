/** @jest-environment jsdom */
import { act } from "react";
import { nhsSample } from "../../src/data/register/sample";
import { library } from "../../src/data/library";
import type { Session } from "../../src/session/session";
import type { Notice, SessionState } from "../../src/session/session-state";
import { Ledger } from "../../src/session/ledger";
import { type RegisterSummary, summarise } from "../../src/session/summary";
import { navigationText } from "../../src/taskpane/text/navigation";
import { Pane } from "../../src/taskpane/Pane";
import { rendered } from "../support/rendered";

Object.assign(window, {
  matchMedia: (query: string) => ({
    matches: query.includes("dark") && dark,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }),
});
let dark = false;

const register = (sheetName: string, jobs = nhsSample.jobs.slice()): RegisterSummary => {
  const scheme = library.profiles.scheme;
  const ledger = new Ledger(scheme);
  ledger.put(
    0,
    jobs.map(({ id, title, levels }) => ({
      id,
      title,
      levels: levels.map((level) => (level === "=NA()" ? "#N/A" : level)),
      weights: [],
      results: [],
      doubtful: false,
    })),
  );
  const state = summarise(ledger, {
    firstRow: 4,
    factorColumns: nhsSample.headings.map((_, index) => 6 + index),
    idColumn: 0,
    results: [],
    computed: [],
    changes: [],
    bands: scheme.bands,
    gradesProblem: null,
    visibleOnly: false,
  });
  return { sheetId: `id of ${sheetName}`, sheetName, content: { kind: "jobs", state } };
};

const READY: SessionState = {
  phase: "ready",
  busy: false,
  registers: [],
  current: null,
  notice: null,
  progress: null,
  copying: null,
  visibleOnly: false,
  lastWritten: null,
  lastWrittenHere: false,
};
const first = register("Register");
const second = register("Another", nhsSample.jobs.slice(0, 5));
const WITH_REGISTER: SessionState = { ...READY, registers: [first, second], current: first };

const page = rendered();
const { text, press } = page;
let calls: string[];
let update: (change: Partial<SessionState>) => void;

function show(start: SessionState): void {
  let state = start;
  const listeners = new Set<() => void>();
  const session: Session = {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    insertSample: () => call("insert"),
    refresh: () => call("refresh"),
    checkSheets: () => void call("check sheets"),
    cancelReading: () => void call("cancel"),
    countVisibleOnly: (visibleOnly) => call(`visible ${visibleOnly}`),
    select: (sheetId, row, column) => call(`select ${sheetId} ${row} ${column}`),
    show: (sheetId) => call(`show ${sheetId}`),
    create: (wanted) => call(`create ${"scheme" in wanted ? wanted.scheme.name : "own"} ${wanted.name} ${wanted.jobs}`).then(() => true),
    chooseChart: () => call("chart").then(() => null),
    chooseGrades: () => call("own grades").then(() => null),
    look: () => call("look").then(() => null),
    adopt: () => call("adopt").then(() => true),
    addResults: (sheetId, columns) => call(`results ${sheetId} ${columns.join(" ")}`),
    cancelCopy: () => void call("cancel copy"),
    giveIds: (sheetId) => call(`ids ${sheetId}`),
    fillResults: (sheetId) => call(`fill ${sheetId}`),
    handOver: (sheetId) => call(`hand over ${sheetId}`),
    restore: () => call("restore"),
    reenter: (sheetId) => call(`reenter ${sheetId}`),
    keepGrades: (sheetId) => call(`grades ${sheetId}`),
    tell: (notice) => update({ notice }),
  };
  update = (change) => {
    state = { ...state, ...change };
    act(() => listeners.forEach((listener) => listener()));
  };
  page.show(<Pane session={session} />);
}

function call(text: string): Promise<void> {
  calls.push(text);
  return Promise.resolve();
}

beforeEach(() => {
  dark = false;
  calls = [];
});

describe("a register's state", () => {
  test("jobs, complete, incomplete and invalid are counted, each under its name", () => {
    show(WITH_REGISTER);
    const tiles = [...page.container().querySelectorAll("[data-tile]")].map((tile) => [
      tile.getAttribute("data-tile"),
      tile.querySelector("span")?.textContent,
    ]);
    // Counted by hand in test/data/sample-register.test.ts; near a boundary: see below.
    expect(tiles.filter(([label]) => label !== "Near a boundary")).toEqual([
      ["Jobs", "58"],
      ["Complete", "50"],
      ["Incomplete", "2"],
      ["Invalid", "5"],
      ["Not started", "1"],
      ["No match", "12"],
    ]);
  });

  test("each finding says what is wrong, and its button goes to the cell", () => {
    show(WITH_REGISTER);
    expect(text()).toContain('Factor 1 Communication and relationship skills: "3d" has a letter that level 3 lacks; level 3 has a, b, c.');
    const row = nhsSample.jobs.findIndex((job) => job.id === "DD-133");
    press(`Go to G${row + 5}`);
    expect(calls).toEqual([`select id of Register ${row + 4} 6`]);
    press("2 Incomplete");
    expect(text()).toContain("Factor 2 Knowledge, training and experience: no level yet.");
    expect(text()).not.toContain('"3d" has a letter');
  });

  test("outcomes are counted, with the reminder that levels alone are no match", () => {
    show(WITH_REGISTER);
    expect(text()).toContain("38 of 50 complete jobs match a profile.");
    expect(text()).toContain("Levels that fit are not yet a match");
  });

  test("the other register is one press away", () => {
    show(WITH_REGISTER);
    press("Sheet Another");
    expect(calls).toEqual(["show id of Another"]);
  });

  test("a change of the session shows at once", () => {
    show(WITH_REGISTER);
    update({ current: second });
    expect(page.container().querySelector('[data-tile="Jobs"] span')?.textContent).toBe("5");
  });

  test("many findings come a page at a time", () => {
    const blank = nhsSample.jobs.find((job) => job.id === "DD-106");
    if (blank === undefined) throw new Error("no DD-106");
    const many = register(
      "Many",
      Array.from({ length: 45 }, (_, index) => ({ ...blank, id: `J-${index}` })),
    );
    show({ ...READY, registers: [many], current: many });
    expect(text()).toContain("J-19 ");
    expect(text()).not.toContain("J-20 ");
    press("Show 20 more");
    press("Show 5 more");
    expect(text()).toContain("J-44 ");
  });

  test("missing headings are named", () => {
    const lost = { sheetId: "x", sheetName: "Register", content: { kind: "headings-missing" as const, missing: ["2 Knowledge"] } };
    show({ ...READY, registers: [lost], current: lost });
    expect(text()).toContain('On sheet Register these headings are missing: "2 Knowledge".');
  });
});

describe("without a register", () => {
  test("offers the sample", () => {
    show(READY);
    press("Insert sample register");
    expect(calls).toEqual(["insert"]);
  });

  test("a workbook that could not be read is not called empty, and can be read again", () => {
    show({ ...READY, registers: null });
    expect(text()).not.toContain("No register");
    press("Try again");
    expect(calls).toEqual(["refresh"]);
  });

  test("outside Excel it says where it belongs", () => {
    show({ ...READY, phase: "outside-excel" });
    expect(text()).toContain("Open a workbook in Excel");
  });
});

const NOTICES: readonly (readonly [Notice, string])[] = [
  [{ kind: "inserted", sheets: ["Register 2", "NJC register"] }, "Added: Register 2, NJC register."],
  [
    { kind: "failed", task: "insert", failure: { kind: "refused" } },
    "The sample register was not inserted. Excel refused: the sheet or the workbook is protected",
  ],
  [{ kind: "failed", task: "insert", failure: { kind: "cell-edit" } }, "press Enter or Esc"],
  [{ kind: "failed", task: "insert", failure: { kind: "too-large" } }, "Fewer rows"],
  [{ kind: "failed", task: "read", failure: { kind: "not-available" } }, "Excel LTSC 2021 or later"],
  [
    { kind: "failed", task: "insert", failure: { kind: "not-kept", sheet: "Register", address: "G5:V62" } },
    "Cells G5:V62 of sheet Register did not keep",
  ],
  [
    { kind: "failed", task: "insert", failure: { kind: "left-behind", sheets: ["Register"], cause: { kind: "cell-edit" } } },
    "could not be removed: Register. Delete them by hand.",
  ],
  [
    { kind: "failed", task: "select", failure: { kind: "unexpected", code: "ItemNotFound", message: "no sheet" } },
    "Excel says: no sheet (ItemNotFound).",
  ],
  [{ kind: "fault", task: "command", message: "x is undefined" }, "through a mistake of the add-in: x is undefined"],
  [{ kind: "reference", address: "https://localhost:3000/help/index.html" }, "Open the function reference"],
];

describe("notices", () => {
  test.each(NOTICES)("%j", (notice, sentence) => {
    show({ ...READY, notice });
    expect(text()).toContain(sentence);
    press("Dismiss");
    expect(text()).not.toContain(sentence);
  });

  test("failures are announced at once, the rest when it suits", () => {
    show({ ...READY, notice: { kind: "failed", task: "read", failure: { kind: "refused" } } });
    expect(page.container().querySelector('[role="alert"]')).not.toBeNull();
    update({ notice: { kind: "inserted", sheets: [] } });
    expect(page.container().querySelector('[role="status"]')).not.toBeNull();
  });
});

const pressTab = async (name: string): Promise<void> => {
  const tab = [...page.container().querySelectorAll<HTMLElement>('[role="tab"]')].find((candidate) =>
    candidate.textContent.startsWith(name),
  );
  if (tab === undefined) throw new Error(`no tab ${name}`);
  act(() => tab.click());
  for (let tries = 0; tries < 100 && text().includes(navigationText.loading); tries++) {
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)));
  }
};

describe("navigation", () => {
  test("a tab a view; the panel is named after the tab that is chosen", async () => {
    show(WITH_REGISTER);
    expect(page.container().querySelector('[role="tab"][aria-selected="true"]')?.id).toBe("tab-register");
    await pressTab("Editions");
    const panel = page.container().querySelector('[role="tabpanel"]');
    expect(panel?.getAttribute("aria-labelledby")).toBe("tab-editions");
    expect(text()).not.toContain("58");
    await pressTab("Register");
    expect(text()).toContain("58");
  });

  test("there is nothing to choose from until the workbook was read", () => {
    show({ ...READY, phase: "starting", registers: null });
    expect(page.container().querySelector('[role="tablist"]')).toBeNull();
  });
});

test("every edition in use is named with its source and the start of its hash", async () => {
  show(READY);
  await pressTab("Editions");
  for (const { id, what, hash } of library.editions) {
    expect(text()).toContain(what);
    expect(text()).toContain(`${id} · ${hash.slice(0, 12)}`);
  }
});

describe("axe finds nothing (contrast and layout apart, which need a browser)", () => {
  const views: readonly (readonly [string, SessionState])[] = [
    ["starting", { ...READY, phase: "starting", registers: null }],
    ["empty", READY],
    ["inserting", { ...READY, busy: true }],
    ["register", WITH_REGISTER],
    ["failed", { ...READY, registers: null, notice: { kind: "failed", task: "read", failure: { kind: "refused" } } }],
    ["reference", { ...WITH_REGISTER, notice: { kind: "reference", address: "https://localhost:3000/help/index.html" } }],
  ];
  test.each(views)("%s", async (_name, state) => {
    dark = true;
    show(state);
    expect(await page.violations()).toEqual([]);
  });
});
