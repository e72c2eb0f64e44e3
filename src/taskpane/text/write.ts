import type { WrittenScenario } from "../../workbook/scenario-write";
import type { WorkbookFailure } from "../../workbook/failure";
import { describeFailure } from "./notice";

export const writeText = {
  title: "Into the workbook",
  note: "A sheet of its own, headed “Scenario, not an outcome”: band tables, jobs, moves and cost as live formulas, movers and tables of people as they are now. The register is not touched.",
  write: "Write scenario to a sheet",
  writing: "Writing…",
  written: ({ sheetName, without }: WrittenScenario): string =>
    [
      `Sheet ${sheetName} was added.`,
      ...(without.includes("chart") ? ["This Excel offers add-ins no charts, so it has none."] : []),
      ...(without.includes("print") ? ["The print layout could not be set."] : []),
    ].join(" "),
  failed: (failure: WorkbookFailure): string => `The sheet was not written. ${describeFailure(failure)}`,
  fault: (message: string): string => `That did not work, through a mistake of the add-in: ${message}.`,

  from: (sheet: string, bands: string): string => `Register on sheet ${sheet}; bands in force: ${bands}.`,
  ownBands: "the register's own table",
  steps: "What this scenario changes",
  noSteps: "Nothing: these are the bands in force.",
  movers: "Who moves",
  moversCaption: (shown: number, all: number): string =>
    shown < all ? `The first ${shown} of ${all} jobs that change band` : `Jobs that change band: ${all}`,
  moverHeadings: ["Job ID", "Job title", "Score", "From", "To"],
  noBand: "No band",
  notes: "Notes",
  people: "People and pay",
  secondary: (note: string): string => `Pay: ${note}`,
};
