import { library, schemeNamed } from "../../src/data/library";
import { suitesOf } from "../../src/domain/profile/profile";
import {
  changedLevels,
  changedNotes,
  type Draft,
  EMPTY_DRAFT,
  type FactorState,
  factorStates,
  isEmpty,
  isReasoned,
  offeredOrder,
  settled,
  storedStatement,
  withLevel,
  withNote,
  withoutAgreed,
  withStatement,
} from "../../src/session/job-draft";
import { bandEffects } from "../../src/session/job-effect";
import { candidatesFor, inSuite, rankProfiles } from "../../src/session/job-match";
import type { LevelCell } from "../../src/workbook/job-row";
import { nhsSample } from "../../src/data/register/sample";
import { PLANNED } from "../data/sample-plan";

const nhs = library.profiles.scheme;
const njc = schemeNamed("NJC")!;

const cell = (value: string | number | null): LevelCell => ({ value, typed: value });
const CELLS = ["4a", 6, 4, 4, 2, 1, 3, "4a", "4a", "4b", 1, 4, 1, "3a", 2, 1].map(cell);
const states = (draft: Draft, cells = CELLS, stored = new Map<string, { evidence: string; reason: string }>()): readonly FactorState[] =>
  factorStates(nhs, cells, stored, draft);

describe("levels", () => {
  test("a level set in the pane stands over the cell until it says the same", () => {
    const set = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT)[0]!, 5, "");
    expect(states(set)[0]).toMatchObject({ reading: { level: 5, letters: "" }, levelChanged: true, levelConflict: false });
    expect(changedLevels(states(set))).toEqual(["5", ...Array<null>(15).fill(null)]);
    expect(isEmpty(withLevel(set, states(set)[0]!, 4, "a"))).toBe(true);
  });

  test("letters come in the order of the definition; level 3 of factor 1 has a, b, c (handbook, chapter five)", () => {
    const set = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT)[0]!, 3, "cza");
    expect(changedLevels(states(set))[0]).toBe("3ac");
  });

  test("an edit in the sheet shows as a conflict, and is settled either way", () => {
    const set = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT)[0]!, 5, "");
    const edited = CELLS.with(0, cell(2));
    const conflicting = states(set, edited)[0]!;
    expect(conflicting).toMatchObject({ levelConflict: true, reading: { level: 5 } });
    expect(isEmpty(settled(set, conflicting, "sheet"))).toBe(true);
    const kept = states(settled(set, conflicting, "draft"), edited)[0]!;
    expect([kept.levelConflict, kept.reading]).toEqual([false, { kind: "level", level: 5, letters: "" }]);
    expect(states(set, CELLS.with(1, cell(2)))[0]!.levelConflict).toBe(false);
  });

  test("a level that the sheet holds too by now is no edit any more, nor a conflict", () => {
    const set = withLevel(withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT)[0]!, 3, "ac"), states(EMPTY_DRAFT)[1]!, 5, "");
    const agreed = withoutAgreed(set, nhs, CELLS.with(0, cell("3ca")));
    expect([...agreed.levels.keys()]).toEqual([1]);
    expect(withoutAgreed(set, nhs, CELLS.with(0, cell("3a")))).toBe(set);
    const last = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT)[15]!, 2, "");
    expect(isEmpty(withoutAgreed(last, njc, CELLS.slice(0, 13)))).toBe(true);
  });

  test("a blank cell and null are one", () => {
    const set = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT, CELLS.with(0, cell("")))[0]!, 5, "");
    expect(states(set, CELLS.with(0, cell(null)))[0]!.levelConflict).toBe(false);
  });
});

describe("notes", () => {
  test("a note goes with its level; a level that changes takes its note along", () => {
    const stored = new Map([["2", { evidence: "Diploma", reason: "Person specification" }]]);
    const level = withLevel(EMPTY_DRAFT, states(EMPTY_DRAFT, CELLS, stored)[1]!, 5, "");
    expect(changedNotes(states(level, CELLS, stored), level)).toEqual([
      { key: "2", level: "5", letters: "", evidence: "Diploma", reason: "Person specification", expected: stored.get("2") },
    ]);
    const noted = withNote(EMPTY_DRAFT, states(EMPTY_DRAFT, CELLS, stored)[0]!, { reason: "why" });
    expect(changedNotes(states(noted, CELLS, stored), noted)).toEqual([
      { key: "1", level: "4", letters: "a", evidence: "", reason: "why", expected: { evidence: "", reason: "" } },
    ]);
    expect(isEmpty(withNote(noted, states(noted, CELLS, stored)[0]!, { reason: "" }))).toBe(true);
  });

  test("a score may be seen once every factor has a level and a reason", () => {
    const reasons = new Map(nhs.factors.map(({ number }) => [String(number), { evidence: "", reason: "because" }]));
    expect(isReasoned(states(EMPTY_DRAFT, CELLS, reasons))).toBe(true);
    expect(isReasoned(states(EMPTY_DRAFT, CELLS.with(7, cell(null)), reasons))).toBe(false);
    expect(isReasoned(states(EMPTY_DRAFT, CELLS, new Map([...reasons, ["9", { evidence: "much", reason: "  " }]])))).toBe(false);
  });

  test("the verdict on a job statement is kept and read back", () => {
    const draft = withStatement(EMPTY_DRAFT, "pm-8a-8b", { verdict: "in-part", evidence: "No budget" }, { evidence: "", reason: "" });
    const [row] = changedNotes(states(draft), draft);
    expect(row).toMatchObject({ key: "Job statement: pm-8a-8b", evidence: "No budget" });
    expect(storedStatement(new Map([[row!.key, row!]]), "pm-8a-8b")).toEqual({ verdict: "in-part", evidence: "No budget" });
    expect(storedStatement(new Map(), "pm-8a-8b")).toBeNull();
  });
});

test("factor 2 is offered last in the NHS scheme (handbook, chapter five, factor 2); the NJC order stays", () => {
  expect(offeredOrder(nhs).map((place) => nhs.factors[place]!.number)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 2]);
  expect(offeredOrder(njc)).toEqual(njc.factors.map((_, place) => place));
});

describe("single changes that change the band", () => {
  // Section Manager at its lowest: 466 (page 24), in band 7 (466 to 539, chapter eight), so every step down falls into band 6.
  const levels = [4, 6, 4, 4, 2, 1, 3, 4, 4, 4, 1, 4, 1, 3, 2, 1];
  const effects = bandEffects(nhs, nhs.bands!, levels);

  test("at the lowest score of a band every level down falls a band, and no level up rises one", () => {
    const down = effects.filter(({ from, to }) => to < from);
    // Factors 6, 11, 13 and 16 are at level 1 already.
    expect(down.map(({ factor }) => factor.number)).toEqual([1, 2, 3, 4, 5, 7, 8, 9, 10, 12, 14, 15]);
    expect(down.every(({ band }) => band?.label === "6")).toBe(true);
    expect(effects.filter(({ from, to }) => to > from)).toEqual([]);
  });

  test("the score is the one the job would have: factor 12 from 4 to 3 loses 32 - 21 points (chapter seven)", () => {
    expect(effects.find(({ factor }) => factor.number === 12)).toMatchObject({ from: 4, to: 3, score: 455 });
  });

  test("above the highest band there is none", () => {
    // 765 is the highest score with a band (chapter eight).
    const top = bandEffects(
      nhs,
      nhs.bands!,
      nhs.factors.map(({ levels: all }) => all.length),
    );
    expect(top).toEqual([]);
  });
});

describe("profiles", () => {
  test("the closest profile of each planned job comes first", () => {
    for (const [id, , , outcome, profile] of PLANNED) {
      const job = nhsSample.jobs.find((one) => one.id === id)!;
      const [first] = rankProfiles(candidatesFor(nhs), job.levels)!;
      expect([id, first?.comparison.outcome, first?.comparison.profile.id]).toEqual([id, outcome, profile]);
    }
  });

  test("a group limits them; no profile is shown for an incomplete job or another scheme", () => {
    const job = nhsSample.jobs.find(({ id }) => id === "DD-150")!;
    const ranked = rankProfiles(candidatesFor(nhs), job.levels)!;
    expect(ranked).toHaveLength(18);
    expect(suitesOf(candidatesFor(nhs))).toHaveLength(2);
    expect(suitesOf(candidatesFor(njc))).toEqual([]);
    expect(inSuite(ranked, suitesOf(candidatesFor(nhs))[1]!)).toHaveLength(3);
    expect(rankProfiles(candidatesFor(nhs), job.levels.with(3, null))).toBeNull();
    expect(rankProfiles(candidatesFor(njc), [])).toBeNull();
    // Profiles of one's own stand before the built-in ones, and in the place of those with their ids.
    const [first, ...others] = candidatesFor(nhs).profiles;
    const among = candidatesFor(nhs, { scheme: nhs, profiles: [{ ...others[0]!, title: "Own" }] });
    expect([among.profiles.length, among.profiles[0]?.title, among.profiles[1]]).toEqual([18, "Own", first]);
  });
});
