import { workbookBoundaries } from "../../session/boundary";
import type { ViewProps } from "../view";
import { BoundaryPage } from "./BoundaryPage";

/** The view as the pane loads it: its session outlives it, so that scenarios are kept while another view is shown. */
export default function BoundaryView({ state, session }: ViewProps) {
  return <BoundaryPage boundaries={workbookBoundaries()} session={session} sheetId={state.current?.sheetId ?? null} />;
}
