import { Button, makeStyles, ProgressBar, Text } from "@fluentui/react-components";
import type { Progress } from "../workbook/cell-parts";
import { registerText } from "./text/register";

const useStyles = makeStyles({ box: { display: "flex", flexDirection: "column", gap: "6px", alignItems: "flex-start" } });

interface ReadingProgressProps {
  readonly progress: Progress;
  readonly onCancel: () => void;
}

/** How far the reading of a large register is, and a way to stop it. */
export function ReadingProgress({ progress: { sheetName, done, of }, onCancel }: ReadingProgressProps) {
  const styles = useStyles();
  return (
    <div className={styles.box}>
      <Text weight="semibold" role="status">
        {registerText.reading(sheetName)}
      </Text>
      <ProgressBar value={done} max={of} aria-label={registerText.reading(sheetName)} />
      <Text>{registerText.readSoFar(done, of)}</Text>
      <Button size="small" onClick={onCancel}>
        {registerText.cancel}
      </Button>
    </div>
  );
}
