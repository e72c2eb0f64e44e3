import { library } from "../../../src/data/library";
import { compareProfiles } from "../../../src/domain/profile/difference";
import type { Profile } from "../../../src/domain/profile/profile";

const { scheme, profiles } = library.profiles;
const named = (id: string): Profile => profiles.find((profile) => profile.id === id)!;
const rows = (first: string, second: string): string[] =>
  compareProfiles(scheme, named(first), named(second)).map(
    ({ factor, relation, apart, otherLetters }) =>
      `${factor.number} ${relation}${apart === 0 ? "" : ` ${apart}`}${otherLetters ? " letters" : ""}`,
  );

test("operator (2, page 3) and entry-level analyst (3, page 5), by their printed levels", () => {
  // Page 3: 3ab 2 2 1 2-3a 1-2 1 1-2be 1 2 1 2 2a 2a-3b 1-2b 2e; page 5: 3b 3 2 2 3ab 1 1 2be-3e 1-2c 3b 1 2 2ad-3c 2a 1 2ae-3a.
  expect(rows("it-operator-2", "it-analyst-technician-entry-3")).toEqual([
    "1 same letters",
    "2 higher 1",
    "3 same",
    "4 higher 1",
    "5 overlap",
    "6 overlap",
    "7 same",
    "8 overlap",
    "9 overlap",
    "10 higher 1",
    "11 same",
    "12 same",
    "13 overlap",
    "14 overlap",
    "15 overlap",
    "16 overlap",
  ]);
});

test("the other way round, higher is lower", () =>
  expect(rows("it-analyst-technician-entry-3", "it-operator-2").filter((row) => row.includes("lower"))).toEqual([
    "2 lower 1",
    "4 lower 1",
    "10 lower 1",
  ]));

test("a profile differs from itself in nothing", () =>
  expect(rows("it-operator-2", "it-operator-2").every((row) => row.endsWith("same"))).toBe(true));
