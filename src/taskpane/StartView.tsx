import { Button, makeStyles, Spinner, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import { adoptText } from "./text/adopt";
import { createText } from "./text/create";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px" },
  heading: { margin: 0 },
  steps: { display: "flex", flexDirection: "column", gap: "14px", margin: 0, paddingLeft: "22px" },
  step: { "::marker": { fontWeight: tokens.fontWeightSemibold } },
  content: { display: "flex", flexDirection: "column", gap: "6px", alignItems: "flex-start" },
  ways: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface StartViewProps {
  readonly state: SessionState;
  readonly session: Session;
  readonly onAdopt: () => void;
  readonly onCreate: () => void;
}

/** A workbook without a register: three steps, none of which has to be taken. */
export function StartView({ state, session, onAdopt, onCreate }: StartViewProps) {
  const styles = useStyles();
  const { steps } = registerText;
  return (
    <section className={styles.view}>
      <Title3 as="h1" className={styles.heading}>
        {registerText.emptyTitle}
      </Title3>
      <ol className={styles.steps}>
        <li className={styles.step}>
          <div className={styles.content}>
            <Subtitle2 as="h2" className={styles.heading}>
              {steps.begin}
            </Subtitle2>
            <div className={styles.ways}>
              <Button appearance="primary" onClick={onAdopt}>
                {adoptText.open}
              </Button>
              <Text className={styles.quiet}>{steps.adopt}</Text>
              <Button onClick={onCreate}>{createText.open}</Button>
              <Text className={styles.quiet}>{steps.create}</Text>
              <Button
                aria-busy={state.busy}
                {...(state.busy ? { icon: <Spinner size="tiny" aria-hidden /> } : {})}
                onClick={() => void session.insertSample()}
              >
                {state.busy ? registerText.inserting : registerText.insert}
              </Button>
              <Text className={styles.quiet}>{registerText.empty}</Text>
            </div>
          </div>
        </li>
        <li className={styles.step}>
          <div className={styles.content}>
            <Subtitle2 as="h2" className={styles.heading}>
              {steps.levels}
            </Subtitle2>
            <Text className={styles.quiet}>{steps.levelsHow}</Text>
          </div>
        </li>
        <li className={styles.step}>
          <div className={styles.content}>
            <Subtitle2 as="h2" className={styles.heading}>
              {steps.see}
            </Subtitle2>
            <Text className={styles.quiet}>{steps.seeHow}</Text>
          </div>
        </li>
      </ol>
      <Text className={styles.quiet}>{registerText.emptyFunctions}</Text>
    </section>
  );
}
