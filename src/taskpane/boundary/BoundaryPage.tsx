import { memo, useDeferredValue, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { Button, Link, MessageBar, MessageBarActions, MessageBarBody, Text, Title3 } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import type { Edit } from "../../domain/boundary/scenario";
import type { Problem } from "../../domain/problem";
import type { BoundarySession, BoundaryState, ReadyBoundaries } from "../../session/boundary-state";
import type { Session } from "../../session/session";
import { Message } from "../Message";
import { boundaryText, describeNotice, movementText } from "../text/boundary";
import { BandSection } from "./BandSection";
import { BoundaryEditor } from "./BoundaryEditor";
import { CompareSection } from "./CompareSection";
import { DistributionChart } from "./DistributionChart";
import { Disclosure } from "./Disclosure";
import { EqualitySection } from "./EqualitySection";
import { GroupSection } from "./GroupSection";
import { MoveFigures } from "./MoveFigures";
import { useKeptFocus } from "./kept-focus";
import { MovementTable } from "./MovementTable";
import { MoverList } from "./MoverList";
import { PaySection } from "./PaySection";
import { ScenarioBar } from "./ScenarioBar";
import { SearchSection } from "./SearchSection";
import { ShareSection } from "./ShareSection";
import { StaffSection } from "./StaffSection";
import { StepList } from "./StepList";
import { useBoundaryStyles } from "./style";
import { SweepSection } from "./SweepSection";
import { WriteSection } from "./WriteSection";

interface BoundaryPageProps {
  readonly boundaries: BoundarySession;
  readonly session: Session;
  /** The register to show; null where the workbook has none. */
  readonly sheetId: string | null;
}

/** What-if: a register's scores with the boundaries between the bands, to be moved. */
export function BoundaryPage({ boundaries, session, sheetId }: BoundaryPageProps) {
  const shared = useBoundaryStyles();
  const state = useSyncExternalStore(boundaries.subscribe, boundaries.getState);
  useEffect(() => (sheetId === null ? undefined : boundaries.open(sheetId)), [boundaries, sheetId]);
  const view = useRef<HTMLDivElement>(null);
  useKeptFocus(view);
  if (sheetId === null) return <Message title={boundaryText.noRegisterTitle} paragraphs={[boundaryText.noRegister]} />;
  return (
    <div ref={view} className={shared.view}>
      {state.notice !== null && <Notice state={state} boundaries={boundaries} />}
      <View state={state} boundaries={boundaries} session={session} />
    </div>
  );
}

interface ViewProps {
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
  readonly session: Session;
}

function View({ state, boundaries, session }: ViewProps) {
  const { view } = state;
  switch (view.kind) {
    case "reading":
      return <Text>{boundaryText.reading}</Text>;
    case "no-register":
      return <Message title={boundaryText.noRegisterTitle} paragraphs={[boundaryText.noRegister]} />;
    case "unread":
      return (
        <Message
          title={boundaryText.unreadTitle}
          paragraphs={[]}
          action={boundaryText.tryAgain}
          onAction={() => void boundaries.refresh()}
        />
      );
    case "headings-missing":
      return <Message title={boundaryText.headingsTitle} paragraphs={[boundaryText.headings(view.sheetName, view.missing)]} />;
    case "no-scheme":
      return <Message title={boundaryText.headingsTitle} paragraphs={[boundaryText.noScheme(view.problem)]} />;
    case "no-bands":
      return (
        <Message
          title={boundaryText.noBandsTitle}
          paragraphs={[...(view.problem === null ? [] : [boundaryText.problem(view.problem)]), boundaryText.noBands]}
          action={boundaryText.noBandsAction}
          onAction={() => void session.keepGrades(view.sheetId).then(() => boundaries.refresh())}
        />
      );
    case "ready":
      return <Ready ready={view} state={state} boundaries={boundaries} />;
  }
}

interface ReadyProps {
  readonly ready: ReadyBoundaries;
  readonly state: BoundaryState;
  readonly boundaries: BoundarySession;
}

function Ready({ ready, state, boundaries }: ReadyProps) {
  const shared = useBoundaryStyles();
  const { counted, picture, unfit, baseline } = ready;
  const { sheetName, scheme, weights } = counted.jobs;
  const [wanted, setWanted] = useState(1);
  const [close, setClose] = useState(false);
  const chosen = Math.min(wanted, picture.after.bands.bands.length - 1);
  // One object, so that ready, state and chosen are of one moment.
  const now = useMemo(() => ({ ready, state, chosen }), [ready, state, chosen]);
  const later = useDeferredValue(now);
  const move = (band: string | number, from: number): void => boundaries.move(band, from);
  /** A new band's boundary is the one to look at next. */
  const step = (edit: Edit): Problem | null => {
    const problem = boundaries.edit(edit);
    const { view } = boundaries.getState();
    if (problem === null && view.kind === "ready" && (edit.kind === "split" || edit.kind === "add"))
      setWanted(
        Math.max(
          1,
          view.picture.after.bands.bands.findIndex(({ label }) => label === edit.label),
        ),
      );
    return problem;
  };
  return (
    <>
      <header className={shared.section}>
        <Title3 as="h1" className={shared.heading}>
          {boundaryText.title}
        </Title3>
        <Text className={shared.quiet}>
          {boundaryText.onSheet(sheetName)} · {scheme.title}
        </Text>
        <Text>
          <strong>{boundaryText.notOutcome}</strong> {baseline.bands.id === "" ? boundaryText.own : boundaryText.nhs}
        </Text>
      </header>
      <ScenarioBar state={state} session={boundaries} />
      {unfit !== null && (
        <MessageBar intent="warning" layout="multiline" role="status">
          <MessageBarBody>{boundaryText.unfit(unfit)}</MessageBarBody>
        </MessageBar>
      )}
      <section className={shared.section}>
        <DistributionChart counts={counted.counts} picture={picture} chosen={chosen} close={close} onChoose={setWanted} onMove={move} />
        <Text size={200} className={shared.quiet}>
          {boundaryText.chartNote}
        </Text>
        <BoundaryEditor picture={picture} chosen={chosen} onChoose={setWanted} onMove={move} />
        {state.refusal !== null && (
          <Text role="alert">
            {boundaryText.refused} {boundaryText.problem(state.refusal)}
          </Text>
        )}
        <div className={shared.row}>
          <Button size="small" aria-pressed={close} onClick={() => setClose(!close)}>
            {close ? boundaryText.zoomOut : boundaryText.zoomIn}
          </Button>
        </div>
        <StepList edits={state.shown.edits} onUndo={() => boundaries.undo()} onReset={() => boundaries.reset()} />
      </section>
      <section className={shared.section} aria-live="off">
        <MoveFigures counted={counted} picture={picture} />
        {weights.headcount === null && (
          <Text size={200} className={shared.quiet}>
            {boundaryText.assumedOne}
          </Text>
        )}
      </section>
      <BandSection key={state.shown.id} picture={picture} blank={counted.jobs.unscored.blank} onStep={step} />
      <MoverList counted={counted} picture={picture} onSelect={(row) => void boundaries.select(row)} />
      <Consequences ready={later.ready} state={later.state} boundaries={boundaries} chosen={later.chosen} />
    </>
  );
}

interface ConsequencesProps extends ReadyProps {
  readonly chosen: number;
}

/** All that follows from the counts. While a boundary is dragged it comes a moment after them. */
const Consequences = memo(function Consequences({ ready, state, boundaries, chosen }: ConsequencesProps) {
  return (
    <>
      <Disclosure summary={movementText.title}>{() => <MovementTable ready={ready} />}</Disclosure>
      <PaySection ready={ready} state={state} boundaries={boundaries} />
      <StaffSection state={state} boundaries={boundaries} />
      <EqualitySection ready={ready} state={state} />
      <GroupSection ready={ready} state={state} boundaries={boundaries} />
      <SweepSection ready={ready} chosen={chosen} />
      <SearchSection ready={ready} state={state} boundaries={boundaries} />
      <CompareSection ready={ready} state={state} />
      <WriteSection ready={ready} state={state} />
      <ShareSection ready={ready} state={state} />
    </>
  );
});

function Notice({ state, boundaries }: { readonly state: BoundaryState; readonly boundaries: BoundarySession }) {
  const { notice } = state;
  if (notice === null) return null;
  const { intent, text } = describeNotice(notice);
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === "error" ? "alert" : "status"}>
      <MessageBarBody>
        {text}{" "}
        {notice.kind === "deleted" && (
          <Link as="button" inline onClick={() => boundaries.bringBack(notice.id)}>
            {boundaryText.bringBack(notice.name)}
          </Link>
        )}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={boundaryText.dismiss}
            icon={<DismissRegular />}
            onClick={() => boundaries.dismiss()}
          />
        }
      />
    </MessageBar>
  );
}
