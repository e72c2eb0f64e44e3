import { downloadWorkbook, workbookType } from "./download";

/**
 * A workbook that the add-in has made (`Excel.createWorkbook`). Excel opens it in a window of its own; a browser lets a
 * page do so only when a person asks, so the page asks the person.
 */
export function offerWorkbook(file: string | undefined): void {
  const place = document.getElementById("created")!;
  const text = Object.assign(document.createElement("span"), { textContent: "The add-in has made a new workbook. " });
  const open = Object.assign(document.createElement("a"), {
    href: pageAddress(undefined),
    target: "_blank",
    textContent: "Open it in a new window",
  });
  const close = Object.assign(document.createElement("button"), {
    type: "button",
    textContent: "×",
    ariaLabel: "Put the new workbook away",
  });
  const parts: HTMLElement[] = [text, open];
  let address: string | undefined;
  if (file !== undefined) {
    const bytes = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    address = URL.createObjectURL(new Blob([bytes], { type: workbookType }));
    open.href = pageAddress(address);
    const save = Object.assign(document.createElement("button"), {
      type: "button",
      textContent: "Save it as a file",
      className: "file-button",
    });
    save.addEventListener("click", () => downloadWorkbook(bytes, "New workbook.xlsx"));
    parts.push(save);
  }
  close.addEventListener("click", () => {
    if (address !== undefined) URL.revokeObjectURL(address);
    place.replaceChildren();
  });
  place.replaceChildren(...parts, close);
}

/** This page with another document. */
function pageAddress(document: string | undefined): string {
  const options = new URLSearchParams(location.search);
  for (const name of ["press", "fault", "document"]) options.delete(name);
  options.set("fresh", "");
  if (document !== undefined) options.set("document", document);
  return `?${options.toString()}`;
}
