import { readBandRange, readSpan } from "../../../src/domain/profile/notation";

const span = (text: string): unknown => {
  const reading = readSpan(text);
  return reading === null ? null : [reading.low, reading.high, reading.letters.map(({ level, letters }) => `${level}${letters}`).join(" ")];
};

describe("the levels of a profile", () => {
  // As the published profiles print them, damage included.
  test.each([
    ["2", 2, 2, "2"],
    ["3ab", 3, 3, "3ab"],
    ["3a,b", 3, 3, "3ab"],
    ["5 (a) (b)", 5, 5, "5ab"],
    ["8(a)", 8, 8, "8a"],
    ["2-3a", 2, 3, "2 3a"],
    ["2-3(a)", 2, 3, "2 3a"],
    ["2-3 (a)(b)", 2, 3, "2 3ab"],
    ["2be-3e", 2, 3, "2be 3e"],
    ["2be- 3e", 2, 3, "2be 3e"],
    ["1, 2abc, 3a", 1, 3, "1 2abc 3a"],
    ["1/ 2(b); (d)/ 3 (c)", 1, 3, "1 2bd 3c"],
    ["4 (a) (c)/ 5(a)", 4, 5, "4ac 5a"],
    ["4 (a) (c)5(a)", 4, 5, "4ac 5a"],
    ["3a-5a", 3, 5, "3a 5a"],
    ["1-2b-3c4b", 1, 4, "1 2b 3c 4b"],
    ["2a-3ab4b", 2, 4, "2a 3ab 4b"],
    ["3\u0430", 3, 3, "3a"],
    ["2\u20133", 2, 3, "2 3"],
    ["1-3", 1, 3, "1 3"],
  ])("%s runs from %i to %i with %s", (text, low, high, letters) => expect(span(text)).toEqual([low, high, letters]));

  test.each(["", " ", "a", "-3", "3-", "3-2", "3,3", "2--3", "2-a3", "0", "3?", "3+", "#N/A", "2.5", "2.5x!"])("%p is none", (text) =>
    expect(readSpan(text)).toBeNull(),
  );
});

describe("the bands of a profile", () => {
  test.each([
    ["2", "2", "2", false],
    ["4*", "4", "4", true],
    ["Band 5", "5", "5", false],
    ["8a-8b", "8a", "8b", false],
    ["8a*-8b", "8a", "8b", true],
    ["8a*8b", "8a", "8b", true],
    ["8A\u2013B", "8a", "8b", false],
    ["8a-c", "8a", "8c", false],
    ["8a/b", "8a", "8b", false],
    ["8c-9", "8c", "9", false],
    ["8C \u2013 9", "8c", "9", false],
  ])("%s runs from %s to %s, asterisk %p", (text, from, to, generic) => expect(readBandRange(text)).toEqual({ from, to, generic }));

  test.each(["", "x", "8a-", "-8a", "8ab", "8a-8b-8c"])("%p is none", (text) => expect(readBandRange(text)).toBeNull());
});
