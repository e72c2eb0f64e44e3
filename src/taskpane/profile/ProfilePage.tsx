import { useEffect, useState, useSyncExternalStore } from "react";
import { searchProfiles } from "../../domain/profile/search";
import type { ProfileSession } from "../../session/profile";
import type { ImportSession } from "../../session/profile-import";
import { useHeadingFocus } from "../heading-focus";
import { ProfileCompare } from "./ProfileCompare";
import { ProfileDetail } from "./ProfileDetail";
import { ALL, type Filter, ProfileList } from "./ProfileList";
import { EditPage } from "./EditPage";
import { ImportPage } from "./ImportPage";
import { type ListedProfile, listProfiles } from "./listed";
import { LibrarySection } from "./LibrarySection";
import { ProfileNotices } from "./ProfileNotices";
import { useProfileStyles } from "./style";

type Page =
  | { readonly kind: "list" }
  | { readonly kind: "profile"; readonly key: string }
  | { readonly kind: "compare"; readonly first: string; readonly second: string | null }
  | { readonly kind: "edit"; readonly key: string }
  | { readonly kind: "import" };

interface ProfilePageProps {
  readonly profiles: ProfileSession;
  readonly imports: ImportSession;
}

/** Profiles to look up, to compare, to put into the sheet, and to bring in. */
export function ProfilePage({ profiles, imports }: ProfilePageProps) {
  const shared = useProfileStyles();
  const { own } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  const [page, setPage] = useState<Page>({ kind: "list" });
  const [filter, setFilter] = useState<Filter>(ALL);
  const place = useHeadingFocus(page.kind === "profile" ? page.key : page.kind);
  useEffect(() => void profiles.open(), [profiles]);
  const listed = listProfiles(own);
  return (
    <div ref={place} className={shared.view}>
      <ProfileNotices profiles={profiles} />
      <Content page={page} listed={listed} filter={filter} onFilter={setFilter} onPage={setPage} profiles={profiles} imports={imports} />
    </div>
  );
}

interface ContentProps extends ProfilePageProps {
  readonly page: Page;
  readonly listed: readonly ListedProfile[];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly onPage: (page: Page) => void;
}

function Content({ page, listed, filter, onFilter, onPage, profiles, imports }: ContentProps) {
  const byKey = (wanted: string | null): ListedProfile | undefined => listed.find((one) => one.key === wanted);
  const toList = (): void => onPage({ kind: "list" });
  const toProfile = (key: string): void => onPage({ kind: "profile", key });
  const chosen =
    page.kind === "profile" || page.kind === "edit" ? byKey(page.key) : page.kind === "compare" ? byKey(page.first) : undefined;
  if (page.kind === "import") return <ImportPage session={imports} profiles={profiles} onBack={toList} />;
  if (page.kind === "profile" && chosen !== undefined) {
    return (
      <ProfileDetail
        listed={chosen}
        profiles={profiles}
        onBack={toList}
        onCompare={() => onPage({ kind: "compare", first: chosen.key, second: null })}
        onEdit={() => onPage({ kind: "edit", key: chosen.key })}
      />
    );
  }
  if (page.kind === "edit" && chosen !== undefined)
    return <EditPage key={chosen.key} listed={chosen} profiles={profiles} onBack={() => toProfile(chosen.key)} />;
  if (page.kind === "compare" && chosen !== undefined) {
    return (
      <ProfileCompare
        listed={listed}
        first={chosen}
        second={byKey(page.second)}
        onChoose={(first, second) => onPage({ kind: "compare", first, second })}
        onBack={() => toProfile(chosen.key)}
      />
    );
  }
  return (
    <ProfileList listed={listed} found={foundIn(listed, filter)} filter={filter} onFilter={onFilter} onOpen={toProfile}>
      <LibrarySection profiles={profiles} onImport={() => onPage({ kind: "import" })} />
    </ProfileList>
  );
}

function foundIn(listed: readonly ListedProfile[], filter: Filter): readonly ListedProfile[] {
  const byProfile = new Map(listed.map((one) => [one.profile, one]));
  return searchProfiles([...byProfile.keys()], filter).flatMap((profile) => byProfile.get(profile) ?? []);
}
