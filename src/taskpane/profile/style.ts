import { makeStyles } from "@fluentui/react-components";
import { viewStyles } from "../style";

/** What several parts of the view share. */
export const useProfileStyles = makeStyles({
  ...viewStyles,
  // A list as wide as its longest title would widen a narrow pane.
  narrow: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0, "& select": { textOverflow: "ellipsis" } },
  list: { ...viewStyles.list, gap: "2px" },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "12px", rowGap: "4px", margin: 0 },
  fact: { margin: 0 },
  number: { textAlign: "right", paddingRight: 0, whiteSpace: "nowrap" },
  whole: { whiteSpace: "nowrap" },
});
