import { useId } from "react";
import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  Textarea,
  tokens,
} from "@fluentui/react-components";
import type { FactorDescription } from "../../data/description";
import { textOf } from "../../domain/entry";
import { lettersOf, readLevel } from "../../domain/scheme/level";
import type { Factor } from "../../domain/scheme/scheme";
import type { JobSession } from "../../session/job";
import type { FactorState } from "../../session/job-draft";
import { jobText } from "../text/job";
import { useJobStyles } from "./style";

const useStyles = makeStyles({
  level: { display: "flex", flexDirection: "column" },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  description: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** A note may be long; a cell takes at most 32,767 signs. */
const LONGEST_NOTE = 4000;

interface FactorPickerProps {
  readonly state: FactorState;
  readonly description: FactorDescription | undefined;
  /** Whether a level's points may be seen. */
  readonly pointsShown: boolean;
  readonly offeredLast: boolean;
  readonly job: JobSession;
  /** The factor that is offered after this one. */
  readonly next: Factor | undefined;
  readonly onNext: () => void;
}

/** One factor: its levels with what they ask, the letters of the level chosen, notes that bear on it, evidence and reason. */
export function FactorPicker({ state, description, pointsShown, offeredLast, job, next, onNext }: FactorPickerProps) {
  const styles = useStyles();
  const shared = useJobStyles();
  const name = useId();
  const { factor, place, reading, cell, note } = state;
  const level = reading.kind === "level" ? reading.level : null;
  return (
    <div className={shared.section}>
      {description !== undefined && <Text className={shared.quiet}>{description.summary}</Text>}
      {offeredLast && <Text className={shared.quiet}>{jobText.lastOffered}</Text>}
      <Conflicts state={state} job={job} />
      {reading.kind === "fault" && <Text>{jobText.fault(reading.fault)}</Text>}
      {typeof cell.typed === "string" && cell.typed.startsWith("=") && <Text>{jobText.formula(cell.typed)}</Text>}
      <Field label={jobText.levelLegend(factor)}>
        <RadioGroup
          name={name}
          value={level === null ? "" : String(level)}
          onChange={(_, { value }) => job.setLevel(place, Number(value), lettersThere(state, Number(value)))}
        >
          {factor.levels.map(({ points, options }, index) => (
            <Radio
              key={index}
              value={String(index + 1)}
              // office.js moves the focus on Tab, to the first radio of a group that has a tab stop: that must be the chosen one.
              tabIndex={level === null || level === index + 1 ? 0 : -1}
              label={
                <span className={styles.level}>
                  {jobText.levelName(index + 1)}
                  {description !== undefined && <span className={styles.description}>{description.levels[index]?.text}</span>}
                  {/* A chart of one's own says nothing else of a level. */}
                  {options === null && pointsShown && <span className={styles.description}>{jobText.points(points)}</span>}
                </span>
              }
            />
          ))}
        </RadioGroup>
      </Field>
      {reading.kind === "level" && (
        <Letters state={state} level={reading.level} letters={reading.letters} description={description} job={job} />
      )}
      <Guidance description={description} level={level} />
      <Field label={jobText.evidence} hint={jobText.evidenceHint}>
        <Textarea
          resize="vertical"
          maxLength={LONGEST_NOTE}
          value={note.evidence}
          onChange={(_, { value }) => job.setNote(place, { evidence: value })}
        />
      </Field>
      <Field label={jobText.reason} hint={jobText.reasonHint}>
        <Textarea
          resize="vertical"
          maxLength={LONGEST_NOTE}
          value={note.reason}
          onChange={(_, { value }) => job.setNote(place, { reason: value })}
        />
      </Field>
      {next !== undefined && (
        <div className={shared.row}>
          <Button size="small" onClick={onNext}>
            {jobText.next(next)}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Arrow keys go over other levels: back at the cell's, its letters are there again. */
function lettersThere({ factor, cell }: FactorState, level: number): string {
  const there = readLevel(factor, cell.value);
  return there.kind === "level" && there.level === level ? there.letters : "";
}

interface LettersProps {
  readonly state: FactorState;
  readonly level: number;
  readonly letters: string;
  readonly description: FactorDescription | undefined;
  readonly job: JobSession;
}

function Letters({ state, level, letters, description, job }: LettersProps) {
  const styles = useStyles();
  const { factor, place } = state;
  const options = factor.levels[level - 1]?.options ?? null;
  if (options === null) {
    return (
      <Field label={jobText.anyLetters} hint={jobText.anyLettersHint}>
        <Input maxLength={26} value={letters} onChange={(_, { value }) => job.setLevel(place, level, lettersOf(value.toLowerCase()))} />
      </Field>
    );
  }
  if (options === "") return null;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{jobText.lettersLegend(level)}</legend>
      {Array.from(options).map((letter) => (
        <Checkbox
          key={letter}
          checked={letters.includes(letter)}
          onChange={(_, { checked }) => job.setLevel(place, level, checked === true ? letters + letter : letters.replace(letter, ""))}
          label={
            <span className={styles.level}>
              {letter}
              <span className={styles.description}>{description?.levels[level - 1]?.options.get(letter)}</span>
            </span>
          }
        />
      ))}
    </fieldset>
  );
}

/** The notes about the level chosen come first. */
function Guidance({ description, level }: { readonly description: FactorDescription | undefined; readonly level: number | null }) {
  const shared = useJobStyles();
  if (description === undefined) return null;
  const { guidance, missing } = description;
  if (guidance.length + missing.length === 0) return null;
  const about = (levels: readonly number[] | null): boolean => level !== null && (levels?.includes(level) ?? false);
  const ordered = [...guidance.filter(({ levels }) => about(levels)), ...guidance.filter(({ levels }) => !about(levels))];
  return (
    <details>
      <summary tabIndex={0} className={shared.summary}>
        {jobText.notes(guidance.length)}
      </summary>
      <ul className={shared.bullets}>
        {ordered.map(({ text, place, levels }) => (
          <li key={`${place} ${text}`}>
            {levels !== null && <Text weight="semibold">{jobText.notesAt(levels)}. </Text>}
            {text}{" "}
            <Text size={200} className={shared.quiet}>
              ({place})
            </Text>
          </li>
        ))}
        {missing.map(({ text }) => (
          <li key={text}>
            <Text weight="semibold">{jobText.missing}</Text> {text}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Conflicts({ state, job }: { readonly state: FactorState; readonly job: JobSession }) {
  const { levelConflict, noteConflict, cell, stored, place } = state;
  if (!levelConflict && !noteConflict) return null;
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        {levelConflict && jobText.levelConflict(textOf(cell.value))} {noteConflict && jobText.noteConflict(stored.evidence, stored.reason)}
      </MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={() => job.settle(place, "sheet")}>
          {jobText.takeSheet}
        </Button>
        <Button size="small" onClick={() => job.settle(place, "draft")}>
          {jobText.keepDraft}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
