import { useState, useSyncExternalStore } from "react";
import { Button, Checkbox, Field, Input, Link, Subtitle2, Text } from "@fluentui/react-components";
import type { Doubt } from "../../domain/profile/import/doubt";
import type { ImportSession, Review } from "../../session/profile-import";
import type { ProfileSession } from "../../session/profile";
import { importText } from "../text/profile-import";
import { draftId, DraftSection } from "./DraftSection";
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

/** One press takes every profile over that is free of doubts; the others stay, each with what is still to be decided about it. */
function TakeOver({ review, waiting, session, profiles, onDone }: TakeOverProps) {
  const shared = useProfileStyles();
  const { own, busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const [by, setBy] = useState("");
  const [replace, setReplace] = useState(false);
  const [asked, setAsked] = useState(false);
  const { draft, decisions, acceptance, added } = review;
  const { scheme } = draft;
  const { ready } = acceptance;
  const staying = draft.profiles.flatMap((profile, at) => {
    const doubts = waiting.filter((doubt) => doubt.profile === at).length;
    return doubts === 0 ? [] : [{ profile, at, doubts }];
  });
  const content = own?.find((library) => library.scheme === scheme)?.content;
  const known = new Set(content?.kind === "profiles" ? content.library.profiles.map(({ id }) => id.toLowerCase()) : []);
  const clash = ready.map(({ profile }) => profile.id).filter((id) => known.has(id.toLowerCase()));
  const fault =
    ready.length === 0 && waiting.length > 0
      ? importText.notYet(waiting.length)
      : ready.length === 0
        ? importText.none
        : clash.length > 0 && !replace
          ? importText.replaceMissing
          : null;
  const take = async (): Promise<void> => {
    setAsked(true);
    if (fault !== null || by.trim() === "" || busy) return;
    const taken = ready.map(({ profile }) => profile);
    if (!(await profiles.add(scheme, taken, by))) return;
    setAsked(false);
    setReplace(false);
    if (waiting.length > 0) {
      session.markAdded(ready.map(({ at }) => at));
      return;
    }
    session.again(false);
    onDone();
  };
  const all = draft.profiles.length - decisions.leftOut.size - added.size;
  return (
    <section className={shared.section}>
      {staying.length > 0 && (
        <>
          <Text>{importText.staying}</Text>
          <ul className={shared.bullets}>
            {staying.map(({ profile, at, doubts }) => (
              <li key={at}>
                <Link as="button" inline onClick={() => document.getElementById(draftId(at))?.focus()}>
                  {importText.profileName(profile)}
                  {importText.band(profile)}
                </Link>
                : {importText.toDecide(doubts)}
              </li>
            ))}
          </ul>
        </>
      )}
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
          {waiting.length > 0 && ready.length > 0 ? importText.takeReady(ready.length) : importText.take(all)}
        </Button>
      </div>
      {asked && fault !== null && <Text role="alert">{fault}</Text>}
    </section>
  );
}
