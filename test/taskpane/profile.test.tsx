/** @jest-environment jsdom */
import { act } from "react";
import { nhs } from "../../src/data/library";
import { createImportSession } from "../../src/session/profile-import";
import { ProfilePage } from "../../src/taskpane/profile/ProfilePage";
import { profileSession } from "../support/profile-session";
import { inPane, rendered } from "../support/rendered";

const page = rendered();
const { text, press, field, violations } = page;

beforeEach(() => page.show(inPane(<ProfilePage profiles={profileSession().session} imports={createImportSession(nhs())} />)));

const titles = (): string[] => [...page.container().querySelectorAll("li button")].map((one) => one.textContent);
const fill = (label: string, value: string): void => page.fill(field(label), value);

test("all 18 are listed; words, suite and band narrow the list, and nothing found offers a way back", () => {
  expect(titles()).toHaveLength(18);
  fill("Search", "specialist");
  fill("Band", "6");
  expect(text()).toContain("2 of 18 profiles");
  fill("Search", "gardener");
  expect(titles()).toEqual([]);
  press("Show all profiles");
  expect(titles()).toHaveLength(18);
});

test("a profile's page has every factor as printed, the sums, the page, and what is damaged", () => {
  fill("Search", "information technician");
  press("Information Technician (Statistics/Information Management/Public Health Intelligence)");
  expect(document.activeElement?.tagName).toBe("H1");
  // Seed of the Information Technology suite, page 9: 262* - 297, band 4; factor 2 is 4 (84 points), factor 12 is 2-3 (12-21).
  const rows = [...page.container().querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  expect(rows).toHaveLength(16);
  expect(rows[11]?.slice(1)).toEqual(["2-3", "12-21"]);
  expect(rows[9]?.slice(1)).toEqual(["3", "16"]);
  expect(rows[9]?.[0]).toContain("lost");
  expect(page.container().querySelector("tfoot")?.textContent).toBe("Total262-297");
  expect(text()).toContain("page 9");
  expect(text()).toContain("Band 4* (271 to 325 points)");
  expect(text()).toContain("matched against a band 3 profile");
});

test("going back finds the list as it was left", () => {
  fill("Search", "manager 9");
  const before = titles();
  press(before[0]!);
  press("All profiles");
  expect(titles()).toEqual(before);
});

test("two profiles are compared; the list offers the others, and only what differs where that is asked", () => {
  press("IM&T/ Operator Telephony Operator");
  press("Compare with another profile");
  const second = field("Second profile") as HTMLSelectElement;
  expect(second.options).toHaveLength(18);
  fill("Second profile", "published it-analyst-technician-entry-3");
  const rows = (): string[][] =>
    [...page.container().querySelectorAll("tbody tr")].map((row) => [...row.children].map((cell) => cell.textContent));
  // Pages 3 and 5: factor 2 is 2 and 3, factor 1 is 3ab and 3b.
  expect(rows()[1]?.slice(1)).toEqual(["2", "3", "second 1 level higher"]);
  expect(rows()[0]?.slice(1)).toEqual(["3ab", "3b", "same levels, other letters"]);
  expect(text()).toContain("5 factors the same, 8 overlapping, 3 without a level in common.");
  act(() => page.container().querySelector<HTMLInputElement>('input[type="checkbox"]')?.click());
  expect(rows()).toHaveLength(12);
  press("Swap the two");
  expect(field("First profile").value).toBe("published it-analyst-technician-entry-3");
});

test("axe finds nothing in list, profile and comparison", async () => {
  expect(await violations()).toEqual([]);
  press("IM&T/ Operator Telephony Operator");
  expect(await violations()).toEqual([]);
  press("Compare with another profile");
  fill("Second profile", "published it-analyst-technician-entry-3");
  expect(await violations()).toEqual([]);
}, 60_000);
