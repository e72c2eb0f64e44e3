import { accept } from "../../../../src/domain/profile/import/accept";
import { describeDoubt } from "../../../../src/domain/profile/import/doubt";
import { readProfiles } from "../../../../src/domain/profile/import/read";
import { nhs } from "../../../support/jobs";
import { COLUMNS, everything, kindsOf, LABEL, profileText, rowsWith, SECTION_MANAGER, TOTAL } from "../../../support/profile-text";

/** One factor's row with other levels and points, in columns of tabs, runs of spaces and single spaces. */
const readings = (factor: number, levels: string, points: string): { levels: string | null; kinds: string[] }[] =>
  ["\t", "   ", " "].map((sign) => {
    const text = profileText(rowsWith({ [factor]: { 3: levels, 4: points } })).replace(/\t/g, sign);
    const draft = readProfiles(text, nhs);
    return { levels: draft.profiles[0]?.rows[factor - 1]?.levels ?? null, kinds: kindsOf(draft, factor) };
  });

describe("levels and points as published profiles print them", () => {
  // Points by the scoring chart of chapter seven.
  test.each([
    [9, "1, 2abc, 3a", "5-12-21", "1,2abc,3a", ["(list)"]],
    [16, "2ae- 3a", "7-12", "2ae-3a", []],
    [8, "4 (a) (c)/ 5(a)", "32-45", "4ac,5a", ["(list)"]],
    [8, "4 (a) (c)5(a)", "32-45", "4ac,5a", ["(list)", "sign-lost"]],
    [8, "2a-3ab4b", "12-21-32", "2a-3ab-4b", ["sign-lost"]],
    [13, "1-2b-3c4b", "3-7-12-18", "1-2b-3c-4b", ["sign-lost"]],
    [13, "1-2b-3c4b", "3-18", "1-2b-3c-4b", ["sign-lost"]],
    [13, "1/ 2(b); (d)/ 3 (c)", "3-7-12", "1,2bd,3c", ["(list)"]],
    [14, "3a,b", "12", "3ab", []],
    [5, "2-3 (a)(b)", "15-27", "2-3ab", []],
    [2, "8(a)", "240", "8a", []],
    [9, "3a-5a", "21-45", "3a-5a", []],
    [11, "1\u20133", "5 \u2013 21", "1-3", []],
    [1, "5 (a) (b)", "45", "5ab", []],
    [3, "Level 4", "42", "4", []],
  ])("factor %i: %s with %s is %s", (factor, levels, points, clean, kinds) => {
    for (const reading of readings(factor, levels, points)) expect(reading).toEqual({ levels: clean, kinds });
  });

  test.each([
    ["points cut short", 5, "2-3 (a)(b)", "15-", "2-3ab", ["points-damaged"]],
    ["a Cyrillic letter", 14, "3\u0430", "12", "3a", ["look-alike"]],
    ["full-width digits", 4, "\uFF14", "42", "4", ["look-alike"]],
    ["full-width points", 4, "4", "\uFF14\uFF12", "4", ["look-alike"]],
    ["a letter that the level lacks", 3, "4a", "42", "4", ["letters"]],
    ["a roman numeral", 2, "6i", "156", "6", ["letters"]],
    ["one letter of two that the level lacks", 9, "2ae", "12", "2a", ["letters"]],
    ["a bracket that has lost its letter", 14, "3()", "12", "3", ["odd-notation"]],
    ["the same at a range", 5, "2-3()", "15-27", "2-3", ["odd-notation"]],
    ["the same behind another letter", 1, "5 (a) ()", "45", "5a", ["odd-notation"]],
    ["a bracket turned round", 5, "2-3 (a)(()", "15-27", "2-3a", ["odd-notation"]],
    ["the same without letters at all", 2, "8()", "240", "8", ["odd-notation"]],
    ["a bracket that is not closed", 14, "3(a", "12", "3a", ["odd-notation"]],
    ["the same behind a space", 1, "3 (b", "21", "3b", ["odd-notation"]],
    ["a bracket misread as a letter", 14, "3 (cb", "12", "3b", ["letters", "odd-notation", "odd-notation"]],
    ["letters out of order", 8, "4ca", "32", "4ca", ["odd-notation"]],
    ["the same, one in brackets", 8, "4c(a)", "32", "4ca", ["odd-notation", "odd-notation"]],
    ["a letter twice", 8, "4aa", "32", "4a", ["odd-notation"]],
    ["a level in a bracket", 9, "2a(3c)", "12-21", "2a,3c", ["(list)", "odd-notation"]],
    ["a comma before the letter", 8, "4,c", "32", "4c", ["odd-notation"]],
    ["a comma at the end", 8, "4a,", "32", "4a", ["odd-notation"]],
    ["two signs between levels", 5, "2,-3a", "15-27", "2-3a", ["odd-notation"]],
    ["letters that only factor 15 has at level 1", 13, "1a", "3", "1", ["letters"]],
  ])("%s is a doubt with a proposal", (_, factor, levels, points, clean, kinds) => {
    for (const reading of readings(factor, levels, points)) expect(reading).toEqual({ levels: clean, kinds });
  });

  // In running text these cannot be told from the descriptor; in columns they can.
  test.each([
    ["levels lost", 5, "", "15-27", "2-3", ["levels-missing"]],
    ["points lost", 5, "2-3a", "", "2-3a", ["points-missing"]],
    ["levels that are none", 5, "?", "15-27", "2-3", ["levels-unreadable"]],
    ["a stray sign", 14, "3a*", "12", "3a", ["levels-unreadable"]],
    ["an l for a 1", 16, "l-2e", "3-7", "1-2e", ["levels-unreadable"]],
    ["a date made of 2-3", 5, "02-Mar", "15-27", "2-3", ["levels-date"]],
    ["a date made of 2-3 the American way", 5, "3-Feb", "15-27", "2-3", ["levels-date"]],
    ["a level that does not exist", 15, "5", "25", "4", ["no-such-level"]],
    ["a sign lost between the points", 5, "2-3a", "15 27", "2-3a", ["points-damaged"]],
  ])("%s is a doubt with a proposal in columns", (_, factor, levels, points, clean, kinds) => {
    const [tabs] = readings(factor, levels, points);
    expect(tabs).toEqual({ levels: clean, kinds });
  });
});

describe("levels and points that contradict each other", () => {
  test("the levels stand where the printed total does not decide", () => {
    const draft = readProfiles(profileText(rowsWith({ 3: { 3: "5" } }), "JE Score 400-500\tBand 7"), nhs);
    expect(draft.profiles[0]?.rows[2]?.levels).toBe("5");
    expect(kindsOf(draft, 3)).toEqual(["points-differ"]);
    expect(kindsOf(draft, 0)).toEqual(["total-differs"]);
  });

  test("the printed total decides for the points", () => {
    const draft = readProfiles(profileText(rowsWith({ 3: { 3: "5" } })), nhs);
    expect(draft.profiles[0]?.rows[2]?.levels).toBe("4");
    expect(draft.doubts.map(describeDoubt).join()).toMatch(
      /"5" give 60 points, but "42" is printed\. Proposed: 4\. The printed total agrees with it/,
    );
    expect(kindsOf(draft, 0)).toEqual([]);
  });

  test("the printed total decides for the levels", () => {
    const draft = readProfiles(profileText(rowsWith({ 3: { 4: "60" } })), nhs);
    expect(draft.profiles[0]?.rows[2]?.levels).toBe("4");
    expect(kindsOf(draft, 3)).toEqual(["points-differ"]);
  });
});

describe("rows that are lost, wrongly numbered, doubled or merged", () => {
  const levelsWith = (rows: readonly string[], factor: number): { levels: string | null | undefined; kinds: string[] } => {
    const draft = readProfiles(profileText(rows), nhs);
    return { levels: draft.profiles[0]?.rows[factor - 1]?.levels, kinds: kindsOf(draft, factor) };
  };

  test("one lost row is what the total leaves, without letters", () =>
    expect(levelsWith(rowsWith({ 5: null }), 5)).toEqual({ levels: "2-3", kinds: ["row-missing"] }));

  test("of two lost rows nothing is proposed", () =>
    expect(levelsWith(rowsWith({ 5: null, 9: null }), 5)).toEqual({ levels: null, kinds: ["row-missing"] }));

  test("a name with another factor's number is believed", () =>
    expect(levelsWith(rowsWith({ 8: { 0: "9." } }), 8)).toEqual({ levels: "4a", kinds: ["number-wrong"] }));

  test("a number without a name is believed", () => expect(levelsWith(rowsWith({ 8: { 1: "" } }), 8)).toEqual({ levels: "4a", kinds: [] }));

  test("a number with a strange name is believed with a doubt", () =>
    expect(levelsWith(rowsWith({ 8: { 1: "Something else" } }), 8)).toEqual({ levels: "4a", kinds: ["name-strange"] }));

  test("without names a doubled number goes to the gap that its points fit", () => {
    const bare = (factor: number, number: string): Record<number, Record<0 | 1, string>> => ({ [factor]: { 0: number, 1: "" } });
    const rows = rowsWith({ ...bare(10, "11."), ...bare(11, "11.") });
    expect(levelsWith(rows, 10)).toEqual({ levels: "4b", kinds: ["number-wrong"] });
    expect(levelsWith(rows, 11)).toEqual({ levels: "1-2c", kinds: [] });
  });

  test("a row with neither number nor name goes between its neighbours", () =>
    expect(levelsWith(rowsWith({ 8: { 0: "", 1: "" } }), 8)).toEqual({ levels: "4a", kinds: ["unnamed"] }));

  test("a doubled row is a remark where it says the same, else a doubt", () => {
    const rows = rowsWith({});
    expect(levelsWith([...rows, rows[4] ?? ""], 5).kinds).toEqual(["(row-twice)"]);
    expect(levelsWith([...rows, "5.\tPhysical Skills\tMore\t2\t15"], 5)).toEqual({ levels: "2-3a", kinds: ["row-twice"] });
  });

  test("two factors in one row are parted by their points", () => {
    const rows = rowsWith({ 11: { 1: "Research & Development Freedom to Act", 3: "1-2c 4", 4: "5-12 32" }, 12: null });
    expect(levelsWith(rows, 11)).toEqual({ levels: "1-2c", kinds: ["merged"] });
    expect(levelsWith(rows, 12)).toEqual({ levels: "4", kinds: ["merged"] });
  });

  test("also where only the first is named", () => {
    const rows = rowsWith({ 11: { 3: "1-2c 4", 4: "5-12 32" }, 12: null });
    expect(levelsWith(rows, 11)).toEqual({ levels: "1-2c", kinds: ["merged"] });
    expect(levelsWith(rows, 12)).toEqual({ levels: "4", kinds: ["merged"] });
  });

  test("a row of no factor is left out, and that is a doubt", () => {
    const draft = readProfiles(profileText([...rowsWith({}), "17.\tLuck\tNone\t2\t15"]), nhs);
    expect(draft.profiles[0]?.rows.map(({ levels }) => levels)).toEqual(SECTION_MANAGER.map(([, , , levels]) => levels));
    expect(kindsOf(draft, 0)).toEqual(["row-unplaced"]);
  });

  test("a profile of hundreds of rows cannot be taken over", () => {
    const draft = readProfiles(profileText(Array.from({ length: 20 }, () => rowsWith({})).flat()), nhs);
    expect(kindsOf(draft, 0)).toContain("too-many-rows");
    expect(accept(draft, everything(draft)).kind).toBe("doubts");
  });

  test("two factors in one row that could be parted in two ways are not parted", () => {
    // Factors 8 and 9 have the same points: 5 and 12-21, or 5-12 and 21.
    const rows = rowsWith({ 8: { 1: "Financial & Physical Resources Human Resources", 3: "1 2 3", 4: "5 12 21" }, 9: null });
    expect(levelsWith(rows, 9)).toEqual({ levels: null, kinds: ["row-missing"] });
  });

  test("two rows on one line are cut apart", () => {
    const rows = rowsWith({});
    const [first = "", second = "", ...rest] = rows;
    for (const sign of [" ", "\t", "   "]) {
      const draft = readProfiles(profileText([`${first}${sign}${second}`, ...rest]), nhs);
      expect(draft.profiles[0]?.rows.slice(0, 2).map(({ levels }) => levels)).toEqual(["4a", "6"]);
      expect(kindsOf(draft, 1)).toEqual([]);
    }
  });

  test("two rows on one line are cut apart by their names too, where the second one's number is lost", () => {
    // Factors 3 and 4 have the same points: nothing else would show that the first took the second one's level.
    const [one = "", two = "", third = "", fourth = "", ...rest] = rowsWith({ 3: { 3: "5", 4: "60" } });
    const text = profileText([one, two, `${third} ${fourth.replace("4.", "")}`, ...rest], TOTAL.replace("466 - 489", "484 - 507"));
    const draft = readProfiles(text, nhs);
    expect(draft.profiles[0]?.rows.slice(2, 4).map(({ levels }) => levels)).toEqual(["5", "4"]);
    expect(kindsOf(draft, 4)).toEqual(["number-missing"]);
  });

  test("figures in a descriptor are none of the row's, and where it is not plain which are, that is a doubt", () => {
    const draft = readProfiles(profileText(rowsWith({ 5: { 2: "Uses 2", 3: "3a", 4: "27" } })).replace(/\t/g, " "), nhs);
    expect(draft.profiles[0]?.rows[4]?.levels).toBe("3a");
    // Physical effort: 12 points are level 3; 3 and 12 are levels 1 to 3.
    const unsure = readProfiles(profileText(rowsWith({ 13: { 3: "1-3", 4: "3 12" } })).replace(/\t/g, " "), nhs);
    expect(kindsOf(unsure, 13)).toContain("tails");
  });

  test("a row whose levels stand lines below its descriptor is read", () => {
    const text = [LABEL, COLUMNS, ...rowsWith({}), TOTAL]
      .join("\n")
      .replace("Plans 12 months ahead\t4\t42", "Plans 12 months\nahead and 2\nyears on\n4 42");
    const draft = readProfiles(text, nhs);
    expect(draft.profiles[0]?.rows[3]?.levels).toBe("4");
    expect(kindsOf(draft, 4)).toEqual([]);
  });
});

describe("the total and the band", () => {
  const headOf = (total: string): { bands: string | undefined; generic: string | null | undefined; kinds: string[] } => {
    const draft = readProfiles(profileText(rowsWith({}), total), nhs);
    const profile = draft.profiles[0];
    return { bands: profile?.bands?.join(" "), generic: profile?.generic, kinds: kindsOf(draft, 0) };
  };

  test.each([
    ["\t\tJE Score 466 - 489\tBand\t7", []],
    ["JE Score 466\u2013489 Band 7", []],
    ["JE Score/Band\tJE Score 466 - 489\tBand 7", []],
    ["JE Score: 466 to 489\tAfC Band 7", []],
    ["Total score 466-489\t7", []],
    ["JE Score 466-489\nBand 7", []],
    ["JE Scor e 466-489\tBan\td 7", ["band-word"]],
    ["JE Score 466 - 489\t\t\td 7", ["band-word"]],
    ["JE Score 466 - 489\tBar\tnd 7", ["band-word"]],
  ])("%j is read", (total, kinds) => expect(headOf(total)).toEqual({ bands: "7", generic: null, kinds }));

  test.each([
    ["JE Score 466 - 489", "7", null, ["band-unread"]],
    ["JE Score 466 - 489\tBand 77", "7", null, ["band-unread"]],
    ["JE Score 466 - 489\tBand 6", "6", null, ["score-outside"]],
    ["JE Score 466 - 489\tBand 8a-8b", "8a 8b", null, ["generic-wanting", "score-outside"]],
    ["JE Score 466* - 489\tBand 7*", "7", "6", ["generic-needless"]],
    ["JE Score 466* - 489\tBand 7", "7", "6", ["asterisk", "generic-needless"]],
    ["JE Score 466 - 489\tBand 7ii", "7", null, ["band-numeral"]],
    ["JE Score 466 -\tBand 7", "7", null, ["total-damaged"]],
    ["JE Score 468 - 489\tBand 7", "7", null, ["total-differs"]],
    ["JE Score 466 - 489\tBand 7\nJE Score 466 - 490\tBand 7", "7", null, ["(order)", "total-twice"]],
  ])("%j is a doubt", (total, bands, generic, kinds) => expect(headOf(total)).toEqual({ bands, generic, kinds }));

  test("a contents list with another band is a doubt, which the score decides", () => {
    for (const [listed, band] of [
      ["6", "7"],
      ["8a", "7"],
    ]) {
      const text = `Profile Title\tBand\tPage\nIM&T Section Manager\t${listed ?? ""}\t24\n\n${profileText(rowsWith({}))}`;
      const draft = readProfiles(text, nhs);
      expect(draft.profiles[0]).toMatchObject({ bands: [band], page: 24 });
      expect(kindsOf(draft, 0)).toEqual(["band-differs"]);
    }
  });

  test("a lost total is a doubt with the sum as its proposal", () => {
    const draft = readProfiles(profileText(rowsWith({}), ""), nhs);
    expect(kindsOf(draft, 0)).toEqual(["band-unread", "total-missing"]);
    expect(draft.doubts.map(describeDoubt).join("\n")).toMatch(/No total is printed; the rows sum to 466-489/);
  });

  // The asterisked profiles of the suite: their lowest scores lie in the band below.
  test.each([
    ["262* - 297", "4*", "4", "3"],
    ["535* - 609", "8a*8b", "8a 8b", "7"],
  ])("with %s, band %s bears the generic provision", (score, band, bands, generic) => {
    const draft = readProfiles(profileText(rowsWith({}), `JE Score ${score}\tBand\t${band}`), nhs);
    expect(draft.profiles[0]).toMatchObject({ bands: bands.split(" "), generic });
  });
});
