import type { PaneState } from "../model/book";

export interface Pane extends PaneState {
  readonly frame: HTMLIFrameElement;
}

/** The task pane beside the grid. The add-in's page lives on in its frame while the pane is closed (shared runtime). */
export function openPane(title: string): Pane {
  const pane = document.getElementById("pane")!;
  const close = document.getElementById("pane-close")!;
  document.getElementById("pane-title")!.textContent = title;
  const frame = document.createElement("iframe");
  frame.title = title;
  const state: Pane = {
    frame,
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
