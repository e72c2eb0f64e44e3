import { useEffect, useState } from "react";
import { Button, makeStyles } from "@fluentui/react-components";
import type { Session } from "../session/session";
import type { SheetLook } from "../workbook/adoption/look";
import type { Chosen } from "../workbook/adoption/recognition";
import type { Progress } from "../workbook/cell-parts";
import type { ChosenChart } from "../workbook/chosen-table";
import { ColumnForm } from "./ColumnForm";
import { useHeadingFocus } from "./heading-focus";
import { Message } from "./Message";
import { ChartPicker } from "./OwnChartFields";
import { ReadingProgress } from "./ReadingProgress";
import { adoptText } from "./text/adopt";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px" },
});

interface AdoptViewProps {
  readonly session: Session;
  readonly busy: boolean;
  /** A large sheet is being read. */
  readonly progress: Progress | null;
  readonly onDone: () => void;
}

/** Shows what the sheet in front was recognised as, and lets the person put each column right. */
export function AdoptView(props: AdoptViewProps) {
  const styles = useStyles();
  const [look, setLook] = useState<SheetLook | "reading" | null>("reading");
  const [pointing, setPointing] = useState<SheetLook | null>(null);
  const shown = pointing !== null ? "pointing" : look === "reading" ? look : (look?.answer.kind ?? "failed");
  const place = useHeadingFocus(shown, "gone-to");
  return (
    <div ref={place} className={styles.view}>
      <Content {...props} {...{ look, setLook, pointing, setPointing }} />
    </div>
  );
}

interface ContentProps extends AdoptViewProps {
  readonly look: SheetLook | "reading" | null;
  readonly setLook: (look: SheetLook | "reading" | null) => void;
  /** The sheet for whose columns a points chart is pointed at. */
  readonly pointing: SheetLook | null;
  readonly setPointing: (look: SheetLook | null) => void;
}

function Content({ session, busy, progress, onDone, look, setLook, pointing, setPointing }: ContentProps) {
  const [chart, setChart] = useState<ChosenChart | null>(null);
  const [asked, setAsked] = useState<Chosen | undefined>(undefined);
  const read = (chosen?: Chosen, sheetId?: string): void => {
    setLook("reading");
    setPointing(null);
    setAsked(chosen);
    void session.look(chosen, sheetId).then(setLook);
  };
  const takeChart = (chosen: ChosenChart, sheetId: string): void => {
    setChart(chosen);
    if (chosen.reading.ok) read({ ...asked, scheme: chosen.reading.value }, sheetId);
  };
  useEffect(() => {
    void session.look().then(setLook);
  }, [session, setLook]);
  const cancel = <Button onClick={onDone}>{adoptText.cancel}</Button>;
  // Before the columns are shown, and again once they are agreed.
  if (progress !== null && (busy || look === "reading")) {
    const stop = (): void => {
      session.cancelReading();
      onDone();
    };
    return <ReadingProgress progress={progress} onCancel={stop} />;
  }
  const ownScheme = (from: SheetLook) => (
    <>
      <ChartPicker session={session} chart={chart} tried={false} onChart={(chosen) => takeChart(chosen, from.sheetId)} />
      <div>{cancel}</div>
    </>
  );
  if (pointing !== null) {
    return (
      <>
        <Message title={adoptText.ownTitle} paragraphs={[adoptText.own(pointing.sheetName)]} />
        {ownScheme(pointing)}
      </>
    );
  }
  if (look === "reading") return <Message title={adoptText.reading} paragraphs={[]} />;
  if (look === null || look.answer.kind === "no-headings" || look.answer.kind === "job-on-top") {
    const jobRow = look?.answer.kind === "job-on-top" ? look.rowIndex + look.answer.row : null;
    const paragraphs = look === null ? [] : [adoptText.noHeadings(look.sheetName, jobRow)];
    return (
      <>
        <Message title={adoptText.noneTitle} paragraphs={paragraphs} action={adoptText.again} onAction={() => read()} />
        <div>{cancel}</div>
      </>
    );
  }
  if (look.answer.kind === "two-schemes") {
    const { schemes, row } = look.answer;
    return (
      <>
        <Message
          title={adoptText.twoTitle}
          paragraphs={[adoptText.two(look.sheetName, schemes, row === null ? null : look.rowIndex + row), adoptText.twoWayOut]}
          action={adoptText.again}
          onAction={() => read()}
        />
        <div>{cancel}</div>
      </>
    );
  }
  const { recognition } = look.answer;
  const given = recognition.scheme.name === "own" && chart?.reading.ok === true ? chart : null;
  return (
    <ColumnForm
      key={`${recognition.scheme.id} ${recognition.scheme.place} ${recognition.headingRow} ${recognition.headingRows}`}
      {...{ session, look, recognition, busy, onDone }}
      chart={given}
      onScheme={(scheme) => read({ ...asked, scheme }, look.sheetId)}
      onOwn={() => setPointing(look)}
      onHeadings={(headings) => read({ ...asked, headings }, look.sheetId)}
      onAgain={() => read(asked, look.sheetId)}
    />
  );
}
