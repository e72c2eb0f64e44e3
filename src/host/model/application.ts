import { HostFailure } from "../executor/failure";
import type { HostType } from "../executor/host-type";
import type { Book } from "./book";

export const applicationType: HostType<{ readonly book: Book }> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: () => "Automatic",
      set: (_, mode: string) => {
        if (mode !== "Automatic") throw new HostFailure("UnsupportedOperation", "The embedded workbook always calculates by itself.");
      },
    },
    CalculationState: { get: () => "Done" },
  },
  methods: {
    /** A full calculation asks the add-in's functions again, too. */
    Calculate: ({ book }, kind = "Recalculate") => {
      if (kind !== "Recalculate") book.functions.forget();
      book.port.recalculate();
    },
    /** Hints; a batch is calculated and drawn once in any case. */
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};
