import { type IUndoRedoItem, LocalUndoRedoService } from "@univerjs/core";
import type { UndoStep } from "../workbook/port";

/** The grid's undo, in which what an add-in asks for at once is one step, as it is for the person who undoes it. */
export class StepwiseUndo extends LocalUndoRedoService {
  /** The item that the running step has on the stack; null before its first. */
  private running: { item: IUndoRedoItem | null } | null = null;

  /** A step may wait between its changes: what a person does meanwhile stays a step of its own. */
  step(): UndoStep {
    const step: { item: IUndoRedoItem | null } = { item: null };
    return (change) => {
      const outer = this.running;
      this.running = step;
      try {
        return change();
      } finally {
        this.running = outer;
      }
    };
  }

  override pushUndoRedo(item: IUndoRedoItem): void {
    const { running } = this;
    if (running === null) return super.pushUndoRedo(item);
    const before = running.item;
    if (before === null || before !== this._getUndoStack(item.unitID)?.at(-1)) {
      super.pushUndoRedo(item);
      running.item = item;
      return;
    }
    // What was done last is undone first.
    before.redoMutations = [...before.redoMutations, ...item.redoMutations];
    before.undoMutations = [...item.undoMutations, ...before.undoMutations];
  }
}
