import { library } from "../../src/data/library";
import type { Profile } from "../../src/domain/profile/profile";
import { readOwnLibraries } from "../../src/workbook/own-library";
import {
  addProfiles,
  changeOwnLibrary,
  type LibraryUndo,
  removeProfile,
  replaceProfile,
  undoLibraryChange,
} from "../../src/workbook/own-library-write";
import type { FaultPlan } from "../../src/host/fault";
import { openOfficePage, type OfficePage } from "../support/office";

const { scheme, profiles } = library.profiles;
const DECIDED = { by: "A. Person", at: "2026-03-02 10:15" };

let page: OfficePage;

async function open(faults?: FaultPlan, settings = new Map<string, string>()): Promise<void> {
  page = await openOfficePage({ settings, ...(faults === undefined ? {} : { faults }) });
  Object.assign(globalThis, { Excel: page.Excel, Office: page.Office });
}
afterEach(() => page.close());

/** All that a document says of a profile, and what was noted about it. */
const facts = ({ source: _source, notes: _notes, factors, ...profile }: Profile): unknown => ({
  ...profile,
  factors: factors.map(({ note: _note, ...factor }) => factor),
});

async function own(): Promise<readonly Profile[]> {
  const outcome = await readOwnLibraries();
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failure));
  const [first] = outcome.value;
  if (first === undefined) return [];
  if (first.content.kind !== "profiles") throw new Error(JSON.stringify(first.content));
  return first.content.library.profiles;
}

async function must<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; failure: unknown }>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

const add = (...added: readonly Profile[]): Promise<LibraryUndo> => must(changeOwnLibrary(scheme, addProfiles(scheme, added, DECIDED)));

/** All that the workbook's sheets hold. */
const everything = (): unknown =>
  page.workbook.sheets().map((sheet) => {
    const area = sheet.usedArea();
    return [
      sheet.name(),
      area === undefined ? [] : [sheet.values(area), sheet.formulas(area)],
      page.workbook
        .tables()
        .filter((table) => table.sheet === sheet)
        .map((table) => [table.name(), table.area()]),
    ];
  });

describe("a library of one's own", () => {
  beforeEach(() => open());

  test("is begun with the first profiles, in the shape that PROFILELIST gives, and reads back as it was", async () => {
    await add(...profiles);
    expect((await own()).map(facts)).toEqual(profiles.map(facts));
    expect(page.workbook.sheets().map((sheet) => sheet.name())).toEqual(["Sheet1", "Own profiles", "Own profile notes"]);
    expect(page.workbook.tables().map((table) => table.name())).toEqual(["OwnProfiles"]);
    expect(page.unavailable).toEqual([]);
  });

  test("levels such as 2-3 and editions such as June 2024 stay texts", async () => {
    await add(profiles[3]!);
    const sheet = page.workbook.sheets()[1]!;
    // Information Technician, page 9: factor 12 is 2-3; columns before the factors: nine.
    expect(sheet.values({ row: 1, column: 9 + 11, rowCount: 1, columnCount: 1 })).toEqual([["2-3"]]);
    expect(sheet.values({ row: 1, column: 6, rowCount: 1, columnCount: 1 })).toEqual([["November 2023"]]);
  });

  test("whose sheet of notes was deleted can still be changed: notes are begun anew, and that is told", async () => {
    await add(profiles[0]!, profiles[1]!);
    const gone = page.workbook.sheets().find((sheet) => sheet.name() === "Own profile notes")!;
    await page.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(gone.name()).delete();
      await context.sync();
    });
    expect((await own()).map(({ id }) => id)).toEqual([profiles[0]!.id, profiles[1]!.id]);
    expect(await add(profiles[3]!)).toMatchObject({ kind: "changed", notesBegun: true });
    expect((await own()).map(({ id }) => id)).toEqual([profiles[0]!.id, profiles[1]!.id, profiles[3]!.id]);
    expect((await own())[2]?.notes.join(" ")).toContain("decided by A. Person");
    expect(await add(profiles[2]!)).toMatchObject({ kind: "changed", notesBegun: false });
    expect(page.workbook.sheets().filter((sheet) => sheet.name() === "Own profile notes")).toHaveLength(1);
  });

  test("keeps who decided, and when, beside what was noted", async () => {
    await add(profiles[3]!);
    const [technician] = await own();
    expect(technician?.notes.join(" ")).toContain("decided by A. Person, 2026-03-02 10:15");
    expect(technician?.factors[9]?.note).toContain("(decided by A. Person, 2026-03-02 10:15)");
    expect(technician?.page).toBe(9);
  });

  test("a text that begins like a formula stays a text", async () => {
    await add({ ...profiles[0]!, title: "=1+1", suite: "+suite", notes: ["@note"] });
    expect((await own())[0]).toMatchObject({ title: "=1+1", suite: "+suite" });
    expect(page.workbook.sheets()[1]!.formulas({ row: 1, column: 2, rowCount: 1, columnCount: 2 })).toEqual([["", ""]]);
  });

  test("grows, takes the place of the same id, shrinks, and is restored step by step", async () => {
    await add(profiles[0]!, profiles[1]!);
    const two = everything();
    const added = await add(profiles[2]!, { ...profiles[0]!, title: "Other title" });
    expect((await own()).map(({ title }) => title)).toEqual(["Other title", profiles[1]!.title, profiles[2]!.title]);
    const three = everything();
    const shown = (await own())[1]!;
    const removed = await must(changeOwnLibrary(scheme, removeProfile(scheme, shown)));
    expect((await own()).map(({ id }) => id)).toEqual([profiles[0]!.id, profiles[2]!.id]);
    await must(undoLibraryChange(removed));
    expect(everything()).toEqual(three);
    await must(undoLibraryChange(added));
    expect(everything()).toEqual(two);
  });

  test("what began the library is taken back with its sheets", async () => {
    const before = everything();
    await must(undoLibraryChange(await add(profiles[0]!)));
    expect(everything()).toEqual(before);
    expect(await own()).toEqual([]);
    await add(profiles[1]!);
    expect(await own()).toHaveLength(1);
  });

  test("an edited profile has a note of it", async () => {
    await add(profiles[0]!);
    const [shown] = await own();
    await must(changeOwnLibrary(scheme, replaceProfile(scheme, shown!, { ...shown!, title: "New title" }, "Title changed.", DECIDED)));
    const [after] = await own();
    expect(after?.title).toBe("New title");
    expect(after?.notes.join(" ")).toContain("Title changed (decided by A. Person");
  });

  test("the last profile may go; the table stays for the next", async () => {
    await add(profiles[0]!);
    await must(changeOwnLibrary(scheme, removeProfile(scheme, (await own())[0]!)));
    expect(await own()).toEqual([]);
    await add(profiles[1]!);
    expect((await own()).map(facts)).toEqual([facts(profiles[1]!)]);
  });

  test("a row that somebody has changed meanwhile is left alone", async () => {
    await add(profiles[0]!);
    const [shown] = await own();
    page.workbook.sheets()[1]!.write({ row: 1, column: 2, rowCount: 1, columnCount: 1 }, [[{ value: "Somebody's title" }]]);
    const before = everything();
    expect(await changeOwnLibrary(scheme, removeProfile(scheme, shown!))).toMatchObject({ ok: false, failure: { kind: "changed-since" } });
    expect(everything()).toEqual(before);
  });

  test("nothing below the table is written over", async () => {
    await add(profiles[0]!);
    page.workbook.sheets()[1]!.write({ row: 3, column: 4, rowCount: 1, columnCount: 1 }, [[{ value: "mine" }]]);
    const before = everything();
    expect(await changeOwnLibrary(scheme, addProfiles(scheme, [profiles[1]!, profiles[2]!], DECIDED))).toMatchObject({
      ok: false,
      failure: { kind: "occupied", address: "A3:Y4" },
    });
    expect(everything()).toEqual(before);
  });

  test("a fault in a row is told, not guessed at", async () => {
    await add(profiles[0]!);
    page.workbook.sheets()[1]!.write({ row: 1, column: 9, rowCount: 1, columnCount: 1 }, [[{ value: "9z" }]]);
    const outcome = await must(readOwnLibraries());
    expect(outcome[0]?.content).toMatchObject({ kind: "fault", problem: { fault: { kind: "levels", found: "9z" } } });
  });
});

test("settings of a later version are not overwritten", async () => {
  const settings = new Map([["jobEvaluation.profiles", JSON.stringify({ version: 99 })]]);
  await open(undefined, settings);
  const before = everything();
  expect(await changeOwnLibrary(scheme, addProfiles(scheme, [profiles[0]!], DECIDED))).toMatchObject({
    ok: false,
    failure: { kind: "later-settings" },
  });
  expect(everything()).toEqual(before);
  expect(settings.get("jobEvaluation.profiles")).toBe('{"version":99}');
});

/** Spoils one sync of an operation; syncs are counted by the question that each asks first. */
class Spoiler {
  count = 0;
  at = 0;
  lost = false;
  readonly plan: FaultPlan;

  constructor() {
    const at = (lost: boolean): number => (this.lost === lost ? this.at : 0);
    this.plan = {
      cellEditMode: () => ((this.count += 1), false),
      get failAtSync() {
        return at(false);
      },
      get loseAnswerOfSync() {
        return at(true);
      },
    };
  }
}

const OPERATIONS: readonly (readonly [string, readonly Profile[], () => Promise<{ readonly ok: boolean }>])[] = [
  ["beginning a library", [], () => changeOwnLibrary(scheme, addProfiles(scheme, profiles.slice(0, 2), DECIDED))],
  ["adding to it", profiles.slice(0, 2), () => changeOwnLibrary(scheme, addProfiles(scheme, profiles.slice(1, 4), DECIDED))],
  ["removing from it", profiles.slice(0, 3), async () => changeOwnLibrary(scheme, removeProfile(scheme, (await own())[1]!))],
];

describe.each([
  ["fails", false],
  ["loses its answer", true],
] as const)("when a sync %s", (_, lost) => {
  test.each(OPERATIONS)(
    "%s leaves the sheets as before or as asked",
    async (__, first, operation) => {
      let asked: unknown;
      let syncs = 1;
      for (let failing = 0; failing <= syncs; failing++) {
        const spoiler = new Spoiler();
        await open(spoiler.plan);
        if (first.length > 0) await add(...first);
        const before = everything();
        const from = spoiler.count;
        Object.assign(spoiler, { lost, at: failing === 0 ? 0 : from + failing });
        // Reading what is there is part of the operation; where that fails, nothing was begun.
        const outcome = await operation().catch(() => ({ ok: false }));
        const used = spoiler.count - from;
        if (failing === 0) {
          syncs = used;
          asked = everything();
          expect(outcome.ok).toBe(true);
          expect(asked).not.toEqual(before);
        } else expect([failing, everything()]).toEqual([failing, outcome.ok ? asked : before]);
        page.close();
      }
      expect(syncs).toBeGreaterThan(5);
    },
    120_000,
  );
});
