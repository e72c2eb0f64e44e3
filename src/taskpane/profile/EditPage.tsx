import { useState, useSyncExternalStore } from "react";
import { Button, Field, Input, Link, makeStyles, Subtitle1, Text } from "@fluentui/react-components";
import { describe } from "../../domain/problem";
import { libraryRow, readLibrary } from "../../domain/profile/library-range";
import { bandLabel, type Profile } from "../../domain/profile/profile";
import { factorAt, type Scheme } from "../../domain/scheme/scheme";
import type { ProfileSession } from "../../session/profile";
import { importText } from "../text/profile-import";
import { profileText } from "../text/profile";
import type { ListedProfile } from "./listed";
import { useProfileStyles } from "./style";

const useStyles = makeStyles({
  factors: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(130px, 1fr))", gap: "8px" },
});

/** The fields of a library's row that a person may change, by their column; id and scheme stay, sums follow the levels. */
const COLUMNS = [
  [2, profileText.titleField],
  [3, profileText.suite],
  [4, profileText.bandField],
  [5, profileText.genericField],
  [6, profileText.editionField],
] as const;
const FIRST_FACTOR = 9;

interface EditPageProps {
  readonly listed: ListedProfile;
  readonly profiles: ProfileSession;
  readonly onBack: () => void;
}

/** A profile of the user's own to be changed; what was changed, by whom and when is noted beside it. */
export function EditPage({ listed: { profile, scheme }, profiles, onBack }: EditPageProps) {
  const shared = useProfileStyles();
  const styles = useStyles();
  const { busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const [cells, setCells] = useState(() => fieldsOf(scheme, profile));
  const [by, setBy] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const put = (column: number, text: string): void => setCells(cells.map((cell, at) => (at === column ? text : cell)));
  const save = async (): Promise<void> => {
    const reading = readLibrary([cells], () => scheme);
    if (!reading.ok) {
      setFault(profileText.fault(describe(reading.problem)));
      return;
    }
    const [read] = reading.value.profiles;
    if (read === undefined) return;
    const note = changesOf(scheme, profile, read);
    if (note === "") {
      setFault(profileText.nothingChanged);
      return;
    }
    if (by.trim() === "") {
      setFault(importText.byMissing);
      return;
    }
    setFault(null);
    if (await profiles.edit(scheme, profile, read, note, by)) onBack();
  };
  const field = (column: number, label: string) => (
    <Field key={column} className={shared.narrow} label={label}>
      <Input value={cells[column] ?? ""} onChange={(_, { value }) => put(column, value)} />
    </Field>
  );
  return (
    <div className={shared.view}>
      <div>
        <Link as="button" inline onClick={onBack}>
          {profileText.backToProfile}
        </Link>
      </div>
      <Subtitle1 as="h1" className={shared.heading}>
        {profileText.editTitle}
      </Subtitle1>
      <div className={shared.section}>{COLUMNS.map(([column, label]) => field(column, label))}</div>
      <div className={styles.factors}>
        {scheme.factors.map((factor, place) => field(FIRST_FACTOR + place, profileText.factorNumber(factor)))}
      </div>
      <Field className={shared.narrow} label={importText.by} hint={importText.byHint}>
        <Input value={by} onChange={(_, { value }) => setBy(value)} />
      </Field>
      {fault !== null && <Text role="alert">{fault}</Text>}
      <div className={shared.row}>
        <Button appearance="primary" aria-busy={busy} onClick={() => void save()}>
          {profileText.save}
        </Button>
      </div>
    </div>
  );
}

/** The cells of the profile's row; the sums are left to the levels. */
const fieldsOf = (scheme: Scheme, profile: Profile): string[] =>
  libraryRow(scheme, profile).map((cell, column) => (column === 7 || column === 8 ? "" : String(cell)));

function changesOf(scheme: Scheme, before: Profile, after: Profile): string {
  const pairs: readonly (readonly [string, string, string])[] = [
    [profileText.titleField, before.title, after.title],
    [profileText.suite, before.suite, after.suite],
    [profileText.band, bandLabel(before), bandLabel(after)],
    [profileText.generic, before.generic ?? "", after.generic ?? ""],
    [profileText.editionField, before.edition, after.edition],
    ...before.factors.map(
      (factor, place) => [profileText.factorNumber(factorAt(scheme, place)), factor.text, after.factors[place]?.text ?? ""] as const,
    ),
  ];
  return pairs
    .filter(([, old, now]) => old !== now)
    .map(([what, old, now]) => profileText.changed(what, old, now))
    .join("; ");
}
