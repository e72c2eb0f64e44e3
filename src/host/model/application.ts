import { HostFailure } from "../executor/failure";
import { hostObject, type HostType } from "../executor/host-type";
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
    CreateWorkbook: ({ book }, file?: string) => {
      const id = `workbook-${book.created.size + 1}`;
      book.created.set(id, file);
      return hostObject(workbookCreatedType, { book, id });
    },
    _GetWorkbookCreatedById: ({ book }, id: string) => hostObject(workbookCreatedType, { book, id }),
    /** Hints; a batch is calculated and drawn once in any case. */
    SuspendApiCalculationUntilNextSync: () => null,
    SuspendScreenUpdatingUntilNextSync: () => null,
  },
};

/** A workbook that the page has made and that is not open yet. */
const workbookCreatedType: HostType<{ readonly book: Book; readonly id: string }> = {
  name: "WorkbookCreated",
  id: ({ id }) => id,
  properties: { Id: { get: ({ id }) => id } },
  methods: { Open: ({ book, id }) => book.openWorkbook(book.created.get(id)) },
};
