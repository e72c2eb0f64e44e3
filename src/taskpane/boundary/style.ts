import { makeStyles, tokens } from "@fluentui/react-components";
import { viewStyles } from "../style";

const FIELD = {
  flex: "1 1 120px",
  minWidth: 0,
  "& > span": { width: "100%", minWidth: 0 },
  "& input": { minWidth: 0, width: "100%" },
} as const;

/** What several parts of the view share. */
export const useBoundaryStyles = makeStyles({
  ...viewStyles,
  fields: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "flex-end" },
  /** Fields whose hints and errors differ in height. */
  tops: { alignItems: "flex-start" },
  narrow: { ...FIELD, maxWidth: "180px" },
  wide: FIELD,
  select: { minWidth: 0, "& > span": { minWidth: 0, maxWidth: "100%" }, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
  /** Wide tables scroll by themselves, so that the pane does not. */
  scroll: { overflowX: "auto", maxWidth: "100%" },
  table: { ...viewStyles.table, overflowWrap: "normal" },
  /** Stays in sight where the table is wider than the pane. */
  captionText: { display: "block", position: "sticky", left: 0, width: "fit-content", maxWidth: "calc(100vw - 48px)" },
  /** For who has the page read out. */
  unseen: { position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" },
  head: { position: "sticky", left: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  number: { textAlign: "right", paddingRight: "4px", paddingLeft: "4px", fontVariantNumeric: "tabular-nums" },
  /** A figure stays in one line with its sign and unit. */
  whole: { whiteSpace: "nowrap" },
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
});
