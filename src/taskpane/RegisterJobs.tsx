import { useState } from "react";
import { Checkbox, makeStyles, mergeClasses, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { describe } from "../domain/problem";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import type { Findings, RegisterState, RegisterSummary } from "../session/summary";
import { BandChart } from "./BandChart";
import { ChangeList } from "./ChangeList";
import { FindingList } from "./FindingList";
import { useKeptFocus } from "./heading-focus";
import { OutcomeList } from "./OutcomeList";
import { ResultCheck } from "./ResultCheck";
import { ResultPanel } from "./ResultPanel";
import { StateTiles, type Tile } from "./StateTiles";
import { bandNoun, registerText } from "./text/register";

const useStyles = makeStyles({
  heading: { margin: 0 },
  section: { display: "flex", flexDirection: "column", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface RegisterJobsProps {
  readonly register: RegisterSummary;
  readonly state: RegisterState;
  readonly shown: SessionState;
  readonly session: Session;
}

/** A register's counts; each opens the list of the jobs that it counts. */
export function RegisterJobs({ register, state, shown, session }: RegisterJobsProps) {
  const styles = useStyles();
  const [open, setOpen] = useState<string | null>(state.invalid.length > 0 ? "invalid" : state.incomplete.length > 0 ? "incomplete" : null);
  // The buttons that fill in what is missing go with the last of it; what stands below takes the focus up.
  const below = useKeptFocus<HTMLElement>(`${state.results.missing.length} ${state.ids.missing.length}`, "h2");
  const noun = bandNoun(state.scheme);
  const select = (row: number, column: number): void => void session.select(register.sheetId, row, column);
  const list = (lists: readonly List[]) =>
    lists
      .filter(({ id, findings }) => id === open && findings !== null && findings.length > 0)
      .map(({ id, title, note, findings }) => (
        <FindingList
          key={id}
          title={title}
          {...(note === undefined ? {} : { note })}
          findings={findings!}
          noun={noun}
          column={state.firstColumn}
          onSelect={select}
          onHide={() => setOpen(null)}
        />
      ));
  return (
    <>
      <header className={styles.section}>
        <Title3 as="h1" className={styles.heading}>
          {registerText.title}
        </Title3>
        <Text className={styles.quiet}>
          {registerText.onSheet(register.sheetName)} · {registerText.schemeLine(state.scheme)}
        </Text>
        <div>
          <Checkbox
            label={registerText.visibleOnly}
            checked={shown.visibleOnly}
            onChange={(_, { checked }) => void session.countVisibleOnly(checked === true)}
          />
          <Text as="p" block className={mergeClasses(styles.heading, styles.quiet)}>
            {state.hidden === null ? registerText.visibleAll : registerText.visibleNote(state.hidden)}
          </Text>
        </div>
      </header>
      <section className={styles.section}>
        <StateTiles tiles={tilesOf(state)} shown={open} onShow={setOpen} />
        {state.invalid.length + state.incomplete.length === 0 && <Text>{registerText.allComplete}</Text>}
        {list([
          { id: "invalid", title: registerText.invalidTitle, findings: state.invalid },
          { id: "incomplete", title: registerText.incompleteTitle, findings: state.incomplete },
          { id: "notStarted", title: registerText.notStartedTitle, findings: state.notStarted },
          { id: "near", title: registerText.nearTitle, note: registerText.nearNote, findings: state.near },
          { id: "unmatched", title: registerText.unmatchedTitle, findings: state.unmatched },
        ])}
      </section>
      <ChangeList
        state={state}
        busy={shown.busy}
        onRow={(row) => select(row, state.idColumn ?? state.firstColumn)}
        onGiveIds={() => void session.giveIds(register.sheetId)}
      />
      <ResultCheck
        results={state.results}
        noun={noun}
        busy={shown.busy}
        onSelect={select}
        onFill={() => void session.fillResults(register.sheetId)}
      />
      <section ref={below} className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {registerText.bands(noun)}
        </Subtitle2>
        {state.gradesProblem !== null && <Text role="alert">{registerText.gradesFault(describe(state.gradesProblem))}</Text>}
        {state.bands === null ? (
          state.gradesProblem === null && <Text className={styles.quiet}>{registerText.noBands}</Text>
        ) : (
          <>
            <BandChart bands={state.bands} noun={noun} complete={state.complete} shown={open} onShow={setOpen} />
            {list([
              ...state.bands.rows.map(({ band, findings }, place) => ({
                id: `band ${place}`,
                title: registerText.bandTitle(noun, band.label),
                findings,
              })),
              { id: "unbanded", title: registerText.unbanded(noun), findings: state.bands.unbanded },
            ])}
          </>
        )}
      </section>
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {registerText.matching}
        </Subtitle2>
        {state.outcomes === null ? (
          <Text className={styles.quiet}>{registerText.noProfiles(state.scheme)}</Text>
        ) : (
          <>
            <OutcomeList outcomes={state.outcomes} complete={state.complete} shown={open} onShow={setOpen} />
            {list(state.outcomes.map(({ outcome, findings }) => ({ id: outcome, title: outcome, findings })))}
          </>
        )}
      </section>
      <ResultPanel sheetId={register.sheetId} scheme={state.scheme} bands={state.bands} state={shown} session={session} />
    </>
  );
}

interface List {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  readonly findings: Findings | null;
}

function tilesOf(state: RegisterState): readonly Tile[] {
  const attention = (id: string, label: string, findings: Findings | null, look: Tile["look"]): readonly Tile[] =>
    findings === null ? [] : [{ id, label, count: findings.length, look, opens: true }];
  return [
    { id: "jobs", label: registerText.jobs, count: state.jobs, look: "plain", opens: false },
    { id: "complete", label: registerText.complete, count: state.complete, look: "good", opens: false },
    ...attention("incomplete", registerText.incomplete, state.incomplete, "attention"),
    ...attention("invalid", registerText.invalid, state.invalid, "bad"),
    ...attention("notStarted", registerText.notStartedTile, state.notStarted, "plain"),
    ...attention("near", registerText.near, state.near, "attention"),
    ...attention("unmatched", registerText.unmatched, state.unmatched, "plain"),
  ];
}
