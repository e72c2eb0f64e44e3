import { useState } from "react";
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { describeLevelFault } from "../domain/problem";
import { factorTitle } from "../domain/scheme/scheme";
import type { CellFinding, JobFinding } from "../session/summary";
import { cellAddress } from "../workbook/address";
import { registerText } from "./text/register";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  heading: { margin: 0 },
  list: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  cells: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "2px" },
  cell: { display: "grid", gridTemplateColumns: "minmax(40px, auto) 1fr", columnGap: "8px", alignItems: "baseline" },
  address: { justifySelf: "start" },
  job: { display: "block", overflowWrap: "anywhere" },
  why: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** A register of thousands may have as many findings; they are shown so many at a time. */
const PAGE = 20;

interface FindingListProps {
  readonly title: string;
  readonly findings: readonly JobFinding[];
  readonly onSelect: (row: number, column: number) => void;
}

/** Jobs that need attention, each with its cells; a click goes to the cell. */
export function FindingList({ title, findings, onSelect }: FindingListProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const hidden = Math.max(0, findings.length - shown);
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title} ({registerText.count(findings.length)})
      </Subtitle2>
      <ul className={styles.list}>
        {findings.slice(0, shown).map(({ row, id, title: job, cells }) => (
          <li key={row}>
            <Text className={styles.job} weight="semibold">
              {[id, job].filter((text) => text !== "").join(" ") || registerText.untitled}
            </Text>
            <ul className={styles.cells}>
              {cells.map((cell) => (
                <li key={cell.column} className={styles.cell}>
                  <Link
                    as="button"
                    inline
                    className={styles.address}
                    aria-label={registerText.goTo(cellAddress(row, cell.column))}
                    onClick={() => onSelect(row, cell.column)}
                  >
                    {cellAddress(row, cell.column)}
                  </Link>
                  <Text className={styles.why}>{sentence(cell)}</Text>
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
    </section>
  );
}

const sentence = ({ factor, fault }: CellFinding): string =>
  fault === null ? registerText.noLevel(factorTitle(factor)) : `${factorTitle(factor)}: ${describeLevelFault(fault)}`;
