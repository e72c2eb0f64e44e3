import { payRange, payTable } from "../../../src/domain/boundary/pay";
import type { BoundaryState } from "../../../src/session/boundary-state";
import { reportOf } from "../../../src/taskpane/boundary/report";
import { nhsBands } from "../../support/boundary";
import { boundarySession, scoredJobs } from "../../support/boundary-session";

const readyOf = ({ view }: BoundaryState) => {
  if (view.kind !== "ready") throw new Error(view.kind);
  return view;
};

test("what a search found is on the sheet with its conditions and reasons; made by hand, there is no such part", () => {
  const table = payTable(nhsBands.bands.map(({ label }, place) => payRange(label, (20 + place) * 100_000, null, (25 + place) * 100_000)));
  const { session } = boundarySession(scoredJobs([396, 441]), { pay: { kind: "sample", table, title: "", note: "" } });
  const sections = () => reportOf(readyOf(session.getState()), session.getState()).sections;
  const title = "Found by search: why each boundary sits where it does";
  expect(sections().map((section) => section.title)).not.toContain(title);
  session.keepFound([{ kind: "move", band: "6", from: 397 }], "Least cost at minimum", {
    goal: { kind: "cost", at: "minimum" },
    conditions: { shift: 30, width: 20, fixed: ["2", "3"] },
    present: 5_000_000,
    best: 4_900_000,
    boundaries: nhsBands.bands.slice(1).map(({ label, from }) => ({
      band: label,
      from,
      to: label === "6" ? 397 : from,
      lower: label === "2" || label === "3" ? { kind: "fixed" } : { kind: "adds", amount: 100_000 },
      higher: label === "2" || label === "3" ? { kind: "fixed" } : { kind: "shift" },
    })),
  });
  const { sentences } = sections().find((section) => section.title === title)!;
  expect(sentences.slice(0, 2)).toEqual([
    "The least cost at the minimum of the ranges: £49,000, against £50,000 with the bands in force. It is the best there is within these conditions.",
    "Conditions: no boundary moves more than 30 points; every band is at least 20 points wide; the start of band 2, the start of band 3 stay in place.",
  ]);
  expect(sentences).toContain("Band 2 starts at 161, as before: it is kept where it is.");
  expect(sentences).toContain("Band 6 starts at 397 (before: 396): one point lower adds £1,000; higher is further than the largest shift.");
  expect(sentences.join(" ")).toContain("Pay gaps need a staff list with pay");
});
