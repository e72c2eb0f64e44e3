import { Button, Link, makeStyles, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import type { Session, SessionState } from "../session/session";
import type { RegisterState, RegisterSummary } from "../session/summary";
import { ChangeList } from "./ChangeList";
import { FindingList } from "./FindingList";
import { Message } from "./Message";
import { OutcomeList } from "./OutcomeList";
import { ResultPanel } from "./ResultPanel";
import { StateTiles } from "./StateTiles";
import { adoptText } from "./text/adopt";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "20px" },
  heading: { margin: 0 },
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  links: { display: "flex", flexWrap: "wrap", columnGap: "12px", rowGap: "4px", margin: 0, padding: 0, listStyleType: "none" },
});

interface RegisterViewProps {
  readonly register: RegisterSummary;
  readonly others: readonly RegisterSummary[];
  readonly state: SessionState;
  readonly session: Session;
  readonly onAdopt: () => void;
}

/** The register at a glance: how far it is, where it needs attention, and how its jobs match. */
export function RegisterView({ register, others, state, session, onAdopt }: RegisterViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <Content register={register} state={state} session={session} />
      <div>
        <Button onClick={onAdopt}>{adoptText.open}</Button>
      </div>
      {others.length > 0 && (
        <nav className={styles.section} aria-label={registerText.otherRegisters}>
          <Subtitle2 as="h2" className={styles.heading}>
            {registerText.otherRegisters}
          </Subtitle2>
          <ul className={styles.links}>
            {others.map(({ sheetId, sheetName }) => (
              <li key={sheetId}>
                <Link as="button" inline onClick={() => void session.show(sheetId)}>
                  {registerText.onSheet(sheetName)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </div>
  );
}

interface ContentProps {
  readonly register: RegisterSummary;
  readonly state: SessionState;
  readonly session: Session;
}

function Content({ register, state, session }: ContentProps) {
  const { content, sheetName } = register;
  switch (content.kind) {
    case "headings-missing":
      return <Message title={registerText.headingsTitle} paragraphs={[registerText.headings(sheetName, content.missing)]} />;
    case "unknown-scheme":
      return <Message title={registerText.headingsTitle} paragraphs={[registerText.unknownScheme(content.scheme)]} />;
    case "jobs":
      return <Jobs register={register} state={content.state} shown={state} session={session} />;
  }
}

function Jobs({
  register,
  state,
  shown,
  session,
}: {
  readonly register: RegisterSummary;
  readonly state: RegisterState;
  readonly shown: SessionState;
  readonly session: Session;
}) {
  const styles = useStyles();
  const select = (row: number, column: number): void => void session.select(register.sheetId, row, column);
  return (
    <>
      <header className={styles.section}>
        <Title3 as="h1" className={styles.heading}>
          {registerText.title}
        </Title3>
        <Text className={styles.quiet}>
          {registerText.onSheet(register.sheetName)} · {state.scheme.title}, {state.scheme.edition}
        </Text>
      </header>
      <section className={styles.section}>
        <StateTiles state={state} />
        {state.notStarted.length > 0 && <Text className={styles.quiet}>{registerText.notStarted(state.notStarted.length)}</Text>}
        {state.invalid.length + state.incomplete.length === 0 && <Text>{registerText.allComplete}</Text>}
      </section>
      <ChangeList state={state} onRow={(row) => select(row, state.firstColumn)} />
      {state.invalid.length > 0 && <FindingList title={registerText.invalidTitle} findings={state.invalid} onSelect={select} />}
      {state.incomplete.length > 0 && <FindingList title={registerText.incompleteTitle} findings={state.incomplete} onSelect={select} />}
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {registerText.matching}
        </Subtitle2>
        {state.outcomes === null ? (
          <Text className={styles.quiet}>{registerText.noProfiles(state.scheme.name)}</Text>
        ) : (
          <OutcomeList outcomes={state.outcomes} complete={state.complete} />
        )}
      </section>
      <ResultPanel key={register.sheetId} sheetId={register.sheetId} scheme={state.scheme} state={shown} session={session} />
    </>
  );
}
