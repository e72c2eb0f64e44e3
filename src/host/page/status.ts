import type { Kept } from "./storage";

/**
 * The line under the grid: what the selected cell shows and why it shows an error, how many functions are at work, and what
 * is lacking. The grid is a picture to assistive technology; this line is what it can read.
 */
export const status = {
  cell(address: string, shown: string, message: string): void {
    document.getElementById("cell-message")!.textContent = [`${address}: ${shown || "blank"}`, message].filter(Boolean).join(" — ");
  },

  /** Why what a person did was not done. */
  refused(reason: string): void {
    document.getElementById("cell-message")!.textContent = reason;
  },

  working(calls: number): void {
    document.getElementById("function-state")!.textContent = calls === 0 ? "" : `Calculating: ${calls} function calls waiting`;
  },

  /** Whether the workbook was opened as it was left, and whether it is kept. */
  kept(kept: Kept<unknown> | undefined, keeps: boolean, startAfresh: () => void): void {
    const place = document.getElementById("kept-state")!;
    if (!keeps) {
      place.textContent = "Open in another window too: this copy is not kept.";
    } else if (kept) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Start afresh";
      button.addEventListener("click", startAfresh);
      place.replaceChildren(`As you left it on ${new Date(kept.savedAt).toLocaleString("en-GB")}. `, button);
    } else {
      place.textContent = "Kept in this browser.";
    }
  },

  /** What became of opening or saving a file. */
  file(text: string): void {
    document.getElementById("file-state")!.textContent = text;
  },

  keepingFailed(reason: string): void {
    document.getElementById("kept-state")!.textContent = `The last changes could not be kept in this browser: ${reason}`;
  },

  /** What the add-in asked for and the embedded workbook lacks: shown, never hidden. */
  unavailable(member: string): void {
    const details = document.getElementById("unavailable")!;
    const list = details.querySelector("ul")!;
    if ([...list.children].some((item) => item.textContent === member)) return;
    const item = document.createElement("li");
    item.textContent = member;
    list.append(item);
    details.hidden = false;
    details.querySelector("summary")!.textContent = `Not in this workbook: ${list.children.length}`;
  },
};
