import fc from "fast-check";
import type { Entry } from "../../../src/domain/entry";
import { splitRows } from "../../../src/workbook/adoption/row";

/** Three factors tell as much as sixteen: a row is judged by its label. */
const HEADINGS = ["Ref", "Post", "Department", "Knowledge", "Finance", "Effort"];
const FACTORS = [{ column: 3 }, { column: 4 }, { column: 5 }];
const ALL = { id: 0, title: 1, department: 2 };
const NO_IDS = { title: 1, department: 2 };
const COUNTS: Entry[] = [2, 2, 2];

type Fate = "job" | "doubtful" | "blank" | ReturnType<typeof splitRows>["leftOut"][number]["why"];

function fate(row: readonly Entry[], places: Parameters<typeof splitRows>[1]): Fate {
  const { jobs, leftOut, doubtful } = splitRows([row], places, FACTORS, HEADINGS);
  if (doubtful.length > 0) return "doubtful";
  return jobs.length > 0 ? "job" : (leftOut[0]?.why ?? "blank");
}

const TOTALS = [
  "Total",
  "Total IT",
  "Subtotal - Nursing",
  "Sub-total",
  "Subtotal IT",
  "Total: 4 jobs",
  "TOTALS (IT)",
  "Grand total",
  "Digital Total",
  "Overall average",
  "Average level",
  "Median",
  "Sum",
  "Count of jobs",
  "No. of jobs",
  "Number of posts",
  "IT: 2 posts",
];

test.each(TOTALS)("%p is a total's label, in whatever column it stands", (label) => {
  expect(fate(["", label, "", ...COUNTS], ALL)).toBe("total");
  expect(fate([label, "", "", ...COUNTS], ALL)).toBe("total");
  expect(fate(["", "", label, ...COUNTS], ALL)).toBe("total");
  expect(fate(["", label, "", ...COUNTS], NO_IDS)).toBe("total");
  expect(fate(["", "", label, ...COUNTS], NO_IDS)).toBe("total");
});

test.each(["Head of Total Count", "Total Rewards Manager", "Head of Averages", "Count Clerk", "Summer Schools Lead", "Maximo Analyst"])(
  "%p is a job where it has an id, and where no job has one",
  (title) => {
    expect(fate(["J-7", title, "IT", ...COUNTS], ALL)).toBe("job");
    expect(["job", "doubtful"]).toContain(fate(["", title, "IT", ...COUNTS], NO_IDS));
  },
);

test("a job counted although its label might be a total's is told", () => {
  expect(fate(["", "Total Rewards Manager", "IT", ...COUNTS], NO_IDS)).toBe("doubtful");
  expect(fate(["", "Cleaner (2 posts)", "IT", ...COUNTS], NO_IDS)).toBe("doubtful");
  expect(fate(["", "Analyst", "IT", ...COUNTS], NO_IDS)).toBe("job");
});

test("numbers without any label, or under a department alone, are no job; in a register without titles they may be", () => {
  expect(fate(["", "", "", ...COUNTS], ALL)).toBe("unlabelled");
  expect(fate(["", "", "IT", ...COUNTS], ALL)).toBe("unlabelled");
  expect(fate(["", "", "", ...COUNTS], NO_IDS)).toBe("unlabelled");
  expect(fate(["", "", "", ...COUNTS], { id: 0 })).toBe("job");
  expect(fate(["", "", "", ...COUNTS], {})).toBe("job");
});

test("blank rows, new jobs and section headings are what they were", () => {
  expect(fate(["", "", "", "", "", ""], ALL)).toBe("blank");
  expect(fate(["J-8", "New post", "", "", "", ""], ALL)).toBe("job");
  expect(fate(["", "New post", "IT", "", "", ""], ALL)).toBe("job");
  expect(fate(["J-9", "", "", ...COUNTS], ALL)).toBe("job");
  expect(fate(["Digital services", "", "", "", "", ""], ALL)).toBe("section");
  expect(fate(["", "", "", "", "", "checked by the panel"], ALL)).not.toBe("total");
});

test("a row with an id and a title is a job, whatever words the title has", () => {
  const word = fc.constantFrom(
    "Total",
    "Sub-total",
    "Average",
    "Count",
    "Sum of",
    "No. of",
    "jobs",
    "Mean",
    "IT:",
    "2 posts",
    "Head of",
    "Max",
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.array(word, { minLength: 1, maxLength: 4 }), (number, words) => {
      expect(["job", "doubtful"]).toContain(fate([`J-${number}`, words.join(" "), "IT", ...COUNTS], ALL));
    }),
    { seed: 20260803 },
  );
});

test("a label that begins with a total's word is no job where the register has ids and the row has none", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("Total", "Subtotal", "Sub-total", "TOTALS", "Grand total", "Average", "No. of", "Number of"),
      fc.constantFrom("", ":", " -", " for"),
      fc.constantFrom("", " IT", " Nursing and care", " 4 jobs", " (2024)", " Rewards Manager"),
      (first, sign, rest) => {
        expect(fate(["", first + sign + rest, "", ...COUNTS], ALL)).toBe("total");
        expect(fate(["", "", first + sign + rest, ...COUNTS], ALL)).toBe("total");
      },
    ),
    { seed: 20260803 },
  );
});
