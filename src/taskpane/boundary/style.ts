import { makeStyles, tokens } from "@fluentui/react-components";

/** What several parts of the view share. */
export const useBoundaryStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "20px" },
  section: { display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  row: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
  fields: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "flex-end" },
  narrow: { width: "88px", minWidth: 0, "& input": { minWidth: 0 } },
  select: { minWidth: 0, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: 0, padding: 0, listStyleType: "none" },
  bullets: { margin: 0, paddingLeft: "18px", display: "flex", flexDirection: "column", gap: "4px" },
  /** Wide tables scroll by themselves, so that the pane does not. */
  scroll: { overflowX: "auto", maxWidth: "100%" },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, overflowWrap: "normal" },
  caption: { textAlign: "left", color: tokens.colorNeutralForeground2, paddingBottom: "4px" },
  cell: {
    textAlign: "left",
    padding: "3px 8px 3px 0",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontWeight: "normal",
    verticalAlign: "top",
  },
  number: { textAlign: "right", paddingRight: "4px", paddingLeft: "4px", fontVariantNumeric: "tabular-nums" },
  strong: { fontWeight: tokens.fontWeightSemibold },
  summary: { cursor: "pointer", color: tokens.colorBrandForegroundLink, padding: "2px 0" },
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(96px, 100%), 1fr))", gap: "8px", margin: 0 },
  figure: {
    display: "flex",
    flexDirection: "column-reverse",
    padding: "6px 10px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  value: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  card: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "10px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});
