import { library } from "../../../src/data/library";
import { describeLevelFault } from "../../../src/domain/problem";
import type { Entry } from "../../../src/domain/entry";
import { readLevel } from "../../../src/domain/scheme/level";
import { factorAt } from "../../../src/domain/scheme/scheme";

const nhs = library.profiles.scheme;

/** Factor 1 has six levels; the definition of level 3 has the options a, b and c, that of level 2 none (handbook chapter five). */
const factor1 = factorAt(nhs, 0);

function reading(entry: Entry): string {
  const found = readLevel(factor1, entry);
  return found.kind === "level" ? `${found.level}${found.letters}` : found.kind === "blank" ? "blank" : describeLevelFault(found.fault);
}

describe("a level cell", () => {
  test.each<[Entry, string]>([
    [3, "3"],
    ["3", "3"],
    [" 3 ", "3"],
    ["03", "3"],
    ["3ab", "3ab"],
    ["3AB", "3ab"],
    ["3(a)(b)", "3ab"],
    ["3 (a) (b)", "3ab"],
    ["3a,b", "3ab"],
    ["3a/b", "3ab"],
    ["3 a & b", "3ab"],
    ["3[a]{b}", "3ab"],
    ["(3)", "3"],
    ["3aa", "3a"],
    ["3ba", "3ba"],
    ["Level 3", "3"],
    ["LEVEL3(a)", "3a"],
    ["level 3ab", "3ab"],
    ["L3", "3"],
    ["l 3 b", "3b"],
    ["3\u0430", "3a"],
    ["3\u0410\u0412\u0421", "3abc"],
    ["\uFF13", "3"],
    ["\uFF13\uFF41", "3a"],
    ["\uFF13\uFF08\uFF41\uFF09", "3a"],
    ["3\u00A0a", "3a"],
    ["3\u200Ba", "3a"],
  ])("reads %p as %s", (entry, expected) => expect(reading(entry)).toBe(expected));

  test.each<[Entry]>([[null], [0], [-0], [""], ["   "], ["\t\n"], ["\u00A0"], ["\u200B"]])("takes %p as no level", (entry) =>
    expect(reading(entry)).toBe("blank"),
  );

  test.each<[Entry, string]>([
    [2.5, "2.5 is not a whole number; a level is."],
    [-1, "-1 is not a level of this factor; its levels are 1 to 6."],
    [7, "7 is not a level of this factor; its levels are 1 to 6."],
    ["7", '"7" is not a level of this factor; its levels are 1 to 6.'],
    ["0", '"0" is not a level of this factor; its levels are 1 to 6.'],
    [1e308, "1e+308 is not a level of this factor; its levels are 1 to 6."],
    [NaN, "NaN is not a level; enter one such as 3, 3ab or Level 3."],
    [Infinity, "Infinity is not a level; enter one such as 3, 3ab or Level 3."],
    [true, "TRUE is not a level; enter one such as 3, 3ab or Level 3."],
    [false, "FALSE is not a level; enter one such as 3, 3ab or Level 3."],
    ["abc", '"abc" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["Level", '"Level" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["2.5", '"2.5" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["-3", '"-3" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["a3", '"a3" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["3*", '"3*" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["2-3a", '"2-3a" is a range; a job has one level a factor.'],
    ["2\u20133", '"2\u20133" is a range; a job has one level a factor.'],
    ["2a-3b", '"2a-3b" is a range; a job has one level a factor.'],
    ["2,3", '"2,3" names more than one level; a job has one level a factor.'],
    ["3 4", '"3 4" names more than one level; a job has one level a factor.'],
    ["3a4b", '"3a4b" names more than one level; a job has one level a factor.'],
    ["3d", '"3d" has a letter that level 3 lacks; level 3 has a, b, c.'],
    ["3ad", '"3ad" has a letter that level 3 lacks; level 3 has a, b, c.'],
    ["3dx", '"3dx" has letters (d, x) that level 3 lacks; level 3 has a, b, c.'],
    ["2a", '"2a" has a letter that level 2 lacks; level 2 has no letters.'],
    ["3\u0432", '"3\u0432" is not a level; enter one such as 3, 3ab or Level 3.'],
    ["3\u00B2", '"3\u00B2" is not a level; enter one such as 3, 3ab or Level 3.'],
    [{ error: "#REF!" }, "the cell holds the error #REF!."],
    ["#N/A", "the cell holds the error #N/A."],
    ["#name?", "the cell holds the error #NAME?."],
  ])("refuses %p: %s", (entry, expected) => expect(reading(entry)).toBe(expected));

  // 45,385 is 3 April 2024 in Excel's 1900 calendar: what 3/4 becomes where the day stands first.
  test.each<[Entry]>([[45385], ["45385"], [45385.5]])("names the date that Excel made of %p", (entry) =>
    expect(reading(entry)).toMatch(/^45385(\.5)? looks like a date \(3 April 2024\): Excel makes one of an entry such as 2-3 or 3\/4\./),
  );

  test("names every day as the calendar does", () => {
    const calendar = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "long", year: "numeric" });
    for (let serial = 18264; serial < 109575; serial++) {
      const day = calendar.format(Date.UTC(1899, 11, 30 + serial));
      if (!reading(serial).includes(`(${day})`)) throw new Error(`${serial} is ${day}, but: ${reading(serial)}`);
    }
  });

  test("reads or refuses a very long text at once", () => {
    const start = performance.now();
    expect(reading(`3${" ,".repeat(16_000)}!`)).toMatch(/is not a level/);
    expect(performance.now() - start).toBeLessThan(100);
  });

  test("accepts a bare level wherever letters exist, and every letter of each definition", () => {
    for (const scheme of library.schemes)
      for (const factor of scheme.factors)
        factor.levels.forEach(({ options }, index) => {
          for (const letters of ["", ...Array.from(options ?? ""), options ?? ""])
            expect(readLevel(factor, `${index + 1}${letters}`)).toEqual({ kind: "level", level: index + 1, letters });
        });
  });
});
