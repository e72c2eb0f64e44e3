import { type ReactNode, useState } from "react";
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { ResultFindings, ResultState } from "../session/result-state";
import { cellAddress } from "../workbook/address";
import { type BandNoun, registerText } from "./text/register";
import { resultCheckText } from "./text/result";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { display: "flex", flexDirection: "column", gap: "6px", margin: 0, padding: 0, listStyleType: "none", overflowWrap: "anywhere" },
  job: { display: "block" },
  cells: { display: "flex", flexWrap: "wrap", columnGap: "12px", rowGap: "2px", margin: 0, padding: 0, listStyleType: "none" },
});

interface ResultCheckProps {
  readonly results: ResultState;
  readonly noun: BandNoun;
  readonly busy: boolean;
  readonly onSelect: (row: number, column: number) => void;
  readonly onFill: () => void;
}

/** What is wrong with the results on the sheet: jobs without a formula, and values that the levels do not make. */
export function ResultCheck({ results: { missing, fillable, unreached, differing }, noun, busy, onSelect, onFill }: ResultCheckProps) {
  const styles = useStyles();
  return (
    <>
      {missing.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {resultCheckText.missingTitle}
          </Subtitle2>
          <Text>{resultCheckText.missing(missing.length)}</Text>
          <JobCells findings={missing} say={({ heading }) => heading} onSelect={onSelect} />
          {unreached.length > 0 && <Text className={styles.quiet}>{resultCheckText.unreached(unreached)}</Text>}
          {fillable && (
            <>
              <Text className={styles.quiet}>{resultCheckText.fillNote}</Text>
              <Button disabledFocusable={busy} onClick={onFill}>
                {resultCheckText.fill}
              </Button>
            </>
          )}
        </section>
      )}
      {differing.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {resultCheckText.differingTitle}
          </Subtitle2>
          <Text>{resultCheckText.differing(differing.length)}</Text>
          <JobCells findings={differing} say={(cell) => `${cell.heading}: ${resultCheckText.differs(noun, cell)}`} onSelect={onSelect} />
        </section>
      )}
    </>
  );
}

/** A register of thousands may have as many; they are shown so many at a time. */
const PAGE = 10;

interface JobCellsProps<C> {
  readonly findings: ResultFindings<C>;
  readonly say: (cell: C) => ReactNode;
  readonly onSelect: (row: number, column: number) => void;
}

function JobCells<C extends { readonly column: number }>({ findings, say, onSelect }: JobCellsProps<C>) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const hidden = findings.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {findings.first(shown).map(({ row, id, title, cells }) => (
          <li key={row}>
            <Text className={styles.job} weight="semibold">
              {[id, title].filter((text) => text !== "").join(" ") || registerText.untitled}
            </Text>
            <ul className={styles.cells}>
              {cells.map((cell) => (
                <li key={cell.column}>
                  <Link
                    as="button"
                    inline
                    aria-label={registerText.goTo(cellAddress(row, cell.column))}
                    onClick={() => onSelect(row, cell.column)}
                  >
                    {cellAddress(row, cell.column)}
                  </Link>{" "}
                  <Text className={styles.quiet}>{say(cell)}</Text>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button size="small" onClick={() => setShown(shown + PAGE)}>
          {registerText.more(Math.min(PAGE, hidden))}
        </Button>
      )}
    </>
  );
}
