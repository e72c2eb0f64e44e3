import { nhsSample } from "../../src/data/register/sample";
import type { JobSession, JobState, OpenJob } from "../../src/session/job";
import type { OfficePage } from "./office";

/** Where the sample has a job, as Excel counts rows. */
export const rowOf = (id: string): number => 5 + nhsSample.jobs.findIndex((one) => one.id === id);

export async function until(job: JobSession, condition: (state: JobState) => boolean): Promise<void> {
  for (let tries = 0; tries < 300 && !condition(job.getState()); tries++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(condition(job.getState())).toBe(true);
}

/** The job that the pane shows. */
export function openJob(job: JobSession): OpenJob {
  const { view } = job.getState();
  if (view.kind !== "job") throw new Error(view.kind);
  return view.job;
}

/** Selects a job's row in the sample, as a person does, and waits until the pane has followed. */
export async function selectJob(page: OfficePage, job: JobSession, id: string): Promise<void> {
  await page.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Register");
    sheet.activate();
    sheet.getRange(`C${rowOf(id)}`).select();
    await context.sync();
  });
  await until(job, ({ view }) => view.kind === "job" && view.job.row.id === id);
}
