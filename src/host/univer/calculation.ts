import { FormulaCalculationSessionService } from "@univerjs/preset-sheets-core";
import type { Grid } from "./grid";

/** The grid gathers changes for 100 ms before it calculates; where it has not begun by then there was nothing to calculate. */
const longestPauseMs = 500;

/**
 * Whether formulas show what the cells come to. The grid tells of each calculation by a number, but not which changes it
 * has seen; a change counts as calculated when a calculation that began after it has been applied.
 */
export class Calculation {
  private asked = 0;
  private begun = 0;
  private applied = 0;
  private sessionId = 0;
  private running = false;
  private readonly waiting = new Set<() => void>();

  constructor({ injector }: Grid) {
    injector.get(FormulaCalculationSessionService).state$.subscribe((state) => {
      if (state.id !== this.sessionId) {
        this.sessionId = state.id;
        this.begun = this.asked;
      }
      const ended = state.resultApplied && (state.completed || state.resultEmitted);
      this.running = state.started && !ended;
      // A calculation that was stopped is begun again with what has come since.
      if (state.started && ended && !state.stopped) this.applied = Math.max(this.applied, this.begun);
      if (!this.pending) this.wake();
    });
  }

  /** Something was done after which formulas are calculated. */
  ask(): void {
    this.asked++;
  }

  get pending(): boolean {
    return this.applied < this.asked;
  }

  async settled(): Promise<void> {
    while (this.pending) {
      const { asked, sessionId } = this;
      await this.next();
      const idle = !this.running && asked === this.asked && sessionId === this.sessionId;
      if (idle) this.applied = this.asked;
    }
  }

  /** The end of all that is pending, or a pause. */
  private next(): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, longestPauseMs);
      this.waiting.add(done);
    });
  }

  private wake(): void {
    for (const resolve of this.waiting) resolve();
  }
}
