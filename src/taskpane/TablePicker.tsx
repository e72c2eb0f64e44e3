import { useState } from "react";
import { Button, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { ChosenChart, ChosenGrades } from "../workbook/chosen-table";
import { tableText } from "./text/table";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "6px", alignItems: "flex-start" },
  heading: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  fault: { color: tokens.colorPaletteRedForeground1 },
});

interface TablePickerProps<T extends ChosenChart | ChosenGrades> {
  readonly title: string;
  readonly hint: string;
  readonly button: string;
  readonly chosen: T | null;
  /** What was read, in a sentence or two. */
  readonly read: readonly string[];
  /** Said once the person has tried to go on without it. */
  readonly missing: string | null;
  readonly choose: () => Promise<T | null>;
  readonly onChosen: (table: T) => void;
  /** Goes on without it again; not offered where it is needed. */
  readonly onNone?: () => void;
}

/** A table on a sheet that the person points at: they select its cells there and press the button. */
export function TablePicker<T extends ChosenChart | ChosenGrades>(props: TablePickerProps<T>) {
  const { title, hint, button, chosen, read, missing, choose, onChosen, onNone } = props;
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const press = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const table = await choose();
    setBusy(false);
    if (table !== null) onChosen(table);
  };
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title}
      </Subtitle2>
      <Text className={styles.quiet}>{hint}</Text>
      <div className={styles.actions}>
        <Button disabledFocusable={busy} onClick={() => void press()}>
          {chosen === null ? button : tableText.chooseAgain(button)}
        </Button>
        {chosen !== null && onNone !== undefined && <Button onClick={onNone}>{tableText.withoutGrades}</Button>}
      </div>
      <div role="status" className={styles.section}>
        {chosen?.reading.ok === true && (
          <>
            <Text weight="semibold">{tableText.where(chosen)}</Text>
            {read.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </>
        )}
        {chosen?.reading.ok === false && <Text className={styles.fault}>{tableText.fault(chosen)}</Text>}
        {chosen === null && missing !== null && <Text className={styles.fault}>{missing}</Text>}
      </div>
    </section>
  );
}
