import { Button, makeStyles, mergeClasses, Spinner, Subtitle2, Text, tokens } from "@fluentui/react-components";
import { type BandTable, marginOf, placeScore } from "../../domain/scheme/band";
import { type Evaluation, evaluateJob, type FactorPoints } from "../../domain/scheme/evaluation";
import type { Scheme } from "../../domain/scheme/scheme";
import type { OpenJob } from "../../session/job";
import { levelText } from "../../session/job-draft";
import { bandEffects } from "../../session/job-effect";
import { useKeptFocus } from "../heading-focus";
import { jobText } from "../text/job";
import { bandNoun } from "../text/register";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  figures: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(min(110px, 100%), 1fr))", gap: "8px", margin: 0 },
  figure: {
    display: "flex",
    flexDirection: "column-reverse",
    padding: "8px 12px",
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  value: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500, fontWeight: tokens.fontWeightSemibold },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

interface ResultSectionProps {
  readonly job: OpenJob;
  readonly busy: boolean;
  readonly onLook: () => void;
}

/** Score, band, margins, their working, and what would change the band; hidden while a panel could be steered by them. */
export function ResultSection({ job, busy, onLook }: ResultSectionProps) {
  const shared = useJobStyles();
  const { scheme, factors, shown } = job;
  const evaluation = evaluateJob(scheme, entriesOf(job));
  const place = useKeptFocus<HTMLElement>(shown ? "shown" : "hidden", "h2");
  return (
    <section ref={place} className={shared.section} aria-labelledby="job-result">
      <Subtitle2 as="h2" id="job-result" className={shared.heading}>
        {jobText.result}
      </Subtitle2>
      {shown ? (
        <Shown scheme={scheme} bands={job.row.bands} evaluation={evaluation} />
      ) : (
        <div className={shared.card}>
          <Text>
            {jobText.hidden(
              factors.filter(({ reading }) => reading.kind !== "level").length,
              factors.filter(({ note }) => note.reason.trim() === "").length,
            )}
          </Text>
          <div className={shared.row}>
            <Button
              size="small"
              aria-busy={busy}
              {...(busy ? { icon: <Spinner size="tiny" aria-hidden /> } : {})}
              onClick={onLook}
              aria-describedby="job-look-note"
            >
              {busy ? jobText.applying : jobText.look}
            </Button>
            <Text size={200} className={shared.quiet} id="job-look-note">
              {jobText.lookNote}
            </Text>
          </div>
        </div>
      )}
    </section>
  );
}

/** The levels as the pane shows them: the draft's where it has some, else what the cells hold. */
export const entriesOf = ({ factors }: OpenJob) =>
  factors.map(({ reading, cell }) => (reading.kind === "level" ? levelText(reading.level, reading.letters) : cell.value));

interface Judged {
  readonly scheme: Scheme;
  /** The bands in force in the register. */
  readonly bands: BandTable | null;
}

function Shown({ scheme, bands, evaluation }: Judged & { readonly evaluation: Evaluation }) {
  const shared = useJobStyles();
  if (evaluation.kind !== "complete") {
    return (
      <Text>
        {jobText.notComplete} {evaluation.kind === "blank" ? "" : jobText.problem(evaluation.problem)}
      </Text>
    );
  }
  const { score, working } = evaluation;
  return (
    <>
      <Figures scheme={scheme} bands={bands} score={score} />
      <Effects scheme={scheme} bands={bands} working={working} />
      <details>
        <summary tabIndex={0} className={shared.summary}>
          {jobText.whyScore(score)}
        </summary>
        <Working scheme={scheme} bands={bands} score={score} working={working} />
      </details>
    </>
  );
}

function Figures({ scheme, bands, score }: Judged & { readonly score: number }) {
  const noun = bandNoun(scheme);
  const styles = useStyles();
  const shared = useJobStyles();
  const placement = bands === null ? null : placeScore(bands, score);
  const margin = bands === null ? { toFall: null, toRise: null } : marginOf(bands, score);
  const points = (count: number | null): string => (count === null ? jobText.none : jobText.points(count));
  const figures = [
    [jobText.score, String(score)],
    ...(placement === null
      ? []
      : [
          [jobText.band(noun), placement.kind === "in" ? String(placement.band.label) : jobText.none],
          [jobText.toFall(noun), points(margin.toFall)],
          [jobText.toRise(noun), points(margin.toRise)],
        ]),
  ];
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(([label, value]) => (
          <div key={label} className={styles.figure}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
      {placement === null && <Text className={shared.quiet}>{jobText.noBands(scheme)}</Text>}
      {placement?.kind === "below" && <Text>{jobText.problem({ kind: "score-below-bands", score, lowest: placement.lowest })}</Text>}
      {placement?.kind === "above" && <Text>{jobText.problem({ kind: "score-above-bands", score, highest: placement.highest })}</Text>}
    </>
  );
}

function Effects({ scheme, bands, working }: Judged & { readonly working: readonly FactorPoints[] }) {
  const shared = useJobStyles();
  const noun = bandNoun(scheme);
  if (bands === null) return null;
  const effects = bandEffects(
    scheme,
    bands,
    working.map(({ level }) => level),
  );
  if (effects.length === 0) return <Text>{jobText.effects(0, noun)}</Text>;
  return (
    <details>
      <summary tabIndex={0} className={shared.summary}>
        {jobText.effects(effects.length, noun)}
      </summary>
      <ul className={shared.bullets}>
        {effects.map((effect) => (
          <li key={`${effect.factor.number} ${effect.to}`}>{jobText.effect(effect, noun)}</li>
        ))}
      </ul>
    </details>
  );
}

function Working({ scheme, bands, score, working }: Judged & { readonly score: number; readonly working: readonly FactorPoints[] }) {
  const shared = useJobStyles();
  const placement = bands === null ? null : placeScore(bands, score);
  const number = mergeClasses(shared.cell, shared.number);
  return (
    <div className={shared.section}>
      {bands !== null && placement?.kind === "in" && (
        <Text size={200}>
          {[
            jobText.whyBand(score, bandNoun(scheme), placement.band),
            jobText.whyFall(score, placement.band, marginOf(bands, score)),
            jobText.whyRise(score, placement.band, marginOf(bands, score)),
          ].join(" ")}
        </Text>
      )}
      <table className={shared.table}>
        <caption className={shared.caption}>{jobText.workingCaption}</caption>
        <thead>
          <tr>
            <th scope="col" className={shared.cell}>
              {jobText.columnFactor}
            </th>
            <th scope="col" className={number}>
              {jobText.columnLevel}
            </th>
            <th scope="col" className={number}>
              {jobText.columnPoints}
            </th>
          </tr>
        </thead>
        <tbody>
          {working.map(({ factor, level, letters, points }) => (
            <tr key={factor.number}>
              <th scope="row" className={shared.cell}>
                {jobText.factorNumber(factor)}
              </th>
              <td className={number}>{levelText(level, letters)}</td>
              <td className={number}>{points}</td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={shared.cell}>
              {jobText.total}
            </th>
            <td className={number} />
            <td className={number}>{score}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
