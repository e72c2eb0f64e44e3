import { Button, Link, makeStyles, Subtitle2 } from "@fluentui/react-components";
import { describe } from "../domain/problem";
import { faultyCell } from "../domain/scheme/table-fault";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import type { RegisterSummary } from "../session/summary";
import { Message } from "./Message";
import { ReadingProgress } from "./ReadingProgress";
import { RegisterJobs } from "./RegisterJobs";
import { adoptText } from "./text/adopt";
import { createText } from "./text/create";
import { registerText } from "./text/register";
import { tableText } from "./text/table";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "20px" },
  heading: { margin: 0 },
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  links: { display: "flex", flexWrap: "wrap", columnGap: "12px", rowGap: "4px", margin: 0, padding: 0, listStyleType: "none" },
});

interface RegisterViewProps {
  readonly register: RegisterSummary;
  readonly others: readonly RegisterSummary[];
  readonly state: SessionState;
  readonly session: Session;
  readonly onAdopt: () => void;
  readonly onCreate: () => void;
}

/** The register at a glance: how far it is, where it needs attention, and how its jobs match. */
export function RegisterView({ register, others, state, session, onAdopt, onCreate }: RegisterViewProps) {
  const styles = useStyles();
  return (
    <div className={styles.view}>
      {state.progress !== null && <ReadingProgress progress={state.progress} onCancel={() => session.cancelReading()} />}
      <Content register={register} state={state} session={session} />
      <div className={styles.actions}>
        <Button onClick={onAdopt}>{adoptText.open}</Button>
        <Button onClick={onCreate}>{createText.open}</Button>
        <Button onClick={() => void session.refresh()}>{registerText.readAgain}</Button>
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
    case "no-scheme":
      return <SchemeFault content={content} session={session} />;
    case "unread":
      return state.progress === null ? (
        <Message
          title={registerText.notReadTitle}
          paragraphs={[registerText.notRead(sheetName)]}
          action={registerText.readNow}
          onAction={() => void session.refresh()}
        />
      ) : null;
    case "jobs":
      return <RegisterJobs key={register.sheetId} register={register} state={content.state} shown={state} session={session} />;
  }
}

interface SchemeFaultProps {
  readonly content: Extract<RegisterSummary["content"], { kind: "no-scheme" }>;
  readonly session: Session;
}

/** Why the register has no scheme, and the cell of its points chart that is at fault. */
function SchemeFault({ content: { problem, corner }, session }: SchemeFaultProps) {
  const cell = faultyCell(problem);
  const text = (corner === null ? null : tableText.faultAt(problem, corner)) ?? describe(problem);
  const go =
    corner === null
      ? {}
      : {
          action: registerText.goToChart,
          onAction: () => void session.select(corner.sheetId, corner.row + (cell?.row ?? 1) - 1, corner.column + (cell?.column ?? 1) - 1),
        };
  return <Message title={registerText.noSchemeTitle} paragraphs={[text, registerText.noSchemeNote]} {...go} />;
}
