import type { IWorkbookData } from "@univerjs/core";
import { status } from "./status";
import type { Kept, Storage } from "./storage";

/** Changes come in bursts; the workbook is kept once they pause, and at once when the page is left. */
const pauseMs = 1000;

export class Keeper {
  /** Set once the workbook is open. */
  keep: (() => Kept<IWorkbookData>) | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly storage: Storage<IWorkbookData>) {
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden" && this.timer !== undefined) this.save();
    });
  }

  changed(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pauseMs);
  }

  /** Begins again with an empty workbook. */
  async forget(): Promise<void> {
    this.keep = undefined;
    await this.storage.clear();
    location.reload();
  }

  private save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.keep) return;
    this.storage.write(this.keep()).catch((error: unknown) => status.keepingFailed(error instanceof Error ? error.message : String(error)));
  }
}
