/** @jest-environment jsdom */
import { act } from "react";
import { library, nhs } from "../../src/data/library";
import type { Profile } from "../../src/domain/profile/profile";
import { createImportSession } from "../../src/session/profile-import";
import { ProfilePage } from "../../src/taskpane/profile/ProfilePage";
import { profileSession } from "../support/profile-session";
import { inPane, rendered } from "../support/rendered";
import { fixtureText, profileText, rowsWith } from "../support/profile-text";

const page = rendered();
const { text, press, button, buttons, violations } = page;
let workbook: ReturnType<typeof profileSession>;

beforeEach(() => {
  workbook = profileSession();
  page.show(inPane(<ProfilePage profiles={workbook.session} imports={createImportSession(nhs())} />));
});

async function paste(pasted: string): Promise<void> {
  press("Import profiles");
  page.fill(page.container().querySelector("textarea")!, pasted);
  press("Read the text");
  await act(async () => {
    while (page.container().querySelector('[role="progressbar"]') !== null) await new Promise((resolve) => setTimeout(resolve, 10));
  });
}

/** Accepts what is offered, profile by profile, as a person who has read it. */
function acceptEverything(): void {
  while (buttons("Accept").length > 0) press("Accept");
}

/** All that a document says of a profile: without the id, the source's name and the notes, which are our own. */
const facts = ({ id: _id, source: _source, notes: _notes, factors, ...profile }: Profile): unknown => ({
  ...profile,
  factors: factors.map(({ note: _note, ...factor }) => factor),
});

test.each([
  ["information-technology", 0, 15],
  ["professional-manager", 15, 18],
])(
  "pasting the whole suite %s gives back its built-in profiles once each doubt is accepted",
  async (name, from, to) => {
    await paste(fixtureText(name));
    press(/^Add \d+ profiles/);
    expect(workbook.added).toEqual([]);
    expect(page.container().querySelector('[role="alert"]')?.textContent).toMatch(/^Not yet: \d+ doubts wait above\.$/);
    acceptEverything();
    expect(text()).toContain("Nothing is left to decide.");
    press(/^Add \d+ profiles/);
    expect(text()).toContain("Enter who decides.");
    expect(workbook.added).toEqual([]);
    page.fill(page.field("Decided by"), "A. Person");
    await act(async () => buttons(/^Add \d+ profiles/)[0]!.click());
    const [taken] = workbook.added;
    expect(taken?.by).toBe("A. Person");
    expect(taken?.profiles.map(facts)).toEqual(library.profiles.profiles.slice(from, to).map(facts));
  },
  120_000,
);

test("each damaged place of the Information Technology suite is shown beside what it is about", async () => {
  await paste(fixtureText("information-technology"));
  expect(text()).toMatch(/IM&T Consultant \(8a-8b\) · 2 remarks/);
  for (const details of page.container().querySelectorAll("details"))
    act(() => {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    });
  // Design section 5: the damage that is known of this document.
  for (const sentence of [
    /contents list says "2"\. Proposed: band 2\./,
    /10 Responsibility for information resourcesthe row is lostRead as: 3The row is lost/,
    /One row holds factor 11 .* and factor 12/,
    /factors 1 to 9, the total, factors 16 to 10/,
    /factors 1 to 7, the total, factors 16 to 8/,
    /factors 1 to 8, the total, factors 16 to 9/,
    /numbered 9/,
    /The row has no number/,
    /U\+0430/,
  ])
    expect([sentence, sentence.test(text())]).toEqual([sentence, true]);
}, 60_000);

test("one press takes every profile that is free of doubts; the others stay until each of theirs is decided", async () => {
  // Design section 5: the first profile's factor 5 prints "15-", the last one's factor 8 "4 (a) (c)5(a)".
  await paste(fixtureText("professional-manager"));
  const ids = (): string[][] => workbook.added.map(({ profiles }) => profiles.map(({ id }) => id));
  const take = (name: string): Promise<void> => act(async () => button(name).click());
  page.fill(page.field("Decided by"), "A. Person");
  await take("Add 3 profiles to your library");
  expect(text()).toContain("Not yet: 4 doubts wait above.");
  // Suite and edition are about every profile.
  press("Accept all 2 proposals");
  expect(text()).toContain("2 doubts wait for your decision.");
  expect(text()).toMatch(/These stay here .*\(8a-8b\): 1 to decide.*\(8c-9\): 1 to decide/);
  press(/\(8c-9\)$/);
  expect(document.activeElement?.textContent).toMatch(/\(8c-9\) · 1 to decide, 2 remarks$/);
  await take("Add the profile that has no doubt left");
  expect(ids()).toEqual([["professional-manager-8b-8c"]]);
  expect(text()).toMatch(/\(8b-8c\) · in your library/);
  expect(text()).toContain("2 doubts wait for your decision.");
  acceptEverything();
  await take("Add 2 profiles to your library");
  expect(ids().slice(1)).toEqual([["professional-manager-8a-8b", "professional-manager-8c-9"]]);
  expect(text()).not.toContain("Decided by");
}, 60_000);

describe("a doubt", () => {
  const lost = profileText(rowsWith({ 5: null, 9: null }));

  test("without a proposal is corrected; the sums are checked anew", async () => {
    await paste(lost);
    expect(text()).toContain("Nothing can be proposed: enter it.");
    const fields = (): HTMLInputElement[] => [...page.container().querySelectorAll<HTMLInputElement>('input[aria-label^="Correct "]')];
    const use = (label: RegExp, value: string): void => {
      const field = fields().find((one) => label.test(one.getAttribute("aria-label") ?? ""))!;
      page.fill(field, value);
      act(() => field.form!.requestSubmit());
    };
    // Page 24: factor 5 is 2-3a, factor 9 is 4a; the total 466-489.
    use(/^Correct 5 /, "9");
    expect(text()).toContain('The correction "9" cannot be used');
    use(/^Correct 5 /, "2-3a");
    use(/^Correct 9 /, "3a");
    expect(text()).toContain("total printed is 466-489, but the rows sum to 455-478");
    use(/^Correct 9 /, "4a");
    expect(text()).not.toContain("455-478");
    acceptEverything();
    page.fill(page.field("Decided by"), "A. Person");
    await act(async () => buttons("Add the profile to your library")[0]!.click());
    expect(workbook.added[0]?.profiles[0]).toMatchObject({ lowest: 466, highest: 489 });
    expect(workbook.added[0]?.profiles[0]?.factors[8]?.note).toContain("corrected by hand");
  }, 30_000);

  test("that was accepted can be taken back", async () => {
    await paste(profileText(rowsWith({ 3: { 4: "60" } })));
    const waiting = (): string => page.container().querySelector('[role="status"]')!.textContent;
    const before = waiting();
    press("Accept");
    expect(waiting()).not.toBe(before);
    press("Take back");
    expect(waiting()).toBe(before);
  }, 30_000);
});

test("a text without profiles says so, and a blank one is not read", async () => {
  press("Import profiles");
  press("Read the text");
  expect(text()).toContain("Paste a text first.");
  page.fill(page.container().querySelector("textarea")!, "A page about something else");
  press("Read the text");
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(text()).toContain("No profile was found.");
});

test("CSV in the shape of a library is read, with commas or semicolons", async () => {
  const heading = "Scheme,Id,Title,Suite,Band,Generic,Edition,Lowest,Highest,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16";
  // Page 3: the operator, band 2, 164-199.
  const row = 'NHS,own-2,"Operator, night",Mine,2,,2025,164,199,3ab,2,2,1,2-3a,1-2,1,"1-2be",1,2,1,2,2a,2a-3b,1-2b,2e';
  await paste(`${heading}\r\n${row}\r\n`);
  page.fill(page.field("Decided by"), "A. Person");
  await act(async () => buttons("Add the profile to your library")[0]!.click());
  expect(workbook.added[0]?.profiles[0]).toMatchObject({ id: "own-2", title: "Operator, night", lowest: 164, highest: 199 });
});

test("a long text is read in slices, with progress, and can be cancelled", async () => {
  press("Import profiles");
  page.fill(page.container().querySelector("textarea")!, Array<string>(4).fill(fixtureText("information-technology")).join("\n"));
  press("Read the text");
  expect(page.container().querySelector('[role="progressbar"]')).not.toBeNull();
  press("Cancel");
  expect(page.container().querySelector('[role="progressbar"]')).toBeNull();
  await act(async () => new Promise((resolve) => setTimeout(resolve, 100)));
  expect(page.container().querySelector("textarea")).not.toBeNull();
});

test("axe finds nothing in the form and in the review", async () => {
  press("Import profiles");
  expect(await violations()).toEqual([]);
  press("All profiles");
  await paste(fixtureText("professional-manager"));
  expect(await violations()).toEqual([]);
}, 60_000);
