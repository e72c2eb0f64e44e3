import { type ReactNode, useState } from "react";
import { Button, Field, Input, Link, makeStyles, mergeClasses, Select, Text, Title3, tokens } from "@fluentui/react-components";
import type { ProfileQuery } from "../../domain/profile/search";
import { profileText } from "../text/profile";
import type { ListedProfile } from "./listed";
import { useProfileStyles } from "./style";

export type Filter = ProfileQuery;

export const ALL: Filter = { words: "", suite: null, band: null };

const useStyles = makeStyles({
  filters: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)", gap: "8px" },
  item: { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  line: { display: "block" },
  title: { textAlign: "left", fontSize: tokens.fontSizeBase300 },
});

const SHOWN = 40;

interface ProfileListProps {
  readonly listed: readonly ListedProfile[];
  readonly found: readonly ListedProfile[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onOpen: (key: string) => void;
  /** What stands below the list. */
  readonly children: ReactNode;
}

/** All profiles, or those that a person looks for. */
export function ProfileList({ listed, found, filter, onFilter, onOpen, children }: ProfileListProps) {
  const shared = useProfileStyles();
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN);
  const suites = [...new Set(listed.map(({ profile }) => profile.suite))].filter((suite) => suite !== "");
  const labels = new Set(listed.flatMap(({ profile }) => profile.bands));
  const bands = [...new Set(listed.flatMap(({ scheme }) => scheme.bands?.bands.map(({ label }) => String(label)) ?? []))].filter((label) =>
    labels.has(label),
  );
  return (
    <div className={shared.view}>
      <header className={shared.section}>
        <Title3 as="h1" className={shared.heading}>
          {profileText.title}
        </Title3>
        <Text className={shared.quiet}>{profileText.lead}</Text>
      </header>
      <div role="search" className={shared.section}>
        <Field className={shared.narrow} label={profileText.search} hint={profileText.searchHint}>
          <Input type="search" value={filter.words} onChange={(_, { value }) => onFilter({ ...filter, words: value })} />
        </Field>
        <div className={styles.filters}>
          <Choice
            label={profileText.suite}
            all={profileText.allSuites}
            options={suites}
            chosen={filter.suite}
            onChoose={(suite) => onFilter({ ...filter, suite })}
          />
          <Choice
            label={profileText.band}
            all={profileText.allBands}
            options={bands}
            chosen={filter.band}
            onChoose={(band) => onFilter({ ...filter, band })}
          />
        </div>
      </div>
      <section className={shared.section} aria-label={profileText.title}>
        <Text role="status" className={shared.quiet}>
          {profileText.found(found.length, listed.length)}
        </Text>
        {found.length === 0 && (
          <>
            <Text>{profileText.none}</Text>
            <div className={shared.row}>
              <Button onClick={() => onFilter(ALL)}>{profileText.clear}</Button>
            </div>
          </>
        )}
        <ul className={shared.list}>
          {found.slice(0, shown).map(({ key, profile, own }) => (
            <li key={key} className={styles.item}>
              <Link as="button" inline className={styles.title} onClick={() => onOpen(key)}>
                {profile.title}
              </Link>
              <Text size={200} className={mergeClasses(styles.line, shared.quiet)}>
                {profileText.inList(profile)}
              </Text>
              <Text size={200} className={mergeClasses(styles.line, shared.quiet)}>
                {[own === null ? "" : profileText.ownMark, profile.suite, profile.edition].filter((text) => text !== "").join(", ")}
              </Text>
            </li>
          ))}
        </ul>
        {found.length > shown && (
          <div className={shared.row}>
            <Button onClick={() => setShown(shown + SHOWN)}>{profileText.more(Math.min(SHOWN, found.length - shown))}</Button>
          </div>
        )}
      </section>
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly options: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (option: string | null) => void;
}

function Choice({ label, all, options, chosen, onChoose }: ChoiceProps) {
  const shared = useProfileStyles();
  return (
    <Field className={shared.narrow} label={label}>
      <Select value={chosen ?? ""} onChange={(_, { value }) => onChoose(value === "" ? null : value)}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    </Field>
  );
}
