import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { RegisterState } from "../session/summary";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  list: { display: "grid", rowGap: "10px", margin: 0, padding: 0, listStyleType: "none" },
  row: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: "8px" },
  what: { color: tokens.colorNeutralForeground2 },
  track: {
    gridColumnStart: "span 2",
    height: "6px",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorNeutralBackground4,
  },
  bar: {
    height: "100%",
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorCompoundBrandBackground,
    // Backgrounds vanish in contrast themes unless they are a colour of the theme's own.
    "@media (forced-colors: active)": { backgroundColor: "Highlight", forcedColorAdjust: "none" },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface OutcomeListProps {
  readonly outcomes: NonNullable<RegisterState["outcomes"]>;
  readonly complete: number;
}

/** How many of the complete jobs have each outcome against the built-in profiles. */
export function OutcomeList({ outcomes, complete }: OutcomeListProps) {
  const styles = useStyles();
  const matched = outcomes
    .filter(({ outcome }) => outcome === "Profile match" || outcome === "Band match")
    .reduce((sum, { jobs }) => sum + jobs, 0);
  return (
    <>
      <Text>{registerText.matched(matched, complete)}</Text>
      <ul className={styles.list}>
        {outcomes.map(({ outcome, jobs }) => (
          <li key={outcome} className={styles.row}>
            <span>
              <Text weight="semibold">{outcome}</Text> <Text className={styles.what}>{registerText.outcome[outcome]}</Text>
            </span>
            <Text weight="semibold">{registerText.count(jobs)}</Text>
            <div className={styles.track} aria-hidden="true">
              <div className={styles.bar} style={{ width: `${complete === 0 ? 0 : (100 * jobs) / complete}%` }} />
            </div>
          </li>
        ))}
      </ul>
      <Text className={styles.quiet} size={200}>
        {registerText.matchingNote}
      </Text>
    </>
  );
}
