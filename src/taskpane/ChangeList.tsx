import { Fragment } from "react";
import { Button, Link, makeStyles, Subtitle2, Text, tokens } from "@fluentui/react-components";
import type { RegisterState } from "../session/summary";
import type { LeftOut } from "../workbook/adoption/row";
import { changeText, doubtfulNote, leftOutNote, leftOutWords } from "./text/adopt";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", gap: "6px" },
  heading: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, paddingLeft: "18px", overflowWrap: "anywhere" },
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
  const { changes, ids, hasIds, jobs, leftOut, doubtful } = state;
  const lacking = hasIds ? ids.missing.length > 0 : jobs > 0;
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
          {ids.shared.length > 0 && (
            <>
              <Text>{changeText.shared}</Text>
              <ul className={styles.list}>
                {ids.shared.slice(0, MOST).map(({ id, rows }) => (
                  <li key={id}>
                    <strong>{id}</strong>: <RowLinks rows={rows} onRow={onRow} />
                  </li>
                ))}
                {ids.shared.length > MOST && <li>{changeText.moreShared(ids.shared.length - MOST)}</li>}
              </ul>
              <Text className={styles.quiet}>{changeText.sharedNote}</Text>
            </>
          )}
          {ids.missing.length > 0 && (
            <Text>
              {changeText.missing(ids.missing.length)}: <RowLinks rows={ids.missing} onRow={onRow} />
            </Text>
          )}
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
      {doubtful.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {changeText.doubtful}
          </Subtitle2>
          <Text>
            {changeText.doubtfulNote} <RowLinks rows={doubtful} onRow={onRow} />
          </Text>
          <Text className={styles.quiet}>{doubtfulNote}</Text>
        </section>
      )}
      {leftOut.length > 0 && (
        <section className={styles.section}>
          <Subtitle2 as="h2" className={styles.heading}>
            {changeText.leftOut}
          </Subtitle2>
          <ul className={styles.list}>
            {groupsOf(leftOut).map(([why, rows]) => (
              <li key={why}>
                {leftOutWords[why]}: <RowLinks rows={rows.map(({ row }) => row)} onRow={onRow} />
              </li>
            ))}
          </ul>
          <Text className={styles.quiet}>{leftOutNote}</Text>
        </section>
      )}
    </>
  );
}

/** The rows that are no jobs, by why they are none. */
function groupsOf(leftOut: readonly LeftOut[]): readonly (readonly [LeftOut["why"], readonly LeftOut[]])[] {
  const kinds = [...new Set(leftOut.map(({ why }) => why))];
  return kinds.map((kind) => [kind, leftOut.filter(({ why }) => why === kind)]);
}

/** Rows as one would say them, "rows 5, 6 and 9", each a way there. */
function RowLinks({ rows, onRow }: { readonly rows: readonly number[]; readonly onRow: (row: number) => void }) {
  const shown = rows.slice(0, MOST);
  const more = rows.length - shown.length;
  return (
    <>
      {changeText.rows(rows.length)}{" "}
      {shown.map((row, place) => (
        <Fragment key={row}>
          {place > 0 && (place === rows.length - 1 ? changeText.and : ", ")}
          <Link as="button" inline aria-label={changeText.goToRow(row)} onClick={() => onRow(row)}>
            {row + 1}
          </Link>
        </Fragment>
      ))}
      {more > 0 && changeText.more(more)}
    </>
  );
}
