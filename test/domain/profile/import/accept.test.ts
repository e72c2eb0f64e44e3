import { accept, type Correction, type Decisions, needsCorrection } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import type { ImportDraft } from "../../../../src/domain/profile/import/draft";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import type { Profile } from "../../../../src/domain/profile/profile";
import { njc, nhs } from "../../../support/jobs";
import { everything, fixtureText, kindOf, profileText, rowsWith, TOTAL } from "../../../support/profile-text";

const EDITION = { edition: "June 2024" };

const decide = (draft: ImportDraft, ...corrections: readonly Correction[]): Decisions => ({ ...everything(draft), corrections });

function profilesOf(draft: ImportDraft, decisions: Decisions): readonly Profile[] {
  const result = accept(draft, decisions);
  if (result.kind === "doubts") throw new Error(result.doubts.map(describeDoubt).join("\n"));
  return result.profiles;
}

const kindsLeft = (draft: ImportDraft, decisions: Decisions): string[] => {
  const result = accept(draft, decisions);
  return result.kind === "doubts" ? result.doubts.map(kindOf) : [];
};

describe("a correction", () => {
  const lost = readProfiles(profileText(rowsWith({ 5: null, 9: null })), nhs, EDITION);

  test("is needed where nothing can be proposed", () => {
    expect(lost.doubts.filter(needsCorrection).map(kindOf)).toEqual(["row-missing", "row-missing"]);
    expect(kindsLeft(lost, everything(lost))).toEqual(["row-missing", "row-missing"]);
  });

  test("settles the doubts about its factor and is checked against the total", () => {
    const right = decide(
      lost,
      { field: "levels", profile: 0, factor: 4, text: "2-3a" },
      { field: "levels", profile: 0, factor: 8, text: "4 (a)" },
    );
    const [profile] = profilesOf(lost, right);
    expect([profile?.lowest, profile?.highest, profile?.factors[8]?.text]).toEqual([466, 489, "4a"]);
    expect(profile?.factors[8]?.note).toBe("The levels were corrected by hand.");
    expect(profile?.factors[8]?.printed).toEqual({ levels: null, points: null });
  });

  test("that does not fit the total raises a new doubt, which must be accepted by itself", () => {
    const wrong = decide(
      lost,
      { field: "levels", profile: 0, factor: 4, text: "2-3a" },
      { field: "levels", profile: 0, factor: 8, text: "3a" },
    );
    const result = accept(lost, wrong);
    if (result.kind !== "doubts") throw new Error("accepted");
    expect(result.doubts.map(kindOf)).toEqual(["total-differs", "generic-wanting"]);
    expect(result.doubts.map(describeDoubt)[0]).toMatch(/total printed is 466-489, but the rows sum to 455-478/);
    const all = { ...wrong, accepted: new Set([...wrong.accepted, ...result.doubts.map(({ id }) => id)]) };
    expect(kindsLeft(lost, all)).toEqual([]);
  });

  test.each([
    [{ field: "levels", profile: 0, factor: 4, text: "7" }, /names a level that does not exist; the levels are 1 to 5/],
    [{ field: "levels", profile: 0, factor: 4, text: "3z" }, /has a letter that level 3 lacks/],
    [{ field: "levels", profile: 0, factor: 4, text: "" }, /no level is given/],
    [{ field: "levels", profile: 0, factor: 4, text: "3(a" }, /has a bracket that/],
    [{ field: "levels", profile: 0, factor: 4, text: "3ba" }, /twice or out of order/],
    [{ field: "bands", profile: 0, text: "11" }, /give a band or a range of bands/],
    [{ field: "generic", profile: 0, text: "8a" }, /band below the profile's own/],
    [{ field: "title", profile: 0, text: " " }, /title may not be blank/],
  ] as const)("%j cannot be used, and says why", (correction, why) => {
    const draft = readProfiles(profileText(rowsWith({})), nhs, EDITION);
    const result = accept(draft, decide(draft, correction));
    expect(result.kind === "doubts" ? result.doubts.map(describeDoubt).join() : "").toMatch(why);
  });

  test("of the band settles what was in doubt about it, and the score is checked against it", () => {
    const draft = readProfiles(profileText(rowsWith({}), "JE Score 466 - 489\tBand 6"), nhs, EDITION);
    expect(draft.doubts.map(kindOf)).toEqual(["score-outside"]);
    expect(profilesOf(draft, { ...decide(draft, { field: "bands", profile: 0, text: "Band 7" }), accepted: new Set() })[0]?.bands).toEqual([
      "7",
    ]);
    const worse = { ...decide(draft, { field: "bands", profile: 0, text: "8a-8b" }), accepted: new Set<string>() };
    expect(kindsLeft(draft, worse)).toEqual(["generic-wanting", "score-outside"]);
  });

  test("of the generic provision", () => {
    const draft = readProfiles(profileText(rowsWith({ 5: { 3: "1-3a", 4: "6-27" } }), "JE Score 457 - 489\tBand 7"), nhs, EDITION);
    expect(draft.doubts.map(kindOf)).toEqual(["generic-wanting"]);
    const marked = { ...decide(draft, { field: "generic", profile: 0, text: "6" }), accepted: new Set<string>() };
    expect(profilesOf(draft, marked)[0]?.generic).toBe("6");
    expect(profilesOf(draft, everything(draft))[0]?.generic).toBeNull();
  });

  test("of title, id, suite and edition", () => {
    const draft = readProfiles(profileText(rowsWith({})), nhs);
    const [profile] = profilesOf(
      draft,
      decide(
        draft,
        { field: "title", profile: 0, text: "Head of section" },
        { field: "id", profile: 0, text: "it-head" },
        { field: "suite", profile: null, text: "IT" },
        { field: "edition", profile: null, text: "May 2025" },
      ),
    );
    expect(profile).toMatchObject({ id: "it-head", title: "Head of section", suite: "IT", edition: "May 2025" });
    expect(profile?.notes).toContain("The id was corrected by hand.");
    expect(
      kindsLeft(draft, { ...everything(draft), accepted: new Set(), corrections: [{ field: "edition", profile: null, text: "May 2025" }] }),
    ).toEqual([]);
  });

  test("that gives two profiles one id is refused", () => {
    const draft = readProfiles(fixtureText("professional-manager"), nhs);
    expect(kindsLeft(draft, decide(draft, { field: "id", profile: 2, text: "Professional-Manager-8a-8b" }))).toEqual(["same-id"]);
  });
});

test("a profile that is left out takes its doubts along", () => {
  const draft = readProfiles(
    `${profileText(rowsWith({}))}\n${profileText(rowsWith({ 5: null, 9: null })).replace("Section", "Service")}`,
    nhs,
    EDITION,
  );
  expect(kindsLeft(draft, everything(draft))).toEqual(["row-missing", "row-missing"]);
  expect(profilesOf(draft, { ...everything(draft), leftOut: new Set([1]) }).map(({ title }) => title)).toEqual(["IM&T Section Manager"]);
});

test("a doubt has the same id whenever the same text is read", () => {
  const [one, other] = [1, 2].map(() => readProfiles(fixtureText("information-technology"), nhs).doubts.map(({ id }) => id));
  expect(one).toEqual(other);
  expect(new Set(one).size).toBe(one?.length);
});

test("accepting a contradiction keeps what is printed beside the reading", () => {
  const draft = readProfiles(profileText(rowsWith({ 3: { 4: "60" } }), TOTAL), nhs, EDITION);
  const [profile] = profilesOf(draft, everything(draft));
  expect(profile?.factors[2]).toMatchObject({ text: "4", lowestPoints: 42, printed: { points: "60" } });
  expect(profile?.factors[2]?.note).toMatch(/"4" give 42 points, but "60" is printed/);
});

test("bands of a scheme without bands are kept as written", () => {
  const draft = readProfiles("Role Title\tClerk\n1\tKnowledge\tx\t2\t40\n2\tMental Skills\tx\t1\t13", njc(), EDITION);
  expect(draft.profiles[0]?.bands).toEqual([]);
  expect(draft.doubts.filter(({ field }) => field === "bands")).toEqual([]);
});

test("profiles are ready once no doubt is about them, nor about the whole text", () => {
  const broken = rowsWith({ 9: null });
  const draft = readProfiles([profileText(rowsWith({})), profileText(broken).replace("Section", "Second")].join("\n"), nhs);
  const ready = (accepted: readonly string[]): string[] =>
    accept(draft, { accepted: new Set(accepted), corrections: [], leftOut: new Set() }).ready.map(({ profile }) => profile.title);
  const about = (profile: number | null): string[] => draft.doubts.filter((doubt) => doubt.profile === profile).map(({ id }) => id);
  expect([about(null).length, about(0).length, about(1).length].map((count) => count > 0)).toEqual([true, false, true]);
  expect(ready(about(1))).toEqual([]);
  expect(ready(about(null))).toEqual(["IM&T Section Manager"]);
});
