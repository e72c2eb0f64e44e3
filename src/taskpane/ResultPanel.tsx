import { useState } from "react";
import { Button, Checkbox, makeStyles, ProgressBar, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { Scheme } from "../domain/scheme/scheme";
import type { Session } from "../session/session";
import type { SessionState } from "../session/session-state";
import type { BandCounts } from "../session/summary";
import { areaAddress } from "../workbook/address";
import type { ResultColumn } from "../workbook/result-plan";
import { resultText } from "./text/adopt";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  wide: { width: "100%", display: "flex", flexDirection: "column", gap: "6px", alignItems: "flex-start" },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface ResultPanelProps {
  readonly sheetId: string;
  readonly scheme: Scheme;
  /** The grades in use; null while there are none. */
  readonly bands: BandCounts | null;
  readonly state: SessionState;
  readonly session: Session;
}

/** Score, band and match as columns of the sheet, and the way back. */
export function ResultPanel({ sheetId, scheme, bands, state, session }: ResultPanelProps) {
  const styles = useStyles();
  const offered: readonly ResultColumn[] = scheme.matchRule === null ? ["score", "band"] : ["score", "band", "match"];
  const [wanted, setWanted] = useState<readonly ResultColumn[]>(offered);
  const columns = offered.filter((name) => wanted.includes(name));
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {resultText.title}
      </Subtitle2>
      <Text className={styles.quiet}>{resultText.note}</Text>
      {scheme.name !== "NHS" && (
        <>
          <Text className={styles.quiet}>
            {bands === null ? resultText.gradesNote : resultText.gradesInUse(bands.rows.map(({ band }) => String(band.label)))}
          </Text>
          <Button disabledFocusable={state.busy} onClick={() => void session.keepGrades(sheetId)}>
            {resultText.grades}
          </Button>
        </>
      )}
      <div role="group" aria-label={resultText.title}>
        {offered.map((name) => (
          <div key={name}>
            <Checkbox
              label={resultText[name]}
              checked={wanted.includes(name)}
              onChange={(_, { checked }) => setWanted(checked === true ? [...wanted, name] : wanted.filter((other) => other !== name))}
            />
          </div>
        ))}
      </div>
      <Button
        appearance="primary"
        disabledFocusable={state.busy || columns.length === 0}
        onClick={() => void session.addResults(sheetId, columns)}
      >
        {resultText.add}
      </Button>
      {state.lastWritten !== null && (
        <>
          <Text className={styles.quiet}>
            {resultText.restoreNote(state.lastWritten.what, areaAddress(state.lastWritten.area), state.lastWritten.sheetName)}
          </Text>
          {state.lastWrittenHere && <Text className={styles.quiet}>{resultText.restoreHere}</Text>}
          <Button disabledFocusable={state.busy} onClick={() => void session.restore()}>
            {resultText.restore}
          </Button>
        </>
      )}
      <Text className={styles.quiet}>{resultText.handOverNote}</Text>
      <Button disabledFocusable={state.busy} onClick={() => void session.handOver(sheetId)}>
        {resultText.handOver}
      </Button>
      {state.copying !== null && (
        <div className={styles.wide}>
          <Text role="status">{resultText.copying(state.copying)}</Text>
          <ProgressBar value={state.copying} aria-label={resultText.handOver} />
          <Button size="small" onClick={() => session.cancelCopy()}>
            {resultText.cancelCopy}
          </Button>
        </div>
      )}
      <Text className={styles.quiet}>{resultText.reenterNote}</Text>
      <Button disabledFocusable={state.busy} onClick={() => void session.reenter(sheetId)}>
        {resultText.reenter}
      </Button>
    </section>
  );
}
