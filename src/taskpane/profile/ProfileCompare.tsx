import { useState } from "react";
import { Button, Checkbox, Field, Link, mergeClasses, Select, Text, Title3 } from "@fluentui/react-components";
import { compareProfiles } from "../../domain/profile/difference";
import { profileText } from "../text/profile";
import type { ListedProfile } from "./listed";
import { useProfileStyles } from "./style";

interface ProfileCompareProps {
  readonly listed: readonly ListedProfile[];
  readonly first: ListedProfile;
  readonly second: ListedProfile | undefined;
  readonly onChoose: (first: string, second: string | null) => void;
  readonly onBack: () => void;
}

/** Two profiles side by side. */
export function ProfileCompare({ listed, first, second, onChoose, onBack }: ProfileCompareProps) {
  const shared = useProfileStyles();
  const comparable = listed.filter(({ scheme }) => scheme === first.scheme);
  return (
    <article className={shared.view}>
      <div>
        <Link as="button" inline onClick={onBack}>
          {profileText.backToProfile}
        </Link>
      </div>
      <Title3 as="h1" className={shared.heading}>
        {profileText.compareTitle}
      </Title3>
      <div className={shared.section}>
        <Choice label={profileText.first} listed={listed} chosen={first.key} onChoose={(key) => onChoose(key, second?.key ?? null)} />
        <Choice
          label={profileText.second}
          listed={comparable.filter((one) => one !== first)}
          chosen={second?.key ?? ""}
          onChoose={(key) => onChoose(first.key, key)}
        />
        {second !== undefined && (
          <div className={shared.row}>
            <Button onClick={() => onChoose(second.key, first.key)}>{profileText.swap}</Button>
          </div>
        )}
      </div>
      {second?.scheme === first.scheme && <Differences first={first} second={second} />}
      {second !== undefined && second.scheme !== first.scheme && <Text>{profileText.otherScheme}</Text>}
    </article>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly listed: readonly ListedProfile[];
  readonly chosen: string;
  readonly onChoose: (key: string) => void;
}

function Choice({ label, listed, chosen, onChoose }: ChoiceProps) {
  const shared = useProfileStyles();
  return (
    <Field className={shared.narrow} label={label}>
      <Select value={chosen} onChange={(_, { value }) => value !== "" && onChoose(value)}>
        {chosen === "" && <option value="">{profileText.choose}</option>}
        {listed.map(({ key, profile, own }) => (
          <option key={key} value={key}>
            {profileText.optionName(profile, own !== null)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

function Differences({ first, second }: { readonly first: ListedProfile; readonly second: ListedProfile }) {
  const shared = useProfileStyles();
  const [only, setOnly] = useState(false);
  const all = compareProfiles(first.scheme, first.profile, second.profile);
  const shown = only ? all.filter(({ relation, otherLetters }) => relation !== "same" || otherLetters) : all;
  return (
    <section className={shared.section}>
      <Text role="status">{profileText.compareSum(all)}</Text>
      <Checkbox label={profileText.onlyDifferent} checked={only} onChange={(_, { checked }) => setOnly(checked === true)} />
      <table className={shared.table}>
        <caption className={shared.caption}>
          {profileText.compareCaption(profileText.name(first.profile), profileText.name(second.profile))}
        </caption>
        <thead>
          <tr>
            {[profileText.factor, profileText.firstShort, profileText.secondShort, profileText.difference].map((name) => (
              <th key={name} scope="col" className={mergeClasses(shared.cell, shared.whole)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.factor.number}>
              <th scope="row" className={shared.cell}>
                {profileText.factorNumber(row.factor)}
              </th>
              <td className={shared.cell}>{row.first.text}</td>
              <td className={shared.cell}>{row.second.text}</td>
              <td className={mergeClasses(shared.cell, row.relation !== "same" && shared.strong)}>{profileText.relation(row)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={mergeClasses(shared.cell, shared.strong)}>
              {profileText.points}
            </th>
            <td className={shared.cell}>{profileText.sum(first.profile)}</td>
            <td className={shared.cell}>{profileText.sum(second.profile)}</td>
            <td className={shared.cell} />
          </tr>
          <tr>
            <th scope="row" className={mergeClasses(shared.cell, shared.strong)}>
              {profileText.bands}
            </th>
            <td className={shared.cell}>{profileText.bandsText(first.profile)}</td>
            <td className={shared.cell}>{profileText.bandsText(second.profile)}</td>
            <td className={shared.cell} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
