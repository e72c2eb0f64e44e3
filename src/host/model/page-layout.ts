import { HostFailure } from "../executor/failure";
import { hostObject, missing, type HostObject, type HostType } from "../executor/host-type";
import { maxColumns, type Area } from "../workbook/address";
import type { PageLayout } from "../workbook/rule";
import { rangeObject } from "./range";
import { areasObject } from "./range-areas";
import { rangeGiven, RangeReference, type SheetReference } from "./reference";

const paperSizes: readonly string[] = ["A3", "A4", "Letter"] satisfies PageLayout["paperSize"][];

interface Zoom {
  readonly scale?: number;
  readonly horizontalFitToPages?: number;
  readonly verticalFitToPages?: number;
}

/** How a sheet is printed. The grid does not print; saved files carry it. */
export const pageLayoutType: HostType<SheetReference> = {
  name: "PageLayout",
  properties: {
    Orientation: {
      get: ({ sheet }) => sheet.layout().orientation,
      set: ({ sheet }, orientation: PageLayout["orientation"]) => sheet.setLayout({ orientation }),
    },
    PaperSize: {
      get: ({ sheet }) => sheet.layout().paperSize,
      set: ({ sheet }, name: string) => {
        if (!paperSizes.includes(name))
          throw new HostFailure("UnsupportedOperation", `The embedded workbook has no paper of the size "${name}".`);
        sheet.setLayout({ paperSize: name as PageLayout["paperSize"] });
      },
    },
    Zoom: {
      get: ({ sheet }): Zoom => {
        const { zoom } = sheet.layout();
        return "scale" in zoom ? zoom : { horizontalFitToPages: zoom.pagesWide, verticalFitToPages: zoom.pagesTall };
      },
      set: ({ sheet }, { scale, horizontalFitToPages: pagesWide, verticalFitToPages: pagesTall }: Zoom) => {
        const fitted = pagesWide !== undefined || pagesTall !== undefined;
        sheet.setLayout({ zoom: fitted ? { pagesWide: pagesWide ?? 0, pagesTall: pagesTall ?? 0 } : { scale: scale ?? 100 } });
      },
    },
  },
  navigations: { HeadersFooters: (target) => hostObject(headerFooterGroupType, target) },
  methods: {
    SetPrintArea: ({ book, sheet }, place: unknown) => sheet.setLayout({ printArea: rangeGiven(book, sheet, place).area }),
    GetPrintArea: (target) => {
      const found = printArea(target);
      if (found === missing) throw new HostFailure("ItemNotFound", "The worksheet has no print area.");
      return found;
    },
    GetPrintAreaOrNullObject: printArea,
    SetPrintTitleRows: ({ book, sheet }, place: unknown) => {
      const { area } = rangeGiven(book, sheet, place);
      sheet.setLayout({ titleRows: { ...area, column: 0, columnCount: maxColumns } });
    },
    GetPrintTitleRowsOrNullObject: (target) => rangeOf(target, target.sheet.layout().titleRows),
  },
};

const headerFooterGroupType: HostType<SheetReference> = {
  name: "HeaderFooterGroup",
  navigations: { DefaultForAllPages: (target) => hostObject(headerFooterType, target) },
};

const headerFooterType: HostType<SheetReference> = {
  name: "HeaderFooter",
  properties: {
    LeftHeader: text("headerText", "left"),
    CenterHeader: text("headerText", "center"),
    RightHeader: text("headerText", "right"),
    LeftFooter: text("footerText", "left"),
    CenterFooter: text("footerText", "center"),
    RightFooter: text("footerText", "right"),
  },
};

function text(where: "headerText" | "footerText", part: "left" | "center" | "right") {
  return {
    get: ({ sheet }: SheetReference) => sheet.layout()[where][part],
    set: ({ sheet }: SheetReference, value: string) => sheet.setLayout({ [where]: { ...sheet.layout()[where], [part]: value } }),
  };
}

function printArea({ book, sheet }: SheetReference): HostObject | typeof missing {
  const area = sheet.layout().printArea;
  return area ? areasObject(new RangeReference(book, sheet, area), [area]) : missing;
}

function rangeOf({ book, sheet }: SheetReference, area: Area | null): HostObject | typeof missing {
  return area ? rangeObject(new RangeReference(book, sheet, area)) : missing;
}
