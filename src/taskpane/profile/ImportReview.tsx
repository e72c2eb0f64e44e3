import { useState, useSyncExternalStore } from "react";
import { Button, Checkbox, Field, Input, Subtitle2, Text } from "@fluentui/react-components";
import type { Doubt } from "../../domain/profile/import/doubt";
import { type ImportSession, profilesOf, type Review } from "../../session/profile-import";
import type { ProfileSession } from "../../session/profile";
import { importText } from "../text/profile-import";
import { DraftSection } from "./DraftSection";
import { AcceptAll, DoubtList } from "./DoubtList";
import { useProfileStyles } from "./style";

interface ImportReviewProps {
  readonly review: Review;
  readonly session: ImportSession;
  readonly profiles: ProfileSession;
  readonly onDone: () => void;
}

/** Every profile that was read, every doubt beside what it is about, and the way into the library. */
export function ImportReview({ review, session, profiles, onDone }: ImportReviewProps) {
  const shared = useProfileStyles();
  const { draft, acceptance } = review;
  const waiting = acceptance.kind === "doubts" ? acceptance.doubts : [];
  const rows = draft.profiles.reduce((sum, profile) => sum + profile.rows.length, 0);
  const whole = draft.doubts.filter(({ profile }) => profile === null);
  return (
    <div className={shared.view}>
      <div className={shared.section}>
        <Text>{importText.found(draft.profiles.length, rows)}</Text>
        <Text role="status" weight="semibold">
          {importText.waiting(waiting.length)}
        </Text>
        <div className={shared.row}>
          <Button onClick={() => session.again(true)}>{importText.again}</Button>
        </div>
      </div>
      {whole.length > 0 && (
        <section className={shared.section}>
          <Subtitle2 as="h2" className={shared.heading}>
            {importText.wholeText}
          </Subtitle2>
          <DoubtList doubts={whole} review={review} session={session} />
          <AcceptAll waiting={waiting.filter(({ profile }) => profile === null)} label={importText.acceptWhole} session={session} />
        </section>
      )}
      {draft.profiles.map((profile, at) => (
        <DraftSection key={at} profile={profile} at={at} review={review} session={session} />
      ))}
      {draft.profiles.length > 0 && <TakeOver review={review} waiting={waiting} session={session} profiles={profiles} onDone={onDone} />}
    </div>
  );
}

interface TakeOverProps extends ImportReviewProps {
  readonly waiting: readonly Doubt[];
}

function TakeOver({ review, waiting, session, profiles, onDone }: TakeOverProps) {
  const shared = useProfileStyles();
  const { own, busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const [by, setBy] = useState("");
  const [replace, setReplace] = useState(false);
  const [asked, setAsked] = useState(false);
  const { scheme } = review.draft;
  const ready = profilesOf(review);
  const content = own?.find((library) => library.scheme === scheme)?.content;
  const known = new Set(content?.kind === "profiles" ? content.library.profiles.map(({ id }) => id.toLowerCase()) : []);
  const clash = (ready ?? []).map(({ id }) => id).filter((id) => known.has(id.toLowerCase()));
  const fault =
    ready === null
      ? importText.notYet(waiting.length)
      : ready.length === 0
        ? importText.none
        : clash.length > 0 && !replace
          ? importText.replaceMissing
          : null;
  const take = async (): Promise<void> => {
    setAsked(true);
    if (fault !== null || by.trim() === "" || ready === null || busy) return;
    if (!(await profiles.add(scheme, ready, by))) return;
    session.again(false);
    onDone();
  };
  const taken = ready?.length ?? review.draft.profiles.length - review.decisions.leftOut.size;
  return (
    <section className={shared.section}>
      {clash.length > 0 && (
        <>
          <Text>{importText.clash(clash)}</Text>
          <Checkbox label={importText.replace} checked={replace} onChange={(_, { checked }) => setReplace(checked === true)} />
        </>
      )}
      <Field
        className={shared.narrow}
        label={importText.by}
        hint={importText.byHint}
        {...(asked && fault === null && by.trim() === "" ? { validationState: "error", validationMessage: importText.byMissing } : {})}
      >
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      <div className={shared.row}>
        <Button appearance="primary" aria-busy={busy} onClick={() => void take()}>
          {importText.take(taken)}
        </Button>
      </div>
      {asked && fault !== null && <Text role="alert">{fault}</Text>}
    </section>
  );
}
