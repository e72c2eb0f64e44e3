import { readStaffList } from "../../../src/domain/boundary/staff-list";
import type { Entry } from "../../../src/domain/entry";
import { problemOf, value } from "../../support/boundary";

const HEAD: Entry[] = ["Job ID", "Name", "Gender", "WTE", "Annual salary", "Pay point", "Vacant", "Ethnic group", "Age band"];
const read = (...rows: Entry[][]) => readStaffList([HEAD, ...rows]);

test("reads people by their headings; names are not kept", () => {
  const { people, traits, unused } = value(
    read(["DD-101", "A. Person", "Female", 0.6, "£24,937", null, "", "White", "20-29"], ["DD-101", "", "M", 1, null, 22, "Yes", "", ""]),
  );
  expect(people).toEqual([
    {
      job: "DD-101",
      sex: "woman",
      fte: 0.6,
      pay: 2_493_700,
      point: null,
      vacancy: false,
      traits: { "Ethnic group": "White", "Age band": "20-29" },
    },
    { job: "DD-101", sex: "man", fte: 1, pay: null, point: 22, vacancy: true, traits: { "Ethnic group": "", "Age band": "" } },
  ]);
  expect(traits).toEqual(["Ethnic group", "Age band"]);
  expect(unused).toEqual(["Name"]);
  expect(JSON.stringify(people)).not.toContain("Person");
});

test("what is not given is told, never guessed", () => {
  const { people, withoutFte, otherSex } = value(
    read(
      ["J1", "", "", null, 30000, null, "", "", ""],
      ["J1", "", "Prefer not to say", 1, 30000, null, "", "", ""],
      ["J1", "", "Frau", 1, 30000, null, "", "", ""],
      [null, null, null, null, null, null, null, null, null],
    ),
  );
  expect(people.map(({ sex, fte }) => [sex, fte])).toEqual([
    ["not stated", 1],
    ["not stated", 1],
    ["not stated", 1],
  ]);
  expect([withoutFte, otherSex]).toEqual([1, 1]);
});

test.each<[string, Entry[], string]>([
  ["a missing job id", [null, "", "F", 1, 30000, null, "", "", ""], "Staff list, row 2, Job ID: a blank is not the id of a job."],
  [
    "hours for FTE",
    ["J1", "", "F", 37.5, 30000, null, "", "", ""],
    "Staff list, row 2, WTE: 37.5 is not a share of a full-time post, such as 0.6.",
  ],
  [
    "an FTE in words",
    ["J1", "", "F", "full", 30000, null, "", "", ""],
    'Staff list, row 2, WTE: "full" is not a share of a full-time post, such as 0.6.',
  ],
  [
    "pay in words",
    ["J1", "", "F", 1, "about 30k", null, "", "", ""],
    'Staff list, row 2, Annual salary: "about 30k" is not an amount of pounds a year above 0.',
  ],
  [
    "negative pay",
    ["J1", "", "F", 1, -5, null, "", "", ""],
    "Staff list, row 2, Annual salary: -5 is not an amount of pounds a year above 0.",
  ],
  [
    "an FTE of 0",
    ["J1", "", "F", 0, 30000, null, "", "", ""],
    "Staff list, row 2, WTE: 0 is not a share of a full-time post, such as 0.6.",
  ],
  [
    "more than two full posts",
    ["J1", "", "F", 2.01, 30000, null, "", "", ""],
    "Staff list, row 2, WTE: 2.01 is not a share of a full-time post, such as 0.6.",
  ],
  ["pay of 0", ["J1", "", "F", 1, 0, null, "", "", ""], "Staff list, row 2, Annual salary: 0 is not an amount of pounds a year above 0."],
  [
    "an error that was kept as text",
    ["#REF!", "", "F", 1, 30000, null, "", "", ""],
    'Staff list, row 2, Job ID: "#REF!" is not the id of a job.',
  ],
  ["a tick for a pay point", ["J1", "", "F", 1, 30000, true, "", "", ""], "Staff list, row 2, Pay point: TRUE is not a pay point."],
])("%s refuses the list, by row and heading", (_, row, sentence) => {
  expect(problemOf(read(row))).toBe(sentence);
});

test("two full posts are the most; of two columns with one meaning the first counts, and a title above the headings is passed over", () => {
  const list = value(readStaffList([["Staff in post"], ["Job ID", "FTE", "WTE"], ["J1", 2, 0.5]]));
  expect(list.people.map(({ job, fte }) => [job, fte])).toEqual([["J1", 2]]);
  expect(list.unused).toEqual(["WTE"]);
});

test("without a job column, or without people, it says what is wanted", () => {
  expect(
    problemOf(
      readStaffList([
        ["Name", "Pay"],
        ["A", 1],
      ]),
    ),
  ).toBe(
    "The staff list has no column headed Job ID (or Post number): people are joined to jobs by it. The headings found are Name and Pay.",
  );
  expect(problemOf(read())).toBe("The staff list has no people: give a row of headings, and a row a person below it.");
  expect(problemOf(readStaffList([]))).toBe("The staff list has no people: give a row of headings, and a row a person below it.");
});
