import { workbookJob } from "../../session/job";
import type { ViewProps } from "../view";
import { JobPage } from "./JobPage";

/** The view as the pane loads it: its job session outlives it, so that edits are kept while another view is shown. */
export default function JobView({ state }: ViewProps) {
  const sharedIds: Parameters<typeof JobPage>[0]["sharedIds"] = (sheetId) => {
    const content = state.registers?.find((register) => register.sheetId === sheetId)?.content;
    return content?.kind === "jobs" ? content.state.ids.shared : null;
  };
  return <JobPage job={workbookJob()} sharedIds={sharedIds} />;
}

// A page that is closed takes what is not applied with it, and none knows whether it will be loaded again: the browser asks first.
window.addEventListener("beforeunload", (event) => {
  const { view, waiting } = workbookJob().getState();
  if (waiting.length > 0 || (view.kind === "job" && view.job.dirty)) event.preventDefault();
});
