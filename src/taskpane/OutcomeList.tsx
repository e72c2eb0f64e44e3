import { makeStyles, Text, tokens } from "@fluentui/react-components";
import type { RegisterState } from "../session/summary";
import { CountBars } from "./CountBars";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface OutcomeListProps {
  readonly outcomes: NonNullable<RegisterState["outcomes"]>;
  readonly complete: number;
  readonly shown: string | null;
  readonly onShow: (id: string | null) => void;
}

/** How many of the complete jobs have each outcome against the built-in profiles. */
export function OutcomeList({ outcomes, complete, shown, onShow }: OutcomeListProps) {
  const styles = useStyles();
  const matched = outcomes
    .filter(({ outcome }) => outcome === "Profile match" || outcome === "Band match")
    .reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      <Text>{registerText.matched(matched, complete)}</Text>
      <CountBars
        layout="below"
        most={complete}
        bars={outcomes.map(({ outcome, findings }) => ({
          id: outcome,
          name: (
            <>
              <Text weight="semibold">{outcome}</Text> <Text className={styles.quiet}>{registerText.outcome[outcome]}</Text>
            </>
          ),
          count: findings.length,
        }))}
        shown={shown}
        onShow={onShow}
      />
      <Text className={styles.quiet} size={200}>
        {registerText.matchingNote}
      </Text>
    </>
  );
}
