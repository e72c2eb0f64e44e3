import { useEffect, useRef, useState } from "react";
import { searchProfiles } from "../../domain/profile/search";
import { ProfileCompare } from "./ProfileCompare";
import { ProfileDetail } from "./ProfileDetail";
import { ALL, type Filter, ProfileList } from "./ProfileList";
import { builtIn, type ListedProfile } from "./listed";

type Page =
  | { readonly kind: "list" }
  | { readonly kind: "profile"; readonly key: string }
  | { readonly kind: "compare"; readonly first: string; readonly second: string | null };

/** Profiles to look up, to compare and to put into the sheet. */
export default function ProfileView() {
  const [page, setPage] = useState<Page>({ kind: "list" });
  const [filter, setFilter] = useState<Filter>(ALL);
  const place = useRef<HTMLDivElement>(null);
  const listed = builtIn;
  const key = page.kind === "profile" ? page.key : page.kind === "compare" ? "compare" : "list";
  useEffect(() => {
    // The heading takes the focus where a person has gone on, never at the first sight of the view.
    if (key !== "list") place.current?.querySelector<HTMLElement>("h1")?.focus();
  }, [key]);
  const byKey = (wanted: string | null): ListedProfile | undefined => listed.find((one) => one.key === wanted);
  const show = (next: Page): void => setPage(next);
  const toList = (): void => show({ kind: "list" });
  const opened = page.kind === "profile" ? byKey(page.key) : undefined;
  const first = page.kind === "compare" ? byKey(page.first) : undefined;
  return (
    <div ref={place}>
      {opened !== undefined && (
        <ProfileDetail listed={opened} onBack={toList} onCompare={() => show({ kind: "compare", first: opened.key, second: null })} />
      )}
      {page.kind === "compare" && first !== undefined && (
        <ProfileCompare
          listed={listed}
          first={first}
          second={byKey(page.second)}
          onChoose={(one, other) => show({ kind: "compare", first: one, second: other })}
          onBack={() => show({ kind: "profile", key: first.key })}
        />
      )}
      {opened === undefined && first === undefined && (
        <ProfileList
          listed={listed}
          found={foundIn(listed, filter)}
          filter={filter}
          onFilter={setFilter}
          onOpen={(one) => show({ kind: "profile", key: one })}
        />
      )}
    </div>
  );
}

function foundIn(listed: readonly ListedProfile[], filter: Filter): readonly ListedProfile[] {
  const found = new Set(
    searchProfiles(
      listed.map(({ profile }) => profile),
      filter,
    ),
  );
  return listed.filter(({ profile }) => found.has(profile));
}
