import { useState, useSyncExternalStore } from "react";
import { Button, Field, Select, Subtitle2, Text } from "@fluentui/react-components";
import { library } from "../../data/library";
import { describe } from "../../domain/problem";
import { suitesOf } from "../../domain/profile/profile";
import type { ProfileSession } from "../../session/profile";
import type { OwnLibrary } from "../../workbook/own-library";
import { importText } from "../text/profile-import";
import { profileText } from "../text/profile";
import { useProfileStyles } from "./style";

/** The libraries of the workbook: what functions take, what can be put into the sheet, and the way to import. */
export function LibrarySection({ profiles, onImport }: { readonly profiles: ProfileSession; readonly onImport: () => void }) {
  const shared = useProfileStyles();
  const { own } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  return (
    <section className={shared.section}>
      <Subtitle2 as="h2" className={shared.heading}>
        {profileText.library}
      </Subtitle2>
      {own?.length === 0 && <Text className={shared.quiet}>{profileText.noOwn}</Text>}
      {(own ?? []).map((one) => (
        <Text key={one.sheetId}>
          <strong>{profileText.ownName(one.scheme.name)}</strong>: {stateOf(one)}
        </Text>
      ))}
      <div className={shared.row}>
        <Button onClick={onImport}>{importText.open}</Button>
      </div>
      <SpillLibrary profiles={profiles} own={own ?? []} />
    </section>
  );
}

function stateOf({ content, tableName, sheetName }: OwnLibrary): string {
  switch (content.kind) {
    case "profiles":
      return profileText.ownUse(tableName ?? "", content.library.profiles.length);
    case "fault":
      return profileText.ownFault(sheetName, describe(content.problem));
    case "table-missing":
      return profileText.ownTableMissing(sheetName);
  }
}

function SpillLibrary({ profiles, own }: { readonly profiles: ProfileSession; readonly own: readonly OwnLibrary[] }) {
  const shared = useProfileStyles();
  const { busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const [place, setPlace] = useState(0);
  const [suite, setSuite] = useState("");
  const choices = [
    { name: profileText.builtInName, library: library.profiles, own: null },
    ...own.flatMap((one) =>
      one.content.kind === "profiles" && one.content.library.profiles.length > 0
        ? [{ name: profileText.ownName(one.scheme.name), library: one.content.library, own: one }]
        : [],
    ),
  ];
  const chosen = choices[place] ?? choices[0];
  if (chosen === undefined) return null;
  const suites = suitesOf(chosen.library);
  const limit = suites.includes(suite) ? suite : null;
  return (
    <>
      {choices.length > 1 && (
        <Field className={shared.narrow} label={profileText.which}>
          <Select value={String(place)} onChange={(_, { value }) => setPlace(Number(value))}>
            {choices.map(({ name }, at) => (
              <option key={name} value={String(at)}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <Field className={shared.narrow} label={profileText.spillSuite}>
        <Select value={limit ?? ""} onChange={(_, { value }) => setSuite(value)}>
          <option value="">{profileText.allSuites}</option>
          {suites.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <div className={shared.row}>
        <Button aria-busy={busy} onClick={() => void profiles.spillLibrary(chosen.library, limit, chosen.own)}>
          {profileText.spillAll}
        </Button>
      </div>
      <Text size={200} className={shared.quiet}>
        {profileText.spillHint}
      </Text>
    </>
  );
}
