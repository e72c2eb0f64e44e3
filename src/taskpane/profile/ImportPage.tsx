import { useState, useSyncExternalStore } from "react";
import { Button, Field, Input, Link, ProgressBar, Select, Subtitle1, Text, Textarea } from "@fluentui/react-components";
import { library } from "../../data/library";
import type { ImportForm, ImportSession } from "../../session/profile-import";
import type { ProfileSession } from "../../session/profile";
import { importText } from "../text/profile-import";
import { profileText } from "../text/profile";
import { ImportReview } from "./ImportReview";
import { useProfileStyles } from "./style";

interface ImportPageProps {
  readonly session: ImportSession;
  readonly profiles: ProfileSession;
  readonly onBack: () => void;
}

/** A text is pasted, read, decided about and taken over. */
export function ImportPage({ session, profiles, onBack }: ImportPageProps) {
  const shared = useProfileStyles();
  const { form, progress, review } = useSyncExternalStore(session.subscribe, session.getState);
  return (
    <div className={shared.view}>
      <div>
        <Link as="button" inline onClick={onBack}>
          {profileText.back}
        </Link>
      </div>
      <Subtitle1 as="h1" className={shared.heading}>
        {importText.title}
      </Subtitle1>
      {review === null && progress === null && <PasteForm form={form} session={session} />}
      {progress !== null && (
        <div className={shared.section}>
          <Text role="status">{importText.reading(progress)}</Text>
          <ProgressBar aria-label={importText.title} {...(progress.all === 0 ? {} : { value: progress.done / progress.all })} />
          <div className={shared.row}>
            <Button onClick={() => session.cancel()}>{importText.cancel}</Button>
          </div>
        </div>
      )}
      {review !== null && <ImportReview review={review} session={session} profiles={profiles} onDone={onBack} />}
    </div>
  );
}

function PasteForm({ form, session }: { readonly form: ImportForm; readonly session: ImportSession }) {
  const shared = useProfileStyles();
  const [missing, setMissing] = useState(false);
  const read = (): void => {
    if (form.text.trim() === "") setMissing(true);
    else void session.read();
  };
  const line = (name: "suite" | "edition" | "source") => (
    <Field className={shared.narrow} label={importText[name]} hint={importText[`${name}Hint`]}>
      <Input value={form[name]} onChange={(_, { value }) => session.change({ [name]: value })} />
    </Field>
  );
  return (
    <div className={shared.section}>
      <Text>{importText.lead}</Text>
      <Field className={shared.narrow} label={importText.scheme}>
        <Select
          value={form.scheme.id}
          onChange={(_, { value }) => session.change({ scheme: library.schemes.find(({ id }) => id === value) ?? form.scheme })}
        >
          {library.schemes.map(({ id, title, edition }) => (
            <option key={id} value={id}>
              {title}, {edition}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        className={shared.narrow}
        label={importText.text}
        hint={importText.textHint}
        {...(missing ? { validationState: "error", validationMessage: importText.textMissing } : {})}
      >
        <Textarea
          rows={8}
          resize="vertical"
          value={form.text}
          onChange={(_, { value }) => {
            setMissing(false);
            session.change({ text: value });
          }}
        />
      </Field>
      <details>
        <summary tabIndex={0} className={shared.summary}>
          {importText.more}
        </summary>
        <div className={shared.section}>
          {line("suite")}
          {line("edition")}
          {line("source")}
        </div>
      </details>
      <div className={shared.row}>
        <Button appearance="primary" onClick={read}>
          {importText.read}
        </Button>
      </div>
    </div>
  );
}
