/**
 * The line under the grid: what the selected cell shows and why it shows an error, how many functions are at work, and what
 * is lacking. The grid is a picture to assistive technology; this line is what it can read.
 */
export const status = {
  cell(address: string, shown: string, message: string): void {
    document.getElementById("cell-message")!.textContent = [`${address}: ${shown || "blank"}`, message].filter(Boolean).join(" — ");
  },

  working(calls: number): void {
    document.getElementById("function-state")!.textContent = calls === 0 ? "" : `Calculating: ${calls} function calls waiting`;
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
