import type { Progress } from "../xlsx/fill";
import { describeProblem, describeRemark, type FileProblem } from "../xlsx/problem";
import type { Opened } from "../xlsx/workbook-file";
import { downloadWorkbook } from "./download";
import { status } from "./status";

/** What the page's file buttons do. */
export interface FileActions {
  open(bytes: Uint8Array, progress: Progress): Promise<Opened | FileProblem>;
  save(): Promise<Uint8Array>;
  /** Whether something would be lost by opening another workbook. */
  changed(): boolean;
}

/**
 * "Open…" and "Save" in the page's head, also Ctrl+O and Ctrl+S. Files never leave this machine.
 * @returns what opens a file that nobody has picked.
 */
export function connectFile(head: HTMLElement, actions: FileActions): (file: File) => Promise<void> {
  // Never in the page: the button stands for it.
  const picker = Object.assign(document.createElement("input"), { type: "file", accept: ".xlsx,.xlsm" });
  const openButton = button("Open…", "Open a workbook from this machine (Ctrl+O)");
  const saveButton = button("Save", "Save the workbook as a file (Ctrl+S)");
  let name = "Workbook.xlsx";

  let working = false;
  // Not `disabled`: a button that is disabled loses the keyboard's place.
  const setWorking = (now: boolean) => {
    working = now;
    for (const control of [openButton, saveButton]) control.ariaDisabled = String(now);
  };
  const busy = async (work: () => Promise<string>): Promise<void> => {
    if (working) return;
    setWorking(true);
    try {
      status.file(await work());
    } catch (error) {
      status.file(`That did not work: ${error instanceof Error ? error.message : String(error)}`);
      throw error;
    } finally {
      setWorking(false);
    }
  };

  const open = (file: File) =>
    busy(async () => {
      status.file(`Opening ${file.name}…`);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const outcome = await actions.open(bytes, (done, of) => {
        if (of > 0) status.file(`Opening ${file.name}: ${Math.round((100 * done) / of)} %`);
      });
      if (outcome.kind !== "opened") return describeProblem(outcome);
      name = file.name.replace(/\.[^.]*$/, ".xlsx");
      return [`Opened ${file.name}.`, ...outcome.remarks.map(describeRemark)].join(" ");
    });

  const save = () =>
    busy(async () => {
      status.file(`Saving ${name}…`);
      downloadWorkbook(await actions.save(), name);
      return `Saved as ${name} in your downloads.`;
    });

  const pick = () => {
    if (working) return;
    if (!actions.changed() || confirm("The workbook has changes that are not saved as a file. Open another in its place?")) picker.click();
  };

  picker.addEventListener("change", () => {
    const [file] = picker.files ?? [];
    // The same file may be chosen again.
    if (file) void open(file).finally(() => (picker.value = ""));
  });
  openButton.addEventListener("click", pick);
  saveButton.addEventListener("click", () => void save());
  window.addEventListener(
    "keydown",
    (event) => {
      const key = event.ctrlKey || event.metaKey ? event.key.toLowerCase() : "";
      if ((key !== "o" && key !== "s") || event.shiftKey || event.altKey) return;
      // Else the browser opens or saves its own page, and the grid takes the key for typing.
      event.preventDefault();
      event.stopPropagation();
      if (key === "o") pick();
      else void save();
    },
    { capture: true },
  );
  head.append(openButton, saveButton);
  return open;
}

function button(label: string, tip: string): HTMLButtonElement {
  return Object.assign(document.createElement("button"), { type: "button", textContent: label, title: tip, className: "file-button" });
}
