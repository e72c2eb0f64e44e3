import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  list: { display: "grid", margin: 0, padding: 0, listStyleType: "none" },
  row: {
    display: "grid",
    gridTemplateColumns: "1fr auto",
    columnGap: "8px",
    width: "100%",
    minHeight: "28px",
    boxSizing: "border-box",
    padding: "4px 4px 5px",
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    textAlign: "left",
    font: "inherit",
  },
  /** Short names stand beside their bars. */
  beside: { gridTemplateColumns: "minmax(64px, auto) 1fr minmax(32px, auto)", alignItems: "center", textAlign: "left" },
  button: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  pressed: { backgroundColor: tokens.colorNeutralBackground1Selected },
  track: { height: "6px", borderRadius: tokens.borderRadiusSmall, backgroundColor: tokens.colorNeutralBackground4 },
  below: { gridColumnStart: "span 2" },
  bar: {
    display: "block",
    height: "100%",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
    // Backgrounds vanish in contrast themes unless they are a colour of the theme's own.
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  count: { textAlign: "right" },
});

export interface CountBar {
  readonly id: string;
  readonly name: ReactNode;
  readonly count: number;
}

interface CountBarsProps {
  readonly bars: readonly CountBar[];
  /** The length of a full bar. */
  readonly most: number;
  readonly layout: "beside" | "below";
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** Counts as bars; a click on one shows which jobs it counts. */
export function CountBars({ bars, most, layout, shown, onShow }: CountBarsProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {bars.map(({ id, name, count }) => {
        const number = (
          <Text key="count" weight="semibold" className={styles.count}>
            {registerText.count(count)}
          </Text>
        );
        const track = (
          <span key="track" className={mergeClasses(styles.track, layout === "below" && styles.below)} aria-hidden="true">
            <span className={styles.bar} style={{ width: `${most === 0 ? 0 : (100 * count) / most}%` }} />
          </span>
        );
        const content = (
          <>
            <span>{name}</span> {layout === "beside" ? [track, number] : [number, track]}
          </>
        );
        const look = mergeClasses(styles.row, layout === "beside" && styles.beside);
        return (
          <li key={id}>
            {count === 0 ? (
              <div className={look}>{content}</div>
            ) : (
              <button
                type="button"
                className={mergeClasses(look, styles.button, shown === id && styles.pressed)}
                aria-expanded={shown === id}
                onClick={() => onShow(shown === id ? null : id)}
              >
                {content}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
