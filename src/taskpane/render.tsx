import { createRoot } from "react-dom/client";
import type { Session } from "../session/session";
import { Pane } from "./Pane";

export function renderPane(element: HTMLElement, session: Session): void {
  createRoot(element).render(<Pane session={session} />);
}
