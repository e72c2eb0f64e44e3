import { useEffect, useState, useSyncExternalStore } from "react";
import {
  Button,
  Field,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Select,
  Subtitle2,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import { profileName, type ProfileLibrary, suitesOf } from "../../domain/profile/profile";
import { describeReasons } from "../../domain/profile/reason";
import type { Scheme } from "../../domain/scheme/scheme";
import type { JobSession, OpenJob } from "../../session/job";
import { type StatementVerdict, VERDICTS } from "../../session/job-draft";
import { candidatesFor, inSuite, type RankedProfile, rankProfiles } from "../../session/job-match";
import { workbookProfiles } from "../../session/profile";
import { useKeptFocus } from "../heading-focus";
import { jobText } from "../text/job";
import { DifferenceChart } from "./DifferenceChart";
import { entriesOf } from "./ResultSection";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  profile: {
    display: "flex",
    flexDirection: "column",
    gap: "4px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    paddingLeft: "10px",
  },
  title: { margin: 0, fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  // A list as wide as its longest title would widen a narrow pane.
  narrow: { gridTemplateColumns: "minmax(0, 1fr)", minWidth: 0 },
  inside: { display: "flex", flexDirection: "column", gap: "12px", paddingTop: "4px" },
});

const SHOWN = 3;

/** The profiles closest to the job's levels: those of the chosen group first, pinned and chosen ones beside them. */
export function ProfileSection({ open, job }: { readonly open: OpenJob; readonly job: JobSession }) {
  const shared = useJobStyles();
  const styles = useStyles();
  const among = candidatesFor(open.scheme, useOwnLibrary(open.scheme));
  const suites = suitesOf(among);
  const ranked = rankProfiles(among, entriesOf(open));
  const [suite, setSuite] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const byId = (id: string | null): readonly RankedProfile[] => (ranked ?? []).filter(({ comparison }) => comparison.profile.id === id);
  const card = (one: RankedProfile) => (
    <ProfileCard
      key={one.comparison.profile.id}
      ranked={one}
      open={open}
      job={job}
      pinned={pinned === one.comparison.profile.id}
      onPin={(pin) => setPinned(pin ? one.comparison.profile.id : null)}
    />
  );
  const inGroup = inSuite(ranked ?? [], suite).filter(({ comparison }) => comparison.profile.id !== pinned);
  const others = suite === null ? [] : (ranked ?? []).filter((one) => !inGroup.includes(one) && one.comparison.profile.id !== pinned);
  const place = useKeptFocus<HTMLElement>(pinned ?? "", pinned === null ? "h2" : "[data-pinned] button");
  return (
    <section ref={place} className={shared.section} aria-labelledby="job-profiles">
      <Subtitle2 as="h2" id="job-profiles" className={shared.heading}>
        {jobText.profiles}
      </Subtitle2>
      {among.profiles.length === 0 && <Text className={shared.quiet}>{jobText.noProfiles(open.scheme)}</Text>}
      {among.profiles.length > 0 && ranked === null && <Text className={shared.quiet}>{jobText.profilesWait}</Text>}
      {ranked !== null && (
        <>
          <Field className={styles.narrow} label={jobText.suite} hint={jobText.suiteHint}>
            <Select value={suite ?? ""} onChange={(_, { value }) => setSuite(value === "" ? null : value)}>
              <option value="">{jobText.allSuites}</option>
              {suites.map((name) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          {pinned !== null && (
            <>
              <Text weight="semibold">{jobText.pinned}</Text>
              {byId(pinned).map(card)}
            </>
          )}
          {inGroup.slice(0, all ? inGroup.length : SHOWN).map(card)}
          {inGroup.length > SHOWN && (
            <div className={shared.row}>
              <Button size="small" onClick={() => setAll(!all)}>
                {all ? jobText.fewer : `${jobText.more} (${inGroup.length})`}
              </Button>
            </div>
          )}
          {others.length > 0 && (
            <>
              <Text weight="semibold">{jobText.elsewhereClosest}</Text>
              {others.slice(0, 1).map(card)}
            </>
          )}
          <Field className={styles.narrow} label={jobText.compare}>
            <Select value={chosen ?? ""} onChange={(_, { value }) => setChosen(value === "" ? null : value)}>
              <option value="">{jobText.choose}</option>
              {[...ranked]
                .sort((a, b) => a.comparison.profile.title.localeCompare(b.comparison.profile.title))
                .map(({ comparison: { profile } }) => (
                  // Titles are not unique: the band tells them apart, and the page where bands are hidden.
                  <option key={profile.id} value={profile.id}>
                    {open.shown ? profileName(profile) : jobText.profilePage(profile)}
                  </option>
                ))}
            </Select>
          </Field>
          {chosen !== null && chosen !== pinned && byId(chosen).map((one) => <div key={`chosen ${chosen}`}>{card(one)}</div>)}
        </>
      )}
    </section>
  );
}

/** The profiles of the user's own for a scheme; null where the workbook has none, or none that can be read. */
function useOwnLibrary(scheme: Scheme): ProfileLibrary | null {
  const profiles = workbookProfiles();
  const { own } = useSyncExternalStore(profiles.subscribe, profiles.getState);
  useEffect(() => void profiles.open(), [profiles]);
  const content = own?.find((one) => one.scheme === scheme)?.content;
  return content?.kind === "profiles" ? content.library : null;
}

interface ProfileCardProps {
  readonly ranked: RankedProfile;
  readonly open: OpenJob;
  readonly job: JobSession;
  readonly pinned: boolean;
  readonly onPin: (pin: boolean) => void;
}

function ProfileCard({ ranked: { comparison }, open, job, pinned, onPin }: ProfileCardProps) {
  const styles = useStyles();
  const shared = useJobStyles();
  const { profile, outcome, variations, reasons } = comparison;
  const title = jobText.profileTitle(comparison, open.shown);
  return (
    <article className={styles.profile} data-pinned={pinned || undefined}>
      <h3 className={styles.title}>{title}</h3>
      <Text size={200} className={shared.quiet}>
        {jobText.profileWhere(comparison)}
      </Text>
      <div className={shared.row}>
        {/* An outcome weighs the score too, so it is hidden with it. */}
        {open.shown && <Text weight="semibold">{jobText.onLevels(outcome)}</Text>}
        <Text>{jobText.variations(variations)}</Text>
        <Button
          size="small"
          appearance="subtle"
          aria-label={pinned ? jobText.unpinName(title) : jobText.pinName(title)}
          onClick={() => onPin(!pinned)}
        >
          {pinned ? jobText.unpin : jobText.pin}
        </Button>
      </div>
      <DifferenceChart comparison={comparison} title={title} />
      {open.shown && (
        <details>
          <summary tabIndex={0} className={shared.summary}>
            {jobText.reasons}
          </summary>
          <Text>{describeReasons(reasons)}</Text>
        </details>
      )}
      {/* So do notes on a damaged band line. */}
      {open.shown && profile.notes.length > 0 && (
        <details>
          <summary tabIndex={0} className={shared.summary}>
            {jobText.damaged}
          </summary>
          <ul className={shared.bullets}>
            {profile.notes.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {open.shown && (outcome === "Profile match" || outcome === "Band match") && (
        <Statement comparison={comparison} job={job} verdict={job.statementOf(profile.id)?.verdict ?? null} />
      )}
    </article>
  );
}

/** The verdict that turns levels that fit into a match, kept on the evidence sheet. */
function Statement({
  comparison,
  job,
  verdict,
}: {
  readonly comparison: RankedProfile["comparison"];
  readonly job: JobSession;
  readonly verdict: StatementVerdict | null;
}) {
  const styles = useStyles();
  const { id } = comparison.profile;
  const evidence = job.statementOf(id)?.evidence ?? "";
  const conflict = job.conflicting(id);
  return (
    <details open={conflict !== null || undefined}>
      <summary tabIndex={0} className={useJobStyles().summary}>
        {jobText.statement}
      </summary>
      <div className={styles.inside}>
        {conflict !== null && (
          <MessageBar intent="warning" layout="multiline" role="alert">
            <MessageBarBody>{jobText.verdictConflict(conflict.evidence, conflict.reason)}</MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={() => job.settleStatement(id, "sheet")}>
                {jobText.takeSheet}
              </Button>
              <Button size="small" onClick={() => job.settleStatement(id, "draft")}>
                {jobText.keepDraft}
              </Button>
            </MessageBarActions>
          </MessageBar>
        )}
        <Field label={jobText.statement} hint={jobText.statementHint}>
          <RadioGroup
            value={verdict ?? ""}
            onChange={(_, { value }) => job.setStatement(id, { verdict: VERDICTS.find((one) => one === value) ?? "fits", evidence })}
          >
            {VERDICTS.map((one) => (
              <Radio key={one} value={one} tabIndex={verdict === null || verdict === one ? 0 : -1} label={jobText.verdict[one]} />
            ))}
          </RadioGroup>
        </Field>
        {verdict !== null && (
          <Field label={jobText.statementEvidence}>
            <Textarea resize="vertical" value={evidence} onChange={(_, { value }) => job.setStatement(id, { verdict, evidence: value })} />
          </Field>
        )}
        <Text>{jobText.conclusion(comparison, verdict)}</Text>
      </div>
    </details>
  );
}
