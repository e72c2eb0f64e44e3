import { makeStyles, tokens } from "@fluentui/react-components";

/** What several parts of the view share. */
export const useJobStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "20px" },
  section: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: 0, padding: 0, listStyleType: "none" },
  bullets: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
  cell: {
    textAlign: "left",
    padding: "3px 6px 3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: "normal",
    verticalAlign: "top",
  },
  number: { textAlign: "right", paddingRight: 0 },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "2px 0" },
});
