import { useState } from "react";
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { describeLevelFault } from "../domain/problem";
import { factorTitle } from "../domain/scheme/scheme";
import type { CellFinding, Findings, JobFinding } from "../session/summary";
import { cellAddress } from "../workbook/address";
import { type BandNoun, registerText } from "./text/register";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "8px", alignItems: "flex-start" },
  heading: { margin: 0 },
  list: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyleType: "none", width: "100%" },
  cells: { margin: 0, padding: 0, listStyleType: "none", display: "flex", flexDirection: "column", gap: "2px" },
  cell: { display: "grid", gridTemplateColumns: "minmax(40px, auto) 1fr", columnGap: "8px", alignItems: "baseline" },
  address: { justifySelf: "start" },
  job: { display: "block", overflowWrap: "anywhere" },
  why: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** A register of thousands may have as many findings; they are shown so many at a time. */
const PAGE = 20;

interface FindingListProps {
  readonly title: string;
  readonly note?: string;
  readonly findings: Findings;
  readonly noun: BandNoun;
  /** The column gone to where the finding is about the whole job. */
  readonly column: number;
  readonly onSelect: (row: number, column: number) => void;
  readonly onHide: () => void;
}

/** Jobs that a count counts, each with the cells it is about; a click goes to the cell. */
export function FindingList({ title, note, findings, noun, column, onSelect, onHide }: FindingListProps) {
  const styles = useStyles();
  const [shown, setShown] = useState(PAGE);
  const hidden = Math.max(0, findings.length - shown);
  return (
    <section className={styles.section}>
      <Subtitle2 as="h2" className={styles.heading}>
        {title} ({registerText.count(findings.length)})
      </Subtitle2>
      {note !== undefined && <Text className={styles.why}>{note}</Text>}
      <ul className={styles.list}>
        {findings.first(shown).map((finding) => (
          <li key={finding.row}>
            <Text className={styles.job} weight="semibold">
              {[finding.id, finding.title].filter((text) => text !== "").join(" ") || registerText.untitled}
            </Text>
            <ul className={styles.cells}>
              {linesOf(finding, column, noun).map((line) => (
                <li key={line.column} className={styles.cell}>
                  <Link
                    as="button"
                    inline
                    className={styles.address}
                    aria-label={registerText.goTo(cellAddress(finding.row, line.column))}
                    onClick={() => onSelect(finding.row, line.column)}
                  >
                    {cellAddress(finding.row, line.column)}
                  </Link>
                  <Text className={styles.why}>{line.text}</Text>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {hidden > 0 && (
          <Button size="small" onClick={() => setShown(shown + PAGE)}>
            {registerText.more(Math.min(PAGE, hidden))}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={onHide}>
          {registerText.hide}
        </Button>
      </div>
    </section>
  );
}

interface Line {
  readonly column: number;
  readonly text: string;
}

function linesOf({ cells, score, outcome, near }: JobFinding, column: number, noun: BandNoun): readonly Line[] {
  if (score !== null) {
    const parts = [
      registerText.scored(score),
      ...near.map((one) => registerText.margin(noun, one)),
      ...(outcome === null ? [] : [outcome.toLowerCase()]),
    ];
    return [{ column, text: parts.join("; ") }];
  }
  if (cells.length > 0 && cells.every(({ fault }) => fault === null) && cells.length > MOST_CELLS) {
    return [{ column: cells[0]?.column ?? column, text: registerText.missing(cells.length) }];
  }
  return cells.map((cell) => ({ column: cell.column, text: sentence(cell) }));
}

/** More missing levels than this are counted, not listed. */
const MOST_CELLS = 6;

const sentence = ({ factor, fault }: CellFinding): string =>
  fault === null ? registerText.noLevel(factorTitle(factor)) : `${factorTitle(factor)}: ${describeLevelFault(fault)}`;
