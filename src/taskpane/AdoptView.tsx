import { useEffect, useState } from "react";
import { Button, Field, makeStyles, Select, Subtitle2, Text, Title3, tokens } from "@fluentui/react-components";
import { library } from "../data/library";
import { columnNames, type ColumnName } from "../data/register/heading";
import { type Factor, factorTitle, type Scheme } from "../domain/scheme/scheme";
import type { Session } from "../session/session";
import { columnLetters } from "../workbook/address";
import type { SheetLook } from "../workbook/adoption/look";
import type { Recognition } from "../workbook/adoption/survey";
import type { Progress } from "../workbook/cell-parts";
import type { ChosenChart } from "../workbook/chosen-table";
import { OWN_SCHEME, schemeKey } from "../workbook/mapping";
import { useHeadingFocus } from "./heading-focus";
import { Message } from "./Message";
import { ChartPicker } from "./OwnChartFields";
import { ReadingProgress } from "./ReadingProgress";
import { adoptText } from "./text/adopt";
import { registerText } from "./text/register";
import { tableText } from "./text/table";

const useStyles = makeStyles({
  view: { display: "flex", flexDirection: "column", gap: "16px" },
  section: { display: "flex", flexDirection: "column", gap: "10px" },
  heading: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
  quiet: { color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0, "& select": { minWidth: 0, textOverflow: "ellipsis" } },
});

interface AdoptViewProps {
  readonly session: Session;
  readonly busy: boolean;
  /** A large sheet is being read. */
  readonly progress: Progress | null;
  readonly onDone: () => void;
}

/** Shows what the sheet in front was recognised as, and lets the person put each column right. */
export function AdoptView(props: AdoptViewProps) {
  const styles = useStyles();
  const [look, setLook] = useState<SheetLook | "reading" | null>("reading");
  const [pointing, setPointing] = useState<SheetLook | null>(null);
  const shown = pointing !== null ? "pointing" : look === "reading" ? look : (look?.answer.kind ?? "failed");
  const place = useHeadingFocus(shown, "gone-to");
  return (
    <div ref={place} className={styles.view}>
      <Content {...props} {...{ look, setLook, pointing, setPointing }} />
    </div>
  );
}

interface ContentProps extends AdoptViewProps {
  readonly look: SheetLook | "reading" | null;
  readonly setLook: (look: SheetLook | "reading" | null) => void;
  /** The sheet for whose columns a points chart is pointed at. */
  readonly pointing: SheetLook | null;
  readonly setPointing: (look: SheetLook | null) => void;
}

function Content({ session, busy, progress, onDone, look, setLook, pointing, setPointing }: ContentProps) {
  const [chart, setChart] = useState<ChosenChart | null>(null);
  const read = (scheme?: Scheme, sheetId?: string): void => {
    setLook("reading");
    setPointing(null);
    void session.look(scheme, sheetId).then(setLook);
  };
  const takeChart = (chosen: ChosenChart, sheetId: string): void => {
    setChart(chosen);
    if (chosen.reading.ok) read(chosen.reading.value, sheetId);
  };
  useEffect(() => {
    void session.look().then(setLook);
  }, [session, setLook]);
  const cancel = <Button onClick={onDone}>{adoptText.cancel}</Button>;
  // Before the columns are shown, and again once they are agreed.
  if (progress !== null && (busy || look === "reading")) {
    const stop = (): void => {
      session.cancelReading();
      onDone();
    };
    return <ReadingProgress progress={progress} onCancel={stop} />;
  }
  const ownScheme = (from: SheetLook) => (
    <>
      <ChartPicker session={session} chart={chart} tried={false} onChart={(chosen) => takeChart(chosen, from.sheetId)} />
      <div>{cancel}</div>
    </>
  );
  if (pointing !== null) {
    return (
      <>
        <Message title={adoptText.ownTitle} paragraphs={[adoptText.own(pointing.sheetName)]} />
        {ownScheme(pointing)}
      </>
    );
  }
  if (look === "reading") return <Message title={adoptText.reading} paragraphs={[]} />;
  if (look === null || look.answer.kind === "no-headings") {
    const paragraphs = look === null ? [] : [adoptText.noHeadings(look.sheetName)];
    return (
      <>
        <Message title={adoptText.noneTitle} paragraphs={paragraphs} action={adoptText.again} onAction={() => read()} />
        <div>{cancel}</div>
      </>
    );
  }
  if (look.answer.kind === "two-schemes") {
    const { schemes, row } = look.answer;
    return (
      <>
        <Message
          title={adoptText.twoTitle}
          paragraphs={[adoptText.two(look.sheetName, schemes, row === null ? null : look.rowIndex + row), adoptText.twoWayOut]}
          action={adoptText.again}
          onAction={() => read()}
        />
        <div>{cancel}</div>
      </>
    );
  }
  const { recognition } = look.answer;
  const given = recognition.scheme.name === "own" && chart?.reading.ok === true ? chart : null;
  return (
    <Mapping
      key={`${recognition.scheme.id} ${recognition.scheme.place}`}
      {...{ session, look, recognition, busy, onDone }}
      chart={given}
      onScheme={(scheme) => read(scheme, look.sheetId)}
      onOwn={() => setPointing(look)}
    />
  );
}

const factorLabel = ({ number, name }: Factor): string => (name === "" ? `Factor ${number}` : `${number} ${name}`);

/** Whether the column proposed for a factor needs the person's eye. */
function isUnsure({ factors, rivals }: Recognition, place: number, column: number | null): boolean {
  const found = factors[place];
  if (found?.column !== column || found.why === "agreed") return false;
  return (found.why !== "name" && found.why !== "number") || (rivals[place] ?? []).length > 0;
}

/** Why a column is proposed, or what there is to choose from; what needs the person's eye is a warning. */
function hintsOf(
  recognition: Recognition,
  place: number,
  column: number | null,
  samples: readonly string[],
  nameOf: (column: number) => string,
) {
  const rivals = (recognition.rivals[place] ?? []).map(nameOf);
  if (column === null) {
    const message = rivals.length > 1 ? adoptText.chooseFrom(rivals) : adoptText.choose;
    return { validationMessage: message, validationState: "warning" as const };
  }
  const found = recognition.factors[place];
  const proposed = found?.column === column;
  const reason = proposed ? adoptText.why[found.why] : adoptText.byHand;
  const hint = samples[column] === "" || samples[column] === undefined ? "" : adoptText.sample(samples[column]);
  if (!isUnsure(recognition, place, column)) return { hint: hint === "" ? reason : `${reason}. ${hint}` };
  const message = rivals.length > 0 ? adoptText.also(reason, rivals) : reason;
  return { hint, validationMessage: message, validationState: "warning" as const };
}

interface MappingProps extends Omit<AdoptViewProps, "progress"> {
  readonly look: SheetLook;
  readonly recognition: Recognition;
  /** The points chart that was pointed at just now. */
  readonly chart: ChosenChart | null;
  readonly onScheme: (scheme: Scheme) => void;
  readonly onOwn: () => void;
}

function Mapping({ session, look, recognition, busy, chart, onDone, onScheme, onOwn }: MappingProps) {
  const styles = useStyles();
  const { scheme, headings } = recognition;
  const [factors, setFactors] = useState<readonly (number | null)[]>(recognition.factors.map((factor) => factor?.column ?? null));
  const [columns, setColumns] = useState<Readonly<Partial<Record<ColumnName, number>>>>(recognition.columns);
  const nameOf = (column: number): string => `${columnLetters(look.columnIndex + column)}: ${headings[column] ?? ""}`;
  const recognised = recognition.factors.filter((factor) => factor !== null).length;
  const missing = scheme.factors.filter((_, place) => factors[place] === null).map(factorTitle);
  const chosen = factors.filter((column) => column !== null);
  const twice = [...new Set(chosen.filter((column, index) => chosen.indexOf(column) !== index))].map(nameOf);
  const adopt = async (): Promise<void> => {
    const { headingRows } = recognition;
    const choice = { sheetId: look.sheetId, scheme, chart, headingRows, headings, factors: chosen, columns };
    if (await session.adopt(choice, look.sheetName)) onDone();
  };
  const hints = (place: number) => hintsOf(recognition, place, factors[place] ?? null, look.samples, nameOf);
  const toCheck = scheme.factors.filter(
    (_, place) => factors[place] !== null && isUnsure(recognition, place, factors[place] ?? null),
  ).length;
  const options = headings.map((heading, column) => (
    <option key={column} value={column}>
      {columnLetters(look.columnIndex + column)}: {heading}
    </option>
  ));
  return (
    <div className={styles.view}>
      <header className={styles.section}>
        <Title3 as="h1" className={styles.heading}>
          {adoptText.title}
        </Title3>
        <Text>{adoptText.intro(look.sheetName)}</Text>
        <Text weight="semibold">{adoptText.found(recognised, scheme.factors.length, recognition.jobs)}</Text>
        <Text>{adoptText.headingsIn(look.rowIndex + recognition.headingRow, recognition.headingRows)}</Text>
        {toCheck > 0 && <Text>{adoptText.toCheck(toCheck)}</Text>}
        {recognition.leftOut.length > 0 && (
          <Text className={styles.quiet}>
            {adoptText.leftOut(recognition.leftOut.map(({ row, why: reason }) => ({ row: look.rowIndex + row, why: reason })))}{" "}
            {adoptText.leftOutNote}
          </Text>
        )}
        {recognition.doubtful.length > 0 && <Text>{adoptText.doubtful(recognition.doubtful.map((row) => look.rowIndex + row))}</Text>}
      </header>
      <Field
        label={adoptText.scheme}
        {...(scheme.name !== "own" && recognised * 2 < scheme.factors.length ? { hint: adoptText.fewFound } : {})}
      >
        <Select
          className={styles.select}
          value={schemeKey(scheme)}
          onChange={(_, { value }) => {
            if (value === OWN_SCHEME) return onOwn();
            const other = library.schemes.find(({ id }) => id === value);
            if (other !== undefined) onScheme(other);
          }}
        >
          {library.schemes.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value={OWN_SCHEME}>{tableText.own}</option>
        </Select>
      </Field>
      {scheme.name === "own" && (
        <div className={styles.actions}>
          <Text>{registerText.schemeLine(scheme)}</Text>
          <Button size="small" onClick={onOwn}>
            {adoptText.otherChart}
          </Button>
        </div>
      )}
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {adoptText.factors}
        </Subtitle2>
        {scheme.factors.map((factor, place) => (
          <Field key={factor.number} label={factorLabel(factor)} {...hints(place)}>
            <Select
              className={styles.select}
              value={factors[place] ?? ""}
              onChange={(_, { value }) => setFactors(factors.with(place, value === "" ? null : Number(value)))}
            >
              <option value="">{adoptText.none}</option>
              {options}
            </Select>
          </Field>
        ))}
      </section>
      <section className={styles.section}>
        <Subtitle2 as="h2" className={styles.heading}>
          {adoptText.others}
        </Subtitle2>
        {columnNames.map((name) => (
          <Field key={name} label={adoptText.column[name]}>
            <Select
              className={styles.select}
              value={columns[name] ?? ""}
              onChange={(_, { value }) => {
                const others = Object.entries(columns).filter(([other]) => other !== name);
                setColumns(Object.fromEntries(value === "" ? others : [...others, [name, Number(value)]]));
              }}
            >
              <option value="">{adoptText.none}</option>
              {options}
            </Select>
          </Field>
        ))}
      </section>
      {missing.length > 0 && <Text role="status">{adoptText.missing(missing)}</Text>}
      {twice.length > 0 && <Text role="status">{adoptText.twice(twice)}</Text>}
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={busy || missing.length + twice.length > 0} onClick={() => void adopt()}>
          {adoptText.adopt}
        </Button>
        <Button onClick={onDone}>{adoptText.cancel}</Button>
      </div>
    </div>
  );
}
