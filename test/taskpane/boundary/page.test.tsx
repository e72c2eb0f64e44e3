/** @jest-environment jsdom */
import { act } from "react";
import { payRange, payTable } from "../../../src/domain/boundary/pay";
import type { BoundaryState } from "../../../src/session/boundary-state";
import type { Session } from "../../../src/session/session";
import { BoundaryPage } from "../../../src/taskpane/boundary/BoundaryPage";
import { nhsBands } from "../../support/boundary";
import { boundarySession, scoredJobs } from "../../support/boundary-session";
import { inPane, rendered } from "../../support/rendered";

const page = rendered();
const { text, button, press, field } = page;

let state: () => BoundaryState;
let calls: string[];

// NHS bands of chapter eight: band 5 is 326 to 395, band 6 396 to 465, band 7 466 to 539.
const SCORES = [330, 390, 400, 441, 464, 470, 530, 700];

function show(jobs = scoredJobs(SCORES), change: Partial<BoundaryState> = {}): void {
  const made = boundarySession(jobs, change);
  ({ state, calls } = made);
  page.show(inPane(<BoundaryPage boundaries={made.session} session={{} as Session} sheetId="1" />));
}

const fill = (label: string, value: string): void => page.fill(field(label), value);
const enter = (): void =>
  act(
    () =>
      void page
        .container()
        .querySelector("form")
        ?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true })),
  );
/** The scenario as a whole can be renamed too. */
const pressInTable = (name: string): void =>
  act(() => [...page.container().querySelectorAll<HTMLElement>("table button")].find((one) => one.textContent === name)?.click());
const key = (element: Element | null, name: string): void =>
  act(() => void element?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })));
const slider = (label: string): HTMLElement | null => page.container().querySelector(`[role="slider"][aria-label="${label}"]`);
const row = (name: string): string[] => {
  const head = [...page.container().querySelectorAll("tr > th[scope=row]")].find((one) => one.textContent === name);
  return [...(head?.parentElement?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent);
};
const steps = (): string[] => [...page.container().querySelectorAll("ol > li")].map((one) => one.textContent);
async function violations(): Promise<unknown> {
  await act(async () => {
    page
      .container()
      .querySelectorAll("details")
      .forEach((details) => (details.open = true));
    // A details element tells of it a task later.
    await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return page.violations();
}

describe("bands", () => {
  test("split: the new band is in the table, its boundary on the chart, and the step in the list; undone, nothing is left", () => {
    show();
    press("Change band 6");
    press("Split");
    expect(document.activeElement).toBe(field("The upper part starts at"));
    fill("The upper part starts at", "441");
    enter();
    // 400 stays below 441; 441 and 464 are in the upper part.
    expect(row("6")).toEqual(["396", "440", "3", "1", "−2", "1"]);
    expect(row("6+")).toEqual(["441", "465", "0", "2", "+2", "2"]);
    expect(steps()).toEqual(["Band 6 is split: from 441 it is band 6+."]);
    expect(slider("Start of band 6+")?.getAttribute("aria-valuetext")).toBe("441, new");
    expect(document.activeElement).toBe(button("Change band 6"));
    press("Undo last step");
    expect(state().shown.edits).toEqual([]);
    expect(row("6")).toEqual(["396", "465", "3", "3", "0", "3"]);
  });

  test("a new band's boundary is moved by the arrow keys, never across its neighbours", () => {
    show();
    press("Change band 6");
    press("Split");
    fill("The upper part starts at", "464");
    enter();
    key(slider("Start of band 6+"), "ArrowRight");
    key(slider("Start of band 6+"), "ArrowRight");
    expect(row("6+").slice(0, 2)).toEqual(["465", "465"]);
  });

  test("what is wrong is said at the field, and nothing changes", () => {
    show();
    press("Change band 6");
    press("Split");
    fill("The upper part starts at", "500");
    enter();
    const wrong = field("The upper part starts at");
    expect(wrong.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(wrong.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
      "Band 6 (396 to 465) cannot be split at 500: both parts need at least one point.",
    );
    expect(document.activeElement).toBe(wrong);
    fill("The upper part starts at", "430");
    fill("Name of the upper part", "band 7");
    enter();
    expect(text()).toContain('Another band is called "band 7" already. Give each band a label of its own.');
    expect(state().shown.edits).toEqual([]);
  });

  test("merged, renamed and added; what is gone stays in the table", () => {
    show();
    press("Change band 6");
    press("Merge with band 7");
    enter();
    expect(row("6")).toEqual(["396", "539", "3", "5", "+2", "5"]);
    expect(row("7 (gone)")).toEqual(["2", "0", "−2", "0"]);
    press("Change band 6");
    pressInTable("Rename");
    fill("Name", "Specialist");
    enter();
    expect(row("Specialist").slice(0, 2)).toEqual(["396", "539"]);
    press("Add a band");
    fill("Name", "10");
    fill("From", "800");
    enter();
    expect(text()).toContain(
      "Band 10 (800 and above) would leave a gap beside band 9. Each band starts one point above the end of the one below.",
    );
    fill("From", "766");
    enter();
    expect(row("10")).toEqual(["766", "open", "0", "0", "0", "0"]);
    expect(steps()).toHaveLength(3);
  });

  test("other pay: a range that falls is refused at its field", () => {
    show();
    press("Change band 6");
    press("Pay range");
    fill("Minimum", "£40,000");
    fill("Maximum", "39,000");
    enter();
    expect(text()).toContain("The pay of band 6 must be above 0 and rise from minimum over middle to maximum.");
    fill("Maximum", "48,000");
    enter();
    expect(steps()).toEqual(["Band 6 pays £40,000.00 to £48,000.00."]);
  });

  test("Escape closes a form, and the focus is back where it was opened", () => {
    show();
    press("Change band 6");
    pressInTable("Rename");
    key(field("Name"), "Escape");
    expect(page.container().querySelector("form")).toBeNull();
    expect(document.activeElement).toBe(button("Change band 6"));
  });

  test("jobs without any level are shown apart, and in no total, as in JEDISTRIBUTION", () => {
    show(scoredJobs([400, NaN, NaN, 441, 990], { blanks: [1], unscored: { blank: 1, incomplete: 1, invalid: 0 } }));
    // 990 is above band 9, which ends at 765; the third job is incomplete.
    expect(row("No band")).toEqual(["2", "2", "0", "2"]);
    expect(row("Total")).toEqual(["4", "4", "0", "4"]);
    expect(row("Not scored").slice(0, 2)).toEqual(["1", "1"]);
    expect(text()).toContain("1 job without any level is not scored and not counted, as in JEDISTRIBUTION.");
    expect(text()).toContain("1 job has no score and counts under No band: 1 incomplete.");
  });

  test("axe finds nothing, with a form open", async () => {
    show();
    press("Change band 6");
    press("Split");
    fill("The upper part starts at", "500");
    enter();
    expect(await violations()).toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe("search", () => {
  // A pay table for which a higher band costs more, so the least cost puts every job as low as the conditions allow.
  const rising = payTable(
    nhsBands.bands.map(({ label }, place) => payRange(label, (20_000 + place * 5_000) * 100, null, (24_000 + place * 6_000) * 100)),
  );
  const priced = { pay: { kind: "sample", table: rising, title: "", note: "" } } as const;
  const search = (goal: string): void => {
    const select = field("Find boundaries with") as HTMLSelectElement;
    const option = [...select.options].find((each) => each.textContent === goal);
    page.fill(select, option?.value ?? "");
    press("Search");
  };

  test.each(["minimum", "middle", "maximum"] as const)("least cost at the %s of the ranges", (at) => {
    show(scoredJobs([396, 441]), priced);
    search(`the least cost at the ${at} of the ranges`);
    // Both jobs are in band 6, the sixth: the one at 396 falls to band 5 where band 6 starts at 397 or above; 441 is out of reach of 30 points.
    const [fifth, sixth] = [4, 5].map((place) => {
      const [minimum, maximum] = [20_000 + place * 5_000, 24_000 + place * 6_000];
      return { minimum, middle: (minimum + maximum) / 2, maximum }[at];
    });
    const pounds = (amount: number): string => `£${amount.toLocaleString("en-GB")}`;
    expect(text()).toContain(
      `The least cost at the ${at} of the ranges: ${pounds(fifth! + sixth!)}, against ${pounds(2 * sixth!)} with the bands in force.`,
    );
    expect(state().shown.name).toBe(`Least cost at ${at}`);
    // The smallest move that does it.
    expect(steps()).toEqual(["Band 6 starts at 397."]);
  });

  test("the reasons are kept with the scenario and shown with it, until steps are taken after it; then that is said", () => {
    show(scoredJobs([396, 441]), priced);
    search("the least cost at the middle of the ranges");
    expect(state().shown.found).toMatchObject({ goal: { kind: "cost", at: "middle" }, conditions: { shift: 30, width: 20, fixed: [] } });
    expect(text()).toContain("Conditions: no boundary moves more than 30 points; every band is at least 20 points wide.");
    // One point lower, 396 again, puts the job back into band 6: £45,000-54,000 instead of £40,000-48,000, half way £49,500 and £44,000.
    expect(text()).toContain("Band 6 starts at 397 (before: 396): one point lower adds £5,500; one point higher changes nothing.");
    expect(text()).toContain("Pay gaps need a staff list with pay");
    expect(text()).not.toContain("Steps were taken after the search.");
    press("Change band 9");
    pressInTable("Rename");
    fill("Name", "Nine");
    enter();
    key(slider("Start of band 7"), "ArrowRight");
    expect(text()).toContain("Steps were taken after the search.");
  });

  test("nothing better makes no scenario, but has its reasons; conditions that cannot be met are a sentence", () => {
    show(scoredJobs([100]));
    search("the fewest people who change band");
    expect(text()).toContain("Nothing within these conditions is better than the bands in force: 0 people.");
    expect(state().shown.name).toBe("Scenario 1");
    page.fill(field("Every band is at least (points wide)"), "200");
    act(() => void field("Every band is at least (points wide)").dispatchEvent(new FocusEvent("focusout", { bubbles: true })));
    press("Search");
    expect(text()).toMatch(/No positions meet the conditions: band \d\w? cannot be 200 points wide with shifts of at most 30\./);
  });
});
