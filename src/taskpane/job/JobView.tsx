import { workbookJob } from "../../session/job";
import { JobPage } from "./JobPage";

/** The view as the pane loads it: its job session outlives it, so that edits are kept while another view is shown. */
export default function JobView() {
  return <JobPage job={workbookJob()} />;
}
