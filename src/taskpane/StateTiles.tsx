import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  tiles: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(110px, 100%), 1fr))",
    gap: "8px",
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  item: { display: "flex" },
  tile: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    alignItems: "flex-start",
    textAlign: "left",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    font: "inherit",
  },
  button: {
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground2Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  pressed: {
    outline: `2px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outlineColor: "Highlight" },
  },
  good: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  attention: { borderLeftColor: tokens.colorPaletteMarigoldBorderActive },
  bad: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  count: { fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
});

export interface Tile {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  readonly look: "plain" | "good" | "attention" | "bad";
  /** Whether a click shows which jobs are counted. */
  readonly opens: boolean;
}

interface StateTilesProps {
  readonly tiles: readonly Tile[];
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** Counts at a glance; those with something to look into are buttons. */
export function StateTiles({ tiles, shown, onShow }: StateTilesProps) {
  const styles = useStyles();
  return (
    <ul className={styles.tiles}>
      {tiles.map(({ id, label, count, look, opens }) => {
        const content = (
          <>
            <span className={styles.count}>{registerText.count(count)}</span> <span className={styles.label}>{label}</span>
          </>
        );
        const tile = mergeClasses(styles.tile, look !== "plain" && styles[look]);
        return (
          <li key={id} className={styles.item} data-tile={label}>
            {opens && count > 0 ? (
              <button
                type="button"
                className={mergeClasses(tile, styles.button, shown === id && styles.pressed)}
                aria-expanded={shown === id}
                onClick={() => onShow(shown === id ? null : id)}
              >
                {content}
              </button>
            ) : (
              <div className={tile}>{content}</div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
