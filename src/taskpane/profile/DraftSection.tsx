import { useState } from "react";
import { Checkbox, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { DraftProfile } from "../../domain/profile/import/draft";
import { factorAt } from "../../domain/scheme/scheme";
import type { ImportSession, Review } from "../../session/profile-import";
import { importText } from "../text/profile-import";
import { AcceptAll, CorrectionField, DoubtList } from "./DoubtList";
import { useProfileStyles } from "./style";

const useStyles = makeStyles({
  profile: { border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium, padding: "8px 12px" },
  body: { display: "flex", flexDirection: "column", gap: "10px", paddingTop: "8px" },
  title: { cursor: "pointer" },
  name: { fontWeight: tokens.fontWeightSemibold },
  state: { fontWeight: "normal", color: tokens.colorNeutralForeground2 },
  factors: { display: "flex", flexDirection: "column", gap: "10px", margin: 0, padding: 0, listStyleType: "none" },
  factor: { borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: "8px", display: "flex", flexDirection: "column", gap: "4px" },
});

interface DraftSectionProps {
  readonly profile: DraftProfile;
  readonly at: number;
  readonly review: Review;
  readonly session: ImportSession;
}

/** Where the focus goes to a profile. */
export const draftId = (at: number): string => `draft-${at}`;

/** One profile as it was read: what is in doubt beside the row that it is about, every row where that is wanted. */
export function DraftSection({ profile, at, review, session }: DraftSectionProps) {
  const styles = useStyles();
  const { draft, decisions, acceptance } = review;
  const leftOut = decisions.leftOut.has(at);
  const added = review.added.has(at);
  const waiting = acceptance.kind === "doubts" ? acceptance.doubts.filter((doubt) => doubt.profile === at) : [];
  const doubts = draft.doubts.filter((doubt) => doubt.profile === at);
  const remarks = doubts.filter(({ remark }) => remark).length;
  const [open, setOpen] = useState(waiting.length > 0);
  if (added)
    return (
      <Text className={styles.profile}>
        <span className={styles.name}>
          {importText.profileName(profile)}
          {importText.band(profile)}
        </span>{" "}
        <span className={styles.state}>· {importText.inLibrary}</span>
      </Text>
    );
  return (
    <details className={styles.profile} open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary tabIndex={0} id={draftId(at)} className={mergeClasses(styles.title, styles.name)}>
        {importText.profileName(profile)}
        {importText.band(profile)}{" "}
        <span className={styles.state}>· {importText.state(waiting.length, doubts.length - remarks, remarks, leftOut)}</span>
      </summary>
      {open && (
        <div className={styles.body}>
          <Checkbox label={importText.leaveOut} checked={leftOut} onChange={(_, { checked }) => session.leaveOut(at, checked === true)} />
          {!leftOut && (
            <>
              <AcceptAll waiting={waiting} label={importText.acceptAll} session={session} />
              <DoubtList
                doubts={[...doubts, ...raisedOf(waiting, doubts)].filter(({ factor }) => factor === null)}
                review={review}
                session={session}
              />
              <Rows profile={profile} at={at} review={review} session={session} />
            </>
          )}
        </div>
      )}
    </details>
  );
}

/** Doubts that a correction has raised. */
function raisedOf<T extends { readonly id: string }>(waiting: readonly T[], doubts: readonly T[]): readonly T[] {
  const known = new Set(doubts.map(({ id }) => id));
  return waiting.filter(({ id }) => !known.has(id));
}

function Rows({ profile, at, review, session }: DraftSectionProps) {
  const shared = useProfileStyles();
  const styles = useStyles();
  const [every, setEvery] = useState(false);
  const { draft, decisions, acceptance } = review;
  const own = draft.doubts.filter((doubt) => doubt.profile === at);
  const raised =
    acceptance.kind === "doubts"
      ? raisedOf(
          acceptance.doubts.filter((doubt) => doubt.profile === at),
          own,
        )
      : [];
  const all = [...own, ...raised];
  const rows = profile.rows.map((row, place) => {
    const factor = factorAt(draft.scheme, place);
    const correction = decisions.corrections.find((one) => one.field === "levels" && one.profile === at && one.factor === place);
    return { row, place, factor, correction, doubts: all.filter((doubt) => doubt.factor?.number === factor.number) };
  });
  const shown = rows.filter(({ doubts, correction }) => every || doubts.length > 0 || correction !== undefined);
  return (
    <>
      <Checkbox label={importText.everyRow} checked={every} onChange={(_, { checked }) => setEvery(checked === true)} />
      <ul className={styles.factors}>
        {shown.map(({ row, place, factor, correction, doubts }) => (
          <li key={place} className={styles.factor}>
            <Text weight="semibold">{importText.factor(factor)}</Text>
            <Text size={200} className={shared.quiet}>
              {importText.printed(row)}
            </Text>
            <Text>
              {importText.reading1}: <strong>{importText.readAs(correction?.text ?? row.levels)}</strong>
            </Text>
            <DoubtList doubts={doubts} review={review} session={session} />
            {!doubts.some(({ field, remark }) => field === "levels" && !remark) && (
              <CorrectionField
                label={importText.factor(factor)}
                field="levels"
                profile={at}
                factor={place}
                review={review}
                session={session}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
