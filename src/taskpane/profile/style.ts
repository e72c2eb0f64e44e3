import { makeStyles, tokens } from "@fluentui/react-components";

/** What several parts of the view share. */
export const useProfileStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px", minWidth: 0 },
  section: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  // A list as wide as its longest title would widen a narrow pane.
  narrow: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0 },
  list: { display: "flex", flexDirection: "column", gap: "2px", margin: 0, padding: 0, listStyleType: "none" },
  bullets: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  facts: { display: "grid", gridTemplateColumns: "auto minmax(0, 1fr)", columnGap: "12px", rowGap: "4px", margin: 0 },
  fact: { margin: 0 },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
  cell: {
    textAlign: "left",
    padding: "4px 6px 4px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: "normal",
    verticalAlign: "top",
  },
  number: { textAlign: "right", paddingRight: 0, whiteSpace: "nowrap" },
  whole: { whiteSpace: "nowrap" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "2px 0" },
});
