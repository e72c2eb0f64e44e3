import { useSyncExternalStore } from "react";
import { Button, Link, mergeClasses, Subtitle1, Subtitle2, Text } from "@fluentui/react-components";
import { bandScores } from "../../domain/profile/profile";
import { factorAt } from "../../domain/scheme/scheme";
import type { ProfileSession } from "../../session/profile";
import { profileText } from "../text/profile";
import { type ListedProfile, sourceTitle } from "./listed";
import { useProfileStyles } from "./style";

interface ProfileDetailProps {
  readonly listed: ListedProfile;
  readonly profiles: ProfileSession;
  readonly onBack: () => void;
  readonly onCompare: () => void;
  readonly onEdit: () => void;
}

/** A profile's own page: every factor with its range, letters and points, the sums, where it comes from, and what is damaged there. */
export function ProfileDetail({ listed, profiles, onBack, onCompare, onEdit }: ProfileDetailProps) {
  const shared = useProfileStyles();
  const { profile, scheme, own } = listed;
  const { busy } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const remove = async (): Promise<void> => {
    if (await profiles.remove(scheme, profile)) onBack();
  };
  const { from, to } = bandScores(scheme.bands, profile);
  return (
    <article className={shared.view}>
      <div>
        <Link as="button" inline onClick={onBack}>
          {profileText.back}
        </Link>
      </div>
      <header className={shared.section}>
        <Subtitle1 as="h1" className={shared.heading}>
          {profile.title}
        </Subtitle1>
        {profile.suite !== "" && <Text className={shared.quiet}>{profile.suite}</Text>}
        {own !== null && <Text className={shared.quiet}>{profileText.ownOn(own.sheetName)}</Text>}
      </header>
      <dl className={shared.facts}>
        <Fact name={profileText.bands} text={`${profileText.bandsText(profile)}${profileText.bandScores(from, to)}`} />
        <Fact name={profileText.points} text={profileText.pointsText(profile)} />
        {profile.generic !== null && <Fact name={profileText.generic} text={profileText.genericText(profile.generic)} />}
        <Fact name={profileText.source} text={`${sourceTitle(profile)}${profileText.page(profile.page)}`} />
        <Fact name={profileText.id} text={profile.id} />
      </dl>
      <div className={shared.row}>
        <Button onClick={onCompare}>{profileText.compare}</Button>
        <Button aria-busy={busy} onClick={() => void profiles.spillProfile(profile, own)}>
          {profileText.spill}
        </Button>
        {own !== null && (
          <>
            <Button onClick={onEdit}>{profileText.edit}</Button>
            <Button aria-busy={busy} onClick={() => void remove()}>
              {profileText.remove}
            </Button>
          </>
        )}
      </div>
      {profile.notes.length > 0 && (
        <section className={shared.section}>
          <Subtitle2 as="h2" className={shared.heading}>
            {profileText.notes}
          </Subtitle2>
          <ul className={shared.bullets}>
            {profile.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </section>
      )}
      <section className={shared.section}>
        <Subtitle2 as="h2" className={shared.heading}>
          {profileText.factors}
        </Subtitle2>
        <FactorTable listed={listed} />
        <Text size={200} className={shared.quiet}>
          {profileText.lettersNote}
        </Text>
      </section>
    </article>
  );
}

function FactorTable({ listed: { profile, scheme } }: { readonly listed: ListedProfile }) {
  const shared = useProfileStyles();
  return (
    <table className={shared.table}>
      <caption className={shared.caption}>{profileText.factorsCaption(profile.title)}</caption>
      <thead>
        <tr>
          <th scope="col" className={shared.cell}>
            {profileText.factor}
          </th>
          <th scope="col" className={shared.cell}>
            {profileText.levels}
          </th>
          <th scope="col" className={mergeClasses(shared.cell, shared.number)}>
            {profileText.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {profile.factors.map((factor, place) => {
          const said = [profileText.printed(factor), factor.note ?? ""].filter((text) => text !== "");
          return (
            <tr key={place}>
              <th scope="row" className={shared.cell}>
                {profileText.factorNumber(factorAt(scheme, place))}
                {said.map((text) => (
                  <Text key={text} size={200} block className={shared.quiet}>
                    {text}
                  </Text>
                ))}
              </th>
              <td className={shared.cell}>{factor.text}</td>
              <td className={mergeClasses(shared.cell, shared.number)}>{profileText.pointsRange(factor)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={mergeClasses(shared.cell, shared.strong)}>
            {profileText.total}
          </th>
          <td className={shared.cell} />
          <td className={mergeClasses(shared.cell, shared.number, shared.strong)}>{profileText.sum(profile)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  const shared = useProfileStyles();
  return (
    <>
      <dt className={shared.quiet}>{name}</dt>
      <dd className={shared.fact}>{text}</dd>
    </>
  );
}
