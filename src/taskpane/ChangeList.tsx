import { Fragment } from "react";
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { RegisterState } from "../session/summary";
import { adoptText, changeText } from "./text/adopt";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: "18px" },
});

interface ChangeListProps {
  readonly state: RegisterState;
  readonly busy: boolean;
  readonly onRow: (row: number) => void;
  readonly onGiveIds: () => void;
}

/** So many rows of a fault are offered to go to. */
const MOST = 20;

/** What the person should know of the sheet: columns that changed, ids that are shared or missing, rows that are no jobs. */
export function ChangeList({ state, busy, onRow, onGiveIds }: ChangeListProps) {
  const styles = useStyles();
  const { changes, ids, hasIds, jobs, leftOut } = state;
  const lacking = hasIds ? ids.missing.length > 0 : jobs > 0;
  const rowLink = (row: number) => (
    <Link key={row} as="button" inline onClick={() => onRow(row)}>
      {changeText.goToRow(row)}
    </Link>
  );
  return (
    <>
      {changes.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {changeText.title}
          </Subtitle2>
          <ul className={styles.list}>
            {changes.map((change, index) => (
              <li key={index}>
                {change.kind === "renamed" ? changeText.renamed(change.from, change.to) : changeText[change.kind](change.heading)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {(ids.shared.length > 0 || lacking) && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {changeText.idsTitle}
          </Subtitle2>
          <ul className={styles.list}>
            {ids.shared.slice(0, MOST).map(({ id, rows }) => (
              <li key={id}>
                {changeText.shared(id)}{" "}
                {rows.slice(0, MOST).map((row, place) => (
                  <Fragment key={row}>
                    {place > 0 && ", "}
                    {rowLink(row)}
                  </Fragment>
                ))}
                {rows.length > MOST && changeText.more(rows.length - MOST)}
              </li>
            ))}
            {ids.missing.length > 0 && (
              <li>
                {changeText.missing(ids.missing.length)} {rowLink(ids.missing[0] ?? 0)}
              </li>
            )}
            {ids.shared.length > MOST && <li>{changeText.moreShared(ids.shared.length - MOST)}</li>}
          </ul>
          {ids.shared.length > 0 && <Text className={styles.quiet}>{changeText.sharedNote}</Text>}
          {lacking && (
            <>
              <Text className={styles.quiet}>{hasIds ? changeText.giveNote : changeText.noColumn}</Text>
              <div>
                <Button disabledFocusable={busy} onClick={onGiveIds}>
                  {hasIds ? changeText.give : changeText.addColumn}
                </Button>
              </div>
            </>
          )}
        </section>
      )}
      {leftOut.length > 0 && <Text>{adoptText.leftOut(leftOut)}</Text>}
    </>
  );
}
