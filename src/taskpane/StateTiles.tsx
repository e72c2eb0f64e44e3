import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RegisterState } from "../session/summary";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  tiles: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(110px, 100%), 1fr))", gap: "8px", margin: 0 },
  tile: {
    display: "flex",
    flexDirection: "column-reverse",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderLeftWidth: "4px",
    backgroundColor: tokens.colorNeutralBackground2,
  },
  complete: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  incomplete: { borderLeftColor: tokens.colorPaletteMarigoldBorderActive },
  invalid: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  count: { margin: 0, fontSize: tokens.fontSizeHero700, lineHeight: tokens.lineHeightHero700, fontWeight: tokens.fontWeightSemibold },
});

export function StateTiles({ state }: { readonly state: RegisterState }) {
  const styles = useStyles();
  const tiles = [
    { label: registerText.jobs, count: state.jobs, look: "" },
    { label: registerText.complete, count: state.complete, look: styles.complete },
    { label: registerText.incomplete, count: state.incomplete.length, look: styles.incomplete },
    { label: registerText.invalid, count: state.invalid.length, look: styles.invalid },
  ];
  return (
    <dl className={styles.tiles}>
      {tiles.map(({ label, count, look }) => (
        <div key={label} className={mergeClasses(styles.tile, look)}>
          <dt className={styles.label}>{label}</dt>
          <dd className={styles.count}>{registerText.count(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
