import { useEffect, useState, useSyncExternalStore } from "react";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Spinner,
  Text,
  Title3,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { nameOf } from "../../session/draft-store";
import type { JobSession, JobState, OpenJob } from "../../session/job";
import { changedLevels, changedNotes } from "../../session/job-draft";
import type { IdFindings } from "../../session/summary";
import type { JobRowReading } from "../../workbook/job-row";
import { useKeptFocus } from "../heading-focus";
import { Message } from "../Message";
import { describeNotice, jobText } from "../text/job";
import { registerText } from "../text/register";
import { FactorList, type FactorRequest } from "./FactorList";
import { ProfileSection } from "./ProfileSection";
import { ResultSection } from "./ResultSection";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  /** Where the eye is when something has been applied, however far the view is scrolled. */
  foot: {
    position: "sticky",
    bottom: 0,
    zIndex: 1,
    display: "grid",
    gap: "8px",
    maxHeight: "50vh",
    overflowY: "auto",
    padding: "8px 0",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
  },
  bar: { display: "flex", flexWrap: "wrap", gap: "8px", alignItems: "center" },
});

interface JobPageProps {
  readonly job: JobSession;
  /** Which rows of a register share an id; null where that is not known. */
  readonly sharedIds: (sheetId: string) => IdFindings["shared"] | null;
}

/** The job in the selected row. */
export function JobPage({ job, sharedIds }: JobPageProps) {
  const shared = useJobStyles();
  const styles = useStyles();
  const state = useSyncExternalStore(job.subscribe, job.getState);
  useEffect(() => job.open(), [job]);
  const [request, setRequest] = useState<FactorRequest | null>(null);
  const dirty = state.view.kind === "job" && state.view.job.dirty ? state.view.job : null;
  const place = useKeptFocus<HTMLDivElement>(dirty === null ? "" : "to apply", "h1");
  return (
    <div ref={place} className={shared.view}>
      <View state={state} job={job} sharedIds={sharedIds} request={request} />
      {state.waiting.length > 0 && <Text className={shared.quiet}>{jobText.waiting(state.waiting)}</Text>}
      {(state.notice !== null || dirty !== null) && (
        <div className={styles.foot}>
          {state.notice !== null && <Notice notice={state.notice} open={dirty} job={job} onFactor={(place) => setRequest({ place })} />}
          {dirty !== null && <ApplyBar open={dirty} busy={state.busy} job={job} />}
        </div>
      )}
    </div>
  );
}

interface ViewProps extends JobPageProps {
  readonly state: JobState;
  readonly request: FactorRequest | null;
}

function View({ state, job, sharedIds, request }: ViewProps) {
  const { view } = state;
  switch (view.kind) {
    case "reading":
      return <Text>{jobText.reading}</Text>;
    case "elsewhere":
      return <Message title={jobText.elsewhereTitle} paragraphs={[jobText.elsewhere]} />;
    case "no-job":
      return <Message title={jobText.elsewhereTitle} paragraphs={[jobText.noJob(view.sheetName, view.why)]} />;
    case "headings-missing":
      return <Message title={jobText.headingsTitle} paragraphs={[jobText.headings(view.sheetName, view.missing)]} />;
    case "no-scheme":
      return <Message title={jobText.headingsTitle} paragraphs={[jobText.noScheme(view.problem)]} />;
    case "job":
      return <Job open={view.job} state={state} job={job} sharedIds={sharedIds} request={request} />;
  }
}

function Job({ open, state, job, sharedIds, request }: ViewProps & { readonly open: OpenJob }) {
  const shared = useJobStyles();
  const { row, scheme } = open;
  const idFault = describeId(row, sharedIds(row.sheetId));
  const title = nameOf(row);
  return (
    <>
      <header className={shared.section}>
        <Title3 as="h1" className={shared.heading}>
          {title === "" ? jobText.untitled : title}
        </Title3>
        <Text className={shared.quiet}>
          {jobText.where(row.sheetName, row.row)} · {registerText.schemeLine(scheme)}
        </Text>
        <RadioGroup
          layout="horizontal"
          aria-label={jobText.modeLabel}
          value={state.mode}
          onChange={(_, { value }) => job.setMode(value === "analyst" ? "analyst" : "panel")}
        >
          <Radio value="panel" tabIndex={state.mode === "panel" ? 0 : -1} label={jobText.panel} />
          <Radio value="analyst" tabIndex={state.mode === "analyst" ? 0 : -1} label={jobText.analyst} />
        </RadioGroup>
      </header>
      {idFault !== null && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{idFault}</MessageBarBody>
        </MessageBar>
      )}
      <ResultSection job={open} busy={state.busy} onLook={() => void job.lookEarly()} />
      <FactorList open={open} job={job} request={request} />
      <ProfileSection open={open} job={job} />
    </>
  );
}

/** Why evidence cannot be attached to the job, told before anyone writes it. */
function describeId({ id, ids, row }: JobRowReading, shared: IdFindings["shared"] | null): string | null {
  if (ids === null) return jobText.noIds;
  if (id === "") return jobText.noId;
  const rows = shared?.find((one) => one.rows.includes(row))?.rows;
  return rows === undefined ? null : jobText.sharedId(id, rows);
}

function ApplyBar({ open, busy, job }: { readonly open: OpenJob; readonly busy: boolean; readonly job: JobSession }) {
  const styles = useStyles();
  const levels = changedLevels(open.factors).filter((level) => level !== null).length;
  const notes = changedNotes(open.factors, open.draft).length;
  return (
    <div className={styles.bar}>
      <Button
        appearance="primary"
        aria-busy={busy}
        {...(busy ? { icon: <Spinner size="tiny" appearance="inverted" aria-hidden /> } : {})}
        onClick={() => void job.apply()}
      >
        {busy ? jobText.applying : jobText.apply}
      </Button>
      <Button aria-disabled={busy} onClick={() => job.discard()}>
        {jobText.discard}
      </Button>
      <Text>{jobText.toApply(levels, notes)}</Text>
    </div>
  );
}

interface NoticeProps {
  readonly notice: NonNullable<JobState["notice"]>;
  /** The job with edits that are not applied. */
  readonly open: OpenJob | null;
  readonly job: JobSession;
  readonly onFactor: (place: number) => void;
}

function Notice({ notice, open, job, onFactor }: NoticeProps) {
  const { intent, text } = describeNotice(notice);
  const factors = notice.kind === "unsettled" && open !== null ? notice.places.flatMap((place) => open.factors[place] ?? []) : [];
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === "error" ? "alert" : "status"}>
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" aria-label={jobText.dismiss} icon={<DismissRegular />} onClick={() => job.dismiss()} />
        }
      >
        {notice.kind === "applied" && <Button onClick={() => void job.restore()}>{jobText.restore}</Button>}
        {factors.map(({ place, factor }) => (
          <Button key={place} onClick={() => onFactor(place)}>
            {jobText.goTo(factor)}
          </Button>
        ))}
      </MessageBarActions>
    </MessageBar>
  );
}
