import { type SyntheticEvent, useState } from "react";
import { Button, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { Correction } from "../../domain/profile/import/accept";
import type { Doubt, Field } from "../../domain/profile/import/doubt";
import type { ImportSession, Review } from "../../session/profile-import";
import { importText } from "../text/profile-import";
import { useProfileStyles } from "./style";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
  doubt: { display: "flex", flexDirection: "column", gap: "4px", borderLeft: "3px solid transparent", paddingLeft: "8px" },
  waiting: { borderLeftColor: tokens.colorPaletteDarkOrangeBorderActive },
  settled: { borderLeftColor: tokens.colorNeutralStroke1 },
  input: { maxWidth: "160px" },
});

interface DoubtListProps {
  readonly doubts: readonly Doubt[];
  readonly review: Review;
  readonly session: ImportSession;
}

/** Doubts, each with what can be done about it. */
export function DoubtList({ doubts, review, session }: DoubtListProps) {
  const styles = useStyles();
  if (doubts.length === 0) return null;
  return (
    <ul className={styles.list}>
      {doubts.map((doubt) => (
        <DoubtItem key={doubt.id} doubt={doubt} review={review} session={session} />
      ))}
    </ul>
  );
}

/** One press for all that can be accepted; each stands above, and can be taken back by itself. */
export function AcceptAll({
  waiting,
  label,
  session,
}: {
  readonly waiting: readonly Doubt[];
  readonly label: (count: number) => string;
  readonly session: ImportSession;
}) {
  const shared = useProfileStyles();
  const open = waiting.filter(({ proposal }) => proposal !== null);
  if (open.length < 2) return null;
  return (
    <div className={shared.row}>
      <Button
        onClick={() =>
          session.accept(
            open.map(({ id }) => id),
            true,
          )
        }
      >
        {label(open.length)}
      </Button>
    </div>
  );
}

function DoubtItem({ doubt, review, session }: { readonly doubt: Doubt; readonly review: Review; readonly session: ImportSession }) {
  const styles = useStyles();
  const shared = useProfileStyles();
  const { decisions, acceptance } = review;
  const waits = acceptance.kind === "doubts" && acceptance.doubts.some(({ id }) => id === doubt.id);
  const accepted = decisions.accepted.has(doubt.id);
  const place = placeOf(doubt, review);
  return (
    <li className={`${styles.doubt} ${waits ? styles.waiting : styles.settled}`}>
      <Text>
        {doubt.remark && <strong>{importText.remark}: </strong>}
        {importText.sentence(doubt)}
      </Text>
      {!doubt.remark && (
        <div className={shared.row}>
          {waits && doubt.proposal !== null && (
            <Button size="small" aria-label={importText.acceptName(doubt)} onClick={() => session.accept([doubt.id], true)}>
              {importText.accept}
            </Button>
          )}
          {!waits && <Text className={shared.quiet}>{accepted ? importText.accepted : importText.settled}</Text>}
          {!waits && accepted && (
            <Button size="small" appearance="subtle" onClick={() => session.accept([doubt.id], false)}>
              {importText.takeBack}
            </Button>
          )}
        </div>
      )}
      {!doubt.remark && place !== null && (
        <CorrectionField
          label={`${doubt.factor === null ? doubt.title : importText.factor(doubt.factor)}, ${importText.fieldName[place.field]}`}
          {...place}
          open={doubt.proposal === null}
          review={review}
          session={session}
        />
      )}
    </li>
  );
}

interface Place {
  readonly field: Exclude<Field, "score">;
  readonly profile: number | null;
  readonly factor: number;
}

/** What a correction of a doubt replaces; a sum is corrected by the levels that it adds up. */
function placeOf({ field, profile, factor }: Doubt, { draft }: Review): Place | null {
  if (field === null || field === "score") return null;
  if (profile === null && field !== "suite" && field !== "edition") return null;
  return { field, profile, factor: draft.scheme.factors.findIndex(({ number }) => number === factor?.number) };
}

interface CorrectionFieldProps extends Place {
  readonly label: string;
  /** Shown at once, since nothing can be accepted. */
  readonly open?: boolean;
  readonly review: Review;
  readonly session: ImportSession;
}

export function CorrectionField({ label, field, profile, factor, open = false, review, session }: CorrectionFieldProps) {
  const styles = useStyles();
  const shared = useProfileStyles();
  const known = review.decisions.corrections.find(
    (one) => one.field === field && one.profile === profile && (one.field !== "levels" || one.factor === factor),
  );
  const [shown, setShown] = useState(open);
  const [text, setText] = useState(known?.text ?? "");
  if (!shown && known === undefined)
    return (
      <div className={shared.row}>
        <Button size="small" appearance="subtle" aria-label={importText.correctName(label)} onClick={() => setShown(true)}>
          {importText.correct}
        </Button>
      </div>
    );
  const use = (event: SyntheticEvent): void => {
    event.preventDefault();
    const correction = correctionOf({ field, profile, factor }, text);
    if (correction !== null) session.correct(correction);
  };
  return (
    <form className={shared.row} onSubmit={use}>
      <Input
        size="small"
        className={styles.input}
        aria-label={importText.correctName(label)}
        value={text}
        onChange={(_, { value }) => setText(value)}
      />
      <Button size="small" type="submit">
        {importText.use}
      </Button>
      {known !== undefined && (
        <>
          <Text className={shared.quiet}>{importText.corrected(known.text)}</Text>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => {
              session.uncorrect(known);
              setText("");
              setShown(open);
            }}
          >
            {importText.takeBack}
          </Button>
        </>
      )}
    </form>
  );
}

function correctionOf({ field, profile, factor }: Place, text: string): Correction | null {
  if (field !== "levels") return { field, profile, text };
  return profile === null ? null : { field, profile, factor, text };
}
