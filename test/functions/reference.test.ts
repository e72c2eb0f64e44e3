import { seen } from "../support/formula";

test("JEFACTORS lists the factors of a scheme", () => {
  const nhs = seen("JEFACTORS") as unknown[][];
  expect(nhs.slice(0, 3)).toEqual([
    ["Number", "Factor", "Group", "Levels", "Highest points"],
    [1, "Communication and relationship skills", "Skills", 6, 60],
    [2, "Knowledge, training and experience", "Knowledge", 8, 240],
  ]);
  expect(nhs).toHaveLength(17);
  expect(seen("JEFACTORS", "NJC")).toHaveLength(14);
  expect(
    seen("JEFACTORS", [
      ["Skill", 10, 20],
      ["Effort", 5, null],
    ]),
  ).toEqual([
    ["Number", "Factor", "Group", "Levels", "Highest points"],
    [1, "Skill", "", 2, 20],
    [2, "Effort", "", 1, 5],
  ]);
});

test("JEBANDTABLE lists the bands of a scheme as text", () => {
  const table = seen("JEBANDTABLE") as unknown[][];
  expect(table).toHaveLength(13);
  expect([table[0], table[1], table[8], table[12]]).toEqual([
    ["Band", "From", "To"],
    ["1", 0, 160],
    ["8a", 540, 584],
    ["9", 721, 765],
  ]);
  expect(seen("JEBANDTABLE", "NJC")).toBe("#N/A NJC has no national grades: give a grade table.");
});

test("PROFILE gives a factor a row and the totals", () => {
  const rows = seen("PROFILE", "it-information-technician-4") as unknown[][];
  expect(rows[0]).toEqual(["Number", "Factor", "Levels", "Lowest points", "Highest points"]);
  expect(rows[8]).toEqual([8, "Responsibility for financial and physical resources", "1-2c", 5, 12]);
  expect(rows[17]).toEqual(["", "Total", "", 262, 297]); // page 9: JE Score 262* - 297
  expect(seen("PROFILE", "pm-8a-8b", "nhs-it-2024-06")).toBe(
    '#VALUE! No profile has the id or title "pm-8a-8b" among those considered. PROFILELIST gives the ids.',
  );
});

test("PROFILELIST gives a profile a row, and reads what it gives", () => {
  const list = seen("PROFILELIST") as unknown[][];
  expect(list).toHaveLength(19);
  expect(list[0]?.slice(0, 10)).toEqual([
    "Scheme",
    "Id",
    "Title",
    "Suite",
    "Band",
    "Generic",
    "Edition",
    "Lowest",
    "Highest",
    "1 Communication and relationship skills",
  ]);
  expect(list[4]).toEqual([
    "NHS",
    "it-information-technician-4",
    "Information Technician (Statistics/Information Management/Public Health Intelligence)",
    "Information Technology",
    "4",
    "3",
    "November 2023",
    262,
    297,
    "3b",
    "4",
    "3",
    "2",
    "2-3a",
    "1",
    "2",
    "1-2c",
    "1-2a",
    "3",
    "1",
    "2-3",
    "2a",
    "4a",
    "1a",
    "2e",
  ]);
  expect(seen("PROFILELIST", list)).toEqual(list);
  expect(seen("PROFILELIST", null, "professional manager")).toEqual([list[0], ...list.slice(16)]);
  expect(seen("PROFILELIST", "nhs-pm-2023-11")).toEqual([list[0], ...list.slice(16)]);
});

test("JEVERSION lists the editions with the start of their hashes", () => {
  const rows = seen("JEVERSION") as unknown[][];
  expect(rows.map(([id]) => id)).toEqual(["Edition", "nhs-7", "njc-1", "nhs-it-2024-06", "nhs-pm-2023-11"]);
  for (const [, what, source, hash] of rows.slice(1)) {
    expect(hash).toMatch(/^[0-9a-f]{12}$/);
    expect(`${String(what)}${String(source)}`).not.toMatch(/undefined|null/);
  }
});
