import formattingStyle from "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import coreStyle from "@univerjs/preset-sheets-core/lib/index.css";
import validationStyle from "@univerjs/preset-sheets-data-validation/lib/index.css";
import filterStyle from "@univerjs/preset-sheets-filter/lib/index.css";
import noteStyle from "@univerjs/preset-sheets-note/lib/index.css";
import sortStyle from "@univerjs/preset-sheets-sort/lib/index.css";
import tableStyle from "@univerjs/preset-sheets-table/lib/index.css";

/** The style sheets of the grid's parts. */
export const gridStyles = [coreStyle, tableStyle, filterStyle, sortStyle, validationStyle, formattingStyle, noteStyle];
