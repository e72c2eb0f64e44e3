import type { PaneState } from "../model/book";

export interface Pane extends PaneState {
  /** Takes away the frame that there was: the add-in's page starts anew with each document. */
  newFrame(name: string): HTMLIFrameElement;
}

/** The task pane beside the grid. The add-in's page lives on in its frame while the pane is closed (shared runtime). */
export function openPane(title: string): Pane {
  const pane = document.getElementById("pane")!;
  const close = document.getElementById("pane-close")!;
  document.getElementById("pane-title")!.textContent = title;
  const state: Pane = {
    newFrame(name) {
      const frame = Object.assign(document.createElement("iframe"), { title, name });
      document.getElementById("pane-frame")!.replaceChildren(frame);
      return frame;
    },
    shown: () => !pane.hidden,
    show(shown) {
      pane.hidden = !shown;
      // The grid measures itself on resize only.
      window.dispatchEvent(new Event("resize"));
    },
  };
  close.addEventListener("click", () => state.show(false));
  return state;
}
