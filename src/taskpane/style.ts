import { tokens } from "@fluentui/react-components";

/** What happened is in sight wherever the person has scrolled to; a long text leaves room for what it is about. */
export const noticeStyle = {
  position: "sticky",
  top: "8px",
  zIndex: 2,
  maxHeight: "45vh",
  overflowY: "auto",
  boxShadow: tokens.shadow8,
} as const;

/** What the styles of every view have alike; a view adds its own, and says otherwise where it must. */
export const viewStyles = {
  view: { display: "flex", flexDirection: "column", gap: "20px", minWidth: 0 },
  section: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: 0, padding: 0, listStyleType: "none" },
  bullets: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200 },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
  cell: {
    textAlign: "left",
    padding: "3px 6px 3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: "normal",
    verticalAlign: "top",
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "2px 0" },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
} as const;
